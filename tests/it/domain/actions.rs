//! Whatever forms do, one after the other, can be taken back in turn.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use miteinander::domain::{
    Actor, ActorId, Change, Edit, Network, NewPlace, Party, Programme, Report, Strength, inverse,
    merge_actors, merge_departments, merging_offers, move_actor, remove_actor, remove_department,
    removing_cooperation, removing_offer, reporting,
};
use miteinander::service::{
    Meant, QuickJudged, QuickLine, TieSaid, WhoForm, WhoSaid, clear_lines, merged,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;

use super::moves::{self, Move, a_move, legal, moves};
use super::{a_department, a_membership, an_actor, an_offer, id, text, two_phases};

/// Something that a page's form may do, by the numbers of what it is about.
#[derive(Debug, Clone)]
enum Act {
    /// Adds, corrects or removes records of any kind, as the forms of one record do.
    Save(Vec<Move>),
    /// Any of the others.
    Other(Other),
}

#[derive(Debug, Clone, Copy)]
struct Other {
    kind: u8,
    a: usize,
    b: usize,
    strength: u8,
}

/// The kinds of other actions.
const KINDS: u8 = 11;

/// What a side says of a cooperation: the one of them that may be refused, as it asks for no place of its two ends.
const REPORT: u8 = 3;

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let other = (0..KINDS, 0..4usize, 0..4usize, 0..7u8);
    let other = other.prop_map(|(kind, a, b, strength)| {
        Act::Other(Other {
            kind,
            a,
            b,
            strength,
        })
    });
    let save = proptest::collection::vec(a_move(), 1..4).prop_map(Act::Save);
    proptest::collection::vec(prop_oneof![1 => save, 3 => other], 1..12)
}

impl Act {
    /// The changes that its form makes of what stands; none where it makes none.
    fn changes(&self, network: &Network, programme: &Programme) -> Vec<Change> {
        match self {
            Self::Save(moves) => legal(&mut network.clone(), programme, moves),
            Self::Other(other) => other.changes(network, programme),
        }
    }

    fn may_be_refused(&self) -> bool {
        matches!(self, Self::Other(other) if other.kind == REPORT)
    }
}

impl Other {
    fn changes(self, network: &Network, programme: &Programme) -> Vec<Change> {
        let offers = [self.a, self.b].map(|n| id(&format!("angebot-{n}")));
        let ends = [self.a, self.b].map(|n| id(&format!("f-{n}")));
        let offices = [self.a, self.b].map(|n| id(&format!("amt-{n}")));
        let phase = &two_phases()[0];
        let strength = Strength::parse(self.strength.into()).ok();
        let reshaped = match self.kind {
            0 => return removing_offer(network, &offers[0]),
            1 => return merging_offers(network, &offers[0], &offers[1]).unwrap_or_default(),
            2 => return removing_cooperation(network, phase, &ends),
            REPORT => {
                let report = Report {
                    strength,
                    ..Report::default()
                };
                return reporting(network, phase, &ends, report);
            }
            4 => remove_actor(network, &ends[0]),
            5 => merge_actors(network, &ends[0], &ends[1], NaiveDate::MIN),
            6 => remove_department(network, &offices[0]),
            7 => merge_departments(network, &offices[0], &offices[1]),
            8 => return quick(network, self),
            9 => return who(network, &ends, strength),
            _ => {
                let to = NewPlace {
                    department: offices[1].clone(),
                    section: None,
                };
                move_actor(network, programme, &ends[0], (&to, phase))
            }
        };
        reshaped.map(|one| one.changes).unwrap_or_default()
    }
}

/// Lines of the quick entry: of two that are known, of one that is new, and one to be cleared up.
fn quick(network: &Network, act: Other) -> Vec<Change> {
    let Other { a, b, strength, .. } = act;
    let office = network.departments.keys().next();
    let lines = [
        format!("Funktion {a} – Funktion {b}, {strength}, Vermittlung"),
        format!("Funktion {a} – Elterncafé {b}, {strength}"),
        format!("Elterncafé {b} – Funktion {b}, 2"),
        format!("Irgendwer {a}"),
    ];
    let lines = lines.into_iter().enumerate().map(|(at, text)| QuickLine {
        text,
        to: office.filter(|_| at == 1).cloned().map(Meant::New),
        open: at == 3,
        ..QuickLine::default()
    });
    let phase = &two_phases()[0];
    let clear = clear_lines(network, phase, NaiveDate::MIN, lines.collect());
    assert!(clear.iter().all(QuickJudged::is_settled));
    let points = &network.open_points;
    let free = (0..).map(|n| id(&format!("zeile-{n}")));
    let mut free = free.filter(|id| !points.contains_key(id));
    let mut draw = || free.next().expect("numbers do not end");
    clear
        .iter()
        .flat_map(|one| one.changes(&mut draw))
        .collect()
}

