//! A table of the template before it is written.

use crate::exchange::columns::Table;
use crate::text::TableWords;

/// A column: its key, its header, what it means.
pub(super) type Column = (&'static str, &'static str, &'static str);

/// A table of the template as it is written.
pub(super) struct Form {
    pub table: Table,
    pub columns: Vec<Column>,
    pub widths: Vec<f64>,
    pub examples: Vec<Vec<&'static str>>,
    /// What is entered already.
    pub entered: Vec<Vec<String>>,
}

impl Form {
    /// The form of the empty template.
    pub fn of(table: Table, words: &TableWords) -> Self {
        let examples = words.examples.iter();
        Self {
            table,
            columns: words.columns.to_vec(),
            widths: widths(table).to_vec(),
            examples: examples.map(|cells| cells.to_vec()).collect(),
            entered: Vec::new(),
        }
    }
}

/// How wide the columns of a table are, in characters.
fn widths(table: Table) -> &'static [f64] {
    match table {
        Table::Departments => &[36.0, 14.0, 22.0, 20.0, 26.0],
        Table::Actors => &[42.0, 28.0, 20.0, 16.0, 12.0, 14.0],
        Table::Offers => &[28.0, 14.0, 18.0, 21.0, 18.0, 14.0, 14.0, 16.0, 14.0, 14.0],
        Table::Cooperations => &[33.0, 33.0, 15.0, 19.0, 12.0, 17.0, 9.0, 14.0],
        Table::Phases => &[],
    }
}
