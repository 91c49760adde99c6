//! All tables, each after those that it names.

use std::collections::BTreeMap;

use super::super::fault::Faults;
use super::super::input::ImportOptions;
use super::super::stopping::PlanError;
use super::super::tables::Tables;
use super::desk::Desk;
use super::terms::{Held, Plan};
use super::{
    actors, cooperations, departments, missing, offers, open, people, persons, phases, renames,
};
use crate::domain::{ActorId, Network, Programme, Stop, Text};

/// What an import of the tables would change in a district, or everything that is wrong in them.
///
/// What a file does not say stays: a missing column leaves its field, an empty cell clears it, a missing row is kept
/// unless `options.replace`. With that, rows that are missing go as far as the file speaks: in its tables, and in its
/// phases.
pub fn plan(
    tables: &Tables,
    network: &Network,
    contacts: &BTreeMap<ActorId, Text>,
    programme: &Programme,
    options: &ImportOptions,
) -> Result<Plan, Faults> {
    let held = Held {
        network,
        contacts,
        programme,
    };
    watched(tables, held, options, &Stop::never()).map_err(PlanError::faults)
}

/// The same, cancellable: `stop` is checked between tables and every few hundred rows.
pub(in super::super) fn watched(
    tables: &Tables,
    held: Held<'_>,
    options: &ImportOptions,
    stop: &Stop,
) -> Result<Plan, PlanError> {
    stop.check()?;
    let corrected;
    let tables = match options.corrections.as_slice() {
        [] => tables,
        corrections => {
            corrected = tables.corrected(corrections);
            &corrected
        }
    };
    let mut desk = Desk::new(tables, held, stop);
    // First, so that no heap of other remarks hides them.
    persons::remark(&mut desk);
    stop.check()?;
    phases::read(&mut desk, options);
    departments::read(&mut desk);
    actors::read(&mut desk, &options.renamed);
    offers::read(&mut desk);
    cooperations::read(&mut desk);
    // What it names is not all there where something is wrong.
    if desk.faults.is_empty() {
        open::read(&mut desk);
    }
    // After a cancellation rows were skipped: what was read is no plan.
    stop.check()?;
    let (mut renames, mut twins) = (Vec::new(), Vec::new());
    if desk.faults.is_empty() {
        renames = renames::likely(&desk, held.network);
        twins = renames::twins(&desk, held.network, &renames);
        desk.tell_understood();
    }
    if options.replace && desk.faults.is_empty() {
        missing::remove(&mut desk);
    }
    stop.check()?;
    if !desk.faults.is_empty() {
        desk.faults.known = people::known(&desk);
    }
    let plan = desk.finish(held.network, held.programme)?;
    Ok(Plan {
        twins,
        renames,
        ..plan
    })
}
