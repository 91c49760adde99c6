//! What a list of changes comes to: one effect per record, whatever the list does on the way.

use std::collections::BTreeMap;

use crate::domain::{
    Actor, ActorId, Change, Department, DepartmentId, District, DistrictId, Edit, FundingPhase,
    Membership, Offer, OfferId, PhaseId, Report, ReportKey,
};
use crate::store::{Error, Result, Violation};

/// The effects on one table of records.
pub(super) struct Effects<'a, K, V> {
    /// Records that are new.
    pub new: Vec<(&'a K, &'a V)>,
    /// Records that were there and stay, as they shall be.
    pub changed: Vec<(&'a K, &'a V)>,
    /// Records that go.
    pub gone: Vec<&'a K>,
}

impl<'a, K: Ord, V: PartialEq> Effects<'a, K, V> {
    /// Refuses edits of one record that do not follow from each other.
    fn of(edits: impl Iterator<Item = &'a Edit<K, V>>) -> Result<Self> {
        let mut ends: BTreeMap<&K, (Option<&V>, Option<&V>)> = BTreeMap::new();
        for edit in edits {
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
    pub fn written(&self) -> impl Iterator<Item = (&'a K, &'a V)> {
        self.new.iter().chain(&self.changed).copied()
    }

    /// The keys of records whose old state goes, altogether or for a new one.
    pub fn replaced(&self) -> impl Iterator<Item = &'a K> {
        let changed = self.changed.iter().map(|(key, _)| *key);
        self.gone.iter().copied().chain(changed)
    }
}

/// The effects on a district's network.
pub(super) struct NetworkEffects<'a> {
    pub departments: Effects<'a, DepartmentId, Department>,
    pub actors: Effects<'a, ActorId, Actor>,
    pub memberships: Effects<'a, (ActorId, PhaseId), Membership>,
    pub offers: Effects<'a, OfferId, Offer>,
    pub reports: Effects<'a, ReportKey, Report>,
}

/// The effects on the programme.
pub(super) struct ProgrammeEffects<'a> {
    pub districts: Effects<'a, DistrictId, District>,
    pub phases: Effects<'a, PhaseId, FundingPhase>,
}

macro_rules! effects {
    ($changes:expr, $noun:ident) => {
        Effects::of($changes.iter().filter_map(|change| match change {
            Change::$noun(edit) => Some(edit),
            _ => None,
        }))?
    };
}

impl<'a> NetworkEffects<'a> {
    /// The effects of a network's changes.
    pub fn of(changes: &'a [Change]) -> Result<Self> {
        Ok(Self {
            departments: effects!(changes, Department),
            actors: effects!(changes, Actor),
            memberships: effects!(changes, Membership),
            offers: Effects::of(changes.iter().filter_map(|change| match change {
                Change::Offer(edit) => Some(edit.as_ref()),
                _ => None,
            }))?,
            reports: effects!(changes, Report),
        })
    }
}

impl<'a> ProgrammeEffects<'a> {
    /// The effects of the programme's changes.
    pub fn of(changes: &'a [Change]) -> Result<Self> {
        Ok(Self {
            districts: effects!(changes, District),
            phases: effects!(changes, Phase),
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
        divisions.chain(places).chain(provided)
    }
}
