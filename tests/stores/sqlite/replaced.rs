//! The file moved away, replaced or brought back from a copy while a program has it open, or while none has.

use std::fs;
use std::path::Path;

use libtest_mimic::Trial;
use miteinander::domain::{Change, Edit};
use miteinander::store::{AddressFault, Error, Write, open};

use super::{file, fresh};
use crate::place::{Backend, Place, key, report, three_actors, trial, write};

pub fn trials(backend: &Backend) -> Vec<Trial> {
    vec![
        trial(
            backend,
            "a_file_that_is_gone_or_another_one_is_not_written_to",
            a_file_that_is_gone_or_another_one_is_not_written_to,
        ),
        trial(
            backend,
            "a_file_written_over_in_place_is_not_written_to",
            a_file_written_over_in_place_is_not_written_to,
        ),
        trial(
            backend,
            "the_log_of_one_file_is_not_taken_into_another",
            the_log_of_one_file_is_not_taken_into_another,
        ),
        trial(
            backend,
            "a_log_left_by_a_killed_program_is_taken_in",
            a_log_left_by_a_killed_program_is_taken_in,
        ),
        trial(
            backend,
            "a_copy_made_before_a_restart_is_not_taken_for_the_file",
            a_copy_made_before_a_restart_is_not_taken_for_the_file,
        ),
        trial(
            backend,
            "a_file_whose_log_was_removed_is_not_written_to",
            a_file_whose_log_was_removed_is_not_written_to,
        ),
        trial(
            backend,
            "a_store_behind_a_link_is_guarded_like_any",
            a_store_behind_a_link_is_guarded_like_any,
        ),
        trial(
            backend,
            "closing_leaves_a_file_alone_that_was_put_in_its_place",
            closing_leaves_a_file_alone_that_was_put_in_its_place,
        ),
        trial(
            backend,
            "a_log_without_its_file_is_left_as_it_is",
            a_log_without_its_file_is_left_as_it_is,
        ),
        trial(
            backend,
            "an_empty_file_is_not_taken_for_a_new_store",
            an_empty_file_is_not_taken_for_a_new_store,
        ),
    ]
}

/// A report that nobody has entered yet.
pub async fn one_more(place: &Place) -> Write {
    let change = Change::Report(Edit::add(key(&place.phases[0], "a", "c"), report(2)));
    place.write(place.revision().await, vec![change]).await
}

#[track_caller]
fn is_replaced<T: std::fmt::Debug>(answer: Result<T, Error>) {
    assert!(
        matches!(&answer, Err(Error::Replaced(said)) if said.file.is_some()),
        "{answer:?}"
    );
}

/// A closed store of its own, as a file.
async fn another_store() -> Place {
    let other = Place::new(fresh()).await;
    other.apply(three_actors(&other)).await;
    other.store.close().await;
    other
}

async fn a_file_that_is_gone_or_another_one_is_not_written_to(place: Place) {
    place.apply(three_actors(&place)).await;
    place.store.ready().await.expect("it is there");
    let (path, away) = (file(&place), file(&place).with_extension("away"));
    let write = one_more(&place).await;
    fs::rename(&path, &away).expect("moved");
    is_replaced(place.store.ready().await);
    is_replaced(place.store.apply(&write).await);

    let other = another_store().await;
    fs::copy(file(&other), &path).expect("another one in its place");
    is_replaced(place.store.ready().await);
    is_replaced(place.store.apply(&write).await);

    fs::rename(&away, &path).expect("put back");
    place.store.ready().await.expect("it is the one again");
    place
        .store
        .apply(&write)
        .await
        .expect("it is the one again");
}

