//! The matrix as nodes.

use svg::node::element::{Element, Group, Rectangle};

use super::aside::aside;
use super::cells::{Cell, Cells};
use super::look::{Look, point};
use super::plan::{Heads, Plan};
use crate::map::paper::font::{ASCENT, LINE};
use crate::map::paper::nodes::{Draw, lines, text, told};
use crate::map::paper::style::INK;
use crate::map::plane::tenths;
use crate::text::views::MatrixTexts;

/// Cells of so many departments carry their sentence for who points at them.
const TITLED: usize = 16;

/// The matrix and the pairs that stand out beside it.
pub fn figure(cells: &Cells, plan: &Plan, say: &MatrixTexts) -> Group {
    let drawn = cells.iter().map(|(row, column, cell)| {
        let place = (row, column);
        drawn_cell(cells, plan, place, cell, say)
    });
    let drawn = Group::new()
        .set("id", "cells")
        .set("text-anchor", "middle")
        .set("fill", INK)
        .all(drawn);
    Group::new()
        .add(names(cells, plan))
        .add(drawn)
        .add(diagonal(cells, plan))
        .all(aside(cells, plan.beside(), say))
}

fn names(cells: &Cells, plan: &Plan) -> Group {
    let names = cells.names.iter().enumerate().map(|(at, name)| {
        Group::new()
            .set("class", "department")
            .named("data-department", name)
            .all((!plan.is_whole(at)).then(|| told(name)))
            .add(row(plan, at))
            .all(column(plan, at))
    });
    Group::new()
        .set("id", "departments")
        .set("font-weight", "bold")
        .set("fill", INK)
        .at("font-size", plan.size)
        .all(names)
}

fn row(plan: &Plan, at: usize) -> Element {
    let label = plan.label(at);
    let right = label.x + label.width;
    let baseline = |line: usize| label.y + plan.size * (ASCENT + line as f64 * LINE);
    let rows = label.text.lines().enumerate();
    lines(rows.map(|(line, words)| (right, baseline(line), words))).with("text-anchor", "end")
}

fn column(plan: &Plan, at: usize) -> Vec<Element> {
    let heads = plan.head(at);
    let heads = heads.map(|(words, place)| {
        let (x, y) = (tenths(place.x), tenths(place.y));
        let head = text(words).with("x", x).with("y", y);
        match plan.heads {
            Heads::Slanted => head.with("transform", format!("rotate(-45 {x} {y})")),
            Heads::Upright => head.with("text-anchor", "middle"),
        }
    });
    heads.collect()
}

fn drawn_cell(
    cells: &Cells,
    plan: &Plan,
    (row, column): (usize, usize),
    cell: &Cell,
    say: &MatrixTexts,
) -> Group {
    let rect = plan.cell(row, column);
    let sentence = cells.say(row, column, say);
    let sentence = sentence.filter(|_| cells.names.len() <= TITLED);
    let cell_of = Group::new()
        .set("class", "cell")
        .named("data-a", &cells.names[row])
        .named("data-b", &cells.names[column])
        .set("data-state", cell.look.code())
        .maybe("data-ties", cell.ties)
        .all(sentence.map(|sentence| told(&sentence)));
    if cell.look == Look::NoneReported && cells.are_fine() {
        cell_of.add(point(rect))
    } else {
        cell_of.all(cell.look.draw(rect, cell.ties))
    }
}

/// A strong edge around the cells of single departments.
fn diagonal(cells: &Cells, plan: &Plan) -> Group {
    let width = (plan.cell(0, 0).height() * 0.05).clamp(0.8, 1.8);
    let own = 0..cells.names.len();
    Group::new()
        .set("id", "inside")
        .set("fill", "none")
        .set("stroke", INK)
        .set("stroke-width", width)
        .all(own.map(|place| Rectangle::new().over(plan.cell(place, place))))
}
