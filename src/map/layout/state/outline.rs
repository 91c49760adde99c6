//! A room in its place: how far it reaches, and what runs through it.

use crate::map::layout::packed_room::set_title;
use crate::map::layout::problem::Problem;
use crate::map::plane::{DIRECTIONS, Point, Reach, Rect, SIDES, chord};

/// How much farther the corner of a polygon of 24 sides may lie than its sides: 1/cos 7.5°.
const CORNER: f64 = 1.01;

/// The least distance of a tie from a room that it passes.
const CLEARANCE: f64 = 0.5;

/// A room in its place.
#[derive(Debug, Clone, Copy)]
pub struct Outline {
    /// How far it reaches from the origin of the page.
    pub reach: Reach,
    /// The box of its name.
    pub title: Rect,
    /// The middle of its box.
    pub middle: Point,
    /// The radius of a circle about the middle that holds it and its clearance.
    radius: f64,
}

/// How far a node's boxes reach from it in each direction, with the margin of its room.
pub fn body_reach(body: &[Rect; 2], margin: f64) -> Reach {
    Reach(DIRECTIONS.map(|direction| {
        let corners = body.iter().flat_map(Rect::corners);
        corners
            .map(|corner| direction.dot(corner) + margin)
            .fold(f64::MIN, f64::max)
    }))
}

impl Outline {
    /// The room around these nodes with its name on top; `reaches` are those of all nodes ([`body_reach`]).
    pub fn around(
        problem: &Problem,
        room: usize,
        nodes: &[usize],
        place: impl Fn(usize) -> Point,
        reaches: &[Reach],
    ) -> Self {
        let bodies: Vec<Rect> = nodes
            .iter()
            .flat_map(|node| problem.bodies[*node].map(|body| body.shifted(place(*node))))
            .collect();
        let title = set_title(&bodies, problem.titles[room]);
        let mut reach = [f64::MIN; SIDES];
        let mut hold = |point: Point, around: &Reach| {
            for (at, direction) in DIRECTIONS.iter().enumerate() {
                reach[at] = reach[at].max(direction.dot(point) + around.0[at]);
            }
        };
        for node in nodes {
            hold(place(*node), &reaches[*node]);
        }
        for corner in title.corners() {
            hold(corner, &Reach([problem.margin; SIDES]));
        }
        Self::new(Reach(reach), title)
    }

    /// The room of this reach and name.
    pub fn new(reach: Reach, title: Rect) -> Self {
        let middle = reach.bounds().centre();
        let sides = DIRECTIONS.iter().zip(reach.0);
        let farthest = sides
            .map(|(direction, reach)| reach - direction.dot(middle))
            .fold(0.0, f64::max);
        Self {
            reach,
            title,
            middle,
            radius: farthest * CORNER + CLEARANCE,
        }
    }

    /// The room moved by a shift.
    pub fn shifted(&self, by: Point) -> Self {
        let mut reach = self.reach;
        for (reach, direction) in reach.0.iter_mut().zip(DIRECTIONS) {
            *reach += direction.dot(by);
        }
        Self {
            reach,
            title: self.title.shifted(by),
            middle: self.middle + by,
            radius: self.radius,
        }
    }

    /// Its width and height.
    pub fn size(&self) -> (f64, f64) {
        let bounds = self.reach.bounds();
        (bounds.width(), bounds.height())
    }

    /// Whether it lies in the frame.
    pub fn is_within(&self, frame: &Rect) -> bool {
        frame.encloses(&self.reach.bounds(), 0.1)
    }

    /// Whether another room lies at least this far away.
    pub fn is_apart(&self, other: &Self, gap: f64) -> bool {
        let (own, its) = (&self.reach.0, &other.reach.0);
        let far = self.middle.distance(other.middle);
        far > self.radius + other.radius + gap
            || (0..SIDES).any(|at| -own[at] - its[(at + SIDES / 2) % SIDES] >= gap)
    }

    /// The length of the segment between two points inside the room or closer to it than the clearance.
    pub fn chord(&self, p: Point, q: Point) -> f64 {
        let (to, along) = (self.middle - p, q - p);
        let (off, length, ahead) = (to.cross(along), along.dot(along), to.dot(along));
        let square = self.radius * self.radius;
        // Most rooms lie far from most ties.
        if off * off > square * length
            || ahead < 0.0 && to.dot(to) > square
            || ahead > length && (to - along).dot(to - along) > square
        {
            return 0.0;
        }
        chord(&self.reach.0, CLEARANCE, p, q)
    }
}
