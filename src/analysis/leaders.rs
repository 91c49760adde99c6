//! What leaders may select of a district: a closed list.
//!
//! By the difference of freer selections a figure that is held back could be worked out.

use crate::domain::{Audience, Survey};

use super::selection::{DEPARTMENT, Selection, SelectionError};

/// The strength from which on ties are shown to leaders.
const STRENGTH: f64 = 2.0;

/// The strengths by which their report tells the whole apart.
pub(super) const STRENGTHS: [f64; 2] = [STRENGTH, 3.0];

/// For whom a selection is made.
impl Selection {
    /// The usual selection for the core team.
    pub fn working(survey: &Survey) -> Self {
        Self::usual(survey, Audience::Working)
    }

    /// The usual selection for leaders.
    pub fn leading(survey: &Survey) -> Self {
        Self::usual(survey, Audience::Leadership)
    }

    /// Whether single functions are shown; else offices stand alone.
    pub fn shows_functions(&self) -> bool {
        self.audience == Audience::Working
    }
}

/// A selection of a district that leaders may see: any phase, by department, all kinds, from strength 2 on, either side's
/// word. Bodies never count, or the difference would tell with whom a single one works. The scope is not theirs to
/// choose either: figures are about the offices, and each picture shows what it always shows.
#[derive(Debug, Clone, PartialEq)]
pub struct LeadersSelection(Selection);

impl LeadersSelection {
    /// The selection as leaders get it; refuses one that is not in the list, whoever it was made for.
    pub fn parse(selection: &Selection) -> Result<Self, SelectionError> {
        let listed = matches!(selection.department.as_str(), "" | DEPARTMENT)
            && selection.kinds.is_empty()
            && selection.min_strength == STRENGTH
            && !selection.directed;
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

/// Refuses figures that leaders don't get: of a district theirs are about its offices, whatever a picture shows beside
/// these.
pub fn check_figures(survey: &Survey, selection: &Selection) -> Result<(), SelectionError> {
    match !selection.shows_functions() && selection.exceeds_headline(survey) {
        true => Err(SelectionError::NotForLeaders),
        false => Ok(()),
    }
}
