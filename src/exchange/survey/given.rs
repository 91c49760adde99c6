//! What ids a file of actors gives.

use std::collections::HashSet;

use super::super::fault::Faults;
use super::part::{Part, text};
use crate::domain::ByLook;

/// The ids that a file gives: they are taken before any is made from a name, and a row without one means who bears its
/// name.
#[derive(Default)]
pub(super) struct Given {
    pub ids: HashSet<String>,
    /// The ids by name. Empty if every row has an id: then it is never looked up.
    names: ByLook<String>,
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
                    given.names.add(&name, id.into_owned());
                }
            });
        }
        given
    }

    /// The id of the only one that bears a name.
    pub fn id(&self, name: &str) -> Option<&String> {
        match self.names.find(name)?.all[..] {
            [id] => Some(id),
            _ => None,
        }
    }
}
