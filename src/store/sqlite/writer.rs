//! The connection that writes.

use std::time::Instant;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::seal::Seal;
use super::{file, log, seal};
use crate::store::Result;

/// The one connection that writes, and the file that it writes to.
pub(super) struct Writer {
    pub connection: Connection,
    pub seal: Seal,
    /// Whether deleted contacts may still be in the file because a reader held up the wipe.
    pub unwiped: bool,
}

impl Drop for Writer {
    /// Checkpoints the log so that the file alone is a complete copy, unless another file has been put in its place.
    fn drop(&mut self) {
        if let Err(error) = self.settle() {
            tracing::warn!(%error, "the log is not taken into the file");
        }
    }
}

impl Writer {
    /// Does what stands in no history in one transaction.
    pub fn within<T>(
        &mut self,
        until: Instant,
        work: impl FnOnce(&Transaction<'_>) -> Result<T>,
    ) -> Result<T> {
        let Self {
            connection, seal, ..
        } = self;
        let patience = || until.saturating_duration_since(Instant::now());
        connection.busy_timeout(patience())?;
        seal.holds(connection)?;
        seal.begin(connection)?;
        connection.busy_timeout(patience())?;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = work(&transaction)?;
        seal::touch(&transaction)?;
        transaction.commit()?;
        seal.end(connection);
        Ok(done)
    }

    fn settle(&self) -> Result<()> {
        let connection = &self.connection;
        self.seal.holds(connection)?;
        if self.unwiped {
            self.seal.wipe(connection)?;
        } else if log::log_length(self.seal.file()) > 0 {
            self.seal.renew(connection, file::PATIENCE / 5)?;
        }
        // The last connection to close removes the empty log.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
        Ok(())
    }
}
