//! Contacts as nodes of their own, so that they can be deleted without losing the network.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use neo4rs::{BoltType, Row};

use super::batch::Batch;
use super::cypher::{Statement, cypher, ids, map, text};
use super::decode::{Unreadable, id, words};
use super::step::moment;
use crate::domain::{ActorId, Contact, ContactParts, DistrictId, Edit, KeptContact};

/// A contact in a list: actor, person, telephone, address, confirmed.
type Line<'a> = (
    &'a str,
    Option<&'a str>,
    Option<&'a str>,
    Option<&'a str>,
    i64,
);

/// Sets contacts, or deletes them.
pub(super) fn write(
    batch: &mut Batch,
    district: &DistrictId,
    contacts: &BTreeMap<ActorId, Option<KeptContact>>,
) {
    let gone = ids(contacts
        .iter()
        .filter(|(_, kept)| kept.is_none())
        .map(|(id, _)| id));
    batch.some(gone, |ids| remove(district, ids));
    let set = contacts.iter().filter_map(|(actor, kept)| {
        let kept = kept.as_ref()?;
        let parts = kept.contact.parts();
        Some(map([
            ("actor", actor.as_str().into()),
            ("person", text(parts.person.as_ref())),
            ("telephone", text(parts.telephone.as_ref())),
            ("email", text(parts.email.as_ref())),
            ("confirmed", kept.confirmed.timestamp_millis().into()),
        ]))
    });
    batch.each(set, |rows| put(district, rows));
}

/// What edits leave, which are confirmed by that.
pub(super) fn left(
    edits: &[Edit<ActorId, Contact>],
    at: DateTime<Utc>,
) -> BTreeMap<ActorId, Option<KeptContact>> {
    let left = edits.iter().map(|edit| {
        let kept = edit.after.clone().map(|contact| KeptContact {
            contact,
            confirmed: at,
        });
        (edit.key.clone(), kept)
    });
    left.collect()
}

/// The contacts in the one row of [`load`].
pub(super) fn read(row: &Row) -> Result<BTreeMap<ActorId, KeptContact>, Unreadable> {
    let contacts: Vec<Line<'_>> = row.get("contacts")?;
    contacts.into_iter().map(read_line).collect()
}

fn read_line(line: Line<'_>) -> Result<(ActorId, KeptContact), Unreadable> {
    let (actor, person, telephone, email, confirmed) = line;
    let parts = ContactParts {
        person: words(person)?,
        telephone: words(telephone)?,
        email: words(email)?,
    };
    // It is not quoted: it is somebody's.
    let contact = Contact::try_from(parts).map_err(|_| Unreadable::new("contact of", actor))?;
    let confirmed = moment(confirmed)?;
    Ok((id(actor)?, KeptContact { contact, confirmed }))
}

/// Asks for all contacts of a district.
pub(super) fn load(district: &DistrictId) -> Statement {
    cypher!("contact/load").with([("district", district.as_str().into())])
}

fn put(district: &DistrictId, rows: BoltType) -> Statement {
    cypher!("contact/set").with([("district", district.as_str().into()), ("rows", rows)])
}

fn remove(district: &DistrictId, ids: BoltType) -> Statement {
    cypher!("contact/remove").with([("district", district.as_str().into()), ("ids", ids)])
}
