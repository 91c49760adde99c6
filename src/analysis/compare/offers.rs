//! Which offers are new, ended or in other hands.

use serde::{Serialize, Serializer};

use crate::domain::{InPhase, Survey, SurveyOffer};

/// How the offers changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct OfferChanges {
    /// Only in the later phase.
    pub new: usize,
    /// Only in the earlier phase.
    pub ended: usize,
    /// In both, provided by others.
    pub other_provider: usize,
    /// How many are recorded in each phase.
    #[serde(skip)]
    pub recorded: [usize; 2],
}

/// Writes the offers where both phases have some, else null: what was not entered is not new or ended.
pub(super) fn where_recorded<S: Serializer>(
    offers: &Option<OfferChanges>,
    to: S,
) -> Result<S::Ok, S::Error> {
    offers
        .filter(|offers| !offers.recorded.contains(&0))
        .serialize(to)
}

/// Compares the offers of two phases, which are given by their places; none of plain files, where offers are told of
/// in no comparison.
pub(super) fn compare_offers(survey: &Survey, phases: [Option<u16>; 2]) -> Option<OfferChanges> {
    let mut changes = OfferChanges::default();
    for sides in offers_of_both(survey, phases)? {
        for (recorded, side) in changes.recorded.iter_mut().zip(&sides) {
            *recorded += usize::from(side.is_some());
        }
        match sides {
            [None, Some(_)] => changes.new += 1,
            [Some(_), None] => changes.ended += 1,
            [Some(before), Some(after)] if before.providers != after.providers => {
                changes.other_provider += 1;
            }
            _ => {}
        }
    }
    Some(changes)
}

/// Each offer of either phase as it is in the earlier and in the later one, by id; none of plain files.
pub fn offers_of_both(
    survey: &Survey,
    phases: [Option<u16>; 2],
) -> Option<Vec<[Option<&SurveyOffer>; 2]>> {
    if !survey.from_district {
        return None;
    }
    let [before, after] = phases.map(|phase| InPhase { survey, phase }.offers());
    let (mut before, mut after) = (before.peekable(), after.peekable());
    let mut both = Vec::new();
    loop {
        let order = match (before.peek(), after.peek()) {
            (None, None) => return Some(both),
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (Some(a), Some(b)) => crate::domain::natural(&a.id, &b.id),
        };
        both.push([
            before.next_if(|_| order.is_le()),
            after.next_if(|_| order.is_ge()),
        ]);
    }
}
