//! A cooperation as its page shows it: what each of two functions says of the other in a phase.

use super::actor::ActorId;
use super::change::Change;
use super::edit::Edit;
use super::network::Network;
use super::phase::PhaseId;
use super::report::Report;

/// What both sides say; none of a side that has not said anything.
pub fn both_sides<'n>(
    network: &'n Network,
    phase: &PhaseId,
    [a, b]: &[ActorId; 2],
) -> [Option<&'n Report>; 2] {
    let of = |from: &ActorId, to: &ActorId| {
        let key = (phase.clone(), from.clone(), to.clone());
        network.reports.get(&key)
    };
    [of(a, b), of(b, a)]
}

/// The changes that save what one side says; none where it says just that.
pub fn reporting(
    network: &Network,
    phase: &PhaseId,
    [from, to]: &[ActorId; 2],
    report: Report,
) -> Vec<Change> {
    let key = (phase.clone(), from.clone(), to.clone());
    let before = network.reports.get(&key).cloned();
    if before.as_ref() == Some(&report) {
        return Vec::new();
    }
    let after = Some(report);
    vec![Change::Report(Edit { key, before, after })]
}

/// The changes that remove a cooperation from a phase: what both sides say of it.
pub fn removing_cooperation(
    network: &Network,
    phase: &PhaseId,
    [a, b]: &[ActorId; 2],
) -> Vec<Change> {
    let keys = [(a, b), (b, a)].map(|(from, to)| (phase.clone(), from.clone(), to.clone()));
    let there = keys.into_iter().filter_map(|key| {
        let report = network.reports.get(&key)?.clone();
        Some(Change::Report(Edit::remove(key, report)))
    });
    there.collect()
}
