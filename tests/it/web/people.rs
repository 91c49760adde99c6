//! Who comes to the pages, where people sign in: invited, with a password, with the cookie of a session.

use axum::body::Body;
use axum::http::{Method, Request, header};
use chrono::Utc;
use miteinander::domain::{DistrictId, Email, Role};
use miteinander::service::{Invitation, Keeper};
use miteinander::web::Verb;

use super::{Answer, House, request};

pub const PASSWORD: &str = "drei oder vier Wörter";

/// The password as a form sets it.
pub const FORM: &str = "password=drei+oder+vier+W%C3%B6rter&again=drei+oder+vier+W%C3%B6rter";

/// The form with which the coordination of Mitte signs in.
pub const SIGN_IN: &str = "email=k%40mitte.example&password=drei+oder+vier+W%C3%B6rter";

pub fn district(id: &str) -> DistrictId {
    DistrictId::parse(id).expect("a slug")
}

pub async fn invite(house: &House, email: &str, role: Role) -> Invitation {
    let email = Email::parse(email).expect("an address");
    let invited = house
        .service
        .invite(&Keeper::Operator, (email, None, role), Utc::now());
    invited.await.expect("it is invited")
}

/// Somebody with a password; the cookie of their session.
pub async fn signed(house: &House, email: &str, role: Role) -> String {
    let invited = invite(house, email, role).await;
    let token = house
        .service
        .redeem(&invited.token, [PASSWORD, PASSWORD], Utc::now());
    format!("session={}", token.await.expect("it is redeemed"))
}

/// The coordination of Mitte, with a password; the cookie of its session.
pub async fn coordination(house: &House) -> String {
    let role = Role::Coordination(district("mitte"));
    signed(house, "k@mitte.example", role).await
}

/// The id of the account with an address.
pub async fn account(house: &House, email: &str) -> String {
    let there = house.service.accounts().await.expect("there").all;
    let mut there = there.into_iter();
    let found = there.find(|(_, one)| one.email.as_str() == email);
    found.expect("an account").0.to_string()
}

/// The session that an answer gives, as the browser sends it.
pub fn session(answer: &Answer) -> String {
    let all = answer.headers.get_all(header::SET_COOKIE).iter();
    let mut all = all.filter_map(|cookie| cookie.to_str().ok());
    let cookie = all.find(|cookie| cookie.contains("session="));
    let cookie = cookie.and_then(|cookie| cookie.split(';').next());
    cookie.expect("a cookie").to_owned()
}

/// Calls an address as a page of ours would, without a form.
pub async fn ask(house: &House, verb: Verb, address: &str, cookie: &str) -> Answer {
    match verb {
        Verb::Get => {
            let asked = request(Method::GET, address).header(header::COOKIE, cookie);
            house.ask(asked.body(Body::empty())).await
        }
        Verb::Post => post(house, address, cookie, "").await,
    }
}

/// Sends a form as a page of ours does.
pub async fn post(house: &House, address: &str, cookie: &str, form: &str) -> Answer {
    house.ask(form_of(address, cookie, form)).await
}

/// A form as a page of ours sends it.
pub fn form_of(address: &str, cookie: &str, form: &str) -> axum::http::Result<Request<Body>> {
    request(Method::POST, address)
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin")
        .body(Body::from(form.to_owned()))
}

/// The house with the session of the coordination and that of a core team.
pub async fn house() -> (House, String, String) {
    let house = House::open().await;
    let first = coordination(&house).await;
    let role = Role::CoreTeam(district("mitte"));
    let second = signed(&house, "t@mitte.example", role).await;
    (house, first, second)
}
