//! What may be changed, and that every change can be taken back.

mod actions;
mod looks;
#[path = "../../stores/moves.rs"]
mod moves;
mod offers;
mod properties;
mod refusals;
mod reshape;
mod subject;

use std::collections::BTreeSet;

use miteinander::domain::{
    Actor, ActorKind, Change, Department, DepartmentKind, Edit, FORMAT, FundingPhase, Id,
    Membership, Network, Offer, Party, PhaseId, Programme, Report, Text, read_changes,
};

fn id<T>(text: &str) -> Id<T> {
    Id::parse(text).expect("an id")
}

fn text(text: &str) -> Text {
    Text::parse(text).expect("a text")
}

fn two_phases() -> [PhaseId; 2] {
    [id("p1"), id("p2")]
}

/// A small district: actor `a` and `b` in `amt`, who report of each other in the first phase about an offer.
fn small() -> (Programme, Network) {
    let programme = moves::programme(&two_phases());
    let mut network = Network::default();
    let phase = &two_phases()[0];
    let mut report = Report::default();
    report.offers.insert(id("angebot"));
    network
        .apply(
            &programme,
            &[
                Change::Department(Edit::add(id("amt"), a_department("Jugendamt"))),
                Change::Actor(Edit::add(id("a"), an_actor())),
                Change::Actor(Edit::add(id("b"), an_actor())),
                Change::Membership(Edit::add((id("a"), phase.clone()), a_membership("amt"))),
                Change::Membership(Edit::add((id("b"), phase.clone()), a_membership("amt"))),
                Change::Offer(Edit::add(id("angebot"), an_offer(Party::Actor(id("a")))).into()),
                Change::Report(Edit::add((phase.clone(), id("a"), id("b")), report)),
            ],
        )
        .expect("a legal network");
    (programme, network)
}

fn an_actor() -> Actor {
    Actor {
        name: text("Funktion"),
        kind: ActorKind::Function,
        note: None,
    }
}

fn a_department(name: &str) -> Department {
    Department {
        name: text(name),
        short_name: None,
        kind: DepartmentKind::Office,
        policy_field: None,
        divisions: Default::default(),
    }
}

fn a_membership(department: &str) -> Membership {
    Membership {
        department: id(department),
        section: None,
        level: None,
        core_team: false,
        asked: None,
        answered: None,
        open: Default::default(),
    }
}

fn an_offer(provider: Party) -> Offer {
    Offer {
        name: text("Elterncafé"),
        life_phases: BTreeSet::new(),
        fields: BTreeSet::new(),
        providers: [(two_phases()[0].clone(), [provider].into())].into(),
        responsible: None,
        known_to: BTreeSet::new(),
        referred_by: BTreeSet::new(),
        target_group: None,
        area: None,
        goal: None,
        funding: None,
        note: None,
    }
}

#[test]
fn ids_stand_in_the_order_in_which_people_count() {
    let mut ids: Vec<Id<Actor>> = ["f-10", "f-9", "f-100", "F-1", "f-09", "f-1a", "f-1"]
        .map(id)
        .into();
    ids.sort();
    let texts: Vec<&str> = ids.iter().map(Id::as_str).collect();
    assert_eq!(
        texts,
        ["F-1", "f-1", "f-1a", "f-09", "f-9", "f-10", "f-100"]
    );
}

#[test]
fn a_phase_is_called_by_its_name_however_its_letters_are_composed() {
    let mut programme = Programme::default();
    let phase = FundingPhase {
        name: text("Früh"),
        start: "2023-01-01".parse().expect("a date"),
        end: None,
    };
    programme.phases.insert(id("1"), phase);
    // As a Mac's terminal hands it over: u and two dots.
    for name in ["Früh", "Fru\u{308}h", " 1 "] {
        let found = programme.phase_called(name).map(|(id, _)| id.as_str());
        assert_eq!(found, Some("1"), "{name}");
    }
}

#[test]
fn what_the_first_format_wrote_is_lifted_and_what_it_could_not_know_is_open() {
    let first = include_str!("changes-1.json");
    let second = include_str!("changes-2.json");
    let lifted = read_changes(1, first).expect("its own format");
    assert_eq!(lifted, read_changes(2, second).expect("its own format"));
    let said = |change: &Change| match change {
        Change::Report(edit) => Some(edit.after.as_ref()?.binding),
        _ => None,
    };
    let said: Vec<Option<bool>> = lifted.iter().filter_map(said).collect();
    assert_eq!(said, [Some(true), None, None]);
    // A no of the second format is one.
    let no = second.replace(r#""binding": true"#, r#""binding": false"#);
    let no = read_changes(2, &no).expect("its own format");
    assert!(no.iter().any(said_no));
    assert!(read_changes(3, second).is_err() && read_changes(0, second).is_err());
}

fn said_no(change: &Change) -> bool {
    match change {
        Change::Report(edit) => edit
            .after
            .as_ref()
            .is_some_and(|report| report.binding == Some(false)),
        _ => false,
    }
}

#[test]
fn changes_are_written_as_the_second_format_has_them() {
    let golden: serde_json::Value =
        serde_json::from_str(include_str!("changes-2.json")).expect("JSON");
    let changes = read_changes(2, &golden.to_string()).expect("its own format");
    assert_eq!(FORMAT, 2);
    assert_eq!(serde_json::to_value(&changes).expect("JSON"), golden);
}
