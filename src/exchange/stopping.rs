//! Why there is no plan.

use super::fault::Faults;
use crate::domain::Stopped;

/// Why there is no plan.
#[derive(Debug)]
pub enum PlanError {
    /// The files have faults.
    Faults(Faults),
    /// The import was cancelled.
    Stopped(Stopped),
}

impl From<Faults> for PlanError {
    fn from(faults: Faults) -> Self {
        Self::Faults(faults)
    }
}

impl From<Stopped> for PlanError {
    fn from(stopped: Stopped) -> Self {
        Self::Stopped(stopped)
    }
}

impl PlanError {
    /// The faults, where nothing stops an import.
    pub(super) fn faults(self) -> Faults {
        match self {
            Self::Faults(faults) => faults,
            Self::Stopped(_) => unreachable!("nobody stops it"),
        }
    }
}
