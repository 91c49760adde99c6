//! What is merged, moved and removed comes back the same from every store, and is taken back as one step.

use chrono::NaiveDate;
use libtest_mimic::Trial;
use miteinander::domain::{
    ActorId, Change, DepartmentId, Network, NewPlace, Programme, Reshaped, inverse, merge_actors,
    merge_departments, move_actor, remove_actor, remove_department,
};
use miteinander::store::{Cause, Head, Scope, Store};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::moves::{self, legal, moves};
use crate::place::{Backend, Place, new_district, trial, write};

/// How many random districts are reshaped.
const DISTRICTS: usize = 4;

pub fn trials(backend: &Backend) -> Vec<Trial> {
    vec![trial(
        backend,
        "what_is_reshaped_is_the_same_as_in_memory_and_comes_back",
        what_is_reshaped_is_the_same_as_in_memory_and_comes_back,
    )]
}

async fn what_is_reshaped_is_the_same_as_in_memory_and_comes_back(place: Place) {
    let mut runner = TestRunner::deterministic();
    let mut done = 0;
    for _ in 0..DISTRICTS {
        let lists = moves().new_tree(&mut runner).expect("a list").current();
        let (district, phases) = new_district(place.store.as_ref()).await;
        let programme = moves::programme(&phases);
        let mut network = Network::default();
        let changes = legal(&mut network, &programme, &lists.concat());
        if changes.is_empty() {
            continue;
        }
        let scope = Scope::District(district.clone());
        let first = write(scope.clone(), Head::default(), changes);
        let answer = place.store.apply(&first).await;
        let mut head = answer.expect("it is legal").heads[0];
        for reshaped in all(&network, &programme) {
            head = there_and_back(
                place.store.as_ref(),
                (&scope, head),
                (&network, &programme),
                reshaped,
            )
            .await;
            done += 1;
        }
    }
    assert!(done > 4, "only {done} were reshaped");
}

/// One of each kind, as far as the network has what it takes.
fn all(network: &Network, programme: &Programme) -> Vec<Vec<Change>> {
    let actors: Vec<&ActorId> = network.actors.keys().collect();
    let departments: Vec<&DepartmentId> = network.departments.keys().collect();
    let mut all: Vec<Option<Reshaped>> = Vec::new();
    if let [a, b, ..] = actors[..] {
        all.push(merge_actors(network, a, b, NaiveDate::default()));
        all.push(remove_actor(network, b));
    }
    if let [a, b, ..] = departments[..] {
        all.push(merge_departments(network, a, b));
        all.push(remove_department(network, a));
        let place = NewPlace {
            department: b.clone(),
            section: None,
        };
        let first = programme.phases_in_order()[0].0;
        let moved = actors
            .iter()
            .map(|actor| move_actor(network, programme, actor, (&place, first)));
        all.extend(moved);
    }
    let changes = all.into_iter().flatten().map(|reshaped| reshaped.changes);
    changes.filter(|changes| !changes.is_empty()).collect()
}

async fn there_and_back(
    store: &dyn Store,
    (scope, head): (&Scope, Head),
    (network, programme): (&Network, &Programme),
    changes: Vec<Change>,
) -> Head {
    let Scope::District(district) = scope else {
        panic!("a district")
    };
    let mut next = network.clone();
    next.apply(programme, &changes).expect("it is legal");
    let made = store
        .apply(&write(scope.clone(), head, changes.clone()))
        .await;
    let made = made.expect("it is legal").heads[0];
    let held = store.network(district).await.expect("there");
    assert_eq!(*held.value, next);
    let step = store.steps(scope, None, 1).await.expect("one").remove(0);
    let mut undo = write(scope.clone(), made, inverse(&step.changes));
    undo.stamp.cause = Cause::Undo(step.number);
    let undone = store.apply(&undo).await;
    let undone = undone.expect("what was done can be undone").heads[0];
    let held = store.network(district).await.expect("there");
    assert_eq!(*held.value, *network);
    undone
}
