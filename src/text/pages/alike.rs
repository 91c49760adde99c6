//! The names of a district that may be the same.

use crate::text::Lang;

/// The texts of the page.
pub struct AlikeText {
    /// The page.
    pub title: &'static str,
    /// What it shows.
    pub lead: &'static str,
    /// There are none.
    pub none: &'static str,
    /// Functions.
    pub actors: &'static str,
    /// Organisations.
    pub departments: &'static str,
    /// The columns: a name, the other, the office, what to do.
    pub columns: [&'static str; 4],
    /// The way to merge both.
    pub merge: fn(&str, &str) -> String,
    /// The same in short.
    pub merge_short: &'static str,
    /// There are more.
    pub more: fn(usize) -> String,
}

impl AlikeText {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: AlikeText = AlikeText {
    title: "Ähnliche Namen",
    lead: "Diese Einträge könnten dasselbe meinen: Ihre Namen sind gleich oder unterscheiden sich nur um einen Buchstaben, ein Wort oder die Schreibweise.",
    none: "Es gibt keine Einträge mit ähnlichen Namen.",
    actors: "Funktionen",
    departments: "Organisationen",
    columns: [
        "Eintrag",
        "Ähnlicher Eintrag",
        "Amt / Organisation",
        "Dasselbe?",
    ],
    merge: |a, b| format!("„{a}“ und „{b}“ zusammenführen"),
    merge_short: "Zusammenführen",
    more: |n| format!("Und {n} weitere."),
};

static EN: AlikeText = AlikeText {
    title: "Similar names",
    lead: "These entries may mean the same: their names are the same or differ only by a letter, a word or the spelling.",
    none: "There are no entries with similar names.",
    actors: "Functions",
    departments: "Organisations",
    columns: [
        "Entry",
        "Similar entry",
        "Office / organisation",
        "The same?",
    ],
    merge: |a, b| format!("Merge “{a}” and “{b}”"),
    merge_short: "Merge",
    more: |n| format!("And {n} more."),
};
