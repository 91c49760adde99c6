//! Too many wrong passwords and codes from one address: told so for seconds, and nobody else is.

use std::sync::Arc;

use axum::Router;
use axum::http::{Request, StatusCode};
use chrono::{TimeDelta, Utc};
use miteinander::web::{App, Clock, Draw, Front, Peer, router};

use super::people::{PASSWORD, SIGN_IN, coordination, form_of, invite, post};
use super::{Answer, House, answer};

/// The pages behind a proxy at 10.0.0.1, at a time that stands.
fn behind_a_proxy(house: &House, later: TimeDelta) -> App {
    let now = Utc::now() + later;
    let front = Front {
        proxies: vec!["10.0.0.0/8".parse().expect("a network")],
        ..Front::default()
    };
    App::new(Arc::clone(&house.service))
        .at(Clock::new(move || now), Draw::of_this_machine())
        .behind(front)
}

async fn from(app: &Router, peer: &str, said: &str, address: &str, form: &str) -> Answer {
    let mut sent = form_of(address, "", form).expect("a request");
    let peer = peer.parse().expect("an address");
    sent.extensions_mut().insert(Peer(peer));
    let said = said.parse().expect("a header");
    sent.headers_mut().insert("x-forwarded-for", said);
    answer(app, Ok::<Request<_>, _>(sent)).await
}

#[tokio::test]
async fn an_address_that_tries_too_much_waits_seconds_and_others_do_not() {
    let house = House::open().await;
    coordination(&house).await;
    let app = router(behind_a_proxy(&house, TimeDelta::zero()));
    for _ in 0..100 {
        let wrong = from(
            &app,
            "10.0.0.1",
            "198.51.100.7",
            "/invitation",
            "code=falsch",
        )
        .await;
        assert_eq!(wrong.status, StatusCode::NOT_FOUND);
    }
    let proxy = "10.0.0.1";
    let next = from(&app, proxy, "198.51.100.7", "/invitation", "code=falsch").await;
    assert_eq!(next.header("retry-after"), "6");
    let page = next.says(StatusCode::TOO_MANY_REQUESTS);
    assert!(page.contains("Das waren zu viele Versuche"), "{page}");
    // The right password has to wait as well, and the address that was typed stays.
    let next = from(&app, proxy, "198.51.100.7", "/sign-in", SIGN_IN).await;
    assert_eq!(next.header("retry-after"), "6");
    let page = next.says(StatusCode::TOO_MANY_REQUESTS);
    assert!(page.contains("in 6 Sekunden") && page.contains("value=\"k@mitte.example\""));
    // Another address behind the same proxy, and one that says of itself what it likes.
    for (peer, said) in [(proxy, "198.51.100.8"), ("192.0.2.1", "198.51.100.7")] {
        let other = from(&app, peer, said, "/sign-in", SIGN_IN).await;
        assert_eq!(other.status, StatusCode::SEE_OTHER, "{peer} {said}");
    }
}

#[tokio::test]
async fn a_password_that_would_soon_be_guessed_is_refused_where_it_is_set_and_redeems_nothing() {
    let house = House::open().await;
    let cookie = coordination(&house).await;
    let role = miteinander::domain::Role::CoreTeam(super::people::district("mitte"));
    let invited = invite(&house, "nora.neu@mitte.example", role).await;
    for typed in [
        "passwordpassword",
        "nora.neu@mitte.example",
        "mitte+mitte+mitte",
    ] {
        let form = format!("token={}&password={typed}&again={typed}", invited.token);
        let page = post(&house, "/invitation", "", &form).await;
        let page = page.says(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("wäre schnell erraten"), "{typed}: {page}");
    }
    let form =
        "password=drei+oder+vier+W%C3%B6rter&new=k%40mitte.example1&again=k%40mitte.example1";
    let page = post(&house, "/account", &cookie, form).await;
    let page = page.says(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("wäre schnell erraten"));
    // Whoever had such a one before goes on signing in with it: it is looked at where it is set, and only there.
    let known = house
        .service
        .sign_in("k@mitte.example", PASSWORD, Utc::now())
        .await;
    known.expect("the old password still counts");
    let link = format!("/invitation/{}", invited.token);
    house.get(&link).await.says(StatusCode::OK);
}

#[tokio::test]
async fn the_language_of_one_s_account_counts_for_all_pages() {
    let house = House::open().await;
    let cookie = coordination(&house).await;
    let chosen = post(&house, "/account", &cookie, "language=en").await;
    assert_eq!(chosen.status, StatusCode::SEE_OTHER);
    assert!(chosen.header("set-cookie").starts_with("lang=en"));
    let both = format!("{cookie}; lang=en");
    let page = super::people::ask(&house, miteinander::web::Verb::Get, "/account", &both).await;
    assert!(page.says(StatusCode::OK).contains("<html lang=\"en\">"));
    let wrong = post(&house, "/account", &cookie, "language=fr").await;
    wrong.says(StatusCode::BAD_REQUEST);
}
