//! How the picture is read: samples of what it holds, and what they mean.

use svg::node::element::{Group, Path};

use super::content::{Content, Lies, OfficeTies, Pair};
use super::figure::{QUIET, arc, hollow, mark, open, sample, track};
use super::look::{AGREED, APART, CLOSE, DOTS, DOUBLE, HELD, MISSING, STEPS};
use super::words::set;
use crate::map::paper::font::Weight;
use crate::map::paper::lettering::shade;
use crate::map::paper::nodes::{Draw, text};
use crate::map::paper::style::{INK, SOFT};
use crate::map::plane::{Point, Rect};
use crate::text::Lang;
use crate::text::views::OfficesTexts;

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
            entry.words,
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
    words: &'static str,
}

/// What is shown beside the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sample {
    None,
    Ring,
    Hollow,
    Steps,
    Agreed,
    Missing(usize),
    Held,
    Close(usize),
    Dots,
}

/// The entries, only of what the picture holds.
fn entries(content: &Content, say: &OfficesTexts) -> Vec<Entry> {
    let pair = |is: &dyn Fn(&Pair) -> bool| content.pairs.iter().any(is);
    let office = |is: &dyn Fn(OfficeTies) -> bool| content.present().any(|(_, one)| is(one.ties));
    let told = |ties: OfficeTies| matches!(ties, OfficeTies::Told { .. });
    let fewer = |certain: bool| pair(&|pair| pair.lies == Lies::Fewer { certain });
    let more = |certain: bool| pair(&|pair| pair.lies == Lies::More { certain });
    let all = [
        (Sample::Ring, say.circle, office(&told)),
        (
            Sample::Hollow,
            say.small,
            office(&|ties| ties == OfficeTies::Untold),
        ),
        (Sample::Steps, say.lines, pair(&|pair| pair.ties > Some(0))),
        (Sample::Missing(0), say.apart[0], fewer(true)),
        (
            Sample::Missing(1),
            if fewer(true) {
                say.apart[1]
            } else {
                say.apart_hint
            },
            fewer(false),
        ),
        (
            Sample::Held,
            say.held[usize::from(content.unmarked > 0)],
            pair(&|pair| pair.held),
        ),
        (Sample::Close(0), say.close[0], more(true)),
        (
            Sample::Close(1),
            if more(true) {
                say.close[1]
            } else {
                say.close_hint
            },
            more(false),
        ),
        (Sample::Agreed, say.binding, pair(&|pair| pair.binding > 0)),
        (Sample::Dots, say.untold, pair(&|pair| pair.ties.is_none())),
        (Sample::None, say.no_line, content.present().count() > 1),
        (
            Sample::None,
            say.judges_nobody,
            content.present().count() < 2,
        ),
    ];
    let shown = all.into_iter().filter(|(.., shown)| *shown);
    shown
        .map(|(sample, words, _)| Entry { sample, words })
        .collect()
}

impl Sample {
    /// How high it is, in font sizes.
    fn height(self) -> f64 {
        match self {
            Self::None => 0.0,
            Self::Ring => 3.9,
            Self::Hollow => 1.7,
            Self::Steps => 2.5,
            Self::Held => 1.5,
            Self::Agreed | Self::Missing(_) | Self::Close(_) | Self::Dots => 1.3,
        }
    }

    fn draw(self, side: Rect, content: &Content, size: f64) -> Group {
        let group = Group::new().set("fill", "none");
        let centre = side.centre();
        match self {
            Self::None => group,
            Self::Ring => {
                let hue = content.present().next().map_or(0, |(_, office)| office.hue);
                let radius = side.height() / 2.0 - 1.0;
                group
                    .add(track(centre, radius))
                    .all(arc(centre, radius, 0.4, shade(hue).0.ink))
                    .add(mark(centre, radius, 0.2))
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
