//! Who changed what: the steps, taking one back, and a request that is repeated.

use crate::place::{
    Backend, Place, id, key, new_district, report, revisions, stamp, three_actors, three_actors_in,
    trial, write,
};
use crate::planted::{Planted, additions};
use libtest_mimic::Trial;
use miteinander::domain::{Change, Edit, Subject, inverse};
use miteinander::service::Service;
use miteinander::store::{Cause, Head, Revision, Scope, Store, Write, Written};
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
            "the_history_of_one_record_is_what_touched_it",
            the_history_of_one_record_is_what_touched_it,
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
        trial(
            backend,
            "other_content_under_the_same_id_is_another_request",
            other_content_under_the_same_id_is_another_request,
        ),
        trial(
            backend,
            "the_same_id_in_another_district_is_another_request",
            the_same_id_in_another_district_is_another_request,
        ),
        trial(
            backend,
            "requests_are_forgotten_after_thirty_days",
            requests_are_forgotten_after_thirty_days,
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
        let mut write = place
            .write(Revision(n as i64 + 1), vec![Change::Report(edit)])
            .await;
        write.stamp = stamp(cause);
        if n == 0 {
            write.stamp.by = None;
        }
        place
            .store
            .apply(&write)
            .await
            .map(revisions)
            .expect("it is legal");
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

async fn the_history_of_one_record_is_what_touched_it(place: Place) {
    let phase = &place.phases[0];
    place.apply(three_actors(&place)).await;
    let [there, back] = [key(phase, "a", "c"), key(phase, "c", "a")];
    for change in [
        Edit::add(there.clone(), report(2)),
        Edit::add(key(phase, "b", "c"), report(1)),
        Edit::add(back, report(4)),
        Edit::replace(there, report(2), report(5)),
    ] {
        place.apply(vec![Change::Report(change)]).await;
    }
    let service = Service::over(Arc::clone(&place.store));
    let about = async |subject: &Subject, before: Option<i64>, limit| {
        let before = before.map(Revision);
        let past = service.steps_about(&place.district, subject, before, limit);
        let past = past.await.expect("it is read");
        let numbers: Vec<i64> = past.steps.iter().map(|step| step.number.0).collect();
        (numbers, past.older.map(|step| step.0), past.others)
    };
    let actor = Subject::Actor(id("b"));
    let (numbers, older, others) = about(&actor, None, 9).await;
    assert_eq!((numbers, older), (vec![3, 1], None));
    // The step that brought all three is told of with what it did to this one.
    assert_eq!(others[0], 0);
    assert!(others[1] > 0);
    let cooperation = Subject::Cooperation(phase.clone(), [id("c"), id("a")]);
    let (numbers, older, _) = about(&cooperation, None, 2).await;
    assert_eq!((numbers, older), (vec![5, 4], Some(4)));
    let (numbers, older, _) = about(&cooperation, older, 2).await;
    assert_eq!((numbers, older), (vec![2], None));
    let nobody = Subject::Offer(id("x"));
    assert_eq!(about(&nobody, None, 9).await, (vec![], None, vec![]));
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
    let mut undo = place.write(Revision(2), inverse(&latest.changes)).await;
    undo.stamp.cause = Cause::Undo(latest.number);
    assert_eq!(
        place
            .store
            .apply(&undo)
            .await
            .map(revisions)
            .expect("it is legal"),
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
    let first = place.write(Revision(0), three_actors(&place)).await;
    assert_eq!(
        place
            .store
            .apply(&first)
            .await
            .map(revisions)
            .expect("written"),
        [Revision(1)]
    );
    assert_eq!(
        place
            .store
            .apply(&first)
            .await
            .map(revisions)
            .expect("known"),
        [Revision(1)]
    );
    let add = Change::Report(Edit::add(key(&place.phases[0], "a", "c"), report(2)));
    place.apply(vec![add]).await;
    // Long after others have written, and from another program.
    assert_eq!(
        place
            .store
            .apply(&first)
            .await
            .map(revisions)
            .expect("known"),
        [Revision(1)]
    );
    let other = place.address.open().await;
    assert_eq!(
        other.apply(&first).await.map(revisions).expect("known"),
        [Revision(1)]
    );
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
    let write = Arc::new(place.write(Revision(2), vec![change]).await);
    let answers = at_once(&place.store, (0..20).map(|_| Arc::clone(&write))).await;
    for answer in answers {
        assert_eq!(revisions(answer.expect("written or known")), [Revision(3)]);
    }
    assert_eq!(place.revision().await, Revision(3));
}

async fn other_content_under_the_same_id_is_another_request(place: Place) {
    let first = place.write(Revision(0), three_actors(&place)).await;
    place.store.apply(&first).await.expect("written");
    let add = Change::Report(Edit::add(key(&place.phases[0], "a", "c"), report(2)));
    let mut other = place.write(Revision(1), vec![add]).await;
    other.stamp.request = first.stamp.request;
    let written = place.store.apply(&other).await.expect("written too");
    assert!(!written.before, "it was never sent before");
    assert_eq!(written.heads, [place.head().await]);
    assert_eq!(place.network().await.reports.len(), 2);
    for (write, revision) in [(&first, 1), (&other, 2)] {
        let request = write.request();
        let known = place.store.answered(&place.scope(), &request).await;
        let heads = known.expect("it answers").expect("it is known");
        assert_eq!(heads[0].revision, Revision(revision));
    }
}

async fn the_same_id_in_another_district_is_another_request(place: Place) {
    let (other, phases) = new_district(place.store.as_ref()).await;
    let first = place.write(Revision(0), three_actors(&place)).await;
    place.store.apply(&first).await.expect("written");
    let scope = Scope::District(other.clone());
    let mut second = write(scope, Head::default(), three_actors_in(&phases[0]));
    second.stamp.request = first.stamp.request;
    second.content = first.content;
    let written = place.store.apply(&second).await.expect("written too");
    assert!(!written.before);
    let held = place.store.network(&other).await.expect("there");
    assert_eq!(held.value.actors.len(), 3);
}

async fn requests_are_forgotten_after_thirty_days(place: Place) {
    let first = place.write(Revision(0), three_actors(&place)).await;
    place.store.apply(&first).await.expect("written");
    for (days, from, still_known) in [(29, "a", true), (31, "b", false)] {
        let edit = Edit::add(key(&place.phases[0], from, "c"), report(2));
        let at = place.revision().await;
        let mut later = place.write(at, vec![Change::Report(edit)]).await;
        later.stamp.at += chrono::TimeDelta::days(days);
        place.store.apply(&later).await.expect("written");
        let known = place.store.answered(&place.scope(), &first.request()).await;
        assert_eq!(
            known.expect("it answers").is_some(),
            still_known,
            "{days} days"
        );
    }
}

/// Makes all writes at the same time and waits for their answers.
async fn at_once(
    store: &Arc<dyn Store>,
    writes: impl Iterator<Item = Arc<Write>>,
) -> Vec<miteinander::store::Result<Written>> {
    let mut tasks = tokio::task::JoinSet::new();
    for write in writes {
        let store = Arc::clone(store);
        tasks.spawn(async move { store.apply(&write).await });
    }
    tasks.join_all().await
}
