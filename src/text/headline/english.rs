//! What is said about silos in English.

use super::amounts::{one, range, size};
use super::case::{Headline, Inside, Why};
use super::reasons::{mixed, nothing};
use crate::text::Lang;
use crate::text::numbers::whole;

/// Why more or fewer stay inside than sizes explain, where it may be the functions' contacts.
const CONTACTS: &str = "This may be because a few functions have a great many contacts.";

const MORE: &str = "Cooperation stays within an office more often than office sizes would explain:";

const FEWER: &str =
    "Cooperation crosses office boundaries more often than office sizes would explain:";

const AS_EXPECTED: &str = "Office boundaries make no visible difference in these data:";

/// The sentence of a case.
pub fn sentence(headline: &Headline) -> String {
    let n = |number| whole(number, Lang::En);
    match headline {
        Headline::MoreInside(inside) => more(inside),
        Headline::MoreBySize(inside) => format!("{} {CONTACTS}", more(inside)),
        Headline::FewerInside(inside) => fewer(inside),
        Headline::FewerBySize(inside) => format!("{} {CONTACTS}", fewer(inside)),
        Headline::AsExpected(inside) => stays(AS_EXPECTED, inside, "within an office"),
        Headline::Mixed {
            inside,
            more_by_size,
        } => stays(
            mixed(*more_by_size).sentence(Lang::En),
            inside,
            "inside the own office",
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
        Headline::TooSmall { actors, ties, why } => too_small(*actors, *ties, *why),
        Headline::TooFewAnswered { answered, asked } => format!(
            "Nothing can be said yet: {} of {} {} {} answered.",
            n(*answered),
            n(*asked),
            one(*asked, "function", "functions"),
            one(*answered, "has", "have"),
        ),
    }
}

fn more(inside: &Inside) -> String {
    format!("{MORE} {}; {}.", of(inside), expected(inside))
}

fn fewer(inside: &Inside) -> String {
    stays(FEWER, inside, "within an office")
}

fn stays(lead: &str, inside: &Inside, place: &str) -> String {
    let stay = one(inside.internal, "stays", "stay");
    format!(
        "{lead} {} {stay} {place}; {}.",
        of(inside),
        expected(inside)
    )
}

fn of(inside: &Inside) -> String {
    let [internal, ties] = [inside.internal, inside.ties].map(|number| whole(number, Lang::En));
    format!("{internal} of {ties} reported ties")
}

fn expected(inside: &Inside) -> String {
    let range = range(inside.low, inside.high, inside.drawn, Lang::En);
    beside(inside.expected, &range)
}

fn too_small(actors: u64, ties: u64, why: Option<Why>) -> String {
    let size = size(
        actors,
        ties,
        Lang::En,
        ["function", "functions", "tie", "ties"],
    );
    let why = why.map(why_of).unwrap_or_default();
    format!(
        "The network is still too small to say anything about silos{size}. The map and the pairs of offices show what has been reported.{why}"
    )
}

fn why_of(why: Why) -> String {
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

/// “about 8 (3 to 13) would be expected”
pub fn expected_in(expected: f64, low: u64, high: u64) -> String {
    beside(expected, &range(low, high, true, Lang::En))
}

fn beside(expected: f64, range: &str) -> String {
    match expected.round() as u64 {
        0 => format!("less than one {range} would be expected"),
        number => {
            let number = whole(number, Lang::En);
            format!("about {number} {range} would be expected")
        }
    }
}
