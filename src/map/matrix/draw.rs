//! How the matrix is written.

use super::super::plane::tenths;
use super::aside;
use super::cells::{Cell, Cells};
use super::look::{Look, point};
use super::plan::{Heads, Plan};
use crate::map::paper::font::{ASCENT, LINE};
use crate::map::paper::style::INK;
use crate::map::paper::xml::Xml;
use crate::text::views::MatrixTexts;

/// Cells of so many departments carry their sentence for who points at them.
const TITLED: usize = 16;

/// Writes the matrix.
pub fn draw(xml: &mut Xml, cells: &Cells, plan: &Plan, say: &MatrixTexts) {
    names(xml, cells, plan);
    xml.open("g")
        .set("id", "cells")
        .set("text-anchor", "middle")
        .set("fill", INK);
    for (row, column, cell) in cells.iter() {
        draw_cell(xml, cells, plan, (row, column), cell, say);
    }
    xml.close();
    diagonal(xml, cells, plan);
    aside::draw(xml, cells, plan.beside(), say);
}

fn names(xml: &mut Xml, cells: &Cells, plan: &Plan) {
    xml.open("g")
        .set("id", "departments")
        .set("font-weight", "bold")
        .set("fill", INK)
        .at("font-size", plan.size);
    for (at, name) in cells.names.iter().enumerate() {
        xml.open("g")
            .set("class", "department")
            .set("data-department", name);
        if !plan.is_whole(at) {
            xml.open("title").say(name).close();
        }
        row(xml, plan, at);
        column(xml, plan, at);
        xml.close();
    }
    xml.close();
}

fn row(xml: &mut Xml, plan: &Plan, at: usize) {
    let label = plan.label(at);
    xml.open("text").set("text-anchor", "end");
    for (line, text) in label.text.lines().enumerate() {
        xml.open("tspan")
            .at("x", label.x + label.width)
            .at("y", label.y + plan.size * (ASCENT + line as f64 * LINE))
            .say(text)
            .close();
    }
    xml.close();
}

fn column(xml: &mut Xml, plan: &Plan, at: usize) {
    for (text, place) in plan.head(at) {
        let (x, y) = (tenths(place.x), tenths(place.y));
        xml.open("text").set("x", x).set("y", y);
        match plan.heads {
            Heads::Slanted => xml.set("transform", format!("rotate(-45 {x} {y})")),
            Heads::Upright => xml.set("text-anchor", "middle"),
        };
        xml.say(text).close();
    }
}

fn draw_cell(
    xml: &mut Xml,
    cells: &Cells,
    plan: &Plan,
    (row, column): (usize, usize),
    cell: &Cell,
    say: &MatrixTexts,
) {
    let rect = plan.cell(row, column);
    xml.open("g")
        .set("class", "cell")
        .set("data-a", &cells.names[row])
        .set("data-b", &cells.names[column])
        .set("data-state", cell.look.code());
    if let Some(ties) = cell.ties {
        xml.set("data-ties", ties);
    }
    let told = cells.say(row, column, say);
    if let Some(text) = told.filter(|_| cells.names.len() <= TITLED) {
        xml.open("title").say(&text).close();
    }
    if cell.look == Look::NoneReported && cells.are_fine() {
        point(xml, rect);
    } else {
        cell.look.draw(xml, rect, cell.ties);
    }
    xml.close();
}

/// A strong edge around the cells of single departments.
fn diagonal(xml: &mut Xml, cells: &Cells, plan: &Plan) {
    xml.open("g")
        .set("id", "inside")
        .set("fill", "none")
        .set("stroke", INK)
        .set(
            "stroke-width",
            (plan.cell(0, 0).height() * 0.05).clamp(0.8, 1.8),
        );
    for place in 0..cells.names.len() {
        let rect = plan.cell(place, place);
        xml.open("rect").over(rect).close();
    }
    xml.close();
}
