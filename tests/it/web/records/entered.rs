//! What is entered, and what is told where it cannot be saved.

use axum::http::StatusCode;

use super::super::House;
use super::super::form::Fields;
use super::{ACTOR, BASE, RSD, filled, id, led_to, network, of_rsd, send, with};

#[tokio::test]
async fn a_function_is_entered_told_and_taken_back() {
    let house = House::open().await;
    let new = format!("{BASE}/actors/new");
    let form = filled(&house, &new, &ACTOR).await;
    let form = with(
        form,
        &[("phase", "2"), ("level", "operative"), ("answered", "no")],
    );
    let (to, page) = led_to(&house, &send(&house, &new, &form).await).await;
    assert!(
        to.starts_with(&format!("{BASE}/actors/lotsenstelle?taken=")),
        "{to}"
    );
    for words in [
        "Lotsenstelle",
        "KJGD",
        "operativ",
        "Rückgängig",
        "Nächste Funktion dieses Amtes",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    // The same again is the same, also where a second one would get another id.
    let again = send(&house, &new, &form).await;
    assert_eq!(again.header("location"), to);
    let held = network(&house).await;
    let named = held
        .actors
        .values()
        .filter(|one| one.name.as_str() == "Lotsenstelle");
    assert_eq!(named.count(), 1);
    let place = &held.memberships[&(id("lotsenstelle"), id("2"))];
    assert_eq!((place.answered, place.core_team), (Some(false), false));
    // What it says can be taken back.
    let step = to.rsplit('=').next().expect("a step").to_owned();
    let undo = format!("{BASE}/history/{step}");
    let number = Fields::of(&page).get("request").expect("a form").to_owned();
    led_to(
        &house,
        &house.post(&undo, &format!("request={number}")).await,
    )
    .await;
    assert!(
        !network(&house)
            .await
            .actors
            .contains_key(&id("lotsenstelle"))
    );
}

#[tokio::test]
async fn functions_of_an_office_are_entered_one_below_the_other() {
    let house = House::open().await;
    let new = format!("{BASE}/actors/new");
    let form = filled(&house, &new, &ACTOR).await;
    let form = with(form, &[("phase", "1"), ("action", "next")]);
    let (to, page) = led_to(&house, &send(&house, &new, &form).await).await;
    assert!(to.starts_with(&new), "{to}");
    for words in [
        "<option value=\"gesundheitsamt\" selected>",
        "<option value=\"1\" selected>",
        "name=\"section\" value=\"KJGD\"",
        "Schon eingetragen: Gesundheitsamt",
        ">Lotsenstelle</a>",
        "name=\"name\" value=\"\"",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
}

#[tokio::test]
async fn what_cannot_be_saved_is_told_at_its_field_and_stays() {
    let house = House::open().await;
    let before = network(&house).await;
    let new = format!("{BASE}/actors/new");
    let long = "x".repeat(301);
    for (name, value, field, words) in [
        ("name", " ", "name", "Bitte ausfüllen."),
        ("name", &long, "name", "Höchstens 300 Zeichen."),
        ("kind", "mayor", "kind", "Diese Auswahl gibt es nicht mehr."),
        ("department", "", "department", "Bitte auswählen."),
        (
            "department",
            "atlantis",
            "department",
            "Diese Auswahl gibt es nicht mehr.",
        ),
        ("note", &long, "note", "Höchstens 200 Zeichen."),
    ] {
        let form = filled(&house, &new, &ACTOR).await;
        let form = with(form, &[(name, value)]);
        let told = send(&house, &new, &form).await;
        let page = told.says(StatusCode::UNPROCESSABLE_ENTITY);
        let fault = format!("id=\"{field}-fault\" role=\"alert\">{words}");
        assert!(page.contains(&fault), "{fault}: {page}");
        assert!(
            page.contains("name=\"section\" value=\"KJGD\""),
            "what was typed stays"
        );
    }
    assert_eq!(*network(&house).await, *before);
}

#[tokio::test]
async fn nothing_to_save_is_said_and_makes_no_step() {
    let house = House::open().await;
    let form = of_rsd(&house, &[]).await;
    let (to, page) = led_to(&house, &send(&house, RSD, &form).await).await;
    assert!(to.ends_with("?same=yes"), "{to}");
    assert!(page.contains("Es gab nichts zu speichern"), "{page}");
}

#[tokio::test]
async fn a_function_stays_in_a_phase_in_which_something_is_said_of_it() {
    let house = House::open().await;
    let gone = [
        ("department", ""),
        ("section", ""),
        ("level", ""),
        ("asked", ""),
        ("answered", ""),
    ];
    let form = of_rsd(&house, &gone).await;
    let told = send(&house, RSD, &form).await;
    let page = told.says(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("noch Angaben zur Zusammenarbeit"), "{page}");
}

#[tokio::test]
async fn a_name_that_looks_like_another_is_asked_about_and_listed_once_it_is_there() {
    let house = House::open().await;
    let new = format!("{BASE}/actors/new");
    let held = network(&house).await;
    let name = held.actors[&id("jug-rsd-sued")]
        .name
        .as_str()
        .replace("Süd", "Sued");
    let form = filled(&house, &new, &ACTOR).await;
    let form = with(
        form,
        &[("name", &name), ("department", "jugendamt"), ("phase", "2")],
    );
    let page = send(&house, &new, &form)
        .await
        .says(StatusCode::UNPROCESSABLE_ENTITY);
    for words in [
        "Meinten Sie einen von diesen?",
        "/actors/jug-rsd-sued",
        "Trotzdem so speichern",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let anyway = with(form, &[("action", "anyway")]);
    led_to(&house, &send(&house, &new, &anyway).await).await;
    let page = house
        .get(&format!("{BASE}/twins"))
        .await
        .says(StatusCode::OK);
    assert!(
        page.contains(&name) && page.contains("/merge?into=jug-rsd-sued"),
        "{page}"
    );
}
