//! Who has to do with an offer, and who ought to.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Field, InPhase, LifePhase, SurveyOffer, SurveyParty, natural};
use crate::map::parties::Known;

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
    /// The roles in which somebody is named who is shown in an earlier one.
    pub shown_before: BTreeSet<Role>,
}

impl Around {
    /// The parties of an offer.
    ///
    /// Ought to know it: who provides or refers to another offer for one of its life phases in one of its fields, has no
    /// part in it, nor its department as such, and no reported tie to one of its providers. Where departments alone are
    /// known, one ought to when none of its functions has a part and no tie is reported between it and a providing one.
    pub fn of(known: &Known, offer: &SurveyOffer) -> Self {
        let district = known.district();
        let mut roles: BTreeMap<SurveyParty, Role> = BTreeMap::new();
        let responsible = offer.responsible.map(SurveyParty::Department);
        let named = [
            (Role::Provides, &offer.providers),
            (Role::Refers, &offer.referred_by),
            (Role::Knows, &offer.known_to),
        ];
        let mut shown_before = BTreeSet::new();
        for (role, parties) in named {
            for party in parties {
                if *roles.entry(party.clone()).or_insert(role) != role {
                    shown_before.insert(role);
                }
            }
        }
        let is_tied = |party: &SurveyParty| {
            let mut providers = offer.providers.iter();
            providers.any(|one| known.tied.contains(&(one.clone(), party.clone())))
        };
        for party in alike(district, offer) {
            let department = district.department(party).map(SurveyParty::Department);
            let has_part = roles.contains_key(party)
                || responsible.as_ref() == Some(party)
                || department.is_some_and(|department| roles.contains_key(&department));
            if !has_part && !is_tied(party) {
                roles.insert(party.clone(), Role::Ought);
            }
        }
        let parts = by_role(district, roles, responsible);
        Self {
            id: offer.id.clone(),
            name: offer.label.clone(),
            life_phases: offer.life_phases.iter().copied().collect(),
            fields: offer.fields.iter().copied().collect(),
            notes: [
                offer.target_group.clone(),
                offer.area.clone(),
                offer.funding.clone(),
            ],
            parts,
            shown_before,
        }
    }

    /// The parties with a role.
    pub fn with(&self, role: Role) -> &[Part] {
        self.parts.get(&role).map_or(&[], Vec::as_slice)
    }
}

/// The parties of each role, by department and name.
fn by_role(
    district: InPhase<'_>,
    roles: BTreeMap<SurveyParty, Role>,
    responsible: Option<SurveyParty>,
) -> BTreeMap<Role, Vec<Part>> {
    let mut parts: BTreeMap<Role, Vec<Part>> = BTreeMap::new();
    // Who answers for an offer may provide it as well: that stands apart.
    let responsible = responsible.map(|party| (party, Role::Responsible));
    for (party, role) in roles.into_iter().chain(responsible) {
        parts.entry(role).or_default().push(part(district, &party));
    }
    for list in parts.values_mut() {
        list.sort_by(|a, b| {
            natural(&a.department, &b.department).then_with(|| natural(&a.name, &b.name))
        });
    }
    parts
}

/// Who provides or refers to another offer for one of the life phases in one of the fields.
fn alike<'a>(district: InPhase<'a>, offer: &SurveyOffer) -> BTreeSet<&'a SurveyParty> {
    let others = district.offers().filter(|other| other.id != offer.id);
    others
        .filter(|other| {
            !other.life_phases.is_disjoint(&offer.life_phases)
                && !other.fields.is_disjoint(&offer.fields)
        })
        .flat_map(|other| other.providers.iter().chain(&other.referred_by))
        .collect()
}

fn part(district: InPhase<'_>, party: &SurveyParty) -> Part {
    let survey = district.survey;
    let id = |department: &u32| survey.department(*department).id.clone();
    let (id, kind, name) = match party {
        SurveyParty::Actor(actor) => {
            let actor = &survey.actors[*actor as usize];
            (actor.id.clone(), "actor", actor.label.clone())
        }
        SurveyParty::Department(department) => (id(department), "department", String::new()),
        SurveyParty::Section(department, section) => (id(department), "section", section.clone()),
    };
    let department = district.department(party);
    Part {
        id,
        kind,
        name,
        department: department.map_or(String::new(), |one| survey.department(one).name.clone()),
    }
}
