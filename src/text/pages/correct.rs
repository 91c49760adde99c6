//! Faults of an import that can be settled on the page, and questions about names.

use crate::domain::Noun;
use crate::text::Lang;

/// The texts.
pub struct Correct {
    /// What can be done here.
    pub lead: &'static str,
    /// Where nothing of it can be.
    pub lead_file: &'static str,
    /// Takes what is suggested.
    pub take: fn(name: &str) -> String,
    /// Takes something else.
    pub other: &'static str,
    /// What else, to who reads by ear.
    pub other_label: fn(value: &str) -> String,
    /// Nothing chosen yet.
    pub choose: &'static str,
    /// Leaves out so many rows.
    pub leave_out: fn(rows: usize) -> String,
    /// Leaves it to the file.
    pub in_file: &'static str,
    /// Checks again with what was chosen.
    pub button: &'static str,
    /// The headline over likely renamings.
    pub renames_title: fn(usize) -> String,
    /// What they are.
    pub renames_lead: &'static str,
    /// The question about one.
    pub rename: fn(from: &str, to: &str, department: &str) -> String,
    /// It was renamed.
    pub renamed: &'static str,
    /// It is another one.
    pub another: &'static str,
    /// Somebody forgot to answer.
    pub undecided: &'static str,
    /// The headline over likely twins.
    pub twins_title: fn(usize) -> String,
    /// What to do about them.
    pub twins_lead: &'static str,
    /// One of them.
    pub twin: fn(noun: Noun, name: &str, known: &str, department: Option<&str>) -> String,
    /// On the command line: what a likely renaming is and what to do.
    pub rename_option: fn(from: &str, to: &str, department: &str) -> String,
}

impl Correct {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: Correct = Correct {
    lead: "Es wurde nichts geändert. Was Sie hier wählen, gilt für diesen Import; die Datei brauchen Sie dafür nicht zu ändern.",
    lead_file: "Es wurde nichts geändert. Bitte verbessern Sie diese Angaben in der Datei und lesen Sie sie noch einmal ein.",
    take: |name| format!("so übernehmen: {name}"),
    other: "anders:",
    other_label: |value| match value {
        "" => "Was hier stehen soll".to_owned(),
        value => format!("Was statt „{value}“ stehen soll"),
    },
    choose: "bitte wählen",
    leave_out: |rows| match rows {
        1 => "Zeile weglassen".to_owned(),
        n => format!("diese {n} Zeilen weglassen"),
    },
    in_file: "in der Datei ändern",
    button: "Mit dieser Wahl weiter",
    renames_title: |n| match n {
        1 => "Umbenannt oder neu?".to_owned(),
        n => format!("Umbenannt oder neu? {n} Funktionen"),
    },
    renames_lead: "Eine bekannte Funktion fehlt in der Datei, und eine mit ähnlichem Namen ist neu. Wenn sie umbenannt wurde, behält sie ihre Zusammenarbeit.",
    rename: |from, to, department| format!("„{from}“ heißt jetzt „{to}“? ({department})"),
    renamed: "ja, umbenannt",
    another: "nein, eine andere Funktion: beide bleiben",
    undecided: "Bitte entscheiden Sie erst, ob umbenannt wurde. Es wurde noch nichts übernommen.",
    twins_title: |n| match n {
        1 => "Vielleicht doppelt".to_owned(),
        n => format!("Vielleicht doppelt: {n} Namen"),
    },
    twins_lead: "Wenn dasselbe gemeint ist: bitte die Schreibweise in der Datei angleichen und noch einmal einlesen. Sonst ist nichts zu tun.",
    twin: |noun, name, known, department| {
        let what = match noun {
            Noun::Department => "Organisation",
            Noun::Offer => "Angebot",
            _ => "Funktion",
        };
        let department = department
            .map(|department| format!(" ({department})"))
            .unwrap_or_default();
        format!("{what} „{name}“{department} ähnelt „{known}“.")
    },
    rename_option: |from, to, department| {
        format!(
            "Vielleicht umbenannt: „{from}“ fehlt in der Datei, „{to}“ ist neu ({department}). Wenn es dieselbe Funktion ist: mit --renamed \"{from}={to}\" einlesen; wurde schon eingelesen, das erst im Verlauf zurücknehmen."
        )
    },
};

static EN: Correct = Correct {
    lead: "Nothing was changed. What you choose here holds for this import; you need not change the file for it.",
    lead_file: "Nothing was changed. Please mend these entries in the file and import it again.",
    take: |name| format!("take over as: {name}"),
    other: "otherwise:",
    other_label: |value| match value {
        "" => "What should stand here".to_owned(),
        value => format!("What should stand in place of “{value}”"),
    },
    choose: "please choose",
    leave_out: |rows| match rows {
        1 => "leave the row out".to_owned(),
        n => format!("leave these {n} rows out"),
    },
    in_file: "change it in the file",
    button: "Go on with this choice",
    renames_title: |n| match n {
        1 => "Renamed or new?".to_owned(),
        n => format!("Renamed or new? {n} functions"),
    },
    renames_lead: "A known function is missing from the file, and one with a similar name is new. If it was renamed, it keeps its cooperation.",
    rename: |from, to, department| format!("Is “{from}” now called “{to}”? ({department})"),
    renamed: "yes, renamed",
    another: "no, another function: both stay",
    undecided: "Please decide first whether it was renamed. Nothing has been taken over yet.",
    twins_title: |n| match n {
        1 => "Perhaps twice".to_owned(),
        n => format!("Perhaps twice: {n} names"),
    },
    twins_lead: "If the same is meant: please make the spelling in the file agree and import it again. Else there is nothing to do.",
    twin: |noun, name, known, department| {
        let what = match noun {
            Noun::Department => "Organisation",
            Noun::Offer => "Offer",
            _ => "Function",
        };
        let department = department
            .map(|department| format!(" ({department})"))
            .unwrap_or_default();
        format!("{what} “{name}”{department} resembles “{known}”.")
    },
    rename_option: |from, to, department| {
        format!(
            "Perhaps renamed: “{from}” is missing from the file, “{to}” is new ({department}). If it is the same function: import with --renamed \"{from}={to}\"; if it was imported already, undo that in the history first."
        )
    },
};
