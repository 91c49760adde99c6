//! Releases, and the bodies that they name: written together, read apart, kept in a backup.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate};
use libtest_mimic::Trial;
use miteinander::domain::{
    Change, Consent, Decider, Edit, Frozen, Recipient, Release, ReleaseState,
};
use miteinander::store::{Cause, Error, Scope};
use sha2::{Digest, Sha256};

use super::backup::{backed_up, brought_back};
use super::programme::settled;
use crate::place::{
    Backend, Place, WHOLE_STORE, change_programme, id, key, part, report, stamp, text,
    three_actors, trial, write, writing,
};
use crate::sqlite;

pub fn trials(backend: &Backend) -> Vec<Trial> {
    vec![
        trial(
            backend,
            "a_release_is_read_with_the_network_and_its_body_by_its_sum_alone",
            a_release_is_read_with_the_network_and_its_body_by_its_sum_alone,
        ),
        trial(
            backend,
            "a_release_becomes_what_its_edits_say",
            a_release_becomes_what_its_edits_say,
        ),
        trial(
            backend,
            "a_release_without_its_body_is_not_written",
            a_release_without_its_body_is_not_written,
        ),
        trial(
            backend,
            "a_release_outlives_its_phase_and_holds_its_district",
            a_release_outlives_its_phase_and_holds_its_district,
        ),
        trial(
            backend,
            "a_backup_brings_releases_and_their_bodies_back",
            a_backup_brings_releases_and_their_bodies_back,
        ),
    ]
}

/// A body of any bytes, more than one page of a file holds.
fn body(first: u8) -> Frozen {
    let bytes: Vec<u8> = (0..=255).cycle().skip(first.into()).take(70_000).collect();
    let digest = Sha256::digest(&bytes);
    Frozen {
        format: 3,
        sha256: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
        bytes,
    }
}

fn a_release(place: &Place, body: &Frozen) -> Release {
    Release {
        name: text("Stand „März“ 2025"),
        date: NaiveDate::from_ymd_opt(2025, 3, 12).expect("a day"),
        phase: place.phases[1].clone(),
        frozen: id(&body.sha256),
        state: ReleaseState::Frozen,
    }
}

fn consent() -> Consent {
    let day = NaiveDate::from_ymd_opt(2025, 3, 20).expect("a day");
    let at = DateTime::from_timestamp_millis(1_742_466_000_123).expect("a time");
    let to = [Recipient::Leaders, Recipient::ProgrammeMap];
    Consent::of(to, Decider::DistrictOffice, day, at).expect("for somebody")
}

async fn freeze(place: &Place, name: &str, body: &Frozen) -> Release {
    let release = a_release(place, body);
    let add = Change::Release(Edit::add(id(name), release.clone()).into());
    let mut of_district = part(place.scope(), place.head().await, vec![add]);
    of_district.frozen = vec![Arc::new(body.clone())];
    let write = writing(stamp(Cause::Entry), vec![of_district]);
    place.store.apply(&write).await.expect("written");
    release
}

async fn a_release_is_read_with_the_network_and_its_body_by_its_sum_alone(place: Place) {
    place.apply(three_actors(&place)).await;
    let (first, second) = (body(1), body(2));
    let release = freeze(&place, "r1", &first).await;
    freeze(&place, "r2", &second).await;
    // The same bytes again are the same body.
    freeze(&place, "r3", &first).await;
    let network = place.network().await;
    assert_eq!(network.releases.len(), 3);
    assert_eq!(network.releases[&id("r1")], release);
    let found = async |sum: &str| place.store.frozen(&place.district, &id(sum)).await;
    for body in [first, second] {
        let read = found(&body.sha256).await.expect("it answers");
        assert_eq!(read, Some(body));
    }
    assert_eq!(found("00").await.expect("it answers"), None);
    let elsewhere = place.store.frozen(&id("anderswo"), &release.frozen).await;
    assert_eq!(elsewhere.expect("it answers"), None);
}

async fn a_release_becomes_what_its_edits_say(place: Place) {
    place.apply(three_actors(&place)).await;
    let frozen = freeze(&place, "r1", &body(1)).await;
    let states = [
        ReleaseState::Released(consent()),
        ReleaseState::Withdrawn(consent()),
        ReleaseState::Released(Consent {
            to: [Recipient::Programme].into(),
            by: Decider::CoreTeam,
            ..consent()
        }),
    ];
    let mut before = frozen;
    for state in states {
        let after = Release {
            state,
            ..before.clone()
        };
        let edit = Edit::replace(id("r1"), before, after.clone());
        place.apply(vec![Change::Release(edit.into())]).await;
        assert_eq!(place.network().await.releases[&id("r1")], after);
        before = after;
    }
    let steps = place.store.steps(&place.scope(), None, 9).await;
    assert_eq!(steps.expect("five").len(), 5);
    let remove = Edit::remove(id("r1"), before);
    place.apply(vec![Change::Release(remove.into())]).await;
    assert!(place.network().await.releases.is_empty());
    // Taken back, it needs its body again.
    let sum = id(&body(1).sha256);
    let kept = place.store.frozen(&place.district, &sum).await;
    assert!(kept.expect("it answers").is_some());
}

async fn a_release_without_its_body_is_not_written(place: Place) {
    place.apply(three_actors(&place)).await;
    let before = place.head().await;
    let add = Change::Release(Edit::add(id("r1"), a_release(&place, &body(1))).into());
    let write = writing(
        stamp(Cause::Entry),
        vec![part(place.scope(), before, vec![add])],
    );
    let refused = place.store.apply(&write).await;
    assert!(matches!(refused, Err(Error::Violated(_))), "{refused:?}");
    assert_eq!(place.head().await, before);
    assert!(place.network().await.releases.is_empty());
}

async fn a_release_outlives_its_phase_and_holds_its_district(place: Place) {
    let _alone = WHOLE_STORE.write().await;
    let body = body(1);
    let release = freeze(&place, "r1", &body).await;
    let programme = place.programme();
    let phase = programme.phases[&place.phases[1]].clone();
    let gone = Change::Phase(Edit::remove(place.phases[1].clone(), phase));
    change_programme(place.store.as_ref(), vec![gone]).await;
    assert_eq!(place.network().await.releases[&id("r1")], release);
    let district = programme.districts[&place.district].clone();
    let gone = Change::District(Edit::remove(place.district.clone(), district));
    let remove = |expected| write(Scope::Programme, expected, vec![gone.clone()]);
    let refused = settled(&place, remove).await;
    assert!(matches!(refused, Err(Error::Violated(_))), "{refused:?}");
    assert_eq!(place.network().await.releases.len(), 1);
}

async fn a_backup_brings_releases_and_their_bodies_back(place: Place) {
    place.apply(three_actors(&place)).await;
    place
        .apply(vec![Change::Report(Edit::add(
            key(&place.phases[0], "a", "c"),
            report(2),
        ))])
        .await;
    freeze(&place, "r1", &body(1)).await;
    let bytes = backed_up(place.store.as_ref()).await;
    let address = (sqlite::backend().address)();
    let other = address.open().await;
    brought_back(other.as_ref(), bytes).await.expect("empty");
    let held = other.network(&place.district).await.expect("there");
    assert_eq!(held.value.releases, place.network().await.releases);
    let found = other.frozen(&place.district, &id(&body(1).sha256)).await;
    assert_eq!(found.expect("it answers"), Some(body(1)));
}
