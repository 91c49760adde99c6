//! The pages: German and English, readable without scripts, printable, one file a noun.
//!
//! A handler is a paragraph: extractors say what came in, the service loads and computes, a function renders.

mod api;
mod assets;
mod budget;
mod change;
mod choose;
mod district;
mod districts;
mod empty;
mod errors;
mod export;
mod figures;
mod gaps;
mod guard;
mod health;
mod history;
mod how;
mod import;
mod kept;
mod map;
mod matrix;
mod name;
mod page;
mod pager;
mod pairs;
mod parts;
mod phases;
mod posted;
mod privacy;
mod reader;
mod serve;
mod table;
mod told;
mod upload;

use std::future::Future;
use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::IntoResponse;
use axum::routing::{get, post};
use tokio::net::TcpListener;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::csrf::CsrfLayer;

use crate::domain::DistrictId;
use crate::service::{Service, Snapshot};

use budget::Answers;
use errors::{Error, Result};
use guard::Hosts;
use kept::Kept;
use upload::Uploads;

pub use serve::{Limits, Rate};

/// How many bytes a request may bring, but for an import.
const BODY: usize = 64 << 10;

/// Everything that the pages are made from.
#[derive(Clone)]
pub struct App {
    service: Arc<Service>,
    uploads: Uploads,
    answers: Answers,
    limits: Limits,
    kept: Kept,
    hosts: Hosts,
}

impl App {
    /// The pages of a service, which answer under this machine's own names and the public host.
    pub fn new(service: Arc<Service>, public_host: Option<String>) -> Self {
        let limits = Limits::default();
        Self {
            service,
            uploads: Uploads::new(limits.kept, limits.uploads),
            answers: Answers::within(&limits),
            limits,
            kept: Kept::default(),
            hosts: Hosts::new(public_host),
        }
    }

    /// The same with other bounds of connections and memory.
    pub fn within(self, limits: Limits) -> Self {
        Self {
            uploads: Uploads::new(limits.kept, limits.uploads),
            answers: Answers::within(&limits),
            limits,
            ..self
        }
    }

    /// The district that an address names, as it stands.
    async fn view(&self, district: &str) -> Result<Snapshot> {
        let id = DistrictId::parse(district).map_err(|_| Error::NoDistrict)?;
        Ok(self.service.view(&id).await?)
    }
}

/// All pages of the service with everything that guards them.
pub fn router(app: App) -> Router {
    let (hosts, answers) = (app.hosts.clone(), app.answers.clone());
    let csrf = CsrfLayer::new().with_rejection_response(|_| Error::OtherSite.into_response());
    routes()
        .route_layer(from_fn(guard::name_route))
        .method_not_allowed_fallback(async || Error::Method)
        .fallback(async || Error::NotFound)
        .with_state(app)
        .layer(CatchPanicLayer::custom(|_| Error::Failed.into_response()))
        .layer(csrf)
        .layer(from_fn_with_state(hosts, guard::host))
        .layer(from_fn_with_state(answers, budget::hold))
        .layer(from_fn(errors::pages))
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        .layer(from_fn(guard::headers))
        .layer(from_fn(guard::number))
}

fn routes() -> Router<App> {
    Router::new()
        .route("/", get(districts::list))
        .route("/districts/{district}", get(district::show))
        .route("/districts/{district}/table", get(table::show))
        .route("/districts/{district}/map", get(map::show))
        .route("/districts/{district}/map.svg", get(map::svg))
        .route("/districts/{district}/map.png", get(map::png))
        .route("/districts/{district}/map.pdf", get(map::pdf))
        .route(
            "/districts/{district}/offices",
            get(choose::form).post(choose::add),
        )
        .route(
            "/districts/{district}/import",
            get(import::form)
                .merge(post(import::upload).layer(DefaultBodyLimit::max(upload::FORM))),
        )
        .route(
            "/districts/{district}/import/{upload}",
            get(import::preview).post(import::take),
        )
        .route("/districts/{district}/history", get(history::show))
        .route(
            "/districts/{district}/history/{step}",
            get(history::step).post(history::undo),
        )
        .route("/districts/{district}/export", get(export::list))
        .route("/districts/{district}/export/{format}", get(export::file))
        .route("/template.xlsx", get(export::template))
        .route("/api/v1/districts/{district}/report", get(api::report))
        .route(phases::ADDRESS, get(phases::show).post(phases::save))
        .route("/how", get(how::show))
        .route("/privacy", get(privacy::show))
        .route("/health", get(health::alive))
        .route("/ready", get(health::ready))
        .route("/style.css", get(assets::style))
        .route("/script.js", get(assets::script))
        .route("/map.js", get(assets::map_script))
        .route("/icon.svg", get(assets::icon))
        .layer(DefaultBodyLimit::max(BODY))
}

/// Answers requests until `stop` comes, then finishes those under way.
pub async fn serve(listener: TcpListener, app: App, stop: impl Future<Output = ()>) {
    let limits = app.limits;
    serve::serve(listener, router(app), limits, stop).await;
}
