//! The places of maps: beside the network, in no step and no revision.

use rusqlite::{Connection, OptionalExtension, Transaction, params};
use uuid::Uuid;

use super::error::unreadable;
use super::programme;
use crate::domain::DistrictId;
use crate::store::{Mark, Placed, Result, Scope};

/// The places that are kept of a district.
pub(super) fn load(state: &Connection, district: &DistrictId) -> Result<Option<Placed>> {
    let mut find = state.prepare_cached("SELECT mark, body FROM map_places WHERE district = ?1")?;
    let row = |row: &rusqlite::Row<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?));
    let Some((mark, body)) = find.query_row([district.as_str()], row).optional()? else {
        return Ok(None);
    };
    let mark = Uuid::parse_str(&mark).map_err(|error| unreadable("map_places", error))?;
    let places = serde_json::from_str(&body).map_err(|error| unreadable("map_places", error))?;
    Ok(Some(Placed {
        mark: Mark(mark),
        places,
    }))
}

/// Keeps places where the district and the places kept of it still bear these marks; answers whether it did.
pub(super) fn keep(
    transaction: &Transaction<'_>,
    district: &DistrictId,
    (standing, before): (Mark, Option<Mark>),
    now: &Placed,
) -> Result<bool> {
    let found = load(transaction, district)?;
    let scope = Scope::District(district.clone());
    let stands = programme::head(transaction, &scope)?.mark == standing;
    let is_first = stands && found.map(|found| found.mark) == before;
    if is_first {
        put(transaction, district, now)?;
        transaction
            .prepare_cached("UPDATE scope SET mark = ?2 WHERE id = ?1")?
            .execute([
                programme::scope_key(&scope),
                now.mark.0.simple().to_string(),
            ])?;
    }
    Ok(is_first)
}

/// Sets the places of a district.
pub(super) fn put(
    transaction: &Transaction<'_>,
    district: &DistrictId,
    placed: &Placed,
) -> Result<()> {
    let body = serde_json::to_string(&placed.places).expect("places are JSON");
    transaction
        .prepare_cached(
            "INSERT INTO map_places (district, mark, body) VALUES (?1, ?2, ?3)
             ON CONFLICT (district) DO UPDATE SET mark = excluded.mark, body = excluded.body",
        )?
        .execute(params![
            district.as_str(),
            placed.mark.0.simple().to_string(),
            body
        ])?;
    Ok(())
}
