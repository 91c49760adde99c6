//! Names on the page, in the colours of their departments and on a veil of the ground.

use svg::node::Node;
use svg::node::element::{Element, Path};

use super::font::{ASCENT, LINE, Weight, width};
use super::label::Label;
use super::nodes::{Draw, lines};
use super::style::{SHADES, Shade};
use crate::map::plane::tenths;

/// How much of what runs under a name its veil hides.
const VEIL: f64 = 0.9;

/// The colours of a department and how often they stood for another before.
pub fn shade(hue: usize) -> (Shade, usize) {
    (SHADES[hue % SHADES.len()], hue / SHADES.len())
}

/// A department's name in its colour, on the ground of its room.
pub fn title(label: &Label, size: f64, ink: &str, ground: &str) -> [Box<dyn Node>; 2] {
    let name = name(label, size, ink)
        .with("font-weight", "bold")
        .at("font-size", size);
    [veil(label, size, Weight::Bold, ground).into(), name.into()]
}

/// The lines of a label, centred in its box.
pub fn name(label: &Label, size: f64, fill: &str) -> Element {
    let x = label.rect().centre().x;
    lines(rows(label, size).map(|(y, words)| (x, y, words))).with("fill", fill)
}

/// A veil of the ground under the lines of a label, so that ties do not strike them through.
///
/// A veil, not an outline of the letters: viewers that don't know `paint-order` would draw that over the letters.
pub fn veil(label: &Label, size: f64, weight: Weight, ground: &str) -> Path {
    let x = label.rect().centre().x;
    let d: String = rows(label, size)
        .map(|(baseline, words)| {
            let wide = width(words, weight, size) + 2.0;
            format!(
                "M{} {}h{}v{}h-{}z",
                tenths(x - wide / 2.0),
                tenths(baseline - 0.82 * size),
                tenths(wide),
                tenths(1.08 * size),
                tenths(wide)
            )
        })
        .collect();
    Path::new()
        .set("d", d)
        .set("fill", ground)
        .set("fill-opacity", VEIL)
}

/// The lines of a label with their baselines.
fn rows(label: &Label, size: f64) -> impl Iterator<Item = (f64, &str)> {
    let top = label.rect().top;
    let texts = label.text.split('\n').enumerate();
    texts.map(move |(row, words)| (top + size * (ASCENT + row as f64 * LINE), words))
}
