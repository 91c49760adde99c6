//! Functions moved, merged and removed, and taken back.

use axum::http::StatusCode;
use miteinander::domain::{Change, Edit, Note};

use super::super::House;
use super::super::form::Fields;
use super::{BASE, RSD, filled, id, led_to, network, send, undo, with, write};

#[tokio::test]
async fn a_removal_says_what_goes_with_it_and_comes_back_as_it_was() {
    let house = House::open().await;
    let before = network(&house).await;
    let remove = format!("{RSD}/remove");
    let page = house.get(&remove).await.says(StatusCode::OK);
    for words in [
        "Angaben zur Zusammenarbeit",
        "Zuordnungen in Förderphasen",
        "rückgängig machen",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    // Numbers that are no longer so are told again, and nothing is done.
    let asked = Fields::of(&page);
    let old = with(
        Fields::of(&page),
        &[(
            "seen",
            &asked
                .get("seen")
                .expect("hidden")
                .replace("\"reports\":", "\"reports\":1"),
        )],
    );
    let told = send(&house, &remove, &old).await.says(StatusCode::CONFLICT);
    assert!(told.contains("Inzwischen hat sich geändert"), "{told}");
    assert_eq!(*network(&house).await, *before);
    let (to, page) = led_to(&house, &send(&house, &remove, &asked).await).await;
    assert!(
        to.starts_with(&format!("{BASE}/departments/jugendamt?taken=")),
        "{to}"
    );
    let again = send(&house, &remove, &asked).await;
    assert_eq!(again.header("location"), to, "sent twice, done once");
    let held = network(&house).await;
    assert!(!held.actors.contains_key(&id("jug-rsd-sued")));
    assert!(
        held.reports
            .keys()
            .all(|(_, from, to)| *from != id("jug-rsd-sued") && *to != id("jug-rsd-sued"))
    );
    undo(&house, &to, &page).await;
    assert_eq!(*network(&house).await, *before);
}

#[tokio::test]
async fn a_function_moves_with_its_later_phases_and_back() {
    let house = House::open().await;
    let before = network(&house).await;
    let address = format!("{RSD}/move");
    let form = filled(
        &house,
        &address,
        &[("department", "gesundheitsamt"), ("phase", "2")],
    )
    .await;
    let (to, page) = led_to(&house, &send(&house, &address, &form).await).await;
    let held = network(&house).await;
    let department = |phase: &str| {
        let place = &held.memberships[&(id("jug-rsd-sued"), id(phase))];
        place.department.to_string()
    };
    assert_eq!(
        [department("1"), department("2")],
        ["jugendamt", "gesundheitsamt"]
    );
    assert_eq!(held.reports, before.reports);
    undo(&house, &to, &page).await;
    assert_eq!(*network(&house).await, *before);
    let nowhere = filled(&house, &address, &[("department", ""), ("phase", "2")]).await;
    send(&house, &address, &nowhere)
        .await
        .says(StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn functions_are_merged_after_what_happens_was_shown_and_come_apart_again() {
    let house = House::open().await;
    let before = network(&house).await;
    let other = "jug-fruehe-hilfen";
    save_contact(&house, RSD, "Frau Geht").await;
    let merge = format!("{RSD}/merge");
    let page = house.get(&merge).await.says(StatusCode::OK);
    assert!(
        page.contains("<optgroup label=\"Gesundheitsamt\">"),
        "{page}"
    );
    let asked = format!("{merge}?into={other}");
    let page = house.get(&asked).await.says(StatusCode::OK);
    for words in [
        "Es kommen mit:",
        "Welche Angaben gelten",
        "Die Ansprechperson kommt mit",
        "geht in „",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let form = Fields::of(&page);
    let (to, page) = led_to(&house, &send(&house, &asked, &form).await).await;
    assert!(
        to.starts_with(&format!("{BASE}/actors/{other}?taken=")),
        "{to}"
    );
    assert!(
        page.contains("value=\"Frau Geht\""),
        "the contact came along"
    );
    assert_eq!(send(&house, &asked, &form).await.header("location"), to);
    let held = network(&house).await;
    assert!(!held.actors.contains_key(&id("jug-rsd-sued")));
    assert!(held.reports.keys().all(|(_, from, to)| from != to));
    undo(&house, &to, &page).await;
    assert_eq!(*network(&house).await, *before);
    let itself = with(form, &[("into", "jug-rsd-sued")]);
    send(&house, &merge, &itself)
        .await
        .says(StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_remark_without_room_is_told_before_and_kept_to_be_cleared_up() {
    let house = House::open().await;
    let before = network(&house).await;
    let goes = id("jug-rsd-sued");
    let mut own = before.reports.iter();
    let (first, _) = own
        .find(|((_, from, to), _)| *from == goes && to.as_str() != "jug-fruehe-hilfen")
        .expect("it reports something");
    let second = (first.0.clone(), id("jug-fruehe-hilfen"), first.2.clone());
    for (key, letter) in [(first, "a"), (&second, "b")] {
        let standing = before.reports.get(key).cloned();
        let mut report = standing.clone().unwrap_or_default();
        report.note = Note::parse(&letter.repeat(150)).ok();
        let edit = Edit {
            key: key.clone(),
            before: standing,
            after: Some(report),
        };
        write(&house, vec![Change::Report(edit)]).await;
    }
    let asked = format!("{RSD}/merge?into=jug-fruehe-hilfen&lang=de");
    let page = house.get(&asked).await.says(StatusCode::OK);
    assert!(page.contains("Für eine Bemerkung ist neben der anderen kein Platz."));
    let form = Fields::of(&page);
    led_to(&house, &send(&house, &asked, &form).await).await;
    let held = network(&house).await;
    let point = held.open_points.values().next().expect("it is kept");
    let text = point.text.as_str();
    assert!(text.contains("aaa") || text.contains("bbb"), "{text}");
    assert!(page.contains(text), "it was told before: {text}");
}

async fn save_contact(house: &House, of: &str, person: &str) {
    let form = format!(
        "request={}&person={person}&action=save",
        uuid::Uuid::new_v4()
    );
    let saved = house.post(&format!("{of}/contact"), &form).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
}
