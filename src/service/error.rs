//! What can go wrong between a page or a command and the store.

use std::sync::Arc;

use crate::analysis::SelectionError;
use crate::domain::{DistrictId, PhaseId, Refused};
use crate::map::MapError;
use crate::store;
use crate::text::{Errors, Lang};

use super::say_store;

/// Why the service did not do what it was asked.
///
/// `Refused` is a conflict page (somebody changed the record first) or a fault of the caller; `Store` decides by its
/// own kind between "try again" and "ask who looks after it"; the rest is a message to the reader.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// The store said no.
    #[error(transparent)]
    Store(Arc<store::Error>),
    /// There is no such district; the known ones are named.
    #[error("there is no district {asked:?}")]
    NoSuchDistrict {
        /// What was asked for.
        asked: String,
        /// The districts that there are.
        known: Vec<DistrictId>,
    },
    /// There is no such funding phase; the known ones are named.
    #[error("there is no phase {asked:?}")]
    NoSuchPhase {
        /// What was asked for.
        asked: String,
        /// The phases that there are.
        known: Vec<PhaseId>,
    },
    /// There is no step with this number.
    #[error("there is no step {0}")]
    NoSuchStep(i64),
    /// A change is not legal on what stands now.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// So many others write to the district that its turn did not come in time; nothing was written.
    #[error("too many are writing to this district; nothing was written")]
    TooBusy,
    /// A selection names what is not there.
    #[error("{0}")]
    Selection(Arc<SelectionError>),
    /// A picture cannot be drawn.
    #[error("{0}")]
    Map(Arc<MapError>),
}

impl Error {
    /// The error as a sentence with its remedy.
    pub fn say(&self, lang: Lang) -> String {
        let say = Errors::of(lang);
        match self {
            Self::Store(error) => say_store(error, lang),
            Self::NoSuchDistrict { asked, known } => {
                let known: Vec<String> = known.iter().map(ToString::to_string).collect();
                (say.no_such_district)(asked, &known)
            }
            Self::NoSuchPhase { asked, known } => {
                let known: Vec<String> = known.iter().map(ToString::to_string).collect();
                (say.no_such_phase)(asked, &known)
            }
            Self::NoSuchStep(number) => (say.no_such_step)(*number),
            Self::Refused(refused) => (say.refused)(refused.refusal).to_owned(),
            Self::TooBusy => say.too_busy.to_owned(),
            Self::Selection(error) => error.say(lang),
            Self::Map(error) => error.say(lang),
        }
    }
}

impl From<store::Error> for Error {
    fn from(error: store::Error) -> Self {
        Arc::new(error).into()
    }
}

impl From<Arc<store::Error>> for Error {
    fn from(error: Arc<store::Error>) -> Self {
        Self::Store(error)
    }
}

impl From<Arc<SelectionError>> for Error {
    fn from(error: Arc<SelectionError>) -> Self {
        Self::Selection(error)
    }
}

impl From<Arc<MapError>> for Error {
    fn from(error: Arc<MapError>) -> Self {
        Self::Map(error)
    }
}

/// What the service answers.
pub type Result<T> = std::result::Result<T, Error>;
