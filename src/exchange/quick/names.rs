//! The functions of a phase by all that a line may call them.

use std::collections::BTreeSet;

use super::super::plan::nearest;
use super::End;
use crate::domain::{ActorId, ByLook, DepartmentId, Network, PhaseId, look_alike};

/// The shortest beginning of a name by which a function is found, in letters.
const SHORTEST: usize = 3;

/// How many functions are offered for a name that is not known.
const NEAR: usize = 5;

/// Among how many functions letters are compared: among more a hundred lines would take seconds.
const COMPARED: usize = 1_000;

/// A function of the phase, with the keys of its look.
struct Function {
    id: ActorId,
    name: String,
    section: Option<String>,
    office: DepartmentId,
}

/// The names of a district in one phase.
pub struct Names<'a> {
    network: &'a Network,
    phase: &'a PhaseId,
    functions: Vec<Function>,
    exact: ByLook<ActorId>,
    ids: ByLook<ActorId>,
    offices: ByLook<DepartmentId>,
    /// The names of those that stand in no department of this phase.
    elsewhere: ByLook<ActorId>,
}

impl<'a> Names<'a> {
    /// The names of a phase.
    pub fn of(network: &'a Network, phase: &'a PhaseId) -> Self {
        let mut names = Self {
            network,
            phase,
            functions: Vec::new(),
            exact: ByLook::default(),
            ids: ByLook::default(),
            offices: ByLook::default(),
            elsewhere: ByLook::default(),
        };
        for (id, department) in &network.departments {
            names.offices.add(department.name.as_str(), id.clone());
            if let Some(short) = &department.short_name {
                names.offices.add(short.as_str(), id.clone());
            }
        }
        for (id, actor) in &network.actors {
            let Some(place) = network.memberships.get(&(id.clone(), phase.clone())) else {
                names.elsewhere.add(actor.name.as_str(), id.clone());
                continue;
            };
            names.exact.add(actor.name.as_str(), id.clone());
            names.ids.add(id.as_str(), id.clone());
            names.functions.push(Function {
                id: id.clone(),
                name: look_alike(actor.name.as_str()),
                section: place.section.as_ref().map(|one| look_alike(one.as_str())),
                office: place.department.clone(),
            });
        }
        names
    }

    /// The names of all functions as a line may call them: of namesakes with the office before it.
    pub fn written(&self) -> Vec<String> {
        let written = self.functions.iter().filter_map(|one| {
            let name = self.network.actors.get(&one.id)?.name.as_str();
            let is_one = self.exact.find(name)?.all.len() == 1;
            let office = &self.network.departments.get(&one.office)?.name;
            Some(match is_one {
                true => name.to_owned(),
                false => format!("{office}: {name}"),
            })
        });
        written.collect()
    }

    /// What a text names, and whether by its full name.
    pub fn find(&self, text: &str) -> (End, bool) {
        let text = text.trim().trim_matches(['"', '„', '“', '”']).trim();
        if text.is_empty() {
            return (End::Missing, false);
        }
        if let Some(bearers) = self.exact.find(text) {
            return match bearers.all.as_slice() {
                [one] => (End::Known((*one).clone()), true),
                all => (End::Several(all.iter().copied().cloned().collect()), true),
            };
        }
        match self.meant(&look_alike(text), |_| true) {
            found if found.is_empty() => {}
            found => return (one_of(found), false),
        }
        let in_office = self.in_office(text);
        if let Some((end, is_exact)) = in_office {
            return (end, is_exact);
        }
        if let Some(bearers) = self.ids.find(text)
            && let [one] = bearers.all.as_slice()
        {
            return (End::Known((*one).clone()), true);
        }
        if let Some(bearers) = self.elsewhere.find(text)
            && let [one] = bearers.all.as_slice()
        {
            return (End::Elsewhere((*one).clone(), self.last_office(one)), true);
        }
        (unknown(text, None), false)
    }

