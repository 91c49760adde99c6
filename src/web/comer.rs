//! Who comes: found by one query for each request, before anything else of it is looked at.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName};
use axum::middleware::Next;
use axum::response::Response;
use percent_encoding::percent_decode_str;

use crate::domain::{DistrictId, Mode};
use crate::service::Signed;
use crate::store::Heads;

use super::App;
use super::errors::Error;
use super::front::Front;
use super::peer::comes_from;
use super::session;

/// What is the same for everybody, and answered without asking who comes.
const PLAIN: [&str; 8] = [
    "/style.css",
    "/script.js",
    "/map.js",
    "/who.js",
    "/icon.svg",
    "/health",
    "/ready",
    "/template.xlsx",
];

/// The headers by which a proxy says that it has forwarded a request, beside all that begin with [`X_FORWARDED`].
const FORWARDED: [&str; 2] = ["forwarded", "via"];

/// How the headers begin by which a proxy says from where, as what and to whom.
const X_FORWARDED: &str = "x-forwarded-";

/// Who comes with a request. Where nobody has looked it is a stranger, where people sign in.
#[derive(Debug, Clone)]
pub struct Comer {
    /// Whether people sign in.
    pub mode: Mode,
    /// Who is signed in.
    pub signed: Option<Arc<Signed>>,
    /// Whose session it was that their browser still names.
    pub was: Option<Signed>,
    /// From which address they come.
    pub from: IpAddr,
    /// Where the district stands that the address names, and the programme.
    pub stands: Option<(DistrictId, Heads)>,
    /// Why nothing of a district is shown, whoever comes.
    pub refused: Option<Error>,
}

impl Default for Comer {
    fn default() -> Self {
        Self {
            mode: Mode::Accounts,
            signed: None,
            was: None,
            from: IpAddr::V4(Ipv4Addr::UNSPECIFIED),
            stands: None,
            refused: None,
        }
    }
}

/// Finds out who comes, for all that is behind.
pub async fn arrive(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    if !PLAIN.contains(&parts.uri.path()) {
        Comer::found(&app, &mut parts).await;
    }
    next.run(Request::from_parts(parts, body)).await
}

impl Comer {
    /// Who comes with a request; finds it out where nobody has.
    pub async fn found(app: &App, parts: &mut Parts) {
        if parts.extensions.get::<Arc<Self>>().is_none() {
            let comer = Self::of(app, parts).await;
            parts.extensions.insert(Arc::new(comer));
        }
    }

    /// Who was found to come.
    pub fn at(parts: &Parts) -> Arc<Self> {
        let found = parts.extensions.get::<Arc<Self>>();
        found.map(Arc::clone).unwrap_or_default()
    }

    async fn of(app: &App, parts: &Parts) -> Self {
        let token = session::token(&parts.headers, &app.front);
        let district = named_district(parts.uri.path());
        let now = app.clock.now();
        let from = comes_from(parts, &app.front.proxies);
        let arrived = app.service.arrive(token.as_deref(), district.as_ref(), now);
        match arrived.await {
            Ok(arrived) => Self {
                refused: match arrived.mode {
                    Mode::Personal => refused(&app.front, &parts.headers),
                    Mode::Accounts => None,
                },
                mode: arrived.mode,
                signed: arrived.signed,
                was: arrived.was,
                from,
                stands: district.map(|district| (district, arrived.heads)),
            },
            Err(error) => Self {
                refused: Some(error.into()),
                from,
                ..Self::default()
            },
        }
    }
}

/// Why one person's own machine does not answer: where others could come by, nobody would be asked who they are.
fn refused(front: &Front, headers: &HeaderMap) -> Option<Error> {
    if front.is_public() {
        return Some(Error::NobodySignsIn);
    }
    let mut names = headers.keys().map(HeaderName::as_str);
    if names.any(|name| FORWARDED.contains(&name) || name.starts_with(X_FORWARDED)) {
        return Some(Error::Forwarded);
    }
    let locked = front.key.as_ref().filter(|key| !key.was_used(headers));
    locked.map(|_| Error::NoKey)
}

/// The district that a path names.
pub fn named_district(path: &str) -> Option<DistrictId> {
    let below = path
        .strip_prefix("/districts/")
        .or_else(|| path.strip_prefix("/api/v1/districts/"))?;
    let name = percent_decode_str(below.split('/').next()?);
    DistrictId::parse(&name.decode_utf8().ok()?).ok()
}
