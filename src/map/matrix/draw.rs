//! Where the cells lie, and how they are written.

use serde::Serialize;

use super::super::font::{ASCENT, Block, LINE, Weight, one_line, width};
use super::super::geometry::Label;
use super::super::plane::{Rect, tenths};
use super::super::style::INK;
use super::super::xml::Xml;
use super::aside;
use super::cells::{Cell, Cells};
use super::look::{Look, point};
use crate::text::views::MatrixTexts;

/// The largest cell, and the largest of up to [`FEW`] departments.
const CELLS: [(f64, f64); 2] = [(110.0, 76.0), (170.0, 110.0)];
/// So few departments have larger cells.
const FEW: usize = 4;
/// The widest column of names.
const NAMES: f64 = 250.0;
/// The half of the square root of two: how far a name at 45° reaches, up and to the right.
const SLANT: f64 = std::f64::consts::FRAC_1_SQRT_2;
/// Cells of so many departments carry their sentence for who points at them.
const TITLED: usize = 16;

/// A department's name on the page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Named<'a> {
    id: &'a str,
    label: Label,
}

/// Where everything lies.
#[derive(Debug, Clone)]
pub struct Plan {
    frame: Rect,
    left: f64,
    top: f64,
    cell: (f64, f64),
    size: f64,
    names: Vec<Block>,
    slanted: Vec<Block>,
}

impl Plan {
    /// The largest cells that fit into the frame.
    pub fn of(cells: &Cells, frame: Rect) -> Self {
        let k = cells.names.len().max(1) as f64;
        // The height of a cell decides the size of the names, and their length the height that is left.
        let mut size: f64 = 13.0;
        loop {
            let names: Vec<Block> = cells
                .names
                .iter()
                .zip(&cells.actors)
                .map(|(name, actors)| counted(name, *actors, size))
                .collect();
            let slanted: Vec<Block> = cells
                .names
                .iter()
                .map(|name| cut(name, size, NAMES * 0.85))
                .collect();
            let widest =
                |blocks: &[Block]| blocks.iter().map(|block| block.width).fold(0.0, f64::max);
            let (side, over) = (widest(&names) + 10.0, widest(&slanted) * SLANT + size);
            let most = CELLS[usize::from(cells.names.len() <= FEW)];
            let cell = (
                ((frame.width() - side - over) / k).min(most.0),
                ((frame.height() - over - 4.0) / k).min(most.1),
            );
            if size * 1.1 <= cell.1 || size <= 5.0 {
                return Self {
                    frame,
                    left: frame.left + side,
                    top: frame.top + over + 4.0,
                    cell,
                    size,
                    names,
                    slanted,
                };
            }
            size -= 0.5;
        }
    }

    /// What is left beside the matrix.
    fn beside(&self) -> Rect {
        let reach = self.slanted.iter().map(|name| name.width);
        let reach = reach.fold(0.0, f64::max) * SLANT;
        let right = self.cell(0, self.names.len()).left + 20.0;
        let left = right.max(self.frame.right - 330.0).max(right + reach * 0.3);
        Rect {
            left,
            top: self.top,
            ..self.frame
        }
    }

    /// The box of a cell.
    pub fn cell(&self, row: usize, column: usize) -> Rect {
        let (wide, high) = self.cell;
        let left = self.left + column as f64 * wide;
        Rect::sized(left, self.top + row as f64 * high, wide, high)
    }

    /// The names with their boxes.
    pub fn named<'a>(&self, cells: &'a Cells) -> Vec<Named<'a>> {
        let each = cells.names.iter().enumerate();
        each.map(|(row, id)| Named {
            id,
            label: self.label(row),
        })
        .collect()
    }

    fn label(&self, row: usize) -> Label {
        let name = &self.names[row];
        let middle = self.cell(row, 0).centre().y;
        let rect = Rect::sized(
            self.left - 8.0 - name.width,
            middle - name.height / 2.0,
            name.width,
            name.height,
        );
        Label::new(name.text(), rect)
    }
}

/// A name with its number of actors, which stays where the name is cut.
fn counted(name: &str, actors: u32, size: f64) -> Block {
    let number = format!(" ({actors})");
    let own = width(&number, Weight::Bold, size);
    let mut block = cut(name, size, NAMES - own);
    block.lines[0].push_str(&number);
    block.width += own;
    block
}

/// A name in one line.
fn cut(name: &str, size: f64, limit: f64) -> Block {
    let line = one_line(name, Weight::Bold, size, limit);
    Block {
        width: width(&line, Weight::Bold, size),
        height: size * LINE,
        lines: vec![line],
    }
}

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
    for (row, name) in cells.names.iter().enumerate() {
        let label = plan.label(row);
        xml.open("g")
            .set("class", "department")
            .set("data-department", name);
        if !label.text.starts_with(name.as_str()) {
            xml.open("title").say(name).close();
        }
        xml.open("text")
            .at("x", plan.left - 8.0)
            .at("y", label.y + plan.size * ASCENT)
            .set("text-anchor", "end")
            .say(&label.text)
            .close();
        let column = plan.cell(0, row);
        let (x, y) = (
            tenths(column.centre().x + plan.size * 0.3),
            tenths(plan.top - 6.0),
        );
        xml.open("text")
            .set("x", x)
            .set("y", y)
            .set("transform", format!("rotate(-45 {x} {y})"))
            .say(&plan.slanted[row].text())
            .close();
        xml.close();
    }
    xml.close();
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
        .set("stroke-width", (plan.cell.1 * 0.05).clamp(0.8, 1.8));
    for place in 0..cells.names.len() {
        let rect = plan.cell(place, place);
        xml.open("rect").over(rect).close();
    }
    xml.close();
}
