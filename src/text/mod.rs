//! German and English: every text that people read, one struct a page, so that a missing text does not compile.

mod accounts;
pub mod changes;
pub mod cli;
pub mod compounds;
pub mod counted;
mod erase;
mod errors;
pub mod faults;
pub mod figures;
pub mod findings;
mod frozen;
pub mod gaps;
pub mod headline;
mod keeping;
pub mod map;
pub mod numbers;
pub mod pages;
pub mod pairs;
pub mod report;
pub mod reshape;
mod selection;
mod stage;
mod store;
mod template;
pub mod usage;
pub mod views;
pub mod warnings;
pub mod words;

pub use accounts::AccountTexts;
pub use erase::EraseTexts;
pub use errors::Errors;
pub use frozen::FrozenText;
pub use keeping::Keeping;
pub use selection::SelectionText;
pub use stage::Stage;
pub use store::{Obstacles, StoreErrors, Violations};
pub use template::{TableWords, Template};

/// The most characters of a name in a sentence.
const BRIEF: usize = 80;

/// A name as it stands in a sentence: cut with "…" where it would leave no room for what is said of it.
pub fn brief(name: &str) -> String {
    if name.chars().count() <= BRIEF {
        return name.to_owned();
    }
    let cut: String = name.chars().take(BRIEF - 1).collect();
    format!("{}…", cut.trim_end())
}

/// A text without the characters that XML 1.0 cannot hold.
pub fn legible(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}'))
        .collect()
}

/// The language of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// German, the language of the offices.
    #[default]
    De,
    /// English.
    En,
}

impl Lang {
    /// The language of a locale such as `de_DE.UTF-8`, `en` or `C`; German unless it begins with `en`.
    pub fn from_locale(locale: &str) -> Self {
        if locale.to_ascii_lowercase().starts_with("en") {
            Self::En
        } else {
            Self::De
        }
    }

    /// The code in `lang` attributes and addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::De => "de",
            Self::En => "en",
        }
    }

    /// The one of two texts that is in this language.
    pub fn pick<T>(self, de: T, en: T) -> T {
        match self {
            Self::De => de,
            Self::En => en,
        }
    }
}
