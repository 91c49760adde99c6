//! What is said of which table a sheet is and which column is what.

use crate::text::Lang;

/// A header, and the column that it was taken for.
pub struct Taken {
    /// The header as written.
    pub written: String,
    /// The column of ours.
    pub read: &'static str,
}

/// The sentences about tables and columns that are not plainly known.
pub struct Shapes {
    /// Notice: headers of other programs.
    pub taken: fn(source: &str, columns: &[Taken]) -> String,
    /// Notice: read as a matrix.
    pub matrix: fn(source: &str) -> String,
    /// Notice: read as functions with their partners.
    pub partners: fn(source: &str, from: &str, to: &[String]) -> String,
    /// Notice: crosses read as a list.
    pub marks: fn(source: &str, into: &str, of: &[String]) -> String,
    /// Notice: ties without a header.
    pub headless: fn(source: &str, columns: &[String]) -> String,
    /// Notice: values on the diagonal.
    pub diagonal: fn(source: &str, values: usize, row: u32) -> String,
    /// Notice: left out as asked.
    pub left: fn(source: &str) -> String,
    /// Notice: nothing to group by.
    pub no_group: fn(source: &str, columns: &[String]) -> String,
    /// Fault: no known table.
    pub unknown_table: fn(headers: &[String]) -> String,
    /// Fault: a column that was named and is nowhere.
    pub no_such_column: fn(header: &str, headers: &[String]) -> String,
    /// Fault: nothing in the file.
    pub nothing: &'static str,
    /// Fault: a department where a function is wanted.
    pub office: fn(name: &str, functions: &[String]) -> String,
    /// Fault: neither a cross nor empty.
    pub not_a_mark: fn(value: &str) -> String,
    /// At the command line: how columns are named.
    pub option: &'static str,
    /// Fault: what was typed is no `KEY=HEADER`.
    pub bad_form: fn(typed: &str) -> String,
    /// Fault: no such key.
    pub bad_key: fn(key: &str, keys: &[&str]) -> String,
}

