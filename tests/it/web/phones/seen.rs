//! What a phone can read: names and its own entries, and not a byte more.

use axum::http::StatusCode;
use miteinander::domain::{ActorId, Change, ContactParts, Edit, Note, Report, Text};
use miteinander::service::Entry;
use miteinander::store::{Cause, Request};

use super::super::people::district;
use super::{FUNCTIONS, Meeting, add, between, phase, strength};

/// Puts what a phone must not get into the district: notes, a contact, a strength with a kind.
async fn secrets(meeting: &Meeting) {
    let [first, second, _] = FUNCTIONS.map(|id| ActorId::parse(id).expect("an id"));
    let network = meeting.network().await;
    let note = |words| Some(Note::parse(words).expect("a note"));
    let actor = &network.actors[&first];
    let noted = miteinander::domain::Actor {
        note: note("Vermerk A"),
        ..actor.clone()
    };
    let key = (phase(), first.clone(), second);
    let report = &network.reports[&key];
    let told = Report {
        note: note("Vermerk B"),
        ..report.clone()
    };
    let person = Text::parse("Frau Geheim").expect("a text");
    let contact = ContactParts {
        person: Some(person),
        ..ContactParts::default()
    };
    let contact = contact.contact().expect("a text").expect("a part");
    let entry = Entry {
        district: district("mitte"),
        programme: Vec::new(),
        network: vec![
            Change::Actor(Edit::replace(first.clone(), actor.clone(), noted)),
            Change::Report(Edit::replace(key, report.clone(), told)),
        ],
        contacts: vec![Edit::add(first, contact)],
        by: miteinander::domain::Author::Program,
        cause: Cause::Entry,
        at: meeting.at,
        request: Request::once(),
    };
    let entered = meeting.house.service.enter(entry).await;
    entered.expect("it is legal");
}

/// A page without the number of its form.
fn plain(page: &str) -> String {
    let mut plain = page.to_owned();
    while let Some((before, rest)) = plain.split_once("name=\"request\" value=\"") {
        let (_, after) = rest.split_once('"').expect("a value ends");
        plain = format!("{before}{after}");
    }
    plain
}

#[tokio::test]
async fn every_byte_that_a_phone_gets_is_free_of_what_others_said() {
    let meeting = Meeting::open().await;
    secrets(&meeting).await;
    let sheet = meeting.sheet().await;
    let phone = meeting.phone(&sheet.link).await;
    let [first, second, third] = FUNCTIONS;
    let own = meeting.enters(&phone, [third, second], "3").await;
    assert_eq!(own.status, StatusCode::SEE_OTHER);
    let answers = [
        meeting.get("/w").await,
        meeting.get(&sheet.link).await,
        meeting.get(&phone).await,
        meeting.get(&format!("{phone}?lang=en")).await,
        meeting.get(own.header("location")).await,
        meeting.enters(&phone, [first, second], "2").await,
        meeting.enters(&phone, [second, second], "2").await,
    ];
    for answer in &answers {
        let body = String::from_utf8_lossy(&answer.bytes).into_owned();
        for word in [
            "Vermerk",
            "Geheim",
            "k@mitte.example",
            "/districts/mitte",
            "von Hand",
        ] {
            assert!(!body.contains(word), "{word} in {body}");
        }
    }
    let page = answers[2].text();
    assert!(page.contains("<optgroup label=\"Jugendamt\">"));
    assert_eq!(page.matches("name=\"undo\"").count(), 1);
}

#[tokio::test]
async fn what_others_say_changes_nothing_of_what_a_phone_shows() {
    let meeting = Meeting::open().await;
    let sheet = meeting.sheet().await;
    let phone = meeting.phone(&sheet.link).await;
    let other = meeting.phone(&sheet.link).await;
    let before = plain(&meeting.get(&phone).await.says(StatusCode::OK));
    let [first, second, third] = FUNCTIONS;
    let id = |id| ActorId::parse(id).expect("an id");
    let key = (phase(), id(first), id(second));
    let report = meeting.report(first, second).await.expect("it stands");
    let stronger = Report {
        strength: Some(strength(5)),
        ..report.clone()
    };
    let change = Change::Report(Edit::replace(key, report, stronger));
    add(&meeting.house, vec![change]).await;
    meeting.enters(&other, [third, first], "2").await;
    assert!(meeting.report(third, first).await.is_some());
    let after = plain(&meeting.get(&phone).await.says(StatusCode::OK));
    assert_eq!(before, after);
    // Nor does it tell how many there are of anything.
    let main = between(&after, "<main", "</main>");
    assert!(!main.contains("Handys machen mit"));
}
