//! A write is made whole, once, at the revision on which it was judged, or not at all.

use libtest_mimic::Trial;
use miteinander::domain::{Change, Edit};
use miteinander::store::{Error, Revision};

use crate::place::{Backend, Place, key, report, three_actors, trial};

pub fn trials(backend: &Backend) -> Vec<Trial> {
    vec![trial(
        backend,
        "another_revision_is_a_conflict",
        another_revision_is_a_conflict,
    )]
}

async fn another_revision_is_a_conflict(place: Place) {
    place.apply(three_actors(&place)).await;
    let change = Change::Report(Edit::add(key(&place.phases[0], "a", "c"), report(1)));
    for wrong in [Revision(0), Revision(2)] {
        let write = place.write(wrong, vec![change.clone()]);
        match place.store.apply(&write).await {
            Err(Error::Conflict {
                scope,
                expected,
                found,
            }) => {
                assert_eq!(
                    (scope, expected, found),
                    (place.scope(), wrong, Revision(1))
                );
            }
            other => panic!("no conflict but {other:?}"),
        }
    }
    let network = place.network().await;
    assert_eq!(network.reports.len(), 1);
    assert_eq!(place.revision().await, Revision(1));
    assert_eq!(
        place
            .store
            .steps(&place.scope(), None, 9)
            .await
            .expect("one")
            .len(),
        1
    );
}
