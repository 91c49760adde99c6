//! Where answers differ about one offer.

use std::collections::BTreeSet;

use miteinander::analysis::{Differing, differing};
use miteinander::domain::*;

fn text(text: &str) -> Text {
    Text::parse(text).expect("a text")
}

fn id<T>(text: &str) -> Id<T> {
    Id::parse(text).expect("an id")
}

/// Three functions in two offices, and an offer that the first runs and the office of the second knows.
fn one_offer() -> Network {
    let mut network = Network::default();
    for (actor, department) in [("a", "x"), ("b", "y"), ("c", "x")] {
        let record = Actor {
            name: text(actor),
            kind: ActorKind::default(),
            note: None,
        };
        network.actors.insert(id(actor), record);
        let place = Membership {
            department: id(department),
            section: None,
            level: None,
            core_team: false,
            asked: None,
            answered: Some(true),
            open: BTreeSet::new(),
        };
        network.memberships.insert((id(actor), id("p")), place);
    }
    let runs: BTreeSet<Party> = [Party::Actor(id("a"))].into();
    let offer = Offer {
        name: text("Familiencafé"),
        life_phases: [LifePhase::From0To3].into(),
        fields: [Field::Health].into(),
        providers: [(id("p"), runs)].into(),
        responsible: None,
        known_to: [Party::Department(id("y"))].into(),
        referred_by: BTreeSet::new(),
        target_group: None,
        area: None,
        goal: None,
        funding: None,
        note: None,
    };
    network.offers.insert(id("o"), offer);
    network
}

/// The first says of the second that they work together, on the offer or not.
fn say(network: &mut Network, [from, to]: [&str; 2], on_it: bool, kinds: &[TieKind]) {
    let offers: BTreeSet<OfferId> = on_it.then(|| id("o")).into_iter().collect();
    let report = Report {
        strength: Strength::parse(3).ok(),
        kinds: kinds.iter().copied().collect(),
        offers,
        ..Report::default()
    };
    let key = (id("p"), id(from), id(to));
    network.reports.insert(key, report);
}

fn place<'n>(network: &'n mut Network, actor: &str) -> &'n mut Membership {
    let key = (id(actor), id("p"));
    network.memberships.get_mut(&key).expect("it stands there")
}

/// What differs, as words; none where it is undefined.
fn told(network: &Network) -> Option<Vec<String>> {
    let all = differing(network, &id("p"), &id("o"))?;
    let told = all.iter().map(|one| match one {
        Differing::OneSide([a, b]) => format!("one side {a} {b}"),
        Differing::Kinds([a, b]) => format!("kinds {a} {b}"),
        Differing::NotRecorded(actor) => format!("not recorded {actor}"),
        Differing::NotNamed(actor) => format!("not named {actor}"),
    });
    Some(told.collect())
}

#[test]
fn who_answered_and_does_not_name_it_differs_from_who_does() {
    let mut network = one_offer();
    say(&mut network, ["b", "a"], true, &[]);
    let one_side = Some(vec!["one side a b".to_owned()]);
    assert_eq!(told(&network), one_side);
    // Who has not answered says nothing, nor who left the office open.
    place(&mut network, "a").answered = None;
    assert_eq!(told(&network), Some(Vec::new()));
    place(&mut network, "a").answered = Some(true);
    place(&mut network, "a").open = [id("y")].into();
    assert_eq!(told(&network), Some(Vec::new()));
    // Who speaks of the other, and not of the offer, has said something.
    say(&mut network, ["a", "b"], false, &[]);
    assert_eq!(told(&network), one_side);
    say(&mut network, ["a", "b"], true, &[]);
    assert_eq!(told(&network), Some(Vec::new()));
}

#[test]
fn kinds_differ_where_both_state_some() {
    let mut network = one_offer();
    say(&mut network, ["a", "b"], true, &[TieKind::Referral]);
    say(&mut network, ["b", "a"], true, &[]);
    assert_eq!(told(&network), Some(Vec::new()));
    say(&mut network, ["b", "a"], true, &[TieKind::Committee]);
    assert_eq!(told(&network), Some(vec!["kinds a b".to_owned()]));
}

#[test]
fn what_is_recorded_differs_from_what_is_reported() {
    let mut network = one_offer();
    for pair in [["b", "c"], ["c", "b"]] {
        say(&mut network, pair, true, &[]);
    }
    let both = ["not recorded c", "not named a"].map(str::to_owned);
    assert_eq!(told(&network), Some(both.to_vec()));
    // It is recorded with its office; and who has not answered is not asked for.
    let offer = network.offers.get_mut(&id("o")).expect("there");
    offer.responsible = Some(id("x"));
    place(&mut network, "a").answered = None;
    assert_eq!(told(&network), Some(Vec::new()));
}

#[test]
fn it_is_undefined_where_nobody_names_a_cooperation_on_it() {
    let mut network = one_offer();
    assert_eq!(told(&network), None);
    say(&mut network, ["a", "b"], false, &[]);
    assert_eq!(told(&network), None);
    // "No contact" is no cooperation.
    say(&mut network, ["a", "b"], true, &[]);
    let report = network.reports.values_mut().next().expect("one");
    report.strength = Strength::parse(0).ok();
    assert_eq!(told(&network), None);
    assert_eq!(differing(&network, &id("q"), &id("o")), None);
}
