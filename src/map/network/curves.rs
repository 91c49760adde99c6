//! The ways of ties, and what closes them at both ends, as the `d` of a path.

use std::fmt::Write;

use crate::map::plane::{Point, Route, at};

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

/// Half the length of the bar that closes a way, and how far it stands from its end: a room's edge may run along there.
const BAR: (f64, f64) = (6.0, 4.0);

/// A bar across each end of a way.
pub fn bars(route: &Route) -> String {
    let mut d = String::new();
    for [a, b] in ends(route).into_iter().flatten() {
        let _ = write!(d, "M{} {}L{} {}", a.x, a.y, b.x, b.y);
    }
    d
}

fn ends(route: &Route) -> Option<[[Point; 2]; 2]> {
    let (first, last) = (route.first()?, route.last()?);
    let across = |end: Point, towards: Point| {
        let along = towards - end;
        let along = along * (1.0 / along.length().max(1e-9));
        let (middle, side) = (end + along * BAR.1, Point::new(-along.y, along.x) * BAR.0);
        [(middle - side).rounded(), (middle + side).rounded()]
    };
    Some([
        across(first[0], at(first, 0.1)),
        across(last[3], at(last, 0.9)),
    ])
}
