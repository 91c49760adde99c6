//! The key of a service on a machine that several people share: who has not opened the link that the start prints is
//! shown nothing. Where people sign in it opens nothing more.

use std::fmt;

use axum::http::{HeaderMap, HeaderValue, header};
use cookie::{Cookie, SameSite};

use crate::domain::TokenHash;
use crate::service::new_token;

/// The item of an address, and the cookie, that hold a key.
pub const KEY: &str = "key";

/// A key, drawn anew at each start.
#[derive(Clone)]
pub struct Key(String);

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

impl Key {
    /// A new key.
    pub fn drawn() -> Self {
        Self(new_token())
    }

    /// The path of the link that opens the pages.
    pub fn link(&self) -> String {
        format!("/?{KEY}={}", self.0)
    }

    /// Whether a browser has opened the link.
    pub fn was_used(&self, headers: &HeaderMap) -> bool {
        let cookies = headers.get_all(header::COOKIE).iter();
        let cookies = cookies.filter_map(|cookies| cookies.to_str().ok());
        let mut cookies = cookies.flat_map(Cookie::split_parse).filter_map(Result::ok);
        cookies.any(|cookie| cookie.name() == KEY && self.is(cookie.value()))
    }

    /// Compares hashes: how long that takes tells nothing of the key.
    pub fn is(&self, said: &str) -> bool {
        TokenHash::of(said) == TokenHash::of(&self.0)
    }

    /// The header that gives a browser the key.
    pub fn cookie(&self) -> HeaderValue {
        let cookie = Cookie::build((KEY, self.0.as_str()))
            .path("/")
            .same_site(SameSite::Lax)
            .http_only(true);
        HeaderValue::from_str(&cookie.to_string()).expect("a key is made of digits")
    }
}
