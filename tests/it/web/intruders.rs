//! What strangers, other sites and who was let in before try, where people sign in.

use axum::body::Body;
use axum::http::{Method, StatusCode, header};
use chrono::Utc;
use miteinander::domain::Role;
use miteinander::service::Keeper;
use miteinander::web::{ROUTES, Verb};

use super::people::{FORM, SIGN_IN, ask, coordination, district, invite, post, session, signed};
use super::routes::path;
use super::{House, request};

/// A function of a district, which nobody else may read.
const FUNCTION: &str = "Lotsin Zehlendorfer Welle";

#[tokio::test]
async fn another_site_signs_nobody_in_or_out_and_redeems_nothing() {
    let house = House::open().await;
    let cookie = coordination(&house).await;
    let invited = invite(&house, "t@mitte.example", Role::CoreTeam(district("mitte"))).await;
    let redeem = format!("token={}&{FORM}", invited.token);
    for (address, form) in [
        ("/sign-in", SIGN_IN),
        ("/sign-out", ""),
        ("/invitation", redeem.as_str()),
        ("/account", "end-others=yes"),
        (
            "/districts/mitte/accounts",
            "email=e%40evil.example&role=district-coordination",
        ),
    ] {
        for (name, value) in [
            ("sec-fetch-site", "cross-site"),
            ("origin", "https://evil.example"),
        ] {
            let sent = request(Method::POST, address)
                .header(header::COOKIE, &cookie)
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .header(name, value);
            let answer = house.ask(sent.body(Body::from(form.to_owned()))).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{address} {name}");
            assert!(answer.headers.get(header::SET_COOKIE).is_none());
        }
    }
    let link = format!("/invitation/{}", invited.token);
    house.get(&link).await.says(StatusCode::OK);
    let own = ask(&house, Verb::Get, "/account", &cookie).await;
    own.says(StatusCode::OK);
    let there = house.service.accounts().await.expect("there").all;
    assert_eq!(there.len(), 2, "nobody else was invited");
}

