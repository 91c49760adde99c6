//! The gate: what somebody sees of a district, by role.
//!
//! The working state is a [`Snapshot`], with everything in it, and so is a [`FrozenSnapshot`] of what a release holds. What
//! leaders get is [`Released`], which keeps its state to the service: figures, comparisons and pictures come out of it
//! aggregated, so that no page, picture, export or cache can reach a function or decide what of it to show. From [`Whole`]
//! nothing comes out that is about a department.

use std::sync::Arc;

use crate::analysis::Options;
use crate::domain::{Audience, District, DistrictId, PhaseId, Programme, Recipient, Release, Role};
use crate::map::View;
use crate::store::Heads;
use crate::text::Lang;

use super::frozen::{FrozenSnapshot, last_released};
use super::look::{Look, SeenVersion, State};
use super::shown_offer::ShownOffer;
use super::whole::WholeFigures;
use super::{Error, Result, Service, Snapshot, phase_called};

/// What the gate gives somebody of a district.
#[derive(Clone)]
pub enum Sight {
    /// By department, or all of it.
    Open(Seen),
    /// The district as a whole alone.
    Whole(Whole),
}

/// What somebody sees of a district.
#[derive(Clone)]
pub enum Seen {
    /// The working state.
    Working(Snapshot),
    /// A state that was frozen, with everything in it.
    Frozen(FrozenSnapshot),
    /// What leaders get.
    Leading(Released),
}

/// A district as leaders get it: aggregated values alone, of a frozen state or of how it stands.
#[derive(Clone)]
pub struct Released {
    basis: Basis,
}

/// A frozen state of which nothing by department is told.
#[derive(Clone)]
pub struct Whole(FrozenSnapshot);

/// From which state leaders' values are made.
#[derive(Clone)]
enum Basis {
    Working(Snapshot),
    Frozen(FrozenSnapshot),
}

impl Service {
    /// What a role sees of a district; one of which it sees nothing is like one that does not exist.
    pub async fn see(&self, role: &Role, district: &DistrictId) -> Result<Sight> {
        if role.audience(district).is_none() {
            return Err(self.unknown(district).await?);
        }
        self.sight(role, self.view(district).await?).await
    }

    /// The same of a district that was found to stand there a moment ago.
    pub async fn see_at(&self, role: &Role, district: &DistrictId, heads: &Heads) -> Result<Sight> {
        if role.audience(district).is_none() {
            return Err(self.unknown(district).await?);
        }
        self.sight(role, self.view_at(district, heads).await?).await
    }

    /// How a district stands, for who may see all of it and looks at what an audience gets.
    pub async fn stands_for(&self, audience: Audience, district: &DistrictId) -> Result<Seen> {
        let view = self.view(district).await?;
        Ok(match audience {
            Audience::Working => Seen::Working(view),
            Audience::Leadership => Seen::Leading(view.released()),
        })
    }

    /// Leaders and the programme get the last state that was released for them, whatever stands now.
    async fn sight(&self, role: &Role, view: Snapshot) -> Result<Sight> {
        let whom = match role {
            Role::CoreTeam(_) | Role::Coordination(_) => {
                return Ok(Sight::Open(Seen::Working(view)));
            }
            Role::Leader(_) => Recipient::Leaders,
            Role::Programme => Recipient::Programme,
        };
        let last = last_released(&view.network, whom);
        let (id, release) = last.ok_or(Error::NothingReleased)?;
        let by_department = match whom {
            Recipient::Programme => release.seen_by(Recipient::ProgrammeMap).is_some(),
            Recipient::Leaders | Recipient::ProgrammeMap => true,
        };
        let frozen = self.frozen(&view, id).await?;
        Ok(match by_department {
            true => Sight::Open(Seen::Leading(frozen.released())),
            false => Sight::Whole(Whole(frozen)),
        })
    }

    /// The figures of a district as a whole: nothing in them is about a department.
    pub async fn whole(&self, of: &Whole) -> Result<WholeFigures> {
        let released = of.0.clone().released();
        let seen = Seen::Leading(released);
        let phase = of.0.release.phase.clone();
        let selection = self.usual(&seen, &phase).await;
        let report = self.report(&seen, &selection, Options::shown()).await?;
        Ok(WholeFigures::of(&report))
    }

