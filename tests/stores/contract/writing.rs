//! A write is made whole, at the revision on which it was judged, or not at all.

use crate::place::{
    Backend, Place, department, key, report, revisions, stamp, text, three_actors, trial, writing,
};
use libtest_mimic::Trial;
use miteinander::domain::{Change, Edit};
use miteinander::store::{Cause, Error, Head, Revision};

pub fn trials(backend: &Backend) -> Vec<Trial> {
    vec![
        trial(
            backend,
            "another_revision_is_a_conflict",
            another_revision_is_a_conflict,
        ),
        trial(
            backend,
            "the_order_within_a_list_does_not_matter",
            the_order_within_a_list_does_not_matter,
        ),
        trial(
            backend,
            "a_part_without_changes_asserts_its_revision",
            a_part_without_changes_asserts_its_revision,
        ),
    ]
}

async fn another_revision_is_a_conflict(place: Place) {
    place.apply(three_actors(&place)).await;
    let change = Change::Report(Edit::add(key(&place.phases[0], "a", "c"), report(1)));
    for wrong in [Revision(0), Revision(2)] {
        let write = place.write(wrong, vec![change.clone()]).await;
        match place.store.apply(&write).await {
            Err(Error::Conflict {
                scope,
                expected,
                found,
            }) => {
                assert_eq!(
                    (scope, expected, found),
                    (place.scope(), write.parts[0].expected, place.head().await)
                );
            }
            other => panic!("no conflict but {other:?}"),
        }
    }
    assert_eq!(place.network().await.reports.len(), 1);
    assert_eq!(place.revision().await, Revision(1));
    let steps = place
        .store
        .steps(&place.scope(), None, 9)
        .await
        .expect("one");
    assert_eq!(steps.len(), 1);
}

async fn the_order_within_a_list_does_not_matter(place: Place) {
    let mut changes = three_actors(&place);
    changes.reverse();
    place.apply(changes).await;
    let before = place.network().await;
    assert_eq!(before.reports.len(), 1);

    // Two departments swap their names, and the old one goes while its actors move.
    let (old, old_record) = department("Jugendamt");
    let (new, mut new_record) = department("Gesundheitsamt");
    let mut changes = vec![
        Change::Department(Edit::remove(old.clone(), old_record.clone())),
        Change::Department(Edit::add(new.clone(), new_record.clone())),
    ];
    for (key, membership) in &before.memberships {
        let mut moved = membership.clone();
        moved.department = new.clone();
        changes.push(Change::Membership(Edit::replace(
            key.clone(),
            membership.clone(),
            moved,
        )));
    }
    changes.push(Change::Department(Edit::add(
        old.clone(),
        old_record.clone(),
    )));
    let (mut swapped_new, mut swapped_old) = (new_record.clone(), old_record.clone());
    std::mem::swap(&mut swapped_new.name, &mut swapped_old.name);
    new_record.short_name = Some(text("GA"));
    changes.push(Change::Department(Edit::replace(
        new.clone(),
        department("Gesundheitsamt").1,
        new_record.clone(),
    )));
    changes.push(Change::Department(Edit::replace(
        new.clone(),
        new_record,
        swapped_new.clone(),
    )));
    changes.push(Change::Department(Edit::replace(
        old.clone(),
        old_record,
        swapped_old.clone(),
    )));
    let mut expected = (*before).clone();
    expected
        .apply(&place.programme(), &changes)
        .expect("it is legal");
    place.apply(changes).await;
    let network = place.network().await;
    assert_eq!(*network, expected);
    assert_eq!(network.departments[&new], swapped_new);
    assert_eq!(network.departments[&old], swapped_old);
}

async fn a_part_without_changes_asserts_its_revision(place: Place) {
    place.apply(three_actors(&place)).await;
    let nothing = place.write(Revision(1), Vec::new()).await;
    assert_eq!(
        place
            .store
            .apply(&nothing)
            .await
            .map(revisions)
            .expect("it stands"),
        [Revision(1)]
    );
    let late = place.write(Revision(0), Vec::new()).await;
    let error = place.store.apply(&late).await.expect_err("it is at 1");
    assert!(
        matches!(
            error,
            Error::Conflict {
                found: Head {
                    revision: Revision(1),
                    ..
                },
                ..
            }
        ),
        "{error}"
    );
    assert_eq!(
        place
            .store
            .steps(&place.scope(), None, 9)
            .await
            .expect("one")
            .len(),
        1
    );
    let empty = writing(stamp(Cause::Entry), Vec::new());
    assert_eq!(
        place
            .store
            .apply(&empty)
            .await
            .map(revisions)
            .expect("nothing to do"),
        []
    );
}
