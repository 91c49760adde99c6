//! Releases: what a district has frozen, and who may see it.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::frozen::FrozenState;
use super::id::Id;
use super::phase::PhaseId;
use super::words::Text;

/// The id of a release.
pub type ReleaseId = Id<Release>;

/// What names a frozen body: the SHA-256 of its bytes, in hexadecimal digits.
pub type FrozenSum = Id<FrozenState>;

/// A state of a district that was frozen (Stand), and whether others may see it.
///
/// It names its phase and needs none of the programme: what is shown of it stands in the frozen body.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Release {
    /// The name, such as "Stand März 2025".
    pub name: Text,
    /// The day that stands on its pages and pictures.
    pub date: NaiveDate,
    /// The phase that it is about.
    pub phase: PhaseId,
    /// Which body was frozen.
    pub frozen: FrozenSum,
    /// Whether it is released.
    pub state: ReleaseState,
}

/// What has become of a frozen state.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReleaseState {
    /// Only the core team and the coordination see it.
    Frozen,
    /// Those named see it.
    Released(Consent),
    /// Those named saw it, and see it no longer.
    Withdrawn(Consent),
}

/// Who agreed to a release, and for whom. No person is named.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Consent {
    /// For whom.
    pub to: BTreeSet<Recipient>,
    /// Who decided it.
    pub by: Decider,
    /// On which day.
    pub on: NaiveDate,
    /// When it was released, in whole milliseconds: of two the later one is shown.
    pub at: DateTime<Utc>,
}

/// For whom a state is released.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Recipient {
    /// The leaders of the district: everything by department.
    Leaders,
    /// The programme: the figures of the district as a whole.
    Programme,
    /// The programme: the map of the offices and what is told with it, too.
    ProgrammeMap,
}

/// Who may decide that a state is released.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decider {
    /// Kernteam.
    CoreTeam,
    /// Steuerungsrunde.
    SteeringGroup,
    /// Bezirksamtsvorlage.
    DistrictOffice,
}

/// Why a release cannot become what was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReleaseFault {
    /// There is no cooperation in the phase that could be frozen.
    Empty,
    /// What it holds was changed or deleted since.
    Changed,
    /// It would tell what an earlier release held back.
    Tells,
    /// It is released already.
    Released,
    /// It is not released.
    NotReleased,
    /// It was released, so it stays in the list.
    WasReleased,
}

impl Recipient {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Leaders, Self::Programme, Self::ProgrammeMap];

    /// The code in stores and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Leaders => "leaders",
            Self::Programme => "programme",
            Self::ProgrammeMap => "programme-map",
        }
    }

    /// The one with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

impl Decider {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::CoreTeam, Self::SteeringGroup, Self::DistrictOffice];

    /// The code in stores and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::CoreTeam => "core-team",
            Self::SteeringGroup => "steering-group",
            Self::DistrictOffice => "district-office",
        }
    }

    /// The one with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

impl Consent {
    /// Consent for these; none where nobody is named. The map of the offices is not shown without their figures.
    pub fn of(
        to: impl IntoIterator<Item = Recipient>,
        by: Decider,
        on: NaiveDate,
        at: DateTime<Utc>,
    ) -> Option<Self> {
        let mut to: BTreeSet<Recipient> = to.into_iter().collect();
        if to.contains(&Recipient::ProgrammeMap) {
            to.insert(Recipient::Programme);
        }
        (!to.is_empty()).then_some(Self { to, by, on, at })
    }
}

impl ReleaseState {
    /// The code in stores.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Frozen => "frozen",
            Self::Released(_) => "released",
            Self::Withdrawn(_) => "withdrawn",
        }
    }

    /// The state with this code; none where a consent is missing or one too many.
    pub fn from_code(code: &str, consent: Option<Consent>) -> Option<Self> {
        match (code, consent) {
            ("frozen", None) => Some(Self::Frozen),
            ("released", Some(consent)) => Some(Self::Released(consent)),
            ("withdrawn", Some(consent)) => Some(Self::Withdrawn(consent)),
            _ => None,
        }
    }

    /// Who agreed to its latest release.
    pub fn consent(&self) -> Option<&Consent> {
        match self {
            Self::Frozen => None,
            Self::Released(consent) | Self::Withdrawn(consent) => Some(consent),
        }
    }
}

impl Release {
    /// Whether somebody beside the district's own team may see it, or could.
    pub fn was_released(&self) -> bool {
        self.state.consent().is_some()
    }

    /// Since when these see it; none where they don't.
    pub fn seen_by(&self, whom: Recipient) -> Option<DateTime<Utc>> {
        match &self.state {
            ReleaseState::Released(consent) if consent.to.contains(&whom) => Some(consent.at),
            _ => None,
        }
    }
}
