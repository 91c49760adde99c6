//! Actors as nodes, and their places in phases as relationships to departments.

use std::collections::{BTreeMap, BTreeSet};

use neo4rs::BoltType;

use super::batch::Batch;
use super::cypher::{Statement, cypher, flag, map, some_texts, text};
use super::decode::{Unreadable, code, id, note, word, words};
use super::stored::{OfIds, OfRows, Stored};
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
    Option<Vec<&'a str>>,
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
            |(actor, phase, department, section, level, core_team, asked, answered, open)| {
                let membership = Membership {
                    department: id(department)?,
                    section: words(section)?,
                    level: level
                        .map(|level| code("level", Level::from_code, level))
                        .transpose()?,
                    core_team: core_team.unwrap_or_default(),
                    asked,
                    answered,
                    open: open
                        .into_iter()
                        .flatten()
                        .map(id)
                        .collect::<Result<_, _>>()?,
                };
                Ok(((id(actor)?, id(phase)?), membership))
            },
        )
        .collect()
}

impl Stored for Actor {
    const CREATE: OfRows = OfRows(cypher!("actor/create"));
    const UPDATE: Option<OfRows> = Some(OfRows(cypher!("actor/update")));
    /// Their contacts go with them.
    const REMOVE: OfIds = OfIds(cypher!("actor/remove"));

    fn id(id: &ActorId) -> String {
        id.to_string()
    }

    fn row(id: &ActorId, actor: &Self) -> BoltType {
        map([
            ("id", id.as_str().into()),
            ("name", actor.name.as_str().into()),
            ("kind", actor.kind.code().into()),
            ("note", actor.note.as_ref().map(Note::as_str).into()),
        ])
    }
}

impl Stored for Membership {
    const CREATE: OfRows = OfRows(cypher!("membership/create"));
    const UPDATE: Option<OfRows> = None;
    const REMOVE: OfIds = OfIds(cypher!("membership/remove"));

    /// One text for the two parts of the key: no id holds a tab.
    fn id((actor, phase): &(ActorId, PhaseId)) -> String {
        format!("{actor}\t{phase}")
    }

    fn row(key: &(ActorId, PhaseId), m: &Self) -> BoltType {
        let (actor, phase) = key;
        map([
            ("id", Self::id(key).into()),
            ("actor", actor.as_str().into()),
            ("phase", phase.as_str().into()),
            ("department", m.department.as_str().into()),
            ("section", text(m.section.as_ref())),
            ("level", m.level.map(Level::code).into()),
            ("core_team", flag(m.core_team)),
            ("asked", m.asked.into()),
            ("answered", m.answered.into()),
            ("open", some_texts(m.open.iter().map(|id| id.as_str()))),
        ])
    }
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
    let ids = places.into_iter().map(|(actor, phase)| {
        let key = (actor.clone(), phase.clone());
        Membership::id(&key).into()
    });
    batch.each(ids, |ids| known(district, ids));
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
