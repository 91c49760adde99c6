//! The one place that turns what went wrong into a page in the reader's language, or into JSON for programs.

use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::header;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use crate::text::Lang;
use crate::text::pages::{EntryErrors, ErrorPages, ErrorText};

use super::errors::Error;
use super::page::{Mark, Page};
use super::reader::Reader;
use super::unsent::Unsent;

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
        let unsent = response.extensions().get::<Unsent>();
        page(&error, unsent, &reader, asked_by_get).into_response()
    };
    *answer.status_mut() = match error {
        // That there is nothing yet is what such a page shows.
        Error::NothingReleased if reader.is_at_page() => StatusCode::OK,
        _ => error.status(),
    };
    if let Some(allow) = response.headers().get(header::ALLOW) {
        answer.headers_mut().insert(header::ALLOW, allow.clone());
    }
    if let Some(seconds) = error.again_in() {
        let soon = header::HeaderValue::from(seconds);
        answer.headers_mut().insert(header::RETRY_AFTER, soon);
    }
    answer
}

fn page(error: &Error, unsent: Option<&Unsent>, reader: &Reader, asked_by_get: bool) -> Markup {
    let texts = ErrorPages::of(reader.lang);
    let text = text(error, reader.lang);
    let main = html! {
        div.wide.narrow.error {
            h1 { (text.title) }
            @for paragraph in text.body { p { (paragraph) } }
            @if let Error::Conflict(typed) = error { (typed.list(texts)) }
            @if let Some(unsent) = unsent { (unsent.form(reader)) }
            p.actions {
                @if matches!(error, Error::Unavailable | Error::Busy | Error::Crowded) && asked_by_get {
                    a.button href=(reader.address()) { (texts.again) }
                }
                @if let Some((address, name)) = way_on(error, reader, texts) {
                    a.button href=(address) { (name) }
                }
                // Under a foreign name, and without the key, every address of ours is refused.
                @if !matches!(error, Error::OtherHost | Error::NoKey) { a.button.quiet href=(reader.link("/", &[])) { (texts.home) } }
            }
            p.request { (texts.request) ": " code { (reader.request) } }
        }
    };
    Page {
        reader,
        title: text.title,
        mark: Mark::None,
        main,
    }
    .render()
}

fn json(error: &Error, reader: &Reader) -> axum::Json<serde_json::Value> {
    let text = text(error, reader.lang);
    axum::Json(serde_json::json!({
        "error": text.title,
        "message": text.body.join(" "),
        "request": reader.request.to_string(),
    }))
}

fn text(error: &Error, lang: Lang) -> &'static ErrorText {
    let (texts, entry) = (ErrorPages::of(lang), EntryErrors::of(lang));
    match error {
        Error::NotFound => &texts.not_found,
        Error::NoDistrict => &texts.no_district,
        Error::NoPhase => &texts.no_phase,
        Error::BadRequest => &texts.bad_request,
        Error::NoSuchRole => &texts.no_such_role,
        Error::NoSuchAudience => &texts.no_such_audience,
        Error::WorkingOnly => &texts.working_only,
        Error::NotForLeaders => &texts.not_for_leaders,
        Error::Method => &texts.method,
        Error::SignIn => &entry.sign_in,
        Error::NothingReleased => &entry.nothing_released,
        Error::WholeOnly => &entry.whole_only,
        Error::NobodySignsIn => &entry.nobody_signs_in,
        Error::Forwarded => &entry.forwarded,
        Error::NoKey => &entry.no_key,
        Error::NotAllowed => &entry.not_allowed,
        Error::Conflict(_) => &texts.conflict,
        Error::TooMany(_) => &entry.too_many,
        Error::OtherSite => &texts.other_site,
        Error::OtherOrigin => &entry.other_origin,
        Error::OtherHost => &texts.other_host,
        Error::TooLarge => &texts.too_large,
        Error::Cut => &texts.cut,
        Error::Crowded => &texts.crowded,
        Error::UploadGone => &texts.upload_gone,
        Error::Failed => &texts.failed,
        Error::Unavailable => &texts.unavailable,
        Error::CannotWrite => &texts.cannot_write,
        Error::Replaced => &texts.replaced,
        Error::Contended => &texts.contended,
        Error::Busy => &texts.busy,
        Error::TooLong => &texts.too_long,
    }
}

