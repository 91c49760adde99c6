//! Who works with whom: one function says of all others, in one step, beside others who do the same.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use miteinander::domain::{ActorId, DistrictId, Membership, Network, PhaseId, Report};
use miteinander::service::DEMONSTRATION;
use miteinander::web::Verb;
use uuid::Uuid;

use super::form::Fields;
use super::people::{PASSWORD, ask, coordination, post};
use super::{Answer, House};

/// A function that has not answered in the second phase.
const SPEAKER: &str = "ges-leitung";

fn address(rest: &str) -> String {
    format!("/districts/{DEMONSTRATION}/who{rest}")
}

fn phase() -> PhaseId {
    PhaseId::parse("2").expect("an id")
}

async fn network(house: &House) -> Network {
    let district = DistrictId::parse(DEMONSTRATION).expect("a slug");
    let view = house.service.view(&district).await.expect("there");
    view.network.as_ref().clone()
}

fn actor(id: &str) -> ActorId {
    ActorId::parse(id).expect("an id")
}

async fn said(house: &House) -> BTreeMap<ActorId, Report> {
    let network = network(house).await;
    let own = network
        .reports
        .into_iter()
        .filter_map(|((of, from, to), report)| {
            (of == phase() && from == actor(SPEAKER)).then_some((to, report))
        });
    own.collect()
}

async fn place(house: &House) -> Membership {
    network(house).await.memberships[&(actor(SPEAKER), phase())].clone()
}

/// Two functions of which the speaker says nothing yet.
async fn two(house: &House) -> [String; 2] {
    let (network, said) = (network(house).await, said(house).await);
    let phase = phase();
    let mut others = network.members(&phase).map(|(id, _)| id);
    let mut next = || {
        let other = others.find(|id| id.as_str() != SPEAKER && !said.contains_key(*id));
        other.expect("another").to_string()
    };
    [next(), next()]
}

/// The second step with these ticked besides those that were named before.
async fn cards(house: &House, ticked: &[&str]) -> String {
    let said = said(house).await;
    let mut query = format!("?actor={SPEAKER}&phase=2&step=2");
    let known = said.keys().map(|id| id.as_str());
    for id in known.chain(ticked.iter().copied()) {
        query += &format!("&with={id}");
    }
    house.get(&address(&query)).await.says(StatusCode::OK)
}

/// Sends the second step with some fields set.
async fn save(house: &House, page: &str, set: &[(&str, &str)]) -> Answer {
    let (_, form) = page.split_once("<form class=\"who\"").expect("the form");
    let mut sent = form_urlencoded::Serializer::new(String::new());
    let mut fields = Fields::of(form);
    for (name, value) in set {
        fields.set(name, value);
    }
    sent.append_pair("sent", "by a test");
    house
        .post(&address(""), &(fields.encoded() + "&" + &sent.finish()))
        .await
}

fn strength(report: &Report) -> Option<u8> {
    report.strength.map(|strength| strength.number())
}

#[tokio::test]
async fn what_one_function_says_is_one_step_and_it_has_answered() {
    let house = House::open().await;
    let [a, b] = two(&house).await;
    assert_ne!(place(&house).await.answered, Some(true));
    let page = cards(&house, &[&a, &b]).await;
    let (one, other) = (format!("strength-{a}"), format!("strength-{b}"));
    let agreed = format!("binding-{a}");
    let set = [(one.as_str(), "4"), (&agreed, "yes"), (&other, "none")];
    let sent = save(&house, &page, &set).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let after = said(&house).await;
    let first = &after[&actor(&a)];
    assert_eq!((strength(first), first.binding), (Some(4), Some(true)));
    assert_eq!(strength(&after[&actor(&b)]), None, "no answer is never 0");
    assert_eq!(place(&house).await.answered, Some(true));
    let page = house
        .get(sent.header("location"))
        .await
        .says(StatusCode::OK);
    assert!(
        page.contains("hat geantwortet") && page.contains("Rückgängig"),
        "{page}"
    );
}

