//! What the environment says, read in one place.

use std::fmt;
use std::fs;
use std::io::{self, Read};
use std::net::{IpAddr, SocketAddr, ToSocketAddrs};

use axum::http::Uri;
use ipnet::IpNet;

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

/// The address to listen on.
pub fn listen_address(asked: &str, lang: Lang) -> Result<SocketAddr, String> {
    let address = asked.to_socket_addrs().ok().and_then(|mut all| all.next());
    address.ok_or_else(|| text::no_address(asked, lang))
}

/// The address under which browsers reach the service.
///
/// Only `http` and `https`, and nothing but the host and its port: a path, a query or a user would be dropped silently,
/// and pages would lead elsewhere than was meant.
pub fn public_url(asked: &str, lang: Lang) -> Result<Uri, String> {
    url_of(asked).ok_or_else(|| text::no_public_host(asked, lang))
}

/// A network of proxies, such as 10.0.0.0/8, or one address.
pub fn proxy_network(asked: &str, lang: Lang) -> Result<IpNet, String> {
    let network = asked.parse::<IpNet>().ok();
    let network = network.or_else(|| Some(asked.parse::<IpAddr>().ok()?.into()));
    // In every network there are strangers, who could say what they like.
    let network = network.filter(|network| network.prefix_len() > 0);
    network.ok_or_else(|| text::no_proxy(asked, lang))
}

fn url_of(asked: &str) -> Option<Uri> {
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
    let plain = plain && !authority.host().is_empty();
    let address = format!("{scheme}://{}", authority.as_str().to_ascii_lowercase());
    address.parse().ok().filter(|_| plain)
}
