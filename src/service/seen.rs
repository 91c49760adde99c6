//! The gate: what somebody sees of a district, by role.
//!
//! The working state is a [`Snapshot`], with everything in it. What leaders get is [`Released`], which keeps its snapshot
//! to the service: figures, comparisons and pictures come out of it aggregated, so that no page, picture, export or cache
//! can reach a function or decide what of it to show.

use std::sync::Arc;

use crate::analysis::{LeadersSelection, Options, Selection, check_figures};
use crate::domain::{
    Audience, District, DistrictId, Field, LifePhase, OfferId, PhaseId, Programme, Role, Survey,
};
use crate::map::View;

use crate::store::Heads;

use super::{Error, Result, Service, Snapshot, Version};

/// What somebody sees of a district.
#[derive(Clone)]
pub enum Seen {
    /// The working state.
    Working(Snapshot),
    /// What leaders get.
    Leading(Released),
}

/// A district as leaders get it: aggregated values alone. Until there are releases it is the working state.
#[derive(Clone)]
pub struct Released {
    snapshot: Snapshot,
}

/// What was seen of which state: what is made from it is kept under this.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SeenVersion {
    /// The state of the district.
    pub version: Version,
    /// As whom it was read.
    pub audience: Audience,
}

/// An offer as it may be named to everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownOffer {
    /// Its id.
    pub id: OfferId,
    /// Its name.
    pub name: String,
    /// The life phases it is for.
    pub life_phases: Vec<LifePhase>,
    /// The fields of action it serves.
    pub fields: Vec<Field>,
}

/// A state, and as whom it is looked at: from this everything is computed that the service gives out.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    pub(super) snapshot: &'a Snapshot,
    audience: Audience,
}

impl Service {
    /// What a role sees of a district; one of which it sees nothing is like one that does not exist.
    pub async fn see(&self, role: &Role, district: &DistrictId) -> Result<Seen> {
        let Some(audience) = role.audience(district) else {
            return Err(self.unknown(district).await?);
        };
        Ok(self.view(district).await?.seen_by(audience))
    }

    /// The same of a district that was found to stand there a moment ago.
    pub async fn see_at(&self, role: &Role, district: &DistrictId, heads: &Heads) -> Result<Seen> {
        let Some(audience) = role.audience(district) else {
            return Err(self.unknown(district).await?);
        };
        Ok(self.view_at(district, heads).await?.seen_by(audience))
    }

    /// The view of a phase that is shown unless another is asked for.
    pub async fn first_view(&self, seen: &Seen, phase: &PhaseId) -> Result<View> {
        if let Seen::Working(_) = seen {
            return Ok(View::Network);
        }
        let selection = self.usual(seen, phase).await;
        let report = self.report(seen, &selection, Options::default()).await?;
        Ok(View::first_of_offices(report.departments))
    }

    async fn unknown(&self, district: &DistrictId) -> Result<Error> {
        let programme = self.programme().await?;
        Ok(no_such_district(&programme.value, district))
    }
}

/// Says which districts there are.
pub(super) fn no_such_district(programme: &Programme, asked: &DistrictId) -> Error {
    let known = programme.districts_in_order();
    Error::NoSuchDistrict {
        asked: asked.to_string(),
        known: known.into_iter().map(|(id, _)| id.clone()).collect(),
    }
}

impl Snapshot {
    fn seen_by(self, audience: Audience) -> Seen {
        match audience {
            Audience::Working => Seen::Working(self),
            Audience::Leadership => Seen::Leading(self.released()),
        }
    }

    /// The same as leaders would get it.
    pub fn released(self) -> Released {
        Released { snapshot: self }
    }
}

impl Released {
    /// Which state it is, and that leaders see it.
    pub fn version(&self) -> SeenVersion {
        Look::from(self).version()
    }
}

/// What everybody who sees a district may know of it, and what a page needs to ask for more.
impl Seen {
    /// Which state it is, and who sees it.
    pub fn version(&self) -> SeenVersion {
        Look::from(self).version()
    }

    /// The district's own record.
    pub fn district(&self) -> &District {
        &Look::from(self).snapshot.district
    }

    /// The districts and phases.
    pub fn programme(&self) -> &Arc<Programme> {
        &Look::from(self).snapshot.programme
    }

    /// Whether nobody has reported a cooperation yet.
    pub fn is_empty(&self) -> bool {
        Look::from(self).snapshot.network.reports.is_empty()
    }

    /// The phase with this id or name.
    pub fn phase(&self, asked: &str) -> Result<PhaseId> {
        Look::from(self).snapshot.phase(asked)
    }

    /// The phase shown when none is asked for: the latest with cooperations, else the current one.
    pub fn latest_phase(&self) -> Option<PhaseId> {
        Look::from(self).snapshot.latest_phase()
    }

    /// The phases with a cooperation, in order.
    pub fn phases_with_reports(&self) -> Vec<PhaseId> {
        let snapshot = Look::from(self).snapshot;
        let phases = snapshot.network.phases_with_reports(&snapshot.programme);
        phases.into_iter().cloned().collect()
    }

    /// The offers of a phase, by id.
    pub fn offers(&self, phase: &PhaseId) -> Vec<ShownOffer> {
        let offers = Look::from(self).snapshot.network.offers.iter();
        let there = offers.filter(|(_, offer)| offer.providers.contains_key(phase));
        there
            .map(|(id, offer)| ShownOffer {
                id: id.clone(),
                name: offer.name.to_string(),
                life_phases: offer.life_phases.iter().copied().collect(),
                fields: offer.fields.iter().copied().collect(),
            })
            .collect()
    }

    /// The same as leaders would get it.
    pub fn released(self) -> Released {
        match self {
            Self::Working(snapshot) => snapshot.released(),
            Self::Leading(released) => released,
        }
    }
}

impl<'a> Look<'a> {
    pub(super) fn version(self) -> SeenVersion {
        SeenVersion {
            version: self.snapshot.version.clone(),
            audience: self.audience,
        }
    }

    /// The working state; none for leaders.
    pub(super) fn working(self) -> Option<&'a Snapshot> {
        (self.audience == Audience::Working).then_some(self.snapshot)
    }

    /// The selection as it is answered: of leaders one of their list, whoever it was made for.
    pub(super) fn selection(self, asked: &Selection) -> Result<Selection> {
        if self.working().is_some() {
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
        Self {
            snapshot,
            audience: Audience::Working,
        }
    }
}

impl<'a> From<&'a Released> for Look<'a> {
    fn from(released: &'a Released) -> Self {
        Self {
            snapshot: &released.snapshot,
            audience: Audience::Leadership,
        }
    }
}

impl<'a> From<&'a Seen> for Look<'a> {
    fn from(seen: &'a Seen) -> Self {
        match seen {
            Seen::Working(snapshot) => snapshot.into(),
            Seen::Leading(released) => released.into(),
        }
    }
}
