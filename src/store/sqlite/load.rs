//! A district's network, read whole.
//!
//! Rows are sorted here, by the natural order of ids that no collation knows, and so that the maps are built in one
//! sweep.

use rusqlite::Connection;

use super::ids::Ids;
use super::{actor, department, offer, programme, report};
use crate::domain::{DistrictId, Network};
use crate::store::Result;

/// Reads a district's network in the transaction that the connection is in.
pub(super) fn network(connection: &Connection, district: &DistrictId) -> Result<Network> {
    let phases = programme::phase_ids(connection)?;
    let departments = department::load(connection, district, &phases)?;
    let department_ids = Ids::of(&departments);
    let actors = actor::load(connection, district)?;
    let actor_ids = Ids::of(&actors);
    let memberships =
        actor::load_memberships(connection, district, &actor_ids, &department_ids, &phases)?;
    let offers = offer::load(connection, district, &actor_ids, &department_ids, &phases)?;
    let offer_ids = Ids::of(&offers);
    let reports = report::load(connection, district, &actor_ids, &phases, &offer_ids)?;
    Ok(Network {
        departments: departments.into_iter().collect(),
        actors: actors.into_iter().collect(),
        memberships: memberships.into_iter().collect(),
        offers: offers.into_iter().collect(),
        reports,
    })
}
