//! Boxes with sides along the axes.

use super::point::Point;

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

    /// The least box that holds both.
    pub fn union(&self, other: &Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// The least box that holds all of these; the empty box at the origin where there is none.
    pub fn around(boxes: impl IntoIterator<Item = Self>) -> Self {
        boxes
            .into_iter()
            .reduce(|a, b| a.union(&b))
            .unwrap_or_default()
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        // Without branches: of boxes side by side none is foreseen.
        (self.left < other.right)
            & (other.left < self.right)
            & (self.top < other.bottom)
            & (other.top < self.bottom)
    }

    /// Whether the point is inside or on the edge.
    pub fn contains(&self, point: Point) -> bool {
        (self.left..=self.right).contains(&point.x) && (self.top..=self.bottom).contains(&point.y)
    }

    /// Whether another box lies inside, or beyond the sides by no more than a tolerance.
    pub fn encloses(&self, other: &Self, tolerance: f64) -> bool {
        other.left >= self.left - tolerance
            && other.right <= self.right + tolerance
            && other.top >= self.top - tolerance
            && other.bottom <= self.bottom + tolerance
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
