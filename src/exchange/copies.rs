//! Several sheets or files that are the same table, such as copies that were forgotten: all are read, and named.

use std::collections::BTreeMap;

use super::columns::Table;
use super::notice::{Notice, Notices};

/// More names are only counted.
const NAMED: usize = 6;

/// A notice for each table of which there are several.
pub(super) fn notices_of_copies<'s>(
    notices: &mut Notices,
    parts: impl Iterator<Item = (Table, &'s str)>,
) {
    let mut of_table: BTreeMap<Table, Vec<&str>> = BTreeMap::new();
    for (table, source) in parts {
        of_table.entry(table).or_default().push(source);
    }
    for (table, sources) in of_table {
        if sources.len() > 1 {
            let named = sources.iter().take(NAMED);
            notices.push(Notice::SameTable {
                table,
                sources: named.map(|source| (*source).to_owned()).collect(),
                more: sources.len().saturating_sub(NAMED),
            });
        }
    }
}