async fn a_file_written_over_in_place_is_not_written_to(place: Place) {
    place.apply(three_actors(&place)).await;
    let other = another_store().await;
    // Once while there is a log, once while there is none.
    let write = one_more(&place).await;
    let before = fs::read(file(&place)).expect("the file");
    fs::copy(file(&other), file(&place)).expect("written over");
    is_replaced(place.store.apply(&write).await);
    fs::write(file(&place), before).expect("put back");
    place.store.close().await;

    let older = fs::read(file(&place)).expect("the file");
    let again = place.address.open().await;
    again.apply(&write).await.expect("it is the one again");
    again.close().await;
    let again = place.address.open().await;
    again.ready().await.expect("it is there");
    let head = again.head(&place.scope()).await.expect("there");
    let change = Change::Report(Edit::add(key(&place.phases[0], "b", "c"), report(2)));
    fs::write(file(&place), older).expect("an older state of itself");
    is_replaced(again.apply(&write_at(&place, head, change)).await);
}

fn write_at(place: &Place, head: miteinander::store::Head, change: Change) -> Write {
    write(place.scope(), head, vec![change])
}

/// A copy of file and log as a killed program leaves them.
fn killed(place: &Place, to: &Path) {
    let path = file(place);
    fs::copy(&path, to).expect("the file");
    let log = |file: &Path| file.with_extension("db-wal");
    fs::copy(log(&path), log(to)).expect("its log");
}

async fn the_log_of_one_file_is_not_taken_into_another(place: Place) {
    // An older state of the same store, as a nightly copy has it.
    place.apply(three_actors(&place)).await;
    place.store.close().await;
    let older = fs::read(file(&place)).expect("the file");
    let again = place.address.open().await;
    let head = again.head(&place.scope()).await.expect("there");
    let change = Change::Report(Edit::add(key(&place.phases[0], "a", "c"), report(2)));
    again
        .apply(&write_at(&place, head, change))
        .await
        .expect("written to the log");
    let other = another_store().await;
    // What lies in the log is in this copy, but its pages lie elsewhere.
    let copy = file(&place).with_extension("copy");
    let outside = super::outside(&file(&place));
    outside
        .execute("VACUUM INTO ?1", [copy.to_string_lossy()])
        .expect("a copy");
    let content = [
        older,
        fs::read(&copy).expect("it"),
        fs::read(file(&other)).expect("it"),
    ];
    for content in content {
        let here = fresh();
        let path = Path::new(here.url.trim_start_matches("sqlite:")).to_owned();
        killed(&place, &path);
        fs::write(&path, &content).expect("brought back");
        let log = fs::read(path.with_extension("db-wal")).expect("its log");
        match open(&here.url, None).await.err() {
            Some(Error::Address(AddressFault::ForeignLog(_))) => {}
            other => panic!("{other:?}"),
        }
        assert!(
            fs::read(&path).expect("the file") == content,
            "it was touched"
        );
        assert!(fs::read(path.with_extension("db-wal")).expect("it") == log);
        // Without the log it is what was brought back.
        fs::remove_file(path.with_extension("db-wal")).expect("moved away");
        let back = open(&here.url, None).await.expect("it opens");
        back.ready().await.expect("it answers");
        back.close().await;
    }
}

async fn a_log_left_by_a_killed_program_is_taken_in(place: Place) {
    place.apply(three_actors(&place)).await;
    let here = fresh();
    let path = Path::new(here.url.trim_start_matches("sqlite:")).to_owned();
    killed(&place, &path);
    let store = open(&here.url, None).await.expect("its own log");
    let held = store.network(&place.district).await.expect("there");
    assert_eq!(held.value, place.network().await);
    let write = one_more(&place).await;
    store.apply(&write).await.expect("it goes on");
}

async fn a_copy_made_before_a_restart_is_not_taken_for_the_file(place: Place) {
    place.apply(three_actors(&place)).await;
    let nightly = fs::read(file(&place)).expect("copied while it runs");
    place.store.close().await;
    let again = place.address.open().await;
    let head = again.head(&place.scope()).await.expect("there");
    fs::write(file(&place), nightly).expect("written over in place");
    let change = Change::Report(Edit::add(key(&place.phases[0], "a", "c"), report(2)));
    is_replaced(again.apply(&write_at(&place, head, change)).await);
}

