//! The pages of offers: entered, changed beside others who do the same, merged, removed, and all of it taken back.

use axum::http::StatusCode;
use miteinander::domain::{Id, Network, Party, Role};
use miteinander::service::DEMONSTRATION;
use miteinander::web::Verb;
use uuid::Uuid;

use super::form::Fields;
use super::people::{ask, coordination, district, signed};
use super::{Answer, House};

const OFFERS: &str = "/districts/musterbezirk/offers";

fn id<T>(text: &str) -> Id<T> {
    Id::parse(text).expect("an id")
}

async fn network(house: &House) -> Network {
    let view = house.service.view(&district(DEMONSTRATION)).await;
    view.expect("there").network.as_ref().clone()
}

/// The form of a page, with everything that is typed and chosen in it.
fn form(page: &str) -> Vec<(String, String)> {
    let (_, form) = page.split_once("class=\"fields record\"").expect("a form");
    let (form, _) = form.split_once("</form>").expect("its end");
    let mut fields = Fields::of(form).into_pairs();
    for tag in form
        .split("<input")
        .skip(1)
        .filter(|tag| tag.contains("type=\"text\""))
    {
        let of = |name: &str| super::form::attribute(tag, name);
        if let Some(name) = of("name") {
            fields.push((name, of("value").unwrap_or_default()));
        }
    }
    let mut select = String::new();
    for tag in form.split('<') {
        if tag.starts_with("select") {
            select = super::form::attribute(tag, "name").unwrap_or_default();
        }
        if tag.starts_with("option")
            && tag
                .split('>')
                .next()
                .is_some_and(|tag| tag.ends_with(" selected"))
        {
            let value = super::form::attribute(tag, "value").unwrap_or_default();
            fields.push((select.clone(), value));
        }
        if let Some(area) = tag.strip_prefix("textarea") {
            let name = super::form::attribute(area, "name").unwrap_or_default();
            let text = area
                .split_once('>')
                .map_or("", |(_, text)| text.trim_start_matches('\n'));
            fields.push((name, text.to_owned()));
        }
    }
    fields.retain(|(name, _)| !name.is_empty());
    fields
}

fn set(fields: &mut Vec<(String, String)>, name: &str, values: &[&str]) {
    fields.retain(|(other, _)| other != name);
    fields.extend(
        values
            .iter()
            .map(|value| (name.to_owned(), (*value).to_owned())),
    );
}

async fn send(house: &House, address: &str, fields: &[(String, String)]) -> Answer {
    let mut sent = form_urlencoded::Serializer::new(String::new());
    sent.extend_pairs(fields);
    house.post(address, &sent.finish()).await
}

/// A new request of a form that was sent already.
fn again(fields: &mut Vec<(String, String)>) {
    set(fields, "request", &[&Uuid::new_v4().to_string()]);
}

async fn undo_last(house: &House) {
    let view = house
        .service
        .view(&district(DEMONSTRATION))
        .await
        .expect("there");
    let step = view.version.head.revision.0;
    let undone = house
        .post(
            &format!("/districts/musterbezirk/history/{step}"),
            &format!("request={}", Uuid::new_v4()),
        )
        .await;
    assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", undone.text());
}