    /// The office that a text names by its name or its short name.
    fn office(&self, text: &str) -> Option<DepartmentId> {
        let bearers = self.offices.find(text)?;
        match bearers.all.as_slice() {
            [one] => Some((*one).clone()),
            _ => None,
        }
    }

    /// `Jugendamt: RSD Süd`, or `RSD Süd (Jugendamt)`, where the office is one of ours.
    fn in_office(&self, text: &str) -> Option<(End, bool)> {
        let colon = text
            .match_indices(':')
            .map(|(at, _)| (&text[..at], &text[at + 1..]));
        let bracket = text
            .strip_suffix(')')
            .and_then(|inner| inner.rsplit_once('('));
        let bracket = bracket.map(|(name, office)| (office, name));
        let mut ways = colon.chain(bracket);
        let (office, name) =
            ways.find_map(|(office, name)| Some((self.office(office.trim())?, name.trim())))?;
        let key = look_alike(name);
        let there = |one: &Function| one.office == office;
        let mut exact = self
            .functions
            .iter()
            .filter(|one| there(one) && one.name == key);
        if let (Some(one), None) = (exact.next(), exact.next()) {
            return Some((End::Known(one.id.clone()), true));
        }
        let found = self.meant(&key, there);
        Some(match found.is_empty() {
            true => (unknown(name, Some(office)), false),
            false => (one_of(found), false),
        })
    }

    /// The functions whose name begins so, whose section is called so, or whose office is.
    fn meant(&self, key: &str, there: impl Fn(&Function) -> bool) -> Vec<ActorId> {
        let office = self.office(key);
        let is_long = key.chars().count() >= SHORTEST;
        let is_meant = |one: &&Function| {
            let by_name = one.name == key || (is_long && one.name.starts_with(key));
            let by_section = one.section.as_deref() == Some(key);
            there(one) && (by_name || by_section || office.as_ref() == Some(&one.office))
        };
        let found = self.functions.iter().filter(is_meant);
        found.map(|one| one.id.clone()).collect()
    }

    /// Tells of a name that is not known which are near: of the same words, or a few letters off.
    pub fn with_near(&self, end: End) -> End {
        let End::Unknown { name, office, .. } = end else {
            return end;
        };
        let key = look_alike(&name);
        let words: Vec<&str> = key.split(' ').collect();
        let by_words = self
            .functions
            .iter()
            .filter(|one| has_words(&one.name, &words));
        let mut near: Vec<ActorId> = by_words.map(|one| one.id.clone()).take(NEAR).collect();
        let by_letters = || nearest(&name, self.exact.names());
        let found = (self.functions.len() <= COMPARED)
            .then(by_letters)
            .flatten();
        if let Some(bearers) = found.and_then(|found| self.exact.find(found)) {
            let others: BTreeSet<ActorId> = near.iter().cloned().collect();
            let more = bearers.all.into_iter().filter(|one| !others.contains(*one));
            near.extend(more.take(NEAR).cloned());
        }
        End::Unknown { name, near, office }
    }

    /// Where a function stood last that has no place in this phase.
    fn last_office(&self, actor: &ActorId) -> Option<DepartmentId> {
        let places = self.network.memberships.iter();
        let mut own = places.filter(|((id, phase), _)| id == actor && phase != self.phase);
        own.next_back().map(|(_, place)| place.department.clone())
    }
}

fn unknown(name: &str, office: Option<DepartmentId>) -> End {
    End::Unknown {
        name: name.to_owned(),
        near: Vec::new(),
        office,
    }
}

fn one_of(mut found: Vec<ActorId>) -> End {
    match found.len() {
        1 => End::Known(found.remove(0)),
        _ => End::Several(found),
    }
}

/// Whether the words of a text begin words of a name, in their order: `rsd süd` of `rsd region süd, teamleitung`.
fn has_words(name: &str, words: &[&str]) -> bool {
    let mut left = name.split(|c: char| !c.is_alphanumeric());
    let mut words = words.iter().filter(|word| !word.is_empty());
    words.all(|word| left.any(|own| own.starts_with(*word)))
}
