//! Who reads: the language, the address they are at, and the number of their request.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use uuid::Uuid;

use crate::text::Lang;

/// The number of a request, in the answer's `x-request-id`, in the log and on error pages.
#[derive(Debug, Clone, Copy)]
pub struct RequestId(pub Uuid);

/// What a page needs to know of its reader. Taken from the request; never fails.
#[derive(Debug, Clone)]
pub struct Reader {
    /// The language of the page.
    pub lang: Lang,
    /// The language chosen in this very address, to be remembered.
    pub chosen: Option<Lang>,
    /// The path of the address.
    pub path: String,
    /// The query of the address but for the language.
    pub query: Vec<(String, String)>,
    /// The number of the request.
    pub request: Uuid,
}

impl Reader {
    /// Reads it from a request's head.
    pub fn of(parts: &Parts) -> Self {
        let mut query = query_of(parts.uri.query().unwrap_or_default());
        let chosen = query
            .iter()
            .rev()
            .find_map(|(key, value)| (key == "lang").then(|| language(value))?);
        query.retain(|(key, _)| key != "lang");
        let lang = chosen
            .or_else(|| remembered(&parts.headers))
            .or_else(|| preferred(&parts.headers))
            .unwrap_or_default();
        let request = parts
            .extensions
            .get::<RequestId>()
            .map_or_else(Uuid::nil, |id| id.0);
        Self {
            lang,
            chosen,
            path: own_path(parts.uri.path()),
            query,
            request,
        }
    }

    /// The same address in another language.
    pub fn address_in(&self, lang: Lang) -> String {
        let mut items = self.query.clone();
        items.push(("lang".to_owned(), lang.code().to_owned()));
        address(&self.path, &items)
    }

    /// The same address again.
    pub fn address(&self) -> String {
        address(&self.path, &self.query)
    }

    /// The first value of an item of the query, if it is not empty.
    pub fn asked(&self, key: &str) -> Option<&str> {
        self.query
            .iter()
            .find(|(name, value)| name == key && !value.is_empty())
            .map(|(_, value)| value.as_str())
    }

    /// The header that remembers the language chosen in this address.
    pub fn cookie(&self) -> Option<HeaderValue> {
        let code = self.chosen?.code();
        let cookie = format!("lang={code}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly");
        HeaderValue::from_str(&cookie).ok()
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Reader {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(parts))
    }
}

/// A path that stays on this site: a link to `//name/…` would lead a reader to another host.
fn own_path(path: &str) -> String {
    format!("/{}", path.trim_start_matches(['/', '\\']))
}

/// An address from a path and the items of its query.
pub fn address(path: &str, items: &[(String, String)]) -> String {
    let query: Vec<String> = items
        .iter()
        .map(|(key, value)| format!("{}={}", encode(key), encode(value)))
        .collect();
    if query.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{}", query.join("&"))
    }
}

/// Writes a text so that it can stand in a part of an address.
pub fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                encoded.push(char::from(byte));
            }
            byte => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let digit = |at: usize| char::from(*tail.get(at)?).to_digit(16);
        match (first, digit(0).zip(digit(1))) {
            (b'%', Some((high, low))) => {
                bytes.push((high * 16 + low) as u8);
                rest = &tail[2..];
            }
            (b'+', _) => {
                bytes.push(b' ');
                rest = tail;
            }
            _ => {
                bytes.push(first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The items of a query or of a posted form.
pub fn query_of(text: &str) -> Vec<(String, String)> {
    text.split('&')
        .filter(|item| !item.is_empty())
        .map(|item| {
            let (key, value) = item.split_once('=').unwrap_or((item, ""));
            (decode(key), decode(value))
        })
        .collect()
}

fn language(code: &str) -> Option<Lang> {
    match code {
        "de" => Some(Lang::De),
        "en" => Some(Lang::En),
        _ => None,
    }
}

fn remembered(headers: &HeaderMap) -> Option<Lang> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|cookies| cookies.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .find_map(|cookie| language(cookie.trim().strip_prefix("lang=")?))
}

/// The one of German and English that the browser would rather have; the first named where it wants both alike.
fn preferred(headers: &HeaderMap) -> Option<Lang> {
    let list = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    let wanted = list.split(',').filter_map(|item| {
        let mut parts = item.split(';').map(str::trim);
        let code = parts.next()?.split('-').next()?.to_ascii_lowercase();
        let weight = parts.find_map(|part| part.strip_prefix("q="));
        let weight: f32 = weight.map_or(Ok(1.0), str::parse).ok()?;
        Some((language(&code)?, weight)).filter(|(_, weight)| *weight > 0.0)
    });
    wanted
        .reduce(|best, one| if one.1 > best.1 { one } else { best })
        .map(|(lang, _)| lang)
}
