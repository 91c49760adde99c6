//! A matrix: rows and columns bear names, the row says it of the column.

use std::collections::HashSet;

use super::super::columns::{Table, meanings, plain};
use super::super::notice::{Notice, Notices, ReadAs};
use super::super::read::{Kind, Matrix, Named, Shape, Sheet, is_nothing, is_sum, mark_of};
use super::known::Known;
use super::look::{HEADERS, Seen};
use super::unread;
use crate::text::words::folded;

/// The names of the rows stand in one of the first columns.
const FIRST: usize = 4;

/// The matrix that a sheet is, if it is one.
pub(super) fn of(rows: &[Seen], known: &Known) -> Option<Shape> {
    let headers = rows.iter().take(HEADERS).enumerate();
    for (at, header) in headers {
        let below = &rows[at + 1..];
        for names in 0..FIRST.min(header.cells.len()) {
            if let Some(matrix) = in_row(header, below, names, known) {
                let strength = matrix.has_strengths.then_some("Stärke");
                let headers = ["Von", "Mit"].into_iter().chain(strength);
                return Some(Shape {
                    header: Some(header.number),
                    headers: headers.map(str::to_owned).collect(),
                    kind: Kind::Matrix(matrix),
                });
            }
        }
    }
    None
}

/// The matrix whose columns bear the names of a row, and whose rows bear those of a column.
fn in_row(header: &Seen, below: &[Seen], names: usize, known: &Known) -> Option<Matrix> {
    // Ties without a header have a number or a name there.
    let first = folded(header.get(names));
    if first.parse::<f64>().is_ok() || known.has(&first) {
        return None;
    }
    let said: Vec<String> = below.iter().map(|row| folded(row.get(names))).collect();
    let own: HashSet<&str> = said.iter().map(String::as_str).collect();
    let columns = columns(header, names, |name| own.contains(name) || known.has(name));
    let is_name =
        |column: &&Named| own.contains(column.folded.as_str()) || known.has(&column.folded);
    let hits = columns.iter().filter(is_name).count();
    let all: HashSet<&str> = columns
        .iter()
        .map(|column| column.folded.as_str())
        .collect();
    if hits < 2 || hits * 5 < columns.len() * 4 || all.len() < columns.len() {
        return None;
    }
    let named = said.iter().filter(|name| !name.is_empty() && !is_sum(name));
    let (sayers, strangers): (Vec<&String>, Vec<&String>) =
        named.partition(|name| all.contains(name.as_str()) || known.has(name));
    if sayers.is_empty() || strangers.len() > sayers.len() {
        return None;
    }
    let has_strengths = strengths(below, &columns)?;
    Some(Matrix {
        names,
        columns,
        has_strengths,
    })
}

/// The columns that bear a name: not those of sums, nor those that a table of functions has, beside names.
fn columns(header: &Seen, names: usize, is_name: impl Fn(&str) -> bool) -> Vec<Named> {
    let cells = header.cells.iter().enumerate().skip(names + 1);
    let named = cells.filter_map(|(at, cell)| {
        let folded = folded(cell);
        let of_table = || {
            let mut meanings = meanings(&plain(cell)).iter();
            meanings.any(|meaning| meaning.table == Table::Actors)
        };
        let is_other = folded.is_empty() || of_table();
        (!is_sum(&folded) && (is_name(&folded) || !is_other)).then(|| Named {
            at,
            name: cell.clone(),
            folded,
        })
    });
    named.collect()
}

/// Whether the cells hold strengths and not crosses alone; none where they hold neither.
fn strengths(below: &[Seen], columns: &[Named]) -> Option<bool> {
    let (mut numbers, mut marks, mut others) = (0, 0, 0);
    for row in below {
        for column in columns {
            let cell = row.get(column.at);
            let begins_with_number = cell.starts_with(|c: char| c.is_ascii_digit() || c == '-');
            match mark_of(cell) {
                _ if is_nothing(cell) => {}
                Some(_) => marks += 1,
                None if begins_with_number || cell.starts_with(['#', '=']) => numbers += 1,
                None => others += 1,
            }
        }
    }
    let read = numbers + marks;
    (read >= others).then_some(numbers + others > 0 || marks == 0)
}

/// Tells what a matrix was read as, and what stands on its diagonal.
pub(super) fn tell(sheet: &Sheet<'_>, shape: &Shape, notices: &mut Notices) {
    let (Kind::Matrix(matrix), Some(header)) = (&shape.kind, shape.header) else {
        return;
    };
    let (mut values, mut first) = (0, None);
    let mut unread = HashSet::new();
    sheet.each_row(|number, row| {
        if number < header {
            return true;
        }
        let own = folded(row.get(matrix.names));
        row.each(|at, cell| {
            let column = matrix.columns.iter().find(|column| column.at == at);
            match column {
                Some(column) if number > header && column.folded == own && !is_nothing(cell) => {
                    values += 1;
                    first.get_or_insert(number);
                }
                None if at != matrix.names && !cell.is_empty() => {
                    unread.insert(at);
                }
                _ => {}
            }
        });
        true
    });
    let source = || sheet.source.clone();
    notices.push(Notice::Shaped {
        source: source(),
        shape: ReadAs::Matrix,
    });
    if let Some(row) = first {
        notices.push(Notice::Diagonal {
            source: source(),
            values,
            row,
        });
    }
    unread::columns(sheet, header, unread, notices);
}