    /// The view of a phase that is shown unless another is asked for.
    pub async fn first_view(&self, seen: &Seen, phase: &PhaseId) -> Result<View> {
        if let Seen::Working(_) | Seen::Frozen(_) = seen {
            return Ok(View::Network);
        }
        let selection = self.usual(seen, phase).await;
        let report = self.report(seen, &selection, Options::shown()).await?;
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
    /// The same as leaders would get it.
    pub fn released(self) -> Released {
        let basis = Basis::Working(self);
        Released { basis }
    }
}

impl FrozenSnapshot {
    /// The same as leaders get it.
    pub fn released(self) -> Released {
        let basis = Basis::Frozen(self);
        Released { basis }
    }
}

impl Sight {
    /// What is seen by department or whole; none where nothing but the district as a whole is told.
    pub fn open(self) -> Option<Seen> {
        match self {
            Self::Open(seen) => Some(seen),
            Self::Whole(_) => None,
        }
    }
}

impl Whole {
    /// The district's own record as it was.
    pub fn district(&self) -> &District {
        &self.0.thawed.record
    }

    /// The districts and phases as they were.
    pub fn programme(&self) -> &Arc<Programme> {
        &self.0.thawed.programme
    }

    /// The release.
    pub fn release(&self) -> &Release {
        &self.0.release
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
        Look::from(self).record()
    }

    /// The districts and phases.
    pub fn programme(&self) -> &Arc<Programme> {
        Look::from(self).programme()
    }

    /// The release that is seen; none where it is how the district stands.
    pub fn release(&self) -> Option<&Release> {
        match Look::from(self).state {
            State::Working(_) => None,
            State::Frozen(frozen) => Some(&frozen.release),
        }
    }

    /// Whether there is nothing to show yet: no cooperation, for leaders no function, whose picture shows offices without
    /// ties too.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Working(snapshot) => snapshot.network.reports.is_empty(),
            Self::Frozen(frozen) => frozen.survey().ties.is_empty(),
            Self::Leading(released) => match &released.basis {
                Basis::Working(snapshot) => snapshot.network.memberships.is_empty(),
                Basis::Frozen(frozen) => frozen.survey().presences.is_empty(),
            },
        }
    }

    /// The phase with this id or name.
    pub fn phase(&self, asked: &str) -> Result<PhaseId> {
        phase_called(self.programme(), asked)
    }

    /// The phase shown when none is asked for: the latest with cooperations, else with functions, else the
    /// current one; of a release its own.
    pub fn latest_phase(&self) -> Option<PhaseId> {
        match Look::from(self).state {
            State::Working(snapshot) => snapshot.latest_phase(),
            State::Frozen(frozen) => Some(frozen.release.phase.clone()),
        }
    }

    /// The phases with a cooperation, in order.
    pub fn phases_with_reports(&self) -> Vec<PhaseId> {
        match Look::from(self).state {
            State::Working(snapshot) => {
                let phases = snapshot.network.phases_with_reports(&snapshot.programme);
                phases.into_iter().cloned().collect()
            }
            State::Frozen(frozen) => frozen.phases_with_reports(),
        }
    }

    /// The offers of a phase, by id.
    pub fn offers(&self, phase: &PhaseId) -> Vec<ShownOffer> {
        match Look::from(self).state {
            State::Working(snapshot) => {
                let offers = snapshot.network.offers.iter();
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
            State::Frozen(frozen) => frozen.offers(phase),
        }
    }

    /// The same as leaders would get it.
    pub fn released(self) -> Released {
        match self {
            Self::Working(snapshot) => snapshot.released(),
            Self::Frozen(frozen) => frozen.released(),
            Self::Leading(released) => released,
        }
    }

    /// The first picture of a release's phase as it was drawn for leaders when it was frozen; none of anything else.
    pub fn kept_picture(&self, phase: &PhaseId, lang: Lang) -> Option<&str> {
        self.kept()?.picture(phase, lang)
    }

    /// The figures of a release's phase as leaders were told them when it was frozen; none of anything else.
    pub fn kept_figures(&self, phase: &PhaseId, lang: Lang) -> Option<&str> {
        self.kept()?.figures(phase, lang)
    }

    fn kept(&self) -> Option<&FrozenSnapshot> {
        match self {
            Self::Working(_) | Self::Frozen(_) => None,
            Self::Leading(released) => match &released.basis {
                Basis::Working(_) => None,
                Basis::Frozen(frozen) => Some(frozen),
            },
        }
    }
}

impl<'a> From<&'a Released> for Look<'a> {
    fn from(released: &'a Released) -> Self {
        let state = match &released.basis {
            Basis::Working(snapshot) => State::Working(snapshot),
            Basis::Frozen(frozen) => State::Frozen(frozen),
        };
        Self {
            state,
            audience: Audience::Leadership,
        }
    }
}

impl<'a> From<&'a Seen> for Look<'a> {
    fn from(seen: &'a Seen) -> Self {
        match seen {
            Seen::Working(snapshot) => snapshot.into(),
            Seen::Frozen(frozen) => frozen.into(),
            Seen::Leading(released) => released.into(),
        }
    }
}
