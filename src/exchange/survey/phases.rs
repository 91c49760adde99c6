//! The phases or waves of plain files.

use std::cmp::Ordering;
use std::collections::HashMap;

use chrono::NaiveDate;

use super::super::fault::{Faults, Problem};
use super::super::plan::date;
use super::{Part, Row, coded, is_too_long};
use crate::domain::{MAX_NAME, Survey, SurveyPhase, natural};

/// A survey counts its phases in sixteen bits; a column with more values than this is none of phases.
const MOST: usize = 1_000;

/// The phases met so far, in the order in which they were met.
#[derive(Default)]
pub(super) struct Phases {
    met: Vec<(Option<NaiveDate>, SurveyPhase)>,
    by_text: HashMap<String, u16>,
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
                if !key.is_empty() && !phases.by_text.contains_key(key.as_ref()) {
                    let place = phases.add(start, key, if name.is_empty() { key } else { &name });
                    phases.by_text.entry(name.into_owned()).or_insert(place);
                }
            });
        }
        phases
    }

    fn add(&mut self, start: Option<NaiveDate>, id: &str, name: &str) -> u16 {
        let place = u16::try_from(self.met.len()).unwrap_or(u16::MAX);
        let phase = SurveyPhase {
            id: id.to_owned(),
            name: name.to_owned(),
        };
        self.met.push((start, phase));
        self.by_text.insert(id.to_owned(), place);
        place
    }

    /// The phase that a cell names; none where it names none.
    pub fn of(
        &mut self,
        part: &Part<'_>,
        number: u32,
        row: Row<'_>,
        column: Option<usize>,
        faults: &mut Faults,
    ) -> Option<u16> {
        let cell = coded(row, column);
        if cell.is_empty() {
            return None;
        }
        if let Some(place) = self.by_text.get(cell.as_ref()) {
            return Some(*place);
        }
        if is_too_long(&cell) {
            let problem = || Problem::NameTooLong(MAX_NAME);
            faults.push_with(|| part.place(number, column, &cell), problem);
            return None;
        }
        if self.met.len() >= MOST {
            if self.met.len() == MOST {
                faults.push(
                    part.place(number, column, &cell),
                    Problem::TooManyValues(MOST),
                );
                self.add(None, &cell, &cell);
            }
            return None;
        }
        Some(self.add(None, &cell, &cell))
    }

    /// Puts the phases into their order, by start or else by name, gives the ties the places in it, and tells these.
    pub fn finish(self, survey: &mut Survey) -> Vec<u16> {
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
        for tie in &mut survey.ties {
            tie.phase = tie.phase.map(|met| place_of[usize::from(met)]);
        }
        let mut phases: Vec<Option<SurveyPhase>> =
            self.met.into_iter().map(|(_, phase)| Some(phase)).collect();
        survey.phases = order.iter().filter_map(|met| phases[*met].take()).collect();
        place_of
    }
}
