//! One district with all its phases as plain values.

use std::collections::{BTreeMap, HashSet};

use super::actor::{Actor, ActorId, Membership};
use super::department::{Department, DepartmentId};
use super::offer::{Offer, OfferId};
use super::open_point::{OpenPoint, OpenPointId};
use super::phase::PhaseId;
use super::programme::Programme;
use super::release::{Release, ReleaseId};
use super::report::{Report, ReportKey};

/// A district's cooperation network over all funding phases.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Network {
    /// The departments by id.
    pub departments: BTreeMap<DepartmentId, Department>,
    /// The actors by id.
    pub actors: BTreeMap<ActorId, Actor>,
    /// Where each actor stands in each phase.
    pub memberships: BTreeMap<(ActorId, PhaseId), Membership>,
    /// The offers by id.
    pub offers: BTreeMap<OfferId, Offer>,
    /// What each side says: phase, from whom, of whom.
    pub reports: BTreeMap<ReportKey, Report>,
    /// What was frozen of it, by id; each names a body that is kept beside.
    pub releases: BTreeMap<ReleaseId, Release>,
    /// What is to be cleared up, by id; in no figure and in no frozen state.
    pub open_points: BTreeMap<OpenPointId, OpenPoint>,
}

impl Network {
    /// Whether nothing has been entered yet.
    pub fn is_empty(&self) -> bool {
        self.departments.is_empty() && self.actors.is_empty() && self.offers.is_empty()
    }

    /// The actors with a place in a phase, in the order of their ids.
    pub fn members(&self, phase: &PhaseId) -> impl Iterator<Item = (&ActorId, &Membership)> {
        self.memberships
            .iter()
            .filter(move |((_, in_phase), _)| in_phase == phase)
            .map(|((actor, _), m)| (actor, m))
    }

    /// The phases that hold cooperations, from the earliest.
    pub fn phases_with_reports<'a>(&self, programme: &'a Programme) -> Vec<&'a PhaseId> {
        let used: HashSet<&PhaseId> = self.reports.keys().map(|(phase, _, _)| phase).collect();
        programme
            .phases_in_order()
            .into_iter()
            .map(|(id, _)| id)
            .filter(|id| used.contains(id))
            .collect()
    }

    /// The phase that is shown first: the latest with cooperations, where none has any the latest with an actor in it; none
    /// of a network without actors.
    pub fn first_shown<'a>(&self, programme: &'a Programme) -> Option<&'a PhaseId> {
        let with_reports = self.phases_with_reports(programme);
        let members: HashSet<&PhaseId> = self.memberships.keys().map(|(_, phase)| phase).collect();
        let phases = programme.phases_in_order().into_iter().rev();
        let mut phases = phases.map(|(id, _)| id);
        let with_members = || phases.find(|id| members.contains(id));
        with_reports.last().copied().or_else(with_members)
    }

    /// Every phase that a record names, some more than once.
    pub fn phases(&self) -> impl Iterator<Item = &PhaseId> {
        let divisions = self.departments.values();
        let divisions = divisions.flat_map(|department| department.divisions.keys());
        let places = self.memberships.keys().map(|(_, phase)| phase);
        let provided = self.offers.values().flat_map(|offer| offer.phases());
        let reported = self.reports.keys().map(|(phase, _, _)| phase);
        let noted = self.open_points.values().map(|point| &point.phase);
        let places = divisions.chain(places);
        places.chain(provided).chain(reported).chain(noted)
    }
}
