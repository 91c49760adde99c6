//! The store in a Neo4j server: nodes and relationships that a person can read in Neo4j Browser.
//!
//! Three traps of server and driver decide how it is written. One query is no snapshot, so readers and writers of a
//! scope lock its node first. The driver's own `run` and `execute` write twice when a line breaks, so all goes through
//! transactions, tried again as a whole or not at all. A dropped transaction stays open on the server, so each runs in
//! a task of its own.

mod account;
mod actor;
mod address;
mod backup;
mod batch;
mod contact;
mod cypher;
mod decode;
mod department;
mod effect;
mod erase;
mod link;
mod logged;
mod network;
mod offer;
mod open_point;
mod pass;
mod places;
mod programme;
mod release;
mod report;
mod request;
mod schema;
mod step;
mod stored;
mod trouble;
mod write;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use neo4rs::Row;

use crate::domain::{
    ActorId, DistrictId, Frozen, FrozenSum, KeptContact, LogEntry, Network, Pass, PhaseId,
    Programme, TokenHash,
};
use crate::store::{
    Accounts, Admission, Arrival, Erasure, Error, Head, Heads, Held, Mark, Overview, Placed,
    Request, Result, Revision, Said, Scope, Sink, Source, Step, Store, Turn, Undone, Wiped, Write,
    Written,
};
pub(super) use address::Address;
use decode::Unreadable;
use link::Link;

/// A store in a Neo4j server.
pub struct Neo4j {
    link: Link,
    /// The store's own name, by which it is known to be the one that was opened.
    name: String,
}

/// Opens the store at `bolt://USER@HOST:PORT` and brings its schema to the version of this program.
pub async fn open(server: &Address, password: &str) -> Result<Arc<dyn Store>> {
    let link = Link::new(server, password)?;
    // The first statement after a server's start may take long.
    match link.ask(link::ping()).await {
        Err(Error::Unreachable(_)) => link.ask(link::ping()).await?,
        answer => answer?,
    };
    schema::migrate(&link).await?;
    let name = schema::name(&link).await?;
    if let Err(error) = write::prepare(&link).await {
        tracing::debug!(%error, "the first write waits for its plan");
    }
    Ok(Arc::new(Neo4j { link, name }))
}

#[async_trait]
impl Store for Neo4j {
    async fn ready(&self) -> Result<()> {
        if schema::name(&self.link).await? != self.name {
            return Err(Error::Replaced(Said::words("it bears another name")));
        }
        // There must be a programme, too.
        self.head(&Scope::Programme).await.map(drop)
    }

    async fn head(&self, scope: &Scope) -> Result<Head> {
        let district = match scope {
            Scope::Programme => None,
            Scope::District(district) => Some(district),
        };
        let rows = self.link.ask(programme::heads(district)).await?;
        let heads = programme::read_heads(&rows)?;
        match district {
            None => Ok(heads.programme),
            Some(district) => heads
                .district
                .ok_or_else(|| Error::NoSuchDistrict(district.clone())),
        }
    }

    async fn heads(&self, district: &DistrictId) -> Result<Heads> {
        let rows = self.link.ask(programme::heads(Some(district))).await?;
        programme::read_heads(&rows)
    }

    async fn overview(&self) -> Result<Overview> {
        let rows = self.link.ask(programme::all_districts()).await?;
        programme::read_overview(&rows)
    }

    async fn programme(&self) -> Result<Held<Programme>> {
        let lock = programme::lock_programme();
        let rows = self.link.read_locked(lock, programme::load()).await?;
        let row = rows.first().ok_or_else(programme::missing)?;
        programme::read(row)
    }

    async fn network(&self, district: &DistrictId) -> Result<Held<Network>> {
        let lock = programme::lock_districts(&[district]);
        let rows = self.link.read_locked(lock, network::load(district)).await?;
        network::read(of(district, &rows)?).map_err(Error::from)
    }

    async fn apply(&self, write: &Write) -> Result<Written> {
        let (link, write) = (self.link.share(), write.clone());
        self.link
            .write(async move { write::apply(&link, &write).await })
            .await
    }

    async fn answered(&self, scope: &Scope, request: &Request) -> Result<Option<Vec<Head>>> {
        let rows = self.link.ask(request::find(scope, request)).await?;
        match rows.first() {
            Some(row) => Ok(request::answer(row)?),
            None => Ok(None),
        }
    }

    async fn undone(&self, scope: &Scope) -> Result<Vec<Undone>> {
        let rows = self.link.ask(step::undone(scope)).await?;
        rows.iter().map(step::read_undone).collect()
    }

    async fn phases_in_use(&self) -> Result<BTreeSet<(PhaseId, DistrictId)>> {
        let rows = self.link.ask(programme::phases_in_use()).await?;
        Ok(programme::read_in_use(&rows)?)
    }

    async fn taken_at(&self, scope: &Scope, step: Revision) -> Result<Option<DateTime<Utc>>> {
        let rows = self.link.ask(step::when(scope, step)).await?;
        rows.first().map(step::time).transpose()
    }

