//! How much memory a survey takes.

use crate::domain::Survey;

/// About how many bytes a survey takes.
pub(super) fn survey_weight(survey: &Survey) -> usize {
    let rows = survey.presences.len() * (100 + 40 * survey.columns.len());
    let offers = survey.offers.iter().map(|offer| {
        let parties = offer.providers.len() + offer.known_to.len() + offer.referred_by.len();
        600 + 60 * parties
    });
    let named = 150 * (survey.actors.len() + survey.departments.len());
    1_000 + named + rows + 60 * survey.ties.len() + offers.sum::<usize>()
}
