//! What backups, bringing them back and checking a store say.

use super::Lang;

/// The sentences about backups and checks.
pub struct Keeping {
    /// A backup is written: to which file, of how many districts.
    pub written: fn(file: &str, districts: usize) -> String,
    /// A backup is brought back: how many districts.
    pub restored: fn(districts: usize) -> String,
    /// A backup that the store does not remember, and why.
    pub not_remembered: fn(why: &str) -> String,
    /// There is no register of deletions at this place.
    pub no_register: fn(file: &str) -> String,
    /// How many functions were deleted again.
    pub erased_again: fn(functions: usize) -> String,
    /// Who has an account again, but no password.
    pub accounts: fn(addresses: &[String]) -> String,
    /// Nothing is wrong: districts, steps.
    pub sound: fn(districts: usize, steps: usize) -> String,
    /// Before a list of what is wrong.
    pub unsound: fn(faults: usize) -> String,
    /// A file that is no backup.
    pub foreign: fn(file: &str) -> String,
    /// A backup whose bytes are not those that were written.
    pub damaged: fn(file: &str) -> String,
    /// A backup of a newer version.
    pub newer: fn(file: &str, found: u32, known: u32) -> String,
    /// A store that is not there.
    pub no_store: fn(file: &str) -> String,
    /// The programme, where a district could stand.
    pub programme: &'static str,
    /// The programme is missing.
    pub no_programme: &'static str,
    /// A record against the rules: of what, its place.
    pub illegal: fn(scope: &str, place: usize) -> String,
    /// A district that the programme does not know.
    pub no_district: fn(district: &str) -> String,
    /// A missing step.
    pub gap: fn(scope: &str, step: i64) -> String,
    /// A step that does not follow from those before.
    pub unconnected: fn(scope: &str, step: i64) -> String,
    /// A history that leads elsewhere.
    pub other_records: fn(scope: &str) -> String,
    /// A revision that is not the last step's.
    pub other_revision: fn(scope: &str) -> String,
    /// Contacts of actors that are not there.
    pub contacts: fn(district: &str, lost: usize) -> String,
    /// Releases whose frozen body is not there.
    pub frozen: fn(district: &str, lost: usize) -> String,
    /// What the database itself says.
    pub database: fn(words: &str) -> String,
}

