//! A district's network: read whole, written in an order that leaves no reference dangling.

use std::collections::BTreeMap;
use std::sync::Arc;

use neo4rs::Row;

use super::batch::Batch;
use super::cypher::{Statement, cypher};
use super::decode::Unreadable;
use super::effect::NetworkEffects;
use super::{actor, contact, department, offer, open_point, programme, release, report, stored};
use crate::domain::{ActorId, Change, DistrictId, KeptContact, Network};
use crate::store::{Held, Result};

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
    let releases: Vec<release::Line<'_>> = row.get("releases")?;
    let open_points: Vec<open_point::Line<'_>> = row.get("open_points")?;
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
        releases: release::read(releases)?,
        open_points: open_point::read(open_points)?,
        actors,
    };
    Ok(Held {
        head,
        value: Arc::new(network),
    })
}

/// Adds the statements for changes and contacts. The district is locked.
///
/// Records that refer to others are removed before these and written after them. References that the graph does not
/// enforce are checked at the end: reports name phases and offers by their ids.
pub(super) fn write(
    batch: &mut Batch,
    district: &DistrictId,
    changes: &[Change],
    contacts: &BTreeMap<ActorId, Option<KeptContact>>,
) -> Result<()> {
    let effects = NetworkEffects::of(changes)?;
    let NetworkEffects {
        departments,
        actors,
        memberships,
        offers,
        reports,
        releases,
        open_points,
    } = &effects;
    stored::remove(batch, district, open_points);
    stored::remove(batch, district, releases);
    stored::remove(batch, district, reports);
    stored::remove(batch, district, memberships);
    offer::remove_parts(batch, district, offers);
    stored::remove(batch, district, offers);
    stored::remove(batch, district, actors);
    stored::remove(batch, district, departments);

    stored::write(batch, district, departments);
    stored::write(batch, district, actors);
    stored::write(batch, district, memberships);
    stored::write(batch, district, offers);
    offer::write_parts(batch, district, offers);
    stored::write(batch, district, reports);
    stored::write(batch, district, releases);
    stored::write(batch, district, open_points);
    contact::write(batch, district, contacts);

    department::tell_apart(batch, district, departments);
    programme::know_phases(batch, effects.phases());
    let ends = reports
        .new
        .iter()
        .flat_map(|((phase, from, to), _)| [(from, phase), (to, phase)]);
    actor::know_memberships(batch, district, ends);
    let about = reports.written().flat_map(|(_, report)| &report.offers);
    offer::know(batch, district, about);
    actor::free_memberships(batch, district, &memberships.gone);
    offer::free(batch, district, &offers.gone);
    Ok(())
}
