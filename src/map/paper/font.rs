//! How wide a text is, in the font that the picture is drawn with, and where its lines break.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use ttf_parser::Face;

use crate::text::compounds;

/// Room for the fallbacks of a reader's machine, which run a little wider than Noto Sans.
const FALLBACK: f64 = 1.04;

/// The height of a line in font sizes.
pub const LINE: f64 = 1.18;

/// How far the first baseline lies under the top of a text's box, in font sizes.
pub const ASCENT: f64 = 0.95;

/// A weight of the font.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Noto Sans Regular.
    Regular,
    /// Noto Sans Bold.
    Bold,
}

/// The advances of one weight, in font sizes.
struct Metrics {
    face: Face<'static>,
    /// Of the characters below U+0180, which nearly all names are made of.
    common: Vec<f64>,
}

static REGULAR: LazyLock<Metrics> = LazyLock::new(|| Metrics::new(notosans::REGULAR_TTF));
static BOLD: LazyLock<Metrics> = LazyLock::new(|| Metrics::new(notosans::BOLD_TTF));

impl Metrics {
    fn new(bytes: &'static [u8]) -> Self {
        let face = Face::parse(bytes, 0).expect("the font is part of the program");
        let common = (0..0x180)
            .map(|code| advance(&face, char::from_u32(code).unwrap_or(' ')))
            .collect();
        Self { face, common }
    }

    fn advance(&self, c: char) -> f64 {
        match self.common.get(c as usize) {
            Some(advance) => *advance,
            None => advance(&self.face, c),
        }
    }
}

fn advance(face: &Face, c: char) -> f64 {
    // A character that the font lacks comes from another font on the reader's machine: at most about one em wide.
    face.glyph_index(c)
        .and_then(|glyph| face.glyph_hor_advance(glyph))
        .map_or(1.0, |units| {
            f64::from(units) / f64::from(face.units_per_em())
        })
}

/// How many characters that the font lacks are named.
const NAMED: usize = 12;

/// The characters of a text that the font lacks, each once, the first of them where there are many.
pub fn lacking(text: &str) -> String {
    let lacks = |c: &char| !c.is_control() && REGULAR.face.glyph_index(*c).is_none();
    let found: BTreeSet<char> = text.chars().filter(lacks).collect();
    let mut named: Vec<String> = found.iter().take(NAMED).map(char::to_string).collect();
    if found.len() > NAMED {
        named.push("…".to_owned());
    }
    named.join(" ")
}

/// The width of a line of text at a font size.
pub fn width(text: &str, weight: Weight, size: f64) -> f64 {
    let metrics = match weight {
        Weight::Regular => &*REGULAR,
        Weight::Bold => &*BOLD,
    };
    text.chars().map(|c| metrics.advance(c)).sum::<f64>() * size * FALLBACK
}

/// A text broken into lines, and the box that holds them.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// The lines.
    pub lines: Vec<String>,
    /// The width of the widest.
    pub width: f64,
    /// The height of all.
    pub height: f64,
}

impl Block {
    /// Breaks a text into at most `most` lines of about `limit` width, as even as they can be; what does not fit is cut with "…".
    pub fn set(text: &str, weight: Weight, size: f64, limit: f64, most: usize) -> Self {
        let measure = |line: &str| width(line, weight, size);
        let words = pieces(text, limit, &measure);
        let widest = words
            .iter()
            .map(|word| measure(&word.text))
            .fold(0.0, f64::max);
        let limit = limit.max(widest);
        let mut lines = fill(&words, limit, &measure);
        if lines.len() > 1 && lines.len() <= most {
            // The narrowest width that needs no further line makes the lines even.
            let mut low = widest;
            let mut high = limit;
            for _ in 0..6 {
                let middle = (low + high) / 2.0;
                let narrower = fill(&words, middle, &measure);
                if narrower.len() > lines.len() {
                    low = middle;
                } else {
                    high = middle;
                    lines = narrower;
                }
            }
        }
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                while measure(&format!("{last}…")) > limit && last.pop().is_some() {}
                let cut = last.trim_end_matches([' ', ',', '-']).len();
                last.truncate(cut);
                last.push('…');
            }
        }
        Self {
            width: lines.iter().map(|line| measure(line)).fold(0.0, f64::max),
            height: lines.len() as f64 * size * LINE,
            lines,
        }
    }

    /// Whether nothing of the text was cut.
    pub fn is_whole(&self) -> bool {
        !self.lines.last().is_some_and(|line| line.ends_with('…'))
    }

    /// The text with `\n` where it breaks.
    pub fn text(&self) -> String {
        self.lines.join("\n")
    }
}

