//! German unless somebody asks for English, and then until they ask for German.

use axum::body::Body;
use axum::http::{Method, StatusCode, header};

use super::{House, request};

#[tokio::test]
async fn the_language_is_the_address_s_then_the_cookie_s_then_the_browser_s_then_german() {
    let house = House::open().await;
    let cases = [
        ("/", None, None, "de"),
        ("/", None, Some("fr,en;q=0.8,de;q=0.5"), "en"),
        ("/", None, Some("de-DE,de;q=0.9,en;q=0.8"), "de"),
        ("/", Some("other=1; lang=en"), Some("de"), "en"),
        ("/?lang=de", Some("lang=en"), Some("en"), "de"),
        ("/?lang=xx", Some("lang=en"), None, "en"),
        ("/?l%61ng=en", None, None, "en"),
        ("/?lang=%+5en", None, None, "de"),
    ];
    for (address, cookie, accepted, expected) in cases {
        let mut asked = request(Method::GET, address);
        if let Some(cookie) = cookie {
            asked = asked.header(header::COOKIE, cookie);
        }
        if let Some(accepted) = accepted {
            asked = asked.header(header::ACCEPT_LANGUAGE, accepted);
        }
        let page = house
            .ask(asked.body(Body::empty()))
            .await
            .says(StatusCode::OK);
        let mark = format!("<html lang=\"{expected}\">");
        assert!(page.contains(&mark), "{address} {cookie:?} {accepted:?}");
    }
}

#[tokio::test]
async fn choosing_a_language_is_remembered() {
    let house = House::open().await;
    let answer = house.get("/how?lang=en").await;
    let cookie = answer.header("set-cookie");
    let mut parts: Vec<&str> = cookie.split("; ").collect();
    parts.sort_unstable();
    let expected = [
        "HttpOnly",
        "Max-Age=31536000",
        "Path=/",
        "SameSite=Lax",
        "lang=en",
    ];
    assert_eq!(
        parts, expected,
        "a year, for every page, out of reach of scripts"
    );
    assert!(house.get("/how").await.headers.get("set-cookie").is_none());
}

#[tokio::test]
async fn the_switch_keeps_the_page_and_its_choice() {
    let house = House::open().await;
    let page = house.get("/districts/musterbezirk?phase=1").await.text();
    assert!(page.contains("href=\"/districts/musterbezirk?phase=1&amp;lang=en\""));
}

#[tokio::test]
async fn an_english_page_shows_no_german_sentence() {
    let house = House::open().await;
    for address in [
        "/districts/musterbezirk",
        "/districts/mitte",
        "/districts/mitte/import",
        "/privacy",
        "/how",
    ] {
        let page = house.get_in(address, "en").await.says(StatusCode::OK);
        for word in [" wird ", " nicht ", " oder ", " und die ", " noch "] {
            assert!(!page.contains(word), "{address}: {word:?}");
        }
    }
}

#[tokio::test]
async fn a_browser_s_weights_decide_between_the_languages() {
    let house = House::open().await;
    for (accepted, expected) in [
        ("en;q=0.3, de;q=0.9", "de"),
        ("de;q=0.0,EN-gb", "en"),
        ("de;q=0, en;q=0", "de"),
        ("fr, en;q=abc", "de"),
    ] {
        let page = house.get_in("/", accepted).await.says(StatusCode::OK);
        let mark = format!("<html lang=\"{expected}\">");
        assert!(page.contains(&mark), "{accepted}");
    }
}

#[tokio::test]
async fn the_switch_works_where_a_step_was_not_taken_back() {
    let house = House::open().await;
    let answer = house.get("/districts/mitte/history/1?lang=en").await;
    answer.says(StatusCode::SEE_OTHER);
    assert_eq!(answer.header("location"), "/districts/mitte/history");
}
