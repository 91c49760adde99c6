//! What the environment says, read in one place.

use std::fmt;
use std::fs;
use std::net::{SocketAddr, ToSocketAddrs};

use crate::text::Lang;

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
        Err(error) => Err(lang.pick(
            format!("Die Datei {file} aus NEO4J_PASSWORD_FILE lässt sich nicht lesen: {error}"),
            format!("The file {file} that NEO4J_PASSWORD_FILE names cannot be read: {error}"),
        )),
    }
}

/// The address to listen on, which must be this machine's own as long as there are no accounts.
pub fn listen_address(text: &str, lang: Lang) -> Result<SocketAddr, String> {
    let mut addresses = text.to_socket_addrs().map_err(|error| {
        lang.pick(
            format!("--listen {text}: keine Adresse der Form 127.0.0.1:8080 ({error})"),
            format!("--listen {text}: not an address such as 127.0.0.1:8080 ({error})"),
        )
    })?;
    let address = addresses.next().ok_or_else(|| {
        lang.pick(
            format!("--listen {text}: keine Adresse"),
            format!("--listen {text}: no address"),
        )
    })?;
    if !address.ip().is_loopback() {
        return Err(lang.pick(
            format!(
                "--listen {text}: Diese Fassung kennt noch keine Anmeldung. Wer die Seite erreicht, darf alles sehen und ändern; deshalb ist nur eine Adresse dieses Rechners erlaubt, zum Beispiel 127.0.0.1:8080."
            ),
            format!(
                "--listen {text}: This version has no accounts yet. Whoever reaches the page may see and change everything; so only an address of this machine is allowed, such as 127.0.0.1:8080."
            ),
        ));
    }
    Ok(address)
}
