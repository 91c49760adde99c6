//! What stands in the chain.

use std::collections::{BTreeMap, BTreeSet};

use super::axes::{FIELDS, PHASES};
use super::look::{Alone, Block, ProviderMark};
use super::signs::signs;
use crate::domain::{InPhase, SurveyOffer};
use crate::map::parties::Known;
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
    /// Whether who is responsible provides it itself.
    pub own: bool,
    /// The names and the signs of the providers that are not responsible.
    pub others: [String; 2],
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
    /// The offers that are known, their departments in these colours.
    pub fn of(known: &Known, hues: BTreeMap<String, usize>) -> Self {
        let (district, alone) = (known.district(), alone(known));
        let survey = district.survey;
        let mut rooms = hues;
        // Where functions are grouped by something else, a responsible department takes the next colour.
        for department in district.offers().filter_map(|offer| offer.responsible) {
            let next = rooms.values().max().map_or(0, |last| last + 1);
            let name = survey.department(department).name.clone();
            rooms.entry(name).or_insert(next);
        }
        let signs = signs(&survey.departments);
        let reading = Reading {
            district,
            rooms: &rooms,
            signs: &signs,
        };
        let offers: Vec<ChainOffer> = district
            .offers()
            .map(|offer| reading.offer(offer, alone.get(offer.id.as_str()).copied()))
            .collect();
        let named: BTreeSet<u32> = district
            .offers()
            .filter_map(|offer| offer.responsible)
            .collect();
        let mut responsible: Vec<Signed> = named
            .iter()
            .map(|department| Signed {
                room: rooms[reading.name(*department)],
                sign: reading.sign(*department).to_owned(),
                name: reading.name(*department).to_owned(),
            })
            .collect();
        responsible.sort();
        let providing = district
            .offers()
            .flat_map(|offer| reading.providers(offer))
            .filter(|one| !named.contains(one) && reading.sign(*one) != reading.name(*one))
            .map(|one| (reading.sign(one).to_owned(), reading.name(one).to_owned()))
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
    district: InPhase<'a>,
    rooms: &'a BTreeMap<String, usize>,
    /// The sign of each department, by its place.
    signs: &'a [String],
}

impl<'a> Reading<'a> {
    fn sign(&self, department: u32) -> &'a str {
        &self.signs[department as usize]
    }

    fn name(&self, department: u32) -> &'a str {
        &self.district.survey.department(department).name
    }

    /// The departments of those who provide an offer.
    fn providers(&self, offer: &SurveyOffer) -> BTreeSet<u32> {
        let parties = offer.providers.iter();
        parties
            .filter_map(|party| self.district.department(party))
            .collect()
    }

    fn offer(&self, offer: &SurveyOffer, alone: Option<Alone>) -> ChainOffer {
        let responsible = offer.responsible;
        let providers = self.providers(offer);
        let marks: BTreeSet<ProviderMark> = providers
            .iter()
            .filter_map(|one| {
                let kind = self.district.survey.department(*one).kind?;
                Some(ProviderMark::of(kind, responsible == Some(*one)))
            })
            .collect();
        let others = |told: &dyn Fn(u32) -> &'a str| -> String {
            let others = providers.iter().filter(|one| responsible != Some(**one));
            let told: Vec<&str> = others.map(|one| told(*one)).collect();
            told.join(", ")
        };
        let name = |department: u32| self.name(department).to_owned();
        ChainOffer {
            id: offer.id.clone(),
            name: offer.label.clone(),
            fields: (0..FIELDS.len())
                .filter(|at| offer.fields.contains(&FIELDS[*at]))
                .collect(),
            spans: spans(offer),
            providers: providers.iter().map(|one| name(*one)).collect(),
            own: providers.iter().any(|one| responsible == Some(*one)),
            others: [others(&|one| self.name(one)), others(&|one| self.sign(one))],
            block: Block {
                room: responsible.map(|one| self.rooms[self.name(one)]),
                sign: responsible.map(|one| self.sign(one).to_owned()),
                marks: marks.into_iter().collect(),
                alone,
            },
            responsible: responsible.map(name),
        }
    }
}

/// The runs of life phases that follow each other.
fn spans(offer: &SurveyOffer) -> Vec<(usize, usize)> {
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
fn alone<'a>(known: &'a Known) -> BTreeMap<&'a str, Alone> {
    let held = known.held.iter().map(|one| (one.offer, Alone::Held));
    let known = known.known.iter().map(|one| (one.offer, Alone::Known));
    held.chain(known).collect()
}
