//! Who has to do with an offer, and who ought to.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::Audience;
use crate::domain::{
    ActorId, ActorKind, DepartmentId, Field, LifePhase, Offer, OfferId, Party, Text, natural,
};
use crate::map::parties::Network;

/// What a party has to do with an offer; the first that holds is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// It provides it.
    Provides,
    /// It answers for it.
    Responsible,
    /// It refers families to it.
    Refers,
    /// It knows it.
    Knows,
    /// It works for the same families and has no tie to it.
    Ought,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 5] = [
        Self::Provides,
        Self::Responsible,
        Self::Refers,
        Self::Knows,
        Self::Ought,
    ];

    /// The word for it in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Provides => "provides",
            Self::Responsible => "responsible",
            Self::Refers => "refers",
            Self::Knows => "knows",
            Self::Ought => "ought to know",
        }
    }
}

/// A party with its role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its id; of a section that of its department.
    pub id: String,
    /// What it is: `actor`, `department` or `section`.
    pub kind: &'static str,
    /// Its name; empty where the department as such is meant.
    pub name: String,
    /// Its department's name; empty of an actor without a place in the phase.
    pub department: String,
}

/// An offer in the middle of those who have to do with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Around {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The life phases it is for.
    pub life_phases: Vec<LifePhase>,
    /// The fields it serves.
    pub fields: Vec<Field>,
    /// Whom it is for, where, who pays for it.
    pub notes: [Option<String>; 3],
    /// The parties by role, by department and name.
    pub parts: BTreeMap<Role, Vec<Part>>,
}

impl Around {
    /// The parties of an offer.
    ///
    /// Ought to know it: who provides or refers to another offer for one of its life phases in one of its fields, has no
    /// part in it, nor its department as such, and no reported tie to one of its providers from `min_strength` on.
    /// Leaders see departments: one ought to when it takes part in such an offer, none of its functions has a part in
    /// this one, and no tie is reported between it and a providing department.
    pub fn of(
        network: &Network,
        id: &OfferId,
        offer: &Offer,
        audience: Audience,
        min_strength: f64,
    ) -> Self {
        let mut roles: BTreeMap<Party, Role> = BTreeMap::new();
        let responsible = offer.responsible.clone().map(Party::Department);
        let named = [
            (
                Role::Provides,
                network.providers(offer).cloned().collect::<Vec<_>>(),
            ),
            (Role::Refers, offer.referred_by.iter().cloned().collect()),
            (Role::Knows, offer.known_to.iter().cloned().collect()),
        ];
        for (role, parties) in named {
            for party in parties {
                if let Some(party) = seen(network, party, audience) {
                    roles.entry(party).or_insert(role);
                }
            }
        }
        let tied = tied(network, offer, audience, min_strength);
        for party in alike(network, id, offer) {
            let Some(party) = seen(network, party, audience) else {
                continue;
            };
            let department = network.department(&party).cloned().map(Party::Department);
            let has_part = roles.contains_key(&party)
                || responsible.as_ref() == Some(&party)
                || department.is_some_and(|department| roles.contains_key(&department));
            if !has_part && !tied.contains(&party) {
                roles.insert(party, Role::Ought);
            }
        }
        let parts = by_role(network, roles, responsible);
        let text = |text: &Option<Text>| {
            let text = text.as_ref().map(ToString::to_string)?;
            (audience == Audience::Working || !names_somebody(network, &text)).then_some(text)
        };
        Self {
            id: id.to_string(),
            name: offer.name.to_string(),
            life_phases: offer.life_phases.iter().copied().collect(),
            fields: offer.fields.iter().copied().collect(),
            notes: [
                text(&offer.target_group),
                text(&offer.area),
                text(&offer.funding),
            ],
            parts,
        }
    }

    /// The parties with a role.
    pub fn with(&self, role: Role) -> &[Part] {
        self.parts.get(&role).map_or(&[], Vec::as_slice)
    }
}

