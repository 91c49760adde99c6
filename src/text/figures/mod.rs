//! Each figure explained twice: a sentence for a councillor, and one for a researcher with formula and source.
//!
//! The text report takes its names from here, and the page on how each figure is computed shows it whole. Keys are
//! those of the JSON, with a dot where a figure stands inside another: `silo.e_i`, `compare.e_i.change`.

mod actors;
mod change;
mod communities;
mod departments;
mod gaps;
mod network;
mod silo;
mod structure;

use super::Lang;

/// One figure, or several that are explained together.
pub struct Figure {
    /// The keys in the JSON of a report, after `compare.` in that of a comparison.
    pub keys: &'static [&'static str],
    de: Words,
    en: Words,
}

/// A figure in words.
pub struct Words {
    /// What it is called.
    pub name: &'static str,
    /// What it says, for a councillor.
    pub plain: &'static str,
    /// How it is calculated, what is undefined when, and whose it is, for a researcher.
    pub exact: &'static str,
}

/// What figures are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// The network as a whole.
    Network,
    /// What holds it together.
    Structure,
    /// Whether ties stay inside departments.
    Silo,
    /// Which groups the ties themselves would make.
    Communities,
    /// Each department and each pair of departments.
    Departments,
    /// What is missing, and who could begin.
    Gaps,
    /// Levels, and each actor's place.
    Actors,
    /// Change between phases.
    Change,
}

impl Figure {
    /// The words in a language.
    pub fn words(&self, lang: Lang) -> &Words {
        lang.pick(&self.de, &self.en)
    }
}

impl Section {
    /// All sections, in the order in which they are read.
    pub const ALL: [Self; 8] = [
        Self::Network,
        Self::Silo,
        Self::Departments,
        Self::Structure,
        Self::Communities,
        Self::Gaps,
        Self::Actors,
        Self::Change,
    ];

    /// The anchor by which a page leads to it, the same in both languages.
    pub fn anchor(self) -> &'static str {
        match self {
            Self::Network => "network",
            Self::Structure => "structure",
            Self::Actors => "actors",
            Self::Silo => "silo",
            Self::Departments => "departments",
            Self::Communities => "communities",
            Self::Gaps => "gaps",
            Self::Change => "change",
        }
    }

    /// The heading.
    pub fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Network => lang.pick("Das Netzwerk im Ganzen", "The network as a whole"),
            Self::Structure => lang.pick(
                "Was das Netzwerk zusammenhält",
                "What holds the network together",
            ),
            Self::Actors => lang.pick(
                "Ebenen und einzelne Funktionen",
                "Levels and individual functions",
            ),
            Self::Silo => lang.pick(
                "Bleibt die Zusammenarbeit im eigenen Amt?",
                "Does cooperation stay within the office?",
            ),
            Self::Departments => lang.pick("Ämter und Ämterpaare", "Offices and pairs of offices"),
            Self::Communities => lang.pick(
                "Welche Gruppen bilden die Verbindungen selbst?",
                "Which groups do the ties themselves form?",
            ),
            Self::Gaps => lang.pick(
                "Was fehlt, und wo ansetzen?",
                "What is missing, and where to start?",
            ),
            Self::Change => lang.pick(
                "Veränderung zwischen Förderphasen",
                "Change between funding phases",
            ),
        }
    }

    /// Its figures.
    pub fn figures(self) -> &'static [Figure] {
        match self {
            Self::Network => network::FIGURES,
            Self::Structure => structure::FIGURES,
            Self::Actors => actors::FIGURES,
            Self::Silo => silo::FIGURES,
            Self::Departments => departments::FIGURES,
            Self::Communities => communities::FIGURES,
            Self::Gaps => gaps::FIGURES,
            Self::Change => change::FIGURES,
        }
    }
}

/// The figure with a key.
pub fn figure(key: &str) -> Option<&'static Figure> {
    Section::ALL
        .into_iter()
        .flat_map(|section| section.figures())
        .find(|figure| figure.keys.contains(&key))
}

/// The name of a figure, the key itself where it has none.
pub fn name(key: &'static str, lang: Lang) -> &'static str {
    figure(key).map_or(key, |figure| figure.words(lang).name)
}
