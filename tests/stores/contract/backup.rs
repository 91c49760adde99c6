//! Everything that a store holds, handed out and taken over by another one.

use std::io::{Cursor, Read};
use std::sync::{Arc, Mutex};

use libtest_mimic::Trial;
use miteinander::domain::{Change, Edit, MapPlaces};
use miteinander::store::backup::{self, BadBackup};
use miteinander::store::{Error, Kept, Placed, Store};

use super::contact::edit;
use crate::place::{
    Backend, Place, WHOLE_STORE, id, key, part, report, stamp, text, three_actors, trial, writing,
};
use crate::sqlite;

pub fn trials(backend: &Backend) -> Vec<Trial> {
    vec![
        trial(
            backend,
            "a_backup_holds_what_the_store_holds",
            a_backup_holds_what_the_store_holds,
        ),
        trial(
            backend,
            "a_backup_is_brought_back_into_an_empty_file_with_the_same_bytes",
            a_backup_is_brought_back_into_an_empty_file_with_the_same_bytes,
        ),
        trial(
            backend,
            "a_store_that_holds_something_takes_no_backup",
            a_store_that_holds_something_takes_no_backup,
        ),
        trial(
            backend,
            "a_backup_of_the_version_before_is_read_with_its_contacts",
            a_backup_of_the_version_before_is_read_with_its_contacts,
        ),
    ]
}

/// How often a backup is tried where other trials hold districts of the same server.
const TRIES: usize = 20;

/// The bytes of a backup. It locks all districts: where a server is busy with those of other trials, that is told, and it
/// is asked again.
pub async fn backed_up(store: &dyn Store) -> Vec<u8> {
    let _alone = WHOLE_STORE.write().await;
    for _ in 0..TRIES {
        let bytes = Bytes::default();
        match backup::write(store, bytes.clone()).await {
            Ok(_) => return bytes.0.lock().expect("nobody panicked").clone(),
            Err(Error::Busy(_)) => {}
            Err(error) => panic!("{error}"),
        }
    }
    panic!("the server was busy {TRIES} times");
}

/// Brings a backup back.
pub async fn brought_back(store: &dyn Store, bytes: Vec<u8>) -> Result<(), Error> {
    let bytes: Arc<[u8]> = bytes.into();
    let open = || {
        let reader: Box<dyn Read + Send> = Box::new(Cursor::new(Arc::clone(&bytes)));
        Ok(reader)
    };
    let mut backup = backup::read(open).expect("its sum is right");
    let next = move || Ok(backup.next_scope().expect("it can be read"));
    store.restore(Box::new(next)).await
}

/// Of all scopes of a backup, those of one district.
pub fn of_district(bytes: &[u8], place: &Place) -> Kept {
    let mut backup = backup::read(|| Ok(Box::new(Cursor::new(bytes.to_vec())))).expect("whole");
    let mut found = None;
    while let Some(kept) = backup.next_scope().expect("it can be read") {
        if kept.scope == place.scope() {
            found = Some(kept);
        }
    }
    found.expect("the district is in it")
}

async fn filled(place: &Place) {
    place.apply(three_actors(place)).await;
    let add = Change::Report(Edit::add(key(&place.phases[0], "a", "c"), report(2)));
    place.apply(vec![add]).await;
    let mut contacts = part(place.scope(), place.head().await, Vec::new());
    contacts.contacts = vec![edit("a", None, Some("Frau Ä, Tel. 1"))];
    let write = writing(stamp(miteinander::store::Cause::Entry), vec![contacts]);
    place.store.apply(&write).await.expect("set");
    let mark = place.head().await.mark;
    let placed = Placed {
        mark,
        places: MapPlaces {
            size: 4,
            title: 120,
            actors: Vec::new(),
        },
    };
    let kept = place
        .store
        .keep_places(&place.district, mark, None, &placed);
    assert!(kept.await.expect("kept"));
}

async fn a_backup_holds_what_the_store_holds(place: Place) {
    filled(&place).await;
    let kept = of_district(&backed_up(place.store.as_ref()).await, &place);
    assert_eq!(kept.head, Some(place.head().await));
    let mut network = miteinander::domain::Network::default();
    network
        .apply(&place.programme(), &kept.records)
        .expect("legal");
    assert_eq!(network, *place.network().await);
    assert_eq!(
        kept.contacts[&id("a")].contact.text(),
        text("Frau Ä, Tel. 1")
    );
    let places = kept.places.map(|placed| (placed.mark, placed.places.size));
    assert_eq!(places, Some((place.head().await.mark, 4)));
    let steps = place.store.steps(&place.scope(), None, 9).await;
    let steps: Vec<_> = steps.expect("two").into_iter().rev().collect();
    assert_eq!(kept.steps, steps);
    assert_eq!(kept.requests.len(), 3, "contacts are a request too");
}

