//! The graph server: how it is tried, and what holds for it alone.

use std::env;

use libtest_mimic::Trial;

use crate::place::{Address, Backend};
use crate::server;

/// One server for all trials.
pub fn backend() -> Backend {
    Backend {
        name: "neo4j",
        missing: ignored(server::missing()),
        address,
        cases: 16,
    }
}

/// Where the server is required, a trial without one fails instead of being ignored.
fn ignored(missing: Option<String>) -> Option<String> {
    missing
        .filter(|_| env::var_os("MITEINANDER_REQUIRE").is_none())
        .inspect(|why| eprintln!("trials on Neo4j are ignored: {why}"))
}

fn address() -> Address {
    let server = server::shared();
    Address {
        url: server.url.clone(),
        password: Some(server.password.clone()),
        _folder: None,
    }
}

/// What only a server can do.
pub fn trials() -> Vec<Trial> {
    Vec::new()
}
