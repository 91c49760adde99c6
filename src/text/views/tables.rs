//! The pictures as tables.

use crate::text::Lang;

/// The heads and words of the tables in one language.
pub struct TableTexts {
    /// Functions: department, function, works with.
    pub functions: [&'static str; 3],
    /// Pairs: department, department, ties.
    pub pairs: [&'static str; 3],
    /// The matrix: department, department, what is reported.
    pub cells: [&'static str; 3],
    /// A change: department, department, what changed.
    pub changes: [&'static str; 3],
    /// An offer: role, department, function.
    pub parties: [&'static str; 3],
    /// Around a function: department, function, how they work together, who reported it.
    pub partners: [&'static str; 4],
    /// The chain: offer, fields, life phases, who is responsible, who provides it, whether one office stands alone.
    pub chain: [&'static str; 6],
    /// Reported, without a number.
    pub reported: &'static str,
    /// Nobody.
    pub nobody: &'static str,
}

impl TableTexts {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: TableTexts = TableTexts {
    functions: [
        "Amt / Organisation",
        "Funktion oder Einrichtung",
        "arbeitet mit",
    ],
    pairs: ["Amt / Organisation", "und", "Verbindungen"],
    cells: ["Amt / Organisation", "und", "gemeldet"],
    changes: ["Amt / Organisation", "und", "Veränderung"],
    parties: ["Rolle", "Amt / Organisation", "Funktion oder Einrichtung"],
    partners: [
        "Amt / Organisation",
        "Funktion oder Einrichtung",
        "Zusammenarbeit",
        "Gemeldet",
    ],
    chain: [
        "Angebot",
        "Handlungsfelder",
        "Lebensphasen",
        "Fachlich zuständig",
        "Durchführung",
        "Allein",
    ],
    reported: "gemeldet",
    nobody: "keine gemeldet",
};

static EN: TableTexts = TableTexts {
    functions: [
        "Office / organisation",
        "Function or facility",
        "works with",
    ],
    pairs: ["Office / organisation", "and", "Ties"],
    cells: ["Office / organisation", "and", "reported"],
    changes: ["Office / organisation", "and", "Change"],
    parties: ["Role", "Office / organisation", "Function or facility"],
    partners: [
        "Office / organisation",
        "Function or facility",
        "Cooperation",
        "Reported",
    ],
    chain: [
        "Offer",
        "Fields of action",
        "Life phases",
        "Responsible",
        "Provided by",
        "Alone",
    ],
    reported: "reported",
    nobody: "none reported",
};
