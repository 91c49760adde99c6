//! Who changed what: the steps, taking one back, and a request that is repeated.

use crate::place::{Backend, Place, key, report, stamp, three_actors, trial};
use crate::planted::{Planted, additions};
use libtest_mimic::Trial;
use miteinander::domain::{Change, Edit, inverse};
use miteinander::store::{Cause, Revision, Store, Write};
use std::sync::Arc;

pub fn trials(backend: &Backend) -> Vec<Trial> {
    vec![
        trial(
            backend,
            "the_history_is_read_page_by_page",
            the_history_is_read_page_by_page,
        ),
        trial(
            backend,
            "a_step_taken_back_restores_the_network",
            a_step_taken_back_restores_the_network,
        ),
        trial(
            backend,
            "the_same_request_again_is_answered_the_same",
            the_same_request_again_is_answered_the_same,
        ),
    ]
}

async fn the_history_is_read_page_by_page(place: Place) {
    place.apply(three_actors(&place)).await;
    let key = key(&place.phases[0], "a", "c");
    let causes = [
        Cause::Seed,
        Cause::Import,
        Cause::Entry,
        Cause::Undo(Revision(4)),
    ];
    let mut written = Vec::new();
    for (n, cause) in causes.into_iter().enumerate() {
        let edit = if n % 2 == 0 {
            Edit::add(key.clone(), report(2))
        } else {
            Edit::remove(key.clone(), report(2))
        };
        let mut write = place.write(Revision(n as i64 + 1), vec![Change::Report(edit)]);
        write.stamp = stamp(cause);
        if n == 0 {
            write.stamp.by = None;
        }
        place.store.apply(&write).await.expect("it is legal");
        written.push(write);
    }
    let scope = place.scope();
    let steps = |before, limit| place.store.steps(&scope, before, limit);
    let all = steps(None, 100).await.expect("five");
    let numbers: Vec<i64> = all.iter().map(|step| step.number.0).collect();
    assert_eq!(numbers, [5, 4, 3, 2, 1]);
    for (step, write) in all.iter().rev().skip(1).zip(&written) {
        assert_eq!(step.stamp, write.stamp);
        assert_eq!(step.changes, *write.parts[0].changes);
    }
    assert_eq!(steps(None, 2).await.expect("two"), all[..2]);
    assert_eq!(steps(Some(Revision(4)), 2).await.expect("two"), all[2..4]);
    assert_eq!(steps(Some(Revision(2)), 2).await.expect("one"), all[4..]);
    assert_eq!(steps(Some(Revision(1)), 2).await.expect("none"), []);
}

async fn a_step_taken_back_restores_the_network(place: Place) {
    let planted = Planted {
        departments: 5,
        actors: 40,
        offers: 8,
        reports: 150,
        seed: 11,
    };
    let first = planted.network(&place.phases);
    let second = Planted {
        seed: 12,
        ..planted
    }
    .network(&place.phases);
    place.apply(additions(&first)).await;
    place.apply(first.diff(&second)).await;
    let latest = &place
        .store
        .steps(&place.scope(), None, 1)
        .await
        .expect("two")[0];
    let mut undo = place.write(Revision(2), inverse(&latest.changes));
    undo.stamp.cause = Cause::Undo(latest.number);
    assert_eq!(
        place.store.apply(&undo).await.expect("it is legal"),
        [Revision(3)]
    );
    assert_eq!(*place.network().await, first);
    let steps = place
        .store
        .steps(&place.scope(), None, 9)
        .await
        .expect("three");
    assert_eq!(steps.len(), 3);
    assert_eq!(steps[0].stamp.cause, Cause::Undo(Revision(2)));
    let redo = inverse(&steps[0].changes);
    place.apply(redo).await;
    assert_eq!(*place.network().await, second);
}

async fn the_same_request_again_is_answered_the_same(place: Place) {
    let first = place.write(Revision(0), three_actors(&place));
    assert_eq!(
        place.store.apply(&first).await.expect("written"),
        [Revision(1)]
    );
    assert_eq!(
        place.store.apply(&first).await.expect("known"),
        [Revision(1)]
    );
    let add = Change::Report(Edit::add(key(&place.phases[0], "a", "c"), report(2)));
    place.apply(vec![add]).await;
    // Long after others have written, and from another program.
    assert_eq!(
        place.store.apply(&first).await.expect("known"),
        [Revision(1)]
    );
    let other = place.address.open().await;
    assert_eq!(other.apply(&first).await.expect("known"), [Revision(1)]);
    assert_eq!(place.revision().await, Revision(2));
    assert_eq!(
        place
            .store
            .steps(&place.scope(), None, 9)
            .await
            .expect("two")
            .len(),
        2
    );

    // Twenty at once with one request: all are answered, one is written.
    let change = Change::Report(Edit::add(key(&place.phases[0], "b", "c"), report(2)));
    let write = Arc::new(place.write(Revision(2), vec![change]));
    let answers = at_once(&place.store, (0..20).map(|_| Arc::clone(&write))).await;
    for answer in answers {
        assert_eq!(answer.expect("written or known"), [Revision(3)]);
    }
    assert_eq!(place.revision().await, Revision(3));
}

/// Makes all writes at the same time and waits for their answers.
async fn at_once(
    store: &Arc<dyn Store>,
    writes: impl Iterator<Item = Arc<Write>>,
) -> Vec<miteinander::store::Result<Vec<Revision>>> {
    let mut tasks = tokio::task::JoinSet::new();
    for write in writes {
        let store = Arc::clone(store);
        tasks.spawn(async move { store.apply(&write).await });
    }
    tasks.join_all().await
}
