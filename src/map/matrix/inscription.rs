//! What is written in a cell: how many ties are reported, in words where there is room, or what is to be expected.

use svg::node::element::Element;

use super::cells::Cell;
use super::look::{Look, SIGN};
use crate::map::paper::font::{Weight, width};
use crate::map::paper::nodes::{Draw, Nodes, text};
use crate::map::paper::style::{INK, SOFT};
use crate::map::plane::Rect;
use crate::text::views::MatrixTexts;

/// The font size that a number has where its cell allows it.
const LEAST: f64 = 9.4;
/// The font size of words beside numbers: the largest, and the least at which words stand.
const WORDS: (f64, f64) = (13.0, 8.0);
/// From this height on a cell has two lines.
const TWO: f64 = 34.0;

/// What stands in a cell of which something is reported, with its ground and its signs.
pub fn reported(cell: &Cell, rect: Rect, within: bool, say: &MatrixTexts) -> Nodes {
    let look = cell.look;
    let mut drawn = look.ground(rect);
    let (upper, lower) = (rect.height() * 0.62, rect.height() * 0.38);
    let below = (cell.expected)
        .filter(|_| within && rect.height() >= TWO)
        .map(|(mean, ..)| (say.expect)(mean))
        .and_then(|words| Some((fitting(&words, rect, lower * 0.5)?, words)));
    let line = match below {
        Some(_) => Rect::sized(rect.left, rect.top, rect.width(), upper),
        None => rect,
    };
    match (cell.ties, word(look, cell.ties, rect, say)) {
        (_, Some((word, size))) => drawn.extend(written(look, word, line, size)),
        (Some(ties), None) => {
            let words = ties.to_string();
            let size = of_number(look, &words, line);
            drawn.extend(written(look, &words, line, size));
        }
        (None, None) => drawn.extend(look.sign(rect)),
    }
    drawn.extend(below.map(|(size, words)| {
        let y = rect.bottom - lower * 0.62 + size * 0.36;
        quiet(&words, rect, y, size).into()
    }));
    drawn
}

/// A cell of the legend, without its number.
pub fn sample(look: Look, rect: Rect, spoken: bool, say: &MatrixTexts) -> Nodes {
    let mut drawn = look.ground(rect);
    let word = state(look, say).filter(|_| spoken);
    match word {
        Some(word) => drawn.extend(written(look, word, rect, WORDS.1)),
        None => drawn.extend(look.sign(rect)),
    }
    let (_, whole) = wide(look, "", rect.height());
    drawn.extend(look.signs(rect, rect.height(), whole));
    drawn
}

/// What stands in a cell that says what is to be expected, with its range where there is room.
pub fn expected(cell: &Cell, rect: Rect, say: &MatrixTexts) -> Nodes {
    let mut drawn = Look::TooSmall.ground(rect);
    let Some((mean, low, high)) = cell.expected else {
        return drawn;
    };
    let middle = rect.centre().y;
    let about = (say.about)(mean);
    let range = (say.range)(low, high);
    let sizes = [&about, &range].map(|words| fitting(words, rect, rect.height() * 0.26));
    match sizes {
        [Some(size), Some(of_range)] if rect.height() >= TWO => {
            let lines = [
                (about, -0.15, size),
                (range, 1.05, of_range.min(size * 0.85)),
            ];
            drawn.extend(
                lines.map(|(words, down, of)| quiet(&words, rect, middle + down * size, of).into()),
            );
        }
        _ => {
            let high = rect.height() * 0.72;
            let words = match fitting(&about, rect, high) {
                Some(_) => about,
                None => format!("{}", mean.round()),
            };
            let wide = width(&words, Weight::Regular, 1.0);
            let size = high.min(WORDS.0).min((rect.width() - 2.0) / wide);
            drawn.push(quiet(&words, rect, middle + size * 0.36, size).into());
        }
    }
    drawn
}

/// The word for a state that has one, with its font size, where it fits.
fn word(
    look: Look,
    ties: Option<u32>,
    rect: Rect,
    say: &MatrixTexts,
) -> Option<(&'static str, f64)> {
    let word = match ties {
        Some(0) => say.words[0],
        _ => state(look, say)?,
    };
    let signs = 1.0 + 0.2 * look.triangles() as f64;
    let size = fitting(word, rect.grown(-2.0), rect.height() * 0.42 / signs)?;
    Some((word, size))
}

/// The word for a state of which no number is said.
fn state(look: Look, say: &MatrixTexts) -> Option<&'static str> {
    match look {
        Look::Silent => Some(say.words[0]),
        Look::Reported => Some(say.words[1]),
        _ => None,
    }
}

/// The font size of words that fit into a box, at most this; none where they would be too small.
fn fitting(words: &str, rect: Rect, most: f64) -> Option<f64> {
    let wide = (rect.width() - 6.0) / width(words, Weight::Regular, 1.0);
    let size = most.min(WORDS.0).min(wide);
    (size >= WORDS.1).then_some(size)
}

/// The font size of a number with its signs.
fn of_number(look: Look, words: &str, rect: Rect) -> f64 {
    // In low cells the number fills the height, so that it can be read.
    let high = (rect.height() * 0.42).max((rect.height() * 0.72).min(LEAST));
    let largest = high.min(rect.width() * 0.45).min(20.0);
    let (_, whole) = wide(look, words, largest);
    largest * ((rect.width() - 2.0) / whole).min(1.0)
}

/// How wide the signs are, and all that stands in a cell.
fn wide(look: Look, words: &str, size: f64) -> (f64, f64) {
    let times = look.triangles();
    let signs = SIGN * size * times as f64;
    let gap = if times > 0 { 0.25 * size } else { 0.0 };
    (signs + gap, signs + gap + width(words, weight(look), size))
}

fn weight(look: Look) -> Weight {
    match look {
        Look::Against { .. } => Weight::Bold,
        _ => Weight::Regular,
    }
}

/// The signs and the words side by side, in the middle of the box.
fn written(look: Look, words: &str, rect: Rect, size: f64) -> Nodes {
    let (signs, whole) = wide(look, words, size);
    let mut drawn = look.signs(rect, size, whole);
    let middle = rect.centre();
    let bold = weight(look) == Weight::Bold;
    let words = text(words)
        .at("x", middle.x + signs / 2.0)
        .at("y", middle.y + size * 0.36)
        .at("font-size", size)
        .with("font-weight", if bold { "bold" } else { "normal" })
        .with("fill", if bold { INK } else { SOFT });
    drawn.push(words.into());
    drawn
}

/// Words beside what is reported.
fn quiet(words: &str, rect: Rect, y: f64, size: f64) -> Element {
    text(words)
        .at("x", rect.centre().x)
        .at("y", y)
        .at("font-size", size)
        .with("fill", SOFT)
}
