//! What was written is read back.

use std::collections::BTreeMap;

use libtest_mimic::Trial;
use miteinander::domain::{
    Actor, ActorKind, Change, Edit, Network, Note, Offer, Party, Report, TieKind,
};
use miteinander::store::{Cause, Error, Revision, Scope};

use crate::place::{
    Backend, Place, add_actor, change_programme, department, id, key, part, report, stamp, text,
    three_actors, trial, write,
};
use crate::planted::{Planted, additions};

pub fn trials(backend: &Backend) -> Vec<Trial> {
    vec![
        trial(backend, "a_new_district_is_empty", a_new_district_is_empty),
        trial(
            backend,
            "a_district_that_is_not_there_is_named",
            a_district_that_is_not_there_is_named,
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
            "the_programme_is_read_back",
            the_programme_is_read_back,
        ),
        trial(
            backend,
            "the_history_is_read_page_by_page",
            the_history_is_read_page_by_page,
        ),
        trial(
            backend,
            "contacts_go_with_their_actor",
            contacts_go_with_their_actor,
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
    assert_eq!(held.revision, Revision(0));
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

async fn a_district_that_is_not_there_is_named(place: Place) {
    let nowhere = id("nirgendwo");
    let scope = Scope::District(nowhere.clone());
    let named = |error: Error| matches!(error, Error::NoSuchDistrict(id) if id == nowhere);
    assert!(named(
        place
            .store
            .revision(&scope)
            .await
            .expect_err("it is not there")
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
    let write = write(scope, Revision(0), three_actors(&place));
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
    assert_eq!(held.revision, revision);
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
    assert_eq!(held.revision, Revision(0));
    assert_eq!(*held.value, Network::default());
    // The same ids once more beside the first district's.
    let write = write(
        Scope::District(other.clone()),
        Revision(0),
        three_actors(&place),
    );
    place.store.apply(&write).await.expect("no clash");
    assert_eq!(
        place.store.network(&other).await.expect("there").value,
        place.network().await
    );
}

async fn the_programme_is_read_back(place: Place) {
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
    assert!(held.revision >= gone_at);
    assert!(!held.value.phases.contains_key(phase_id));
    let steps = place
        .store
        .steps(&Scope::Programme, Some(gone_at.next()), 1)
        .await
        .expect("steps");
    assert_eq!(steps[0].number, gone_at);
    assert_eq!(steps[0].changes, [gone]);
}

async fn the_history_is_read_page_by_page(place: Place) {
    place.apply(three_actors(&place)).await;
    let key = key(&place.phases[0], "a", "c");
    let causes = [
        Cause::Seed,
        Cause::Import,
        Cause::Entry,
        Cause::Undo(Revision(4)),
    ];
    let mut written = Vec::new();
    for (n, cause) in causes.into_iter().enumerate() {
        let edit = if n % 2 == 0 {
            Edit::add(key.clone(), report(2))
        } else {
            Edit::remove(key.clone(), report(2))
        };
        let mut write = place.write(Revision(n as i64 + 1), vec![Change::Report(edit)]);
        write.stamp = stamp(cause);
        if n == 0 {
            write.stamp.by = None;
        }
        place.store.apply(&write).await.expect("it is legal");
        written.push(write);
    }
    let scope = place.scope();
    let steps = |before, limit| place.store.steps(&scope, before, limit);
    let all = steps(None, 100).await.expect("five");
    let numbers: Vec<i64> = all.iter().map(|step| step.number.0).collect();
    assert_eq!(numbers, [5, 4, 3, 2, 1]);
    for (step, write) in all.iter().rev().skip(1).zip(&written) {
        assert_eq!(step.stamp, write.stamp);
        assert_eq!(step.changes, write.parts[0].changes);
    }
    assert_eq!(steps(None, 2).await.expect("two"), all[..2]);
    assert_eq!(steps(Some(Revision(4)), 2).await.expect("two"), all[2..4]);
    assert_eq!(steps(Some(Revision(2)), 2).await.expect("one"), all[4..]);
    assert_eq!(steps(Some(Revision(1)), 2).await.expect("none"), []);
}

async fn contacts_go_with_their_actor(place: Place) {
    place.apply(three_actors(&place)).await;
    let secret = "Frau Ümlaut-Geheim, Tel. 030 123";
    let set = |contacts: &[(&str, Option<&str>)]| {
        let mut part = part(place.scope(), Revision(1), Vec::new());
        for (actor, contact) in contacts {
            part.contacts.insert(id(actor), contact.map(text));
        }
        part
    };
    let mut write = place.write(Revision(1), Vec::new());
    write.parts = vec![set(&[("a", Some(secret)), ("c", Some("Herr C"))])];
    assert_eq!(place.store.apply(&write).await.expect("set"), [Revision(1)]);
    let contacts = || async { place.store.contacts(&place.district).await.expect("there") };
    assert_eq!(
        contacts().await,
        BTreeMap::from([(id("a"), text(secret)), (id("c"), text("Herr C"))])
    );

    write.stamp = stamp(Cause::Entry);
    write.parts = vec![set(&[("a", Some("Herr A")), ("b", None), ("c", None)])];
    place.store.apply(&write).await.expect("set");
    assert_eq!(
        contacts().await,
        BTreeMap::from([(id("a"), text("Herr A"))])
    );

    // Nobody's contact is a mistake, and nothing of its write is kept.
    write.stamp = stamp(Cause::Entry);
    write.parts = vec![set(&[("a", Some("Frau A")), ("niemand", Some("Frau N"))])];
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
        place.store.revision(&place.scope()).await.is_err(),
        "it is closed"
    );
    let again = place.address.open().await;
    let held = again.network(&place.district).await.expect("there");
    assert_eq!((held.revision, &*held.value), (Revision(1), &network));
    let mut other = add_actor("neu", &id("amt-0"), &place.phases[0]);
    let kinds = [TieKind::Referral].into();
    let report = Report { kinds, ..report(4) };
    other.push(Change::Report(Edit::add(
        key(&place.phases[0], "neu", "f-1"),
        report,
    )));
    let write = place.write(Revision(1), other);
    assert_eq!(
        again.apply(&write).await.expect("it is legal"),
        [Revision(2)]
    );
}
