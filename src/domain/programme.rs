//! What belongs to no single district: the districts themselves and the funding phases.

use std::collections::BTreeMap;

use super::district::{District, DistrictId};
use super::id::composed;
use super::phase::{FundingPhase, PhaseId};
use super::phase_look::{phase_keys, phase_readings};

/// How many funding phases there may be: all districts look through them.
pub const MAX_PHASES: usize = 100;

/// The districts and funding phases of the programme.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Programme {
    /// The districts by id.
    pub districts: BTreeMap<DistrictId, District>,
    /// The funding phases by id.
    pub phases: BTreeMap<PhaseId, FundingPhase>,
}

impl Programme {
    /// The districts in their official order.
    pub fn districts_in_order(&self) -> Vec<(&DistrictId, &District)> {
        let mut districts: Vec<_> = self.districts.iter().collect();
        districts.sort_by_key(|(_, district)| district.position);
        districts
    }

    /// The funding phases from the earliest.
    pub fn phases_in_order(&self) -> Vec<(&PhaseId, &FundingPhase)> {
        let mut phases: Vec<_> = self.phases.iter().collect();
        phases.sort_by_key(|(_, phase)| phase.start);
        phases
    }

    /// The latest phase without an end, else the latest of all.
    pub fn current_phase(&self) -> Option<(&PhaseId, &FundingPhase)> {
        let phases = self.phases_in_order();
        phases
            .iter()
            .rev()
            .find(|(_, phase)| phase.end.is_none())
            .or(phases.last())
            .copied()
    }

    /// The phase that comes before another in time.
    pub fn phase_before(&self, id: &PhaseId) -> Option<(&PhaseId, &FundingPhase)> {
        let phases = self.phases_in_order();
        let place = phases.iter().position(|(other, _)| *other == id)?;
        place.checked_sub(1).map(|before| phases[before])
    }

    /// The phase with this id or name, else the only one that people may mean by the text.
    pub fn phase_called(&self, text: &str) -> Option<(&PhaseId, &FundingPhase)> {
        let text = composed(text.trim());
        let by = |is: &dyn Fn(&PhaseId, &FundingPhase) -> bool| {
            let mut phases = self.phases.iter();
            phases.find(|(id, phase)| is(id, phase))
        };
        by(&|id, _| id.as_str() == text)
            .or_else(|| by(&|_, phase| phase.name.as_str() == text))
            .or_else(|| {
                let mut readings = phase_readings(&text).into_iter();
                readings.find_map(|reading| self.only_phase(&reading))
            })
    }

    /// The phase that alone has a key.
    fn only_phase(&self, key: &str) -> Option<(&PhaseId, &FundingPhase)> {
        let mut phases = self.phases.iter().filter(|(id, phase)| {
            let days = Some((phase.start, phase.end));
            phase_keys(id.as_str(), phase.name.as_str(), days).contains(key)
        });
        let only = phases.next();
        only.filter(|_| phases.next().is_none())
    }
}
