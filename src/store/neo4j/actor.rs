//! Actors as nodes, and their places in phases as relationships to departments.

use std::collections::{BTreeMap, BTreeSet};

use neo4rs::BoltType;

use super::batch::Batch;
use super::cypher::{Statement, cypher, flag, ids, map, text};
use super::decode::{Unreadable, code, id, note, word, words};
use super::effect::Effects;
use crate::domain::{Actor, ActorId, ActorKind, DistrictId, Level, Membership, Note, PhaseId};

/// An actor in the one row of a network.
pub(super) type Line<'a> = (&'a str, &'a str, &'a str, Option<&'a str>);

/// A membership in the one row of a network: actor, phase, department and the rest.
pub(super) type MembershipLine<'a> = (
    &'a str,
    &'a str,
    &'a str,
    Option<&'a str>,
    Option<&'a str>,
    Option<bool>,
    Option<bool>,
    Option<bool>,
);

/// Reads an actor.
pub(super) fn read((key, name, kind, remark): Line<'_>) -> Result<(ActorId, Actor), Unreadable> {
    let actor = Actor {
        name: word(name)?,
        kind: code("actor kind", ActorKind::from_code, kind)?,
        note: note(remark)?,
    };
    Ok((id(key)?, actor))
}

/// Reads all memberships.
pub(super) fn read_memberships(
    lines: Vec<MembershipLine<'_>>,
) -> Result<BTreeMap<(ActorId, PhaseId), Membership>, Unreadable> {
    lines
        .into_iter()
        .map(
            |(actor, phase, department, section, level, core_team, asked, answered)| {
                let membership = Membership {
                    department: id(department)?,
                    section: words(section)?,
                    level: level
                        .map(|level| code("level", Level::from_code, level))
                        .transpose()?,
                    core_team: core_team.unwrap_or_default(),
                    asked,
                    answered,
                };
                Ok(((id(actor)?, id(phase)?), membership))
            },
        )
        .collect()
}

/// Writes new and changed actors.
pub(super) fn write(
    batch: &mut Batch,
    district: &DistrictId,
    effects: &Effects<'_, ActorId, Actor>,
) {
    let (new, changed) = (effects.new.iter(), effects.changed.iter());
    batch.each(new.copied().map(row), |rows| create(district, rows));
    batch.each(changed.copied().map(row), |rows| update(district, rows));
}

/// Removes actors, their contacts with them; one that is still used fails the transaction when it ends.
pub(super) fn remove(batch: &mut Batch, district: &DistrictId, gone: &[&ActorId]) {
    let gone = ids(gone.iter().copied());
    batch.each(gone, |ids| remove_all(district, ids));
}

/// Writes new and changed memberships; the old state of changed ones is removed before.
pub(super) fn write_memberships(
    batch: &mut Batch,
    district: &DistrictId,
    effects: &Effects<'_, (ActorId, PhaseId), Membership>,
) {
    batch.each(effects.written().map(membership_row), |rows| {
        create_memberships(district, rows)
    });
}

/// Removes memberships that go or are written anew.
pub(super) fn remove_memberships(
    batch: &mut Batch,
    district: &DistrictId,
    effects: &Effects<'_, (ActorId, PhaseId), Membership>,
) {
    let ids = effects
        .replaced()
        .map(|(actor, phase)| key(actor, phase).into());
    batch.each(ids, |ids| remove_all_memberships(district, ids));
}

/// Refuses to take an actor's place in a phase away while reports of that phase name it.
pub(super) fn free_memberships(
    batch: &mut Batch,
    district: &DistrictId,
    gone: &[&(ActorId, PhaseId)],
) {
    let rows: Vec<BoltType> = gone
        .iter()
        .map(|(actor, phase)| {
            map([
                ("actor", actor.as_str().into()),
                ("phase", phase.as_str().into()),
            ])
        })
        .collect();
    batch.must(uses(district, rows), 0);
}

/// Refuses places in phases that are not there.
pub(super) fn know_memberships<'a>(
    batch: &mut Batch,
    district: &DistrictId,
    places: impl IntoIterator<Item = (&'a ActorId, &'a PhaseId)>,
) {
    let places: BTreeSet<(&ActorId, &PhaseId)> = places.into_iter().collect();
    let ids = places
        .into_iter()
        .map(|(actor, phase)| key(actor, phase).into());
    batch.each(ids, |ids| known(district, ids));
}

/// One text for the two parts of the key: no id holds a tab.
fn key(actor: &ActorId, phase: &PhaseId) -> String {
    format!("{actor}\t{phase}")
}

fn row((id, actor): (&ActorId, &Actor)) -> BoltType {
    map([
        ("id", id.as_str().into()),
        ("name", actor.name.as_str().into()),
        ("kind", actor.kind.code().into()),
        ("note", actor.note.as_ref().map(Note::as_str).into()),
    ])
}

fn membership_row(((actor, phase), m): (&(ActorId, PhaseId), &Membership)) -> BoltType {
    map([
        ("id", key(actor, phase).into()),
        ("actor", actor.as_str().into()),
        ("phase", phase.as_str().into()),
        ("department", m.department.as_str().into()),
        ("section", text(m.section.as_ref())),
        ("level", m.level.map(Level::code).into()),
        ("core_team", flag(m.core_team)),
        ("asked", m.asked.into()),
        ("answered", m.answered.into()),
    ])
}

fn create(district: &DistrictId, rows: BoltType) -> Statement {
    cypher!("actor/create").with([("district", district.as_str().into()), ("rows", rows)])
}

fn update(district: &DistrictId, rows: BoltType) -> Statement {
    cypher!("actor/update").with([("district", district.as_str().into()), ("rows", rows)])
}

fn remove_all(district: &DistrictId, ids: BoltType) -> Statement {
    cypher!("actor/remove").with([("district", district.as_str().into()), ("ids", ids)])
}

fn create_memberships(district: &DistrictId, rows: BoltType) -> Statement {
    cypher!("membership/create").with([("district", district.as_str().into()), ("rows", rows)])
}

fn remove_all_memberships(district: &DistrictId, ids: BoltType) -> Statement {
    cypher!("membership/remove").with([("district", district.as_str().into()), ("ids", ids)])
}

fn known(district: &DistrictId, ids: BoltType) -> Statement {
    cypher!("membership/known").with([("district", district.as_str().into()), ("ids", ids)])
}

fn uses(district: &DistrictId, rows: Vec<BoltType>) -> Statement {
    cypher!("membership/uses").with([
        ("district", district.as_str().into()),
        ("rows", rows.into()),
    ])
}
