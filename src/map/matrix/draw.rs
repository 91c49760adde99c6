//! The matrix as nodes.

use svg::node::element::{Element, Group, Rectangle};

use super::aside::aside;
use super::cells::{Cell, Cells};
use super::finds::Finds;
use super::inscription::{Style, expected, reported};
use super::look::{Look, point};
use super::plan::{Heads, Plan};
use crate::map::paper::font::{ASCENT, Block, LINE, Weight, width};
use crate::map::paper::nodes::{Draw, lines, text, told};
use crate::map::paper::style::{INK, SOFT};
use crate::map::plane::tenths;
use crate::text::brief;
use crate::text::views::MatrixTexts;

/// Cells of so many departments carry their sentence for who points at them.
const TITLED: usize = 16;
/// The font size of what stands over the names of the rows.
const CORNER: f64 = 10.5;
/// The font size of what stands for a matrix of one.
const ALONE: f64 = 17.0;

/// How the cells are written, and what of findings is marked in them.
pub type Written<'a> = (Style, &'a Finds);

/// The matrix and the pairs that stand out beside it.
pub fn figure(cells: &Cells, plan: &Plan, written: Written, say: &MatrixTexts) -> Group {
    if let [one] = cells.names.as_slice() {
        return alone(cells, one, plan, written.1, say);
    }
    let drawn = cells.iter().map(|(row, column, cell)| {
        let place = (row, column);
        drawn_cell(cells, plan, (place, cell), written, say)
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
        .all(cells.are_expected().then(|| corner(plan, say)).flatten())
        .all(aside(cells, plan.beside(), say))
}

/// A single department: why there is no matrix, and what is reported within it.
fn alone(cells: &Cells, one: &str, plan: &Plan, finds: &Finds, say: &MatrixTexts) -> Group {
    let frame = plan.frame();
    let told = [
        // To others the head says it.
        (finds.said.is_some()).then(|| (say.one_department)(cells.of, &brief(one))),
        cells.say(0, 0, say),
    ];
    let told: Vec<String> = told.into_iter().flatten().collect();
    let block = Block::set(
        &told.join(" "),
        Weight::Regular,
        ALONE,
        frame.width().min(640.0),
        6,
    );
    let rows = block.lines.iter().enumerate();
    let baseline = |row: usize| frame.top + ALONE * (2.0 + LINE * row as f64);
    let words = lines(rows.map(|(row, line)| (frame.left, baseline(row), line.as_str())));
    Group::new()
        .set("id", "cells")
        .set("fill", INK)
        .add(words.at("font-size", ALONE))
}

fn names(cells: &Cells, plan: &Plan) -> Group {
    let names = cells.names.iter().enumerate().map(|(at, name)| {
        Group::new()
            .set("class", "department")
            .named("data-department", name)
            .all((!plan.is_whole(at)).then(|| told(name)))
            .add(row(plan, at))
            .all(key(plan, at))
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

/// The number by which the column of a row's department is found.
fn key(plan: &Plan, at: usize) -> Option<Element> {
    let place = plan.key(at)?;
    let number = text(&(at + 1).to_string());
    let number = number.at("x", place.x).at("y", place.y);
    Some(number.with("text-anchor", "end"))
}

fn column(plan: &Plan, at: usize) -> Vec<Element> {
    let heads = plan.head(at);
    let heads = heads.map(|(words, place)| {
        let (x, y) = (tenths(place.x), tenths(place.y));
        let head = text(words).with("x", x).with("y", y);
        match plan.heads {
            Heads::Slanted => head.with("transform", format!("rotate(-45 {x} {y})")),
            Heads::Upright | Heads::Numbered => head.with("text-anchor", "middle"),
        }
    });
    heads.collect()
}

fn drawn_cell(
    cells: &Cells,
    plan: &Plan,
    ((row, column), cell): ((usize, usize), &Cell),
    (style, finds): Written,
    say: &MatrixTexts,
) -> Group {
    let rect = plan.cell(row, column);
    let side = match column > row && cells.are_expected() {
        true => "expected",
        false => "reported",
    };
    let sentence = cells.say(row, column, say);
    let sentence = sentence.filter(|_| cells.names.len() <= TITLED);
    let cell_of = Group::new()
        .set("class", "cell")
        .named("data-a", &cells.names[row])
        .named("data-b", &cells.names[column])
        .set("data-side", side)
        .set("data-state", cell.look.code())
        .maybe("data-ties", cell.ties)
        .all(sentence.map(|sentence| told(&sentence)));
    let fine = cells.are_fine() && cell.look == Look::NoneReported;
    match side {
        "expected" if cells.are_fine() && cell.expected.is_none() => cell_of,
        "expected" => cell_of.all(expected(cell, rect, style, say)),
        _ if fine => cell_of.add(point(rect)),
        _ => {
            let place = (row, column);
            let marked = column <= row;
            let free = match marked {
                true => finds.beside(place, rect),
                false => rect,
            };
            let marks = marked.then(|| finds.marks(place, rect));
            cell_of
                .all(reported(cell, (rect, free), row == column, style, say))
                .all(marks.into_iter().flatten())
        }
    }
}

/// What stands on which side of the diagonal, over the names of the rows.
fn corner(plan: &Plan, say: &MatrixTexts) -> Option<Element> {
    let place = plan.corner();
    let wide = say.sides.map(|words| width(words, Weight::Bold, CORNER));
    let fits = wide.iter().all(|wide| *wide <= place.width()) && place.height() >= 3.0 * CORNER;
    let rows = say.sides.into_iter().enumerate();
    let baseline = |row: usize| place.bottom - CORNER * (1.6 - LINE * row as f64);
    fits.then(|| {
        lines(rows.map(|(row, words)| (place.right, baseline(row), words)))
            .with("id", "sides")
            .with("text-anchor", "end")
            .with("font-weight", "bold")
            .with("font-size", CORNER)
            .with("fill", SOFT)
    })
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
