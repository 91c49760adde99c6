//! The style sheet, the script and the icon, compiled in.

use std::hash::{DefaultHasher, Hash, Hasher};

use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// GET /style.css: what stands further down counts where two rules are alike.
pub async fn style(headers: HeaderMap) -> Response {
    asset(
        &headers,
        "text/css; charset=utf-8",
        concat!(
            include_str!("style/frame.css"),
            include_str!("style/district.css"),
            include_str!("style/forms.css"),
            include_str!("style/sizes.css"),
            include_str!("style/paper.css"),
            include_str!("style/meeting.css"),
            include_str!("style/forced.css"),
        ),
    )
}

/// GET /script.js
pub async fn script(headers: HeaderMap) -> Response {
    asset(
        &headers,
        "text/javascript; charset=utf-8",
        include_str!("script.js"),
    )
}

/// GET /map.js
pub async fn map_script(headers: HeaderMap) -> Response {
    asset(
        &headers,
        "text/javascript; charset=utf-8",
        include_str!("map/map.js"),
    )
}

/// GET /workshop.js
pub async fn workshop_script(headers: HeaderMap) -> Response {
    asset(
        &headers,
        "text/javascript; charset=utf-8",
        include_str!("workshop/workshop.js"),
    )
}

/// GET /who.js
pub async fn who_script(headers: HeaderMap) -> Response {
    asset(
        &headers,
        "text/javascript; charset=utf-8",
        include_str!("who/who.js"),
    )
}

/// GET /icon.svg
pub async fn icon(headers: HeaderMap) -> Response {
    asset(&headers, "image/svg+xml", include_str!("icon.svg"))
}

fn asset(headers: &HeaderMap, media_type: &'static str, text: &'static str) -> Response {
    tagged(headers, media_type, &tag(&text), text)
}

/// The tag of what depends on these values alone.
pub fn tag(values: &impl Hash) -> String {
    let mut hasher = DefaultHasher::new();
    values.hash(&mut hasher);
    env!("CARGO_PKG_VERSION").hash(&mut hasher);
    format!("\"{:016x}\"", hasher.finish())
}

/// Whether the browser holds what bears this tag.
pub fn holds(headers: &HeaderMap, tag: &str) -> bool {
    headers
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|list| list.to_str().ok())
        .flat_map(|list| list.split(','))
        .any(|held| held.trim().trim_start_matches("W/") == tag)
}

/// An answer that the browser keeps and asks about, or the word that what it holds still stands.
pub fn tagged(
    headers: &HeaderMap,
    media_type: &'static str,
    tag: &str,
    body: impl IntoResponse,
) -> Response {
    let head = [
        (header::ETAG, tag.to_owned()),
        (header::CACHE_CONTROL, "no-cache".to_owned()),
        (header::CONTENT_TYPE, media_type.to_owned()),
    ];
    if holds(headers, tag) {
        (StatusCode::NOT_MODIFIED, head).into_response()
    } else {
        (head, body).into_response()
    }
}