impl Keeping {
    /// The sentences in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

const DE: Keeping = Keeping {
    written: |file, districts| {
        format!(
            "{file}: Sicherung von {districts} {}, mit Verlauf und Ansprechpersonen.",
            if districts == 1 { "Bezirk" } else { "Bezirken" }
        )
    },
    restored: |districts| format!("Zurückgeholt: {}.", german(districts)),
    not_remembered: |why| {
        format!("Die Sicherung ist geschrieben, aber die Datenbank merkt sie sich nicht: {why}")
    },
    no_register: |file| {
        format!(
            "Eine Liste der Löschungen ({file}) gibt es nicht: Was nach der Sicherung auf Verlangen gelöscht wurde, steht wieder da."
        )
    },
    erased_again: |functions| match functions {
        1 => {
            "Eine Funktion, die nach der Sicherung gelöscht wurde, ist wieder gelöscht.".to_owned()
        }
        n => {
            format!("{n} Funktionen, die nach der Sicherung gelöscht wurden, sind wieder gelöscht.")
        }
    },
    accounts: |addresses| {
        format!(
            "Diese Konten sind wieder da, aber ohne Passwort: {}. Bitte mit account invite neu einladen, wer noch dazugehört; wer nicht, mit account remove entfernen.",
            addresses.join(", ")
        )
    },
    sound: |districts, steps| {
        format!(
            "In Ordnung: {}, {steps} {} im Verlauf.",
            german(districts),
            if steps == 1 { "Schritt" } else { "Schritte" }
        )
    },
    unsound: |faults| match faults {
        1 => "1 Fehler:".to_owned(),
        n => format!("{n} Fehler:"),
    },
    foreign: |file| {
        format!("{file} ist keine Sicherung von miteinander; bitte eine andere Datei nennen.")
    },
    damaged: |file| {
        format!(
            "{file} ist beschädigt oder unvollständig: Die Prüfsumme stimmt nicht. Es wurde nichts geschrieben; bitte eine ältere Sicherung verwenden."
        )
    },
    newer: |file, found, known| {
        format!(
            "{file} hat Fassung {found}; dieses Programm kennt Fassungen bis {known}. Es wurde nichts geschrieben; bitte das neuere Programm verwenden."
        )
    },
    no_store: |file| {
        format!("{file} gibt es nicht; bitte mit --store die Datei nennen, in der etwas steht.")
    },
    programme: "Bezirke und Förderphasen",
    no_programme: "Bezirke und Förderphasen fehlen.",
    illegal: |scope, place| {
        format!("{scope}: Ein Eintrag verstößt gegen die Regeln (der {place}. in der Reihenfolge).")
    },
    no_district: |district| format!("{district}: Diesen Bezirk kennt das Programm nicht."),
    gap: |scope, step| format!("{scope}: Schritt {step} fehlt im Verlauf."),
    unconnected: |scope, step| {
        format!("{scope}: Schritt {step} passt nicht zu den Schritten davor.")
    },
    other_records: |scope| {
        format!("{scope}: Was eingetragen ist, ist nicht, was der Verlauf ergibt.")
    },
    other_revision: |scope| format!("{scope}: Der Zähler gehört nicht zum letzten Schritt."),
    contacts: |district, lost| {
        format!("{district}: {lost} Ansprechpersonen gehören zu Funktionen, die es nicht gibt.")
    },
    frozen: |district, lost| {
        format!("{district}: Von {lost} Ständen fehlt, was festgehalten wurde.")
    },
    database: |words| format!("Die Datenbank selbst meldet: {words}"),
};

const EN: Keeping = Keeping {
    written: |file, districts| {
        format!(
            "{file}: backup of {}, with history and contacts.",
            english(districts)
        )
    },
    restored: |districts| format!("Brought back: {}.", english(districts)),
    not_remembered: |why| {
        format!("The backup is written, but the database does not remember it: {why}")
    },
    no_register: |file| {
        format!(
            "There is no register of deletions ({file}): what was deleted on demand after the backup stands there again."
        )
    },
    erased_again: |functions| match functions {
        1 => "One function that was deleted after the backup is deleted again.".to_owned(),
        n => format!("{n} functions that were deleted after the backup are deleted again."),
    },
    accounts: |addresses| {
        format!(
            "These accounts are back, but without a password: {}. Please invite anew with account invite whoever still belongs to it, and take away the others with account remove.",
            addresses.join(", ")
        )
    },
    sound: |districts, steps| {
        format!(
            "Sound: {}, {steps} {} of history.",
            english(districts),
            if steps == 1 { "step" } else { "steps" }
        )
    },
    unsound: |faults| match faults {
        1 => "1 fault:".to_owned(),
        n => format!("{n} faults:"),
    },
    foreign: |file| format!("{file} is not a backup of miteinander; please name another file."),
    damaged: |file| {
        format!(
            "{file} is damaged or incomplete: its checksum does not match. Nothing was written; please use an older backup."
        )
    },
    newer: |file, found, known| {
        format!(
            "{file} has version {found}; this program knows versions up to {known}. Nothing was written; please use the newer program."
        )
    },
    no_store: |file| {
        format!("{file} is not there; please name the file that holds something with --store.")
    },
    programme: "districts and funding phases",
    no_programme: "Districts and funding phases are missing.",
    illegal: |scope, place| {
        format!("{scope}: a record is against the rules (number {place} in their order).")
    },
    no_district: |district| format!("{district}: the programme does not know this district."),
    gap: |scope, step| format!("{scope}: step {step} is missing in the history."),
    unconnected: |scope, step| {
        format!("{scope}: step {step} does not follow from the steps before it.")
    },
    other_records: |scope| format!("{scope}: what is entered is not what the history leads to."),
    other_revision: |scope| format!("{scope}: the counter is not that of the last step."),
    contacts: |district, lost| {
        format!("{district}: {lost} contacts belong to functions that are not there.")
    },
    frozen: |district, lost| format!("{district}: what was frozen is missing of {lost} releases."),
    database: |words| format!("The database itself says: {words}"),
};

fn german(districts: usize) -> String {
    match districts {
        1 => "1 Bezirk".to_owned(),
        n => format!("{n} Bezirke"),
    }
}

fn english(districts: usize) -> String {
    match districts {
        1 => "1 district".to_owned(),
        n => format!("{n} districts"),
    }
}
