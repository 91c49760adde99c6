//! Offers: the building blocks of the prevention chain.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::actor::ActorId;
use super::department::DepartmentId;
use super::id::Id;
use super::phase::PhaseId;
use super::words::{Note, Text};

/// The id of an offer.
pub type OfferId = Id<Offer>;

/// What families can use: for which life phases, in which fields, by whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// The name of the offer.
    pub name: Text,
    /// The life phases it is for.
    pub life_phases: BTreeSet<LifePhase>,
    /// The fields of action it serves.
    pub fields: BTreeSet<Field>,
    /// The funding phases in which it exists, and who provides it in each.
    pub providers: BTreeMap<PhaseId, BTreeSet<Party>>,
    /// The department that is responsible for it.
    pub responsible: Option<DepartmentId>,
    /// Who knows it.
    pub known_to: BTreeSet<Party>,
    /// Who refers families to it.
    pub referred_by: BTreeSet<Party>,
    /// Whom it is for, in words.
    pub target_group: Option<Text>,
    /// The part of the district (Bezirksregion).
    pub area: Option<Text>,
    /// The goal of the strategy it serves.
    pub goal: Option<Text>,
    /// Who pays for it.
    pub funding: Option<Text>,
    /// A remark for the core team.
    pub note: Option<Note>,
}

impl Offer {
    /// The funding phases in which it exists.
    pub fn phases(&self) -> impl Iterator<Item = &PhaseId> {
        self.providers.keys()
    }

    /// Everyone who provides, knows or refers to it, each named once per part.
    pub fn parties(&self) -> impl Iterator<Item = &Party> {
        self.providers
            .values()
            .flatten()
            .chain(&self.known_to)
            .chain(&self.referred_by)
    }
}

/// Who takes part in an offer: an actor, a whole department, or one of its sections.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// One actor.
    Actor(ActorId),
    /// A department as such.
    Department(DepartmentId),
    /// A section, such as the RSD of the youth welfare office.
    Section(DepartmentId, Text),
}

/// A span of a child's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LifePhase {
    /// Pregnancy and birth.
    Birth,
    /// Under three.
    From0To3,
    /// Three to six.
    From3To6,
    /// Six to ten.
    From6To10,
    /// Ten to fourteen.
    From10To14,
    /// Fourteen to eighteen, at most twenty-seven.
    From14,
}

impl LifePhase {
    /// All life phases, from the youngest.
    pub const ALL: [Self; 6] = [
        Self::Birth,
        Self::From0To3,
        Self::From3To6,
        Self::From6To10,
        Self::From10To14,
        Self::From14,
    ];

    /// The code in stores and addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Birth => "birth",
            Self::From0To3 => "0-3",
            Self::From3To6 => "3-6",
            Self::From6To10 => "6-10",
            Self::From10To14 => "10-14",
            Self::From14 => "14-18/27",
        }
    }

    /// The life phase with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|phase| phase.code() == code)
    }
}

/// A field of action against child poverty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Soziale Teilhabe.
    Participation,
    /// Bildung.
    Education,
    /// Gesund aufwachsen.
    Health,
    /// Materielle Versorgung.
    Material,
}

impl Field {
    /// All fields, in the order of the strategy.
    pub const ALL: [Self; 4] = [
        Self::Participation,
        Self::Education,
        Self::Health,
        Self::Material,
    ];

    /// The code in stores and addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Participation => "participation",
            Self::Education => "education",
            Self::Health => "health",
            Self::Material => "material",
        }
    }

    /// The field with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.code() == code)
    }
}
