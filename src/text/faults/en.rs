//! What an import says, in English.

use super::FaultTexts;
use crate::domain::Noun;
use crate::text::Lang;
use crate::text::numbers::whole;

/// English.
pub const EN: FaultTexts = FaultTexts {
    place: |source, row, column| {
        let row = row.map(|row| format!(", row {row}")).unwrap_or_default();
        let column = column
            .map(|column| format!(", column “{column}”"))
            .unwrap_or_default();
        format!("{source}{row}{column}")
    },
    places: |sheet, rows, column| {
        let rows = match rows {
            [] => String::new(),
            [row] => format!("row {row}"),
            rows => format!("rows {}", rows.join(", ")),
        };
        let column = column
            .map(|column| format!("column “{column}”"))
            .unwrap_or_default();
        let parts = [sheet.to_owned(), rows, column];
        let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        said.join(", ")
    },
    more: |n| {
        if n == 1 {
            "and 1 more fault.".to_owned()
        } else {
            format!("and {n} more faults.")
        }
    },
    did_you_mean: |name| format!(" Did you mean “{name}”?"),
    difference: |written, known| match (written, known) {
        ("", known) => format!(" “{known}” is missing."),
        (written, "") => format!(" “{written}” is too much."),
        (written, known) => format!(" What differs is “{written}” in place of “{known}”."),
    },
    unreadable: "The file cannot be read. Please save it as .xlsx, .ods or CSV and try again.",
    locked: "The file is protected by a password. Please save it without one.",
    old_coding: |system| {
        format!(
            "The text is in the coding of {system}, umlauts would turn into other characters. Please save it as “CSV UTF-8” or as .xlsx."
        )
    },
    zip_in_zip: "There is another ZIP file in the ZIP file. Please unpack it and give the files in it one by one or in one ZIP file.",
    open_quote: |line| {
        format!(
            "There is a quotation mark in the row that is not closed before its end: “{line}”. The rows below would be read into the cell. Please delete the mark or add the second one."
        )
    },
    encoded_twice: |value, once| {
        if value == once {
            format!(
                "The text “{value}” was changed when it was saved, umlauts turned into other characters. Please type it again or save the file once more as “CSV UTF-8”."
            )
        } else {
            format!(
                "The text “{value}” was changed when it was saved, “{once}” is probably meant. Please type it again or save the file once more as “CSV UTF-8”."
            )
        }
    },
    too_large: |mb| {
        format!(
            "Unpacked, the files are larger than {mb} MB. Please split them into several imports."
        )
    },
    too_many_rows: |rows| {
        format!(
            "The tables have more than {} rows with a value. Please split them into several imports.",
            whole(rows as u64, Lang::En)
        )
    },
    cell_too_long: |n| {
        format!(
            "The text is too long: {} characters are allowed.",
            whole(n as u64, Lang::En)
        )
    },
    name_too_long: |n| {
        format!("The name is too long: {n} characters are allowed. Please shorten it.")
    },
    too_many_columns: |n| {
        format!(
            "The row has more than {} columns. Please delete the surplus ones.",
            whole(n as u64, Lang::En)
        )
    },
    too_many_sheets: |n| {
        format!("The workbook has more than {n} sheets. Please split it into several workbooks.")
    },
    too_many_files: |n| {
        format!(
            "There are more than {n} files, counting those in ZIP files. Please split them into several imports."
        )
    },
    cell_beyond: |cell| {
        format!(
            "No sheet has a cell “{cell}”; the last one is XFD1048576. Please open the file in Excel or LibreOffice and save it again."
        )
    },
    too_many_places: |n| {
        format!(
            "The tables have more than {} rows, each counted for each of its funding phases. Please split them into several imports.",
            whole(n as u64, Lang::En)
        )
    },
    too_many_cells: |n| {
        format!(
            "Rows times columns are more than {} cells. Please delete the columns that are not needed.",
            whole(n as u64, Lang::En)
        )
    },
    too_many_phases: |n| {
        format!(
            "There are more than {} funding phases. Please check whether this is the right table.",
            whole(n as u64, Lang::En)
        )
    },
    too_many_items: |n| {
        format!(
            "The lists in the cells have more than {} items together. Please split them into several imports.",
            whole(n as u64, Lang::En)
        )
    },
    no_table: |sheets| {
        format!(
            "No known table was found. Sheets or files are called: {sheets}. The template has them."
        )
    },
    column_missing: |column| {
        format!("The column “{column}” is missing. Please add it to the row of headers.")
    },
    column_twice: "This column is there twice. Please delete or rename one of them.",
    empty: "A value is missing here. Please add it, or clear the whole row.",
    uncalculated: |formula| {
        format!(
            "The cell holds the formula “{formula}”, which no program has calculated yet. Please open the file in Excel or LibreOffice and save it, or replace the formula with its value."
        )
    },
    cell_error: |value| {
        if value.bytes().all(|c| c == b'#') {
            return format!(
                "The cell shows “{value}” because its column was too narrow. Please make the column wider and save the file again."
            );
        }
        format!("The cell holds the error “{value}”. Please replace the formula with its value.")
    },
    unknown_value: |value, known| format!("“{value}” is not known. Possible values are: {known}."),
    not_yes_no: |value| {
        format!("“{value}” is neither yes nor no. Possible values are: yes, no, x or empty.")
    },
    not_a_date: |value| format!("“{value}” is not a date. Write it like 2019-09-01 or 01.09.2019."),
    not_since: |value| {
        format!(
            "“{value}” is neither a year nor a date. Write it like 2020, 2020-03 or 2020-03-01."
        )
    },
    not_a_strength: |value| {
        format!(
            "“{value}” is not a strength. Possible values are the whole numbers 0 to 5, or empty (not stated)."
        )
    },
    not_a_number: |value| format!("“{value}” is not a number."),
    control_character: "The text holds an invisible control character. Please type it again.",
    id_too_long: |n| format!("The id is too long: {n} characters are allowed."),
    note_too_long: |n| {
        format!("The note is too long: {n} characters are allowed. No names, no cases, please.")
    },
    no_such: |value, noun| {
        let (what, remedy) = match noun {
            Noun::District => ("a known district", ""),
            Noun::Phase => (
                "a known funding phase",
                " Please add it to “phases” with its start.",
            ),
            Noun::Department => ("a known organisation", " Please add it to “departments”."),
            Noun::Actor | Noun::Membership | Noun::Report | Noun::Release | Noun::OpenPoint => (
                "a known function or facility",
                " Please add it to “actors”.",
            ),
            Noun::Offer => ("a known offer", " Please add it to “offers”."),
        };
        format!("“{value}” is not {what}.{remedy}")
    },
    ambiguous: |value, noun, ids| {
        let what = match noun {
            Noun::District => "several districts",
            Noun::Phase => "several funding phases",
            Noun::Department => "several organisations",
            Noun::Offer => "several offers",
            Noun::Actor | Noun::Membership | Noun::Report | Noun::Release | Noun::OpenPoint => {
                "several things"
            }
        };
        format!("“{value}” could mean {what}. Please write it as: {ids}.")
    },
    self_tie: |value| {
        format!("“{value}” is on both sides. A cooperation connects two different functions.")
    },
    differs: |place, said| {
        let said = said.map(|(column, value)| format!(" ({column}: “{value}”)"));
        format!(
            "The same stands already in {place}, but says otherwise{}. Please make them agree or delete one of the two rows.",
            said.unwrap_or_default()
        )
    },
    elsewhere: |place, department| {
        format!(
            "This function stands already in {place}, there under: {department}. Please make them agree or delete one of the two rows."
        )
    },
    name_taken: |value| {
        format!(
            "Another organisation is already called “{value}”. Please use the same id or another name."
        )
    },
    body_is_an_actor: "A committee is not an organisation here. Please enter it in “actors” with the kind “Body”.",
    no_phase: "No funding phase is known. Please enter one in “phases” with its name and start.",
    phase_differs: |value, start, end| {
        let end = end.unwrap_or_else(|| "open".to_owned());
        format!(
            "The funding phase “{value}” is already known with other dates: start {start}, end {end}. It applies to all districts; please use these dates."
        )
    },
    phases_overlap: |value, other| {
        format!(
            "The funding phase “{value}” overlaps with “{other}”. Please change its start or end."
        )
    },
    ends_before_start: "The end is before the start.",
    not_in_phase: |value, phase| {
        format!(
            "“{value}” is not entered in the funding phase “{phase}”. Please add a row for that phase to “actors”."
        )
    },
    too_many_values: |most| {
        format!(
            "This column holds more than {most} different values. Please check whether it is the right one."
        )
    },
    still_used: |value| format!("“{value}” is still in use and cannot be removed."),
    unknown_column: |source, column| {
        format!("{source}: The column “{column}” is not known and is not imported.")
    },
    other_column: |source, column, read| {
        format!("{source}: Instead of the column “{column}”, “{read}” is read; both mean the same.")
    },
    unknown_sheet: |source| format!("{source}: This is not a known table and is not imported."),
    hidden_sheet: |source| format!("{source}: The sheet is hidden and is not read."),
    rows_above: |source, first, last, text| {
        if first == last {
            format!("{source}: Row {first} stands above the table and is not read (“{text}”).")
        } else {
            format!(
                "{source}: Rows {first} to {last} stand above the table and are not read (“{text}”)."
            )
        }
    },
    same_table: |table, sources, more| {
        let more = match more {
            0 => String::new(),
            more => format!(" and {} more", whole(more as u64, Lang::En)),
        };
        format!(
            "“{table}” is read from several sheets or files together: {}{more}.",
            sources.join(", ")
        )
    },
    examples: |source, rows| {
        if rows == 1 {
            format!("{source}: 1 example row is skipped.")
        } else {
            format!("{source}: {rows} example rows are skipped.")
        }
    },
    later_row: |source, row, later| {
        format!(
            "{source}: Rows {row} and {later} describe the same offer differently. Only the providers are kept for each funding phase; for everything else row {later} counts."
        )
    },
    understood: |written, taken| format!("“{written}” is read as “{taken}”."),
    namesakes: |name, n, departments| {
        format!(
            "“{name}” is there in {n} organisations, each a function of its own: {departments}."
        )
    },
    other_mark: |source, column, row| {
        format!(
            "{source}: Lists in the column “{column}” are also parted at commas or line breaks, first in row {row}."
        )
    },
    chosen: |written, taken| match written {
        "" => format!("An empty cell is read as “{taken}” as chosen."),
        written => format!("“{written}” is read as “{taken}” as chosen."),
    },
    left_out: |source, row| format!("{source}: Row {row} is left out as chosen."),
    more_notices: |n| {
        if n == 1 {
            "and 1 more remark.".to_owned()
        } else {
            format!("and {} more remarks.", whole(n as u64, Lang::En))
        }
    },
    map_places: [
        "The file says where the functions lie on the map: the map will look as in the file.",
        "The file says where the functions lie on the map, but the district's map is laid out already: it stays as it is.",
    ],
    stays: |name| format!("“{name}” is missing from the file but still in use, so it stays."),
};
