//! What a sheet that is no known table was meant for.

use super::super::columns::Table;
use super::super::read::Sheet;
use super::contents;
use super::known::Known;
use crate::text::words::folded;

/// What the names of sheets and files that hold ties begin or end with.
const TIES: [&str; 15] = [
    "netz",
    "netzwerk",
    "network",
    "beziehung",
    "beziehungen",
    "kante",
    "kanten",
    "kontakte",
    "matrix",
    "kooperation",
    "kooperationen",
    "zusammenarbeit",
    "edges",
    "ties",
    "links",
];

/// Whether a sheet that is no known table was meant for ties: by its name, or by what stands in it.
pub(super) fn is_for_ties(sheet: &Sheet<'_>, known: Option<&Known>) -> bool {
    let name = folded(&sheet.name);
    let is_word = |word: &str| TIES.contains(&word);
    let by_name =
        Table::named(&sheet.name) == Some(Table::Cooperations) || name.split('-').any(is_word);
    by_name || known.is_some_and(|known| contents::has_ends(sheet, known))
}
