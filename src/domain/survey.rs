//! What was reported, as plain rows: the one shape from which every figure is computed,
//! whether it comes from a district's network or straight from files.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::actor::{ActorId, ActorKind, Level};
use super::department::DepartmentKind;
use super::district::District;
use super::network::Network;
use super::offer::{Field, LifePhase, Party};
use super::phase::PhaseId;
use super::programme::Programme;
use super::tie_kind::TieKind;

/// Actors, where they stand, and what they report, in no store's or file's own form.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Survey {
    /// What it is of: the district's name, or the file's.
    pub title: String,
    /// Whether it is a district of the store, with its defaults, rather than plain files.
    pub from_district: bool,
    /// The phases, from the earliest; none in files without a phase column.
    pub phases: Vec<SurveyPhase>,
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
    /// The offers, one row per offer and phase, by id.
    pub offers: Vec<SurveyOffer>,
}

/// A phase of a survey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyPhase {
    /// The key by which it is selected.
    pub id: String,
    /// The name shown.
    pub name: String,
}

/// An actor of a survey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyActor {
    /// The id in the answer.
    pub id: String,
    /// The name, else the id.
    pub label: String,
    /// What kind of actor it is.
    pub kind: ActorKind,
}

/// Where an actor stands in a phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Presence {
    /// The place of the actor in [`Survey::actors`].
    pub actor: u32,
    /// The place of the phase in [`Survey::phases`]; none: in all of them.
    pub phase: Option<u16>,
    /// The kind of its department, where that is known.
    pub department_kind: Option<DepartmentKind>,
    /// Its level.
    pub level: Option<Level>,
    /// Whether it belongs to the core team.
    pub core_team: bool,
    /// Whether it was asked, where recorded.
    pub asked: Option<bool>,
    /// Whether it answered, where recorded.
    pub answered: Option<bool>,
}

/// A column of the actors or of their departments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The names by which it is chosen: the key and the header as written.
    pub names: Vec<String>,
    /// The value for each presence; none where the cell is empty.
    pub values: Vec<Option<String>>,
}

/// One side's report of a tie.
#[derive(Debug, Clone, PartialEq)]
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
    /// Whether it is agreed in writing.
    pub binding: bool,
    /// Whether the core team brought it about.
    pub through_core_team: bool,
}

/// An offer of a survey in a phase.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// The name of the department that is responsible for it.
    pub responsible: Option<String>,
    /// Who knows it.
    pub known_to: Vec<SurveyParty>,
    /// Who refers families to it.
    pub referred_by: Vec<SurveyParty>,
}

/// Who takes part in an offer of a survey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SurveyParty {
    /// An actor, by its place in [`Survey::actors`].
    Actor(u32),
    /// A department or one of its sections, by the department's name.
    Department(String),
}

impl Network {
    /// The network as a survey of the district, over all its phases.
    pub fn survey(&self, district: &District, programme: &Programme) -> Survey {
        let phases = programme.phases_in_order();
        let phase_at: HashMap<&PhaseId, u16> = phases
            .iter()
            .zip(0..)
            .map(|((id, _), at)| (*id, at))
            .collect();
        let actor_at: HashMap<&ActorId, u32> = self.actors.keys().zip(0..).collect();
        let columns = self.columns();
        Survey {
            title: district.name.as_str().to_owned(),
            from_district: true,
            phases: phases
                .iter()
                .map(|(id, phase)| SurveyPhase {
                    id: id.to_string(),
                    name: phase.name.to_string(),
                })
                .collect(),
            actors: self
                .actors
                .iter()
                .map(|(id, actor)| SurveyActor {
                    id: id.to_string(),
                    label: actor.name.to_string(),
                    kind: actor.kind,
                })
                .collect(),
            presences: self
                .memberships
                .iter()
                .map(|((actor, phase), m)| Presence {
                    actor: actor_at[actor],
                    phase: Some(phase_at[phase]),
                    department_kind: Some(self.departments[&m.department].kind),
                    level: m.level,
                    core_team: m.core_team,
                    asked: m.asked,
                    answered: m.answered,
                })
                .collect(),
            columns,
            kinds: TieKind::ALL
                .iter()
                .map(|kind| kind.code().to_owned())
                .collect(),
            ties: self
                .reports
                .iter()
                .map(|((phase, from, to), report)| SurveyTie {
                    from: actor_at[from],
                    to: actor_at[to],
                    phase: Some(phase_at[phase]),
                    strength: report.strength.map(|strength| strength.number().into()),
                    kinds: report.kinds.bits().into(),
                    binding: report.binding,
                    through_core_team: report.through_core_team,
                })
                .collect(),
            offers: self.survey_offers(&phase_at, &actor_at),
        }
    }

    fn survey_offers(
        &self,
        phase_at: &HashMap<&PhaseId, u16>,
        actor_at: &HashMap<&ActorId, u32>,
    ) -> Vec<SurveyOffer> {
        let name = |id: &super::department::DepartmentId| self.departments[id].name.to_string();
        let parties = |parties: &BTreeSet<Party>| -> Vec<SurveyParty> {
            let party = |party: &Party| match party {
                Party::Actor(actor) => SurveyParty::Actor(actor_at[actor]),
                Party::Department(id) | Party::Section(id, _) => SurveyParty::Department(name(id)),
            };
            parties.iter().map(party).collect()
        };
        let mut offers = Vec::new();
        for (id, offer) in &self.offers {
            offers.extend(
                offer
                    .providers
                    .iter()
                    .map(|(phase, providers)| SurveyOffer {
                        id: id.to_string(),
                        label: offer.name.to_string(),
                        phase: Some(phase_at[phase]),
                        life_phases: offer.life_phases.clone(),
                        fields: offer.fields.clone(),
                        providers: parties(providers),
                        responsible: offer.responsible.as_ref().map(name),
                        known_to: parties(&offer.known_to),
                        referred_by: parties(&offer.referred_by),
                    }),
            );
        }
        offers
    }

    fn columns(&self) -> Vec<Column> {
        let mut columns: BTreeMap<usize, Column> = BTreeMap::new();
        for ((actor, phase), m) in &self.memberships {
            let department = &self.departments[&m.department];
            let text = |text: Option<&super::words::Text>| text.map(ToString::to_string);
            let row = [
                ("department", Some(department.name.to_string())),
                ("short_name", text(department.short_name.as_ref())),
                ("policy_field", text(department.policy_field.as_ref())),
                ("division", text(department.divisions.get(phase))),
                ("section", text(m.section.as_ref())),
                ("level", m.level.map(|level| level.code().to_owned())),
                ("kind", Some(self.actors[actor].kind.code().to_owned())),
                ("department_kind", Some(department.kind.code().to_owned())),
                (
                    "core_team",
                    Some(if m.core_team { "yes" } else { "no" }.to_owned()),
                ),
            ];
            for (place, (name, value)) in row.into_iter().enumerate() {
                columns
                    .entry(place)
                    .or_insert_with(|| Column {
                        names: vec![name.to_owned()],
                        values: Vec::new(),
                    })
                    .values
                    .push(value);
            }
        }
        columns.into_values().collect()
    }
}