async fn a_backup_is_brought_back_into_an_empty_file_with_the_same_bytes(place: Place) {
    filled(&place).await;
    let address = (sqlite::backend().address)();
    let other = address.open().await;
    // Others write to the store under trial at the same time: the file's own backup is the yardstick.
    brought_back(other.as_ref(), backed_up(place.store.as_ref()).await)
        .await
        .expect("an empty file");
    let bytes = backed_up(other.as_ref()).await;
    let (from, to) = (
        of_district(&backed_up(place.store.as_ref()).await, &place),
        of_district(&bytes, &place),
    );
    assert_eq!(from, to);
    let held = other.network(&place.district).await.expect("there");
    assert_eq!(
        (held.head, &held.value),
        (place.head().await, &place.network().await)
    );
    // What was known as sent is known there.
    let request = from.requests[0].request;
    let known = other.answered(&place.scope(), &request).await;
    assert_eq!(
        known.expect("it answers"),
        Some(from.requests[0].answer.clone())
    );
    // A second file gives the same bytes again.
    let address = (sqlite::backend().address)();
    let third = address.open().await;
    brought_back(third.as_ref(), bytes.clone())
        .await
        .expect("an empty file");
    assert!(backed_up(third.as_ref()).await == bytes, "other bytes");
    assert_eq!(third.faults().await.expect("it answers"), [""; 0]);
}

async fn a_backup_of_the_version_before_is_read_with_its_contacts(place: Place) {
    use sha2::{Digest, Sha256};
    // The format is the same for all stores, and a backup locks districts that others use on a server.
    if place.address._folder.is_none() {
        return;
    }
    filled(&place).await;
    let text = String::from_utf8(backed_up(place.store.as_ref()).await).expect("text");
    let now = of_district(text.as_bytes(), &place);
    let mut lines: Vec<&str> = text.lines().collect();
    lines.pop();
    // As it was written then: a contact was one text, and no step had an author.
    let confirmed = now.contacts[&id("a")].confirmed.timestamp_millis();
    let kept =
        format!("{{\"contact\":{{\"person\":\"Frau Ä, Tel. 1\"}},\"confirmed\":{confirmed}}}");
    assert!(text.contains(&kept));
    let mut old = lines.join("\n") + "\n";
    old = old.replacen("\"version\":5", "\"version\":3", 1);
    old = old.replace(&kept, "\"Frau Ä, Tel. 1\"");
    old = old.replace("\"by\":{\"kind\":\"program\"}", "\"by\":null");
    let sum: [u8; 32] = Sha256::digest(old.as_bytes()).into();
    let sum: String = sum.iter().map(|byte| format!("{byte:02x}")).collect();
    old += &format!("{{\"sha256\":\"{sum}\"}}\n");
    let before = of_district(old.as_bytes(), &place);
    let contact = &before.contacts[&id("a")];
    assert_eq!(contact.contact, now.contacts[&id("a")].contact);
    let last = before.steps.last().expect("one").stamp.clone();
    assert_eq!((contact.confirmed, last.by), (last.at, None));
}

async fn a_store_that_holds_something_takes_no_backup(place: Place) {
    filled(&place).await;
    let bytes = backed_up(place.store.as_ref()).await;
    let before = place.head().await;
    let error = brought_back(place.store.as_ref(), bytes.clone())
        .await
        .expect_err("it is not empty");
    assert!(matches!(error, Error::NotEmpty), "{error}");
    assert_eq!(place.head().await, before);

    // Nothing of a damaged, cut or newer one is taken at all.
    let read = |bytes: Vec<u8>| {
        backup::read(move || Ok(Box::new(Cursor::new(bytes.clone())) as Box<dyn Read + Send>)).err()
    };
    for at in [100, bytes.len() / 2, bytes.len() - 70] {
        let mut flipped = bytes.clone();
        flipped[at] ^= 1;
        assert!(matches!(read(flipped), Some(BadBackup::Damaged(_))), "{at}");
    }
    let cut = bytes[..bytes.len() - 10].to_vec();
    assert!(matches!(read(cut), Some(BadBackup::Damaged(_))));
    let text = String::from_utf8(bytes).expect("text");
    let newer = text.replacen("\"version\":5", "\"version\":6", 1);
    let found = read(newer.into_bytes());
    assert!(matches!(found, Some(BadBackup::Newer { found: 6, .. })));
    let other = read(b"from,to\na,b\n".to_vec());
    assert!(matches!(other, Some(BadBackup::Foreign)));
}

/// Bytes that another thread writes.
#[derive(Clone, Default)]
struct Bytes(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Bytes {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0
            .lock()
            .expect("nobody panicked")
            .extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
