//! The log of what matters: one call to add an entry, and who may read which.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};

use super::{Result, Service, moment};
use crate::domain::{Author, DistrictId, Event, LogEntry};
use crate::store::Scope;

impl Service {
    /// Adds an entry to the log of a district, or to that of the programme.
    pub async fn log(
        &self,
        scope: &Scope,
        (by, at): (Author, DateTime<Utc>),
        event: Event,
    ) -> Result<()> {
        let entry = entry((by, at), event);
        Ok(self.store.log(scope, &entry).await?)
    }

    /// The log of a district, the latest first, with what concerns all of them.
    pub async fn log_of(&self, district: &DistrictId, now: DateTime<Utc>) -> Result<Vec<LogEntry>> {
        let own = Scope::District(district.clone());
        super::in_time(async {
            let mut entries = self.store.logged(&own).await?;
            let of_all = self.store.logged(&Scope::Programme).await?;
            entries.extend(of_all.into_iter().filter(LogEntry::concerns_all));
            entries.sort_by_key(|entry| Reverse(entry.at));
            Ok(still_kept(entries, now))
        })
        .await
    }

    /// The log of the programme, the latest first.
    pub async fn log_of_programme(&self, now: DateTime<Utc>) -> Result<Vec<LogEntry>> {
        let find = async { Ok(still_kept(self.store.logged(&Scope::Programme).await?, now)) };
        super::in_time(find).await
    }
}

/// An entry, in whole milliseconds as stores keep times.
pub(super) fn entry((by, at): (Author, DateTime<Utc>), event: Event) -> LogEntry {
    LogEntry {
        at: moment(at),
        by,
        event,
    }
}

/// What is over is not shown, though nobody may have written since.
fn still_kept(mut entries: Vec<LogEntry>, now: DateTime<Utc>) -> Vec<LogEntry> {
    entries.retain(|entry| entry.kept_until() >= now);
    entries
}
