//! Who may not, and what was typed when a session ended.

use axum::http::StatusCode;
use miteinander::domain::Role;
use miteinander::web::Verb;

use super::super::House;
use super::super::form::Fields;
use super::super::people::{self, ask, district, signed};
use super::with;

#[tokio::test]
async fn another_s_district_is_not_there_and_a_leader_may_not() {
    let house = House::open().await;
    let mitte = district("mitte");
    signed(&house, "k@mitte.example", Role::Coordination(mitte.clone())).await;
    let leader = signed(&house, "l@mitte.example", Role::Leader(mitte)).await;
    let other = signed(
        &house,
        "k@pankow.example",
        Role::Coordination(district("pankow")),
    )
    .await;
    for below in [
        "actors/new",
        "actors/x/merge",
        "departments/new",
        "departments/x/remove",
    ] {
        for verb in [Verb::Get, Verb::Post] {
            for (cookie, status) in [(&leader, 403), (&other, 404)] {
                let address = format!("/districts/mitte/{below}");
                let answer = ask(&house, verb, &address, cookie).await;
                assert_eq!(answer.status.as_u16(), status, "{address}");
            }
        }
    }
}

#[tokio::test]
async fn what_is_typed_comes_back_after_the_session_has_ended() {
    let (house, cookie, _) = people::house().await;
    let new = "/districts/mitte/departments/new";
    let page = ask(&house, Verb::Get, new, &cookie)
        .await
        .says(StatusCode::OK);
    let typed = [
        ("name", "Nicht \"verlieren\""),
        ("kind", "school"),
        ("action", "save"),
    ];
    let form = with(Fields::of(&page), &typed);
    ask(&house, Verb::Post, "/sign-out", &cookie).await;
    let late = people::post(&house, new, &cookie, &form.encoded()).await;
    let page = late.says(StatusCode::UNAUTHORIZED);
    let mut entering = Fields::of(&page);
    entering.set("email", "k@mitte.example");
    entering.set("password", people::PASSWORD);
    let back = people::post(&house, "/sign-in", "", &entering.encoded()).await;
    let page = back.says(StatusCode::OK);
    assert!(
        page.contains("value=\"Nicht &quot;verlieren&quot;\""),
        "{page}"
    );
    assert!(
        page.contains("<option value=\"school\" selected>"),
        "{page}"
    );
}
