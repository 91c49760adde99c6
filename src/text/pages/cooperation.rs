//! The page of a cooperation, and its form.

use crate::text::Lang;

/// The texts of cooperations' pages.
pub struct CooperationPage {
    /// The headline over a new one.
    pub new: &'static str,
    /// What to do there.
    pub new_lead: &'static str,
    /// The headline: two functions.
    pub title: fn(&str, &str) -> String,
    /// Who says it.
    pub from: &'static str,
    /// Of whom.
    pub to: &'static str,
    /// The funding phase.
    pub phase: &'static str,
    /// Nobody may be chosen who does not stand in an office in this phase.
    pub not_there: fn(&str) -> String,
    /// A function with itself.
    pub itself: &'static str,
    /// Neither, one or both report it.
    pub reported: [&'static str; 3],
    /// The table of both sides.
    pub sides: &'static str,
    /// Its first column.
    pub question: &'static str,
    /// A side: who reports.
    pub side: fn(&str) -> String,
    /// A side that has said nothing.
    pub silent: &'static str,
    /// The way to the form of a side.
    pub edit_side: fn(&str) -> String,
    /// Over the form.
    pub edit: fn(&str) -> String,
    /// The scale.
    pub strength: &'static str,
    /// How it is meant.
    pub strength_hint: &'static str,
    /// The kinds.
    pub kinds: &'static str,
    /// Whether it is agreed in writing.
    pub binding: &'static str,
    /// Since when.
    pub since: &'static str,
    /// How it is typed.
    pub since_hint: &'static str,
    /// What was typed is no time.
    pub not_since: &'static str,
    /// The offers.
    pub offers: &'static str,
    /// Whether the core team brought it about.
    pub through_core_team: &'static str,
    /// A remark.
    pub note: &'static str,
    /// What may stand there.
    pub note_hint: &'static str,
    /// The way to the page that removes it.
    pub remove: &'static str,
    /// The headline there.
    pub remove_title: fn(&str, &str) -> String,
    /// What goes with it.
    pub goes: [&'static str; 2],
    /// That it can be taken back.
    pub goes_back: &'static str,
    /// The pages of both functions.
    pub functions: &'static str,
}

impl CooperationPage {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: CooperationPage = CooperationPage {
    new: "Zusammenarbeit hinzufügen",
    new_lead: "Eingetragen wird, was eine Seite sagt. Was die andere sagt, kommt auf der Seite der beiden dazu.",
    title: |a, b| format!("{a} und {b}"),
    from: "Wer sagt es?",
    to: "Mit wem?",
    phase: "Förderphase",
    not_there: |phase| {
        format!("In der Förderphase {phase} gibt es diese Funktion nicht. Bitte wählen Sie neu.")
    },
    itself: "Bitte wählen Sie zwei verschiedene Funktionen.",
    reported: [
        "noch nicht gemeldet",
        "einseitig gemeldet",
        "beidseitig gemeldet",
    ],
    sides: "Was beide Seiten angegeben haben",
    question: "Angabe",
    side: |name| format!("Angaben von {name}"),
    silent: "keine Angabe",
    edit_side: |name| format!("Angaben von {name} bearbeiten"),
    edit: |name| format!("Angaben von {name}"),
    strength: "Wie arbeiten die beiden zusammen?",
    strength_hint: "Die höchste Stufe der letzten 12 Monate. Höher ist nicht besser.",
    kinds: "Art der Zusammenarbeit",
    binding: "Schriftlich vereinbart",
    since: "Besteht seit",
    since_hint: "Jahr, Monat oder Tag: 2020, 03/2020 oder 12.03.2020.",
    not_since: "Das ist kein Jahr, Monat oder Tag.",
    offers: "Zu welchen Angeboten?",
    through_core_team: "durch das Kernteam angestoßen",
    note: "Bemerkung",
    note_hint: "Höchstens 200 Zeichen. Keine Namen, keine Fälle.",
    remove: "Zusammenarbeit entfernen",
    remove_title: |a, b| format!("Zusammenarbeit von {a} und {b} entfernen"),
    goes: [
        "Entfernt wird, was eine Seite in dieser Förderphase angegeben hat. Funktionen und Angebote bleiben.",
        "Entfernt wird, was beide Seiten in dieser Förderphase angegeben haben. Funktionen und Angebote bleiben.",
    ],
    goes_back: "Das Entfernen lässt sich im Verlauf zurücknehmen.",
    functions: "Zu den Seiten der Funktionen:",
};

static EN: CooperationPage = CooperationPage {
    new: "Add a cooperation",
    new_lead: "What is entered is what one side says. What the other one says is added on the page of the two.",
    title: |a, b| format!("{a} and {b}"),
    from: "Who says it?",
    to: "With whom?",
    phase: "Funding phase",
    not_there: |phase| {
        format!("In the funding phase {phase} there is no such function. Please choose again.")
    },
    itself: "Please choose two different functions.",
    reported: [
        "not reported yet",
        "reported by one side",
        "reported by both sides",
    ],
    sides: "What both sides have stated",
    question: "Statement",
    side: |name| format!("Stated by {name}"),
    silent: "not stated",
    edit_side: |name| format!("Edit what {name} stated"),
    edit: |name| format!("Stated by {name}"),
    strength: "How do the two work together?",
    strength_hint: "The highest step of the last 12 months. Higher is not better.",
    kinds: "Kind of cooperation",
    binding: "Agreed in writing",
    since: "Exists since",
    since_hint: "A year, a month or a day: 2020, 2020-03 or 2020-03-12.",
    not_since: "That is no year, month or day.",
    offers: "About which offers?",
    through_core_team: "brought about by the core team",
    note: "Note",
    note_hint: "At most 200 characters. No names, no cases.",
    remove: "Remove the cooperation",
    remove_title: |a, b| format!("Remove the cooperation of {a} and {b}"),
    goes: [
        "What one side stated in this funding phase is removed. Functions and offers stay.",
        "What both sides stated in this funding phase is removed. Functions and offers stay.",
    ],
    goes_back: "The removal can be undone in the history.",
    functions: "The pages of the functions:",
};
