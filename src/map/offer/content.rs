//! Who has to do with an offer, and who ought to.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Field, LifePhase, Offer, OfferId, Party, Text, natural};
use crate::map::parties::{Known, Network};

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
    /// part in it, nor its department as such, and no reported tie to one of its providers. Where departments alone are
    /// known, one ought to when none of its functions has a part and no tie is reported between it and a providing one.
    pub fn of(known: &Known, id: &OfferId, offer: &Offer) -> Self {
        let network = &known.network();
        let mut roles: BTreeMap<Party, Role> = BTreeMap::new();
        let responsible = offer.responsible.clone().map(Party::Department);
        let providers: Vec<&Party> = network.providers(offer).collect();
        let named = [
            (Role::Provides, providers.clone()),
            (Role::Refers, offer.referred_by.iter().collect()),
            (Role::Knows, offer.known_to.iter().collect()),
        ];
        for (role, parties) in named {
            for party in parties {
                roles.entry(party.clone()).or_insert(role);
            }
        }
        let is_tied = |party: &Party| {
            let mut providers = providers.iter();
            providers.any(|one| known.tied.contains(&((*one).clone(), party.clone())))
        };
        for party in alike(network, id, offer) {
            let department = network.department(&party).cloned().map(Party::Department);
            let has_part = roles.contains_key(&party)
                || responsible.as_ref() == Some(&party)
                || department.is_some_and(|department| roles.contains_key(&department));
            if !has_part && !is_tied(&party) {
                roles.insert(party, Role::Ought);
            }
        }
        let parts = by_role(network, roles, responsible);
        let text = |text: &Option<Text>| text.as_ref().map(ToString::to_string);
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
