//! What a phone enters, takes back, and is shown of its own.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::super::accounts::{TRIES, nothing};
use super::super::settle::{Settled, Signing};
use super::super::{Error, Result, Service, Snapshot, taken_back};
use super::Phone;
use crate::domain::{ActorId, Author, Change, Edit, Network, Report, ReportKey, TokenHash};
use crate::store::{Admission, Request, Revision};

/// How many steps one phone may enter.
pub const MOST_ENTRIES: usize = 300;

/// What a phone entered, as it told it then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnEntry {
    /// The step.
    pub step: Revision,
    /// Who reports, and of whom.
    pub ends: [ActorId; 2],
    /// What was said.
    pub report: Report,
}

/// Why a report is not added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAdded {
    /// One of the two, or both, are not in the phase any more.
    Left([bool; 2]),
    /// They are one.
    Itself,
    /// It is entered already, whatever it says.
    Stands,
    /// The phone has entered as much as it may.
    TooMany,
}

/// The change that adds a report, where there is none.
pub fn adding(
    network: &Network,
    key: ReportKey,
    report: Report,
) -> std::result::Result<Vec<Change>, NotAdded> {
    let (phase, from, to) = &key;
    let left = [from, to].map(|actor| {
        let place = (actor.clone(), phase.clone());
        !network.memberships.contains_key(&place)
    });
    if left.contains(&true) {
        return Err(NotAdded::Left(left));
    }
    if from == to {
        return Err(NotAdded::Itself);
    }
    match network.reports.contains_key(&key) {
        true => Err(NotAdded::Stands),
        false => Ok(vec![Change::Report(Edit::add(key, report))]),
    }
}

impl Service {
    /// Adds a report for a phone, as told in a working meeting, and keeps the step with its pass.
    pub async fn add_by_phone(
        self: &Arc<Self>,
        view: Snapshot,
        phone: &Phone,
        (key, report): (ReportKey, Report),
        (request, now): (Request, DateTime<Utc>),
    ) -> Result<Settled<NotAdded>> {
        let signing = Signing {
            by: Author::Pass(phone.by),
            at: now,
            request,
        };
        let report = Report {
            in_workshop: true,
            ..report
        };
        let is_full = phone.steps.len() >= MOST_ENTRIES;
        let own = phone.room.own;
        let service = Arc::clone(self);
        // A phone that goes out of sight in between would else not know its own entry.
        let task = self.writes.spawn(async move {
            let add = |view: &Snapshot| match is_full {
                true => Err(NotAdded::TooMany),
                false => adding(&view.network, key.clone(), report.clone()),
            };
            let settled = service.settle(view, &signing, &[], add).await?;
            if let Settled::Done(step) = settled {
                service.keep_step(&own, step, now).await?;
            }
            Ok(settled)
        });
        task.await.expect("a write neither panics nor is aborted")
    }

    /// Takes back what a phone entered; of a step that is not its own it knows nothing.
    pub async fn take_back_by_phone(
        self: &Arc<Self>,
        phone: &Phone,
        step: Revision,
        (request, now): (Request, DateTime<Utc>),
    ) -> Result<Revision> {
        if !phone.steps.contains(&step.0) {
            return Err(Error::NoSuchStep(step.0));
        }
        let is_sent_again = self.written(&phone.room.district, &request).await?;
        // What was taken back may have been entered again by somebody else since.
        let undone = self.undone(&phone.room.district).await?;
        if is_sent_again.is_none() && taken_back(&undone, step).is_some() {
            return Err(Error::NoSuchStep(step.0));
        }
        let signature = (Author::Pass(phone.by), now);
        self.undo(&phone.room.district, step, signature, request)
            .await
    }

    /// What a phone entered and nobody has taken back, the latest first and at most so many, and how many more there are.
    pub async fn own_entries(&self, phone: &Phone, most: usize) -> Result<(Vec<OwnEntry>, usize)> {
        let district = &phone.room.district;
        if phone.steps.is_empty() {
            return Ok((Vec::new(), 0));
        }
        let undone = self.undone(district).await?;
        let steps = phone.steps.iter().rev().copied().map(Revision);
        let stand = steps.filter(|step| taken_back(&undone, *step).is_none());
        let stand: Vec<Revision> = stand.collect();
        let mut entries = Vec::new();
        for number in stand.iter().copied().take(most) {
            let steps = self.steps(district, Some(number.next()), 1).await?;
            let step = steps.into_iter().find(|step| step.number == number);
            let changes = step.filter(|step| !step.blanked).map(|step| step.changes);
            let changes = changes.into_iter().flatten();
            entries.extend(changes.filter_map(|change| own_entry(number, change)));
        }
        Ok((entries, stand.len().saturating_sub(most)))
    }

    /// Keeps a step with the pass of the phone that entered it; where the meeting has just ended that is nobody's.
    async fn keep_step(&self, phone: &TokenHash, step: Revision, now: DateTime<Utc>) -> Result<()> {
        for _ in 0..TRIES {
            let known = self.store.arrival(Some(phone), None).await?.bearer;
            let pass = known.map(|(pass, _)| pass).filter(|pass| !pass.revoked);
            let Some((pass, after)) = pass.and_then(|pass| {
                let after = pass.with_step(step.0)?;
                Some((pass, after))
            }) else {
                return Ok(());
            };
            let write = Admission {
                passes: vec![Edit::replace(*phone, pass, after)],
                ..nothing(now)
            };
            if self.store.admit(&write).await? {
                return Ok(());
            }
        }
        Err(Error::Contended)
    }
}

fn own_entry(step: Revision, change: Change) -> Option<OwnEntry> {
    match change {
        Change::Report(Edit {
            key: (_, from, to),
            before: None,
            after: Some(report),
        }) => Some(OwnEntry {
            step,
            ends: [from, to],
            report,
        }),
        _ => None,
    }
}
