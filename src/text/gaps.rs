//! What is said of a gap, and of a contact that is suggested: what is entered, never who should have done what.

use crate::domain::{Field, LifePhase};

use super::{Lang, words};

/// More names than this are counted, not told.
const MOST_TOLD: usize = 3;

/// Two departments that hold offers in the same cells and have no reported tie.
pub fn same_cells(lang: Lang, (a, b): (&str, &str), cells: &[(LifePhase, Field)]) -> String {
    let cells = told_cells(lang, cells);
    match lang {
        Lang::De => format!(
            "{a} und {b} haben beide Angebote für {cells}; eine Zusammenarbeit ist nicht gemeldet."
        ),
        Lang::En => format!(
            "{a} and {b} both hold offers for {cells}; no cooperation between them is reported."
        ),
    }
}

/// The same, where it has been said already between whom nothing is reported.
pub fn same_families(lang: Lang, cells: &[(LifePhase, Field)]) -> String {
    let cells = told_cells(lang, cells);
    match lang {
        Lang::De => format!("Beide haben Angebote für {cells}."),
        Lang::En => format!("Both hold offers for {cells}."),
    }
}

/// Two actors that take part in the same offers and have no reported tie.
pub fn same_offers(lang: Lang, (a, b): (&str, &str), offers: &[String]) -> String {
    let [a, b] = [quoted(lang, a), quoted(lang, b)];
    let offers = listed(lang, offers);
    match lang {
        Lang::De => format!(
            "{a} und {b} haben Angebote gemeinsam, eine Zusammenarbeit ist nicht gemeldet: {offers}."
        ),
        Lang::En => format!(
            "{a} and {b} have offers in common, and no cooperation between them is reported: {offers}."
        ),
    }
}

/// An offer that one department alone is entered as knowing.
pub fn known_to_one(lang: Lang, offer: &str, department: &str) -> String {
    let offer = quoted(lang, offer);
    match lang {
        Lang::De => {
            format!(
                "{offer} ist bisher nur bei einer Organisation als bekannt eingetragen: {department}."
            )
        }
        Lang::En => format!("{offer} is so far entered as known to {department} only."),
    }
}

/// An offer that nobody is entered as referring to.
pub fn not_referred(lang: Lang, offer: &str) -> String {
    let offer = quoted(lang, offer);
    match lang {
        Lang::De => format!("Für {offer} ist noch keine Vermittlung eingetragen."),
        Lang::En => format!("Nobody is entered yet as referring families to {offer}."),
    }
}

/// An offer that one department alone provides and answers for.
pub fn held_by_one(lang: Lang, offer: &str, department: &str) -> String {
    let offer = quoted(lang, offer);
    match lang {
        Lang::De => {
            format!("{offer} liegt in einer Hand: {department} führt es durch und ist zuständig.")
        }
        Lang::En => {
            format!("{offer} rests with {department} alone, which provides and answers for it.")
        }
    }
}

/// A cell without an offer.
pub fn empty_cell(lang: Lang, life_phase: LifePhase, field: Field) -> String {
    let (phase, field) = (
        words::life_phase(life_phase, lang),
        words::field(field, lang),
    );
    match lang {
        Lang::De => format!(
            "Für die Lebensphase {phase} ist im Handlungsfeld {field} kein Angebot eingetragen."
        ),
        Lang::En => format!("For the life phase {phase} no offer is entered in the field {field}."),
    }
}

/// A contact between two departments without a reported tie, with the functions where they may be named.
pub fn contact(
    lang: Lang,
    (a, b): (&str, &str),
    functions: Option<(&str, &str)>,
    cells: &[(LifePhase, Field)],
    makes_known: &[String],
) -> String {
    let mut text = if cells.is_empty() {
        match lang {
            Lang::De => format!("Zwischen {a} und {b} ist keine Zusammenarbeit gemeldet."),
            Lang::En => format!("No cooperation is reported between {a} and {b}."),
        }
    } else {
        same_cells(lang, (a, b), cells)
    };
    let between = match (functions, lang) {
        (Some((x, y)), Lang::De) => {
            format!(
                "Ein Kontakt zwischen {} und {}",
                quoted(lang, x),
                quoted(lang, y)
            )
        }
        (Some((x, y)), Lang::En) => {
            format!(
                "A contact between {} and {}",
                quoted(lang, x),
                quoted(lang, y)
            )
        }
        (None, Lang::De) => "Ein Kontakt".to_owned(),
        (None, Lang::En) => "A contact".to_owned(),
    };
    let known = match (makes_known, lang) {
        ([], _) => String::new(),
        (offers, Lang::De) => format!(
            " und auf beiden Seiten bekannt machen: {}",
            listed(lang, offers)
        ),
        (offers, Lang::En) => format!(" and make known on both sides: {}", listed(lang, offers)),
    };
    text.push_str(&match lang {
        Lang::De => format!(" {between} würde beide verbinden{known}."),
        Lang::En => format!(" {between} would connect the two{known}."),
    });
    text
}

fn quoted(lang: Lang, name: &str) -> String {
    match lang {
        Lang::De => format!("„{name}“"),
        Lang::En => format!("“{name}”"),
    }
}

/// „x“, „y“ und 2 weitere
fn listed(lang: Lang, names: &[String]) -> String {
    let told = names.iter().take(MOST_TOLD).map(|name| quoted(lang, name));
    let more = match names.len().saturating_sub(MOST_TOLD) {
        0 => None,
        1 => Some(lang.pick("ein weiteres", "one more").to_owned()),
        n => Some(format!("{n} {}", lang.pick("weitere", "more"))),
    };
    joined(lang, told.chain(more).collect())
}

/// 3–6 (Bildung) und 6–10 (Bildung, Teilhabe)
fn told_cells(lang: Lang, cells: &[(LifePhase, Field)]) -> String {
    let phases: Vec<&[(LifePhase, Field)]> = cells.chunk_by(|x, y| x.0 == y.0).collect();
    let told = phases.iter().take(MOST_TOLD).map(|cells| {
        let fields = cells.iter().map(|(_, field)| words::field(*field, lang));
        let fields: Vec<&str> = fields.collect();
        format!(
            "{} ({})",
            words::life_phase(cells[0].0, lang),
            fields.join(", ")
        )
    });
    let more = match phases.len().saturating_sub(MOST_TOLD) {
        0 => None,
        1 => Some(
            lang.pick("eine weitere Lebensphase", "one more life phase")
                .to_owned(),
        ),
        n => Some(format!(
            "{n} {}",
            lang.pick("weitere Lebensphasen", "more life phases")
        )),
    };
    joined(lang, told.chain(more).collect())
}

fn joined(lang: Lang, mut parts: Vec<String>) -> String {
    let last = parts.pop().unwrap_or_default();
    if parts.is_empty() {
        return last;
    }
    format!("{}{}{last}", parts.join(", "), lang.pick(" und ", " and "))
}
