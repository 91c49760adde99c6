//! The table of actors: who they are, and where they stand in each phase.

use std::collections::HashMap;

use super::super::columns::Table;
use super::super::fault::Problem;
use super::cells::{self, Cells};
use super::desk::Desk;
use super::ids::{Ids, identified};
use super::phases;
use crate::domain::{
    Actor, ActorId, ActorKind, DepartmentId, Level, Membership, Note, Noun, PhaseId, Text,
};
use crate::text::words;

/// What a row says of an actor in every phase. Here an outer none also stands for an empty cell beside a filled one.
#[derive(Clone, PartialEq)]
struct Said {
    name: Text,
    kind: Option<Option<ActorKind>>,
    contact: Option<Option<Text>>,
    note: Option<Option<Note>>,
}

/// What a row says of an actor in one phase.
#[derive(Clone, PartialEq)]
struct Place {
    department: DepartmentId,
    section: Option<Option<Text>>,
    level: Option<Option<Level>>,
    core_team: Option<bool>,
    asked: Option<Option<bool>>,
    answered: Option<Option<bool>>,
}

/// What the rows so far say, and in which row.
#[derive(Default)]
struct Rows {
    said: HashMap<ActorId, (u32, Said)>,
    places: HashMap<(ActorId, PhaseId), (u32, Said, Place)>,
}

/// Reads the actors, and settles by what names others are found.
pub(super) fn read(desk: &mut Desk<'_>) {
    let held = desk.network.actors.iter().map(|(id, a)| (id, &a.name));
    let mut ids = Ids::of(Noun::Actor, held, desk.rows(Table::Actors));
    let mut rows = Rows::default();
    for cells in desk.rows(Table::Actors) {
        // Every fault of the row is told, also where it is not known whose it is.
        let before = desk.faults.len();
        let named = identified(desk, &mut ids, cells);
        let place = if is_without_place(cells) {
            Some(None)
        } else {
            place(desk, cells).map(Some)
        };
        let said = named.map(|(id, name)| (id, said(desk, cells, name)));
        if let Some((id, said)) = &said
            && desk.faults.len() > before
        {
            ids.doubtful.push((id.clone(), Some(said.name.clone())));
        }
        if let (Some((id, said)), Some(place)) = (said, place) {
            actor(desk, cells, &mut rows, id, said, place);
        }
    }
    for (id, (_, said)) in rows.said {
        if let Some(contact) = said.contact {
            desk.new_contacts.insert(id, contact);
        }
    }
    for (id, actor) in &desk.network.actors {
        desk.actors.add(id, &actor.name, None);
    }
    desk.actors.doubt(ids.doubtful);
    for membership in desk.network.memberships.values() {
        if let Some(section) = &membership.section {
            desk.sections.add(&membership.department, section);
        }
    }
}

/// Our own export has such rows, for actors that stand in no phase.
fn is_without_place(cells: Cells<'_>) -> bool {
    let is_empty = |key: &str| cells.coded(key).unwrap_or_default().is_empty();
    !is_empty("id")
        && [
            "department",
            "section",
            "level",
            "core_team",
            "phase",
            "asked",
            "answered",
        ]
        .iter()
        .all(|key| is_empty(key))
}

fn said(desk: &mut Desk<'_>, cells: Cells<'_>, name: Text) -> Said {
    let told = desk.tells();
    Said {
        name,
        kind: desk.read_code(cells, "kind", |cell| {
            cells::one_of(
                cell,
                told,
                &ActorKind::ALL,
                words::read_actor_kind,
                words::actor_kind,
            )
        }),
        contact: desk.read(cells, "contact", cells::text),
        note: desk.read(cells, "note", cells::note),
    }
}

