//! What becomes of a state when its district changes.

use super::*;

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
    for record in after.districts.values_mut() {
        record.name = name(&format!("{} (neu)", record.name));
        record.example = !record.example;
    }
    for phase in after.phases.values_mut() {
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
