//! What the coordination does with states: once, alone, and with what it typed kept.

use super::*;

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
