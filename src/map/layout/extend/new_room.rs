//! The place of a new room among those that are there.

use super::partial::{Partial, mean_distance};
use crate::map::layout::packed_room::packed_room;
use crate::map::layout::rows::grid;
use crate::map::plane::{DIRECTIONS, Point, Reach};

/// The distance between two points that are tried.
const STEP: f64 = 9.0;

/// What a unit of these costs: of what comes too close, of the distance to those tied.
const COSTS: (f64, f64) = (1.0, 0.05);

impl Partial<'_> {
    /// Packs the nodes of a room that is not there yet and sets it where others have to make way least, near its ties.
    ///
    /// O(points · rooms).
    pub fn set_room(&mut self, room: usize) {
        let nodes = &self.members[room];
        let offsets = grid(&self.problem.graph, std::slice::from_ref(nodes));
        let packed = packed_room(self.problem, room, nodes, &offsets);
        let tied: Vec<Point> = nodes
            .iter()
            .flat_map(|node| self.tied_with(*node))
            .collect();
        let (bounds, frame) = (packed.reach.bounds(), self.problem.frame);
        let columns = ((frame.width() - bounds.width()).max(0.0) / STEP) as usize;
        let rows = ((frame.height() - bounds.height()).max(0.0) / STEP) as usize;
        let corner = Point::new(frame.left - bounds.left, frame.top - bounds.top);
        let mut best = (f64::INFINITY, corner);
        for at in 0..(columns + 1) * (rows + 1) {
            let (column, row) = (at % (columns + 1), at / (columns + 1));
            let centre = corner + Point::new(column as f64, row as f64) * STEP;
            let cost = COSTS.0 * self.intrusion(room, &shifted(&packed.reach, centre))
                + COSTS.1 * mean_distance(centre, &tied);
            if cost < best.0 {
                best = (cost, centre);
            }
        }
        for (node, offset) in nodes.iter().zip(&packed.offsets) {
            self.places[*node] = Some((best.1 + *offset).rounded());
        }
        self.draw(room);
    }
}

/// How far a room about a centre reaches from the origin.
fn shifted(reach: &Reach, centre: Point) -> Reach {
    let mut shifted = *reach;
    for (reach, direction) in shifted.0.iter_mut().zip(DIRECTIONS) {
        *reach += direction.dot(centre);
    }
    shifted
}
