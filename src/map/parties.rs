//! Who takes part in the offers of a district, in one phase, as far as it may be known.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::network::scene::Scene;
use crate::analysis::aggregate::FEWEST_SHOWN;
use crate::analysis::gaps::{Alone, held_by_one, known_to_one};
use crate::domain::{self, ActorId, ActorKind, DepartmentId, Offer, OfferId, Party, PhaseId};

/// A district's network in one phase.
#[derive(Debug, Clone, Copy)]
pub struct Network<'a> {
    /// The network.
    pub whole: &'a domain::Network,
    /// The phase.
    pub phase: &'a PhaseId,
}

impl<'a> Network<'a> {
    /// The offers of the phase, by id.
    pub fn offers(self) -> impl Iterator<Item = (&'a OfferId, &'a Offer)> {
        let offers = self.whole.offers.iter();
        offers.filter(move |(_, offer)| offer.providers.contains_key(self.phase))
    }

    /// Who provides an offer in the phase.
    pub fn providers(self, offer: &'a Offer) -> impl Iterator<Item = &'a Party> {
        offer.providers.get(self.phase).into_iter().flatten()
    }

    /// The department of a party; none of an actor without a place in the phase.
    pub fn department(self, party: &'a Party) -> Option<&'a DepartmentId> {
        match party {
            Party::Actor(actor) => {
                let key = (actor.clone(), self.phase.clone());
                let membership = self.whole.memberships.get(&key);
                membership.map(|membership| &membership.department)
            }
            Party::Department(department) | Party::Section(department, _) => Some(department),
        }
    }

    /// The name of a department.
    pub fn name(self, department: &DepartmentId) -> &'a str {
        let known = self.whole.departments.get(department);
        known.map_or("", |department| department.name.as_str())
    }

    /// How many functions a department has in the phase; bodies are none.
    pub fn functions(self, department: &DepartmentId) -> usize {
        let members = self.whole.members(self.phase);
        members
            .filter(|(actor, membership)| {
                let kind = self.whole.actors.get(*actor).map(|actor| actor.kind);
                membership.department == *department && kind != Some(ActorKind::Body)
            })
            .count()
    }
}

/// What may be known of the offers of a phase: beside marks of actors everything, beside cards departments alone.
pub struct Known<'a> {
    whole: Cow<'a, domain::Network>,
    phase: &'a PhaseId,
    /// Who is tied with whom, told of both sides.
    pub tied: BTreeSet<(Party, Party)>,
    /// The offers that one department holds.
    pub held: Vec<Alone>,
    /// The offers that one department alone knows.
    pub known: Vec<Alone>,
}

impl<'a> Known<'a> {
    /// What a scene lets be known; tied is who works together from `min_strength` on.
    pub fn of(network: Network<'a>, scene: &Scene, min_strength: f64) -> Self {
        let tied = network.tied(min_strength);
        let party = |actor: &ActorId| Party::Actor(actor.clone());
        let everything = Self {
            whole: Cow::Borrowed(network.whole),
            phase: network.phase,
            tied: both_ways(tied.iter().map(|pair| pair.map(party))),
            held: held_by_one(network.whole, network.phase),
            known: known_to_one(network.whole, network.phase),
        };
        match scene.has_marks() {
            true => everything,
            false => everything.of_departments(network, &tied),
        }
    }

    /// The same for leaders: who takes part is told by department, and of none under three functions that it stands alone
    /// with an offer. Ties of bodies are in none of their figures.
    fn of_departments(self, network: Network<'a>, tied: &[[&ActorId; 2]]) -> Self {
        let party = |actor: &ActorId| network.in_department(&Party::Actor(actor.clone()));
        let pairs = tied
            .iter()
            .filter(|pair| !pair.iter().any(|end| network.is_body(end)));
        let pairs = pairs.filter_map(|[one, other]| Some([party(one)?, party(other)?]));
        let large = |one: &Alone| network.functions(&one.department) >= FEWEST_SHOWN;
        let offers = network.offers();
        let offers = offers.map(|(id, offer)| (id.clone(), network.told_to_leaders(offer)));
        Self {
            whole: Cow::Owned(domain::Network {
                departments: network.whole.departments.clone(),
                offers: offers.collect(),
                ..domain::Network::default()
            }),
            phase: network.phase,
            tied: both_ways(pairs),
            held: self.held.into_iter().filter(large).collect(),
            known: self.known.into_iter().filter(large).collect(),
        }
    }

    /// The network, as far as it may be known.
    pub fn network(&self) -> Network<'_> {
        Network {
            whole: &self.whole,
            phase: self.phase,
        }
    }
}

/// Each pair as seen from both of its sides.
fn both_ways(pairs: impl Iterator<Item = [Party; 2]>) -> BTreeSet<(Party, Party)> {
    pairs
        .flat_map(|[one, other]| [(one.clone(), other.clone()), (other, one)])
        .collect()
}

impl<'a> Network<'a> {
    /// The ends of what is reported from a strength on.
    fn tied(self, min_strength: f64) -> Vec<[&'a ActorId; 2]> {
        let reports = self.whole.reports.iter();
        reports
            .filter(|((phase, ..), report)| {
                let strength = report.strength.map(|strength| f64::from(strength.number()));
                phase == self.phase && strength.is_some_and(|strength| strength >= min_strength)
            })
            .map(|((_, from, to), _)| [from, to])
            .collect()
    }

    fn is_body(self, actor: &ActorId) -> bool {
        let known = self.whole.actors.get(actor);
        known.is_some_and(|actor| actor.kind == ActorKind::Body)
    }

    /// The department of a party as the one that takes part.
    fn in_department(self, party: &Party) -> Option<Party> {
        let department = match party {
            Party::Actor(actor) => {
                let key = (actor.clone(), self.phase.clone());
                self.whole.memberships.get(&key).map(|own| &own.department)
            }
            Party::Department(department) | Party::Section(department, _) => Some(department),
        };
        department.cloned().map(Party::Department)
    }

    /// What an offer tells leaders: this list, field by field. Its goal and remarks are written for the core team.
    fn told_to_leaders(self, offer: &Offer) -> Offer {
        let departments = |parties: &mut dyn Iterator<Item = &Party>| -> BTreeSet<Party> {
            parties
                .filter_map(|party| self.in_department(party))
                .collect()
        };
        let providers = departments(&mut offer.providers.get(self.phase).into_iter().flatten());
        Offer {
            name: offer.name.clone(),
            life_phases: offer.life_phases.clone(),
            fields: offer.fields.clone(),
            providers: BTreeMap::from([(self.phase.clone(), providers)]),
            responsible: offer.responsible.clone(),
            known_to: departments(&mut offer.known_to.iter()),
            referred_by: departments(&mut offer.referred_by.iter()),
            target_group: offer.target_group.clone(),
            area: offer.area.clone(),
            funding: offer.funding.clone(),
            goal: None,
            note: None,
        }
    }
}
