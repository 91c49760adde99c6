//! Whether what a store keeps follows its own rules: records that are legal, and a history that leads to them.

use std::collections::BTreeSet;

use super::{Kept, Revision, Scope};
use crate::domain::{Change, DistrictId, FundingPhase, Network, PhaseId, Programme, Refused};

/// Something that the rules do not allow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The programme is missing, or does not come first.
    NoProgramme,
    /// A record that no change could have made: its place among the scope's records, and why.
    Illegal(Scope, Refused),
    /// Records of a district that the programme does not know.
    NoSuchDistrict(DistrictId),
    /// A step that is missing in the history.
    Gap(Scope, Revision),
    /// A step that does not follow from those before it.
    Unconnected(Scope, Revision),
    /// A history that leads to other records than those that are there.
    OtherRecords(Scope),
    /// A revision that is not that of the last step.
    OtherRevision(Scope),
    /// Contacts of actors that are not there, and how many.
    Contacts(DistrictId, usize),
    /// Releases whose frozen body is not there, and how many.
    Frozen(DistrictId, usize),
    /// What the database itself found, in its own words.
    Database(String),
}

/// Compares all scopes of a store with the rules, one after the other, the programme first.
#[derive(Default)]
pub struct Check {
    programme: Option<Programme>,
    /// The programme with all phases that there ever were, for judging old steps.
    of_all_times: Programme,
    /// What was found.
    pub faults: Vec<Fault>,
    /// How many districts were compared.
    pub districts: usize,
    /// How many steps their histories and the programme's have.
    pub steps: usize,
}

impl Check {
    /// Compares one scope.
    pub fn scope(&mut self, kept: &Kept) {
        self.steps += kept.steps.len();
        self.numbers(kept);
        match &kept.scope {
            Scope::Programme => self.of_programme(kept),
            Scope::District(district) => {
                self.districts += usize::from(kept.head.is_some());
                self.of_district(kept, district);
            }
        }
    }

    fn numbers(&mut self, kept: &Kept) {
        let mut next = Revision::default().next();
        for step in &kept.steps {
            if step.number != next {
                self.faults.push(Fault::Gap(kept.scope.clone(), next));
            }
            next = step.number.next();
        }
        let last = kept.steps.last().map(|step| step.number);
        if kept
            .head
            .is_some_and(|head| head.revision != last.unwrap_or_default())
        {
            self.faults.push(Fault::OtherRevision(kept.scope.clone()));
        }
    }

    fn of_programme(&mut self, kept: &Kept) {
        let mut programme = Programme::default();
        if let Err(refused) = programme.apply(&kept.records) {
            self.faults.push(Fault::Illegal(Scope::Programme, refused));
        }
        let mut history = Programme::default();
        for step in &kept.steps {
            if history.apply(&step.changes).is_err() {
                let fault = Fault::Unconnected(Scope::Programme, step.number);
                self.faults.push(fault);
                break;
            }
        }
        if history != programme {
            self.faults.push(Fault::OtherRecords(Scope::Programme));
        }
        self.of_all_times = programme.clone();
        let changes = kept.steps.iter().flat_map(|step| &step.changes);
        self.of_all_times.phases.extend(changes.filter_map(past));
        self.programme = Some(programme);
    }

    fn of_district(&mut self, kept: &Kept, district: &DistrictId) {
        let Some(programme) = &self.programme else {
            self.faults.push(Fault::NoProgramme);
            return;
        };
        let scope = &kept.scope;
        if kept.head.is_some() && !programme.districts.contains_key(district) {
            self.faults.push(Fault::NoSuchDistrict(district.clone()));
        }
        let mut network = Network::default();
        if let Err(refused) = network.apply(programme, &kept.records) {
            self.faults.push(Fault::Illegal(scope.clone(), refused));
        }
        let mut history = Network::default();
        for step in &kept.steps {
            if history.apply(&self.of_all_times, &step.changes).is_err() {
                let fault = Fault::Unconnected(scope.clone(), step.number);
                self.faults.push(fault);
                break;
            }
        }
        if kept.head.is_some() && history != network {
            self.faults.push(Fault::OtherRecords(scope.clone()));
        }
        let bodies: BTreeSet<&str> = kept.frozen.iter().map(|one| one.sha256.as_str()).collect();
        let releases = network.releases.values();
        let lost = releases.filter(|release| !bodies.contains(release.frozen.as_str()));
        match lost.count() {
            0 => {}
            lost => self.faults.push(Fault::Frozen(district.clone(), lost)),
        }
        let actors: BTreeSet<_> = network.actors.keys().collect();
        let lost = kept.contacts.keys().filter(|actor| !actors.contains(actor));
        match lost.count() {
            0 => {}
            lost => self.faults.push(Fault::Contacts(district.clone(), lost)),
        }
    }
}

/// A phase as it was before or after a change.
fn past(change: &Change) -> Option<(PhaseId, FundingPhase)> {
    match change {
        Change::Phase(edit) => {
            let phase = edit.after.as_ref().or(edit.before.as_ref())?;
            Some((edit.key.clone(), phase.clone()))
        }
        _ => None,
    }
}
