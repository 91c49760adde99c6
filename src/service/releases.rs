//! States of a district that are frozen, released for others, withdrawn and removed.
//!
//! A frozen state is made from how the district stands, and written only where it still does. A release is judged on what
//! it holds beside how the district stands, again and again where somebody writes in between.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, NaiveDate, Utc};
use sha2::{Digest, Sha256};
use tokio::time::{Instant, sleep, timeout_at};
use uuid::Uuid;

use crate::analysis::{self, Comparison, Selection};
use crate::domain::{
    Author, Change, Consent, DistrictId, Edit, Event, Frozen, PhaseId, Release, ReleaseAction,
    ReleaseFault, ReleaseId, ReleaseState, Stop, Survey, SurveyPhase, Text,
};
use crate::store::{self, Cause, Mark, Part, Request, Scope, Write};

use super::frozen::FrozenSnapshot;
use super::work::Work;
use super::write::{PATIENCE, jittered, stamp};
use super::{Error, Result, Service, Snapshot, moment};

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
    /// What the log says of it.
    event: Event,
}

impl Service {
    /// Freezes, releases, withdraws or removes a state of a district; answers which one. It goes on when its caller is gone.
    pub async fn deal_with_release(
        self: &Arc<Self>,
        district: DistrictId,
        deed: Deed,
        (by, at): (Author, DateTime<Utc>),
        request: Request,
    ) -> Result<ReleaseId> {
        let service = Arc::clone(self);
        let when = (by, moment(at));
        let task = self
            .writes
            .spawn(async move { service.in_turn(district, deed, when, request).await });
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
            let selection = Selection::leading(&both);
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
        (by, at): (Author, DateTime<Utc>),
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
            let event = step.event.clone();
            match self
                .write_step(&view, step, (by.clone(), at), request)
                .await
            {
                Ok(()) => {
                    let logged = self.log(&scope, (by, at), event);
                    // What was done is written; that the log lacks it is for who runs the service.
                    if let Err(error) = logged.await {
                        tracing::warn!(%error, "a release is not in the log");
                    }
                    return Ok(id);
                }
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
        let release = || view.network.releases.get(id).ok_or(Error::NoSuchRelease);
        match deed {
            Deed::Freeze(freeze) => {
                let (frozen, release) = self.frozen_state(view, freeze).await?;
                Ok(Step {
                    event: logged(&release, ReleaseAction::Held),
                    change: Change::Release(Edit::add(id.clone(), release).into()),
                    frozen: vec![Arc::new(frozen)],
                })
            }
            Deed::Release(_, consent) => {
                let release = release()?;
                if let ReleaseState::Released(_) = release.state {
                    return Err(Error::Release(ReleaseFault::Released));
                }
                let frozen = self.frozen(view, id).await?;
                self.may_be_released(view, &frozen).await?;
                let consent = Consent {
                    at,
                    ..consent.clone()
                };
                Ok(changed(id, release, ReleaseState::Released(consent)))
            }
            Deed::Withdraw(_) => withdrawn(id, release()?),
            Deed::Remove(_) => removed(id, release()?),
        }
    }

    async fn write_step(
        &self,
        view: &Snapshot,
        step: Step,
        when: (Author, DateTime<Utc>),
        request: Request,
    ) -> Result<()> {
        let changes = vec![step.change];
        let mut network = view.network.as_ref().clone();
        network.apply(&view.programme, &changes)?;
        let district = &view.version.district;
        let write = Write {
            stamp: stamp(when, Cause::Entry, request),
            content: request.content,
            mark: Mark(Uuid::new_v4()),
            parts: vec![Part {
                scope: Scope::District(district.clone()),
                expected: view.version.head,
                changes: Arc::new(changes),
                contacts: Vec::new(),
                frozen: step.frozen,
            }],
        };
        let written = self.store.apply(&write).await?;
        if !written.before {
            self.keep(district, &written.heads, None, network).await;
        }
        Ok(())
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

fn withdrawn(id: &ReleaseId, release: &Release) -> Result<Step> {
    match &release.state {
        ReleaseState::Released(consent) => {
            let state = ReleaseState::Withdrawn(consent.clone());
            Ok(changed(id, release, state))
        }
        ReleaseState::Frozen | ReleaseState::Withdrawn(_) => {
            Err(Error::Release(ReleaseFault::NotReleased))
        }
    }
}

fn removed(id: &ReleaseId, release: &Release) -> Result<Step> {
    if release.was_released() {
        return Err(Error::Release(ReleaseFault::WasReleased));
    }
    Ok(Step {
        event: logged(release, ReleaseAction::Removed),
        change: Change::Release(Edit::remove(id.clone(), release.clone()).into()),
        frozen: Vec::new(),
    })
}

fn changed(id: &ReleaseId, before: &Release, state: ReleaseState) -> Step {
    let after = Release {
        state,
        ..before.clone()
    };
    let action = match after.state {
        ReleaseState::Frozen => ReleaseAction::Held,
        ReleaseState::Released(_) => ReleaseAction::Released,
        ReleaseState::Withdrawn(_) => ReleaseAction::Withdrawn,
    };
    Step {
        event: logged(&after, action),
        change: Change::Release(Edit::replace(id.clone(), before.clone(), after).into()),
        frozen: Vec::new(),
    }
}

/// What the log says of what was done.
fn logged(release: &Release, action: ReleaseAction) -> Event {
    let to = match &release.state {
        ReleaseState::Released(consent) => {
            let codes = consent.to.iter().map(|to| to.code().to_owned());
            codes.collect()
        }
        ReleaseState::Frozen | ReleaseState::Withdrawn(_) => Vec::new(),
    };
    Event::Release {
        name: release.name.to_string(),
        action,
        to,
    }
}

fn is_conflict(error: &store::Error) -> bool {
    matches!(error, store::Error::Conflict { .. })
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
