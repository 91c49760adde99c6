//! An import that can be cancelled.

use super::chosen::Columns;
use super::input::{ImportOptions, Input};
use super::plan::{self, Held, Plan};
use super::stopping::PlanError;
use super::tables::{self, Tables};
use crate::domain::Stop;

/// Reads the tables of files for an import.
pub fn read_watched(inputs: &[Input], columns: &Columns, stop: &Stop) -> Result<Tables, PlanError> {
    tables::read_watched(inputs, columns, stop)
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
