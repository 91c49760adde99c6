//! Who reads: the language, the address they are at, and the number of their request.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use cookie::time::Duration;
use cookie::{Cookie, SameSite};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use uuid::Uuid;

use crate::domain::{Author, DistrictId, Mode, Signatory};
use crate::service::DEMONSTRATION;
use crate::text::Lang;

use super::access::{Access, Caller};
use super::comer::{Comer, named_district};
use super::errors::Error;

/// The item of an address that asks for a release.
pub const RELEASE: &str = "release";

/// The name of the cookie that remembers the language.
const LANGUAGE: &str = "lang";

/// What is written with its number in an address: all but what never has a meaning of its own there.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

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
    /// Who comes.
    pub comer: Arc<Comer>,
    /// As whom they call; a role that is not known is refused where the address is judged.
    pub caller: Caller,
    /// The district that the address names.
    pub district: Option<DistrictId>,
    /// Whether nothing is to be changed.
    pub reads: bool,
    /// The number of the request.
    pub request: Uuid,
}

impl Reader {
    /// Reads it from a request's head.
    pub fn of(parts: &Parts) -> Self {
        let mut query = items_of(parts.uri.query().unwrap_or_default());
        let chosen = query
            .iter()
            .rev()
            .find_map(|(key, value)| (key == LANGUAGE).then(|| language(value))?);
        query.retain(|(key, _)| key != LANGUAGE);
        let lang = chosen
            .or_else(|| remembered(&parts.headers))
            .or_else(|| preferred(&parts.headers))
            .unwrap_or_default();
        let request = parts
            .extensions
            .get::<RequestId>()
            .map_or_else(Uuid::nil, |id| id.0);
        let mut reader = Self {
            lang,
            chosen,
            path: own_path(parts.uri.path()),
            query,
            comer: Comer::at(parts),
            caller: Caller::default(),
            district: named_district(parts.uri.path()),
            reads: parts.method.is_safe(),
            request,
        };
        reader.caller = reader.calls_as();
        reader
    }

    /// Whether the address is one of the demonstration, which everybody may read.
    pub fn is_at_demonstration(&self) -> bool {
        let district = self.district.as_ref().map(DistrictId::as_str);
        district == Some(DEMONSTRATION)
    }

    /// Whether the address is one of a page, not of a picture, a file or what a program reads.
    pub fn is_at_page(&self) -> bool {
        let last = self.path.rsplit('/').next().unwrap_or_default();
        let is_file = last.contains('.') || self.path.contains("/export/");
        !is_file && !self.path.starts_with("/api/")
    }

    /// Whether the reader may call an address of the district that this one names. Everybody reads the demonstration, but
    /// not who has an account.
    pub fn may(&self, access: Access) -> bool {
        let signs_in = self.comer.mode == Mode::Accounts;
        let kept = access == Access::Coordination && signs_in && self.is_at_demonstration();
        !kept && access.allows(&self.caller)
    }

    /// By whom an entry is that the reader makes.
    pub fn author(&self) -> Result<Author, Error> {
        match &self.caller {
            Caller::Personal => Ok(Author::Personal),
            Caller::Signed(who) => Ok(Author::Account(Signatory {
                account: who.account.clone(),
                role: who.role.clone(),
                generation: who.generation,
            })),
            // Whoever looks as somebody else changes nothing.
            Caller::AsLeader | Caller::AsProgramme => Err(Error::NotAllowed),
            Caller::Stranger => Err(Error::SignIn),
        }
    }

    fn calls_as(&self) -> Caller {
        let everybody = self.reads && self.is_at_demonstration();
        match &self.comer.signed {
            _ if self.comer.mode == Mode::Personal || everybody => {
                let role = self.asked(Caller::KEY).and_then(Caller::looking_as);
                role.unwrap_or(Caller::Personal)
            }
            Some(signed) => Caller::Signed(Arc::clone(signed)),
            None => Caller::Stranger,
        }
    }

    /// An address of ours on which who reads goes on looking as the same role.
    pub fn link(&self, path: &str, items: &[(&str, &str)]) -> String {
        let role = self.caller.role().map(|role| (Caller::KEY, role));
        let items = items.iter().copied().chain(role);
        let items: Vec<(String, String)> = items
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .collect();
        address(path, &items)
    }

    /// The same address, looked at as oneself again.
    pub fn address_as_oneself(&self) -> String {
        let mut items = self.query.clone();
        items.retain(|(key, _)| key != Caller::KEY);
        address(&self.path, &items)
    }

    /// The same address in another language.
    pub fn address_in(&self, lang: Lang) -> String {
        let mut items = self.query.clone();
        items.push((LANGUAGE.to_owned(), lang.code().to_owned()));
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

    /// The release that the address asks for, where the reader may choose one: others see the last one released.
    pub fn asked_release(&self) -> Option<&str> {
        self.asked(RELEASE).filter(|_| self.may(Access::Working))
    }

    /// The header that remembers the language chosen in this address.
    pub fn cookie(&self) -> Option<HeaderValue> {
        remember(self.chosen?.code())
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
    utf8_percent_encode(text, ENCODED).to_string()
}

/// The items of a query or of a posted form.
pub fn items_of(text: &str) -> Vec<(String, String)> {
    form_urlencoded::parse(text.as_bytes())
        .into_owned()
        .collect()
}

/// The header that remembers a language, by its code.
pub fn remember(code: &str) -> Option<HeaderValue> {
    let cookie = Cookie::build((LANGUAGE, language(code)?.code()))
        .path("/")
        .max_age(Duration::days(365))
        .same_site(SameSite::Lax)
        .http_only(true);
    HeaderValue::from_str(&cookie.to_string()).ok()
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
        .flat_map(Cookie::split_parse)
        .filter_map(Result::ok)
        .filter(|cookie| cookie.name() == LANGUAGE)
        .find_map(|cookie| language(cookie.value()))
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
