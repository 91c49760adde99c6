//! What an import says: faults with their remedy, and notices.

mod de;
mod en;
mod shapes;

use crate::domain::Noun;

pub use de::DE;
pub use en::EN;
pub use shapes::{Shapes, Taken};

/// The sentences about a file; `value` is what stands in the cell.
pub struct FaultTexts {
    /// File and sheet, row, header.
    pub place: fn(source: &str, row: Option<u32>, column: Option<&str>) -> String,
    /// Sheet, rows and header, without the file.
    pub places: fn(sheet: &str, rows: &[String], column: Option<&str>) -> String,
    /// How many faults are not told one by one.
    pub more: fn(usize) -> String,
    /// The nearest known name, set after another sentence.
    pub did_you_mean: fn(&str) -> String,
    /// In what little a name differs from the nearest known one, set after it.
    pub difference: fn(written: &str, known: &str) -> String,
    /// The file cannot be read.
    pub unreadable: &'static str,
    /// The file asks for a password.
    pub locked: &'static str,
    /// A text in the coding of an old system, which is named.
    pub old_coding: fn(system: &str) -> String,
    /// An archive in an archive.
    pub zip_in_zip: &'static str,
    /// A quotation mark that is not closed in its line.
    pub open_quote: fn(line: &str) -> String,
    /// A text that was encoded twice, and what it said before.
    pub encoded_twice: fn(value: &str, once: &str) -> String,
    /// More megabytes than allowed.
    pub too_large: fn(u64) -> String,
    /// More rows than allowed.
    pub too_many_rows: fn(usize) -> String,
    /// More characters than allowed.
    pub cell_too_long: fn(usize) -> String,
    /// More characters than a name may have.
    pub name_too_long: fn(usize) -> String,
    /// More columns than a sheet may have.
    pub too_many_columns: fn(usize) -> String,
    /// More sheets than a workbook may have.
    pub too_many_sheets: fn(usize) -> String,
    /// More files than allowed.
    pub too_many_files: fn(usize) -> String,
    /// A cell that no spreadsheet has.
    pub cell_beyond: fn(cell: &str) -> String,
    /// More rows times phases than allowed.
    pub too_many_places: fn(usize) -> String,
    /// More rows times columns than allowed.
    pub too_many_cells: fn(usize) -> String,
    /// More funding phases than allowed.
    pub too_many_phases: fn(usize) -> String,
    /// More items of lists than allowed.
    pub too_many_items: fn(usize) -> String,
    /// No table found; the sheets that would be one.
    pub no_table: fn(&str) -> String,
    /// A required column.
    pub column_missing: fn(&str) -> String,
    /// Two columns with one header.
    pub column_twice: &'static str,
    /// A required value.
    pub empty: &'static str,
    /// A spreadsheet's error.
    pub cell_error: fn(value: &str) -> String,
    /// A formula without a value.
    pub uncalculated: fn(formula: &str) -> String,
    /// A value that is not in the list of those known.
    pub unknown_value: fn(value: &str, known: &str) -> String,
    /// Neither yes nor no.
    pub not_yes_no: fn(value: &str) -> String,
    /// Not a date.
    pub not_a_date: fn(value: &str) -> String,
    /// Not a year, month or day.
    pub not_since: fn(value: &str) -> String,
    /// Not on the scale.
    pub not_a_strength: fn(value: &str) -> String,
    /// Not a finite number.
    pub not_a_number: fn(value: &str) -> String,
    /// A control character.
    pub control_character: &'static str,
    /// More characters than an id may have.
    pub id_too_long: fn(usize) -> String,
    /// More characters than a note may have.
    pub note_too_long: fn(usize) -> String,
    /// A reference to nothing.
    pub no_such: fn(value: &str, Noun) -> String,
    /// A reference to several.
    pub ambiguous: fn(value: &str, Noun, ids: &str) -> String,
    /// A tie from one to itself.
    pub self_tie: fn(value: &str) -> String,
    /// Another row, whose place is given, says otherwise: the column and what stands there.
    pub differs: fn(place: &str, said: Option<(&str, &str)>) -> String,
    /// Another row, whose place is given, puts the actor into another department.
    pub elsewhere: fn(place: &str, department: &str) -> String,
    /// Two departments of one name.
    pub name_taken: fn(value: &str) -> String,
    /// A committee among the organisations.
    pub body_is_an_actor: &'static str,
    /// No funding phase.
    pub no_phase: &'static str,
    /// Other dates than the store's.
    pub phase_differs: fn(value: &str, start: &str, end: Option<String>) -> String,
    /// Two phases share a day.
    pub phases_overlap: fn(value: &str, other: &str) -> String,
    /// The end before the start.
    pub ends_before_start: &'static str,
    /// No place in the phase.
    pub not_in_phase: fn(value: &str, phase: &str) -> String,
    /// More different values than a column of codes may have.
    pub too_many_values: fn(usize) -> String,
    /// Still referred to.
    pub still_used: fn(value: &str) -> String,
    /// Notice: a column nobody knows.
    pub unknown_column: fn(source: &str, column: &str) -> String,
    /// Notice: two columns of one meaning.
    pub other_column: fn(source: &str, column: &str, read: &str) -> String,
    /// Notice: a sheet nobody knows.
    pub unknown_sheet: fn(source: &str) -> String,
    /// Notice: a sheet that nobody sees.
    pub hidden_sheet: fn(source: &str) -> String,
    /// Notice: rows above the header, and what stands first there.
    pub rows_above: fn(source: &str, first: u32, last: u32, text: &str) -> String,
    /// Notice: several sheets are one table; the first of them, and how many more there are.
    pub same_table: fn(table: &str, sources: &[String], more: usize) -> String,
    /// Notice: example rows.
    pub examples: fn(source: &str, rows: usize) -> String,
    /// Notice: the row of the later phase counts.
    pub later_row: fn(source: &str, row: u32, later: u32) -> String,
    /// Notice: a name in other letters' cases, and what it was taken for.
    pub understood: fn(written: &str, taken: &str) -> String,
    /// Notice: so many functions of one name, with the first of their departments.
    pub namesakes: fn(name: &str, functions: usize, departments: &str) -> String,
    /// Notice: lists with commas, and the first row of such a list.
    pub other_mark: fn(source: &str, column: &str, row: u32) -> String,
    /// Notice: a value that is read as another as somebody decided; an empty one was filled.
    pub chosen: fn(written: &str, taken: &str) -> String,
    /// Notice: a row that is left out as somebody decided.
    pub left_out: fn(source: &str, row: u32) -> String,
    /// Notice: how many are not told one by one.
    pub more_notices: fn(usize) -> String,
    /// Notice: kept though missing from the file.
    pub stays: fn(name: &str) -> String,
    /// Notice: the map is drawn as in the file; or, it stays as it is.
    pub map_places: [&'static str; 2],
}
