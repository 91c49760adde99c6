//! By what one record refers to another in a table: its name where that means nothing else, else its id.
//!
//! People read names, the import takes either. A name that two records share, or that is the id of a third, or that
//! would break a list apart, would come in again as something else.

use std::collections::{BTreeSet, HashMap};

use crate::domain::{ActorId, DepartmentId, Membership, OfferId, Party, PhaseId, look_alike};
use crate::text::words::folded;

use super::extract::Extract;

/// What parts a list in a cell: `;` in workbooks, `|` in CSV, a line break where people write one.
const LIST_SEPARATORS: [char; 3] = [';', '|', '\n'];

/// How many things each text may mean, for each kind of thing that a column refers to.
///
/// The whole network counts, also where the file holds one phase of it: it may come in again where it came from.
pub(super) struct Names<'e, 'a> {
    extract: &'e Extract<'a>,
    phases: Meanings,
    departments: Meanings,
    actors: Meanings,
    offers: Meanings,
    parties: Meanings,
    /// The department of each actor in the last phase of the file.
    places: HashMap<&'a ActorId, &'a DepartmentId>,
    /// The sections in which somebody of the file works: the import knows no other by itself.
    worked_in: BTreeSet<(&'a DepartmentId, &'a str)>,
}

impl<'e, 'a> Names<'e, 'a> {
    /// Counts the meanings of all names and ids.
    pub fn of(extract: &'e Extract<'a>) -> Self {
        let network = extract.network;
        let mut names = Self {
            extract,
            phases: Meanings::default(),
            departments: Meanings::default(),
            actors: Meanings::default(),
            offers: Meanings::default(),
            parties: Meanings::default(),
            places: extract
                .memberships
                .iter()
                .map(|((actor, _), membership)| (actor, &membership.department))
                .collect(),
            worked_in: worked_in(extract.memberships.iter().map(|(_, m)| *m)),
        };
        for (id, phase) in &extract.programme.phases {
            names.phases.add(&[id.as_str(), phase.name.as_str()]);
        }
        for (id, department) in &network.departments {
            let short_name = department.short_name.as_ref().unwrap_or(&department.name);
            let texts = [id.as_str(), department.name.as_str(), short_name.as_str()];
            names.departments.add(&texts);
            names.parties.add(&texts);
        }
        let mut departments: HashMap<&ActorId, BTreeSet<&DepartmentId>> = HashMap::new();
        for ((actor, _), membership) in &network.memberships {
            let of_actor = departments.entry(actor).or_default();
            of_actor.insert(&membership.department);
        }
        for (id, actor) in &network.actors {
            let places = departments.get(id).into_iter().flatten();
            let forms: Vec<String> = places
                .filter_map(|department| names.with_department(id, department))
                .collect();
            let mut texts = vec![id.as_str(), actor.name.as_str()];
            texts.extend(forms.iter().map(String::as_str));
            names.actors.add(&texts);
            names.parties.add(&texts);
        }
        for (id, offer) in &network.offers {
            names.offers.add(&[id.as_str(), offer.name.as_str()]);
        }
        let mut sections = worked_in(network.memberships.values());
        sections.extend(network.offers.values().flat_map(|offer| {
            offer.parties().filter_map(|party| match party {
                Party::Section(department, section) => Some((department, section.as_str())),
                Party::Actor(_) | Party::Department(_) => None,
            })
        }));
        for (id, section) in sections {
            let name = network.departments[id].name.as_str();
            let [of_name, of_id] = [name, id.as_str()].map(|of| qualified(of, section));
            names.parties.add(&[section, &of_name, &of_id]);
        }
        names
    }

    pub fn phase(&self, id: &PhaseId) -> String {
        let named = self.extract.phases.iter().find(|(other, _)| *other == id);
        let name = named.map_or("", |(_, phase)| phase.name.as_str());
        self.phases.pick([name], id.as_str())
    }

