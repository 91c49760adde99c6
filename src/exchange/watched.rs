//! An import that can be cancelled.

use super::input::Input;
use super::plan::{self, Held, ImportOptions, Plan};
use super::stopping::PlanError;
use super::tables;
use crate::domain::Stop;

/// What an import of files would change in a district, or everything that is wrong in them.
pub fn plan_watched(
    inputs: &[Input],
    held: Held<'_>,
    options: &ImportOptions,
    stop: &Stop,
) -> Result<Plan, PlanError> {
    let tables = tables::read_watched(inputs, stop)?;
    plan::watched(&tables, held, options, stop)
}
