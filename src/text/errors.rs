//! What went wrong, with place and remedy, for pages and the command line.

use super::Lang;
use crate::domain::{Noun, Refusal};

/// The sentences about what went wrong.
pub struct Errors {
    /// An unknown district: what was asked, the known ones.
    pub no_such_district: fn(asked: &str, known: &[String]) -> String,
    /// An unknown funding phase: what was asked, the known ones.
    pub no_such_phase: fn(asked: &str, known: &[String]) -> String,
    /// An unknown step of the history.
    pub no_such_step: fn(number: i64) -> String,
    /// A change that is not legal.
    pub refused: fn(Refusal) -> &'static str,
    /// Others wrote again and again.
    pub contended: &'static str,
    /// The store cannot be reached.
    pub unreachable: &'static str,
    /// The store is locked too long.
    pub busy: &'static str,
    /// The store cannot write.
    pub cannot_write: fn(reason: &str) -> String,
    /// The store is newer than the program.
    pub newer: fn(found: i64, known: i64) -> String,
    /// A constraint of the store said no.
    pub violated: fn(reason: &str) -> String,
    /// Anything else that the store said.
    pub failed: fn(reason: &str) -> String,
    /// A store's address that begins otherwise than any known one.
    pub unknown_scheme: fn(scheme: Option<&str>) -> String,
    /// `sqlite:` without a file.
    pub no_file: &'static str,
    /// A store in memory.
    pub in_memory: &'static str,
    /// A folder where a file should be.
    pub folder: fn(file: &str) -> String,
    /// A file that is something else.
    pub foreign_file: fn(file: &str) -> String,
    /// An address that names no server.
    pub no_server: &'static str,
    /// A password in the address.
    pub password_in_address: &'static str,
    /// No password for a server.
    pub no_password: &'static str,
    /// A wrong user or password.
    pub denied: &'static str,
    /// An account without the rights.
    pub forbidden: fn(statement: &str) -> String,
    /// A server that does not speak our protocol.
    pub protocol: fn(reason: &str) -> String,
    /// A file that cannot be read.
    pub cannot_read_file: fn(file: &str, reason: &str) -> String,
    /// A file that cannot be written.
    pub cannot_write_file: fn(file: &str, reason: &str) -> String,
    /// A network that a format cannot hold.
    pub cannot_export: fn(reason: &str) -> String,
    /// A file ending that names no format.
    pub unknown_ending: fn(file: &str, known: &str) -> String,
}

