//! What every request passes: a number, a log line, the headers that keep a page to itself, the host's name.

use std::net::IpAddr;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::uri::{Authority, Scheme};
use axum::http::{HeaderName, HeaderValue, Uri, Version, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::clock::Draw;
use super::errors::{Error, Result};
use super::reader::{Reader, RequestId};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
);

/// Gives each request its number and writes one line about it: the route, never the address or what was sent.
pub async fn number(State(draw): State<Draw>, mut request: Request, next: Next) -> Response {
    let id = draw.number();
    request.extensions_mut().insert(RequestId(id));
    let method = request.method().clone();
    let begin = Instant::now();
    let mut response = next.run(request).await;
    let route = response
        .extensions()
        .get::<MatchedPath>()
        .map_or("-", MatchedPath::as_str);
    tracing::info!(
        request = %id,
        %method,
        route,
        status = response.status().as_u16(),
        milliseconds = begin.elapsed().as_millis() as u64,
        "answered"
    );
    let id = HeaderValue::from_str(&id.to_string()).expect("a number is a header value");
    response.headers_mut().insert(REQUEST_ID, id);
    response
}

/// Hands the matched route on to the log; a route's layer, since only there it is known.
pub async fn name_route(route: Option<MatchedPath>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if let Some(route) = route {
        response.extensions_mut().insert(route);
    }
    response
}

/// Sets the headers that keep a page from being framed, sniffed, stored or followed, and remembers the language.
pub async fn headers(request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let cookie = Reader::of(&parts).cookie();
    let mut response = next.run(Request::from_parts(parts, body)).await;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, POLICY);
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    headers.insert(
        header::REFERRER_POLICY,
        HeaderValue::from_static("same-origin"),
    );
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    headers.insert(
        header::VARY,
        HeaderValue::from_static("accept-language, cookie, accept-encoding"),
    );
    if let Some(cookie) = cookie {
        headers.append(header::SET_COOKIE, cookie);
    }
    response
}

/// The host names under which the service answers: this machine's own, and the one that was given.
#[derive(Debug, Clone, Default)]
pub struct Hosts {
    public: Option<String>,
}

impl Hosts {
    /// The loopback names, and a public one, in lower case, where there is one.
    pub fn new(public: Option<String>) -> Self {
        Self { public }
    }

    /// Whether a request to this host is meant for us.
    pub fn knows(&self, host: &str) -> bool {
        let Ok(authority) = host.parse::<Authority>() else {
            return false;
        };
        let name = authority.host().to_ascii_lowercase();
        let bare = name.trim_start_matches('[').trim_end_matches(']');
        let loopback = bare.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback());
        loopback || name == "localhost" || self.public.as_deref() == Some(name.as_str())
    }
}

/// What may be read under any name: it holds nothing of a district, and the page of the refusal is made with it.
const PUBLIC: [&str; 3] = ["/style.css", "/script.js", "/icon.svg"];

/// Refuses requests under a foreign name: a page that lets its own name point here could otherwise read everything.
///
/// A request that names two hosts, or none, is refused whatever it asks for: a proxy before us may have read the other.
pub async fn host(State(hosts): State<Hosts>, request: Request, next: Next) -> Response {
    let named = match named(&request) {
        Ok(named) => named,
        Err(error) => return error.into_response(),
    };
    let public = PUBLIC.contains(&request.uri().path());
    if public || named.is_some_and(|name| hosts.knows(name)) {
        next.run(request).await
    } else {
        Error::OtherHost.into_response()
    }
}

/// The one host that a request names; before HTTP/1.1 it may name none.
fn named(request: &Request) -> Result<Option<&str>> {
    let mut headers = request.headers().get_all(header::HOST).iter();
    let header = match (headers.next(), headers.next()) {
        (Some(host), None) => Some(host.to_str().map_err(|_| Error::BadRequest)?),
        (None, _) if request.version() < Version::HTTP_11 => None,
        _ => return Err(Error::BadRequest),
    };
    match (request.uri().authority(), header) {
        (Some(asked), Some(host)) if !same(request.uri(), asked, host) => Err(Error::BadRequest),
        (Some(asked), _) => Ok(Some(asked.as_str())),
        (None, host) => Ok(host),
    }
}

/// Whether the host of a whole address and that of the header are one; a port left out is the scheme's own.
fn same(address: &Uri, asked: &Authority, host: &str) -> bool {
    let usual = if address.scheme() == Some(&Scheme::HTTPS) {
        443
    } else {
        80
    };
    let port = |authority: &Authority| authority.port_u16().unwrap_or(usual);
    host.parse::<Authority>().is_ok_and(|host| {
        host.host().eq_ignore_ascii_case(asked.host()) && port(&host) == port(asked)
    })
}
