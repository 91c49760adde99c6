//! The table of actors: who they are, and where they stand in each phase.

use std::collections::HashMap;

use super::super::columns::Table;
use super::super::fault::Problem;
use super::super::input::Renamed;
use super::cells::{self, Cells};
use super::desk::Desk;
use super::ids::{Ids, Meant, identified};
use super::known::Sought;
use super::merge::{Contradicts, Field, agreed, merged, merged_texts};
use super::namesakes::Namesakes;
use super::{phases, renames};
use crate::domain::{
    Actor, ActorId, ActorKind, DepartmentId, Level, Membership, Note, Noun, PhaseId, Text,
};
use crate::text::words;

/// What a row says of an actor in every phase.
#[derive(Clone)]
struct Said {
    name: Text,
    kind: Field<ActorKind>,
    contact: Field<Text>,
    note: Field<Note>,
}

/// What a row says of an actor in one phase.
#[derive(Clone)]
struct Place {
    department: DepartmentId,
    section: Field<Text>,
    level: Field<Level>,
    core_team: Field<bool>,
    asked: Field<bool>,
    answered: Field<bool>,
}

/// What the rows so far say, and in which row first.
#[derive(Default)]
struct Rows<'t> {
    said: HashMap<ActorId, (Cells<'t>, Said)>,
    places: HashMap<(ActorId, PhaseId), (Cells<'t>, Place)>,
}

/// Reads the actors, and settles by what names others are found.
pub(super) fn read(desk: &mut Desk<'_>, renamed: &[Renamed]) {
    let held = desk.network.actors.iter().map(|(id, a)| (id, &a.name));
    let mut ids = Ids::of(Noun::Actor, held, desk.rows(Table::Actors));
    renames::take(desk, &mut ids, renamed);
    let before: HashMap<ActorId, Text> = desk
        .network
        .actors
        .iter()
        .map(|(id, actor)| (id.clone(), actor.name.clone()))
        .collect();
    let mut namesakes = Namesakes::of(desk);
    let mut rows = Rows::default();
    spell_sections(desk);
    for cells in desk.rows(Table::Actors) {
        row(desk, cells, &mut ids, &mut namesakes, &mut rows);
    }
    namesakes.tell(desk);
    for (id, (_, said)) in rows.said {
        if let Some(contact) = said.contact {
            desk.new_contacts.insert(id, contact);
        }
    }
    for (id, actor) in &desk.network.actors {
        desk.actors.add(id, &actor.name, None);
    }
    // Who was renamed is still found by the name before.
    for (id, name) in &before {
        let is_renamed = |actor: &Actor| actor.name != *name;
        if desk.network.actors.get(id).is_some_and(is_renamed)
            && let Ok(None) = desk.actors.find_text(&Sought::of(name))
        {
            desk.actors.add(id, name, None);
        }
    }
    desk.actors.understand(ids.by_case);
    desk.actors.doubt(ids.doubtful);
    for ((actor, _), membership) in &desk.network.memberships {
        desk.actors.place(actor, &membership.department);
        if let Some(section) = &membership.section {
            desk.sections.add(&membership.department, section);
        }
    }
}

/// The spelling that the store has stays.
fn spell_sections(desk: &mut Desk<'_>) {
    for membership in desk.network.memberships.values() {
        if let Some(section) = &membership.section {
            desk.sections.spell(&membership.department, section);
        }
    }
}

fn row<'t>(
    desk: &mut Desk<'t>,
    cells: Cells<'t>,
    ids: &mut Ids<Actor>,
    namesakes: &mut Namesakes,
    rows: &mut Rows<'t>,
) {
    // Every fault of the row is told, also where it is not known whose it is.
    let before = desk.faults.len();
    let department = cells.text("department");
    let department = department.and_then(|text| desk.departments.find(text).ok().flatten());
    let stands = |id: &ActorId| {
        let department = department.as_ref();
        department.is_some_and(|department| namesakes.stands(id, department))
    };
    let name = cells.text("name").unwrap_or_default();
    let own = |department| namesakes.of_department(name, department);
    let meant = match namesakes.are_apart(name) {
        true => Meant::Apart(department.as_ref().map(own).unwrap_or_default()),
        false => Meant::Only(&stands),
    };
    let named = identified(desk, ids, cells, &meant);
    let place = if is_without_place(cells) {
        Some(None)
    } else {
        place(desk, cells).map(Some)
    };
    let said = named.map(|(id, name)| (id, said(desk, cells, name)));
    if let Some((id, said)) = &said {
        if let Some(department) = &department {
            namesakes.place(id, said.name.as_str(), department);
        }
        if desk.faults.len() > before {
            ids.doubtful.push((id.clone(), Some(said.name.clone())));
        }
    }
    if let (Some((id, said)), Some(place)) = (said, place) {
        actor(desk, cells, rows, id, said, place);
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
    let section = match (section, &department) {
        (Some(Some(section)), Some(Some(department))) => {
            Some(Some(desk.sections.spell(department, &section)))
        }
        (section, _) => section,
    };
    let told = desk.tells();
    let level = desk.read_code(cells, "level", |cell| {
        cells::one_of(cell, told, &Level::ALL, words::read_level, words::level)
    });
    let core_team = desk.read_code(cells, "core_team", cells::yes_no);
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

fn actor<'t>(
    desk: &mut Desk<'t>,
    cells: Cells<'t>,
    rows: &mut Rows<'t>,
    id: ActorId,
    said: Said,
    place: Option<(Place, Vec<PhaseId>)>,
) {
    let (first, merged) = match rows.said.get(&id) {
        None => (cells, said),
        Some((before, known)) => match known.with(&said) {
            Ok(merged) => (*before, merged),
            Err(key) => {
                let before = *before;
                desk.differs(cells, before, key);
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
    rows.said.insert(id.clone(), (first, merged));
    desk.seen.actors.insert(id.clone());
    let Some((place, phases)) = place else { return };
    if let Some((before, column)) = placed(desk, cells, rows, &id, &place, phases) {
        desk.differs(cells, before, column);
    }
}

/// Puts an actor into its place in each phase; answers the row that says otherwise of one, and the column.
fn placed<'t>(
    desk: &mut Desk<'t>,
    cells: Cells<'t>,
    rows: &mut Rows<'t>,
    id: &ActorId,
    place: &Place,
    phases: Vec<PhaseId>,
) -> Option<(Cells<'t>, Contradicts)> {
    let mut differs = None;
    for phase in phases {
        let key = (id.clone(), phase);
        if is_told(desk, cells, &key) {
            continue;
        }
        let (first, merged) = match rows.places.get(&key) {
            None => (cells, place.clone()),
            Some((before, known)) => match known.with(place) {
                Ok(merged) => (*before, merged),
                Err(column) => {
                    differs = Some((*before, column));
                    continue;
                }
            },
        };
        stand(desk, &key, &merged);
        rows.places.insert(key, (first, merged));
    }
    differs
}

/// Whether a row that counts only as far as nothing else is known says nothing new.
fn is_told(desk: &mut Desk<'_>, cells: Cells<'_>, key: &(ActorId, PhaseId)) -> bool {
    let is_told = cells.part.fills_gaps && desk.network.memberships.contains_key(key);
    if is_told {
        desk.seen.memberships.insert(key.clone());
    }
    is_told
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
            open: Default::default(),
        });
    membership.department = place.department.clone();
    if let Some(section) = &place.section {
        membership.section.clone_from(section);
    }
    if let Some(level) = place.level {
        membership.level = level;
    }
    if let Some(core_team) = place.core_team {
        membership.core_team = core_team.unwrap_or_default();
    }
    if let Some(asked) = place.asked {
        membership.asked = asked;
    }
    if let Some(answered) = place.answered {
        membership.answered = answered;
    }
    desk.seen.memberships.insert(key.clone());
}

impl Said {
    /// What two rows say together of an actor.
    fn with(&self, other: &Self) -> Result<Self, Contradicts> {
        Ok(Self {
            name: agreed("name", &self.name, &other.name)?,
            kind: merged("kind", &self.kind, &other.kind)?,
            contact: merged_texts("contact", &self.contact, &other.contact)?,
            note: merged_texts("note", &self.note, &other.note)?,
        })
    }
}

impl Place {
    /// What two rows say together of where an actor stands.
    fn with(&self, other: &Self) -> Result<Self, Contradicts> {
        Ok(Self {
            department: agreed("department", &self.department, &other.department)?,
            section: merged_texts("section", &self.section, &other.section)?,
            level: merged("level", &self.level, &other.level)?,
            core_team: merged("core_team", &self.core_team, &other.core_team)?,
            asked: merged("asked", &self.asked, &other.asked)?,
            answered: merged("answered", &self.answered, &other.answered)?,
        })
    }
}
