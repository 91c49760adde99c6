//! Two records that said the same of different actors, made one.

use super::super::actor::Membership;
use super::super::report::Report;
use super::super::words::Note;

/// What stands between two remarks that become one.
const BETWEEN: &str = "; ";

/// Two reports of the same cooperation: the stronger wins, the lists are joined, and what only one says is kept. Where there
/// is no room for both remarks that of the weaker one is answered beside it.
pub(super) fn united(a: Report, b: Report) -> (Report, Option<Note>) {
    let (strong, weak) = match rank(&b) > rank(&a) {
        true => (b, a),
        false => (a, b),
    };
    let (note, left) = joined(strong.note, weak.note);
    let report = Report {
        strength: strong.strength,
        kinds: strong.kinds.iter().chain(weak.kinds.iter()).collect(),
        // Agreed in writing by one of them is agreed.
        binding: strong.binding.max(weak.binding),
        since: match (strong.since, weak.since) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        },
        through_core_team: strong.through_core_team || weak.through_core_team,
        offers: strong.offers.into_iter().chain(weak.offers).collect(),
        in_workshop: strong.in_workshop,
        note,
    };
    (report, left)
}

/// How much a report says: cooperation of a strength that nobody stated is more than none.
fn rank(report: &Report) -> u8 {
    match report.strength.map(|strength| strength.number()) {
        Some(0) => 0,
        None => 1,
        Some(strength) => 1 + strength,
    }
}

/// Both remarks as one, where there is room for both; else the first, and the second beside it.
fn joined(first: Option<Note>, second: Option<Note>) -> (Option<Note>, Option<Note>) {
    match (first, second) {
        (Some(one), Some(other)) if one != other => {
            let both = format!("{one}{BETWEEN}{other}");
            match Note::parse(&both) {
                Ok(both) => (Some(both), None),
                Err(_) => (Some(one), Some(other)),
            }
        }
        (first, second) => (first.or(second), None),
    }
}

/// The place of who stays, filled up from the place of who goes.
pub(super) fn filled_up(stays: Membership, goes: &Membership) -> Membership {
    // A section belongs to its department.
    let section = goes.section.clone();
    let section = section.filter(|_| stays.department == goes.department);
    Membership {
        section: stays.section.or(section),
        level: stays.level.or(goes.level),
        core_team: stays.core_team || goes.core_team,
        asked: stays.asked.max(goes.asked),
        answered: stays.answered.max(goes.answered),
        open: &stays.open | &goes.open,
        department: stays.department,
    }
}