#[tokio::test]
async fn whom_it_did_not_tick_it_has_no_contact_with_and_nothing_is_stored_of_them() {
    let house = House::open().await;
    let before = said(&house).await;
    let page = cards(&house, &[]).await;
    let sent = save(&house, &page, &[("rest-oe-qpk", "open")]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    assert_eq!(said(&house).await, before);
    let place = place(&house).await;
    let open: Vec<&str> = place.open.iter().map(|id| id.as_str()).collect();
    assert_eq!((place.answered, open), (Some(true), vec!["oe-qpk"]));
    // What was left open is shown so, and can be taken back.
    let page = cards(&house, &[]).await;
    let sent = save(&house, &page, &[("rest-oe-qpk", "none")]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let place = self::place(&house).await;
    assert!(place.open.is_empty());
}

#[tokio::test]
async fn names_stand_by_office_with_ones_own_last_and_another_first_for_another_function() {
    let house = House::open().await;
    let mut first = Vec::new();
    for speaker in ["jug-leitung", "jug-rsd-sued", "jug-rsd-nord", "jug-kita"] {
        let page = house
            .get(&address(&format!("?actor={speaker}&phase=2")))
            .await;
        let page = page.says(StatusCode::OK);
        let offices: Vec<&str> = page
            .split("<legend>")
            .skip(1)
            .filter_map(|rest| rest.split("</legend>").next())
            .collect();
        assert_eq!(
            offices.last(),
            Some(&"Jugendamt (eigenes Amt)"),
            "{offices:?}"
        );
        first.push(offices[0].to_owned());
    }
    first.sort();
    first.dedup();
    assert!(first.len() > 1, "not always the same office comes first");
}

#[tokio::test]
async fn what_only_one_side_changed_goes_together() {
    let house = House::open().await;
    let [a, b] = two(&house).await;
    let (one, other) = (format!("strength-{a}"), format!("strength-{b}"));
    let page = cards(&house, &[&a, &b]).await;
    save(&house, &page, &[(&one, "1"), (&other, "1")]).await;
    let page = cards(&house, &[]).await;
    let theirs = save(&house, &page, &[(&one, "2")]).await;
    assert_eq!(theirs.status, StatusCode::SEE_OTHER);
    let mine = page.replace(&request_of(&page), &Uuid::new_v4().to_string());
    let mine = save(&house, &mine, &[(&other, "5")]).await;
    assert_eq!(mine.status, StatusCode::SEE_OTHER, "{}", mine.text());
    let after = said(&house).await;
    assert_eq!(strength(&after[&actor(&a)]), Some(2));
    assert_eq!(strength(&after[&actor(&b)]), Some(5));
}

/// The number of the form's request.
fn request_of(page: &str) -> String {
    let (_, form) = page.split_once("<form class=\"who\"").expect("the form");
    Fields::of(form)
        .get("request")
        .expect("a number")
        .to_owned()
}

#[tokio::test]
async fn what_both_changed_is_shown_in_both_versions_and_nothing_is_saved() {
    let house = House::open().await;
    let [a, _] = two(&house).await;
    let one = format!("strength-{a}");
    let page = cards(&house, &[&a]).await;
    save(&house, &page, &[(&one, "2")]).await;
    let mine = page.replace(&request_of(&page), &Uuid::new_v4().to_string());
    let refused = save(&house, &mine, &[(&one, "5")]).await;
    let shown = refused.says(StatusCode::CONFLICT);
    for words in [
        "role=\"alert\"",
        "Jetzt eingetragen",
        "2 Wir informieren uns",
        "5 Wir planen und steuern gemeinsam",
    ] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    assert_eq!(strength(&said(&house).await[&actor(&a)]), Some(2));
    // Sent again from this page it replaces what stands.
    let again = save(&house, &shown, &[]).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.text());
    assert_eq!(strength(&said(&house).await[&actor(&a)]), Some(5));
}

#[tokio::test]
async fn a_tie_no_longer_ticked_goes_only_where_that_was_seen() {
    let house = House::open().await;
    let [a, _] = two(&house).await;
    let page = cards(&house, &[&a]).await;
    save(&house, &page, &[(&format!("strength-{a}"), "3")]).await;
    let page = house
        .get(&address(&format!("?actor={SPEAKER}&phase=2&step=2")))
        .await
        .text();
    assert!(page.contains("Nicht mehr angekreuzt"), "{page}");
    let kept = save(&house, &page, &[("remove", "nobody")]).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER);
    assert!(said(&house).await.contains_key(&actor(&a)));
    let page = house
        .get(&address(&format!("?actor={SPEAKER}&phase=2&step=2")))
        .await
        .text();
    save(&house, &page, &[("remove", &a)]).await;
    assert!(!said(&house).await.contains_key(&actor(&a)));
}

#[tokio::test]
async fn what_was_chosen_is_on_the_cards_again_after_a_session_has_ended() {
    let house = House::open().await;
    let cookie = coordination(&house).await;
    let number = || format!("request={}", Uuid::new_v4());
    let offices = "/districts/mitte/offices";
    post(&house, offices, &cookie, &(number() + "&unit=jugendamt")).await;
    let line =
        "phase=2&line=Aal+-+Bus,+3&of-0=Aal+-+Bus,+3&from-0=new:jugendamt&to-0=new:jugendamt";
    let quick = "/districts/mitte/quick";
    let sent = post(&house, quick, &cookie, &format!("{}&{line}", number())).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let address = "/districts/mitte/who?actor=aal&phase=2&step=2&with=bus";
    let page = ask(&house, Verb::Get, address, &cookie)
        .await
        .says(StatusCode::OK);
    let (_, form) = page.split_once("<form class=\"who\"").expect("the form");
    assert!(
        form.contains("value=\"3\" checked"),
        "what it said is filled in"
    );
    let mut fields = Fields::of(form);
    fields.set("strength-bus", "5");
    ask(&house, Verb::Post, "/sign-out", &cookie).await;
    let late = post(&house, address, &cookie, &fields.encoded()).await;
    let mut entering = Fields::of(&late.says(StatusCode::UNAUTHORIZED));
    entering.set("email", "k@mitte.example");
    entering.set("password", PASSWORD);
    let back = post(&house, "/sign-in", "", &entering.encoded()).await;
    let back = back.says(StatusCode::OK);
    assert!(back.contains("value=\"5\" checked"), "{back}");
    assert!(!back.contains("value=\"3\" checked"), "{back}");
}

#[tokio::test]
async fn a_form_of_somebody_who_is_not_there_is_refused() {
    let house = House::open().await;
    let missing = house.get(&address("?actor=niemand&phase=2")).await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
    let form = format!(
        "request={}&phase=2&actor={SPEAKER}&seen=%7B%22ties%22%3A%5B%5D%2C%22open%22%3A%5B%5D%7D&strength-niemand=3",
        Uuid::new_v4()
    );
    let refused = house.post(&address(""), &form).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
}
