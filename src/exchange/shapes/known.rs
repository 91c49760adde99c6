//! The functions that the files list.

use std::collections::HashSet;

use super::super::chosen::Columns;
use super::super::columns::Table;
use super::super::header::Header;
use super::super::read::Sheet;
use crate::text::words::folded;

/// The ids and names of all functions that the files list, as they are compared.
pub(in super::super) struct Known(HashSet<String>);

impl Known {
    /// From the tables of functions among some sheets.
    pub fn of(sheets: &[Sheet<'_>], columns: &Columns) -> Self {
        let mut names = HashSet::new();
        for sheet in sheets {
            let header = Header::of(sheet, columns);
            let is_list = || header.table.is_none() && header.has(Table::Actors, "name");
            if header.table != Some(Table::Actors) && !is_list() {
                continue;
            }
            let keys = Table::Actors.headings().iter().map(|heading| heading.key);
            let of_table = header.columns(Table::Actors);
            let naming = keys
                .zip(of_table)
                .filter(|(key, _)| ["id", "name"].contains(key));
            let naming: Vec<usize> = naming.filter_map(|(_, column)| column).collect();
            sheet.each_row(|number, row| {
                if number > header.last {
                    let texts = naming.iter().map(|at| folded(row.get(*at)));
                    names.extend(texts.filter(|text| !text.is_empty()));
                }
                true
            });
        }
        Self(names)
    }

    /// Whether a function is called so; the text as it is compared.
    pub fn has(&self, folded: &str) -> bool {
        self.0.contains(folded)
    }
}
