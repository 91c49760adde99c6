//! What a district has by the words by which cells name it: what drop-down lists hold.

use std::collections::BTreeSet;

use crate::domain::{ActorId, Party, PhaseId};

use super::extract::Extract;
use super::names::Names;

/// What a file knows when it is written, in the words by which its cells name it.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub departments: Vec<String>,
    pub actors: Vec<String>,
    pub offers: Vec<String>,
    pub sections: Vec<String>,
    pub phases: Vec<String>,
    pub parties: Vec<String>,
}

impl Known {
    /// What a district has, its functions and sections as they stand in a phase, office by office.
    pub fn in_phase(extract: &Extract, names: &Names, phase: Option<&PhaseId>) -> Self {
        let in_phase = |of: &PhaseId| phase.is_none_or(|phase| phase == of);
        let mut places: Vec<_> = extract
            .memberships
            .iter()
            .filter(|((_, of), _)| in_phase(of))
            .map(|((actor, _), place)| (&place.department, actor, place.section.as_ref()))
            .collect();
        places.sort();
        let actor_ids: Vec<&ActorId> = places.iter().map(|(_, actor, _)| *actor).collect();
        let sections: Vec<_> = places
            .iter()
            .filter_map(|(department, _, section)| Some((*department, (*section)?)))
            .collect();
        let departments = || extract.departments.keys().copied();
        let parties = actor_ids
            .iter()
            .map(|id| Party::Actor((*id).clone()))
            .chain(departments().map(|id| Party::Department(id.clone())))
            .chain(sections.iter().map(|(department, section)| {
                Party::Section((*department).clone(), (*section).clone())
            }));
        Self {
            departments: each_once(departments().map(|id| names.department(id))),
            actors: each_once(actor_ids.iter().map(|id| names.actor(id))),
            offers: each_once(extract.offers.keys().map(|id| names.offer(id))),
            sections: each_once(sections.iter().map(|(_, section)| section.to_string())),
            phases: each_once(extract.phases.iter().map(|(id, _)| names.phase(id))),
            parties: each_once(parties.map(|party| names.party(&party))),
        }
    }
}

/// Texts in their order, each once.
fn each_once(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut met = BTreeSet::new();
    texts.filter(|text| met.insert(text.clone())).collect()
}
