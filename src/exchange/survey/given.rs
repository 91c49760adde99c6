//! What ids a file of actors gives.

use std::collections::{HashMap, HashSet};

use super::super::fault::Faults;
use super::part::{Part, text};

/// The ids that a file gives: they are taken before any is made from a name, and a row without one means who bears its
/// name.
#[derive(Default)]
pub(super) struct Given {
    pub ids: HashSet<String>,
    /// None if several have the name. Empty if every row has an id: then it is never looked up.
    pub names: HashMap<String, Option<String>>,
}

impl Given {
    pub fn of(
        part: &Part<'_>,
        id: Option<usize>,
        name: Option<usize>,
        faults: &mut Faults,
    ) -> Self {
        let mut given = Self::default();
        let mut is_whole = true;
        if id.is_some() {
            part.each(faults, |_, row, _| match text(row, id) {
                id if id.is_empty() => is_whole = false,
                id => {
                    given.ids.insert(id.into_owned());
                }
            });
        }
        if !is_whole {
            part.each(faults, |_, row, _| {
                let (id, name) = (text(row, id), text(row, name));
                if !id.is_empty() && !name.is_empty() {
                    given
                        .names
                        .entry(name.into_owned())
                        .and_modify(|bearer| *bearer = bearer.take().filter(|other| *other == id))
                        .or_insert_with(|| Some(id.into_owned()));
                }
            });
        }
        given
    }
}
