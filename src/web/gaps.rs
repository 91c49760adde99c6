//! What could be begun: contacts between offices, and offers that few know or hold.

use maud::{Markup, html};

use crate::analysis::{Gaps, SiloReport, Suggestion};
use crate::text::Lang;
use crate::text::figures::name;
use crate::text::pages::DistrictPage;

/// How many contacts the page suggests.
const CONTACTS: usize = 3;

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
                            summary { (a) " – " (b) }
                            p { (contact.reason) }
                        } }
                    }
                }
                p.hint { (text.contacts_note) }
            }
        }
    }
}

/// The offers that few know, refer to or hold, folded; nothing where nothing is missing.
pub fn of_offers(gaps: &Gaps, lang: Lang) -> Markup {
    let mut gaps = gaps.clone();
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
                summary { (name(key, lang)) " (" (reasons.len()) ")" }
                ul { @for reason in reasons { li { (reason) } } }
            }
        }
    }
}
