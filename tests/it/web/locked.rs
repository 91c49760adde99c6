//! A machine that several people share: without the link that the start prints nothing is shown.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Method, StatusCode, header};
use miteinander::web::{App, Front, Key, ROUTES, Verb, router};

use super::people::coordination;
use super::routes::path;
use super::{Answer, House, answer, request};

fn locked(house: &House, key: &Key) -> Router {
    let front = Front {
        key: Some(key.clone()),
        ..Front::default()
    };
    router(App::new(Arc::clone(&house.service)).behind(front))
}

async fn get(app: &Router, address: &str, cookie: &str) -> Answer {
    let asked = request(Method::GET, address).header(header::COOKIE, cookie);
    answer(app, asked.body(Body::empty())).await
}

#[tokio::test]
async fn nothing_is_shown_without_the_link_and_all_with_it() {
    let house = House::open().await;
    let key = Key::drawn();
    let app = locked(&house, &key);
    let another = Key::drawn().link();
    let wrong = another.strip_prefix("/?").expect("a query").to_owned();
    for address in [
        "/",
        "/districts/mitte",
        "/districts/musterbezirk",
        "/districts/mitte/export/json",
        "/api/v1/districts/mitte/report",
        "/programme/phases",
        "/account",
        another.as_str(),
    ] {
        for cookie in ["", "key=", wrong.as_str()] {
            let page = get(&app, address, cookie).await;
            assert!(page.headers.get(header::SET_COOKIE).is_none());
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{address}");
        }
    }
    let page = get(&app, "/", "").await.text();
    assert!(page.contains("Hier geht es nur mit dem Link vom Start weiter"));
    let posts = ROUTES.iter().filter(|route| route.verb == Verb::Post);
    for route in posts.filter(|route| route.path.starts_with("/districts")) {
        let sent = request(Method::POST, &path(route)).header("sec-fetch-site", "same-origin");
        let answer = answer(&app, sent.body(Body::empty())).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{}", route.path);
    }
    let opened = get(&app, &key.link(), "").await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER);
    assert_eq!(
        opened.header("location"),
        "/",
        "the key stays in no address"
    );
    let cookie = opened.header("set-cookie");
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"),
        "{cookie}"
    );
    let cookie = cookie.split(';').next().expect("a cookie").to_owned();
    get(&app, "/districts/mitte", &cookie)
        .await
        .says(StatusCode::OK);
    // After a restart the old link and its cookie are nothing.
    let again = locked(&house, &Key::drawn());
    let old = get(&again, "/", &cookie).await;
    assert_eq!(old.status, StatusCode::FORBIDDEN);
    assert!(
        !format!("{key:?}").contains(&key.link()[6..]),
        "no log holds it"
    );
}

#[tokio::test]
async fn where_people_sign_in_the_key_is_not_needed_and_opens_nothing() {
    let house = House::open().await;
    let key = Key::drawn();
    let session = coordination(&house).await;
    let app = locked(&house, &key);
    get(&app, "/districts/mitte", &session)
        .await
        .says(StatusCode::OK);
    let opened = get(&app, &key.link(), "").await;
    let cookie = opened
        .header("set-cookie")
        .split(';')
        .next()
        .expect("a cookie")
        .to_owned();
    let page = get(&app, "/districts/mitte", &cookie).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    assert!(page.header("location").starts_with("/sign-in"));
}
