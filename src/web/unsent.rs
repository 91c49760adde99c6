//! A form that could not be saved, as the store did not answer or the disk is full: the page that says so holds all of it,
//! and sends it once more. It bears the same number, so that what was saved all the same is not saved twice.

use axum::body::{Body, HttpBody, to_bytes};
use axum::extract::Request;
use axum::http::request::Parts;
use axum::http::{Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use crate::text::pages::ErrorPages;

use super::access::Access;
use super::carried::is_secret;
use super::errors::Error;
use super::reader::{Reader, items_of};
use super::routes::{Verb, known};

/// How many bytes of a form are kept until it is answered.
const MOST: usize = 256 << 10;

/// The same of who holds a link, whom nobody knows: a phone's form is smaller.
const MOST_BY_LINK: usize = 4 << 10;

/// The kind of a form without files.
const FORM: &str = "application/x-www-form-urlencoded";

/// A form, and where it was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsent {
    to: String,
    fields: Vec<(String, String)>,
}

/// Keeps a form until it is answered, and hands it on beside an error that is over by itself.
pub async fn keep(request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let (length, most) = (body.size_hint().exact(), kept_of(&parts));
    if length.is_none_or(|length| length > most as u64) || most == 0 {
        return next.run(Request::from_parts(parts, body)).await;
    }
    let to = parts.uri.path_and_query();
    let to = to.map_or("/", |to| to.as_str()).to_owned();
    let Ok(bytes) = to_bytes(body, MOST).await else {
        return Error::Cut.into_response();
    };
    let request = Request::from_parts(parts, Body::from(bytes.clone()));
    let mut response = next.run(request).await;
    let error = response.extensions().get::<Error>();
    if error.is_some_and(is_over_by_itself)
        && let Some(unsent) = Unsent::of(to, &bytes)
    {
        response.extensions_mut().insert(unsent);
    }
    response
}

/// How much is kept of a form of a page of ours, from somebody who may send it: strangers fill no memory.
fn kept_of(parts: &Parts) -> usize {
    let kind = parts.headers.get(header::CONTENT_TYPE);
    let is_form = kind.is_some_and(|kind| kind.as_bytes().starts_with(FORM.as_bytes()));
    if parts.method != Method::POST || !is_form {
        return 0;
    }
    match known(Verb::Post, parts.uri.path()) {
        None | Some(Access::Public) => 0,
        Some(Access::Token) => MOST_BY_LINK,
        Some(access) if Reader::of(parts).may(access) => MOST,
        Some(_) => 0,
    }
}

fn is_over_by_itself(error: &Error) -> bool {
    matches!(
        error,
        Error::Unavailable
            | Error::CannotWrite
            | Error::Contended
            | Error::Crowded
            | Error::Busy
            | Error::TooLong
    )
}

impl Unsent {
    /// The fields of a form; none where one of them lets somebody in, which no page repeats.
    fn of(to: String, bytes: &[u8]) -> Option<Self> {
        let fields = items_of(std::str::from_utf8(bytes).ok()?);
        let secret = fields.iter().any(|(name, _)| is_secret(name));
        (!secret).then_some(Self { to, fields })
    }

    /// The form with everything in it, to be sent once more.
    pub fn form(&self, reader: &Reader) -> Markup {
        let texts = ErrorPages::of(reader.lang);
        html! {
            form method="post" action=(self.to) {
                @for (name, value) in &self.fields { input type="hidden" name=(name) value=(value); }
                p { (texts.unsent) }
                p.actions { button.button type="submit" { (texts.send_again) } }
            }
        }
    }
}
