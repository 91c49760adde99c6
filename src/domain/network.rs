//! One district with all its phases as plain values, and the one judge of what may be changed.

use std::collections::{BTreeMap, HashSet};

use super::actor::{Actor, ActorId, Membership};
use super::change::{Change, Edit, Noun, Refusal, Refused, inverse};
use super::department::{Department, DepartmentId};
use super::offer::{Offer, OfferId, Party};
use super::phase::PhaseId;
use super::programme::Programme;
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

    /// Every phase that a record names, some more than once.
    pub fn phases(&self) -> impl Iterator<Item = &PhaseId> {
        let divisions = self.departments.values();
        let divisions = divisions.flat_map(|department| department.divisions.keys());
        let places = self.memberships.keys().map(|(_, phase)| phase);
        let provided = self.offers.values().flat_map(|offer| offer.phases());
        let reported = self.reports.keys().map(|(phase, _, _)| phase);
        divisions.chain(places).chain(provided).chain(reported)
    }

    /// Makes all changes, or refuses the first that is not legal and leaves the network as it was.
    ///
    /// References are judged on the result, so the order of a list does not matter: an actor may come before its
    /// department.
    pub fn apply(&mut self, programme: &Programme, changes: &[Change]) -> Result<(), Refused> {
        for (index, change) in changes.iter().enumerate() {
            if let Err(refusal) = self.make(change) {
                self.take_back(&changes[..index]);
                return Err(Refused { index, refusal });
            }
        }
        let users = Users::of(self, changes);
        for (index, change) in changes.iter().enumerate() {
            if let Err(refusal) = self.judge(programme, &users, change) {
                self.take_back(changes);
                return Err(Refused { index, refusal });
            }
        }
        Ok(())
    }

    /// The changes that lead from this network to another.
    pub fn diff(&self, to: &Self) -> Vec<Change> {
        let mut changes = Vec::new();
        compare(&self.departments, &to.departments, |edit| {
            changes.push(Change::Department(edit))
        });
        compare(&self.actors, &to.actors, |edit| {
            changes.push(Change::Actor(edit))
        });
        compare(&self.memberships, &to.memberships, |edit| {
            changes.push(Change::Membership(edit))
        });
        compare(&self.offers, &to.offers, |edit| {
            changes.push(Change::Offer(Box::new(edit)))
        });
        compare(&self.reports, &to.reports, |edit| {
            changes.push(Change::Report(edit))
        });
        changes
    }

    fn make(&mut self, change: &Change) -> Result<(), Refusal> {
        match change {
            Change::District(_) | Change::Phase(_) => Err(Refusal::OtherScope),
            Change::Department(edit) => put(&mut self.departments, edit),
            Change::Actor(edit) => put(&mut self.actors, edit),
            Change::Membership(edit) => put(&mut self.memberships, edit),
            Change::Offer(edit) => put(&mut self.offers, edit),
            Change::Report(edit) => put(&mut self.reports, edit),
        }
    }

    fn take_back(&mut self, made: &[Change]) {
        for change in inverse(made) {
            self.make(&change)
                .expect("what was just made can be taken back");
        }
    }

    fn judge(&self, programme: &Programme, users: &Users, change: &Change) -> Result<(), Refusal> {
        if let Change::Report(edit) = change
            && edit.after.is_some()
            && edit.key.1 == edit.key.2
        {
            return Err(Refusal::SelfTie);
        }
        if !self.stands(change) {
            return Ok(());
        }
        match change {
            Change::District(_) | Change::Phase(_) => Err(Refusal::OtherScope),
            Change::Department(edit) => match &edit.after {
                Some(department) => self.judge_department(programme, users, department),
                None => free(
                    &self.departments,
                    &users.departments,
                    &edit.key,
                    Noun::Department,
                ),
            },
            Change::Actor(edit) => match &edit.after {
                Some(_) => Ok(()),
                None => free(&self.actors, &users.actors, &edit.key, Noun::Actor),
            },
            Change::Membership(edit) => match &edit.after {
                Some(membership) => self.judge_membership(programme, &edit.key, membership),
                None => free(
                    &self.memberships,
                    &users.memberships,
                    &edit.key,
                    Noun::Membership,
                ),
            },
            Change::Offer(edit) => match &edit.after {
                Some(offer) => self.judge_offer(programme, offer),
                None => free(&self.offers, &users.offers, &edit.key, Noun::Offer),
            },
            Change::Report(edit) => match &edit.after {
                Some(report) => self.judge_report(&edit.key, report),
                None => Ok(()),
            },
        }
    }

    /// Whether a change made what stands now: what a later one of the list replaced is not judged by the result,
    /// or a list could be legal that cannot be taken back.
    fn stands(&self, change: &Change) -> bool {
        fn made<K: Ord, V: PartialEq>(records: &BTreeMap<K, V>, edit: &Edit<K, V>) -> bool {
            records.get(&edit.key) == edit.after.as_ref()
        }
        match change {
            Change::District(_) | Change::Phase(_) => true,
            Change::Department(edit) => made(&self.departments, edit),
            Change::Actor(edit) => made(&self.actors, edit),
            Change::Membership(edit) => made(&self.memberships, edit),
            Change::Offer(edit) => made(&self.offers, edit),
            Change::Report(edit) => made(&self.reports, edit),
        }
    }

    fn judge_department(
        &self,
        programme: &Programme,
        users: &Users,
        department: &Department,
    ) -> Result<(), Refusal> {
        known_phases(programme, department.divisions.keys())?;
        let bearers = users
            .names
            .get(department.name.as_str())
            .copied()
            .unwrap_or_default();
        if bearers > 1 {
            Err(Refusal::NameTaken)
        } else {
            Ok(())
        }
    }

    fn judge_membership(
        &self,
        programme: &Programme,
        (actor, phase): &(ActorId, PhaseId),
        membership: &Membership,
    ) -> Result<(), Refusal> {
        known(&self.actors, actor, Noun::Actor)?;
        known(&programme.phases, phase, Noun::Phase)?;
        known(&self.departments, &membership.department, Noun::Department)
    }

    fn judge_offer(&self, programme: &Programme, offer: &Offer) -> Result<(), Refusal> {
        known_phases(programme, offer.phases())?;
        offer
            .responsible
            .iter()
            .try_for_each(|id| known(&self.departments, id, Noun::Department))?;
        offer.parties().try_for_each(|party| match party {
            Party::Actor(id) => known(&self.actors, id, Noun::Actor),
            Party::Department(id) | Party::Section(id, _) => {
                known(&self.departments, id, Noun::Department)
            }
        })
    }

    fn judge_report(&self, (phase, from, to): &ReportKey, report: &Report) -> Result<(), Refusal> {
        for end in [from, to] {
            known(
                &self.memberships,
                &(end.clone(), phase.clone()),
                Noun::Membership,
            )?;
        }
        report
            .offers
            .iter()
            .try_for_each(|id| known(&self.offers, id, Noun::Offer))
    }
}

