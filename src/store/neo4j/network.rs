//! A district's network: read whole, written in the one order in which no reference ever hangs.

use std::collections::BTreeMap;
use std::sync::Arc;

use neo4rs::Row;

use super::cypher::{Statement, cypher};
use super::decode::Unreadable;
use super::effect::NetworkEffects;
use super::link::Transaction;
use super::trouble::Trouble;
use super::{actor, department, offer, programme, report};
use crate::domain::{Change, DistrictId, Network};
use crate::store::{Held, Revision};

/// Asks for a whole network.
pub(super) fn load(district: &DistrictId) -> Statement {
    cypher!("network/load").with([("district", district.as_str().into())])
}

/// The network in the one row of [`load`].
pub(super) fn read(row: &Row) -> Result<Held<Network>, Unreadable> {
    let revision: i64 = row.get("revision")?;
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
        revision: Revision(revision),
        value: Arc::new(network),
    })
}

/// Writes what the changes come to. The district is locked.
///
/// First goes what goes, from what refers to what is referred to; then comes what comes, the other way round. What
/// the graph cannot hold by itself is asked for at the end: reports name phases and offers by their ids.
pub(super) async fn write(
    transaction: &mut Transaction,
    district: &DistrictId,
    changes: &[Change],
) -> Result<(), Trouble> {
    let effects = NetworkEffects::of(changes)?;
    let NetworkEffects {
        departments,
        actors,
        memberships,
        offers,
        reports,
    } = &effects;
    report::remove(transaction, district, &reports.gone).await?;
    actor::remove_memberships(transaction, district, memberships).await?;
    offer::remove(transaction, district, offers).await?;
    actor::remove(transaction, district, &actors.gone).await?;
    department::remove(transaction, district, &departments.gone).await?;

    department::write(transaction, district, departments).await?;
    actor::write(transaction, district, actors).await?;
    actor::write_memberships(transaction, district, memberships).await?;
    offer::write(transaction, district, offers).await?;
    report::write(transaction, district, reports).await?;

    programme::know_phases(transaction, effects.phases()).await?;
    let ends = reports
        .new
        .iter()
        .flat_map(|((phase, from, to), _)| [(from, phase), (to, phase)]);
    actor::know_memberships(transaction, district, ends).await?;
    let about = reports.written().flat_map(|(_, report)| &report.offers);
    offer::know(transaction, district, about).await?;
    actor::free_memberships(transaction, district, &memberships.gone).await?;
    offer::free(transaction, district, &offers.gone).await
}
