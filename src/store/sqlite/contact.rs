//! Contacts: beside the network, in no step.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row, params};

use super::error::unreadable;
use super::read;
use crate::domain::{ActorId, Contact, ContactParts, DistrictId, Edit, KeptContact, Text};
use crate::store::{Error, Result, Violation};

const PARTS: &str = "person, telephone, email, confirmed";

/// The contacts of a district's actors.
pub(super) fn load(
    connection: &Connection,
    district: &DistrictId,
) -> Result<BTreeMap<ActorId, KeptContact>> {
    let mut contacts = BTreeMap::new();
    let mut find = connection.prepare_cached(&format!(
        "SELECT {PARTS}, actor FROM contact WHERE district = ?1"
    ))?;
    let mut rows = find.query([district.as_str()])?;
    while let Some(row) = rows.next()? {
        contacts.insert(read::id(row, 4)?, contact(row)?);
    }
    Ok(contacts)
}

/// Refuses edits of contacts that stand otherwise by now.
pub(super) fn judge(
    connection: &Connection,
    district: &DistrictId,
    edits: &[Edit<ActorId, Contact>],
) -> Result<()> {
    for edit in edits {
        let found = find(connection, district, &edit.key)?;
        if found.map(|kept| kept.contact) != edit.before {
            return Err(Error::Violated(Violation::OtherContact));
        }
    }
    Ok(())
}

/// Makes edits of contacts, which are confirmed by that.
pub(super) fn write(
    connection: &Connection,
    district: &DistrictId,
    edits: &[Edit<ActorId, Contact>],
    at: DateTime<Utc>,
) -> Result<()> {
    for edit in edits {
        match &edit.after {
            Some(contact) => {
                let kept = KeptContact {
                    contact: contact.clone(),
                    confirmed: at,
                };
                put(connection, district, &edit.key, &kept)?;
            }
            None => remove(connection, district, &edit.key)?,
        }
    }
    Ok(())
}

/// Deletes an actor's contact.
pub(super) fn remove(
    connection: &Connection,
    district: &DistrictId,
    actor: &ActorId,
) -> Result<()> {
    connection
        .prepare_cached("DELETE FROM contact WHERE district = ?1 AND actor = ?2")?
        .execute([district.as_str(), actor.as_str()])?;
    Ok(())
}

/// Sets an actor's contact.
pub(super) fn put(
    connection: &Connection,
    district: &DistrictId,
    actor: &ActorId,
    kept: &KeptContact,
) -> Result<()> {
    let parts = kept.contact.parts();
    connection
        .prepare_cached(
            "INSERT INTO contact (district, actor, person, telephone, email, confirmed)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (district, actor) DO UPDATE SET person = excluded.person,
               telephone = excluded.telephone, email = excluded.email, confirmed = excluded.confirmed",
        )?
        .execute(params![
            district.as_str(),
            actor.as_str(),
            parts.person.as_ref().map(Text::as_str),
            parts.telephone.as_ref().map(Text::as_str),
            parts.email.as_ref().map(Text::as_str),
            kept.confirmed.timestamp_millis(),
        ])?;
    Ok(())
}

fn find(
    connection: &Connection,
    district: &DistrictId,
    actor: &ActorId,
) -> Result<Option<KeptContact>> {
    let mut find = connection.prepare_cached(&format!(
        "SELECT {PARTS} FROM contact WHERE district = ?1 AND actor = ?2"
    ))?;
    let mut rows = find.query([district.as_str(), actor.as_str()])?;
    rows.next()?.map(contact).transpose()
}

fn contact(row: &Row<'_>) -> Result<KeptContact> {
    let parts = ContactParts {
        person: read::maybe_words(row, 0)?,
        telephone: read::maybe_words(row, 1)?,
        email: read::maybe_words(row, 2)?,
    };
    let contact = Contact::try_from(parts);
    Ok(KeptContact {
        contact: contact.map_err(|error| unreadable("contact", error))?,
        confirmed: read::time(row, 3)?,
    })
}
