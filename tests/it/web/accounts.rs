//! Accounts: invited, signed in, out again, and looked after.

use axum::body::Body;
use axum::http::{Method, StatusCode, header};
use chrono::Utc;
use miteinander::domain::{DistrictId, Email, Role};
use miteinander::service::{Invitation, Keeper};
use miteinander::web::{self, Verb};

use super::{Answer, House, answer, request};

pub const PASSWORD: &str = "drei oder vier Wörter";
pub const FORM: &str = "password=drei+oder+vier+W%C3%B6rter&again=drei+oder+vier+W%C3%B6rter";

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

pub async fn ask(house: &House, verb: Verb, address: &str, cookie: &str) -> Answer {
    let method = match verb {
        Verb::Get => Method::GET,
        Verb::Post => Method::POST,
    };
    let asked = request(method, address)
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin");
    house.ask(asked.body(Body::empty())).await
}

#[tokio::test]
async fn the_first_password_of_a_coordination_begins_signing_in_and_nothing_before_it() {
    let house = House::open().await;
    let role = Role::Coordination(district("mitte"));
    let invited = invite(&house, "k@mitte.example", role).await;
    let link = format!("/invitation/{}", invited.token);
    let first = house.get("/").await.text();
    assert!(first.contains("/districts/mitte"), "nobody signs in yet");
    for _ in 0..100 {
        house.get(&link).await.says(StatusCode::OK);
    }
    let page = house.get(&link).await.text();
    for words in [
        "k@mitte.example",
        "Bezirkskoordination",
        "Mitte",
        "Gültig bis",
        "Ab jetzt melden sich alle",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    // A button without a password redeems nothing, and neither do two that differ, or a short one.
    let token = format!("token={}", invited.token);
    house.post("/invitation", &token).await.says(StatusCode::OK);
    for wrong in [
        "password=drei+oder+vier+Woerter&again=x",
        "password=kurz&again=kurz",
    ] {
        let form = format!("{token}&{wrong}");
        house
            .post("/invitation", &form)
            .await
            .says(StatusCode::UNPROCESSABLE_ENTITY);
    }
    house.get("/districts/mitte").await.says(StatusCode::OK);
    let answer = house.post("/invitation", &format!("{token}&{FORM}")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let cookie = answer.header("set-cookie").to_owned();
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"),
        "{cookie}"
    );
    let cookie = cookie.split(';').next().expect("a cookie").to_owned();
    let stranger = house.get("/districts/mitte?phase=2").await;
    assert_eq!(stranger.status, StatusCode::SEE_OTHER);
    let to = stranger.header("location");
    assert_eq!(to, "/sign-in?next=%2Fdistricts%2Fmitte%3Fphase%3D2");
    assert!(!house.get("/").await.text().contains("/districts/mitte"));
    let own = ask(&house, Verb::Get, "/districts/mitte", &cookie).await;
    assert!(own.says(StatusCode::OK).contains("Abmelden"));
    let home = ask(&house, Verb::Get, "/", &cookie).await.text();
    assert!(home.contains("/districts/mitte") && !home.contains("/districts/pankow"));
    // A link is redeemed once, and says so to who comes later.
    let again = house.post("/invitation", &format!("{token}&{FORM}")).await;
    assert!(again.says(StatusCode::GONE).contains("schon eingelöst"));
    assert!(
        house
            .get(&link)
            .await
            .says(StatusCode::GONE)
            .contains("schon eingelöst")
    );
}

#[tokio::test]
async fn a_code_is_typed_as_anybody_likes_and_no_other_is_one() {
    let house = House::open().await;
    let invited = invite(&house, "p@programm.example", Role::Programme).await;
    let typed = invited.code.to_lowercase().replace('-', "+");
    let page = house.post("/invitation", &format!("code={typed}")).await;
    assert!(page.says(StatusCode::OK).contains("p@programm.example"));
    for typed in ["", "AAAAA-AAAAA-AAAAA-AAAAA", "%00", &"x".repeat(10_000)] {
        let answer = house.post("/invitation", &format!("code={typed}")).await;
        assert!(
            answer
                .says(StatusCode::NOT_FOUND)
                .contains("Diesen Link oder Code gibt es nicht")
        );
    }
}

#[tokio::test]
async fn who_signs_in_goes_on_where_they_wanted_and_is_out_after_signing_out() {
    let house = House::open().await;
    signed(
        &house,
        "k@mitte.example",
        Role::Coordination(district("mitte")),
    )
    .await;
    let form =
        "email=K%40Mitte.example&password=drei+oder+vier+W%C3%B6rter&next=%2Fdistricts%2Fmitte";
    let answer = house.post("/sign-in", form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.header("location"), "/districts/mitte");
    let cookie = answer
        .header("set-cookie")
        .split(';')
        .next()
        .expect("a cookie")
        .to_owned();
    ask(&house, Verb::Get, "/districts/mitte", &cookie)
        .await
        .says(StatusCode::OK);
    let out = ask(&house, Verb::Post, "/sign-out", &cookie).await;
    assert_eq!(out.status, StatusCode::SEE_OTHER);
    assert!(out.header("set-cookie").starts_with("session=;"));
    let after = ask(&house, Verb::Get, "/districts/mitte", &cookie).await;
    assert_eq!(after.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn nothing_tells_whether_an_address_is_known() {
    let house = House::open().await;
    signed(
        &house,
        "k@mitte.example",
        Role::Coordination(district("mitte")),
    )
    .await;
    // The clock stands: how long a password takes does not matter.
    let now = Utc::now();
    let clock = web::Clock::new(move || now);
    let app = web::App::new(house.service.clone()).at(clock, web::Draw::of_this_machine());
    let app = web::router(app);
    let mut told = Vec::new();
    for email in ["k%40mitte.example", "n%40mitte.example"] {
        let form = format!("email={email}&password=falsch&next=%2F");
        let mut said = Vec::new();
        for _ in 0..4 {
            let sent = request(Method::POST, "/sign-in")
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .header("sec-fetch-site", "same-origin");
            let answer = answer(&app, sent.body(Body::from(form.clone()))).await;
            let page = answer.text();
            let warning = page.split("role=\"alert\">").nth(1).expect("a warning");
            let warning = warning.split('<').next().expect("its end").to_owned();
            said.push((answer.status, warning));
        }
        assert_eq!(said[0].0, StatusCode::UNAUTHORIZED);
        assert_eq!(said[3].0, StatusCode::TOO_MANY_REQUESTS, "{said:?}");
        told.push(said);
    }
    assert_eq!(told[0], told[1]);
}

#[tokio::test]
async fn another_password_ends_all_other_sessions() {
    let house = House::open().await;
    let role = Role::Coordination(district("mitte"));
    let cookie = signed(&house, "k@mitte.example", role).await;
    let other = house
        .service
        .sign_in("k@mitte.example", PASSWORD, Utc::now())
        .await;
    let other = format!("session={}", other.expect("signed in"));
    let sent = request(Method::POST, "/account")
        .header(header::COOKIE, &cookie)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin");
    let form = "password=drei+oder+vier+W%C3%B6rter&new=ganz+andere+Worte&again=ganz+andere+Worte";
    let changed = house.ask(sent.body(Body::from(form))).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER);
    let new = changed
        .header("set-cookie")
        .split(';')
        .next()
        .expect("a cookie")
        .to_owned();
    for (cookie, status) in [(&cookie, 303), (&other, 303), (&new, 200)] {
        let answer = ask(&house, Verb::Get, "/account", cookie).await;
        assert_eq!(answer.status.as_u16(), status);
    }
}

#[tokio::test]
async fn one_s_own_machine_answers_nothing_that_a_proxy_forwards_or_others_could_reach() {
    let house = House::open().await;
    for name in ["forwarded", "x-forwarded-for", "x-forwarded-port", "via"] {
        for (address, status) in [("/", 403), ("/districts/mitte", 403), ("/health", 200)] {
            let asked = request(Method::GET, address).header(name, "1.2.3.4");
            let answer = house.ask(asked.body(Body::empty())).await;
            assert_eq!(answer.status.as_u16(), status, "{name} {address}");
        }
    }
    let public = miteinander::config::public_url("https://netz.example.org", Default::default());
    let fronts = [
        web::Front {
            public: Some(public.expect("an address")),
            ..web::Front::default()
        },
        web::Front {
            proxied: true,
            ..web::Front::default()
        },
    ];
    for front in fronts {
        let app = web::App::new(house.service.clone()).behind(front);
        let app = web::router(app);
        for (address, status) in [("/", 503), ("/districts/mitte", 503), ("/invitation", 200)] {
            let asked = request(Method::GET, address).body(Body::empty());
            assert_eq!(
                answer(&app, asked).await.status.as_u16(),
                status,
                "{address}"
            );
        }
    }
}

#[tokio::test]
async fn behind_https_the_cookie_goes_to_this_host_alone() {
    let house = House::open().await;
    signed(
        &house,
        "k@mitte.example",
        Role::Coordination(district("mitte")),
    )
    .await;
    let public = miteinander::config::public_url("https://netz.example.org", Default::default());
    let front = web::Front {
        public: Some(public.expect("an address")),
        ..web::Front::default()
    };
    let app = web::router(web::App::new(house.service.clone()).behind(front));
    let form = "email=k%40mitte.example&password=drei+oder+vier+W%C3%B6rter";
    let sent = request(Method::POST, "/sign-in")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin");
    let answer = answer(&app, sent.body(Body::from(form))).await;
    let cookie = answer.header("set-cookie");
    assert!(
        cookie.starts_with("__Host-session=") && cookie.contains("Secure"),
        "{cookie}"
    );
}

#[tokio::test]
async fn the_coordination_looks_after_its_accounts_and_stays_able_to() {
    let house = House::open().await;
    let coordination = Role::Coordination(district("mitte"));
    let cookie = signed(&house, "k@mitte.example", coordination).await;
    let post = async |address: &str, form: &str| {
        let sent = request(Method::POST, address)
            .header(header::COOKIE, &cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        house.ask(sent.body(Body::from(form.to_owned()))).await
    };
    let accounts = "/districts/mitte/accounts";
    let form = "email=T%40Mitte.example&name=Tom&role=core-team";
    let sheet = post(accounts, form).await;
    assert_eq!(sheet.header("cache-control"), "no-store");
    let sheet = sheet.says(StatusCode::OK);
    let link = |sheet: &str| {
        let after = sheet.split("http://127.0.0.1:8080/invitation/").nth(1);
        after.expect("a link")[..64].to_owned()
    };
    let first = link(&sheet);
    assert!(sheet.contains("<path d=\"M") && sheet.contains("t@mitte.example"));
    // Once: nothing of it stands on the page afterwards, and the same sent again is told.
    let page = ask(&house, Verb::Get, accounts, &cookie)
        .await
        .says(StatusCode::OK);
    assert!(page.contains("Tom") && !page.contains("/invitation/"));
    post(accounts, form).await.says(StatusCode::CONFLICT);
    let there = house.service.accounts().await.expect("there").all;
    let id = |email: &str| {
        let found = there.iter().find(|(_, one)| one.email.as_str() == email);
        found.expect("an account").0.to_string()
    };
    let of = |email: &str| format!("{accounts}/{}", id(email));
    let again = post(&of("t@mitte.example"), "action=invite")
        .await
        .says(StatusCode::OK);
    let old = house.get(&format!("/invitation/{first}")).await;
    assert!(
        old.says(StatusCode::GONE)
            .contains("durch einen neueren ersetzt")
    );
    house
        .get(&format!("/invitation/{}", link(&again)))
        .await
        .says(StatusCode::OK);
    for action in ["action=remove", "action=role&role=leader"] {
        let last = post(&of("k@mitte.example"), action).await;
        assert!(last.says(StatusCode::CONFLICT).contains("Vertretung"));
    }
    let removed = post(&of("t@mitte.example"), "action=remove").await;
    assert_eq!(removed.status, StatusCode::SEE_OTHER);
    house
        .get(&format!("/invitation/{}", link(&again)))
        .await
        .says(StatusCode::NOT_FOUND);
    let elsewhere = invite(
        &house,
        "t@pankow.example",
        Role::CoreTeam(district("pankow")),
    )
    .await;
    let there = house.service.accounts().await.expect("there").all;
    let (other, _) = there
        .iter()
        .find(|(_, one)| **one == elsewhere.account)
        .expect("it");
    let foreign = post(&format!("{accounts}/{other}"), "action=remove").await;
    foreign.says(StatusCode::FORBIDDEN);
    post(accounts, "email=keine&role=leader")
        .await
        .says(StatusCode::UNPROCESSABLE_ENTITY);
    post(accounts, "email=a%40b.de&role=programme")
        .await
        .says(StatusCode::BAD_REQUEST);
}
