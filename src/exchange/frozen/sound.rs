//! Whether what a body says is a survey: whoever reads one relies on its places.

use crate::domain::{Survey, SurveyParty};

/// The most kinds of tie, which are bits.
const MOST_KINDS: u32 = 64;

/// Whether every place that a row names is there, and rows stand in their order.
pub(super) fn is_sound(survey: &Survey) -> bool {
    let Some(kinds) = u32::try_from(survey.kinds.len())
        .ok()
        .filter(|kinds| *kinds <= MOST_KINDS)
    else {
        return false;
    };
    let is_phase =
        |phase: Option<u16>| phase.is_none_or(|at| usize::from(at) < survey.phases.len());
    let is_actor = |at: u32| (at as usize) < survey.actors.len();
    let is_department = |at: u32| (at as usize) < survey.departments.len();
    let is_party = |party: &SurveyParty| match party {
        SurveyParty::Actor(actor) => is_actor(*actor),
        SurveyParty::Department(at) | SurveyParty::Section(at, _) => is_department(*at),
    };
    // All bits up to the number of kinds.
    let known_kinds = u64::MAX.checked_shr(64 - kinds).unwrap_or(0);
    let presences = survey.presences.iter().all(|row| {
        is_actor(row.actor) && is_phase(row.phase) && row.department.is_none_or(is_department)
    });
    let columns = survey
        .columns
        .iter()
        .all(|column| !column.names.is_empty() && column.values.len() == survey.presences.len());
    let ties = survey.ties.iter().all(|tie| {
        is_actor(tie.from)
            && is_actor(tie.to)
            && is_phase(tie.phase)
            && tie.strength.is_none_or(f64::is_finite)
            && tie.kinds & known_kinds == tie.kinds
    });
    let offers = survey.offers.iter().all(|offer| {
        is_phase(offer.phase)
            && offer.responsible.is_none_or(is_department)
            && offer.parties().all(is_party)
    });
    let withheld = survey
        .withheld
        .iter()
        .all(|one| is_phase(Some(one.phase)) && is_department(one.department));
    withheld
        && presences
        && columns
        && ties
        && offers
        && survey.presences.is_sorted_by_key(|row| row.actor)
}
