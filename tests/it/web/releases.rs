//! States that are frozen, looked at, released, withdrawn and removed.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use axum::body::Body;
use axum::http::{Method, StatusCode, header};
use chrono::NaiveDate;
use miteinander::domain::{FrozenState, PhaseId, Role, Text};
use miteinander::exchange::thaw_state;
use miteinander::service::{Freeze, Snapshot};
use uuid::Uuid;

use super::accounts::{district, signed};
use super::{Answer, House, request};

/// A form as somebody's browser sends it.
async fn post(house: &House, address: &str, cookie: &str, form: &str) -> Answer {
    let sent = request(Method::POST, address)
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin");
    house.ask(sent.body(Body::from(form.to_owned()))).await
}

async fn get(house: &House, address: &str, cookie: &str) -> Answer {
    let asked = request(Method::GET, address).header(header::COOKIE, cookie);
    house.ask(asked.body(Body::empty())).await
}

/// Freezes a district as it stands; the address of the state.
async fn frozen(house: &House, district: &str, cookie: &str, name: &str) -> String {
    let form = format!(
        "request={}&name={name}&date=12.03.2025&phase=2",
        Uuid::new_v4()
    );
    let address = format!("/districts/{district}/releases");
    let answer = post(house, &address, cookie, &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let location = answer.header("location");
    location.split('?').next().expect("an address").to_owned()
}

async fn deal(house: &House, state: &str, cookie: &str, fields: &str) -> Answer {
    let form = format!("request={}&{fields}", Uuid::new_v4());
    post(house, state, cookie, &form).await
}

const RELEASE: &str = "action=release&decided_by=steering-group&decided_on=12.03.2025";

/// Shows a state to somebody.
async fn released(house: &House, state: &str, cookie: &str, to: &str) {
    let answer = deal(house, state, cookie, &format!("{RELEASE}&{to}")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
}

#[tokio::test]
async fn the_demonstration_holds_what_freezing_it_gives() {
    let house = House::open().await;
    let muster = district("musterbezirk");
    let view = house.service.view(&muster).await.expect("it is there");
    let (_, release) = view.network.releases.first_key_value().expect("one");
    // As it stood before.
    let mut network = (*view.network).clone();
    network.releases.clear();
    let before = Snapshot {
        network: Arc::new(network),
        ..view.clone()
    };
    let freeze = Freeze {
        name: Text::parse("Stand März 2025").expect("a name"),
        date: NaiveDate::from_ymd_opt(2025, 3, 12).expect("a day"),
        phase: PhaseId::parse("2").expect("an id"),
    };
    let made = house.service.frozen_state(&before, &freeze).await;
    let (made, _) = made.expect("it can be frozen");
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("seed/musterbezirk/release.frozen");
    if std::env::var_os("MITEINANDER_WRITE_SEED").is_some() {
        fs::write(path, &made.bytes).expect("it is written");
        return;
    }
    let seeded = miteinander::domain::Frozen {
        bytes: fs::read(path).expect("the seed"),
        sha256: release.frozen.to_string(),
        ..made.clone()
    };
    // Another version of the program may draw differently, and lay the map out differently.
    let told = |state: FrozenState| {
        let mut survey = state.survey;
        survey.map_places = None;
        (state.district, state.phases, survey, state.leaders.figures)
    };
    let [seeded, made] = [seeded, made].map(|one| told(thaw_state(&one).expect("readable")));
    assert!(
        seeded == made,
        "write it anew: MITEINANDER_WRITE_SEED=1 cargo test --test it the_demonstration_holds"
    );
    let held = house
        .service
        .see(&Role::Leader(muster.clone()), &muster)
        .await;
    assert!(held.is_ok(), "leaders see it");
}

#[tokio::test]
async fn leaders_see_the_last_state_that_was_released_and_nothing_before() {
    let house = House::open().await;
    super::intruders::fill(&house).await;
    let mitte = || district("mitte");
    let own = signed(&house, "k@mitte.example", Role::Coordination(mitte())).await;
    let leader = signed(&house, "l@mitte.example", Role::Leader(mitte())).await;
    let state = frozen(&house, "mitte", &own, "Erster+Stand").await;
    let page = get(&house, "/districts/mitte?lang=de", &leader).await;
    assert!(
        page.says(StatusCode::OK)
            .contains("noch kein Stand freigegeben")
    );
    released(&house, &state, &own, "to=leaders").await;
    let page = get(&house, "/districts/mitte?lang=de", &leader).await;
    let page = page.says(StatusCode::OK);
    assert!(page.contains("Erster Stand, freigegeben am"), "{page}");
}
