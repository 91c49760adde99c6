//! By what one record refers to another in a table: its name where that means nothing else, else its id.
//!
//! People read names, the import takes either. A name that two records share, or that is the id of a third, or that
//! would break a list apart, would come in again as something else.

use std::collections::{BTreeSet, HashMap};

use crate::domain::{ActorId, DepartmentId, OfferId, Party, PhaseId};
use crate::text::words::folded;

use super::extract::Extract;

/// What separates the items of a list in a cell: the one in workbooks, the other in CSV.
pub(super) const LIST_SEPARATORS: [char; 2] = [';', '|'];

/// How many things each text may mean, for each kind of thing that a column refers to.
pub(super) struct Names<'e, 'a> {
    extract: &'e Extract<'a>,
    phases: Meanings,
    departments: Meanings,
    actors: Meanings,
    offers: Meanings,
    parties: Meanings,
}

impl<'e, 'a> Names<'e, 'a> {
    /// Counts the meanings of all names and ids of a file.
    pub fn of(extract: &'e Extract<'a>) -> Self {
        let mut names = Self {
            extract,
            phases: Meanings::default(),
            departments: Meanings::default(),
            actors: Meanings::default(),
            offers: Meanings::default(),
            parties: Meanings::default(),
        };
        for (id, phase) in &extract.phases {
            names.phases.add([id.as_str(), phase.name.as_str()]);
        }
        for (id, department) in &extract.departments {
            let texts = [id.as_str(), department.name.as_str()];
            names.departments.add(texts);
            names.parties.add(texts);
        }
        for (id, actor) in &extract.actors {
            let texts = [id.as_str(), actor.name.as_str()];
            names.actors.add(texts);
            names.parties.add(texts);
        }
        for (id, offer) in &extract.offers {
            names.offers.add([id.as_str(), offer.name.as_str()]);
        }
        for (department, section) in names.sections() {
            let name = extract.departments[department].name.as_str();
            let qualified = [name, department.as_str()].map(|of| format!("{of}: {section}"));
            names
                .parties
                .add([section, qualified[0].as_str(), qualified[1].as_str()]);
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
        let name = self.extract.actors[id].name.as_str();
        self.actors.pick([name], id.as_str())
    }

    pub fn offer(&self, id: &OfferId) -> String {
        let name = self.extract.offers[id].name.as_str();
        self.offers.pick([name], id.as_str())
    }

    pub fn party(&self, party: &Party) -> String {
        match party {
            Party::Actor(id) => {
                let name = self.extract.actors[id].name.as_str();
                self.parties.pick([name], id.as_str())
            }
            Party::Department(id) => {
                let name = self.extract.departments[id].name.as_str();
                self.parties.pick([name], id.as_str())
            }
            Party::Section(id, section) => {
                let name = self.extract.departments[id].name.as_str();
                let named = format!("{name}: {section}");
                let last = format!("{id}: {section}");
                self.parties.pick([section.as_str(), &named], &last)
            }
        }
    }

    /// The sections that actors work in or offers name.
    fn sections(&self) -> BTreeSet<(&'a DepartmentId, &'a str)> {
        let of_actors = self.extract.memberships.iter().filter_map(|(_, m)| {
            let section = m.section.as_ref()?;
            Some((&m.department, section.as_str()))
        });
        let offers = self.extract.offers.values();
        let parties = offers.flat_map(|offer| self.extract.parties(offer));
        let of_offers = parties.filter_map(|party| match party {
            Party::Section(department, section) => Some((department, section.as_str())),
            Party::Actor(_) | Party::Department(_) => None,
        });
        of_actors.chain(of_offers).collect()
    }
}

/// How many things a text may mean, compared as the import compares; a thing whose name is its id counts once.
#[derive(Default)]
struct Meanings(HashMap<String, usize>);

impl Meanings {
    fn add<const N: usize>(&mut self, texts: [&str; N]) {
        let texts: BTreeSet<String> = texts.into_iter().map(folded).collect();
        for text in texts {
            *self.0.entry(text).or_default() += 1;
        }
    }

    /// The first text that means one thing only and keeps a list whole, else the last resort.
    fn pick<const N: usize>(&self, texts: [&str; N], last: &str) -> String {
        let clear =
            |text: &&str| self.0.get(&folded(text)) == Some(&1) && !text.contains(LIST_SEPARATORS);
        let picked = texts.into_iter().find(clear);
        picked.unwrap_or(last).to_owned()
    }
}
