//! Outlines as the `d` of a path.

use std::fmt::Write;

use crate::map::plane::{Point, tenths};

/// How far a corner of a room is rounded off.
const ROUND: f64 = 9.0;

/// A closed polygon.
pub fn polygon(ring: &[Point]) -> String {
    let mut d = String::new();
    for (at, point) in ring.iter().enumerate() {
        let letter = if at == 0 { "M" } else { "L" };
        let _ = write!(d, "{letter}{} {}", tenths(point.x), tenths(point.y));
    }
    d.push('Z');
    d
}

/// A closed polygon, its corners rounded.
pub fn rounded(ring: &[Point]) -> String {
    let mut d = String::new();
    for (at, corner) in ring.iter().enumerate() {
        let before = ring[(at + ring.len() - 1) % ring.len()];
        let after = ring[(at + 1) % ring.len()];
        let towards = |other: Point| {
            let far = corner.distance(other).max(1e-9);
            corner.towards(other, (ROUND / far).min(0.5)).rounded()
        };
        let (from, to) = (towards(before), towards(after));
        let letter = if at == 0 { "M" } else { "L" };
        let _ = write!(
            d,
            "{letter}{} {}Q{} {} {} {}",
            from.x, from.y, corner.x, corner.y, to.x, to.y
        );
    }
    d.push('Z');
    d
}
