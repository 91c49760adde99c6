//! The connections that only read.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use rusqlite::{Connection, Transaction};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::spawn_blocking;

use super::disk::FileId;
use super::file;
use super::{blocking, closed};
use crate::store::Result;

/// How many connections read at once.
const READERS: u32 = 4;

/// How long dropping a store waits for running queries.
const LAST_QUERIES: Duration = Duration::from_secs(5);

/// Connections to one file, opened as they are needed.
pub(super) struct Readers {
    idle: Arc<Idle>,
    permits: Arc<Semaphore>,
    /// Whether two can really read in parallel.
    two_cores: bool,
}

/// The connections that nobody reads from at the moment.
struct Idle {
    file: PathBuf,
    id: FileId,
    connections: Mutex<Vec<Connection>>,
}

impl Idle {
    fn connections(&self) -> MutexGuard<'_, Vec<Connection>> {
        self.connections
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn read<T>(&self, query: impl FnOnce(&Transaction<'_>) -> Result<T>) -> Result<T> {
        self.id.still_at(&self.file)?;
        let idle = self.connections().pop();
        let mut connection = idle.map_or_else(|| file::open_reader(&self.file, self.id), Ok)?;
        let answer = query(&connection.transaction()?);
        self.connections().push(connection);
        answer
    }
}

impl Readers {
    pub(super) fn new(file: PathBuf, id: FileId) -> Self {
        Self {
            idle: Arc::new(Idle {
                file,
                id,
                connections: Mutex::default(),
            }),
            permits: Arc::new(Semaphore::new(READERS as usize)),
            two_cores: std::thread::available_parallelism().is_ok_and(|cores| cores.get() > 1),
        }
    }

    /// Runs a query on one consistent state.
    pub(super) async fn read<T: Send + 'static>(
        &self,
        query: impl FnOnce(&Transaction<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let permit = Arc::clone(&self.permits).acquire_owned().await;
        let permit = permit.map_err(|_| closed())?;
        let idle = Arc::clone(&self.idle);
        blocking(move || {
            let answer = idle.read(query);
            drop(permit);
            answer
        })
        .await
    }

    /// Runs a query on one consistent state with a second connection at hand, where none waits for that one and a
    /// second core could run it.
    pub(super) async fn read_in_pair<T: Send + 'static>(
        &self,
        query: impl FnOnce(&Transaction<'_>, Option<Beside>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (idle, permits) = (Arc::clone(&self.idle), Arc::clone(&self.permits));
        let two_cores = self.two_cores;
        self.read(move |state| {
            // Only once the first has begun: a query that holds a second connection must not wait for its first.
            let permit = permits.try_acquire_owned().ok().filter(|_| two_cores);
            let second = permit.map(|permit| Beside { idle, permit });
            query(state, second)
        })
        .await
    }

    /// Waits for queries under way and closes all connections; nobody reads until what it answers is dropped.
    pub(super) async fn stop(&self) -> Result<OwnedSemaphorePermit> {
        let all = Arc::clone(&self.permits).acquire_many_owned(READERS);
        let all = all.await.map_err(|_| closed())?;
        self.idle.connections().clear();
        Ok(all)
    }

    /// Waits for queries under way and refuses further ones; returns the connections, which are to be closed.
    pub(super) async fn close(&self) -> Vec<Connection> {
        if let Ok(all) = self.permits.acquire_many(READERS).await {
            self.permits.close();
            drop(all);
        }
        std::mem::take(&mut *self.idle.connections())
    }
}

impl Drop for Readers {
    /// Closes every connection before the writer's, which can remove the log only as the last one. A query that nobody
    /// waits for any more, or one beside another, may still be under way.
    fn drop(&mut self) {
        let patience = Instant::now() + LAST_QUERIES;
        while self.permits.available_permits() < READERS as usize && Instant::now() < patience {
            std::thread::sleep(Duration::from_millis(1));
        }
        self.idle.connections().clear();
    }
}

/// A connection that reads beside another one, in a transaction of its own.
pub(super) struct Beside {
    idle: Arc<Idle>,
    permit: OwnedSemaphorePermit,
}

impl Beside {
    /// Reads on a thread of its own, which nobody has to wait for.
    pub(super) fn read(self, query: impl FnOnce(&Transaction<'_>) + Send + 'static) {
        spawn_blocking(move || {
            let read = self.idle.read(|state| {
                query(state);
                Ok(())
            });
            if let Err(error) = read {
                // The first connection reads alone.
                tracing::warn!(%error, "no second connection to read with");
            }
            drop(self.permit);
        });
    }
}
