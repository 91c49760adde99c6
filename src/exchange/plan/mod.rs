//! Tables into the network that shall be, and the changes that lead there.

mod actors;
mod cells;
mod cooperations;
mod departments;
mod ids;
mod known;
mod list;
mod missing;
mod nearest;
mod offers;
mod parties;
mod phases;

use std::collections::{BTreeMap, BTreeSet};

use super::columns::Table;
use super::fault::{Faults, Place, Problem};
use super::notice::Notices;
use super::tables::Tables;
use super::watched::{Held, PlanError};
use super::{ImportOptions, Plan};
use crate::domain::{
    Actor, ActorId, Change, Department, DepartmentId, Id, Network, Noun, Offer, OfferId, PhaseId,
    Programme, Refusal, Refused, ReportKey, Stop, Text,
};
use cells::Cells;
pub(super) use cells::{date, is_dash};
use ids::{Ids, identified};
use known::Known;
pub(super) use list::{List, MAX_ITEMS, MOST_MARKS};
pub(super) use nearest::Near;
use parties::Sections;
use phases::{MOST_PLACES, Phases};

/// What an import of the tables would change in a district, or everything that is wrong in them.
///
/// What a file does not say stays: a missing column leaves its field, an empty cell clears it, a missing row is kept
/// unless `options.replace`. With that, rows that are missing go as far as the file speaks: in its tables, and in its
/// phases.
pub fn plan(
    tables: &Tables,
    network: &Network,
    contacts: &BTreeMap<ActorId, Text>,
    programme: &Programme,
    options: &ImportOptions,
) -> Result<Plan, Faults> {
    let held = Held {
        network,
        contacts,
        programme,
    };
    watched(tables, held, options, &Stop::never()).map_err(PlanError::faults)
}

/// The same for somebody who waits for it; it is asked from table to table, and in a table now and then.
pub(super) fn watched(
    tables: &Tables,
    held: Held<'_>,
    options: &ImportOptions,
    stop: &Stop,
) -> Result<Plan, PlanError> {
    stop.check()?;
    let mut desk = Desk::new(tables, held.network, held.contacts, held.programme, stop);
    phases::read(&mut desk, options);
    departments::read(&mut desk);
    actors::read(&mut desk);
    offers::read(&mut desk);
    cooperations::read(&mut desk);
    // Rows that nobody waits for are passed over: what came of the others is no plan.
    stop.check()?;
    if options.replace && desk.faults.is_empty() {
        missing::remove(&mut desk);
    }
    stop.check()?;
    Ok(desk.finish(held.network, held.programme)?)
}

/// After so many rows of a table it is asked again whether somebody waits.
const ROWS: usize = 256;

/// What lies on the desk while the tables are gone through.
struct Desk<'t> {
    tables: &'t Tables,
    /// Whether somebody waits for the plan.
    stop: &'t Stop,
    /// The contacts of the store.
    contacts: &'t BTreeMap<ActorId, Text>,
    /// As it shall be.
    programme: Programme,
    /// As it shall be.
    network: Network,
    /// The contacts that the file names.
    new_contacts: BTreeMap<ActorId, Option<Text>>,
    faults: Faults,
    notices: Notices,
    phases: Phases,
    departments: Known<Department>,
    actors: Known<Actor>,
    offers: Known<Offer>,
    sections: Sections,
    seen: Seen,
    near: Near,
    /// How many items the lists so far have.
    items: usize,
    /// How many rows there are, each counted for each of its phases.
    places: usize,
}

/// The records that the file names.
#[derive(Default)]
struct Seen {
    departments: BTreeSet<DepartmentId>,
    divisions: BTreeSet<(DepartmentId, PhaseId)>,
    actors: BTreeSet<ActorId>,
    memberships: BTreeSet<(ActorId, PhaseId)>,
    offers: BTreeSet<OfferId>,
    offers_in: BTreeSet<(OfferId, PhaseId)>,
    reports: BTreeSet<ReportKey>,
}

impl<'t> Desk<'t> {
    fn new(
        tables: &'t Tables,
        held: &Network,
        contacts: &'t BTreeMap<ActorId, Text>,
        programme: &Programme,
        stop: &'t Stop,
    ) -> Self {
        Self {
            tables,
            stop,
            contacts,
            programme: programme.clone(),
            network: held.clone(),
            new_contacts: BTreeMap::new(),
            faults: tables.faults.clone(),
            notices: tables.notices.clone(),
            phases: Phases::default(),
            departments: Known::of(Noun::Department),
            actors: Known::of(Noun::Actor),
            offers: Known::of(Noun::Offer),
            sections: Sections::default(),
            seen: Seen::default(),
            near: Near::default(),
            items: 0,
            places: 0,
        }
    }

