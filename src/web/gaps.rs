//! What could be begun: contacts between offices, and offers that few know or hold.

use maud::{Markup, html};

use crate::analysis::{Gaps, OneDepartment, SiloReport, Suggestion, Unreferred};
use crate::text::Lang;
use crate::text::figures;
use crate::text::gaps::Reason;
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
            li { a href=(address) { ((text.more_things)(more)) } }
        }
    }
}

/// The contacts that are suggested, each with its reason; nothing where there is none.
pub fn contacts(report: &SiloReport, lang: Lang) -> Markup {
    let text = DistrictPage::of(lang);
    let suggestions = report.suggestions.iter().flatten().take(CONTACTS);
    let told: Vec<&Suggestion> = suggestions.collect();
    html! {
        @if !told.is_empty() {
            div.contacts {
                h3 { (text.contacts) }
                ul.pairs {
                    @for contact in &told {
                        @let [a, b] = &contact.departments;
                        li { details {
                            summary { (name(a)) " – " (name(b)) }
                            p { (line(&contact.reason().say(lang))) }
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
    let known = gaps.known_to_one.iter().flatten();
    let unreferred = gaps.not_referred.iter().flatten();
    let held = gaps.held_by_one.iter();
    let kinds: [(&'static str, Vec<Reason<'_>>); 3] = [
        (
            "gaps.known_to_one.reason",
            known.map(OneDepartment::reason).collect(),
        ),
        (
            "gaps.not_referred.reason",
            unreferred.map(Unreferred::reason).collect(),
        ),
        (
            "gaps.held_by_one.reason",
            held.map(OneDepartment::reason).collect(),
        ),
    ];
    html! {
        @for (key, reasons) in kinds.iter().filter(|(_, reasons)| !reasons.is_empty()) {
            details {
                summary { (figures::name(key, lang)) " (" (reasons.len()) ")" }
                ul {
                    @for reason in reasons.iter().take(OFFERS) { li { (line(&reason.say(lang))) } }
                    (rest(reasons.len(), OFFERS, chain, lang))
                }
            }
        }
    }
}
