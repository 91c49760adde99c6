//! How phones come in, and how they are out again.

use axum::body::Body;
use axum::http::{Method, StatusCode, header};
use chrono::TimeDelta;
use futures_util::future::join_all;
use miteinander::domain::Role;
use miteinander::service::{Keeper, new_token};
use miteinander::web::Verb;

use super::super::people::{account, ask, district, form_of, signed};
use super::super::{House, answer, request};
use super::{Meeting, ORIGIN, START, encoded, joining};

#[tokio::test]
async fn before_anything_it_is_said_what_the_phones_must_reach() {
    let meeting = Meeting::open().await;
    let page = meeting.wall(START).await.says(StatusCode::OK);
    let reach = page
        .find("Die Handys im Raum müssen https://netz.example.org erreichen können.")
        .expect("it is said");
    assert!(reach < page.find("Handys zulassen").expect("a button"));
    let sheet = meeting.sheet().await;
    let again = meeting.sends(&sheet.form).await.says(StatusCode::OK);
    let reach = again.find("erreichen können").expect("it is said");
    assert!(reach < again.find("<svg class=\"qr\"").expect("a picture"));
    assert!(again.contains(&format!("{ORIGIN}/w öffnen")));
    assert!(again.contains("Heute bis "));
}

#[tokio::test]
async fn where_phones_cannot_reach_the_service_it_is_said_why_and_none_is_let_in() {
    let house = House::open().await;
    let personal = house.get(START).await.says(StatusCode::OK);
    assert!(personal.contains("miteinander läuft nur auf diesem Rechner"));
    let muster = house.get("/districts/musterbezirk/workshop").await;
    let muster = muster.says(StatusCode::OK);
    assert!(muster.contains("Im Musterbezirk können keine Handys mitmachen"));
    let cookie = super::super::people::coordination(&house).await;
    let unreached = ask(&house, Verb::Get, START, &cookie).await;
    let unreached = unreached.says(StatusCode::OK);
    assert!(unreached.contains("--public-url https://"));
    for page in [personal, muster, unreached] {
        assert!(!page.contains("Handys zulassen</button>") && !page.contains("name=\"code\""));
    }
    let form = format!(
        "request={}&action=open&phase=2&code={}",
        uuid::Uuid::new_v4(),
        "A".repeat(20)
    );
    let sent = house.ask(form_of(START, &cookie, &form)).await;
    assert_eq!(sent.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn to_look_at_a_link_does_nothing_and_a_button_pressed_twice_lets_one_phone_in() {
    let meeting = Meeting::open().await;
    let sheet = meeting.sheet().await;
    let page = meeting.get(&sheet.link).await;
    assert_eq!(page.header("x-robots-tag"), "noindex");
    assert_eq!(page.header("referrer-policy"), "same-origin");
    assert_eq!(page.header("cache-control"), "no-store");
    for _ in 0..5 {
        meeting.get(&sheet.link).await.says_ok();
    }
    let wall = meeting.wall(START).await.says(StatusCode::OK);
    assert!(wall.contains("Noch kein Handy macht mit"));
    let form = joining(&page);
    let first = meeting.post(&sheet.link, &form).await;
    let second = meeting.post(&sheet.link, &form).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER);
    assert_eq!(first.header("location"), second.header("location"));
    let wall = meeting.wall(START).await.says(StatusCode::OK);
    assert!(wall.contains("1 Handy macht mit"), "{wall}");
    // A phone's own address may be loaded again, and leads nobody else in.
    let phone = first.header("location").to_owned();
    meeting.get(&phone).await.says_ok();
    let page = meeting.get(&phone).await.says(StatusCode::OK);
    assert!(!page.contains("name=\"phone\""));
    let wall = meeting
        .wall(&format!("{START}?show=offices&phase=2"))
        .await
        .says(StatusCode::OK);
    assert!(wall.contains("Handys abmelden"));
}

#[tokio::test]
async fn the_sheet_sent_again_is_the_same_and_ends_nothing() {
    let meeting = Meeting::open().await;
    let sheet = meeting.sheet().await;
    let phone = meeting.phone(&sheet.link).await;
    let again = meeting.sends(&sheet.form).await.says(StatusCode::OK);
    assert!(again.contains(&sheet.link) && again.contains(&sheet.code));
    meeting.get(&phone).await.says_ok();
    // A new one ends the old one with its phones.
    let new = meeting.sheet().await;
    assert_ne!(new.link, sheet.link);
    for old in [&phone, &sheet.link] {
        let page = meeting.get(old).await.says(StatusCode::NOT_FOUND);
        assert!(page.contains("Die Handys sind abgemeldet"), "{page}");
        assert!(page.contains("die Person am Laptop"));
    }
    let over = meeting.sends(&sheet.form).await;
    assert!(over.header("location").ends_with("phones=other"));
    meeting.get(&new.link).await.says_ok();
}

#[tokio::test]
async fn a_code_is_known_however_it_is_typed_and_leads_to_the_same_meeting() {
    let meeting = Meeting::open().await;
    let sheet = meeting.sheet().await;
    meeting.get("/w").await.says_ok();
    for typed in [
        sheet.code.clone(),
        format!("  {} ", sheet.code.to_lowercase().replace('-', " ")),
        sheet.code.replace('-', ""),
    ] {
        let led = meeting.post("/w", &encoded(&[("code", &typed)])).await;
        assert_eq!(led.status, StatusCode::SEE_OTHER, "{typed}");
        assert_eq!(led.header("location"), sheet.link);
    }
    let long = "a".repeat(10_000);
    for wrong in ["", "ABCDE", "\0", &long, &sheet.link] {
        let told = meeting.post("/w", &encoded(&[("code", wrong)])).await;
        let page = told.says(StatusCode::NOT_FOUND);
        assert!(page.contains("Diesen Link oder Code gibt es nicht"));
        assert!(page.contains("fragen Sie die Person am Laptop"));
    }
    for path in [format!("/w/{long}"), "/w/%00".to_owned(), "/w/0".to_owned()] {
        let told = meeting.get(&path).await.says(StatusCode::NOT_FOUND);
        assert!(
            told.contains("Diesen Link oder Code gibt es nicht"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn too_many_wrong_codes_wait_and_who_has_a_link_does_not() {
    let meeting = Meeting::open().await;
    let sheet = meeting.sheet().await;
    let phone = meeting.phone(&sheet.link).await;
    let pages = meeting.pages(TimeDelta::minutes(1));
    for _ in 0..100 {
        let wrong = answer(&pages, form_of("/w", "", "code=falsch")).await;
        assert_eq!(wrong.status, StatusCode::NOT_FOUND);
    }
    let right = encoded(&[("code", &sheet.code)]);
    let waits = answer(&pages, form_of("/w", "", &right)).await;
    assert_eq!(waits.status, StatusCode::TOO_MANY_REQUESTS);
    let asked = request(Method::GET, &phone).body(Body::empty());
    answer(&pages, asked).await.says_ok();
    let asked = request(Method::GET, "/w/0").body(Body::empty());
    let guessed = answer(&pages, asked).await;
    assert_eq!(guessed.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn of_seventy_phones_at_once_sixty_take_part_and_the_others_are_told() {
    let meeting = Meeting::open().await;
    let sheet = meeting.sheet().await;
    let token = sheet.link.strip_prefix("/w/").expect("a token");
    let (service, at) = (&meeting.house.service, meeting.at);
    let phones: Vec<String> = (0..70).map(|_| new_token()).collect();
    let joined = join_all(phones.iter().map(|phone| service.join(token, phone, at))).await;
    assert_eq!(joined.iter().filter(|one| one.is_ok()).count(), 60);
    let page = meeting.get(&sheet.link).await;
    let told = meeting.post(&sheet.link, &joining(&page)).await;
    let told = told.says(StatusCode::CONFLICT);
    assert!(told.contains("Es machen schon 60 Handys mit"), "{told}");
    let wall = meeting.wall(START).await.says(StatusCode::OK);
    assert!(wall.contains("60 Handys machen mit"));
}

#[tokio::test]
async fn a_meeting_ends_by_a_button_by_the_hour_and_with_who_opened_it() {
    let meeting = Meeting::open().await;
    let sheet = meeting.sheet().await;
    let phone = meeting.phone(&sheet.link).await;
    let later = meeting.get_later(TimeDelta::hours(9), &phone).await;
    later.says_ok();
    let over = meeting.get_later(TimeDelta::hours(10) + TimeDelta::minutes(2), &phone);
    let over = over.await.says(StatusCode::NOT_FOUND);
    assert!(over.contains("Dieses Arbeitstreffen ist zu Ende"), "{over}");
    assert!(over.contains("Kernteam Ihres Bezirks"));
    let end = sheet.ending();
    let ended = meeting.sends(&end).await;
    assert!(ended.header("location").ends_with("phones=ended"));
    let told = meeting.wall(ended.header("location")).await;
    assert!(told.text().contains("Was sie eingetragen haben, bleibt."));
    let page = meeting.get(&phone).await.says(StatusCode::NOT_FOUND);
    assert!(page.contains("Die Handys sind abgemeldet"));
    let page = meeting.get(&sheet.link).await.says(StatusCode::NOT_FOUND);
    assert!(page.contains("Die Handys sind abgemeldet"));
    // Sent again, the button ends no phones that came since.
    let sheet = meeting.sheet().await;
    let phone = meeting.phone(&sheet.link).await;
    let again = meeting.sends(&end).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    meeting.get(&phone).await.says_ok();
    // A second coordination removes the first.
    let (house, role) = (&meeting.house, Role::Coordination(district("mitte")));
    signed(house, "z@mitte.example", role.clone()).await;
    let first = account(house, "k@mitte.example").await;
    let first = miteinander::domain::AccountId::parse(&first).expect("an id");
    let keeper = Keeper::Role(role);
    let removed = house.service.remove_account(&keeper, &first, meeting.at);
    removed.await.expect("it is removed");
    let page = meeting.get(&phone).await.says(StatusCode::NOT_FOUND);
    assert!(page.contains("Diesen Link oder Code gibt es nicht"));
}

#[tokio::test]
async fn a_phone_is_no_session_and_no_session_is_a_phone() {
    let meeting = Meeting::open().await;
    let sheet = meeting.sheet().await;
    let phone = meeting.phone(&sheet.link).await;
    let token = phone.strip_prefix("/w/").expect("a token");
    let asked = request(Method::GET, "/districts/mitte")
        .header(header::COOKIE, format!("__Host-session={token}"));
    let pages = meeting.pages(TimeDelta::minutes(1));
    let answered = answer(&pages, asked.body(Body::empty())).await;
    assert_eq!(answered.status, StatusCode::SEE_OTHER);
    let session = meeting.cookie.strip_prefix("__Host-session=");
    let path = format!("/w/{}", session.expect("a token"));
    meeting.get(&path).await.says(StatusCode::NOT_FOUND);
    for path in [
        format!("/invitation/{token}"),
        format!("/invitation{}", &sheet.link[2..]),
    ] {
        meeting.get(&path).await.says(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_page_of_before_does_not_end_a_meeting_that_it_does_not_know() {
    let meeting = Meeting::open().await;
    let old = meeting.wall(START).await;
    let form = encoded(&[
        ("request", &old.field("request")),
        ("code", &old.field("code")),
        ("phase", "2"),
        ("action", "open"),
    ]);
    let sheet = meeting.sheet().await;
    let phone = meeting.phone(&sheet.link).await;
    let told = meeting.sends(&form).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text());
    let page = meeting.wall(told.header("location")).await;
    let page = page.says(StatusCode::OK);
    assert!(page.contains("Es gibt inzwischen einen anderen Link für Handys."));
    meeting.get(&phone).await.says_ok();
}
