//! The page on which a function is deleted.

use crate::text::Lang;

/// The texts of the page.
pub struct ErasePage {
    /// The headline.
    pub title: &'static str,
    /// What is deleted and what stays.
    pub lead: &'static str,
    /// The field of the function.
    pub function: &'static str,
    /// The button that goes on.
    pub go_on: &'static str,
    /// Over what goes.
    pub goes: fn(name: &str) -> String,
    /// What goes and what stays, one sentence each.
    pub what: &'static [&'static str],
    /// The tick before the button.
    pub sure: &'static str,
    /// The button.
    pub erase: &'static str,
    /// Said where the tick is missing.
    pub not_sure: &'static str,
    /// It is done: what it is called since.
    pub done: fn(name: &str) -> String,
    /// The store's own file still holds it.
    pub in_file: &'static str,
    /// The old name still stands in free texts of others.
    pub mentions: fn(usize) -> String,
    /// It does not stand in the register.
    pub unregistered: &'static str,
    /// To the log.
    pub to_log: &'static str,
}

impl ErasePage {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: ErasePage = ErasePage {
    title: "Funktion löschen",
    lead: "Wenn jemand die Löschung verlangt: Die Funktion heißt danach überall „Funktion“ mit einer Nummer. Für einen Eintrag, der nur nicht mehr stimmt, genügt es, ihn zu ändern oder zu entfernen.",
    function: "Funktion",
    go_on: "Weiter",
    goes: |name| format!("„{name}“ löschen"),
    what: &[
        "Name, Kennung, Bemerkungen und Ansprechperson werden gelöscht: im Netzwerk, auf der Karte und in allen Schritten des Verlaufs, auch in zurückgenommenen.",
        "Zusammenarbeit, Angebote und das Amt bleiben, damit sich keine Zahl ändert.",
        "Die betroffenen Schritte im Verlauf lassen sich danach nicht mehr zurücknehmen, und die Löschung selbst auch nicht.",
        "In offenen Punkten wird der Name ersetzt, auch im Verlauf. Bemerkungen und andere freie Texte anderer bleiben, wie sie sind; danach wird gesagt, wie viele den Namen nennen.",
        "Ältere Sicherungen enthalten den Namen, bis sie vernichtet sind; das Protokoll nennt sie. Wird eine zurückgespielt, wird die Funktion wieder gelöscht, sofern die Liste der Löschungen noch da ist.",
    ],
    sure: "Ja, diese Funktion endgültig löschen",
    erase: "Endgültig löschen",
    not_sure: "Bitte bestätigen Sie mit dem Häkchen, dass die Funktion endgültig gelöscht werden soll.",
    done: |name| format!("Die Funktion ist gelöscht und heißt jetzt „{name}“."),
    in_file: "In den Dateien der Datenbank kann der alte Name noch stehen: Jemand hat währenddessen gelesen, oder es ist ein Datenbankserver. Bitte sagen Sie es der Betriebsstelle.",
    mentions: |n| match n {
        1 => "Ein freier Text nennt den alten Namen noch. Bitte ändern Sie ihn.".to_owned(),
        n => format!("{n} freie Texte nennen den alten Namen noch. Bitte ändern Sie diese."),
    },
    unregistered: "Die Löschung steht nicht in der Liste der Löschungen: Eine ältere Sicherung brächte den Namen zurück. Bitte sagen Sie es der Betriebsstelle.",
    to_log: "Zum Protokoll",
};

static EN: ErasePage = ErasePage {
    title: "Delete a function",
    lead: "Where somebody demands it: the function is called “Funktion” with a number everywhere from then on. For an entry that is merely wrong it is enough to change or remove it.",
    function: "Function",
    go_on: "Go on",
    goes: |name| format!("Delete “{name}”"),
    what: &[
        "Name, id, notes and contact are deleted: in the network, on the map and in all steps of the history, also in those taken back.",
        "Cooperations, offers and the office stay, so that no figure changes.",
        "The steps of the history that are concerned cannot be undone any more, nor can the deletion itself.",
        "In open points the name is replaced, in the history too. Notes and other free texts of others stay as they are; afterwards you are told how many tell the name.",
        "Older backups hold the name until they are destroyed; the log names them. Where one is brought back, the function is deleted again, as long as the register of deletions is there.",
    ],
    sure: "Yes, delete this function for good",
    erase: "Delete for good",
    not_sure: "Please confirm with the tick that the function is to be deleted for good.",
    done: |name| format!("The function is deleted and is called “{name}” now."),
    in_file: "The database's files may still hold the old name: somebody was reading meanwhile, or it is a database server. Please tell whoever runs the service.",
    mentions: |n| match n {
        1 => "One free text still tells the old name. Please change it.".to_owned(),
        n => format!("{n} free texts still tell the old name. Please change them."),
    },
    unregistered: "The deletion is not in the register of deletions: an older backup would bring the name back. Please tell whoever runs the service.",
    to_log: "To the log",
};
