//! The sentence that a report begins with, in the one of its cases that the figures allow.

use crate::text::Lang;
use crate::text::numbers::whole;

use super::verdicts::{Said, TooSmall, Unsaid};

/// Why more or fewer stay inside than sizes explain, where it may be the functions' contacts.
const CONTACTS_GERMAN: &str =
    "Das kann daran liegen, dass einzelne Funktionen sehr viele Kontakte haben.";
const CONTACTS_ENGLISH: &str = "This may be because a few functions have a great many contacts.";

/// What can be said about silos, with the numbers it is said with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Headline {
    /// More ties stay inside than the sizes of the departments explain.
    MoreInside(Inside),
    /// More, which may lie in the number of contacts of single functions.
    MoreBySize(Inside),
    /// As many as they explain.
    AsExpected(Inside),
    /// Fewer than they explain.
    FewerInside(Inside),
    /// Fewer, which may lie in the number of contacts of single functions.
    FewerBySize(Inside),
    /// By the sizes of the departments more, by the functions' contacts fewer; or the other way round.
    Mixed {
        /// The numbers.
        inside: Inside,
        /// Whether it is more by the sizes.
        more_by_size: bool,
    },
    /// No function has a department.
    NoDepartments,
    /// All functions are in one department, which has no other to work with.
    OneDepartment,
    /// No ties at all among so many functions.
    NoTies(u64),
    /// However the departments were dealt, the same would come out; or nothing to compare with was found.
    NothingToCompare(Unsaid),
    /// Too few departments or ties for a statement.
    TooSmall {
        /// The functions that the figures are about.
        actors: u64,
        /// The ties among them.
        ties: u64,
        /// Why, where the numbers alone don't say it.
        why: Option<Why>,
    },
    /// Nobody reported on another of the same department.
    InsideNotAsked,
    /// Under two thirds answered.
    TooFewAnswered {
        /// Those that answered.
        answered: u64,
        /// Those that were asked.
        asked: u64,
    },
}

/// Why a network is too small for a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Only so many departments have three functions or more.
    FewDepartments(u64),
    /// Fewer than 20 ties.
    FewTies,
    /// Chance alone would leave hardly any inside.
    FewByChance,
}

/// The ties that stay inside departments, beside those to be expected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Inside {
    /// Ties inside departments.
    pub internal: u64,
    /// All ties among the functions.
    pub ties: u64,
    /// Ties inside to be expected.
    pub expected: f64,
    /// The low end of the middle 95 % of what is to be expected.
    pub low: u64,
    /// The high end.
    pub high: u64,
    /// Whether the range is that of permutations; else it is the expectation ± 1.96 standard deviations.
    pub drawn: bool,
}

impl Headline {
    /// The sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        lang.pick(german as fn(&Self) -> String, english)(self)
    }

    /// The numbers of ties inside, where the sentence is about them.
    pub fn inside(&self) -> Option<&Inside> {
        match self {
            Self::MoreInside(inside)
            | Self::MoreBySize(inside)
            | Self::AsExpected(inside)
            | Self::FewerInside(inside)
            | Self::FewerBySize(inside)
            | Self::Mixed { inside, .. } => Some(inside),
            Self::TooSmall { .. }
            | Self::NoDepartments
            | Self::OneDepartment
            | Self::NoTies(_)
            | Self::NothingToCompare(_)
            | Self::InsideNotAsked
            | Self::TooFewAnswered { .. } => None,
        }
    }
}

