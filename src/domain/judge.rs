//! What is legal about each kind of record in the state that changes lead to; single texts are judged in `words`.

use super::actor::{Actor, ActorId, Membership};
use super::change::{Change, Noun, Refusal};
use super::department::{Department, DepartmentId};
use super::district::{District, DistrictId};
use super::network::Network;
use super::offer::{Offer, OfferId, Party};
use super::open_point::{OpenPoint, OpenPointId};
use super::phase::{FundingPhase, PhaseId};
use super::programme::Programme;
use super::record::{EditOf, Record, State, TableMutOf, TableOf};
use super::release::{Release, ReleaseId};
use super::report::{Report, ReportKey};
use super::users::Users;

impl Record for District {
    type Key = DistrictId;
    type Home = Programme;
    const NOUN: Noun = Noun::District;
    const CHANGE: fn(EditOf<Self>) -> Change = Change::District;
    const TABLE: TableOf<Self> = |home| &home.districts;
    const TABLE_MUT: TableMutOf<Self> = |home| &mut home.districts;
}

impl Record for FundingPhase {
    type Key = PhaseId;
    type Home = Programme;
    const NOUN: Noun = Noun::Phase;
    const CHANGE: fn(EditOf<Self>) -> Change = Change::Phase;
    const TABLE: TableOf<Self> = |home| &home.phases;
    const TABLE_MUT: TableMutOf<Self> = |home| &mut home.phases;

    fn judge(&self, key: &Self::Key, state: &State<'_, Programme>) -> Result<(), Refusal> {
        if !self.is_ordered() {
            return Err(Refusal::EndsBeforeStart);
        }
        let others = || state.home.phases.iter().filter(|(id, _)| *id != key);
        if others().any(|(_, other)| other.name == self.name) {
            return Err(Refusal::NameTaken);
        }
        if others().any(|(_, other)| other.overlaps(self)) {
            return Err(Refusal::PhasesOverlap);
        }
        Ok(())
    }
}

impl Record for Department {
    type Key = DepartmentId;
    type Home = Network;
    const NOUN: Noun = Noun::Department;
    const CHANGE: fn(EditOf<Self>) -> Change = Change::Department;
    const TABLE: TableOf<Self> = |home| &home.departments;
    const TABLE_MUT: TableMutOf<Self> = |home| &mut home.departments;

    fn judge(&self, _key: &Self::Key, state: &State<'_, Network>) -> Result<(), Refusal> {
        known_phases(state.programme, self.divisions.keys())?;
        match state.users.names.get(self.name.as_str()) {
            Some(2..) => Err(Refusal::NameTaken),
            Some(_) | None => Ok(()),
        }
    }

    fn is_used(key: &Self::Key, users: &Users<'_>) -> bool {
        users.departments.contains(key)
    }
}

impl Record for Actor {
    type Key = ActorId;
    type Home = Network;
    const NOUN: Noun = Noun::Actor;
    const CHANGE: fn(EditOf<Self>) -> Change = Change::Actor;
    const TABLE: TableOf<Self> = |home| &home.actors;
    const TABLE_MUT: TableMutOf<Self> = |home| &mut home.actors;

    fn is_used(key: &Self::Key, users: &Users<'_>) -> bool {
        users.actors.contains(key)
    }
}

impl Record for Membership {
    type Key = (ActorId, PhaseId);
    type Home = Network;
    const NOUN: Noun = Noun::Membership;
    const CHANGE: fn(EditOf<Self>) -> Change = Change::Membership;
    const TABLE: TableOf<Self> = |home| &home.memberships;
    const TABLE_MUT: TableMutOf<Self> = |home| &mut home.memberships;

    fn judge(&self, (actor, phase): &Self::Key, state: &State<'_, Network>) -> Result<(), Refusal> {
        known::<Actor>(state.home, actor)?;
        known::<FundingPhase>(state.programme, phase)?;
        known::<Department>(state.home, &self.department)?;
        let mut open = self.open.iter();
        open.try_for_each(|id| known::<Department>(state.home, id))
    }

