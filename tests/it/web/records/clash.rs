//! Two who change the same record at the same time.

use axum::http::StatusCode;

use super::super::House;
use super::super::form::Fields;
use super::{BASE, RSD, filled, id, led_to, network, of_rsd, send, with};

#[tokio::test]
async fn fields_that_only_one_side_changed_go_together() {
    let house = House::open().await;
    let (first, second) = (
        of_rsd(&house, &[("note", "Vertretung ungeklärt")]).await,
        of_rsd(&house, &[("section", "Regionaler Dienst")]).await,
    );
    led_to(&house, &send(&house, RSD, &first).await).await;
    led_to(&house, &send(&house, RSD, &second).await).await;
    let held = network(&house).await;
    let note = held.actors[&id("jug-rsd-sued")].note.as_ref();
    assert_eq!(note.map(|note| note.as_str()), Some("Vertretung ungeklärt"));
    let place = &held.memberships[&(id("jug-rsd-sued"), id("2"))];
    let section = place.section.as_ref().map(|section| section.as_str());
    assert_eq!(section, Some("Regionaler Dienst"));
}

#[tokio::test]
async fn a_field_that_both_changed_is_shown_in_both_versions_and_either_can_be_saved() {
    let house = House::open().await;
    let (first, second) = (
        of_rsd(&house, &[("section", "Die eine")]).await,
        of_rsd(&house, &[("section", "Die andere"), ("note", "von mir")]).await,
    );
    led_to(&house, &send(&house, RSD, &first).await).await;
    let told = send(&house, RSD, &second).await;
    let page = told.says(StatusCode::CONFLICT);
    for words in [
        "data-column=\"Gespeicherte Fassung\">Die eine<",
        "data-column=\"Ihre Eingabe\">Die andere<",
        "name=\"section\" value=\"Die andere\"",
        "Meine Fassung speichern",
        "value=\"keep section\"",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let seen = Fields::of(&page).get("seen").expect("hidden").to_owned();
    assert!(seen.contains("Die eine"), "{seen}");
    let section = async || {
        let held = network(&house).await;
        let place = &held.memberships[&(id("jug-rsd-sued"), id("2"))];
        (
            place.section.as_ref().map(ToString::to_string),
            held.actors[&id("jug-rsd-sued")].note.clone(),
        )
    };
    // The stored version stays, and what was typed elsewhere is saved.
    let mut keep = with(second, &[("seen", &seen), ("action", "keep section")]);
    keep.set("request", "6f5c1a52-8b7e-4c6d-9a43-0d9c6c1c2b11");
    led_to(&house, &send(&house, RSD, &keep).await).await;
    let (kept, note) = section().await;
    assert_eq!(kept.as_deref(), Some("Die eine"));
    assert!(note.is_some());
    // And the other way round.
    let third = of_rsd(&house, &[("section", "Die dritte")]).await;
    let fourth = of_rsd(&house, &[("section", "Die vierte")]).await;
    led_to(&house, &send(&house, RSD, &third).await).await;
    let page = send(&house, RSD, &fourth).await.says(StatusCode::CONFLICT);
    let both = Fields::of(&page);
    let mine = with(fourth, &[("seen", both.get("seen").expect("hidden"))]);
    let mine = with(
        mine,
        &[
            ("request", both.get("request").expect("hidden")),
            ("action", "save"),
        ],
    );
    led_to(&house, &send(&house, RSD, &mine).await).await;
    assert_eq!(section().await.0.as_deref(), Some("Die vierte"));
}

#[tokio::test]
async fn a_record_that_was_removed_meanwhile_can_be_saved_as_a_new_one() {
    let house = House::open().await;
    let typed = of_rsd(&house, &[("note", "nicht verlieren")]).await;
    let remove = format!("{RSD}/remove");
    let asked = filled(&house, &remove, &[]).await;
    led_to(&house, &send(&house, &remove, &asked).await).await;
    let page = send(&house, RSD, &typed).await.says(StatusCode::CONFLICT);
    for words in [
        "inzwischen entfernt",
        "nicht verlieren",
        "Als neuen Eintrag speichern",
        "/actors/new\"",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let mut anew = with(typed, &[("seen", ""), ("action", "anyway")]);
    anew.set("request", Fields::of(&page).get("request").expect("hidden"));
    let new = format!("{BASE}/actors/new");
    led_to(&house, &send(&house, &new, &anew).await).await;
    house
        .get("/districts/musterbezirk/actors/niemand")
        .await
        .says(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_move_over_somebody_else_s_is_told_first() {
    let house = House::open().await;
    let address = format!("{RSD}/move");
    let to = |department| [("department", department), ("phase", "2")];
    let (first, second) = (
        filled(&house, &address, &to("gesundheitsamt")).await,
        filled(&house, &address, &to("jobcenter")).await,
    );
    led_to(&house, &send(&house, &address, &first).await).await;
    let told = send(&house, &address, &second).await;
    let page = told.says(StatusCode::CONFLICT);
    assert!(page.contains("value=\"jobcenter\" selected"), "{page}");
    let again = with(Fields::of(&page), &to("jobcenter"));
    led_to(&house, &send(&house, &address, &again).await).await;
}
