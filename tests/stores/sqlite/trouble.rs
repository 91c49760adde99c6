//! A file that is full, may only be read, or was tampered with.

use std::io::Read as _;
use std::process::{Command, Stdio};

use libtest_mimic::Trial;
use miteinander::domain::{Change, Edit};
use miteinander::store::{Error, Obstacle, Revision, open};

use super::{file, outside};
use crate::contract::killed::writer;
use crate::place::{Backend, Place, key, report, three_actors, trial, write};

pub fn trials(backend: &Backend) -> Vec<Trial> {
    vec![
        trial(
            backend,
            "a_full_disk_is_told_and_nothing_is_lost",
            a_full_disk_is_told_and_nothing_is_lost,
        ),
        trial(
            backend,
            "a_file_that_may_only_be_read_is_told",
            a_file_that_may_only_be_read_is_told,
        ),
        trial(
            backend,
            "what_cannot_be_read_is_named",
            what_cannot_be_read_is_named,
        ),
    ]
}

/// The disk is full for a writer that the system allows files of one megabyte only.
async fn a_full_disk_is_told_and_nothing_is_lost(place: Place) {
    place.apply(three_actors(&place)).await;
    let mut limited = Command::new("sh");
    limited.args(["-c", "trap '' XFSZ; ulimit -f 2048 && exec \"$0\""]);
    let mut child = writer(limited, &place)
        .stderr(Stdio::piped())
        .spawn()
        .expect("a shell");
    let (mut said, mut complained) = (String::new(), String::new());
    let mut stdout = child.stdout.take().expect("a pipe");
    stdout.read_to_string(&mut said).expect("numbers");
    let mut stderr = child.stderr.take().expect("a pipe");
    stderr
        .read_to_string(&mut complained)
        .expect("a panic's text");
    assert!(!child.wait().expect("it is gone").success());
    assert!(complained.contains("CannotWrite(Disk"), "{complained}");

    let acknowledged: i64 = said
        .lines()
        .last()
        .expect("some were written")
        .parse()
        .expect("a number");
    assert!(acknowledged > 3, "{acknowledged}");
    let again = place.address.open().await;
    let held = again
        .network(&place.district)
        .await
        .expect("it can be read");
    assert_eq!(held.head.revision, Revision(acknowledged));
    assert_eq!(held.value.actors.len() as i64, 3 + acknowledged - 1);
    let change = Change::Report(Edit::add(key(&place.phases[0], "a", "c"), report(2)));
    let write = write(place.scope(), held.head, vec![change]);
    again.apply(&write).await.expect("there is room again");
}

/// Read-only by the file's own header, which holds for every user, also for root.
async fn a_file_that_may_only_be_read_is_told(place: Place) {
    place.apply(three_actors(&place)).await;
    let head = place.head().await;
    place.store.close().await;
    let mut bytes = std::fs::read(file(&place)).expect("the file");
    bytes[18] = 3;
    std::fs::write(file(&place), &bytes).expect("written back");
    let error = match open(&place.address.url, None).await {
        Err(error) => error,
        Ok(store) => {
            let change = Change::Report(Edit::add(key(&place.phases[0], "a", "c"), report(2)));
            let write = write(place.scope(), head, vec![change]);
            store.apply(&write).await.expect_err("it may only be read")
        }
    };
    assert!(
        matches!(&error, Error::CannotWrite(Obstacle::ReadOnly, _)),
        "{error}"
    );
    assert_eq!(std::fs::read(file(&place)).expect("the file"), bytes);
}

async fn what_cannot_be_read_is_named(place: Place) {
    place.apply(three_actors(&place)).await;
    let connection = outside(&file(&place));
    connection
        .execute("UPDATE report SET kinds = 'freundschaft'", [])
        .expect("somebody else wrote it");
    let error = place
        .store
        .network(&place.district)
        .await
        .expect_err("no such kind");
    assert!(matches!(error, Error::Unreadable(_)), "{error}");
    assert!(error.to_string().contains("freundschaft"), "{error}");
    connection
        .execute("UPDATE step SET format = 99", [])
        .expect("a newer program wrote it");
    let error = place
        .store
        .steps(&place.scope(), None, 1)
        .await
        .expect_err("no such format");
    assert!(matches!(error, Error::Newer { found: 99, .. }), "{error}");
}
