//! Why a store says no: somebody was quicker, it cannot be reached, what was asked is not legal.

use std::fmt;
use std::path::Path;

use super::{Head, Scope};
use crate::domain::DistrictId;

/// Why a store did not do what it was asked.
///
/// Texts in it are what the database or the system said, for the log; a sentence for people says what kind it is of.
///
/// `Conflict` is for the service to reload and judge again; `Unreachable` and `Busy` are for a page that says
/// "try again"; the rest needs a person who looks after the store.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Another list of changes came first; nothing was written.
    #[error("{scope:?} is at {found:?}, not at {expected:?}")]
    Conflict {
        /// Which scope.
        scope: Scope,
        /// The head on which the changes were judged.
        expected: Head,
        /// The head that stands.
        found: Head,
    },
    /// A constraint of the store forbids it; nothing was written.
    #[error("the store's constraint forbids it: {0}")]
    Violated(Violation),
    /// Who writes may no longer: the account is gone, or stands otherwise than when its holder came. Nothing was written.
    #[error("who writes may no longer")]
    NoLongerMay,
    /// There is no such district.
    #[error("there is no district {0}")]
    NoSuchDistrict(DistrictId),
    /// The store cannot be reached, or did not answer in time. A write may or may not have been made:
    /// the same request again gives the answer.
    #[error("the store cannot be reached: {0}")]
    Unreachable(String),
    /// The store is locked by others for too long.
    #[error("the store is busy: {0}")]
    Busy(String),
    /// The store is no longer the one that was opened: its file was replaced or taken away, or its server holds
    /// another database or none. Nothing was written.
    #[error("the store is not the one that was opened: {0}")]
    Replaced(Said),
    /// A backup is brought back into empty stores only.
    #[error("the store is not empty")]
    NotEmpty,
    /// A backup was brought back in part only; bringing it back again begins anew.
    #[error("a backup was brought back in part only")]
    HalfRestored,
    /// The disk is full, or the file may not be written.
    #[error("the store cannot write: {0:?} ({1})")]
    CannotWrite(Obstacle, Said),
    /// The file is damaged.
    #[error("the store is damaged: {0}")]
    Damaged(Said),
    /// The store was written by a newer version.
    #[error(
        "the store has version {found}, this program knows up to {known}: please use the newer program"
    )]
    Newer {
        /// The store's version.
        found: i64,
        /// The newest version known here.
        known: i64,
    },
    /// The store's address cannot be used.
    #[error(transparent)]
    Address(#[from] AddressFault),
    /// The store holds what this program would never have written.
    #[error("the store holds something unreadable: {0}")]
    Unreadable(String),
    /// Anything else that the store said.
    #[error("the store failed: {0}")]
    Failed(String),
}

/// What is wrong with a store's address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AddressFault {
    /// It begins with no scheme that is known; what it begins with, where that is a scheme.
    #[error("the address begins with no known scheme: {0:?}")]
    Scheme(Option<String>),
    /// `sqlite:` without a file.
    #[error("the address names no file")]
    NoFile,
    /// A store in memory would be lost.
    #[error("a store in memory would be lost")]
    InMemory,
    /// A URI, whose `?…` SQLite would obey.
    #[error("a file is to be named, not a URI")]
    Uri,
    /// A folder where a file should be.
    #[error("{0} is a folder")]
    Folder(String),
    /// A file that is something else; it was left as it is.
    #[error("{0} is not a database of miteinander; it was left as it is")]
    Foreign(String),
    /// A file without content, which may be what is left of a store.
    #[error("{0} is empty; it was left as it is")]
    Empty(String),
    /// A write-ahead log whose file is missing.
    #[error("{0} is a log without its file; it was left as it is")]
    LostFile(String),
    /// A write-ahead log beside the file that was written for another one.
    #[error("{0} is the log of another database; it was left as it is")]
    ForeignLog(String),
    /// It is not of the form `bolt://USER@HOST:PORT`.
    #[error("it is not of the form bolt://USER@HOST:PORT")]
    Server,
    /// A password in the address, which would show in logs and lists of processes.
    #[error("a password does not belong into the address, but into NEO4J_PASSWORD")]
    Password,
    /// No password for a server.
    #[error("NEO4J_PASSWORD is missing")]
    NoPassword,
    /// The server refuses the user or the password.
    #[error("the server refuses user or password")]
    Denied,
    /// The account may not do what is needed; which statement it was.
    #[error("the account may not do this: {0}")]
    Forbidden(String),
    /// The server does not speak Bolt, or cannot be addressed like this.
    #[error("the server cannot be spoken to: {0}")]
    Protocol(String),
}

/// What the database or the system said, and of which file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// The file, where it is about one.
    pub file: Option<String>,
    /// Its own words.
    pub words: String,
}

impl Said {
    /// Words that no file is known for.
    pub fn words(words: impl Into<String>) -> Self {
        Self {
            file: None,
            words: words.into(),
        }
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.file {
            Some(file) => write!(f, "{file}: {}", self.words),
            None => f.write_str(&self.words),
        }
    }
}

impl Error {
    /// Adds the file to an error that concerns one and does not name it yet.
    #[must_use]
    pub fn of_file(mut self, file: &Path) -> Self {
        if let Self::CannotWrite(_, said) | Self::Damaged(said) | Self::Replaced(said) = &mut self {
            said.file.get_or_insert_with(|| file.display().to_string());
        }
        self
    }

    /// What the database or the system said, where there is more to know than the kind of error; for who looks after
    /// the store.
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::CannotWrite(_, said) | Self::Damaged(said) | Self::Replaced(said) => {
                Some(&said.words)
            }
            Self::Unreachable(words)
            | Self::Busy(words)
            | Self::Unreadable(words)
            | Self::Failed(words)
            | Self::Address(AddressFault::Forbidden(words) | AddressFault::Protocol(words)) => {
                Some(words)
            }
            Self::Conflict { .. }
            | Self::Violated(_)
            | Self::NoLongerMay
            | Self::NoSuchDistrict(_)
            | Self::NotEmpty
            | Self::HalfRestored
            | Self::Newer { .. }
            | Self::Address(_) => None,
        }
    }
}

/// What keeps a store from writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// The disk is full.
    DiskFull,
    /// The file may only be read.
    ReadOnly,
    /// The folder of the file is not there.
    NoFolder,
    /// The program may not open the file, or write in its folder.
    NotAllowed,
    /// The file's place takes no write-ahead log, as a shared network drive.
    NoLog,
    /// The disk does not work.
    Disk,
    /// The server's memory does not suffice for the change.
    ServerMemory,
    /// The server takes no writes: it is there for reading only, or its own disk is full.
    Server,
}

/// Which constraint of a store a change would break.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Violation {
    /// A record of this key is there already.
    #[error("a record of this key is there already")]
    KeyTaken,
    /// Two departments of one name.
    #[error("two departments are called {0:?}")]
    NameTaken(String),
    /// A reference to what is not there.
    #[error("a record refers to what is not there")]
    Dangling,
    /// The record to change or to remove is not there.
    #[error("the record to change is not there")]
    NotThere,
    /// A contact stands otherwise than where it was seen.
    #[error("a contact stands otherwise than where it was seen")]
    OtherContact,
    /// A value that the store does not take.
    #[error("the store does not take a value")]
    Value,
    /// The change is about something else than the part that it stands in.
    #[error("the change belongs to another scope")]
    OtherScope,
    /// Two edits of one record, of which the second does not begin where the first ends.
    #[error("two edits of one record do not follow from each other")]
    Unconnected,
}
