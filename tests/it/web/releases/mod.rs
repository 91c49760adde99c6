//! States that are frozen, looked at, released, withdrawn and removed.

mod changed;
mod entered;
mod shown;

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use axum::body::Body;
use axum::http::{Method, StatusCode, header};
use chrono::{NaiveDate, Utc};
use miteinander::domain::{Author, Change, Edit, FrozenState, FundingPhase, PhaseId, Role, Text};
use miteinander::exchange::thaw_state;
use miteinander::service::{Freeze, Snapshot};
use uuid::Uuid;

use super::people::{district, signed};
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
pub async fn frozen(house: &House, district: &str, cookie: &str, name: &str) -> String {
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
pub async fn released(house: &House, state: &str, cookie: &str, to: &str) {
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

/// Two offices, of which one may get a third function, and two ties between them.
const BASE: [(&str, &str); 3] = [
    (
        "organisationen.csv",
        "Name;Art\nJugendamt;Fachamt\nGesundheitsamt;Fachamt\n",
    ),
    (
        "funktionen.csv",
        "Funktion oder Einrichtung;Amt / Organisation;Ansprechperson;Bemerkung\n\
         Frühe Hilfen;Jugendamt;weber@mitte.example;ruft gern an\nRSD Süd;Jugendamt;;\nRSD Nord;Jugendamt;;\n\
         KJGD;Gesundheitsamt;;\nErsthausbesuch;Gesundheitsamt;;\n",
    ),
    (
        "zusammenarbeit.csv",
        "Von;Mit;Stärke;Bemerkung\nFrühe Hilfen;KJGD;4;geheime Bemerkung\nRSD Süd;KJGD;3;\n",
    ),
];

/// One function more in the smaller office.
const THIRD: [(&str, &str); 2] = [
    (
        "funktionen.csv",
        "Funktion oder Einrichtung;Amt / Organisation\nHebammen;Gesundheitsamt\n",
    ),
    (
        "zusammenarbeit.csv",
        "Von;Mit;Stärke\nHebammen;RSD Nord;5\n",
    ),
];

/// Takes files over into a district.
async fn imported(house: &House, cookie: &str, phase: &str, files: &[(&str, &str)]) {
    let parts: Vec<String> = files
        .iter()
        .map(|(name, text)| {
            format!(
                "--line\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n{text}\r\n"
            )
        })
        .collect();
    let body = format!(
        "--line\r\nContent-Disposition: form-data; name=\"phase\"\r\n\r\n{phase}\r\n{}--line--\r\n",
        parts.concat()
    );
    let sent = request(Method::POST, "/districts/mitte/import")
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=line")
        .header("sec-fetch-site", "same-origin");
    let uploaded = house.ask(sent.body(Body::from(body))).await;
    let address = uploaded.header("location").to_owned();
    let preview = get(house, &address, cookie).await;
    let (seen, programme) = (preview.field("seen"), preview.field("programme"));
    let form = format!("seen={seen}&programme={programme}");
    let taken = post(house, &address, cookie, &form).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
}

/// Takes the latest step of the district back.
async fn undone(house: &House, cookie: &str) {
    let view = house.service.view(&district("mitte")).await.expect("there");
    let step = view.version.head.revision.0;
    let address = format!("/districts/mitte/history/{step}");
    let form = format!("request={}", Uuid::new_v4());
    let answer = post(house, &address, cookie, &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
}

/// A house with a filled district, its coordination, a leader and the programme.
async fn with_mitte() -> (House, String, String, String) {
    let house = House::open().await;
    let mitte = || district("mitte");
    let own = signed(&house, "k@mitte.example", Role::Coordination(mitte())).await;
    let leader = signed(&house, "l@mitte.example", Role::Leader(mitte())).await;
    let programme = signed(&house, "p@programm.example", Role::Programme).await;
    imported(&house, &own, "2", &BASE).await;
    (house, own, leader, programme)
}

const NOTHING: &str = "noch kein Stand freigegeben";

/// Which state somebody is shown.
async fn seen(house: &House, cookie: &str) -> Option<String> {
    let page = get(house, "/districts/mitte?lang=de", cookie).await;
    let page = page.says(StatusCode::OK);
    if page.contains(NOTHING) {
        return None;
    }
    let (before, _) = page.split_once(", freigegeben am").expect("it says which");
    let (_, name) = before.rsplit_once('>').expect("a name");
    Some(name.to_owned())
}
