//! Frozen states without a function that is deleted: bodies of another sum take the place of those that held it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::freezing::sum_of;
use super::{Error, Result, Service, Snapshot};
use crate::domain::{Change, Erasing, Frozen, FrozenSum, Network, Release};
use crate::exchange::{freeze_state, thaw_state};
use crate::store::Step;

/// The bodies that go, by their sums, and what takes their place.
pub(super) struct Refrozen(BTreeMap<FrozenSum, Arc<Frozen>>);

impl Service {
    /// The bodies that hold a function, of releases that stand or stood, written anew without it. Leaders' figures and
    /// pictures in them stay as they are: they name no function.
    pub(super) async fn frozen_without(
        &self,
        view: &Snapshot,
        steps: &[Step],
        erasing: &Erasing,
        on: NaiveDate,
    ) -> Result<Refrozen> {
        let mut refrozen = BTreeMap::new();
        for sum in sums(&view.network, steps) {
            let district = &view.version.district;
            let Some(body) = self.store.frozen(district, &sum).await? else {
                continue;
            };
            let mut state = thaw_state(&body).map_err(Error::Frozen)?;
            let Erasing {
                actor, id, name, ..
            } = erasing;
            if state.anonymise(actor, id, name.as_str(), on) {
                refrozen.insert(sum, Arc::new(freeze_state(&state)));
            }
        }
        Ok(Refrozen(refrozen))
    }
}

impl Refrozen {
    /// The sums of the bodies that go.
    pub fn gone(&self) -> Vec<FrozenSum> {
        self.0.keys().cloned().collect()
    }

    /// The bodies that take their place.
    pub fn bodies(&self) -> Vec<Arc<Frozen>> {
        self.0.values().cloned().collect()
    }

    /// Gives the releases of a network the new sums.
    pub fn rename_in(&self, network: &mut Network) {
        for release in network.releases.values_mut() {
            self.rename(release);
        }
    }

    /// Gives those in a step the new sums; whether it had one, and then it cannot be taken back any more.
    pub fn rename_in_step(&self, step: &mut Step) -> bool {
        let mut met = false;
        for change in &mut step.changes {
            if let Change::Release(edit) = change {
                for release in edit.before.iter_mut().chain(&mut edit.after) {
                    met |= self.rename(release);
                }
            }
        }
        step.blanked |= met;
        met
    }

    fn rename(&self, release: &mut Release) -> bool {
        let new = self.0.get(&release.frozen);
        if let Some(frozen) = new {
            release.frozen = sum_of(frozen);
        }
        new.is_some()
    }
}

/// The sums of all bodies that a district's releases name, or named before they were removed.
fn sums(network: &Network, steps: &[Step]) -> BTreeSet<FrozenSum> {
    let in_steps = steps.iter().flat_map(|step| &step.changes);
    let in_steps = in_steps.filter_map(|change| match change {
        Change::Release(edit) => Some(edit.before.iter().chain(&edit.after)),
        _ => None,
    });
    let standing = network.releases.values();
    let all = standing.chain(in_steps.flatten());
    all.map(|release| release.frozen.clone()).collect()
}
