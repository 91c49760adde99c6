//! Why a picture could not be made.

use crate::analysis::{ReportError, SelectionError};
use crate::domain::Stopped;
use crate::text::map::texts;
use crate::text::views::ViewFaults;
use crate::text::{Errors, Lang};

/// The most departments that a matrix has room for.
pub const MOST_DEPARTMENTS: usize = 60;

/// Why a picture could not be made.
#[derive(Debug, thiserror::Error)]
pub enum MapError {
    /// The selection does not fit the survey.
    #[error(transparent)]
    Selection(#[from] SelectionError),
    /// The view cannot be drawn of this.
    #[error("{0:?}")]
    View(#[from] ViewError),
    /// The picture could not be turned into an image or a page.
    #[error("the picture could not be drawn: {0}")]
    Render(String),
    /// Nobody waited for it any more.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}

impl From<ReportError> for MapError {
    fn from(error: ReportError) -> Self {
        match error {
            ReportError::Selection(error) => error.into(),
            ReportError::Stopped(stopped) => stopped.into(),
        }
    }
}

impl MapError {
    /// The error as a sentence.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::Selection(error) => error.say(lang),
            Self::View(error) => error.say(lang),
            Self::Render(reason) => (texts(lang).not_drawn)(reason),
            Self::Stopped(_) => Errors::of(lang).too_long.to_owned(),
        }
    }
}

/// Why a view cannot be drawn.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ViewError {
    /// More departments than a matrix has room for.
    #[error("{0} departments are too many for a matrix")]
    TooManyDepartments(usize),
    /// There are no offers to show.
    #[error("there are no offers")]
    NoOffers,
    /// There is no such offer in the phase; the known ones are named.
    #[error("there is no offer {asked:?}; known are: {}", .known.join(", "))]
    NoSuchOffer {
        /// What was asked for.
        asked: String,
        /// The names of those there are.
        known: Vec<String>,
    },
    /// There is no such function, or none is told.
    #[error("there is no function {0:?}")]
    NoSuchActor(String),
    /// A phase beside itself.
    #[error("a comparison needs two phases; {0:?} was named twice")]
    SamePhase(String),
}

impl ViewError {
    /// The error as a sentence with its remedy.
    pub fn say(&self, lang: Lang) -> String {
        let say = ViewFaults::of(lang);
        match self {
            Self::TooManyDepartments(there) => (say.too_many)(*there, MOST_DEPARTMENTS),
            Self::NoOffers => say.no_offers.to_owned(),
            Self::NoSuchOffer { asked, known } if asked.trim().is_empty() => {
                (say.which_offer)(known)
            }
            Self::NoSuchOffer { asked, known } => (say.no_such_offer)(asked, known),
            Self::NoSuchActor(asked) => (say.no_such_actor)(asked),
            Self::SamePhase(phase) => (say.same_phase)(phase),
        }
    }
}
