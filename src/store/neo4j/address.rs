//! The address of a server: `bolt://USER@HOST:PORT` and its kin.

use crate::store::AddressFault;

const SCHEMES: [&str; 4] = ["bolt", "bolt+s", "neo4j", "neo4j+s"];

/// Where the server is, and who asks.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::store) struct Address {
    /// The address without the user.
    pub server: String,
    /// The user; `neo4j` where none is named.
    pub user: String,
}

impl Address {
    /// Reads an address. A password in it is refused: addresses stand in logs and lists of processes.
    pub fn parse(url: &str) -> Result<Self, AddressFault> {
        let (scheme, rest) = url.split_once("://").ok_or(AddressFault::Server)?;
        let scheme = scheme.to_ascii_lowercase();
        if !SCHEMES.contains(&scheme.as_str()) {
            return Err(AddressFault::Scheme(Some(scheme)));
        }
        let (user, place) = rest.rsplit_once('@').unwrap_or(("neo4j", rest));
        if user.contains(':') {
            return Err(AddressFault::Password);
        }
        let place = place.trim_end_matches('/');
        if user.is_empty() || place.is_empty() || place.contains(['/', '?', '#']) {
            return Err(AddressFault::Server);
        }
        Ok(Self {
            server: format!("{scheme}://{place}"),
            user: user.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_the_user_and_the_server() {
        let address = |url| Address::parse(url).map(|a| (a.user, a.server)).ok();
        let pair = |user: &str, server: &str| Some((user.to_owned(), server.to_owned()));
        assert_eq!(
            address("bolt://anna@db:7687"),
            pair("anna", "bolt://db:7687")
        );
        assert_eq!(address("neo4j+s://db/"), pair("neo4j", "neo4j+s://db"));
    }

    #[test]
    fn a_password_in_an_address_is_refused_and_not_repeated() {
        let said = Address::parse("bolt://anna:geheim@db")
            .unwrap_err()
            .to_string();
        assert!(
            said.contains("NEO4J_PASSWORD") && !said.contains("geheim"),
            "{said}"
        );
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for url in [
            "",
            "db:7687",
            "http://db",
            "bolt://",
            "bolt://@db",
            "bolt://db/x",
        ] {
            assert!(Address::parse(url).is_err(), "{url}");
        }
    }
}
