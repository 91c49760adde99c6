//! Formulas that a program wrote into a workbook and none has calculated yet: read as empty, they would clear what the
//! store holds.

use std::collections::BTreeSet;

use super::columns::is_example;
use super::fault::{Faults, Place, Problem};
use super::header::Header;
use super::read::Sheet;

/// A fault for each formula without a value below the header, in the columns that count, but for example rows.
pub(super) fn judge(
    sheet: &Sheet<'_>,
    header: &Header,
    counts: impl Fn(usize) -> bool,
    faults: &mut Faults,
) {
    if sheet.uncalculated.is_empty() {
        return;
    }
    let mut examples = BTreeSet::new();
    sheet.each_row(|number, row| {
        if is_example(row.first()) {
            examples.insert(number);
        }
        true
    });
    for formula in &sheet.uncalculated {
        let column = header.cells.get(formula.column);
        if formula.row > header.row
            && !examples.contains(&formula.row)
            && let Some(column) = column.filter(|_| counts(formula.column))
        {
            let place = || Place {
                source: sheet.source.clone(),
                row: Some(formula.row),
                column: Some(column.clone()),
                value: Some(formula.text.clone()),
            };
            faults.push_with(place, || Problem::Uncalculated);
        }
    }
}
