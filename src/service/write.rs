//! Changes judged on what stands, written, and judged again where somebody was quicker.

use std::collections::HashMap;
use std::sync::{Arc, Mutex as StdMutex, PoisonError, Weak};
use std::time::Duration;

use chrono::{DateTime, SubsecRound, Utc};
use tokio::sync::Mutex;
use tokio::time::{Instant, sleep, timeout_at};
use uuid::Uuid;

use super::taken_back::taken_back;
use super::{Error, Result, Service, Snapshot};
use crate::domain::{
    ActorId, Author, Change, Contact, DistrictId, Edit, Network, Programme, inverse,
};
use crate::store::{
    self, Cause, Head, Held, Mark, Part, Request, Revision, Scope, Stamp, Violation, Write,
};

/// How long changes wait for others that are written to the same district.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// Changes that someone wants to be made to a district.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The district.
    pub district: DistrictId,
    /// Changes of the programme that they need, such as a new funding phase.
    pub programme: Vec<Change>,
    /// Changes of the district's network.
    pub network: Vec<Change>,
    /// Contacts to set, to confirm or to delete.
    pub contacts: Vec<Edit<ActorId, Contact>>,
    /// By whom.
    pub by: Author,
    /// Why.
    pub cause: Cause,
    /// When.
    pub at: DateTime<Utc>,
    /// The request: the same request is written once, as long as what it did is not taken back.
    pub request: Request,
}

/// The writers of each district, one behind the other: nobody is judged on what another is about to change.
///
/// Other programs on the same store are not in the queue; with them a conflict at the store is tried again.
#[derive(Default)]
pub(super) struct Queues(StdMutex<HashMap<DistrictId, Weak<Mutex<()>>>>);

impl Queues {
    pub(super) fn of(&self, district: &DistrictId) -> Arc<Mutex<()>> {
        let mut queues = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(queue) = queues.get(district).and_then(Weak::upgrade) {
            return queue;
        }
        queues.retain(|_, queue| queue.strong_count() > 0);
        let queue = Arc::default();
        queues.insert(district.clone(), Arc::downgrade(&queue));
        queue
    }
}

impl Service {
    /// Makes the changes in one step and answers the district's new revision.
    ///
    /// Where somebody else wrote in between they are judged again on what stands then; only a record that really
    /// differs is refused. A write goes on when its caller is gone.
    pub async fn enter(self: &Arc<Self>, entry: Entry) -> Result<Revision> {
        self.enter_from(None, entry).await
    }

    /// The same for changes that come of a state which was read a moment ago: the first try takes it to stand, which the
    /// store then finds or not.
    pub async fn enter_on(self: &Arc<Self>, seen: Snapshot, entry: Entry) -> Result<Revision> {
        self.enter_from(Some(seen), entry).await
    }

    async fn enter_from(
        self: &Arc<Self>,
        seen: Option<Snapshot>,
        entry: Entry,
    ) -> Result<Revision> {
        let until = Instant::now() + PATIENCE;
        let service = Arc::clone(self);
        let task = self
            .writes
            .spawn(async move { service.enter_here(seen, entry, until).await });
        task.await.expect("a write neither panics nor is aborted")
    }

    /// Takes one step of a district back, if nothing it touched has changed since.
    pub async fn undo(
        self: &Arc<Self>,
        district: &DistrictId,
        number: Revision,
        (by, at): (Author, DateTime<Utc>),
        request: Request,
    ) -> Result<Revision> {
        let steps = self.steps(district, Some(number.next()), 1).await?;
        let step = steps.first().filter(|step| step.number == number);
        let step = step.ok_or(Error::NoSuchStep(number.0))?;
        if step.blanked {
            return Err(Error::Blanked(number.0));
        }
        let network = inverse(&step.changes);
        let view = self.view(district).await?;
        let mut entry = Entry {
            district: district.clone(),
            programme: self.phases_of(&view, step, &network).await?,
            network,
            contacts: Vec::new(),
            by,
            cause: Cause::Undo(number),
            at,
            request,
        };
        if entry.programme.is_empty() {
            return self.enter(entry).await;
        }
        match self.enter(entry.clone()).await {
            // A phase has come into use, or was changed, at this very moment: then it stays.
            Err(Error::Store(error)) if matches!(*error, store::Error::Violated(_)) => {}
            Err(Error::Refused(_)) => {}
            answer => return answer,
        }
        entry.programme = Vec::new();
        self.enter(entry).await
    }

    /// The step that a request has led to, as long as that was not taken back; none where the request is to be written.
    pub async fn written(
        &self,
        district: &DistrictId,
        request: &Request,
    ) -> Result<Option<Revision>> {
        Ok(self.known(district, request).await?.ok())
    }

    /// What a request has led to; else as what it is to be written: sent again after it was taken back, it is another.
    async fn known(
        &self,
        district: &DistrictId,
        request: &Request,
    ) -> Result<std::result::Result<Revision, Request>> {
        let scope = Scope::District(district.clone());
        let mut request = *request;
        while let Some(heads) = self.store.answered(&scope, &request).await? {
            let Some(head) = heads.last() else {
                break;
            };
            let undone = self.store.undone(&scope).await?;
            match taken_back(&undone, head.revision) {
                Some(undone) if self.led_to(district, &request, head.revision).await? => {
                    request.content = request.content.again_after(undone.by);
                }
                _ => return Ok(Ok(head.revision)),
            }
        }
        Ok(Err(request))
    }