    /// The rows of a table, as long as somebody waits.
    fn rows(&self, table: Table) -> impl Iterator<Item = Cells<'t>> + use<'t> {
        let stop = self.stop;
        let rows = rows(self.tables, table).zip(0_usize..);
        rows.take_while(|(_, row)| !row.is_multiple_of(ROWS) || !stop.is_raised())
            .map(|(cells, _)| cells)
    }

    fn has(&self, table: Table) -> bool {
        self.tables.parts.iter().any(|part| part.table == table)
    }

    fn fault(&mut self, cells: Cells<'_>, key: &str, problem: Problem) {
        self.faults.push_with(|| cells.place(key), || problem);
    }

    /// Whether one more fault is told and not only counted.
    fn tells(&self) -> bool {
        !self.faults.is_full()
    }

    /// The name that is nearest to what was written, where that is told.
    fn near<'n>(
        &self,
        written: &str,
        names: impl Iterator<Item = &'n str> + Clone,
    ) -> Option<String> {
        self.near
            .to(written, names, &self.faults)
            .map(str::to_owned)
    }

    /// The value of a cell: none where the file lacks the column or a fault was noted, an inner none where it is empty.
    fn read<T>(
        &mut self,
        cells: Cells<'_>,
        key: &str,
        parse: impl FnOnce(&str) -> Result<T, Problem>,
    ) -> Option<Option<T>> {
        self.parsed(cells, key, cells.text(key)?, parse)
    }

    /// The same for a cell that holds a code or a reference.
    fn read_code<T>(
        &mut self,
        cells: Cells<'_>,
        key: &str,
        parse: impl FnOnce(&str) -> Result<T, Problem>,
    ) -> Option<Option<T>> {
        self.parsed(cells, key, cells.coded(key)?, parse)
    }

    fn parsed<T>(
        &mut self,
        cells: Cells<'_>,
        key: &str,
        text: &str,
        parse: impl FnOnce(&str) -> Result<T, Problem>,
    ) -> Option<Option<T>> {
        if text.is_empty() {
            return Some(None);
        }
        self.noted(cells, key, parse(text)).map(Some)
    }

    /// The value of a cell, or none after its fault was noted.
    fn noted<T>(&mut self, cells: Cells<'_>, key: &str, value: Result<T, Problem>) -> Option<T> {
        value
            .map_err(|problem| self.fault(cells, key, problem))
            .ok()
    }

    /// The record that a text names; else, where that is `told`, what is near.
    fn get<T>(&self, known: &Known<T>, text: &str, told: bool) -> Result<Id<T>, Problem> {
        let near = || self.near(text, known.texts());
        known.find(text)?.ok_or_else(|| Problem::NoSuch {
            noun: known.noun(),
            nearest: told.then(near).flatten(),
        })
    }

    /// The department that a cell names.
    fn department(&mut self, cells: Cells<'_>, key: &str) -> Option<Option<DepartmentId>> {
        let text = cells.text(key)?;
        match self.departments.find(text) {
            Ok(Some(id)) => Some(Some(id)),
            _ if cells.coded(key)?.is_empty() => Some(None),
            _ => {
                let missing = self.get(&self.departments, text, true);
                self.noted(cells, key, missing).map(Some)
            }
        }
    }

    /// The value of a cell that must hold one; where it does not, that is noted.
    fn required<T>(
        &mut self,
        cells: Cells<'_>,
        key: &str,
        parse: impl FnOnce(&str) -> Result<T, Problem>,
    ) -> Option<T> {
        let value = self.read(cells, key, parse)?;
        if value.is_none() {
            self.fault(cells, key, Problem::Empty);
        }
        value
    }

    /// The items of a list, each read, those that are unknown at first once more as the last word; none where the file
    /// lacks the column or one of them is faulty.
    fn read_list<T: Ord>(
        &mut self,
        cells: Cells<'_>,
        key: &str,
        parse: impl Fn(&Self, &str, bool) -> Result<T, Problem>,
    ) -> Option<BTreeSet<T>> {
        let text = cells.list(key)?;
        if !self.takes_list(cells, key, &text) {
            return None;
        }
        let items = text.items(|item| parse(self, item, false).ok());
        let mut list = BTreeSet::new();
        let mut whole = true;
        for item in items {
            match item {
                Ok(value) => {
                    list.insert(value);
                }
                Err(unknown) => match parse(self, unknown, true) {
                    Ok(value) => {
                        list.insert(value);
                    }
                    Err(problem) => {
                        whole = false;
                        self.fault_of_item(cells, key, unknown, problem);
                    }
                },
            }
        }
        whole.then_some(list)
    }

    /// Whether a list is read: past [`MAX_ITEMS`] in all lists none is, which is noted once.
    fn takes_list(&mut self, cells: Cells<'_>, key: &str, list: &List<'_>) -> bool {
        let before = self.items;
        self.items = before + list.marks();
        if before <= MAX_ITEMS && self.items > MAX_ITEMS {
            self.fault(cells, key, Problem::TooManyItems(MAX_ITEMS));
        }
        self.items <= MAX_ITEMS
    }

    /// Whether so much more is taken for phases: past [`MOST_PLACES`] in all rows nothing is, which is noted once.
    fn takes_places(&mut self, cells: Cells<'_>, key: &str, count: usize) -> bool {
        let before = self.places;
        self.places += count;
        if before <= MOST_PLACES && self.places > MOST_PLACES {
            self.fault(cells, key, Problem::TooManyPlaces(MOST_PLACES));
        }
        self.places <= MOST_PLACES
    }

    fn fault_of_item(&mut self, cells: Cells<'_>, key: &str, item: &str, problem: Problem) {
        let place = || Place {
            value: Some(item.to_owned()),
            ..cells.place(key)
        };
        self.faults.push_with(place, || problem);
    }

    fn finish(mut self, held: &Network, programme: &Programme) -> Result<Plan, Faults> {
        if !self.faults.is_empty() {
            return Err(self.faults);
        }
        let network = held.diff(&self.network);
        let refused = held.clone().apply(&self.programme, &network);
        if let Err(Refused { index, refusal }) = refused {
            self.refuse(&network[index], refusal);
            return Err(self.faults);
        }
        let changed =
            |(id, contact): &(ActorId, Option<Text>)| self.contacts.get(id) != contact.as_ref();
        Ok(Plan {
            programme: programme.diff(&self.programme),
            network,
            contacts: self.new_contacts.into_iter().filter(changed).collect(),
            notices: self.notices.told(),
            rows: self.tables.parts.iter().map(|part| part.lines.len()).sum(),
        })
    }

    /// The domain's own judgement stands above all that was checked here.
    fn refuse(&mut self, change: &Change, refusal: Refusal) {
        let (table, value) = match change {
            Change::District(edit) => (Table::Phases, edit.key.to_string()),
            Change::Phase(edit) => (Table::Phases, edit.key.to_string()),
            Change::Department(edit) => (Table::Departments, edit.key.to_string()),
            Change::Actor(edit) => (Table::Actors, edit.key.to_string()),
            Change::Membership(edit) => (Table::Actors, edit.key.0.to_string()),
            Change::Offer(edit) => (Table::Offers, edit.key.to_string()),
            Change::Report(edit) => (Table::Cooperations, edit.key.1.to_string()),
        };
        let source = self
            .tables
            .parts
            .iter()
            .find(|part| part.table == table)
            .or(self.tables.parts.first())
            .map(|part| part.source.clone())
            .unwrap_or_default();
        let problem = match refusal {
            Refusal::NoSuch(noun) => Problem::NoSuch {
                noun,
                nearest: None,
            },
            Refusal::SelfTie => Problem::SelfTie,
            Refusal::NameTaken => Problem::NameTaken,
            Refusal::EndsBeforeStart => Problem::EndsBeforeStart,
            Refusal::PhasesOverlap => Problem::PhasesOverlap(value.clone()),
            Refusal::StillUsed(_) | Refusal::Differs | Refusal::OtherScope => Problem::StillUsed,
        };
        let place = Place {
            source,
            row: None,
            column: None,
            value: Some(value),
        };
        self.faults.push(place, problem);
    }
}

fn rows(tables: &Tables, table: Table) -> impl Iterator<Item = Cells<'_>> + use<'_> {
    tables
        .parts
        .iter()
        .filter(move |part| part.table == table)
        .flat_map(|part| part.lines.iter().map(move |line| Cells { part, line }))
}
