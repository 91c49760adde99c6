//! States that are frozen, looked at, released, withdrawn and removed.

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

#[tokio::test]
async fn leaders_see_the_last_state_that_was_released_and_nothing_before() {
    let (house, own, leader, programme) = with_mitte().await;
    let first = frozen(&house, "mitte", &own, "Erster").await;
    assert_eq!(seen(&house, &leader).await, None);
    for file in ["map.svg", "map.png", "map.pdf", "handout.pdf"] {
        let address = format!("/districts/mitte/{file}");
        let answer = get(&house, &address, &leader).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
    }
    let report = "/api/v1/districts/mitte/report";
    let answer = get(&house, report, &leader).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    released(&house, &first, &own, "to=leaders").await;
    assert_eq!(seen(&house, &leader).await.as_deref(), Some("Erster"));
    assert_eq!(seen(&house, &programme).await, None, "it was not for them");
    let second = frozen(&house, "mitte", &own, "Zweiter").await;
    assert_eq!(seen(&house, &leader).await.as_deref(), Some("Erster"));
    released(&house, &second, &own, "to=leaders&to=programme").await;
    assert_eq!(seen(&house, &leader).await.as_deref(), Some("Zweiter"));
    assert_eq!(seen(&house, &programme).await.as_deref(), Some("Zweiter"));
    // Whatever an address asks for.
    let id = first.rsplit('/').next().expect("an id");
    for ask in ["release", "audience=working&release"] {
        let address = format!("/districts/mitte?lang=de&{ask}={id}");
        let page = get(&house, &address, &leader).await.says(StatusCode::OK);
        assert!(page.contains("Zweiter, freigegeben") && !page.contains("Erster"));
    }
    let withdraw = deal(&house, &second, &own, "action=withdraw").await;
    assert_eq!(withdraw.status, StatusCode::SEE_OTHER);
    assert_eq!(seen(&house, &leader).await.as_deref(), Some("Erster"));
    assert_eq!(seen(&house, &programme).await, None);
    deal(&house, &first, &own, "action=withdraw").await;
    assert_eq!(seen(&house, &leader).await, None);
    // What was withdrawn may be released again.
    released(&house, &first, &own, "to=leaders").await;
    assert_eq!(seen(&house, &leader).await.as_deref(), Some("Erster"));
}

#[tokio::test]
async fn the_programme_sees_the_whole_and_offices_only_where_that_was_ticked_too() {
    let (house, own, _, programme) = with_mitte().await;
    imported(&house, &own, "2", &THIRD).await;
    let state = frozen(&house, "mitte", &own, "Stand").await;
    released(&house, &state, &own, "to=programme").await;
    let page = get(&house, "/districts/mitte?lang=de", &programme).await;
    let page = page.says(StatusCode::OK);
    assert!(page.contains("Zahlen des Bezirks im Ganzen"), "{page}");
    let report = get(&house, "/api/v1/districts/mitte/report", &programme).await;
    let report = report.says(StatusCode::OK);
    assert!(report.contains("\"internal\""), "{report}");
    for told in [&page, &report] {
        assert!(!told.contains("Jugendamt") && !told.contains("Gesundheitsamt"));
    }
    for rest in ["/map", "/map.svg", "/map.png", "/map.pdf", "/handout.pdf"] {
        let address = format!("/districts/mitte{rest}");
        let answer = get(&house, &address, &programme).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
    }
    deal(&house, &state, &own, "action=withdraw").await;
    released(&house, &state, &own, "to=programme-map").await;
    let map = get(&house, "/districts/mitte/map.svg", &programme).await;
    assert!(map.says(StatusCode::OK).contains("Gesundheitsamt"));
}

