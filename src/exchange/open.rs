//! What a file of our own tells to be open, beside its tables: points to clear up, and offices that functions left open.

use serde::Deserialize;

/// What one file tells to be open, as texts.
#[derive(Debug, Clone, Default)]
pub(super) struct ToldOpen {
    /// The file.
    pub source: String,
    /// The points.
    pub points: Vec<ToldPoint>,
    /// The offices that functions left open.
    pub offices: Vec<ToldOffices>,
}

/// An open point.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct ToldPoint {
    pub id: String,
    pub text: String,
    pub phase: String,
    pub noted: String,
}

/// The offices that a function left open in a phase.
#[derive(Debug, Clone)]
pub(super) struct ToldOffices {
    pub actor: String,
    pub phase: String,
    pub open: Vec<String>,
}
