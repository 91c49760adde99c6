//! How each figure is computed: what stands around the explanations.

use crate::text::Lang;

/// The texts around the explanations.
pub struct How {
    /// The headline.
    pub title: &'static str,
    /// What holds for all figures.
    pub lead: [&'static str; 3],
    /// Opens the exact explanation.
    pub exactly: &'static str,
    /// Over the table of verdicts.
    pub verdicts: &'static str,
    /// Before the keys in the JSON.
    pub keys: &'static str,
}

impl How {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: How = How {
    title: "So wird gerechnet",
    lead: [
        "Jede Zahl steht neben dem, was zu erwarten wäre, wenn die Amtszugehörigkeit keine Rolle spielte. Das ist ein Maßstab, kein Ziel.",
        "Gezählt werden gemeldete Verbindungen ab Stärke 2 zwischen Funktionen der Ämter. Träger und Gremien stehen auf der Karte, zählen hier aber nicht.",
        "Leitungskräfte sehen Ämter und Organisationen, nie einzelne Funktionen. Von einem Angebot sehen sie Name, Lebensphasen, Handlungsfelder und welche Ämter und Organisationen beteiligt sind. Alles andere bleibt beim Kernteam, weil in freien Texten Funktionen stehen können.",
    ],
    exactly: "Genau, mit Formel und Quelle",
    verdicts: "Was die Wörter sagen",
    keys: "In den Daten:",
};

static EN: How = How {
    title: "How it is computed",
    lead: [
        "Each number stands beside what would be expected if belonging to an office made no difference. That is a yardstick, not a goal.",
        "Counted are reported ties from strength 2 on between functions of the offices. Providers and bodies are on the map, but do not count here.",
        "Leaders see offices and organisations, never single functions. Of an offer they see its name, life phases, fields, and which offices and organisations take part. All else stays with the core team, as free texts may name functions.",
    ],
    exactly: "Exactly, with formula and source",
    verdicts: "What the words say",
    keys: "In the data:",
};
