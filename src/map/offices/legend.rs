//! How the picture is read: samples of what it holds, and what they mean.

use svg::node::element::{Group, Path};

use super::content::{Content, Lies, Marked, OfficeTies, Pair};
use super::figure::{QUIET, arc, hollow, mark, open, sample, track};
use super::look::{AGREED, APART, CLOSE, DOTS, DOUBLE, HELD, MISSING, STEPS};
use super::words::set;
use crate::analysis::PairState;
use crate::map::paper::font::Weight;
use crate::map::paper::lettering::shade;
use crate::map::paper::nodes::{Draw, text};
use crate::map::paper::style::{INK, SOFT};
use crate::map::plane::{Point, Rect};
use crate::text::Lang;
use crate::text::views::{Graded, OfficesTexts};

/// The width of the samples in font sizes, and the space between entries.
const SAMPLE: f64 = 5.4;
const BETWEEN: f64 = 0.32;

/// The legend from a height on, as wide as it may be, and where it ends.
pub fn legend(
    content: &Content,
    (left, top): (f64, f64),
    wide: f64,
    size: f64,
    lang: Lang,
) -> (Group, f64) {
    let say = OfficesTexts::of(lang);
    let heading = set(
        say.reading,
        (left, top),
        (wide, 1),
        1.08 * size,
        Weight::Bold,
    );
    let mut group = Group::new().set("fill", INK).add(heading.drawn);
    let mut y = top + heading.height + BETWEEN * size;
    let own = left + SAMPLE * size;
    for entry in entries(content, say) {
        let beside = entry.sample != Sample::None;
        let from = if beside { own } else { left };
        let words = set(
            &entry.words,
            (from, y),
            (wide - (from - left), 6),
            size,
            Weight::Regular,
        );
        let tall = (words.height / size).max(entry.sample.height()) * size;
        let side = Rect::sized(left, y, (SAMPLE - 0.8) * size, entry.sample.height() * size);
        group = group
            .add(entry.sample.draw(side, content, size))
            .add(words.drawn);
        y += tall + BETWEEN * size;
    }
    (group, y)
}

/// A sample with what it means.
struct Entry {
    sample: Sample,
    words: String,
}

/// What is shown beside the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sample {
    None,
    Ring { ring: bool, mark: bool },
    Hollow,
    Steps,
    Agreed,
    Missing(usize),
    Fewer(usize),
    Held,
    Close(usize),
    Dots,
}

/// The entries, only of what the picture holds.
fn entries(content: &Content, say: &OfficesTexts) -> Vec<Entry> {
    let pair = |is: &dyn Fn(&Pair) -> bool| content.pairs.iter().any(is);
    let untold = content
        .present()
        .any(|(_, one)| one.ties == OfficeTies::Untold);
    let held = match content.marked {
        Marked::Whole => say.held[0],
        Marked::ByColour => say.held[1],
        Marked::InPart => say.held[2],
    };
    let several = content.present().count() > 1;
    let one = |sample: Sample, words: &str, shown: bool| {
        shown.then(|| Entry {
            sample,
            words: words.to_owned(),
        })
    };
    let before = [
        circle(content, say),
        one(Sample::Hollow, say.small, untold),
        one(Sample::Steps, say.lines, pair(&|pair| pair.ties > Some(0))),
    ];
    let none = |certain| pair(&|pair| pair.lies == Lies::Fewer { certain } && pair.ties == Some(0));
    let fewer =
        |certain| pair(&|pair| pair.lies == Lies::Fewer { certain } && pair.ties != Some(0));
    let more = |certain| pair(&|pair| pair.lies == Lies::More { certain });
    let lies = [
        graded(Sample::Missing, &say.none, [none(true), none(false)]),
        graded(Sample::Fewer, &say.fewer, [fewer(true), fewer(false)]),
        graded(Sample::Close, &say.close, [more(true), more(false)]),
    ];
    let after = [
        one(Sample::Held, held, pair(&|pair| pair.ringed)),
        one(Sample::Agreed, say.binding, pair(&|pair| pair.binding > 0)),
        one(Sample::Dots, say.untold, pair(&|pair| pair.ties.is_none())),
        one(
            Sample::None,
            say.no_line[usize::from(not_asked(content))],
            several,
        ),
        one(Sample::None, say.judges_nobody, true),
    ];
    let lies = lies.into_iter().flatten();
    before
        .into_iter()
        .flatten()
        .chain(lies)
        .chain(after.into_iter().flatten())
        .collect()
}

