//! The connection to the server: two pools, time-outs everywhere, transactions in tasks of their own.
//!
//! The driver sends nothing when a transaction is dropped: the server would keep it, and its locks, until that
//! connection is used again. So every transaction runs in a task that ends it, whatever becomes of the caller.

use std::future::Future;
use std::time::{Duration, Instant};

use neo4rs::{ConfigBuilder, Graph, Row, Txn};
use tokio_util::task::TaskTracker;

use super::address::Address;
use super::batch::Batch;
use super::cypher::{Statement, cypher};
use super::trouble::{Trouble, trouble};
use crate::store::{Error, Result};

/// Connections for writes: few, as writers of one scope wait for each other anyway.
const WRITERS: usize = 4;
/// Connections for reads.
const READERS: usize = 8;
/// Rows that the server sends at once; ours are few and long.
const FETCH: usize = 1_000;
/// How long one answer of the server may take to a statement that writes.
const ANSWER: Duration = Duration::from_secs(60);
/// How long to wait for a free connection.
const CONNECTION: Duration = Duration::from_secs(7);
/// How long to wait for a transaction to begin, a free connection and the handshakes included.
const BEGIN: Duration = Duration::from_secs(8);
/// How long passing trouble is met with another try.
pub(super) const PATIENCE: Duration = Duration::from_secs(8);
/// How long, where a write has to wait for all districts.
pub(super) const LONG_PATIENCE: Duration = Duration::from_secs(40);
/// How long a caller waits for a read: a page that says so is better than one that never comes.
const READ: Duration = Duration::from_secs(9);
/// How long a backup may take, or bringing one back.
const BACKUP: Duration = Duration::from_secs(3_600);
/// How long a caller waits for a write.
const WRITE: Duration = Duration::from_secs(180);

/// The connection to a server.
pub(super) struct Link {
    reads: Graph,
    writes: Graph,
    tasks: TaskTracker,
}

impl Link {
    /// A link to the server; it connects with the first statement.
    pub fn new(address: &Address, password: &str) -> Result<Self> {
        let pool = |connections, answer| {
            let config = ConfigBuilder::default()
                .uri(&address.server)
                .user(&address.user)
                .password(password)
                .max_connections(connections)
                .fetch_size(FETCH)
                .connection_timeout(answer)
                // The driver's name for how long to wait for a free connection.
                .max_lifetime(CONNECTION)
                .build()
                .map_err(|error| trouble("address", error).error())?;
            Graph::connect(config).map_err(|error| trouble("address", error).error())
        };
        Ok(Self {
            reads: pool(READERS, READ)?,
            writes: pool(WRITERS, ANSWER)?,
            tasks: TaskTracker::new(),
        })
    }

    /// A link that shares the pools, for a task that may outlive its caller.
    pub fn share(&self) -> Self {
        Self {
            reads: self.reads.clone(),
            writes: self.writes.clone(),
            tasks: self.tasks.clone(),
        }
    }

    /// Reads without a lock what belongs to one state anyway. One round trip, as no transaction is begun; the driver may
    /// repeat it, which does no harm.
    pub async fn ask(&self, statement: Statement) -> Result<Vec<Row>> {
        let graph = self.reads.clone();
        let name = statement.name;
        self.in_task(READ, async move {
            let asked = async {
                let mut stream = graph.execute_read(statement.query()).await?;
                let mut rows = Vec::new();
                while let Some(row) = stream.next().await? {
                    rows.push(row);
                }
                Ok(rows)
            };
            // Dropping it frees the connection: there is no transaction that would have to be ended on the server.
            match tokio::time::timeout(READ, asked).await {
                Ok(asked) => asked.map_err(|error| trouble(name, error).error()),
                Err(_) => Err(Error::Unreachable(format!("{name}: no answer in {READ:?}"))),
            }
        })
        .await
    }

    /// Runs a writing statement that has no rows, so that the server caches its plan; the driver may repeat it.
    pub async fn prepare(&self, statement: Statement) -> Result<()> {
        let graph = self.reads.clone();
        let name = statement.name;
        self.in_task(READ, async move {
            let ran = graph.run(statement.query()).await;
            ran.map(drop).map_err(|error| trouble(name, error).error())
        })
        .await
    }

    /// Reads one state behind a lock, both in one statement, and rolls back.
    pub async fn read_locked(&self, lock: Statement, statement: Statement) -> Result<Vec<Row>> {
        let link = self.share();
        let statement = statement.behind([lock]);
        self.in_task(READ, async move {
            let mut patience = Patience::of(PATIENCE);
            loop {
                match link.read_once(&statement).await {
                    Ok(rows) => return Ok(rows),
                    Err(trouble) => patience.with(trouble).await?,
                }
            }
        })
        .await
    }

