//! Tables into the network that shall be, and the changes that lead there.

mod actors;
mod cells;
mod cooperations;
mod departments;
mod known;
mod list;
mod missing;
mod nearest;
mod offers;
mod parties;
mod phases;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::columns::Table;
use super::fault::{Faults, Notice, Place, Problem};
use super::tables::Tables;
use super::watched::{Held, PlanError};
use super::{ImportOptions, Plan};
use crate::domain::{
    Actor, ActorId, Change, Department, DepartmentId, Id, Network, Noun, Offer, OfferId, PhaseId,
    Programme, Refusal, Refused, ReportKey, Stop, Text,
};
use cells::Cells;
pub(super) use cells::{date, is_dash};
use known::Known;
pub(super) use list::List;
pub(super) use nearest::{nearest, tells};
use parties::Sections;
use phases::Phases;

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
    notices: Vec<Notice>,
    phases: Phases,
    departments: Known<Department>,
    actors: Known<Actor>,
    offers: Known<Offer>,
    sections: Sections,
    seen: Seen,
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
        self.faults.push(cells.place(key), problem);
    }

    /// Whether a near name is looked for: not when one more fault would only be counted, nor when all names were gone
    /// through too often.
    fn tells(&self) -> bool {
        tells(&self.faults, self.actors.len())
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

    /// The department that a cell names.
    fn department(&mut self, cells: Cells<'_>, key: &str) -> Option<Option<DepartmentId>> {
        let text = cells.text(key)?;
        match self.departments.find(text) {
            Ok(Some(id)) => Some(Some(id)),
            _ if cells.coded(key)?.is_empty() => Some(None),
            _ => {
                let missing = self.departments.get(text, self.tells());
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
        let items = cells.list(key)?.items(|item| parse(self, item, false).ok());
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

    fn fault_of_item(&mut self, cells: Cells<'_>, key: &str, item: &str, problem: Problem) {
        let place = Place {
            value: Some(item.to_owned()),
            ..cells.place(key)
        };
        self.faults.push(place, problem);
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
            notices: self.notices,
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

/// The ids of a table of records, as its rows name them: by the id, else by the name, else made from the name.
struct Ids<T> {
    by_name: HashMap<String, BTreeSet<Id<T>>>,
    taken: BTreeSet<Id<T>>,
    /// Named by rows with faults.
    doubtful: Vec<(Id<T>, Option<Text>)>,
    noun: Noun,
}

impl<T> Ids<T> {
    /// From the records that the store has and the ids that the file gives.
    fn of<'n>(
        noun: Noun,
        held: impl Iterator<Item = (&'n Id<T>, &'n Text)>,
        rows: impl Iterator<Item = Cells<'n>>,
    ) -> Self
    where
        T: 'n,
    {
        let mut ids = Self {
            by_name: HashMap::new(),
            taken: BTreeSet::new(),
            doubtful: Vec::new(),
            noun,
        };
        let mut named = BTreeSet::new();
        for cells in rows {
            if let Some(Ok(id)) = cells.text("id").map(cells::id::<T>) {
                if let Some(Ok(name)) = cells.text("name").map(cells::text) {
                    ids.name(&id, &name);
                }
                named.insert(id);
            }
        }
        // What the file calls something wins over what the store does.
        for (id, name) in held.filter(|(id, _)| !named.contains(id)) {
            ids.name(id, name);
        }
        ids.taken.extend(named);
        ids
    }

    fn name(&mut self, id: &Id<T>, name: &Text) {
        self.taken.insert(id.clone());
        self.by_name
            .entry(name.as_str().to_owned())
            .or_default()
            .insert(id.clone());
    }

    /// The id of a row with this name; a new one where nothing bears the name.
    fn id(&mut self, name: &Text) -> Result<Id<T>, Problem> {
        match self.by_name.get(name.as_str()) {
            Some(ids) if ids.len() > 1 => Err(Problem::Ambiguous {
                noun: self.noun,
                ids: ids.iter().map(ToString::to_string).collect(),
            }),
            Some(ids) => Ok(ids.first().cloned().expect("a name has a bearer")),
            None => {
                let id = Id::from_name(name.as_str(), |id| self.taken.contains(id));
                self.name(&id, name);
                Ok(id)
            }
        }
    }
}

/// The id and the name of a row; none where the name, or who bears it, is faulty, which is noted. A faulty id alone is
/// noted too; then the name tells whose row it is.
fn identified<T>(desk: &mut Desk<'_>, ids: &mut Ids<T>, cells: Cells<'_>) -> Option<(Id<T>, Text)> {
    let name = desk.required(cells, "name", cells::text);
    let given = desk.read(cells, "id", cells::id::<T>).flatten();
    match (given, name) {
        (Some(id), Some(name)) => Some((id, name)),
        (None, Some(name)) => {
            let id = ids.id(&name);
            Some((desk.noted(cells, "name", id)?, name))
        }
        (Some(id), None) => {
            ids.doubtful.push((id, None));
            None
        }
        (None, None) => None,
    }
}
