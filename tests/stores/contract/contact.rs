//! Contacts: beside the network, never in its history.

use crate::place::{Backend, Place, id, part, revisions, stamp, text, three_actors, trial};
use libtest_mimic::Trial;
use miteinander::store::{Cause, Error, Revision};
use std::collections::BTreeMap;

pub fn trials(backend: &Backend) -> Vec<Trial> {
    vec![
        trial(
            backend,
            "contacts_go_with_their_actor",
            contacts_go_with_their_actor,
        ),
        trial(
            backend,
            "contacts_are_set_once_per_request",
            contacts_are_set_once_per_request,
        ),
    ]
}

async fn contacts_go_with_their_actor(place: Place) {
    place.apply(three_actors(&place)).await;
    let secret = "Frau Ümlaut-Geheim, Tel. 030 123";
    let set = |head, contacts: &[(&str, Option<&str>)]| {
        let mut part = part(place.scope(), head, Vec::new());
        for (actor, contact) in contacts {
            part.contacts.insert(id(actor), contact.map(text));
        }
        part
    };
    let mut write = place.write(Revision(1), Vec::new()).await;
    write.parts = vec![set(
        place.head().await,
        &[("a", Some(secret)), ("c", Some("Herr C"))],
    )];
    assert_eq!(
        place.store.apply(&write).await.map(revisions).expect("set"),
        [Revision(1)]
    );
    let contacts = || async { place.store.contacts(&place.district).await.expect("there") };
    assert_eq!(
        contacts().await,
        BTreeMap::from([(id("a"), text(secret)), (id("c"), text("Herr C"))])
    );

    write.stamp = stamp(Cause::Entry);
    write.parts = vec![set(
        place.head().await,
        &[("a", Some("Herr A")), ("b", None), ("c", None)],
    )];
    place.store.apply(&write).await.map(revisions).expect("set");
    assert_eq!(
        contacts().await,
        BTreeMap::from([(id("a"), text("Herr A"))])
    );

    // Nobody's contact is a mistake, and nothing of its write is kept.
    write.stamp = stamp(Cause::Entry);
    write.parts = vec![set(
        place.head().await,
        &[("a", Some("Frau A")), ("niemand", Some("Frau N"))],
    )];
    let error = place
        .store
        .apply(&write)
        .await
        .expect_err("there is no such actor");
    assert!(matches!(error, Error::Violated(_)), "{error}");
    assert_eq!(
        contacts().await,
        BTreeMap::from([(id("a"), text("Herr A"))])
    );

    let network = place.network().await;
    let mut less = (*network).clone();
    less.reports.clear();
    less.memberships.retain(|(actor, _), _| *actor != id("a"));
    less.actors.remove(&id("a"));
    place.apply(network.diff(&less)).await;
    assert_eq!(contacts().await, BTreeMap::new());

    let steps = place
        .store
        .steps(&place.scope(), None, 10)
        .await
        .expect("two");
    assert_eq!(steps.len(), 2, "contacts alone are no step");
    let history = format!("{steps:?}");
    assert!(!history.contains("Geheim") && !history.contains("Herr"));
    // An actor that comes back comes without.
    place.apply(less.diff(&network)).await;
    assert_eq!(contacts().await, BTreeMap::new());
}

async fn contacts_are_set_once_per_request(place: Place) {
    place.apply(three_actors(&place)).await;
    let set = async |contact| {
        let mut write = place.write(Revision(1), Vec::new()).await;
        write.parts[0].contacts.insert(id("a"), Some(text(contact)));
        let written = place.store.apply(&write).await.expect("set");
        assert_eq!(revisions(written), [Revision(1)]);
        write
    };
    let before = place.head().await;
    let first = set("Frau A").await;
    let between = place.head().await;
    assert_ne!(between, before, "contacts leave no step, but a mark");
    set("Herr A").await;
    assert_ne!(place.head().await, between);
    let known = place.store.apply(&first).await.expect("known");
    assert_eq!((known.before, &known.heads[..]), (true, &[between][..]));
    let contacts = place.store.contacts(&place.district).await.expect("there");
    assert_eq!(
        contacts[&id("a")],
        text("Herr A"),
        "the older request does not come back"
    );
}
