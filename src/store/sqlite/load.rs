//! A district's network, read whole.
//!
//! Rows are sorted here, by the natural order of ids that no collation knows, and so that the maps are built in one
//! sweep.

use rusqlite::Connection;

use std::sync::Arc;

use super::ids::Ids;
use super::readers::Beside;
use super::shares::Shares;
use super::{actor, department, offer, open_point, programme, release, report};
use crate::domain::{DistrictId, Network};
use crate::store::{Head, Held, Result, Scope};

/// Reads a district's network in the transaction that the connection is in, with the help of a second one.
pub(super) fn network(
    connection: &Connection,
    district: &DistrictId,
    beside: Option<Beside>,
) -> Result<Held<Network>> {
    let state = state(connection, district)?;
    let phases = programme::phase_ids(connection)?;
    let actors = actor::load(connection, district)?;
    let shares = Arc::new(Shares::cut(district, phases, Ids::of(&actors)));
    let (phases, actor_ids) = (&shares.phases, &shares.actors);
    let of = district.clone();
    let others = shares.read_beside(beside, move |connection| {
        self::state(connection, &of).is_ok_and(|other| other == state)
    });

    let departments = department::load(connection, district, phases)?;
    let department_ids = Ids::of(&departments);
    let memberships =
        actor::load_memberships(connection, district, actor_ids, &department_ids, phases)?;
    let offers = offer::load(connection, district, actor_ids, &department_ids, phases)?;
    let offer_ids = Ids::of(&offers);
    let about = report::load_offers(connection, district, phases, actor_ids, &offer_ids)?;
    let reports = shares.read_all(connection, &others, about)?;
    let network = Network {
        departments: departments.into_iter().collect(),
        actors: actors.into_iter().collect(),
        memberships: memberships.into_iter().collect(),
        offers: offers.into_iter().collect(),
        reports,
        releases: release::load(connection, district)?.into_iter().collect(),
        open_points: open_point::load(connection, district)?
            .into_iter()
            .collect(),
    };
    Ok(Held {
        head: state[1],
        value: Arc::new(network),
    })
}

/// What tells one state of all that a network is read from from another: each write sets the mark of one of these.
fn state(connection: &Connection, district: &DistrictId) -> Result<[Head; 2]> {
    Ok([
        programme::head(connection, &Scope::Programme)?,
        programme::head(connection, &Scope::District(district.clone()))?,
    ])
}
