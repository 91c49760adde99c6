//! Cells that do not say what was meant: formulas that none has calculated or that failed, texts that were encoded twice,
//! quotation marks that are left open.

use std::collections::BTreeSet;

use super::columns::is_example;
use super::fault::{Faults, Place, Problem};
use super::header::Header;
use super::read::{Sheet, encoded_once};

/// A fault for each quotation mark that is not closed before its line ends.
pub(super) fn judge_quotes(sheet: &Sheet<'_>, faults: &mut Faults) {
    for open in &sheet.open_quotes {
        let place = || Place {
            source: sheet.source.clone(),
            row: Some(open.row),
            column: None,
            value: Some(open.line.clone()),
        };
        faults.push_with(place, || Problem::OpenQuote);
    }
}

/// A fault for each formula without a value below the header, in the columns that count, but for example rows.
///
/// Read as empty, such a cell would clear what the store holds.
pub(super) fn judge_formulas(
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
        if formula.row > header.last
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

/// A fault for each cell below the header, in these columns, that cannot be what was meant.
pub(super) fn judge_cells(
    sheet: &Sheet<'_>,
    header: &Header,
    columns: &[Option<usize>],
    faults: &mut Faults,
) {
    if !sheet.may_be_unsound() {
        return;
    }
    sheet.each_row(|number, row| {
        if number <= header.last || is_example(row.first()) {
            return true;
        }
        for at in columns.iter().flatten() {
            let cell = row.get(*at);
            if let Some(problem) = problem(cell) {
                let place = || Place {
                    source: sheet.source.clone(),
                    row: Some(number),
                    column: header.cells.get(*at).cloned(),
                    value: Some(cell.to_owned()),
                };
                faults.push_with(place, || problem);
            }
        }
        true
    });
}

/// Why a cell cannot be what was meant.
pub(super) fn problem(cell: &str) -> Option<Problem> {
    if is_error(cell) {
        return Some(Problem::CellError);
    }
    encoded_once(cell).map(Problem::EncodedTwice)
}

/// Whether a cell holds what a spreadsheet shows for a formula that failed, of whatever version and language: `#REF!`,
/// `#ÜBERLAUF!`, `#NV`, `Err:502` in LibreOffice; or `####` for what is wider than its column.
fn is_error(cell: &str) -> bool {
    if let Some(word) = cell.strip_prefix('#') {
        return is_error_word(word);
    }
    let number = cell
        .strip_prefix("Err:")
        .or_else(|| cell.strip_prefix("Fehler:"));
    number.is_some_and(|number| {
        let number = number.trim_start();
        number.len() == 3 && number.bytes().all(|c| c.is_ascii_digit())
    })
}

/// Whether the text behind a `#` is one of capital letters alone, with a mark at its end, or one of the few without.
fn is_error_word(word: &str) -> bool {
    /// No error of any language is longer.
    const LONGEST: usize = 40;
    if matches!(word, "N/A" | "NV" | "N/V" | "GETTING_DATA") {
        return true;
    }
    let is_wide = word.len() >= 2 && word.bytes().all(|c| c == b'#');
    let letters = word.strip_suffix(['!', '?']).unwrap_or_default();
    let is_loud = |c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '_' | '/' | ' ');
    let begins = letters.chars().next().is_some_and(char::is_uppercase);
    is_wide || (word.len() <= LONGEST && begins && letters.chars().all(is_loud))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_of_every_version_and_language_are_known() {
        for error in [
            "#REF!",
            "#BEZUG!",
            "#N/A",
            "#NV",
            "#NAME?",
            "#DIV/0!",
            "#SPILL!",
            "#ÜBERLAUF!",
            "#CALC!",
            "#KALK!",
            "#GETTING_DATA",
            "#FIELD!",
            "#BLOCKED!",
            "#CONNECT!",
            "#UNKNOWN!",
            "#BUSY!",
            "#PYTHON!",
            "#EXTERNAL!",
            "#####",
            "###",
            "Err:502",
            "Err:508",
            "Fehler:502",
        ] {
            assert!(is_error(error), "{error}");
        }
    }

    #[test]
    fn a_name_with_a_number_sign_is_none() {
        for name in [
            "",
            "#",
            "##",
            "#1",
            "#Kinder",
            "#Kinder!",
            "# 3",
            "#NVA",
            "C#",
            "#1!",
            "Err:",
            "Err:5021",
            "Fehler: keine",
            "#kinderstark!",
        ] {
            assert!(!is_error(name), "{name}");
        }
    }
}
