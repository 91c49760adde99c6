//! What goes wrong on the way to a page, and the one place that turns it into a page in the reader's language.

use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use crate::service::{self, Ended};
use crate::store;
use crate::text::pages::{ErrorPages, ErrorText};

use super::page::Page;
use super::reader::Reader;
use super::typed::Typed;

/// Why there is no answer as asked.
///
/// `NoDistrict`, `NoPhase` and `NotFound` are for addresses that name what is not there; `BadRequest` for what cannot be
/// read, `NoSuchRole`, `NoSuchAudience` and `WorkingOnly` for addresses that ask to be shown what nobody can be;
/// `SignIn` for who is not known, `NotAllowed` for who is known and may not; `Conflict` for a record that somebody else
/// changed first; `OtherSite` and `OtherHost` for requests that a stranger's page may have made; `TooMany` for who asks
/// too often; `Cut` and `Crowded` for what is no fault of what was sent. `Failed` and what stands below it are no fault
/// of the reader's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// No such page.
    NotFound,
    /// No such district.
    NoDistrict,
    /// No such funding phase.
    NoPhase,
    /// The request cannot be read.
    BadRequest,
    /// There is no role of this name to look as.
    NoSuchRole,
    /// There is no audience of this name.
    NoSuchAudience,
    /// A page that there is for the core team alone, asked for as leaders would see it.
    WorkingOnly,
    /// The address takes no such request.
    Method,
    /// Who asks is not signed in.
    SignIn,
    /// Who asks has a role that may not.
    NotAllowed,
    /// Somebody else changed it first; what was typed is shown again.
    Conflict(Typed),
    /// A form from another site.
    OtherSite,
    /// Another host name.
    OtherHost,
    /// More bytes than are read.
    TooLarge,
    /// Asked too often; in so many seconds the same may be answered.
    TooMany(u32),
    /// What was sent did not come to its end.
    Cut,
    /// Too much is sent and read by all together.
    Crowded,
    /// The uploaded file is no longer kept.
    UploadGone,
    /// The program or the store failed.
    Failed,
    /// The store does not answer.
    Unavailable,
    /// The store cannot write.
    CannotWrite,
    /// The store is another one than at the start.
    Replaced,
    /// Too many write to the district at the same time.
    Contended,
    /// Too much is being computed.
    Busy,
    /// A computation that took longer than it may.
    TooLong,
}

