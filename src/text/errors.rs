//! What went wrong, with place and remedy, for pages and the command line.

use std::io::ErrorKind;

use super::Lang;
use crate::domain::{Noun, Refusal, ReleaseFault};

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
    /// Nothing was released for who asks.
    pub nothing_released: &'static str,
    /// An unknown release.
    pub no_such_release: &'static str,
    /// A release that cannot become what was asked.
    pub release: fn(ReleaseFault) -> &'static str,
    /// Others wrote again and again.
    pub contended: &'static str,
    /// A computation that took longer than it may.
    pub too_long: &'static str,
    /// Others wait for computations already, too many of them.
    pub too_busy: &'static str,
    /// More funding phases than there may be.
    pub too_many_phases: fn(usize) -> String,
    /// A file that cannot be read.
    pub cannot_read_file: fn(file: &str, why: ErrorKind) -> String,
    /// A device or a pipe, from which reading might never end.
    pub not_a_plain_file: fn(file: &str) -> String,
    /// A file that cannot be written.
    pub cannot_write_file: fn(file: &str, why: ErrorKind) -> String,
    /// A file that is a database, over which nothing is written.
    pub is_a_store: fn(file: &str) -> String,
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
        Refusal::WasReleased => {
            "Dieser Stand war freigegeben: Er kann nur zurückgezogen werden. Es wurde nichts geschrieben."
        }
        Refusal::OtherScope => {
            "Die Änderung gehört nicht zu diesem Bezirk. Es wurde nichts geschrieben."
        }
    },
    nothing_released: "Für diese Rolle ist noch kein Stand freigegeben.",
    no_such_release: "Diesen Stand gibt es nicht.",
    release: |fault| match fault {
        ReleaseFault::Empty => {
            "In dieser Förderphase ist noch keine Zusammenarbeit eingetragen: Es gibt nichts festzuhalten. Bitte zuerst eintragen oder eine andere Förderphase wählen."
        }
        ReleaseFault::Changed => {
            "Seit dem Festhalten wurden Angaben geändert oder gelöscht. Bitte neu festhalten."
        }
        ReleaseFault::Tells => {
            "Ein früher freigegebener Stand hält Ämter zurück, die dieser zeigen würde. Bitte neu festhalten: Dann bleiben sie auch hier zurückgehalten."
        }
        ReleaseFault::Released => {
            "Dieser Stand ist schon freigegeben. Wer ihn für andere freigeben möchte, zieht ihn zuerst zurück."
        }
        ReleaseFault::NotReleased => "Dieser Stand ist nicht freigegeben.",
        ReleaseFault::WasReleased => {
            "Dieser Stand war freigegeben: Er kann zurückgezogen, aber nicht entfernt werden. Was er zurückhält, bleibt so auch in späteren Ständen zurückgehalten."
        }
    },
    contended: "Gerade tragen sehr viele in diesen Bezirk ein. Es wurde nichts geschrieben; bitte gleich noch einmal versuchen.",
    too_long: "Die Berechnung dauert zu lange und wurde abgebrochen. Bitte weniger auswählen, zum Beispiel nur stärkere Zusammenarbeit, oder Organisationen zusammenfassen.",
    too_busy: "Gerade wird schon sehr viel berechnet. Bitte in einigen Sekunden noch einmal versuchen.",
    too_many_phases: |most| {
        format!("Mehr als {most} Förderphasen sind nicht möglich. Es wurde nichts geschrieben.")
    },
    cannot_read_file: |file, why| {
        format!(
            "Die Datei {file} lässt sich nicht lesen. {}",
            file_german(why)
        )
    },
    not_a_plain_file: |file| {
        format!(
            "{file} ist ein Gerät oder eine Leitung zwischen Programmen. Bitte als Datei speichern und diese nennen."
        )
    },
    cannot_write_file: |file, why| {
        format!(
            "Die Datei {file} lässt sich nicht schreiben. {}",
            file_german(why)
        )
    },
    is_a_store: |file| {
        format!(
            "{file} ist eine Datenbank oder gehört zu ihr. Es wurde nichts geschrieben; bitte eine andere Datei nennen."
        )
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
        Refusal::NameTaken => "Another office already has this name. Nothing was written.",
        Refusal::PhasesOverlap => "Two funding phases overlap. Nothing was written.",
        Refusal::EndsBeforeStart => "A funding phase ends before it starts. Nothing was written.",
        Refusal::WasReleased => {
            "This state was released: it can only be withdrawn. Nothing was written."
        }
        Refusal::OtherScope => "The change does not belong to this district. Nothing was written.",
    },
    nothing_released: "Nothing has been released for this role yet.",
    no_such_release: "There is no such release.",
    release: |fault| match fault {
        ReleaseFault::Empty => {
            "No cooperation is entered in this funding phase yet: there is nothing to freeze. Please enter some first, or choose another funding phase."
        }
        ReleaseFault::Changed => {
            "Entries were changed or deleted since this state was frozen. Please freeze it anew."
        }
        ReleaseFault::Tells => {
            "A state released earlier holds offices back that this one would show. Please freeze it anew: they are held back here too then."
        }
        ReleaseFault::Released => {
            "This state is released already. To release it for others, withdraw it first."
        }
        ReleaseFault::NotReleased => "This state is not released.",
        ReleaseFault::WasReleased => {
            "This state was released: it can be withdrawn, but not removed. What it holds back stays held back in later states."
        }
    },
    contended: "Many people are writing to this district at the moment. Nothing was written; please try again in a moment.",
    too_long: "The calculation took too long and was stopped. Please narrow it down, for example to stronger cooperation only, or combine organisations.",
    too_busy: "Many calculations are already running. Please try again in a few seconds.",
    too_many_phases: |most| {
        format!("More than {most} funding phases are not possible. Nothing was written.")
    },
    cannot_read_file: |file, why| format!("The file {file} cannot be read. {}", file_english(why)),
    not_a_plain_file: |file| {
        format!(
            "{file} is a device or a pipe between programs. Please save it as a file and name that."
        )
    },
    cannot_write_file: |file, why| {
        format!("The file {file} cannot be written. {}", file_english(why))
    },
    is_a_store: |file| {
        format!(
            "{file} is a database or belongs to it. Nothing was written; please name another file."
        )
    },
    cannot_export: |reason| format!("The network cannot be written in this format: {reason}"),
    unknown_ending: |file, known| {
        format!("The ending of {file} does not name a format. Possible ones are: {known}.")
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
        known => format!(" Known ones are: {}.", known.join(", ")),
    }
}

