//! A district's network as a survey.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::rows::{
    Column, Presence, Survey, SurveyActor, SurveyDepartment, SurveyOffer, SurveyParty, SurveyPhase,
    SurveyTie,
};
use crate::domain::{
    ActorId, DepartmentId, District, Membership, Network, Offer, Party, PhaseId, Programme, Text,
    TieKind,
};

impl Network {
    /// The network as a survey of the district, over all its phases.
    ///
    /// Notes and contacts stay behind: no figure and no picture is made from them.
    pub fn survey(&self, district: &District, programme: &Programme) -> Survey {
        let phases = programme.phases_in_order();
        let places = Places {
            phases: phases
                .iter()
                .zip(0..)
                .map(|((id, _), at)| (*id, at))
                .collect(),
            actors: self.actors.keys().zip(0..).collect(),
            departments: self.departments.keys().zip(0..).collect(),
        };
        let kinds = TieKind::ALL.iter().map(|kind| kind.code().to_owned());
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
            departments: self.survey_departments(),
            actors: self.survey_actors(),
            presences: self.presences(&places),
            columns: self.columns(),
            kinds: kinds.collect(),
            ties: self.survey_ties(&places),
            offers: self.survey_offers(&places),
            map_places: None,
            withheld: Vec::new(),
        }
    }

    fn survey_departments(&self) -> Vec<SurveyDepartment> {
        let departments = self.departments.iter();
        departments
            .map(|(id, department)| SurveyDepartment {
                id: id.to_string(),
                name: department.name.to_string(),
                short_name: text(department.short_name.as_ref()),
                kind: Some(department.kind),
            })
            .collect()
    }

    fn survey_actors(&self) -> Vec<SurveyActor> {
        let actors = self.actors.iter();
        actors
            .map(|(id, actor)| SurveyActor {
                id: id.to_string(),
                label: actor.name.to_string(),
                kind: actor.kind,
            })
            .collect()
    }

    fn presences(&self, places: &Places) -> Vec<Presence> {
        let memberships = self.memberships.iter();
        memberships
            .map(|((actor, phase), m)| Presence {
                actor: places.actors[actor],
                phase: Some(places.phases[phase]),
                department: Some(places.departments[&m.department]),
                level: m.level,
                core_team: m.core_team,
                asked: m.asked,
                answered: m.answered,
                open: m.open.iter().map(|id| places.departments[id]).collect(),
            })
            .collect()
    }

    fn survey_ties(&self, places: &Places) -> Vec<SurveyTie> {
        let reports = self.reports.iter();
        reports
            .map(|((phase, from, to), report)| SurveyTie {
                from: places.actors[from],
                to: places.actors[to],
                phase: Some(places.phases[phase]),
                strength: report.strength.map(|strength| strength.number().into()),
                kinds: report.kinds.bits().into(),
                binding: report.binding,
                through_core_team: report.through_core_team,
            })
            .collect()
    }

    fn survey_offers(&self, places: &Places) -> Vec<SurveyOffer> {
        let mut offers = Vec::new();
        for (id, offer) in &self.offers {
            let first = offers.len();
            let phases = offer.providers.iter();
            offers.extend(phases.map(|(phase, providers)| SurveyOffer {
                phase: Some(places.phases[phase]),
                providers: places.parties(providers),
                ..places.offer(id.to_string(), offer)
            }));
            offers[first..].sort_by_key(|row: &SurveyOffer| row.phase);
        }
        offers
    }

    fn columns(&self) -> Vec<Column> {
        let mut columns: BTreeMap<usize, Column> = BTreeMap::new();
        for ((actor, phase), membership) in &self.memberships {
            let row = self.row(actor, phase, membership);
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

    /// What each column says of an actor in a phase.
    fn row(
        &self,
        actor: &ActorId,
        phase: &PhaseId,
        m: &Membership,
    ) -> [(&'static str, Option<String>); 9] {
        let department = &self.departments[&m.department];
        let core_team = if m.core_team { "yes" } else { "no" };
        [
            ("department", Some(department.name.to_string())),
            ("short_name", text(department.short_name.as_ref())),
            ("policy_field", text(department.policy_field.as_ref())),
            ("division", text(department.divisions.get(phase))),
            ("section", text(m.section.as_ref())),
            ("level", m.level.map(|level| level.code().to_owned())),
            ("kind", Some(self.actors[actor].kind.code().to_owned())),
            ("department_kind", Some(department.kind.code().to_owned())),
            ("core_team", Some(core_team.to_owned())),
        ]
    }
}

/// Where each record of a network stands in its survey.
struct Places<'a> {
    phases: HashMap<&'a PhaseId, u16>,
    actors: HashMap<&'a ActorId, u32>,
    departments: HashMap<&'a DepartmentId, u32>,
}

impl Places<'_> {
    /// What an offer says in all its phases.
    fn offer(&self, id: String, offer: &Offer) -> SurveyOffer {
        SurveyOffer {
            id,
            label: offer.name.to_string(),
            phase: None,
            life_phases: offer.life_phases.clone(),
            fields: offer.fields.clone(),
            providers: Vec::new(),
            responsible: offer.responsible.as_ref().map(|id| self.departments[id]),
            known_to: self.parties(&offer.known_to),
            referred_by: self.parties(&offer.referred_by),
            target_group: text(offer.target_group.as_ref()),
            area: text(offer.area.as_ref()),
            goal: text(offer.goal.as_ref()),
            funding: text(offer.funding.as_ref()),
        }
    }

    fn parties(&self, parties: &BTreeSet<Party>) -> Vec<SurveyParty> {
        let party = |party: &Party| match party {
            Party::Actor(actor) => SurveyParty::Actor(self.actors[actor]),
            Party::Department(id) => SurveyParty::Department(self.departments[id]),
            Party::Section(id, section) => {
                SurveyParty::Section(self.departments[id], section.to_string())
            }
        };
        parties.iter().map(party).collect()
    }
}

fn text(text: Option<&Text>) -> Option<String> {
    text.map(ToString::to_string)
}
