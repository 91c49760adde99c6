//! What goes or comes along when records are merged or removed, by numbers.

use crate::domain::Touched;

use super::Lang;

/// What goes with an actor or a department that is removed.
pub fn goes_with(touched: &Touched, of: Of, lang: Lang) -> Vec<String> {
    let mut told = all(touched, of, lang);
    if told.is_empty() {
        told.push(lang.pick("nichts weiter", "nothing else").to_owned());
    }
    told
}

/// What comes along when one is merged into another.
pub fn comes_along(touched: &Touched, of: Of, lang: Lang) -> Vec<String> {
    let mut told = all(touched, of, lang);
    if touched.united > 0 {
        let united = counted(
            touched.united,
            lang.pick(
                [
                    "Angabe davon gibt es doppelt; sie wird vereint",
                    "Angaben davon gibt es doppelt; sie werden vereint",
                ],
                [
                    "of these reports is there twice and is united",
                    "of these reports are there twice and are united",
                ],
            ),
        );
        told.push(united);
    }
    if touched.between > 0 {
        told.push(counted(
            touched.between,
            lang.pick(
                [
                    "Angabe zur Zusammenarbeit der beiden miteinander entfällt",
                    "Angaben zur Zusammenarbeit der beiden miteinander entfallen",
                ],
                [
                    "report of the cooperation of the two with each other vanishes",
                    "reports of the cooperation of the two with each other vanish",
                ],
            ),
        ));
    }
    told
}

/// Of what kind of record something is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// An actor: its own number is not told.
    Actor,
    /// A department, with its actors.
    Department,
}

fn all(touched: &Touched, of: Of, lang: Lang) -> Vec<String> {
    let actors = match of {
        Of::Actor => 0,
        Of::Department => touched.actors,
    };
    let parts = [
        (
            actors,
            lang.pick(["Funktion", "Funktionen"], ["function", "functions"]),
        ),
        (
            touched.phases,
            lang.pick(
                [
                    "Zuordnung in einer Förderphase",
                    "Zuordnungen in Förderphasen",
                ],
                ["place in a funding phase", "places in funding phases"],
            ),
        ),
        (
            touched.reports,
            lang.pick(
                ["Angabe zur Zusammenarbeit", "Angaben zur Zusammenarbeit"],
                ["report of cooperation", "reports of cooperation"],
            ),
        ),
        (
            touched.offers,
            lang.pick(
                ["Beteiligung an einem Angebot", "Beteiligungen an Angeboten"],
                ["part in an offer", "parts in offers"],
            ),
        ),
    ];
    let there = parts.into_iter().filter(|(number, _)| *number > 0);
    there
        .map(|(number, words)| counted(number, words))
        .collect()
}

/// A number with its word, for one and for many.
fn counted(number: usize, [one, many]: [&str; 2]) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
