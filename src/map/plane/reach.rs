//! Convex rooms as the support function sees them: how far they reach in 24 directions.
//!
//! Such a polygon is known as a k-DOP, a discrete oriented polytope, here with k = 24: gaps and chords cost one pass over
//! the directions, whatever the number of its corners.

use std::f64::consts::FRAC_1_SQRT_2;

use super::point::Point;
use super::rect::Rect;

/// Half of the [`DIRECTIONS`] in steps of 15°, as (cosine, sine): literals, since library functions differ in the last bit.
const HALF: [(f64, f64); 12] = [
    (1.0, 0.0),
    (0.965_925_826_289_068_3, 0.258_819_045_102_520_8),
    (0.866_025_403_784_438_6, 0.5),
    (FRAC_1_SQRT_2, FRAC_1_SQRT_2),
    (0.5, 0.866_025_403_784_438_6),
    (0.258_819_045_102_520_8, 0.965_925_826_289_068_3),
    (0.0, 1.0),
    (-0.258_819_045_102_520_8, 0.965_925_826_289_068_3),
    (-0.5, 0.866_025_403_784_438_6),
    (-FRAC_1_SQRT_2, FRAC_1_SQRT_2),
    (-0.866_025_403_784_438_6, 0.5),
    (-0.965_925_826_289_068_3, 0.258_819_045_102_520_8),
];

/// The number of directions in which a room is measured.
pub const SIDES: usize = 24;

/// The directions in which a room is measured; the one `SIDES / 2` further is the opposite.
pub const DIRECTIONS: [Point; SIDES] = {
    let mut directions = [Point::new(0.0, 0.0); SIDES];
    let mut at = 0;
    while at < SIDES / 2 {
        directions[at] = Point::new(HALF[at].0, HALF[at].1);
        directions[at + SIDES / 2] = Point::new(-HALF[at].0, -HALF[at].1);
        at += 1;
    }
    directions
};

/// How far a room reaches from its centre in each of the [`DIRECTIONS`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reach(pub [f64; SIDES]);

impl Reach {
    /// The reach of a set of points about the origin, with a margin around.
    pub fn of(points: impl IntoIterator<Item = Point> + Clone, margin: f64) -> Self {
        Self(DIRECTIONS.map(|direction| {
            points
                .clone()
                .into_iter()
                .map(|point| direction.dot(point))
                .fold(f64::MIN, f64::max)
                + margin
        }))
    }

    /// The least box that holds the room.
    pub fn bounds(&self) -> Rect {
        Rect {
            left: -self.0[SIDES / 2],
            top: -self.0[3 * SIDES / 4],
            right: self.0[0],
            bottom: self.0[SIDES / 4],
        }
    }

    /// The widest gap between this room and another that lies `shift` away, both scaled; where they overlap, minus the depth.
    pub fn gap(&self, other: &Self, shift: Point, scale: f64) -> f64 {
        // Each direction together with its opposite: this is the inner loop of the arrangement.
        let mut widest = f64::MIN;
        for (at, direction) in DIRECTIONS.iter().enumerate().take(SIDES / 2) {
            let along = direction.dot(shift);
            let back = at + SIDES / 2;
            let ahead = along - scale * (self.0[at] + other.0[back]);
            let behind = -along - scale * (self.0[back] + other.0[at]);
            widest = widest.max(ahead.max(behind));
        }
        widest
    }

    /// The widest gap and the direction in which it opens.
    pub fn separation(&self, other: &Self, shift: Point) -> (f64, Point) {
        let mut widest = (f64::MIN, DIRECTIONS[0]);
        for (at, direction) in DIRECTIONS.iter().enumerate() {
            let gap = direction.dot(shift) - self.0[at] - other.0[(at + SIDES / 2) % SIDES];
            if gap > widest.0 {
                widest = (gap, *direction);
            }
        }
        widest
    }

    /// The length inside the room of the segment from `a` to `b`, both seen from the centre.
    pub fn chord(&self, a: Point, b: Point) -> f64 {
        chord(&self.0, 0.0, a, b)
    }

    /// Whether a point seen from the centre is inside by at least a margin.
    pub fn holds(&self, point: Point, margin: f64) -> bool {
        DIRECTIONS
            .iter()
            .zip(self.0)
            .all(|(direction, reach)| direction.dot(point) <= reach - margin + 1e-9)
    }
}

/// The length of the segment a–b inside a polygon with a margin around it, given by how far it reaches from the origin in
/// each of the [`DIRECTIONS`].
///
/// Parametric clipping against each pair of opposite sides (Cyrus, Beck 1978).
pub fn chord(reach: &[f64; SIDES], margin: f64, a: Point, b: Point) -> f64 {
    let along = b - a;
    let (mut enter, mut leave) = (0.0f64, 1.0f64);
    for (at, direction) in DIRECTIONS.iter().enumerate().take(SIDES / 2) {
        let (start, slope) = (direction.dot(a), direction.dot(along));
        let ahead = reach[at] + margin - start;
        let behind = -reach[at + SIDES / 2] - margin - start;
        if slope.abs() < 1e-12 {
            if ahead < 0.0 || behind > 0.0 {
                return 0.0;
            }
            continue;
        }
        let (first, second) = (ahead / slope, behind / slope);
        enter = enter.max(first.min(second));
        leave = leave.min(first.max(second));
        if enter >= leave {
            return 0.0;
        }
    }
    (leave - enter) * along.length()
}
