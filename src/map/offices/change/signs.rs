//! The signs on lines: a plus for new, a cross for ended, a point upwards for clearly more.

use svg::node::element::{Circle, Group, Path};

use crate::analysis::Turn;
use crate::map::paper::nodes::Draw;
use crate::map::paper::style::PAPER;
use crate::map::plane::{Point, tenths};

/// The radius of a sign.
pub const SIGN: f64 = 8.5;

/// How far its strokes reach.
const ARM: f64 = 4.2;

/// The sign of what became of a pair.
pub fn sign(turn: Turn, centre: Point) -> Group {
    let ground = Circle::new()
        .around(centre, SIGN - 1.0)
        .set("fill", PAPER)
        .set("stroke", turn.colour())
        .set("stroke-width", 1.8);
    let at = |x: f64, y: f64| format!("{} {}", tenths(centre.x + x), tenths(centre.y + y));
    let lines = match turn {
        Turn::New => [(-ARM, 0.0), (ARM, 0.0), (0.0, -ARM), (0.0, ARM)],
        Turn::Ended => [
            (-0.75 * ARM, -0.75 * ARM),
            (0.75 * ARM, 0.75 * ARM),
            (-0.75 * ARM, 0.75 * ARM),
            (0.75 * ARM, -0.75 * ARM),
        ],
        Turn::Grown => [
            (-ARM, 0.6 * ARM),
            (0.0, -0.8 * ARM),
            (0.0, -0.8 * ARM),
            (ARM, 0.6 * ARM),
        ],
    };
    let [a, b, c, d] = lines.map(|(x, y)| at(x, y));
    let strokes = Path::new()
        .set("d", format!("M{a}L{b}M{c}L{d}"))
        .set("fill", "none")
        .set("stroke", turn.colour())
        .set("stroke-width", 2.2)
        .set("stroke-linecap", "round");
    Group::new().add(ground).add(strokes)
}
