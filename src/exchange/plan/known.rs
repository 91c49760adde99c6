//! What a text in a cell may mean: records by their ids and names.

use std::collections::{BTreeSet, HashMap};

use super::super::fault::Problem;
use super::nearest::nearest;
use crate::domain::{Id, Noun, Text};

/// The records of one kind by id, and by each of their names.
pub(super) struct Known<T> {
    noun: Noun,
    ids: HashMap<String, Id<T>>,
    names: HashMap<String, BTreeSet<Id<T>>>,
}

impl<T> Known<T> {
    pub fn of(noun: Noun) -> Self {
        Self {
            noun,
            ids: HashMap::new(),
            names: HashMap::new(),
        }
    }

    pub fn add<'n>(&mut self, id: &Id<T>, names: impl IntoIterator<Item = &'n str>) {
        self.ids.insert(id.as_str().to_owned(), id.clone());
        for name in names {
            self.names
                .entry(name.to_owned())
                .or_default()
                .insert(id.clone());
        }
    }

    /// The record that a text names, by its id or else by a name that only one bears.
    pub fn find(&self, text: &str) -> Result<Option<Id<T>>, Problem> {
        let Ok(text) = Text::parse(text) else {
            return Ok(None);
        };
        if let Some(id) = self.ids.get(text.as_str()) {
            return Ok(Some(id.clone()));
        }
        match self.names.get(text.as_str()) {
            None => Ok(None),
            Some(ids) if ids.len() == 1 => Ok(ids.first().cloned()),
            Some(ids) => Err(Problem::Ambiguous {
                noun: self.noun,
                ids: ids.iter().map(ToString::to_string).collect(),
            }),
        }
    }

    /// The record that a text names; else, where somebody will read it, what is near.
    pub fn get(&self, text: &str, told: bool) -> Result<Id<T>, Problem> {
        self.find(text)?
            .ok_or_else(|| self.no_such(text, told.then_some(self.texts()).into_iter().flatten()))
    }

    /// The problem of a text that names nothing among these.
    pub fn no_such<'n>(&self, text: &str, among: impl Iterator<Item = &'n str>) -> Problem {
        Problem::NoSuch {
            noun: self.noun,
            nearest: nearest(text, among).map(str::to_owned),
        }
    }

    /// All names, then all ids, always in the same order.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let names: BTreeSet<&str> = self.names.keys().map(String::as_str).collect();
        let ids: BTreeSet<&str> = self.ids.keys().map(String::as_str).collect();
        names.into_iter().chain(ids)
    }
}
