//! A backup: everything that a store holds, history included, in one format for all stores.
//!
//! A file of lines of JSON: first what it is and in which version, then one line for each scope, the programme first,
//! at last the SHA-256 of all bytes before. The same content gives the same bytes, whichever store it comes from.

mod accounts;
mod frozen;

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{
    Cause, Content, Error, Head, Kept, KnownRequest, Mark, Placed, Request, Result, Revision,
    Scope, Stamp, Step, Store,
};
use crate::domain::{
    ActorId, Author, Change, Contact, DistrictId, FORMAT, KeptContact, LogEntry, MapPlaces, Text,
    UnknownFormat, read_changes,
};

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

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    scope: String,
    head: Option<Head>,
    format: u16,
    records: Box<serde_json::value::RawValue>,
    contacts: BTreeMap<ActorId, ContactLine>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    places: Option<PlacesLine>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    accounts: Option<accounts::Line>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    frozen: Vec<frozen::Line>,
    steps: Vec<StepLine>,
    requests: Vec<RequestLine>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    log: Vec<LogEntry>,
}

/// A contact; up to version 3 one text.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum ContactLine {
    Parts(ContactPartsLine),
    Text(Text),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ContactPartsLine {
    contact: Contact,
    confirmed: i64,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlacesLine {
    mark: Mark,
    places: MapPlaces,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StepLine {
    number: Revision,
    request: Uuid,
    by: Option<Author>,
    at: i64,
    cause: Cause,
    format: u16,
    changes: Box<serde_json::value::RawValue>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    blanked: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RequestLine {
    id: Uuid,
    content: Content,
    at: i64,
    answer: Vec<Head>,
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

fn raw(changes: &[Change]) -> Box<serde_json::value::RawValue> {
    serde_json::value::to_raw_value(changes).expect("changes are JSON")
}

fn line(kept: Kept) -> Line {
    Line {
        scope: match &kept.scope {
            Scope::Programme => "programme".to_owned(),
            Scope::District(id) => format!("district/{id}"),
        },
        head: kept.head,
        format: FORMAT,
        records: raw(&kept.records),
        contacts: kept.contacts.into_iter().map(contact_line).collect(),
        places: kept.places.map(|placed| PlacesLine {
            mark: placed.mark,
            places: placed.places,
        }),
        accounts: accounts::line(&kept.accounts),
        frozen: kept.frozen.into_iter().map(frozen::line).collect(),
        steps: kept.steps.into_iter().map(step_line).collect(),
        requests: kept
            .requests
            .into_iter()
            .map(|known| RequestLine {
                id: known.request.id,
                content: known.request.content,
                at: known.at.timestamp_millis(),
                answer: known.answer,
            })
            .collect(),
        log: kept.log,
    }
}

fn contact_line((actor, kept): (ActorId, KeptContact)) -> (ActorId, ContactLine) {
    let line = ContactPartsLine {
        contact: kept.contact,
        confirmed: kept.confirmed.timestamp_millis(),
    };
    (actor, ContactLine::Parts(line))
}

fn step_line(step: Step) -> StepLine {
    StepLine {
        number: step.number,
        request: step.stamp.request,
        by: step.stamp.by,
        at: step.stamp.at.timestamp_millis(),
        cause: step.stamp.cause,
        format: FORMAT,
        changes: raw(&step.changes),
        blanked: step.blanked,
    }
}

fn kept(line: Line) -> Result<Kept, BadBackup> {
    let scope = match line.scope.strip_prefix("district/") {
        Some(id) => Scope::District(DistrictId::parse(id).map_err(damaged)?),
        None if line.scope == "programme" => Scope::Programme,
        None => return Err(damaged("it names an unknown scope")),
    };
    // Of a text it is not known when it was confirmed, but not after the last step.
    let last = line.steps.last().map_or(0, |step| step.at);
    let contacts = line.contacts.into_iter().map(|(actor, line)| {
        let (contact, confirmed) = match line {
            ContactLine::Parts(line) => (line.contact, line.confirmed),
            ContactLine::Text(text) => (Contact::of_text(&text), last),
        };
        let confirmed = time(confirmed)?;
        Ok((actor, KeptContact { contact, confirmed }))
    });
    let steps = line.steps.into_iter().map(|step| {
        Ok(Step {
            number: step.number,
            stamp: Stamp {
                by: step.by,
                at: time(step.at)?,
                cause: step.cause,
                request: step.request,
            },
            changes: changes(step.format, &step.changes)?,
            blanked: step.blanked,
        })
    });
    let requests = line.requests.into_iter().map(|known| {
        Ok(KnownRequest {
            request: Request {
                id: known.id,
                content: known.content,
            },
            at: time(known.at)?,
            answer: known.answer,
        })
    });
    let accounts = line.accounts.map(accounts::read).transpose();
    Ok(Kept {
        scope,
        head: line.head,
        records: changes(line.format, &line.records)?,
        contacts: contacts.collect::<Result<_, BadBackup>>()?,
        places: line.places.map(|line| Placed {
            mark: line.mark,
            places: line.places,
        }),
        accounts: accounts.map_err(damaged)?.unwrap_or_default(),
        frozen: line
            .frozen
            .into_iter()
            .map(frozen::read)
            .collect::<Result<_, _>>()?,
        steps: steps.collect::<Result<_, BadBackup>>()?,
        requests: requests.collect::<Result<_, BadBackup>>()?,
        log: line.log,
    })
}

fn changes(format: u16, json: &serde_json::value::RawValue) -> Result<Vec<Change>, BadBackup> {
    read_changes(format, json.get()).map_err(|error| match error {
        UnknownFormat::Newer(found) => BadBackup::Newer {
            found: found.into(),
            known: FORMAT.into(),
        },
        UnknownFormat::Unreadable(error) => damaged(error),
    })
}

fn time(milliseconds: i64) -> Result<DateTime<Utc>, BadBackup> {
    DateTime::from_timestamp_millis(milliseconds).ok_or_else(|| damaged("a time is none"))
}
