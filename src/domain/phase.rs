//! Funding phases: programme-wide, dated, never overlapping.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::Id;
use super::words::Text;

/// The id of a funding phase.
pub type PhaseId = Id<FundingPhase>;

/// A span of funding that all districts share; networks are compared from one to the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FundingPhase {
    /// The name as shown after the word "Förderphase".
    pub name: Text,
    /// The first day.
    pub start: NaiveDate,
    /// The last day; none while the phase is open.
    pub end: Option<NaiveDate>,
}

impl FundingPhase {
    /// Whether two phases share a day.
    pub fn overlaps(&self, other: &Self) -> bool {
        let before = |a: &Self, b: &Self| a.end.is_some_and(|end| end < b.start);
        !before(self, other) && !before(other, self)
    }

    /// Whether the last day, where there is one, is not before the first.
    pub fn is_ordered(&self) -> bool {
        self.end.is_none_or(|end| end >= self.start)
    }
}
