//! What the columns of a sheet hold.

use std::collections::HashSet;

use super::super::columns::Table;
use super::super::read::{Sheet, is_nothing};
use super::known::Known;
use super::look::{self, HEADERS, Seen};
use crate::text::words::folded;

/// What the columns hold.
pub(super) struct Contents {
    /// The share of cells that name a function.
    pub names: Vec<f64>,
    /// Whether all cells are numbers.
    pub numbers: Vec<bool>,
    /// How many different texts, of how many.
    pub texts: Vec<(usize, usize)>,
}

impl Contents {
    pub fn of(rows: &[&Seen], width: usize, known: &Known) -> Self {
        let filled = |at: usize| {
            let cells = rows.iter().map(move |row| row.get(at));
            cells.filter(|cell| !cell.is_empty()).collect::<Vec<&str>>()
        };
        let all: Vec<Vec<&str>> = (0..width).map(filled).collect();
        let share = |cells: &Vec<&str>| {
            let named = cells.iter().filter(|cell| known.has(&folded(cell)));
            named.count() as f64 / cells.len().max(1) as f64
        };
        let is_number =
            |cell: &&str| is_nothing(cell) || cell.replace(',', ".").parse::<f64>().is_ok();
        Self {
            names: all.iter().map(share).collect(),
            numbers: all
                .iter()
                .map(|cells| !cells.is_empty() && cells.iter().all(is_number))
                .collect(),
            texts: all
                .iter()
                .map(|cells| (cells.iter().collect::<HashSet<_>>().len(), cells.len()))
                .collect(),
        }
    }

    /// The columns that hold texts.
    pub fn of_texts(&self) -> impl Iterator<Item = usize> {
        (0..self.texts.len()).filter(|at| !self.numbers[*at] && self.texts[*at].1 > 0)
    }

    /// The columns in which most cells name a function, else those that hold texts.
    pub fn ends(&self) -> Vec<usize> {
        let named: Vec<usize> = (0..self.names.len())
            .filter(|at| self.names[*at] >= 0.5)
            .collect();
        match named.as_slice() {
            [_, _, ..] => named,
            [one] => {
                let others = self.of_texts().filter(|at| at != one);
                let mut both: Vec<usize> = others.take(1).chain([*one]).collect();
                both.sort_unstable();
                both
            }
            [] => self.of_texts().collect(),
        }
    }

    /// Ties where two columns name functions or a number stands beside texts; else functions.
    pub fn table(&self) -> Table {
        let named = self.names.iter().filter(|share| **share >= 0.5).count();
        let has_number = self.numbers.iter().any(|number| *number);
        if named >= 2 || (has_number && self.of_texts().count() >= 2) {
            Table::Cooperations
        } else {
            Table::Actors
        }
    }
}

/// Whether two columns of a sheet name functions in most of its first rows.
pub(super) fn has_ends(sheet: &Sheet<'_>, known: &Known) -> bool {
    let rows = look::rows(sheet);
    let rows: Vec<&Seen> = rows.iter().collect();
    let width = rows.iter().take(HEADERS).map(|row| row.cells.len()).max();
    let columns = Contents::of(&rows, width.unwrap_or_default(), known);
    columns.names.iter().filter(|share| **share >= 0.5).count() >= 2
}
