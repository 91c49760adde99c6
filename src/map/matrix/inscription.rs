//! What is written in a cell: how many ties are reported, in words where there is room, or what is to be expected.

use svg::node::element::Element;

use super::cells::{Cell, Cells};
use super::look::{Look, SIGN};
use crate::map::paper::font::{Weight, width};
use crate::map::paper::nodes::{Draw, Nodes, text};
use crate::map::paper::style::{Colour, INK, SOFT};
use crate::map::plane::Rect;
use crate::text::views::MatrixTexts;

/// The font size that a number has where its cell allows it.
const LEAST: f64 = 9.4;
/// The font size that a number has where its cell is higher than that of many.
const ROOMY: f64 = 15.0;
/// The font size of words beside numbers: the largest, and the least at which words stand.
const WORDS: (f64, f64) = (13.0, 8.0);
/// From this height on a cell has two lines.
const TWO: f64 = 34.0;

/// How all cells of a picture are written, chosen once: what is the same looks the same in all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Whether states stand as words, else as a number or a sign.
    spoken: bool,
    /// Whether what is to be expected stands in words, else as a number alone.
    about: bool,
    /// Whether with its range.
    pub ranged: bool,
}

impl Style {
    /// Everything in words.
    pub const WORDS: Self = Self {
        spoken: true,
        about: true,
        ranged: true,
    };

    /// What cells of this size have room for.
    pub fn of(cells: &Cells, rect: Rect, say: &MatrixTexts) -> Self {
        let signs = cells.iter().map(|(.., cell)| match cell.ties {
            Some(0) => cell.look.triangles(),
            _ => 0,
        });
        let most = of_words(rect, signs.max().unwrap_or(0));
        let spoken = |word: &str| fitting(word, rect.grown(-2.0), most).is_some();
        let high = rect.height() * 0.3;
        let fits = |words: &str| fitting(words, rect, high).is_some();
        let expected = || {
            let cells = cells.pairs().filter(|cell| cell.look.is_compared());
            cells.filter_map(|cell| cell.expected)
        };
        let about = cells.are_few() && rect.height() >= TWO;
        let about = about && expected().all(|(mean, ..)| fits(&(say.about)(mean)));
        Self {
            spoken: cells.are_few() && say.words.into_iter().all(spoken),
            about,
            ranged: about && expected().all(|(_, low, high)| fits(&(say.range)(low, high))),
        }
    }
}

/// What stands in a cell of which something is reported, with its ground and its signs; its words stand in `free`.
pub fn reported(
    cell: &Cell,
    (rect, free): (Rect, Rect),
    within: bool,
    style: Style,
    say: &MatrixTexts,
) -> Nodes {
    let look = cell.look;
    let mut drawn = look.ground(rect);
    let (upper, lower) = (rect.height() * 0.62, rect.height() * 0.38);
    let below = (cell.expected)
        .filter(|_| within && style.about)
        .map(|(mean, ..)| (say.expect)(mean))
        .and_then(|words| Some((fitting(&words, rect, lower * 0.5)?, words)));
    let line = match below {
        Some(_) => Rect::sized(free.left, free.top, free.width(), upper),
        None => free,
    };
    match (cell.ties, word(look, cell.ties, style, say)) {
        (_, Some(word)) => {
            let most = of_words(rect, look.triangles()).min(WORDS.0);
            let (_, whole) = wide(look, word, 1.0);
            let size = most.min((free.width() - 8.0) / whole);
            drawn.extend(written(look, word, line, size));
        }
        (Some(ties), None) => {
            let words = ties.to_string();
            let (_, whole) = wide(look, &words, 1.0);
            let size = of_number(
                look,
                &words,
                Rect {
                    left: rect.left,
                    ..line
                },
            );
            let size = size.min((line.width() - 2.0) / whole);
            drawn.extend(written(look, &words, line, size));
        }
        (None, None) => drawn.extend(look.sign(free)),
    }
    drawn.extend(below.map(|(size, words)| {
        let y = rect.bottom - lower * 0.62 + size * 0.36;
        beside(&words, rect, y, size, INK).into()
    }));
    drawn
}

/// A cell of the legend, without its number: its box, and what stands in it.
pub fn sample(
    look: Look,
    left: f64,
    middle: f64,
    style: Style,
    say: &MatrixTexts,
) -> (Rect, Nodes) {
    let word = state(look, say).filter(|_| style.spoken);
    let wide_enough = word.map_or(0.0, |word| width(word, weight(look), WORDS.1) + 8.0);
    let rect = Rect::sized(left, middle - 6.0, wide_enough.max(32.0), 12.0);
    let mut drawn = look.ground(rect);
    match word {
        Some(word) => drawn.extend(written(look, word, rect, WORDS.1)),
        None => drawn.extend(look.sign(rect)),
    }
    let (_, whole) = wide(look, "", rect.height());
    drawn.extend(look.signs(rect, rect.height(), whole));
    (rect, drawn)
}

/// What stands in a cell that says what is to be expected, with its range where there is room; paler and without it where
/// the pair is too small to be compared.
pub fn expected(cell: &Cell, rect: Rect, style: Style, say: &MatrixTexts) -> Nodes {
    let mut drawn = Look::TooSmall.ground(rect);
    let Some((mean, low, high)) = cell.expected else {
        return drawn;
    };
    let middle = rect.centre().y;
    let compared = cell.look.is_compared();
    let ink = if compared { INK } else { SOFT };
    let about = (say.about)(mean);
    let range = (say.range)(low, high);
    let sizes = [&about, &range].map(|words| fitting(words, rect, rect.height() * 0.3));
    match sizes {
        [Some(size), Some(of_range)] if style.ranged && compared => {
            let lines = [
                (about, -0.15, size),
                (range, 1.05, of_range.min(size * 0.85)),
            ];
            drawn.extend(lines.map(|(words, down, of)| {
                beside(&words, rect, middle + down * size, of, ink).into()
            }));
        }
        _ if style.about => {
            let wide = (rect.width() - 4.0) / width(&about, Weight::Regular, 1.0);
            let size = (rect.height() * 0.3).min(WORDS.0).min(wide);
            drawn.push(beside(&about, rect, middle + size * 0.36, size, ink).into());
        }
        _ => {
            let words = match mean.round() as u64 {
                0 => say.under_one.to_owned(),
                n => n.to_string(),
            };
            // Never larger than what is reported.
            let size = 0.88 * of_number(Look::TooSmall, "00", rect);
            drawn.push(beside(&words, rect, middle + size * 0.36, size, ink).into());
        }
    }
    drawn
}

/// The word for a state that has one.
fn word(look: Look, ties: Option<u32>, style: Style, say: &MatrixTexts) -> Option<&'static str> {
    let word = match ties {
        Some(0) => Some(say.words[0]),
        _ => state(look, say),
    };
    word.filter(|_| style.spoken)
}

/// The largest font size of words behind so many triangles.
fn of_words(rect: Rect, triangles: usize) -> f64 {
    rect.height() * 0.42 / (1.0 + 0.2 * triangles as f64)
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
    let high = high.max((rect.height() * 0.52).min(ROOMY));
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
fn beside(words: &str, rect: Rect, y: f64, size: f64, ink: Colour) -> Element {
    text(words)
        .at("x", rect.centre().x)
        .at("y", y)
        .at("font-size", size)
        .with("fill", ink)
}
