//! A district in which nothing, or no cooperation, has been entered.

use crate::text::Lang;

/// The texts of a district in which nothing has been entered.
pub struct Empty {
    /// The headline.
    pub title: &'static str,
    /// Over the steps.
    pub lead: &'static str,
    /// The first steps.
    pub steps: [&'static str; 3],
    /// To the list of offices and bodies.
    pub choose: &'static str,
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
    /// When departments are entered, but nothing else.
    pub begun: fn(usize) -> String,
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
        "Ergänzen, wer daran mitwirkt.",
    ],
    choose: "Aus der Liste wählen",
    template: "Excel-Vorlage",
    import: "Ausgefüllte Vorlage einlesen",
    demonstration: "Musterbezirk ansehen",
    before: "Vor der ersten Abfrage: Datenschutz und Personalrat einbeziehen",
    papers: "Unterlagen",
    begun: |n| match n {
        1 => "1 Organisation ist eingetragen, Zusammenarbeit noch nicht.".to_owned(),
        n => format!("{n} Organisationen sind eingetragen, Zusammenarbeit noch nicht."),
    },
    next: "So geht es weiter:",
};

static EN: Empty = Empty {
    title: "Nothing has been entered here yet.",
    lead: "This is how to begin:",
    steps: [
        "Choose offices and facilities from the list.",
        "Enter one offer that you know well.",
        "Add who takes part in it.",
    ],
    choose: "Choose from the list",
    template: "Excel template",
    import: "Import the filled template",
    demonstration: "View the example district",
    before: "Before the first survey: involve data protection and the staff council",
    papers: "Papers",
    begun: |n| match n {
        1 => "1 organisation has been entered, no cooperation yet.".to_owned(),
        n => format!("{n} organisations have been entered, no cooperation yet."),
    },
    next: "How to go on:",
};
