//! What was written is read back.

use crate::place::{
    Backend, Place, WHOLE_STORE, a_district, add_actor, department, id, key, revisions, stamp,
    text, three_actors, trial, write,
};
use crate::planted::{Planted, additions};
use libtest_mimic::Trial;
use miteinander::domain::{
    Actor, ActorKind, Change, Edit, Network, Note, Offer, Party, Report, TieKind,
};
use miteinander::store::{Cause, Error, Head, Outline, Revision, Scope};
use std::collections::BTreeMap;

pub fn trials(backend: &Backend) -> Vec<Trial> {
    vec![
        trial(backend, "a_new_district_is_empty", a_new_district_is_empty),
        trial(
            backend,
            "a_district_that_is_not_there_is_named",
            a_district_that_is_not_there_is_named,
        ),
        trial(
            backend,
            "the_overview_tells_how_much_each_district_holds",
            the_overview_tells_how_much_each_district_holds,
        ),
        trial(backend, "every_field_comes_back", every_field_comes_back),
        trial(
            backend,
            "texts_of_all_kinds_come_back",
            texts_of_all_kinds_come_back,
        ),
        trial(
            backend,
            "five_thousand_actors_come_back",
            five_thousand_actors_come_back,
        ),
        trial(
            backend,
            "districts_do_not_see_each_other",
            districts_do_not_see_each_other,
        ),
        trial(
            backend,
            "what_was_written_is_there_after_a_restart",
            what_was_written_is_there_after_a_restart,
        ),
    ]
}

async fn a_new_district_is_empty(place: Place) {
    place.store.ready().await.expect("it answers");
    assert_eq!(place.revision().await, Revision(0));
    let held = place.store.network(&place.district).await.expect("there");
    assert_eq!(held.head.revision, Revision(0));
    assert_eq!(*held.value, Network::default());
    assert_eq!(
        place.store.contacts(&place.district).await.expect("there"),
        BTreeMap::new()
    );
    assert_eq!(
        place
            .store
            .steps(&place.scope(), None, 10)
            .await
            .expect("there"),
        []
    );
}

async fn the_overview_tells_how_much_each_district_holds(place: Place) {
    let mine = async || {
        let all = place.store.overview().await.expect("it answers");
        let mut all = all.districts.into_iter();
        all.find(|one| one.id == place.district)
            .expect("it is listed")
    };
    let numbers = |one: &Outline| (one.departments, one.actors, one.offers, one.at);
    let empty = mine().await;
    assert_eq!(empty.district, a_district());
    assert_eq!(numbers(&empty), (0, 0, 0, None));
    place.apply(three_actors(&place)).await;
    let at = Some(stamp(Cause::Entry).at);
    assert_eq!(numbers(&mine().await), (1, 3, 0, at));
    let head = place.store.head(&place.scope()).await.expect("it is there");
    assert_eq!(mine().await.head, head);

    let taken_at = async |step| place.store.taken_at(&place.scope(), step).await;
    assert_eq!(taken_at(Revision(1)).await.expect("it answers"), at);
    assert_eq!(taken_at(Revision(2)).await.expect("it answers"), None);
}

async fn a_district_that_is_not_there_is_named(place: Place) {
    let nowhere = id("nirgendwo");
    let scope = Scope::District(nowhere.clone());
    let named = |error: Error| matches!(error, Error::NoSuchDistrict(id) if id == nowhere);
    assert!(named(
        place.store.head(&scope).await.expect_err("it is not there")
    ));
    assert!(named(
        place
            .store
            .network(&nowhere)
            .await
            .expect_err("it is not there")
    ));
    assert!(named(
        place
            .store
            .contacts(&nowhere)
            .await
            .expect_err("it is not there")
    ));
    assert!(named(
        place
            .store
            .steps(&scope, None, 1)
            .await
            .expect_err("it is not there")
    ));
    let write = write(scope, Head::default(), three_actors(&place));
    assert!(named(
        place
            .store
            .apply(&write)
            .await
            .expect_err("it is not there")
    ));
}

async fn every_field_comes_back(place: Place) {
    let planted = Planted {
        departments: 9,
        actors: 60,
        offers: 20,
        reports: 300,
        seed: 7,
    };
    let network = planted.network(&place.phases);
    let revision = place.apply(additions(&network)).await;
    assert_eq!(revision, Revision(1));
    let held = place.store.network(&place.district).await.expect("there");
    assert_eq!(held.head.revision, revision);
    assert_eq!(*held.value, network);
    // Each record once more, changed, and half of the reports gone.
    let other = Planted { seed: 8, ..planted }.network(&place.phases);
    let changes = network.diff(&other);
    assert!(changes.len() > 300, "the two differ nearly everywhere");
    place.apply(changes).await;
    assert_eq!(*place.network().await, other);
    place.apply(other.diff(&Network::default())).await;
    assert_eq!(*place.network().await, Network::default());
}

