//! The offers of a phase that rest with one department, for pictures that show a whole district.

use super::rests::Rests;
use crate::domain::{InPhase, SurveyOffer};

/// An offer that one department alone knows or holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alone<'a> {
    /// The id of the offer.
    pub offer: &'a str,
    /// The place of the department.
    pub department: u32,
}

/// The offers that only one department knows: whoever provides, answers for, knows or refers to them is in it.
///
/// None where of no offer of the phase it is entered who knows it or refers to it: what nobody wrote down is not
/// unknown.
pub fn known_to_one(phase: InPhase<'_>) -> Vec<Alone<'_>> {
    let told = |offer: &SurveyOffer| !offer.known_to.is_empty() || !offer.referred_by.is_empty();
    if !phase.offers().any(told) {
        return Vec::new();
    }
    alone(phase, Rests::only_knower)
}

/// The offers that one department provides and answers for alone.
pub fn held_by_one(phase: InPhase<'_>) -> Vec<Alone<'_>> {
    alone(phase, Rests::only_holder)
}

fn alone(phase: InPhase<'_>, only: fn(&Rests<u32>) -> Option<u32>) -> Vec<Alone<'_>> {
    phase
        .offers()
        .filter_map(|offer| {
            let mut rests = Rests::new();
            rests.held_by(offer.responsible);
            rests.held_by(
                offer
                    .providers
                    .iter()
                    .filter_map(|party| phase.department(party)),
            );
            let told = offer.known_to.iter().chain(&offer.referred_by);
            rests.known_to(told.filter_map(|party| phase.department(party)));
            Some(Alone {
                offer: &offer.id,
                department: only(&rests)?,
            })
        })
        .collect()
}
