//! The version of the graph, and the migrations from older ones.

use super::cypher::{Cypher, Statement, cypher};
use super::link::{LONG_PATIENCE, Link, Patience, Transaction};
use super::trouble::{Trouble, trouble};
use crate::store::{Error, Result, Said};

/// What leads to a version from the one before: first the schema, each statement in a transaction of its own (the
/// server wants it so) and harmless when repeated, then the data together with the version.
struct Migration {
    version: i64,
    schema: &'static [Cypher],
    data: &'static [Cypher],
}

const MIGRATIONS: &[Migration] = &[
    Migration {
        version: 1,
        schema: &[
            cypher!("schema/001-meta"),
            cypher!("schema/002-programme"),
            cypher!("schema/003-district"),
            cypher!("schema/004-phase"),
            cypher!("schema/005-department"),
            cypher!("schema/006-actor"),
            cypher!("schema/007-offer"),
            cypher!("schema/008-contact"),
            cypher!("schema/009-step"),
            cypher!("schema/010-request"),
            cypher!("schema/011-membership"),
            cypher!("schema/012-report"),
        ],
        data: &[cypher!("programme/create")],
    },
    Migration {
        version: 2,
        schema: &[
            cypher!("schema/013-request-key"),
            cypher!("schema/014-request-id"),
            cypher!("schema/015-request-at"),
        ],
        data: &[
            cypher!("schema/016-marks"),
            cypher!("schema/017-name"),
            cypher!("schema/018-requests"),
        ],
    },
    Migration {
        version: 3,
        schema: &[],
        data: &[cypher!("schema/019-binding")],
    },
    Migration {
        version: 4,
        schema: &[
            cypher!("schema/020-account-id"),
            cypher!("schema/021-account-email"),
            cypher!("schema/022-pass-token"),
            cypher!("schema/023-pass-ends"),
        ],
        data: &[cypher!("schema/024-admission")],
    },
    Migration {
        version: 5,
        schema: &[cypher!("schema/025-release"), cypher!("schema/026-frozen")],
        data: &[],
    },
    Migration {
        version: 6,
        schema: &[
            cypher!("schema/031-log-scope"),
            cypher!("schema/032-log-until"),
        ],
        data: &[cypher!("schema/030-contact")],
    },
    Migration {
        version: 7,
        schema: &[cypher!("schema/033-open-point")],
        data: &[],
    },
    Migration {
        version: 8,
        schema: &[cypher!("schema/034-pass-district")],
        data: &[],
    },
];

/// The version that this program writes.
const KNOWN: i64 = MIGRATIONS[MIGRATIONS.len() - 1].version;

/// Migrates the store to the version known here, or refuses one that is newer.
pub(super) async fn migrate(link: &Link) -> Result<()> {
    let found = link.ask(version()).await?;
    let found = match found.first() {
        Some(row) => row
            .to::<i64>()
            .map_err(|error| trouble("schema/version", error.into()).error())?,
        None => 0,
    };
    refuse_newer(found)?;
    let link = link.share();
    let own = link.share();
    own.write(async move {
        for migration in MIGRATIONS.iter().filter(|m| m.version > found) {
            tracing::info!(version = migration.version, "bringing the store forward");
            for statement in migration.schema {
                alone(&link, statement.with([])).await?;
            }
            alone(&link, ready()).await?;
            let mut patience = Patience::of(LONG_PATIENCE);
            while let Err(trouble) = carry_over(&link, migration).await {
                patience.with(trouble).await?;
            }
        }
        Ok(())
    })
    .await
}

/// Refuses a store that a newer program has brought forward.
pub(super) fn refuse_newer(found: i64) -> Result<()> {
    if found > KNOWN {
        return Err(Error::Newer {
            found,
            known: KNOWN,
        });
    }
    Ok(())
}

/// Refuses, inside a transaction, a store that a newer program has brought forward meanwhile.
pub(super) async fn must_know(transaction: &mut Transaction) -> Result<(), Trouble> {
    let rows = transaction.rows(version()).await?;
    let found = rows.first().map(|row| row.to::<i64>()).transpose();
    let found = found.map_err(|error| trouble("schema/version", error.into()))?;
    Ok(refuse_newer(found.unwrap_or_default())?)
}

/// The name of the store; none of a database that is not one, or no longer.
pub(super) async fn name(link: &Link) -> Result<String> {
    let rows = link.ask(store_name()).await?;
    let row = rows
        .first()
        .ok_or_else(|| Error::Replaced(Said::words("it bears no name")))?;
    row.to::<String>()
        .map_err(|error| trouble("schema/name", error.into()).error())
}

async fn alone(link: &Link, statement: Statement) -> Result<()> {
    let mut patience = Patience::of(LONG_PATIENCE);
    loop {
        let made = async {
            let mut transaction = link.begin().await?;
            match transaction.run(statement.clone()).await {
                Ok(()) => transaction
                    .commit()
                    .await
                    .map_err(|error| trouble(statement.name, error)),
                Err(trouble) => {
                    transaction.roll_back().await;
                    Err(trouble)
                }
            }
        }
        .await;
        match made {
            Ok(()) => return Ok(()),
            Err(trouble) => patience.with(trouble).await?,
        }
    }
}

/// The data of one migration. Another instance may have done it already: repeating it does no harm.
async fn carry_over(link: &Link, migration: &Migration) -> Result<(), Trouble> {
    let mut transaction = link.begin().await?;
    match write(&mut transaction, migration).await {
        Ok(()) => transaction
            .commit()
            .await
            .map_err(|error| trouble("schema/set-version", error)),
        Err(trouble) => {
            transaction.roll_back().await;
            Err(trouble)
        }
    }
}

async fn write(transaction: &mut Transaction, migration: &Migration) -> Result<(), Trouble> {
    for statement in migration.data {
        transaction.run(statement.with([])).await?;
    }
    transaction.run(set_version(migration.version)).await
}

fn version() -> Statement {
    cypher!("schema/version").with([])
}

fn store_name() -> Statement {
    cypher!("schema/name").with([])
}

fn set_version(version: i64) -> Statement {
    cypher!("schema/set-version").with([("version", version.into())])
}

fn ready() -> Statement {
    cypher!("schema/ready").with([])
}
