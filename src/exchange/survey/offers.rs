//! The offers of plain files, with who takes part in them.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::super::fault::{Faults, Problem};
use super::super::plan::List;
use super::actors::Actors;
use super::departments::Departments;
use super::phases::Phases;
use super::{Part, Row, text};
use crate::domain::{Id, Offer, SurveyOffer, SurveyParty, natural};
use crate::text::words;

/// The offers met so far.
#[derive(Default)]
pub(super) struct Offers(Vec<SurveyOffer>);

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
            let colons = text.rmatch_indices(':');
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
    fn list(&self, part: &Part<'_>, row: Row<'_>, column: Option<usize>) -> Vec<SurveyParty> {
        let cell = text(row, column);
        let list = List {
            text: &cell,
            mark: part.sheet.list_mark(),
        };
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
        let at = |key: &str| part.at(key);
        let (id, name, phase) = (at("id"), at("name"), at("phase"));
        let (life_phases, fields) = (at("life_phases"), at("fields"));
        let (providers, responsible) = (at("providers"), at("responsible"));
        let (known_to, referred_by) = (at("known_to"), at("referred_by"));
        part.each(faults, |number, row, faults| {
            let (key, label) = (text(row, id), text(row, name));
            if key.is_empty() && label.is_empty() {
                faults.push(part.place(number, id.or(name), ""), Problem::Empty);
                return;
            }
            let responsible = text(row, responsible).into_owned();
            self.0.push(SurveyOffer {
                id: if key.is_empty() {
                    Id::<Offer>::from_name(&label, |_| false).to_string()
                } else {
                    key.to_string()
                },
                label: if label.is_empty() { key } else { label }.into_owned(),
                phase: phases.of(part, number, row, phase, faults),
                life_phases: coded(part, row, life_phases, words::read_life_phase),
                fields: coded(part, row, fields, words::read_field),
                providers: parties.list(part, row, providers),
                responsible: (!responsible.is_empty())
                    .then(|| parties.department(&responsible).unwrap_or(responsible)),
                known_to: parties.list(part, row, known_to),
                referred_by: parties.list(part, row, referred_by),
            });
        });
    }

    /// The offers in their order, with the places of their phases.
    pub fn finish(mut self, place_of_phase: &[u16]) -> Vec<SurveyOffer> {
        for offer in &mut self.0 {
            offer.phase = offer.phase.map(|met| place_of_phase[usize::from(met)]);
        }
        self.0
            .sort_by(|a, b| natural(&a.id, &b.id).then(a.phase.cmp(&b.phase)));
        self.0
    }
}

/// The codes that a cell names; a word that is none is left out, as other columns of plain files are read.
fn coded<T: Ord>(
    part: &Part<'_>,
    row: Row<'_>,
    column: Option<usize>,
    read: impl Fn(&str) -> Option<T>,
) -> BTreeSet<T> {
    let cell = text(row, column);
    let list = List {
        text: &cell,
        mark: part.sheet.list_mark(),
    };
    list.items(read).into_iter().flatten().collect()
}
