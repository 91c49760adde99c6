//! What a text in a cell may mean: records by their ids and names.

use std::collections::{BTreeSet, HashMap};

use super::super::fault::{Problem, some_ids};
use crate::domain::{Id, Noun, Text};

/// The records of one kind by id, and by each of their names.
pub(super) struct Known<T> {
    noun: Noun,
    ids: HashMap<String, Id<T>>,
    names: HashMap<String, BTreeSet<Id<T>>>,
    short_names: HashMap<String, BTreeSet<Id<T>>>,
    /// Named by rows with faults of their own: what refers to them is no fault beside these.
    doubtful: BTreeSet<Id<T>>,
}

impl<T> Known<T> {
    pub fn of(noun: Noun) -> Self {
        Self {
            noun,
            ids: HashMap::new(),
            names: HashMap::new(),
            short_names: HashMap::new(),
            doubtful: BTreeSet::new(),
        }
    }

    /// Adds what rows with faults name, as far as they name it.
    pub fn doubt(&mut self, named: Vec<(Id<T>, Option<Text>)>) {
        for (id, name) in named {
            match name {
                Some(name) => self.add(&id, &name, None),
                None => {
                    self.ids.insert(id.as_str().to_owned(), id.clone());
                }
            }
            self.doubtful.insert(id);
        }
    }

    /// Whether a row with faults names it.
    pub fn is_doubtful(&self, id: &Id<T>) -> bool {
        self.doubtful.contains(id)
    }

    pub fn add(&mut self, id: &Id<T>, name: &Text, short_name: Option<&Text>) {
        self.ids.insert(id.as_str().to_owned(), id.clone());
        let call = |names: &mut HashMap<String, BTreeSet<Id<T>>>, name: &Text| {
            let bearers = names.entry(name.as_str().to_owned()).or_default();
            bearers.insert(id.clone());
        };
        call(&mut self.names, name);
        if let Some(short_name) = short_name {
            call(&mut self.short_names, short_name);
        }
    }

    /// The record that a text names, by its id, else by a name or a short name that only one bears.
    pub fn find(&self, text: &str) -> Result<Option<Id<T>>, Problem> {
        match Text::parse(text) {
            Ok(text) => self.find_text(&text),
            Err(_) => Ok(None),
        }
    }

    /// The same of a text that was read already.
    pub fn find_text(&self, text: &Text) -> Result<Option<Id<T>>, Problem> {
        match self.find_named(text)? {
            None => self.find_short(text),
            found => Ok(found),
        }
    }

    /// The record that a text names by its id, else by a name that only one bears.
    pub fn find_named(&self, text: &Text) -> Result<Option<Id<T>>, Problem> {
        match self.ids.get(text.as_str()) {
            None => self.only(self.names.get(text.as_str())),
            found => Ok(found.cloned()),
        }
    }

    /// The record that a text names by a short name that only one bears.
    pub fn find_short(&self, text: &Text) -> Result<Option<Id<T>>, Problem> {
        self.only(self.short_names.get(text.as_str()))
    }

    fn only(&self, bearers: Option<&BTreeSet<Id<T>>>) -> Result<Option<Id<T>>, Problem> {
        match bearers {
            Some(ids) if ids.len() > 1 => Err(Problem::Ambiguous {
                noun: self.noun,
                ids: some_ids(ids.iter().map(ToString::to_string)),
            }),
            ids => Ok(ids.and_then(|ids| ids.first()).cloned()),
        }
    }

    /// What kind of record they are.
    pub fn noun(&self) -> Noun {
        self.noun
    }

    /// All names and ids.
    pub fn texts(&self) -> impl Iterator<Item = &str> + Clone {
        let names = self.names.keys().chain(self.short_names.keys());
        names.chain(self.ids.keys()).map(String::as_str)
    }
}
