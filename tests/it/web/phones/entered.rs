//! What a phone enters and takes back.

use axum::http::StatusCode;
use miteinander::domain::{ActorId, Author, Change, Edit, Report};
use miteinander::service::{Led, NotAdded, Phone, Settled};
use miteinander::store::Request;

use super::super::form::Fields;
use super::super::people::district;
use super::super::unsent::held;
use super::{FUNCTIONS, Meeting, add, encoded, phase, strength};

const OWN: &str = "Schulstation – Ersthausbesuch";

#[tokio::test]
async fn what_a_phone_enters_is_on_the_wall_and_in_the_history_as_of_the_meeting() {
    let meeting = Meeting::open().await;
    let sheet = meeting.sheet().await;
    let phones = [
        meeting.phone(&sheet.link).await,
        meeting.phone(&sheet.link).await,
    ];
    let [_, second, third] = FUNCTIONS;
    for (phone, ends) in phones.iter().zip([[third, second], [second, third]]) {
        let entered = meeting.enters(phone, ends, "3").await;
        assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.text());
        let page = meeting.get(entered.header("location")).await;
        let page = page.says(StatusCode::OK);
        assert!(page.contains("Eingetragen.") && page.contains("Wir stimmen uns ab"));
    }
    let report = meeting.report(third, second).await.expect("it is entered");
    assert!(report.in_workshop);
    assert_eq!(report.strength, Some(strength(3)));
    let wall = meeting
        .wall("/districts/mitte/workshop?show=functions&phase=2")
        .await
        .says(StatusCode::OK);
    assert!(wall.contains(&format!("<span>{OWN}</span>")), "{wall}");
    let history = meeting.wall("/districts/mitte/history").await;
    let history = history.says(StatusCode::OK);
    assert!(history.contains("von jemandem im Arbeitstreffen"));
    // No step tells one phone from another.
    let mitte = district("mitte");
    let steps = meeting.house.service.steps(&mitte, None, 2).await;
    let steps = steps.expect("two");
    let by = |at: usize| steps[at].stamp.by.clone();
    assert!(matches!(by(0), Some(Author::Pass(_))));
    assert_eq!(by(0), by(1));
}

#[tokio::test]
async fn what_is_entered_already_is_not_overwritten_and_not_told() {
    let meeting = Meeting::open().await;
    let sheet = meeting.sheet().await;
    let phone = meeting.phone(&sheet.link).await;
    let [first, second, _] = FUNCTIONS;
    let before = meeting.report(first, second).await;
    let told = meeting.enters(&phone, [first, second], "2").await;
    let page = told.says(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("Diese Verbindung ist schon eingetragen."));
    assert!(page.contains("role=\"alert\""));
    // What was typed stays.
    assert!(page.contains(&format!("value=\"{second}\" selected")));
    assert!(page.contains("value=\"2\" required checked"), "{page}");
    assert!(page.contains("value=\"referral\" checked"));
    assert_eq!(meeting.report(first, second).await, before);
    assert!(page.contains("Noch keine."));
}

#[tokio::test]
async fn an_entry_sent_twice_is_entered_once_and_taken_back_once() {
    let meeting = Meeting::open().await;
    let sheet = meeting.sheet().await;
    let phone = meeting.phone(&sheet.link).await;
    let [_, second, third] = FUNCTIONS;
    let form = meeting.entry(&phone, [third, second], "3").await;
    for _ in 0..2 {
        let entered = meeting.post(&phone, &form).await;
        assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.text());
    }
    let page = meeting.get(&phone).await;
    let text = page.text();
    assert_eq!(text.matches("name=\"undo\"").count(), 1);
    let step = super::between(&text, "name=\"undo\" value=\"", "\"");
    let undo = encoded(&[("request", &page.field("request")), ("undo", &step)]);
    for _ in 0..2 {
        let undone = meeting.post(&phone, &undo).await;
        assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", undone.text());
        let page = meeting.get(undone.header("location")).await;
        let page = page.says(StatusCode::OK);
        assert!(page.contains("Zurückgenommen.") && page.contains("Noch keine."));
    }
    assert_eq!(meeting.report(third, second).await, None);
}

#[tokio::test]
async fn a_phone_takes_back_its_own_alone_and_not_what_was_changed_since() {
    let meeting = Meeting::open().await;
    let sheet = meeting.sheet().await;
    let phone = meeting.phone(&sheet.link).await;
    let other = meeting.phone(&sheet.link).await;
    let [_, second, third] = FUNCTIONS;
    meeting.enters(&phone, [third, second], "3").await;
    let page = meeting.get(&phone).await;
    let step = super::between(&page.text(), "name=\"undo\" value=\"", "\"");
    let undo = |step: &str| {
        let request = uuid::Uuid::new_v4().to_string();
        encoded(&[("request", &request), ("undo", step)])
    };
    let not_its_own = [(&other, step.as_str()), (&phone, "1"), (&phone, "x")];
    for (phone, step) in not_its_own {
        let told = meeting.post(phone, &undo(step)).await;
        let page = told.says(StatusCode::CONFLICT);
        assert!(page.contains("Nicht zurückgenommen"), "{step}: {page}");
    }
    let before = meeting.report(third, second).await.expect("it stands");
    let after = Report {
        strength: Some(strength(5)),
        ..before.clone()
    };
    let id = |id| ActorId::parse(id).expect("an id");
    let key = (phase(), id(third), id(second));
    let change = Change::Report(Edit::replace(key, before, after.clone()));
    add(&meeting.house, vec![change]).await;
    let told = meeting.post(&phone, &undo(&step)).await;
    let page = told.says(StatusCode::CONFLICT);
    assert!(page.contains("Der Eintrag wurde inzwischen geändert oder entfernt"));
    assert_eq!(meeting.report(third, second).await, Some(after));
    // It shows what it said itself, not what stands by now.
    assert!(page.contains("<small>Wir stimmen uns ab</small>"));
}

