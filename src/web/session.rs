//! The cookie of a session.

use axum::http::{HeaderMap, HeaderValue, header};
use cookie::time::Duration;
use cookie::{Cookie, SameSite};

use super::front::Front;

/// How long a browser keeps it. The store may end the session before; from then on the cookie only tells whose words a
/// form holds that was begun in it.
const HOURS: i64 = 8;

/// The token in the cookie, if there is one.
pub fn token(headers: &HeaderMap, front: &Front) -> Option<String> {
    let name = name(front);
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|cookies| cookies.to_str().ok())
        .flat_map(Cookie::split_parse)
        .filter_map(Result::ok)
        .find(|cookie| cookie.name() == name)
        .map(|cookie| cookie.value().to_owned())
}

/// The header that gives a browser its session.
pub fn begin(token: &str, front: &Front) -> HeaderValue {
    of(token, Duration::hours(HOURS), front)
}

/// The header that takes it away.
pub fn end(front: &Front) -> HeaderValue {
    of("", Duration::ZERO, front)
}

fn of(token: &str, lasts: Duration, front: &Front) -> HeaderValue {
    let cookie = Cookie::build((name(front), token))
        .path("/")
        .max_age(lasts)
        .same_site(SameSite::Lax)
        .http_only(true)
        .secure(front.is_https());
    HeaderValue::from_str(&cookie.to_string()).expect("a token is made of digits")
}

/// With this beginning a browser takes it from this very host over an encrypted line alone.
fn name(front: &Front) -> &'static str {
    if front.is_https() {
        "__Host-session"
    } else {
        "session"
    }
}
