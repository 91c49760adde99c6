//! Whose a step is: told to the coordination, and to the core team for twelve months.

use axum::body::Body;
use axum::http::{Method, StatusCode, header};
use chrono::{DateTime, Months, Utc};
use miteinander::domain::Role;
use miteinander::service::{Entry, Keeper};
use miteinander::store::{Cause, Request};
use miteinander::web;

use super::people::{PASSWORD, district, signed};
use super::{Answer, House, answer, request};

const HISTORY: &str = "/districts/mitte/history";

/// Sends a form as whoever is signed in.
pub async fn post_as(house: &House, address: &str, cookie: &str, form: &str) -> Answer {
    let sent = request(Method::POST, address)
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin");
    house.ask(sent.body(Body::from(form.to_owned()))).await
}

/// The history as somebody reads it who signs in at that moment.
async fn read_at(house: &House, email: &str, now: DateTime<Utc>) -> String {
    let token = house.service.sign_in(email, PASSWORD, now).await;
    let (_, token) = token.expect("signed in");
    let clock = web::Clock::new(move || now);
    let app = web::App::new(house.service.clone()).at(clock, web::Draw::of_this_machine());
    let asked = request(Method::GET, HISTORY).header(header::COOKIE, format!("session={token}"));
    let page = answer(&web::router(app), asked.body(Body::empty())).await;
    page.says(StatusCode::OK)
}

#[tokio::test]
async fn the_core_team_is_told_for_twelve_months_whose_a_step_is() {
    let house = House::open().await;
    let mitte = district("mitte");
    signed(&house, "k@mitte.example", Role::Coordination(mitte.clone())).await;
    let team = signed(&house, "t@mitte.example", Role::CoreTeam(mitte)).await;
    let form = format!("request={}&unit=jugendamt", uuid::Uuid::new_v4());
    let sent = post_as(&house, "/districts/mitte/offices", &team, &form).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let now = Utc::now();
    let later = now + Months::new(13);
    for (email, when, who) in [
        ("k@mitte.example", now, "von t@mitte.example"),
        ("t@mitte.example", now, "von t@mitte.example"),
        ("k@mitte.example", later, "von t@mitte.example"),
        ("t@mitte.example", later, "von Kernteam"),
    ] {
        let page = read_at(&house, email, when).await;
        assert!(page.contains(who), "{email} {who}: {page}");
        // Nobody can ask for the steps of one of them.
        assert!(!page.contains("name=\"author\"") && !page.contains("author="));
    }
    // Once the account is gone its role is told.
    let there = house.service.accounts().await.expect("asked");
    let id = there
        .all
        .iter()
        .find(|(_, one)| one.email.as_str() == "t@mitte.example");
    let (id, account) = id.expect("it is there");
    let author = miteinander::domain::Author::Account(miteinander::domain::Signatory {
        account: id.clone(),
        role: account.role.clone(),
        generation: account.generation,
    });
    house
        .service
        .remove_account(&Keeper::Operator, id, now)
        .await
        .expect("removed");
    let page = read_at(&house, "k@mitte.example", now).await;
    assert!(page.contains("von Kernteam") && !page.contains("t@mitte.example"));
    // What was still under way is refused, with a sentence.
    let entry = Entry {
        district: district("mitte"),
        programme: Vec::new(),
        network: Vec::new(),
        contacts: Default::default(),
        by: author,
        cause: Cause::Entry,
        at: now,
        request: Request::once(),
    };
    let refused = house.service.enter(entry).await.expect_err("it is gone");
    let said = refused.say(miteinander::text::Lang::De);
    assert!(said.contains("Bitte neu anmelden"), "{said}");
}

#[tokio::test]
async fn where_nobody_signs_in_no_step_tells_whose_it_is() {
    let house = House::open().await;
    let form = format!("request={}&unit=jugendamt", uuid::Uuid::new_v4());
    house.post("/districts/mitte/offices", &form).await;
    let page = house.get(HISTORY).await.says(StatusCode::OK);
    assert!(page.contains("Von Hand eingetragen") && !page.contains("class=\"author\""));
}
