//! The register of deleted functions: a small file outside the store and its backups, by which a backup that is older than
//! a deletion is cleared again when it is brought back.
//!
//! It holds no name: a function is known by the SHA-256 of its district and its old id. Whoever has a list of ids to try
//! finds out whether one of them is in it, as with any such sum; so it is readable for its owner alone.

use std::collections::BTreeSet;
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::domain::{ActorId, DistrictId, Erasing, Text};

/// The file.
#[derive(Debug, Clone)]
pub struct Register(PathBuf);

/// A deleted function.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Gone {
    /// Its district.
    pub district: DistrictId,
    /// The sum by which it is known.
    pub was: String,
    /// Its random id.
    pub id: ActorId,
    /// What it is called since.
    pub name: Text,
}

impl Gone {
    /// What stands in the place of an actor that was deleted; none of any other.
    pub fn erasing(&self, district: &DistrictId, actor: &ActorId) -> Option<Erasing> {
        (self.district == *district && self.was == sum(district, actor)).then(|| Erasing {
            actor: actor.clone(),
            id: self.id.clone(),
            name: self.name.clone(),
            names: BTreeSet::new(),
            others: BTreeSet::new(),
        })
    }
}

fn sum(district: &DistrictId, actor: &ActorId) -> String {
    let sum = Sha256::new()
        .chain_update(district.as_str())
        .chain_update([0])
        .chain_update(actor.as_str());
    let sum: [u8; 32] = sum.finalize().into();
    sum.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Register {
    /// The register at a path; the file is made with its first line.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Whether there is one.
    pub fn is_there(&self) -> bool {
        self.0.exists()
    }

    /// Adds a deleted function; it is on the disk then.
    pub(super) fn add(&self, district: &DistrictId, erasing: &Erasing) -> std::io::Result<()> {
        let gone = Gone {
            district: district.clone(),
            was: sum(district, &erasing.actor),
            id: erasing.id.clone(),
            name: erasing.name.clone(),
        };
        let mut line = serde_json::to_vec(&gone)?;
        line.push(b'\n');
        let mut open = OpenOptions::new();
        open.append(true).create(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut open, 0o600);
        let mut file = open.open(&self.0)?;
        file.write_all(&line)?;
        file.sync_all()
    }

    /// All deleted functions; none where there is no file. A line that cannot be read is an error: it is a deletion.
    pub(super) fn all(&self) -> std::io::Result<Vec<Gone>> {
        let text = match std::fs::read_to_string(&self.0) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        lines.map(|line| Ok(serde_json::from_str(line)?)).collect()
    }
}
