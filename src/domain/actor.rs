//! Actors, functions rather than persons, and where they stand in a phase.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::department::DepartmentId;
use super::id::Id;
use super::words::{Note, Text};

/// The id of an actor.
pub type ActorId = Id<Actor>;

/// A function, team, facility, body or group of volunteers. Never a named person by default.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The name of the function or facility.
    pub name: Text,
    /// What kind of actor it is.
    pub kind: ActorKind,
    /// A remark for the core team.
    pub note: Option<Note>,
}

/// Where an actor stands in one phase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    /// The department it belongs to.
    pub department: DepartmentId,
    /// The unit inside the department (Fachbereich), such as RSD.
    pub section: Option<Text>,
    /// The level of its work.
    pub level: Option<Level>,
    /// Whether it belongs to the district's core team.
    pub core_team: bool,
    /// Whether it was asked about its cooperation; none where that was not recorded.
    pub asked: Option<bool>,
    /// Whether it answered; none where that was not recorded.
    pub answered: Option<bool>,
    /// The departments of which it left open with whom it works there, beside the ties that it names.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub open: BTreeSet<DepartmentId>,
}

/// The kinds of actor.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum ActorKind {
    /// Funktion.
    #[default]
    Function,
    /// Team.
    Team,
    /// Einrichtung.
    Organisation,
    /// Gremium: its seats are not cooperation, silo figures leave it out.
    Body,
    /// Ehrenamtliche.
    Volunteers,
}

impl ActorKind {
    /// All kinds, in the order of the contract.
    pub const ALL: [Self; 5] = [
        Self::Function,
        Self::Team,
        Self::Organisation,
        Self::Body,
        Self::Volunteers,
    ];

    /// The code in files, stores and addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Function => "function",
            Self::Team => "team",
            Self::Organisation => "organisation",
            Self::Body => "body",
            Self::Volunteers => "volunteers",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// The level of an actor's work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Works with families.
    Operative,
    /// Coordinates.
    Coordinating,
    /// Leads.
    Leading,
}

impl Level {
    /// All levels, from practice to leadership.
    pub const ALL: [Self; 3] = [Self::Operative, Self::Coordinating, Self::Leading];

    /// The code in files, stores and addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Operative => "operative",
            Self::Coordinating => "coordinating",
            Self::Leading => "leading",
        }
    }

    /// The level with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }
}
