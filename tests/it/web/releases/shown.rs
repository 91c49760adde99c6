//! What leaders and the programme see of a released state.

use super::*;

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
