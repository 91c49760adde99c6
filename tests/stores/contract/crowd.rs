//! Many at once: writers, readers, and people who close the page before the answer.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use libtest_mimic::Trial;
use miteinander::domain::{Change, Edit, Refusal, ReportKey};
use miteinander::service::{self, Entry, Service};
use miteinander::store::{Cause, Error, Request, Revision};
use tokio::sync::Barrier;
use tokio::task::JoinSet;

use crate::place::{
    Backend, Place, WHOLE_STORE, add_actor, id, key, report, revisions, stamp, three_actors, trial,
};
use crate::planted::{Planted, additions};

pub fn trials(backend: &Backend) -> Vec<Trial> {
    vec![
        trial(
            backend,
            "of_twenty_writers_one_wins_each_revision",
            of_twenty_writers_one_wins_each_revision,
        ),
        trial(
            backend,
            "forty_writers_of_two_instances_are_all_written",
            forty_writers_of_two_instances_are_all_written,
        ),
        trial(
            backend,
            "who_changes_what_another_has_changed_is_refused",
            who_changes_what_another_has_changed_is_refused,
        ),
        trial(
            backend,
            "a_reader_never_sees_half_a_change",
            a_reader_never_sees_half_a_change,
        ),
        trial(
            backend,
            "dropped_requests_hold_nobody_up",
            dropped_requests_hold_nobody_up,
        ),
    ]
}

async fn of_twenty_writers_one_wins_each_revision(place: Place) {
    const WRITERS: usize = 20;
    place.apply(three_actors(&place)).await;
    let place = Arc::new(place);
    let together = Arc::new(Barrier::new(WRITERS));
    let mut writers = JoinSet::new();
    for n in 0..WRITERS {
        let (place, together) = (Arc::clone(&place), Arc::clone(&together));
        writers.spawn(async move {
            let name = format!("w-{n}");
            let mut changes = add_actor(&name, &id("jugendamt"), &place.phases[0]);
            let key = key(&place.phases[0], &name, "a");
            changes.push(Change::Report(Edit::add(key, report(2))));
            let first = place.write(Revision(1), changes.clone()).await;
            together.wait().await;
            let mut answer = place.store.apply(&first).await;
            let at_first = answer.is_ok();
            loop {
                match answer {
                    Ok(written) => return (written.heads[0].revision, at_first),
                    Err(Error::Conflict { .. }) => {}
                    Err(error) => panic!("{error}"),
                }
                let write = place.write(place.revision().await, changes.clone()).await;
                answer = place.store.apply(&write).await;
            }
        });
    }
    let answers = writers.join_all().await;
    assert_eq!(answers.iter().filter(|(_, at_first)| *at_first).count(), 1);
    let won: BTreeSet<Revision> = answers.iter().map(|(revision, _)| *revision).collect();
    let all: BTreeSet<Revision> = (2..2 + WRITERS as i64).map(Revision).collect();
    assert_eq!(won, all);
    let network = place.network().await;
    assert_eq!(
        (network.actors.len(), network.reports.len()),
        (3 + WRITERS, 1 + WRITERS)
    );
    let steps = place
        .store
        .steps(&place.scope(), None, 99)
        .await
        .expect("all");
    assert_eq!(steps.len(), 1 + WRITERS);
}

/// A service on a connection of its own to the store.
async fn instance(place: &Place) -> Arc<Service> {
    Arc::new(Service::over(place.address.open().await))
}

fn entry(place: &Place, network: Vec<Change>) -> Entry {
    Entry {
        district: place.district.clone(),
        programme: Vec::new(),
        network,
        contacts: Default::default(),
        by: miteinander::domain::Author::Program,
        cause: Cause::Entry,
        at: stamp(Cause::Entry).at,
        request: Request::once(),
    }
}

async fn forty_writers_of_two_instances_are_all_written(place: Place) {
    const WRITERS: usize = 40;
    place.apply(three_actors(&place)).await;
    let instances = [instance(&place).await, instance(&place).await];
    let mut writers = JoinSet::new();
    for n in 0..WRITERS {
        let service = Arc::clone(&instances[n % 2]);
        let actor = add_actor(&format!("w-{n}"), &id("jugendamt"), &place.phases[0]);
        let entry = entry(&place, actor);
        writers.spawn(async move { service.enter(entry).await });
    }
    let answers = writers.join_all().await;
    let refused: Vec<_> = answers
        .iter()
        .filter_map(|one| one.as_ref().err())
        .collect();
    assert!(
        refused.is_empty(),
        "{} of {WRITERS}: {}",
        refused.len(),
        refused[0]
    );
    let won: BTreeSet<Revision> = answers.into_iter().flatten().collect();
    assert_eq!(won, (2..2 + WRITERS as i64).map(Revision).collect());
    assert_eq!(place.network().await.actors.len(), 3 + WRITERS);
    // What each instance holds by itself is what the store holds.
    for service in instances {
        let view = service.view(&place.district).await.expect("it stands");
        assert_eq!(view.network, place.network().await);
    }
}

async fn who_changes_what_another_has_changed_is_refused(place: Place) {
    place.apply(three_actors(&place)).await;
    let instances = [instance(&place).await, instance(&place).await];
    let change = |strength| {
        let key = key(&place.phases[0], "a", "b");
        vec![Change::Report(Edit::replace(
            key,
            report(3),
            report(strength),
        ))]
    };
    let first = entry(&place, change(4));
    instances[0].enter(first.clone()).await.expect("the first");
    let late = instances[1].enter(entry(&place, change(5))).await;
    assert!(
        matches!(&late, Err(service::Error::Refused(refused)) if refused.refusal == Refusal::Differs),
        "{late:?}"
    );
    // The first again is no conflict: it was written.
    let again = instances[1].enter(first).await.expect("it is known");
    assert_eq!(again, Revision(2));
}

