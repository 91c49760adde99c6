//! How a state is looked at: everything that the service computes is computed from a look.

use std::sync::Arc;

use crate::analysis::{LeadersSelection, Selection, check_figures};
use crate::domain::{Audience, District, MapPlaces, Programme, Release, ReleaseId, Survey};
use crate::store::Head;

use super::frozen::FrozenSnapshot;
use super::{Error, Result, Service, Snapshot, Version};

/// What was seen of which state: what is made from it is kept under this.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SeenVersion {
    /// The state of the district; of a frozen one the district alone.
    pub version: Version,
    /// Which release it is of; none of how the district stands.
    pub release: Option<(ReleaseId, Release)>,
    /// As whom it was read.
    pub audience: Audience,
}

/// A state, and as whom it is looked at: from this everything is computed that the service gives out.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    pub(super) state: State<'a>,
    pub(super) audience: Audience,
}

/// Which state is looked at.
#[derive(Clone, Copy)]
pub(super) enum State<'a> {
    /// How the district stands.
    Working(&'a Snapshot),
    /// As it was frozen.
    Frozen(&'a FrozenSnapshot),
}

impl<'a> Look<'a> {
    pub(super) fn version(self) -> SeenVersion {
        let (version, release) = match self.state {
            State::Working(snapshot) => (snapshot.version.clone(), None),
            State::Frozen(frozen) => (
                Version {
                    district: frozen.district.clone(),
                    head: Head::default(),
                    programme: Head::default(),
                },
                Some((frozen.id.clone(), frozen.release.clone())),
            ),
        };
        SeenVersion {
            version,
            release,
            audience: self.audience,
        }
    }

    /// A state as those see it who work on it.
    fn at_work(state: State<'a>) -> Self {
        Self {
            state,
            audience: Audience::Working,
        }
    }

    /// The district's own record.
    pub(super) fn record(self) -> &'a District {
        match self.state {
            State::Working(snapshot) => &snapshot.district,
            State::Frozen(frozen) => &frozen.thawed.record,
        }
    }

    /// The districts and phases.
    pub(super) fn programme(self) -> &'a Arc<Programme> {
        match self.state {
            State::Working(snapshot) => &snapshot.programme,
            State::Frozen(frozen) => &frozen.thawed.programme,
        }
    }

    /// The selection as it is answered: of leaders one of their list, whoever it was made for.
    pub(super) fn selection(self, asked: &Selection) -> Result<Selection> {
        if self.audience == Audience::Working {
            return Ok(asked.clone());
        }
        let listed = LeadersSelection::parse(asked);
        let listed = listed.map_err(|error| Error::Selection(Arc::new(error)))?;
        Ok(listed.selection().clone())
    }

    /// The same for figures.
    pub(super) fn figures(self, survey: &Survey, asked: &Selection) -> Result<Selection> {
        let selection = self.selection(asked)?;
        let checked = check_figures(survey, &selection);
        checked.map_err(|error| Error::Selection(Arc::new(error)))?;
        Ok(selection)
    }
}

impl<'a> From<&'a Snapshot> for Look<'a> {
    fn from(snapshot: &'a Snapshot) -> Self {
        Self::at_work(State::Working(snapshot))
    }
}

impl<'a> From<&'a FrozenSnapshot> for Look<'a> {
    fn from(frozen: &'a FrozenSnapshot) -> Self {
        Self::at_work(State::Frozen(frozen))
    }
}

impl Service {
    /// The survey of a state.
    pub(super) async fn surveyed(&self, look: Look<'_>) -> Arc<Survey> {
        match look.state {
            State::Working(snapshot) => self.survey(snapshot).await,
            State::Frozen(frozen) => Arc::clone(frozen.survey()),
        }
    }

    /// The places of its map: for leaders the offices lie at the middle of those of their functions.
    pub(super) async fn placed(&self, look: Look<'_>) -> Result<Option<Arc<MapPlaces>>> {
        match look.state {
            State::Working(snapshot) => self.places(snapshot).await,
            // They are in its survey.
            State::Frozen(_) => Ok(None),
        }
    }
}