fn place(desk: &mut Desk<'_>, cells: Cells<'_>) -> Option<(Place, Vec<PhaseId>)> {
    let department = desk.department(cells, "department");
    if department == Some(None) {
        desk.fault(cells, "department", Problem::Empty);
    }
    let section = desk.read(cells, "section", cells::name);
    let told = desk.tells();
    let level = desk.read_code(cells, "level", |cell| {
        cells::one_of(cell, told, &Level::ALL, words::read_level, words::level)
    });
    let core_team = desk
        .read_code(cells, "core_team", cells::yes_no)
        .map(Option::unwrap_or_default);
    let asked = desk.read_code(cells, "asked", cells::yes_no);
    let answered = desk.read_code(cells, "answered", cells::yes_no);
    let phases = phases::of_row(desk, cells);
    let place = Place {
        department: department??,
        section,
        level,
        core_team,
        asked,
        answered,
    };
    Some((place, phases?))
}

fn actor(
    desk: &mut Desk<'_>,
    cells: Cells<'_>,
    rows: &mut Rows,
    id: ActorId,
    said: Said,
    place: Option<(Place, Vec<PhaseId>)>,
) {
    let number = cells.line.number;
    let merged = match rows.said.get(&id) {
        None => said.clone(),
        Some((row, before)) => match merge(before, &said) {
            Some(merged) => merged,
            None => {
                desk.fault(cells, "name", Problem::Differs(*row));
                return;
            }
        },
    };
    let record = desk
        .network
        .actors
        .entry(id.clone())
        .or_insert_with(|| Actor {
            name: merged.name.clone(),
            kind: ActorKind::default(),
            note: None,
        });
    record.name = merged.name.clone();
    if let Some(kind) = merged.kind {
        record.kind = kind.unwrap_or_default();
    }
    if let Some(note) = &merged.note {
        record.note.clone_from(note);
    }
    let row = rows.said.get(&id).map_or(number, |(row, _)| *row);
    rows.said.insert(id.clone(), (row, merged));
    desk.seen.actors.insert(id.clone());
    let Some((place, phases)) = place else { return };
    let mut differs = None;
    for phase in phases {
        let key = (id.clone(), phase);
        if cells.part.fills_gaps && desk.network.memberships.contains_key(&key) {
            desk.seen.memberships.insert(key);
            continue;
        }
        match rows.places.get(&key) {
            Some((row, ..)) if rows.places[&key] != (*row, said.clone(), place.clone()) => {
                differs = Some(*row);
            }
            Some(_) => {}
            None => {
                stand(desk, &key, &place);
                let row = (number, said.clone(), place.clone());
                rows.places.insert(key, row);
            }
        }
    }
    if let Some(row) = differs {
        desk.fault(cells, "name", Problem::Differs(row));
    }
}

/// Puts an actor where a row says it stands in a phase.
fn stand(desk: &mut Desk<'_>, key: &(ActorId, PhaseId), place: &Place) {
    let membership = desk
        .network
        .memberships
        .entry(key.clone())
        .or_insert_with(|| Membership {
            department: place.department.clone(),
            section: None,
            level: None,
            core_team: false,
            asked: None,
            answered: None,
        });
    membership.department = place.department.clone();
    if let Some(section) = &place.section {
        membership.section.clone_from(section);
    }
    if let Some(level) = place.level {
        membership.level = level;
    }
    if let Some(core_team) = place.core_team {
        membership.core_team = core_team;
    }
    if let Some(asked) = place.asked {
        membership.asked = asked;
    }
    if let Some(answered) = place.answered {
        membership.answered = answered;
    }
    desk.seen.memberships.insert(key.clone());
}

/// What two rows say together of an actor; none where they contradict each other. An empty cell contradicts nothing:
/// people write a remark into one of an actor's rows only.
fn merge(a: &Said, b: &Said) -> Option<Said> {
    fn both<T: Clone + PartialEq>(
        a: &Option<Option<T>>,
        b: &Option<Option<T>>,
    ) -> Option<Option<Option<T>>> {
        match (a, b) {
            (Some(Some(x)), Some(Some(y))) if x != y => None,
            (Some(Some(_)), _) => Some(a.clone()),
            (_, Some(_)) => Some(b.clone()),
            (_, None) => Some(a.clone()),
        }
    }
    Some(Said {
        name: (a.name == b.name).then(|| a.name.clone())?,
        kind: both(&a.kind, &b.kind)?,
        contact: both(&a.contact, &b.contact)?,
        note: both(&a.note, &b.note)?,
    })
}
