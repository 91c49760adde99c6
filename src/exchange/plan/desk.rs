//! State of an import while its tables are read: values, faults, and the changes that come of it at the end.

use std::collections::{BTreeMap, BTreeSet};

use super::super::columns::Table;
use super::super::fault::{Faults, Place, Problem};
use super::super::notice::{Notice, Notices};
use super::super::tables::Tables;
use super::cells::Cells;
use super::known::Known;
use super::list::{List, MAX_ITEMS};
use super::named::{MOST_PLACES, Phases, Sections};
use super::nearest::Near;
use super::terms::{Contacts, Held, Plan};
use crate::domain::{
    Actor, ActorId, Change, Department, DepartmentId, Id, Network, Noun, Offer, OfferId, PhaseId,
    Programme, Refusal, Refused, ReportKey, Stop, Text,
};

/// Number of rows between two checks whether the import is cancelled.
const ROWS: usize = 256;

/// State of an import while its tables are read.
pub(super) struct Desk<'t> {
    pub tables: &'t Tables,
    /// Whether the import is cancelled.
    pub stop: &'t Stop,
    /// The contacts of the store.
    pub contacts: &'t BTreeMap<ActorId, Text>,
    /// As the import will leave it.
    pub programme: Programme,
    /// As the import will leave it.
    pub network: Network,
    /// The contacts that the file names.
    pub new_contacts: BTreeMap<ActorId, Option<Text>>,
    pub faults: Faults,
    pub notices: Notices,
    pub phases: Phases,
    pub departments: Known<Department>,
    pub actors: Known<Actor>,
    pub offers: Known<Offer>,
    pub sections: Sections,
    pub seen: Seen,
    pub near: Near,
    /// The files and columns whose lists were read at other marks.
    marks: BTreeSet<(String, String)>,
    /// How many items the lists so far have.
    pub items: usize,
    /// How many rows there are, each counted for each of its phases.
    pub places: usize,
}

/// The records that the file names.
#[derive(Default)]
pub(super) struct Seen {
    pub departments: BTreeSet<DepartmentId>,
    pub divisions: BTreeSet<(DepartmentId, PhaseId)>,
    pub actors: BTreeSet<ActorId>,
    pub memberships: BTreeSet<(ActorId, PhaseId)>,
    pub offers: BTreeSet<OfferId>,
    pub offers_in: BTreeSet<(OfferId, PhaseId)>,
    pub reports: BTreeSet<ReportKey>,
}

impl<'t> Desk<'t> {
    pub fn new(tables: &'t Tables, held: Held<'t>, stop: &'t Stop) -> Self {
        Self {
            tables,
            stop,
            contacts: held.contacts,
            programme: held.programme.clone(),
            network: held.network.clone(),
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
            marks: BTreeSet::new(),
            items: 0,
            places: 0,
        }
    }

    /// The rows of a table, until the import is cancelled.
    pub fn rows(&self, table: Table) -> impl Iterator<Item = Cells<'t>> + use<'t> {
        let stop = self.stop;
        let rows = rows(self.tables, table).zip(0_usize..);
        rows.take_while(|(_, row)| !row.is_multiple_of(ROWS) || !stop.is_raised())
            .map(|(cells, _)| cells)
    }

    pub fn has(&self, table: Table) -> bool {
        self.tables.parts.iter().any(|part| part.table == table)
    }

    pub fn fault(&mut self, cells: Cells<'_>, key: &str, problem: Problem) {
        self.faults.push_with(|| cells.place(key), || problem);
    }

    /// Notes that a row contradicts an earlier one, first in the column with this key.
    pub fn differs(&mut self, now: Cells<'_>, before: Cells<'_>, key: &'static str) {
        self.faults.push_with(
            || now.place(key),
            || Problem::Differs(Box::new(now.earlier(before, key))),
        );
    }

    /// Whether one more fault is listed and not only counted.
    pub fn tells(&self) -> bool {
        !self.faults.is_full()
    }

