//! Which record a row is about: by its id, else by its name, else a new one.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::super::fault::{Problem, some_ids};
use super::cells::{self, Cells};
use super::desk::Desk;
use crate::domain::{Id, Noun, Numbering, Text};

/// The ids of a table of records, as its rows name them: by the id, else by the name, else made from the name.
pub(super) struct Ids<T> {
    by_name: HashMap<String, BTreeSet<Id<T>>>,
    taken: HashSet<Id<T>>,
    numbering: Numbering,
    /// Named by rows with faults.
    pub doubtful: Vec<(Id<T>, Option<Text>)>,
    noun: Noun,
}

impl<T> Ids<T> {
    /// From the records that the store has and the ids that the file gives.
    pub fn of<'n>(
        noun: Noun,
        held: impl Iterator<Item = (&'n Id<T>, &'n Text)>,
        rows: impl Iterator<Item = Cells<'n>>,
    ) -> Self
    where
        T: 'n,
    {
        let mut ids = Self {
            by_name: HashMap::new(),
            taken: HashSet::new(),
            numbering: Numbering::default(),
            doubtful: Vec::new(),
            noun,
        };
        let mut named = BTreeSet::new();
        for cells in rows {
            if let Some(Ok(id)) = cells.text("id").map(cells::id::<T>) {
                if let Some(Ok(name)) = cells.text("name").map(cells::name) {
                    ids.name(&id, &name);
                }
                named.insert(id);
            }
        }
        // What the file calls something wins over what the store does.
        for (id, name) in held.filter(|(id, _)| !named.contains(id)) {
            ids.name(id, name);
        }
        ids.taken.extend(named);
        ids
    }

    fn name(&mut self, id: &Id<T>, name: &Text) {
        self.taken.insert(id.clone());
        self.by_name
            .entry(name.as_str().to_owned())
            .or_default()
            .insert(id.clone());
    }

    /// The id of a row with this name; a new one where nothing bears the name.
    fn id(&mut self, name: &Text) -> Result<Id<T>, Problem> {
        match self.by_name.get(name.as_str()) {
            Some(ids) if ids.len() > 1 => Err(Problem::Ambiguous {
                noun: self.noun,
                ids: some_ids(ids.iter().map(ToString::to_string)),
            }),
            Some(ids) => Ok(ids.first().cloned().expect("a name has a bearer")),
            None => {
                let taken = |id: &Id<T>| self.taken.contains(id);
                let id = self.numbering.id(name.as_str(), taken);
                self.name(&id, name);
                Ok(id)
            }
        }
    }
}

/// The id and the name of a row; none where the name, or who bears it, is faulty, which is noted. A faulty id alone is
/// noted too; then the name tells whose row it is.
pub(super) fn identified<T>(
    desk: &mut Desk<'_>,
    ids: &mut Ids<T>,
    cells: Cells<'_>,
) -> Option<(Id<T>, Text)> {
    let name = desk.required(cells, "name", cells::name);
    let given = desk.read(cells, "id", cells::id::<T>).flatten();
    match (given, name) {
        (Some(id), Some(name)) => Some((id, name)),
        (None, Some(name)) => {
            let id = ids.id(&name);
            Some((desk.noted(cells, "name", id)?, name))
        }
        (Some(id), None) => {
            ids.doubtful.push((id, None));
            None
        }
        (None, None) => None,
    }
}
