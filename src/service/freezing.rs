//! What is frozen of a district: the survey of a phase and the one before, and what leaders are told and shown of it.

use std::collections::HashSet;
use std::sync::Arc;

use crate::analysis::{Inclusion, Options, Selection};
use crate::domain::{
    ForLeaders, Frozen, FrozenState, FrozenSum, PhaseId, Release, ReleaseFault, ReleaseId,
    ReleaseState, Survey,
};
use crate::exchange;
use crate::map::{Labels, Paper, View};
use crate::text::Lang;

use super::frozen::{FrozenSnapshot, Thawed};
use super::releases::Freeze;
use super::seen::Seen;
use super::{Drawing, Error, Result, Service, Snapshot};

impl Service {
    /// What would be frozen of a state, and the release of it.
    pub async fn frozen_state(
        &self,
        view: &Snapshot,
        freeze: &Freeze,
    ) -> Result<(Frozen, Release)> {
        let places = self.places(view).await?;
        let mut survey = Survey {
            map_places: places.map(|places| places.as_ref().clone()),
            ..self.survey(view).await.as_ref().clone()
        };
        let phases = phases_of(view, &freeze.phase)?;
        survey = of_phases(&survey, &phases);
        for held_back in self.held_back(view, &id_of_none()).await? {
            held_back.hold_in(&mut survey);
        }
        let programme = view.programme.phases.iter();
        let kept = programme.filter(|(id, _)| phases.contains(id));
        let mut state = FrozenState {
            district: view.district.clone(),
            phases: kept
                .map(|(id, phase)| (id.clone(), phase.clone()))
                .collect(),
            survey,
            leaders: ForLeaders::default(),
            erased: None,
        };
        let mut release = Release {
            name: freeze.name.clone(),
            date: freeze.date,
            phase: freeze.phase.clone(),
            frozen: sum_of(&exchange::freeze_state(&state)),
            state: ReleaseState::Frozen,
        };
        state.leaders = self.for_leaders(view, &state, &release).await?;
        let frozen = exchange::freeze_state(&state);
        release.frozen = sum_of(&frozen);
        Ok((frozen, release))
    }

    /// What leaders are told and shown of a state, in both languages.
    async fn for_leaders(
        &self,
        view: &Snapshot,
        state: &FrozenState,
        release: &Release,
    ) -> Result<ForLeaders> {
        let district = &view.version.district;
        let frozen = FrozenSnapshot {
            district: district.clone(),
            id: id_of_none(),
            release: release.clone(),
            thawed: Arc::new(Thawed::of(district, state.clone())),
        };
        let phases = frozen.phases();
        let seen = Seen::Leading(frozen.released());
        let mut told = ForLeaders::default();
        for phase in phases {
            let selection = self.usual(&seen, &phase).await;
            let report = self.report(&seen, &selection, Options::default()).await?;
            let first = self.first_view(&seen, &phase).await?;
            for lang in [Lang::De, Lang::En] {
                let drawing = Drawing {
                    labels: Labels::Fit,
                    lang,
                    date: Some(release.date),
                    paper: Paper::A4,
                };
                let selection = Selection {
                    scope: match first {
                        View::Matrix => selection.scope,
                        _ => Inclusion::All,
                    },
                    ..selection.clone()
                };
                let sheet = self.sheet(&seen, &first, &selection, drawing).await?;
                let code = || lang.code().to_owned();
                let figures = told.figures.entry(phase.clone()).or_default();
                figures.insert(code(), report.to_json(lang));
                let pictures = told.pictures.entry(phase.clone()).or_default();
                pictures.insert(code(), sheet.svg().to_owned());
            }
        }
        Ok(told)
    }
}

/// The phase and the one with cooperations before it.
fn phases_of(view: &Snapshot, phase: &PhaseId) -> Result<Vec<PhaseId>> {
    let with_reports = view.network.phases_with_reports(&view.programme);
    let place = with_reports.iter().position(|one| *one == phase);
    let place = place.ok_or(Error::Release(ReleaseFault::Empty))?;
    let first = place.saturating_sub(1);
    let both = with_reports[first..=place].iter();
    Ok(both.map(|one| (*one).clone()).collect())
}

/// The survey of these phases, with the places of who is in it alone.
fn of_phases(survey: &Survey, phases: &[PhaseId]) -> Survey {
    let all = (0..).zip(&survey.phases);
    let wanted = all.filter(|(_, one)| phases.iter().any(|phase| phase.as_str() == one.id));
    let wanted: Vec<u16> = wanted.map(|(at, _)| at).collect();
    let mut some = survey.of_phases(&wanted);
    let known: HashSet<&str> = some.actors.iter().map(|actor| actor.id.as_str()).collect();
    if let Some(places) = &mut some.map_places {
        places
            .actors
            .retain(|place| known.contains(place.actor.as_str()));
    }
    some
}

pub(super) fn sum_of(frozen: &Frozen) -> FrozenSum {
    FrozenSum::parse(&frozen.sha256).expect("hexadecimal digits are an id")
}

/// An id that no release has.
fn id_of_none() -> ReleaseId {
    ReleaseId::parse("-").expect("a dash is an id")
}
