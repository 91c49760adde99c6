//! What leaders are told in sentences, as it is marked in the cells: the number of a finding, and what one function holds.

use std::collections::BTreeMap;

use svg::node::element::{Circle, Group};

use super::cells::Cells;
use crate::analysis::{Found, SiloReport, findings, headline, held, nothing};
use crate::map::paper::nodes::{Draw, Nodes, text};
use crate::map::paper::style::{BINDING, Colour, FEWER, HELD, INK, PAPER};
use crate::map::plane::{Point, Rect};
use crate::text::Lang;

/// No more pairs of one finding have its number.
const NUMBERED: usize = 8;
/// Below this width of a cell its words make room for the number.
const NARROW: f64 = 110.0;

/// The findings of a matrix; none for others than leaders.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Finds {
    /// What is to be said first, and of the whole.
    pub said: Option<[String; 2]>,
    /// What each finding is, with its colour.
    pub titles: Vec<(String, Colour)>,
    numbers: BTreeMap<[usize; 2], usize>,
    /// The pairs that one function holds, those with most ties first.
    pub held: Vec<[usize; 2]>,
}

impl Finds {
    /// The findings of a report in its cells.
    pub fn of(report: &SiloReport, cells: &Cells, lang: Lang) -> Self {
        let names = cells.names.iter().enumerate();
        let places: BTreeMap<&str, usize> = names.map(|(at, name)| (name.as_str(), at)).collect();
        let place = |a: &str, b: &str| {
            let (a, b) = (*places.get(a)?, *places.get(b)?);
            Some([a.min(b), a.max(b)])
        };
        let found = findings(report);
        let mut finds = Self::default();
        for (number, finding) in found.iter().enumerate() {
            let (pairs, colour): (Vec<_>, _) = match &finding.found {
                Found::Apart(pair) => (vec![place(&pair.a, &pair.b)], FEWER),
                Found::AlsoApart(pairs) | Found::More(pairs) => {
                    let colour = match &finding.found {
                        Found::More(_) => BINDING,
                        _ => FEWER,
                    };
                    let pairs = pairs.iter();
                    let pairs = pairs.map(|pair| place(&pair.a, &pair.b));
                    (pairs.collect(), colour)
                }
                Found::Held(links) => {
                    let links = links.iter().take(NUMBERED);
                    (links.map(|link| place(&link.a, &link.b)).collect(), HELD)
                }
                Found::Inside(_) => {
                    let own = finding.keeping().into_iter();
                    (own.map(|name| place(name, name)).collect(), INK)
                }
            };
            finds.titles.push((finding.title(lang), colour));
            for pair in pairs.into_iter().flatten() {
                finds.numbers.entry(pair).or_insert(number);
            }
        }
        let links = held(report);
        let links = links.iter().filter_map(|link| place(&link.a, &link.b));
        finds.held = links.collect();
        let first = found.first().map(|finding| finding.headline(lang));
        let first = first.unwrap_or_else(|| nothing(report, lang).to_owned());
        finds.said = Some([first, headline(report).sentence(lang)]);
        finds
    }

    fn number(&self, row: usize, column: usize) -> Option<usize> {
        self.numbers
            .get(&[row.min(column), row.max(column)])
            .copied()
    }

    /// Whether a cell has the open circle of what one function holds; a number of the same colour says it already.
    fn is_held(&self, row: usize, column: usize) -> bool {
        let numbered = self.number(row, column);
        let said = numbered.is_some_and(|number| self.titles[number].1 == HELD);
        self.held.contains(&[row.min(column), row.max(column)]) && !said
    }

    /// Whether any cell has that circle.
    pub fn is_any_held(&self) -> bool {
        self.held.iter().any(|[a, b]| self.is_held(*a, *b))
    }

    /// What a cell leaves to its words.
    pub fn beside(&self, (row, column): (usize, usize), rect: Rect) -> Rect {
        match self.number(row, column) {
            Some(_) if rect.width() < NARROW => Rect {
                left: rect.left + 2.0 * radius(rect),
                ..rect
            },
            _ => rect,
        }
    }

    /// The marks of a cell.
    pub fn marks(&self, (row, column): (usize, usize), rect: Rect) -> Nodes {
        let r = radius(rect);
        let number = self.number(row, column).map(|number| {
            let at = Point::new(rect.left + r + 2.0, rect.top + r + 2.0);
            disc(number, self.titles[number].1, at, r)
        });
        let ring = self.is_held(row, column).then(|| {
            let small = (0.55 * r).max(2.4);
            ring(
                Point::new(rect.right - small - 2.0, rect.top + small + 2.0),
                small,
            )
        });
        let number = number.map(Into::into);
        number.into_iter().chain(ring.map(Into::into)).collect()
    }
}

fn radius(rect: Rect) -> f64 {
    (0.2 * rect.height()).clamp(4.4, 9.0)
}

/// The number of a finding.
pub fn disc(number: usize, colour: Colour, at: Point, r: f64) -> Group {
    let disc = Circle::new()
        .around(at, r)
        .set("fill", PAPER)
        .set("stroke", colour)
        .set("stroke-width", 1.3);
    let digit = text(&(number + 1).to_string())
        .at("x", at.x)
        .at("y", at.y + 0.52 * r)
        .at("font-size", 1.45 * r)
        .with("text-anchor", "middle")
        .with("font-weight", "bold")
        .with("fill", colour);
    Group::new()
        .set("class", "finding")
        .set("data-finding", number + 1)
        .add(disc)
        .add(digit)
}

/// The open circle of what one function holds.
pub fn ring(at: Point, r: f64) -> Circle {
    Circle::new()
        .around(at, r)
        .set("class", "held")
        .set("fill", PAPER)
        .set("stroke", HELD)
        .set("stroke-width", 1.7)
}
