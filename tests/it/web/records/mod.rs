//! Functions and organisations entered, changed, moved, merged and removed on their pages.

mod access;
mod clash;
mod entered;
mod organisation;
mod reshaped;
mod twins;

use std::sync::Arc;

use axum::http::StatusCode;
use chrono::Utc;
use miteinander::domain::{Author, Change, DistrictId, Id, Network};
use miteinander::service::Entry;
use miteinander::store::{Cause, Request};

use super::form::Fields;
use super::{Answer, House};

const BASE: &str = "/districts/musterbezirk";
const RSD: &str = "/districts/musterbezirk/actors/jug-rsd-sued";

const ACTOR: [(&str, &str); 4] = [
    ("name", "Lotsenstelle"),
    ("kind", "function"),
    ("department", "gesundheitsamt"),
    ("section", "KJGD"),
];

async fn network(house: &House) -> Arc<Network> {
    let muster = DistrictId::parse("musterbezirk").expect("a slug");
    house.service.view(&muster).await.expect("there").network
}

/// Writes changes past the forms.
async fn write(house: &House, changes: Vec<Change>) {
    let entry = Entry {
        district: id("musterbezirk"),
        programme: Vec::new(),
        network: changes,
        contacts: Vec::new(),
        by: Author::Program,
        cause: Cause::Entry,
        at: Utc::now(),
        request: Request::once(),
    };
    house.service.enter(entry).await.expect("it is legal");
}

fn id<T>(text: &str) -> Id<T> {
    Id::parse(text).expect("an id")
}

/// The hidden fields of a page, with these beside them.
async fn filled(house: &House, address: &str, typed: &[(&str, &str)]) -> Fields {
    let page = house.get(address).await.says(StatusCode::OK);
    with(Fields::of(&page), typed)
}

fn with(mut fields: Fields, typed: &[(&str, &str)]) -> Fields {
    for (name, value) in typed {
        fields.set(name, value);
    }
    fields
}

async fn send(house: &House, address: &str, fields: &Fields) -> Answer {
    house.post(address, &fields.encoded()).await
}

/// The page to which a form that was saved leads.
async fn led_to(house: &House, answer: &Answer) -> (String, String) {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let to = answer.header("location").to_owned();
    let page = house.get(&to).await.says(StatusCode::OK);
    (to, page)
}

/// Takes the step back that a page tells.
async fn undo(house: &House, to: &str, page: &str) {
    let step = to.rsplit('=').next().expect("a step");
    let undo = format!("{BASE}/history/{step}");
    assert!(page.contains(&undo), "{page}");
    let number = Fields::of(page).get("request").expect("a form").to_owned();
    led_to(
        house,
        &house.post(&undo, &format!("request={number}")).await,
    )
    .await;
}

/// The form of the RSD in the latest phase as it stands.
async fn of_rsd(house: &House, typed: &[(&str, &str)]) -> Fields {
    let held = network(house).await;
    let actor = &held.actors[&id("jug-rsd-sued")];
    let place = &held.memberships[&(id("jug-rsd-sued"), id("2"))];
    let fields = filled(
        house,
        &format!("{RSD}?edit=2"),
        &[("department", "jugendamt")],
    )
    .await;
    let said = |answer: Option<bool>| answer.map_or("", |said| if said { "yes" } else { "no" });
    let section = place
        .section
        .as_ref()
        .map_or("", |section| section.as_str());
    let fields = with(
        fields,
        &[
            ("name", actor.name.as_str()),
            ("kind", actor.kind.code()),
            ("note", actor.note.as_ref().map_or("", |note| note.as_str())),
            ("section", section),
            ("level", place.level.map_or("", |level| level.code())),
            ("asked", said(place.asked)),
            ("answered", said(place.answered)),
        ],
    );
    with(fields, typed)
}