fn german(headline: &Headline) -> String {
    let n = |number| whole(number, Lang::De);
    let of = |inside: &Inside| {
        format!(
            "{} von {} gemeldeten Verbindungen",
            n(inside.internal),
            n(inside.ties)
        )
    };
    let stay = |inside: &Inside| one(inside.internal, "bleibt", "bleiben");
    let expected = |inside: &Inside| {
        let range = range(inside.low, inside.high, inside.drawn, Lang::De);
        beside_german(inside.expected, &range)
    };
    match headline {
        Headline::MoreInside(inside) => format!(
            "Die Zusammenarbeit bleibt häufiger im eigenen Amt, als die Größe der Ämter erklärt: {}; {}.",
            of(inside),
            expected(inside),
        ),
        Headline::AsExpected(inside) => format!(
            "Amtsgrenzen spielen in diesen Daten keine erkennbare Rolle: {} {} im eigenen Amt; {}.",
            of(inside),
            stay(inside),
            expected(inside),
        ),
        Headline::FewerInside(inside) => format!(
            "Die Zusammenarbeit geht häufiger über Amtsgrenzen, als die Größe der Ämter erklärt: {} {} im eigenen Amt; {}.",
            of(inside),
            stay(inside),
            expected(inside),
        ),
        Headline::MoreBySize(inside) => {
            format!(
                "{} {CONTACTS_GERMAN}",
                german(&Headline::MoreInside(*inside))
            )
        }
        Headline::FewerBySize(inside) => {
            format!(
                "{} {CONTACTS_GERMAN}",
                german(&Headline::FewerInside(*inside))
            )
        }
        Headline::Mixed {
            inside,
            more_by_size,
        } => format!(
            "{} {} {} im eigenen Amt; {}.",
            mixed(*more_by_size).sentence(Lang::De),
            of(inside),
            stay(inside),
            expected(inside),
        ),
        Headline::NoTies(actors) => format!(
            "Nichts gemeldet: Zwischen {} {} gibt es in dieser Auswahl keine Verbindung.",
            n(*actors),
            one(*actors, "Funktion", "Funktionen"),
        ),
        Headline::NoDepartments
        | Headline::OneDepartment
        | Headline::NothingToCompare(_)
        | Headline::InsideNotAsked => nothing(headline, Lang::De),
        Headline::TooSmall { actors, ties, why } => too_small_german(*actors, *ties, *why),
        Headline::TooFewAnswered { answered, asked } => format!(
            "Noch keine Aussage möglich: {} von {} {} {} geantwortet.",
            n(*answered),
            n(*asked),
            one(*asked, "Funktion", "Funktionen"),
            one(*answered, "hat", "haben"),
        ),
    }
}

fn english(headline: &Headline) -> String {
    let n = |number| whole(number, Lang::En);
    let of =
        |inside: &Inside| format!("{} of {} reported ties", n(inside.internal), n(inside.ties));
    let stay = |inside: &Inside| one(inside.internal, "stays", "stay");
    let expected = |inside: &Inside| {
        let range = range(inside.low, inside.high, inside.drawn, Lang::En);
        beside_english(inside.expected, &range)
    };
    match headline {
        Headline::MoreInside(inside) => format!(
            "Cooperation stays within an office more often than office sizes would explain: {}; {}.",
            of(inside),
            expected(inside),
        ),
        Headline::AsExpected(inside) => format!(
            "Office boundaries make no visible difference in these data: {} {} within an office; {}.",
            of(inside),
            stay(inside),
            expected(inside),
        ),
        Headline::FewerInside(inside) => format!(
            "Cooperation crosses office boundaries more often than office sizes would explain: {} {} within an office; {}.",
            of(inside),
            stay(inside),
            expected(inside),
        ),
        Headline::MoreBySize(inside) => {
            format!(
                "{} {CONTACTS_ENGLISH}",
                english(&Headline::MoreInside(*inside))
            )
        }
        Headline::FewerBySize(inside) => {
            format!(
                "{} {CONTACTS_ENGLISH}",
                english(&Headline::FewerInside(*inside))
            )
        }
        Headline::Mixed {
            inside,
            more_by_size,
        } => format!(
            "{} {} {} inside the own office; {}.",
            mixed(*more_by_size).sentence(Lang::En),
            of(inside),
            stay(inside),
            expected(inside),
        ),
        Headline::NoTies(actors) => format!(
            "Nothing reported: in this selection there is no tie between {} {}.",
            n(*actors),
            one(*actors, "function", "functions"),
        ),
        Headline::NoDepartments
        | Headline::OneDepartment
        | Headline::NothingToCompare(_)
        | Headline::InsideNotAsked => nothing(headline, Lang::En),
        Headline::TooSmall { actors, ties, why } => too_small_english(*actors, *ties, *why),
        Headline::TooFewAnswered { answered, asked } => format!(
            "Nothing can be said yet: {} of {} {} {} answered.",
            n(*answered),
            n(*asked),
            one(*asked, "function", "functions"),
            one(*answered, "has", "have"),
        ),
    }
}

fn too_small_german(actors: u64, ties: u64, why: Option<Why>) -> String {
    let n = |number| whole(number, Lang::De);
    format!(
        "Für eine Aussage zur Versäulung ist das Netzwerk noch zu klein ({} {}, {} {}). Karte und Ämterpaare zeigen, was gemeldet ist.{}",
        n(actors),
        one(actors, "Funktion", "Funktionen"),
        n(ties),
        one(ties, "Verbindung", "Verbindungen"),
        why.map(why_german).unwrap_or_default(),
    )
}