/// What a handler answers.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound | Self::NoDistrict | Self::NoPhase => StatusCode::NOT_FOUND,
            // Not 408: some browsers send everything again by themselves then.
            Self::BadRequest
            | Self::NoSuchRole
            | Self::NoSuchAudience
            | Self::WorkingOnly
            | Self::Cut => StatusCode::BAD_REQUEST,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::NotAllowed | Self::OtherSite => StatusCode::FORBIDDEN,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::OtherHost => StatusCode::MISDIRECTED_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::UploadGone => StatusCode::GONE,
            Self::Failed => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Unavailable
            | Self::CannotWrite
            | Self::Replaced
            | Self::Contended
            | Self::Crowded
            | Self::Busy
            | Self::TooLong => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    fn text<'a>(&self, texts: &'a ErrorPages) -> &'a ErrorText {
        match self {
            Self::NotFound => &texts.not_found,
            Self::NoDistrict => &texts.no_district,
            Self::NoPhase => &texts.no_phase,
            Self::BadRequest => &texts.bad_request,
            Self::NoSuchRole => &texts.no_such_role,
            Self::NoSuchAudience => &texts.no_such_audience,
            Self::WorkingOnly => &texts.working_only,
            Self::Method => &texts.method,
            Self::SignIn => &texts.sign_in,
            Self::NotAllowed => &texts.not_allowed,
            Self::Conflict(_) => &texts.conflict,
            Self::TooMany(_) => &texts.too_many,
            Self::OtherSite => &texts.other_site,
            Self::OtherHost => &texts.other_host,
            Self::TooLarge => &texts.too_large,
            Self::Cut => &texts.cut,
            Self::Crowded => &texts.crowded,
            Self::UploadGone => &texts.upload_gone,
            Self::Failed => &texts.failed,
            Self::Unavailable => &texts.unavailable,
            Self::CannotWrite => &texts.cannot_write,
            Self::Replaced => &texts.replaced,
            Self::Contended => &texts.contended,
            Self::Busy => &texts.busy,
            Self::TooLong => &texts.too_long,
        }
    }

    /// After how many seconds the same may be answered.
    fn again_in(&self) -> Option<u32> {
        match self {
            Self::Unavailable | Self::Contended | Self::Busy => Some(5),
            Self::Crowded => Some(30),
            // What was too much once mostly is again: whoever asks by program shall not ask at once.
            Self::TooLong => Some(60),
            Self::TooMany(seconds) => Some(*seconds),
            _ => None,
        }
    }

    /// Where a reader goes on who was busy with a district: its page, or the form for another file.
    fn way_on(&self, reader: &Reader, texts: &ErrorPages) -> Option<(String, &'static str)> {
        let below = reader.path.strip_prefix("/districts/")?;
        let district = below.split('/').next()?;
        let page = reader.link(&format!("/districts/{district}"), &[]);
        let import = reader.link(&format!("/districts/{district}/import"), &[]);
        match self {
            Self::Conflict(_)
            | Self::NotAllowed
            | Self::NoSuchAudience
            | Self::WorkingOnly
            | Self::NoPhase
            | Self::NotFound
            | Self::Method
            | Self::Contended
            | Self::TooLong => Some((page, texts.district)),
            Self::UploadGone | Self::TooLarge | Self::Cut => Some((import, texts.import)),
            Self::NoDistrict
            | Self::BadRequest
            | Self::NoSuchRole
            | Self::SignIn
            | Self::TooMany(_)
            | Self::OtherSite
            | Self::OtherHost
            | Self::Failed
            | Self::Unavailable
            | Self::Crowded
            | Self::CannotWrite
            | Self::Replaced
            | Self::Busy => None,
        }
    }

    /// What an answer says that bears no error of ours, such as a path or a form that axum could not read.
    fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Self::Method,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::UNAUTHORIZED => Self::SignIn,
            StatusCode::FORBIDDEN => Self::NotAllowed,
            StatusCode::TOO_MANY_REQUESTS => Self::TooMany(60),
            status if status.is_client_error() => Self::BadRequest,
            _ => Self::Failed,
        }
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<service::Error> for Error {
    fn from(error: service::Error) -> Self {
        use crate::analysis::SelectionError;
        match error {
            service::Error::Store(error) => Self::of_store(&error),
            service::Error::NoSuchDistrict { .. } => Self::NoDistrict,
            service::Error::NoSuchPhase { .. } => Self::NoPhase,
            service::Error::NoSuchStep(_) => Self::NotFound,
            service::Error::Refused(_) | service::Error::Seen => Self::Conflict(Typed::default()),
            service::Error::TooManyPhases(_) => Self::BadRequest,
            service::Error::Contended => Self::Contended,
            service::Error::Selection(error) => match *error {
                SelectionError::UnknownPhase { .. } => Self::NoPhase,
                _ => Self::BadRequest,
            },
            service::Error::Ended(Ended::Busy) => Self::Busy,
            service::Error::Ended(Ended::TooLong) => {
                tracing::warn!("a computation was stopped: it took too long");
                Self::TooLong
            }
            service::Error::Map(error) => {
                tracing::error!(%error, "a map cannot be drawn");
                Self::Failed
            }
        }
    }
}

