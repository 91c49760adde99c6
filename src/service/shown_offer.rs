//! An offer as everybody may know it.

use crate::domain::{Field, LifePhase, OfferId};

/// An offer as it may be named to everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownOffer {
    /// Its id.
    pub id: OfferId,
    /// Its name.
    pub name: String,
    /// The life phases it is for.
    pub life_phases: Vec<LifePhase>,
    /// The fields of action it serves.
    pub fields: Vec<Field>,
}
