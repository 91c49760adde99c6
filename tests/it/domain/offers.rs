//! Offers and cooperations as their forms change them: nothing is lost.

use std::collections::BTreeSet;

use miteinander::domain::{
    Network, Offer, OfferId, Overflow, Party, Programme, cooperations_about, merging_offers,
    removing_offer,
};
use proptest::prelude::*;

use super::moves::{self, Move, legal, moves};
use super::{id, text, two_phases};

fn world(lists: &[Vec<Move>]) -> (Programme, Network) {
    let programme = moves::programme(&two_phases());
    let mut network = Network::default();
    for list in lists {
        legal(&mut network, &programme, list);
    }
    (programme, network)
}

/// Everything that an offer says, each thing on its own.
fn parts(offer: &Offer) -> BTreeSet<String> {
    let providers = offer.providers.iter().flat_map(|(phase, parties)| {
        let here = parties
            .iter()
            .map(move |party| format!("{phase} by {party:?}"));
        here.chain([format!("in {phase}")])
    });
    let known = offer
        .known_to
        .iter()
        .map(|party| format!("known to {party:?}"));
    let referred = offer
        .referred_by
        .iter()
        .map(|party| format!("referred by {party:?}"));
    let for_whom = offer.life_phases.iter().map(|one| format!("{one:?}"));
    let fields = offer.fields.iter().map(|one| format!("{one:?}"));
    providers
        .chain(known)
        .chain(referred)
        .chain(for_whom)
        .chain(fields)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn of_two_merged_offers_nothing_is_lost(lists in moves(), a in 0..4usize, b in 0..4usize) {
        let (programme, before) = world(&lists);
        let [from, into]: [OfferId; 2] = [a, b].map(|n| id(&format!("angebot-{n}")));
        let mut network = before.clone();
        let changes = merging_offers(&before, &from, &into).expect("short texts");
        prop_assert_eq!(network.apply(&programme, &changes), Ok(()));
        if let (Some(gone), Some(kept)) = (before.offers.get(&from), before.offers.get(&into)) {
            let both = &network.offers[&into];
            let held = parts(both);
            prop_assert!(held.is_superset(&parts(gone)) && held.is_superset(&parts(kept)));
            for text in [&gone.target_group, &kept.target_group].into_iter().flatten() {
                let said = both.target_group.as_ref().is_some_and(|all| all.as_str().contains(text.as_str()));
                prop_assert!(said);
            }
            for office in [&gone.responsible, &kept.responsible].into_iter().flatten() {
                let known = both.known_to.contains(&Party::Department(office.clone()));
                prop_assert!(both.responsible.as_ref() == Some(office) || known);
            }
            prop_assert_eq!(network.offers.contains_key(&from), a == b);
            for (key, report) in &before.reports {
                let was_about = report.offers.contains(&from) || report.offers.contains(&into);
                prop_assert_eq!(network.reports[key].offers.contains(&into), was_about);
            }
        }
    }

    #[test]
    fn a_removed_offer_takes_its_mentions_and_no_cooperation(lists in moves(), a in 0..4usize) {
        let (programme, before) = world(&lists);
        let offer: OfferId = id(&format!("angebot-{a}"));
        let mut network = before.clone();
        prop_assert_eq!(network.apply(&programme, &removing_offer(&before, &offer)), Ok(()));
        prop_assert_eq!(cooperations_about(&network, &offer), 0);
        prop_assert!(!network.offers.contains_key(&offer));
        prop_assert!(before.reports.keys().eq(network.reports.keys()));
    }
}

#[test]
fn what_has_no_room_in_one_text_is_not_merged() {
    let (_, mut network) = super::small();
    let mut other = network.offers[&id("angebot")].clone();
    let long = |letter: &str| Some(text(&letter.repeat(3_000)));
    other.goal = long("b");
    network.offers.insert(id("anderes"), other);
    let first = network.offers.get_mut(&id("angebot")).expect("there");
    first.goal = long("a");
    let merged = merging_offers(&network, &id("anderes"), &id("angebot"));
    assert_eq!(merged, Err(Overflow::Text));
}
