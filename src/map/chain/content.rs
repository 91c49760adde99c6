//! What stands in the chain.

use std::collections::{BTreeMap, BTreeSet};

use super::axes::{FIELDS, PHASES};
use super::look::{Alone, Block, ProviderMark};
use super::signs::signs;
use crate::domain::{DepartmentId, Offer, OfferId};
use crate::map::network::scene::Scene;
use crate::map::parties::{Known, Network};
use crate::text::views::ChainTexts;
use crate::text::{Lang, words};

/// How many gaps the sentence names.
const NAMED: usize = 3;

/// An offer.
#[derive(Debug, Clone, PartialEq)]
pub struct ChainOffer {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The places of its fields among all fields.
    pub fields: Vec<usize>,
    /// The runs of life phases that follow each other, as places of the first and the last.
    pub spans: Vec<(usize, usize)>,
    /// The responsible department.
    pub responsible: Option<String>,
    /// The departments of those who provide it.
    pub providers: Vec<String>,
    /// The signs of those among them that are not responsible.
    pub others: String,
    /// How its block looks.
    pub block: Block,
}

/// The offers of a phase.
#[derive(Debug, Clone, PartialEq)]
pub struct Chain {
    /// The offers, by id.
    pub offers: Vec<ChainOffer>,
    /// The responsible departments.
    pub responsible: Vec<Signed>,
    /// The signs of those that only provide, with their names, where a sign is not the name.
    pub providing: BTreeMap<String, String>,
}

/// A responsible department.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Signed {
    /// The number that decides its colour.
    pub room: usize,
    /// Its sign.
    pub sign: String,
    /// Its name.
    pub name: String,
}

impl Chain {
    /// The offers that are known; the scene's departments decide the colours, the same in all views.
    pub fn of(known: &Known, scene: &Scene) -> Self {
        let (network, alone) = (&known.network(), alone(known));
        let mut rooms: BTreeMap<String, usize> = scene
            .rooms
            .iter()
            .map(|room| (room.name.clone(), room.hue))
            .collect();
        // A responsible department without an actor has no room: it takes the next colour.
        for (_, offer) in network.offers() {
            if let Some(id) = &offer.responsible {
                let next = rooms.values().max().map_or(0, |last| last + 1);
                rooms.entry(network.name(id).to_owned()).or_insert(next);
            }
        }
        let signs = signs(&network.whole.departments);
        let reading = Reading {
            network,
            rooms: &rooms,
            signs: &signs,
        };
        let offers: Vec<ChainOffer> = network
            .offers()
            .map(|(id, offer)| reading.offer(id, offer, alone.get(id).copied()))
            .collect();
        let named: BTreeSet<&DepartmentId> = network
            .offers()
            .filter_map(|(_, offer)| offer.responsible.as_ref())
            .collect();
        let mut responsible: Vec<Signed> = named
            .iter()
            .map(|id| Signed {
                room: rooms[network.name(id)],
                sign: reading.sign(id).to_owned(),
                name: network.name(id).to_owned(),
            })
            .collect();
        responsible.sort();
        let providing = network
            .offers()
            .flat_map(|(_, offer)| reading.providers(offer))
            .filter(|id| !named.contains(id) && reading.sign(id) != network.name(id))
            .map(|id| (reading.sign(id).to_owned(), network.name(id).to_owned()))
            .collect();
        Self {
            offers,
            responsible,
            providing,
        }
    }

    /// The cells without an offer, as places of field and life phase, life phases from the youngest.
    pub fn gaps(&self) -> Vec<(usize, usize)> {
        let cells =
            (0..PHASES.len()).flat_map(|phase| (0..FIELDS.len()).map(move |field| (field, phase)));
        cells
            .filter(|(field, phase)| self.here(*field, *phase).is_empty())
            .collect()
    }

    /// The offers of a cell.
    pub fn here(&self, field: usize, phase: usize) -> Vec<usize> {
        let spans = |offer: &ChainOffer| {
            let mut spans = offer.spans.iter();
            spans.any(|(from, to)| (*from..=*to).contains(&phase))
        };
        let inside = |offer: &ChainOffer| offer.fields.contains(&field) && spans(offer);
        (0..self.offers.len())
            .filter(|at| inside(&self.offers[*at]))
            .collect()
    }

