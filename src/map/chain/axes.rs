//! What runs from left to right and from top to bottom.

use crate::domain::{Field, LifePhase};

/// The life phases from left to right.
pub const PHASES: [LifePhase; 6] = LifePhase::ALL;
/// The fields from top to bottom.
pub const FIELDS: [Field; 4] = Field::ALL;
