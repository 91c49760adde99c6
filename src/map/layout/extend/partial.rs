//! A layout in which not everything has its place yet.

use crate::map::layout::problem::Problem;
use crate::map::layout::state::{GAP, Outline, body_reach};
use crate::map::plane::{DIRECTIONS, Point, Reach, Rect, SIDES};

/// The least free space around the boxes of a node.
const AROUND: f64 = 1.0;

/// The places of some nodes, and the rooms around these.
pub struct Partial<'a> {
    /// What is laid out.
    pub problem: &'a Problem,
    /// The nodes of each room.
    pub members: &'a [Vec<usize>],
    /// The places of the nodes that have one.
    pub places: Vec<Option<Point>>,
    /// The rooms with a node that has a place.
    pub outlines: Vec<Option<Outline>>,
    /// The box about each node that no other may overlap.
    pub bodies: Vec<Rect>,
    reaches: Vec<Reach>,
}

impl<'a> Partial<'a> {
    /// The nodes at the places that were kept of them.
    pub fn new(problem: &'a Problem, members: &'a [Vec<usize>], kept: &[Option<Point>]) -> Self {
        let bodies = problem.bodies.iter();
        let reaches = bodies.clone().map(|body| body_reach(body, problem.margin));
        let mut partial = Self {
            problem,
            members,
            places: kept.to_vec(),
            outlines: vec![None; members.len()],
            reaches: reaches.collect(),
            bodies: bodies
                .map(|[mark, name]| mark.union(name).grown(AROUND))
                .collect(),
        };
        for room in 0..members.len() {
            partial.draw(room);
        }
        partial
    }

    /// The nodes of a room that have a place.
    pub fn placed(&self, room: usize) -> Vec<usize> {
        let members = self.members[room].iter().copied();
        members
            .filter(|node| self.places[*node].is_some())
            .collect()
    }

    /// Draws a room anew around its nodes.
    pub fn draw(&mut self, room: usize) {
        let nodes = self.placed(room);
        let place = |node: usize| self.places[node].unwrap_or_default();
        let outline = Outline::around(self.problem, room, &nodes, place, &self.reaches);
        self.outlines[room] = (!nodes.is_empty()).then_some(outline);
    }

    /// The least gap between two rooms.
    pub fn gap(&self) -> f64 {
        GAP * self.problem.gap
    }

    /// How far a room would reach with a node at a point.
    pub fn grown(&self, outline: &Outline, node: usize, point: Point) -> Reach {
        let mut reach = outline.reach;
        for (at, direction) in DIRECTIONS.iter().enumerate() {
            let with = direction.dot(point) + self.reaches[node].0[at];
            reach.0[at] = reach.0[at].max(with);
        }
        reach
    }

    /// By how much a room of this reach comes too close to the others and leaves the frame, all together.
    pub fn intrusion(&self, room: usize, reach: &Reach) -> f64 {
        let others = self.outlines.iter().enumerate();
        let others = others.filter(|(other, _)| *other != room);
        let close = others.filter_map(|(_, other)| {
            let (gap, _) = reach.separation(&other.as_ref()?.reach, Point::default());
            Some((self.gap() - gap).max(0.0))
        });
        let bounds = reach.bounds();
        let frame = &self.problem.frame;
        let outside = [
            frame.left - bounds.left,
            frame.top - bounds.top,
            bounds.right - frame.right,
            bounds.bottom - frame.bottom,
        ];
        close.sum::<f64>() + 2.0 * outside.iter().map(|far| far.max(0.0)).sum::<f64>()
    }

    /// The places of the nodes that a node is tied with, as far as they have one.
    pub fn tied_with(&self, node: usize) -> Vec<Point> {
        let ties = self.problem.graph.ties();
        let others = ties.filter_map(|(a, b)| match (a == node, b == node) {
            (true, _) => Some(b),
            (_, true) => Some(a),
            _ => None,
        });
        others.filter_map(|other| self.places[other]).collect()
    }
}

/// How much farther a reach goes than another, over all sides.
pub fn growth(before: &Reach, after: &Reach) -> f64 {
    let sides = before.0.iter().zip(&after.0);
    sides.map(|(before, after)| after - before).sum::<f64>() / SIDES as f64
}

/// The mean distance of a point to others; 0 without any.
pub fn mean_distance(point: Point, others: &[Point]) -> f64 {
    let sum: f64 = others.iter().map(|other| point.distance(*other)).sum();
    sum / others.len().max(1) as f64
}
