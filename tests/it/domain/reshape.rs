//! Records merged, moved and removed, on random networks and on small ones.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use miteinander::domain::{
    ActorId, Change, Department, DepartmentId, Edit, Network, NewPlace, Note, Party, PhaseId,
    Programme, Report, ReportKey, Reshaped, Strength, TieKind, inverse, merge_actors,
    merge_departments, move_actor, remove_actor, remove_department,
};
use proptest::prelude::*;

use super::moves::{self, Move, legal, moves};
use super::{a_department, a_membership, an_actor, id, small, text, two_phases};

const NOTED: NaiveDate = NaiveDate::MIN;

fn network_of(lists: &[Vec<Move>]) -> (Programme, Network) {
    let programme = moves::programme(&two_phases());
    let mut network = Network::default();
    for list in lists {
        legal(&mut network, &programme, list);
    }
    (programme, network)
}

/// The network after it was reshaped; taken back it is as before.
fn reshaped(programme: &Programme, network: &Network, reshaped: &Reshaped) -> Network {
    let mut next = network.clone();
    let made = next.apply(programme, &reshaped.changes);
    assert_eq!(made, Ok(()), "{:#?}", reshaped.changes);
    let mut back = next.clone();
    let undone = back.apply(programme, &inverse(&reshaped.changes));
    assert_eq!(undone, Ok(()));
    assert_eq!(&back, network);
    assert_eq!(next.releases, network.releases, "what is frozen stays");
    next
}

/// With whom each actor is tied, in each phase.
fn partners(network: &Network) -> BTreeMap<(PhaseId, ActorId), BTreeSet<ActorId>> {
    let mut partners: BTreeMap<_, BTreeSet<ActorId>> = BTreeMap::new();
    for (phase, from, to) in network.reports.keys() {
        for (one, other) in [(from, to), (to, from)] {
            let key = (phase.clone(), one.clone());
            partners.entry(key).or_default().insert(other.clone());
        }
    }
    partners
}

/// The reports between others.
fn between_others<'n>(network: &'n Network, of: &[&ActorId]) -> Vec<(&'n ReportKey, &'n Report)> {
    let reports = network.reports.iter();
    reports
        .filter(|((_, from, to), _)| !of.contains(&from) && !of.contains(&to))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn actors_that_are_merged_lose_no_partner_and_gain_none(all in moves()) {
        let (programme, network) = network_of(&all);
        let actors: Vec<&ActorId> = network.actors.keys().take(4).collect();
        let pairs = actors.iter().flat_map(|a| actors.iter().map(move |b| (*a, *b)));
        for (goes, stays) in pairs.filter(|(a, b)| a != b) {
            let merged = merge_actors(&network, goes, stays, NOTED).expect("both are there");
            let next = reshaped(&programme, &network, &merged);
            let renamed = |actor: &ActorId| if actor == goes { stays.clone() } else { actor.clone() };
            let mut expected: BTreeMap<_, BTreeSet<ActorId>> = BTreeMap::new();
            for ((phase, one), others) in partners(&network) {
                let one = renamed(&one);
                let mut others: BTreeSet<ActorId> = others.iter().map(renamed).collect();
                others.remove(&one);
                if !others.is_empty() {
                    expected.entry((phase, one)).or_default().extend(others);
                }
            }
            prop_assert_eq!(partners(&next), expected);
            prop_assert!(next.reports.keys().all(|(_, from, to)| from != to));
            let both = [goes, stays];
            prop_assert_eq!(between_others(&next, &both), between_others(&network, &both));
            let touched = &merged.touched;
            let vanished = network.reports.len() - next.reports.len();
            prop_assert_eq!(touched.united + touched.between, vanished);
            prop_assert_eq!(next.offers.len(), network.offers.len());
        }
    }

    #[test]
    fn departments_that_are_merged_keep_all_their_actors(all in moves()) {
        let (programme, network) = network_of(&all);
        let departments: Vec<&DepartmentId> = network.departments.keys().take(4).collect();
        let pairs = departments.iter().flat_map(|a| departments.iter().map(move |b| (*a, *b)));
        for (goes, stays) in pairs.filter(|(a, b)| a != b) {
            let merged = merge_departments(&network, goes, stays).expect("both are there");
            let next = reshaped(&programme, &network, &merged);
            prop_assert_eq!(&next.reports, &network.reports);
            prop_assert_eq!(&next.actors, &network.actors);
            for (key, place) in &network.memberships {
                let now = &next.memberships[key];
                let expected = if place.department == *goes { stays } else { &place.department };
                prop_assert_eq!(&now.department, expected);
                prop_assert_eq!(&now.section, &place.section);
            }
        }
    }

    #[test]
    fn what_is_removed_takes_nothing_of_others_with_it(all in moves()) {
        let (programme, network) = network_of(&all);
        for actor in network.actors.keys().take(3) {
            let removed = remove_actor(&network, actor).expect("it is there");
            let next = reshaped(&programme, &network, &removed);
            let others: Vec<_> = next.reports.iter().collect();
            prop_assert_eq!(others, between_others(&network, &[actor]));
        }
        for department in network.departments.keys().take(3) {
            let removed = remove_department(&network, department).expect("it is there");
            let next = reshaped(&programme, &network, &removed);
            prop_assert_eq!(next.offers.len(), network.offers.len());
            let stays = |key| next.memberships.contains_key(key);
            for (key, place) in &network.memberships {
                prop_assert_eq!(stays(key), place.department != *department);
            }
        }
    }

    #[test]
    fn who_moves_stands_in_the_new_department_from_that_phase_on(all in moves()) {
        let (programme, network) = network_of(&all);
        let [first, second] = two_phases();
        for to in network.departments.keys().take(2) {
            let place = NewPlace { department: to.clone(), section: None };
            for actor in network.actors.keys().take(3) {
                let stands = |phase: &PhaseId| network.memberships.get(&(actor.clone(), phase.clone()));
                let Some(moved) = move_actor(&network, &programme, actor, (&place, &second)) else {
                    prop_assert!(stands(&second).is_none());
                    continue;
                };
                let next = reshaped(&programme, &network, &moved);
                let now = |phase: &PhaseId| next.memberships.get(&(actor.clone(), phase.clone()));
                prop_assert_eq!(now(&first), stands(&first), "the earlier phase stays");
                prop_assert_eq!(&now(&second).expect("it stood there").department, to);
            }
        }
    }
}

