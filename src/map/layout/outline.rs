//! A room as it lies on the page: how far it reaches, and what runs through it.

use crate::map::plane::{DIRECTIONS, Point, Rect, SIDES, chord};

/// The corner of a polygon lies this much farther than its sides at most: 1/cos 7.5°.
const CORNER: f64 = 1.01;

/// How close a tie may pass a room.
const CLEARANCE: f64 = 0.5;

/// A room on the page.
#[derive(Debug, Clone, Copy)]
pub struct Outline {
    /// How far it reaches from the page's origin in each of the directions.
    pub reach: [f64; SIDES],
    /// The box of its name.
    pub title: Rect,
    /// The middle of its box.
    pub middle: Point,
    /// The farthest that it reaches from there.
    span: f64,
}

impl Outline {
    /// The room of this reach.
    pub fn new(reach: [f64; SIDES], title: Rect) -> Self {
        let middle = Point::new((reach[0] - reach[12]) / 2.0, (reach[6] - reach[18]) / 2.0);
        let sides = DIRECTIONS.iter().zip(reach);
        let farthest = sides
            .map(|(direction, reach)| reach - direction.dot(middle))
            .fold(0.0, f64::max);
        Self {
            reach,
            title,
            middle,
            span: farthest * CORNER + CLEARANCE,
        }
    }

    /// The room moved by a shift.
    pub fn shifted(&self, by: Point) -> Self {
        let mut reach = self.reach;
        for (reach, direction) in reach.iter_mut().zip(DIRECTIONS) {
            *reach += direction.dot(by);
        }
        Self {
            reach,
            title: self.title.shifted(by),
            middle: self.middle + by,
            span: self.span,
        }
    }

    /// Its width and height.
    pub fn size(&self) -> (f64, f64) {
        let reach = &self.reach;
        (reach[0] + reach[12], reach[6] + reach[18])
    }

    /// Whether it lies in the frame.
    pub fn within(&self, frame: &Rect) -> bool {
        let reach = &self.reach;
        -reach[12] >= frame.left - 0.1
            && reach[0] <= frame.right + 0.1
            && -reach[18] >= frame.top - 0.1
            && reach[6] <= frame.bottom + 0.1
    }

    /// Whether another room lies at least this far away.
    pub fn is_apart(&self, other: &Self, gap: f64) -> bool {
        let far = self.middle.distance(other.middle);
        far > self.span + other.span + gap
            || (0..SIDES).any(|at| -self.reach[at] - other.reach[(at + SIDES / 2) % SIDES] >= gap)
    }

    /// How long the straight line between two points runs inside.
    pub fn chord(&self, p: Point, q: Point) -> f64 {
        let (to, along) = (self.middle - p, q - p);
        let (off, length, ahead) = (to.cross(along), along.dot(along), to.dot(along));
        let square = self.span * self.span;
        // Most rooms lie far from most ties.
        if off * off > square * length
            || ahead < 0.0 && to.dot(to) > square
            || ahead > length && (to - along).dot(to - along) > square
        {
            return 0.0;
        }
        chord(&self.reach, CLEARANCE, p, q)
    }
}
