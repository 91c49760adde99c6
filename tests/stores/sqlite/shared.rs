//! One file, several programs; and a person who looks into it with sqlite3.

use std::collections::BTreeSet;
use std::future::ready;
use std::sync::Arc;

use libtest_mimic::Trial;
use miteinander::domain::{Change, Edit, TieKind};
use miteinander::store::{Error, Revision, open};
use tokio::runtime::Runtime;
use tokio::sync::Barrier;
use tokio::task::{JoinSet, spawn_blocking};

use super::{file, outside};
use crate::place::{
    Backend, Place, add_actor, department, id, key, report, revisions, text, three_actors, trial,
    write,
};

pub fn trials(backend: &Backend) -> Vec<Trial> {
    vec![
        trial(
            backend,
            "programs_that_make_a_file_at_once_make_one_store",
            programs_that_make_a_file_at_once_make_one_store,
        ),
        trial(
            backend,
            "two_programs_write_to_one_file",
            two_programs_write_to_one_file,
        ),
        trial(
            backend,
            "a_program_waits_for_another_and_then_says_busy",
            a_program_waits_for_another_and_then_says_busy,
        ),
        trial(
            backend,
            "a_person_reads_the_rows_with_sqlite3",
            a_person_reads_the_rows_with_sqlite3,
        ),
        trial(
            backend,
            "two_departments_of_one_name_are_refused",
            two_departments_of_one_name_are_refused,
        ),
        trial(
            backend,
            "a_store_dropped_amid_a_read_leaves_no_log",
            a_store_dropped_amid_a_read_leaves_no_log,
        ),
    ]
}

async fn a_store_dropped_amid_a_read_leaves_no_log(place: Place) {
    let kept = file(&place).with_file_name("neu.db");
    let url = format!("sqlite:{}", kept.display());
    let log = kept.with_extension("db-wal");
    let amid_a_read = move || {
        let runtime = Runtime::new().expect("the system gives threads");
        runtime.block_on(async {
            let store = open(&url, None).await.expect("it opens");
            store.programme().await.expect("it answers");
            // Begun, and left to itself.
            for _ in 0..4 {
                tokio::select! {
                    biased;
                    _ = store.faults() => {}
                    () = ready(()) => {}
                }
            }
        });
        // Waits for what still runs.
        drop(runtime);
        assert!(!log.exists());
    };
    spawn_blocking(amid_a_read).await.expect("no log is left");
}

async fn programs_that_make_a_file_at_once_make_one_store(place: Place) {
    const PROGRAMS: usize = 8;
    let url = format!("sqlite:{}", file(&place).with_file_name("neu.db").display());
    let together = Arc::new(Barrier::new(PROGRAMS));
    let mut programs = JoinSet::new();
    for _ in 0..PROGRAMS {
        let (url, together) = (url.clone(), Arc::clone(&together));
        programs.spawn(async move {
            together.wait().await;
            let store = open(&url, None).await.expect("it opens");
            store.programme().await.expect("it answers").head.revision
        });
    }
    assert_eq!(programs.join_all().await, [Revision(0); PROGRAMS]);
}

async fn two_programs_write_to_one_file(place: Place) {
    const WRITES: i64 = 40;
    place.apply(three_actors(&place)).await;
    let other = place.address.open().await;
    let place = Arc::new(place);
    let mut programs = JoinSet::new();
    for (name, store) in [("x", Arc::clone(&place.store)), ("y", other)] {
        let place = Arc::clone(&place);
        programs.spawn(async move {
            let mut won = BTreeSet::new();
            for n in 0..WRITES {
                let changes = add_actor(&format!("{name}{n}"), &id("jugendamt"), &place.phases[0]);
                let mut expected = store.head(&place.scope()).await.expect("there");
                loop {
                    match store
                        .apply(&write(place.scope(), expected, changes.clone()))
                        .await
                    {
                        Ok(written) => {
                            won.insert(written.heads[0].revision);
                            break;
                        }
                        Err(Error::Conflict { found, .. }) => expected = found,
                        Err(error) => panic!("{error}"),
                    }
                }
            }
            won
        });
    }
    let won: Vec<BTreeSet<Revision>> = programs.join_all().await;
    let all: BTreeSet<Revision> = won.iter().flatten().copied().collect();
    assert_eq!(all, (2..2 + 2 * WRITES).map(Revision).collect());
    assert!(won[0].is_disjoint(&won[1]));
    assert_eq!(place.network().await.actors.len() as i64, 3 + 2 * WRITES);
}

async fn a_program_waits_for_another_and_then_says_busy(place: Place) {
    place.apply(three_actors(&place)).await;
    let other = outside(&file(&place));
    other
        .execute_batch("BEGIN IMMEDIATE")
        .expect("it holds the file");
    let change = Change::Report(Edit::add(key(&place.phases[0], "a", "c"), report(2)));
    let write = place.write(Revision(1), vec![change]).await;
    let (answer, network) = tokio::join!(place.store.apply(&write), place.network());
    let error = answer.expect_err("the other holds it");
    assert!(matches!(error, Error::Busy(_)), "{error}");
    assert_eq!(network.reports.len(), 1, "who only reads is not held up");
    other.execute_batch("ROLLBACK").expect("it lets go");
    assert_eq!(
        place
            .store
            .apply(&write)
            .await
            .map(revisions)
            .expect("free again"),
        [Revision(2)]
    );
}

async fn a_person_reads_the_rows_with_sqlite3(place: Place) {
    let mut changes = three_actors(&place);
    let mut more = report(4);
    more.kinds = [TieKind::Referral, TieKind::JointOffer].into();
    changes.push(Change::Report(Edit::add(
        key(&place.phases[0], "b", "a"),
        more,
    )));
    place.apply(changes).await;
    let connection = outside(&file(&place));
    let mut statement = connection
        .prepare("SELECT from_id || ' ' || to_id || ' ' || strength || ' ' || kinds FROM report ORDER BY 1")
        .expect("the columns that the README names");
    let rows: Vec<String> = statement
        .query_map([], |row| row.get(0))
        .expect("rows")
        .map(|row| row.expect("a row"))
        .collect();
    assert_eq!(rows, ["a b 3 ", "b a 4 referral joint_offer"]);
    let sound: String = connection
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .expect("an answer");
    assert_eq!(sound, "ok");
}

/// A rule that this store alone can hold without an index over names of 4,000 characters.
async fn two_departments_of_one_name_are_refused(place: Place) {
    let (one, record) = department("Jugendamt");
    let twice = vec![
        Change::Department(Edit::add(one, record.clone())),
        Change::Department(Edit::add(id("anderes"), record)),
    ];
    let error = place
        .store
        .apply(&place.write(Revision(0), twice).await)
        .await;
    assert!(matches!(error, Err(Error::Violated(_))), "{error:?}");
    assert_eq!(place.revision().await, Revision(0));
    let mut other = department("Gesundheitsamt").1;
    other.short_name = Some(text("Jugendamt"));
    place
        .apply(vec![Change::Department(Edit::add(id("anderes"), other))])
        .await;
}
