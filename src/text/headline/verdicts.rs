//! Each verdict, with the reason where there is none: its word, and the one sentence that tells it.

use serde::Serialize;

use crate::text::Lang;

/// Why there is too little for a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum TooSmall {
    /// No function has a department.
    #[serde(rename = "no departments")]
    NoDepartments,
    /// Fewer than three departments of three functions.
    #[serde(rename = "departments")]
    Departments,
    /// Fewer than 20 ties.
    #[serde(rename = "ties")]
    Ties,
    /// Chance alone lets expect fewer than three ties.
    #[serde(rename = "expected")]
    Expected,
    /// A side has fewer than three functions.
    #[serde(rename = "actors")]
    Actors,
}

/// Why nothing can be said, however much there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsaid {
    /// No row inside any department: inside was not asked for.
    InsideNotAsked,
    /// Under half of a side answered.
    FewAnswered,
    /// Chance alone gives always the same, as where all work with all.
    NoSpread,
    /// No chances give each function its number of ties.
    NoFit,
}

/// All that can be said of the whole, of a department or of two of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// More stays inside than either null model lets expect.
    Closed,
    /// The same, but among so many comparisons it may be chance.
    MaybeClosed,
    /// Fewer stay inside than either null model lets expect.
    Open,
    /// The same, but among so many comparisons it may be chance.
    MaybeOpen,
    /// Fewer ties between two than either null model lets expect.
    Gap,
    /// The same, but among so many comparisons it may be chance.
    MaybeGap,
    /// More ties between two than either null model lets expect.
    Close,
    /// The same, but among so many comparisons it may be chance.
    MaybeClose,
    /// Not far from what one of the null models lets expect.
    AsChance,
    /// More by sizes, fewer by contacts.
    MoreBySize,
    /// Fewer by sizes, more by contacts.
    FewerBySize,
    /// Too little for a statement.
    TooSmall(TooSmall),
    /// Two departments of which nobody answered.
    NotAsked,
    /// Nothing can be said.
    Nothing(Unsaid),
}

impl Said {
    /// All of them, in the order in which they are read.
    pub const ALL: [Self; 21] = [
        Self::Closed,
        Self::MaybeClosed,
        Self::Open,
        Self::MaybeOpen,
        Self::Gap,
        Self::MaybeGap,
        Self::Close,
        Self::MaybeClose,
        Self::AsChance,
        Self::MoreBySize,
        Self::FewerBySize,
        Self::TooSmall(TooSmall::NoDepartments),
        Self::TooSmall(TooSmall::Departments),
        Self::TooSmall(TooSmall::Ties),
        Self::TooSmall(TooSmall::Expected),
        Self::TooSmall(TooSmall::Actors),
        Self::NotAsked,
        Self::Nothing(Unsaid::InsideNotAsked),
        Self::Nothing(Unsaid::FewAnswered),
        Self::Nothing(Unsaid::NoSpread),
        Self::Nothing(Unsaid::NoFit),
    ];

