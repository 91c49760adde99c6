//! What was cleared is not in the file any more, and nobody else can read it.

use std::fs;
use std::path::Path;

use libtest_mimic::Trial;
use miteinander::store::{Cause, open};
use rusqlite::{Connection, Transaction};

use super::file;
use super::replaced::one_more;
use crate::contract::contact::edit;
use crate::place::{
    Backend, Place, add_actor, department, id, part, stamp, three_actors, trial, writing,
};

pub fn trials(backend: &Backend) -> Vec<Trial> {
    vec![
        trial(
            backend,
            "contacts_cleared_while_somebody_reads_go_with_the_next_write",
            contacts_cleared_while_somebody_reads_go_with_the_next_write,
        ),
        trial(
            backend,
            "contacts_cleared_after_somebody_read_leave_the_file_known",
            contacts_cleared_after_somebody_read_leave_the_file_known,
        ),
        trial(
            backend,
            "nobody_else_can_read_a_store",
            nobody_else_can_read_a_store,
        ),
        trial(
            backend,
            "cleared_contacts_are_not_in_the_file_any_more",
            cleared_contacts_are_not_in_the_file_any_more,
        ),
    ]
}

async fn contacts_cleared_while_somebody_reads_go_with_the_next_write(place: Place) {
    place.apply(three_actors(&place)).await;
    set_contact(&place, Some("Frau Geheim")).await;
    let reader = super::outside(&file(&place));
    let reading = begin_to_read(&reader);
    set_contact(&place, None).await;
    drop(reading);
    place
        .store
        .apply(&one_more(&place).await)
        .await
        .expect("it goes on");
    let path = file(&place);
    let mut bytes = fs::read(&path).expect("the file");
    bytes.extend(fs::read(path.with_extension("db-wal")).unwrap_or_default());
    let name = b"Frau Geheim";
    assert!(!bytes.windows(name.len()).any(|part| part == name));
}

async fn contacts_cleared_after_somebody_read_leave_the_file_known(place: Place) {
    place.apply(three_actors(&place)).await;
    // The log is empty then, and the next write begins a new one while somebody reads.
    set_contact(&place, Some("Frau Geheim")).await;
    set_contact(&place, None).await;
    let reader = super::outside(&file(&place));
    let reading = begin_to_read(&reader);
    set_contact(&place, Some("Frau Geheim")).await;
    drop(reading);
    set_contact(&place, None).await;
    place
        .store
        .apply(&one_more(&place).await)
        .await
        .expect("it goes on");
}

async fn set_contact(place: &Place, contact: Option<&str>) {
    let mut part = part(place.scope(), place.head().await, Vec::new());
    let stands = place.store.contacts(&place.district).await.expect("there");
    let stands = stands.get(&id("a")).map(|kept| kept.contact.text());
    let before = stands.as_ref().map(|text| text.as_str());
    part.contacts = vec![edit("a", before, contact)];
    let write = writing(stamp(Cause::Entry), vec![part]);
    place.store.apply(&write).await.expect("set");
}

fn begin_to_read(reader: &Connection) -> Transaction<'_> {
    let reading = reader.unchecked_transaction().expect("it begins");
    let actors = "SELECT count(*) FROM actor";
    let count: i64 = reading
        .query_row(actors, [], |row| row.get(0))
        .expect(actors);
    assert_eq!(count, 3);
    reading
}

#[cfg(unix)]
async fn nobody_else_can_read_a_store(place: Place) {
    use std::os::unix::fs::PermissionsExt;
    place.apply(three_actors(&place)).await;
    let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    let path = file(&place);
    assert_eq!(mode(&path), 0o600);
    assert_eq!(mode(&path.with_extension("db-wal")), 0o600);
    place.store.close().await;
    for (found, right) in [(0o644, 0o600), (0o400, 0o400), (0o600, 0o600)] {
        fs::set_permissions(&path, fs::Permissions::from_mode(found)).expect("set");
        if let Ok(store) = open(&place.address.url, None).await {
            store.close().await;
        }
        assert_eq!(mode(&path), right, "{found:o}");
    }
}

#[cfg(not(unix))]
async fn nobody_else_can_read_a_store(_: Place) {}

async fn cleared_contacts_are_not_in_the_file_any_more(place: Place) {
    const ACTORS: usize = 200;
    let mut changes = three_actors(&place);
    let department = department("Jugendamt").0;
    for n in 0..ACTORS {
        changes.extend(add_actor(&format!("x{n}"), &department, &place.phases[0]));
    }
    place.apply(changes).await;
    let set = async |contact: &dyn Fn(usize) -> Option<String>| {
        let mut part = part(place.scope(), place.head().await, Vec::new());
        let stands = place.store.contacts(&place.district).await.expect("there");
        for n in 0..ACTORS {
            let actor = format!("x{n}");
            let before = stands.get(&id(&actor)).map(|kept| kept.contact.text());
            let before = before.as_ref().map(|text| text.as_str());
            part.contacts
                .push(edit(&actor, before, contact(n).as_deref()));
        }
        let write = writing(stamp(Cause::Entry), vec![part]);
        place.store.apply(&write).await.expect("set");
    };
    let traces = || {
        let path = file(&place);
        let log = path.with_extension("db-wal");
        let mut bytes = fs::read(&path).expect("the file");
        bytes.extend(fs::read(log).unwrap_or_default());
        let name = b"Frau Geheim";
        bytes
            .windows(name.len())
            .filter(|part| part == name)
            .count()
    };
    set(&|n| Some(format!("Frau Geheim {n}, Zimmer {n}"))).await;
    assert!(traces() >= ACTORS);
    set(&|n| (n % 3 == 0).then(|| format!("Herr Neu {n}"))).await;
    assert_eq!(traces(), 0, "while the program runs on");
}
