//! The embedded file: how it is tried, and what holds for it alone.

use libtest_mimic::Trial;
use tempfile::TempDir;

use crate::place::{Address, Backend};

/// A file of its own for each trial.
pub fn backend() -> Backend {
    Backend {
        name: "sqlite",
        missing: None,
        address,
        cases: 64,
    }
}

fn address() -> Address {
    let folder = TempDir::new().expect("a temporary folder");
    Address {
        url: format!("sqlite:{}", folder.path().join("probe.db").display()),
        password: None,
        _folder: Some(folder),
    }
}

/// What only a file can do.
pub fn trials() -> Vec<Trial> {
    Vec::new()
}
