//! Which changes are about a record, and which later ones stand on an earlier one.

use super::actor::ActorId;
use super::change::{Change, Refusal};
use super::department::Department;
use super::department::DepartmentId;
use super::edit::Edit;
use super::offer::{Offer, OfferId, Party};
use super::phase::PhaseId;
use super::report::ReportKey;

/// A record whose history is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// An organisation: itself, who comes to it or leaves it, its part in offers.
    Department(DepartmentId),
    /// A function: itself, its places, what it reports and what is reported of it, its part in offers.
    Actor(ActorId),
    /// An offer: itself, and which cooperations are about it.
    Offer(OfferId),
    /// A cooperation in a phase, as either side reports it.
    Cooperation(PhaseId, [ActorId; 2]),
}

impl Subject {
    /// Whether a change is about it.
    pub fn is_in(&self, change: &Change) -> bool {
        match self {
            Self::Department(id) => names(change, Named::Department(id)),
            Self::Actor(id) => names(change, Named::Actor(id)),
            Self::Offer(id) => names(change, Named::Offer(id)),
            Self::Cooperation(phase, [a, b]) => match change {
                Change::Report(edit) => {
                    let (in_phase, from, to) = &edit.key;
                    in_phase == phase && ((from, to) == (a, b) || (from, to) == (b, a))
                }
                _ => false,
            },
        }
    }
}

/// A record as a change names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named<'a> {
    Department(&'a DepartmentId),
    Actor(&'a ActorId),
    Place(&'a ActorId, &'a PhaseId),
    Offer(&'a OfferId),
    Report(&'a ReportKey),
}

/// Before and after a change.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
}

/// Whether a change is one of a record, or gives or takes what names it.
fn names(change: &Change, named: Named<'_>) -> bool {
    let holds = |side| held(change, side).contains(&named);
    own(change) == Some(named)
        || by_key(change).contains(&named)
        || holds(Side::Before) != holds(Side::After)
}

/// Whether a later change is why another one, which would take a step back, was refused.
pub fn stands_on(taking_back: &Change, refusal: Refusal, later: &Change) -> bool {
    let (_, stays) = later.there();
    match refusal {
        Refusal::Differs => own(later).is_some() && own(later) == own(taking_back),
        Refusal::StillUsed(_) => own(taking_back).is_some_and(|gone| {
            let is_named =
                by_key(later).contains(&gone) || held(later, Side::After).contains(&gone);
            stays && is_named
        }),
        Refusal::NoSuch(noun) => {
            let is_needed = |gone| {
                by_key(taking_back).contains(&gone)
                    || held(taking_back, Side::After).contains(&gone)
            };
            !stays && later.noun() == noun && own(later).is_some_and(is_needed)
        }
        Refusal::NameTaken => match (taking_back, later) {
            (Change::Department(back), Change::Department(later)) => {
                let name =
                    |record: &Option<Department>| record.as_ref().map(|one| one.name.clone());
                back.key != later.key && name(&later.after) == name(&back.after)
            }
            _ => false,
        },
        Refusal::OtherScope
        | Refusal::SelfTie
        | Refusal::PhasesOverlap
        | Refusal::EndsBeforeStart
        | Refusal::WasReleased => false,
    }
}

/// The record of a change.
fn own(change: &Change) -> Option<Named<'_>> {
    match change {
        Change::Department(edit) => Some(Named::Department(&edit.key)),
        Change::Actor(edit) => Some(Named::Actor(&edit.key)),
        Change::Membership(edit) => Some(Named::Place(&edit.key.0, &edit.key.1)),
        Change::Offer(edit) => Some(Named::Offer(&edit.key)),
        Change::Report(edit) => Some(Named::Report(&edit.key)),
        Change::District(_) | Change::Phase(_) | Change::Release(_) | Change::OpenPoint(_) => None,
    }
}

/// What the key of its record names.
fn by_key(change: &Change) -> Vec<Named<'_>> {
    match change {
        Change::Membership(edit) => vec![Named::Actor(&edit.key.0)],
        Change::Report(edit) => {
            let (phase, from, to) = &edit.key;
            vec![
                Named::Actor(from),
                Named::Actor(to),
                Named::Place(from, phase),
                Named::Place(to, phase),
            ]
        }
        Change::Department(_)
        | Change::Actor(_)
        | Change::Offer(_)
        | Change::District(_)
        | Change::Phase(_)
        | Change::Release(_)
        | Change::OpenPoint(_) => Vec::new(),
    }
}

/// What its record names on one side.
fn held(change: &Change, side: Side) -> Vec<Named<'_>> {
    match change {
        Change::Membership(edit) => {
            let place = on(edit, side).into_iter();
            place
                .flat_map(|place| [&place.department].into_iter().chain(&place.open))
                .map(Named::Department)
                .collect()
        }
        Change::Report(edit) => {
            let report = on(edit, side).into_iter();
            report
                .flat_map(|report| &report.offers)
                .map(Named::Offer)
                .collect()
        }
        Change::Offer(edit) => on(edit, side).map(taking_part).unwrap_or_default(),
        Change::Department(_)
        | Change::Actor(_)
        | Change::District(_)
        | Change::Phase(_)
        | Change::Release(_)
        | Change::OpenPoint(_) => Vec::new(),
    }
}

/// A record on one side of its change.
fn on<K, V>(edit: &Edit<K, V>, side: Side) -> Option<&V> {
    match side {
        Side::Before => edit.before.as_ref(),
        Side::After => edit.after.as_ref(),
    }
}

/// Who provides an offer, knows it, refers to it or is responsible.
fn taking_part(offer: &Offer) -> Vec<Named<'_>> {
    let parties = offer.parties().map(|party| match party {
        Party::Actor(id) => Named::Actor(id),
        Party::Department(id) | Party::Section(id, _) => Named::Department(id),
    });
    let responsible = offer.responsible.iter().map(Named::Department);
    parties.chain(responsible).collect()
}
