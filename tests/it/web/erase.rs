//! A function deleted on its page, and the log that tells of it to the coordination alone.

use axum::http::StatusCode;
use chrono::{Months, Utc};
use miteinander::domain::{DistrictId, Event, Role};
use miteinander::service::DEMONSTRATION;
use miteinander::store::Turn;
use miteinander::web::Verb;

use super::House;
use super::people::{ask, district, invite, signed};

#[tokio::test]
async fn a_function_is_deleted_after_the_page_has_said_what_goes() {
    let house = House::open().await;
    let id = DistrictId::parse(DEMONSTRATION).expect("a slug");
    let view = house.service.view(&id).await.expect("there");
    let (actor, record) = view.network.actors.iter().next().expect("one");
    let (actor, name) = (actor.clone(), record.name.to_string());
    let page = format!("/districts/{DEMONSTRATION}/erase");
    let list = house.get(&page).await.says(StatusCode::OK);
    assert!(list.contains(&name));
    let asked = house.get(&format!("{page}?actor={actor}")).await;
    let said = asked.says(StatusCode::OK);
    for words in [
        "endgültig",
        "damit sich keine Zahl ändert",
        "Ältere Sicherungen",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    // Without the tick nothing goes.
    let form = format!("actor={actor}");
    let told = house.post(&page, &form).await;
    assert!(
        told.says(StatusCode::UNPROCESSABLE_ENTITY)
            .contains("mit dem Häkchen")
    );
    let done = house.post(&page, &format!("{form}&sure=yes")).await;
    let said = done.says(StatusCode::OK);
    assert!(said.contains("heißt jetzt „Funktion 1“"), "{said}");
    // Sent twice it deletes nothing twice.
    let again = house.post(&page, &format!("{form}&sure=yes")).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
    let table = house
        .get(&format!("/districts/{DEMONSTRATION}/table"))
        .await
        .text();
    assert!(table.contains("Funktion 1") && !table.contains(&name));
    let log = house.get(&format!("/districts/{DEMONSTRATION}/log")).await;
    let log = log.says(StatusCode::OK);
    assert!(
        log.contains("Gelöscht: 1 Funktion") && !log.contains(&name),
        "{log}"
    );
    // The step that had brought it says why it stays.
    let history = house
        .get(&format!("/districts/{DEMONSTRATION}/history"))
        .await
        .text();
    assert!(!history.contains(&name));
    assert!(
        history.contains("eine Funktion, die gelöscht wurde"),
        "{history}"
    );
    let form = format!("request={}", uuid::Uuid::new_v4());
    let undone = house
        .post(&format!("/districts/{DEMONSTRATION}/history/1"), &form)
        .await;
    let said = undone.says(StatusCode::CONFLICT);
    assert!(said.contains("lässt sich nicht zurücknehmen"), "{said}");
}

#[tokio::test]
async fn the_log_tells_the_coordination_of_its_own_district_who_was_given_which_role() {
    let house = House::open().await;
    let mitte = district("mitte");
    let cookie = signed(&house, "k@mitte.example", Role::Coordination(mitte.clone())).await;
    let team = signed(&house, "t@mitte.example", Role::CoreTeam(mitte)).await;
    invite(
        &house,
        "k@pankow.example",
        Role::Coordination(district("pankow")),
    )
    .await;
    let there = house.service.accounts().await.expect("asked").all;
    let own = there
        .iter()
        .find(|(_, one)| one.email.as_str() == "t@mitte.example");
    let (id, _) = own.expect("it is there");
    let address = format!("/districts/mitte/accounts/{id}");
    let form = "action=role&role=leader";
    let changed = super::authors::post_as(&house, &address, &cookie, form);
    assert_eq!(changed.await.status, StatusCode::SEE_OTHER);
    let log = ask(&house, Verb::Get, "/districts/mitte/log", &cookie).await;
    let log = log.says(StatusCode::OK);
    for words in [
        "t@mitte.example: Rolle geändert von Kernteam zu Leitung",
        "k@mitte.example eingeladen als Bezirkskoordination",
        "<td data-column=\"Von wem\">k@mitte.example</td>",
    ] {
        assert!(log.contains(words), "{words}: {log}");
    }
    assert!(!log.contains("pankow.example"));
    // Neither the core team nor another district.
    for (address, status) in [
        ("/districts/mitte/log", 303),
        ("/districts/mitte/erase", 303),
    ] {
        let answer = ask(&house, Verb::Get, address, &team).await;
        assert_eq!(
            answer.status.as_u16(),
            status,
            "the session has ended with the role"
        );
    }
    let other = ask(&house, Verb::Get, "/districts/pankow/log", &cookie).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
    let programme = ask(&house, Verb::Get, "/programme/log", &cookie).await;
    assert_eq!(programme.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn what_is_over_goes_once_a_night_and_one_instance_at_a_time() {
    let house = House::open().await;
    let id = DistrictId::parse(DEMONSTRATION).expect("a slug");
    let address = format!("/districts/{DEMONSTRATION}/actors/jug-fruehe-hilfen/contact");
    let form = format!(
        "request={}&person=Frau+Geheim&action=save",
        uuid::Uuid::new_v4()
    );
    house.post(&address, &form).await;
    let later = |months| Utc::now() + Months::new(months);
    let contacts = async || house.service.contacts(&id).await.expect("there").len();
    // Its function stands in a phase that goes on: 24 months after it was confirmed.
    let none = house.service.erase_due(later(23)).await.expect("it runs");
    assert_eq!((none, contacts().await), (Some(Vec::new()), 1));
    let store = miteinander::store::open(&house.store_url(), None).await;
    let other = store.expect("a second instance");
    let mut turn = Turn {
        work: "erase",
        holder: uuid::Uuid::new_v4(),
        now: later(25),
        until: later(26),
    };
    assert!(other.take_turn(&turn).await.expect("asked"));
    let done = house.service.erase_due(later(25)).await;
    assert_eq!((done.expect("it runs"), contacts().await), (None, 1));
    turn.until = turn.now;
    assert!(other.take_turn(&turn).await.expect("ended"));
    other.close().await;
    let done = house.service.erase_due(later(25)).await.expect("it runs");
    let done = done.expect("nobody else is at it");
    assert_eq!(
        (done.len(), done[0].1.contacts, contacts().await),
        (1, 1, 0)
    );
    let log = house.service.log_of(&id, later(25)).await.expect("asked");
    assert!(matches!(&log[..], [entry] if matches!(entry.event, Event::Erased(_))));
}
