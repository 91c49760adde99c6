//! Who takes part in the offers of plain files.

use std::collections::HashMap;

use super::super::fault::{Problem, some_ids};
use super::super::plan::{List, MOST_MARKS};
use super::actors::Actors;
use super::departments::Departments;
use super::doubts::{Cell, Doubts};
use crate::domain::{Noun, SurveyParty, look_alike};

/// Who may take part, by the texts that name them.
pub(super) struct Parties<'a> {
    actors: &'a Actors,
    /// The sections by how they look, each with its department; none where several departments have one of this name.
    sections: HashMap<String, (&'a str, Option<u32>)>,
    /// How many departments are listed or have actors; they come first.
    known: usize,
}

impl<'a> Parties<'a> {
    pub fn of(actors: &'a Actors, departments: &Departments) -> Self {
        Self {
            actors,
            sections: actors.standing.sections(),
            known: departments.len(),
        }
    }

    fn department(&self, text: &str, departments: &Departments) -> Option<u32> {
        let place = departments.find(text);
        place.filter(|place| (*place as usize) < self.known)
    }

    /// Whom a text means, as an import would find it; none where it is nobody of the file.
    fn find(&self, text: &str, departments: &Departments) -> Option<SurveyParty> {
        if let Some(actor) = self.actors.find(text, departments) {
            return Some(SurveyParty::Actor(actor));
        }
        if let Some(department) = self.department(text, departments) {
            return Some(SurveyParty::Department(department));
        }
        if let Some((section, Some(department))) = self.sections.get(&look_alike(text)) {
            return Some(SurveyParty::Section(*department, (*section).to_owned()));
        }
        let mut colons = text.rmatch_indices(':').take(MOST_MARKS);
        colons.find_map(|(at, _)| {
            let department = self.department(text[..at].trim(), departments)?;
            // Two colons where a section has just the name of somebody else.
            let section = text[at..].trim_start_matches(':').trim();
            Some(match section {
                "" => SurveyParty::Department(department),
                section => SurveyParty::Section(department, self.spelled(section)),
            })
        })
    }

    /// A section as the functions that work in it spell it.
    fn spelled(&self, section: &str) -> String {
        let known = self.sections.get(&look_alike(section));
        known.map_or(section, |(known, _)| *known).to_owned()
    }

    /// Those whom a cell names; who is nobody of the file, or not clearly one, stands as a department of its own, and in
    /// doubt.
    pub fn list(
        &self,
        list: List<'_>,
        cell: Cell<'_>,
        departments: &mut Departments,
        doubts: &mut Doubts,
    ) -> Vec<SurveyParty> {
        let parties = list.items(|name| self.find(name, departments)).into_iter();
        parties
            .map(|party| {
                party.unwrap_or_else(|name| {
                    doubts.of_item(cell, name, |doubts| self.problem(name, departments, doubts));
                    SurveyParty::Department(departments.place(name))
                })
            })
            .collect()
    }

    /// The department that a cell names; one that only the cell names is in doubt.
    pub fn responsible(
        &self,
        name: &str,
        cell: Cell<'_>,
        departments: &mut Departments,
        doubts: &mut Doubts,
    ) -> u32 {
        if self.department(name, departments).is_none() {
            doubts.of_item(cell, name, |doubts| Problem::NoSuch {
                noun: Noun::Department,
                nearest: doubts.near(name, departments.texts(self.known)),
            });
        }
        departments.place(name)
    }

    /// Why a text names nobody, as an import would say it.
    fn problem(&self, text: &str, departments: &Departments, doubts: &Doubts) -> Problem {
        let noun = Noun::Actor;
        if let Some(ids) = self.actors.written_out(text, departments) {
            return Problem::Ambiguous { noun, ids };
        }
        if self.sections.contains_key(&look_alike(text)) {
            let places = self.actors.standing.with_section(text).into_iter();
            let ids = places.map(|place| format!("{}: {text}", departments.at(place).name));
            let ids = some_ids(ids);
            return Problem::Ambiguous { noun, ids };
        }
        let texts = self.actors.texts().chain(departments.texts(self.known));
        let texts = texts.chain(self.sections.values().map(|(section, _)| *section));
        let nearest = doubts.near(text, texts);
        Problem::NoSuch { noun, nearest }
    }
}
