//! Where the pages of functions are.

use crate::domain::{ActorId, DistrictId};
use crate::service::Snapshot;

use super::super::errors::{Error, Result};
use super::super::page::district_address;
use super::super::reader::encode;

/// The list of a district's functions.
pub fn list(district: &DistrictId) -> String {
    district_address(district) + "/actors"
}

/// The address of a function's page.
pub fn address(district: &DistrictId, actor: &ActorId) -> String {
    format!("{}/{}", list(district), part(actor.as_str()))
}

/// The page of a new function.
pub fn new_address(district: &DistrictId) -> String {
    format!("{}/{NEW}", list(district))
}

/// The part of an address that stands for a new record.
const NEW: &str = "new";

/// An id as a part of an address: one that is the word for a new record is written so that it is not taken for it.
pub fn part(id: &str) -> String {
    match id {
        NEW => "%6Eew".to_owned(),
        id => encode(id),
    }
}

/// The function that an address names.
pub fn known(view: &Snapshot, actor: &str) -> Result<ActorId> {
    let actor = ActorId::parse(actor).map_err(|_| Error::NotFound)?;
    match view.network.actors.contains_key(&actor) {
        true => Ok(actor),
        false => Err(Error::NotFound),
    }
}
