//! The embedded file: how it is tried, and what holds for it alone.

mod address;
mod cleared;
mod held_up;
mod replaced;
mod shared;
mod trouble;
mod version;

use std::path::{Path, PathBuf};

use libtest_mimic::Trial;
use rusqlite::Connection;
use tempfile::TempDir;

use crate::instances;
use crate::place::{Address, Backend, Place};

/// A file of its own for each trial.
pub fn backend() -> Backend {
    Backend {
        name: "sqlite",
        missing: None,
        address: fresh,
        cases: 64,
    }
}

/// What only a file can do.
pub fn trials() -> Vec<Trial> {
    let backend = backend();
    let mut trials: Vec<Trial> = [
        address::trials,
        cleared::trials,
        held_up::trials,
        replaced::trials,
        shared::trials,
        trouble::trials,
        version::trials,
    ]
    .into_iter()
    .flat_map(|trials| trials(&backend))
    .collect();
    trials.push(instances::on_file(&backend));
    trials
}

fn fresh() -> Address {
    let folder = TempDir::new().expect("a temporary folder");
    Address {
        url: format!("sqlite:{}", folder.path().join("probe.db").display()),
        password: None,
        _folder: Some(folder),
    }
}

pub fn file(place: &Place) -> PathBuf {
    let file = place.address.url.strip_prefix("sqlite:");
    PathBuf::from(file.expect("a file's address"))
}

/// The file as another program sees it.
fn outside(file: &Path) -> Connection {
    Connection::open(file).expect("SQLite opens it")
}
