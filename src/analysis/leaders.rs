//! What leaders may select of a district: a closed list.
//!
//! By the difference of freer selections a figure that is held back could be worked out.

use crate::domain::{Audience, Survey};

use super::selection::{DEPARTMENT, Selection, SelectionError};

/// The thresholds from which on ties are shown to leaders.
pub(super) const STRENGTHS: [f64; 2] = [2.0, 3.0];

/// A selection of a district that leaders may see: any phase, by department, all kinds, from strength 2 or 3 on. Bodies
/// never count, or the difference would tell with whom a single one works.
#[derive(Debug, Clone, PartialEq)]
pub struct LeadersSelection(Selection);

impl LeadersSelection {
    /// The selection as leaders get it; refuses one that is not in the list, whoever it was made for.
    pub fn parse(selection: &Selection) -> Result<Self, SelectionError> {
        let listed = matches!(selection.department.as_str(), "" | DEPARTMENT)
            && selection.kinds.is_empty()
            && STRENGTHS.contains(&selection.min_strength);
        if !listed {
            return Err(SelectionError::NotForLeaders);
        }
        Ok(Self(Selection {
            audience: Audience::Leadership,
            bodies: false,
            ..selection.clone()
        }))
    }

    /// What is selected.
    pub fn selection(&self) -> &Selection {
        &self.0
    }
}

/// What leaders get of a selection: of a district one of the list, of files what was asked for without bodies.
pub(super) fn listed(survey: &Survey, selection: &Selection) -> Result<Selection, SelectionError> {
    match survey.from_district {
        true => Ok(LeadersSelection::parse(selection)?.0),
        false => Ok(Selection {
            bodies: false,
            ..selection.clone()
        }),
    }
}
