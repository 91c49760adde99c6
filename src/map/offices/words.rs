//! Text in lines of a width, one under the other.

use svg::node::element::Element;

use crate::map::paper::font::{Weight, greedy, one_line};
use crate::map::paper::nodes::{Draw, lines};

/// The height of a line in font sizes.
const LINE: f64 = 1.32;

/// Lines of text and where the next may begin.
pub struct Words {
    /// The lines.
    pub drawn: Element,
    /// How high they are.
    pub height: f64,
}

/// Sets a text from (left, top) on, at most so wide, at most so many lines.
pub fn set(
    words: &str,
    (left, top): (f64, f64),
    (wide, most): (f64, usize),
    size: f64,
    weight: Weight,
) -> Words {
    let mut rows = greedy(words, weight, size, wide);
    if rows.len() > most {
        let rest = rows.split_off(most - 1).join(" ");
        rows.push(one_line(&rest, weight, size, wide));
    }
    let drawn = lines(rows.iter().enumerate().map(|(row, words)| {
        let baseline = top + size * (0.98 + LINE * row as f64);
        (left, baseline, words.as_str())
    }));
    let bold = (weight == Weight::Bold).then_some("bold");
    Words {
        drawn: drawn.at("font-size", size).maybe("font-weight", bold),
        height: size * LINE * rows.len() as f64,
    }
}
