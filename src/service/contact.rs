//! One contact entered, confirmed or deleted on its page, beside others who may do the same.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::{Entry, Error, Result, Service};
use crate::domain::{ActorId, Author, Contact, ContactParts, DistrictId, Edit};
use crate::store::{Cause, Request};

/// How often it is tried where others write at the same moment.
const TRIES: usize = 5;

/// What somebody made of a contact, and what they saw when they began.
#[derive(Debug, Clone)]
pub struct ContactForm {
    /// The district.
    pub district: DistrictId,
    /// Whose contact it is.
    pub actor: ActorId,
    /// From what the form was filled.
    pub seen: ContactParts,
    /// What was typed.
    pub typed: ContactParts,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// It stands so now.
    Done,
    /// Somebody else has changed the same part, so that this stands; nothing was written.
    Otherwise(ContactParts),
}

impl Service {
    /// Writes a contact, which is confirmed by that. Parts that only one side has changed are taken from both.
    pub async fn save_contact(
        self: &Arc<Self>,
        form: &ContactForm,
        (by, at): (Author, DateTime<Utc>),
        request: Request,
    ) -> Result<Saved> {
        for _ in 0..TRIES {
            if self.written(&form.district, &request).await?.is_some() {
                return Ok(Saved::Done);
            }
            let held = self.contacts(&form.district).await?.remove(&form.actor);
            let standing = held.map(|kept| kept.contact);
            let parts = standing.clone().map(ContactParts::from).unwrap_or_default();
            let Ok(merged) = Contact::merged(&form.seen, &form.typed, &parts) else {
                return Ok(Saved::Otherwise(parts));
            };
            let entry = Entry {
                district: form.district.clone(),
                programme: Vec::new(),
                network: Vec::new(),
                contacts: vec![Edit {
                    key: form.actor.clone(),
                    before: standing,
                    // Each side's parts are within bounds, together they may not be.
                    after: merged.contact().map_err(|_| Error::Seen)?,
                }],
                by: by.clone(),
                cause: Cause::Entry,
                at,
                request,
            };
            match self.enter(entry).await {
                Ok(_) => return Ok(Saved::Done),
                Err(Error::Seen) => {}
                Err(error) => return Err(error),
            }
        }
        Err(Error::Contended)
    }
}