fn file_german(why: ErrorKind) -> &'static str {
    match why {
        ErrorKind::NotFound => "Die Datei oder ihren Ordner gibt es nicht; bitte den Namen prüfen.",
        ErrorKind::PermissionDenied => {
            "Das ist hier nicht erlaubt; bitte die Rechte ändern oder eine andere Datei nennen."
        }
        ErrorKind::IsADirectory => "Das ist ein Ordner; bitte eine Datei darin nennen.",
        ErrorKind::NotADirectory => {
            "Ein Teil des Weges dorthin ist kein Ordner; bitte den Namen prüfen."
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            "Die Festplatte ist voll; bitte Platz schaffen."
        }
        ErrorKind::ReadOnlyFilesystem => {
            "Die Festplatte ist schreibgeschützt; bitte eine Datei an anderer Stelle nennen."
        }
        ErrorKind::BrokenPipe => "Niemand liest mehr mit.",
        _ => {
            "Das System meldet einen Fehler; bitte noch einmal versuchen oder eine Datei an anderer Stelle nennen."
        }
    }
}

fn file_english(why: ErrorKind) -> &'static str {
    match why {
        ErrorKind::NotFound => "The file or its folder is not there; please check the name.",
        ErrorKind::PermissionDenied => {
            "That is not allowed here; please change the permissions or name another file."
        }
        ErrorKind::IsADirectory => "It is a folder; please name a file inside it.",
        ErrorKind::NotADirectory => {
            "Part of the path to it is not a folder; please check the name."
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            "The disk is full; please make room."
        }
        ErrorKind::ReadOnlyFilesystem => {
            "The disk is read-only; please name a file somewhere else."
        }
        ErrorKind::BrokenPipe => "Nobody reads it any more.",
        _ => "The system reports an error; please try again, or name a file somewhere else.",
    }
}
