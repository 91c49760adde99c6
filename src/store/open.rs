//! Which store an address means.

use std::path::PathBuf;
use std::sync::Arc;

use super::sqlite::Sqlite;
use super::{Error, Result, Store, neo4j};

/// What an address may look like.
const KNOWN: &str = "sqlite:FILE, bolt://USER@HOST:PORT, neo4j://USER@HOST:PORT, \
                     bolt+s://USER@HOST:PORT or neo4j+s://USER@HOST:PORT";

/// Opens the store at an address and brings it to this program's version.
///
/// The password of a server is not part of its address, which shows in the list of running programs and in logs.
pub async fn open(url: &str, password: Option<String>) -> Result<Arc<dyn Store>> {
    let url = url.trim();
    let Some((scheme, rest)) = url.split_once(':') else {
        return Err(Error::Address(format!(
            "the store's address has no scheme: please write {KNOWN}"
        )));
    };
    match scheme.to_ascii_lowercase().as_str() {
        "sqlite" => Ok(Arc::new(Sqlite::open(file(rest)?).await?)),
        "bolt" | "neo4j" | "bolt+s" | "neo4j+s" => {
            refuse_password(rest)?;
            let password = password.ok_or_else(|| {
                Error::Address(
                    "the graph server's password is missing: please give it in NEO4J_PASSWORD, or name its file in \
                     NEO4J_PASSWORD_FILE"
                        .to_owned(),
                )
            })?;
            neo4j::open(url, &password).await
        }
        // Nothing of the rest: it may hold a password.
        _ => Err(Error::Address(format!(
            "a store's address does not begin with {scheme}: please write {KNOWN}"
        ))),
    }
}

/// The file of `sqlite:FILE`; `sqlite://FILE`, as other programs write it, is read too.
fn file(rest: &str) -> Result<PathBuf> {
    let file = rest.strip_prefix("//").unwrap_or(rest);
    match file {
        "" => Err(Error::Address(
            "the store's address names no file: please write sqlite:FILE".to_owned(),
        )),
        ":memory:" => Err(Error::Address(
            "a store in memory would be lost: please write sqlite:FILE".to_owned(),
        )),
        file => Ok(PathBuf::from(file)),
    }
}

fn refuse_password(rest: &str) -> Result<()> {
    let authority = rest.trim_start_matches('/');
    let authority = authority.split(['/', '?']).next().unwrap_or_default();
    match authority.rsplit_once('@') {
        Some((user, _)) if user.contains(':') => Err(Error::Address(
            "a password does not belong into the store's address: please give it in NEO4J_PASSWORD, or name \
             its file in NEO4J_PASSWORD_FILE"
                .to_owned(),
        )),
        _ => Ok(()),
    }
}
