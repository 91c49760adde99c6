//! The network for a narrow screen: departments under each other in a readable size, their ties as arcs beside them.
//!
//! Drawn from the outline alone, which holds back from leaders what they are not to see.

use std::collections::BTreeMap;

use svg::Document;
use svg::node::element::{Circle, Element, Group, Path, Rectangle};

use super::scene::SceneRoom;
use crate::analysis::{
    DepartmentFigures, DepartmentPair, Inclusion, Outline, PairState, Selection,
};
use crate::map::paper::abbreviation;
use crate::map::paper::font::{Block, LINE, Weight, fitted, one_line};
use crate::map::paper::lettering::shade;
use crate::map::paper::nodes::{Draw, text};
use crate::map::paper::style::{BINDING, FAMILY, INK, LOOSE, PAPER, SOFT};
use crate::map::plane::tenths;
use crate::text::Lang;
use crate::text::map::texts;
use crate::text::views::PocketTexts;

/// The width of the picture, that of a small telephone.
const WIDTH: f64 = 366.0;
/// The height of a department's row.
const ROW: f64 = 44.0;
/// Where the arcs begin.
const ARCS: f64 = 214.0;
/// The font size of a department's name, unless it is too long for it, and the width that it has.
const NAME: (f64, f64) = (13.5, ARCS - 30.0);
/// The height of the line that says what is shown.
const FOOT: f64 = 20.0;
/// More pairs than this are not drawn: they would be a grey area.
const MOST: usize = 300;

/// The picture of the departments in the outline of a selection.
///
/// Each looks as on paper: `rooms` tell its colour and whether it is an office.
pub fn pocket(outline: &Outline, rooms: &[SceneRoom], selection: &Selection, lang: Lang) -> String {
    let say = PocketTexts::of(lang);
    let departments = outline.departments.len();
    let rows = ROW * departments.max(1) as f64 + 12.0;
    let foot = if departments > 0 { FOOT } else { 0.0 };
    let shown = (departments > 0).then(|| aside(rows + 8.0, 11, &shown(outline, selection, lang)));
    let mut svg = Document::new()
        .set("viewBox", format!("0 0 {WIDTH} {}", rows + foot))
        .set("role", "img")
        .set("aria-label", say.title)
        .set("font-family", FAMILY)
        .all(arcs(outline))
        .add(cards(outline, rooms, say))
        .all(shown)
        .to_string();
    svg.push('\n');
    svg
}

/// Less important words at the left.
fn aside(y: f64, size: u32, words: &str) -> Element {
    text(words)
        .with("x", 12)
        .at("y", y)
        .with("font-size", size)
        .with("fill", SOFT)
}

/// The departments under each other.
fn cards(outline: &Outline, rooms: &[SceneRoom], say: &PocketTexts) -> Group {
    let size = |name: &str| fitted(name, Weight::Bold, NAME.0, NAME.1);
    let names = outline.departments.iter();
    let names = names.map(|figures| figures.department.as_str());
    let titles = abbreviation::set(names, |name| Block {
        lines: vec![one_line(name, Weight::Bold, size(name), NAME.1)],
        width: NAME.1,
        height: LINE * size(name),
    });
    let departments = outline.departments.iter().zip(&titles).enumerate();
    let cards = departments.map(|(row, (figures, title))| {
        let title = title.text();
        let size = size(&title);
        let title = text(&title).at("font-size", size);
        let room = rooms.iter().find(|room| room.name == figures.department);
        card((row, room), figures, title, say)
    });
    let nobody = outline.departments.is_empty();
    Group::new()
        .set("id", "pocket-departments")
        .all(cards)
        .all(nobody.then(|| aside(30.0, 13, say.empty)))
}

