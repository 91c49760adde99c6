//! An import that somebody waits for, as long as that is so.

use std::collections::BTreeMap;

use super::{Faults, ImportOptions, Input, Plan, Tables, plan, tables};
use crate::domain::{ActorId, Network, Programme, Stop, Stopped, Text};

/// Why there is no plan.
#[derive(Debug)]
pub enum PlanError {
    /// The files have faults.
    Faults(Faults),
    /// Nobody waited for it any more.
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

/// What a store holds of a district.
#[derive(Debug, Clone, Copy)]
pub struct Held<'a> {
    /// The network.
    pub network: &'a Network,
    /// The contacts of its actors.
    pub contacts: &'a BTreeMap<ActorId, Text>,
    /// The districts and phases.
    pub programme: &'a Programme,
}

/// Reads the tables of files for an import.
pub fn read_watched(inputs: &[Input], stop: &Stop) -> Result<Tables, PlanError> {
    tables::read_watched(inputs, stop)
}

/// What an import of the tables would change in a district, or everything that is wrong in them.
pub fn plan_watched(
    tables: &Tables,
    held: Held<'_>,
    options: &ImportOptions,
    stop: &Stop,
) -> Result<Plan, PlanError> {
    plan::watched(tables, held, options, stop)
}
