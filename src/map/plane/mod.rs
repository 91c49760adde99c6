//! The geometry below all drawings: points, boxes, convex rooms, polygons and curves.
//!
//! Nothing but + − × / and √ is used, which IEEE 754 rounds alike everywhere: every machine computes the same bytes.

mod curve;
mod point;
mod polygon;
mod reach;
mod rect;

pub use curve::{Curve, Route, at, bent, cut, fan, straight, through};
pub use point::{Point, tenths};
pub use polygon::{cross, distance_to_segment, hull, inside};
pub use reach::{DIRECTIONS, Reach, SIDES, chord};
pub use rect::Rect;
