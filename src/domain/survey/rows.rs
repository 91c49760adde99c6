//! The rows of a survey.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::domain::{ActorKind, DepartmentKind, Field, Level, LifePhase, MapPlaces};

/// Departments, actors, where they stand, what they report and what they offer, in no store's or file's own form.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Survey {
    /// What it is of: the district's name, or the file's.
    pub title: String,
    /// Whether it is a district of the store, with its defaults, rather than plain files.
    pub from_district: bool,
    /// The phases, from the earliest; none in files without a phase column.
    pub phases: Vec<SurveyPhase>,
    /// The departments in the natural order of their ids, those without an actor among them.
    pub departments: Vec<SurveyDepartment>,
    /// The actors in the natural order of their ids.
    pub actors: Vec<SurveyActor>,
    /// Where the actors stand, one row per actor and phase, actors ascending.
    pub presences: Vec<Presence>,
    /// The columns by which actors can be grouped, each as long as `presences`.
    pub columns: Vec<Column>,
    /// The kinds of tie that occur; bit `i` of a tie's `kinds` stands for the `i`-th. At most 64.
    pub kinds: Vec<String>,
    /// What is reported, one row per side.
    pub ties: Vec<SurveyTie>,
    /// The offers, one row per offer and phase, by id and phase.
    pub offers: Vec<SurveyOffer>,
    /// The places of its map, where they are kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub map_places: Option<MapPlaces>,
    /// Departments of which leaders are told nothing in a phase, however many functions they have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withheld: Vec<Withheld>,
}

/// A department of which leaders are told nothing in a phase: an earlier release held it back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withheld {
    /// The place of the phase in [`Survey::phases`].
    pub phase: u16,
    /// The place of the department in [`Survey::departments`].
    pub department: u32,
}

/// A phase of a survey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SurveyPhase {
    /// The key by which it is selected.
    pub id: String,
    /// The name shown.
    pub name: String,
}

/// A department of a survey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SurveyDepartment {
    /// The id in the answer.
    pub id: String,
    /// The full name.
    pub name: String,
    /// The abbreviation used in pictures.
    pub short_name: Option<String>,
    /// What kind of organisation it is, where that is known.
    pub kind: Option<DepartmentKind>,
}

/// An actor of a survey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SurveyActor {
    /// The id in the answer.
    pub id: String,
    /// The name, else the id.
    pub label: String,
    /// What kind of actor it is.
    pub kind: ActorKind,
}

/// Where an actor stands in a phase.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Presence {
    /// The place of the actor in [`Survey::actors`].
    pub actor: u32,
    /// The place of the phase in [`Survey::phases`]; none: in all of them.
    pub phase: Option<u16>,
    /// The place of its department in [`Survey::departments`], where it has one.
    pub department: Option<u32>,
    /// Its level.
    pub level: Option<Level>,
    /// Whether it belongs to the core team.
    pub core_team: bool,
    /// Whether it was asked, where recorded.
    pub asked: Option<bool>,
    /// Whether it answered, where recorded.
    pub answered: Option<bool>,
    /// The places of the departments of which it left open with whom it works there, beside its ties, ascending.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub open: Vec<u32>,
}

/// A column of the actors or of their departments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// The names by which it is chosen: the key and the header as written.
    pub names: Vec<String>,
    /// The value for each presence; none where the cell is empty.
    pub values: Vec<Option<String>>,
}

/// One side's report of a tie.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SurveyTie {
    /// The place of who reports in [`Survey::actors`].
    pub from: u32,
    /// The place of whom it is about.
    pub to: u32,
    /// The place of the phase in [`Survey::phases`]; none where the file has none.
    pub phase: Option<u16>,
    /// The strength: finite; none where it was stated without one.
    pub strength: Option<f64>,
    /// The kinds, as bits.
    pub kinds: u64,
    /// Whether it is agreed in writing; none where that was not said.
    pub binding: Option<bool>,
    /// Whether the core team brought it about.
    pub through_core_team: bool,
}

/// An offer of a survey in a phase.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SurveyOffer {
    /// The id in the answer.
    pub id: String,
    /// The name.
    pub label: String,
    /// The place of the phase in [`Survey::phases`]; none: in all of them.
    pub phase: Option<u16>,
    /// The life phases it is for.
    pub life_phases: BTreeSet<LifePhase>,
    /// The fields of action it serves.
    pub fields: BTreeSet<Field>,
    /// Who provides it.
    pub providers: Vec<SurveyParty>,
    /// The place of the department that is responsible for it in [`Survey::departments`].
    pub responsible: Option<u32>,
    /// Who knows it.
    pub known_to: Vec<SurveyParty>,
    /// Who refers families to it.
    pub referred_by: Vec<SurveyParty>,
    /// Whom it is for, in words.
    pub target_group: Option<String>,
    /// The part of the district (Bezirksregion).
    pub area: Option<String>,
    /// The goal of the strategy it serves.
    pub goal: Option<String>,
    /// Who pays for it.
    pub funding: Option<String>,
}

/// Who takes part in an offer of a survey.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SurveyParty {
    /// An actor, by its place in [`Survey::actors`].
    Actor(u32),
    /// A department as such, by its place in [`Survey::departments`].
    Department(u32),
    /// A section of a department, by the department's place and the section's name.
    Section(u32, String),
}

impl SurveyOffer {
    /// Everyone who provides, knows or refers to it.
    pub fn parties(&self) -> impl Iterator<Item = &SurveyParty> {
        let told = self.known_to.iter().chain(&self.referred_by);
        self.providers.iter().chain(told)
    }

    /// The same, to be moved to other places.
    pub fn parties_mut(&mut self) -> impl Iterator<Item = &mut SurveyParty> {
        let Self {
            providers,
            known_to,
            referred_by,
            ..
        } = self;
        providers.iter_mut().chain(known_to).chain(referred_by)
    }
}
