//! Districts and funding phases.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::error::unreadable;
use super::ids::Ids;
use super::met::{remove, save};
use super::read;
use crate::domain::{District, DistrictId, Edit, FundingPhase, PhaseId, Programme};
use crate::store::{Error, Head, Heads, Mark, Outline, Overview, Result, Revision, Scope};

/// How a scope is called in the tables.
pub(super) fn scope_key(scope: &Scope) -> String {
    match scope {
        Scope::Programme => "programme".to_owned(),
        Scope::District(id) => format!("district/{id}"),
    }
}

/// Where a scope stands; a district must be there.
pub(super) fn head(connection: &Connection, scope: &Scope) -> Result<Head> {
    let columns = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
    let found: rusqlite::Result<(i64, String)> = match scope {
        Scope::Programme => connection
            .prepare_cached("SELECT revision, mark FROM scope WHERE id = 'programme'")?
            .query_row([], columns),
        Scope::District(id) => connection
            .prepare_cached(
                "SELECT scope.revision, scope.mark
                 FROM district JOIN scope ON scope.id = 'district/' || district.id
                 WHERE district.id = ?1",
            )?
            .query_row([id.as_str()], columns),
    };
    match (found.optional()?, scope) {
        (Some((revision, mark)), _) => head_in(revision, &mark),
        (None, Scope::District(id)) => Err(Error::NoSuchDistrict(id.clone())),
        (None, Scope::Programme) => Err(unreadable("scope", "the programme is not there")),
    }
}

fn head_in(revision: i64, mark: &str) -> Result<Head> {
    Ok(Head {
        revision: Revision(revision),
        mark: Mark(mark.parse().map_err(|error| unreadable("mark", error))?),
    })
}

/// Where a district and the programme stand.
pub(super) fn heads(state: &Connection, district: Option<&DistrictId>) -> Result<Heads> {
    let of_district =
        district.map(
            |district| match head(state, &Scope::District(district.clone())) {
                Ok(head) => Ok(Some(head)),
                Err(Error::NoSuchDistrict(_)) => Ok(None),
                Err(error) => Err(error),
            },
        );
    Ok(Heads {
        district: of_district.transpose()?.flatten(),
        programme: head(state, &Scope::Programme)?,
    })
}

/// The districts and funding phases.
pub(super) fn load(connection: &Connection) -> Result<Programme> {
    let mut districts = BTreeMap::new();
    let mut statement =
        connection.prepare_cached("SELECT id, name, position, example FROM district")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        districts.insert(read::id(row, 0)?, district(row)?);
    }
    let phases = load_phases(connection)?.into_iter().collect();
    Ok(Programme { districts, phases })
}

/// A district in a row that begins with its id, name, position, and whether it is an example.
fn district(row: &Row<'_>) -> Result<District> {
    Ok(District {
        name: read::words(row, 1)?,
        position: row.get(2)?,
        example: read::flag(row, 3)?,
    })
}

/// All districts, and how much each holds.
pub(super) fn overview(connection: &Connection) -> Result<Overview> {
    let mut statement = connection.prepare_cached(
        "SELECT d.id, d.name, d.position, d.example,
           (SELECT count(*) FROM department AS n WHERE n.district = d.id),
           (SELECT count(*) FROM actor AS a WHERE a.district = d.id),
           (SELECT count(*) FROM offer AS o WHERE o.district = d.id),
           (SELECT s.at FROM step AS s WHERE s.scope = 'district/' || d.id ORDER BY s.number DESC LIMIT 1),
           scope.revision, scope.mark
         FROM district AS d JOIN scope ON scope.id = 'district/' || d.id",
    )?;
    let mut rows = statement.query([])?;
    let mut districts = Vec::new();
    while let Some(row) = rows.next()? {
        districts.push(Outline {
            id: read::id(row, 0)?,
            district: district(row)?,
            departments: row.get::<_, u32>(4)? as usize,
            actors: row.get::<_, u32>(5)? as usize,
            offers: row.get::<_, u32>(6)? as usize,
            at: read::maybe_time(row, 7)?,
            head: head_in(row.get(8)?, &row.get::<_, String>(9)?)?,
        });
    }
    districts.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(Overview {
        programme: head(connection, &Scope::Programme)?,
        districts,
    })
}

/// The ids of all funding phases.
pub(super) fn phase_ids(connection: &Connection) -> Result<Ids<FundingPhase>> {
    Ok(Ids::of(&load_phases(connection)?))
}

fn load_phases(connection: &Connection) -> Result<Vec<(PhaseId, FundingPhase)>> {
    let mut phases = Vec::new();
    let mut statement =
        connection.prepare_cached("SELECT id, name, first_day, last_day FROM phase")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let phase = FundingPhase {
            name: read::words(row, 1)?,
            start: day(read::text(row, 2)?)?,
            end: read::maybe_text(row, 3)?.map(day).transpose()?,
        };
        phases.push((read::id(row, 0)?, phase));
    }
    phases.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(phases)
}

fn day(text: &str) -> Result<NaiveDate> {
    text.parse().map_err(|error| unreadable("a day", error))
}

/// Makes one edit of a district. Its scope goes on counting if it was there before.
pub(super) fn put_district(
    connection: &Connection,
    edit: &Edit<DistrictId, District>,
) -> Result<()> {
    let id = edit.key.as_str();
    let Some(district) = &edit.after else {
        return remove(connection, edit, "DELETE FROM district WHERE id = ?1", [id]);
    };
    let values = params![
        id,
        district.name.as_str(),
        district.position,
        district.example
    ];
    if edit.before.is_none() {
        connection
            .prepare_cached(
                "INSERT INTO scope (id, revision) VALUES (?1, 0) ON CONFLICT DO NOTHING",
            )?
            .execute([scope_key(&Scope::District(edit.key.clone()))])?;
    }
    let update = "UPDATE district SET name = ?2, position = ?3, example = ?4 WHERE id = ?1";
    let insert = "INSERT INTO district (id, name, position, example) VALUES (?1, ?2, ?3, ?4)";
    save(connection, edit, [update, insert], values)
}

/// Which districts name which funding phase; reports do so only where a membership does.
pub(super) fn phases_in_use(connection: &Connection) -> Result<BTreeSet<(PhaseId, DistrictId)>> {
    let mut in_use = BTreeSet::new();
    let mut statement = connection.prepare_cached(
        "SELECT phase, district FROM membership
         UNION SELECT phase, district FROM division
         UNION SELECT phase, district FROM offer_phase
         UNION SELECT phase, district FROM open_point",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        in_use.insert((read::id(row, 0)?, read::id(row, 1)?));
    }
    Ok(in_use)
}

/// Makes one edit of a funding phase.
pub(super) fn put_phase(connection: &Connection, edit: &Edit<PhaseId, FundingPhase>) -> Result<()> {
    let id = edit.key.as_str();
    let Some(phase) = &edit.after else {
        return remove(connection, edit, "DELETE FROM phase WHERE id = ?1", [id]);
    };
    let values = params![
        id,
        phase.name.as_str(),
        phase.start.to_string(),
        phase.end.map(|day| day.to_string()),
    ];
    let update = "UPDATE phase SET name = ?2, first_day = ?3, last_day = ?4 WHERE id = ?1";
    let insert = "INSERT INTO phase (id, name, first_day, last_day) VALUES (?1, ?2, ?3, ?4)";
    save(connection, edit, [update, insert], values)
}
