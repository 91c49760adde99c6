//! The parties of one role.

use std::collections::BTreeMap;

use svg::Node;
use svg::node::element::{Element, Group, Rectangle};

use super::content::{Around, Part, Role};
use super::plan::{PAD, Panel, TITLE};
use super::rows::{GAP, Line, Row, SIDE};
use crate::map::paper::font::LINE as FONT_LINE;
use crate::map::paper::lettering::shade;
use crate::map::paper::marks::{Mark, mark};
use crate::map::paper::nodes::{Draw, lines, text};
use crate::map::paper::style::{EXAMPLE, INK, PAPER, SOFT};
use crate::map::plane::{Point, Rect};
use crate::text::views::OfferTexts;

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
        .with("font-size", 15)
        .with("font-weight", "bold")
        .with("fill", if missing { EXAMPLE } else { INK });
    let nobody = match missing || around.shown_before.contains(&panel.role) {
        true => say.nobody_else,
        false => say.nobody,
    };
    let nobody = parts.is_empty().then(|| {
        text(nobody)
            .at("x", rect.left + PAD)
            .at("y", rect.top + TITLE + 16.0)
            .with("font-size", 13)
            .with("fill", SOFT)
    });
    let rows = panel.lines.iter().map(|line| match line.row {
        Row::Department(place) => department(&parts[place], line, panel.size, hues),
        Row::Party(place) => vec![party(&parts[place], line, panel.size).into()],
        Row::More(n) => vec![more(&(say.more)(n), line.rect, panel.size).into()],
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

/// The words of a line from this place on, in the middle of its height.
fn words(line: &Line, x: f64, size: f64) -> Element {
    let first = baseline(line.rect, size) - (line.words.len() - 1) as f64 / 2.0 * size * FONT_LINE;
    let rows = line.words.iter().enumerate();
    lines(rows.map(|(row, words)| (x, first + row as f64 * size * FONT_LINE, words.as_str())))
        .at("font-size", size)
}

/// A department with the mark of its colour.
fn department(
    part: &Part,
    line: &Line,
    size: f64,
    hues: &BTreeMap<String, usize>,
) -> Vec<Box<dyn Node>> {
    let hue = hues.get(part.department.as_str());
    let (ink, again) = hue.map_or((INK, 0), |hue| {
        let (shade, again) = shade(*hue);
        (shade.ink, again)
    });
    let side = size * SIDE;
    let rect = line.rect;
    // The mark that its functions have on the map: where colours run out, a sign in it tells two apart.
    let middle = Point::new(rect.left + side / 2.0, rect.centre().y);
    let mark = mark(Mark::Actor, middle, side / 2.0 + 0.5, ink, again);
    let name = words(line, rect.left + side + GAP, size)
        .with("class", "department")
        .named("data-department", &part.department)
        .with("font-weight", "bold")
        .with("fill", ink);
    mark.into_iter().chain([name.into()]).collect()
}

/// A party of a department.
fn party(part: &Part, line: &Line, size: f64) -> Element {
    let actor = (part.kind == "actor").then_some(part.id.as_str());
    words(line, line.rect.left + size * SIDE + GAP, size)
        .with("class", "party")
        .maybe_named("data-actor", actor)
        .named("data-department", &part.department)
}

/// How many more there are.
fn more(words: &str, line: Rect, size: f64) -> Element {
    text(words)
        .at("x", line.left)
        .at("y", baseline(line, size))
        .at("font-size", size)
        .with("fill", SOFT)
}
