//! Funding phases belong to all districts: what an import brings is named so, its undo takes it back, and one can be
//! closed and the next begun.

use axum::http::StatusCode;

use super::{Answer, House};

const PAGE: &str = "/programme/phases";

/// Files for a district in a phase that is new, the running one closed before.
fn files(phases: &str) -> Vec<(&'static str, Vec<u8>)> {
    let text = |text: &str| text.as_bytes().to_vec();
    vec![
        ("organisationen.csv", text("Name;Art\nJugendamt;Fachamt\n")),
        (
            "funktionen.csv",
            text(
                "Funktion oder Einrichtung;Amt / Organisation;Förderphase\nRSD Süd;Jugendamt;ab 2027\n",
            ),
        ),
        ("foerderphasen.csv", text(phases)),
    ]
}

const CLOSED_AND_NEXT: &str =
    "Name;Beginn;Ende\nab 2027;01.01.2027;\nab 2023;01.01.2023;31.12.2026\n";

/// Uploads and takes over; the preview and the step's number.
async fn import(house: &House, district: &str, phases: &str) -> (String, Answer) {
    let files = files(phases);
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, bytes)| (*name, &bytes[..]))
        .collect();
    let sent = house
        .upload(&format!("/districts/{district}/import"), &files)
        .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let address = sent.header("location").to_owned();
    let preview = house.get(&address).await;
    let page = preview.says(StatusCode::OK);
    let form = format!(
        "seen={}&programme={}",
        preview.field("seen"),
        preview.field("programme")
    );
    (page, house.post(&address, &form).await)
}

