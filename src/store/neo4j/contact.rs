//! Contacts as nodes of their own, so that they can be deleted without losing the network.

use std::collections::BTreeMap;

use neo4rs::{BoltType, Row};

use super::batch::Batch;
use super::cypher::{Statement, cypher, ids, map};
use super::decode::{Unreadable, id, word};
use crate::domain::{ActorId, DistrictId, Text};

/// Sets contacts, or deletes them.
pub(super) fn write(
    batch: &mut Batch,
    district: &DistrictId,
    contacts: &BTreeMap<ActorId, Option<Text>>,
) {
    let gone = ids(contacts
        .iter()
        .filter(|(_, text)| text.is_none())
        .map(|(id, _)| id));
    batch.some(gone, |ids| remove(district, ids));
    let set = contacts.iter().filter_map(|(actor, contact)| {
        let contact = contact.as_ref()?;
        Some(map([
            ("actor", actor.as_str().into()),
            ("text", contact.as_str().into()),
        ]))
    });
    batch.each(set, |rows| put(district, rows));
}

/// The contacts in the one row of [`load`].
pub(super) fn read(row: &Row) -> Result<BTreeMap<ActorId, Text>, Unreadable> {
    let contacts: Vec<(&str, &str)> = row.get("contacts")?;
    contacts
        .into_iter()
        .map(|(actor, text)| Ok((id(actor)?, word(text)?)))
        .collect()
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
