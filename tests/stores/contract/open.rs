//! Open points, and the offices that a function left open: written, changed, taken back, and carried by a backup.

use std::collections::BTreeSet;

use libtest_mimic::Trial;
use miteinander::domain::{Change, DepartmentId, Edit, Membership, Note, OpenPoint, inverse};

use super::backup::{backed_up, brought_back};
use crate::place::{Backend, Place, department, id, three_actors, trial};
use crate::sqlite;

pub fn trials(backend: &Backend) -> Vec<Trial> {
    vec![
        trial(
            backend,
            "an_open_point_becomes_what_its_edits_say",
            an_open_point_becomes_what_its_edits_say,
        ),
        trial(
            backend,
            "an_open_point_holds_its_phase",
            an_open_point_holds_its_phase,
        ),
        trial(
            backend,
            "offices_left_open_are_kept_and_taken_back",
            offices_left_open_are_kept_and_taken_back,
        ),
        trial(
            backend,
            "a_backup_brings_what_is_open_back",
            a_backup_brings_what_is_open_back,
        ),
    ]
}

fn a_point(place: &Place, words: &str) -> OpenPoint {
    OpenPoint {
        text: Note::parse(words).expect("a note"),
        phase: place.phases[0].clone(),
        noted: "2025-03-12".parse().expect("a day"),
    }
}

/// Leaves departments open for the function `a`.
async fn leave_open(place: &Place, open: &[&DepartmentId]) -> Vec<Change> {
    let key = (id("a"), place.phases[0].clone());
    let before = place.network().await.memberships[&key].clone();
    let after = Membership {
        open: open.iter().map(|id| (*id).clone()).collect(),
        ..before.clone()
    };
    let changes = vec![Change::Membership(Edit::replace(key, before, after))];
    place.apply(changes.clone()).await;
    changes
}

async fn an_open_point_becomes_what_its_edits_say(place: Place) {
    let first = a_point(&place, "RSD – wer? \"'\u{e4}");
    let add = Change::OpenPoint(Edit::add(id("p1"), first.clone()));
    place.apply(vec![add]).await;
    assert_eq!(place.network().await.open_points[&id("p1")], first);
    let second = a_point(&place, "RSD Süd – wer?");
    let edit = Change::OpenPoint(Edit::replace(id("p1"), first, second.clone()));
    place.apply(vec![edit]).await;
    assert_eq!(place.network().await.open_points[&id("p1")], second);
    let gone = vec![Change::OpenPoint(Edit::remove(id("p1"), second.clone()))];
    place.apply(gone.clone()).await;
    assert!(place.network().await.open_points.is_empty());
    place.apply(inverse(&gone)).await;
    assert_eq!(place.network().await.open_points[&id("p1")], second);
}

async fn an_open_point_holds_its_phase(place: Place) {
    let add = Change::OpenPoint(Edit::add(id("p1"), a_point(&place, "wer?")));
    place.apply(vec![add]).await;
    let used = (place.phases[0].clone(), place.district.clone());
    let in_use = place.store.phases_in_use().await.expect("it answers");
    assert!(in_use.contains(&used));
}

async fn offices_left_open_are_kept_and_taken_back(place: Place) {
    place.apply(three_actors(&place)).await;
    let (other, record) = department("Sozialamt");
    let add = Change::Department(Edit::add(other.clone(), record));
    place.apply(vec![add]).await;
    let key = (id("a"), place.phases[0].clone());
    let own = place.network().await.memberships[&key].department.clone();
    let changes = leave_open(&place, &[&own, &other]).await;
    let open = place.network().await.memberships[&key].open.clone();
    assert_eq!(open, BTreeSet::from([own, other]));
    place.apply(inverse(&changes)).await;
    assert!(place.network().await.memberships[&key].open.is_empty());
}

async fn a_backup_brings_what_is_open_back(place: Place) {
    place.apply(three_actors(&place)).await;
    let own = place.network().await.departments.keys().next().cloned();
    leave_open(&place, &[&own.expect("one")]).await;
    let add = Change::OpenPoint(Edit::add(id("p1"), a_point(&place, "wer?")));
    place.apply(vec![add]).await;
    let bytes = backed_up(place.store.as_ref()).await;
    let address = (sqlite::backend().address)();
    let other = address.open().await;
    brought_back(other.as_ref(), bytes).await.expect("empty");
    let held = other.network(&place.district).await.expect("there");
    let there = place.network().await;
    assert_eq!(held.value.open_points, there.open_points);
    assert_eq!(held.value.memberships, there.memberships);
}
