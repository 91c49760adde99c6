//! What an import says: faults with their remedy, and notices.

use crate::domain::Noun;

/// The sentences about a file; `value` is what stands in the cell.
pub struct FaultTexts {
    /// File and sheet, row, header.
    pub place: fn(source: &str, row: Option<u32>, column: Option<&str>) -> String,
    /// How many faults are not told one by one.
    pub more: fn(usize) -> String,
    /// The nearest known name, set after another sentence.
    pub did_you_mean: fn(&str) -> String,
    /// The file cannot be read.
    pub unreadable: &'static str,
    /// The file asks for a password.
    pub locked: &'static str,
    /// More megabytes than allowed.
    pub too_large: fn(u64) -> String,
    /// More rows than allowed.
    pub too_many_rows: fn(usize) -> String,
    /// More characters than allowed.
    pub cell_too_long: fn(usize) -> String,
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
    /// Another row says otherwise.
    pub differs: fn(u32) -> String,
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
    /// Notice: example rows.
    pub examples: fn(source: &str, rows: usize) -> String,
    /// Notice: the row of the later phase counts.
    pub later_row: fn(source: &str, row: u32, later: u32) -> String,
    /// Notice: kept though missing from the file.
    pub stays: fn(name: &str) -> String,
}

/// German.
pub const DE: FaultTexts = FaultTexts {
    place: |source, row, column| {
        let row = row.map(|row| format!(", Zeile {row}")).unwrap_or_default();
        let column = column
            .map(|column| format!(", Spalte „{column}“"))
            .unwrap_or_default();
        format!("{source}{row}{column}")
    },
    more: |n| {
        if n == 1 {
            "und 1 weiterer Fehler.".to_owned()
        } else {
            format!("und {n} weitere Fehler.")
        }
    },
    did_you_mean: |name| format!(" Meinten Sie „{name}“?"),
    unreadable: "Die Datei lässt sich nicht lesen. Bitte als .xlsx, .ods oder CSV speichern und noch einmal versuchen.",
    locked: "Die Datei ist mit einem Kennwort geschützt. Bitte ohne Kennwort speichern.",
    too_large: |mb| {
        format!(
            "Die Dateien sind ausgepackt größer als {mb} MB. Bitte auf mehrere Importe aufteilen."
        )
    },
    too_many_rows: |rows| {
        format!(
            "Die Tabellen haben mehr als {} Zeilen mit Inhalt. Bitte auf mehrere Importe aufteilen.",
            thousands(rows, '.')
        )
    },
    cell_too_long: |n| {
        format!(
            "Der Text ist zu lang: Erlaubt sind {} Zeichen.",
            thousands(n, '.')
        )
    },
    no_table: |sheets| {
        format!(
            "Keine bekannte Tabelle gefunden. Die Blätter oder Dateien heißen: {sheets}. Die Vorlage enthält sie."
        )
    },
    column_missing: |column| {
        format!("Die Spalte „{column}“ fehlt. Bitte in der ersten Zeile ergänzen.")
    },
    column_twice: "Diese Spalte gibt es zweimal. Bitte eine davon löschen oder umbenennen.",
    empty: "Hier fehlt eine Angabe.",
    cell_error: |value| {
        format!(
            "In der Zelle steht der Fehler „{value}“. Bitte die Formel durch ihren Wert ersetzen."
        )
    },
    unknown_value: |value, known| format!("„{value}“ ist nicht bekannt. Möglich sind: {known}."),
    not_yes_no: |value| {
        format!("„{value}“ heißt weder ja noch nein. Möglich sind: ja, nein, x oder leer.")
    },
    not_a_date: |value| {
        format!("„{value}“ ist kein Datum. Richtig wäre zum Beispiel 01.09.2019 oder 2019-09-01.")
    },
    not_since: |value| {
        format!(
            "„{value}“ ist weder Jahr noch Datum. Richtig wäre zum Beispiel 2020, 03/2020 oder 01.03.2020."
        )
    },
    not_a_strength: |value| {
        format!(
            "„{value}“ ist keine Stärke. Möglich sind die ganzen Zahlen 0 bis 5 oder leer (ohne Angabe)."
        )
    },
    not_a_number: |value| format!("„{value}“ ist keine Zahl."),
    control_character: "Der Text enthält ein unsichtbares Steuerzeichen. Bitte neu eintippen.",
    id_too_long: |n| format!("Die Kennung ist zu lang: Erlaubt sind {n} Zeichen."),
    note_too_long: |n| {
        format!(
            "Die Bemerkung ist zu lang: Erlaubt sind {n} Zeichen. Bitte keine Namen, keine Fälle."
        )
    },
    no_such: |value, noun| {
        let (what, remedy) = match noun {
            Noun::District => ("kein bekannter Bezirk", ""),
            Noun::Phase => (
                "keine bekannte Förderphase",
                " Bitte im Blatt „Förderphasen“ mit Beginn ergänzen.",
            ),
            Noun::Department => (
                "keine bekannte Organisation",
                " Bitte im Blatt „Organisationen“ ergänzen.",
            ),
            Noun::Actor | Noun::Membership | Noun::Report => (
                "keine bekannte Funktion oder Einrichtung",
                " Bitte im Blatt „Funktionen“ ergänzen.",
            ),
            Noun::Offer => (
                "kein bekanntes Angebot",
                " Bitte im Blatt „Angebote“ ergänzen.",
            ),
        };
        format!("„{value}“ ist {what}.{remedy}")
    },
    ambiguous: |value, noun, ids| {
        let what = match noun {
            Noun::District => "mehrere Bezirke",
            Noun::Phase => "mehrere Förderphasen",
            Noun::Department => "mehrere Organisationen",
            Noun::Offer => "mehrere Angebote",
            Noun::Actor | Noun::Membership | Noun::Report => "Mehreres",
        };
        format!("„{value}“ kann {what} bedeuten. Bitte die Kennung angeben: {ids}.")
    },
    self_tie: |value| {
        format!(
            "„{value}“ steht auf beiden Seiten. Zusammenarbeit verbindet zwei verschiedene Funktionen."
        )
    },
    differs: |row| {
        format!(
            "Zeile {row} sagt über dasselbe etwas anderes. Bitte angleichen oder eine der beiden Zeilen löschen."
        )
    },
    name_taken: |value| {
        format!(
            "„{value}“ heißt schon eine andere Organisation. Bitte dieselbe Kennung oder einen anderen Namen verwenden."
        )
    },
    body_is_an_actor: "Ein Gremium ist hier keine Organisation. Bitte im Blatt „Funktionen“ mit der Art „Gremium“ eintragen.",
    no_phase: "Es ist keine Förderphase bekannt. Bitte im Blatt „Förderphasen“ eine mit Name und Beginn eintragen.",
    phase_differs: |value, start, end| {
        let end = end.unwrap_or_else(|| "offen".to_owned());
        format!(
            "Die Förderphase „{value}“ ist schon mit anderen Daten bekannt: Beginn {start}, Ende {end}. Sie gilt für alle Bezirke; bitte diese Daten übernehmen."
        )
    },
    phases_overlap: |value, other| {
        format!(
            "Die Förderphase „{value}“ überschneidet sich mit „{other}“. Bitte Beginn oder Ende ändern."
        )
    },
    ends_before_start: "Das Ende liegt vor dem Beginn.",
    not_in_phase: |value, phase| {
        format!(
            "„{value}“ ist in der Förderphase „{phase}“ nicht eingetragen. Bitte im Blatt „Funktionen“ eine Zeile für diese Förderphase ergänzen."
        )
    },
    too_many_values: |most| {
        format!(
            "In dieser Spalte stehen mehr als {most} verschiedene Werte. Bitte prüfen, ob es die richtige ist."
        )
    },
    still_used: |value| format!("„{value}“ wird noch verwendet und kann nicht entfernt werden."),
    unknown_column: |source, column| {
        format!("{source}: Die Spalte „{column}“ ist nicht bekannt und wird nicht übernommen.")
    },
    other_column: |source, column, read| {
        format!(
            "{source}: Statt der Spalte „{column}“ wird „{read}“ gelesen; beide bedeuten dasselbe."
        )
    },
    unknown_sheet: |source| {
        format!("{source}: Das ist keine bekannte Tabelle und wird nicht übernommen.")
    },
    examples: |source, rows| {
        if rows == 1 {
            format!("{source}: 1 Beispielzeile wird übersprungen.")
        } else {
            format!("{source}: {rows} Beispielzeilen werden übersprungen.")
        }
    },
    later_row: |source, row, later| {
        format!(
            "{source}: Die Zeilen {row} und {later} beschreiben dasselbe Angebot verschieden. Je Förderphase wird nur die Durchführung festgehalten, sonst gilt Zeile {later}."
        )
    },
    stays: |name| {
        format!("„{name}“ fehlt in der Datei, wird aber noch verwendet und bleibt deshalb.")
    },
};

