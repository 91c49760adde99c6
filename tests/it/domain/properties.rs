//! The algebra of changes, on random networks.

use miteinander::domain::{
    Change, Edit, FORMAT, Network, Noun, Programme, Refusal, Refused, inverse, read_changes,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;

use super::moves::{self, Move, legal, moves};
use super::{an_actor, id, two_phases};

fn network_of(lists: &[Vec<Move>]) -> (Programme, Network) {
    let programme = moves::programme(&two_phases());
    let mut network = Network::default();
    for list in lists {
        legal(&mut network, &programme, list);
    }
    (programme, network)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_list_of_changes_taken_back_leaves_nothing(first in moves(), then in moves()) {
        let (programme, before) = network_of(&first);
        let mut network = before.clone();
        let changes = legal(&mut network, &programme, &then.concat());
        let mut at_once = before.clone();
        prop_assert_eq!(at_once.apply(&programme, &changes), Ok(()), "legal one by one is legal as a list");
        prop_assert_eq!(&at_once, &network);
        prop_assert_eq!(network.apply(&programme, &inverse(&changes)), Ok(()));
        prop_assert_eq!(network, before);
    }

    #[test]
    fn the_difference_of_two_networks_leads_from_one_to_the_other(first in moves(), second in moves()) {
        let (programme, mut from) = network_of(&first);
        let (_, to) = network_of(&second);
        let changes = from.diff(&to);
        prop_assert_eq!(from.apply(&programme, &changes), Ok(()));
        prop_assert_eq!(&from, &to);
        prop_assert_eq!(from.diff(&to), []);
    }

    #[test]
    fn the_order_of_a_list_does_not_matter(all in moves()) {
        let (programme, network) = network_of(&all);
        let mut changes = Network::default().diff(&network);
        changes.reverse();
        let mut other = Network::default();
        prop_assert_eq!(other.apply(&programme, &changes), Ok(()));
        prop_assert_eq!(other, network);
    }

    #[test]
    fn a_refused_list_changes_nothing(first in moves(), then in moves()) {
        let (programme, before) = network_of(&first);
        let mut moved = before.clone();
        let mut changes = legal(&mut moved, &programme, &then.concat());
        let index = changes.len();
        changes.push(Change::Actor(Edit::remove(id("niemand"), an_actor())));
        let mut network = before.clone();
        let refused = Refused { index, refusal: Refusal::Differs };
        prop_assert_eq!(network.apply(&programme, &changes), Err(refused));
        prop_assert_eq!(network, before);
    }

    #[test]
    fn the_history_reads_what_it_wrote(all in moves()) {
        let (_, network) = network_of(&all);
        let mut changes = Network::default().diff(&network);
        changes.extend(inverse(&changes));
        let json = serde_json::to_string(&changes).expect("changes are JSON");
        prop_assert_eq!(read_changes(FORMAT, &json).expect("its own format"), changes);
    }
}

/// The properties above would say little if nearly every random change were refused.
#[test]
fn random_changes_are_often_legal_and_meet_every_noun() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let programme = moves::programme(&two_phases());
    let (mut tried, mut nouns) = (0, Vec::new());
    for _ in 0..200 {
        let lists = moves().new_tree(&mut runner).expect("a list").current();
        let mut network = Network::default();
        for list in lists {
            tried += list.len();
            let changes = legal(&mut network, &programme, &list);
            nouns.extend(changes.iter().map(Change::noun));
        }
    }
    assert!(
        nouns.len() * 4 > tried,
        "{} of {tried} were legal",
        nouns.len()
    );
    for noun in [
        Noun::Department,
        Noun::Actor,
        Noun::Membership,
        Noun::Offer,
        Noun::Report,
    ] {
        let met = nouns.iter().filter(|other| **other == noun).count();
        assert!(met > 50, "{met} of {noun:?}");
    }
}
