//! Forms that come after their session has ended. The answer is the sign-in form with what was typed; once the same
//! person is back, the page of the form is shown filled. Nothing is ever saved by that: they send it again.
//!
//! One way for all addresses of the list, and none of them knows of it.

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use crate::text::pages::Late;

use super::App;
use super::access::{Access, Caller};
use super::carried::Carried;
use super::comer::Comer;
use super::entrance::SIGN_IN;
use super::errors::Error;
use super::reader::Reader;
use super::refill::{Refilled, refill};
use super::routes::{Verb, known};
use super::sign_in::{self, Resumed};

/// The most bytes of a page that is filled.
const PAGE: usize = 16 << 20;

/// Where a page's own content begins.
const MAIN: &str = "<main id=\"content\" tabindex=\"-1\">";

/// Answers a form of a stranger's with the sign-in form, which carries what was typed where it is known by whom.
pub async fn carry(State(app): State<App>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let reader = Reader::of(&parts);
    let comer = Comer::at(&parts);
    let request = Request::from_parts(parts, body);
    let address = request
        .uri()
        .path_and_query()
        .map_or("/", |to| to.as_str())
        .to_owned();
    let Some(page) = asks_to_sign_in(&reader)
        .then(|| page_of(&address))
        .flatten()
    else {
        return next.run(request).await;
    };
    let carried = match &comer.was {
        Some(was) => match Carried::read(&app, request, was.account.clone()).await {
            Ok(carried) => Some((carried, was.email.as_str())),
            Err(error) => return error.into_response(),
        },
        None => None,
    };
    let form = sign_in::late(&reader, &page, carried.as_ref());
    (StatusCode::UNAUTHORIZED, form).into_response()
}

/// Whether a form is of one of our pages, of which only who is signed in has any.
fn asks_to_sign_in(reader: &Reader) -> bool {
    !reader.reads
        && reader.is_at_page()
        && reader.caller == Caller::Stranger
        && reader.comer.refused.is_none()
        && !reader.is_at_demonstration()
        && known(Verb::Post, &reader.path).is_some_and(needs_account)
}

fn needs_account(access: Access) -> bool {
    !matches!(access, Access::Public | Access::Token)
}

/// Shows a page filled to who has just signed in with what they typed before.
pub async fn resume(request: Request, next: Next) -> Response {
    if request.method() != Method::POST || request.uri().path() != SIGN_IN {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let (reader, again) = (Reader::of(&parts), next.clone());
    let mut led_on = next.run(Request::from_parts(parts.clone(), body)).await;
    let resumed = led_on.extensions_mut().remove::<Resumed>();
    let Some(Resumed { carried, cookie }) = resumed else {
        return led_on;
    };
    let Some(mut page) = page_of(&carried.to) else {
        return led_on;
    };
    let mut shown = again.clone().run(asking(&parts, &page, &cookie)).await;
    // What is no longer there may lead on to the page of what is.
    if let Some(to) = leads_to(&shown) {
        page = to;
        shown = again.run(asking(&parts, &page, &cookie)).await;
    }
    let mut shown = filled(shown, &page, &carried, &reader).await;
    shown.headers_mut().append(header::SET_COOKIE, cookie);
    shown
}

/// The page of ours from which a form is sent to an address: the same, or the nearest above it that can be read. None
/// where no form of a signed-in person's goes there.
fn page_of(to: &str) -> Option<String> {
    let (path, query) = to.split_once('?').unwrap_or((to, ""));
    known(Verb::Post, path).filter(|access| needs_account(*access))?;
    let mut page = path;
    while known(Verb::Get, page).is_none() {
        page = page.rsplit_once('/')?.0;
    }
    Some(match query {
        "" => page.to_owned(),
        query => format!("{page}?{query}"),
    })
}

/// The request of a browser that reads a page after it has been given a session.
fn asking(parts: &Parts, page: &str, cookie: &HeaderValue) -> Request {
    let mut parts = parts.clone();
    let session = cookie.as_bytes().split(|byte| *byte == b';').next();
    let mut cookies = session.unwrap_or_default().to_vec();
    // The new session first: the one that the browser sent is the old one.
    for other in parts.headers.get_all(header::COOKIE) {
        cookies.extend_from_slice(b"; ");
        cookies.extend_from_slice(other.as_bytes());
    }
    let cookies = HeaderValue::from_bytes(&cookies);
    let cookies = cookies.expect("cookies that came as headers are headers");
    for sent in [header::CONTENT_LENGTH, header::CONTENT_TYPE, header::ORIGIN] {
        parts.headers.remove(sent);
    }
    parts.headers.insert(header::COOKIE, cookies);
    parts.method = Method::GET;
    parts.uri = page.parse().expect("what came as an address is one");
    Request::from_parts(parts, Body::empty())
}

/// The page of ours that an answer leads to.
fn leads_to(shown: &Response) -> Option<String> {
    let to = shown.headers().get(header::LOCATION)?.to_str().ok()?;
    let path = to.split(['?', '#']).next()?;
    known(Verb::Get, path).map(|_| to.to_owned())
}

/// The page with its form filled, and what is said of it.
async fn filled(shown: Response, page: &str, carried: &Carried, reader: &Reader) -> Response {
    let is_page = |shown: &Response| {
        let kind = shown.headers().get(header::CONTENT_TYPE);
        kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
    };
    if !is_page(&shown) {
        return shown;
    }
    let (mut parts, body) = shown.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    let Ok(bytes) = to_bytes(body, PAGE).await else {
        return Error::Failed.into_response();
    };
    let html = String::from_utf8_lossy(&bytes);
    let path = page.split('?').next().unwrap_or(page);
    let Refilled { page: html, left } = refill(&html, path, &carried.to, &carried.fields);
    let said = said(carried, &left, reader).into_string();
    let html = html.replacen(MAIN, &format!("{MAIN}{said}"), 1);
    Response::from_parts(parts, Body::from(html))
}

/// What is said above a page that is shown again.
fn said(carried: &Carried, left: &[(String, String)], reader: &Reader) -> Markup {
    let text = Late::of(reader.lang);
    html! {
        div.wide {
            div.notice role="status" {
                p { strong { (text.back) } " " (if left.is_empty() { text.filled } else { text.gone }) }
                @if !left.is_empty() { ul { @for (_, value) in left { li { (value) } } } }
                @if carried.files { p { (text.files) } }
                @if carried.large { p { (text.large) } }
            }
        }
    }
}
