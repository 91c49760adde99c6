//! States of a district that are frozen, released for others, withdrawn and removed.
//!
//! A frozen state is made from how the district stands, and written only where it still does. A release is judged on what
//! it holds beside how the district stands, again and again where somebody writes in between.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, NaiveDate, Utc};
use sha2::{Digest, Sha256};
use tokio::time::{Instant, sleep, timeout_at};
use uuid::Uuid;

use crate::analysis::{self, Comparison, Inclusion, Options, Selection};
use crate::domain::{
    Audience, Change, Consent, DistrictId, Edit, ForLeaders, Frozen, FrozenState, FrozenSum,
    PhaseId, Release, ReleaseFault, ReleaseId, ReleaseState, Stop, Survey, SurveyPhase, Text,
};
use crate::exchange;
use crate::map::{Labels, Paper, View};
use crate::store::{self, Cause, Mark, Part, Request, Scope, Write};
use crate::text::Lang;

use super::frozen::{FrozenSnapshot, Thawed};
use super::seen::Seen;
use super::work::Work;
use super::write::{PATIENCE, jittered, stamp};
use super::{Drawing, Error, Result, Service, Snapshot, moment};

/// What is to be done with a state of a district.
#[derive(Debug, Clone)]
pub enum Deed {
    /// To freeze how it stands; nobody but its core team and coordination sees that.
    Freeze(Freeze),
    /// To show a frozen state to those named; refused where what it holds was changed or deleted since, or where it tells
    /// what an earlier one held back.
    Release(ReleaseId, Consent),
    /// To take a released state from those who see it.
    Withdraw(ReleaseId),
    /// To remove a state that was never released.
    Remove(ReleaseId),
}

/// What is to be frozen, and as what.
#[derive(Debug, Clone)]
pub struct Freeze {
    /// The name of the state.
    pub name: Text,
    /// The day that it bears.
    pub date: NaiveDate,
    /// The phase that it is about.
    pub phase: PhaseId,
}

/// A change of a release, with the body that it needs.
struct Step {
    change: Change,
    frozen: Vec<Arc<Frozen>>,
}

impl Service {
    /// Freezes, releases, withdraws or removes a state of a district; answers which one. It goes on when its caller is gone.
    pub async fn deal_with_release(
        self: &Arc<Self>,
        district: DistrictId,
        deed: Deed,
        at: DateTime<Utc>,
        request: Request,
    ) -> Result<ReleaseId> {
        let service = Arc::clone(self);
        let task = self
            .writes
            .spawn(async move { service.in_turn(district, deed, moment(at), request).await });
        task.await.expect("a write neither panics nor is aborted")
    }

    /// Why a frozen state may not be released as the district stands; nothing where it may.
    pub async fn may_be_released(&self, view: &Snapshot, frozen: &FrozenSnapshot) -> Result<()> {
        let now = self.survey(view).await;
        if frozen.survey().lost_in(&now) > 0 {
            return Err(Error::Release(ReleaseFault::Changed));
        }
        let held_back = self.held_back(view, &frozen.id).await?;
        match held_back.iter().all(|one| frozen.hides(one)) {
            true => Ok(()),
            false => Err(Error::Release(ReleaseFault::Tells)),
        }
    }

    /// What changed from one frozen state to another, as leaders are told it.
    pub async fn changed_since(
        &self,
        earlier: &FrozenSnapshot,
        later: &FrozenSnapshot,
    ) -> Result<Comparison> {
        let sides = [earlier, later].map(|one| (Arc::clone(one.survey()), one.release.clone()));
        let compare = move |_: &Stop| {
            let named = [0, 1].map(|at: usize| SurveyPhase {
                id: at.to_string(),
                name: sides[at].1.name.to_string(),
            });
            let in_phase = sides.each_ref().map(|(survey, release)| {
                let mut phases = survey.phases.iter();
                let place = phases.position(|one| one.id == release.phase.as_str());
                survey.in_phase(place.unwrap_or_default() as u16)
            });
            let both = Survey::joined(in_phase, named);
            let selection = Selection::usual(&both, Audience::Leadership);
            analysis::compare(&both, "0", "1", &selection)
        };
        let compared = self.run(Work::Choice, compare).await?;
        compared.map_err(|error| Error::Selection(Arc::new(error)))
    }

    /// Makes a step from how the district stands and writes it there; anew where somebody else wrote in between. A request
    /// that was written before writes nothing, whatever stands now.
    async fn in_turn(
        &self,
        district: DistrictId,
        deed: Deed,
        at: DateTime<Utc>,
        request: Request,
    ) -> Result<ReleaseId> {
        let until = Instant::now() + PATIENCE;
        let queue = self.queues.of(&district);
        let turn = timeout_at(until, queue.lock()).await;
        let _turn = turn.map_err(|_| Error::Contended)?;
        let scope = Scope::District(district.clone());
        let id = deed.id(&request);
        let mut pause = Duration::from_millis(2);
        loop {
            if self.store.answered(&scope, &request).await?.is_some() {
                return Ok(id);
            }
            let view = self.view(&district).await?;
            let step = self.step(&view, &id, &deed, at).await?;
            match self.write_step(&view, step, at, request).await {
                Ok(()) => return Ok(id),
                Err(Error::Store(error)) if !is_conflict(&error) => return Err(error.into()),
                Err(Error::Store(_)) if Instant::now() < until => {
                    sleep(jittered(pause)).await;
                    pause = (pause * 2).min(Duration::from_millis(100));
                }
                Err(Error::Store(_)) => return Err(Error::Contended),
                Err(error) => return Err(error),
            }
        }
    }

