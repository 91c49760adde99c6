//! Open points: what somebody noted down to clear up later. It is in no figure, on no map and in no frozen state.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::Id;
use super::phase::PhaseId;
use super::words::Note;

/// The id of an open point.
pub type OpenPointId = Id<OpenPoint>;

/// Something to clear up, such as a line of the quick entry of which it was not clear who is meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenPoint {
    /// What is to be cleared up.
    pub text: Note,
    /// The phase that it is about.
    pub phase: PhaseId,
    /// On which day it was noted.
    pub noted: NaiveDate,
}