#[tokio::test]
async fn who_signs_in_gets_a_new_session_and_the_one_before_ends() {
    let house = House::open().await;
    let first = coordination(&house).await;
    let answer = post(&house, "/sign-in", &first, SIGN_IN).await;
    let second = session(&answer);
    assert_ne!(first, second);
    // One that somebody else has planted in the browser is not taken on.
    let planted = format!("session={}", "0".repeat(64));
    let third = session(&post(&house, "/sign-in", &planted, SIGN_IN).await);
    for (cookie, status) in [
        (&first, 303),
        (&planted, 303),
        (&second, 200),
        (&third, 200),
    ] {
        let answer = ask(&house, Verb::Get, "/account", cookie).await;
        assert_eq!(answer.status.as_u16(), status);
    }
    // The same where somebody redeems an invitation in the browser of another.
    let invited = invite(&house, "t@mitte.example", Role::CoreTeam(district("mitte"))).await;
    let form = format!("token={}&{FORM}", invited.token);
    let redeemed = post(&house, "/invitation", &second, &form).await;
    assert_eq!(redeemed.status, StatusCode::SEE_OTHER);
    let gone = ask(&house, Verb::Get, "/account", &second).await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn an_invitation_is_no_session_and_signing_out_leaves_it_good() {
    let house = House::open().await;
    coordination(&house).await;
    let invited = invite(&house, "t@mitte.example", Role::CoreTeam(district("mitte"))).await;
    let cookie = format!("session={}", invited.token);
    let answer = ask(&house, Verb::Get, "/districts/mitte", &cookie).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    ask(&house, Verb::Post, "/sign-out", &cookie).await;
    let link = format!("/invitation/{}", invited.token);
    house.get(&link).await.says(StatusCode::OK);
}

#[tokio::test]
async fn another_role_a_new_link_or_a_removal_ends_sessions_at_once() {
    let house = House::open().await;
    coordination(&house).await;
    let mitte = || district("mitte");
    let keeper = Keeper::Role(Role::Coordination(mitte()));
    for (number, change) in ["role", "link", "removal"].into_iter().enumerate() {
        let email = format!("t{number}@mitte.example");
        let cookie = signed(&house, &email, Role::CoreTeam(mitte())).await;
        let asked = ask(&house, Verb::Get, "/districts/mitte/history", &cookie).await;
        asked.says(StatusCode::OK);
        let there = house.service.accounts().await.expect("there").all;
        let (id, _) = there
            .iter()
            .find(|(_, one)| one.email.as_str() == email)
            .expect("the account");
        let (service, now) = (&house.service, Utc::now());
        match change {
            "role" => {
                let role = Role::Leader(mitte());
                let done = service.change_role(&keeper, id, role, now).await;
                done.expect("the role is changed");
            }
            "link" => {
                let done = service.invite_again(&keeper, id, now).await;
                done.expect("a new link");
            }
            _ => {
                let done = service.remove_account(&keeper, id, now).await;
                done.expect("the account is removed");
            }
        }
        let after = ask(&house, Verb::Get, "/districts/mitte/history", &cookie).await;
        assert_eq!(after.status, StatusCode::SEE_OTHER, "{change}");
    }
}

#[tokio::test]
async fn who_signs_in_is_led_to_no_other_site_and_no_next_breaks_the_answer() {
    let house = House::open().await;
    coordination(&house).await;
    for next in [
        "%2F%2Fevil.example",
        "https%3A%2F%2Fevil.example",
        "%2F%5Cevil.example",
        "%2F%09%2Fevil.example",
        "%2F%01",
        "%2F%7F",
        "%2F%C3%A4",
        "%2F%0D%0ASet-Cookie%3A+a%3Db",
    ] {
        let answer = house
            .post("/sign-in", &format!("{SIGN_IN}&next={next}"))
            .await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{next}");
        assert_eq!(answer.header("location"), "/", "{next}");
        let page = house.get(&format!("/sign-in?next={next}")).await;
        assert!(!page.says(StatusCode::OK).contains("value=\"//"), "{next}");
    }
}

#[tokio::test]
async fn what_holds_a_secret_is_stored_nowhere_and_told_to_no_other_site() {
    let house = House::open().await;
    let cookie = coordination(&house).await;
    let invited = invite(&house, "t@mitte.example", Role::CoreTeam(district("mitte"))).await;
    let code = format!("code={}", invited.code);
    let form = "email=l%40mitte.example&role=leader";
    for answer in [
        house.get(&format!("/invitation/{}", invited.token)).await,
        house.post("/invitation", &code).await,
        post(&house, "/districts/mitte/accounts", &cookie, form).await,
        post(&house, "/sign-in", "", SIGN_IN).await,
        ask(&house, Verb::Get, "/districts/mitte", &cookie).await,
    ] {
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(answer.header("referrer-policy"), "same-origin");
    }
}

/// A district with one function in each of two offices, and a tie between them.
pub async fn fill(house: &House) {
    let actors = format!(
        "Funktion oder Einrichtung;Amt / Organisation\n{FUNCTION};Jugendamt\nErsthausbesuch;Gesundheitsamt\n"
    );
    let ties = format!("Von;Mit;Stärke\n{FUNCTION};Ersthausbesuch;4\n");
    let departments = "Name;Art\nJugendamt;Fachamt\nGesundheitsamt;Fachamt\n";
    let files = [
        ("organisationen.csv", departments.as_bytes()),
        ("funktionen.csv", actors.as_bytes()),
        ("zusammenarbeit.csv", ties.as_bytes()),
    ];
    let uploaded = house.upload("/districts/mitte/import", &files).await;
    let address = uploaded.header("location").to_owned();
    let preview = house.get(&address).await;
    let (seen, programme) = (preview.field("seen"), preview.field("programme"));
    let form = format!("seen={seen}&programme={programme}");
    let taken = house.post(&address, &form).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn nobody_else_gets_a_byte_of_a_district() {
    let house = House::open().await;
    fill(&house).await;
    let mitte = || district("mitte");
    let own = coordination(&house).await;
    let others = [
        "session=none".to_owned(),
        signed(&house, "l@mitte.example", Role::Leader(mitte())).await,
        signed(&house, "p@programm.example", Role::Programme).await,
        signed(
            &house,
            "k@pankow.example",
            Role::Coordination(district("pankow")),
        )
        .await,
    ];
    let file = ask(&house, Verb::Get, "/districts/mitte/export/json", &own).await;
    assert!(file.says(StatusCode::OK).contains(FUNCTION));
    let asks = [
        "",
        "?as=leader",
        "?as=programme",
        "?audience=working",
        "?audience=leadership",
        "?view=network",
        "?release=1",
    ];
    for route in ROUTES.iter().filter(|route| route.verb == Verb::Get) {
        for address in asks.map(|ask| path(route).replace("musterbezirk", "mitte") + ask) {
            for other in &others {
                let answer = ask(&house, Verb::Get, &address, other).await;
                let body = String::from_utf8_lossy(&answer.bytes).into_owned();
                for word in [FUNCTION, "Ersthausbesuch", "k@mitte.example"] {
                    assert!(!body.contains(word), "{word} at {address}");
                }
                let of_mitte = route.path.contains("{district}");
                // Who belongs to the district without seeing its working state is told that nothing is released yet.
                let told = body.contains("noch kein Stand freigegeben");
                let is_shown = answer.status.is_success() && !told;
                assert!(!of_mitte || !is_shown, "{address}");
            }
        }
    }
}

/// What the seed says of the demonstration, as a real district.
const TABLES: [(&str, &[u8]); 4] = [
    (
        "organisationen.csv",
        include_bytes!("../../../seed/musterbezirk/organisationen.csv"),
    ),
    (
        "funktionen.csv",
        include_bytes!("../../../seed/musterbezirk/funktionen.csv"),
    ),
    (
        "angebote.csv",
        include_bytes!("../../../seed/musterbezirk/angebote.csv"),
    ),
    (
        "zusammenarbeit.csv",
        include_bytes!("../../../seed/musterbezirk/zusammenarbeit.csv"),
    ),
];

/// The names of a district's functions that are no office's or offer's too, and the names of its offices.
async fn names(house: &House) -> (Vec<String>, Vec<String>) {
    let view = house.service.view(&district("mitte")).await.expect("there");
    let network = &view.network;
    let offices: Vec<String> = network
        .departments
        .values()
        .map(|one| one.name.to_string())
        .collect();
    let offers = network.offers.values().map(|one| one.name.to_string());
    let others: Vec<String> = offices.iter().cloned().chain(offers).collect();
    let functions = network.actors.values().map(|one| one.name.to_string());
    let own = functions.filter(|name| !others.iter().any(|other| other.contains(name.as_str())));
    (own.collect(), offices)
}

#[tokio::test]
async fn of_a_released_state_leaders_get_no_function_and_the_programme_no_office() {
    let house = House::open().await;
    let uploaded = house.upload("/districts/mitte/import", &TABLES).await;
    let address = uploaded.header("location").to_owned();
    let preview = house.get(&address).await;
    let (seen, programme) = (preview.field("seen"), preview.field("programme"));
    let form = format!("seen={seen}&programme={programme}");
    let taken = house.post(&address, &form).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER);
    let (functions, offices) = names(&house).await;
    assert!(functions.len() > 20 && offices.len() > 5);
    let own = coordination(&house).await;
    let leader = signed(&house, "l@mitte.example", Role::Leader(district("mitte"))).await;
    let programme = signed(&house, "p@programm.example", Role::Programme).await;
    let state = super::releases::frozen(&house, "mitte", &own, "Stand").await;
    super::releases::released(&house, &state, &own, "to=leaders&to=programme").await;
    let id = state.rsplit('/').next().expect("an id").to_owned();
    let asks = [
        "".to_owned(),
        "?lang=en".to_owned(),
        "?audience=working".to_owned(),
        "?audience=leadership&phase=1".to_owned(),
        "?view=network".to_owned(),
        "?view=matrix".to_owned(),
        "?view=chain".to_owned(),
        "?view=change".to_owned(),
        "?view=offer".to_owned(),
        "?view=offer&offer=familiencafe".to_owned(),
        format!("?release={id}&audience=working"),
    ];
    let mut shown = 0;
    for route in ROUTES.iter().filter(|route| route.verb == Verb::Get) {
        if !route.path.contains("{district}") {
            continue;
        }
        for address in asks
            .iter()
            .map(|ask| path(route).replace("musterbezirk", "mitte") + ask)
        {
            for (caller, hidden) in [(&leader, &functions), (&programme, &functions)] {
                let answer = ask(&house, Verb::Get, &address, caller).await;
                let body = String::from_utf8_lossy(&answer.bytes).into_owned();
                for name in hidden {
                    assert!(!body.contains(name.as_str()), "{name} at {address}");
                }
                shown += usize::from(answer.status.is_success());
            }
            let answer = ask(&house, Verb::Get, &address, &programme).await;
            let body = String::from_utf8_lossy(&answer.bytes).into_owned();
            for name in &offices {
                assert!(!body.contains(name.as_str()), "{name} at {address}");
            }
        }
    }
    assert!(shown > 40, "there is something to see: {shown}");
}
