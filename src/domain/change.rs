//! Everything that can be written, and why it may not be.

use serde::{Deserialize, Serialize};

use super::actor::{Actor, ActorId, Membership};
use super::department::{Department, DepartmentId};
use super::district::{District, DistrictId};
use super::edit::Edit;
use super::offer::{Offer, OfferId};
use super::open_point::{OpenPoint, OpenPointId};
use super::phase::{FundingPhase, PhaseId};
use super::release::{Release, ReleaseId};
use super::report::{Report, ReportKey};

/// The format in which changes are written into the history today.
///
/// In format 1 a report said of every cooperation whether it is agreed in writing, so that `false` also meant that nobody
/// had said so.
pub const FORMAT: u16 = 2;

/// One change of the programme (districts, phases) or of a district's network (the rest).
///
/// Long lists are nearly all reports: the offer, more than twice as large, stands in a box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// A district.
    District(Edit<DistrictId, District>),
    /// A funding phase.
    Phase(Edit<PhaseId, FundingPhase>),
    /// A department.
    Department(Edit<DepartmentId, Department>),
    /// An actor.
    Actor(Edit<ActorId, Actor>),
    /// Where an actor stands in a phase.
    Membership(Edit<(ActorId, PhaseId), Membership>),
    /// An offer.
    Offer(Box<Edit<OfferId, Offer>>),
    /// What one actor says of its cooperation with another in a phase.
    Report(Edit<ReportKey, Report>),
    /// A frozen state, and who may see it.
    Release(Box<Edit<ReleaseId, Release>>),
    /// Something to clear up.
    OpenPoint(Edit<OpenPointId, OpenPoint>),
}

/// A history entry in a format that this version does not know.
#[derive(Debug, thiserror::Error)]
pub enum UnknownFormat {
    /// Written by a newer version.
    #[error("the history holds format {0}, this version reads up to {FORMAT}")]
    Newer(u16),
    /// Not readable in its own format.
    #[error("the history holds an entry that cannot be read: {0}")]
    Unreadable(#[from] serde_json::Error),
}

/// Reads the changes of a history entry in any format written so far.
pub fn read_changes(format: u16, json: &str) -> Result<Vec<Change>, UnknownFormat> {
    match format {
        1 => {
            let mut changes: Vec<Change> = serde_json::from_str(json)?;
            changes.iter_mut().for_each(lift);
            Ok(changes)
        }
        FORMAT => Ok(serde_json::from_str(json)?),
        newer => Err(UnknownFormat::Newer(newer)),
    }
}

/// From format 1: what was not agreed in writing may only not have been asked.
fn lift(change: &mut Change) {
    if let Change::Report(edit) = change {
        for report in [&mut edit.before, &mut edit.after].into_iter().flatten() {
            report.binding = report.binding.filter(|agreed| *agreed);
        }
    }
}

/// The kinds of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Noun {
    /// A district.
    District,
    /// A funding phase.
    Phase,
    /// A department.
    Department,
    /// An actor.
    Actor,
    /// An actor's place in a phase.
    Membership,
    /// An offer.
    Offer,
    /// One side's report of a cooperation.
    Report,
    /// A frozen state of a district.
    Release,
    /// Something to clear up.
    OpenPoint,
}

/// Why a change is not legal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The record is no longer as `before` says.
    #[error("the record has changed in the meantime")]
    Differs,
    /// A change of the programme in a district's list, or the other way round.
    #[error("the change belongs to another scope")]
    OtherScope,
    /// Another record still refers to the one that shall go.
    #[error("the {0:?} is still used")]
    StillUsed(Noun),
    /// It refers to a record that is not there.
    #[error("there is no such {0:?}")]
    NoSuch(Noun),
    /// An actor's cooperation with itself.
    #[error("an actor does not cooperate with itself")]
    SelfTie,
    /// Another department of the district, or another funding phase, bears the name.
    #[error("another record bears this name")]
    NameTaken,
    /// Two funding phases share a day.
    #[error("two funding phases overlap")]
    PhasesOverlap,
    /// A phase ends before it starts.
    #[error("a funding phase ends before it starts")]
    EndsBeforeStart,
    /// What was released cannot be made not to have been.
    #[error("what was released can only be withdrawn")]
    WasReleased,
}

/// A refusal and the place in the list of the change that met it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("change {index}: {refusal}")]
pub struct Refused {
    /// The place in the list, from 0.
    pub index: usize,
    /// Why.
    pub refusal: Refusal,
}
