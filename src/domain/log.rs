//! The log of what matters for whoever is answerable for a district: who was given which role, what left the service, what
//! was deleted. Nobody's reading stands in it.

use chrono::{DateTime, Months, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::account::AccountId;
use super::author::Author;

/// For how many months an entry is kept.
pub const LOG_MONTHS: u32 = 12;

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogEntry {
    /// When, in whole milliseconds.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: Author,
    /// What happened.
    pub event: Event,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// Somebody was invited in a role.
    Invited {
        /// The new account.
        account: AccountId,
        /// The word of the role.
        role: String,
    },
    /// An account was given another role.
    RoleChanged {
        /// The account.
        account: AccountId,
        /// The word of the role before.
        from: String,
        /// The word of the role from then on.
        to: String,
    },
    /// An account was removed.
    AccountRemoved {
        /// The word of its role.
        role: String,
    },
    /// A file with contacts was written.
    ContactsExported {
        /// Its ending.
        format: String,
        /// How many contacts it holds.
        contacts: usize,
    },
    /// Something was done about a state for leaders.
    Release {
        /// What the state is called.
        name: String,
        /// What was done.
        action: ReleaseAction,
        /// For whom, where it was released: `leaders`, `programme`, `public`.
        to: Vec<String>,
    },
    /// Something was deleted whose time was over, or a function that was asked to.
    Erased(Erased),
    /// Everything was written to a file.
    BackedUp(BackedUp),
    /// A backup was brought back.
    Restored {
        /// How many accounts came with it, which wait for an invitation.
        accounts: usize,
        /// How many functions were deleted again that the backup still held.
        functions: usize,
    },
}

/// What is done about a state for leaders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReleaseAction {
    /// It was held.
    Held,
    /// It was released.
    Released,
    /// It was withdrawn.
    Withdrawn,
    /// It was removed.
    Removed,
}

/// What an erasure deleted, by kinds and numbers: no name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Erased {
    /// Functions that have a random id and a number for their name now.
    pub functions: usize,
    /// Contacts.
    pub contacts: usize,
    /// Steps of the history that no longer tell whose they are.
    pub authors: usize,
    /// Steps of the history in which a function was blanked, and which cannot be taken back.
    pub steps: usize,
    /// Notes of functions and cooperations.
    pub notes: usize,
    /// Open points in which a function was named.
    pub points: usize,
    /// Backups of before, which still hold it.
    pub backups: Vec<BackedUp>,
}

/// A backup that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BackedUp {
    /// The name of its file, without the way to it.
    pub file: String,
    /// The day on which it was written.
    pub on: NaiveDate,
    /// The day by which it is to be destroyed.
    pub destroy_by: NaiveDate,
}

impl Erased {
    /// Whether anything was deleted.
    pub fn is_any(&self) -> bool {
        let texts = self.notes + self.points;
        self.functions + self.contacts + self.authors + self.steps + texts > 0
    }
}

impl LogEntry {
    /// Until when it is kept: twelve months, and of a backup as long as that may exist.
    pub fn kept_until(&self) -> DateTime<Utc> {
        let usual = self.at.checked_add_months(Months::new(LOG_MONTHS));
        let usual = usual.unwrap_or(DateTime::<Utc>::MAX_UTC);
        match &self.event {
            Event::BackedUp(backup) => {
                let end = backup.destroy_by.and_hms_opt(23, 59, 59);
                end.map_or(usual, |end| end.and_utc().max(usual))
            }
            Event::Invited { .. }
            | Event::RoleChanged { .. }
            | Event::AccountRemoved { .. }
            | Event::ContactsExported { .. }
            | Event::Release { .. }
            | Event::Erased(_)
            | Event::Restored { .. } => usual,
        }
    }

    /// Whether it is about everything that the store holds, and so about each district.
    pub fn concerns_all(&self) -> bool {
        match self.event {
            Event::BackedUp(_) | Event::Restored { .. } => true,
            Event::Invited { .. }
            | Event::RoleChanged { .. }
            | Event::AccountRemoved { .. }
            | Event::ContactsExported { .. }
            | Event::Release { .. }
            | Event::Erased(_) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_kept_for_twelve_months_and_of_a_backup_as_long_as_that() {
        let at = DateTime::from_timestamp_millis(1_767_225_600_000).expect("a time of 2026");
        let entry = |event| LogEntry {
            at,
            by: Author::Program,
            event,
        };
        let removed = entry(Event::AccountRemoved {
            role: "leader".to_owned(),
        });
        assert_eq!(removed.kept_until(), at + Months::new(12));
        let day = |year| NaiveDate::from_ymd_opt(year, 6, 1).expect("a day");
        let kept = |destroy_by| {
            let backup = BackedUp {
                file: "a.backup".to_owned(),
                on: day(2026),
                destroy_by,
            };
            entry(Event::BackedUp(backup)).kept_until().date_naive()
        };
        assert_eq!(kept(day(2026)), removed.kept_until().date_naive());
        assert_eq!(kept(day(2029)), day(2029));
    }

    #[test]
    fn an_entry_is_read_as_it_was_written() {
        let entry = LogEntry {
            at: DateTime::UNIX_EPOCH,
            by: Author::Personal,
            event: Event::Erased(Erased {
                functions: 1,
                ..Erased::default()
            }),
        };
        let json = serde_json::to_string(&entry).expect("JSON");
        assert_eq!(serde_json::from_str::<LogEntry>(&json).expect(&json), entry);
    }
}
