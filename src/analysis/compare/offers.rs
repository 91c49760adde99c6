//! Which offers are new, ended or in other hands.

use serde::Serialize;

use crate::domain::Network;

/// How the offers changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct OfferChanges {
    /// Only in the later phase.
    pub new: usize,
    /// Only in the earlier phase.
    pub ended: usize,
    /// In both, provided by others.
    pub other_provider: usize,
}

/// Compares the offers of two phases, which are given by their ids.
pub fn compare_offers(network: &Network, from: &str, to: &str) -> OfferChanges {
    let mut changes = OfferChanges::default();
    for offer in network.offers.values() {
        let in_phase = |id: &str| {
            offer
                .providers
                .iter()
                .find(|(phase, _)| phase.as_str() == id)
                .map(|(_, providers)| providers)
        };
        match (in_phase(from), in_phase(to)) {
            (None, Some(_)) => changes.new += 1,
            (Some(_), None) => changes.ended += 1,
            (Some(before), Some(after)) if before != after => changes.other_provider += 1,
            (Some(_), Some(_)) | (None, None) => {}
        }
    }
    changes
}