#[tokio::test]
async fn a_function_that_has_left_and_what_is_missing_are_told_at_their_fields() {
    let meeting = Meeting::open().await;
    let sheet = meeting.sheet().await;
    let phone = meeting.phone(&sheet.link).await;
    let [_, second, third] = FUNCTIONS;
    let network = meeting.network().await;
    let id = ActorId::parse(third).expect("an id");
    let place = (id.clone(), phase());
    let form = meeting.entry(&phone, [third, second], "3").await;
    add(
        &meeting.house,
        vec![
            Change::Membership(Edit::remove(
                place.clone(),
                network.memberships[&place].clone(),
            )),
            Change::Actor(Edit::remove(id.clone(), network.actors[&id].clone())),
        ],
    )
    .await;
    let told = meeting.post(&phone, &form).await;
    let page = told.says(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("Diese Funktion ist in dieser Förderphase nicht mehr eingetragen."));
    assert!(page.contains(&format!("value=\"{second}\" selected")));
    for (ends, strength, words) in [
        ([second, second], "3", "zwei verschiedene Funktionen"),
        (["", second], "3", "Bitte"),
        ([second, "nirgends"], "3", "nicht mehr eingetragen"),
        ([second, "\0"], "3", "role=\"alert\""),
        ([second, "x"], "0", "strength-fault"),
        ([second, "x"], "6", "strength-fault"),
    ] {
        let told = meeting.enters(&phone, ends, strength).await;
        let page = told.says(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains(words), "{ends:?} {strength}: {page}");
    }
    let none = meeting.post(&phone, "from=a&to=b").await;
    assert_eq!(none.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn what_was_entered_stays_when_the_phones_are_signed_out_and_nothing_new_comes() {
    let meeting = Meeting::open().await;
    let sheet = meeting.sheet().await;
    let phone = meeting.phone(&sheet.link).await;
    let [first, second, third] = FUNCTIONS;
    meeting.enters(&phone, [third, second], "3").await;
    let form = meeting.entry(&phone, [third, first], "3").await;
    meeting.sends(&sheet.ending()).await;
    let told = meeting.post(&phone, &form).await;
    let page = told.says(StatusCode::NOT_FOUND);
    assert!(page.contains("Was Sie eingetragen haben, bleibt."));
    assert!(meeting.report(third, second).await.is_some());
    assert_eq!(meeting.report(third, first).await, None);
}

#[tokio::test]
async fn one_phone_enters_three_hundred_at_most_and_is_told() {
    let meeting = Meeting::open().await;
    let sheet = meeting.sheet().await;
    let link = meeting.phone(&sheet.link).await;
    let service = &meeting.house.service;
    let token = link.strip_prefix("/w/").expect("a token");
    let led = service.led_to_meeting(token, meeting.at).await;
    let Ok(Led::ToPhone(phone)) = led else {
        panic!("it is a phone's");
    };
    let [_, second, third] = FUNCTIONS;
    let id = |id| ActorId::parse(id).expect("an id");
    for (steps, is_full) in [(300, true), (299, false)] {
        let phone = Phone {
            steps: (1..=steps).collect(),
            ..phone.clone()
        };
        let view = service.view(&district("mitte")).await.expect("there");
        let said = ((phase(), id(third), id(second)), Report::default());
        let signature = (Request::once(), meeting.at);
        let settled = service.add_by_phone(view, &phone, said, signature).await;
        let told = settled.expect("it is answered") == Settled::Otherwise(NotAdded::TooMany);
        assert_eq!(told, is_full, "{steps}");
    }
}

#[tokio::test]
async fn an_entry_that_could_not_be_saved_comes_back_whole_and_goes_through_later() {
    let meeting = Meeting::open().await;
    let sheet = meeting.sheet().await;
    let phone = meeting.phone(&sheet.link).await;
    let [_, second, third] = FUNCTIONS;
    let form = meeting.entry(&phone, [third, second], "3").await;
    let other = held(&meeting.house);
    let refused = meeting.post(&phone, &form).await;
    let page = refused.says(StatusCode::SERVICE_UNAVAILABLE);
    let again = Fields::of(&page).encoded();
    assert_eq!(again, form);
    drop(other);
    let entered = meeting.post(&phone, &again).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER);
    assert!(meeting.report(third, second).await.is_some());
}

#[tokio::test]
async fn what_somebody_else_has_entered_again_is_not_taken_back() {
    let meeting = Meeting::open().await;
    let sheet = meeting.sheet().await;
    let phone = meeting.phone(&sheet.link).await;
    let other = meeting.phone(&sheet.link).await;
    let [_, second, third] = FUNCTIONS;
    meeting.enters(&phone, [third, second], "3").await;
    let page = meeting.get(&phone).await;
    let step = super::between(&page.text(), "name=\"undo\" value=\"", "\"");
    let undo = || {
        let request = uuid::Uuid::new_v4().to_string();
        encoded(&[("request", &request), ("undo", &step)])
    };
    let undone = meeting.post(&phone, &undo()).await;
    assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", undone.text());
    // The same to the letter, so that nothing but the step tells the two apart.
    let again = meeting.enters(&other, [third, second], "3").await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.text());
    let told = meeting.post(&phone, &undo()).await;
    assert_eq!(told.status, StatusCode::CONFLICT, "{}", told.text());
    assert!(meeting.report(third, second).await.is_some());
}