impl Error {
    fn of_store(error: &store::Error) -> Self {
        match error {
            store::Error::NoSuchDistrict(_) => Self::NoDistrict,
            store::Error::Conflict { .. } => Self::Conflict(Typed::default()),
            store::Error::Unreachable(reason) | store::Error::Busy(reason) => {
                tracing::warn!(reason, "the store does not answer");
                Self::Unavailable
            }
            store::Error::Replaced(_) | store::Error::Damaged(_) => {
                tracing::error!(%error, "the store is not the one that was opened, or damaged");
                Self::Replaced
            }
            store::Error::CannotWrite(..) => {
                tracing::error!(%error, "the store cannot write");
                Self::CannotWrite
            }
            // A server's message about a constraint quotes the record, which may be somebody's words.
            store::Error::Violated(_) => {
                tracing::error!("a constraint of the store forbade a change");
                Self::Failed
            }
            store::Error::Newer { .. }
            | store::Error::NotEmpty
            | store::Error::HalfRestored
            | store::Error::Address(_)
            | store::Error::Unreadable(_)
            | store::Error::Failed(_) => {
                tracing::error!(%error, "the store failed");
                Self::Failed
            }
        }
    }
}

/// Turns each error into a page in the reader's language, or into JSON for programs.
pub async fn pages(request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let reader = Reader::of(&parts);
    let asked_by_get = parts.method.is_safe();
    let response = next.run(Request::from_parts(parts, body)).await;
    let status = response.status();
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if is_page || !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let error = response
        .extensions()
        .get::<Error>()
        .cloned()
        .unwrap_or_else(|| Error::of_status(status));
    let mut answer = if reader.path.starts_with("/api/") {
        json(&error, &reader).into_response()
    } else {
        page(&error, &reader, asked_by_get).into_response()
    };
    *answer.status_mut() = error.status();
    if let Some(allow) = response.headers().get(header::ALLOW) {
        answer.headers_mut().insert(header::ALLOW, allow.clone());
    }
    if let Some(seconds) = error.again_in() {
        let soon = header::HeaderValue::from(seconds);
        answer.headers_mut().insert(header::RETRY_AFTER, soon);
    }
    answer
}

fn page(error: &Error, reader: &Reader, asked_by_get: bool) -> Markup {
    let texts = ErrorPages::of(reader.lang);
    let text = error.text(texts);
    let main = html! {
        div.wide.narrow.error {
            h1 { (text.title) }
            @for paragraph in text.body { p { (paragraph) } }
            @if let Error::Conflict(typed) = error { (typed.list(texts)) }
            p.actions {
                @if matches!(error, Error::Unavailable | Error::Busy | Error::Crowded) && asked_by_get {
                    a.button href=(reader.address()) { (texts.again) }
                }
                @if let Some((address, name)) = error.way_on(reader, texts) {
                    a.button href=(address) { (name) }
                }
                // Under a foreign name every address of ours is refused.
                @if *error != Error::OtherHost { a.button.quiet href=(reader.link("/", &[])) { (texts.home) } }
            }
            p.request { (texts.request) ": " code { (reader.request) } }
        }
    };
    Page {
        reader,
        title: text.title,
        district: None,
        main,
    }
    .render()
}

fn json(error: &Error, reader: &Reader) -> axum::Json<serde_json::Value> {
    let text = error.text(ErrorPages::of(reader.lang));
    axum::Json(serde_json::json!({
        "error": text.title,
        "message": text.body.join(" "),
        "request": reader.request.to_string(),
    }))
}

#[cfg(test)]
mod tests {
    use super::{Error, ErrorPages, StatusCode};
    use crate::service::{self, Ended};
    use crate::text::Lang;

    #[test]
    fn a_computation_that_took_too_long_is_told_with_its_remedy() {
        let error = Error::from(service::Error::from(Ended::TooLong));
        assert_eq!(error.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert!(error.again_in().is_some());
        let [german, english] = [Lang::De, Lang::En].map(|lang| error.text(ErrorPages::of(lang)));
        assert_eq!(german.title, "Die Berechnung dauert zu lange");
        assert!(german.body[1].contains("Bitte wählen Sie weniger aus"));
        assert_eq!(english.title, "The computation takes too long");
    }
}