impl Errors {
    /// The sentences in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

const DE: Errors = Errors {
    no_such_district: |asked, known| {
        format!(
            "Den Bezirk „{asked}“ gibt es hier nicht.{}",
            known_german(known)
        )
    },
    no_such_phase: |asked, known| {
        format!(
            "Die Förderphase „{asked}“ gibt es nicht.{}",
            known_german(known)
        )
    },
    no_such_step: |number| format!("Den Schritt {number} gibt es in diesem Verlauf nicht."),
    refused: |refusal| match refusal {
        Refusal::Differs => {
            "Jemand hat denselben Eintrag inzwischen geändert. Es wurde nichts geschrieben; bitte den neuen Stand ansehen und noch einmal versuchen."
        }
        Refusal::StillUsed(Noun::Department) => {
            "Das Amt oder die Organisation wird noch verwendet: von Funktionen oder Angeboten. Es wurde nichts geschrieben; bitte zuerst diese ändern."
        }
        Refusal::StillUsed(Noun::Actor | Noun::Membership) => {
            "Die Funktion oder Einrichtung wird noch verwendet: in einer Zusammenarbeit oder einem Angebot. Es wurde nichts geschrieben; bitte zuerst diese ändern."
        }
        Refusal::StillUsed(_) => {
            "Der Eintrag wird noch verwendet. Es wurde nichts geschrieben; bitte zuerst ändern, was auf ihn verweist."
        }
        Refusal::NoSuch(_) => {
            "Der Eintrag verweist auf etwas, das es nicht mehr gibt. Es wurde nichts geschrieben."
        }
        Refusal::SelfTie => {
            "Eine Funktion arbeitet nicht mit sich selbst zusammen. Es wurde nichts geschrieben."
        }
        Refusal::NameTaken => {
            "Ein anderes Amt trägt schon diesen Namen. Es wurde nichts geschrieben."
        }
        Refusal::PhasesOverlap => {
            "Zwei Förderphasen überschneiden sich. Es wurde nichts geschrieben."
        }
        Refusal::EndsBeforeStart => {
            "Eine Förderphase endet vor ihrem Beginn. Es wurde nichts geschrieben."
        }
        Refusal::OtherScope => {
            "Die Änderung gehört nicht zu diesem Bezirk. Es wurde nichts geschrieben."
        }
    },
    contended: "Gerade schreiben mehrere in diesen Bezirk. Es wurde nichts geschrieben; bitte gleich noch einmal versuchen.",
    unreachable: "Die Datenbank ist gerade nicht erreichbar. Was gespeichert war, ist nicht verloren; bitte in einigen Minuten noch einmal versuchen.",
    busy: "Die Datenbank ist gerade von anderen belegt. Es wurde nichts geschrieben; bitte gleich noch einmal versuchen.",
    cannot_write: |reason| {
        format!(
            "Die Datenbank kann nicht schreiben (ist die Platte voll oder die Datei schreibgeschützt?): {reason}"
        )
    },
    newer: |found, known| {
        format!(
            "Die Datenbank hat Fassung {found}; dieses Programm kennt Fassungen bis {known}. Bitte das neuere Programm verwenden."
        )
    },
    violated: |reason| {
        format!(
            "Die Datenbank lässt diese Änderung nicht zu; es wurde nichts geschrieben ({reason})."
        )
    },
    failed: |reason| format!("Die Datenbank meldet einen Fehler: {reason}"),
    unknown_scheme: |scheme| {
        let begins = scheme.map_or(String::new(), |scheme| {
            format!("beginnt mit „{scheme}“ und ")
        });
        format!(
            "Die Adresse der Datenbank {begins}nennt keine bekannte Art. Möglich sind sqlite:DATEI, bolt://NAME@RECHNER:PORT, neo4j://…, bolt+s://… und neo4j+s://…"
        )
    },
    no_file: "Die Adresse der Datenbank nennt keine Datei; bitte sqlite:DATEI schreiben.",
    in_memory: "Eine Datenbank im Arbeitsspeicher ginge verloren; bitte sqlite:DATEI schreiben.",
    folder: |file| format!("{file} ist ein Ordner; bitte eine Datei darin nennen."),
    foreign_file: |file| {
        format!(
            "{file} ist keine Datenbank von miteinander. Die Datei wurde nicht angerührt; bitte eine andere nennen."
        )
    },
    no_server: "Die Adresse der Datenbank hat nicht die Form bolt://NAME@RECHNER:PORT.",
    password_in_address: "Ein Passwort gehört nicht in die Adresse der Datenbank, dort sehen es andere. Bitte in NEO4J_PASSWORD angeben oder in einer Datei, die NEO4J_PASSWORD_FILE nennt.",
    no_password: "Das Passwort der Datenbank fehlt. Bitte in NEO4J_PASSWORD angeben oder in einer Datei, die NEO4J_PASSWORD_FILE nennt.",
    denied: "Die Datenbank lehnt Namen oder Passwort ab. Bitte NEO4J_PASSWORD und den Namen in der Adresse prüfen.",
    forbidden: |statement| {
        format!("Das Konto darf in der Datenbank nicht tun, was nötig ist ({statement}).")
    },
    protocol: |reason| {
        format!(
            "Unter dieser Adresse antwortet kein Neo4j-Server, mit dem sich sprechen lässt: {reason}"
        )
    },
    cannot_read_file: |file, reason| format!("Die Datei {file} lässt sich nicht lesen: {reason}"),
    cannot_write_file: |file, reason| {
        format!("Die Datei {file} lässt sich nicht schreiben: {reason}")
    },
    cannot_export: |reason| {
        format!("In diesem Format lässt sich das Netzwerk nicht schreiben: {reason}")
    },
    unknown_ending: |file, known| {
        format!("Die Endung von {file} nennt kein Format. Möglich sind: {known}.")
    },
};

const EN: Errors = Errors {
    no_such_district: |asked, known| {
        format!(
            "There is no district “{asked}” here.{}",
            known_english(known)
        )
    },
    no_such_phase: |asked, known| {
        format!(
            "There is no funding phase “{asked}”.{}",
            known_english(known)
        )
    },
    no_such_step: |number| format!("There is no step {number} in this history."),
    refused: |refusal| match refusal {
        Refusal::Differs => {
            "Somebody has changed the same record in the meantime. Nothing was written; please look at the new state and try again."
        }
        Refusal::StillUsed(Noun::Department) => {
            "The office or organisation is still used by functions or offers. Nothing was written; please change these first."
        }
        Refusal::StillUsed(Noun::Actor | Noun::Membership) => {
            "The function or facility is still used in a cooperation or an offer. Nothing was written; please change these first."
        }
        Refusal::StillUsed(_) => {
            "The record is still used. Nothing was written; please change first what refers to it."
        }
        Refusal::NoSuch(_) => {
            "The record refers to something that is no longer there. Nothing was written."
        }
        Refusal::SelfTie => "A function does not cooperate with itself. Nothing was written.",
        Refusal::NameTaken => "Another office bears this name already. Nothing was written.",
        Refusal::PhasesOverlap => "Two funding phases overlap. Nothing was written.",
        Refusal::EndsBeforeStart => "A funding phase ends before it starts. Nothing was written.",
        Refusal::OtherScope => "The change does not belong to this district. Nothing was written.",
    },
    contended: "Several people are writing to this district. Nothing was written; please try again in a moment.",
    unreachable: "The database cannot be reached at the moment. What was saved is not lost; please try again in a few minutes.",
    busy: "The database is in use by others. Nothing was written; please try again in a moment.",
    cannot_write: |reason| {
        format!("The database cannot write (is the disk full, or the file read-only?): {reason}")
    },
    newer: |found, known| {
        format!(
            "The database has version {found}; this program knows versions up to {known}. Please use the newer program."
        )
    },
    violated: |reason| {
        format!("The database does not allow this change; nothing was written ({reason}).")
    },
    failed: |reason| format!("The database reports an error: {reason}"),
    unknown_scheme: |scheme| {
        let begins = scheme.map_or(String::new(), |scheme| {
            format!("begins with “{scheme}” and ")
        });
        format!(
            "The database's address {begins}names no known kind. Possible are sqlite:FILE, bolt://USER@HOST:PORT, neo4j://…, bolt+s://… and neo4j+s://…"
        )
    },
    no_file: "The database's address names no file; please write sqlite:FILE.",
    in_memory: "A database in memory would be lost; please write sqlite:FILE.",
    folder: |file| format!("{file} is a folder; please name a file in it."),
    foreign_file: |file| {
        format!(
            "{file} is not a database of miteinander. It was left as it is; please name another file."
        )
    },
    no_server: "The database's address is not of the form bolt://USER@HOST:PORT.",
    password_in_address: "A password does not belong into the database's address, where others see it. Please give it in NEO4J_PASSWORD, or in a file that NEO4J_PASSWORD_FILE names.",
    no_password: "The database's password is missing. Please give it in NEO4J_PASSWORD, or in a file that NEO4J_PASSWORD_FILE names.",
    denied: "The database refuses the user or the password. Please check NEO4J_PASSWORD and the user in the address.",
    forbidden: |statement| {
        format!("The account may not do in the database what is needed ({statement}).")
    },
    protocol: |reason| {
        format!("At this address answers no Neo4j server that can be spoken to: {reason}")
    },
    cannot_read_file: |file, reason| format!("The file {file} cannot be read: {reason}"),
    cannot_write_file: |file, reason| format!("The file {file} cannot be written: {reason}"),
    cannot_export: |reason| format!("The network cannot be written in this format: {reason}"),
    unknown_ending: |file, known| {
        format!("The ending of {file} names no format. Possible are: {known}.")
    },
};

fn known_german(known: &[String]) -> String {
    match known {
        [] => String::new(),
        known => format!(" Bekannt sind: {}.", known.join(", ")),
    }
}

fn known_english(known: &[String]) -> String {
    match known {
        [] => String::new(),
        known => format!(" The known ones are: {}.", known.join(", ")),
    }
}
