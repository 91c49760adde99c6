//! The ordinary tests, one module per area.

mod analysis;
mod arrows;
mod cli;
mod domain;
mod export;
mod frozen_state;
mod import;
mod journey;
mod layers;
mod map;
mod queries;
mod quick;
mod seen;
mod shapes;
mod web;

use std::path::{Path, PathBuf};

/// A file or folder beside the crate in `../shared`, or where MITEINANDER_SHARED says; without it a test that needs
/// it ends early, saying so loudly, or fails where MITEINANDER_REQUIRE is set.
pub fn shared(path: &str) -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let found = std::env::var_os("MITEINANDER_SHARED")
        .map_or_else(beside, PathBuf::from)
        .join(path);
    if found.exists() {
        return Some(found);
    }
    let missing = format!("SKIPPED: {} is not there", found.display());
    assert!(
        std::env::var_os("MITEINANDER_REQUIRE").is_none(),
        "{missing}"
    );
    eprintln!("{missing}");
    None
}
