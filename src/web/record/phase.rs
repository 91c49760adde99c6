//! The funding phase that a form is about.

use crate::domain::PhaseId;
use crate::service::Snapshot;

use super::super::errors::Result;

/// The item of an address that asks for the form of a record, with the phase that it is about.
pub const EDIT: &str = "edit";

/// The phase that a form names, else the current one; none where there is none yet.
pub fn asked_phase(view: &Snapshot, asked: Option<&str>) -> Result<Option<PhaseId>> {
    match asked.filter(|asked| !asked.is_empty()) {
        Some(asked) => Ok(Some(view.phase(asked)?)),
        None => Ok(view.programme.current_phase().map(|(id, _)| id.clone())),
    }
}
