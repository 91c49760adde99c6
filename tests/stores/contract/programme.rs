//! What belongs to no single district, and writes over several scopes.

use crate::place::{
    Backend, Place, WHOLE_STORE, a_district, add_actor, change_programme, department, id,
    new_district, part, revisions, stamp, text, three_actors, trial, two_phases, writing,
};
use libtest_mimic::Trial;
use std::collections::BTreeSet;

use miteinander::domain::{Change, District, DistrictId, Edit, FundingPhase, Network, PhaseId};
use miteinander::store::{Cause, Error, Head, Revision, Scope, Write};

pub fn trials(backend: &Backend) -> Vec<Trial> {
    vec![
        trial(
            backend,
            "the_programme_is_read_back",
            the_programme_is_read_back,
        ),
        trial(
            backend,
            "several_scopes_are_written_together_or_not_at_all",
            several_scopes_are_written_together_or_not_at_all,
        ),
        trial(
            backend,
            "a_phase_goes_together_with_what_names_it",
            a_phase_goes_together_with_what_names_it,
        ),
        trial(
            backend,
            "a_district_in_use_is_not_removed",
            a_district_in_use_is_not_removed,
        ),
        trial(
            backend,
            "a_district_that_comes_back_goes_on_counting",
            a_district_that_comes_back_goes_on_counting,
        ),
    ]
}

async fn the_programme_is_read_back(place: Place) {
    let _alone = WHOLE_STORE.write().await;
    let programme = place.store.programme().await.expect("it answers").value;
    let ours = place.programme();
    let district = &ours.districts[&place.district];
    assert_eq!(programme.districts.get(&place.district), Some(district));
    for (id, phase) in &ours.phases {
        assert_eq!(programme.phases.get(id), Some(phase));
    }
    let mut renamed = district.clone();
    renamed.name = text("Neuer Name");
    renamed.example = false;
    let (phase_id, phase) = ours.phases.iter().next().expect("two");
    let mut longer = phase.clone();
    longer.end = None;
    change_programme(
        place.store.as_ref(),
        vec![
            Change::District(Edit::replace(
                place.district.clone(),
                district.clone(),
                renamed.clone(),
            )),
            Change::Phase(Edit::replace(
                phase_id.clone(),
                phase.clone(),
                longer.clone(),
            )),
        ],
    )
    .await;
    let programme = place.store.programme().await.expect("it answers").value;
    assert_eq!(programme.districts[&place.district], renamed);
    assert_eq!(programme.phases[phase_id], longer);
    assert_eq!(
        place.revision().await,
        Revision(0),
        "the district itself was not changed"
    );

    let gone = Change::Phase(Edit::remove(phase_id.clone(), longer));
    let gone_at = change_programme(place.store.as_ref(), vec![gone.clone()]).await;
    let held = place.store.programme().await.expect("it answers");
    assert!(held.head.revision >= gone_at);
    assert!(!held.value.phases.contains_key(phase_id));
    let steps = place
        .store
        .steps(&Scope::Programme, Some(gone_at.next()), 1)
        .await
        .expect("steps");
    assert_eq!(steps[0].number, gone_at);
    assert_eq!(steps[0].changes, [gone]);
}

async fn several_scopes_are_written_together_or_not_at_all(place: Place) {
    let new: DistrictId = id(&format!("neu-{}", place.district));
    let (jugendamt, record) = department("Jugendamt");
    let there = Change::Department(Edit::add(jugendamt, record));
    let mut orphan = add_actor("a", &id("nirgendwo"), &place.phases[0]);
    orphan.insert(0, there.clone());
    let write = |expected, of_new: Vec<Change>| {
        let add = Change::District(Edit::add(
            new.clone(),
            District {
                position: 7,
                ..a_district()
            },
        ));
        let parts = vec![
            part(Scope::Programme, expected, vec![add]),
            part(Scope::District(new.clone()), Head::default(), of_new),
            part(place.scope(), Head::default(), three_actors(&place)),
        ];
        writing(stamp(Cause::Import), parts)
    };
    let error = settled(&place, |revision| write(revision, orphan.clone()))
        .await
        .expect_err("an orphan");
    assert!(matches!(error, Error::Violated(_)), "{error}");
    assert!(
        !place
            .store
            .programme()
            .await
            .expect("there")
            .value
            .districts
            .contains_key(&new)
    );
    assert_eq!(*place.network().await, Network::default());
    assert_eq!(place.revision().await, Revision(0));

    let answer = settled(&place, |revision| write(revision, vec![there.clone()]))
        .await
        .expect("legal");
    assert_eq!(answer[1..], [Revision(1), Revision(1)]);
    let steps = place
        .store
        .steps(&Scope::Programme, Some(answer[0].next()), 1)
        .await
        .expect("one");
    assert_eq!(steps[0].number, answer[0]);
    assert_eq!(
        place
            .store
            .network(&new)
            .await
            .expect("there")
            .value
            .departments
            .len(),
        1
    );
    assert_eq!(place.network().await.actors.len(), 3);

    // A conflict in the last part undoes the first ones.
    let again: DistrictId = id(&format!("spaet-{}", place.district));
    let late = |expected| {
        let add = Change::District(Edit::add(again.clone(), a_district()));
        let parts = vec![
            part(Scope::Programme, expected, vec![add]),
            part(place.scope(), Head::default(), Vec::new()),
        ];
        writing(stamp(Cause::Import), parts)
    };
    let error = settled(&place, late)
        .await
        .expect_err("the district is at 1");
    assert!(
        matches!(
            error,
            Error::Conflict {
                scope: Scope::District(_),
                ..
            }
        ),
        "{error}"
    );
    assert!(
        !place
            .store
            .programme()
            .await
            .expect("there")
            .value
            .districts
            .contains_key(&again)
    );
}