/// Who is referred to by others; filled only as far as the changes at hand remove or name something.
#[derive(Default)]
struct Users<'a> {
    departments: HashSet<&'a DepartmentId>,
    actors: HashSet<&'a ActorId>,
    memberships: HashSet<(ActorId, PhaseId)>,
    offers: HashSet<&'a OfferId>,
    names: BTreeMap<&'a str, usize>,
}

impl<'a> Users<'a> {
    fn of(network: &'a Network, changes: &[Change]) -> Self {
        let mut users = Self::default();
        let removes = |noun| {
            changes
                .iter()
                .any(|change| change.noun() == noun && removes(change))
        };
        if changes
            .iter()
            .any(|change| change.noun() == Noun::Department)
        {
            for department in network.departments.values() {
                *users.names.entry(department.name.as_str()).or_default() += 1;
            }
        }
        if removes(Noun::Department) || removes(Noun::Actor) {
            for ((actor, _), membership) in &network.memberships {
                users.actors.insert(actor);
                users.departments.insert(&membership.department);
            }
            for offer in network.offers.values() {
                users.departments.extend(&offer.responsible);
                for party in offer.parties() {
                    match party {
                        Party::Actor(id) => users.actors.insert(id),
                        Party::Department(id) | Party::Section(id, _) => {
                            users.departments.insert(id)
                        }
                    };
                }
            }
        }
        if removes(Noun::Membership) {
            for (phase, from, to) in network.reports.keys() {
                users.memberships.insert((from.clone(), phase.clone()));
                users.memberships.insert((to.clone(), phase.clone()));
            }
        }
        if removes(Noun::Offer) {
            users
                .offers
                .extend(network.reports.values().flat_map(|report| &report.offers));
        }
        users
    }
}

fn removes(change: &Change) -> bool {
    match change {
        Change::District(edit) => edit.after.is_none(),
        Change::Phase(edit) => edit.after.is_none(),
        Change::Department(edit) => edit.after.is_none(),
        Change::Actor(edit) => edit.after.is_none(),
        Change::Membership(edit) => edit.after.is_none(),
        Change::Offer(edit) => edit.after.is_none(),
        Change::Report(edit) => edit.after.is_none(),
    }
}

fn known<K: Ord, V>(records: &BTreeMap<K, V>, key: &K, noun: Noun) -> Result<(), Refusal> {
    if records.contains_key(key) {
        Ok(())
    } else {
        Err(Refusal::NoSuch(noun))
    }
}

fn known_phases<'a>(
    programme: &Programme,
    phases: impl IntoIterator<Item = &'a PhaseId>,
) -> Result<(), Refusal> {
    phases
        .into_iter()
        .try_for_each(|phase| known(&programme.phases, phase, Noun::Phase))
}

/// A record that is gone must not be used; one that a later edit of the list put back may be.
fn free<K, V, U>(
    records: &BTreeMap<K, V>,
    users: &HashSet<U>,
    key: &K,
    noun: Noun,
) -> Result<(), Refusal>
where
    K: Ord + Eq + std::hash::Hash,
    U: std::borrow::Borrow<K> + Eq + std::hash::Hash,
{
    if !records.contains_key(key) && users.contains(key) {
        Err(Refusal::StillUsed(noun))
    } else {
        Ok(())
    }
}

/// Makes one edit of a table of records, if the record is as the edit says.
pub(super) fn put<K: Ord + Clone, V: Clone + PartialEq>(
    records: &mut BTreeMap<K, V>,
    edit: &Edit<K, V>,
) -> Result<(), Refusal> {
    if records.get(&edit.key) != edit.before.as_ref() {
        return Err(Refusal::Differs);
    }
    match &edit.after {
        Some(after) => records.insert(edit.key.clone(), after.clone()),
        None => records.remove(&edit.key),
    };
    Ok(())
}

/// Calls `edit` for each record that two tables hold differently, in the order of the keys.
pub(super) fn compare<K: Ord + Clone, V: Clone + PartialEq>(
    from: &BTreeMap<K, V>,
    to: &BTreeMap<K, V>,
    mut edit: impl FnMut(Edit<K, V>),
) {
    for (key, before) in from {
        let after = to.get(key);
        if after != Some(before) {
            edit(Edit {
                key: key.clone(),
                before: Some(before.clone()),
                after: after.cloned(),
            });
        }
    }
    for (key, after) in to.iter().filter(|(key, _)| !from.contains_key(key)) {
        edit(Edit::add(key.clone(), after.clone()));
    }
}
