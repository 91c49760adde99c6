//! The network for a narrow screen: departments under each other in a readable size, their ties as arcs beside them.
//!
//! Drawn from the outline alone, which holds back from leaders what they are not to see.

use std::collections::BTreeMap;

use crate::analysis::{Inclusion, Outline, PairState, Selection};
use crate::map::paper::abbreviation;
use crate::map::paper::font::{Block, LINE, Weight, fitted, one_line};
use crate::map::paper::lettering::shade;
use crate::map::paper::style::{BINDING, FAMILY, INK, LOOSE, PAPER, SOFT};
use crate::map::paper::xml::Xml;
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
pub fn pocket(outline: &Outline, selection: &Selection, lang: Lang) -> String {
    let say = PocketTexts::of(lang);
    let names: Vec<&str> = outline
        .departments
        .iter()
        .map(|figures| figures.department.as_str())
        .collect();
    let place: BTreeMap<&str, usize> = names.iter().copied().zip(0..).collect();
    let rows = ROW * names.len().max(1) as f64 + 12.0;
    let foot = if names.is_empty() { 0.0 } else { FOOT };
    let height = rows + foot;
    let mut xml = Xml::default();
    xml.open("svg")
        .set("xmlns", "http://www.w3.org/2000/svg")
        .set("viewBox", format!("0 0 {WIDTH} {height}"))
        .set("role", "img")
        .set("aria-label", say.title)
        .set("font-family", FAMILY);
    arcs(&mut xml, outline, &place);
    xml.open("g").set("id", "pocket-departments");
    let size = |name: &str| fitted(name, Weight::Bold, NAME.0, NAME.1);
    let titles = abbreviation::set(names.iter().copied(), |name| Block {
        lines: vec![one_line(name, Weight::Bold, size(name), NAME.1)],
        width: NAME.1,
        height: LINE * size(name),
    });
    for (row, (figures, title)) in outline.departments.iter().zip(&titles).enumerate() {
        let middle = 6.0 + ROW * (row as f64 + 0.5);
        let (colours, again) = shade(row);
        xml.open("g")
            .set("class", "department")
            .set("data-department", &figures.department);
        xml.open("rect")
            .set("x", 3)
            .at("y", middle - ROW / 2.0 + 3.0)
            .at("width", ARCS - 8.0)
            .at("height", ROW - 6.0)
            .set("rx", 7)
            .set("fill", colours.ground)
            .set("stroke", colours.ink)
            .set("stroke-width", if again > 0 { 2.4 } else { 1.2 })
            .close();
        xml.open("text")
            .set("x", 12)
            .at("y", middle - 2.0)
            .at("font-size", size(&title.text()))
            .set("font-weight", "bold")
            .set("fill", colours.ink)
            .say(&title.text())
            .close();
        let inside = figures.internal.map(say.inside).unwrap_or_default();
        xml.open("text")
            .set("x", 12)
            .at("y", middle + 13.0)
            .set("font-size", 11)
            .set("fill", INK)
            .say(&[(say.functions)(figures.actors), inside].join(""))
            .close();
        xml.close();
    }
    if names.is_empty() {
        xml.open("text")
            .set("x", 12)
            .set("y", 30)
            .set("font-size", 13)
            .set("fill", SOFT)
            .say(say.empty)
            .close();
    }
    xml.close();
    if foot > 0.0 {
        xml.open("text")
            .set("x", 12)
            .at("y", rows + 8.0)
            .set("font-size", 11)
            .set("fill", SOFT)
            .say(&shown(outline, selection, lang))
            .close();
    }
    xml.finish()
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

/// An arc for each pair with a tie: the wider, the more ties; thin and dashed where no number may be said.
fn arcs(xml: &mut Xml, outline: &Outline, place: &BTreeMap<&str, usize>) {
    let pairs = || {
        let pairs = outline.pairs.iter().flatten();
        pairs.filter(|pair| pair.state == PairState::Reported)
    };
    let most = pairs()
        .filter_map(|pair| pair.ties)
        .max()
        .unwrap_or(1)
        .max(1);
    xml.open("g").set("id", "pocket-ties").set("fill", "none");
    for pair in pairs().take(MOST) {
        let (Some(a), Some(b)) = (place.get(pair.a.as_str()), place.get(pair.b.as_str())) else {
            continue;
        };
        let [y1, y2] = [a, b].map(|row| 6.0 + ROW * (*row as f64 + 0.5));
        let span = (y2 - y1).abs() / (ROW * place.len() as f64);
        let reach = ARCS + 18.0 + (WIDTH - ARCS - 26.0) * span.sqrt() * 1.25;
        let d = format!(
            "M{ARCS} {}C{} {} {} {} {ARCS} {}",
            tenths(y1),
            tenths(reach),
            tenths(y1),
            tenths(reach),
            tenths(y2),
            tenths(y2)
        );
        xml.open("path")
            .set("class", "band")
            .set("data-a", &pair.a)
            .set("data-b", &pair.b);
        if let Some(ties) = pair.ties {
            xml.set("data-ties", ties);
        }
        let share = pair
            .ties
            .map(|ties| (f64::from(ties) / f64::from(most)).sqrt());
        xml.set("d", d)
            .set("stroke", if share.is_some() { BINDING } else { LOOSE })
            .set("stroke-opacity", 0.55)
            .at("stroke-width", share.map_or(1.0, |share| 0.8 + 6.0 * share));
        if share.is_none() {
            xml.set("stroke-dasharray", "3 3");
        }
        xml.close();
    }
    xml.close();
    // Where an arc meets its department.
    xml.open("g").set("fill", PAPER).set("stroke", BINDING);
    for row in 0..place.len() {
        xml.open("circle")
            .at("cx", ARCS - 2.0)
            .at("cy", 6.0 + ROW * (row as f64 + 0.5))
            .set("r", 3)
            .close();
    }
    xml.close();
}