    async fn read_once(&self, statement: &Statement) -> Result<Vec<Row>, Trouble> {
        let mut transaction = Transaction::begin(&self.reads).await?;
        let read = transaction.rows(statement.clone()).await;
        transaction.roll_back().await;
        read
    }

    /// Begins a transaction that writes.
    pub async fn begin(&self) -> Result<Transaction, Trouble> {
        Transaction::begin(&self.writes).await
    }

    /// Does a write in a task of its own; it is finished even if the caller goes away.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl Future<Output = Result<T>> + Send + 'static,
    ) -> Result<T> {
        self.in_task(WRITE, work).await
    }

    /// Does what may take long, a backup, in a task of its own.
    pub async fn at_length<T: Send + 'static>(
        &self,
        work: impl Future<Output = Result<T>> + Send + 'static,
    ) -> Result<T> {
        self.in_task(BACKUP, work).await
    }

    /// Begins a transaction that reads behind locks, and is rolled back.
    /// On a connection whose answers may take long.
    pub async fn begin_reading(&self) -> Result<Transaction, Trouble> {
        Transaction::begin(&self.writes).await
    }

    /// Waits for all tasks under way.
    pub async fn close(&self) {
        self.tasks.close();
        self.tasks.wait().await;
    }

    async fn in_task<T: Send + 'static>(
        &self,
        limit: Duration,
        work: impl Future<Output = Result<T>> + Send + 'static,
    ) -> Result<T> {
        if self.tasks.is_closed() {
            return Err(Error::Unreachable("the store is closed".to_owned()));
        }
        let task = self.tasks.spawn(work);
        match tokio::time::timeout(limit, task).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(ended)) => Err(Error::Failed(format!("the store's task ended: {ended}"))),
            Err(_) => Err(Error::Unreachable(format!("no answer in {limit:?}"))),
        }
    }
}

/// A transaction; it is to be committed or rolled back, never dropped.
pub(super) struct Transaction(Txn);

impl Transaction {
    async fn begin(graph: &Graph) -> Result<Self, Trouble> {
        match tokio::time::timeout(BEGIN, graph.start_txn()).await {
            Ok(Ok(txn)) => Ok(Self(txn)),
            Ok(Err(error)) => Err(trouble("begin", error)),
            Err(_) => Err(Error::Unreachable(format!("no answer in {BEGIN:?}")).into()),
        }
    }

    /// Runs a statement and answers its rows.
    pub async fn rows(&mut self, statement: Statement) -> Result<Vec<Row>, Trouble> {
        let name = statement.name;
        let started = Instant::now();
        let rows = async {
            let mut stream = self.0.execute(statement.query()).await?;
            let mut rows = Vec::new();
            while let Some(row) = stream.next(&mut self.0).await? {
                rows.push(row);
            }
            Ok(rows)
        }
        .await
        .map_err(|error| trouble(name, error))?;
        tracing::trace!(statement = name, elapsed = ?started.elapsed(), rows = rows.len());
        Ok(rows)
    }

    /// Runs a statement to its end; an error in its last row surfaces too.
    pub async fn run(&mut self, statement: Statement) -> Result<(), Trouble> {
        self.rows(statement).await.map(drop)
    }

    /// Runs the statements of a batch in as few round trips as their rows allow.
    pub async fn send(&mut self, batch: Batch) -> Result<(), Trouble> {
        for group in batch.groups() {
            let rows = self.rows(group.statement()).await?;
            group.judge(&rows)?;
        }
        Ok(())
    }

    /// Commits.
    pub async fn commit(self) -> Result<(), neo4rs::Error> {
        self.0.commit().await
    }

    /// Rolls back. After an error the server has done so already and ignores this.
    pub async fn roll_back(self) {
        if let Err(error) = self.0.rollback().await {
            tracing::debug!(%error, "rolling back");
        }
    }
}

/// Waits a little longer before each try, up to a limit.
pub(super) struct Patience {
    until: Instant,
    pause: Duration,
}

impl Patience {
    /// With the first try still to come.
    pub fn of(patience: Duration) -> Self {
        Self {
            until: Instant::now() + patience,
            pause: Duration::from_millis(5),
        }
    }

    /// Waits before the next try, or answers the error if there shall be none.
    pub async fn with(&mut self, trouble: Trouble) -> Result<()> {
        match trouble {
            Trouble::Passing(_) if Instant::now() < self.until => {
                tokio::time::sleep(self.pause).await;
                self.pause = (self.pause * 2).min(Duration::from_millis(500));
                Ok(())
            }
            trouble => Err(trouble.error()),
        }
    }
}

/// A statement that only asks whether the server answers.
pub(super) fn ping() -> Statement {
    cypher!("schema/ping").with([])
}
