//! The ways of ties as the `d` of a path.

use std::fmt::Write;

use crate::map::plane::{Point, Route};

/// The visible parts of a tie; straight ones as lines.
pub fn curves(route: &Route) -> String {
    let mut d = String::new();
    let mut last: Option<Point> = None;
    for curve in route {
        let [a, b, c, e] = curve.map(Point::rounded);
        if last != Some(a) {
            let _ = write!(d, "M{} {}", a.x, a.y);
        }
        last = Some(e);
        let along = e - a;
        let length = along.length().max(0.1);
        let bulge = |p: Point| along.cross(p - a).abs() / length;
        let _ = if bulge(b) < 0.3 && bulge(c) < 0.3 {
            write!(d, "L{} {}", e.x, e.y)
        } else {
            write!(d, "C{} {} {} {} {} {}", b.x, b.y, c.x, c.y, e.x, e.y)
        };
    }
    d
}
