//! Actors as nodes and reports as directed edges with typed attributes: what GraphML and GEXF have in common.
//!
//! No contact, no note. Attributes have the English keys and codes of the contract, whatever the language. Where an
//! actor stands (department, section, level …) is told as of the latest phase of the file; `phases` lists all.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::domain::{ActorId, Membership, OfferId, PhaseId, Report};

use super::extract::Extract;
use crate::text::legible;

/// The type of an attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Type {
    Text,
    Number,
    Flag,
}

impl Type {
    /// Its name, the same in GraphML and GEXF.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Number => "integer",
            Self::Flag => "boolean",
        }
    }
}

/// A named attribute; a tri-state such as `answered` is a text, because igraph reads a missing boolean as false.
pub(super) type Attribute = (&'static str, Type);

/// The values of a node or an edge, one per attribute; none where nothing is known.
pub(super) type Values = Vec<Option<String>>;

pub(super) const NODE: [Attribute; 13] = [
    ("name", Type::Text),
    ("kind", Type::Text),
    ("department", Type::Text),
    ("department_short", Type::Text),
    ("department_kind", Type::Text),
    ("policy_field", Type::Text),
    ("division", Type::Text),
    ("section", Type::Text),
    ("level", Type::Text),
    ("core_team", Type::Flag),
    ("asked", Type::Text),
    ("answered", Type::Text),
    ("phases", Type::Text),
];

pub(super) const EDGE: [Attribute; 8] = [
    ("phase", Type::Text),
    ("strength", Type::Number),
    ("kinds", Type::Text),
    ("binding", Type::Text),
    ("since", Type::Text),
    ("through_core_team", Type::Flag),
    ("offers", Type::Text),
    ("in_workshop", Type::Flag),
];

/// An actor.
pub(super) struct Node {
    pub id: String,
    pub name: String,
    pub values: Values,
}

/// A report, from who tells it to whom it is about.
pub(super) struct Edge<'a> {
    pub from: String,
    pub to: String,
    pub phase: &'a PhaseId,
    pub report: &'a Report,
    pub values: Values,
}

/// The nodes, each with an id of its own even after [`legible`] has shortened it.
pub(super) fn nodes(extract: &Extract) -> Vec<Node> {
    let ids = node_ids(extract);
    let mut places: HashMap<&ActorId, Vec<(&PhaseId, &Membership)>> = HashMap::new();
    for ((actor, phase), membership) in &extract.memberships {
        places.entry(actor).or_default().push((phase, membership));
    }
    let order: HashMap<&PhaseId, usize> =
        extract.phases.iter().map(|(id, _)| *id).zip(0..).collect();
    for places in places.values_mut() {
        places.sort_by_key(|(phase, _)| order[phase]);
    }
    extract
        .actors
        .iter()
        .map(|(id, actor)| {
            let places = places.get(id).map_or(&[][..], Vec::as_slice);
            let mut values = vec![
                Some(actor.name.to_string()),
                Some(actor.kind.code().to_owned()),
            ];
            values.extend(place_values(extract, places.last()));
            values.push(joined(places.iter().map(|(phase, _)| phase.as_str())));
            Node {
                id: ids[id].clone(),
                name: actor.name.to_string(),
                values,
            }
        })
        .collect()
}

/// The edges in the order of phases and ids.
pub(super) fn edges<'a>(extract: &Extract<'a>) -> Vec<Edge<'a>> {
    let ids = node_ids(extract);
    extract
        .reports
        .iter()
        .map(|((phase, from, to), report)| Edge {
            from: ids[from].clone(),
            to: ids[to].clone(),
            phase,
            report,
            values: vec![
                Some(phase.to_string()),
                report
                    .strength
                    .map(|strength| strength.number().to_string()),
                joined(report.kinds.iter().map(|kind| kind.code())),
                tri(report.binding),
                report.since.map(|since| since.to_string()),
                Some(report.through_core_team.to_string()),
                joined(report.offers.iter().map(|offer| offer_name(extract, offer))),
                Some(report.in_workshop.to_string()),
            ],
        })
        .collect()
}

/// A flag that may be open, as a word: other programs take a truth value that is missing for a no.
fn tri(flag: Option<bool>) -> Option<String> {
    flag.map(|yes| if yes { "yes" } else { "no" }.to_owned())
}

fn place_values(extract: &Extract, place: Option<&(&PhaseId, &Membership)>) -> Values {
    let Some((phase, membership)) = place else {
        return vec![None; NODE.len() - 3];
    };
    let department = extract.departments[&membership.department];
    vec![
        Some(department.name.to_string()),
        department.short_name.as_ref().map(ToString::to_string),
        Some(department.kind.code().to_owned()),
        department.policy_field.as_ref().map(ToString::to_string),
        department.divisions.get(phase).map(ToString::to_string),
        membership.section.as_ref().map(ToString::to_string),
        membership.level.map(|level| level.code().to_owned()),
        Some(membership.core_team.to_string()),
        tri(membership.asked),
        tri(membership.answered),
    ]
}

/// Two ids that differ only in characters that XML lacks stay two.
fn node_ids<'a>(extract: &Extract<'a>) -> BTreeMap<&'a ActorId, String> {
    let mut taken: HashSet<String> = HashSet::new();
    extract
        .actors
        .keys()
        .map(|id| {
            let plain = legible(id.as_str());
            let unique = (1..)
                .map(|n| match n {
                    1 if plain == id.as_str() => plain.clone(),
                    n => format!("{plain}-{n}"),
                })
                .find(|text| !taken.contains(text))
                .expect("the numbers do not end");
            taken.insert(unique.clone());
            (*id, unique)
        })
        .collect()
}

fn offer_name<'a>(extract: &Extract<'a>, id: &OfferId) -> &'a str {
    extract.offers[id].name.as_str()
}

fn joined<'a>(parts: impl Iterator<Item = &'a str>) -> Option<String> {
    let parts: Vec<&str> = parts.collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}
