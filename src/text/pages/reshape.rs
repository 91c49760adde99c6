//! Moving, merging and removing a record: what is asked and said before.

use crate::text::Lang;

/// The texts of these pages.
pub struct ReshapeText {
    /// The way to the form.
    pub edit: &'static str,
    /// The way to another office.
    pub move_: &'static str,
    /// The way to a merger.
    pub merge: &'static str,
    /// The way to the removal.
    pub remove: &'static str,
    /// What can be done with it.
    pub deeds: &'static str,
    /// The page of a move.
    pub move_title: fn(&str) -> String,
    /// What it does.
    pub move_lead: &'static str,
    /// From which phase on.
    pub from_phase: &'static str,
    /// Later ones too.
    pub from_phase_hint: &'static str,
    /// The old one does not come along.
    pub move_section_hint: &'static str,
    /// The button.
    pub do_move: &'static str,
    /// It stands in no phase.
    pub no_place: &'static str,
    /// The page of a removal.
    pub remove_title: fn(&str) -> String,
    /// Before what goes with it.
    pub goes: fn(&str) -> String,
    /// The contact goes too and does not come back.
    pub contact_goes: &'static str,
    /// It can be taken back.
    pub undoable: &'static str,
    /// The button.
    pub do_remove: &'static str,
    /// It is gone.
    pub removed: fn(&str) -> String,
    /// What goes with it has changed since it was told.
    pub otherwise: &'static str,
    /// The page of a merger.
    pub merge_title: fn(&str) -> String,
    /// What it does.
    pub merge_lead: fn(&str) -> String,
    /// Into which one.
    pub into: &'static str,
    /// Those with a name that looks alike.
    pub alike: &'static str,
    /// The button that shows what would be.
    pub show: &'static str,
    /// What becomes of both.
    pub becomes: fn(&str, &str) -> String,
    /// What comes along.
    pub comes: &'static str,
    /// Which values win: the caption.
    pub values: &'static str,
    /// The columns: field, who stays, who goes, what holds.
    pub columns: [&'static str; 4],
    /// Which of two reports wins.
    pub stronger: &'static str,
    /// How many remarks have no room, and where they go.
    pub unfit: fn(usize) -> String,
    /// The contact.
    pub contact: &'static str,
    /// Both have one; that of the one that goes is shown to be noted.
    pub both_contacts: &'static str,
    /// The contact of the one that goes comes along.
    pub contact_comes: &'static str,
    /// Functions of the same name stay two.
    pub same_names: fn(usize) -> String,
    /// The other way round.
    pub swap: &'static str,
    /// The button.
    pub do_merge: &'static str,
    /// Nothing, or itself was chosen.
    pub itself: &'static str,
    /// There is none to merge with.
    pub nobody: &'static str,
}

impl ReshapeText {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: ReshapeText = ReshapeText {
    edit: "Bearbeiten",
    move_: "Verschieben",
    merge: "Zusammenführen mit …",
    remove: "Entfernen",
    deeds: "Was Sie tun können",
    move_title: |name| format!("Verschieben: {name}"),
    move_lead: "Die Funktion kommt in ein anderes Amt, mit allem, was über ihre Zusammenarbeit gemeldet ist. Frühere Förderphasen bleiben, wie sie sind.",
    from_phase: "Ab Förderphase",
    from_phase_hint: "Spätere Förderphasen ziehen mit um.",
    move_section_hint: "Der bisherige Fachbereich kommt nicht mit.",
    do_move: "Verschieben",
    no_place: "Diese Funktion steht in keiner Förderphase und lässt sich deshalb nicht verschieben.",
    remove_title: |name| format!("Entfernen: {name}"),
    goes: |name| format!("Mit „{name}“ wird entfernt:"),
    contact_goes: "die Ansprechperson; sie kommt auch mit „Rückgängig“ nicht wieder",
    undoable: "Sie können das im Verlauf rückgängig machen. Festgehaltene Stände bleiben, wie sie sind.",
    do_remove: "Entfernen",
    removed: |name| format!("„{name}“ ist entfernt."),
    otherwise: "Inzwischen hat sich geändert, was davon betroffen ist. Es wurde nichts gespeichert; bitte prüfen Sie die Zahlen noch einmal.",
    merge_title: |name| format!("Zusammenführen: {name}"),
    merge_lead: |name| {
        format!("„{name}“ geht in einem anderen Eintrag auf. Was daran hängt, kommt mit.")
    },
    into: "Zusammenführen mit",
    alike: "Ähnliche Namen",
    show: "Zeigen, was geschieht",
    becomes: |goes, stays| format!("„{goes}“ geht in „{stays}“ auf und ist danach entfernt."),
    comes: "Es kommen mit:",
    values: "Welche Angaben gelten",
    columns: ["Feld", "bleibt", "geht", "Danach"],
    stronger: "Gibt es eine Angabe doppelt, gilt die stärkere; Arten, Angebote und Bemerkungen beider bleiben.",
    unfit: |n| {
        match n {
        1 => "Für eine Bemerkung ist neben der anderen kein Platz. Sie geht nicht verloren, sondern steht danach unter „Zu klären“:".to_owned(),
        n => format!(
            "Für {n} Bemerkungen ist neben der jeweils anderen kein Platz. Sie gehen nicht verloren, sondern stehen danach unter „Zu klären“:"
        ),
    }
    },
    contact: "Ansprechperson",
    both_contacts: "Beide haben eine Ansprechperson. Es bleibt die links; die rechts wird gelöscht und kommt auch mit „Rückgängig“ nicht wieder.",
    contact_comes: "Die Ansprechperson kommt mit. Beim Rückgängigmachen bleibt sie, wo sie dann steht.",
    same_names: |n| {
        format!(
            "{n} Funktionen heißen in beiden ähnlich. Sie bleiben zunächst getrennt und stehen danach unter „Ähnliche Namen“."
        )
    },
    swap: "Umgekehrt zusammenführen",
    do_merge: "Zusammenführen",
    itself: "Bitte wählen Sie einen anderen Eintrag.",
    nobody: "Es gibt keinen anderen Eintrag, mit dem sich dieser zusammenführen ließe.",
};

static EN: ReshapeText = ReshapeText {
    edit: "Edit",
    move_: "Move",
    merge: "Merge with …",
    remove: "Remove",
    deeds: "What you can do",
    move_title: |name| format!("Move: {name}"),
    move_lead: "The function goes to another office, with everything that is reported of its cooperation. Earlier funding phases stay as they are.",
    from_phase: "From funding phase",
    from_phase_hint: "Later funding phases move too.",
    move_section_hint: "The section it had does not come along.",
    do_move: "Move",
    no_place: "This function stands in no funding phase, so it cannot be moved.",
    remove_title: |name| format!("Remove: {name}"),
    goes: |name| format!("With “{name}” this is removed:"),
    contact_goes: "the contact; undoing does not bring it back",
    undoable: "You can undo this in the history. Frozen states stay as they are.",
    do_remove: "Remove",
    removed: |name| format!("“{name}” is removed."),
    otherwise: "What this touches has changed in the meantime. Nothing was saved; please check the numbers again.",
    merge_title: |name| format!("Merge: {name}"),
    merge_lead: |name| {
        format!("“{name}” becomes part of another entry. What hangs on it comes along.")
    },
    into: "Merge with",
    alike: "Similar names",
    show: "Show what happens",
    becomes: |goes, stays| format!("“{goes}” becomes part of “{stays}” and is removed afterwards."),
    comes: "What comes along:",
    values: "Which values hold",
    columns: ["Field", "stays", "goes", "Afterwards"],
    stronger: "Of two reports of the same the stronger holds; kinds, offers and notes of both stay.",
    unfit: |n| {
        match n {
        1 => "There is no room for one note beside the other. It is not lost: afterwards it stands under “To clear up”:".to_owned(),
        n => format!(
            "There is no room for {n} notes beside the others. They are not lost: afterwards they stand under “To clear up”:"
        ),
    }
    },
    contact: "Contact",
    both_contacts: "Both have a contact. The left one stays; the right one is deleted, and undoing does not bring it back.",
    contact_comes: "The contact comes along. When this is undone it stays where it is then.",
    same_names: |n| {
        format!(
            "{n} functions have similar names in both. They stay apart for now and are listed under “Similar names” afterwards."
        )
    },
    swap: "Merge the other way round",
    do_merge: "Merge",
    itself: "Please choose another entry.",
    nobody: "There is no other entry with which this could be merged.",
};
