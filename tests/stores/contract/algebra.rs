//! A sequence of changes gives the same network in memory and in the store, and back.

use libtest_mimic::Trial;
use miteinander::domain::{Network, inverse};
use miteinander::store::{Cause, Head, Scope, Store};
use proptest::test_runner::{Config, TestRunner};

use crate::moves::{self, Move, legal, moves};
use crate::place::{Backend, Place, new_district, trial, write};

pub fn trials(backend: &Backend) -> Vec<Trial> {
    let cases = backend.cases;
    vec![trial(
        backend,
        "a_sequence_of_changes_is_the_same_as_in_memory",
        move |place| a_sequence_of_changes_is_the_same_as_in_memory(place, cases),
    )]
}

async fn a_sequence_of_changes_is_the_same_as_in_memory(place: Place, cases: u32) {
    let mut runner = TestRunner::new(Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    });
    let runtime = tokio::runtime::Handle::current();
    let outcome = tokio::task::block_in_place(|| {
        runner.run(&moves(), |lists| {
            runtime.block_on(same_as_in_memory(place.store.as_ref(), &lists));
            Ok(())
        })
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

async fn same_as_in_memory(store: &dyn Store, lists: &[Vec<Move>]) {
    let (district, phases) = new_district(store).await;
    let programme = moves::programme(&phases);
    let scope = Scope::District(district.clone());
    let mut network = Network::default();
    let mut head = Head::default();
    for list in lists {
        let changes = legal(&mut network, &programme, list);
        if changes.is_empty() {
            continue;
        }
        let answer = store.apply(&write(scope.clone(), head, changes)).await;
        head = answer.expect("it is legal").heads[0];
        let held = store.network(&district).await.expect("there");
        assert_eq!(held.head, head);
        assert_eq!(*held.value, network);
    }
    for step in store.steps(&scope, None, 1_000).await.expect("all") {
        let mut undo = write(scope.clone(), head, inverse(&step.changes));
        undo.stamp.cause = Cause::Undo(step.number);
        let undone = store.apply(&undo).await;
        head = undone.expect("what was done can be undone").heads[0];
    }
    let held = store.network(&district).await.expect("there");
    assert_eq!(*held.value, Network::default());
}
