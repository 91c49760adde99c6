//! What one function says of all others on one form, beside who may have written the same meanwhile.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    ActorId, Change, DepartmentId, Edit, Membership, Network, PhaseId, Report, Strength,
};

/// What the form says of one cooperation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TieSaid {
    /// How strong it is; none where no strength is stated.
    pub strength: Option<Strength>,
    /// Whether it is agreed in writing; none where that was not said.
    pub binding: Option<bool>,
}

/// What a function says of the others, all at once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WhoSaid {
    /// Of whom what.
    pub ties: BTreeMap<ActorId, TieSaid>,
    /// The offices of which nothing is said beside the ties.
    pub open: BTreeSet<DepartmentId>,
}

/// A form that somebody filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhoForm {
    /// The function that speaks.
    pub actor: ActorId,
    /// The phase of which it speaks.
    pub phase: PhaseId,
    /// From what the form was filled.
    pub seen: WhoSaid,
    /// What was typed; whom it does not name it says nothing of.
    pub typed: WhoSaid,
}

/// A tie of which both sides of a form were changed otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TieConflict {
    /// With whom.
    pub with: ActorId,
    /// What stands now; none where the tie is gone.
    pub standing: Option<TieSaid>,
    /// What was typed; none where it was taken out.
    pub typed: Option<TieSaid>,
}

impl WhoSaid {
    /// What stands of a function in a phase.
    pub fn standing(network: &Network, actor: &ActorId, phase: &PhaseId) -> Self {
        let reports = network.reports.iter();
        let own = reports.filter(|((of, from, _), _)| of == phase && from == actor);
        let ties = own.map(|((_, _, to), report)| (to.clone(), TieSaid::of(report)));
        let place = network.memberships.get(&(actor.clone(), phase.clone()));
        Self {
            ties: ties.collect(),
            open: place.map(|place| place.open.clone()).unwrap_or_default(),
        }
    }
}

impl TieSaid {
    /// What a report says of it.
    pub fn of(report: &Report) -> Self {
        Self {
            strength: report.strength,
            binding: report.binding,
        }
    }
}

/// What both sides of a form lead to where they contradict each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Otherwise {
    /// The ties in which they do.
    pub ties: Vec<TieConflict>,
    /// What the form is to show: what was typed where they do, else what both lead to.
    pub shown: WhoSaid,
}

/// The changes that a form makes on what stands now. What only one side changed is taken from it; what both changed is
/// told, and nothing is changed. Whoever sends the form has answered.
pub fn merged(network: &Network, form: &WhoForm) -> Result<Vec<Change>, Box<Otherwise>> {
    let standing = WhoSaid::standing(network, &form.actor, &form.phase);
    let (seen, typed) = (&form.seen.ties, &form.typed.ties);
    let named: BTreeSet<&ActorId> = seen.keys().chain(typed.keys()).collect();
    let (mut changes, mut ties) = (Vec::new(), Vec::new());
    let mut shown = standing.clone();
    for with in named {
        let now = standing.ties.get(with).copied();
        let typed = typed.get(with).copied();
        let after = one(seen.get(with).copied(), typed, now);
        if after.is_none() {
            ties.push(TieConflict {
                with: with.clone(),
                standing: now,
                typed,
            });
        }
        let after = after.unwrap_or(typed);
        match after {
            Some(said) => shown.ties.insert(with.clone(), said),
            None => shown.ties.remove(with),
        };
        if after != now {
            changes.push(report(network, form, with, after));
        }
    }
    shown.open = open(&standing.open, form);
    if !ties.is_empty() {
        return Err(Box::new(Otherwise { ties, shown }));
    }
    changes.extend(answered(network, form, shown.open));
    Ok(changes)
}

/// Of three versions of a tie the one that both sides lead to; an outer none where they contradict each other.
fn one(
    seen: Option<TieSaid>,
    typed: Option<TieSaid>,
    now: Option<TieSaid>,
) -> Option<Option<TieSaid>> {
    if let Some(same) = agreed(&seen, &typed, &now) {
        return Some(same);
    }
    let (typed, now) = (typed?, now?);
    let seen = seen.unwrap_or_default();
    Some(Some(TieSaid {
        strength: agreed(&seen.strength, &typed.strength, &now.strength)?,
        binding: agreed(&seen.binding, &typed.binding, &now.binding)?,
    }))
}

/// What a value becomes that one side may have changed, or both alike.
fn agreed<T: PartialEq + Copy>(seen: &T, typed: &T, now: &T) -> Option<T> {
    if typed == seen || typed == now {
        Some(*now)
    } else if now == seen {
        Some(*typed)
    } else {
        None
    }
}

/// The change of one report; what the form does not ask for stays.
fn report(network: &Network, form: &WhoForm, with: &ActorId, after: Option<TieSaid>) -> Change {
    let key = (form.phase.clone(), form.actor.clone(), with.clone());
    let before = network.reports.get(&key).cloned();
    let after = after.map(|said| Report {
        strength: said.strength,
        binding: said.binding,
        ..before.clone().unwrap_or_default()
    });
    Change::Report(Edit { key, before, after })
}

/// The offices that are left open: each as the side says that changed it.
fn open(standing: &BTreeSet<DepartmentId>, form: &WhoForm) -> BTreeSet<DepartmentId> {
    let (seen, typed) = (&form.seen.open, &form.typed.open);
    let mut open = standing.clone();
    open.retain(|office| typed.contains(office) || !seen.contains(office));
    open.extend(typed.difference(seen).cloned());
    open
}

/// The function has answered, and left these offices open.
fn answered(network: &Network, form: &WhoForm, open: BTreeSet<DepartmentId>) -> Option<Change> {
    let key = (form.actor.clone(), form.phase.clone());
    let before = network.memberships.get(&key)?;
    let after = Membership {
        answered: Some(true),
        open,
        ..before.clone()
    };
    (after != *before).then(|| Change::Membership(Edit::replace(key, before.clone(), after)))
}
