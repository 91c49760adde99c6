//! Which table a row of headers is.

use std::collections::HashSet;

use super::columns::{FOREIGN, Meaning, Table, meanings};

/// The columns of each table that a header may mean.
type Meant = HashSet<(Table, &'static str)>;

/// What headers mean, those of other programs too, or by our own names alone.
fn meant(header: &[String], most: u8) -> Meant {
    let meanings = header.iter().flat_map(|plain| meanings(plain));
    let meanings = meanings.filter(|m: &&Meaning| m.rank <= most);
    meanings
        .map(|m| (m.table, m.table.headings()[m.place].key))
        .collect()
}

/// Whether a header has all columns that an import of a table needs.
fn has_all(meant: &Meant, table: Table) -> bool {
    let mut needed = table.headings().iter().filter(|heading| heading.required);
    needed.all(|heading| meant.contains(&(table, heading.key)))
}

/// Whether a row of headers has all columns that an import of some table needs.
pub(super) fn is_complete(header: &[String]) -> bool {
    let meant = meant(header, FOREIGN);
    Table::ALL.iter().any(|table| has_all(&meant, *table))
}

/// Whether a row is like the header of a table: it has the columns by which one is known, or several of the one for
/// which its sheet is named.
pub(super) fn is_likely(header: &[String], named: Option<Table>) -> bool {
    let meant = meant(header, FOREIGN);
    let of_named = meant.iter().filter(|(table, _)| Some(*table) == named);
    of_named.count() > 1 || !recognised(&meant).is_empty()
}

/// A table is known by the name of its sheet; where that says nothing, or its columns are those of another, by these.
pub(super) fn table_of(name: &str, header: &[String]) -> Option<Table> {
    let meant_by_all = meant(header, FOREIGN);
    let named = Table::named(name);
    if named.is_some_and(|table| has_all(&meant_by_all, table)) || header.is_empty() {
        return named;
    }
    // The names of other programs count where no table is known by ours.
    let recognised = match recognised(&meant(header, FOREIGN - 1)) {
        tables if tables.is_empty() => recognised(&meant_by_all),
        tables => tables,
    };
    match named {
        Some(table) if recognised.is_empty() || recognised.contains(&table) => Some(table),
        _ => recognised.first().copied().or(named),
    }
}

/// The tables that are known by columns of theirs.
fn recognised(meant: &Meant) -> Vec<Table> {
    let by_columns = [
        (Table::Cooperations, ["from", "to"].as_slice()),
        (Table::Offers, &["name", "life_phases"]),
        (Table::Offers, &["name", "providers"]),
        (Table::Actors, &["name", "department"]),
        (Table::Phases, &["name", "start"]),
        (Table::Departments, &["name", "kind"]),
    ];
    let has = |table: Table, key: &'static str| meant.contains(&(table, key));
    let recognised = by_columns
        .into_iter()
        .filter(|(table, keys)| keys.iter().all(|key| has(*table, key)))
        .map(|(table, _)| table);
    recognised.collect()
}
