//! The legend of a change: only of what it shows.

use svg::node::element::{Group, Path};

use super::chip::{Count, chip, count_width};
use super::content::Changes;
use super::counts::{PlacedCount, are_many};
use super::look::{Fate, PALE, PALE_WIDTH, Stay, bundle, moves};
use crate::map::both_phases::Offers;
use crate::map::network::cut_names;
use crate::map::network::picture::Picture;
use crate::map::paper::font::{Weight, one_line, width};
use crate::map::paper::legend::{Entry, MIDDLE, SIZE, Sample};
use crate::map::paper::marks::{Mark, mark};
use crate::map::paper::nodes::Draw;
use crate::map::paper::style::{INK, MARGIN, PALE_DASHES, WIDTH};
use crate::map::plane::{Point, Rect};
use crate::text::Lang;
use crate::text::map::texts;
use crate::text::views::ChangeTexts;

/// The samples of a change, and the offers that are new and that ended.
pub fn legend(
    changes: &Changes,
    picture: &Picture,
    placed: &[PlacedCount],
    offers: Option<&Offers>,
    lang: Lang,
) -> Vec<Entry> {
    let say = ChangeTexts::of(lang);
    let mut entries = match picture.banded {
        true => pairs(changes, say),
        false => ties(changes, picture, say),
    };
    let stays = Stay::ALL.into_iter().zip(say.stays);
    let stays = stays.filter(|(stay, _)| changes.stays.contains(stay));
    entries.extend(stays.map(|(stay, text)| Entry::of(stayed(stay), text)));
    let many = are_many(changes, picture);
    entries.extend(counted(placed, many, say));
    entries.extend(offers.map(|offers| Entry::line(line(offers, say))));
    let names = cut_names::cut(&changes.union, &picture.rooms, &picture.actors);
    cut_names::add(&mut entries, &names, texts(lang));
    entries
}

/// What a count beside a pair may hold, of the parts that occur.
fn counted(placed: &[PlacedCount], many: bool, say: &ChangeTexts) -> Option<Entry> {
    let parts = [
        (None, "+2"),
        (None, "−1"),
        (Some(Fate::Stronger), "1"),
        (Some(Fate::Weaker), "1"),
    ];
    let is_like = |(sign, sample): (Option<Fate>, &str), (own, text): &(Option<Fate>, String)| {
        *own == sign && (sign.is_some() || text.chars().next() == sample.chars().next())
    };
    let mut all = placed.iter().flat_map(|one| &one.count);
    let occurs = parts.map(|part| all.clone().any(|own| is_like(part, own)));
    all.next()?;
    let shown = parts.into_iter().zip(occurs).filter(|(_, occurs)| *occurs);
    let shown = shown.map(|((sign, text), _)| (sign, text.to_owned()));
    Some(Entry::of(count(shown.collect()), (say.chip)(occurs, many)))
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
    let network = &changes.union.network;
    let mut ties = changes.union.ties.iter();
    let inside = ties.any(|tie| network.room_of[tie.a] == network.room_of[tie.b]);
    fates
        .filter(|(fate, _)| is(*fate))
        .map(|(fate, text)| Entry::of(became(fate), text))
        .chain(inside.then(|| Entry::note(say.inside_left_out)))
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
    // Who moved has two places, and the way between them.
    let from = Point::new(6.0, MIDDLE);
    let left = if stay == Stay::Moved { 32.0 } else { 8.0 };
    let at = Point::new(left, MIDDLE);
    let way = (stay == Stay::Moved).then(|| moves(&format!("M6 {MIDDLE}H{left}")));
    let was = (stay == Stay::Moved).then(|| Stay::MovedAway.draw(from, 4.4, INK));
    let shape = stay.is_here().then(|| mark(Mark::Actor, at, 4.4, INK, 0));
    let drawn = Group::new()
        .all(shape.into_iter().flatten())
        .all(stay.draw(at, 4.4, INK));
    let drawn = Group::new()
        .all(way)
        .all(was.into_iter().flatten())
        .add(drawn);
    Sample::of(left + 13.0, drawn)
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
