//! The pages: German and English, readable without scripts, printable, one file a noun.
//!
//! A handler is a paragraph: extractors say what came in, the service loads and computes, a function renders.

mod access;
mod account;
mod accounts;
mod actor;
mod alike;
mod api;
mod assets;
mod attempts;
mod back;
mod budget;
mod carried;
mod change;
mod choice;
mod choose;
mod clock;
mod columns;
mod comer;
mod cooperation;
mod correct;
mod department;
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
mod key;
mod late;
mod leading;
mod lists;
mod log;
mod map;
mod matrix;
mod name;
mod offer;
mod page;
mod pager;
mod pairs;
mod parts;
mod party;
mod past;
mod peer;
mod phases;
mod phones;
mod picture;
mod posted;
mod preview;
mod privacy;
mod qr;
mod quick;
mod reader;
mod record;
mod refill;
mod refusal;
mod releases;
mod reshape;
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
mod unlock;
mod unsent;
mod upload;
mod visit;
mod who;
mod workshop;

use std::future::Future;
use std::sync::Arc;

use axum::Router;
use axum::http::{Extensions, HeaderMap, StatusCode, Version};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::IntoResponse;
use tokio::net::TcpListener;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate};
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::csrf::{CsrfLayer, ProtectionError, ProtectionErrorKind};

use crate::service::Service;

use attempts::Attempts;
use budget::Answers;
pub use clock::{Clock, Draw};
use errors::Error;
use guard::Hosts;
use kept::Kept;
use page::Sealed;
use upload::Uploads;

pub use access::Access;
pub use front::Front;
pub use key::Key;
pub use peer::Peer;
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
    attempts: Attempts,
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
            attempts: Attempts::default(),
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
    let csrf = csrf.with_rejection_response(|error: ProtectionError| {
        let refused = match error.kind() {
            ProtectionErrorKind::CrossOriginRequestFromOldBrowser => Error::OtherOrigin,
            _ => Error::OtherSite,
        };
        refused.into_response()
    });
    let pages = routes::router()
        .route_layer(from_fn(guard::name_route))
        .method_not_allowed_fallback(async || Error::Method)
        .fallback(async || Error::NotFound)
        .with_state(app.clone())
        .layer(CatchPanicLayer::custom(|_| Error::Failed.into_response()))
        .layer(from_fn_with_state(app.clone(), late::carry))
        .layer(csrf)
        .layer(from_fn_with_state(app.clone(), unlock::take))
        .layer(from_fn_with_state(hosts, guard::host))
        .layer(from_fn_with_state(answers, budget::hold))
        .layer(from_fn(unsent::keep))
        .layer(from_fn(refusal::pages))
        .layer(from_fn_with_state(app, comer::arrive));
    // Around the list and not in it: what is shown to who is back is another address than the one that was asked for.
    Router::new()
        .fallback_service(pages)
        .layer(from_fn(late::resume))
        .layer(compression())
        .layer(from_fn(guard::headers))
        .layer(from_fn_with_state(draw, guard::number))
}

/// Compresses what is worth it and holds no secret.
fn compression() -> CompressionLayer<impl Predicate> {
    let is_open = |_: StatusCode, _: Version, _: &HeaderMap, extensions: &Extensions| {
        extensions.get::<Sealed>().is_none()
    };
    CompressionLayer::new()
        .quality(CompressionLevel::Fastest)
        .compress_when(DefaultPredicate::new().and(is_open))
}

/// Answers requests until `stop` comes, then finishes those under way.
pub async fn serve(listener: TcpListener, app: App, stop: impl Future<Output = ()>) {
    let limits = app.limits;
    let service = Arc::clone(&app.service);
    let stop = async move {
        stop.await;
        // What is told to who watches would else go on for as long as requests under way may.
        service.end_watching();
    };
    serve::serve(listener, router(app), limits, stop).await;
}
