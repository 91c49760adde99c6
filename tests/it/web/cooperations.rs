//! The pages of cooperations: what each side says, beside the other, entered, changed and removed.

use axum::http::StatusCode;
use miteinander::domain::{Network, PhaseId, Report, ReportKey, Strength};
use miteinander::service::DEMONSTRATION;
use uuid::Uuid;

use super::people::district;
use super::{Answer, House};

const LIST: &str = "/districts/musterbezirk/cooperations";

async fn network(house: &House) -> Network {
    let view = house.service.view(&district(DEMONSTRATION)).await;
    view.expect("there").network.as_ref().clone()
}

/// Two functions of the latest phase of which neither says anything of the other.
async fn strangers(house: &House) -> ReportKey {
    let view = house
        .service
        .view(&district(DEMONSTRATION))
        .await
        .expect("there");
    let phase: PhaseId = view.latest_phase().expect("one");
    let members: Vec<_> = view
        .network
        .members(&phase)
        .map(|(id, _)| id.clone())
        .collect();
    let says = |from: &miteinander::domain::ActorId, to: &miteinander::domain::ActorId| {
        let key = (phase.clone(), from.clone(), to.clone());
        view.network.reports.contains_key(&key)
    };
    for (at, from) in members.iter().enumerate() {
        for to in &members[at + 1..] {
            if !says(from, to) && !says(to, from) {
                return (phase, from.clone(), to.clone());
            }
        }
    }
    panic!("everybody works with everybody");
}

fn seen(report: Option<&Report>) -> String {
    let json = report.map(|one| serde_json::to_string(one).expect("it is written"));
    form_urlencoded::byte_serialize(json.unwrap_or_default().as_bytes()).collect()
}

async fn save(house: &House, (phase, from, to): &ReportKey, seen: &str, typed: &str) -> Answer {
    let form = format!(
        "request={}&phase={phase}&seen={seen}&{typed}",
        Uuid::new_v4()
    );
    house.post(&format!("{LIST}/{from}/{to}"), &form).await
}

