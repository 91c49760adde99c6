//! Changes made, all of a list or none, and the changes between two states.

use super::actor::{Actor, Membership};
use super::change::{Change, Refusal, Refused};
use super::department::Department;
use super::district::District;
use super::network::Network;
use super::offer::Offer;
use super::open_point::OpenPoint;
use super::phase::FundingPhase;
use super::programme::Programme;
use super::record::{State, diff, inverse};
use super::release::Release;
use super::report::Report;
use super::users::Users;

impl Network {
    /// Makes all changes, or refuses the first that is not legal and leaves the network as it was.
    ///
    /// References are judged on the result, so the order of a list does not matter: an actor may come before its
    /// department.
    pub fn apply(&mut self, programme: &Programme, changes: &[Change]) -> Result<(), Refused> {
        for (index, change) in changes.iter().enumerate() {
            let made = change.of_network().and_then(|edit| edit.make(self));
            if let Err(refusal) = made {
                self.take_back(&changes[..index]);
                return Err(Refused { index, refusal });
            }
        }
        let state = State {
            home: &*self,
            programme,
            users: Users::of(self, changes),
        };
        let judged = changes.iter().map(|change| judge(&state, change));
        let refused = judged.zip(0..).find_map(|(judged, index)| {
            let refusal = judged.err()?;
            Some(Refused { index, refusal })
        });
        match refused {
            None => Ok(()),
            Some(refused) => {
                self.take_back(changes);
                Err(refused)
            }
        }
    }

    /// The changes that lead from this network to another.
    pub fn diff(&self, to: &Self) -> Vec<Change> {
        let mut changes = Vec::new();
        diff::<Department>(self, to, &mut changes);
        diff::<Actor>(self, to, &mut changes);
        diff::<Membership>(self, to, &mut changes);
        diff::<Offer>(self, to, &mut changes);
        diff::<Report>(self, to, &mut changes);
        diff::<Release>(self, to, &mut changes);
        diff::<OpenPoint>(self, to, &mut changes);
        changes
    }

    fn take_back(&mut self, made: &[Change]) {
        for change in inverse(made) {
            let taken = change.of_network().and_then(|edit| edit.make(self));
            taken.expect("what was just made can be taken back");
        }
    }
}

/// What a later change of the list replaced is not judged by the result, or a list could be legal that cannot be taken
/// back.
fn judge(state: &State<'_, Network>, change: &Change) -> Result<(), Refusal> {
    let edit = change.of_network()?;
    edit.judge_alone()?;
    if edit.stands(state.home) {
        edit.judge(state)
    } else {
        Ok(())
    }
}

impl Programme {
    /// Makes all changes, or refuses the first that is not legal and makes none.
    pub fn apply(&mut self, changes: &[Change]) -> Result<(), Refused> {
        let mut next = self.clone();
        let refused = |index| move |refusal| Refused { index, refusal };
        for (index, change) in changes.iter().enumerate() {
            let made = change.of_programme();
            let made = made.and_then(|edit| edit.make(&mut next));
            made.map_err(refused(index))?;
        }
        let state = State {
            home: &next,
            programme: &next,
            users: Users::default(),
        };
        for (index, change) in changes.iter().enumerate() {
            let judged = change.of_programme().and_then(|edit| edit.judge(&state));
            judged.map_err(refused(index))?;
        }
        *self = next;
        Ok(())
    }

    /// The changes that lead from this programme to another.
    pub fn diff(&self, to: &Self) -> Vec<Change> {
        let mut changes = Vec::new();
        diff::<District>(self, to, &mut changes);
        diff::<FundingPhase>(self, to, &mut changes);
        changes
    }
}
