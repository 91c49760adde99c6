//! The funding phases of a file: known ones are found again, new ones are made, and empty cells get theirs.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use super::super::columns::Table;
use super::super::fault::{Place, Problem};
use super::super::input::ImportOptions;
use super::cells::{self, Cells};
use super::desk::Desk;
use super::list::MOST_MARKS;
use crate::domain::{
    FundingPhase, Id, MAX_PHASES, Noun, PhaseId, Text, phase_keys, phase_readings,
};

/// Reads the table of phases, and settles which phases rows without one are in.
pub(super) fn read(desk: &mut Desk<'_>, options: &ImportOptions) {
    let mut of_file = Vec::new();
    let mut rows: Rows<'_> = HashMap::new();
    close(desk);
    for (id, phase) in &desk.programme.phases {
        let look = desk.phases.by_look.entry(reading(&phase.name));
        look.or_insert_with(|| id.clone());
    }
    for cells in desk.rows(Table::Phases) {
        if let Some(id) = phase(desk, cells, &mut rows)
            && !of_file.contains(&id)
        {
            of_file.push(id);
        }
    }
    for (id, phase) in &desk.programme.phases {
        let known = desk.phases.known.entry(phase.name.to_string());
        known.or_insert_with(|| id.clone());
        let days = Some((phase.start, phase.end));
        for key in phase_keys(id.as_str(), phase.name.as_str(), days) {
            desk.phases.keys.entry(key).or_default().insert(id.clone());
        }
    }
    let tables = [
        Table::Departments,
        Table::Actors,
        Table::Offers,
        Table::Cooperations,
    ];
    let mut asked: BTreeSet<&str> = BTreeSet::new();
    let mut met: BTreeSet<PhaseId> = of_file.iter().cloned().collect();
    let rows = tables.map(|table| desk.rows(table));
    for cells in rows.into_iter().flatten() {
        if let Some(list) = cells.list("phase")
            && asked.insert(cells.text("phase").unwrap_or_default())
            && desk.takes_list(cells, "phase", &list)
        {
            for id in list.items(|name| find(desk, name)).into_iter().flatten() {
                if met.insert(id.clone()) {
                    of_file.push(id);
                }
            }
        }
    }
    if of_file.is_empty() {
        of_file.extend(chosen(desk, options));
    }
    desk.phases.default = of_file;
}

/// Closes open phases of the store to which the file gives an end: before new ones are read, which may begin then.
fn close(desk: &mut Desk<'_>) {
    for cells in desk.rows(Table::Phases) {
        let read = |key| cells.text(key).filter(|text| !text.is_empty());
        let days = |key| read(key).and_then(|text| cells::days(text).ok());
        let (Some(start), Some((_, end))) = (days("start"), days("end")) else {
            continue;
        };
        let given = read("id").and_then(|text| cells::id(text).ok());
        let name = read("name").and_then(|text| cells::text(text).ok());
        let mut open = desk.programme.phases.iter_mut();
        let named = |id: &PhaseId, phase: &FundingPhase| {
            let is_called_so = |name: &Text| looks_so(name, &phase.name);
            given.as_ref() == Some(id) || name.as_ref().is_some_and(is_called_so)
        };
        let open = open.find(|(id, phase)| is_among(phase.start, start) && named(id, phase));
        if let Some((_, phase)) = open
            && phase.end.is_none()
            && end >= phase.start
        {
            phase.end = Some(end);
        }
    }
}

/// The phase of the option, else the one that runs.
fn chosen(desk: &mut Desk<'_>, options: &ImportOptions) -> Option<PhaseId> {
    match options.phase.as_deref() {
        None => desk.programme.current_phase().map(|(id, _)| id.clone()),
        Some(name) => {
            let found = find(desk, name);
            if found.is_none() {
                let problem = no_such(desk, name);
                let place = Place {
                    source: "--phase".to_owned(),
                    value: Some(name.to_owned()),
                    ..Place::default()
                };
                desk.faults.push(place, problem);
            }
            found
        }
    }
}

/// The first row of each phase.
type Rows<'t> = HashMap<PhaseId, Cells<'t>>;

