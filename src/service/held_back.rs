//! What states that were released hold back, which no later one may tell.

use crate::domain::{ReleaseId, Survey};

use super::frozen::FrozenSnapshot;
use super::{Result, Service, Snapshot};

/// A department that leaders were told nothing of in a phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct HeldBack {
    phase: String,
    department: String,
}

impl HeldBack {
    /// What a survey hides.
    fn by(survey: &Survey) -> Vec<Self> {
        let phases = (0..).zip(&survey.phases);
        let hidden = phases.flat_map(|(at, phase)| {
            survey.in_phase(at).hidden().map(|department| Self {
                phase: phase.id.clone(),
                department: survey.department(department).id.clone(),
            })
        });
        hidden.collect()
    }

    /// Hides the same in another survey.
    pub(super) fn hold_in(&self, survey: &mut Survey) {
        let phase = survey.phases.iter().position(|one| one.id == self.phase);
        let departments = &survey.departments;
        let department = departments.iter().position(|one| one.id == self.department);
        if let (Some(phase), Some(department)) = (phase, department) {
            let (phase, department) = (phase as u16, department as u32);
            if !survey.in_phase(phase).is_hidden(department) {
                survey.withhold(phase, department);
            }
        }
    }
}

impl FrozenSnapshot {
    /// Whether it tells nothing of a department in a phase either.
    pub(super) fn hides(&self, held_back: &HeldBack) -> bool {
        let survey = self.survey();
        let phase = survey
            .phases
            .iter()
            .position(|one| one.id == held_back.phase);
        let mut departments = survey.departments.iter();
        let department = departments.position(|one| one.id == held_back.department);
        match (phase, department) {
            (Some(phase), Some(department)) => {
                let in_phase = survey.in_phase(phase as u16);
                in_phase.functions(department as u32) == 0 || in_phase.is_hidden(department as u32)
            }
            _ => true,
        }
    }
}

impl Service {
    /// What states that are or were released hold back, but for one of them.
    pub(super) async fn held_back(
        &self,
        view: &Snapshot,
        but: &ReleaseId,
    ) -> Result<Vec<HeldBack>> {
        let mut all = Vec::new();
        for (id, release) in &view.network.releases {
            if release.was_released() && id != but {
                let frozen = self.frozen(view, id).await?;
                all.extend(HeldBack::by(frozen.survey()));
            }
        }
        Ok(all)
    }
}
