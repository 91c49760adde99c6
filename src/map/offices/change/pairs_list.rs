//! The pairs that are new, ended or clearly more as a list beside the picture.

use svg::node::element::Group;

use super::super::words::set;
use super::content::{Changes, Pair};
use super::signs::{SIGN, sign};
use crate::analysis::Turn;
use crate::map::paper::font::Weight;
use crate::map::paper::style::INK;
use crate::map::plane::{Point, Rect};
use crate::text::Lang;
use crate::text::views::OfficesChangeTexts;

/// How much larger a heading is than what stands under it.
const HEADING: f64 = 1.14;

/// In font sizes: the space of a sign, that under a pair and that under a group.
const BESIDE: f64 = 2.0;
const UNDER: f64 = 0.3;
const UNDER_GROUP: f64 = 0.8;

/// The list from the top of a box on, as many pairs of each kind as `most` says, and where it ends.
pub fn pairs_list(
    changes: &Changes,
    column: Rect,
    most: usize,
    size: f64,
    lang: Lang,
) -> (Group, f64) {
    let say = OfficesChangeTexts::of(lang);
    let mut group = Group::new().set("class", "findings").set("fill", INK);
    let (left, wide) = (column.left + BESIDE * size, column.width() - BESIDE * size);
    let mut y = column.top;
    for (turn, heading) in Turn::ALL.into_iter().zip(say.groups) {
        let pairs: Vec<&Pair> = changes.turned(turn).collect();
        if pairs.is_empty() {
            continue;
        }
        let middle = Point::new(column.left + SIGN, y + 0.66 * HEADING * size);
        let heading = set(
            &heading(pairs.len()),
            (left, y),
            (wide, 2),
            HEADING * size,
            Weight::Bold,
        );
        y += heading.height + UNDER * size;
        group = group.add(sign(turn, middle)).add(heading.drawn);
        let rest = pairs.len().saturating_sub(most);
        let lines = pairs
            .iter()
            .take(most)
            .map(|pair| short(changes, pair, say));
        let further = (rest > 0 && most > 0).then(|| (say.further)(rest));
        for words in lines.chain(further) {
            let words = set(&words, (left, y), (wide, 4), size, Weight::Regular);
            y += words.height + UNDER * size;
            group = group.add(words.drawn);
        }
        y += UNDER_GROUP * size;
    }
    (group, y)
}

/// A pair under its heading, with its ties where they may be told.
fn short(changes: &Changes, pair: &Pair, say: &OfficesChangeTexts) -> String {
    let [a, b] = changes.called(pair);
    format!("{a} – {b}{}", pair.ties_told(say))
}

/// A pair with what is reported of it.
pub fn line(changes: &Changes, pair: &Pair, say: &OfficesChangeTexts) -> String {
    let [a, b] = changes.called(pair);
    let [from, to] = pair.phases;
    format!("{a} – {b}: {}", (say.phases)(from, to))
}
