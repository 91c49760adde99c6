//! The phases or waves of plain files.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::super::fault::{Faults, Problem};
use super::super::plan::{List, date};
use super::super::read::Row;
use super::part::{Part, coded, is_too_long};
use crate::domain::{MAX_NAME, Survey, SurveyPhase, natural};

/// A survey counts its phases in sixteen bits; a column with more values than this is none of phases.
const MOST: usize = 1_000;

/// A phase as a cell names it.
pub(super) struct Named {
    /// Its place among those met; none: in all phases.
    pub place: Option<u16>,
    /// The text that names it.
    pub text: String,
}

/// The phases met so far, in the order in which they were met.
#[derive(Default)]
pub(super) struct Phases {
    met: Vec<(Option<NaiveDate>, SurveyPhase)>,
    place_of: HashMap<String, u16>,
    /// What each cell so far names.
    by_cell: HashMap<String, Vec<Named>>,
    /// Texts that stand alone in a cell: a list is read as one only where it names nothing else.
    alone: HashSet<String>,
}

impl Phases {
    /// From a table of phases, where there is one.
    pub fn read<'p>(parts: impl Iterator<Item = &'p Part<'p>>, faults: &mut Faults) -> Self {
        let mut phases = Self::default();
        for part in parts {
            let (id, name, start) = (part.at("id"), part.at("name"), part.at("start"));
            part.each(faults, |number, row, faults| {
                let mut named = |column| part.name(number, row, column, faults);
                let (Some(id), Some(name)) = (named(id), named(name)) else {
                    return;
                };
                if phases.met.len() >= MOST {
                    if phases.met.len() == MOST {
                        let place = part.place(number, None, "");
                        faults.push(place, Problem::TooManyPhases(MOST));
                        phases.add(None, &id, &name);
                    }
                    return;
                }
                let start = start.and_then(|at| date(row.get(at)).ok());
                let key = if id.is_empty() { &name } else { &id };
                if !key.is_empty() && !phases.place_of.contains_key(key.as_ref()) {
                    let place = phases.add(start, key, if name.is_empty() { key } else { &name });
                    phases.place_of.entry(name.into_owned()).or_insert(place);
                }
            });
        }
        phases
    }

    /// Takes note of the texts that stand alone in a cell of a table, before its rows are read.
    pub fn note(&mut self, part: &Part<'_>) {
        let Some(column) = part.at("phase") else {
            return;
        };
        // Faults of the table are reported when its rows are read.
        part.each(&mut Faults::default(), |_, row, _| {
            let cell = coded(row, Some(column));
            let list = List {
                text: &cell,
                mark: part.sheet.list_mark,
            };
            if !cell.is_empty() && list.marks() == 0 && !self.alone.contains(cell.as_ref()) {
                self.alone.insert(cell.into_owned());
            }
        });
    }

    fn add(&mut self, start: Option<NaiveDate>, id: &str, name: &str) -> u16 {
        let place = u16::try_from(self.met.len()).unwrap_or(u16::MAX);
        let phase = SurveyPhase {
            id: id.to_owned(),
            name: name.to_owned(),
        };
        self.met.push((start, phase));
        self.place_of.insert(id.to_owned(), place);
        place
    }

    /// The phases that a cell names; a single one without a place where it names none.
    pub fn of(
        &mut self,
        part: &Part<'_>,
        number: u32,
        row: Row<'_>,
        column: Option<usize>,
        faults: &mut Faults,
    ) -> &[Named] {
        let cell = coded(row, column);
        if !self.by_cell.contains_key(cell.as_ref()) {
            let place = |phases: &mut Self, text: &str, faults: &mut Faults| Named {
                place: phases.one(part, number, text, column, faults),
                text: text.to_owned(),
            };
            let named = match self.listed(&cell, part.sheet.list_mark) {
                Some(list) => {
                    let list = list.iter();
                    list.map(|text| place(self, text, faults)).collect()
                }
                None => vec![place(self, &cell, faults)],
            };
            self.by_cell.insert(cell.clone().into_owned(), named);
        }
        &self.by_cell[cell.as_ref()]
    }

    /// The items of a cell that names several phases, each of them known or named alone elsewhere.
    fn listed(&self, cell: &str, mark: char) -> Option<Vec<String>> {
        if self.place_of.contains_key(cell) {
            return None;
        }
        let known = |text: &str| {
            let is_known = self.place_of.contains_key(text) || self.alone.contains(text);
            is_known.then(|| text.to_owned())
        };
        let items = List { text: cell, mark }.items(known);
        let items: Option<Vec<String>> = items.into_iter().map(Result::ok).collect();
        items.filter(|items| items.len() > 1)
    }

    /// The place of the phase that a text names, a new one where there is none; none where it names none, or after a
    /// fault.
    fn one(
        &mut self,
        part: &Part<'_>,
        number: u32,
        text: &str,
        column: Option<usize>,
        faults: &mut Faults,
    ) -> Option<u16> {
        if text.is_empty() {
            return None;
        }
        if let Some(place) = self.place_of.get(text) {
            return Some(*place);
        }
        if is_too_long(text) {
            let problem = || Problem::NameTooLong(MAX_NAME);
            faults.push_with(|| part.place(number, column, text), problem);
            return None;
        }
        if self.met.len() >= MOST {
            if self.met.len() == MOST {
                faults.push(
                    part.place(number, column, text),
                    Problem::TooManyValues(MOST),
                );
                self.add(None, text, text);
            }
            return None;
        }
        Some(self.add(None, text, text))
    }

    /// Puts the phases into their order, by start or else by name, and gives all rows the places in it.
    pub fn finish(self, survey: &mut Survey) {
        let mut order: Vec<usize> = (0..self.met.len()).collect();
        order.sort_by(|a, b| {
            let ((start, x), (other, y)) = (&self.met[*a], &self.met[*b]);
            match (start, other) {
                (Some(start), Some(other)) => start.cmp(other),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => natural(&x.id, &y.id),
            }
        });
        let mut place_of = vec![0; order.len()];
        for (place, met) in (0..).zip(&order) {
            place_of[*met] = place;
        }
        survey.move_phases(&place_of);
        let mut phases: Vec<Option<SurveyPhase>> =
            self.met.into_iter().map(|(_, phase)| Some(phase)).collect();
        survey.phases = order.iter().filter_map(|met| phases[*met].take()).collect();
    }
}
