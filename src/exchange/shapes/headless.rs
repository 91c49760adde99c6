//! Ties without a header, as on a sheet that goes on where another ended.

use super::super::read::{Kind, Shape, is_nothing};
use super::known::Known;
use super::look::Seen;
use crate::text::words::folded;

/// The columns of the ends and of the strength.
pub(super) struct Columns {
    pub ends: [usize; 2],
    pub strength: Option<usize>,
}

/// The columns in which nearly all cells, the first among them, are names of functions or numbers.
pub(super) fn of(rows: &[Seen], known: &Known) -> Option<Columns> {
    let first = rows.first()?;
    let names = |at: usize| {
        let is_name = |row: &&Seen| known.has(&folded(row.get(at)));
        let named = rows.iter().filter(is_name).count();
        is_name(&first) && named * 5 >= rows.len() * 4
    };
    let mut ends = (0..first.cells.len()).filter(|at| names(*at));
    let ends = [ends.next()?, ends.next()?];
    let is_number = |at: &usize| {
        let is_one = |row: &Seen| {
            let cell = row.get(*at).replace(',', ".");
            is_nothing(&cell) || cell.parse::<f64>().is_ok()
        };
        !first.get(*at).is_empty() && rows.iter().all(is_one)
    };
    let mut others = (0..first.cells.len()).filter(|at| !ends.contains(at));
    Some(Columns {
        ends,
        strength: others.find(is_number),
    })
}

impl Columns {
    /// The list that the rows make.
    pub fn shape(&self) -> Shape {
        let all = self.all();
        let width = all.iter().map(|(at, _)| at + 1).max().unwrap_or_default();
        let mut headers = vec![String::new(); width];
        for (at, name) in all {
            headers[at] = name.to_owned();
        }
        Shape {
            header: None,
            headers,
            kind: Kind::Plain,
        }
    }

    /// The columns with their names, in the order of these.
    pub fn all(&self) -> Vec<(usize, &'static str)> {
        let [from, to] = self.ends;
        let strength = self.strength.map(|at| (at, "Stärke"));
        [(from, "Von"), (to, "Mit")]
            .into_iter()
            .chain(strength)
            .collect()
    }
}
