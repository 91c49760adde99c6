//! Changes judged on what stands, written, and judged again where somebody was quicker.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, SubsecRound, Utc};
use uuid::Uuid;

use super::{Error, Result, Service};
use crate::domain::{ActorId, Change, DistrictId, Text, inverse};
use crate::store::{self, Cause, Held, Part, Revision, Scope, Stamp, Write};

/// How often changes are judged again after somebody else was quicker.
const ATTEMPTS: usize = 5;

/// Among how many steps a request is looked for that may have been written already.
const LATEST: u32 = 20;

/// Changes that someone wants to be made to a district.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The district.
    pub district: DistrictId,
    /// Changes of the programme that they need, such as a new funding phase.
    pub programme: Vec<Change>,
    /// Changes of the district's network.
    pub network: Vec<Change>,
    /// Contacts to set or to delete.
    pub contacts: BTreeMap<ActorId, Option<Text>>,
    /// Why.
    pub cause: Cause,
    /// When.
    pub at: DateTime<Utc>,
    /// The request: the same request is written once.
    pub request: Uuid,
}

impl Service {
    /// Makes the changes in one step and answers the district's new revision.
    ///
    /// Where somebody else wrote in between they are judged again on what stands then; only a record that really
    /// differs is refused. A write goes on when its caller is gone.
    pub async fn enter(self: &Arc<Self>, entry: Entry) -> Result<Revision> {
        let service = Arc::clone(self);
        let task = self
            .writes
            .spawn(async move { service.enter_here(entry).await });
        task.await.expect("a write neither panics nor is aborted")
    }

    /// Takes one step of a district back, if nothing it touched has changed since.
    pub async fn undo(
        self: &Arc<Self>,
        district: &DistrictId,
        number: Revision,
        at: DateTime<Utc>,
        request: Uuid,
    ) -> Result<Revision> {
        let steps = self.steps(district, Some(number.next()), 1).await?;
        let step = steps.first().filter(|step| step.number == number);
        let changes = inverse(&step.ok_or(Error::NoSuchStep(number.0))?.changes);
        self.enter(Entry {
            district: district.clone(),
            programme: Vec::new(),
            network: changes,
            contacts: BTreeMap::new(),
            cause: Cause::Undo(number),
            at,
            request,
        })
        .await
    }

    /// The step that a request has led to, if it is one of the latest.
    pub async fn written(&self, district: &DistrictId, request: Uuid) -> Result<Option<Revision>> {
        let steps = self.steps(district, None, LATEST).await?;
        let step = steps.iter().find(|step| step.stamp.request == request);
        Ok(step.map(|step| step.number))
    }

    async fn enter_here(&self, entry: Entry) -> Result<Revision> {
        let (of_programme, of_network) = (Arc::new(entry.programme), Arc::new(entry.network));
        for _ in 0..ATTEMPTS {
            let view = self.view(&entry.district).await?;
            let mut programme = view.programme.as_ref().clone();
            let mut network = view.network.as_ref().clone();
            let judged = programme
                .apply(&of_programme)
                .and_then(|()| network.apply(&programme, &of_network));
            if let Err(refused) = judged {
                // What was written already no longer fits what stands: the same request is not refused for that.
                let written = self.written(&entry.district, entry.request).await?;
                return written.ok_or(Error::from(refused));
            }

            let mut parts = Vec::new();
            if !of_programme.is_empty() {
                parts.push(Part {
                    scope: Scope::Programme,
                    expected: view.stand.programme,
                    changes: Arc::clone(&of_programme),
                    contacts: BTreeMap::new(),
                });
            }
            parts.push(Part {
                scope: Scope::District(entry.district.clone()),
                expected: view.stand.revision,
                changes: Arc::clone(&of_network),
                contacts: entry.contacts.clone(),
            });
            let stamp = Stamp {
                by: None,
                at: entry.at.trunc_subsecs(3),
                cause: entry.cause.clone(),
                request: entry.request,
            };
            match self.store.apply(&Write { stamp, parts }).await {
                Ok(revisions) => {
                    let revision = *revisions
                        .last()
                        .expect("a write answers a revision for each part");
                    if revision == view.stand.revision.next() {
                        let held = Held {
                            revision,
                            value: Arc::new(network),
                        };
                        self.networks
                            .insert((entry.district.clone(), revision), held)
                            .await;
                    }
                    return Ok(revision);
                }
                Err(store::Error::Conflict { .. }) => continue,
                Err(error) => return Err(error.into()),
            }
        }
        Err(Error::Contended)
    }
}
