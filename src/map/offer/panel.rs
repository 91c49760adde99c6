//! The parties of one role.

use std::collections::BTreeMap;

use svg::Node;
use svg::node::element::{Element, Group, Rectangle};

use super::content::{Around, Part, Role};
use super::plan::{PAD, Panel, Row, TITLE};
use crate::map::paper::font::{Weight, fitted, one_line};
use crate::map::paper::lettering::shade;
use crate::map::paper::nodes::{Draw, text};
use crate::map::paper::style::{EXAMPLE, INK, PAPER, SOFT};
use crate::map::plane::Rect;
use crate::text::views::OfferTexts;

/// The side of a department's mark, in font sizes.
const SIDE: f64 = 0.72;
/// The distance between it and what it marks.
const GAP: f64 = 5.0;

/// A panel with its title and its parties.
pub fn panel(
    around: &Around,
    panel: &Panel,
    hues: &BTreeMap<String, usize>,
    say: &OfferTexts,
) -> Group {
    let missing = panel.role == Role::Ought;
    let rect = panel.rect;
    let parts = around.with(panel.role);
    let frame = Rectangle::new()
        .over(rect)
        .set("rx", 6)
        .set("fill", PAPER)
        .set("stroke", if missing { EXAMPLE } else { SOFT })
        .maybe("stroke-dasharray", missing.then_some("6 4"))
        .maybe("stroke-width", missing.then_some(1.4));
    let title = say.roles[panel.role as usize];
    let title = match parts.len() {
        0 | 1 => title.to_owned(),
        n => format!("{title} ({n})"),
    };
    let title = text(&title)
        .at("x", rect.left + PAD)
        .at("y", rect.top + TITLE - 7.0)
        .with("font-size", 13)
        .with("font-weight", "bold")
        .with("fill", if missing { EXAMPLE } else { INK });
    let nobody = if missing {
        say.nobody_ought
    } else {
        say.nobody
    };
    let nobody = parts.is_empty().then(|| {
        text(nobody)
            .at("x", rect.left + PAD)
            .at("y", rect.top + TITLE + 12.0)
            .with("font-size", 10.5)
            .with("fill", SOFT)
    });
    let rows = panel.rows.iter().enumerate().map(|(at, row)| {
        let line = panel.line(at);
        match row {
            Row::Department(place) => department(&parts[*place], line, panel.size, hues),
            Row::Party(place) => vec![party(&parts[*place], line, panel.size).into()],
            Row::More(n) => vec![more(&(say.more)(*n), line, panel.size).into()],
        }
    });
    Group::new()
        .set("class", "panel")
        .set("data-role", panel.role.code())
        .add(frame)
        .add(title)
        .all(nobody)
        .all(rows.flatten())
}

/// The baseline of a line in this font size.
fn baseline(line: Rect, size: f64) -> f64 {
    line.centre().y + size * 0.36
}

/// A department with the mark of its colour.
fn department(
    part: &Part,
    line: Rect,
    size: f64,
    hues: &BTreeMap<String, usize>,
) -> Vec<Box<dyn Node>> {
    let hue = hues.get(part.department.as_str());
    let ink = hue.map_or(INK, |hue| shade(*hue).0.ink);
    let side = size * SIDE;
    let mark = Rectangle::new()
        .at("x", line.left)
        .at("y", line.centre().y - side / 2.0)
        .at("width", side)
        .at("height", side)
        .set("rx", 2)
        .set("fill", ink);
    let limit = line.width() - side - GAP;
    let fitting = fitted(&part.department, Weight::Bold, size, limit);
    let name = text(&one_line(&part.department, Weight::Bold, fitting, limit))
        .with("class", "department")
        .named("data-department", &part.department)
        .at("x", line.left + side + GAP)
        .at("y", baseline(line, size))
        .at("font-size", fitting)
        .with("font-weight", "bold")
        .with("fill", ink);
    vec![mark.into(), name.into()]
}

/// A party of a department.
fn party(part: &Part, line: Rect, size: f64) -> Element {
    let indent = size * SIDE + GAP;
    let limit = line.width() - indent;
    let fitting = fitted(&part.name, Weight::Regular, size, limit);
    let actor = (part.kind == "actor").then_some(part.id.as_str());
    text(&one_line(&part.name, Weight::Regular, fitting, limit))
        .with("class", "party")
        .maybe_named("data-actor", actor)
        .named("data-department", &part.department)
        .at("x", line.left + indent)
        .at("y", baseline(line, size))
        .at("font-size", fitting)
}

/// How many more there are.
fn more(words: &str, line: Rect, size: f64) -> Element {
    text(words)
        .at("x", line.left)
        .at("y", baseline(line, size))
        .at("font-size", size)
        .with("fill", SOFT)
}
