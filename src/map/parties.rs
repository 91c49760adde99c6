//! Who takes part in the offers of a district, in one phase, as far as it may be known.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::network::scene::Scene;
use crate::analysis::gaps::{Alone, held_by_one, known_to_one};
use crate::domain::{ActorKind, InPhase, Survey, SurveyOffer, SurveyParty};

/// What may be known of the offers of a phase: where actors have marks everything, else departments alone.
pub struct Known<'a> {
    survey: Cow<'a, Survey>,
    phase: Option<u16>,
    /// Who is tied with whom, told of both sides.
    pub tied: BTreeSet<(SurveyParty, SurveyParty)>,
    /// The offers that one department holds.
    pub held: Vec<Alone<'a>>,
    /// The offers that one department alone knows.
    pub known: Vec<Alone<'a>>,
}

impl<'a> Known<'a> {
    /// What a scene lets be known; tied is who works together from `min_strength` on.
    pub fn of(district: InPhase<'a>, scene: &Scene, min_strength: f64) -> Self {
        let tied = tied(district, min_strength);
        let everything = Self {
            survey: Cow::Borrowed(district.survey),
            phase: district.phase,
            tied: both_ways(tied.iter().map(|pair| pair.map(SurveyParty::Actor))),
            held: held_by_one(district),
            known: known_to_one(district),
        };
        match scene.has_marks() {
            true => everything,
            false => everything.of_departments(district, &tied),
        }
    }

    /// The same for leaders: who takes part is told by department, and of none under three functions that it stands alone
    /// with an offer. Ties of bodies are in none of their figures.
    fn of_departments(self, district: InPhase<'a>, tied: &[[u32; 2]]) -> Self {
        let survey = district.survey;
        let is_body = |actor: &u32| survey.actors[*actor as usize].kind == ActorKind::Body;
        let party = |actor: u32| {
            let department = district.department_of(actor);
            department.map(SurveyParty::Department)
        };
        let pairs = tied.iter().filter(|pair| !pair.iter().any(is_body));
        let pairs = pairs.filter_map(|[one, other]| Some([party(*one)?, party(*other)?]));
        let large = |one: &Alone| !district.is_hidden(one.department);
        let offers = district.offers();
        Self {
            survey: Cow::Owned(Survey {
                departments: survey.departments.clone(),
                offers: offers.map(|one| told_to_leaders(district, one)).collect(),
                ..Survey::default()
            }),
            phase: district.phase,
            tied: both_ways(pairs),
            held: self.held.into_iter().filter(large).collect(),
            known: self.known.into_iter().filter(large).collect(),
        }
    }

    /// The district, as far as it may be known.
    pub fn district(&self) -> InPhase<'_> {
        InPhase {
            survey: &self.survey,
            phase: self.phase,
        }
    }
}

/// Each pair as seen from both of its sides.
fn both_ways(
    pairs: impl Iterator<Item = [SurveyParty; 2]>,
) -> BTreeSet<(SurveyParty, SurveyParty)> {
    pairs
        .flat_map(|[one, other]| [(one.clone(), other.clone()), (other, one)])
        .collect()
}

/// The ends of what is reported from a strength on.
fn tied(district: InPhase<'_>, min_strength: f64) -> Vec<[u32; 2]> {
    district
        .ties()
        .filter(|tie| {
            tie.strength
                .is_some_and(|strength| strength >= min_strength)
        })
        .map(|tie| [tie.from, tie.to])
        .collect()
}

/// What an offer tells leaders: this list, field by field. Of its free texts only the name, as any other may name a
/// function: target group, area, funding and goal are the core team's.
fn told_to_leaders(district: InPhase<'_>, offer: &SurveyOffer) -> SurveyOffer {
    let departments = |parties: &[SurveyParty]| -> Vec<SurveyParty> {
        let parties = parties.iter();
        let departments = parties.filter_map(|party| district.department(party));
        let departments: BTreeSet<u32> = departments.collect();
        departments
            .into_iter()
            .map(SurveyParty::Department)
            .collect()
    };
    SurveyOffer {
        id: offer.id.clone(),
        label: offer.label.clone(),
        phase: offer.phase.or(district.phase),
        life_phases: offer.life_phases.clone(),
        fields: offer.fields.clone(),
        providers: departments(&offer.providers),
        responsible: offer.responsible,
        known_to: departments(&offer.known_to),
        referred_by: departments(&offer.referred_by),
        target_group: None,
        area: None,
        funding: None,
        goal: None,
    }
}
