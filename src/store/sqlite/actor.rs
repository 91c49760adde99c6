//! Actors, and where they stand in each phase.

use std::collections::{BTreeSet, HashMap};

use rusqlite::{Connection, params};

use super::ids::{Ids, Last};
use super::met::{remove, save};
use super::read;
use crate::domain::{
    Actor, ActorId, ActorKind, Department, DepartmentId, DistrictId, Edit, FundingPhase, Level,
    Membership, PhaseId, Text,
};
use crate::store::Result;

/// A district's actors, sorted.
pub(super) fn load(
    connection: &Connection,
    district: &DistrictId,
) -> Result<Vec<(ActorId, Actor)>> {
    let mut actors = Vec::new();
    let mut statement =
        connection.prepare_cached("SELECT id, name, kind, note FROM actor WHERE district = ?1")?;
    let mut rows = statement.query([district.as_str()])?;
    while let Some(row) = rows.next()? {
        let actor = Actor {
            name: read::words(row, 1)?,
            kind: read::code(row, 2, ActorKind::from_code)?,
            note: read::maybe_note(row, 3)?,
        };
        actors.push((read::id(row, 0)?, actor));
    }
    actors.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(actors)
}

/// Makes one edit of an actor; its contact goes with it.
pub(super) fn put(
    connection: &Connection,
    district: &DistrictId,
    edit: &Edit<ActorId, Actor>,
) -> Result<()> {
    let key = [district.as_str(), edit.key.as_str()];
    let Some(actor) = &edit.after else {
        let delete = "DELETE FROM actor WHERE district = ?1 AND id = ?2";
        return remove(connection, edit, delete, key);
    };
    let values = params![
        key[0],
        key[1],
        actor.name.as_str(),
        actor.kind.code(),
        actor.note.as_ref().map(|note| note.as_str()),
    ];
    let update = "UPDATE actor SET name = ?3, kind = ?4, note = ?5 WHERE district = ?1 AND id = ?2";
    let insert = "INSERT INTO actor (district, id, name, kind, note) VALUES (?1, ?2, ?3, ?4, ?5)";
    save(connection, edit, [update, insert], values)
}

/// Where a district's actors stand, sorted by actor and phase.
pub(super) fn load_memberships(
    connection: &Connection,
    district: &DistrictId,
    actors: &Ids<Actor>,
    departments: &Ids<Department>,
    phases: &Ids<FundingPhase>,
) -> Result<Vec<((ActorId, PhaseId), Membership)>> {
    let mut memberships = Vec::new();
    // Few sections are shared by many actors.
    let mut sections: HashMap<String, Text> = HashMap::new();
    let mut last = Last::default();
    let mut statement = connection.prepare_cached(
        "SELECT actor, phase, department, section, level, core_team, asked, answered, open
         FROM membership WHERE district = ?1 ORDER BY actor, phase",
    )?;
    let mut rows = statement.query([district.as_str()])?;
    while let Some(row) = rows.next()? {
        let actor = last.rank(actors, read::reference(row, 0)?)?;
        let phase = phases.rank(read::reference(row, 1)?)?;
        let section = match read::maybe_text(row, 3)? {
            None => None,
            Some(text) => Some(match sections.get(text) {
                Some(section) => section.clone(),
                None => {
                    let section = read::words(row, 3)?;
                    sections.insert(text.to_owned(), section.clone());
                    section
                }
            }),
        };
        let level = match read::maybe_text(row, 4)? {
            None => None,
            Some(_) => Some(read::code(row, 4, Level::from_code)?),
        };
        let membership = Membership {
            department: departments.find(read::reference(row, 2)?)?,
            section,
            level,
            core_team: read::flag(row, 5)?,
            asked: read::maybe_flag(row, 6)?,
            answered: read::maybe_flag(row, 7)?,
            open: match read::maybe_text(row, 8)? {
                None => BTreeSet::new(),
                Some(_) => read::code(row, 8, open_of)?,
            },
        };
        memberships.push(((actor, phase), membership));
    }
    memberships.sort_unstable_by_key(|(ranks, _)| *ranks);
    Ok(memberships
        .into_iter()
        .map(|((actor, phase), membership)| ((actors.at(actor), phases.at(phase)), membership))
        .collect())
}

/// The departments that a place leaves open, with a tab between their ids.
fn open_of(text: &str) -> Option<BTreeSet<DepartmentId>> {
    text.split('\t')
        .map(|id| DepartmentId::parse(id).ok())
        .collect()
}

/// Makes one edit of an actor's place in a phase.
pub(super) fn put_membership(
    connection: &Connection,
    district: &DistrictId,
    edit: &Edit<(ActorId, PhaseId), Membership>,
) -> Result<()> {
    let (actor, phase) = &edit.key;
    let key = [district.as_str(), actor.as_str(), phase.as_str()];
    let Some(membership) = &edit.after else {
        let delete = "DELETE FROM membership WHERE district = ?1 AND actor = ?2 AND phase = ?3";
        return remove(connection, edit, delete, key);
    };
    let open: Vec<&str> = membership.open.iter().map(|id| id.as_str()).collect();
    let values = params![
        key[0],
        key[1],
        key[2],
        membership.department.as_str(),
        membership.section.as_ref().map(|text| text.as_str()),
        membership.level.map(Level::code),
        membership.core_team,
        membership.asked,
        membership.answered,
        (!open.is_empty()).then(|| open.join("\t")),
    ];
    let update = "UPDATE membership SET department = ?4, section = ?5, level = ?6, core_team = ?7,
                      asked = ?8, answered = ?9, open = ?10
                      WHERE district = ?1 AND actor = ?2 AND phase = ?3";
    let insert = "INSERT INTO membership (district, actor, phase, department, section, level,
                      core_team, asked, answered, open)
                      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    save(connection, edit, [update, insert], values)
}