async fn a_reader_never_sees_half_a_change(place: Place) {
    const READS: usize = 1_000;
    const PAUSE: Duration = Duration::from_millis(50);
    // A backup or a change of phases beside it locks all districts for seconds.
    let _with_others = WHOLE_STORE.read().await;
    let planted = Planted {
        departments: 6,
        actors: 60,
        offers: 12,
        reports: 200,
        seed: 21,
    };
    let odd = planted.network(&place.phases);
    let even = Planted {
        seed: 22,
        ..planted
    }
    .network(&place.phases);
    place.apply(additions(&odd)).await;
    let place = Arc::new(place);
    let enough = Arc::new(AtomicBool::new(false));
    let writer = {
        let (place, enough) = (Arc::clone(&place), Arc::clone(&enough));
        let there_and_back = [odd.diff(&even), even.diff(&odd)];
        tokio::spawn(async move {
            let mut at = Revision(1);
            while !enough.load(Ordering::Relaxed) {
                let changes = there_and_back[(at.0 as usize + 1) % 2].clone();
                let write = place.write(at, changes).await;
                at = place
                    .store
                    .apply(&write)
                    .await
                    .map(revisions)
                    .expect("the only writer")[0];
                // Behind one lock a writer without a pause leaves a server's readers waiting.
                tokio::time::sleep(PAUSE).await;
            }
            at
        })
    };
    let reads = Arc::new(AtomicUsize::new(0));
    let unanswered = Arc::new(AtomicUsize::new(0));
    let mut readers = JoinSet::new();
    for _ in 0..4 {
        let (place, reads) = (Arc::clone(&place), Arc::clone(&reads));
        let unanswered = Arc::clone(&unanswered);
        let (odd, even) = (odd.clone(), even.clone());
        readers.spawn(async move {
            let mut seen = BTreeSet::new();
            while reads.fetch_add(1, Ordering::Relaxed) < READS
                && unanswered.load(Ordering::Relaxed) <= READS / 100
            {
                let held = match place.store.network(&place.district).await {
                    Ok(held) => held,
                    // Where one writes without a pause, a server may let somebody wait too long, and that is said.
                    Err(Error::Unreachable(_)) => {
                        unanswered.fetch_add(1, Ordering::Relaxed);
                        continue;
                    }
                    Err(error) => panic!("{error}"),
                };
                let whole = if held.head.revision.0 % 2 == 1 {
                    &odd
                } else {
                    &even
                };
                assert!(
                    *held.value == *whole,
                    "half a change at {:?}",
                    held.head.revision
                );
                assert!(
                    seen.last().is_none_or(|last| *last <= held.head.revision),
                    "back in time"
                );
                seen.insert(held.head.revision);
            }
            seen
        });
    }
    let seen: BTreeSet<Revision> = readers.join_all().await.into_iter().flatten().collect();
    enough.store(true, Ordering::Relaxed);
    let last = writer.await.expect("the writer ends");
    let unanswered = unanswered.load(Ordering::Relaxed);
    assert!(unanswered <= READS / 100, "{unanswered} unanswered");
    assert!(
        last.0 > 10 && seen.len() > 5,
        "{last:?} written, {} of them seen",
        seen.len()
    );
}

async fn dropped_requests_hold_nobody_up(place: Place) {
    const REQUESTS: u64 = 200;
    place.apply(three_actors(&place)).await;
    let pair: [ReportKey; 2] = [
        key(&place.phases[0], "b", "c"),
        key(&place.phases[0], "c", "b"),
    ];
    // How long a write takes here, so that the drops fall before, into and after it.
    let begun = Instant::now();
    place
        .apply(
            pair.iter()
                .map(|key| Change::Report(Edit::add(key.clone(), report(0))))
                .collect(),
        )
        .await;
    let usual = begun.elapsed().max(Duration::from_millis(1));
    for n in 0..REQUESTS {
        let network = place.network().await;
        let changes = pair
            .iter()
            .map(|key| {
                let before = network.reports[key].clone();
                Change::Report(Edit::replace(key.clone(), before, report(n as i64 % 5 + 1)))
            })
            .collect();
        // The revision may be an older one by now: then the write is a conflict, which nobody waits for either.
        let write = place.write(place.revision().await, changes).await;
        let patience = usual.mul_f64((n * 37 % 100) as f64 / 60.0);
        if n % 2 == 0 {
            let _ = tokio::time::timeout(patience, place.store.apply(&write)).await;
        } else {
            let read = place.store.network(&place.district);
            let _ = tokio::time::timeout(patience, read).await;
        }
    }
    let begun = Instant::now();
    let mut revision = place.revision().await;
    loop {
        let report = Change::Report(Edit::add(key(&place.phases[0], "a", "c"), report(5)));
        match place
            .store
            .apply(&place.write(revision, vec![report]).await)
            .await
        {
            Ok(written) => break revision = written.heads[0].revision,
            Err(Error::Conflict { found, .. }) => revision = found.revision,
            Err(error) => panic!("{error}"),
        }
    }
    let waited = begun.elapsed();
    assert!(
        waited < usual * 20 + Duration::from_secs(1),
        "the next writer waited {waited:?}"
    );
    let network = place.network().await;
    assert_eq!(
        network.reports[&pair[0]], network.reports[&pair[1]],
        "half a change"
    );
    let steps = place
        .store
        .steps(&place.scope(), None, 1_000)
        .await
        .expect("all");
    assert_eq!(steps.len() as i64, revision.0);
    assert!(
        revision.0 > 3,
        "some of the dropped requests were written all the same"
    );
}
