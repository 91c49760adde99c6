//! Changes that follow from what stands, made anew for as long as others are quicker.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::{Entry, Error, Result, Service, Snapshot};
use crate::domain::{ActorId, Author, Change, Contact, Edit};
use crate::store::{Cause, Request, Revision};

/// How often it is tried where others write at the same moment.
const TRIES: usize = 20;

/// By whom something is written, when, and with which request.
#[derive(Debug, Clone)]
pub struct Signing {
    /// By whom.
    pub by: Author,
    /// When.
    pub at: DateTime<Utc>,
    /// The request: the same again is written once.
    pub request: Request,
}

/// What became of what somebody wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settled<T> {
    /// It was written in this step, now or when the same request came before.
    Done(Revision),
    /// It stands so already.
    Nothing,
    /// It does not follow from what stands; nothing was written.
    Otherwise(T),
}

impl Service {
    /// Writes the changes that follow from what stands, in one step. Where somebody else wrote in between they are asked
    /// for again; what what stands refuses by itself is the caller's to tell.
    pub async fn settle<T>(
        self: &Arc<Self>,
        mut view: Snapshot,
        signing: &Signing,
        contacts: &[Edit<ActorId, Contact>],
        changes: impl Fn(&Snapshot) -> std::result::Result<Vec<Change>, T>,
    ) -> Result<Settled<T>> {
        let district = view.version.district.clone();
        for _ in 0..TRIES {
            if let Some(revision) = self.written(&district, &signing.request).await? {
                return Ok(Settled::Done(revision));
            }
            let network = match changes(&view) {
                Ok(network) => network,
                Err(otherwise) => return Ok(Settled::Otherwise(otherwise)),
            };
            if network.is_empty() && contacts.is_empty() {
                return Ok(Settled::Nothing);
            }
            let entry = Entry {
                district: district.clone(),
                programme: Vec::new(),
                network,
                contacts: contacts.to_vec(),
                by: signing.by.clone(),
                cause: Cause::Entry,
                at: signing.at,
                request: signing.request,
            };
            match self.enter_on(view.clone(), entry).await {
                Ok(revision) => return Ok(Settled::Done(revision)),
                Err(Error::Refused(refused)) => {
                    let before = view.version.head;
                    view = self.view(&district).await?;
                    if view.version.head == before {
                        return Err(Error::Refused(refused));
                    }
                }
                Err(error) => return Err(error),
            }
        }
        Err(Error::Contended)
    }
}
