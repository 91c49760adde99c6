//! The embedded store: one SQLite file, no set-up.
//!
//! One connection writes, behind a lock; four only read. Every call runs on a thread that may block and is carried
//! to its end there, also when nobody waits for it any more.

mod actor;
mod department;
mod error;
mod file;
mod ids;
mod load;
mod migrate;
mod offer;
mod programme;
mod read;
mod report;
mod step;
mod write;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use rusqlite::{Connection, Transaction};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use super::{Error, Held, Result, Revision, Scope, Step, Store, Write};
use crate::domain::{ActorId, DistrictId, Network, Programme, Text};

/// How many connections read at once.
const READERS: u32 = 4;

/// A store in one file.
pub struct Sqlite {
    writer: Arc<tokio::sync::Mutex<Option<Connection>>>,
    readers: Arc<Readers>,
    permits: Arc<Semaphore>,
}

/// The connections that nobody reads from at the moment.
struct Readers {
    file: PathBuf,
    idle: Mutex<Vec<Connection>>,
}

impl Readers {
    fn take(&self) -> Result<Connection> {
        let idle = self.idle().pop();
        idle.map_or_else(|| file::open_reader(&self.file), Ok)
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Connection>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sqlite {
    /// Opens the file, or makes it.
    pub async fn open(file: PathBuf) -> Result<Self> {
        let (writer, file) = blocking(move || Ok((file::open(&file)?, file))).await?;
        Ok(Self {
            writer: Arc::new(tokio::sync::Mutex::new(Some(writer))),
            readers: Arc::new(Readers {
                file,
                idle: Mutex::default(),
            }),
            permits: Arc::new(Semaphore::new(READERS as usize)),
        })
    }

    /// Runs a query on one consistent state.
    async fn read<T: Send + 'static>(
        &self,
        query: impl FnOnce(&Transaction<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let permit = Arc::clone(&self.permits).acquire_owned().await;
        let permit = permit.map_err(|_| closed())?;
        let readers = Arc::clone(&self.readers);
        blocking(move || {
            let mut connection = readers.take()?;
            let answer = query(&connection.transaction()?);
            readers.idle().push(connection);
            drop(permit);
            answer
        })
        .await
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
        self.revision(&Scope::Programme).await.map(drop)
    }

    async fn revision(&self, scope: &Scope) -> Result<Revision> {
        let scope = scope.clone();
        self.read(move |state| programme::revision(state, &scope))
            .await
    }

    async fn programme(&self) -> Result<Held<Programme>> {
        self.read(|state| {
            Ok(Held {
                revision: programme::revision(state, &Scope::Programme)?,
                value: Arc::new(programme::load(state)?),
            })
        })
        .await
    }

    async fn network(&self, district: &DistrictId) -> Result<Held<Network>> {
        let district = district.clone();
        self.read(move |state| {
            Ok(Held {
                revision: programme::revision(state, &Scope::District(district.clone()))?,
                value: Arc::new(load::network(state, &district)?),
            })
        })
        .await
    }

    async fn apply(&self, write: &Write) -> Result<Vec<Revision>> {
        let mut writer = Arc::clone(&self.writer).lock_owned().await;
        let write = write.clone();
        // The lock goes with the work: whoever is dropped while it runs does not let the next one in too early.
        blocking(move || write::apply(writer.as_mut().ok_or_else(closed)?, &write)).await
    }

    async fn steps(
        &self,
        scope: &Scope,
        before: Option<Revision>,
        limit: u32,
    ) -> Result<Vec<Step>> {
        let scope = scope.clone();
        self.read(move |state| {
            programme::revision(state, &scope)?;
            step::load(state, &scope, before, limit)
        })
        .await
    }

    async fn contacts(&self, district: &DistrictId) -> Result<BTreeMap<ActorId, Text>> {
        let district = district.clone();
        self.read(move |state| {
            programme::revision(state, &Scope::District(district.clone()))?;
            actor::load_contacts(state, &district)
        })
        .await
    }

    async fn close(&self) {
        // The readers first: the last connection to close takes the write-ahead log away.
        if let Ok(all) = self.permits.acquire_many(READERS).await {
            self.permits.close();
            drop(all);
        }
        let idle = std::mem::take(&mut *self.readers.idle());
        let writer = self.writer.lock().await.take();
        if spawn_blocking(move || drop((idle, writer))).await.is_err() {
            tracing::error!("closing the store failed");
        }
    }
}
