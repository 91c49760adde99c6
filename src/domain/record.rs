//! What all kinds of records share: a table of their own, and edits that are made, taken back and judged alike.
//!
//! A new noun is a type with [`Record`], a variant of [`Change`] and an arm of [`Change::edit`]; the rest of the crate
//! asks a change through [`Edited`], whatever it is about.

use std::any::Any;
use std::collections::BTreeMap;

use super::change::{Change, Noun, Refusal};
use super::edit::Edit;
use super::network::Network;
use super::programme::Programme;
use super::users::Users;

/// All records of a kind by what names them.
type Table<R> = BTreeMap<<R as Record>::Key, R>;

/// Finds the table of a kind of record.
pub type TableOf<R> = fn(&<R as Record>::Home) -> &Table<R>;

/// The same, to change it.
pub type TableMutOf<R> = fn(&mut <R as Record>::Home) -> &mut Table<R>;

/// An edit of a record of a kind.
pub type EditOf<R> = Edit<<R as Record>::Key, R>;

/// A kind of record.
pub trait Record: Clone + PartialEq + 'static {
    /// What names a record of this kind.
    type Key: Clone + Ord + 'static;
    /// What holds the table: a district's network, or the programme.
    type Home;

    /// Its name among the kinds.
    const NOUN: Noun;
    /// Wraps an edit as a change.
    const CHANGE: fn(EditOf<Self>) -> Change;

    /// Its table.
    const TABLE: TableOf<Self>;
    /// The same, to change it.
    const TABLE_MUT: TableMutOf<Self>;

    /// Refuses a key that no record may ever have.
    fn judge_key(_key: &Self::Key) -> Result<(), Refusal> {
        Ok(())
    }

    /// Refuses a way from one record to another, or to none, that is never legal.
    fn judge_step(_before: Option<&Self>, _after: Option<&Self>) -> Result<(), Refusal> {
        Ok(())
    }

    /// Refuses what is not legal in the state that a list of changes leads to.
    fn judge(&self, _key: &Self::Key, _state: &State<'_, Self::Home>) -> Result<(), Refusal> {
        Ok(())
    }

    /// Whether another record refers to one of this kind.
    fn is_used(_key: &Self::Key, _users: &Users<'_>) -> bool {
        false
    }
}

/// What a list of changes leads to.
pub struct State<'a, Home> {
    /// What was changed.
    pub home: &'a Home,
    /// The districts and phases.
    pub programme: &'a Programme,
    /// Which records others refer to.
    pub users: Users<'a>,
}

/// An edit, whatever kind of record it is about.
pub(super) trait Edited<Home>: Any {
    /// The kind of record.
    fn noun(&self) -> Noun;

    /// Whether there is a record before and after.
    fn there(&self) -> (bool, bool);

    /// The change that takes this one back.
    fn inverse(&self) -> Change;

    /// Makes the edit, if the record is as the edit says.
    fn make(&self, home: &mut Home) -> Result<(), Refusal>;

    /// Whether the edit made what stands now.
    fn stands(&self, home: &Home) -> bool;

    /// Refuses a new record under a key that none may have, and a way that none may take.
    fn judge_alone(&self) -> Result<(), Refusal>;

    /// Refuses a record that is not legal in this state, or one that goes and is still used.
    fn judge(&self, state: &State<'_, Home>) -> Result<(), Refusal>;
}

impl<R: Record> Edited<R::Home> for Edit<R::Key, R> {
    fn noun(&self) -> Noun {
        R::NOUN
    }

    fn there(&self) -> (bool, bool) {
        (self.before.is_some(), self.after.is_some())
    }

    fn inverse(&self) -> Change {
        R::CHANGE(self.clone().inverse())
    }

    fn make(&self, home: &mut R::Home) -> Result<(), Refusal> {
        let records = (R::TABLE_MUT)(home);
        if records.get(&self.key) != self.before.as_ref() {
            return Err(Refusal::Differs);
        }
        match &self.after {
            Some(after) => records.insert(self.key.clone(), after.clone()),
            None => records.remove(&self.key),
        };
        Ok(())
    }

    fn stands(&self, home: &R::Home) -> bool {
        (R::TABLE)(home).get(&self.key) == self.after.as_ref()
    }