#[tokio::test]
async fn what_was_changed_or_deleted_since_is_not_released_and_what_is_new_does_not_matter() {
    let (house, own, leader, _) = with_mitte().await;
    imported(&house, &own, "2", &THIRD).await;
    let state = frozen(&house, "mitte", &own, "Stand").await;
    undone(&house, &own).await;
    // Taken back: the state that was frozen before it; so that is frozen again.
    let refused = post(
        &house,
        &state,
        &own,
        &format!("request={}&{RELEASE}&to=leaders", Uuid::new_v4()),
    )
    .await;
    assert_eq!(
        refused.status,
        StatusCode::NOT_FOUND,
        "the freezing itself was taken back"
    );
    let state = frozen(&house, "mitte", &own, "Stand").await;
    let weaker = [(
        "zusammenarbeit.csv",
        "Von;Mit;Stärke\nHebammen;RSD Nord;1\n",
    )];
    imported(&house, &own, "2", &weaker).await;
    let said = "Seit dem Festhalten wurden Angaben geändert oder gelöscht. Bitte neu festhalten.";
    let page = get(&house, &format!("{state}?lang=de"), &own).await;
    let page = page.says(StatusCode::OK);
    assert!(page.contains(said) && !page.contains("value=\"release\""));
    let (at, form) = (format!("{state}?lang=de"), format!("{RELEASE}&to=leaders"));
    let refused = deal(&house, &at, &own, &form).await;
    assert!(refused.says(StatusCode::CONFLICT).contains(said));
    assert_eq!(seen(&house, &leader).await, None);
    undone(&house, &own).await;
    // As it was again, and one function more.
    let more = [
        (
            "funktionen.csv",
            "Funktion oder Einrichtung;Amt / Organisation\nKita;Jugendamt\n",
        ),
        ("zusammenarbeit.csv", "Von;Mit;Stärke\nKita;KJGD;2\n"),
    ];
    imported(&house, &own, "2", &more).await;
    released(&house, &state, &own, "to=leaders").await;
    assert_eq!(seen(&house, &leader).await.as_deref(), Some("Stand"));
}

#[tokio::test]
async fn a_state_keeps_its_bytes_whatever_is_changed() {
    let (house, own, leader, _) = with_mitte().await;
    imported(&house, &own, "2", &THIRD).await;
    let state = frozen(&house, "mitte", &own, "Stand").await;
    released(&house, &state, &own, "to=leaders").await;
    let views = [
        "map.svg?lang=de",
        "map.svg?lang=en",
        "map.svg?lang=de&paper=a3",
        "map.svg?lang=de&view=chain",
        "map.svg?lang=de&view=matrix",
        "map.png?lang=de",
        "handout.pdf?lang=de",
    ];
    let id = state.rsplit('/').next().expect("an id");
    let working = format!("/districts/mitte/map.svg?lang=de&release={id}");
    let drawn = async || {
        let mut all = vec![get(&house, &working, &own).await.bytes];
        for view in views {
            let answer = get(&house, &format!("/districts/mitte/{view}"), &leader).await;
            assert_eq!(answer.status, StatusCode::OK, "{view}");
            all.push(answer.bytes);
        }
        all
    };
    let before = drawn().await;
    assert!(
        String::from_utf8_lossy(&before[0]).contains("Hebammen"),
        "the core team's view"
    );
    assert!(!String::from_utf8_lossy(&before[1]).contains("Hebammen"));
    let other = [
        ("organisationen.csv", "Name;Art\nSozialamt;Fachamt\n"),
        (
            "funktionen.csv",
            "Funktion oder Einrichtung;Amt / Organisation\nWohnhilfe;Sozialamt\n",
        ),
        (
            "zusammenarbeit.csv",
            "Von;Mit;Stärke\nWohnhilfe;KJGD;5\nFrühe Hilfen;KJGD;1\n",
        ),
    ];
    imported(&house, &own, "2", &other).await;
    assert!(drawn().await == before, "an import changed it");
    undone(&house, &own).await;
    assert!(drawn().await == before, "an undo changed it");
    // Another seed: the district and the phase are called otherwise.
    let held = house.service.programme().await.expect("there");
    let mut after = (*held.value).clone();
    let name = |name: &str| Text::parse(name).expect("a name");
    for (_, record) in &mut after.districts {
        record.name = name(&format!("{} (neu)", record.name));
        record.example = !record.example;
    }
    for (_, phase) in &mut after.phases {
        phase.name = name(&format!("{} (neu)", phase.name));
    }
    let request = miteinander::store::Request::once();
    let changes = held.value.diff(&after);
    let entered =
        house
            .service
            .enter_phases(changes, held.head, (Author::Program, Utc::now()), request);
    entered.await.expect("it is entered");
    assert!(drawn().await == before, "the programme changed it");
}