/// The form on which one function says with whom it works, filled from what stands.
fn who(network: &Network, ends: &[ActorId; 2], strength: Option<Strength>) -> Vec<Change> {
    let [actor, other] = ends;
    let phase = &two_phases()[0];
    let stands = |one: &ActorId| {
        let key = (one.clone(), phase.clone());
        network.memberships.contains_key(&key)
    };
    if actor == other || !stands(actor) || !stands(other) {
        return Vec::new();
    }
    let seen = WhoSaid::standing(network, actor, phase);
    let said = TieSaid {
        strength,
        binding: Some(true),
    };
    let form = WhoForm {
        actor: actor.clone(),
        phase: phase.clone(),
        typed: WhoSaid {
            ties: BTreeMap::from([(other.clone(), said)]),
            open: network.departments.keys().take(1).cloned().collect(),
        },
        seen,
    };
    merged(network, &form).expect("nobody else writes")
}

/// Four of each, and three that report.
fn full() -> Vec<Change> {
    let phase = &two_phases()[0];
    let mut changes = Vec::new();
    for n in 0..4 {
        let (actor, office) = (format!("f-{n}"), format!("amt-{n}"));
        let named = Actor {
            name: text(&format!("Funktion {n}")),
            ..an_actor()
        };
        let department = a_department(&format!("Amt {n}"));
        let offer = an_offer(Party::Actor(id(&actor)));
        changes.extend([
            Change::Department(Edit::add(id(&office), department)),
            Change::Actor(Edit::add(id(&actor), named)),
            Change::Membership(Edit::add(
                (id(&actor), phase.clone()),
                a_membership(&office),
            )),
            Change::Offer(Edit::add(id(&format!("angebot-{n}")), offer).into()),
        ]);
    }
    for (from, to) in [("f-0", "f-1"), ("f-1", "f-0"), ("f-2", "f-3")] {
        let mut report = Report::default();
        report.offers.insert(id("angebot-0"));
        let key = (phase.clone(), id(from), id(to));
        changes.push(Change::Report(Edit::add(key, report)));
    }
    changes
}

/// A district in which every action finds something, and what random moves make of it.
fn world(lists: &[Vec<Move>]) -> (Programme, Network) {
    let programme = moves::programme(&two_phases());
    let mut network = Network::default();
    let made = network.apply(&programme, &full());
    made.expect("it is legal");
    for list in lists {
        legal(&mut network, &programme, list);
    }
    (programme, network)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_series_of_form_actions_undone_in_turn_gives_the_first_network(lists in moves(), acts in acts()) {
        let (programme, before) = world(&lists);
        let mut network = before.clone();
        let mut done = Vec::new();
        for act in acts {
            let changes = act.changes(&network, &programme);
            match network.apply(&programme, &changes) {
                Ok(()) => done.push(changes),
                Err(refused) => prop_assert!(act.may_be_refused(), "{} of {:?}", refused, act),
            }
        }
        for changes in done.iter().rev() {
            prop_assert_eq!(network.apply(&programme, &inverse(changes)), Ok(()));
        }
        prop_assert_eq!(network, before);
    }
}

/// The property above would say little of an action that never does anything.
#[test]
fn each_form_action_does_something() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut did = [0_usize; KINDS as usize];
    for _ in 0..30 {
        let lists = moves().new_tree(&mut runner).expect("a list").current();
        let (programme, network) = world(&lists);
        for (kind, count) in (0..KINDS).zip(&mut did) {
            let pairs = (0..4).flat_map(|a| (0..4).map(move |b| (a, b)));
            let acts = pairs.map(|(a, b)| Other {
                kind,
                a,
                b,
                strength: 3,
            });
            let done = acts.filter(|act| !act.changes(&network, &programme).is_empty());
            *count += done.count();
        }
    }
    assert!(did.iter().all(|count| *count > 20), "{did:?}");
}
