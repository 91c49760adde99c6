//! Which record a row is about: by its id, else by its name, else a new one.

use std::collections::{HashMap, HashSet};

use super::super::fault::{Problem, some_ids};
use super::cells::{self, Cells};
use super::desk::Desk;
use crate::domain::{ByLook, Id, Noun, Numbering, Text, look, look_alike};

/// The ids of a table of records, as its rows name them: by the id, else by the name, else made from the name.
pub(super) struct Ids<T> {
    by_name: ByLook<Id<T>>,
    /// How each is called, as the store or the first row spells it.
    spelling: HashMap<Id<T>, Text>,
    taken: HashSet<Id<T>>,
    numbering: Numbering,
    /// New names of known records, by how they look.
    renamed: HashMap<String, Id<T>>,
    /// Named by rows with faults.
    pub doubtful: Vec<(Id<T>, Option<Text>)>,
    /// What was written with other letters' cases, and what it was taken for.
    pub by_case: Vec<(Text, Text)>,
    noun: Noun,
}

/// Which of several bearers of a name a row means.
pub(super) enum Meant<'m, T> {
    /// The only one, or the only one for which this holds.
    Only(&'m dyn Fn(&Id<T>) -> bool),
    /// One of these, or a new one: namesakes are told apart.
    Apart(Vec<Id<T>>),
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
            by_name: ByLook::default(),
            spelling: HashMap::new(),
            taken: HashSet::new(),
            numbering: Numbering::default(),
            renamed: HashMap::new(),
            doubtful: Vec::new(),
            by_case: Vec::new(),
            noun,
        };
        let mut named = HashSet::new();
        for cells in rows {
            if let Some(Ok(id)) = cells.text("id").map(cells::id::<T>) {
                if let Some(Ok(name)) = cells.text("name").map(cells::name) {
                    ids.name(&id, &name);
                }
                named.insert(id);
            }
        }
        for (id, name) in held {
            // What the file calls something wins over what the store does.
            if !named.contains(id) {
                ids.name(id, name);
            }
            let first = ids.spelling.get(id);
            if first.is_none_or(|first| look(first.as_str()) == look(name.as_str())) {
                ids.spelling.insert(id.clone(), name.clone());
            }
        }
        ids.taken.extend(named);
        ids
    }

    /// Lets a known record be meant by a new name.
    pub fn rename(&mut self, id: Id<T>, name: &str) {
        self.renamed.insert(look_alike(name), id);
    }

    fn name(&mut self, id: &Id<T>, name: &Text) {
        self.taken.insert(id.clone());
        self.by_name.add(name.as_str(), id.clone());
        let spelling = self.spelling.entry(id.clone());
        spelling.or_insert_with(|| name.clone());
    }

    /// The id of a row with this name, and the name as it is known; a new id where nothing bears the name.
    fn id(&mut self, name: &Text, meant: &Meant<'_, T>) -> Result<(Id<T>, Text), Problem> {
        let bearers = match meant {
            Meant::Apart(own) => own.iter().collect(),
            Meant::Only(holds) => self.bearers(name, holds),
        };
        match bearers[..] {
            [] => {}
            [id] => {
                let (id, spelling) = (id.clone(), self.spelling.get(id).unwrap_or(name).clone());
                if look(spelling.as_str()) != look(name.as_str()) {
                    self.by_case.push((name.clone(), spelling.clone()));
                }
                return Ok((id, spelling));
            }
            _ => {
                return Err(Problem::Ambiguous {
                    noun: self.noun,
                    ids: some_ids(bearers.into_iter().map(ToString::to_string)),
                });
            }
        }
        if let Some(id) = self.renamed.get(&look_alike(name.as_str())) {
            return Ok((id.clone(), name.clone()));
        }
        let taken = |id: &Id<T>| self.taken.contains(id);
        let id = self.numbering.id(name.as_str(), taken);
        self.name(&id, name);
        Ok((id, name.clone()))
    }

    /// Those that bear a name; of several those for which it holds, where it does for any.
    fn bearers(&self, name: &Text, holds: &dyn Fn(&Id<T>) -> bool) -> Vec<&Id<T>> {
        let bearers = self.by_name.find(name.as_str());
        let all = bearers.map_or(Vec::new(), |bearers| bearers.all);
        if all.len() < 2 {
            return all;
        }
        let chosen: Vec<&Id<T>> = all.iter().copied().filter(|id| holds(id)).collect();
        if chosen.is_empty() { all } else { chosen }
    }

    /// The name of a row with an id: the known spelling, unless it looks otherwise.
    fn spelled(&self, id: &Id<T>, name: Text) -> Text {
        let known = self.spelling.get(id);
        let known = known.filter(|known| look(known.as_str()) == look(name.as_str()));
        known.cloned().unwrap_or(name)
    }
}

/// The id and the name of a row; none where the name, or who bears it, is faulty, which is noted. A faulty id alone is
/// noted too; then the name tells whose row it is.
pub(super) fn identified<T>(
    desk: &mut Desk<'_>,
    ids: &mut Ids<T>,
    cells: Cells<'_>,
    meant: &Meant<'_, T>,
) -> Option<(Id<T>, Text)> {
    let name = desk.required(cells, "name", cells::name);
    let given = desk.read(cells, "id", cells::id::<T>).flatten();
    match (given, name) {
        (Some(id), Some(name)) => {
            let name = ids.spelled(&id, name);
            Some((id, name))
        }
        (None, Some(name)) => {
            let found = ids.id(&name, meant);
            desk.noted(cells, "name", found)
        }
        (Some(id), None) => {
            ids.doubtful.push((id, None));
            None
        }
        (None, None) => None,
    }
}
