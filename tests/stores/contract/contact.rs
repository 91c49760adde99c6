//! Contacts: beside the network, never in its history.

use crate::place::{Backend, Place, id, part, revisions, stamp, text, three_actors, trial};
use libtest_mimic::Trial;
use miteinander::domain::{ActorId, Contact, Edit, Text};
use miteinander::store::{Cause, Error, Revision, Violation};
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
        trial(
            backend,
            "a_contact_is_written_where_it_stands_as_it_was_seen",
            a_contact_is_written_where_it_stands_as_it_was_seen,
        ),
    ]
}

/// An edit of a contact that is one text before and after.
pub fn edit(actor: &str, before: Option<&str>, after: Option<&str>) -> Edit<ActorId, Contact> {
    let contact = |of: Option<&str>| of.map(|of| Contact::of_text(&text(of)));
    Edit {
        key: id(actor),
        before: contact(before),
        after: contact(after),
    }
}

/// The contacts, each as one text.
async fn texts(place: &Place) -> BTreeMap<ActorId, Text> {
    let contacts = place.store.contacts(&place.district).await.expect("there");
    let texts = contacts.into_iter();
    let texts = texts.map(|(actor, kept)| (actor, kept.contact.text()));
    texts.collect()
}

async fn a_contact_is_written_where_it_stands_as_it_was_seen(place: Place) {
    place.apply(three_actors(&place)).await;
    let set = async |before, after, days| {
        let mut write = place.write(Revision(1), Vec::new()).await;
        write.stamp.at += chrono::TimeDelta::days(days);
        write.parts[0].contacts = vec![edit("a", before, after)];
        (place.store.apply(&write).await, write.stamp.at)
    };
    let whole = "Frau A, 030 12, a@b.de";
    let (written, at) = set(None, Some(whole), 0).await;
    written.expect("nothing stands");
    let kept = async || {
        let all = place.store.contacts(&place.district).await;
        all.expect("there").remove(&id("a"))
    };
    let held = kept().await.expect("it is there");
    assert_eq!(held.confirmed, at);
    let email = held.contact.parts().email.as_ref();
    assert_eq!(email, Some(&text("a@b.de")));
    for before in [None, Some("Frau B")] {
        let (refused, _) = set(before, Some("Herr C"), 1).await;
        let refused = refused.expect_err("another stands");
        assert!(
            matches!(refused, Error::Violated(Violation::OtherContact)),
            "{refused}"
        );
    }
    assert_eq!(kept().await, Some(held.clone()));
    // The same again confirms it.
    let (confirmed, later) = set(Some(whole), Some(whole), 2).await;
    confirmed.expect("it stands so");
    let again = kept().await.expect("it is there");
    assert_eq!((again.contact, again.confirmed), (held.contact, later));
}

async fn contacts_go_with_their_actor(place: Place) {
    place.apply(three_actors(&place)).await;
    let secret = "Frau Ümlaut-Geheim, Tel. 030 123";
    let set = |head, contacts: &[(&str, Option<&str>, Option<&str>)]| {
        let mut part = part(place.scope(), head, Vec::new());
        for (actor, before, after) in contacts {
            part.contacts.push(edit(actor, *before, *after));
        }
        part
    };
    let mut write = place.write(Revision(1), Vec::new()).await;
    write.parts = vec![set(
        place.head().await,
        &[("a", None, Some(secret)), ("c", None, Some("Herr C"))],
    )];
    assert_eq!(
        place.store.apply(&write).await.map(revisions).expect("set"),
        [Revision(1)]
    );
    let contacts = || async { texts(&place).await };
    assert_eq!(
        contacts().await,
        BTreeMap::from([(id("a"), text(secret)), (id("c"), text("Herr C"))])
    );

    write.stamp = stamp(Cause::Entry);
    write.parts = vec![set(
        place.head().await,
        &[
            ("a", Some(secret), Some("Herr A")),
            ("b", None, None),
            ("c", Some("Herr C"), None),
        ],
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
        &[
            ("a", Some("Herr A"), Some("Frau A")),
            ("niemand", None, Some("Frau N")),
        ],
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
    let set = async |before, contact| {
        let mut write = place.write(Revision(1), Vec::new()).await;
        write.parts[0].contacts = vec![edit("a", before, Some(contact))];
        let written = place.store.apply(&write).await.expect("set");
        assert_eq!(revisions(written), [Revision(1)]);
        write
    };
    let before = place.head().await;
    let first = set(None, "Frau A").await;
    let between = place.head().await;
    assert_ne!(between, before, "contacts leave no step, but a mark");
    set(Some("Frau A"), "Herr A").await;
    assert_ne!(place.head().await, between);
    let known = place.store.apply(&first).await.expect("known");
    assert_eq!((known.before, &known.heads[..]), (true, &[between][..]));
    assert_eq!(
        texts(&place).await[&id("a")],
        text("Herr A"),
        "the older request does not come back"
    );
}
