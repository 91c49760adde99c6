//! A working meeting with the map on the wall.

use crate::text::Lang;

/// The texts of its pages.
pub struct Workshop {
    /// The headline.
    pub title: &'static str,
    /// What it is for.
    pub lead: &'static str,
    /// What everybody in the room sees.
    pub sees: &'static str,
    /// Offices alone, or functions: a name and what it means.
    pub shows: [(&'static str, &'static str); 2],
    /// The field of the phase.
    pub phase: &'static str,
    /// The field of the offer.
    pub offer: &'static str,
    /// No offer: the network.
    pub whole: &'static str,
    /// The button.
    pub begin: &'static str,
    /// Over the tick sheets.
    pub sheets: &'static str,
    /// What they are for.
    pub sheets_note: &'static str,
    /// The way to them.
    pub to_sheets: &'static str,
    /// Shows the map as it stands, where no script does.
    pub again: &'static str,
    /// The way back to the beginning.
    pub end: &'static str,
    /// Over what came in last.
    pub latest: &'static str,
    /// Nothing came in yet.
    pub none_yet: &'static str,
    /// The button that takes a tie back.
    pub undo: &'static str,
    /// The same with both names, for those who don't see which it is.
    pub undo_of: fn(&str, &str) -> String,
    /// Over where answers differ about the offer.
    pub differing: &'static str,
    /// What that means.
    pub differing_note: &'static str,
    /// Nothing differs.
    pub none_differs: &'static str,
    /// Nobody names a cooperation on the offer yet.
    pub nobody_names: &'static str,
    /// One of two names a cooperation on the offer.
    pub one_side: &'static str,
    /// Two name different kinds of it.
    pub kinds: &'static str,
    /// Who is named in a cooperation on the offer, and not as taking part in it.
    pub not_recorded: &'static str,
    /// Who runs it as it is entered, and is named in no cooperation on it.
    pub not_named: &'static str,
    /// How many more there are.
    pub more: fn(usize) -> String,
    /// The field of the quick entry.
    pub line: &'static str,
    /// What is typed there, for example.
    pub example: &'static str,
    /// The button.
    pub enter: &'static str,
    /// Said when it is done.
    pub entered: &'static str,
    /// Back from the tick sheets.
    pub back: &'static str,
    /// How they are printed.
    pub print: &'static str,
    /// No function is entered in the phase.
    pub nobody: &'static str,
    /// The line for one's own function.
    pub own_function: &'static str,
    /// What is asked.
    pub question: &'static str,
    /// Over the table.
    pub others: &'static str,
    /// The column of the functions.
    pub function: &'static str,
    /// The column for who does not know.
    pub open: &'static str,
}

impl Workshop {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: Workshop = Workshop {
    title: "Arbeitstreffen",
    lead: "Ein Laptop, eine Person, die tippt, und ein Beamer: Die Karte steht groß an der Wand und wächst mit jedem Eintrag.",
    sees: "Was alle im Raum sehen",
    shows: [
        (
            "nur Ämter zeigen",
            "So, wie die Leitung es sähe: keine Namen von Funktionen.",
        ),
        (
            "Alle im Raum sehen Funktionen und Verbindungen",
            "Nur, wenn alle einverstanden sind.",
        ),
    ],
    phase: "Förderphase",
    offer: "Worum geht es?",
    whole: "Um das ganze Netzwerk",
    begin: "Arbeitstreffen beginnen",
    sheets: "Bögen zum Ankreuzen",
    sheets_note: "Für Treffen mit Papier: je Organisation ein Bogen mit allen Funktionen und der Skala, auf A4.",
    to_sheets: "Bögen zum Ankreuzen ansehen und drucken",
    again: "Karte neu laden",
    end: "Arbeitstreffen beenden",
    latest: "Zuletzt eingetragen",
    none_yet: "Noch nichts.",
    undo: "Rückgängig",
    undo_of: |from, to| format!("Rückgängig: {from} – {to}"),
    differing: "Wo die Angaben auseinandergehen",
    differing_note: "Ein Anlass zum Nachfragen, kein Fehler.",
    none_differs: "Zu diesem Angebot passen alle Angaben zusammen.",
    nobody_names: "Zu diesem Angebot ist noch keine Zusammenarbeit gemeldet.",
    one_side: "nur eine Seite nennt dazu eine Zusammenarbeit",
    kinds: "die Art der Zusammenarbeit ist verschieden angegeben",
    not_recorded: "in einer Zusammenarbeit dazu genannt, beim Angebot nicht eingetragen",
    not_named: "führt es laut Eintrag durch, in keiner Zusammenarbeit dazu genannt",
    more: |n| format!("und {n} weitere"),
    line: "Schnelleingabe",
    example: "RSD Süd – Familienzentrum Lindenhof, 3, Vermittlung",
    enter: "Eintragen",
    entered: "Eingetragen.",
    back: "Zurück zum Arbeitstreffen",
    print: "Zum Drucken: Strg + P. Jeder Bogen beginnt auf einer neuen Seite.",
    nobody: "In dieser Förderphase sind noch keine Funktionen eingetragen.",
    own_function: "Ihre Funktion:",
    question: "Wie arbeitet Ihre Funktion mit den anderen zusammen? Bitte die höchste Stufe der letzten 12 Monate ankreuzen. Höher ist nicht besser. Auslassen ist möglich. Bitte keine Namen, keine Fälle.",
    others: "Alle Funktionen nach Organisation",
    function: "Funktion oder Einrichtung",
    open: "weiß nicht",
};

static EN: Workshop = Workshop {
    title: "Working meeting",
    lead: "One laptop, one person who types, and a projector: the map stands large on the wall and grows with each entry.",
    sees: "What everybody in the room sees",
    shows: [
        (
            "show offices only",
            "As leaders would see it: no names of functions.",
        ),
        (
            "everybody in the room sees functions and ties",
            "Only if everybody agrees.",
        ),
    ],
    phase: "Funding phase",
    offer: "What is it about?",
    whole: "The whole network",
    begin: "Begin the meeting",
    sheets: "Tick sheets",
    sheets_note: "For meetings on paper: a sheet for each organisation with all functions and the scale, on A4.",
    to_sheets: "View and print the tick sheets",
    again: "Load the map again",
    end: "End the meeting",
    latest: "Entered last",
    none_yet: "Nothing yet.",
    undo: "Undo",
    undo_of: |from, to| format!("Undo: {from} – {to}"),
    differing: "Where answers differ",
    differing_note: "An occasion to ask, not a fault.",
    none_differs: "All answers about this offer fit together.",
    nobody_names: "No cooperation on this offer has been reported yet.",
    one_side: "only one side names a cooperation on it",
    kinds: "the kind of cooperation is stated differently",
    not_recorded: "named in a cooperation on it, not entered with the offer",
    not_named: "runs it as entered, named in no cooperation on it",
    more: |n| format!("and {n} more"),
    line: "Quick entry",
    example: "RSD Süd – Familienzentrum Lindenhof, 3, referral",
    enter: "Enter",
    entered: "Entered.",
    back: "Back to the meeting",
    print: "To print: Ctrl + P. Each sheet begins on a new page.",
    nobody: "No functions have been entered in this funding phase yet.",
    own_function: "Your function:",
    question: "How does your function work with the others? Please tick the highest step of the last 12 months. Higher is not better. You may leave any out. No names, no cases, please.",
    others: "All functions by organisation",
    function: "Function or facility",
    open: "don't know",
};