/// What a circle means, as much of it as the picture holds.
fn circle(content: &Content, say: &OfficesTexts) -> Option<Entry> {
    let has = |is: fn(u32) -> bool| {
        content.present().any(|(_, office)| match office.ties {
            OfficeTies::Told { all, .. } => is(all),
            _ => false,
        })
    };
    let ring = has(|all| all > 0);
    let mark = ring && content.present().count() > 1;
    let [circle, with_ring, with_mark] = say.circle;
    let words = [(circle, true), (with_ring, ring), (with_mark, mark)];
    let words = words.into_iter().filter(|(_, shown)| *shown);
    has(|_| true).then(|| Entry {
        sample: Sample::Ring { ring, mark },
        words: words.map(|(words, _)| words).collect::<Vec<_>>().join(" "),
    })
}

/// What is certain and what a hint, of those that occur.
fn graded(sample: fn(usize) -> Sample, say: &Graded, [certain, hint]: [bool; 2]) -> Vec<Entry> {
    let entry = |shade: usize, words: &str| Entry {
        sample: sample(shade),
        words: words.to_owned(),
    };
    let certainly = certain.then(|| entry(0, say.certain));
    let hint = hint.then(|| entry(1, if certain { say.same } else { say.hint }));
    certainly.into_iter().chain(hint).collect()
}

/// Whether there is a pair of offices of which nobody was asked.
fn not_asked(content: &Content) -> bool {
    let mut pairs = content.report.department_pairs.iter().flatten();
    pairs.any(|pair| pair.state == PairState::NotAsked)
}

impl Sample {
    /// How high it is, in font sizes.
    fn height(self) -> f64 {
        match self {
            Self::None => 0.0,
            Self::Ring { ring: false, .. } => 2.6,
            Self::Ring { .. } => 3.9,
            Self::Hollow => 1.7,
            Self::Steps => 2.5,
            Self::Held => 1.5,
            Self::Agreed | Self::Missing(_) | Self::Fewer(_) | Self::Close(_) | Self::Dots => 1.3,
        }
    }

    fn draw(self, side: Rect, content: &Content, size: f64) -> Group {
        let group = Group::new().set("fill", "none");
        let centre = side.centre();
        match self {
            Self::None => group,
            Self::Ring { ring, mark: marked } => {
                let hue = content.present().next().map_or(0, |(_, office)| office.hue);
                let radius = side.height() / 2.0 - 1.0;
                let share = if ring { 0.4 } else { 0.0 };
                group
                    .add(track(centre, radius))
                    .all(arc(centre, radius, share, shade(hue).0.ink))
                    .all(marked.then(|| mark(centre, radius, 0.2)))
            }
            Self::Hollow => group.add(hollow(centre, side.height() / 2.0)),
            Self::Steps => group.all(steps(side, size)),
            Self::Agreed => {
                let above = side.shifted(Point::new(0.0, -AGREED.1));
                group
                    .add(sample(side, STEPS[1].1, QUIET))
                    .add(sample(above, AGREED.0, INK))
            }
            Self::Missing(shade) => {
                let two = [-0.5, 0.5].map(|by| side.shifted(Point::new(0.0, by * DOUBLE)));
                let two = two
                    .map(|side| sample(side, 2.2, APART[shade]).set("stroke-dasharray", MISSING));
                group.all(two)
            }
            Self::Fewer(shade) => group.add(sample(side, STEPS[1].1, APART[shade])),
            Self::Held => group.add(sample(side, STEPS[0].1, HELD)).add(open(centre)),
            Self::Close(shade) => group.add(sample(side, STEPS[1].1, CLOSE[shade])),
            Self::Dots => group.add(sample(side, 1.2, SOFT).set("stroke-dasharray", DOTS)),
        }
    }
}

/// The widths of lines, each over its least number.
pub fn steps(side: Rect, size: f64) -> Vec<Group> {
    let wide = side.width() / STEPS.len() as f64;
    let each = STEPS.iter().enumerate();
    let steps = each.map(|(step, (from, width))| {
        let left = side.left + step as f64 * wide;
        let line = Rect::sized(left + 1.0, side.top, wide - 4.0, 1.1 * size);
        let drawn: Path = sample(line, *width, QUIET);
        let number = text(&from.to_string())
            .at("x", line.centre().x)
            .at("y", side.top + 2.05 * size)
            .at("font-size", 0.92 * size)
            .with("text-anchor", "middle")
            .with("fill", INK);
        Group::new().add(drawn).add(number)
    });
    steps.collect()
}
