//! What the environment says, read in one place.

use std::fmt;
use std::fs;
use std::io::{self, Read};
use std::net::{SocketAddr, ToSocketAddrs};

use axum::http::Uri;

use crate::text::{Lang, cli as text};

/// A password that never shows in a log.
#[derive(Clone)]
pub struct Password(pub String);

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// How many bytes of a password's file are read.
const MOST_PASSWORD: u64 = 10_000;

/// The graph server's password: from `NEO4J_PASSWORD`, or the file that `NEO4J_PASSWORD_FILE` names.
pub fn password(lang: Lang) -> Result<Option<Password>, String> {
    if let Ok(password) = std::env::var("NEO4J_PASSWORD") {
        return Ok(Some(Password(password)));
    }
    let Ok(file) = std::env::var("NEO4J_PASSWORD_FILE") else {
        return Ok(None);
    };
    match read_plain(&file) {
        Ok(content) => Ok(Some(Password(
            content.trim_end_matches(['\r', '\n']).to_owned(),
        ))),
        Err(error) => Err(text::password_file(&file, &error.to_string(), lang)),
    }
}

/// The text of a plain file, not of a device or a pipe, which might never end.
fn read_plain(file: &str) -> io::Result<String> {
    if !fs::metadata(file)?.is_file() {
        return Err(io::Error::other("it is no plain file"));
    }
    let mut text = String::new();
    fs::File::open(file)?
        .take(MOST_PASSWORD)
        .read_to_string(&mut text)?;
    Ok(text)
}

/// The address to listen on, which must be this machine's own as long as there are no accounts.
pub fn listen_address(asked: &str, lang: Lang) -> Result<SocketAddr, String> {
    let address = asked.to_socket_addrs().ok().and_then(|mut all| all.next());
    let address = address.ok_or_else(|| text::no_address(asked, lang))?;
    if address.ip().is_loopback() {
        Ok(address)
    } else {
        Err(text::not_loopback(asked, lang))
    }
}

/// The host of the address under which browsers reach the service, in lower case.
///
/// Only `http` and `https`, and nothing but the host and its port: a path, a query or a user would be dropped silently,
/// and pages would lead elsewhere than was meant.
pub fn public_host(asked: &str, lang: Lang) -> Result<String, String> {
    host_of(asked).ok_or_else(|| text::no_public_host(asked, lang))
}

fn host_of(asked: &str) -> Option<String> {
    // The parser drops a fragment without a word.
    if asked.contains('#') {
        return None;
    }
    let address: Uri = asked.parse().ok()?;
    let scheme = address.scheme_str()?.to_ascii_lowercase();
    let authority = address.authority()?;
    let port = authority.as_str().strip_prefix(authority.host())?;
    let plain = matches!(scheme.as_str(), "http" | "https")
        && (port.is_empty() || authority.port_u16().is_some())
        && matches!(address.path(), "" | "/")
        && address.query().is_none();
    let host = authority.host().to_ascii_lowercase();
    (plain && !host.is_empty()).then_some(host)
}