fn too_small_english(actors: u64, ties: u64, why: Option<Why>) -> String {
    let n = |number| whole(number, Lang::En);
    format!(
        "The network is still too small to say anything about silos ({} {}, {} {}). The map and the pairs of offices show what has been reported.{}",
        n(actors),
        one(actors, "function", "functions"),
        n(ties),
        one(ties, "tie", "ties"),
        why.map(why_english).unwrap_or_default(),
    )
}

fn mixed(more_by_size: bool) -> Said {
    match more_by_size {
        true => Said::MoreBySize,
        false => Said::FewerBySize,
    }
}

/// That nothing can be said, and why.
fn nothing(headline: &Headline, lang: Lang) -> String {
    let why = match headline {
        Headline::OneDepartment => lang.pick(
            "Ein Amt allein hat kein anderes, mit dem es zusammenarbeiten kann.",
            "One office alone has no other to work with.",
        ),
        Headline::NoDepartments => Said::TooSmall(TooSmall::NoDepartments).sentence(lang),
        Headline::NothingToCompare(why) => Said::Nothing(*why).sentence(lang),
        _ => Said::Nothing(Unsaid::InsideNotAsked).sentence(lang),
    };
    let start = lang.pick(
        "Zur Versäulung ist keine Aussage möglich",
        "Nothing can be said about silos",
    );
    format!("{start}: {why}")
}

fn why_german(why: Why) -> String {
    match why {
        Why::FewDepartments(0) => {
            " Nötig wären drei Ämter mit je drei Funktionen; hier hat keines so viele.".to_owned()
        }
        Why::FewDepartments(n) => format!(
            " Nötig wären drei Ämter mit je drei Funktionen; hier {} so viele nur {n}.",
            one(n, "hat", "haben")
        ),
        Why::FewTies => " Nötig wären mindestens 20 Verbindungen.".to_owned(),
        Why::FewByChance => {
            " Nach der Größe der Ämter wären im eigenen Amt kaum Verbindungen zu erwarten."
                .to_owned()
        }
    }
}

fn why_english(why: Why) -> String {
    match why {
        Why::FewDepartments(0) => {
            " It would take three offices with three functions each; no office here has that many."
                .to_owned()
        }
        Why::FewDepartments(n) => format!(
            " It would take three offices with three functions each; here only {n} {} that many.",
            one(n, "has", "have")
        ),
        Why::FewTies => " It would take 20 ties at least.".to_owned(),
        Why::FewByChance => {
            " Going by office sizes, hardly any tie would be expected within an office.".to_owned()
        }
    }
}

/// „zu erwarten wären etwa 8 (3 bis 13)“
pub(in crate::text) fn expected_german(expected: f64, low: u64, high: u64) -> String {
    beside_german(expected, &range(low, high, true, Lang::De))
}

/// “about 8 (3 to 13) would be expected”
pub(in crate::text) fn expected_english(expected: f64, low: u64, high: u64) -> String {
    beside_english(expected, &range(low, high, true, Lang::En))
}

/// „(3 bis 13)“, and where it is not that of permutations, that it is computed: „(± 1,96 sd: 3 bis 13)“
pub fn range(low: u64, high: u64, drawn: bool, lang: Lang) -> String {
    let [low, high] = [low, high].map(|end| whole(end, lang));
    let to = lang.pick("bis", "to");
    let spread = match (drawn, lang) {
        (true, _) => "",
        (false, Lang::De) => "± 1,96 sd: ",
        (false, Lang::En) => "± 1.96 sd: ",
    };
    format!("({spread}{low} {to} {high})")
}

fn beside_german(expected: f64, range: &str) -> String {
    match expected.round() as u64 {
        0 => format!("zu erwarten wäre weniger als eine {range}"),
        1 => format!("zu erwarten wäre etwa 1 {range}"),
        number => {
            let number = whole(number, Lang::De);
            format!("zu erwarten wären etwa {number} {range}")
        }
    }
}

fn beside_english(expected: f64, range: &str) -> String {
    match expected.round() as u64 {
        0 => format!("less than one {range} would be expected"),
        number => {
            let number = whole(number, Lang::En);
            format!("about {number} {range} would be expected")
        }
    }
}

/// The form of a word that a number takes.
fn one(number: u64, singular: &'static str, plural: &'static str) -> &'static str {
    if number == 1 { singular } else { plural }
}
