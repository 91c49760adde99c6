//! The embedded store: one SQLite file, no set-up.
//!
//! One connection writes, behind a lock; four only read, and two of them share the loading of a network. Every call runs
//! to its end on a blocking thread, even if its caller goes away.

mod account;
mod actor;
mod backup;
mod contact;
mod department;
mod disk;
mod erase;
mod error;
mod file;
mod ids;
mod load;
mod log;
mod logged;
mod met;
mod migrate;
mod offer;
mod open_point;
mod pass;
mod places;
mod programme;
mod read;
mod readers;
mod release;
mod report;
mod request;
mod seal;
mod shares;
mod step;
mod write;
mod writer;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use readers::Readers;
use rusqlite::Transaction;
use seal::Seal;
use tokio::task::spawn_blocking;
use writer::Writer;

use super::{
    Accounts, Admission, Arrival, Erasure, Error, Head, Heads, Held, Mark, Overview, Placed,
    Request, Result, Revision, Scope, Sink, Source, Step, Store, Turn, Undone, Wiped, Write,
    Written,
};
use crate::domain::{
    ActorId, DistrictId, Frozen, FrozenSum, KeptContact, LogEntry, Network, Pass, PhaseId,
    Programme, TokenHash,
};

/// A store in one file.
pub struct Sqlite {
    // Declared before the writer so that it is dropped first: the last connection to close checkpoints the write-ahead
    // log, which a read-only one cannot do, and the file alone would be an incomplete copy after a command.
    readers: Readers,
    writer: Arc<tokio::sync::Mutex<Option<Writer>>>,
    seal: Seal,
    file: PathBuf,
}

impl Sqlite {
    /// Opens the file, or makes it.
    pub async fn open(file: PathBuf) -> Result<Self> {
        let (writer, file) = blocking(move || {
            let (connection, id, file) = file::open(&file)?;
            let writer = Writer {
                seal: Seal::new(&file, id, &connection)?,
                connection,
                unwiped: false,
            };
            Ok((writer, file))
        })
        .await?;
        Ok(Self {
            readers: Readers::new(file.clone(), writer.seal.id()),
            seal: writer.seal.clone(),
            writer: Arc::new(tokio::sync::Mutex::new(Some(writer))),
            file,
        })
    }
}

impl Sqlite {
    /// Writes the file anew, so that nothing of what was deleted is in it, while nobody of this program reads.
    async fn wipe(&self) -> Result<Wiped> {
        let stopped = self.readers.stop().await?;
        let mut writer = Arc::clone(&self.writer).lock_owned().await;
        blocking(move || {
            let writer = writer.as_mut().ok_or_else(closed)?;
            let from_file = erase::wipe(writer);
            drop(stopped);
            Ok(Wiped { from_file })
        })
        .await
        .map_err(|error| error.of_file(&self.file))
    }

    /// Writes what stands in no history.
    async fn beside<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let until = Instant::now() + file::PATIENCE;
        let mut writer = Arc::clone(&self.writer).lock_owned().await;
        blocking(move || {
            let writer = writer.as_mut().ok_or_else(closed)?;
            writer.within(until, work)
        })
        .await
        .map_err(|error| error.of_file(&self.file))
    }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    spawn_blocking(work)
        .await
        .unwrap_or_else(|error| Err(Error::Failed(error.to_string())))
}

fn closed() -> Error {
    Error::Unreachable("it was closed".to_owned())
}

#[async_trait]
impl Store for Sqlite {
    async fn ready(&self) -> Result<()> {
        let seal = self.seal.clone();
        self.readers.read(move |state| seal.holds(state)).await
    }

    async fn head(&self, scope: &Scope) -> Result<Head> {
        let scope = scope.clone();
        self.readers
            .read(move |state| programme::head(state, &scope))
            .await
    }

    async fn heads(&self, district: &DistrictId) -> Result<Heads> {
        let district = district.clone();
        self.readers
            .read(move |state| programme::heads(state, Some(&district)))
            .await
    }

    async fn overview(&self) -> Result<Overview> {
        self.readers.read(|state| programme::overview(state)).await
    }

    async fn programme(&self) -> Result<Held<Programme>> {
        self.readers
            .read(|state| {
                Ok(Held {
                    head: programme::head(state, &Scope::Programme)?,
                    value: Arc::new(programme::load(state)?),
                })
            })
            .await
    }

    async fn network(&self, district: &DistrictId) -> Result<Held<Network>> {
        let district = district.clone();
        self.readers
            .read_in_pair(move |state, beside| load::network(state, &district, beside))
            .await
    }

    async fn apply(&self, write: &Write) -> Result<Written> {
        let arrived = Instant::now();
        let mut writer = Arc::clone(&self.writer).lock_owned().await;
        let write = write.clone();
        // The work owns the lock: a caller that is dropped meanwhile does not let the next writer in too early.
        blocking(move || {
            let writer = writer.as_mut().ok_or_else(closed)?;
            // Time spent waiting for writes of this program counts against the wait for other programs.
            write::apply(writer, &write, arrived + file::PATIENCE)
        })
        .await
        .map_err(|error| error.of_file(&self.file))
    }

    async fn answered(&self, scope: &Scope, request: &Request) -> Result<Option<Vec<Head>>> {
        let (scope, request) = (scope.clone(), *request);
        self.readers
            .read(move |state| request::answered(state, &scope, &request))
            .await
    }