    /// How it stands in the JSON: the verdict, of what is too small with its reason.
    pub fn code(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::MaybeClosed => "maybe closed",
            Self::Open => "open",
            Self::MaybeOpen => "maybe open",
            Self::Gap => "gap",
            Self::MaybeGap => "maybe gap",
            Self::Close => "close",
            Self::MaybeClose => "maybe close",
            Self::AsChance => "as chance",
            Self::MoreBySize | Self::FewerBySize => "mixed",
            Self::TooSmall(TooSmall::NoDepartments) => "too small, no departments",
            Self::TooSmall(TooSmall::Departments) => "too small, departments",
            Self::TooSmall(TooSmall::Ties) => "too small, ties",
            Self::TooSmall(TooSmall::Expected) => "too small, expected",
            Self::TooSmall(TooSmall::Actors) => "too small, actors",
            Self::NotAsked => "not asked",
            Self::Nothing(_) => "null",
        }
    }

    /// The word for it in a table.
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Self::Closed => lang.pick("geschlossen", "closed"),
            Self::MaybeClosed => lang.pick("Hinweis: geschlossen", "Hint: closed"),
            Self::Open => lang.pick("offen", "open"),
            Self::MaybeOpen => lang.pick("Hinweis: offen", "Hint: open"),
            Self::Gap => lang.pick("Lücke", "gap"),
            Self::MaybeGap => lang.pick("Hinweis: Lücke", "Hint: gap"),
            Self::Close => lang.pick("eng", "close"),
            Self::MaybeClose => lang.pick("Hinweis: eng", "Hint: close"),
            Self::AsChance => lang.pick("wie zu erwarten", "as expected"),
            Self::MoreBySize | Self::FewerBySize => lang.pick("gegenläufig", "mixed"),
            Self::TooSmall(TooSmall::NoDepartments) => lang.pick("kein Amt", "no office"),
            Self::TooSmall(TooSmall::Departments) => {
                lang.pick("zu wenige Ämter", "too few offices")
            }
            Self::TooSmall(TooSmall::Ties) => lang.pick("zu wenige Verbindungen", "too few ties"),
            Self::TooSmall(TooSmall::Expected | TooSmall::Actors) => {
                lang.pick("zu klein", "too small")
            }
            Self::NotAsked => lang.pick("nicht erhoben", "not asked"),
            Self::Nothing(Unsaid::InsideNotAsked) => {
                lang.pick("innen nicht erhoben", "inside not asked")
            }
            Self::Nothing(Unsaid::FewAnswered) => {
                lang.pick("zu wenige Antworten", "too few answers")
            }
            Self::Nothing(Unsaid::NoSpread | Unsaid::NoFit) => {
                lang.pick("kein Vergleich möglich", "no comparison possible")
            }
        }
    }

    /// What it means.
    pub fn sentence(self, lang: Lang) -> &'static str {
        lang.pick(self.german(), self.english())
    }

    fn german(self) -> &'static str {
        match self {
            Self::Closed => {
                "Im eigenen Amt bleibt mehr, als die Größe der Ämter und die Kontakte der Funktionen erwarten lassen."
            }
            Self::MaybeClosed => {
                "Ein Hinweis: Im eigenen Amt bleibt mehr als zu erwarten. Bei so vielen Vergleichen kann das Zufall sein."
            }
            Self::Open => {
                "Im eigenen Amt bleibt weniger, als die Größe der Ämter und die Kontakte der Funktionen erwarten lassen."
            }
            Self::MaybeOpen => {
                "Ein Hinweis: Im eigenen Amt bleibt weniger als zu erwarten. Bei so vielen Vergleichen kann das Zufall sein."
            }
            Self::Gap => {
                "Zwischen den beiden ist weniger gemeldet, als die Größe der Ämter und die Kontakte der Funktionen erwarten lassen."
            }
            Self::MaybeGap => {
                "Ein Hinweis: Zwischen den beiden ist weniger gemeldet als zu erwarten. Bei so vielen Vergleichen kann das Zufall sein."
            }
            Self::Close => {
                "Zwischen den beiden ist mehr gemeldet, als die Größe der Ämter und die Kontakte der Funktionen erwarten lassen."
            }
            Self::MaybeClose => {
                "Ein Hinweis: Zwischen den beiden ist mehr gemeldet als zu erwarten. Bei so vielen Vergleichen kann das Zufall sein."
            }
            Self::AsChance => {
                "Nach mindestens einem der beiden Maßstäbe ist es etwa so wie zu erwarten."
            }
            Self::MoreBySize => {
                "Gegenläufig: nach der Größe der Ämter mehr, nach den Kontakten der Funktionen weniger."
            }
            Self::FewerBySize => {
                "Gegenläufig: nach der Größe der Ämter weniger, nach den Kontakten der Funktionen mehr."
            }
            Self::TooSmall(TooSmall::NoDepartments) => "Keine Funktion hat ein Amt.",
            Self::TooSmall(TooSmall::Departments) => {
                "Weniger als drei Ämter haben drei Funktionen oder mehr."
            }
            Self::TooSmall(TooSmall::Ties) => "Es sind weniger als 20 Verbindungen gemeldet.",
            Self::TooSmall(TooSmall::Expected) => {
                "Durch Zufall allein wären weniger als drei Verbindungen zu erwarten."
            }
            Self::TooSmall(TooSmall::Actors) => "Ein Amt hat weniger als drei Funktionen.",
            Self::NotAsked => "Von beiden hat noch keine Funktion geantwortet.",
            Self::Nothing(Unsaid::InsideNotAsked) => {
                "Verbindungen innerhalb der Ämter wurden nicht erhoben."
            }
            Self::Nothing(Unsaid::FewAnswered) => {
                "Weniger als die Hälfte der Funktionen hat geantwortet."
            }
            Self::Nothing(Unsaid::NoSpread) => {
                "Es gibt nichts zu vergleichen: Wie auch immer die Ämter verteilt wären, es käme dasselbe heraus, etwa weil alle mit allen arbeiten."
            }
            Self::Nothing(Unsaid::NoFit) => {
                "Zu den Kontaktzahlen der Funktionen ließ sich nicht berechnen, was zu erwarten wäre."
            }
        }
    }

    fn english(self) -> &'static str {
        match self {
            Self::Closed => {
                "More stays inside the own office than the sizes of the offices and the contacts of the functions let expect."
            }
            Self::MaybeClosed => {
                "A hint: more stays inside the own office than expected. Among so many comparisons that may be chance."
            }
            Self::Open => {
                "Less stays inside the own office than the sizes of the offices and the contacts of the functions let expect."
            }
            Self::MaybeOpen => {
                "A hint: less stays inside the own office than expected. Among so many comparisons that may be chance."
            }
            Self::Gap => {
                "Less is reported between the two than the sizes of the offices and the contacts of the functions let expect."
            }
            Self::MaybeGap => {
                "A hint: less is reported between the two than expected. Among so many comparisons that may be chance."
            }
            Self::Close => {
                "More is reported between the two than the sizes of the offices and the contacts of the functions let expect."
            }
            Self::MaybeClose => {
                "A hint: more is reported between the two than expected. Among so many comparisons that may be chance."
            }
            Self::AsChance => "By at least one of the two yardsticks it is about as expected.",
            Self::MoreBySize => {
                "Mixed: more by the sizes of the offices, fewer by the contacts of the functions."
            }
            Self::FewerBySize => {
                "Mixed: fewer by the sizes of the offices, more by the contacts of the functions."
            }
            Self::TooSmall(TooSmall::NoDepartments) => "No function has an office.",
            Self::TooSmall(TooSmall::Departments) => {
                "Fewer than three offices have three functions or more."
            }
            Self::TooSmall(TooSmall::Ties) => "Fewer than 20 ties are reported.",
            Self::TooSmall(TooSmall::Expected) => {
                "By chance alone fewer than three ties would be expected."
            }
            Self::TooSmall(TooSmall::Actors) => "An office has fewer than three functions.",
            Self::NotAsked => "No function of either has answered yet.",
            Self::Nothing(Unsaid::InsideNotAsked) => "Ties within offices were not asked about.",
            Self::Nothing(Unsaid::FewAnswered) => "Fewer than half of the functions have answered.",
            Self::Nothing(Unsaid::NoSpread) => {
                "There is nothing to compare: however the offices were dealt, the same would come out, for instance because all work with all."
            }
            Self::Nothing(Unsaid::NoFit) => {
                "What the functions' numbers of contacts let expect could not be computed."
            }
        }
    }
}

/// A statement that may be chance among so many comparisons.
pub fn hint(statement: &str, lang: Lang) -> String {
    format!("{}: {statement}", lang.pick("Hinweis", "Hint"))
}