/// Whether two names of phases are one to the eye.
fn looks_so(a: &Text, b: &Text) -> bool {
    a == b || reading(a) == reading(b)
}

/// What a name of a phase looks like.
fn reading(name: &Text) -> String {
    let [written, _] = phase_readings(name.as_str());
    written
}

/// Whether a day is among those that a cell names.
fn is_among(day: NaiveDate, (first, last): (NaiveDate, NaiveDate)) -> bool {
    first <= day && day <= last
}

fn phase<'t>(desk: &mut Desk<'t>, cells: Cells<'t>, rows: &mut Rows<'t>) -> Option<PhaseId> {
    let name = desk.required(cells, "name", cells::name);
    let given: Option<PhaseId> = desk.read(cells, "id", cells::id).unwrap_or(None);
    let start = desk.required(cells, "start", cells::days);
    let end = desk.read_code(cells, "end", cells::end);
    let end = end.map(Option::flatten);
    let (name, start) = (name?, start?);
    let id = match known(desk, given.as_ref(), &name, start, end) {
        Some(id) => {
            let phase = desk.programme.phases.get(&id)?;
            let ends_so = |end: Option<(NaiveDate, NaiveDate)>| match (phase.end, end) {
                (Some(day), Some(end)) => is_among(day, end),
                (None, None) => true,
                _ => false,
            };
            let differs = if !is_among(phase.start, start) {
                Some("start")
            } else {
                end.filter(|end| !ends_so(*end)).map(|_| "end")
            };
            if let Some(key) = differs {
                let problem = match rows.get(&id) {
                    Some(before) => Problem::Differs(Box::new(cells.earlier(*before, key))),
                    None => Problem::PhaseDiffers {
                        name: phase.name.to_string(),
                        start: phase.start,
                        end: phase.end,
                    },
                };
                desk.fault(cells, key, problem);
                return None;
            }
            id
        }
        None => {
            let (first, _) = start;
            let phase = FundingPhase {
                name: name.clone(),
                start: first,
                end: end.flatten().map(|(_, last)| last),
            };
            add(desk, cells, given.clone(), phase)?
        }
    };
    rows.entry(id.clone()).or_insert(cells);
    let phases = &mut desk.phases;
    phases.by_name.insert(name.as_str().to_owned(), id.clone());
    if let Some(given) = given {
        phases.by_id.insert(given.as_str().to_owned(), id.clone());
    }
    desk.phases.covered.insert(id.clone());
    Some(id)
}

/// The phase that a row is about: by its id, as an earlier row has it or the store; by its name; by its days.
fn known(
    desk: &Desk<'_>,
    given: Option<&PhaseId>,
    name: &Text,
    start: (NaiveDate, NaiveDate),
    end: Option<Option<(NaiveDate, NaiveDate)>>,
) -> Option<PhaseId> {
    let by = |is: &dyn Fn(&PhaseId, &FundingPhase) -> bool| {
        let mut phases = desk.programme.phases.iter();
        phases
            .find(|(id, phase)| is(id, phase))
            .map(|(id, _)| id.clone())
    };
    let earlier = given.and_then(|given| desk.phases.by_id.get(given.as_str()));
    earlier
        .cloned()
        .or_else(|| by(&|id, _| given == Some(id)))
        .or_else(|| by(&|_, phase| phase.name == *name))
        .or_else(|| desk.phases.by_look.get(&reading(name)).cloned())
        .or_else(|| {
            let end = end.map(|end| end.map(|(_, last)| last));
            by(&|_, phase| phase.start == start.0 && start.0 == start.1 && Some(phase.end) == end)
        })
}