#[tokio::test]
async fn a_side_is_entered_and_the_other_beside_it() {
    let house = House::open().await;
    let key = strangers(&house).await;
    let (phase, from, to) = &key;
    let new = house
        .get(&format!("{LIST}/new?phase={phase}"))
        .await
        .says(StatusCode::OK);
    for words in [
        "Wer sagt es?",
        "Kein Kontakt: Wir hatten nichts miteinander zu tun.",
        "keine Angabe",
        "<optgroup",
    ] {
        assert!(new.contains(words), "{words}");
    }
    let form = format!(
        "request={}&seen=&phase={phase}&from={from}&to={to}&strength=3&kinds=referral&binding=no&since=03%2F2020&note=neu",
        Uuid::new_v4()
    );
    let done = house.post(&format!("{LIST}/new"), &form).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    let there = done.header("location");
    assert!(
        there.starts_with(&format!("{LIST}/{from}/{to}?taken=")),
        "{there}"
    );
    let page = house.get(there).await.says(StatusCode::OK);
    for words in [
        "einseitig gemeldet",
        "Wir stimmen uns ab",
        "Vermittlung",
        "2020-03",
        "1 Angabe zur Zusammenarbeit neu",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let report = network(&house).await.reports[&key].clone();
    assert_eq!(report.binding, Some(false));
    let turned = (phase.clone(), to.clone(), from.clone());
    let other = save(&house, &turned, "", "strength=1&through_core_team=yes").await;
    assert_eq!(other.status, StatusCode::SEE_OTHER, "{}", other.text());
    let page = house
        .get(&format!("{LIST}/{from}/{to}?phase={phase}"))
        .await
        .says(StatusCode::OK);
    assert!(page.contains("beidseitig gemeldet") && page.contains("Wir kennen uns"));
    assert_eq!(
        network(&house).await.reports[&key],
        report,
        "the other side's stays"
    );
}

#[tokio::test]
async fn no_statement_is_not_no_contact() {
    let house = House::open().await;
    let key = strangers(&house).await;
    for (typed, strength) in [("strength=", None), ("strength=0", Strength::parse(0).ok())] {
        let before = network(&house).await.reports.get(&key).cloned();
        let saved = save(&house, &key, &seen(before.as_ref()), typed).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
        assert_eq!(network(&house).await.reports[&key].strength, strength);
    }
    for wrong in ["strength=6", "kinds=x", "since=gestern", "offers=x"] {
        let told = save(&house, &key, "", wrong).await;
        let page = told.says(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("role=\"alert\""), "{wrong}");
    }
}

#[tokio::test]
async fn what_two_people_say_for_one_side_is_shown_in_both_versions() {
    let house = House::open().await;
    let key = strangers(&house).await;
    save(&house, &key, "", "strength=2").await;
    let first = network(&house).await.reports[&key].clone();
    save(&house, &key, &seen(Some(&first)), "strength=4").await;
    // Only the other changed the strength, only this one the kinds.
    let merged = save(
        &house,
        &key,
        &seen(Some(&first)),
        "strength=2&kinds=committee",
    )
    .await;
    assert_eq!(merged.status, StatusCode::SEE_OTHER, "{}", merged.text());
    let both = network(&house).await.reports[&key].clone();
    assert_eq!(both.strength.map(Strength::number), Some(4));
    assert_eq!(both.kinds.iter().count(), 1);
    let told = save(
        &house,
        &key,
        &seen(Some(&first)),
        "strength=1&kinds=committee",
    )
    .await;
    let page = told.says(StatusCode::CONFLICT);
    assert!(page.contains("Wir führen gemeinsam durch") && page.contains("Wir kennen uns"));
    assert_eq!(network(&house).await.reports[&key], both);
}

#[tokio::test]
async fn a_removed_cooperation_takes_both_sides_and_comes_back() {
    let house = House::open().await;
    let before = network(&house).await;
    let both = |(phase, from, to): &&ReportKey| {
        before
            .reports
            .contains_key(&(phase.clone(), to.clone(), from.clone()))
    };
    let (phase, from, to) = before
        .reports
        .keys()
        .find(both)
        .expect("one that both report");
    let address = format!("{LIST}/{from}/{to}/remove");
    let page = house
        .get(&format!("{address}?phase={phase}"))
        .await
        .says(StatusCode::OK);
    assert!(page.contains("was beide Seiten"), "{page}");
    let form = format!("request={}&phase={phase}", Uuid::new_v4());
    let gone = house.post(&address, &form).await;
    assert!(
        gone.header("location")
            .starts_with(&format!("{LIST}?taken="))
    );
    assert_eq!(
        network(&house).await.reports.len(),
        before.reports.len() - 2
    );
    let page = house.get(gone.header("location")).await.text();
    assert!(
        page.contains("2 Angaben zur Zusammenarbeit entfernt"),
        "{page}"
    );
    let number = page.split("/history/").nth(1).expect("the button");
    let number = number.split('"').next().expect("its address");
    let undo = format!("/districts/musterbezirk/history/{number}");
    house
        .post(&undo, &format!("request={}", Uuid::new_v4()))
        .await;
    assert_eq!(network(&house).await, before);
}

#[tokio::test]
async fn a_new_one_names_two_functions_of_its_phase() {
    let house = House::open().await;
    let (phase, from, _) = strangers(&house).await;
    for (from, to, field) in [
        ("", "", "from"),
        (from.as_str(), from.as_str(), "to"),
        (from.as_str(), "x", "to"),
    ] {
        let form = format!(
            "request={}&seen=&phase={phase}&from={from}&to={to}&strength=3&note=bleibt",
            Uuid::new_v4()
        );
        let told = house.post(&format!("{LIST}/new"), &form).await;
        let page = told.says(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains(&format!("id=\"{field}-fault\"")), "{page}");
        assert!(page.contains("bleibt"), "what was typed is there");
    }
}

#[tokio::test]
async fn where_one_of_the_two_is_gone_what_was_typed_is_not() {
    let house = House::open().await;
    let (phase, from, to) = strangers(&house).await;
    let form = format!(
        "request={}&phase={phase}&seen=&strength=3&note=Nicht+verlieren",
        Uuid::new_v4()
    );
    let gone = house.post(&format!("{LIST}/{from}/nobody"), &form).await;
    let page = gone.says(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        page.contains("Nicht verlieren") && page.contains("role=\"alert\""),
        "{page}"
    );
    assert!(
        !network(&house)
            .await
            .reports
            .contains_key(&(phase, from, to))
    );
}
