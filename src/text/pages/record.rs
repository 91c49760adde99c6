//! What all forms of records say: faults at fields, two versions side by side, what was saved.

use crate::text::Lang;

/// The texts that the forms share.
pub struct RecordText {
    /// The lists of a district's records, by their addresses below it.
    pub lists: &'static [(&'static str, &'static str)],
    /// What these lists are.
    pub menu: &'static str,
    /// Beside the label of a field in which something must stand.
    pub required: &'static str,
    /// A field in which something must stand is empty.
    pub missing: &'static str,
    /// Nothing was chosen where something must be.
    pub choose: &'static str,
    /// What was chosen is not in the list any more.
    pub unknown: &'static str,
    /// More letters than are kept.
    pub too_long: fn(usize) -> String,
    /// Characters that cannot be kept.
    pub unreadable: &'static str,
    /// Above a form with faults.
    pub faults: &'static str,
    /// Yes.
    pub yes: &'static str,
    /// No.
    pub no: &'static str,
    /// Neither was said.
    pub unsaid: &'static str,
    /// Nothing stands in a field.
    pub empty: &'static str,
    /// The first of a list, where one must be chosen.
    pub please: &'static str,
    /// The button that saves.
    pub save: &'static str,
    /// The way back without saving.
    pub cancel: &'static str,
    /// Both sides changed the same.
    pub clash: &'static str,
    /// What to do about it.
    pub clash_remedy: &'static str,
    /// The table of both versions, and its columns.
    pub versions: &'static str,
    /// The columns: field, what stands, what was typed.
    pub columns: [&'static str; 3],
    /// The button that saves what was typed.
    pub mine: &'static str,
    /// The button that leaves what stands.
    pub theirs: &'static str,
    /// The record was removed meanwhile.
    pub gone: &'static str,
    /// The button that saves it as a new one.
    pub as_new: &'static str,
    /// Above names that look alike.
    pub twins: &'static str,
    /// The button that saves all the same.
    pub anyway: &'static str,
    /// Nothing was changed.
    pub same: &'static str,
    /// The button that takes back what was just saved.
    pub undo: &'static str,
    /// The way to the history.
    pub history: &'static str,
    /// The way to the first steps of a district in which no cooperation is entered yet.
    pub first_steps: &'static str,
    /// Others hold on to it, so that it cannot be saved so.
    pub refused: &'static str,
}

impl RecordText {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: RecordText = RecordText {
    lists: &[
        ("/actors", "Funktionen"),
        ("/departments", "Organisationen"),
        ("/offers", "Angebote"),
        ("/cooperations", "Zusammenarbeit"),
        ("/twins", "Ähnliche Namen"),
        ("/who", "Wer arbeitet mit wem"),
        ("/quick", "Schnelleingabe"),
        ("/workshop", "Arbeitstreffen"),
    ],
    menu: "Eintragen und ansehen",
    required: "notwendig",
    missing: "Bitte ausfüllen.",
    choose: "Bitte auswählen.",
    unknown: "Diese Auswahl gibt es nicht mehr. Bitte wählen Sie neu.",
    too_long: |most| format!("Höchstens {most} Zeichen."),
    unreadable: "Hier stehen Zeichen, die sich nicht speichern lassen.",
    faults: "Es wurde nichts gespeichert. Bitte prüfen Sie die markierten Felder.",
    yes: "ja",
    no: "nein",
    unsaid: "keine Angabe",
    empty: "keine Angabe",
    please: "Bitte wählen",
    save: "Speichern",
    cancel: "Abbrechen",
    clash: "Jemand anders hat dasselbe inzwischen geändert. Es wurde nichts gespeichert.",
    clash_remedy: "Im Formular steht Ihre Eingabe. Was sonst geändert wurde, ist übernommen.",
    versions: "Beide Fassungen",
    columns: ["Feld", "Gespeicherte Fassung", "Ihre Eingabe"],
    mine: "Meine Fassung speichern",
    theirs: "Gespeicherte Fassung behalten",
    gone: "Jemand anders hat diesen Eintrag inzwischen entfernt. Es wurde nichts gespeichert; im Formular steht Ihre Eingabe.",
    as_new: "Als neuen Eintrag speichern",
    twins: "Meinten Sie einen von diesen? Es wurde noch nichts gespeichert.",
    anyway: "Trotzdem so speichern",
    same: "Es gab nichts zu speichern: So ist es schon eingetragen.",
    undo: "Rückgängig",
    history: "Zum Verlauf",
    first_steps: "Zu den nächsten Schritten",
    refused: "Das passt nicht mehr zu dem, was eingetragen ist. Es wurde nichts gespeichert.",
};

static EN: RecordText = RecordText {
    lists: &[
        ("/actors", "Functions"),
        ("/departments", "Organisations"),
        ("/offers", "Offers"),
        ("/cooperations", "Cooperation"),
        ("/twins", "Similar names"),
        ("/who", "Who works with whom"),
        ("/quick", "Quick entry"),
        ("/workshop", "Working meeting"),
    ],
    menu: "Enter and view",
    required: "required",
    missing: "Please fill in.",
    choose: "Please choose.",
    unknown: "This choice is no longer there. Please choose again.",
    too_long: |most| format!("At most {most} characters."),
    unreadable: "This holds characters that cannot be kept.",
    faults: "Nothing was saved. Please check the marked fields.",
    yes: "yes",
    no: "no",
    unsaid: "not stated",
    empty: "not stated",
    please: "Please choose",
    save: "Save",
    cancel: "Cancel",
    clash: "Somebody else has changed the same in the meantime. Nothing was saved.",
    clash_remedy: "The form holds what you entered. What else was changed has been taken over.",
    versions: "Both versions",
    columns: ["Field", "Saved version", "What you entered"],
    mine: "Save my version",
    theirs: "Keep the saved version",
    gone: "Somebody else has removed this entry in the meantime. Nothing was saved; the form holds what you entered.",
    as_new: "Save as a new entry",
    twins: "Did you mean one of these? Nothing was saved yet.",
    anyway: "Save it all the same",
    same: "There was nothing to save: it is entered like this already.",
    undo: "Undo",
    history: "To the history",
    first_steps: "To the next steps",
    refused: "This no longer fits what is entered. Nothing was saved.",
};
