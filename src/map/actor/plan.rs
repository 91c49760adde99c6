//! Where the function and those around it lie: the function in the middle, a column of names at each side.

use std::cmp::Reverse;

use super::content::{Partner, Surroundings};
use crate::map::paper::font::{Weight, width};
use crate::map::plane::{Point, Rect};

/// The width of a column of names.
const SIDE: f64 = 345.0;
/// The size of the function's card.
const CARD: (f64, f64) = (190.0, 150.0);
/// The font sizes of the names, from the largest.
const SIZES: [f64; 9] = [14.0, 13.0, 12.0, 11.0, 10.0, 9.5, 9.0, 8.5, 8.0];
/// Letters are made no smaller than this for names that would else be cut.
const READABLE: f64 = 11.0;
/// How much further apart lines may lie than they must.
const LOOSE: f64 = 1.6;
/// The height of a line of names in font sizes.
const ROW: f64 = 1.55;
/// How much higher the line of a department is, which stands apart from the names above it.
const HEAD: f64 = 0.55;
/// How far from the inner edge of a column its marks stand.
const INSET: f64 = 8.0;
/// The space between a mark and its name.
const GAP: f64 = 9.0;
/// The space that a mark takes of its line.
pub const MARK: f64 = INSET + GAP;

/// A line of a column.
#[derive(Debug, Clone, PartialEq)]
pub enum Line {
    /// The name of a department, with how many of it follow.
    Department(String, usize),
    /// A partner, by its place in [`Surroundings::partners`].
    Partner(usize),
    /// How many more there are.
    More(usize),
}

/// A line with its box.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// What it holds.
    pub line: Line,
    /// Its box.
    pub rect: Rect,
    /// Whether it is at the left of the function.
    pub left: bool,
    /// Where its tie leaves the card, as a share of the card's height.
    pub share: f64,
}

impl Placed {
    /// Where its mark stands.
    pub fn mark(&self) -> Point {
        let x = match self.left {
            true => self.rect.right - INSET,
            false => self.rect.left + INSET,
        };
        Point::new(x, self.rect.centre().y)
    }
}

/// Where everything lies.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The card of the function.
    pub card: Rect,
    /// The lines at both sides.
    pub lines: Vec<Placed>,
    /// The font size of the names.
    pub size: f64,
}

impl Plan {
    /// The departments in two columns of about one length, in the largest font size in which both find a place.
    pub fn of(surroundings: &Surroundings, frame: Rect) -> Self {
        let columns = columns(surroundings);
        let room = frame.height();
        let fits = |size: &f64| columns.iter().all(|lines| height(lines, *size) <= room);
        let least = SIZES[SIZES.len() - 1];
        let fitting = SIZES.into_iter().filter(fits);
        let first = fitting.clone().next().unwrap_or(least);
        let readable = fitting.filter(|size| *size >= READABLE);
        let cuts = |size: &f64| {
            (
                cut_names(surroundings, *size),
                Reverse((size * 10.0) as u32),
            )
        };
        let size = readable.min_by_key(cuts).unwrap_or(first);
        let sides = [(true, frame.left), (false, frame.right - SIDE)];
        let lines = columns
            .into_iter()
            .zip(sides)
            .flat_map(|(lines, (left, x))| {
                let column = Rect::sized(x, frame.top, SIDE, frame.height());
                placed(cut(lines, size, room), column, left, size)
            });
        let (wide, high) = CARD;
        let centre = frame.centre();
        Self {
            card: Rect::sized(centre.x - wide / 2.0, centre.y - high / 2.0, wide, high),
            lines: lines.collect(),
            size,
        }
    }
}

/// The lines of both sides: each department whole at the side that is shorter so far.
fn columns(surroundings: &Surroundings) -> [Vec<Line>; 2] {
    let mut columns = [Vec::new(), Vec::new()];
    let mut place = 0;
    for of_one in surroundings.by_department() {
        let shorter = usize::from(columns[1].len() < columns[0].len());
        let name = of_one.first().map(|one: &Partner| &one.actor.department);
        let name = name.cloned().unwrap_or_default();
        columns[shorter].push(Line::Department(name, of_one.len()));
        columns[shorter].extend((place..place + of_one.len()).map(Line::Partner));
        place += of_one.len();
    }
    columns
}

/// How many names are longer than their line.
fn cut_names(surroundings: &Surroundings, size: f64) -> usize {
    let wide = |name: &str| width(name, Weight::Regular, size) > SIDE - MARK;
    let partners = surroundings.partners.iter();
    partners.filter(|one| wide(&one.actor.name)).count()
}

fn height(lines: &[Line], size: f64) -> f64 {
    lines.iter().map(|line| high(line, size)).sum()
}

fn high(line: &Line, size: f64) -> f64 {
    match line {
        Line::Department(..) => size * (ROW + HEAD),
        Line::Partner(_) | Line::More(_) => size * ROW,
    }
}

/// As many lines as find a place in a height, the last of them says how many partners are left.
fn cut(mut lines: Vec<Line>, size: f64, room: f64) -> Vec<Line> {
    if height(&lines, size) <= room {
        return lines;
    }
    let is_partner = |line: &Line| matches!(line, Line::Partner(_));
    let all = lines.iter().filter(|line| is_partner(line)).count();
    while height(&lines, size) + size * ROW > room
        || matches!(lines.last(), Some(Line::Department(..)))
    {
        lines.pop();
    }
    let shown = lines.iter().filter(|line| is_partner(line)).count();
    lines.push(Line::More(all - shown));
    lines
}

/// The lines in the middle of their column.
fn placed(lines: Vec<Line>, column: Rect, left: bool, size: f64) -> Vec<Placed> {
    let needed = height(&lines, size);
    let apart = (column.height() / needed.max(1.0)).clamp(1.0, LOOSE);
    let mut top = column.top + (column.height() - needed * apart).max(0.0) / 2.0;
    let all = lines.len() as f64;
    let placed = lines.into_iter().enumerate().map(|(row, line)| {
        let high = high(&line, size) * apart;
        // A department stands at the foot of its line: its names follow close.
        let own = size * ROW * apart;
        let rect = Rect::sized(column.left, top + high - own, column.width(), own);
        top += high;
        Placed {
            line,
            rect,
            left,
            share: (row as f64 + 0.5) / all,
        }
    });
    placed.collect()
}