    async fn step(
        &self,
        view: &Snapshot,
        id: &ReleaseId,
        deed: &Deed,
        at: DateTime<Utc>,
    ) -> Result<Step> {
        if let Deed::Freeze(freeze) = deed {
            let (frozen, release) = self.frozen_state(view, freeze).await?;
            return Ok(Step {
                change: Change::Release(Edit::add(id.clone(), release).into()),
                frozen: vec![Arc::new(frozen)],
            });
        }
        let release = view.network.releases.get(id).ok_or(Error::NoSuchRelease)?;
        let fault = |fault| Err(Error::Release(fault));
        match (deed, &release.state) {
            (Deed::Freeze(_), _) => unreachable!("it was frozen above"),
            (Deed::Release(..), ReleaseState::Released(_)) => fault(ReleaseFault::Released),
            (Deed::Release(_, consent), ReleaseState::Frozen | ReleaseState::Withdrawn(_)) => {
                let frozen = self.frozen(view, id).await?;
                self.may_be_released(view, &frozen).await?;
                let consent = Consent {
                    at,
                    ..consent.clone()
                };
                Ok(changed(id, release, ReleaseState::Released(consent)))
            }
            (Deed::Withdraw(_), ReleaseState::Released(consent)) => {
                let state = ReleaseState::Withdrawn(consent.clone());
                Ok(changed(id, release, state))
            }
            (Deed::Withdraw(_), ReleaseState::Frozen | ReleaseState::Withdrawn(_)) => {
                fault(ReleaseFault::NotReleased)
            }
            (Deed::Remove(_), ReleaseState::Released(_) | ReleaseState::Withdrawn(_)) => {
                fault(ReleaseFault::WasReleased)
            }
            (Deed::Remove(_), ReleaseState::Frozen) => Ok(Step {
                change: Change::Release(Edit::remove(id.clone(), release.clone()).into()),
                frozen: Vec::new(),
            }),
        }
    }

    async fn write_step(
        &self,
        view: &Snapshot,
        step: Step,
        at: DateTime<Utc>,
        request: Request,
    ) -> Result<()> {
        let changes = vec![step.change];
        let mut network = view.network.as_ref().clone();
        network.apply(&view.programme, &changes)?;
        let district = &view.version.district;
        let write = Write {
            stamp: stamp(at, Cause::Entry, request),
            content: request.content,
            mark: Mark(Uuid::new_v4()),
            parts: vec![Part {
                scope: Scope::District(district.clone()),
                expected: view.version.head,
                changes: Arc::new(changes),
                contacts: BTreeMap::new(),
                frozen: step.frozen,
            }],
        };
        let written = self.store.apply(&write).await?;
        if !written.before {
            self.keep(district, &written.heads, None, network).await;
        }
        Ok(())
    }

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

    /// What states that are or were released hold back, but for one of them.
    async fn held_back(&self, view: &Snapshot, but: &ReleaseId) -> Result<Vec<HeldBack>> {
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

impl Deed {
    /// The release that it is about; of a new one the id that its request gives it.
    fn id(&self, request: &Request) -> ReleaseId {
        match self {
            Self::Freeze(_) => id_of(request),
            Self::Release(id, _) | Self::Withdraw(id) | Self::Remove(id) => id.clone(),
        }
    }
}

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
    fn hold_in(&self, survey: &mut Survey) {
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
    fn hides(&self, held_back: &HeldBack) -> bool {
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
    let known: std::collections::HashSet<&str> =
        some.actors.iter().map(|actor| actor.id.as_str()).collect();
    if let Some(places) = &mut some.map_places {
        places
            .actors
            .retain(|place| known.contains(place.actor.as_str()));
    }
    some
}

fn changed(id: &ReleaseId, before: &Release, state: ReleaseState) -> Step {
    let after = Release {
        state,
        ..before.clone()
    };
    Step {
        change: Change::Release(Edit::replace(id.clone(), before.clone(), after).into()),
        frozen: Vec::new(),
    }
}

fn is_conflict(error: &store::Error) -> bool {
    matches!(error, store::Error::Conflict { .. })
}

fn sum_of(frozen: &Frozen) -> FrozenSum {
    FrozenSum::parse(&frozen.sha256).expect("hexadecimal digits are an id")
}

/// The id of what a request freezes: the same request names the same, and nobody can guess another's.
fn id_of(request: &Request) -> ReleaseId {
    let mut hash = Sha256::new();
    hash.update(request.id.as_bytes());
    hash.update(request.content.to_string());
    let digits: String = hash.finalize()[..6]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    ReleaseId::parse(&digits).expect("hexadecimal digits are an id")
}

/// An id that no release has.
fn id_of_none() -> ReleaseId {
    ReleaseId::parse("-").expect("a dash is an id")
}