    fn judge_alone(&self) -> Result<(), Refusal> {
        if self.after.is_some() {
            R::judge_key(&self.key)?;
        }
        R::judge_step(self.before.as_ref(), self.after.as_ref())
    }

    fn judge(&self, state: &State<'_, R::Home>) -> Result<(), Refusal> {
        // One that a later edit of the list put back may be used.
        let is_gone = || !(R::TABLE)(state.home).contains_key(&self.key);
        match &self.after {
            Some(record) => record.judge(&self.key, state),
            None if is_gone() && R::is_used(&self.key, &state.users) => {
                Err(Refusal::StillUsed(R::NOUN))
            }
            None => Ok(()),
        }
    }
}

/// An edit by what it belongs to.
pub(super) enum Of<'a> {
    Programme(&'a dyn Edited<Programme>),
    Network(&'a dyn Edited<Network>),
}

impl Change {
    /// The edit that it is.
    pub(super) fn edit(&self) -> Of<'_> {
        match self {
            Self::District(edit) => Of::Programme(edit),
            Self::Phase(edit) => Of::Programme(edit),
            Self::Department(edit) => Of::Network(edit),
            Self::Actor(edit) => Of::Network(edit),
            Self::Membership(edit) => Of::Network(edit),
            Self::Offer(edit) => Of::Network(edit.as_ref()),
            Self::Report(edit) => Of::Network(edit),
            Self::Release(edit) => Of::Network(edit.as_ref()),
            Self::OpenPoint(edit) => Of::Network(edit),
        }
    }

    /// The edit, where it is one of this kind of record.
    pub fn edit_of<R: Record>(&self) -> Option<&EditOf<R>> {
        let edit: &dyn Any = match self.edit() {
            Of::Programme(edit) => edit,
            Of::Network(edit) => edit,
        };
        edit.downcast_ref()
    }

    /// The edit of a district's network.
    pub(super) fn of_network(&self) -> Result<&dyn Edited<Network>, Refusal> {
        match self.edit() {
            Of::Network(edit) => Ok(edit),
            Of::Programme(_) => Err(Refusal::OtherScope),
        }
    }

    /// The edit of the programme.
    pub(super) fn of_programme(&self) -> Result<&dyn Edited<Programme>, Refusal> {
        match self.edit() {
            Of::Programme(edit) => Ok(edit),
            Of::Network(_) => Err(Refusal::OtherScope),
        }
    }

    /// The kind of record it is about.
    pub fn noun(&self) -> Noun {
        match self.edit() {
            Of::Programme(edit) => edit.noun(),
            Of::Network(edit) => edit.noun(),
        }
    }

    /// Whether there is a record before and after.
    pub fn there(&self) -> (bool, bool) {
        match self.edit() {
            Of::Programme(edit) => edit.there(),
            Of::Network(edit) => edit.there(),
        }
    }

    /// Whether its record goes.
    pub(super) fn removes(&self) -> bool {
        matches!(self.there(), (_, false))
    }

    /// Whether it changes the programme, not a district's network.
    pub fn is_of_programme(&self) -> bool {
        matches!(self.edit(), Of::Programme(_))
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self.edit() {
            Of::Programme(edit) => edit.inverse(),
            Of::Network(edit) => edit.inverse(),
        }
    }
}

/// The list that takes a list of changes back.
pub fn inverse(changes: &[Change]) -> Vec<Change> {
    changes.iter().rev().map(Change::inverse).collect()
}

/// Adds a change for each record that two states hold differently, in the order of the keys.
pub(super) fn diff<R: Record>(from: &R::Home, to: &R::Home, changes: &mut Vec<Change>) {
    let (from, to) = ((R::TABLE)(from), (R::TABLE)(to));
    for (key, before) in from {
        let after = to.get(key);
        if after != Some(before) {
            changes.push(R::CHANGE(Edit {
                key: key.clone(),
                before: Some(before.clone()),
                after: after.cloned(),
            }));
        }
    }
    for (key, after) in to.iter().filter(|(key, _)| !from.contains_key(key)) {
        changes.push(R::CHANGE(Edit::add(key.clone(), after.clone())));
    }
}
