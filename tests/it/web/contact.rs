//! The page of a function, and its contact: entered, confirmed and deleted beside others who do the same.

use axum::http::StatusCode;
use miteinander::domain::{DistrictId, Role};
use miteinander::service::DEMONSTRATION;
use uuid::Uuid;

use super::people::{ask, district, signed};
use super::{Answer, House};

/// A function of the demonstration, and the address of its page.
async fn function(house: &House) -> (DistrictId, String) {
    let district = DistrictId::parse(DEMONSTRATION).expect("a slug");
    let view = house.service.view(&district).await.expect("there");
    let actor = view.network.actors.keys().next().expect("one").clone();
    let address = format!("/districts/{DEMONSTRATION}/actors/{actor}");
    (district, address)
}

async fn save(house: &House, address: &str, seen: &str, typed: &str, action: &str) -> Answer {
    let form = format!(
        "request={}&seen-person={seen}&person={typed}&action={action}",
        Uuid::new_v4()
    );
    house.post(&format!("{address}/contact"), &form).await
}

#[tokio::test]
async fn a_contact_is_entered_confirmed_and_deleted_and_stands_nowhere_else() {
    let house = House::open().await;
    let (district, address) = function(&house).await;
    let page = house.get(&address).await.says(StatusCode::OK);
    assert!(page.contains("Es ist niemand eingetragen."), "{page}");
    let form = format!(
        "request={}&person=Frau+Geheim&telephone=030+12&email=g%40b.de&action=save",
        Uuid::new_v4()
    );
    let sent = house.post(&format!("{address}/contact"), &form).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let page = house
        .get(sent.header("location"))
        .await
        .says(StatusCode::OK);
    for words in [
        "Die Ansprechperson ist gespeichert.",
        "value=\"Frau Geheim\"",
        "value=\"030 12\"",
        "value=\"g@b.de\"",
        "Zuletzt bestätigt am",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    for other in [
        "",
        "/map.svg",
        "/history",
        "/export/json",
        "/table",
        "/export/csv.zip",
    ] {
        let page = house
            .get(&format!("/districts/{DEMONSTRATION}{other}"))
            .await;
        let bytes = page.bytes;
        let name = b"Geheim";
        assert!(
            !bytes.windows(name.len()).any(|part| part == name),
            "{other}"
        );
    }
    let before = house.service.contacts(&district).await.expect("there");
    let form = format!(
        "request={}&seen-person=Frau+Geheim&person=Frau+Geheim&seen-telephone=030+12&telephone=030+12&seen-email=g%40b.de&email=g%40b.de&action=save",
        Uuid::new_v4()
    );
    let again = house.post(&format!("{address}/contact"), &form).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    let after = house.service.contacts(&district).await.expect("there");
    let [before, after] = [before, after].map(|all| all.into_values().next().expect("one"));
    assert_eq!(before.contact, after.contact);
    assert!(after.confirmed > before.confirmed, "it is confirmed anew");
    let form = format!(
        "request={}&seen-person=Frau+Geheim&seen-telephone=030+12&seen-email=g%40b.de&action=delete",
        Uuid::new_v4()
    );
    let deleted = house.post(&format!("{address}/contact"), &form).await;
    let page = house.get(deleted.header("location")).await.text();
    assert!(page.contains("Die Ansprechperson ist gelöscht."), "{page}");
    let none = house.service.contacts(&district).await.expect("there");
    assert!(none.is_empty());
}

#[tokio::test]
async fn a_contact_that_somebody_else_changed_is_shown_in_both_versions() {
    let house = House::open().await;
    let (_, address) = function(&house).await;
    save(&house, &address, "", "Frau+A", "save").await;
    let other = save(&house, &address, "Frau+A", "Herr+B", "save").await;
    assert_eq!(other.status, StatusCode::SEE_OTHER);
    for (typed, action) in [("Frau+C", "save"), ("", "delete")] {
        let refused = save(&house, &address, "Frau+A", typed, action).await;
        let page = refused.says(StatusCode::CONFLICT);
        assert!(page.contains("<dd>Herr B</dd>"), "{page}");
    }
    let refused = save(&house, &address, "Frau+A", "Frau+C", "save")
        .await
        .text();
    assert!(refused.contains("<dd>Frau C</dd>") && refused.contains("value=\"Frau C\""));
    // What only one side changed goes together.
    let form = format!(
        "request={}&seen-person=Frau+A&person=Frau+A&telephone=030+99&action=save",
        Uuid::new_v4()
    );
    let merged = house.post(&format!("{address}/contact"), &form).await;
    let page = house.get(merged.header("location")).await.text();
    assert!(page.contains("value=\"Herr B\"") && page.contains("value=\"030 99\""));
}

#[tokio::test]
async fn what_is_no_address_or_too_long_is_told_and_nothing_is_saved() {
    let house = House::open().await;
    let (district, address) = function(&house).await;
    let long = "x".repeat(4_100);
    for (form, words) in [
        ("email=nur+ein+Name".to_owned(), "keine E-Mail-Adresse"),
        (format!("person={long}"), "zu lang"),
        ("telephone=1%00".to_owned(), "Zeichen"),
    ] {
        let form = format!("request={}&action=save&{form}", Uuid::new_v4());
        let told = house.post(&format!("{address}/contact"), &form).await;
        let page = told.says(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains(words), "{words}");
    }
    let missing = format!("/districts/{DEMONSTRATION}/actors/niemand");
    house.get(&missing).await.says(StatusCode::NOT_FOUND);
    let none = house.service.contacts(&district).await.expect("there");
    assert!(none.is_empty());
}

#[tokio::test]
async fn a_contact_is_for_the_core_team_and_the_coordination_alone() {
    let house = House::open().await;
    let mitte = district("mitte");
    let coordination = Role::Coordination(mitte.clone());
    signed(&house, "k@mitte.example", coordination).await;
    let leader = signed(&house, "l@mitte.example", Role::Leader(mitte)).await;
    let other = signed(
        &house,
        "k@pankow.example",
        Role::Coordination(district("pankow")),
    )
    .await;
    let address = "/districts/mitte/actors/x";
    for (cookie, status) in [(&leader, 403), (&other, 404)] {
        let answer = ask(&house, miteinander::web::Verb::Get, address, cookie).await;
        assert_eq!(answer.status.as_u16(), status);
        let contact = format!("{address}/contact");
        let answer = ask(&house, miteinander::web::Verb::Post, &contact, cookie).await;
        assert_eq!(answer.status.as_u16(), status);
    }
}