async fn a_district_in_use_is_not_removed(place: Place) {
    let _alone = WHOLE_STORE.write().await;
    place.apply(three_actors(&place)).await;
    let removed = Change::District(Edit::remove(place.district.clone(), a_district()));
    let phase: FundingPhase = two_phases()[0].clone();
    let phase = Change::Phase(Edit::remove(place.phases[0].clone(), phase));
    for change in [removed, phase] {
        let write = |expected| {
            let part = part(Scope::Programme, expected, vec![change.clone()]);
            writing(stamp(Cause::Entry), vec![part])
        };
        let error = settled(&place, write).await.expect_err("it is in use");
        assert!(matches!(error, Error::Violated(_)), "{error}");
    }
    assert_eq!(place.network().await.reports.len(), 1);
}

async fn a_phase_goes_together_with_what_names_it(place: Place) {
    let _alone = WHOLE_STORE.write().await;
    place.apply(three_actors(&place)).await;
    let used = |in_use: &BTreeSet<_>, phase: &PhaseId| {
        in_use.contains(&(phase.clone(), place.district.clone()))
    };
    let in_use = place.store.phases_in_use().await.expect("it answers");
    assert!(used(&in_use, &place.phases[0]) && !used(&in_use, &place.phases[1]));

    let network = place.network().await;
    let mut less = (*network).clone();
    less.reports.clear();
    less.memberships.clear();
    let phase: FundingPhase = two_phases()[0].clone();
    let goes = Change::Phase(Edit::remove(place.phases[0].clone(), phase));
    let head = place.head().await;
    let write = |expected| {
        let parts = vec![
            part(Scope::Programme, expected, vec![goes.clone()]),
            part(place.scope(), head, network.diff(&less)),
        ];
        writing(stamp(Cause::Entry), parts)
    };
    settled(&place, write).await.expect("nothing names it then");
    let programme = place.store.programme().await.expect("there").value;
    assert!(!programme.phases.contains_key(&place.phases[0]));
    assert_eq!(place.network().await.memberships.len(), 0);
    let in_use = place.store.phases_in_use().await.expect("it answers");
    assert!(!used(&in_use, &place.phases[0]));
}

/// What was cached by an old revision must never pass for the new district.
async fn a_district_that_comes_back_goes_on_counting(place: Place) {
    let store = place.store.as_ref();
    let (district, _) = new_district(store).await;
    let scope = Scope::District(district.clone());
    let (id, record) = department("Jugendamt");
    let add = Change::Department(Edit::add(id, record));
    for change in [add.clone(), add.inverse()] {
        let head = store.head(&scope).await.expect("there");
        let write = crate::place::write(scope.clone(), head, vec![change]);
        store.apply(&write).await.expect("it is legal");
    }
    let edit = Edit::remove(district.clone(), a_district());
    change_programme(store, vec![Change::District(edit.clone())]).await;
    let error = store.head(&scope).await.expect_err("it is gone");
    assert!(matches!(error, Error::NoSuchDistrict(_)), "{error}");
    change_programme(store, vec![Change::District(edit.inverse())]).await;
    assert_eq!(
        store.head(&scope).await.expect("it is back").revision,
        Revision(2)
    );
    assert_eq!(store.steps(&scope, None, 9).await.expect("two").len(), 2);
}

/// Writes again while another trial was first at the programme.
pub async fn settled(
    place: &Place,
    write: impl Fn(Head) -> Write,
) -> miteinander::store::Result<Vec<Revision>> {
    loop {
        let head = place
            .store
            .head(&Scope::Programme)
            .await
            .expect("it answers");
        match place.store.apply(&write(head)).await {
            Err(Error::Conflict {
                scope: Scope::Programme,
                ..
            }) => {}
            answer => return answer.map(revisions),
        }
    }
}