#[tokio::test]
async fn a_state_outlives_its_phase() {
    let (house, own, leader, _) = with_mitte().await;
    let held = house.service.programme().await.expect("there");
    let mut after = (*held.value).clone();
    let day = |year| NaiveDate::from_ymd_opt(year, 1, 1).expect("a day");
    let second = after.phases.get_mut(&PhaseId::parse("2").expect("an id"));
    second.expect("it is there").end = day(2030).pred_opt();
    let third = FundingPhase {
        name: Text::parse("ab 2030").expect("a name"),
        start: day(2030),
        end: None,
    };
    let id = PhaseId::parse("3").expect("an id");
    after.phases.insert(id.clone(), third.clone());
    let enter = async |head, changes| {
        let request = miteinander::store::Request::once();
        let entered =
            house
                .service
                .enter_phases(changes, head, (Author::Program, Utc::now()), request);
        entered.await.expect("it is entered");
    };
    enter(held.head, held.value.diff(&after)).await;
    imported(&house, &own, "3", &BASE).await;
    let address = "/districts/mitte/releases";
    let form = format!(
        "request={}&name=Dritte&date=2.1.2030&phase=3",
        Uuid::new_v4()
    );
    let state = post(&house, address, &own, &form).await;
    let state = state
        .header("location")
        .split('?')
        .next()
        .expect("one")
        .to_owned();
    released(&house, &state, &own, "to=leaders").await;
    // What stands of it goes, and then the phase.
    let step = house
        .service
        .steps(&district("mitte"), None, 9)
        .await
        .expect("there");
    let import = step
        .iter()
        .find(|step| step.changes.len() > 3)
        .expect("the import")
        .number;
    let undo = format!("/districts/mitte/history/{}", import.0);
    let answer = post(&house, &undo, &own, &format!("request={}", Uuid::new_v4())).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let now = house.service.programme().await.expect("there");
    let gone = Change::Phase(Edit::remove(id, third));
    enter(now.head, vec![gone]).await;
    assert_eq!(seen(&house, &leader).await.as_deref(), Some("Dritte"));
    let map = get(&house, "/districts/mitte/map.svg?lang=de", &leader).await;
    map.says(StatusCode::OK);
    let page = get(&house, &state, &own).await.says(StatusCode::OK);
    assert!(page.contains("ab 2030"), "it is still called as it was");
}

#[tokio::test]
async fn what_one_state_hides_is_hidden_in_each_later_one() {
    let (house, own, leader, _) = with_mitte().await;
    let hides = frozen(&house, "mitte", &own, "Klein").await;
    imported(&house, &own, "2", &THIRD).await;
    let tells = frozen(&house, "mitte", &own, "Groß").await;
    let page = get(&house, &format!("{hides}?lang=de"), &own).await;
    let page = page.says(StatusCode::OK);
    assert!(page.contains("Gesundheitsamt: nur 2 Funktionen"), "{page}");
    released(&house, &hides, &own, "to=leaders").await;
    deal(&house, &hides, &own, "action=withdraw").await;
    // One that was frozen before is refused, though the other was withdrawn.
    let form = format!("{RELEASE}&to=leaders");
    let refused = deal(&house, &format!("{tells}?lang=de"), &own, &form).await;
    let refused = refused.says(StatusCode::CONFLICT);
    assert!(refused.contains("hält Ämter zurück"), "{refused}");
    let anew = frozen(&house, "mitte", &own, "Neu").await;
    let page = get(&house, &format!("{anew}?lang=de"), &own).await;
    let page = page.says(StatusCode::OK);
    assert!(
        page.contains("Gesundheitsamt: Ein früher freigegebener"),
        "{page}"
    );
    released(&house, &anew, &own, "to=leaders").await;
    let report = get(&house, "/api/v1/districts/mitte/report", &leader).await;
    let report: serde_json::Value = serde_json::from_slice(&report.bytes).expect("JSON");
    let figures = report["department_figures"].as_array().expect("a list");
    let health = figures
        .iter()
        .find(|one| one["department"] == "Gesundheitsamt");
    let health = health.expect("its name is told");
    assert!(
        health["internal"].is_null() || health["internal"] == 0,
        "{health}"
    );
    assert_eq!(report["ties"], 0, "no tie of it is counted");
    let map = get(&house, "/districts/mitte/map.svg?lang=de", &leader).await;
    map.says(StatusCode::OK);
}

#[tokio::test]
async fn of_two_who_release_at_once_one_does_and_the_other_is_told() {
    let (house, own, leader, _) = with_mitte().await;
    let role = Role::Coordination(district("mitte"));
    let other = signed(&house, "k2@mitte.example", role).await;
    let state = frozen(&house, "mitte", &own, "Stand").await;
    let at = format!("{state}?lang=de");
    let (a, b) = tokio::join!(
        deal(
            &house,
            &at,
            &own,
            "action=release&decided_by=core-team&to=leaders"
        ),
        deal(
            &house,
            &at,
            &other,
            "action=release&decided_by=steering-group&to=programme"
        ),
    );
    let mut both = [a, b];
    both.sort_by_key(|answer| answer.status);
    assert_eq!(both[0].status, StatusCode::SEE_OTHER);
    let told = both[1].says(StatusCode::CONFLICT);
    assert!(told.contains("schon freigegeben"), "{told}");
    let view = house.service.view(&district("mitte")).await.expect("there");
    let consents: Vec<_> = view.network.releases.values().collect();
    assert_eq!(consents.len(), 1);
    let _ = leader;
}

