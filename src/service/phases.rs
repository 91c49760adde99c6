//! Funding phases, which belong to all districts: entered, closed, and taken back with the step that brought them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use tokio::time::{Instant, sleep};
use uuid::Uuid;

use super::write::{PATIENCE, jittered, stamp};
use super::{Error, Result, Service, Snapshot};
use crate::domain::{Author, Change, DistrictId, MAX_PHASES, PhaseId, Programme, inverse};
use crate::store::{self, Cause, Head, Held, Mark, Part, Request, Revision, Scope, Step, Write};

/// Among how many of the programme's latest steps the one is looked for that a district's step had brought.
const LATEST: u32 = 1_000;

impl Service {
    /// Changes funding phases, for all districts; refused where the programme no longer stands where it was `seen`.
    pub async fn enter_phases(
        self: &Arc<Self>,
        changes: Vec<Change>,
        seen: Head,
        signed: (Author, DateTime<Utc>),
        request: Request,
    ) -> Result<Revision> {
        let service = Arc::clone(self);
        let task = self.writes.spawn(async move {
            let work = service.enter_phases_here(changes, seen, signed, request);
            work.await
        });
        task.await.expect("a write neither panics nor is aborted")
    }

    async fn enter_phases_here(
        &self,
        changes: Vec<Change>,
        seen: Head,
        signed: (Author, DateTime<Utc>),
        request: Request,
    ) -> Result<Revision> {
        let (until, mut pause) = (
            Instant::now() + PATIENCE,
            std::time::Duration::from_millis(2),
        );
        let changes = Arc::new(changes);
        loop {
            let held = self.programme().await?;
            if held.head != seen {
                let before = self.store.answered(&Scope::Programme, &request).await?;
                let head = before.and_then(|heads| heads.first().copied());
                return head.map(|head| head.revision).ok_or(Error::Seen);
            }
            let mut programme = held.value.as_ref().clone();
            programme.apply(&changes)?;
            // A store that has more already may be cleaned.
            let more = programme.phases.len() > held.value.phases.len();
            if more && programme.phases.len() > MAX_PHASES {
                return Err(Error::TooManyPhases(MAX_PHASES));
            }
            let part = Part {
                scope: Scope::Programme,
                expected: held.head,
                changes: Arc::clone(&changes),
                contacts: Vec::new(),
                frozen: Vec::new(),
            };
            let write = Write {
                stamp: stamp(signed.clone(), Cause::Entry, request),
                content: request.content,
                mark: Mark(Uuid::new_v4()),
                parts: vec![part],
            };
            match self.store.apply(&write).await {
                Ok(written) => {
                    let head = *written.heads.first().expect("a head for each part");
                    if !written.before {
                        let value = Arc::new(programme);
                        self.programmes.insert(head, Held { head, value }).await;
                    }
                    return Ok(head.revision);
                }
                Err(store::Error::Conflict { .. }) if Instant::now() < until => {
                    sleep(jittered(pause)).await;
                    pause *= 2;
                }
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// A district's history for who reads it: each step with what it changed of the funding phases, too.
    pub async fn steps_with_phases(
        &self,
        district: &DistrictId,
        before: Option<Revision>,
        limit: u32,
    ) -> Result<Vec<Step>> {
        let mut steps = self.steps(district, before, limit).await?;
        let may_have = |step: &Step| matches!(step.stamp.cause, Cause::Import | Cause::Undo(_));
        if steps.iter().any(may_have) {
            let of_programme = self.store.steps(&Scope::Programme, None, LATEST).await?;
            for step in &mut steps {
                let mut same = of_programme.iter().filter(|one| one.stamp == step.stamp);
                if let Some(brought) = same.next() {
                    step.changes.splice(0..0, brought.changes.iter().cloned());
                }
            }
        }
        Ok(steps)
    }

    /// What takes back the changes of funding phases that a district's step has brought, as far as nothing else needs
    /// them by now.
    pub(super) async fn phases_of(
        &self,
        view: &Snapshot,
        step: &Step,
        network: &[Change],
    ) -> Result<Vec<Change>> {
        let steps = self.store.steps(&Scope::Programme, None, LATEST).await?;
        let brought = steps
            .iter()
            .find(|of_programme| of_programme.stamp == step.stamp);
        let Some(brought) = brought else {
            return Ok(Vec::new());
        };
        // With all phases that may come back by it, or go only after it.
        let mut any = view.programme.as_ref().clone();
        for change in &brought.changes {
            if let Change::Phase(edit) = change
                && let Some(phase) = edit.before.as_ref().or(edit.after.as_ref())
            {
                let entry = any.phases.entry(edit.key.clone());
                entry.or_insert_with(|| phase.clone());
            }
        }
        let mut after = view.network.as_ref().clone();
        if after.apply(&any, network).is_err() {
            // The step itself cannot be taken back: that is told, whatever its phases.
            return Ok(Vec::new());
        }
        let own: BTreeSet<PhaseId> = after.phases().cloned().collect();
        let in_use = self.store.phases_in_use().await?;
        let elsewhere: BTreeSet<&PhaseId> = in_use
            .iter()
            .filter(|(_, district)| *district != view.version.district)
            .map(|(phase, _)| phase)
            .collect();
        let mut programme: Programme = view.programme.as_ref().clone();
        let mut changes = Vec::new();
        for change in inverse(&brought.changes) {
            let Change::Phase(edit) = &change else {
                continue;
            };
            let goes = edit.after.is_none();
            if goes && (own.contains(&edit.key) || elsewhere.contains(&edit.key)) {
                continue;
            }
            // One that somebody has changed since stays as it is.
            if programme.apply(std::slice::from_ref(&change)).is_ok() {
                changes.push(change);
            }
        }
        Ok(changes)
    }

    /// In how many districts each funding phase is used.
    pub async fn phase_users(&self) -> Result<BTreeMap<PhaseId, usize>> {
        let mut users = BTreeMap::new();
        for (phase, _) in self.store.phases_in_use().await? {
            *users.entry(phase).or_default() += 1;
        }
        Ok(users)
    }
}
