//! Names that look like a person's, named before they are taken over.

use super::super::columns::Table;
use super::super::notice::{NamedRow, Notice};
use super::super::person::person_in;
use super::desk::Desk;

/// Where people write names though functions are meant. A contact is a person's name, and asked for as one.
const LOOKED_AT: [(Table, &str); 8] = [
    (Table::Departments, "name"),
    (Table::Actors, "name"),
    (Table::Actors, "section"),
    (Table::Actors, "note"),
    (Table::Offers, "name"),
    (Table::Offers, "providers"),
    (Table::Offers, "note"),
    (Table::Cooperations, "note"),
];

/// How many names of a column are told one by one.
const MOST: usize = 10;

/// Names each column that holds names which look like a person's, with their rows.
pub(super) fn remark(desk: &mut Desk<'_>) {
    for (table, key) in LOOKED_AT {
        let mut found: Vec<Notice> = Vec::new();
        for cells in desk.rows(table) {
            let Some(person) = cells.text(key).and_then(person_in) else {
                continue;
            };
            let place = cells.place(key);
            let same = found.iter_mut().find_map(|notice| match notice {
                Notice::Persons {
                    source, list, more, ..
                } if *source == place.source => Some((list, more)),
                _ => None,
            });
            let row = NamedRow {
                name: person.to_owned(),
                row: cells.line.number,
            };
            match same {
                Some((list, more)) if list.len() >= MOST => *more += 1,
                Some((list, _)) if list.iter().any(|known| known.name == row.name) => {}
                Some((list, _)) => list.push(row),
                None => found.push(Notice::Persons {
                    source: place.source,
                    column: place.column.unwrap_or_default(),
                    list: vec![row],
                    more: 0,
                }),
            }
        }
        for notice in found {
            desk.notices.push(notice);
        }
    }
}
