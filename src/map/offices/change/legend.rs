//! How the change is read: samples of what it holds, on what it is based, and the offers.

use svg::node::element::Group;

use super::super::figure::{arc, hollow, sample, track};
use super::super::legend::steps;
use super::super::look::{DOTS, STEPS};
use super::super::words::set;
use super::content::{Changes, Pair};
use super::figure::inner;
use super::signs::sign;
use crate::analysis::Turn;
use crate::map::paper::font::Weight;
use crate::map::paper::lettering::shade;
use crate::map::paper::nodes::Draw;
use crate::map::paper::style::{INK, SOFT};
use crate::map::plane::{Rect, tenths};
use crate::text::Lang;
use crate::text::views::{OfficesChangeTexts, OfficesTexts};

/// The width of the samples in font sizes, and the space between entries.
const SAMPLE: f64 = 5.4;
const BETWEEN: f64 = 0.32;

/// What is shown beside the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sample {
    None,
    Rings,
    Hollow,
    Turned(Turn),
    Steps,
    Dots,
}

/// The legend from the top of a box on, ending in `last`, and where it ends.
pub fn legend(
    changes: &Changes,
    column: Rect,
    last: Option<&str>,
    size: f64,
    lang: Lang,
) -> (Group, f64) {
    let (left, wide) = (column.left, column.width());
    let reading = OfficesTexts::of(lang).reading;
    let heading = set(
        reading,
        (left, column.top),
        (wide, 1),
        1.08 * size,
        Weight::Bold,
    );
    let mut y = column.top + heading.height + BETWEEN * size;
    let mut group = Group::new().set("fill", INK).add(heading.drawn);
    let last = last.map(|words| (Sample::None, words));
    for (sample, words) in entries(changes, lang).into_iter().chain(last) {
        let aside = if sample == Sample::None {
            0.0
        } else {
            SAMPLE * size
        };
        let words = set(
            words,
            (left + aside, y),
            (wide - aside, 7),
            size,
            Weight::Regular,
        );
        let high = sample.height() * size;
        let side = Rect::sized(left, y, (SAMPLE - 0.8) * size, high);
        group = group.add(sample.draw(side, changes, size)).add(words.drawn);
        y += words.height.max(high) + BETWEEN * size;
    }
    (group, y)
}

/// The entries, only of what the picture holds.
fn entries(changes: &Changes, lang: Lang) -> Vec<(Sample, &'static str)> {
    let say = OfficesChangeTexts::of(lang);
    let mut offices = changes.present();
    let told = changes.present().any(|(_, one)| one.shares != [None, None]);
    let untold = offices.any(|(_, one)| one.shares.contains(&None));
    let lines = Turn::ALL.into_iter().zip(say.pairs);
    let lines = lines.map(|(turn, words)| {
        let any = changes.turned(turn).next().is_some();
        (Sample::Turned(turn), words, any)
    });
    let drawn = changes.pairs.iter().filter(|pair| pair.turn.is_some());
    let (any, dots): (Vec<&Pair>, Vec<&Pair>) = drawn.partition(|pair| pair.told_ties().is_some());
    let all = [
        (Sample::Rings, say.circle, told),
        (Sample::Hollow, say.untold, untold),
    ];
    let rest = [
        (Sample::Steps, say.widths, !any.is_empty()),
        (
            Sample::Dots,
            OfficesTexts::of(lang).untold,
            !dots.is_empty(),
        ),
        (Sample::None, say.no_line, !changes.is_one_office()),
        (Sample::None, say.basis, true),
    ];
    let all = all.into_iter().chain(lines).chain(rest);
    let shown = all.filter(|(.., shown)| *shown);
    shown.map(|(sample, words, _)| (sample, words)).collect()
}

impl Sample {
    /// How high it is, in font sizes.
    fn height(self) -> f64 {
        match self {
            Self::None => 0.0,
            Self::Rings => 3.9,
            Self::Hollow => 1.7,
            Self::Turned(_) => 1.5,
            Self::Steps => 2.5,
            Self::Dots => 1.3,
        }
    }

    fn draw(self, side: Rect, changes: &Changes, size: f64) -> Group {
        let group = Group::new().set("fill", "none");
        let centre = side.centre();
        match self {
            Self::None => group,
            Self::Rings => {
                let hue = changes.present().next().map_or(0, |(_, office)| office.hue);
                let radius = side.height() / 2.0 - 1.0;
                group
                    .add(track(centre, radius))
                    .all(arc(centre, radius, 0.3, shade(hue).0.ink))
                    .all(inner(centre, radius, 0.45))
            }
            Self::Hollow => group.add(hollow(centre, side.height() / 2.0)),
            Self::Turned(turn) => {
                let [left, right, y] = [side.left, side.right, centre.y].map(tenths);
                group
                    .all(turn.line(&format!("M{left} {y}H{right}"), Some(STEPS[1].1)))
                    .add(sign(turn, centre))
            }
            Self::Steps => group.all(steps(side, size)),
            Self::Dots => group.add(sample(side, 2.0, SOFT).set("stroke-dasharray", DOTS)),
        }
    }
}
