//! Places for everything, from places that were kept of some.

use super::partial::Partial;
use crate::domain::{Stop, Stopped};
use crate::map::layout::places::Places;
use crate::map::layout::problem::Problem;
use crate::map::plane::{Point, Rect};

/// Lays out what has no kept place, and leaves the rest where it was; none where not all fits so.
///
/// A node that was kept moves only where it or its room would touch another, and no farther than it must: a problem whose
/// nodes are all kept, and fit, comes back as it was, whatever its ties. A new node of a known room goes where the room
/// grows least, near its ties; a new room where others have to make way least.
pub fn extend(
    problem: &Problem,
    kept: &[Option<Point>],
    stop: &Stop,
) -> Result<Option<Places>, Stopped> {
    let members = problem.graph.members();
    let mut partial = Partial::new(problem, &members, kept);
    for node in 0..problem.graph.nodes() {
        stop.check()?;
        let room = problem.graph.room_of[node];
        if partial.places[node].is_none() && partial.outlines[room].is_some() {
            partial.set_node(node);
        }
    }
    for (room, nodes) in members.iter().enumerate() {
        stop.check()?;
        if partial.outlines[room].is_none() && !nodes.is_empty() {
            partial.set_room(room);
        }
    }
    if !partial.give_way(stop)? {
        return Ok(None);
    }
    let titles = partial.outlines.iter().map(|outline| {
        // A room without nodes has no outline.
        outline.map_or_else(Rect::default, |outline| outline.title)
    });
    let titles = titles.collect();
    let nodes: Option<Vec<Point>> = partial.places.iter().copied().collect();
    let nodes = nodes.expect("each node was kept or set");
    Ok(Some(Places::around(problem, &members, &nodes, titles)))
}