#[tokio::test]
async fn the_same_form_twice_does_nothing_the_second_time() {
    let (house, own, leader, _) = with_mitte().await;
    let form = format!(
        "request={}&name=Stand&date=12.03.2025&phase=2",
        Uuid::new_v4()
    );
    let first = post(&house, "/districts/mitte/releases", &own, &form).await;
    let again = post(&house, "/districts/mitte/releases", &own, &form).await;
    assert_eq!(first.header("location"), again.header("location"));
    let view = house.service.view(&district("mitte")).await.expect("there");
    assert_eq!(view.network.releases.len(), 1);
    let state = first.header("location").split('?').next().expect("one");
    let form = format!("request={}&{RELEASE}&to=leaders", Uuid::new_v4());
    for _ in 0..2 {
        let answer = post(&house, state, &own, &form).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(seen(&house, &leader).await.as_deref(), Some("Stand"));
}

#[tokio::test]
async fn a_state_is_removed_only_if_nobody_ever_saw_it() {
    let (house, own, leader, _) = with_mitte().await;
    let state = frozen(&house, "mitte", &own, "Stand").await;
    released(&house, &state, &own, "to=leaders").await;
    let at = format!("{state}?lang=de");
    for _ in 0..2 {
        let refused = deal(&house, &at, &own, "action=remove").await;
        let said = refused.says(StatusCode::CONFLICT);
        assert!(
            said.contains("zurückgezogen, aber nicht entfernt"),
            "{said}"
        );
        deal(&house, &state, &own, "action=withdraw").await;
    }
    // Neither does taking back the step that released it.
    let steps = house
        .service
        .steps(&district("mitte"), None, 9)
        .await
        .expect("there");
    let release = steps[1].number.0;
    let undo = format!("/districts/mitte/history/{release}?lang=de");
    let answer = post(&house, &undo, &own, &format!("request={}", Uuid::new_v4())).await;
    assert_eq!(answer.status, StatusCode::CONFLICT, "{}", answer.text());
    let never = frozen(&house, "mitte", &own, "Nie").await;
    let removed = deal(&house, &never, &own, "action=remove").await;
    assert_eq!(removed.status, StatusCode::SEE_OTHER);
    let gone = get(&house, &never, &own).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    undone(&house, &own).await;
    get(&house, &never, &own).await.says(StatusCode::OK);
    assert_eq!(seen(&house, &leader).await, None);
}

#[tokio::test]
async fn what_cannot_be_frozen_or_released_is_said_and_what_was_typed_stays() {
    let (house, own, _, _) = with_mitte().await;
    let address = "/districts/mitte/releases?lang=de";
    let long = "x".repeat(10_000);
    for (name, date, phase, status, said) in [
        (
            long.as_str(),
            "12.03.2025",
            "2",
            422,
            "höchstens 300 Zeichen",
        ),
        ("a%00b", "12.03.2025", "2", 422, "höchstens 300 Zeichen"),
        ("+", "12.03.2025", "2", 422, "höchstens 300 Zeichen"),
        ("Mein+Stand", "gestern", "2", 422, "value=\"Mein Stand\""),
        ("Mein+Stand", "12.03.2025", "1", 422, "nichts festzuhalten"),
        ("Mein+Stand", "12.03.2025", "9", 404, "Förderphase"),
        ("Mein+Stand", "12.03.2025", "", 422, "Förderphase"),
    ] {
        let form = format!(
            "request={}&name={name}&date={date}&phase={phase}",
            Uuid::new_v4()
        );
        let answer = post(&house, address, &own, &form).await;
        assert_eq!(answer.status.as_u16(), status, "{}", answer.text());
        assert!(answer.text().contains(said), "{said}: {}", answer.text());
    }
    let view = house.service.view(&district("mitte")).await.expect("there");
    assert!(view.network.releases.is_empty());
    let state = frozen(&house, "mitte", &own, "Stand").await;
    for fields in [
        "action=release&to=leaders",
        "action=release&decided_by=core-team",
        "action=release&decided_by=Frau+Weber&to=leaders",
        "action=release&decided_by=core-team&to=public",
        "action=release&decided_by=core-team&to=leaders&decided_on=bald",
    ] {
        let answer = deal(&house, &format!("{state}?lang=de"), &own, fields).await;
        let said = answer.says(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(said.contains("Es wurde nichts freigegeben"), "{fields}");
    }
    let other = deal(&house, &state, &own, "action=publish").await;
    assert_eq!(other.status, StatusCode::BAD_REQUEST);
    let nowhere = deal(
        &house,
        "/districts/mitte/releases/nie",
        &own,
        "action=withdraw",
    )
    .await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn only_the_coordination_of_the_district_freezes_and_releases() {
    let (house, own, leader, programme) = with_mitte().await;
    let state = frozen(&house, "mitte", &own, "Stand").await;
    let team = signed(&house, "t@mitte.example", Role::CoreTeam(district("mitte"))).await;
    let other = Role::Coordination(district("pankow"));
    let other = signed(&house, "k@pankow.example", other).await;
    let list = "/districts/mitte/releases";
    let form = "name=Stand&date=12.03.2025&phase=2";
    for (caller, status) in [
        (&team, StatusCode::FORBIDDEN),
        (&leader, StatusCode::FORBIDDEN),
        (&programme, StatusCode::FORBIDDEN),
        (&other, StatusCode::NOT_FOUND),
    ] {
        assert_eq!(deal(&house, list, caller, form).await.status, status);
        for action in [
            "release&to=leaders&decided_by=core-team",
            "withdraw",
            "remove",
        ] {
            let fields = format!("action={action}");
            assert_eq!(deal(&house, &state, caller, &fields).await.status, status);
        }
        assert_eq!(get(&house, &state, caller).await.status, status);
        let draft = get(&house, &format!("{state}/draft.pdf"), caller).await;
        assert_eq!(draft.status, status);
    }
    let page = get(&house, list, &team).await.says(StatusCode::OK);
    assert!(page.contains("Stand") && !page.contains("<form class=\"fields\""));
    let id = state.rsplit('/').next().expect("an id");
    let shown = format!("/districts/mitte?lang=de&release={id}");
    let shown = get(&house, &shown, &team).await.says(StatusCode::OK);
    assert!(shown.contains("Stand, nicht freigegeben"), "{shown}");
    let nowhere = get(&house, "/districts/mitte?release=nie", &team).await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_draft_is_handed_round_before_it_is_decided() {
    let (house, own, _, _) = with_mitte().await;
    let state = frozen(&house, "mitte", &own, "Stand").await;
    let count = |pdf: &[u8], text: &str| {
        let windows = pdf.windows(text.len());
        windows.filter(|window| *window == text.as_bytes()).count()
    };
    let draft = format!("{state}/draft.pdf?lang=de&until=1.4.2025");
    let draft = get(&house, &draft, &own).await;
    assert_eq!(draft.status, StatusCode::OK);
    assert_eq!(draft.header("content-type"), "application/pdf");
    let handout = "/districts/mitte/handout.pdf?lang=de&audience=leadership";
    let handout = get(&house, handout, &own).await;
    assert_eq!(count(&draft.bytes, "/H2"), count(&handout.bytes, "/H2") + 1);
    let bad = get(&house, &format!("{state}/draft.pdf?until=bald"), &own).await;
    assert_eq!(bad.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_state_holds_no_contact_no_note_and_no_author() {
    let (house, own, _, _) = with_mitte().await;
    let contacts = house
        .service
        .contacts(&district("mitte"))
        .await
        .expect("there");
    assert!(!contacts.is_empty(), "there is one to keep out");
    frozen(&house, "mitte", &own, "Stand").await;
    let view = house.service.view(&district("mitte")).await.expect("there");
    let (_, release) = view.network.releases.first_key_value().expect("one");
    let store = miteinander::store::open(&house.store_url(), None)
        .await
        .expect("it opens");
    let body = store.frozen(&district("mitte"), &release.frozen).await;
    let state = thaw_state(&body.expect("read").expect("there")).expect("readable");
    let json = serde_json::to_string(&state).expect("JSON");
    assert!(json.contains("Frühe Hilfen"), "functions are in it");
    for told in [
        "weber@mitte",
        "ruft gern an",
        "geheime Bemerkung",
        "k@mitte.example",
    ] {
        assert!(!json.contains(told), "{told}");
    }
}
