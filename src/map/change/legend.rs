//! The legend of a change: only of what it shows.

use svg::node::element::{Group, Path};

use super::chip::{Count, chip, count_width};
use super::content::Changes;
use super::look::{Fate, PALE, PALE_WIDTH, Stay, bundle};
use crate::map::both_phases::Offers;
use crate::map::network::picture::Picture;
use crate::map::paper::font::{Weight, one_line, width};
use crate::map::paper::legend::{Entry, MIDDLE, SIZE, Sample};
use crate::map::paper::marks::{Mark, mark};
use crate::map::paper::nodes::Draw;
use crate::map::paper::style::{INK, MARGIN, PALE_DASHES, WIDTH};
use crate::map::plane::{Point, Rect};
use crate::text::views::ChangeTexts;

/// The samples of a change, and the offers that are new and that ended.
pub fn legend(
    changes: &Changes,
    picture: &Picture,
    offers: Option<&Offers>,
    say: &ChangeTexts,
) -> Vec<Entry> {
    let mut entries = match picture.banded {
        true => pairs(changes, say),
        false => ties(changes, picture, say),
    };
    let stays = Stay::ALL.into_iter().zip(say.stays);
    let stays = stays.filter(|(stay, _)| changes.stays.contains(stay));
    entries.extend(stays.map(|(stay, text)| Entry::of(stayed(stay), text)));
    let parts = [(None, "+2"), (None, "−1"), (Some(Fate::Stronger), "1")];
    let sample = count(parts.map(|(sign, text)| (sign, text.to_owned())).to_vec());
    entries.push(Entry::of(sample, say.chip));
    entries.extend(offers.map(|offers| Entry::line(line(offers, say))));
    entries
}

/// What became of single ties.
fn ties(changes: &Changes, picture: &Picture, say: &ChangeTexts) -> Vec<Entry> {
    let any = |fate: Fate| changes.ties.iter().any(|tie| tie.fate == fate);
    let fates = Fate::ALL.into_iter().zip(say.fates);
    let mut entries: Vec<Entry> = fates
        .filter(|(fate, _)| any(*fate))
        .map(|(fate, text)| Entry::of(became(fate), text))
        .collect();
    if !picture.bands.is_empty() {
        entries.push(Entry::of(bundles(), say.bundle));
    }
    if changes.ties.iter().any(|tie| !tie.comparable) {
        entries.push(Entry::of(pale(), say.not_comparable));
    }
    entries
}

/// What became of the ties of pairs.
fn pairs(changes: &Changes, say: &ChangeTexts) -> Vec<Entry> {
    let fates = [
        Fate::Kept,
        Fate::New,
        Fate::Ended,
        Fate::Stronger,
        Fate::Weaker,
    ];
    let is = |fate: Fate| changes.pairs.iter().any(|pair| pair.counted.fate() == fate);
    let fates = fates.into_iter().zip(say.pairs);
    fates
        .filter(|(fate, _)| is(*fate))
        .map(|(fate, text)| Entry::of(became(fate), text))
        .collect()
}

/// The line of a sample.
fn stroke(colour: &str, dashes: Option<&str>) -> Path {
    Path::new()
        .set("d", format!("M0 {MIDDLE}h26"))
        .set("stroke", colour)
        .maybe("stroke-dasharray", dashes)
}

/// What became of a tie.
fn became(fate: Fate) -> Sample {
    let (colour, wide, dashes) = fate.line();
    let line = stroke(colour, dashes).at("stroke-width", wide);
    let sign = fate.sign(Point::new(13.0, MIDDLE));
    Sample::of(31.0, Group::new().add(line).all(sign))
}

/// What cannot be compared.
fn pale() -> Sample {
    let (colour, wide, _) = Fate::New.line();
    let line = stroke(colour, Some(PALE_DASHES)).at("stroke-width", PALE_WIDTH * wide);
    Sample::of(31.0, Group::new().set("opacity", PALE).add(line))
}

/// What became of an actor.
fn stayed(stay: Stay) -> Sample {
    let at = Point::new(8.0, MIDDLE);
    let shape = stay.is_here().then(|| mark(Mark::Actor, at, 4.4, INK, 0));
    let drawn = Group::new()
        .all(shape.into_iter().flatten())
        .all(stay.draw(at, 4.4, INK));
    Sample::of(21.0, drawn)
}

/// The count beside a pair.
fn count(count: Count) -> Sample {
    let wide = count_width(&count);
    let rect = Rect::sized(0.0, MIDDLE - 6.5, wide, 13.0);
    Sample::of(wide + 5.0, Group::new().all(chip(rect, &count)))
}

/// Many ties between two departments: more new than ended, the other way round, and both.
fn bundles() -> Sample {
    let bundles = [(0, [2, 0]), (18, [0, 2]), (36, [2, 2])];
    let drawn = bundles
        .into_iter()
        .flat_map(|(left, turned)| bundle(&format!("M{left} {MIDDLE}h16"), 7.0, 6, turned));
    Sample::of(57.0, Group::new().all(drawn))
}

/// The offers that are new and that ended in one line, as many of each by name as it holds.
fn line(offers: &Offers, say: &ChangeTexts) -> String {
    let limit = WIDTH - 2.0 * MARGIN;
    let told = |named: [usize; 2]| offers.say(named, say);
    let fits = |named| width(&told(named), Weight::Regular, SIZE) <= limit;
    let (mut named, mut open) = ([0; 2], [true; 2]);
    while open.contains(&true) {
        for list in 0..2 {
            let mut more = named;
            more[list] += 1;
            open[list] &= more[list] <= offers.names[list].len() && fits(more);
            if open[list] {
                named = more;
            }
        }
    }
    one_line(&told(named), Weight::Regular, SIZE, limit)
}
