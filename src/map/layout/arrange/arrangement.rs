//! The rooms as they lie in the frame at the moment.

use super::room_graph::{Neighbour, RoomGraph};
use crate::domain::Stop;
use crate::map::plane::Point;

/// Up to this many rooms ties through third rooms and crossing ties count; with more, bands run under the rooms anyway,
/// and only the gaps count.
const MOST_WITH_TIES: usize = 24;

/// How much farther the corner of a polygon of 24 sides may lie than its sides: 1/cos 7.5°.
const CORNER: f64 = 1.01;

/// The rooms as they lie at the moment, with what is known of their costs.
pub struct Arrangement<'a> {
    pub graph: &'a RoomGraph,
    pub stop: &'a Stop,
    pub centres: Vec<Point>,
    pub attractions: Vec<f64>,
    pub neighbours: Vec<Vec<Neighbour>>,
    /// The weight of each link where it runs through a third room.
    pub strike_weights: Vec<f64>,
    /// The size of the rooms at the moment: they grow during the search, so that at first they can pass each other.
    pub scale: f64,
    /// The farthest reach of each room.
    pub radii: Vec<f64>,
    /// Whether ties are evaluated, not only gaps.
    pub evaluates_ties: bool,
    /// The weight of overlaps.
    pub overlap_weight: f64,
    /// What each room's gaps cost, where nothing moved, grew or became heavier since.
    pub gap_costs: Vec<Option<f64>>,
    /// What each room's ties cost, where nothing moved since.
    pub tie_costs: Vec<Option<f64>>,
}

impl<'a> Arrangement<'a> {
    /// The rooms at the places of the frame that are nearest to these centres.
    pub fn new(graph: &'a RoomGraph, centres: &[Point], stop: &'a Stop) -> Self {
        let n = graph.reach.len();
        let attractions = graph.attractions();
        let strike_weights = graph.strike_weights(&attractions);
        let mut arrangement = Self {
            graph,
            stop,
            centres: centres.to_vec(),
            neighbours: graph.neighbours(&attractions, &strike_weights),
            attractions,
            strike_weights,
            scale: 1.0,
            radii: graph
                .reach
                .iter()
                .map(|reach| reach.0.iter().copied().fold(0.0, f64::max) * CORNER)
                .collect(),
            evaluates_ties: n <= MOST_WITH_TIES,
            overlap_weight: 1.0,
            gap_costs: vec![None; n],
            tie_costs: vec![None; n],
        };
        for (room, centre) in centres.iter().enumerate() {
            arrangement.centres[room] = arrangement.framed(room, *centre);
        }
        arrangement
    }

    /// The nearest centre at which the room lies in the frame.
    pub fn framed(&self, room: usize, centre: Point) -> Point {
        let (bounds, frame) = (self.graph.reach[room].bounds(), &self.graph.frame);
        let within = |value: f64, low: f64, high: f64| {
            if low > high {
                (low + high) / 2.0
            } else {
                value.clamp(low, high)
            }
        };
        Point::new(
            within(
                centre.x,
                frame.left - bounds.left,
                frame.right - bounds.right,
            ),
            within(
                centre.y,
                frame.top - bounds.top,
                frame.bottom - bounds.bottom,
            ),
        )
    }

    /// Whether all rooms lie in the frame and apart from each other.
    pub fn fits(&self) -> bool {
        let n = self.centres.len();
        let apart = (0..n).all(|a| (a + 1..n).all(|b| self.gap(a, b) > self.graph.gap / 2.0));
        let in_frame = (0..n).all(|room| {
            let bounds = self.graph.reach[room].bounds();
            let bounds = bounds.shifted(self.centres[room]);
            self.graph.frame.encloses(&bounds, 0.1)
        });
        apart && in_frame
    }
}
