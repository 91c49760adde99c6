//! The network on a narrow screen.

use crate::text::Lang;

/// What it says in one language.
pub struct PocketTexts {
    /// What the picture is.
    pub title: &'static str,
    /// How many functions a department has.
    pub functions: fn(u32) -> String,
    /// How many ties inside it, after that.
    pub inside: fn(u32) -> String,
    /// Nothing entered.
    pub empty: &'static str,
}

impl PocketTexts {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: PocketTexts = PocketTexts {
    title: "Organisationen untereinander, Bögen für die Verbindungen zwischen ihnen; je dicker, desto mehr",
    functions: |n| match n {
        1 => "1 Funktion".to_owned(),
        n => format!("{n} Funktionen"),
    },
    inside: |n| format!(", innen {n}"),
    empty: "Hier sind noch keine Funktionen eingetragen.",
};

static EN: PocketTexts = PocketTexts {
    title: "Organisations one below the other, with arcs for the ties between them: the wider, the more ties",
    functions: |n| match n {
        1 => "1 function".to_owned(),
        n => format!("{n} functions"),
    },
    inside: |n| format!(", {n} within"),
    empty: "No functions have been entered here yet.",
};