    /// Whether a step is a request's own: one that only set contacts leaves none, and is answered with the last before.
    async fn led_to(
        &self,
        district: &DistrictId,
        request: &Request,
        step: Revision,
    ) -> Result<bool> {
        let steps = self.steps(district, Some(step.next()), 1).await?;
        let step = steps.first().filter(|found| found.number == step);
        Ok(step.is_some_and(|step| step.stamp.request == request.id))
    }

    async fn enter_here(
        &self,
        mut seen: Option<Snapshot>,
        mut entry: Entry,
        until: Instant,
    ) -> Result<Revision> {
        let queue = self.queues.of(&entry.district);
        let turn = timeout_at(until, queue.lock()).await;
        let _turn = turn.map_err(|_| Error::Contended)?;
        let (of_programme, of_network) = (Arc::new(entry.programme), Arc::new(entry.network));
        entry.programme = Vec::new();
        entry.network = Vec::new();
        let mut pause = Duration::from_millis(2);
        loop {
            let (view, is_old) = match seen.take() {
                Some(seen) => (seen, true),
                None => (self.view(&entry.district).await?, false),
            };
            let (programme, network) = match judged(&view, &of_programme, &of_network) {
                Ok(judged) => judged,
                Err(_) if is_old => continue,
                // What was written already no longer fits what stands: the same request is not refused for that.
                Err(refused) => match self.known(&entry.district, &entry.request).await? {
                    Ok(written) => return Ok(written),
                    Err(_) => return Err(refused),
                },
            };
            let write = write(&entry, &view, &of_programme, &of_network);
            match self.store.apply(&write).await {
                Ok(written) if written.before => {
                    match self.known(&entry.district, &entry.request).await? {
                        Ok(revision) => return Ok(revision),
                        Err(another) => entry.request = another,
                    }
                }
                Ok(written) => {
                    return Ok(self
                        .keep(&entry.district, &written.heads, programme, network)
                        .await);
                }
                // Somebody else has written the contact.
                Err(store::Error::Violated(Violation::OtherContact)) if !is_old => {
                    return Err(Error::Seen);
                }
                // A phase may have been removed since: judged on what stands, that is told.
                Err(store::Error::Conflict { .. } | store::Error::Violated(_)) if is_old => {}
                Err(store::Error::Conflict { .. }) if Instant::now() < until => {
                    sleep(jittered(pause)).await;
                    pause = (pause * 2).min(Duration::from_millis(100));
                }
                Err(store::Error::Conflict { .. }) => return Err(Error::Contended),
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Keeps what this very call has written, so that it need not be loaded; answers the district's revision.
    pub(super) async fn keep(
        &self,
        district: &DistrictId,
        heads: &[Head],
        programme: Option<Programme>,
        network: Network,
    ) -> Revision {
        let head = *heads.last().expect("a write answers a head for each part");
        if let (Some(value), Some(&head)) = (programme, heads.first()) {
            let value = Arc::new(value);
            self.programmes.insert(head, Held { head, value }).await;
        }
        let value = Arc::new(network);
        let held = Held { head, value };
        self.networks.insert((district.clone(), head), held).await;
        head.revision
    }
}

/// The programme, where it changes, and the network with the changes made; or why they are not legal.
fn judged(
    view: &Snapshot,
    of_programme: &[Change],
    of_network: &[Change],
) -> Result<(Option<Programme>, Network)> {
    let mut network = view.network.as_ref().clone();
    if of_programme.is_empty() {
        network.apply(&view.programme, of_network)?;
        return Ok((None, network));
    }
    let mut programme = view.programme.as_ref().clone();
    programme.apply(of_programme)?;
    network.apply(&programme, of_network)?;
    Ok((Some(programme), network))
}

fn write(
    entry: &Entry,
    view: &Snapshot,
    of_programme: &Arc<Vec<Change>>,
    of_network: &Arc<Vec<Change>>,
) -> Write {
    let mut parts = Vec::new();
    if !of_programme.is_empty() {
        parts.push(Part {
            scope: Scope::Programme,
            expected: view.version.programme,
            changes: Arc::clone(of_programme),
            contacts: Vec::new(),
            frozen: Vec::new(),
        });
    }
    parts.push(Part {
        scope: Scope::District(entry.district.clone()),
        expected: view.version.head,
        changes: Arc::clone(of_network),
        contacts: entry.contacts.clone(),
        frozen: Vec::new(),
    });
    Write {
        stamp: stamp(
            (entry.by.clone(), entry.at),
            entry.cause.clone(),
            entry.request,
        ),
        content: entry.request.content,
        mark: Mark(Uuid::new_v4()),
        parts,
    }
}

/// Who, when, why: in whole milliseconds, as stores keep times.
pub(super) fn stamp((by, at): (Author, DateTime<Utc>), cause: Cause, request: Request) -> Stamp {
    Stamp {
        by: Some(by),
        at: at.trunc_subsecs(3),
        cause,
        request: request.id,
    }
}

/// A pause of a length that two programs which met do not share.
pub(super) fn jittered(pause: Duration) -> Duration {
    let share = f64::from(Uuid::new_v4().as_bytes()[0]) / 255.0;
    pause.mul_f64(0.5 + share)
}
