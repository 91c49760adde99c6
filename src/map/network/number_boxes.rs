//! The boxes with the numbers of bands and the words on pairs without a tie.

use svg::node::element::{Group, Rectangle};

use super::bands::NUMBER;
use crate::map::paper::label::Label;
use crate::map::paper::lettering::shade;
use crate::map::paper::nodes::{Draw, text};
use crate::map::paper::style::{INK, LOOSE, PAPER};
use crate::map::plane::Rect;

/// How wide the colours at the ends of a number are.
const TIP: f64 = 4.0;

/// The colours of the two departments of a number, at its ends.
pub fn tips(rect: Rect, hues: [usize; 2]) -> [Rectangle; 2] {
    let at = [rect.left + 1.5, rect.right - 1.5 - TIP];
    [0, 1].map(|end| {
        let tip = Rect::sized(at[end], rect.top + 2.0, TIP, rect.height() - 4.0);
        Rectangle::new()
            .over(tip)
            .set("rx", 1.5)
            .set("fill", shade(hues[end]).0.ink)
    })
}

/// A number with such colours, for the legend.
pub fn tipped(rect: Rect) -> Group {
    let number = text("5")
        .at("x", rect.centre().x)
        .at("y", rect.centre().y + 0.36 * NUMBER)
        .with("font-size", NUMBER)
        .with("font-weight", "bold")
        .with("text-anchor", "middle")
        .with("fill", INK);
    Group::new()
        .add(ground(rect))
        .all(tips(rect, [0, 1]))
        .add(number)
}

fn ground(rect: Rect) -> Rectangle {
    Rectangle::new()
        .over(rect)
        .set("rx", 4)
        .set("fill", PAPER)
        .set("stroke", LOOSE)
        .set("stroke-width", 0.7)
}

/// A text on the line between two departments.
pub fn pill(label: &Label, [a, b]: [&str; 2]) -> Group {
    let rect = label.rect();
    let words = text(&label.text)
        .at("x", rect.centre().x)
        .at("y", rect.centre().y + 0.36 * NUMBER)
        .with("font-size", NUMBER)
        .with("font-weight", "bold")
        .with("fill", INK);
    Group::new()
        .set("class", "number")
        .named("data-a", a)
        .named("data-b", b)
        .add(ground(rect))
        .add(words)
}
