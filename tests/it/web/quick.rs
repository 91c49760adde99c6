//! The quick entry: a line read, asked about, saved and taken back.

use axum::http::StatusCode;
use miteinander::domain::{DistrictId, Network, PhaseId, Report};
use miteinander::service::DEMONSTRATION;
use uuid::Uuid;

use super::{Answer, House};

const SUED: &str = "RSD Region Süd, Teamleitung";
const NORD: &str = "RSD Region Nord, Teamleitung";

fn address() -> String {
    format!("/districts/{DEMONSTRATION}/quick")
}

fn phase() -> PhaseId {
    PhaseId::parse("2").expect("an id")
}

async fn network(house: &House) -> Network {
    let district = DistrictId::parse(DEMONSTRATION).expect("a slug");
    let view = house.service.view(&district).await.expect("there");
    view.network.as_ref().clone()
}

/// What the first of two says of the other.
async fn report(house: &House, from: &str, to: &str) -> Option<Report> {
    let network = network(house).await;
    let named = |name: &str| {
        let mut actors = network.actors.iter();
        let found = actors.find(|(_, actor)| actor.name.as_str() == name);
        found.expect("it is there").0.clone()
    };
    let key = (phase(), named(from), named(to));
    network.reports.get(&key).cloned()
}

async fn send(house: &House, fields: &[(&str, &str)]) -> Answer {
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.append_pair("request", &Uuid::new_v4().to_string());
    form.append_pair("phase", "2");
    form.extend_pairs(fields);
    house.post(&address(), &form.finish()).await
}

/// Two functions of the phase that say nothing of each other yet.
async fn strangers(house: &House) -> (String, String) {
    let network = network(house).await;
    let names: Vec<_> = network.members(&phase()).map(|(id, _)| id).collect();
    let free = |id: &miteinander::domain::ActorId| network.actors[id].name.as_str();
    let pairs = names.iter().flat_map(|a| names.iter().map(move |b| (a, b)));
    let mut pairs = pairs.filter(|(a, b)| {
        a != b
            && !network
                .reports
                .contains_key(&(phase(), (**a).clone(), (**b).clone()))
    });
    let (a, b) = pairs.next().expect("two");
    (free(a).to_owned(), free(b).to_owned())
}

