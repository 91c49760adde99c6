//! Offers by field of action and life phase, and the cells without one.

use maud::{Markup, html};

use crate::analysis::Gaps;
use crate::domain::{Field, LifePhase};
use crate::service::ShownOffer;
use crate::text::pages::DistrictPage;
use crate::text::{Lang, words};

use super::gaps::{of_offers, rest};
use super::name::name;

/// How many offers of a cell are named.
const NAMED: usize = 20;

/// The offers of one phase, by cell.
pub struct Matrix<'a> {
    offers: Vec<ShownOffer>,
    chain: &'a str,
}

impl<'a> Matrix<'a> {
    /// The offers that exist in a phase, and the address of the map that shows them all.
    pub fn of(offers: Vec<ShownOffer>, chain: &'a str) -> Self {
        Self { offers, chain }
    }

    fn cell(&self, field: Field, phase: LifePhase) -> Vec<&ShownOffer> {
        let inside = |offer: &&ShownOffer| {
            offer.fields.contains(&field) && offer.life_phases.contains(&phase)
        };
        self.offers.iter().filter(inside).collect()
    }

    /// The number of cells without an offer.
    fn gaps(&self) -> usize {
        let cells = Field::ALL
            .into_iter()
            .flat_map(|field| LifePhase::ALL.map(|phase| (field, phase)));
        cells
            .filter(|(field, phase)| self.cell(*field, *phase).is_empty())
            .count()
    }

    /// The section of the page: a table where there is room, a list by life phase where there is not.
    pub fn render(&self, gaps: Option<&Gaps>, lang: Lang) -> Markup {
        let text = DistrictPage::of(lang);
        html! {
            section.offers #offers aria-labelledby="offers-title" {
                h2 #offers-title { (text.offers) }
                @if self.offers.is_empty() { p { (text.no_offers) } }
                @else {
                    p { ((text.offers_lead)(self.offers.len(), self.gaps())) }
                    (self.table(lang, text))
                    (self.list(lang))
                    @if let Some(gaps) = gaps { (of_offers(gaps, self.chain, lang)) }
                }
            }
        }
    }

    fn table(&self, lang: Lang, text: &DistrictPage) -> Markup {
        html! {
            table.matrix {
                caption { (text.offers_caption) }
                thead {
                    tr {
                        th scope="col" { (text.offers_corner) }
                        @for phase in LifePhase::ALL { th scope="col" { (words::life_phase(phase, lang)) } }
                    }
                }
                tbody {
                    @for field in Field::ALL {
                        tr {
                            th scope="row" { (words::field(field, lang)) }
                            @for phase in LifePhase::ALL {
                                @let offers = self.cell(field, phase);
                                td.empty[offers.is_empty()] { (self.told(&offers, lang)) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn list(&self, lang: Lang) -> Markup {
        html! {
            div.by-phase {
                @for phase in LifePhase::ALL {
                    h3 { (words::life_phase(phase, lang)) }
                    dl {
                        @for field in Field::ALL {
                            @let offers = self.cell(field, phase);
                            dt { (words::field(field, lang)) }
                            dd.empty[offers.is_empty()] { (self.told(&offers, lang)) }
                        }
                    }
                }
            }
        }
    }

    /// How many offers stand in a cell, and which.
    fn told(&self, offers: &[&ShownOffer], lang: Lang) -> Markup {
        let text = DistrictPage::of(lang);
        html! {
            @if offers.is_empty() { span.gap { (text.gap) } }
            @else {
                details {
                    summary { ((text.offers_here)(offers.len())) }
                    ul {
                        @for offer in offers.iter().take(NAMED) { li { (name(&offer.name)) } }
                        (rest(offers.len(), NAMED, self.chain, lang))
                    }
                }
            }
        }
    }
}
