//! Which store an address means.

use std::path::PathBuf;
use std::sync::Arc;

use super::sqlite::Sqlite;
use super::{AddressFault, Error, Store, neo4j};

/// Opens the store at an address and brings it to this program's version.
///
/// The password of a server is not part of its address, which shows in the list of running programs and in logs.
pub async fn open(url: &str, password: Option<String>) -> Result<Arc<dyn Store>, Error> {
    let url = url.trim();
    let Some((scheme, rest)) = url.split_once(':') else {
        return Err(AddressFault::Scheme(None).into());
    };
    match scheme.to_ascii_lowercase().as_str() {
        "sqlite" => Ok(Arc::new(Sqlite::open(file(rest)?).await?)),
        "bolt" | "neo4j" | "bolt+s" | "neo4j+s" => {
            let server = neo4j::Address::parse(url)?;
            neo4j::open(&server, &password.ok_or(AddressFault::NoPassword)?).await
        }
        // Nothing else of the address is shown: it may hold a password.
        _ => Err(AddressFault::Scheme(Some(scheme.to_owned())).into()),
    }
}

/// The file of a store that is kept in one.
pub fn file_of(url: &str) -> Option<PathBuf> {
    let (scheme, rest) = url.trim().split_once(':')?;
    let sqlite = scheme.eq_ignore_ascii_case("sqlite");
    sqlite.then(|| file(rest).ok()).flatten()
}

/// The file of `sqlite:FILE`; `sqlite://FILE`, as other programs write it, is read too.
fn file(rest: &str) -> Result<PathBuf, AddressFault> {
    let file = rest.strip_prefix("//").unwrap_or(rest);
    match file {
        "" => Err(AddressFault::NoFile),
        ":memory:" => Err(AddressFault::InMemory),
        // SQLite would read it as a URI with options: another file, a store in memory, or one without locks.
        file if file.starts_with("file:") => Err(AddressFault::Uri),
        file => Ok(PathBuf::from(file)),
    }
}
