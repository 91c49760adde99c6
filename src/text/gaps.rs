//! What is said of a gap, and of a contact that is suggested: what is entered, never who should have done what.

use crate::domain::Cell;

use super::{Lang, words};

/// More names than this are counted, not told.
const MOST_TOLD: usize = 3;

/// Why something is a gap, or a contact is suggested; said in the language in which it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason<'a> {
    /// Two departments hold offers in the same cells and have no reported tie.
    SameCells {
        /// The departments.
        departments: [&'a str; 2],
        /// The cells, life phases from the youngest.
        cells: &'a [Cell],
    },
    /// Two actors take part in the same offers and have no reported tie.
    SameOffers {
        /// The names of the actors.
        actors: [&'a str; 2],
        /// The names of the offers.
        offers: &'a [String],
    },
    /// One department alone is entered as knowing an offer.
    KnownToOne {
        /// The name of the offer.
        offer: &'a str,
        /// The department.
        department: &'a str,
    },
    /// One department alone provides an offer and answers for it.
    HeldByOne {
        /// The name of the offer.
        offer: &'a str,
        /// The department.
        department: &'a str,
    },
    /// Nobody is entered as referring to an offer.
    NotReferred {
        /// The name of the offer.
        offer: &'a str,
    },
    /// A cell is without an offer.
    NoOffer(Cell),
    /// A contact would join two departments without a reported tie.
    Contact {
        /// The departments.
        departments: [&'a str; 2],
        /// The names of the functions, where they may be named.
        functions: Option<[&'a str; 2]>,
        /// The cells in which both departments hold offers.
        cells: &'a [Cell],
        /// The names of the offers that one of the two alone knows.
        makes_known: &'a [String],
    },
}

impl Reason<'_> {
    /// The reason in a sentence or two.
    pub fn say(&self, lang: Lang) -> String {
        match *self {
            Self::SameCells { departments, cells } => same_cells(lang, departments, cells),
            Self::SameOffers { actors, offers } => same_offers(lang, actors, offers),
            Self::KnownToOne { offer, department } => known_to_one(lang, offer, department),
            Self::HeldByOne { offer, department } => held_by_one(lang, offer, department),
            Self::NotReferred { offer } => not_referred(lang, offer),
            Self::NoOffer(cell) => no_offer(lang, cell),
            Self::Contact {
                departments,
                functions,
                cells,
                makes_known,
            } => {
                let apart = match cells {
                    [] => no_tie(lang, departments),
                    cells => same_cells(lang, departments, cells),
                };
                apart + &contact(lang, functions, makes_known)
            }
        }
    }
}

/// What is missing of one offer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Missing<'a> {
    /// The name of the offer.
    pub offer: &'a str,
    /// The department that alone is entered as knowing it.
    pub known_to: Option<&'a str>,
    /// Whether nobody is entered as referring to it.
    pub not_referred: bool,
    /// The department that alone provides it and answers for it.
    pub held_by: Option<&'a str>,
}

impl Missing<'_> {
    /// How many kinds of gaps it has.
    pub fn kinds(&self) -> usize {
        let kinds = [
            self.known_to.is_some(),
            self.not_referred,
            self.held_by.is_some(),
        ];
        kinds.into_iter().filter(|kind| *kind).count()
    }

    /// All of it in one sentence.
    pub fn say(&self, lang: Lang) -> String {
        let known = self.known_to.map(|department| match lang {
            Lang::De => format!("als bekannt bisher nur eingetragen bei: {department}"),
            Lang::En => format!("so far recorded as known to {department} only"),
        });
        let referred = lang.pick(
            "noch keine Vermittlung eingetragen",
            "no one recorded yet as referring families to it",
        );
        let referred = self.not_referred.then(|| referred.to_owned());
        let there = self.held_by.filter(|_| self.held_by == self.known_to);
        let held = match (self.held_by, there, lang) {
            (None, ..) => None,
            (_, Some(_), Lang::De) => Some("Durchführung und Zuständigkeit allein dort".to_owned()),
            (_, Some(_), Lang::En) => Some("provided and answered for there alone".to_owned()),
            (Some(department), None, Lang::De) => Some(format!(
                "Durchführung und Zuständigkeit allein bei: {department}"
            )),
            (Some(department), None, Lang::En) => {
                Some(format!("provided and answered for by {department} alone"))
            }
        };
        let told: Vec<String> = [known, held, referred].into_iter().flatten().collect();
        format!("{}: {}.", quoted(lang, self.offer), told.join("; "))
    }
}