/// The parties of each role, by department and name.
fn by_role(
    network: &Network,
    roles: BTreeMap<Party, Role>,
    responsible: Option<Party>,
) -> BTreeMap<Role, Vec<Part>> {
    let mut parts: BTreeMap<Role, Vec<Part>> = BTreeMap::new();
    // Who answers for an offer may provide it as well: that stands apart.
    let responsible = responsible.map(|party| (party, Role::Responsible));
    for (party, role) in roles.into_iter().chain(responsible) {
        parts.entry(role).or_default().push(part(network, &party));
    }
    for list in parts.values_mut() {
        list.sort_by(|a, b| {
            natural(&a.department, &b.department).then_with(|| natural(&a.name, &b.name))
        });
    }
    parts
}

/// The party as the audience sees it: to leaders its department; none of an actor without a place in the phase, or of
/// one that is gone.
fn seen(network: &Network, party: Party, audience: Audience) -> Option<Party> {
    match (audience, &party) {
        (Audience::Working, Party::Actor(actor)) => {
            network.whole.actors.contains_key(actor).then_some(party)
        }
        (Audience::Working, _) => Some(party),
        (Audience::Leadership, _) => network.department(&party).cloned().map(Party::Department),
    }
}

/// Whether a free text holds the name of a function.
fn names_somebody(network: &Network, text: &str) -> bool {
    let text = text.to_lowercase();
    let mut actors = network.whole.actors.values();
    actors.any(|actor| text.contains(&actor.name.to_string().to_lowercase()))
}

/// Who provides or refers to another offer for one of the life phases in one of the fields.
fn alike(network: &Network, id: &OfferId, offer: &Offer) -> BTreeSet<Party> {
    let others = network.offers().filter(|(other, _)| *other != id);
    others
        .filter(|(_, other)| {
            !other.life_phases.is_disjoint(&offer.life_phases)
                && !other.fields.is_disjoint(&offer.fields)
        })
        .flat_map(|(_, other)| network.providers(other).chain(&other.referred_by))
        .cloned()
        .collect()
}

/// Who is tied with a provider in the phase, as the audience sees it: the actor; to leaders the department.
fn tied(
    network: &Network,
    offer: &Offer,
    audience: Audience,
    min_strength: f64,
) -> BTreeSet<Party> {
    let providers: Vec<&Party> = network.providers(offer).collect();
    let departments: BTreeSet<&DepartmentId> = providers
        .iter()
        .filter_map(|party| network.department(party))
        .collect();
    let provides = |actor: &ActorId| {
        let party = Party::Actor(actor.clone());
        match audience {
            Audience::Working => providers.contains(&&party),
            Audience::Leadership => {
                let key = (actor.clone(), network.phase.clone());
                let own = network.whole.memberships.get(&key);
                own.is_some_and(|own| departments.contains(&own.department))
            }
        }
    };
    let mut found = BTreeSet::new();
    for ((phase, from, to), report) in &network.whole.reports {
        let strength = report.strength.map(|strength| f64::from(strength.number()));
        if phase != network.phase || strength.is_none_or(|strength| strength < min_strength) {
            continue;
        }
        // The pairs that leaders are told of are counted without bodies: this must not tell more.
        let body = |actor: &ActorId| {
            let known = network.whole.actors.get(actor);
            known.is_some_and(|actor| actor.kind == ActorKind::Body)
        };
        if audience == Audience::Leadership && (body(from) || body(to)) {
            continue;
        }
        for (one, other) in [(from, to), (to, from)] {
            if provides(one) {
                found.extend(seen(network, Party::Actor(other.clone()), audience));
            }
        }
    }
    found
}

fn part(network: &Network, party: &Party) -> Part {
    let department = network.department(party);
    let (id, kind, name) = match party {
        Party::Actor(actor) => {
            let known = network.whole.actors.get(actor);
            let name = known.map_or(actor.as_str(), |actor| actor.name.as_str());
            (actor.as_str(), "actor", name.to_owned())
        }
        Party::Department(department) => (department.as_str(), "department", String::new()),
        Party::Section(department, section) => {
            (department.as_str(), "section", section.to_string())
        }
    };
    Part {
        id: id.to_owned(),
        kind,
        name,
        department: department.map_or(String::new(), |id| network.name(id).to_owned()),
    }
}