    async fn undone(&self, scope: &Scope) -> Result<Vec<Undone>> {
        let scope = scope.clone();
        self.readers
            .read(move |state| step::undone(state, &scope))
            .await
    }

    async fn phases_in_use(&self) -> Result<BTreeSet<(PhaseId, DistrictId)>> {
        self.readers
            .read(|state| programme::phases_in_use(state))
            .await
    }

    async fn taken_at(&self, scope: &Scope, step: Revision) -> Result<Option<DateTime<Utc>>> {
        let scope = scope.clone();
        self.readers
            .read(move |state| step::taken_at(state, &scope, step))
            .await
    }

    async fn steps(
        &self,
        scope: &Scope,
        before: Option<Revision>,
        limit: u32,
    ) -> Result<Vec<Step>> {
        let scope = scope.clone();
        self.readers
            .read(move |state| {
                programme::head(state, &scope)?;
                step::load(state, &scope, before, limit)
            })
            .await
    }

    async fn contacts(&self, district: &DistrictId) -> Result<BTreeMap<ActorId, KeptContact>> {
        let district = district.clone();
        self.readers
            .read(move |state| {
                programme::head(state, &Scope::District(district.clone()))?;
                contact::load(state, &district)
            })
            .await
    }

    async fn places(&self, district: &DistrictId) -> Result<Option<Placed>> {
        let district = district.clone();
        self.readers
            .read(move |state| places::load(state, &district))
            .await
    }

    async fn keep_places(
        &self,
        district: &DistrictId,
        standing: Mark,
        before: Option<Mark>,
        now: &Placed,
    ) -> Result<bool> {
        let (district, now) = (district.clone(), now.clone());
        self.beside(move |transaction| {
            places::keep(transaction, &district, (standing, before), &now)
        })
        .await
    }

    async fn frozen(&self, district: &DistrictId, sum: &FrozenSum) -> Result<Option<Frozen>> {
        let (district, sum) = (district.clone(), sum.clone());
        self.readers
            .read(move |state| release::find(state, &district, &sum))
            .await
    }

    async fn accounts(&self) -> Result<Accounts> {
        self.readers.read(|state| account::all(state)).await
    }

    async fn arrival(
        &self,
        token: Option<&TokenHash>,
        district: Option<&DistrictId>,
    ) -> Result<Arrival> {
        let (token, district) = (token.copied(), district.cloned());
        self.readers
            .read(move |state| account::arrival(state, token.as_ref(), district.as_ref()))
            .await
    }

    async fn room(&self, district: &DistrictId) -> Result<Option<(TokenHash, Pass)>> {
        let district = district.clone();
        self.readers
            .read(move |state| pass::room(state, &district))
            .await
    }

    async fn admit(&self, write: &Admission) -> Result<bool> {
        let write = write.clone();
        self.beside(move |transaction| account::admit(transaction, &write))
            .await
    }

    async fn see_pass(&self, token: &TokenHash, at: DateTime<Utc>) -> Result<()> {
        let token = *token;
        self.beside(move |transaction| pass::see(transaction, &token, at))
            .await
    }

    async fn log(&self, scope: &Scope, entry: &LogEntry) -> Result<()> {
        let (scope, entry) = (scope.clone(), entry.clone());
        self.beside(move |transaction| logged::add(transaction, &scope, &entry))
            .await
    }

    async fn logged(&self, scope: &Scope) -> Result<Vec<LogEntry>> {
        let scope = scope.clone();
        self.readers
            .read(move |state| logged::load(state, &scope))
            .await
    }

    async fn erase(&self, erasure: &Erasure) -> Result<Wiped> {
        let erasure = erasure.clone();
        self.beside(move |transaction| erase::erase(transaction, &erasure))
            .await?;
        self.wipe().await
    }

    async fn forget_authors(&self, before: DateTime<Utc>) -> Result<BTreeMap<Scope, usize>> {
        let counts = self
            .beside(move |transaction| erase::forget_authors(transaction, before))
            .await?;
        // Once a night, too, for what could not be wiped when it was deleted.
        if !self.wipe().await?.from_file {
            tracing::warn!("others read: what was deleted may still be in the file");
        }
        Ok(counts)
    }

    async fn take_turn(&self, turn: &Turn) -> Result<bool> {
        let turn = turn.clone();
        self.beside(move |transaction| erase::take_turn(transaction, &turn))
            .await
    }

    async fn dump(&self, mut to: Sink) -> Result<()> {
        self.readers
            .read(move |state| backup::dump(state, &mut to))
            .await
    }

    async fn restore(&self, mut from: Source) -> Result<()> {
        let mut writer = Arc::clone(&self.writer).lock_owned().await;
        blocking(move || {
            let writer = writer.as_mut().ok_or_else(closed)?;
            backup::restore(writer, &mut from)
        })
        .await
        .map_err(|error| error.of_file(&self.file))
    }

    async fn faults(&self) -> Result<Vec<String>> {
        self.readers.read(|state| backup::faults(state)).await
    }

    async fn close(&self) {
        // The readers first: the last connection to close, the writer's, removes the write-ahead log.
        let idle = self.readers.close().await;
        let writer = self.writer.lock().await.take();
        if spawn_blocking(move || drop((idle, writer))).await.is_err() {
            tracing::error!("closing the store failed");
        }
    }
}
