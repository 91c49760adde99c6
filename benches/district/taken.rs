//! The district that is measured, as a workbook and taken over.

use std::sync::Arc;

use chrono::Utc;
use miteinander::domain::{Change, District, DistrictId, Edit, Text};
use miteinander::exchange::{self, Content, Format, ImportOptions, Input};
use miteinander::service::{Entry, Service};
use miteinander::store::{self, Cause, Part, Request, Scope, Stamp, Store};
use miteinander::text::Lang;
use uuid::Uuid;

use crate::planted::Planted;

/// 10,000 cooperations over two phases.
pub const LARGE: Planted = Planted {
    reports: 5_000,
    ..Planted::DISTRICT
};

/// A district of 200 functions.
pub const USUAL: Planted = Planted {
    departments: 12,
    actors: 200,
    offers: 40,
    reports: 600,
    seed: 1,
};

pub async fn workbook(service: &Service, size: Planted) -> Vec<u8> {
    let programme = service.programme().await.expect("the store answers").value;
    let phases: Vec<_> = programme
        .phases_in_order()
        .into_iter()
        .map(|(id, _)| id.clone())
        .take(2)
        .collect();
    let network = size.network(&phases);
    let (district_id, district) = programme.districts_in_order()[0];
    let content = Content {
        district_id,
        district,
        programme: &programme,
        network: &network,
        contacts: None,
        places: None,
        phase: None,
        lang: Lang::De,
    };
    exchange::export(&content, Format::Xlsx).expect("it can be written")
}

pub async fn import(service: &Arc<Service>, district: &DistrictId, workbook: Vec<u8>) {
    let view = service.view(district).await.expect("it is there");
    let inputs = vec![Input {
        name: "netz.xlsx".to_owned(),
        bytes: workbook,
    }];
    let preview = match service
        .preview(view.clone(), inputs, ImportOptions::default())
        .await
    {
        Ok(preview) => preview,
        Err(_) => panic!("our own workbook has no fault"),
    };
    service
        .enter_on(view, entry(district, preview.plan.network))
        .await
        .expect("it is legal");
}

pub fn entry(district: &DistrictId, network: Vec<Change>) -> Entry {
    Entry {
        district: district.clone(),
        programme: Vec::new(),
        network,
        contacts: Vec::new(),
        by: miteinander::domain::Author::Program,
        cause: Cause::Import,
        at: Utc::now(),
        request: Request::once(),
    }
}

/// A district of its own, so that each import begins with nothing.
pub async fn new_district(service: &Service, store: &dyn Store) -> DistrictId {
    let held = service.programme().await.expect("the store answers");
    let id = DistrictId::parse(&format!("bench-{}", Uuid::new_v4().simple())).expect("an id");
    let district = District {
        name: Text::parse("Messbezirk").expect("a text"),
        position: 100,
        example: true,
    };
    let part = Part {
        scope: Scope::Programme,
        expected: held.head,
        changes: vec![Change::District(Edit::add(id.clone(), district))].into(),
        contacts: Vec::new(),
        frozen: Vec::new(),
    };
    let stamp = Stamp {
        by: None,
        at: Utc::now(),
        cause: Cause::Entry,
        request: Uuid::new_v4(),
    };
    let request = Request::once();
    let write = store::Write {
        content: request.content,
        mark: store::Mark(request.id),
        stamp,
        parts: vec![part],
    };
    store.apply(&write).await.expect("it is legal");
    id
}
