//! What could be begun: contacts between offices, and offers that few know or hold.

use maud::{Markup, html};

use crate::analysis::{Gaps, SiloReport, Suggestion};
use crate::text::Lang;
use crate::text::figures;
use crate::text::pages::{DistrictPage, Long};

use super::name::{line, name};

/// How many contacts the page suggests.
const CONTACTS: usize = 3;

/// How many offers of a kind it names.
const OFFERS: usize = 50;

/// A link to those that are not named, with their number; nothing where all are named.
pub fn rest(all: usize, named: usize, address: &str, lang: Lang) -> Markup {
    let text = Long::of(lang);
    html! {
        @if let Some(more) = all.checked_sub(named).filter(|more| *more > 0) {
            li { a href=(address) { ((text.more)(more)) } }
        }
    }
}

/// The contacts that are suggested, each with its reason; nothing where there is none.
pub fn contacts(report: &SiloReport, lang: Lang) -> Markup {
    let text = DistrictPage::of(lang);
    let suggestions = report.suggestions.iter().flatten().take(CONTACTS);
    let told: Vec<Suggestion> = suggestions
        .cloned()
        .map(|mut suggestion| {
            suggestion.tell(lang);
            suggestion
        })
        .collect();
    html! {
        @if !told.is_empty() {
            div.contacts {
                h3 { (text.contacts) }
                ul.pairs {
                    @for contact in &told {
                        @let [a, b] = &contact.departments;
                        li { details {
                            summary { (name(a)) " – " (name(b)) }
                            p { (line(&contact.reason)) }
                        } }
                    }
                }
                p.hint { (text.contacts_note) }
            }
        }
    }
}

/// The offers that few know, refer to or hold, folded; nothing where nothing is missing.
pub fn of_offers(gaps: &Gaps, chain: &str, lang: Lang) -> Markup {
    // Pairs are left out: there are many, and nothing is said of them here.
    let mut gaps = Gaps {
        offers: gaps.offers,
        department_pairs: None,
        sharing: None,
        actor_pairs: None,
        known_to_one: gaps.known_to_one.clone(),
        not_referred: gaps.not_referred.clone(),
        held_by_one: gaps.held_by_one.clone(),
        cells: Vec::new(),
    };
    gaps.tell(lang);
    let known = gaps.known_to_one.iter().flatten().map(|gap| &gap.reason);
    let unreferred = gaps.not_referred.iter().flatten().map(|gap| &gap.reason);
    let held = gaps.held_by_one.iter().map(|gap| &gap.reason);
    let kinds: [(&'static str, Vec<&String>); 3] = [
        ("gaps.known_to_one.reason", known.collect()),
        ("gaps.not_referred.reason", unreferred.collect()),
        ("gaps.held_by_one.reason", held.collect()),
    ];
    html! {
        @for (key, reasons) in kinds.iter().filter(|(_, reasons)| !reasons.is_empty()) {
            details {
                summary { (figures::name(key, lang)) " (" (reasons.len()) ")" }
                ul {
                    @for reason in reasons.iter().take(OFFERS) { li { (line(reason)) } }
                    (rest(reasons.len(), OFFERS, chain, lang))
                }
            }
        }
    }
}
