//! What is said about silos in German.

use super::amounts::{one, range, size};
use super::case::{Headline, Inside, Why};
use super::reasons::{mixed, nothing};
use crate::text::Lang;
use crate::text::numbers::whole;

/// Why more or fewer stay inside than sizes explain, where it may be the functions' contacts.
const CONTACTS: &str = "Das kann daran liegen, dass einzelne Funktionen sehr viele Kontakte haben.";

const MORE: &str =
    "Die Zusammenarbeit bleibt häufiger im eigenen Amt, als die Größe der Ämter erklärt:";

const FEWER: &str =
    "Die Zusammenarbeit geht häufiger über Amtsgrenzen, als die Größe der Ämter erklärt:";

const AS_EXPECTED: &str = "Amtsgrenzen spielen in diesen Daten keine erkennbare Rolle:";

/// The sentence of a case.
pub fn sentence(headline: &Headline) -> String {
    let n = |number| whole(number, Lang::De);
    match headline {
        Headline::MoreInside(inside) => more(inside),
        Headline::MoreBySize(inside) => format!("{} {CONTACTS}", more(inside)),
        Headline::FewerInside(inside) => fewer(inside),
        Headline::FewerBySize(inside) => format!("{} {CONTACTS}", fewer(inside)),
        Headline::AsExpected(inside) => stays(AS_EXPECTED, inside, "im eigenen Amt"),
        Headline::Mixed {
            inside,
            more_by_size,
        } => stays(
            mixed(*more_by_size).sentence(Lang::De),
            inside,
            "im eigenen Amt",
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
        Headline::TooSmall { actors, ties, why } => too_small(*actors, *ties, *why),
        Headline::TooFewAnswered { answered, asked } => format!(
            "Noch keine Aussage möglich: {} von {} {} {} geantwortet.",
            n(*answered),
            n(*asked),
            one(*asked, "Funktion", "Funktionen"),
            one(*answered, "hat", "haben"),
        ),
    }
}

fn more(inside: &Inside) -> String {
    format!("{MORE} {}; {}.", of(inside), expected(inside))
}

fn fewer(inside: &Inside) -> String {
    stays(FEWER, inside, "im eigenen Amt")
}

fn stays(lead: &str, inside: &Inside, place: &str) -> String {
    let stay = one(inside.internal, "bleibt", "bleiben");
    format!(
        "{lead} {} {stay} {place}; {}.",
        of(inside),
        expected(inside)
    )
}

fn of(inside: &Inside) -> String {
    let [internal, ties] = [inside.internal, inside.ties].map(|number| whole(number, Lang::De));
    format!("{internal} von {ties} gemeldeten Verbindungen")
}

fn expected(inside: &Inside) -> String {
    let range = range(inside.low, inside.high, inside.drawn, Lang::De);
    beside(inside.expected, &range)
}

fn too_small(actors: u64, ties: u64, why: Option<Why>) -> String {
    let size = size(
        actors,
        ties,
        Lang::De,
        ["Funktion", "Funktionen", "Verbindung", "Verbindungen"],
    );
    let why = why.map(why_of).unwrap_or_default();
    format!(
        "Für eine Aussage zur Versäulung ist das Netzwerk noch zu klein{size}. Karte und Ämterpaare zeigen, was gemeldet ist.{why}"
    )
}

fn why_of(why: Why) -> String {
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

/// „zu erwarten wären etwa 8 (3 bis 13)“
pub fn expected_in(expected: f64, low: u64, high: u64) -> String {
    beside(expected, &range(low, high, true, Lang::De))
}

fn beside(expected: f64, range: &str) -> String {
    match expected.round() as u64 {
        0 => format!("zu erwarten wäre weniger als eine {range}"),
        1 => format!("zu erwarten wäre etwa 1 {range}"),
        number => {
            let number = whole(number, Lang::De);
            format!("zu erwarten wären etwa {number} {range}")
        }
    }
}