/// A district in which `a` and `b` say things of `c`, of each other, and it of them.
fn told() -> (Programme, Network) {
    let (programme, mut network) = small();
    let phase = &two_phases()[0];
    let report = |strength: Option<i64>, kind, note: &str| Report {
        strength: strength.map(|it| Strength::parse(it).expect("on the scale")),
        kinds: [kind].into(),
        note: Note::parse(note).ok(),
        ..Report::default()
    };
    let key = |from: &str, to: &str| (phase.clone(), id(from), id(to));
    let a_to_c = report(Some(4), TieKind::Referral, "Übergabe");
    let b_to_c = report(Some(2), TieKind::Information, "Runde");
    let c_to_a = report(None, TieKind::Committee, "");
    let c_to_b = report(Some(0), TieKind::Other, "");
    let changes = [
        Change::Actor(Edit::add(id("c"), an_actor())),
        Change::Membership(Edit::add((id("c"), phase.clone()), a_membership("amt"))),
        Change::Report(Edit::add(key("a", "c"), a_to_c)),
        Change::Report(Edit::add(key("b", "c"), b_to_c)),
        Change::Report(Edit::add(key("c", "a"), c_to_a)),
        Change::Report(Edit::add(key("c", "b"), c_to_b)),
    ];
    network.apply(&programme, &changes).expect("legal");
    (programme, network)
}

#[test]
fn of_two_reports_the_stronger_wins_and_nothing_that_either_said_is_lost() {
    let (programme, network) = told();
    let merged = merge_actors(&network, &id("b"), &id("a"), NOTED).expect("both are there");
    let next = reshaped(&programme, &network, &merged);
    let touched = &merged.touched;
    assert_eq!(
        (touched.reports, touched.united, touched.between),
        (3, 2, 1)
    );
    let phase = &two_phases()[0];
    let report = |from: &str, to: &str| &next.reports[&(phase.clone(), id(from), id(to))];
    let said = report("a", "c");
    assert_eq!(said.strength.map(|it| it.number()), Some(4));
    assert_eq!(said.kinds, [TieKind::Information, TieKind::Referral].into());
    let note = said.note.as_ref().map(|note| note.as_str());
    assert_eq!(note, Some("Übergabe; Runde"));
    // Cooperation of a strength that nobody stated is more than none.
    assert_eq!(report("c", "a").strength, None);
    assert_eq!(next.reports.len(), 2);
}

