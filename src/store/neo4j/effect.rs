//! The net effect of a list of changes: one per record, whatever the list does on the way.

use std::collections::BTreeMap;

use crate::domain::{
    Actor, Change, Department, District, FundingPhase, Membership, Offer, OpenPoint, PhaseId,
    Record, Release, Report,
};
use crate::store::{Error, Result, Violation};

/// The effects on one table of records.
pub(super) struct Effects<'a, R: Record> {
    /// Records that are new.
    pub new: Vec<(&'a R::Key, &'a R)>,
    /// Records that were there and stay, as they shall be.
    pub changed: Vec<(&'a R::Key, &'a R)>,
    /// Records that go.
    pub gone: Vec<&'a R::Key>,
}

impl<'a, R: Record> Effects<'a, R> {
    /// Refuses edits of one record that do not follow from each other.
    fn of(changes: &'a [Change]) -> Result<Self> {
        let mut ends: BTreeMap<&R::Key, (Option<&R>, Option<&R>)> = BTreeMap::new();
        for edit in changes.iter().filter_map(Change::edit_of::<R>) {
            if let Some((_, now)) = ends.get(&edit.key)
                && *now != edit.before.as_ref()
            {
                return Err(Error::Violated(Violation::Unconnected));
            }
            ends.entry(&edit.key)
                .or_insert((edit.before.as_ref(), None))
                .1 = edit.after.as_ref();
        }
        let mut effects = Self {
            new: Vec::new(),
            changed: Vec::new(),
            gone: Vec::new(),
        };
        for (key, (before, after)) in ends {
            match (before, after) {
                (None, Some(after)) => effects.new.push((key, after)),
                (Some(before), Some(after)) if before != after => {
                    effects.changed.push((key, after))
                }
                (Some(_), None) => effects.gone.push(key),
                (Some(_), Some(_)) | (None, None) => {}
            }
        }
        Ok(effects)
    }

    /// The records that are written, new or changed.
    pub fn written(&self) -> impl Iterator<Item = (&'a R::Key, &'a R)> {
        self.new.iter().chain(&self.changed).copied()
    }

    /// The keys of records whose old state goes, altogether or for a new one.
    pub fn replaced(&self) -> impl Iterator<Item = &'a R::Key> {
        let changed = self.changed.iter().map(|(key, _)| *key);
        self.gone.iter().copied().chain(changed)
    }
}

/// The effects on a district's network.
pub(super) struct NetworkEffects<'a> {
    pub departments: Effects<'a, Department>,
    pub actors: Effects<'a, Actor>,
    pub memberships: Effects<'a, Membership>,
    pub offers: Effects<'a, Offer>,
    pub reports: Effects<'a, Report>,
    pub releases: Effects<'a, Release>,
    pub open_points: Effects<'a, OpenPoint>,
}

/// The effects on the programme.
pub(super) struct ProgrammeEffects<'a> {
    pub districts: Effects<'a, District>,
    pub phases: Effects<'a, FundingPhase>,
}

impl<'a> NetworkEffects<'a> {
    /// The effects of a network's changes.
    pub fn of(changes: &'a [Change]) -> Result<Self> {
        Ok(Self {
            departments: Effects::of(changes)?,
            actors: Effects::of(changes)?,
            memberships: Effects::of(changes)?,
            offers: Effects::of(changes)?,
            reports: Effects::of(changes)?,
            releases: Effects::of(changes)?,
            open_points: Effects::of(changes)?,
        })
    }
}

impl<'a> ProgrammeEffects<'a> {
    /// The effects of the programme's changes.
    pub fn of(changes: &'a [Change]) -> Result<Self> {
        Ok(Self {
            districts: Effects::of(changes)?,
            phases: Effects::of(changes)?,
        })
    }
}

impl NetworkEffects<'_> {
    /// Every phase that a written record names.
    pub fn phases(&self) -> impl Iterator<Item = &PhaseId> {
        let divisions = self
            .departments
            .written()
            .flat_map(|(_, n)| n.divisions.keys());
        let places = self.memberships.written().map(|((_, phase), _)| phase);
        let provided = self.offers.written().flat_map(|(_, offer)| offer.phases());
        let noted = self.open_points.written().map(|(_, point)| &point.phase);
        divisions.chain(places).chain(provided).chain(noted)
    }
}
