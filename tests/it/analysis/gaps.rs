//! Where offers are missing.

use std::collections::{BTreeMap, BTreeSet};

use miteinander::analysis::compare_offers;
use miteinander::analysis::gaps::{cells, held_by_one, known_to_one};
use miteinander::domain::{
    Actor, ActorId, ActorKind, DepartmentId, Field, LifePhase, Membership, Network, Offer, OfferId,
    Party, PhaseId, Text,
};

fn phase(id: &str) -> PhaseId {
    PhaseId::parse(id).expect("an id")
}

fn department(id: &str) -> Party {
    Party::Department(DepartmentId::parse(id).expect("an id"))
}

fn offer(providers: &[(&str, &[&str])], known_to: &[Party]) -> Offer {
    let parties = |ids: &[&str]| ids.iter().map(|id| department(id)).collect::<BTreeSet<_>>();
    Offer {
        name: Text::parse("Familiencafé").expect("a name"),
        life_phases: BTreeSet::from([LifePhase::From0To3]),
        fields: BTreeSet::from([Field::Participation, Field::Health]),
        providers: providers
            .iter()
            .map(|(id, by)| (phase(id), parties(by)))
            .collect(),
        responsible: None,
        known_to: known_to.iter().cloned().collect(),
        referred_by: BTreeSet::new(),
        target_group: None,
        area: None,
        goal: None,
        funding: None,
        note: None,
    }
}

fn network(offers: &[(&str, Offer)]) -> Network {
    let actor = ActorId::parse("kjgd").expect("an id");
    let membership = Membership {
        department: DepartmentId::parse("ges").expect("an id"),
        section: None,
        level: None,
        core_team: false,
        asked: None,
        answered: None,
    };
    Network {
        actors: BTreeMap::from([(
            actor.clone(),
            Actor {
                name: Text::parse("KJGD").expect("a name"),
                kind: ActorKind::Function,
                note: None,
            },
        )]),
        memberships: BTreeMap::from([((actor, phase("2")), membership)]),
        offers: offers
            .iter()
            .map(|(id, offer)| (OfferId::parse(id).expect("an id"), offer.clone()))
            .collect(),
        ..Network::default()
    }
}

#[test]
fn cells_without_an_offer_are_gaps() {
    let network = network(&[
        ("cafe", offer(&[("2", &["ges"])], &[])),
        ("old", offer(&[("1", &["ges"])], &[])),
    ]);
    let cells = cells(&network, &phase("2"));
    let filled: Vec<_> = cells
        .iter()
        .filter(|cell| !cell.offers.is_empty())
        .map(|cell| (cell.life_phase, cell.field))
        .collect();
    assert_eq!(cells.len(), 24);
    assert_eq!(
        filled,
        [
            (LifePhase::From0To3, Field::Participation),
            (LifePhase::From0To3, Field::Health)
        ]
    );
}

#[test]
fn an_offer_that_one_office_alone_knows_is_named() {
    let kjgd = Party::Actor(ActorId::parse("kjgd").expect("an id"));
    let network = network(&[
        ("alone", offer(&[("2", &["ges"])], &[kjgd])),
        ("known", offer(&[("2", &["ges"])], &[department("jug")])),
        ("shared", offer(&[("2", &["ges", "jug"])], &[])),
        ("old", offer(&[("1", &["ges"])], &[])),
    ]);
    let ids = |found: Vec<miteinander::analysis::gaps::Alone>| {
        found
            .into_iter()
            .map(|alone| format!("{} {}", alone.offer, alone.department))
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(known_to_one(&network, &phase("2"))), ["alone ges"]);
    assert_eq!(
        ids(held_by_one(&network, &phase("2"))),
        ["alone ges", "known ges"]
    );
}

#[test]
fn offers_are_new_ended_or_in_other_hands() {
    let network = network(&[
        ("new", offer(&[("2", &["ges"])], &[])),
        ("ended", offer(&[("1", &["ges"])], &[])),
        ("other", offer(&[("1", &["ges"]), ("2", &["jug"])], &[])),
        ("same", offer(&[("1", &["ges"]), ("2", &["ges"])], &[])),
        ("never", offer(&[], &[])),
    ]);
    let changes = compare_offers(&network, "1", "2");
    assert_eq!(
        (changes.new, changes.ended, changes.other_provider),
        (1, 1, 1)
    );
}
