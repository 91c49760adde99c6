//! The list of districts.

use crate::text::Lang;

/// The texts of the first page.
pub struct Districts {
    /// The headline.
    pub title: &'static str,
    /// What the service is, in three sentences.
    pub what: [&'static str; 3],
    /// What there is to see in it.
    pub demonstration_note: &'static str,
    /// The way to it.
    pub demonstration_link: &'static str,
    /// Over the districts of Berlin.
    pub berlin: &'static str,
    /// Why a district shows nothing.
    pub nothing_yet: &'static str,
    /// What leaders and the programme see of a district.
    pub released: &'static str,
    /// The date of a district's data.
    pub as_of: fn(&str) -> String,
    /// How many functions and offers a district holds.
    pub content: fn(usize, usize) -> String,
    /// When nothing can be listed.
    pub none: &'static str,
    /// To a stranger, where people sign in.
    pub sign_in: &'static str,
}

impl Districts {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: Districts = Districts {
    title: "Wer arbeitet mit wem – und wo fehlt die Verbindung?",
    what: [
        "miteinander zeigt, welche Ämter und Einrichtungen in einem Bezirk bei der Vorbeugung von Kinder- und Familienarmut zusammenarbeiten, und an welchem Angebot.",
        "Sie lesen Ihre Excel-Liste ein und sehen eine Karte, die Lücken zwischen den Ämtern und das, was sich seit der letzten Förderphase geändert hat.",
        "Es geht um Funktionen, nicht um Personen: Niemand wird bewertet.",
    ],
    demonstration_note: "Ein erfundener Bezirk mit zwei Förderphasen: erst arbeitet jedes Amt für sich, dann öffnet sich das Netzwerk.",
    demonstration_link: "Musterbezirk ansehen",
    berlin: "Die zwölf Bezirke",
    nothing_yet: "noch nichts eingetragen",
    released: "zuletzt freigegebener Stand",
    as_of: |date| format!("Stand vom {date}"),
    content: |functions, offers| {
        format!(
            "{functions} {}, {offers} {}",
            if functions == 1 {
                "Funktion"
            } else {
                "Funktionen"
            },
            if offers == 1 { "Angebot" } else { "Angebote" }
        )
    },
    none: "Es sind noch keine Bezirke angelegt.",
    sign_in: "Ihren Bezirk sehen Sie, sobald Sie angemeldet sind.",
};

static EN: Districts = Districts {
    title: "Who works with whom – and where is a link missing?",
    what: [
        "miteinander shows which offices and facilities of a district work together against child and family poverty, and on which offer.",
        "You import your Excel list and see a map, the gaps between offices, and what has changed since the last funding phase.",
        "It is about functions, not people: nobody is rated.",
    ],
    demonstration_note: "An invented district with two funding phases: at first each office works on its own, then the network opens up.",
    demonstration_link: "View the example district",
    berlin: "The twelve districts",
    nothing_yet: "nothing entered yet",
    released: "the state released last",
    as_of: |date| format!("As of {date}"),
    content: |functions, offers| {
        format!(
            "{functions} {}, {offers} {}",
            if functions == 1 {
                "function"
            } else {
                "functions"
            },
            if offers == 1 { "offer" } else { "offers" }
        )
    },
    none: "There are no districts yet.",
    sign_in: "You see your district as soon as you are signed in.",
};
