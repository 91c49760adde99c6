//! What goes wrong is said in the reader's language, with what it means for the entries.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use async_trait::async_trait;
use axum::body::Body;
use axum::http::{Method, StatusCode};
use chrono::{DateTime, Utc};
use miteinander::domain::{
    ActorId, DistrictId, Frozen, FrozenSum, LogEntry, Network, Pass, PhaseId, Programme, TokenHash,
};
use miteinander::service::Service;
use miteinander::store::{
    Accounts, Admission, Arrival, Erasure, Error, Head, Heads, Held, Mark, Obstacle, Overview,
    Placed, Request, Result, Revision, Said, Scope, Sink, Source, Step, Store, Turn, Undone, Wiped,
    Write, Written,
};
use miteinander::web;

use super::{House, answer, request};

#[tokio::test]
async fn what_is_not_there_is_said_so() {
    let house = House::open().await;
    let cases = [
        ("/nowhere", "Diese Seite gibt es nicht"),
        ("/districts/atlantis", "Diesen Bezirk gibt es hier nicht"),
        ("/districts/%01", "Diesen Bezirk gibt es hier nicht"),
        (
            "/districts/musterbezirk?phase=9",
            "Diese Förderphase gibt es hier nicht",
        ),
    ];
    for (address, words) in cases {
        let answer = house.get(address).await;
        let page = answer.says(StatusCode::NOT_FOUND);
        assert!(page.contains(words), "{address}");
        assert!(
            page.contains(answer.header("x-request-id")),
            "the page names the request"
        );
    }
    let english = house
        .get_in("/nowhere", "en")
        .await
        .says(StatusCode::NOT_FOUND);
    assert!(english.contains("There is no such page"));
}

