//! Actors by how their names look, in little room: there may be a million.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::domain::look_alike;

/// The places of names by how they look.
#[derive(Default)]
pub(super) struct Looks {
    first: HashMap<u64, u32>,
    /// Where several look alike, or a number stands for several looks.
    others: HashMap<u64, Vec<u32>>,
}

impl Looks {
    /// Adds the place of a name.
    pub fn add(&mut self, name: &str, place: u32) {
        let key = key(name);
        match self.first.get(&key) {
            None => {
                self.first.insert(key, place);
            }
            Some(_) => self.others.entry(key).or_default().push(place),
        }
    }

    /// The places of names that may look like this one: the caller compares.
    pub fn of(&self, name: &str) -> impl Iterator<Item = u32> {
        let key = key(name);
        let others = self.others.get(&key).into_iter().flatten();
        self.first.get(&key).into_iter().chain(others).copied()
    }
}

/// A number for how a name looks.
pub(super) fn key(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    look_alike(name).hash(&mut hasher);
    hasher.finish()
}
