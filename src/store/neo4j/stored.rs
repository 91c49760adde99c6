//! How a district's records of any kind are written: all of a kind at once, by the same few statements.

use neo4rs::BoltType;

use super::batch::Batch;
use super::cypher::{Cypher, Statement};
use super::effect::Effects;
use crate::domain::{DistrictId, Record};

/// A statement of `$district` and `$rows`, each as [`Stored::row`] makes it.
pub(super) struct OfRows(pub Cypher);

/// A statement of `$district` and `$ids`, each as [`Stored::id`] makes it.
pub(super) struct OfIds(pub Cypher);

/// A kind of record that is a node or a relationship with an id.
pub(super) trait Stored: Record {
    /// Makes records.
    const CREATE: OfRows;
    /// Changes records; none where those are removed and made anew, as a relationship keeps its ends.
    const UPDATE: Option<OfRows>;
    /// Removes records. The server refuses to lose a node that is still used when the transaction ends.
    const REMOVE: OfIds;

    /// Its id in the graph.
    fn id(key: &Self::Key) -> String;

    /// All about it, as a map.
    fn row(key: &Self::Key, record: &Self) -> BoltType;
}

impl OfRows {
    fn with(self, district: &DistrictId, rows: BoltType) -> Statement {
        self.0
            .with([("district", district.as_str().into()), ("rows", rows)])
    }
}

impl OfIds {
    fn with(self, district: &DistrictId, ids: BoltType) -> Statement {
        self.0
            .with([("district", district.as_str().into()), ("ids", ids)])
    }
}

/// Removes records that go, and those that are made anew.
pub(super) fn remove<R: Stored>(
    batch: &mut Batch,
    district: &DistrictId,
    effects: &Effects<'_, R>,
) {
    let anew = effects.changed.iter().filter(|_| R::UPDATE.is_none());
    let keys = anew.map(|(key, _)| key).chain(&effects.gone);
    let ids = keys.map(|key| R::id(key).into());
    batch.each(ids, |ids| R::REMOVE.with(district, ids));
}

/// Writes records that are new or changed.
pub(super) fn write<R: Stored>(batch: &mut Batch, district: &DistrictId, effects: &Effects<'_, R>) {
    let rows = |records: &[(&R::Key, &R)]| -> Vec<BoltType> {
        let rows = records.iter().map(|(key, record)| R::row(key, record));
        rows.collect()
    };
    let (mut new, mut changed) = (rows(&effects.new), rows(&effects.changed));
    if R::UPDATE.is_none() {
        new.append(&mut changed);
    }
    batch.each(new, |rows| R::CREATE.with(district, rows));
    if let Some(OfRows(update)) = R::UPDATE {
        batch.each(changed, |rows| OfRows(update).with(district, rows));
    }
}