    fn is_used(key: &Self::Key, users: &Users<'_>) -> bool {
        users.memberships.contains(key)
    }
}

impl Record for Offer {
    type Key = OfferId;
    type Home = Network;
    const NOUN: Noun = Noun::Offer;
    const CHANGE: fn(EditOf<Self>) -> Change = |edit| Change::Offer(Box::new(edit));
    const TABLE: TableOf<Self> = |home| &home.offers;
    const TABLE_MUT: TableMutOf<Self> = |home| &mut home.offers;

    fn judge(&self, _key: &Self::Key, state: &State<'_, Network>) -> Result<(), Refusal> {
        known_phases(state.programme, self.phases())?;
        let department = |id| known::<Department>(state.home, id);
        self.responsible.iter().try_for_each(department)?;
        self.parties().try_for_each(|party| match party {
            Party::Actor(id) => known::<Actor>(state.home, id),
            Party::Department(id) | Party::Section(id, _) => department(id),
        })
    }

    fn is_used(key: &Self::Key, users: &Users<'_>) -> bool {
        users.offers.contains(key)
    }
}

impl Record for Report {
    type Key = ReportKey;
    type Home = Network;
    const NOUN: Noun = Noun::Report;
    const CHANGE: fn(EditOf<Self>) -> Change = Change::Report;
    const TABLE: TableOf<Self> = |home| &home.reports;
    const TABLE_MUT: TableMutOf<Self> = |home| &mut home.reports;

    fn judge_key((_, from, to): &ReportKey) -> Result<(), Refusal> {
        if from == to {
            Err(Refusal::SelfTie)
        } else {
            Ok(())
        }
    }

    fn judge(
        &self,
        (phase, from, to): &Self::Key,
        state: &State<'_, Network>,
    ) -> Result<(), Refusal> {
        for end in [from, to] {
            known::<Membership>(state.home, &(end.clone(), phase.clone()))?;
        }
        let mut offers = self.offers.iter();
        offers.try_for_each(|id| known::<Offer>(state.home, id))
    }
}

impl Record for Release {
    type Key = ReleaseId;
    type Home = Network;
    const NOUN: Noun = Noun::Release;
    const CHANGE: fn(EditOf<Self>) -> Change = |edit| Change::Release(Box::new(edit));
    const TABLE: TableOf<Self> = |home| &home.releases;
    const TABLE_MUT: TableMutOf<Self> = |home| &mut home.releases;

    /// What somebody has seen stays in the list: what it held back is held back in every later one.
    fn judge_step(before: Option<&Self>, after: Option<&Self>) -> Result<(), Refusal> {
        let was = before.is_some_and(Self::was_released);
        match was && !after.is_some_and(Self::was_released) {
            true => Err(Refusal::WasReleased),
            false => Ok(()),
        }
    }
}

impl Record for OpenPoint {
    type Key = OpenPointId;
    type Home = Network;
    const NOUN: Noun = Noun::OpenPoint;
    const CHANGE: fn(EditOf<Self>) -> Change = Change::OpenPoint;
    const TABLE: TableOf<Self> = |home| &home.open_points;
    const TABLE_MUT: TableMutOf<Self> = |home| &mut home.open_points;

    fn judge(&self, _key: &Self::Key, state: &State<'_, Network>) -> Result<(), Refusal> {
        known::<FundingPhase>(state.programme, &self.phase)
    }
}

fn known<R: Record>(home: &R::Home, key: &R::Key) -> Result<(), Refusal> {
    if (R::TABLE)(home).contains_key(key) {
        Ok(())
    } else {
        Err(Refusal::NoSuch(R::NOUN))
    }
}

fn known_phases<'a>(
    programme: &Programme,
    phases: impl IntoIterator<Item = &'a PhaseId>,
) -> Result<(), Refusal> {
    let mut phases = phases.into_iter();
    phases.try_for_each(|phase| known::<FundingPhase>(programme, phase))
}
