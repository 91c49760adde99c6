//! The pages: German and English, readable without scripts, printable, one file a noun.
//!
//! A handler is a paragraph: extractors say what came in, the service loads and computes, a function renders.

mod access;
mod account;
mod accounts;
mod actor;
mod api;
mod assets;
mod budget;
mod change;
mod choose;
mod clock;
mod columns;
mod comer;
mod correct;
mod district;
mod districts;
mod download;
mod empty;
mod entrance;
mod erase;
mod errors;
mod export;
mod figures;
mod front;
mod gaps;
mod guard;
mod handout;
mod health;
mod history;
mod how;
mod import;
mod invitation;
mod kept;
mod leading;
mod log;
mod map;
mod matrix;
mod name;
mod page;
mod pager;
mod pairs;
mod parts;
mod phases;
mod picture;
mod posted;
mod preview;
mod privacy;
mod reader;
mod refusal;
mod routes;
mod serve;
mod session;
mod shown;
mod sign_in;
mod signer;
mod statement;
mod table;
mod taken;
mod told;
mod twins;
mod typed;
mod upload;
mod visit;

use std::future::Future;
use std::sync::Arc;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::IntoResponse;
use tokio::net::TcpListener;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::csrf::CsrfLayer;

use crate::service::Service;

use budget::Answers;
pub use clock::{Clock, Draw};
use errors::Error;
use guard::Hosts;
use kept::Kept;
use upload::Uploads;

pub use access::Access;
pub use front::Front;
pub use routes::{ROUTES, Route, Verb, table as table_of_routes};
pub use serve::{Limits, Rate};
pub use visit::{Coordinator, Editor, ForProgramme, Place, Visit};

/// Everything that the pages are made from.
#[derive(Clone)]
pub struct App {
    service: Arc<Service>,
    uploads: Uploads,
    answers: Answers,
    limits: Limits,
    kept: Kept,
    hosts: Hosts,
    front: Front,
    clock: Clock,
    draw: Draw,
}

impl App {
    /// The pages of a service, which answer under this machine's own names.
    pub fn new(service: Arc<Service>) -> Self {
        let limits = Limits::default();
        Self {
            service,
            uploads: Uploads::new(limits.kept, limits.uploads),
            answers: Answers::within(&limits),
            limits,
            kept: Kept::default(),
            hosts: Hosts::default(),
            front: Front::default(),
            clock: Clock::of_this_machine(),
            draw: Draw::of_this_machine(),
        }
    }

    /// The same as it is reached from elsewhere.
    pub fn behind(self, front: Front) -> Self {
        Self {
            hosts: Hosts::new(front.host()),
            front,
            ..self
        }
    }

    /// The same with another clock and other numbers.
    pub fn at(self, clock: Clock, draw: Draw) -> Self {
        Self {
            clock,
            draw,
            ..self
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
}

/// All pages of the service with everything that guards them.
pub fn router(app: App) -> Router {
    let (hosts, answers, draw) = (app.hosts.clone(), app.answers.clone(), app.draw.clone());
    let mut csrf = CsrfLayer::new();
    if let Some(origin) = app.front.origin() {
        let trusted = csrf.add_trusted_origin(origin);
        csrf = trusted.expect("a public address is an origin");
    }
    let csrf = csrf.with_rejection_response(|_| Error::OtherSite.into_response());
    routes::router()
        .route_layer(from_fn(guard::name_route))
        .method_not_allowed_fallback(async || Error::Method)
        .fallback(async || Error::NotFound)
        .with_state(app.clone())
        .layer(CatchPanicLayer::custom(|_| Error::Failed.into_response()))
        .layer(csrf)
        .layer(from_fn_with_state(hosts, guard::host))
        .layer(from_fn_with_state(answers, budget::hold))
        .layer(from_fn(refusal::pages))
        .layer(from_fn_with_state(app, comer::arrive))
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        .layer(from_fn(guard::headers))
        .layer(from_fn_with_state(draw, guard::number))
}

/// Answers requests until `stop` comes, then finishes those under way.
pub async fn serve(listener: TcpListener, app: App, stop: impl Future<Output = ()>) {
    let limits = app.limits;
    serve::serve(listener, router(app), limits, stop).await;
}
