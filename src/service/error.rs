//! What can go wrong between a page or a command and the store.

use std::sync::Arc;

use crate::analysis::{ReportError, SelectionError};
use crate::domain::{
    AccountFault, ActorId, Closed, DistrictId, PhaseId, Refusal, Refused, ReleaseFault,
};
use crate::exchange::ThawError;
use crate::map::MapError;
use crate::store;
use crate::text::pages::PhonePage;
use crate::text::{AccountTexts, EraseTexts, Errors, Lang};

use super::kept::Without;
use super::{Ended, say_store};

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
    /// There is no function of this id or name, and there was none.
    #[error("there is no function {0:?}")]
    NoSuchActor(String),
    /// Several functions have this name.
    #[error("several functions are called {asked:?}")]
    ManySuchActors {
        /// What was asked for.
        asked: String,
        /// Their ids.
        ids: Vec<ActorId>,
    },
    /// A step holds a function that was deleted, and cannot be taken back.
    #[error("step {0} holds a function that was deleted")]
    Blanked(i64),
    /// The register of deletions cannot be read.
    #[error("the register of deletions cannot be read: {0}")]
    Register(String),
    /// A change is not legal on what stands now.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// So many others write to the district that its turn did not come in time; nothing was written.
    #[error("too many are writing to this district; nothing was written")]
    Contended,
    /// What is to be changed no longer stands where it was seen.
    #[error("somebody else has changed it since it was seen")]
    Seen,
    /// More funding phases than there may be.
    #[error("there may be {0} funding phases")]
    TooManyPhases(usize),
    /// Nothing of the district was released for who asks.
    #[error("nothing was released")]
    NothingReleased,
    /// There is no such release.
    #[error("there is no such release")]
    NoSuchRelease,
    /// What a release holds cannot be read.
    #[error("{0}")]
    Frozen(ThawError),
    /// A release cannot become what was asked.
    #[error("{0:?}")]
    Release(ReleaseFault),
    /// Somebody does not come in, or an account cannot be what was asked.
    #[error("{0:?}")]
    Account(AccountFault),
    /// A link or a code of a working meeting lets nobody in.
    #[error("{0:?}")]
    Closed(Closed),
    /// A selection names what is not there.
    #[error("{0}")]
    Selection(Arc<SelectionError>),
    /// A picture cannot be drawn.
    #[error("{0}")]
    Map(Arc<MapError>),
    /// A computation ended without an answer.
    #[error(transparent)]
    Ended(#[from] Ended),
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
            Self::NoSuchActor(asked) => (EraseTexts::of(lang).no_such)(asked),
            Self::ManySuchActors { asked, ids } => {
                let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
                (EraseTexts::of(lang).many)(asked, &ids)
            }
            Self::Blanked(number) => (EraseTexts::of(lang).blanked)(*number),
            Self::Register(why) => (EraseTexts::of(lang).unread)(why),
            Self::Refused(refused) => (say.refused)(refused.refusal).to_owned(),
            Self::Contended => say.contended.to_owned(),
            Self::Seen => (say.refused)(Refusal::Differs).to_owned(),
            Self::TooManyPhases(most) => (say.too_many_phases)(*most),
            Self::NothingReleased => say.nothing_released.to_owned(),
            Self::NoSuchRelease => say.no_such_release.to_owned(),
            Self::Frozen(error) => error.say(lang),
            Self::Release(fault) => (say.release)(*fault).to_owned(),
            Self::Account(fault) => AccountTexts::of(lang).say(*fault),
            Self::Closed(closed) => PhonePage::of(lang).closed(*closed).to_owned(),
            Self::Selection(error) => error.say(lang),
            Self::Map(error) => error.say(lang),
            Self::Ended(Ended::Busy) => say.too_busy.to_owned(),
            Self::Ended(Ended::TooLong) => say.too_long.to_owned(),
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

impl From<Arc<ReportError>> for Error {
    fn from(error: Arc<ReportError>) -> Self {
        match &*error {
            ReportError::Selection(error) => Self::Selection(Arc::new(error.clone())),
            ReportError::Stopped(_) => Self::Ended(Ended::TooLong),
        }
    }
}

impl From<Arc<MapError>> for Error {
    fn from(error: Arc<MapError>) -> Self {
        match &*error {
            MapError::Stopped(_) => Self::Ended(Ended::TooLong),
            _ => Self::Map(error),
        }
    }
}

impl<E> From<Without<E>> for Error
where
    Self: From<Arc<E>>,
{
    fn from(without: Without<E>) -> Self {
        match without {
            Without::Refused(error) => error.into(),
            Without::Ended(ended) => ended.into(),
        }
    }
}

/// What the service answers.
pub type Result<T> = std::result::Result<T, Error>;
