//! With which departments an offer rests.

use std::collections::BTreeSet;

/// The departments that hold an offer, and those that know it.
#[derive(Debug, Clone)]
pub(in super::super) struct Rests<D> {
    /// The departments that provide it or are responsible for it.
    pub holders: BTreeSet<D>,
    /// The departments that hold it, know it or refer to it.
    pub knowers: BTreeSet<D>,
}

impl<D: Ord + Copy> Rests<D> {
    /// With no department yet.
    pub(super) fn new() -> Self {
        Self {
            holders: BTreeSet::new(),
            knowers: BTreeSet::new(),
        }
    }

    /// Adds departments that hold the offer: they know it too.
    pub(super) fn held_by(&mut self, departments: impl IntoIterator<Item = D>) {
        self.holders.extend(departments);
        self.knowers.extend(&self.holders);
    }

    /// Adds departments that know the offer or refer to it.
    pub(super) fn known_to(&mut self, departments: impl IntoIterator<Item = D>) {
        self.knowers.extend(departments);
    }

    /// The department that alone knows the offer, where only one does.
    pub(in super::super) fn only_knower(&self) -> Option<D> {
        only(&self.knowers)
    }

    /// The department that alone holds the offer, where only one does.
    pub(super) fn only_holder(&self) -> Option<D> {
        only(&self.holders)
    }
}

fn only<D: Copy>(departments: &BTreeSet<D>) -> Option<D> {
    let mut departments = departments.iter();
    departments
        .next()
        .copied()
        .filter(|_| departments.next().is_none())
}
