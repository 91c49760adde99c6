//! Who may call which address, where people sign in: the table of the contract, over the one list of addresses.

use axum::http::StatusCode;
use miteinander::domain::Role;
use miteinander::web::{Access, ROUTES, Route, Verb};

use super::people::{ask, coordination, district, signed};
use super::routes::path;
use super::{Answer, House};

/// What somebody who calls is told.
#[derive(Debug, PartialEq)]
enum Told {
    /// Whatever stands there.
    In,
    SignIn,
    NotThere,
    NotAllowed,
    NothingReleased,
}

fn told(answer: &Answer) -> Told {
    let text = String::from_utf8_lossy(&answer.bytes).into_owned();
    let location = answer.headers.get("location");
    let to_sign_in = location.is_some_and(|to| to.as_bytes().starts_with(b"/sign-in"));
    match answer.status {
        StatusCode::SEE_OTHER if to_sign_in => Told::SignIn,
        StatusCode::UNAUTHORIZED => Told::SignIn,
        StatusCode::FORBIDDEN => Told::NotAllowed,
        _ if text.contains("noch kein Stand freigegeben") => Told::NothingReleased,
        StatusCode::NOT_FOUND if text.contains("Diesen Bezirk gibt es hier nicht") => {
            Told::NotThere
        }
        _ => Told::In,
    }
}

/// What the table of the contract says: stranger, leader, core team, coordination, programme, another core team.
fn expected(access: Access) -> [Told; 6] {
    use Told::{In, NotAllowed, NotThere, NothingReleased, SignIn};
    match access {
        Access::Public | Access::Token => [In, In, In, In, In, In],
        Access::Signed => [SignIn, In, In, In, In, In],
        Access::Leadership => [SignIn, NothingReleased, In, In, NothingReleased, NotThere],
        Access::Working => [SignIn, NotAllowed, In, In, NotAllowed, NotThere],
        Access::Coordination => [SignIn, NotAllowed, NotAllowed, In, NotAllowed, NotThere],
        Access::Programme => [SignIn, NotAllowed, NotAllowed, NotAllowed, In, NotAllowed],
    }
}

#[tokio::test]
async fn every_address_is_for_whom_the_table_says() {
    let house = House::open().await;
    let mitte = || district("mitte");
    let callers = [
        "session=none".to_owned(),
        coordination(&house).await,
        signed(&house, "l@mitte.example", Role::Leader(mitte())).await,
        signed(&house, "t@mitte.example", Role::CoreTeam(mitte())).await,
        signed(&house, "p@programm.example", Role::Programme).await,
        signed(
            &house,
            "t@pankow.example",
            Role::CoreTeam(district("pankow")),
        )
        .await,
    ];
    let [stranger, coordinator, leader, core_team, programme, another] = &callers;
    let callers = [stranger, leader, core_team, coordinator, programme, another];
    let ends = |route: &&Route| route.path != "/sign-out";
    for route in ROUTES.iter().filter(ends) {
        let address = path(route).replace("musterbezirk", "mitte");
        for (at, (caller, expected)) in callers.into_iter().zip(expected(route.access)).enumerate()
        {
            let answer = ask(&house, route.verb, &address, caller).await;
            let found = told(&answer);
            assert_eq!(
                found, expected,
                "{} {address} by {at}: {}",
                route.verb, answer.status
            );
            let is_page = answer.status == StatusCode::SEE_OTHER;
            assert!(
                !is_page || route.verb == Verb::Get,
                "a form is not lost on the way"
            );
        }
    }
}

#[tokio::test]
async fn everybody_reads_the_demonstration_and_nobody_writes_to_it() {
    let house = House::open().await;
    let own = coordination(&house).await;
    let of_district = |route: &&Route| route.path.contains("{district}");
    for route in ROUTES.iter().filter(of_district) {
        let address = path(route);
        for caller in ["session=none", &own] {
            let found = told(&ask(&house, route.verb, &address, caller).await);
            let expected = match (route.verb, route.access) {
                (Verb::Post, _) | (_, Access::Coordination) => Told::NotAllowed,
                (Verb::Get, _) => Told::In,
            };
            assert_eq!(found, expected, "{} {address}", route.verb);
        }
    }
    for role in ["leader", "programme"] {
        let address = format!("/districts/musterbezirk?as={role}");
        house.get(&address).await.says(StatusCode::OK);
    }
}

#[tokio::test]
async fn other_districts_and_those_that_are_not_there_look_the_same() {
    let house = House::open().await;
    coordination(&house).await;
    let core_team = signed(&house, "t@mitte.example", Role::CoreTeam(district("mitte"))).await;
    let mut pages = Vec::new();
    for id in ["pankow", "nowhere"] {
        let answer = ask(&house, Verb::Get, &format!("/districts/{id}"), &core_team).await;
        let number = answer.header("x-request-id").to_owned();
        let page = answer.says(StatusCode::NOT_FOUND);
        pages.push(page.replace(&number, "").replace(id, ""));
    }
    assert_eq!(pages[0], pages[1]);
}
