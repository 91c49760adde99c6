//! The history of one record, and the later step that keeps another from being taken back.

use super::taken_back::taken_back;
use super::{Result, Service};
use crate::domain::{DistrictId, Refused, Subject, inverse, stands_on};
use crate::store::{Cause, Revision, Step, Undone};

/// How many steps are read at a time.
const CHUNK: u32 = 250;

/// A part of the history of one record, the latest step first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Past {
    /// The steps, each with what it changed of the record.
    pub steps: Vec<Step>,
    /// What else each of them changed: how many records.
    pub others: Vec<usize>,
    /// The step before which it goes on; none where that is all.
    pub older: Option<Revision>,
}

impl Service {
    /// The steps that touched a record, from the latest or from the one before `before`, at most `limit`.
    pub async fn steps_about(
        &self,
        district: &DistrictId,
        subject: &Subject,
        before: Option<Revision>,
        limit: usize,
    ) -> Result<Past> {
        let mut past = Past::default();
        let mut before = before;
        loop {
            let steps = self.steps(district, before, CHUNK).await?;
            let is_last = steps.len() < CHUNK as usize;
            before = steps.last().map(|step| step.number);
            for mut step in steps {
                let all = step.changes.len();
                step.changes.retain(|change| subject.is_in(change));
                if step.changes.is_empty() {
                    continue;
                }
                if past.steps.len() == limit {
                    past.older = past.steps.last().map(|step| step.number);
                    return Ok(past);
                }
                past.others.push(all - step.changes.len());
                past.steps.push(step);
            }
            if is_last {
                return Ok(past);
            }
        }
    }

    /// The latest step because of which another one could not be taken back; none where it cannot be told.
    pub async fn step_on(
        &self,
        district: &DistrictId,
        number: Revision,
        refused: Refused,
    ) -> Result<Option<Revision>> {
        let there = self.steps(district, Some(number.next()), 1).await?;
        let step = there.into_iter().find(|step| step.number == number);
        let taking_back =
            step.and_then(|step| inverse(&step.changes).into_iter().nth(refused.index));
        let Some(taking_back) = taking_back else {
            return Ok(None);
        };
        let undone = self.undone(district).await?;
        let mut before = None;
        loop {
            let steps = self.steps(district, before, CHUNK).await?;
            let later = steps.iter().take_while(|step| step.number > number);
            let stands = |step: &&Step| {
                let mut changes = step.changes.iter();
                !is_void(&undone, number, step)
                    && changes.any(|change| stands_on(&taking_back, refused.refusal, change))
            };
            if let Some(found) = later.clone().find(stands) {
                return Ok(Some(found.number));
            }
            before = steps.last().map(|step| step.number);
            if before.is_none_or(|last| last <= number) {
                return Ok(None);
            }
        }
    }
}

/// Whether a later step is taken back, or took such a one back: together they changed nothing.
fn is_void(undone: &[Undone], number: Revision, step: &Step) -> bool {
    let took_back = match step.stamp.cause {
        Cause::Undo(earlier) => earlier > number,
        Cause::Seed | Cause::Import | Cause::Entry => false,
    };
    took_back || taken_back(undone, step.number).is_some()
}