async fn undo(house: &House, district: &str, step: u32) {
    let address = format!("/districts/{district}/history/{step}");
    let request = uuid::Uuid::new_v4();
    let answer = house.post(&address, &format!("request={request}")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
}

async fn phases(house: &House) -> Vec<(String, Option<String>)> {
    let programme = house.service.programme().await.expect("it answers").value;
    let phases = programme.phases_in_order().into_iter();
    phases
        .map(|(_, phase)| (phase.name.to_string(), phase.end.map(|end| end.to_string())))
        .collect()
}

/// The running phase of the seed.
fn running() -> (String, Option<String>) {
    ("ab 2023".to_owned(), None)
}

#[tokio::test]
async fn an_import_closes_the_running_phase_begins_the_next_and_says_for_whom() {
    let house = House::open().await;
    let before = phases(&house).await;
    assert_eq!(before.last(), Some(&running()));
    let (page, taken) = import(&house, "mitte", CLOSED_AND_NEXT).await;
    for words in [
        "1 Förderphase für alle Bezirke neu",
        "1 Förderphase für alle Bezirke geändert",
    ] {
        assert!(page.contains(words), "{words}\n{page}");
    }
    assert_eq!(taken.status, StatusCode::SEE_OTHER);
    let after = phases(&house).await;
    let closed = ("ab 2023".to_owned(), Some("2026-12-31".to_owned()));
    assert_eq!(
        after[after.len() - 2..],
        [closed, ("ab 2027".to_owned(), None)]
    );

    for page in ["/districts/mitte/history", "/districts/mitte/history/1"] {
        let page = house.get(page).await.says(StatusCode::OK);
        let told = "1 Förderphase für alle Bezirke neu";
        assert!(page.contains(told), "the history tells it: {page}");
    }

    // Its undo takes back what it brought, and its own undo brings it again.
    undo(&house, "mitte", 1).await;
    assert_eq!(phases(&house).await, before);
    undo(&house, "mitte", 2).await;
    assert_eq!(phases(&house).await, after);
}

#[tokio::test]
async fn a_phase_that_another_district_has_come_to_use_stays() {
    let house = House::open().await;
    import(&house, "mitte", CLOSED_AND_NEXT).await;
    let after = phases(&house).await;
    import(&house, "pankow", "Name;Beginn;Ende\nab 2027;01.01.2027;\n").await;
    undo(&house, "mitte", 1).await;
    assert_eq!(phases(&house).await, after, "Pankow uses it");
    let page = house.get("/districts/mitte").await.says(StatusCode::OK);
    assert!(
        page.contains("Hier ist noch nichts eingetragen"),
        "Mitte is empty again"
    );
    house.get("/districts/pankow").await.says(StatusCode::OK);
    undo(&house, "pankow", 1).await;
    assert_eq!(phases(&house).await, after, "Pankow had not brought it");
}

#[tokio::test]
async fn a_file_that_moves_a_phase_is_still_a_fault() {
    let house = House::open().await;
    for other in [
        "Name;Beginn;Ende\nab 2023;02.01.2023;\nab 2027;01.01.2027;\n",
        "Name;Beginn;Ende\nab 2023;01.01.2023;31.12.2022\nab 2027;01.01.2027;\n",
        "Name;Beginn;Ende\nab 2023;01.01.2023;31.12.2026\nab 2027;01.12.2026;\n",
    ] {
        let files = files(other);
        let files: Vec<(&str, &[u8])> = files
            .iter()
            .map(|(name, bytes)| (*name, &bytes[..]))
            .collect();
        let sent = house.upload("/districts/mitte/import", &files).await;
        let address = sent.header("location").to_owned();
        let page = house.get(&address).await;
        page.says(StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(phases(&house).await.last(), Some(&running()));
}

/// Sends the form of a phase on the page.
async fn save(house: &House, seen: &str, fields: &str) -> Answer {
    let request = uuid::Uuid::new_v4();
    let form = format!("request={request}&seen={seen}&{fields}");
    house.post(PAGE, &form).await
}

#[tokio::test]
async fn a_phase_is_closed_and_the_next_begun_on_the_page() {
    let house = House::open().await;
    let seen = house.get(PAGE).await.field("seen");
    let early = save(&house, &seen, "name=ab+2027&start=01.01.2027&end=").await;
    let page = early.says(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("gemeinsame Tage"), "{page}");
    assert!(page.contains("value=\"ab 2027\""), "what was typed is kept");

    let programme = house.service.programme().await.expect("it answers").value;
    let (id, _) = programme.current_phase().expect("one runs");
    let close = format!("id={id}&name=2023-2026&start=01.01.2023&end=31.12.2026");
    let closed = save(&house, &seen, &close).await;
    assert_eq!(closed.status, StatusCode::SEE_OTHER);
    let page = house.get(closed.header("location")).await;
    assert!(
        page.says(StatusCode::OK)
            .contains("Gespeichert, für alle Bezirke.")
    );
    let next = save(
        &house,
        &page.field("seen"),
        "name=ab+2027&start=2027-01-01&end=",
    )
    .await;
    assert_eq!(next.status, StatusCode::SEE_OTHER);
    let after = phases(&house).await;
    let closed = ("2023-2026".to_owned(), Some("2026-12-31".to_owned()));
    assert_eq!(
        after[after.len() - 2..],
        [closed, ("ab 2027".to_owned(), None)]
    );

    // Who still has the old page in front of them is told, and what they typed is kept.
    let late = save(&house, &seen, "name=ab+2030&start=01.01.2030&end=").await;
    let page = late.says(StatusCode::CONFLICT);
    assert!(page.contains("Jemand anderes"), "{page}");
    assert!(page.contains("value=\"ab 2030\""), "what was typed is kept");
    let long = format!("name={}&start=01.01.2030", "x".repeat(301));
    for fields in [
        "name=&start=01.01.2030",
        "name=x&start=bald",
        "name=ab+2027&start=01.01.1999&end=31.12.1999",
        &long,
    ] {
        let seen = house.get(PAGE).await.field("seen");
        save(&house, &seen, fields)
            .await
            .says(StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn only_a_phase_that_no_district_uses_can_be_removed() {
    let house = House::open().await;
    let page = house.get(PAGE).await;
    assert!(
        !page.text().contains("value=\"remove\""),
        "the demonstration uses both"
    );
    let programme = house.service.programme().await.expect("it answers").value;
    let (id, _) = programme.current_phase().expect("one runs");
    let remove = format!("id={id}&name=x&start=&end=&action=remove");
    let refused = save(&house, &page.field("seen"), &remove).await;
    let page = refused.says(StatusCode::CONFLICT);
    assert!(page.contains("wird in einem Bezirk verwendet"), "{page}");
    assert_eq!(phases(&house).await.last(), Some(&running()));
}

#[tokio::test]
async fn a_hundred_phases_are_the_most() {
    let house = House::open().await;
    let mut table = "Name;Beginn;Ende\n".to_owned();
    for year in 1800..2000 {
        table.push_str(&format!("Jahr {year};01.01.{year};31.12.{year}\n"));
    }
    let sent = house
        .upload(
            "/districts/mitte/import",
            &[("foerderphasen.csv", table.as_bytes())],
        )
        .await;
    let page = house.get(sent.header("location")).await;
    let page = page.says(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("100 Förderphasen"), "the bound is told");
}

#[tokio::test]
async fn what_was_typed_of_a_phase_that_is_gone_is_shown_again() {
    let house = House::open().await;
    let seen = house.get(PAGE).await.field("seen");
    let begun = save(
        &house,
        &seen,
        "name=fr%C3%BCher&start=01.01.1999&end=31.12.1999",
    )
    .await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER);
    let before = house.get(PAGE).await;
    let seen = before.field("seen");
    let programme = house.service.programme().await.expect("it answers").value;
    let (id, _) = programme.phase_called("früher").expect("it was begun");
    let remove = format!("id={id}&name=x&start=&end=&action=remove");
    let removed = save(&house, &seen, &remove).await;
    assert_eq!(removed.status, StatusCode::SEE_OTHER);
    let late = format!("id={id}&name=noch+fr%C3%BCher&start=01.01.1998&end=");
    let page = save(&house, &seen, &late).await.says(StatusCode::CONFLICT);
    for typed in ["Das hatten Sie eingetragen", "noch früher", "01.01.1998"] {
        assert!(page.contains(typed), "{typed}: {page}");
    }
}
