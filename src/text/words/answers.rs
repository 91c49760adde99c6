//! Yes and no, and whose report a row is.

use super::reading::{Word, folded, read};
use crate::text::Lang;

/// Yes or no in words.
pub fn yes_no(yes: bool, lang: Lang) -> &'static str {
    if yes {
        lang.pick("ja", "yes")
    } else {
        lang.pick("nein", "no")
    }
}

/// What a text says to a yes-or-no question.
pub fn read_yes_no(text: &str) -> Option<bool> {
    match folded(text).as_str() {
        "ja" | "j" | "x" | "1" | "yes" | "y" | "true" | "wahr" => Some(true),
        "nein" | "n" | "0" | "no" | "false" | "falsch" => Some(false),
        // A tick is neither letter nor digit.
        "" if matches!(text.trim(), "✓" | "✔" | "☑" | "✗" | "☐") => {
            Some(!matches!(text.trim(), "✗" | "☐"))
        }
        _ => None,
    }
}

/// Whether a text says that a cooperation is agreed in writing, or that it is not.
pub fn read_binding(text: &str) -> Option<bool> {
    match folded(text).as_str() {
        "schriftlich-vereinbart"
        | "schriftlich"
        | "schriftliche-vereinbarung"
        | "mit-schriftlicher-vereinbarung"
        | "agreed-in-writing"
        | "in-writing"
        | "written-agreement" => Some(true),
        "nicht-schriftlich-vereinbart"
        | "nicht-schriftlich"
        | "keine-schriftliche-vereinbarung"
        | "ohne-schriftliche-vereinbarung"
        | "not-agreed-in-writing"
        | "not-in-writing" => Some(false),
        _ => None,
    }
}

/// How a row of the table of cooperations says whose report it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ReportedBy {
    /// The first named reports of the second.
    #[default]
    From,
    /// The second named reports of the first.
    To,
    /// Each reports the same of the other.
    Both,
    /// Recorded in a workshop as what the first named says.
    Workshop,
}

impl ReportedBy {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::From, Self::To, Self::Both, Self::Workshop];

    /// The code in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::From => "from",
            Self::To => "to",
            Self::Both => "both",
            Self::Workshop => "workshop",
        }
    }
}

/// Whose report a row is, in words.
pub fn reported_by(by: ReportedBy, lang: Lang) -> &'static str {
    reported_by_word(by).label(lang)
}

/// Whose report a text says a row is.
pub fn read_reported_by(text: &str) -> Option<ReportedBy> {
    read(&ReportedBy::ALL, text, ReportedBy::code, reported_by_word)
}

fn reported_by_word(by: ReportedBy) -> Word {
    match by {
        ReportedBy::From => Word("Von", "from", &["source"]),
        ReportedBy::To => Word("Mit", "to", &["target"]),
        ReportedBy::Both => Word(
            "beide",
            "both",
            &["beiden", "beidseitig", "beide Seiten", "von beiden"],
        ),
        ReportedBy::Workshop => Word("Workshop", "workshop", &["im Workshop"]),
    }
}
