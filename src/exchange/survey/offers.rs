//! The offers of plain files, with who takes part in them.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::super::fault::{Faults, Problem};
use super::super::plan::{List, MAX_ITEMS, MOST_MARKS};
use super::actors::Actors;
use super::departments::Departments;
use super::phases::Phases;
use super::{Part, text};
use crate::domain::{Id, Offer, SurveyOffer, SurveyParty, natural};
use crate::text::words;

/// The columns that hold lists.
const LISTS: [&str; 5] = [
    "life_phases",
    "fields",
    "providers",
    "known_to",
    "referred_by",
];

/// The offers met so far.
#[derive(Default)]
pub(super) struct Offers {
    met: Vec<SurveyOffer>,
    /// How many items the lists so far have.
    items: usize,
}

/// Who may take part, by the texts that name them.
pub(super) struct Parties<'a> {
    actors: &'a Actors,
    departments: &'a Departments,
    /// The departments that actors have, listed or not.
    names: HashSet<&'a str>,
    /// The department of each section; none where several departments have one of this name.
    sections: HashMap<&'a str, Option<&'a str>>,
}

impl<'a> Parties<'a> {
    pub fn of(actors: &'a Actors, departments: &'a Departments) -> Self {
        Self {
            actors,
            departments,
            names: actors.departments(),
            sections: actors.sections(),
        }
    }

    fn department(&self, text: &str) -> Option<String> {
        let listed = self
            .departments
            .get(text)
            .map(|department| department.name.clone());
        listed.or_else(|| self.names.contains(text).then(|| text.to_owned()))
    }

    /// Whom a text means, as an import would find it; none where it is nobody of the file.
    fn find(&self, text: &str) -> Option<SurveyParty> {
        if let Some(actor) = self.actors.find(text) {
            return Some(SurveyParty::Actor(actor));
        }
        let section = || {
            self.sections
                .get(text)
                .copied()
                .flatten()
                .map(str::to_owned)
        };
        let before_colon = || {
            let colons = text.rmatch_indices(':').take(MOST_MARKS);
            colons
                .filter_map(|(at, _)| self.department(text[..at].trim()))
                .next()
        };
        let department = self
            .department(text)
            .or_else(section)
            .or_else(before_colon)?;
        Some(SurveyParty::Department(department))
    }

    /// Those whom a cell names; who is nobody of the file stands as a department of its own.
    fn list(&self, list: List<'_>) -> Vec<SurveyParty> {
        let parties = list.items(|name| self.find(name)).into_iter();
        parties
            .map(|party| party.unwrap_or_else(|name| SurveyParty::Department(name.to_owned())))
            .collect()
    }
}

impl Offers {
    /// Reads a table of offers.
    pub fn read(
        &mut self,
        part: &Part<'_>,
        parties: &Parties<'_>,
        phases: &mut Phases,
        faults: &mut Faults,
    ) {
        let [id, name, phase] = ["id", "name", "phase"].map(|key| part.at(key));
        let responsible = part.at("responsible");
        let lists = LISTS.map(|key| part.at(key));
        let mark = part.sheet.list_mark;
        part.each(faults, |number, row, faults| {
            let mut named = |column| part.name(number, row, column, faults);
            let names = (named(id), named(name), named(responsible));
            let (Some(key), Some(label), Some(responsible)) = names else {
                return;
            };
            if key.is_empty() && label.is_empty() {
                faults.push_with(|| part.place(number, id.or(name), ""), || Problem::Empty);
                return;
            }
            let cells = lists.map(|column| text(row, column));
            let lists = cells.each_ref().map(|text| List { text, mark });
            let before = self.items;
            self.items += lists.iter().map(|list| list.marks()).sum::<usize>();
            if self.items > MAX_ITEMS {
                if before <= MAX_ITEMS {
                    let place = part.place(number, None, "");
                    faults.push(place, Problem::TooManyItems(MAX_ITEMS));
                }
                return;
            }
            let [life_phases, fields, providers, known_to, referred_by] = lists;
            let responsible = responsible.into_owned();
            self.met.push(SurveyOffer {
                id: if key.is_empty() {
                    Id::<Offer>::from_name(&label, |_| false).to_string()
                } else {
                    key.to_string()
                },
                label: if label.is_empty() { key } else { label }.into_owned(),
                phase: phases.of(part, number, row, phase, faults),
                life_phases: coded(life_phases, words::read_life_phase),
                fields: coded(fields, words::read_field),
                providers: parties.list(providers),
                responsible: (!responsible.is_empty())
                    .then(|| parties.department(&responsible).unwrap_or(responsible)),
                known_to: parties.list(known_to),
                referred_by: parties.list(referred_by),
            });
        });
    }

    /// The offers in their order, with the places of their phases.
    pub fn finish(mut self, place_of_phase: &[u16]) -> Vec<SurveyOffer> {
        for offer in &mut self.met {
            offer.phase = offer.phase.map(|met| place_of_phase[usize::from(met)]);
        }
        self.met
            .sort_by(|a, b| natural(&a.id, &b.id).then(a.phase.cmp(&b.phase)));
        self.met
    }
}

/// The codes that a list names; a word that is none is left out, as other columns of plain files are read.
fn coded<T: Ord>(list: List<'_>, read: impl Fn(&str) -> Option<T>) -> BTreeSet<T> {
    list.items(read).into_iter().flatten().collect()
}
