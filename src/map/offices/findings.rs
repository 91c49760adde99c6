//! The findings as numbered sentences beside the picture.

use svg::node::element::Group;

use super::content::Content;
use super::figure::numbered;
use super::look::{APART, CLOSE, HELD};
use super::words::set;
use crate::analysis::{Finding, Found, nothing};
use crate::map::paper::font::Weight;
use crate::map::paper::nodes::Draw;
use crate::map::paper::style::{Colour, INK};
use crate::map::plane::Point;
use crate::text::Lang;

/// How much larger a title is than its sentence.
const TITLE: f64 = 1.14;

/// The width of a number with the space beside it, in font sizes; the space under a finding.
const NUMBER: f64 = 2.2;
const UNDER: f64 = 1.1;

/// The findings from a height on, and where they end.
pub fn findings(
    content: &Content,
    (left, top): (f64, f64),
    (wide, most): (f64, usize),
    size: f64,
    lang: Lang,
) -> (Group, f64) {
    let mut group = Group::new().set("class", "findings").set("fill", INK);
    let mut y = top;
    if content.findings.is_empty() {
        let sentence = format!("{}.", nothing(content.report, lang));
        let words = set(
            &sentence,
            (left, y),
            (wide, most),
            TITLE * size,
            Weight::Regular,
        );
        return (group.add(words.drawn), y + words.height + UNDER * size);
    }
    let (own, wide) = (left + NUMBER * size, wide - NUMBER * size);
    for (number, finding) in content.findings.iter().enumerate() {
        let middle = Point::new(left + 0.8 * size, y + 0.62 * TITLE * size);
        let (title, sentence) = (finding.title(lang), finding.sentence(lang));
        let title = set(&title, (own, y), (wide, 3), TITLE * size, Weight::Bold);
        let below = y + title.height;
        let words = set(&sentence, (own, below), (wide, most), size, Weight::Regular);
        y = below + words.height + UNDER * size;
        group = group
            .all(numbered(number, middle, 1.1 * size, ink(finding)))
            .add(title.drawn)
            .add(words.drawn);
    }
    (group, y)
}

/// The colour of a finding, as in the picture.
fn ink(finding: &Finding) -> Colour {
    match finding.found {
        Found::Apart(_) | Found::AlsoApart(_) => APART[0],
        Found::Held(_) => HELD,
        Found::More(_) => CLOSE[0],
        Found::Inside(_) => INK,
    }
}