async fn texts_of_all_kinds_come_back(place: Place) {
    let long = "ß".repeat(4_000);
    let texts = [
        "O'Reilly \"und\" `Söhne`; DROP TABLE actor; --",
        "C:\\Amt\\neu \\n \\' \\\\",
        "Straße, Fußgänger, Ärztehaus, Œuvre, İstanbul",
        "👩‍👩‍👧‍👦 Familienzentrum 🏳️‍🌈",
        "erste Zeile\nzweite\tSpalte\r\ndritte",
        "{\"json\": [null, true]} ${x} {{y}} %s $1 ?1 :name",
        "مركز الأسرة 家庭中心",
        "null",
        &long,
    ];
    let mut network = Network::default();
    for (n, words) in texts.iter().enumerate() {
        let (_, mut record) = department(words);
        record.short_name = Some(text(words));
        let place_of = id(&format!("amt-{n} 'ä\" \\ 🙂"));
        record
            .divisions
            .insert(place.phases[0].clone(), text(words));
        let party = Party::Section(place_of.clone(), text(words));
        let actor = Actor {
            name: text(words),
            kind: ActorKind::Body,
            note: Note::parse(&words.chars().take(200).collect::<String>()).ok(),
        };
        let offer = Offer {
            name: text(words),
            life_phases: Default::default(),
            fields: Default::default(),
            providers: [(place.phases[1].clone(), [party.clone()].into())].into(),
            responsible: Some(place_of.clone()),
            known_to: [party].into(),
            referred_by: Default::default(),
            target_group: Some(text(words)),
            area: Some(text(words)),
            goal: Some(text(words)),
            funding: Some(text(words)),
            note: None,
        };
        network.departments.insert(place_of, record);
        network.actors.insert(id(&format!("f{n}\"'\\🙂")), actor);
        network.offers.insert(id(&format!("o{n}\"'\\🙂")), offer);
    }
    place.apply(additions(&network)).await;
    assert_eq!(*place.network().await, network);
    let steps = place
        .store
        .steps(&place.scope(), None, 1)
        .await
        .expect("one");
    assert_eq!(steps[0].changes, additions(&network));
}

async fn five_thousand_actors_come_back(place: Place) {
    // On a server just started its one write keeps the district locked for long.
    let _with_others = WHOLE_STORE.read().await;
    let planted = Planted {
        departments: 40,
        actors: 5_000,
        offers: 200,
        reports: 25_000,
        seed: 3,
    };
    let network = planted.network(&place.phases);
    assert_eq!(network.reports.len(), 50_000);
    place.apply(additions(&network)).await;
    let read = place.network().await;
    assert!(
        *read == network,
        "{} changes apart",
        read.diff(&network).len()
    );
}

async fn districts_do_not_see_each_other(place: Place) {
    let (other, _) = crate::place::new_district(place.store.as_ref()).await;
    place.apply(three_actors(&place)).await;
    let held = place.store.network(&other).await.expect("there");
    assert_eq!(held.head.revision, Revision(0));
    assert_eq!(*held.value, Network::default());
    // The same ids once more beside the first district's.
    let write = write(
        Scope::District(other.clone()),
        held.head,
        three_actors(&place),
    );
    place.store.apply(&write).await.expect("no clash");
    assert_eq!(
        place.store.network(&other).await.expect("there").value,
        place.network().await
    );
}

async fn what_was_written_is_there_after_a_restart(place: Place) {
    let network = Planted {
        departments: 4,
        actors: 30,
        offers: 5,
        reports: 100,
        seed: 5,
    }
    .network(&place.phases);
    place.apply(additions(&network)).await;
    place.store.close().await;
    assert!(
        place.store.head(&place.scope()).await.is_err(),
        "it is closed"
    );
    let again = place.address.open().await;
    let held = again.network(&place.district).await.expect("there");
    assert_eq!((held.head.revision, &*held.value), (Revision(1), &network));
    let mut other = add_actor("neu", &id("amt-0"), &place.phases[0]);
    let kinds = [TieKind::Referral].into();
    let report = Report {
        kinds,
        ..crate::place::report(4)
    };
    other.push(Change::Report(Edit::add(
        key(&place.phases[0], "neu", "f-1"),
        report,
    )));
    let write = write(place.scope(), held.head, other);
    assert_eq!(
        again
            .apply(&write)
            .await
            .map(revisions)
            .expect("it is legal"),
        [Revision(2)]
    );
}