async fn a_file_whose_log_was_removed_is_not_written_to(place: Place) {
    place.apply(three_actors(&place)).await;
    let write = one_more(&place).await;
    fs::remove_file(file(&place).with_extension("db-wal")).expect("removed");
    is_replaced(place.store.apply(&write).await);
    is_replaced(place.store.ready().await);
}

#[cfg(unix)]
async fn a_store_behind_a_link_is_guarded_like_any(place: Place) {
    place.apply(three_actors(&place)).await;
    place.store.close().await;
    let link = file(&place).with_file_name("link.db");
    std::os::unix::fs::symlink(file(&place), &link).expect("a link");
    let url = format!("sqlite:{}", link.display());
    let linked = open(&url, None).await.expect("it leads to the store");
    for strength in [2, 3] {
        let head = linked.head(&place.scope()).await.expect("there");
        let to = if strength == 2 { "c" } else { "b" };
        let from = if strength == 2 { "a" } else { "c" };
        let edit = Edit::add(key(&place.phases[0], from, to), report(strength));
        let write = write_at(&place, head, Change::Report(edit));
        linked.apply(&write).await.expect("it is the store");
    }
    let log = fs::metadata(file(&place).with_extension("db-wal")).expect("its log");
    assert!(log.len() > 0, "it is not taken in before each write");
    let other = another_store().await;
    fs::remove_file(&link).expect("a link can be removed");
    std::os::unix::fs::symlink(file(&other), &link).expect("a link");
    linked
        .ready()
        .await
        .expect("the file itself is where it was");
}

#[cfg(not(unix))]
async fn a_store_behind_a_link_is_guarded_like_any(_: Place) {}

async fn closing_leaves_a_file_alone_that_was_put_in_its_place(place: Place) {
    place.apply(three_actors(&place)).await;
    place.store.close().await;
    let older = fs::read(file(&place)).expect("the file");
    let other = fs::read(file(&another_store().await)).expect("another store");
    for content in [older, other, Vec::new()] {
        let here = fresh();
        let path = Path::new(here.url.trim_start_matches("sqlite:")).to_owned();
        fs::copy(file(&place), &path).expect("copied");
        let store = open(&here.url, None).await.expect("it opens");
        let head = store.head(&place.scope()).await.expect("there");
        let change = Change::Report(Edit::add(key(&place.phases[0], "a", "c"), report(2)));
        let write = write_at(&place, head, change);
        store.apply(&write).await.expect("written to the log");
        fs::write(&path, &content).expect("written over in place");
        store.close().await;
        let left = fs::read(&path).expect("the file");
        assert!(left == content, "closing wrote to it");
        let log = fs::metadata(path.with_extension("db-wal")).expect("its log");
        assert!(log.len() > 0, "what was confirmed is still in the log");
    }
}

async fn a_log_without_its_file_is_left_as_it_is(place: Place) {
    place.apply(three_actors(&place)).await;
    let here = fresh();
    let path = Path::new(here.url.trim_start_matches("sqlite:")).to_owned();
    killed(&place, &path);
    fs::remove_file(&path).expect("removed");
    match open(&here.url, None).await.err() {
        Some(Error::Address(AddressFault::LostFile(_))) => {}
        other => panic!("{other:?}"),
    }
    assert!(!path.exists(), "nothing was made");
}

async fn an_empty_file_is_not_taken_for_a_new_store(place: Place) {
    place.apply(three_actors(&place)).await;
    place.store.close().await;
    fs::write(file(&place), b"").expect("emptied");
    match open(&place.address.url, None).await.err() {
        Some(Error::Address(AddressFault::Empty(_))) => {}
        other => panic!("{other:?}"),
    }
    assert_eq!(fs::metadata(file(&place)).expect("there").len(), 0);
}
