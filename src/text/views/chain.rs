//! The prevention chain.

use crate::text::Lang;

/// What the chain says in one language.
pub struct ChainTexts {
    /// The name of the view.
    pub title: &'static str,
    /// How many offers.
    pub offers: fn(usize) -> String,
    /// How many offers of all are shown.
    pub shown: fn(usize, usize) -> String,
    /// For those who don't see it: what the picture is.
    pub description: fn(usize) -> String,
    /// What to see: gaps of all cells, the first of them by name, offers held by one office, of these known to it alone.
    pub sentence:
        fn(gaps: usize, cells: usize, names: &[String], held: usize, known: usize) -> String,
    /// Without an offer.
    pub empty: &'static str,
    /// A cell without an offer.
    pub gap: &'static str,
    /// The same where there is little room.
    pub gap_short: &'static str,
    /// Who provides an offer: the responsible office itself, these others.
    pub provided: fn(own: bool, others: &str) -> String,
    /// In a block: held by one office; and known to it alone.
    pub alone: [&'static str; 2],
    /// How many more stand in a cell than are shown.
    pub more: fn(usize) -> String,
    /// Legend: heading of the colours.
    pub responsible: &'static str,
    /// Legend: nobody is responsible.
    pub nobody_responsible: &'static str,
    /// Legend: heading of the marks.
    pub provided_by: &'static str,
    /// Legend: the responsible office itself, another office, a provider, another organisation.
    pub provider_marks: [&'static str; 4],
    /// Legend: held by one office.
    pub held: &'static str,
    /// Legend: known to it alone.
    pub known: &'static str,
    /// Legend: the signs of those that only provide, each with its name.
    pub signs: fn(&[String]) -> String,
}

impl ChainTexts {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: ChainTexts = ChainTexts {
    title: "Präventionskette",
    offers: |n| match n {
        1 => "1 Angebot".to_owned(),
        n => format!("{n} Angebote"),
    },
    shown: |shown, all| format!("{shown} von {all} Angeboten gezeigt"),
    description: |offers| {
        format!(
            "Präventionskette mit {offers} Angeboten: Lebensphasen von links nach rechts, Handlungsfelder von oben nach unten."
        )
    },
    sentence: |gaps, cells, names, held, known| {
        let gaps = match gaps {
            0 => format!("In allen {cells} Feldern steht mindestens ein Angebot."),
            1 => format!("Ein Feld von {cells} ist leer: {}.", names.join(", ")),
            n if n == names.len() => {
                format!("{n} von {cells} Feldern sind leer: {}.", names.join(", "))
            }
            n => format!(
                "{n} von {cells} Feldern sind leer, darunter {}.",
                names.join(", ")
            ),
        };
        let all = held;
        let held = match held {
            0 => String::new(),
            1 => " Ein Angebot liegt allein bei einem Amt oder Träger".to_owned(),
            n => format!(" {n} Angebote liegen allein bei einem Amt oder Träger"),
        };
        let known = match (held.is_empty(), known) {
            (true, _) => String::new(),
            (false, 0) => ".".to_owned(),
            (false, 1) if all == 1 => "; dass andere es kennen, ist nicht eingetragen.".to_owned(),
            (false, n) if n == all => {
                "; bei allen ist nicht eingetragen, dass andere sie kennen.".to_owned()
            }
            (false, 1) => {
                "; bei einem davon ist nicht eingetragen, dass andere es kennen.".to_owned()
            }
            (false, n) => {
                format!("; bei {n} davon ist nicht eingetragen, dass andere sie kennen.")
            }
        };
        format!("{gaps}{held}{known}")
    },
    empty: "Für diese Förderphase ist noch kein Angebot eingetragen.",
    gap: "kein Angebot eingetragen",
    gap_short: "kein Angebot",
    provided: |own, others| match (own, others) {
        (true, "") => "selbst".to_owned(),
        (true, others) => format!("selbst und {others}"),
        (false, "") => String::new(),
        (false, others) => format!("durch {others}"),
    },
    alone: ["allein", "allein und nur dort bekannt"],
    more: |n| match n {
        1 => "+ ein weiteres".to_owned(),
        n => format!("+ {n} weitere"),
    },
    responsible: "Fachlich zuständig",
    nobody_responsible: "ohne Zuständigkeit",
    provided_by: "Durchführung",
    provider_marks: ["zuständiges Amt", "anderes Amt", "freier Träger", "andere"],
    held: "nur ein Amt oder Träger",
    known: "und nur dort als bekannt eingetragen",
    signs: |signs| format!("Kürzel: {}", signs.join(" · ")),
};

static EN: ChainTexts = ChainTexts {
    title: "Prevention chain",
    offers: |n| match n {
        1 => "1 offer".to_owned(),
        n => format!("{n} offers"),
    },
    shown: |shown, all| format!("{shown} of {all} offers shown"),
    description: |offers| {
        format!(
            "Prevention chain of {offers} offers: life phases from left to right, fields of action from top to bottom."
        )
    },
    sentence: |gaps, cells, names, held, known| {
        let gaps = match gaps {
            0 => format!("Each of the {cells} cells has at least one offer."),
            1 => format!("One of {cells} cells is empty: {}.", names.join(", ")),
            n if n == names.len() => {
                format!("{n} of {cells} cells are empty: {}.", names.join(", "))
            }
            n => format!(
                "{n} of {cells} cells are empty, among them {}.",
                names.join(", ")
            ),
        };
        let all = held;
        let held = match held {
            0 => String::new(),
            1 => " One offer is in the hands of a single office or provider".to_owned(),
            n => format!(" {n} offers are in the hands of a single office or provider"),
        };
        let known = match (held.is_empty(), known) {
            (true, _) => String::new(),
            (false, 0) => ".".to_owned(),
            (false, 1) if all == 1 => "; nobody else is recorded as knowing it.".to_owned(),
            (false, n) if n == all => {
                "; for all of them nobody else is recorded as knowing them.".to_owned()
            }
            (false, 1) => "; for one of them nobody else is recorded as knowing it.".to_owned(),
            (false, n) => {
                format!("; for {n} of them nobody else is recorded as knowing them.")
            }
        };
        format!("{gaps}{held}{known}")
    },
    empty: "No offer has been entered for this funding phase.",
    gap: "no offer entered",
    gap_short: "no offer",
    provided: |own, others| match (own, others) {
        (true, "") => "itself".to_owned(),
        (true, others) => format!("itself and {others}"),
        (false, "") => String::new(),
        (false, others) => format!("through {others}"),
    },
    alone: ["alone", "alone and known only there"],
    more: |n| format!("+ {n} more"),
    responsible: "Responsible",
    nobody_responsible: "nobody responsible",
    provided_by: "Provided by",
    provider_marks: ["responsible office", "another office", "provider", "others"],
    held: "a single office or provider",
    known: "and recorded as known only there",
    signs: |signs| format!("Abbreviations: {}", signs.join(" · ")),
};
