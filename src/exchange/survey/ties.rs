//! The ties of plain files.

use std::collections::HashMap;

use super::super::fault::{Faults, Problem};
use super::super::plan::{MAX_ITEMS, Near, is_dash};
use super::super::read::Row;
use super::actors::Actors;
use super::departments::Departments;
use super::doubts::Cell;
use super::ends::{Ends, ends};
use super::part::{Part, coded, flag};
use super::phases::Phases;
use crate::domain::SurveyTie;
use crate::text::words::{self, ReportedBy};

/// A survey keeps the kinds of a tie as bits.
const MOST_KINDS: usize = 64;

/// The ties met so far.
#[derive(Default)]
pub(super) struct Ties {
    pub ties: Vec<SurveyTie>,
    pub kinds: Vec<String>,
    /// The bits of each text that a column of kinds held.
    bits: HashMap<String, u64>,
    near: Near,
    /// How many pairs the lists so far name, beside the first of each row.
    items: usize,
}

impl Ties {
    /// Reads a table of ties.
    pub fn read(
        &mut self,
        part: &Part<'_>,
        actors: &mut Actors,
        departments: &Departments,
        phases: &mut Phases<'_>,
        faults: &mut Faults,
    ) {
        let (from, to, strength) = (part.at("from"), part.at("to"), part.at("strength"));
        let (kinds, phase) = (part.at("kinds"), part.at("phase"));
        let (binding, through) = (part.at("binding"), part.at("through_core_team"));
        let reported_by = part.at("reported_by");
        part.each(faults, |number, row, faults| {
            let place = |column| Cell {
                part,
                number,
                column,
            };
            let near = &self.near;
            let [from, to] = [from, to]
                .map(|column| ends(place(column), row, actors, departments, near, faults));
            let strength = strength_of(part, number, row, strength, faults);
            let kinds = self.bits_of(part, number, row, kinds, faults);
            let phases = phases.of(part, number, row, phase, faults);
            let binding = flag(part, number, row, binding, faults);
            let through = flag(part, number, row, through, faults).unwrap_or_default();
            // The words are compared only where there is one: a million rows mostly have none.
            let by = reported_by
                .map(|at| row.get(at))
                .filter(|cell| !cell.is_empty())
                .and_then(words::read_reported_by)
                .unwrap_or_default();
            let Some(strength) = strength else { return };
            if self.is_too_much(&from, &to) {
                let problem = || Problem::TooManyItems(MAX_ITEMS);
                faults.push_with(|| part.place(number, None, ""), problem);
                return;
            }
            let to = to.all().iter();
            let pairs = from
                .all()
                .iter()
                .flat_map(|from| to.clone().map(move |to| (from, to)));
            for (from, to) in pairs {
                for phase in phases {
                    let there = SurveyTie {
                        from: *from,
                        to: *to,
                        phase: phase.place,
                        strength,
                        kinds,
                        binding,
                        through_core_team: through,
                    };
                    add(&mut self.ties, there, by);
                }
            }
        });
    }

    /// Whether the lists of all rows so far name too many, beside one of each row.
    fn is_too_much(&mut self, from: &Ends, to: &Ends) -> bool {
        let pairs = from.all().len() * to.all().len();
        self.items += pairs.saturating_sub(1);
        self.items > MAX_ITEMS
    }

    fn bits_of(
        &mut self,
        part: &Part<'_>,
        number: u32,
        row: Row<'_>,
        column: Option<usize>,
        faults: &mut Faults,
    ) -> u64 {
        let cell = coded(row, column);
        if cell.is_empty() {
            return 0;
        }
        if let Some(bits) = self.bits.get(cell.as_ref()) {
            return *bits;
        }
        let mut bits = 0;
        for kind in cell.split(part.sheet.list_mark).map(str::trim) {
            if let Some(known) = self.bits.get(kind) {
                bits |= known;
                continue;
            }
            let written = kind;
            let known = words::read_tie_kind(kind).map(|kind| kind.code());
            let kind = known.unwrap_or(kind);
            let place = self.kinds.iter().position(|other| other == kind);
            let place = place.unwrap_or_else(|| {
                self.kinds.push(kind.to_owned());
                self.kinds.len() - 1
            });
            if place >= MOST_KINDS {
                self.kinds.truncate(MOST_KINDS);
                faults.push_with(
                    || part.place(number, column, &cell),
                    || Problem::TooManyValues(MOST_KINDS),
                );
                break;
            }
            bits |= 1 << place;
            self.bits.insert(written.to_owned(), 1 << place);
        }
        self.bits.insert(cell.into_owned(), bits);
        bits
    }
}

/// Adds the reports that a row holds.
fn add(ties: &mut Vec<SurveyTie>, there: SurveyTie, by: ReportedBy) {
    let back = SurveyTie {
        from: there.to,
        to: there.from,
        ..there
    };
    match by {
        ReportedBy::From | ReportedBy::Workshop => ties.push(there),
        ReportedBy::To => ties.push(back),
        ReportedBy::Both => ties.extend([there, back]),
    }
}

/// The strength of a row: 1 where the file has none at all, an inner none where it was stated without one. None after a
/// fault.
fn strength_of(
    part: &Part<'_>,
    number: u32,
    row: Row<'_>,
    column: Option<usize>,
    faults: &mut Faults,
) -> Option<Option<f64>> {
    let Some(at) = column else {
        return Some(Some(1.0));
    };
    let cell = row.get(at);
    if cell.is_empty() || is_dash(cell) {
        return Some(None);
    }
    let number_of = |cell: &str| cell.parse::<f64>().ok();
    let strength = number_of(cell)
        .or_else(|| number_of(&cell.replace(',', ".")))
        .or_else(|| {
            // With its anchor behind it, as the template's list has it.
            let (number, _) = cell.split_once(char::is_whitespace)?;
            number_of(number)
        })
        .or_else(|| words::read_anchor(cell).map(|step| step.number().into()))
        .filter(|strength| strength.is_finite());
    if strength.is_none() && words::is_unstated(cell) {
        return Some(None);
    }
    if strength.is_none() {
        faults.push_with(|| part.place(number, column, cell), || Problem::NotANumber);
    }
    strength.map(Some)
}