/// Adds a phase that the store lacks, and answers its id; none where it cannot be one.
fn add(
    desk: &mut Desk<'_>,
    cells: Cells<'_>,
    given: Option<PhaseId>,
    phase: FundingPhase,
) -> Option<PhaseId> {
    let phases = &desk.programme.phases;
    if phases.len() >= MAX_PHASES {
        // Told once: it is the same for all rows.
        let problem = Problem::TooManyPhases(MAX_PHASES);
        let mut told = desk.faults.list.iter();
        if !told.any(|fault| fault.problem == problem) {
            desk.fault(cells, "name", problem);
        }
        return None;
    }
    if !phase.is_ordered() {
        desk.fault(cells, "end", Problem::EndsBeforeStart);
        return None;
    }
    if let Some(other) = phases.values().find(|other| other.overlaps(&phase)) {
        let other = other.name.to_string();
        desk.fault(cells, "name", Problem::PhasesOverlap(other));
        return None;
    }
    let id =
        given.unwrap_or_else(|| Id::from_name(phase.name.as_str(), |id| phases.contains_key(id)));
    let look = desk.phases.by_look.entry(reading(&phase.name));
    look.or_insert_with(|| id.clone());
    desk.programme.phases.insert(id.clone(), phase);
    Some(id)
}

/// The phase that a text names: by its id, else by its name, as the file calls it before as the store does; else the
/// only one that people may mean by it.
pub(super) fn find(desk: &Desk<'_>, text: &str) -> Option<PhaseId> {
    let text = cells::text(text).ok()?;
    let known = |text: &str| {
        let id = Id::parse(text).ok()?;
        desk.programme.phases.contains_key(&id).then_some(id)
    };
    let called = |text: &str| {
        let by_id = desk.phases.by_id.get(text).cloned();
        by_id
            .or_else(|| known(text))
            .or_else(|| desk.phases.by_name.get(text).cloned())
            .or_else(|| desk.phases.known.get(text).cloned())
    };
    let only = |key: &str| {
        let phases = desk.phases.keys.get(key)?;
        phases.first().filter(|_| phases.len() == 1).cloned()
    };
    called(text.as_str()).or_else(|| {
        let [written, bare] = phase_readings(text.as_str());
        let short = || called(&bare).filter(|_| bare != written);
        only(&written).or_else(short).or_else(|| only(&bare))
    })
}

/// The phases that a row names or stands in by itself, as far as they are known.
pub(super) fn named(desk: &Desk<'_>, cells: Cells<'_>) -> Vec<PhaseId> {
    let list = cells
        .list("phase")
        .filter(|list| list.marks() <= MOST_MARKS);
    let named: Vec<PhaseId> = list.map_or(Vec::new(), |list| {
        let items = list.items(|name| find(desk, name)).into_iter();
        items.flatten().collect()
    });
    if named.is_empty() {
        return desk.phases.default.clone();
    }
    named
}

fn no_such(desk: &Desk<'_>, text: &str) -> Problem {
    let phases = desk.programme.phases.iter();
    let texts = phases.flat_map(|(id, phase)| [phase.name.as_str(), id.as_str()]);
    Problem::NoSuch {
        noun: Noun::Phase,
        nearest: desk.near(text, texts),
    }
}

/// The phases that a row is in; none where that is faulty, which is noted.
pub(super) fn of_row(desk: &mut Desk<'_>, cells: Cells<'_>) -> Option<Vec<PhaseId>> {
    let mut phases = Vec::with_capacity(1);
    let mut met = BTreeSet::new();
    let named = match cells.list("phase") {
        Some(list) if desk.takes_list(cells, "phase", &list) => list.items(|name| find(desk, name)),
        Some(_) => return None,
        None => Vec::new(),
    };
    let is_named = !named.is_empty();
    for item in named {
        match item {
            Ok(id) if met.contains(&id) => {}
            Ok(id) => {
                met.insert(id.clone());
                phases.push(id);
            }
            Err(unknown) => {
                let problem = no_such(desk, unknown);
                desk.fault_of_item(cells, "phase", unknown, problem);
                return None;
            }
        }
    }
    if !is_named {
        phases.clone_from(&desk.phases.default);
    }
    if phases.is_empty() {
        // Told once: it is the same for all rows.
        if !desk
            .faults
            .list
            .iter()
            .any(|fault| fault.problem == Problem::NoPhase)
        {
            desk.fault(cells, "phase", Problem::NoPhase);
        }
        return None;
    }
    if !desk.takes_places(cells, "phase", phases.len()) {
        return None;
    }
    desk.phases.covered.extend(phases.iter().cloned());
    Some(phases)
}
