//! The store in a Neo4j server: nodes and relationships that a person can read in Neo4j Browser.
//!
//! Three traps of server and driver decide how it is written. One query is no snapshot, so readers and writers of a
//! scope lock its node first. The driver's own `run` and `execute` write twice when a line breaks, so all goes through
//! transactions, tried again as a whole or not at all. A dropped transaction stays open on the server, so each runs in
//! a task of its own.

mod actor;
mod address;
mod contact;
mod cypher;
mod decode;
mod department;
mod effect;
mod link;
mod network;
mod offer;
mod programme;
mod report;
mod request;
mod schema;
mod step;
mod trouble;
mod write;

use std::collections::BTreeMap;
use std::sync::Arc;

use async_trait::async_trait;
use neo4rs::Row;

use crate::domain::{ActorId, DistrictId, Network, Programme, Text};
use crate::store::{Error, Held, Result, Revision, Scope, Step, Store, Write};
pub(super) use address::Address;
use link::Link;

/// A store in a Neo4j server.
pub struct Neo4j {
    link: Link,
}

/// Opens the store at `bolt://USER@HOST:PORT` and brings its schema to the version of this program.
pub async fn open(server: &Address, password: &str) -> Result<Arc<dyn Store>> {
    let link = Link::new(server, password)?;
    link.ask(link::ping()).await?;
    schema::migrate(&link).await?;
    Ok(Arc::new(Neo4j { link }))
}

#[async_trait]
impl Store for Neo4j {
    async fn ready(&self) -> Result<()> {
        self.link.ask(link::ping()).await.map(drop)
    }

    async fn revision(&self, scope: &Scope) -> Result<Revision> {
        match scope {
            Scope::Programme => {
                let rows = self.link.ask(programme::programme_revision()).await?;
                programme::revision(&rows, None)
            }
            Scope::District(district) => {
                let rows = self
                    .link
                    .ask(programme::district_revision(district))
                    .await?;
                programme::revision(&rows, Some(district))
            }
        }
    }

    async fn programme(&self) -> Result<Held<Programme>> {
        let lock = programme::lock_programme();
        let rows = self.link.read_locked(lock, programme::load()).await?;
        let row = rows
            .first()
            .ok_or_else(|| Error::Unreadable("the programme's node is missing".to_owned()))?;
        programme::read(row).map_err(Error::from)
    }

    async fn network(&self, district: &DistrictId) -> Result<Held<Network>> {
        let lock = programme::lock(&[district]);
        let rows = self.link.read_locked(lock, network::load(district)).await?;
        network::read(of(district, &rows)?).map_err(Error::from)
    }

    async fn apply(&self, write: &Write) -> Result<Vec<Revision>> {
        let (link, write) = (self.link.share(), write.clone());
        self.link
            .write(async move { write::apply(&link, &write).await })
            .await
    }

    async fn steps(
        &self,
        scope: &Scope,
        before: Option<Revision>,
        limit: u32,
    ) -> Result<Vec<Step>> {
        let rows = self.link.ask(step::load(scope, before, limit)).await?;
        if rows.is_empty() {
            self.revision(scope).await?;
        }
        rows.iter().map(step::read).collect()
    }

    async fn contacts(&self, district: &DistrictId) -> Result<BTreeMap<ActorId, Text>> {
        let lock = programme::lock(&[district]);
        let rows = self.link.read_locked(lock, contact::load(district)).await?;
        contact::read(of(district, &rows)?).map_err(Error::from)
    }

    async fn close(&self) {
        self.link.close().await;
    }
}

/// The one row of a query about a district; none where there is no such district.
fn of<'r>(district: &DistrictId, rows: &'r [Row]) -> Result<&'r Row> {
    rows.first()
        .ok_or_else(|| Error::NoSuchDistrict(district.clone()))
}