/// Where a reader goes on who was busy with a district: its page, or the form for another file.
fn way_on(error: &Error, reader: &Reader, texts: &ErrorPages) -> Option<(String, &'static str)> {
    let below = reader.path.strip_prefix("/districts/")?;
    let district = below.split('/').next()?;
    let page = reader.link(&format!("/districts/{district}"), &[]);
    let import = reader.link(&format!("/districts/{district}/import"), &[]);
    match error {
        Error::Conflict(_)
        | Error::NotAllowed
        | Error::NoSuchAudience
        | Error::WorkingOnly
        | Error::NotForLeaders
        | Error::NoPhase
        | Error::NotFound
        | Error::WholeOnly
        | Error::Method
        | Error::Contended
        | Error::TooLong => Some((page, texts.district)),
        Error::UploadGone | Error::TooLarge | Error::Cut => Some((import, texts.import)),
        Error::NoDistrict
        | Error::BadRequest
        | Error::NoSuchRole
        | Error::SignIn
        | Error::NothingReleased
        | Error::NobodySignsIn
        | Error::Forwarded
        | Error::NoKey
        | Error::TooMany(_)
        | Error::OtherSite
        | Error::OtherOrigin
        | Error::OtherHost
        | Error::Failed
        | Error::Unavailable
        | Error::Crowded
        | Error::CannotWrite
        | Error::Replaced
        | Error::Busy => None,
    }
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::{Body, to_bytes};
    use axum::http::HeaderMap;
    use axum::middleware::from_fn;
    use tower::ServiceExt;

    use super::super::typed::Typed;
    use super::{Error, Lang, StatusCode, header};
    use crate::service::{self, Ended};

    /// What a reader gets where a handler answers with this error.
    async fn answered(error: &Error, address: &str) -> (StatusCode, HeaderMap, String) {
        let error = error.clone();
        let handler = move || std::future::ready(error.clone());
        let app = Router::new().fallback(handler);
        let app = app.layer(from_fn(super::pages));
        let asked = axum::http::Request::get(address).body(Body::empty());
        let answer = app.oneshot(asked.expect("a request")).await;
        let (parts, body) = answer.expect("a router always answers").into_parts();
        let bytes = to_bytes(body, 1 << 20).await.expect("a short body");
        let text = String::from_utf8(bytes.to_vec()).expect("text");
        (parts.status, parts.headers, text)
    }

    #[tokio::test]
    async fn who_is_not_signed_in_is_told_so_on_a_page_and_in_json() {
        for (address, words) in [
            ("/districts/mitte", "Dafür müssen Sie angemeldet sein"),
            ("/?lang=en", "You have to be signed in for this"),
        ] {
            let (status, _, page) = answered(&Error::SignIn, address).await;
            assert_eq!(status, StatusCode::UNAUTHORIZED);
            assert!(page.contains(words), "{page}");
        }
        let address = "/api/v1/districts/mitte/report?lang=en";
        let (status, _, json) = answered(&Error::SignIn, address).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED);
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(json["error"], "You have to be signed in for this");
        let message = json["message"].as_str();
        assert!(message.is_some_and(|said| said.contains("Please sign in")));
    }

    #[test]
    fn who_may_no_longer_write_is_told_to_sign_in() {
        let error = service::Error::from(crate::store::Error::NoLongerMay);
        assert_eq!(Error::from(error), Error::SignIn);
    }

    #[tokio::test]
    async fn who_asks_too_often_is_told_when_to_come_back() {
        for (address, words) in [
            ("/", "Das waren zu viele Versuche"),
            ("/?lang=en", "Too many attempts"),
            ("/api/v1/x?lang=en", "Too many attempts"),
        ] {
            let (status, headers, said) = answered(&Error::TooMany(90), address).await;
            assert_eq!(status, StatusCode::TOO_MANY_REQUESTS);
            assert_eq!(headers[header::RETRY_AFTER], "90");
            assert!(said.contains(words), "{said}");
        }
    }

    #[tokio::test]
    async fn what_was_typed_stands_on_the_page_of_the_conflict() {
        let typed = Typed::new([("Name", "Jugend & <Amt>"), ("Bemerkung", "")]);
        let conflict = Error::Conflict(typed);
        let (status, _, page) = answered(&conflict, "/districts/mitte/offices?lang=en").await;
        assert_eq!(status, StatusCode::CONFLICT);
        assert!(page.contains("What you had entered"), "{page}");
        assert!(
            page.contains("<dt>Name</dt><dd>Jugend &amp; &lt;Amt&gt;</dd>"),
            "{page}"
        );
        assert!(!page.contains("Bemerkung"), "nothing was typed there");
    }

    #[test]
    fn a_computation_that_took_too_long_is_told_with_its_remedy() {
        let error = Error::from(service::Error::from(Ended::TooLong));
        assert_eq!(error.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert!(error.again_in().is_some());
        let [german, english] = [Lang::De, Lang::En].map(|lang| super::text(&error, lang));
        assert_eq!(german.title, "Die Berechnung dauert zu lange");
        assert!(german.body[1].contains("Bitte wählen Sie weniger aus"));
        assert_eq!(english.title, "The calculation is taking too long");
    }
}
