//! Where an offer stands in the table of offers.

use serde::{Serialize, Serializer};

use super::offer::{Field, LifePhase};

/// A life phase in a field of action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// The life phase, by its code.
    #[serde(serialize_with = "life_phase")]
    pub life_phase: LifePhase,
    /// The field of action, by its code.
    #[serde(serialize_with = "field")]
    pub field: Field,
}

fn life_phase<S: Serializer>(value: &LifePhase, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(value.code())
}

fn field<S: Serializer>(value: &Field, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(value.code())
}
