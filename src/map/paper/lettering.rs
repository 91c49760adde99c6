//! Names on the page, in the colours of their departments and on a veil of the ground.

use super::font::{ASCENT, LINE, Weight, width};
use super::style::{PAPER, SHADES, Shade};
use super::xml::Xml;
use crate::map::network::geometry::Label;
use crate::map::network::scene::Department;
use crate::map::plane::tenths;

/// How much of what runs under a name its veil hides.
const VEIL: f64 = 0.9;

/// The colours of a department and how often they stood for another before.
pub fn shade(hue: usize) -> (Shade, usize) {
    (SHADES[hue % SHADES.len()], hue / SHADES.len())
}

/// A department's name in its colour, on the ground of its room.
pub fn title(xml: &mut Xml, label: &Label, size: f64, room: &Department) {
    let (shade, _) = shade(room.hue);
    let ground = if room.office { shade.ground } else { PAPER };
    lines(xml, label, size, true, shade.ink, Some(ground));
}

/// The lines of a label, centred in its box, on a veil of the ground so that ties do not strike them through.
///
/// A veil, not an outline of the letters: viewers that don't know `paint-order` would draw that over the letters.
pub fn lines(xml: &mut Xml, label: &Label, size: f64, bold: bool, fill: &str, veil: Option<&str>) {
    let rect = label.rect();
    let weight = if bold { Weight::Bold } else { Weight::Regular };
    let rows = || {
        let texts = label.text.split('\n').enumerate();
        texts.map(|(row, text)| (rect.top + size * (ASCENT + row as f64 * LINE), text))
    };
    if let Some(ground) = veil {
        let d: String = rows()
            .map(|(baseline, text)| {
                let wide = width(text, weight, size) + 2.0;
                format!(
                    "M{} {}h{}v{}h-{}z",
                    tenths(rect.centre().x - wide / 2.0),
                    tenths(baseline - 0.82 * size),
                    tenths(wide),
                    tenths(1.08 * size),
                    tenths(wide)
                )
            })
            .collect();
        xml.open("path")
            .set("d", d)
            .set("fill", ground)
            .set("fill-opacity", VEIL)
            .close();
    }
    xml.open("text");
    if bold {
        xml.set("font-weight", "bold").at("font-size", size);
    }
    xml.set("fill", fill);
    for (baseline, text) in rows() {
        xml.open("tspan")
            .at("x", rect.centre().x)
            .at("y", baseline)
            .say(text)
            .close();
    }
    xml.close();
}