/// A text in lines of at most `limit` width, each as full as it can be; only a word that is alone in its line is wider.
pub fn greedy(text: &str, weight: Weight, size: f64, limit: f64) -> Vec<String> {
    let measure = |line: &str| width(line, weight, size);
    fill(&pieces(text, limit, &measure), limit, &measure)
}

/// The font size at which a line of text keeps to the limit, down to three quarters of the size and not under 8.
pub fn fitted(text: &str, weight: Weight, size: f64, limit: f64) -> f64 {
    let share = limit / width(text, weight, size).max(1e-9);
    let least = (0.75 * size).max(8.0).min(size);
    (size * share * 0.99).clamp(least, size)
}

/// One line of a text, cut with "…" where it is wider than the limit.
pub fn one_line(text: &str, weight: Weight, size: f64, limit: f64) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // Not more than a line could ever show.
    let mut line: String = words.chars().take(400).collect();
    if line.len() == words.len() && width(&line, weight, size) <= limit {
        return line;
    }
    while width(&line, weight, size) > limit - size * 0.9 && line.pop().is_some() {}
    line.truncate(line.trim_end_matches([' ', ',', '-', '–']).len());
    line.push('…');
    line
}

/// A word, or the next part of one that was broken.
struct Piece {
    text: String,
    /// For a part: how many hyphens go when it follows on the same line.
    glued: Option<usize>,
}

/// The words of a text, those longer than the limit broken; not more than a label could ever show.
fn pieces(text: &str, limit: f64, measure: &dyn Fn(&str) -> f64) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for word in text.split_whitespace().take(200) {
        let word: String = word.chars().take(400).collect();
        let parts = broken(&word, limit, measure);
        let mut glued = None;
        for (at, part) in parts.iter().enumerate() {
            let hyphen = at + 1 < parts.len() && !part.ends_with('-');
            pieces.push(Piece {
                text: format!("{part}{}", if hyphen { "-" } else { "" }),
                glued: glued.replace(usize::from(hyphen)),
            });
        }
    }
    pieces
}

/// So many times as wide as a line a part of a word may be that has a joint, and a word without one.
const WIDE: (f64, f64) = (1.3, 1.7);

/// The parts of a word that is longer than the limit: at a compound's joints, a very long one between syllables, else
/// anywhere.
fn broken<'w>(word: &'w str, limit: f64, measure: &dyn Fn(&str) -> f64) -> Vec<&'w str> {
    if measure(word) <= limit {
        return vec![word];
    }
    if let (first, Some(second)) = compounds::parts(word) {
        let each = [first, second].into_iter();
        return each
            .flat_map(|part| match measure(part) <= WIDE.0 * limit {
                true => vec![part],
                false => broken(part, limit, measure),
            })
            .collect();
    }
    if measure(word) <= WIDE.1 * limit {
        return vec![word];
    }
    let (mut parts, mut begin, mut end) = (Vec::new(), 0, 0);
    for syllable in compounds::syllables(word) {
        if end > begin && measure(&word[begin..end + syllable.len()]) > limit {
            parts.push(&word[begin..end]);
            begin = end;
        }
        end += syllable.len();
    }
    parts.push(&word[begin..]);
    let each = parts.into_iter();
    each.flat_map(|part| chopped(part, WIDE.1 * limit, measure))
        .collect()
}

/// A text in parts of at most the limit, whatever it is.
fn chopped<'t>(text: &'t str, limit: f64, measure: &dyn Fn(&str) -> f64) -> Vec<&'t str> {
    let (mut parts, mut begin) = (Vec::new(), 0);
    for (at, c) in text.char_indices() {
        let short = text[begin..at].chars().count() < 2;
        if !short && measure(&text[begin..at + c.len_utf8()]) > limit {
            parts.push(&text[begin..at]);
            begin = at;
        }
    }
    parts.push(&text[begin..]);
    parts
}

fn fill(pieces: &[Piece], limit: f64, measure: &dyn Fn(&str) -> f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces {
        if let Some(last) = lines.last_mut() {
            let longer = match piece.glued {
                Some(hyphens) => format!("{}{}", &last[..last.len() - hyphens], piece.text),
                None => format!("{last} {}", piece.text),
            };
            if measure(&longer) <= limit + 1e-9 {
                *last = longer;
                continue;
            }
        }
        lines.push(piece.text.clone());
    }
    lines
}
