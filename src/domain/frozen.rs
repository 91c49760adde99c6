//! What a release holds: a survey that stays what it was, and what leaders are told of it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::actor::ActorId;
use super::district::District;
use super::phase::{FundingPhase, PhaseId};
use super::survey::Survey;

/// A frozen state of a district: everything that its pages and pictures are made from, so that no later change of the
/// district, the programme or the seed reaches them.
///
/// It holds no contact, no note and no author: a survey has none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrozenState {
    /// The district's own record as it was.
    pub district: District,
    /// The phases of the survey as they were.
    pub phases: BTreeMap<PhaseId, FundingPhase>,
    /// The survey in the release's phase and the one that it is compared with, with the places of its map.
    pub survey: Survey,
    /// What leaders are told and shown, as values.
    pub leaders: ForLeaders,
    /// When what single functions had said was last deleted from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub erased: Option<NaiveDate>,
}

/// What leaders get of a frozen state, as it was told and drawn when it was frozen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ForLeaders {
    /// The figures of each phase as JSON, by phase and language.
    pub figures: BTreeMap<PhaseId, BTreeMap<String, String>>,
    /// The first picture of each phase as SVG, by phase and language.
    pub pictures: BTreeMap<PhaseId, BTreeMap<String, String>>,
}

/// A frozen state as it is kept: deflated JSON, whose version and SHA-256 tell whether it can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frozen {
    /// The version of its body.
    pub format: u32,
    /// The SHA-256 of its body, in hexadecimal digits.
    pub sha256: String,
    /// The body.
    pub bytes: Vec<u8>,
}

impl FrozenState {
    /// Gives a function another id and a name that tells nothing. Its ties and its office stay, and it stays where it
    /// stands among the others, so that all figures and what leaders are shown stay the same. Whether it was there.
    pub fn anonymise(&mut self, actor: &ActorId, id: &ActorId, name: &str, on: NaiveDate) -> bool {
        let survey = &mut self.survey;
        let mut actors = survey.actors.iter_mut();
        let Some(found) = actors.find(|one| one.id == actor.as_str()) else {
            return false;
        };
        id.as_str().clone_into(&mut found.id);
        name.clone_into(&mut found.label);
        for placed in survey.map_places.iter_mut().flat_map(|all| &mut all.actors) {
            if placed.actor == actor.as_str() {
                id.as_str().clone_into(&mut placed.actor);
            }
        }
        self.erased = Some(on);
        true
    }
}