    /// The name that is nearest to what was written, where that is told.
    pub fn near<'n>(
        &self,
        written: &str,
        names: impl Iterator<Item = &'n str> + Clone,
    ) -> Option<String> {
        self.near
            .to(written, names, &self.faults)
            .map(str::to_owned)
    }

    /// The value of a cell: none where the file lacks the column or a fault was noted, an inner none where it is empty.
    pub fn read<T>(
        &mut self,
        cells: Cells<'_>,
        key: &str,
        parse: impl FnOnce(&str) -> Result<T, Problem>,
    ) -> Option<Option<T>> {
        self.parsed(cells, key, cells.text(key)?, parse)
    }

    /// The same for a cell that holds a code or a reference.
    pub fn read_code<T>(
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
    pub fn noted<T>(
        &mut self,
        cells: Cells<'_>,
        key: &str,
        value: Result<T, Problem>,
    ) -> Option<T> {
        value
            .map_err(|problem| self.fault(cells, key, problem))
            .ok()
    }

    /// The record that a text names; else, where that is `told`, what is near.
    pub fn get<T>(&self, known: &Known<T>, text: &str, told: bool) -> Result<Id<T>, Problem> {
        let near = || {
            let near = self.near(text, known.texts());
            near.map(|near| known.proposed(near))
        };
        known.find(text)?.ok_or_else(|| Problem::NoSuch {
            noun: known.noun(),
            nearest: told.then(near).flatten(),
        })
    }

    /// The department that a cell names.
    pub fn department(&mut self, cells: Cells<'_>, key: &str) -> Option<Option<DepartmentId>> {
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
    pub fn required<T>(
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
    pub fn read_list<T: Ord>(
        &mut self,
        cells: Cells<'_>,
        key: &str,
        parse: impl Fn(&Self, &str, bool) -> Result<T, Problem>,
    ) -> Option<BTreeSet<T>> {
        let text = cells.list(key)?;
        if !self.takes_list(cells, key, &text) {
            return None;
        }
        let (items, is_other) = text.parted(|item| parse(self, item, false).ok());
        if is_other {
            self.tell_mark(cells, key);
        }
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

    /// Notes once for each column that its lists are read at other marks too.
    fn tell_mark(&mut self, cells: Cells<'_>, key: &str) {
        let place = cells.place(key);
        let column = place.column.unwrap_or_default();
        if self.marks.insert((place.source.clone(), column.clone())) {
            self.notices.push(Notice::OtherMark {
                source: place.source,
                column,
                row: cells.line.number,
            });
        }
    }

    /// Whether a list is read: past [`MAX_ITEMS`] in all lists none is, which is noted once.
    pub fn takes_list(&mut self, cells: Cells<'_>, key: &str, list: &List<'_>) -> bool {
        let before = self.items;
        self.items = before + list.marks();
        if before <= MAX_ITEMS && self.items > MAX_ITEMS {
            self.fault(cells, key, Problem::TooManyItems(MAX_ITEMS));
        }
        self.items <= MAX_ITEMS
    }

    /// Whether so much more is taken for phases: past [`MOST_PLACES`] in all rows nothing is, which is noted once.
    pub fn takes_places(&mut self, cells: Cells<'_>, key: &str, count: usize) -> bool {
        let before = self.places;
        self.places += count;
        if before <= MOST_PLACES && self.places > MOST_PLACES {
            self.fault(cells, key, Problem::TooManyPlaces(MOST_PLACES));
        }
        self.places <= MOST_PLACES
    }

    pub fn fault_of_item(&mut self, cells: Cells<'_>, key: &str, item: &str, problem: Problem) {
        let place = || Place {
            value: Some(item.to_owned()),
            ..cells.place(key)
        };
        self.faults.push_with(place, || problem);
    }

    /// Notes what was taken as understood: names whose letters have another case than the known ones.
    pub fn tell_understood(&mut self) {
        let by_case = [
            self.departments.by_case(),
            self.actors.by_case(),
            self.offers.by_case(),
        ];
        for (written, taken) in by_case.into_iter().flatten() {
            self.notices.push(Notice::Understood { written, taken });
        }
    }

    pub fn finish(mut self, held: &Network, programme: &Programme) -> Result<Plan, Faults> {
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
        let contacts = self.new_contacts.into_iter().filter(changed).collect();
        Ok(Plan {
            programme: programme.diff(&self.programme),
            network,
            contact_counts: Contacts::of(self.contacts, &contacts),
            contacts,
            notices: self.notices.told(),
            twins: Vec::new(),
            renames: Vec::new(),
            rows: self.tables.parts.iter().map(|part| part.lines.len()).sum(),
        })
    }

    /// What an actor is called.
    fn called(&self, id: &ActorId) -> String {
        called(self.network.actors.get(id).map(|actor| &actor.name), id)
    }

    /// The domain's own judgement stands above all that was checked here.
    fn refuse(&mut self, change: &Change, refusal: Refusal) {
        let (table, value) = match change {
            Change::District(edit) => (Table::Phases, edit.key.to_string()),
            Change::Phase(edit) => (Table::Phases, edit.key.to_string()),
            Change::Department(edit) => {
                let name = self.network.departments.get(&edit.key).map(|one| &one.name);
                (Table::Departments, called(name, &edit.key))
            }
            Change::Actor(edit) => (Table::Actors, self.called(&edit.key)),
            Change::Membership(edit) => (Table::Actors, self.called(&edit.key.0)),
            Change::Offer(edit) => {
                let name = self.network.offers.get(&edit.key).map(|one| &one.name);
                (Table::Offers, called(name, &edit.key))
            }
            Change::Report(edit) => (Table::Cooperations, self.called(&edit.key.1)),
            // No file brings or takes one.
            Change::Release(edit) => (Table::Cooperations, edit.key.to_string()),
            Change::OpenPoint(edit) => (Table::Cooperations, edit.key.to_string()),
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
            Refusal::StillUsed(_)
            | Refusal::Differs
            | Refusal::OtherScope
            | Refusal::WasReleased => Problem::StillUsed,
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

/// A name, else the id.
fn called<T>(name: Option<&Text>, id: &Id<T>) -> String {
    name.map_or_else(|| id.to_string(), ToString::to_string)
}

fn rows(tables: &Tables, table: Table) -> impl Iterator<Item = Cells<'_>> + use<'_> {
    tables
        .parts
        .iter()
        .filter(move |part| part.table == table)
        .flat_map(|part| part.lines.iter().map(move |line| Cells { part, line }))
}