fn same_cells(lang: Lang, [a, b]: [&str; 2], cells: &[Cell]) -> String {
    let cells = told_cells(lang, cells);
    match lang {
        Lang::De => format!(
            "{a} und {b} haben beide Angebote für {cells}; eine Zusammenarbeit ist nicht gemeldet."
        ),
        Lang::En => format!(
            "{a} and {b} both have offers for {cells}; no cooperation between them is reported."
        ),
    }
}

/// Two departments hold offers in the same cells, where it has been said already that nothing is reported.
pub fn same_families(lang: Lang, cells: &[Cell]) -> String {
    let cells = told_cells(lang, cells);
    match lang {
        Lang::De => format!("Beide haben Angebote für {cells}."),
        Lang::En => format!("Both have offers for {cells}."),
    }
}

fn same_offers(lang: Lang, [a, b]: [&str; 2], offers: &[String]) -> String {
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

fn known_to_one(lang: Lang, offer: &str, department: &str) -> String {
    let offer = quoted(lang, offer);
    match lang {
        Lang::De => {
            format!(
                "{offer} ist bisher nur bei einer Organisation als bekannt eingetragen: {department}."
            )
        }
        Lang::En => format!("So far {offer} is recorded as known to {department} only."),
    }
}

fn not_referred(lang: Lang, offer: &str) -> String {
    let offer = quoted(lang, offer);
    match lang {
        Lang::De => format!("Für {offer} ist noch keine Vermittlung eingetragen."),
        Lang::En => format!("No one is recorded yet as referring families to {offer}."),
    }
}

fn held_by_one(lang: Lang, offer: &str, department: &str) -> String {
    let offer = quoted(lang, offer);
    match lang {
        Lang::De => {
            format!("{offer} liegt in einer Hand: {department} führt es durch und ist zuständig.")
        }
        Lang::En => {
            format!(
                "{offer} is in the hands of {department} alone, which both provides it and is responsible for it."
            )
        }
    }
}

fn no_offer(lang: Lang, cell: Cell) -> String {
    let phase = words::life_phase(cell.life_phase, lang);
    let field = words::field(cell.field, lang);
    match lang {
        Lang::De => format!(
            "Für die Lebensphase {phase} ist im Handlungsfeld {field} kein Angebot eingetragen."
        ),
        Lang::En => {
            format!("No offer is recorded for the life phase {phase} in the field {field}.")
        }
    }
}

fn no_tie(lang: Lang, [a, b]: [&str; 2]) -> String {
    match lang {
        Lang::De => format!("Zwischen {a} und {b} ist keine Zusammenarbeit gemeldet."),
        Lang::En => format!("No cooperation is reported between {a} and {b}."),
    }
}

fn contact(lang: Lang, functions: Option<[&str; 2]>, makes_known: &[String]) -> String {
    let between = functions.map_or(String::new(), |functions| {
        let [x, y] = functions.map(|name| quoted(lang, name));
        match lang {
            Lang::De => format!(" zwischen {x} und {y}"),
            Lang::En => format!(" between {x} and {y}"),
        }
    });
    let known = match (makes_known, lang) {
        ([], _) => String::new(),
        (offers, Lang::De) => format!(
            " und auf beiden Seiten bekannt machen: {}",
            listed(lang, offers)
        ),
        (offers, Lang::En) => format!(" and make known to both sides: {}", listed(lang, offers)),
    };
    match lang {
        Lang::De => format!(" Ein Kontakt{between} würde beide verbinden{known}."),
        Lang::En => format!(" A contact{between} would connect the two{known}."),
    }
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
fn told_cells(lang: Lang, cells: &[Cell]) -> String {
    let phases: Vec<&[Cell]> = cells
        .chunk_by(|x, y| x.life_phase == y.life_phase)
        .collect();
    let told = phases.iter().take(MOST_TOLD).map(|cells| {
        let fields = cells.iter().map(|cell| words::field(cell.field, lang));
        let fields: Vec<&str> = fields.collect();
        format!(
            "{} ({})",
            words::life_phase(cells[0].life_phase, lang),
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