fn card(
    (row, room): (usize, Option<&SceneRoom>),
    figures: &DepartmentFigures,
    title: Element,
    say: &PocketTexts,
) -> Group {
    let middle = middle(row);
    let (colours, again) = shade(room.map_or(row, |room| room.hue));
    let is_office = room.is_none_or(|room| room.office);
    let ground = Rectangle::new()
        .set("x", 3)
        .at("y", middle - ROW / 2.0 + 3.0)
        .at("width", ARCS - 8.0)
        .at("height", ROW - 6.0)
        .set("rx", 7)
        .set("fill", if is_office { colours.ground } else { PAPER })
        .set("stroke", colours.ink)
        .set("stroke-width", if again > 0 { 2.4 } else { 1.2 });
    let title = title
        .with("x", 12)
        .at("y", middle - 2.0)
        .with("font-weight", "bold")
        .with("fill", colours.ink);
    let inside = figures.internal.map(say.inside).unwrap_or_default();
    let counts = text(&[(say.functions)(figures.actors), inside].join(""))
        .with("x", 12)
        .at("y", middle + 13.0)
        .with("font-size", 11)
        .with("fill", INK);
    Group::new()
        .set("class", "department")
        .named("data-department", &figures.department)
        .add(ground)
        .add(title)
        .add(counts)
}

/// The middle of a row.
fn middle(row: usize) -> f64 {
    6.0 + ROW * (row as f64 + 0.5)
}

/// What is shown: how many of what, from which strength on, and without whom.
fn shown(outline: &Outline, selection: &Selection, lang: Lang) -> String {
    let say = texts(lang);
    let departments = match selection.scope {
        Inclusion::Offices => say.offices,
        Inclusion::All => say.departments,
    };
    let bodies = outline
        .without_bodies
        .then_some(say.sentence.without_bodies);
    [
        departments(outline.departments.len()),
        (say.from_strength)(&selection.min_strength.to_string()),
    ]
    .into_iter()
    .chain(bodies.map(str::to_owned))
    .collect::<Vec<_>>()
    .join(" · ")
}

/// An arc for each pair with a tie, the wider, the more ties; and where the arcs meet their departments.
fn arcs(outline: &Outline) -> [Group; 2] {
    let names = outline.departments.iter();
    let names = names.map(|figures| figures.department.as_str());
    let row: BTreeMap<&str, usize> = names.zip(0..).collect();
    let pairs = outline.pairs.iter().flatten();
    let pairs = pairs.filter(|pair| pair.state == PairState::Reported);
    let most = pairs.clone().filter_map(|pair| pair.ties).max();
    let most = most.unwrap_or(1).max(1);
    let arcs = pairs.take(MOST).filter_map(|pair| {
        let rows = [*row.get(pair.a.as_str())?, *row.get(pair.b.as_str())?];
        Some(arc(pair, rows, row.len(), most))
    });
    let ends = (0..row.len()).map(|row| {
        Circle::new()
            .at("cx", ARCS - 2.0)
            .at("cy", middle(row))
            .set("r", 3)
    });
    [
        Group::new()
            .set("id", "pocket-ties")
            .set("fill", "none")
            .all(arcs),
        Group::new()
            .set("fill", PAPER)
            .set("stroke", BINDING)
            .all(ends),
    ]
}

/// The arc of a pair; thin and dashed where no number may be said.
fn arc(pair: &DepartmentPair, rows: [usize; 2], departments: usize, most: u32) -> Path {
    let [y1, y2] = rows.map(middle);
    let span = (y2 - y1).abs() / (ROW * departments as f64);
    let reach = tenths(ARCS + 18.0 + (WIDTH - ARCS - 26.0) * span.sqrt() * 1.25);
    let [y1, y2] = [y1, y2].map(tenths);
    let share = pair
        .ties
        .map(|ties| (f64::from(ties) / f64::from(most)).sqrt());
    let dashes = share.is_none().then_some("3 3");
    Path::new()
        .set("class", "band")
        .named("data-a", &pair.a)
        .named("data-b", &pair.b)
        .maybe("data-ties", pair.ties)
        .set(
            "d",
            format!("M{ARCS} {y1}C{reach} {y1} {reach} {y2} {ARCS} {y2}"),
        )
        .set("stroke", if share.is_some() { BINDING } else { LOOSE })
        .set("stroke-opacity", 0.55)
        .at("stroke-width", share.map_or(1.0, |share| 0.8 + 6.0 * share))
        .maybe("stroke-dasharray", dashes)
}