    pub fn department(&self, id: &DepartmentId) -> String {
        let name = self.extract.departments[id].name.as_str();
        self.departments.pick([name], id.as_str())
    }

    pub fn actor(&self, id: &ActorId) -> String {
        self.of_actors(&self.actors, id)
    }

    /// By its name, else by its name with a department where that tells it from its namesakes, else by its id.
    fn of_actors(&self, meanings: &Meanings, id: &ActorId) -> String {
        let name = self.extract.actors[id].name.as_str();
        let by_department = || {
            // Where it stands in the file itself: elsewhere it may be unknown to who reads the file.
            let department = *self.places.get(id)?;
            let of = self.extract.network.departments[department].name.as_str();
            let form = self.with_department(id, department)?;
            let is_clear = self.departments.count(of) == 1;
            is_clear.then(|| meanings.pick([form.as_str()], id.as_str()))
        };
        // Nearly every name is its own.
        match meanings.pick([name], "") {
            own if !own.is_empty() => own,
            _ => by_department().unwrap_or_else(|| id.to_string()),
        }
    }

    /// `Koordination (Jugendamt)`, where that can be written so.
    fn with_department(&self, id: &ActorId, department: &DepartmentId) -> Option<String> {
        let network = self.extract.network;
        let department = network.departments[department].name.as_str();
        let is_clear = !department.contains(['(', ')']);
        is_clear.then(|| format!("{} ({department})", network.actors[id].name))
    }

    pub fn offer(&self, id: &OfferId) -> String {
        let name = self.extract.offers[id].name.as_str();
        self.offers.pick([name], id.as_str())
    }

    pub fn party(&self, party: &Party) -> String {
        match party {
            Party::Actor(id) => self.of_actors(&self.parties, id),
            Party::Department(id) => {
                let name = self.extract.departments[id].name.as_str();
                // An actor comes before a department of the same id: the colon says which is meant.
                self.parties.pick([name, id.as_str()], &format!("{id}:"))
            }
            Party::Section(id, section) => {
                let section = section.as_str();
                let of_name = qualified(&self.department(id), section);
                let of_id = qualified(id.as_str(), section);
                // Another section may be called just so; two colons no reader takes for its name.
                let last = match self.parties.count(&of_id) {
                    1 => of_id,
                    _ => format!("{id}:: {section}"),
                };
                if self.worked_in.contains(&(id, section)) {
                    self.parties.pick([section, of_name.as_str()], &last)
                } else {
                    self.parties.pick([of_name.as_str()], &last)
                }
            }
        }
    }
}

fn worked_in<'a>(
    memberships: impl Iterator<Item = &'a Membership>,
) -> BTreeSet<(&'a DepartmentId, &'a str)> {
    memberships
        .filter_map(|m| Some((&m.department, m.section.as_ref()?.as_str())))
        .collect()
}

fn qualified(department: &str, section: &str) -> String {
    format!("{department}: {section}")
}

/// What a text is compared by: more goes together than the import takes for one.
fn meaning(text: &str) -> String {
    folded(&look_alike(text))
}

/// How many things a text may mean, compared as the import compares; a thing whose name is its id counts once.
#[derive(Default)]
struct Meanings(HashMap<String, usize>);

impl Meanings {
    fn add(&mut self, texts: &[&str]) {
        let texts: BTreeSet<String> = texts.iter().map(|text| meaning(text)).collect();
        for text in texts {
            *self.0.entry(text).or_default() += 1;
        }
    }

    fn count(&self, text: &str) -> usize {
        self.0.get(&meaning(text)).copied().unwrap_or(0)
    }

    /// The first text that means one thing only and keeps a list whole, else the last resort.
    fn pick<const N: usize>(&self, texts: [&str; N], last: &str) -> String {
        let clear = |text: &&str| self.count(text) == 1 && !text.contains(LIST_SEPARATORS);
        let picked = texts.into_iter().find(clear);
        picked.unwrap_or(last).to_owned()
    }
}
