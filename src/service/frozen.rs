//! Frozen states as they are looked at: read from the store by their sums, and kept as long as there is room.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{
    District, DistrictId, FEWEST_SHOWN, ForLeaders, FrozenState, InPhase, Network, OfferId,
    PhaseId, Programme, Recipient, Release, ReleaseId, Survey,
};
use crate::exchange;
use crate::text::Lang;

use super::shown_offer::ShownOffer;
use super::weight::survey_weight;
use super::{Error, Result, Service, Snapshot};

/// A district as it was frozen: what its pages and pictures of a release are made from.
#[derive(Clone)]
pub struct FrozenSnapshot {
    /// The district.
    pub district: DistrictId,
    /// The release's id.
    pub id: ReleaseId,
    /// The release.
    pub release: Release,
    pub(super) thawed: Arc<Thawed>,
}

/// A frozen state, unpacked.
pub(super) struct Thawed {
    pub(super) programme: Arc<Programme>,
    pub(super) record: District,
    pub(super) survey: Arc<Survey>,
    leaders: ForLeaders,
    erased: Option<NaiveDate>,
}

/// A department that leaders are told nothing of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hidden {
    /// Its name.
    pub name: String,
    /// Its functions.
    pub functions: usize,
    /// Whether these are too few; else an earlier release held it back.
    pub is_small: bool,
}

impl Thawed {
    /// A state that was unpacked.
    pub(super) fn of(district: &DistrictId, state: FrozenState) -> Self {
        let programme = Programme {
            districts: BTreeMap::from([(district.clone(), state.district.clone())]),
            phases: state.phases,
        };
        Self {
            programme: Arc::new(programme),
            record: state.district,
            survey: Arc::new(state.survey),
            leaders: state.leaders,
            erased: state.erased,
        }
    }

    pub(super) fn weight(&self) -> u32 {
        let told = self
            .leaders
            .figures
            .values()
            .chain(self.leaders.pictures.values());
        let told: usize = told.flat_map(BTreeMap::values).map(String::len).sum();
        u32::try_from(survey_weight(&self.survey) + told).unwrap_or(u32::MAX)
    }
}

impl FrozenSnapshot {
    /// The phases of the state, from the earliest.
    pub fn phases(&self) -> Vec<PhaseId> {
        let phases = self.thawed.programme.phases_in_order();
        phases.into_iter().map(|(id, _)| id.clone()).collect()
    }

    /// When what single functions had said was last deleted from it.
    pub fn erased(&self) -> Option<NaiveDate> {
        self.thawed.erased
    }

    /// The departments of the release's phase of which leaders are told nothing.
    pub fn hidden(&self) -> Vec<Hidden> {
        let survey = self.survey();
        let phases = &survey.phases;
        let place = phases
            .iter()
            .position(|one| one.id == self.release.phase.as_str());
        let Some(in_phase) = place.map(|at| survey.in_phase(at as u16)) else {
            return Vec::new();
        };
        let hidden = in_phase.hidden().map(|department| {
            let functions = in_phase.functions(department);
            Hidden {
                name: survey.department(department).name.clone(),
                functions,
                is_small: functions < FEWEST_SHOWN,
            }
        });
        hidden.collect()
    }

    /// The survey that was frozen.
    pub fn survey(&self) -> &Arc<Survey> {
        &self.thawed.survey
    }

    /// The figures of a phase as leaders are told them: as they were when it was frozen.
    pub(super) fn figures(&self, phase: &PhaseId, lang: Lang) -> Option<&str> {
        let figures = self.thawed.leaders.figures.get(phase)?;
        figures.get(lang.code()).map(String::as_str)
    }

    /// The first picture of a phase as leaders see it: as it was when it was frozen.
    pub(super) fn picture(&self, phase: &PhaseId, lang: Lang) -> Option<&str> {
        let pictures = self.thawed.leaders.pictures.get(phase)?;
        pictures.get(lang.code()).map(String::as_str)
    }
}

impl FrozenSnapshot {
    pub(super) fn phases_with_reports(&self) -> Vec<PhaseId> {
        let survey = self.survey();
        let phases = (0..).zip(self.phases());
        let has = |at: u16| survey.ties.iter().any(|tie| tie.phase == Some(at));
        phases
            .filter(|(at, _)| has(*at))
            .map(|(_, id)| id)
            .collect()
    }

    pub(super) fn offers(&self, phase: &PhaseId) -> Vec<ShownOffer> {
        let survey = self.survey();
        let place = (0..)
            .zip(&survey.phases)
            .find(|(_, one)| one.id == phase.as_str());
        let place = place.map(|(at, _)| at);
        let of_phase = InPhase {
            survey,
            phase: place,
        };
        let offers = of_phase.offers().filter_map(|offer| {
            Some(ShownOffer {
                id: OfferId::parse(&offer.id).ok()?,
                name: offer.label.clone(),
                life_phases: offer.life_phases.iter().copied().collect(),
                fields: offer.fields.iter().copied().collect(),
            })
        });
        offers.collect()
    }
}

/// The release that these see: of those released for them the latest; none where there is none.
pub fn last_released(network: &Network, whom: Recipient) -> Option<(&ReleaseId, &Release)> {
    let releases = network.releases.iter();
    let seen = releases.filter_map(|(id, one)| Some((one.seen_by(whom)?, id, one)));
    let last = seen.max_by(|(a, one, _), (b, other, _)| (a, one).cmp(&(b, other)));
    last.map(|(_, id, release)| (id, release))
}

impl Service {
    /// A release of a district as it stands.
    pub async fn frozen(&self, of: &Snapshot, id: &ReleaseId) -> Result<FrozenSnapshot> {
        let release = of.network.releases.get(id).ok_or(Error::NoSuchRelease)?;
        let district = &of.version.district;
        let thaw = async {
            let found = self.store.frozen(district, &release.frozen).await?;
            let frozen = found.ok_or(Error::Frozen(exchange::ThawError::Damaged))?;
            let own = district.clone();
            let thaw = move || Ok(Arc::new(Thawed::of(&own, exchange::thaw_state(&frozen)?)));
            let thawed = tokio::task::spawn_blocking(thaw).await;
            let thawed: std::result::Result<_, exchange::ThawError> =
                thawed.unwrap_or_else(|died| std::panic::resume_unwind(died.into_panic()));
            thawed.map_err(Error::Frozen)
        };
        let key = (district.clone(), release.frozen.clone());
        let found = self.thawed.try_get_with(key, thaw).await;
        Ok(FrozenSnapshot {
            district: district.clone(),
            id: id.clone(),
            release: release.clone(),
            thawed: found.map_err(|error| Error::clone(&error))?,
        })
    }
}