/// English.
pub const EN: FaultTexts = FaultTexts {
    place: |source, row, column| {
        let row = row.map(|row| format!(", row {row}")).unwrap_or_default();
        let column = column
            .map(|column| format!(", column “{column}”"))
            .unwrap_or_default();
        format!("{source}{row}{column}")
    },
    more: |n| {
        if n == 1 {
            "and 1 more fault.".to_owned()
        } else {
            format!("and {n} more faults.")
        }
    },
    did_you_mean: |name| format!(" Did you mean “{name}”?"),
    unreadable: "The file cannot be read. Please save it as .xlsx, .ods or CSV and try again.",
    locked: "The file is protected by a password. Please save it without one.",
    too_large: |mb| {
        format!(
            "Unpacked, the files are larger than {mb} MB. Please split them into several imports."
        )
    },
    too_many_rows: |rows| {
        format!(
            "The tables have more than {} rows with a value. Please split them into several imports.",
            thousands(rows, ',')
        )
    },
    cell_too_long: |n| {
        format!(
            "The text is too long: {} characters are allowed.",
            thousands(n, ',')
        )
    },
    no_table: |sheets| {
        format!(
            "No known table was found. Sheets or files are called: {sheets}. The template has them."
        )
    },
    column_missing: |column| {
        format!("The column “{column}” is missing. Please add it to the first row.")
    },
    column_twice: "This column is there twice. Please delete or rename one of them.",
    empty: "A value is missing here.",
    cell_error: |value| {
        format!("The cell holds the error “{value}”. Please replace the formula by its value.")
    },
    unknown_value: |value, known| format!("“{value}” is not known. Possible are: {known}."),
    not_yes_no: |value| {
        format!("“{value}” is neither yes nor no. Possible are: yes, no, x or empty.")
    },
    not_a_date: |value| {
        format!("“{value}” is not a date. Right would be, for example, 2019-09-01 or 01.09.2019.")
    },
    not_since: |value| {
        format!(
            "“{value}” is neither a year nor a date. Right would be, for example, 2020, 2020-03 or 2020-03-01."
        )
    },
    not_a_strength: |value| {
        format!(
            "“{value}” is not a strength. Possible are the whole numbers 0 to 5, or empty (not stated)."
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
            Noun::Actor | Noun::Membership | Noun::Report => (
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
            Noun::Actor | Noun::Membership | Noun::Report => "several things",
        };
        format!("“{value}” may mean {what}. Please give the id: {ids}.")
    },
    self_tie: |value| {
        format!("“{value}” is on both sides. A cooperation connects two different functions.")
    },
    differs: |row| {
        format!(
            "Row {row} says otherwise of the same. Please make them agree or delete one of them."
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
            "The funding phase “{value}” is already known with other dates: start {start}, end {end}. It holds for all districts; please use these dates."
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
    still_used: |value| format!("“{value}” is still used and cannot go."),
    unknown_column: |source, column| {
        format!("{source}: The column “{column}” is not known and is not taken over.")
    },
    other_column: |source, column, read| {
        format!("{source}: Instead of the column “{column}”, “{read}” is read; both mean the same.")
    },
    unknown_sheet: |source| format!("{source}: This is no known table and is not taken over."),
    examples: |source, rows| {
        if rows == 1 {
            format!("{source}: 1 example row is skipped.")
        } else {
            format!("{source}: {rows} example rows are skipped.")
        }
    },
    later_row: |source, row, later| {
        format!(
            "{source}: Rows {row} and {later} describe the same offer differently. Only the providers are kept per funding phase, else row {later} counts."
        )
    },
    stays: |name| format!("“{name}” is missing from the file but still used, and therefore stays."),
};

/// A number with its thousands set apart.
fn thousands(n: usize, mark: char) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}
