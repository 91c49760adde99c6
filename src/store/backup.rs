//! A backup: everything that a store holds, history included, in one format for all stores.
//!
//! A file of lines of JSON: first what it is and in which version, then one line for each scope, the programme first,
//! at last the SHA-256 of all bytes before. The same content gives the same bytes, whichever store it comes from.

mod accounts;
mod frozen;
mod line;

use std::io::{BufRead, BufReader, Read, Write};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use self::line::{Line, kept, line};
use super::{Error, Kept, Result, Store};

/// What the first line says that it is.
const KIND: &str = "miteinander-backup";

/// The version that is written here. Version 1 had no places of maps, version 2 no accounts, version 3 no releases, and a
/// contact was one text up to it; version 4 had no open points.
const VERSION: u32 = 5;

/// Why a backup cannot be read. Nothing of it was taken over.
#[derive(Debug, thiserror::Error)]
pub enum BadBackup {
    /// It is something else.
    #[error("it is no backup of miteinander")]
    Foreign,
    /// Its bytes are not those that were written, or not all of them.
    #[error("it is damaged: {0}")]
    Damaged(String),
    /// It was written by a newer version.
    #[error("it has version {found}, this program knows up to {known}")]
    Newer {
        /// The file's version.
        found: u32,
        /// The newest version known here.
        known: u32,
    },
    /// It cannot be read from where it is.
    #[error(transparent)]
    Unread(#[from] std::io::Error),
}

#[derive(Serialize, Deserialize)]
struct First {
    kind: String,
    version: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Last {
    sha256: String,
}

/// Writes everything that a store holds, of one state; answers how many scopes that was.
pub async fn write(store: &dyn Store, out: impl Write + Send + 'static) -> Result<usize> {
    // None: it was all.
    let (to, scopes) = std::sync::mpsc::sync_channel::<Option<Kept>>(1);
    let done = to.clone();
    let writing = tokio::task::spawn_blocking(move || {
        let mut out = Hashed::new(out);
        let first = First {
            kind: KIND.to_owned(),
            version: VERSION,
        };
        out.line(&first)?;
        let mut count = 0;
        while let Ok(Some(kept)) = scopes.recv() {
            out.line(&line(kept))?;
            count += 1;
        }
        Ok((out, count))
    });
    let dumped = store
        .dump(Box::new(move |kept| {
            // The writer reports its own error.
            to.send(Some(kept))
                .map_err(|_| Error::Failed("the backup is not written on".to_owned()))
        }))
        .await;
    // The receiver may be gone already; either way this is the end.
    let _ = done.send(None);
    let written: std::io::Result<_> = writing
        .await
        .map_err(|error| Error::Failed(error.to_string()))?;
    let failed = |error: std::io::Error| Error::Failed(error.to_string());
    let (out, count) = written.map_err(failed)?;
    // An incomplete backup gets no checksum.
    dumped?;
    out.end().map_err(failed)?;
    Ok(count)
}

/// Reads a backup to its end and checks its sum and every record; answers what it holds, scope by scope, as it is asked
/// for.
pub fn read(
    mut file: impl FnMut() -> std::io::Result<Box<dyn Read + Send>>,
) -> Result<Backup, BadBackup> {
    sum(file()?)?;
    let mut whole = scopes(file()?)?;
    while whole.next_scope()?.is_some() {}
    scopes(file()?)
}

fn scopes(file: Box<dyn Read + Send>) -> Result<Backup, BadBackup> {
    let mut lines = BufReader::new(file);
    let mut first = String::new();
    lines.read_line(&mut first)?;
    Ok(Backup {
        lines: Box::new(lines),
    })
}

/// A backup whose checksum is right.
pub struct Backup {
    lines: Box<dyn BufRead + Send>,
}

impl Backup {
    /// The next scope; none behind the last.
    pub fn next_scope(&mut self) -> Result<Option<Kept>, BadBackup> {
        let mut text = String::new();
        self.lines.read_line(&mut text)?;
        if text.is_empty() || serde_json::from_str::<Last>(&text).is_ok() {
            return Ok(None);
        }
        let line: Line = serde_json::from_str(&text).map_err(damaged)?;
        kept(line).map(Some)
    }
}

/// Refuses a file that is no backup, a newer one, or one whose bytes are not those that were written.
fn sum(file: impl Read) -> Result<(), BadBackup> {
    let mut lines = BufReader::new(file);
    let mut line = Vec::new();
    let mut hash = Sha256::new();
    lines.by_ref().take(1_000).read_until(b'\n', &mut line)?;
    let first: First = serde_json::from_slice(&line).map_err(|_| BadBackup::Foreign)?;
    if first.kind != KIND || first.version == 0 {
        return Err(BadBackup::Foreign);
    }
    if first.version > VERSION {
        return Err(BadBackup::Newer {
            found: first.version,
            known: VERSION,
        });
    }
    loop {
        hash.update(&line);
        line.clear();
        if lines.read_until(b'\n', &mut line)? == 0 {
            return Err(damaged("it ends too early"));
        }
        if let Ok(last) = serde_json::from_slice::<Last>(&line) {
            let mut behind = [0];
            let whole = line.ends_with(b"\n") && lines.read(&mut behind)? == 0;
            return if whole && last.sha256 == hex(hash) {
                Ok(())
            } else {
                Err(damaged("its sum is another one"))
            };
        }
    }
}

fn damaged(why: impl std::fmt::Display) -> BadBackup {
    BadBackup::Damaged(why.to_string())
}

fn hex(hash: Sha256) -> String {
    frozen::digits(&hash.finalize())
}

/// Writes lines and sums their bytes.
struct Hashed<W: Write> {
    out: std::io::BufWriter<W>,
    hash: Sha256,
}

impl<W: Write> Hashed<W> {
    fn new(out: W) -> Self {
        Self {
            out: std::io::BufWriter::new(out),
            hash: Sha256::new(),
        }
    }

    fn line(&mut self, value: &impl Serialize) -> std::io::Result<()> {
        let mut line = serde_json::to_vec(value)?;
        line.push(b'\n');
        self.hash.update(&line);
        self.out.write_all(&line)
    }

    fn end(mut self) -> std::io::Result<()> {
        let sha256 = hex(self.hash.clone());
        self.line(&Last { sha256 })?;
        self.out.flush()
    }
}