#[tokio::test]
async fn an_offer_is_entered_with_faults_at_its_fields_first() {
    let house = House::open().await;
    let page = house
        .get(&format!("{OFFERS}/new"))
        .await
        .says(StatusCode::OK);
    let mut fields = form(&page);
    set(&mut fields, "note", &[&"x".repeat(201)]);
    let told = send(&house, &format!("{OFFERS}/new"), &fields).await;
    let page = told.says(StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["name", "life_phases", "fields", "note"] {
        assert!(
            page.contains(&format!("id=\"{field}-fault\"")),
            "{field}: {page}"
        );
    }
    set(&mut fields, "name", &["Lesestunde am Samstag"]);
    set(&mut fields, "life_phases", &["3-6", "6-10"]);
    set(&mut fields, "fields", &["material"]);
    set(&mut fields, "note", &["läuft an"]);
    set(&mut fields, "known_to", &["department:jugendamt"]);
    let done = send(&house, &format!("{OFFERS}/new"), &fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    let there = done.header("location").to_owned();
    assert!(
        there.starts_with(&format!("{OFFERS}/lesestunde-am-samstag?taken=")),
        "{there}"
    );
    let page = house.get(&there).await.says(StatusCode::OK);
    for words in [
        "Lesestunde am Samstag",
        "Jugendamt",
        "läuft an",
        "1 Angebot neu",
        "Verlauf",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let sent_again = send(&house, &format!("{OFFERS}/new"), &fields).await;
    assert_eq!(
        sent_again.header("location"),
        there,
        "sent twice, written once"
    );
    let offer = &network(&house).await.offers[&id("lesestunde-am-samstag")];
    let office = Party::Department(id("jugendamt"));
    assert!(offer.known_to.contains(&office) && offer.providers.len() == 1);
    // The same name again is asked about, not refused.
    again(&mut fields);
    let twin = send(&house, &format!("{OFFERS}/new"), &fields).await;
    let page = twin.says(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("Meinten Sie einen von diesen?"), "{page}");
}

#[tokio::test]
async fn what_two_people_change_goes_together_or_is_told() {
    let house = House::open().await;
    let before = network(&house).await;
    let (id, offer) = before.offers.iter().next().expect("one");
    let address = format!("{OFFERS}/{id}");
    let page = house
        .get(&format!("{address}?edit=2"))
        .await
        .says(StatusCode::OK);
    let (mut mine, mut other) = (form(&page), form(&page));
    again(&mut other);
    set(&mut other, "area", &["Nord"]);
    assert_eq!(
        send(&house, &address, &other).await.status,
        StatusCode::SEE_OTHER
    );
    set(&mut mine, "goal", &["Satt werden"]);
    let merged = send(&house, &address, &mine).await;
    assert_eq!(merged.status, StatusCode::SEE_OTHER, "{}", merged.text());
    let now = network(&house).await.offers[id].clone();
    assert_eq!(now.area.as_ref().map(|text| text.as_str()), Some("Nord"));
    assert_eq!(
        now.goal.as_ref().map(|text| text.as_str()),
        Some("Satt werden")
    );
    assert_eq!(
        now.providers, offer.providers,
        "what the form does not show stays"
    );
    again(&mut mine);
    set(&mut mine, "area", &["Süd"]);
    let told = send(&house, &address, &mine).await;
    let page = told.says(StatusCode::CONFLICT);
    assert!(
        page.contains("Nord") && page.contains("value=\"Süd\""),
        "{page}"
    );
}

#[tokio::test]
async fn a_page_that_is_saved_as_it_is_changes_nothing() {
    let house = House::open().await;
    let before = network(&house).await;
    for id in before.offers.keys() {
        let address = format!("{OFFERS}/{id}");
        let page = house
            .get(&format!("{address}?edit=2"))
            .await
            .says(StatusCode::OK);
        let saved = send(&house, &address, &form(&page)).await;
        assert_eq!(
            saved.header("location"),
            format!("{address}?same=yes"),
            "{id}"
        );
    }
    assert_eq!(network(&house).await, before);
}

#[tokio::test]
async fn a_removed_offer_takes_only_its_mentions_and_comes_back() {
    let house = House::open().await;
    let before = network(&house).await;
    let about = |id| {
        before
            .reports
            .values()
            .filter(|one| one.offers.contains(id))
            .count()
    };
    let id = before
        .offers
        .keys()
        .max_by_key(|id| about(id))
        .expect("one");
    assert!(about(id) > 0, "a cooperation is about it");
    let address = format!("{OFFERS}/{id}/remove");
    let page = house.get(&address).await.says(StatusCode::OK);
    assert!(page.contains("verlier"), "{page}");
    let request = format!("request={}", Uuid::new_v4());
    let gone = house.post(&address, &request).await;
    assert!(
        gone.header("location")
            .starts_with(&format!("{OFFERS}?taken="))
    );
    let list = house
        .get(gone.header("location"))
        .await
        .says(StatusCode::OK);
    assert!(list.contains("1 Angebot entfernt"), "{list}");
    let after = network(&house).await;
    assert_eq!(after.reports.len(), before.reports.len());
    assert!(!after.offers.contains_key(id));
    house
        .get(&format!("{OFFERS}/{id}"))
        .await
        .says(StatusCode::NOT_FOUND);
    assert_eq!(
        house.post(&address, &request).await.status,
        StatusCode::SEE_OTHER
    );
    undo_last(&house).await;
    assert_eq!(network(&house).await, before);
}

#[tokio::test]
async fn two_offers_become_one_and_two_again() {
    let house = House::open().await;
    let before = network(&house).await;
    let mut ids = before.offers.keys();
    let (from, into) = (ids.next().expect("one"), ids.next().expect("another"));
    let address = format!("{OFFERS}/{from}/merge");
    let page = house.get(&address).await.says(StatusCode::OK);
    assert!(page.contains(&format!("value=\"{into}\"")), "{page}");
    for wrong in ["", "nirgends", from.as_str()] {
        let form = format!("request={}&into={wrong}", Uuid::new_v4());
        let told = house.post(&address, &form).await;
        told.says(StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(network(&house).await, before);
    let form = format!("request={}&into={into}", Uuid::new_v4());
    let merged = house.post(&address, &form).await;
    assert!(
        merged
            .header("location")
            .starts_with(&format!("{OFFERS}/{into}?taken="))
    );
    let after = network(&house).await;
    assert_eq!(after.offers.len(), before.offers.len() - 1);
    let known = &before.offers[from].known_to;
    assert!(after.offers[into].known_to.is_superset(known));
    undo_last(&house).await;
    assert_eq!(network(&house).await, before);
}

#[tokio::test]
async fn offers_are_changed_by_the_core_team_and_the_coordination_alone() {
    let house = House::open().await;
    coordination(&house).await;
    let leader = signed(&house, "l@mitte.example", Role::Leader(district("mitte"))).await;
    for below in ["new", "x", "x/remove", "x/merge"] {
        for verb in [Verb::Get, Verb::Post] {
            let address = format!("/districts/mitte/offers/{below}");
            let answer = ask(&house, verb, &address, &leader).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{below}");
        }
    }
}
