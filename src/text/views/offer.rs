//! One offer and those around it.

use crate::text::Lang;

/// How many have to do with an offer.
pub struct Taking<'a> {
    /// Its name.
    pub offer: &'a str,
    /// Whether functions are counted rather than departments.
    pub functions: bool,
    /// How many refer to it.
    pub refers: usize,
    /// Whether providers refer to it too.
    pub providers_refer: bool,
    /// How many others know it.
    pub knows: usize,
    /// How many ought to.
    pub ought: usize,
}

/// What the picture of an offer says in one language.
pub struct OfferTexts {
    /// The name of the view.
    pub title: &'static str,
    /// What to see.
    pub sentence: fn(&Taking<'_>) -> String,
    /// The roles: provides, responsible, refers, knows, ought to know.
    pub roles: [&'static str; 5],
    /// Nobody with a role.
    pub nobody: &'static str,
    /// Nobody beside those who are shown in another role.
    pub nobody_else: &'static str,
    /// How many more than are shown.
    pub more: fn(usize) -> String,
    /// Legend: who ought to know it.
    pub ought_note: &'static str,
    /// Whom it is for.
    pub target: &'static str,
    /// Where it is.
    pub area: &'static str,
    /// Who pays for it.
    pub funding: &'static str,
}

impl OfferTexts {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: OfferTexts = OfferTexts {
    title: "Ein Angebot",
    sentence: |taking| {
        let of = |n: usize| match (n, taking.functions) {
            (1, true) => "eine Funktion".to_owned(),
            (n, true) => format!("{n} Funktionen"),
            (1, false) => "eine Organisation".to_owned(),
            (n, false) => format!("{n} Organisationen"),
        };
        let mut text = format!("„{}“: ", taking.offer);
        text.push_str(&match taking.refers {
            0 if taking.providers_refer => "Dorthin vermittelt nur, wer es anbietet".to_owned(),
            0 => "Es ist nicht eingetragen, wer dorthin vermittelt".to_owned(),
            1 => format!("{} vermittelt dorthin", capital(of(1))),
            n => format!("{} vermitteln dorthin", of(n)),
        });
        let more = if taking.refers > 0 { " weitere" } else { "" };
        text.push_str(&match taking.knows {
            0 => ".".to_owned(),
            1 => format!(", eine{more} kennt es."),
            n => format!(", {n}{more} kennen es."),
        });
        text.push_str(&match taking.ought {
            0 => String::new(),
            1 => format!(" {} arbeitet für dieselbe Lebensphase im selben Handlungsfeld, bisher ohne Verbindung.", capital(of(1))),
            n => format!(" {} arbeiten für dieselbe Lebensphase im selben Handlungsfeld, bisher ohne Verbindung.", of(n)),
        });
        text
    },
    roles: [
        "Bieten es an",
        "Fachlich zuständig",
        "Vermitteln dorthin",
        "Kennen es",
        "Sollten es kennen",
    ],
    nobody: "niemand eingetragen",
    nobody_else: "niemand weiter",
    more: |n| match n {
        1 => "und eine weitere".to_owned(),
        n => format!("und {n} weitere"),
    },
    ought_note: "Sollten es kennen: gleiche Lebensphase und gleiches Handlungsfeld, kein Anteil am Angebot, keine Verbindung zu denen, die es anbieten.",
    target: "Für",
    area: "Ort",
    funding: "Finanzierung",
};

static EN: OfferTexts = OfferTexts {
    title: "One offer",
    sentence: |taking| {
        let of = |n: usize| match (n, taking.functions) {
            (1, true) => "one function".to_owned(),
            (n, true) => format!("{n} functions"),
            (1, false) => "one organisation".to_owned(),
            (n, false) => format!("{n} organisations"),
        };
        let mut text = format!("“{}”: ", taking.offer);
        text.push_str(&match taking.refers {
            0 if taking.providers_refer => "only those who provide it refer to it".to_owned(),
            0 => "no one is recorded as referring families to it".to_owned(),
            1 => format!("{} refers to it", of(1)),
            n => format!("{} refer to it", of(n)),
        });
        let more = if taking.refers > 0 { " more" } else { "" };
        text.push_str(&match taking.knows {
            0 => ".".to_owned(),
            1 => format!(", one{more} knows it."),
            n => format!(", {n}{more} know it."),
        });
        text.push_str(&match taking.ought {
            0 => String::new(),
            1 => format!(
                " {} works for the same life phase in the same field, so far without a tie.",
                capital(of(1))
            ),
            n => format!(
                " {} work for the same life phase in the same field, so far without a tie.",
                of(n)
            ),
        });
        text
    },
    roles: [
        "Provide it",
        "Responsible",
        "Refer to it",
        "Know it",
        "Ought to know it",
    ],
    nobody: "nobody entered",
    nobody_else: "nobody else",
    more: |n| format!("and {n} more"),
    ought_note: "Ought to know it: same life phase and field, no part in the offer, no tie to those who provide it.",
    target: "For",
    area: "Where",
    funding: "Funding",
};

fn capital(text: String) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
