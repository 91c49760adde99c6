//! What the environment says, read in one place.

use std::fmt;
use std::fs;
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

/// The graph server's password: from `NEO4J_PASSWORD`, or the file that `NEO4J_PASSWORD_FILE` names.
pub fn password(lang: Lang) -> Result<Option<Password>, String> {
    if let Ok(password) = std::env::var("NEO4J_PASSWORD") {
        return Ok(Some(Password(password)));
    }
    let Ok(file) = std::env::var("NEO4J_PASSWORD_FILE") else {
        return Ok(None);
    };
    match fs::read_to_string(&file) {
        Ok(content) => Ok(Some(Password(
            content.trim_end_matches(['\r', '\n']).to_owned(),
        ))),
        Err(error) => Err(text::password_file(&file, &error.to_string(), lang)),
    }
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
pub fn public_host(asked: &str, lang: Lang) -> Result<String, String> {
    let address: Option<Uri> = asked.parse().ok();
    let host = address.as_ref().and_then(Uri::host);
    host.map(str::to_ascii_lowercase)
        .ok_or_else(|| text::no_public_host(asked, lang))
}
