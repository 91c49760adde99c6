//! A district in which nothing, or no cooperation, has been entered.

use crate::text::Lang;

/// The texts of a district in which nothing has been entered.
pub struct Empty {
    /// The headline.
    pub title: &'static str,
    /// Over the steps.
    pub lead: &'static str,
    /// The first steps: offices, an offer, functions, who takes part in it, who works with whom.
    pub steps: [&'static str; 5],
    /// The ways to them.
    pub ways: [&'static str; 5],
    /// Before a step that is done.
    pub done: &'static str,
    /// To the template.
    pub template: &'static str,
    /// To the import.
    pub import: &'static str,
    /// To the demonstration.
    pub demonstration: &'static str,
    /// What belongs before the first survey.
    pub before: &'static str,
    /// The papers for it.
    pub papers: &'static str,
    /// When departments and perhaps offers are entered, but no cooperation.
    pub begun: fn(departments: usize, offers: usize) -> String,
    /// What leaders are told then.
    pub for_leaders: &'static str,
    /// What leaders are told where offers are entered and no function.
    pub offers_alone: &'static str,
    /// To the prevention chain.
    pub chain: &'static str,
    /// What comes next then.
    pub next: &'static str,
}

impl Empty {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: Empty = Empty {
    title: "Hier ist noch nichts eingetragen.",
    lead: "So fangen Sie an:",
    steps: [
        "Ämter und Einrichtungen aus der Liste wählen.",
        "Ein Angebot eintragen, das Sie gut kennen.",
        "Funktionen und Einrichtungen eintragen, die damit zu tun haben.",
        "Ergänzen, wer daran mitwirkt.",
        "Eintragen, wer mit wem zusammenarbeitet.",
    ],
    ways: [
        "Aus der Liste wählen",
        "Angebot eintragen",
        "Funktionen eintragen",
        "Mitwirkende ergänzen",
        "Verbindungen eintragen",
    ],
    done: "erledigt",
    template: "Excel-Vorlage",
    import: "Ausgefüllte Vorlage einlesen",
    demonstration: "Musterbezirk ansehen",
    before: "Vor der ersten Abfrage: Datenschutz und Personalrat einbeziehen",
    papers: "Unterlagen",
    begun: |departments, offers| {
        let departments = match departments {
            1 => "1 Organisation".to_owned(),
            n => format!("{n} Organisationen"),
        };
        let entered = match (departments.as_str(), offers) {
            ("1 Organisation", 0) => format!("{departments} ist"),
            (_, 0) => format!("{departments} sind"),
            (_, 1) => format!("{departments} und 1 Angebot sind"),
            (_, n) => format!("{departments} und {n} Angebote sind"),
        };
        format!("{entered} eingetragen, Zusammenarbeit noch nicht.")
    },
    for_leaders: "Zusammenarbeit ist hier noch nicht eingetragen.",
    offers_alone: "Angebote sind eingetragen, Funktionen und Zusammenarbeit noch nicht.",
    chain: "Präventionskette als Bild",
    next: "So geht es weiter:",
};

static EN: Empty = Empty {
    title: "Nothing has been entered here yet.",
    lead: "How to begin:",
    steps: [
        "Choose offices and facilities from the list.",
        "Enter one offer that you know well.",
        "Enter functions and facilities that have to do with it.",
        "Add who takes part in it.",
        "Enter who works with whom.",
    ],
    ways: [
        "Choose from the list",
        "Enter an offer",
        "Enter functions",
        "Add who takes part",
        "Enter cooperations",
    ],
    done: "done",
    template: "Excel template",
    import: "Import the filled template",
    demonstration: "View the example district",
    before: "Before the first survey: involve the data protection officer and the staff council",
    papers: "Papers",
    begun: |departments, offers| {
        let departments = match departments {
            1 => "1 organisation".to_owned(),
            n => format!("{n} organisations"),
        };
        let entered = match (departments.as_str(), offers) {
            ("1 organisation", 0) => format!("{departments} has"),
            (_, 0) => format!("{departments} have"),
            (_, 1) => format!("{departments} and 1 offer have"),
            (_, n) => format!("{departments} and {n} offers have"),
        };
        format!("{entered} been entered, no cooperation yet.")
    },
    for_leaders: "No cooperation has been entered here yet.",
    offers_alone: "Offers have been entered, functions and cooperation not yet.",
    chain: "Prevention chain as a picture",
    next: "What comes next:",
};