#[test]
fn a_remark_without_room_beside_the_other_is_kept_as_an_open_point() {
    let (programme, mut network) = told();
    let [phase, _] = two_phases();
    let long = ["a", "b"].map(|letter| Note::parse(&letter.repeat(150)).expect("a note"));
    for (actor, note) in ["a", "b"].into_iter().zip(&long) {
        let key = (phase.clone(), id(actor), id("c"));
        let report = network.reports.get_mut(&key).expect("there");
        report.note = Some(note.clone());
    }
    let merged = merge_actors(&network, &id("b"), &id("a"), NOTED).expect("both are there");
    let next = reshaped(&programme, &network, &merged);
    assert_eq!(merged.touched.notes, 1);
    let stays = next.reports[&(phase.clone(), id("a"), id("c"))]
        .note
        .clone();
    let [point] = next.open_points.values().collect::<Vec<_>>()[..] else {
        panic!("one is kept: {:?}", next.open_points);
    };
    assert_eq!((&point.phase, point.noted), (&phase, NOTED));
    let left = long.iter().find(|note| Some(*note) != stays.as_ref());
    let left = left.expect("one of both").as_str();
    assert!(
        point.text.as_str().ends_with(&format!(": {left}")),
        "{point:?}"
    );
}

#[test]
fn the_values_of_who_stays_win_and_gaps_are_filled() {
    let (programme, mut network) = told();
    let [first, second] = two_phases();
    let set = |network: &mut Network, actor: &str, phase: &PhaseId, section: Option<&str>| {
        let mut place = a_membership("amt");
        place.section = section.map(text);
        place.answered = Some(section.is_some());
        network
            .memberships
            .insert((id(actor), phase.clone()), place);
    };
    set(&mut network, "a", &first, None);
    set(&mut network, "b", &first, Some("RSD"));
    set(&mut network, "b", &second, Some("KJGD"));
    network.actors.get_mut(&id("b")).expect("there").note = Note::parse("von b").ok();
    let merged = merge_actors(&network, &id("b"), &id("a"), NOTED).expect("both are there");
    let next = reshaped(&programme, &network, &merged);
    let place = |phase: &PhaseId| &next.memberships[&(id("a"), phase.clone())];
    assert_eq!(place(&first).section, Some(text("RSD")));
    assert_eq!(place(&first).answered, Some(true));
    assert_eq!(place(&second).section, Some(text("KJGD")));
    assert_eq!(next.actors[&id("a")].note, Note::parse("von b").ok());
    // The part in the offer is of who was merged away in the other direction.
    let other = merge_actors(&network, &id("a"), &id("b"), NOTED).expect("both are there");
    let next = reshaped(&programme, &network, &other);
    let provided = &next.offers[&id("angebot")].providers[&first];
    assert_eq!(*provided, [Party::Actor(id("b"))].into());
    assert_eq!(other.touched.offers, 1);
}

#[test]
fn nobody_is_merged_with_itself_or_with_somebody_who_is_not_there() {
    let (_, network) = told();
    assert_eq!(merge_actors(&network, &id("a"), &id("a"), NOTED), None);
    assert_eq!(merge_actors(&network, &id("a"), &id("x"), NOTED), None);
    assert_eq!(merge_actors(&network, &id("x"), &id("a"), NOTED), None);
    assert_eq!(merge_departments(&network, &id("amt"), &id("amt")), None);
    assert_eq!(remove_actor(&network, &id("x")), None);
}

#[test]
fn a_department_that_is_merged_away_leaves_its_divisions_where_there_were_none() {
    let (programme, mut network) = told();
    let [first, second] = two_phases();
    let division = |phase: &PhaseId, name: &str| (phase.clone(), text(name));
    let with = |name: &str, divisions: Vec<(PhaseId, _)>| Department {
        divisions: divisions.into_iter().collect(),
        ..a_department(name)
    };
    let own = with("Jugendamt", vec![division(&first, "III")]);
    let other = with("JugA", vec![division(&first, "IV"), division(&second, "V")]);
    network.departments.insert(id("amt"), own);
    network.departments.insert(id("zwilling"), other);
    network
        .offers
        .get_mut(&id("angebot"))
        .expect("there")
        .responsible = Some(id("zwilling"));
    let merged = merge_departments(&network, &id("zwilling"), &id("amt")).expect("both");
    let next = reshaped(&programme, &network, &merged);
    let divisions = &next.departments[&id("amt")].divisions;
    assert_eq!(
        *divisions,
        BTreeMap::from([division(&first, "III"), division(&second, "V")])
    );
    assert_eq!(next.offers[&id("angebot")].responsible, Some(id("amt")));
}

#[test]
fn a_removal_says_by_numbers_what_goes_with_it() {
    let (programme, network) = told();
    let removed = remove_actor(&network, &id("a")).expect("it is there");
    reshaped(&programme, &network, &removed);
    let touched = &removed.touched;
    assert_eq!((touched.phases, touched.reports, touched.offers), (1, 3, 1));
    let removed = remove_department(&network, &id("amt")).expect("it is there");
    let next = reshaped(&programme, &network, &removed);
    let touched = &removed.touched;
    assert_eq!((touched.actors, touched.reports, touched.offers), (3, 5, 1));
    assert!(next.actors.is_empty() && next.reports.is_empty());
}