    async fn steps(
        &self,
        scope: &Scope,
        before: Option<Revision>,
        limit: u32,
    ) -> Result<Vec<Step>> {
        let rows = self.link.ask(step::load(scope, before, limit)).await?;
        if rows.is_empty() {
            self.head(scope).await?;
        }
        rows.iter().map(step::read).collect()
    }

    async fn contacts(&self, district: &DistrictId) -> Result<BTreeMap<ActorId, KeptContact>> {
        let lock = programme::lock_districts(&[district]);
        let rows = self.link.read_locked(lock, contact::load(district)).await?;
        contact::read(of(district, &rows)?).map_err(Error::from)
    }

    async fn places(&self, district: &DistrictId) -> Result<Option<Placed>> {
        let rows = self.link.ask(places::load(district)).await?;
        Ok(rows.first().map(places::read).transpose()?)
    }

    async fn keep_places(
        &self,
        district: &DistrictId,
        standing: Mark,
        before: Option<Mark>,
        now: &Placed,
    ) -> Result<bool> {
        let (link, district, now) = (self.link.share(), district.clone(), now.clone());
        self.link
            .write(async move { places::keep(&link, &district, (standing, before), &now).await })
            .await
    }

    async fn frozen(&self, district: &DistrictId, sum: &FrozenSum) -> Result<Option<Frozen>> {
        let rows = self.link.ask(release::load(district, sum)).await?;
        Ok(rows.first().map(release::body).transpose()?)
    }

    async fn accounts(&self) -> Result<Accounts> {
        account::read(&self.link.ask(account::load()).await?)
    }

    async fn arrival(
        &self,
        token: Option<&TokenHash>,
        district: Option<&DistrictId>,
    ) -> Result<Arrival> {
        let rows = self.link.ask(account::arrival(token, district)).await?;
        account::read_arrival(&rows)
    }

    async fn room(&self, district: &DistrictId) -> Result<Option<(TokenHash, Pass)>> {
        let rows = self.link.ask(pass::room(district)).await?;
        let passes = rows.first().map(pass::read).transpose()?;
        Ok(passes.and_then(|passes| passes.into_iter().next()))
    }

    async fn admit(&self, write: &Admission) -> Result<bool> {
        let (link, write) = (self.link.share(), write.clone());
        self.link
            .write(async move { account::admit(&link, &write).await })
            .await
    }

    async fn see_pass(&self, token: &TokenHash, at: DateTime<Utc>) -> Result<()> {
        // Written twice it is the same.
        self.link.prepare(pass::see(token, at)).await
    }

    async fn log(&self, scope: &Scope, entry: &LogEntry) -> Result<()> {
        let (link, now) = (self.link.share(), entry.at);
        let create = logged::create(vec![logged::row(scope, entry, 0)].into());
        self.link
            .write(async move {
                erase::alone(&link, logged::forget(now)).await?;
                erase::alone(&link, create).await.map(drop)
            })
            .await
    }

    async fn logged(&self, scope: &Scope) -> Result<Vec<LogEntry>> {
        let rows = self.link.ask(logged::load(scope)).await?;
        Ok(rows.iter().map(logged::read).collect::<Result<_, _>>()?)
    }

    async fn erase(&self, erasure: &Erasure) -> Result<Wiped> {
        let (link, erasure) = (self.link.share(), erasure.clone());
        self.link
            .write(async move { erase::erase(&link, &erasure).await })
            .await?;
        // Nobody knows what its files still hold.
        Ok(Wiped { from_file: false })
    }

    async fn forget_authors(&self, before: DateTime<Utc>) -> Result<BTreeMap<Scope, usize>> {
        let link = self.link.share();
        self.link
            .write(async move {
                let rows = erase::alone(&link, erase::forget_authors(before)).await?;
                Ok(erase::read_authors(&rows)?)
            })
            .await
    }

    async fn take_turn(&self, turn: &Turn) -> Result<bool> {
        let (link, statement) = (self.link.share(), erase::take_turn(turn));
        self.link
            .write(async move {
                let rows = erase::alone(&link, statement).await?;
                let taken = rows.first().map(|row| row.get::<i64>("taken"));
                let taken = taken.transpose().map_err(Unreadable::from)?;
                Ok(taken == Some(1))
            })
            .await
    }

    async fn dump(&self, mut to: Sink) -> Result<()> {
        let link = self.link.share();
        self.link
            .at_length(async move { backup::dump(&link, &mut to).await })
            .await
    }

    async fn restore(&self, mut from: Source) -> Result<()> {
        let link = self.link.share();
        self.link
            .at_length(async move { backup::restore(&link, &mut from).await })
            .await
    }

    async fn faults(&self) -> Result<Vec<String>> {
        // The server checks its own files; rules that the graph cannot enforce are covered by the common check.
        Ok(Vec::new())
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