#[tokio::test]
async fn a_clear_line_is_saved_at_once_and_taken_back() {
    let house = House::open().await;
    let (from, to) = strangers(&house).await;
    let line = format!("{from} – {to}, 3, Vermittlung");
    let sent = send(&house, &[("line", &line)]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let page = house.get(sent.header("location")).await;
    let saved = report(&house, &from, &to).await.expect("it is saved");
    assert_eq!(saved.strength.map(|one| one.number()), Some(3));
    assert!(!saved.in_workshop, "one side's own report");
    let text = page.says(StatusCode::OK);
    assert!(text.contains("Rückgängig"), "{text}");
    let undo = text
        .split("action=\"")
        .find(|part| part.contains("/history/"));
    let undo = undo
        .and_then(|part| part.split('"').next())
        .expect("a form");
    let request = format!("request={}", Uuid::new_v4());
    let undone = house.post(undo, &request).await;
    assert_eq!(undone.status, StatusCode::SEE_OTHER);
    assert_eq!(report(&house, &from, &to).await, None);
}

#[tokio::test]
async fn several_lines_are_shown_before_they_are_saved() {
    let house = House::open().await;
    let (from, to) = strangers(&house).await;
    let lines = [format!("{from} – {to}, 3"), format!("{to} -> {from}, 2")];
    let both = lines.join("\r\n");
    let page = send(&house, &[("line", &both)]).await.says(StatusCode::OK);
    assert!(page.contains("Das wird eingetragen:") && page.contains("value=\"save\""));
    assert_eq!(
        report(&house, &from, &to).await,
        None,
        "nothing is saved yet"
    );
    let fields = [
        ("line", lines[0].as_str()),
        ("of-0", &lines[0]),
        ("line", &lines[1]),
        ("of-1", &lines[1]),
        ("action", "save"),
    ];
    let sent = send(&house, &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    assert!(report(&house, &from, &to).await.is_some());
    // A line that was not shown is not saved along.
    let other = format!("{to} – {from}, 4");
    let fields = [
        ("line", lines[0].as_str()),
        ("of-0", &lines[0]),
        ("line", &other),
        ("action", "save"),
    ];
    let page = send(&house, &fields).await;
    assert_eq!(page.status, StatusCode::CONFLICT, "it stands otherwise");
}

#[tokio::test]
async fn what_is_not_clear_is_asked_and_what_was_typed_stays() {
    let house = House::open().await;
    let before = network(&house).await;
    let line = format!("RSD – {SUED}, 3, Quatsch");
    let asked = send(&house, &[("line", &line)]).await;
    let page = asked.says(StatusCode::UNPROCESSABLE_ENTITY);
    for words in [
        "role=\"alert\"",
        "Wer ist mit dem ersten Namen gemeint?",
        NORD,
        "Nicht verstanden: „Quatsch“",
        &format!("value=\"{line}\""),
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert_eq!(network(&house).await, before);
}

#[tokio::test]
async fn an_answer_stays_while_another_is_asked_and_while_its_line_is_corrected() {
    let house = House::open().await;
    let line = format!("RSD – {SUED}, Quatsch");
    let answered = [
        ("line", line.as_str()),
        ("of-0", &line),
        ("from-0", "actor:jug-rsd-nord"),
    ];
    let asked = send(&house, &answered).await;
    let page = asked.says(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        page.contains("name=\"from-0\" value=\"actor:jug-rsd-nord\""),
        "{page}"
    );
    assert!(!page.contains("Wer ist mit dem ersten"), "it is answered");
    let corrected = format!("RSD – {SUED}, 4");
    let fields = [
        ("line", corrected.as_str()),
        ("of-0", &line),
        ("from-0", "actor:jug-rsd-nord"),
    ];
    let sent = send(&house, &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let saved = report(&house, NORD, SUED).await.expect("saved");
    assert_eq!(saved.strength.map(|one| one.number()), Some(4));
    // Who was not asked about is no answer.
    let fields = [
        ("line", line.as_str()),
        ("of-0", &line),
        ("from-0", "actor:jug-kita"),
    ];
    let asked = send(&house, &fields).await;
    assert!(asked.text().contains("Wer ist mit dem ersten"));
}

#[tokio::test]
async fn an_unknown_name_is_entered_where_somebody_says() {
    let house = House::open().await;
    let line = format!("{SUED} – Elterncafé Nordstern, 2");
    let asked = send(&house, &[("line", &line)]).await;
    let page = asked.says(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("neu anlegen in"), "{page}");
    let fields = [
        ("line", line.as_str()),
        ("of-0", &line),
        ("to-0", "new:jugendamt"),
    ];
    let sent = send(&house, &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let saved = report(&house, SUED, "Elterncafé Nordstern").await;
    assert_eq!(
        saved.expect("saved").strength.map(|one| one.number()),
        Some(2)
    );
}

#[tokio::test]
async fn a_report_that_stands_otherwise_is_shown_in_both_versions_and_asked_about() {
    let house = House::open().await;
    let (from, to) = strangers(&house).await;
    send(&house, &[("line", &format!("{from} – {to}, 3"))]).await;
    let line = format!("{from} – {to}, 5, schriftlich vereinbart");
    let asked = send(&house, &[("line", &line)]).await;
    let page = asked.says(StatusCode::CONFLICT);
    for words in [
        "Jetzt eingetragen",
        "Ihre Eingabe",
        "Stärke: 3",
        "Stärke: 5",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let standing = report(&house, &from, &to).await.expect("there");
    let seen = serde_json::to_string(&standing).expect("JSON");
    let stays = [
        ("line", line.as_str()),
        ("of-0", &line),
        ("standing-0", "stays"),
    ];
    let page = send(&house, &stays).await.says(StatusCode::OK);
    assert!(page.contains("Es gibt nichts zu speichern."));
    let replaced = [
        ("line", line.as_str()),
        ("of-0", &line),
        ("standing-0", &seen),
    ];
    let sent = send(&house, &replaced).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let now = report(&house, &from, &to).await.expect("there");
    assert_eq!(
        (now.strength.map(|one| one.number()), now.binding),
        (Some(5), Some(true))
    );
    // What was seen no longer stands: it is asked again.
    let again = format!("{from} – {to}, 1");
    let fields = [
        ("line", again.as_str()),
        ("of-0", &again),
        ("standing-0", &seen),
    ];
    assert_eq!(send(&house, &fields).await.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn a_line_sent_twice_is_saved_once() {
    let house = House::open().await;
    let (from, to) = strangers(&house).await;
    let line = format!("{from} – {to}, 3");
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.append_pair("request", &Uuid::new_v4().to_string());
    form.extend_pairs([("phase", "2"), ("line", &line)]);
    let form = form.finish();
    let first = house.post(&address(), &form).await;
    let second = house.post(&address(), &form).await;
    assert_eq!(first.header("location"), second.header("location"));
}

#[tokio::test]
async fn what_shall_be_cleared_up_is_kept_as_an_open_point_until_it_is_done() {
    let house = House::open().await;
    let line = "Irgendwer – Jemand, vielleicht";
    let fields = [("line", line), ("of-0", line), ("open-0", "yes")];
    let before = network(&house).await;
    let sent = send(&house, &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let now = network(&house).await;
    assert_eq!(
        (&now.actors, &now.reports),
        (&before.actors, &before.reports)
    );
    let (id, point) = now.open_points.iter().next().expect("an open point");
    assert_eq!((point.text.as_str(), &point.phase), (line, &phase()));
    let page = house.get(&address()).await.says(StatusCode::OK);
    assert!(page.contains("Zu klären") && page.contains(line), "{page}");
    // It is in no figure, no map and no leaders' view.
    for other in ["", "/map.svg", "/table", "?audience=leadership"] {
        let page = house
            .get(&format!("/districts/{DEMONSTRATION}{other}"))
            .await;
        assert!(!page.text().contains("Irgendwer"), "{other}");
    }
    let json = house
        .get(&format!("/districts/{DEMONSTRATION}/export/json"))
        .await;
    assert!(
        json.text().contains("Irgendwer"),
        "the core team's own file"
    );
    let done = format!("request={}&done={id}&phase=2", Uuid::new_v4());
    let sent = house.post(&address(), &done).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    assert!(network(&house).await.open_points.is_empty());
    let history = house
        .get(&format!("/districts/{DEMONSTRATION}/history"))
        .await;
    assert!(history.text().contains("1 offener Punkt entfernt"));
}

#[tokio::test]
async fn clear_lines_are_saved_without_those_that_are_not() {
    let house = House::open().await;
    let (from, to) = strangers(&house).await;
    let clear = format!("{from} – {to}, 3");
    let unclear = format!("RSD – {SUED}, 3");
    // It needs what an unclear line would enter: alone it is not clear either.
    let needs = format!("Elterncafé Nordstern – {from}, 2");
    let enters = format!("{to} – Elterncafé Nordstern, 2, Quatsch");
    let all = [enters, clear, unclear, needs];
    let page = send(&house, &[("line", &all.join("\n"))]).await;
    let page = page.says(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("value=\"clear\"") && page.contains("Die klare Zeile eintragen"));
    let request = Uuid::new_v4().to_string();
    let saving = async || {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs([("request", request.as_str()), ("phase", "2")]);
        for (at, line) in all.iter().enumerate() {
            form.append_pair("line", line);
            form.append_pair(&format!("of-{at}"), line);
        }
        form.append_pair("action", "clear");
        house.post(&address(), &form.finish()).await
    };
    let page = saving().await.says(StatusCode::OK);
    assert!(report(&house, &from, &to).await.is_some(), "it is saved");
    assert!(page.contains("3 Zeilen sind noch übrig:") && page.contains("Rückgängig"));
    for line in [&all[0], &all[2], &all[3]] {
        assert!(page.contains(&format!("value=\"{line}\"")), "{line}");
    }
    assert!(!page.contains("value=\"clear\""), "nothing is clear");
    let after = network(&house).await;
    let again = saving().await.says(StatusCode::OK);
    assert!(again.contains("3 Zeilen sind noch übrig:"));
    assert_eq!(network(&house).await, after, "it is saved once");
}

#[tokio::test]
async fn an_open_line_that_was_typed_anew_is_left_where_the_clear_ones_are_saved() {
    let house = House::open().await;
    let (from, to) = strangers(&house).await;
    let clear = format!("{from} – {to}, 3");
    let fields = [
        ("line", clear.as_str()),
        ("of-0", &clear),
        ("line", "wer vertritt die Leitung?"),
        ("of-1", "wer vertritt sie?"),
        ("open-1", "yes"),
        ("action", "clear"),
    ];
    let page = send(&house, &fields).await.says(StatusCode::OK);
    assert!(report(&house, &from, &to).await.is_some(), "it is saved");
    assert!(
        page.contains("value=\"wer vertritt die Leitung?\""),
        "{page}"
    );
}