#[tokio::test]
async fn the_largest_number_in_an_address_is_only_a_number() {
    let house = House::open().await;
    let most = i64::MAX;
    let page = house
        .get(&format!("/districts/musterbezirk?taken={most}"))
        .await;
    page.says(StatusCode::OK);
    let history = house
        .get(&format!("/districts/musterbezirk/history?before={most}"))
        .await;
    assert!(history.says(StatusCode::OK).contains("Schritt 1"));
    let request = "request=6f5c1a52-8b7e-4c6d-9a43-0d9c6c1c2b11";
    let undone = house
        .post(&format!("/districts/musterbezirk/history/{most}"), request)
        .await;
    undone.says(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_error_in_a_district_leads_back_to_it() {
    let house = House::open().await;
    for (address, link) in [
        ("/districts/musterbezirk?phase=9", "/districts/musterbezirk"),
        ("/districts/mitte/nowhere", "/districts/mitte"),
        (
            "/districts/mitte/import/6f5c1a52-8b7e-4c6d-9a43-0d9c6c1c2b11",
            "/districts/mitte/import",
        ),
    ] {
        let page = house.get(address).await.text();
        let buttons: Vec<&str> = page.split("class=\"button\"").skip(1).collect();
        let there = format!(" href=\"{link}\"");
        assert!(
            buttons.iter().any(|button| button.starts_with(&there)),
            "{address}\n{page}"
        );
    }
}

#[tokio::test]
async fn what_cannot_be_read_is_said_so() {
    let house = House::open().await;
    let cases = [
        (
            house.get("/districts/mitte/history?before=x").await,
            StatusCode::BAD_REQUEST,
        ),
        (
            house.get("/districts/mitte/import/not-a-token").await,
            StatusCode::BAD_REQUEST,
        ),
        (
            house
                .post("/districts/mitte/offices", "unit=jugendamt")
                .await,
            StatusCode::BAD_REQUEST,
        ),
        (
            house.post("/districts/mitte/import", "").await,
            StatusCode::BAD_REQUEST,
        ),
    ];
    for (answer, status) in cases {
        let page = answer.says(status);
        assert!(page.contains("Die Anfrage ist nicht lesbar"));
    }
    let wrong = house
        .ask(request(Method::DELETE, "/districts/mitte").body(Body::empty()))
        .await;
    let page = wrong.says(StatusCode::METHOD_NOT_ALLOWED);
    assert!(page.contains("Es wurde nichts geändert"));
}

#[tokio::test]
async fn a_dead_database_is_a_page_that_says_nothing_is_lost() {
    for (how, status, words) in [
        (
            Dead::Unreachable,
            StatusCode::SERVICE_UNAVAILABLE,
            "Die Datenbank antwortet gerade nicht",
        ),
        (
            Dead::Full,
            StatusCode::SERVICE_UNAVAILABLE,
            "Die Datenbank kann nicht schreiben",
        ),
        (
            Dead::Broken,
            StatusCode::INTERNAL_SERVER_ERROR,
            "Etwas ist schiefgegangen",
        ),
    ] {
        let service = Arc::new(Service::over(Arc::new(how)));
        let app = web::router(web::App::new(service));
        for address in [
            "/",
            "/districts/mitte",
            "/districts/mitte/history",
            "/ready",
        ] {
            let asked = request(Method::GET, address).body(Body::empty());
            let answer = answer(&app, asked).await;
            let page = answer.says(status);
            assert!(page.contains(words), "{address}");
            assert!(page.contains(answer.header("x-request-id")));
            assert!(!page.contains("secret"), "what a store says is for the log");
        }
        let alive = answer(&app, request(Method::GET, "/health").body(Body::empty())).await;
        assert_eq!(alive.status, StatusCode::OK, "the program itself lives");
    }
}

/// A store that answers nothing.
#[derive(Clone, Copy)]
pub enum Dead {
    Unreachable,
    Full,
    Broken,
}

impl Dead {
    fn no<T>(self) -> Result<T> {
        let reason = "secret reason".to_owned();
        Err(match self {
            Self::Unreachable => Error::Unreachable(reason),
            Self::Full => Error::CannotWrite(Obstacle::DiskFull, Said::words(reason)),
            Self::Broken => Error::Failed(reason),
        })
    }
}

#[async_trait]
impl Store for Dead {
    async fn ready(&self) -> Result<()> {
        self.no()
    }
    async fn head(&self, _: &Scope) -> Result<Head> {
        self.no()
    }
    async fn heads(&self, _: &DistrictId) -> Result<Heads> {
        self.no()
    }
    async fn overview(&self) -> Result<Overview> {
        self.no()
    }
    async fn programme(&self) -> Result<Held<Programme>> {
        self.no()
    }
    async fn network(&self, _: &DistrictId) -> Result<Held<Network>> {
        self.no()
    }
    async fn apply(&self, _: &Write) -> Result<Written> {
        self.no()
    }
    async fn answered(&self, _: &Scope, _: &Request) -> Result<Option<Vec<Head>>> {
        self.no()
    }
    async fn undone(&self, _: &Scope) -> Result<Vec<Undone>> {
        self.no()
    }
    async fn taken_at(&self, _: &Scope, _: Revision) -> Result<Option<DateTime<Utc>>> {
        self.no()
    }
    async fn steps(&self, _: &Scope, _: Option<Revision>, _: u32) -> Result<Vec<Step>> {
        self.no()
    }
    async fn contacts(
        &self,
        _: &DistrictId,
    ) -> Result<BTreeMap<ActorId, miteinander::domain::KeptContact>> {
        self.no()
    }
    async fn phases_in_use(&self) -> Result<BTreeSet<(PhaseId, DistrictId)>> {
        self.no()
    }
    async fn places(&self, _: &DistrictId) -> Result<Option<Placed>> {
        self.no()
    }
    async fn keep_places(
        &self,
        _: &DistrictId,
        _: Mark,
        _: Option<Mark>,
        _: &Placed,
    ) -> Result<bool> {
        self.no()
    }
    async fn frozen(&self, _: &DistrictId, _: &FrozenSum) -> Result<Option<Frozen>> {
        self.no()
    }
    async fn accounts(&self) -> Result<Accounts> {
        self.no()
    }
    async fn arrival(&self, _: Option<&TokenHash>, _: Option<&DistrictId>) -> Result<Arrival> {
        self.no()
    }
    async fn room(&self, _: &DistrictId) -> Result<Option<(TokenHash, Pass)>> {
        self.no()
    }
    async fn admit(&self, _: &Admission) -> Result<bool> {
        self.no()
    }
    async fn see_pass(&self, _: &TokenHash, _: DateTime<Utc>) -> Result<()> {
        self.no()
    }
    async fn log(&self, _: &Scope, _: &LogEntry) -> Result<()> {
        self.no()
    }
    async fn logged(&self, _: &Scope) -> Result<Vec<LogEntry>> {
        self.no()
    }
    async fn erase(&self, _: &Erasure) -> Result<Wiped> {
        self.no()
    }
    async fn forget_authors(&self, _: DateTime<Utc>) -> Result<BTreeMap<Scope, usize>> {
        self.no()
    }
    async fn take_turn(&self, _: &Turn) -> Result<bool> {
        self.no()
    }
    async fn dump(&self, _: Sink) -> Result<()> {
        self.no()
    }
    async fn restore(&self, _: Source) -> Result<()> {
        self.no()
    }
    async fn faults(&self) -> Result<Vec<String>> {
        self.no()
    }
    async fn close(&self) {}
}
