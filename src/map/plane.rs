//! Points, boxes and convex rooms of the plane, with nothing but + − × / and √: every machine computes the same bytes.

use std::f64::consts::FRAC_1_SQRT_2;
use std::ops::{Add, Mul, Sub};

use serde::{Serialize, Serializer, ser::SerializeTuple};

/// A point, or a shift.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

impl Point {
    /// The point at (x, y).
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// The scalar product.
    pub fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y
    }

    /// The cross product's length, positive when `other` turns clockwise on the page.
    pub fn cross(self, other: Self) -> f64 {
        self.x * other.y - self.y * other.x
    }

    /// The length of the shift.
    pub fn length(self) -> f64 {
        self.dot(self).sqrt()
    }

    /// The distance to another point.
    pub fn distance(self, other: Self) -> f64 {
        (self - other).length()
    }

    /// The point that lies the share `t` of the way to another.
    pub fn towards(self, other: Self, t: f64) -> Self {
        self + (other - self) * t
    }

    /// The point on the page's grid of tenths.
    pub fn rounded(self) -> Self {
        Self::new(tenths(self.x), tenths(self.y))
    }
}

/// A coordinate on the page's grid of tenths; never −0.
pub fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0 + 0.0
}

impl Add for Point {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y)
    }
}

impl Sub for Point {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self::new(self.x - other.x, self.y - other.y)
    }
}

impl Mul<f64> for Point {
    type Output = Self;
    fn mul(self, factor: f64) -> Self {
        Self::new(self.x * factor, self.y * factor)
    }
}

impl Serialize for Point {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut pair = serializer.serialize_tuple(2)?;
        pair.serialize_element(&self.x)?;
        pair.serialize_element(&self.y)?;
        pair.end()
    }
}

/// A box with sides along the axes.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Rect {
    /// The left side.
    pub left: f64,
    /// The upper side.
    pub top: f64,
    /// The right side.
    pub right: f64,
    /// The lower side.
    pub bottom: f64,
}

impl Rect {
    /// The box of this size whose upper left corner is (left, top).
    pub fn sized(left: f64, top: f64, width: f64, height: f64) -> Self {
        Self {
            left,
            top,
            right: left + width,
            bottom: top + height,
        }
    }

    /// Its width.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Its height.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Its middle.
    pub fn centre(&self) -> Point {
        Point::new(
            (self.left + self.right) / 2.0,
            (self.top + self.bottom) / 2.0,
        )
    }

    /// The box moved by a shift.
    pub fn shifted(&self, by: Point) -> Self {
        Self {
            left: self.left + by.x,
            top: self.top + by.y,
            right: self.right + by.x,
            bottom: self.bottom + by.y,
        }
    }

    /// The box with a margin added on each side.
    pub fn grown(&self, margin: f64) -> Self {
        Self {
            left: self.left - margin,
            top: self.top - margin,
            right: self.right + margin,
            bottom: self.bottom + margin,
        }
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether the point is inside or on the edge.
    pub fn contains(&self, point: Point) -> bool {
        (self.left..=self.right).contains(&point.x) && (self.top..=self.bottom).contains(&point.y)
    }

    /// Whether the straight line between two points runs through the box (Liang, Barsky 1984, p. 7).
    pub fn meets(&self, a: Point, b: Point) -> bool {
        let (mut from, mut to) = (0.0, 1.0);
        let sides = [
            (a.x - b.x, a.x - self.left),
            (b.x - a.x, self.right - a.x),
            (a.y - b.y, a.y - self.top),
            (b.y - a.y, self.bottom - a.y),
        ];
        for (out, room) in sides {
            if out == 0.0 {
                if room < 0.0 {
                    return false;
                }
            } else if out < 0.0 {
                from = f64::max(from, room / out);
            } else {
                to = f64::min(to, room / out);
            }
        }
        from <= to
    }

    /// Its four corners.
    pub fn corners(&self) -> [Point; 4] {
        [
            Point::new(self.left, self.top),
            Point::new(self.right, self.top),
            Point::new(self.right, self.bottom),
            Point::new(self.left, self.bottom),
        ]
    }
}

/// Half of the directions of [`DIRECTIONS`] in steps of 15°, as (cosine, sine): literals, since library functions differ in the last bit.
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

    /// The widest gap between this room and another that lies `shift` away, both scaled; negative: how deep they overlap.
    pub fn gap(&self, other: &Self, shift: Point, scale: f64) -> f64 {
        // The first half of the directions and their opposites at once: this is the inner loop of the arrangement.
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

    /// How long the straight line from `a` to `b`, both seen from the centre, runs inside.
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

/// How long the straight line from a to b runs inside a polygon with a margin around it, given by how far it reaches
/// from the origin in each of the [`DIRECTIONS`].
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

/// The convex hull, clockwise on the page, of the points widened by `margin` in all [`DIRECTIONS`].
pub fn hull(points: &[Point], margin: f64) -> Vec<Point> {
    let mut spread: Vec<Point> = points
        .iter()
        .flat_map(|point| DIRECTIONS.map(|direction| (*point + direction * margin).rounded()))
        .collect();
    spread.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    spread.dedup();
    if spread.len() < 3 {
        return spread;
    }
    let mut ring: Vec<Point> = Vec::new();
    for pass in 0..2 {
        let begin = ring.len();
        let step = |ring: &mut Vec<Point>, point: Point| {
            while ring.len() >= begin + 2 {
                let last = ring[ring.len() - 1];
                let before = ring[ring.len() - 2];
                if (last - before).cross(point - last) > 0.0 {
                    break;
                }
                ring.pop();
            }
            ring.push(point);
        };
        if pass == 0 {
            spread.iter().for_each(|point| step(&mut ring, *point));
        } else {
            spread
                .iter()
                .rev()
                .for_each(|point| step(&mut ring, *point));
        }
        ring.pop();
    }
    ring
}

/// Whether a polygon (any ring of corners) holds the point.
pub fn inside(ring: &[Point], point: Point) -> bool {
    let mut within = false;
    let mut last = match ring.last() {
        Some(last) => *last,
        None => return false,
    };
    for &corner in ring {
        if (corner.y > point.y) != (last.y > point.y)
            && point.x < (last.x - corner.x) * (point.y - corner.y) / (last.y - corner.y) + corner.x
        {
            within = !within;
        }
        last = corner;
    }
    within
}

/// Whether the segments a–b and c–d cross at a point inside both.
pub fn cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    let side = |p: Point, q: Point, r: Point| (q - p).cross(r - p);
    let (of_a, of_b) = (side(c, d, a), side(c, d, b));
    let (of_c, of_d) = (side(a, b, c), side(a, b, d));
    of_a * of_b < 0.0 && of_c * of_d < 0.0
}

/// The distance of a point from the segment a–b.
pub fn distance_to_segment(point: Point, a: Point, b: Point) -> f64 {
    let along = b - a;
    let square = along.dot(along);
    let share = if square > 0.0 {
        ((point - a).dot(along) / square).clamp(0.0, 1.0)
    } else {
        0.0
    };
    point.distance(a.towards(b, share))
}
