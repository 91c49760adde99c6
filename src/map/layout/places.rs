//! Places for all nodes and rooms of a problem.

use super::candidates::Candidates;
use super::problem::Problem;
use super::starts::Starts;
use crate::domain::{Stop, Stopped};
use crate::map::plane::{Point, Rect, hull};

/// Where all nodes and rooms lie.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Places {
    /// The centre of each node, on the page's grid of tenths.
    pub nodes: Vec<Point>,
    /// The rooms.
    pub rooms: Vec<PlacedRoom>,
}

/// A room in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedRoom {
    /// Its outline, which holds its nodes, their names and its own.
    pub hull: Vec<Point>,
    /// The box of its name.
    pub title: Rect,
}

/// How much higher a room's name lies where rounding makes it touch what is under it.
const TITLE_LIFT: f64 = 0.1;

/// Lays a problem out from the starts of its graph; none where the boxes do not fit in the frame.
///
/// The places are those of the candidate that leaves the fewest single ties struck, of these the one with the fewest
/// crossings and the least stress. No two nodes of a room and no two rooms overlap, and all lie in the frame.
///
/// The problem alone determines the places: the same numbers give the same bytes on every machine and on any number of
/// cores. Seeds are fixed, searches end after an amount of work and never after a time, and `stop` gives up but changes
/// nothing. What counts are the graph with the order of its nodes, rooms and ties, the boxes, the frame and the gaps.
/// No earlier layout counts: after a small change of the graph everything may lie elsewhere, so whoever wants places
/// to stay keeps them and calls [`super::extend`].
pub fn layout(problem: &Problem, starts: &Starts, stop: &Stop) -> Result<Option<Places>, Stopped> {
    let members = problem.graph.members();
    let found = Candidates::new(problem, &members, starts, stop).and_then(|mut candidates| {
        candidates.repair();
        candidates.improve();
        candidates.best()
    });
    // A search that is stopped ends early: what it found is no answer.
    stop.check()?;
    Ok(found.map(|(nodes, titles)| Places::around(problem, &members, &nodes, titles)))
}

impl Places {
    /// The nodes on the page's grid, with the hulls of their rooms.
    pub(super) fn around(
        problem: &Problem,
        members: &[Vec<usize>],
        places: &[Point],
        titles: Vec<Rect>,
    ) -> Self {
        let nodes: Vec<Point> = places.iter().map(|node| node.rounded()).collect();
        let rooms = members.iter().zip(titles);
        let rooms = rooms.map(|(members, title)| {
            let bodies = |places: &[Point]| -> Vec<Rect> {
                let of =
                    |node: &usize| problem.bodies[*node].map(|body| body.shifted(places[*node]));
                members.iter().flat_map(of).collect()
            };
            let touches = bodies(&nodes).iter().any(|body| body.overlaps(&title));
            let up = if touches { TITLE_LIFT } else { 0.0 };
            let title = title.shifted(Point::new(0.0, -up));
            let corners: Vec<Point> = bodies(places)
                .iter()
                .chain([&title])
                .flat_map(Rect::corners)
                .collect();
            PlacedRoom {
                hull: hull(&corners, problem.margin),
                title,
            }
        });
        Self {
            rooms: rooms.collect(),
            nodes,
        }
    }
}