    fn count(&self, alone: Alone) -> usize {
        let marks = self.offers.iter().map(|offer| offer.block.alone);
        marks.filter(|mark| *mark == Some(alone)).count()
    }

    /// The sentence of what to see.
    pub fn sentence(&self, say: &ChainTexts, lang: Lang) -> String {
        if self.offers.is_empty() {
            return say.empty.to_owned();
        }
        let gaps = self.gaps();
        let names: Vec<String> = gaps
            .iter()
            .take(NAMED)
            .map(|(field, phase)| cell(*field, *phase, lang))
            .collect();
        let known = self.count(Alone::Known);
        let held = self.count(Alone::Held) + known;
        (say.sentence)(gaps.len(), PHASES.len() * FIELDS.len(), &names, held, known)
    }

    /// The picture in words.
    pub fn description(&self, say: &ChainTexts, lang: Lang) -> String {
        let mut parts = vec![(say.description)(self.offers.len())];
        for field in 0..FIELDS.len() {
            for phase in 0..PHASES.len() {
                let names: Vec<&str> = self
                    .here(field, phase)
                    .into_iter()
                    .map(|at| self.offers[at].name.as_str())
                    .collect();
                let names = if names.is_empty() {
                    say.gap.to_owned()
                } else {
                    names.join("; ")
                };
                parts.push(format!("{}: {names}.", cell(field, phase, lang)));
            }
        }
        parts.join(" ")
    }
}

/// A cell by its field and life phase.
pub fn cell(field: usize, phase: usize, lang: Lang) -> String {
    format!(
        "{} ({})",
        words::field(FIELDS[field], lang),
        words::life_phase(PHASES[phase], lang)
    )
}

/// What an offer is read with.
struct Reading<'a> {
    network: &'a Network<'a>,
    rooms: &'a BTreeMap<String, usize>,
    signs: &'a BTreeMap<DepartmentId, String>,
}

impl<'a> Reading<'a> {
    fn sign(&self, id: &DepartmentId) -> &'a str {
        self.signs.get(id).map_or("", String::as_str)
    }

    /// The departments of those who provide an offer.
    fn providers(&self, offer: &'a Offer) -> BTreeSet<&'a DepartmentId> {
        let parties = self.network.providers(offer);
        parties
            .filter_map(|party| self.network.department(party))
            .collect()
    }

    fn offer(&self, id: &OfferId, offer: &'a Offer, alone: Option<Alone>) -> ChainOffer {
        let network = self.network;
        let responsible = offer.responsible.as_ref();
        let providers = self.providers(offer);
        let marks: BTreeSet<ProviderMark> = providers
            .iter()
            .filter_map(|id| {
                let kind = network.whole.departments.get(*id)?.kind;
                Some(ProviderMark::of(kind, responsible == Some(*id)))
            })
            .collect();
        let others: Vec<&str> = providers
            .iter()
            .filter(|id| responsible != Some(**id))
            .map(|id| self.sign(id))
            .collect();
        let name = |id: &DepartmentId| network.name(id).to_owned();
        ChainOffer {
            id: id.to_string(),
            name: offer.name.to_string(),
            fields: (0..FIELDS.len())
                .filter(|at| offer.fields.contains(&FIELDS[*at]))
                .collect(),
            spans: spans(offer),
            providers: providers.iter().map(|id| name(id)).collect(),
            others: others.join(", "),
            block: Block {
                room: responsible.map(|id| self.rooms[network.name(id)]),
                sign: responsible.map(|id| self.sign(id).to_owned()),
                marks: marks.into_iter().collect(),
                alone,
            },
            responsible: responsible.map(name),
        }
    }
}

/// The runs of life phases that follow each other.
fn spans(offer: &Offer) -> Vec<(usize, usize)> {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for (place, phase) in PHASES.iter().enumerate() {
        if !offer.life_phases.contains(phase) {
            continue;
        }
        match spans.last_mut() {
            Some((_, to)) if *to + 1 == place => *to = place,
            _ => spans.push((place, place)),
        }
    }
    spans
}

/// The offers that one department holds, or alone knows.
fn alone<'a>(known: &'a Known) -> BTreeMap<&'a OfferId, Alone> {
    let held = known.held.iter().map(|one| (&one.offer, Alone::Held));
    let known = known.known.iter().map(|one| (&one.offer, Alone::Known));
    held.chain(known).collect()
}
