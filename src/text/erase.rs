//! What `miteinander erase` says.

use super::Lang;

/// The sentences of the command.
pub struct EraseTexts {
    /// Another instance is at it.
    pub others: &'static str,
    /// Nothing was over.
    pub nothing: &'static str,
    /// The programme, where a district could stand.
    pub programme: &'static str,
    /// A function is deleted: what it is called since.
    pub done: fn(name: &str) -> String,
    /// How many free texts of others still tell the name.
    pub mentions: fn(usize) -> String,
    /// The store's file may still hold it.
    pub in_file: &'static str,
    /// The server's files may still hold it.
    pub in_server: &'static str,
    /// Copies beside the store hold it.
    pub copies: fn(&[String]) -> String,
    /// It could not be written into the register.
    pub unregistered: fn(why: &str) -> String,
    /// The register cannot be read.
    pub unread: fn(why: &str) -> String,
    /// There is no such function.
    pub no_such: fn(asked: &str) -> String,
    /// Several functions bear the name: their ids.
    pub many: fn(asked: &str, ids: &[String]) -> String,
    /// A step that holds a deleted function.
    pub blanked: fn(number: i64) -> String,
}

impl EraseTexts {
    /// The sentences in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: EraseTexts = EraseTexts {
    others: "Eine andere Instanz löscht gerade. Es wurde nichts getan.",
    nothing: "Nichts war zu löschen.",
    programme: "Programm",
    done: |name| format!("Die Funktion ist gelöscht und heißt jetzt „{name}“."),
    mentions: |n| format!("In {n} freien Texten anderer Angaben steht der alte Name noch."),
    in_file: "In der Datei der Datenbank kann der alte Name noch stehen, weil ein anderes Programm währenddessen gelesen hat. Bitte den Dienst anhalten und den Befehl „miteinander erase“ noch einmal aufrufen.",
    in_server: "Was die Dateien des Datenbankservers noch enthalten, lässt sich von hier aus nicht löschen.",
    copies: |names| {
        format!(
            "Neben der Datenbank liegen Kopien älterer Versionen, in denen der Name noch steht: {}",
            names.join(", ")
        )
    },
    unregistered: |why| {
        format!(
            "Die Funktion ist gelöscht, steht aber nicht in der Liste der Löschungen ({why}): Eine ältere Sicherung brächte sie zurück."
        )
    },
    unread: |why| {
        format!(
            "Die Liste der Löschungen lässt sich nicht lesen ({why}). Bitte mit --erased die richtige Datei nennen."
        )
    },
    no_such: |asked| {
        format!("Eine Funktion „{asked}“ gibt es in diesem Bezirk nicht und gab es nicht.")
    },
    many: |asked, ids| {
        format!(
            "„{asked}“ heißen mehrere Funktionen. Bitte die Kennung nennen: {}",
            ids.join(", ")
        )
    },
    blanked: |number| {
        format!(
            "Schritt {number} enthält eine Funktion, die gelöscht wurde, und lässt sich deshalb nicht zurücknehmen."
        )
    },
};

static EN: EraseTexts = EraseTexts {
    others: "Another instance is deleting. Nothing was done.",
    nothing: "Nothing was to be deleted.",
    programme: "programme",
    done: |name| format!("The function is deleted and is called “{name}” now."),
    mentions: |n| format!("{n} free texts of other entries still tell the old name."),
    in_file: "The database's file may still hold the old name, as another program was reading meanwhile. Please stop the service and run “miteinander erase” once more.",
    in_server: "What the database server's files still hold cannot be deleted from here.",
    copies: |names| {
        format!(
            "Beside the database there are copies of older versions that still hold the name: {}",
            names.join(", ")
        )
    },
    unregistered: |why| {
        format!(
            "The function is deleted, but not in the register of deletions ({why}): an older backup would bring it back."
        )
    },
    unread: |why| {
        format!(
            "The register of deletions cannot be read ({why}). Please name the right file with --erased."
        )
    },
    no_such: |asked| {
        format!("There is no function “{asked}” in this district, and there was none.")
    },
    many: |asked, ids| {
        format!(
            "Several functions are called “{asked}”. Please name the id: {}",
            ids.join(", ")
        )
    },
    blanked: |number| {
        format!("Step {number} holds a function that was deleted, and so cannot be undone.")
    },
};
