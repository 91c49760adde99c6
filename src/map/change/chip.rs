//! A count in its box.

use svg::node::element::{Circle, Group, Path, Rectangle};

use super::look::Fate;
use crate::map::paper::font::{LINE, Weight, width};
use crate::map::paper::nodes::{Draw, Nodes, text};
use crate::map::paper::style::{INK, PAPER, RULE};
use crate::map::plane::{Point, Rect, tenths};

/// The font size of a count.
pub const CHIP: f64 = 10.0;
/// The height of its box.
pub const HIGH: f64 = CHIP * LINE + 2.0;
/// The room of a sign in it.
const SIGN: f64 = 10.5;
/// The distance between its parts.
const GAP: f64 = 4.0;

/// The count of a pair: texts, some behind the sign of what they count.
pub type Count = Vec<(Option<Fate>, String)>;

/// How wide a count is with its box.
pub fn count_width(count: &Count) -> f64 {
    let part = |(sign, text): &(Option<Fate>, String)| {
        let sign = if sign.is_some() { SIGN } else { 0.0 };
        sign + width(text, Weight::Bold, CHIP) + GAP
    };
    count.iter().map(part).sum::<f64>() - GAP + 7.0
}

/// A count in its box.
pub fn chip(rect: Rect, count: &Count) -> Nodes {
    let ground = Rectangle::new()
        .over(rect)
        .set("rx", 4)
        .set("fill", PAPER)
        .set("stroke", RULE);
    let mut drawn: Nodes = vec![ground.into()];
    let middle = rect.centre().y;
    let mut x = rect.left + 3.5;
    for (sign, words) in count {
        if let Some(fate) = sign {
            let at = Point::new(x + SIGN / 2.0 - 0.5, middle);
            drawn.extend(fate.sign(at).map(Box::from));
            x += SIGN;
        }
        let wide = width(words, Weight::Bold, CHIP);
        let words = text(words)
            .at("x", x + wide / 2.0)
            .at("y", middle + 0.36 * CHIP)
            .with("text-anchor", "middle")
            .with("font-size", tenths(CHIP))
            .with("font-weight", "bold")
            .with("fill", INK);
        drawn.push(words.into());
        x += wide + GAP;
    }
    drawn
}

/// The line from a count to what it counts.
pub fn leader(from: Point, of: Point) -> Group {
    let [a, b] = [from, of].map(Point::rounded);
    let line = Path::new()
        .set("d", format!("M{} {}L{} {}", a.x, a.y, b.x, b.y))
        .set("stroke", INK)
        .set("stroke-width", 0.9);
    let end = Circle::new()
        .set("cx", b.x)
        .set("cy", b.y)
        .set("r", 2)
        .set("fill", INK)
        .set("stroke", PAPER)
        .set("stroke-width", 0.6);
    Group::new().add(line).add(end)
}
