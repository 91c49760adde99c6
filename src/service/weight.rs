//! How much memory a survey and a network take.

use crate::domain::{Network, Survey};

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

/// About how many bytes a network takes.
pub(super) fn network_weight(network: &Network) -> u32 {
    let records = network.departments.len() + network.actors.len() + 4 * network.offers.len();
    let bytes = 400 * records + 300 * network.memberships.len() + 350 * network.reports.len();
    u32::try_from(bytes).unwrap_or(u32::MAX)
}