impl Shapes {
    /// The sentences in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

/// At most so many headers are listed.
const LISTED: usize = 20;

/// Texts in quotation marks, with commas between them.
fn list(texts: &[String], [open, close]: [char; 2]) -> String {
    let some = texts.iter().take(LISTED);
    let mut all: Vec<String> = some.map(|text| format!("{open}{text}{close}")).collect();
    if texts.len() > LISTED {
        all.push("…".to_owned());
    }
    all.join(", ")
}

fn de(texts: &[String]) -> String {
    list(texts, ['„', '“'])
}

fn en(texts: &[String]) -> String {
    list(texts, ['“', '”'])
}

static DE: Shapes = Shapes {
    taken: |source, columns| {
        let taken: Vec<String> = columns
            .iter()
            .map(|one| format!("„{}“ als „{}“", one.written, one.read))
            .collect();
        format!("{source}: Gelesen wird {}.", taken.join(", "))
    },
    matrix: |source| {
        format!(
            "{source}: Als Matrix gelesen: Die Zeile meldet, die Spalte ist gemeint. Leer, Strich und 0 heißen: keine Meldung."
        )
    },
    partners: |source, from, to| {
        format!(
            "{source}: Als Liste mit mehreren Partnern je Zeile gelesen: „{from}“ arbeitet zusammen mit {}.",
            de(to)
        )
    },
    marks: |source, into, of| {
        format!(
            "{source}: Kreuze in {} werden als „{into}“ gelesen.",
            de(of)
        )
    },
    headless: |source, columns| {
        format!(
            "{source}: Ohne Kopfzeile, als Zusammenarbeit gelesen: Spalte {}.",
            columns
                .iter()
                .zip(["Von", "Mit", "Stärke"])
                .map(|(letter, name)| format!("{letter} als „{name}“"))
                .collect::<Vec<_>>()
                .join(", ")
        )
    },
    diagonal: |source, values, row| {
        if values == 1 {
            format!(
                "{source}: In Zeile {row} meldet eine Funktion sich selbst; dieser Wert zählt nicht."
            )
        } else {
            format!(
                "{source}: {values} Funktionen melden sich selbst, zuerst in Zeile {row}; diese Werte zählen nicht."
            )
        }
    },
    left: |source| format!("{source}: Wird nicht eingelesen, wie gewählt."),
    no_group: |source, columns| {
        let choice = match columns {
            [] => String::new(),
            columns => format!(" Mit --department wählbar: {}.", de(columns)),
        };
        format!("{source}: Keine Spalte „Amt / Organisation“; alle zählen als eine Gruppe.{choice}")
    },
    unknown_table: |headers| {
        let columns = match headers {
            [] => String::new(),
            headers => format!(" Die Spalten heißen: {}.", de(headers)),
        };
        format!(
            "Das ist keine bekannte Tabelle.{columns} Zusammenarbeit braucht die Spalten „Von“, „Mit“ und „Stärke“, Funktionen „Funktion oder Einrichtung“ und „Amt / Organisation“."
        )
    },
    no_such_column: |header, headers| {
        format!(
            "Eine Spalte „{header}“ gibt es nicht. Die Spalten heißen: {}.",
            de(headers)
        )
    },
    nothing: "Die Datei ist leer.",
    office: |name, functions| {
        let some = match functions {
            [] => String::new(),
            functions => format!(" Dort gibt es zum Beispiel: {}.", de(functions)),
        };
        format!(
            "„{name}“ ist eine Organisation. Zusammenarbeit verbindet Funktionen: Bitte eintragen, welche Funktion dort zusammenarbeitet.{some}"
        )
    },
    not_a_mark: |value| {
        format!("„{value}“ ist weder ein Kreuz noch leer. Möglich sind: x, ja, nein oder leer.")
    },
    option: "Welche Spalte was ist, lässt sich angeben, zum Beispiel: --column from=\"Erste Spalte\" --column to=\"Zweite Spalte\" --column strength=\"Dritte Spalte\"",
    bad_form: |typed| {
        format!(
            "--column {typed}: Erwartet wird SCHLÜSSEL=SPALTE, zum Beispiel --column from=Quelle."
        )
    },
    bad_key: |key, keys| {
        format!(
            "--column: Den Schlüssel „{key}“ gibt es nicht. Möglich sind: {}.",
            keys.join(", ")
        )
    },
};

static EN: Shapes = Shapes {
    taken: |source, columns| {
        let taken: Vec<String> = columns
            .iter()
            .map(|one| format!("“{}” as “{}”", one.written, one.read))
            .collect();
        format!("{source}: Read: {}.", taken.join(", "))
    },
    matrix: |source| {
        format!(
            "{source}: Read as a matrix: the row says it of the column. Empty, a dash and 0 mean: nothing reported."
        )
    },
    partners: |source, from, to| {
        format!(
            "{source}: Read as a list with several partners in a row: “{from}” works with {}.",
            en(to)
        )
    },
    marks: |source, into, of| format!("{source}: Crosses in {} are read as “{into}”.", en(of)),
    headless: |source, columns| {
        format!(
            "{source}: Without a header, read as cooperations: column {}.",
            columns
                .iter()
                .zip(["from", "to", "strength"])
                .map(|(letter, name)| format!("{letter} as “{name}”"))
                .collect::<Vec<_>>()
                .join(", ")
        )
    },
    diagonal: |source, values, row| {
        if values == 1 {
            format!("{source}: In row {row} a function reports itself; this value does not count.")
        } else {
            format!(
                "{source}: {values} functions report themselves, the first in row {row}; these values do not count."
            )
        }
    },
    left: |source| format!("{source}: Not read, as chosen."),
    no_group: |source, columns| {
        let choice = match columns {
            [] => String::new(),
            columns => format!(" With --department you can choose: {}.", en(columns)),
        };
        format!("{source}: No column “department”; all count as one group.{choice}")
    },
    unknown_table: |headers| {
        let columns = match headers {
            [] => String::new(),
            headers => format!(" Its columns are: {}.", en(headers)),
        };
        format!(
            "This is no known table.{columns} Cooperations need the columns “from”, “to” and “strength”, functions “name” and “department”."
        )
    },
    no_such_column: |header, headers| {
        format!(
            "There is no column “{header}”. The columns are: {}.",
            en(headers)
        )
    },
    nothing: "The file is empty.",
    office: |name, functions| {
        let some = match functions {
            [] => String::new(),
            functions => format!(" It has, for example: {}.", en(functions)),
        };
        format!(
            "“{name}” is an organisation. Cooperation joins functions: please enter which function there cooperates.{some}"
        )
    },
    not_a_mark: |value| {
        format!("“{value}” is neither a cross nor empty. Possible are: x, yes, no or empty.")
    },
    option: "You can say which column is what, for example: --column from=\"First column\" --column to=\"Second column\" --column strength=\"Third column\"",
    bad_form: |typed| {
        format!("--column {typed}: KEY=HEADER is expected, for example --column from=Source.")
    },
    bad_key: |key, keys| {
        format!(
            "--column: there is no key “{key}”. Possible are: {}.",
            keys.join(", ")
        )
    },
};
