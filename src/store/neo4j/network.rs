//! A district's network: read whole, written in the one order in which no reference ever hangs.

use std::collections::BTreeMap;
use std::sync::Arc;

use neo4rs::Row;

use super::batch::Batch;
use super::cypher::{Statement, cypher};
use super::decode::Unreadable;
use super::effect::NetworkEffects;
use super::link::Transaction;
use super::trouble::Trouble;
use super::{actor, contact, department, offer, programme, report};
use crate::domain::{ActorId, Change, DistrictId, Network, Text};
use crate::store::Held;

/// Asks for a whole network.
pub(super) fn load(district: &DistrictId) -> Statement {
    cypher!("network/load").with([("district", district.as_str().into())])
}

/// The network in the one row of [`load`].
pub(super) fn read(row: &Row) -> Result<Held<Network>, Unreadable> {
    let head = programme::head_of(row, "revision", "mark")?;
    let departments: Vec<department::Line<'_>> = row.get("departments")?;
    let actors: Vec<actor::Line<'_>> = row.get("actors")?;
    let memberships: Vec<actor::MembershipLine<'_>> = row.get("memberships")?;
    let offers: Vec<offer::Line<'_>> = row.get("offers")?;
    let parts: Vec<offer::PartLine<'_>> = row.get("parts")?;
    let reports: Vec<report::Line<'_>> = row.get("reports")?;
    let actors = actors
        .into_iter()
        .map(actor::read)
        .collect::<Result<BTreeMap<_, _>, _>>()?;
    let network = Network {
        departments: departments
            .into_iter()
            .map(department::read)
            .collect::<Result<_, _>>()?,
        memberships: actor::read_memberships(memberships)?,
        offers: offer::read(offers, parts)?,
        reports: report::read(reports, &actors)?,
        actors,
    };
    Ok(Held {
        head,
        value: Arc::new(network),
    })
}

/// Writes what the changes come to, and contacts. The district is locked.
///
/// First goes what goes, from what refers to what is referred to; then comes what comes, the other way round. What
/// the graph cannot hold by itself is asked for at the end: reports name phases and offers by their ids.
pub(super) async fn write(
    transaction: &mut Transaction,
    district: &DistrictId,
    changes: &[Change],
    contacts: &BTreeMap<ActorId, Option<Text>>,
) -> Result<(), Trouble> {
    let effects = NetworkEffects::of(changes)?;
    let NetworkEffects {
        departments,
        actors,
        memberships,
        offers,
        reports,
    } = &effects;
    let mut batch = Batch::default();
    report::remove(&mut batch, district, &reports.gone);
    actor::remove_memberships(&mut batch, district, memberships);
    offer::remove(&mut batch, district, offers);
    actor::remove(&mut batch, district, &actors.gone);
    department::remove(&mut batch, district, &departments.gone);
    transaction.send(batch).await?;

    let mut batch = Batch::default();
    department::write(&mut batch, district, departments);
    actor::write(&mut batch, district, actors);
    actor::write_memberships(&mut batch, district, memberships);
    offer::write(&mut batch, district, offers);
    report::write(&mut batch, district, reports);
    contact::write(&mut batch, district, contacts);
    transaction.send(batch).await?;

    let mut batch = Batch::default();
    department::tell_apart(&mut batch, district, departments);
    programme::know_phases(&mut batch, effects.phases());
    let ends = reports
        .new
        .iter()
        .flat_map(|((phase, from, to), _)| [(from, phase), (to, phase)]);
    actor::know_memberships(&mut batch, district, ends);
    let about = reports.written().flat_map(|(_, report)| &report.offers);
    offer::know(&mut batch, district, about);
    actor::free_memberships(&mut batch, district, &memberships.gone);
    offer::free(&mut batch, district, &offers.gone);
    transaction.send(batch).await
}
