//! What functions left open: with whom they work there, beside the ties that they name, they do not say.

use std::collections::HashSet;

use crate::domain::{Presence, SurveyTie};

/// Each pair of actors of which the first answered and left the department of the other open, without a row of its own on
/// it, by their places in `index`: nearly always none.
pub(super) fn left_open<'a>(
    ties: impl Iterator<Item = &'a SurveyTie>,
    index: &[u32],
    present: impl Iterator<Item = usize>,
    presence: impl Fn(usize) -> Option<&'a Presence>,
) -> Vec<[u32; 2]> {
    let leaves = |actor: usize| {
        let own = presence(actor).filter(|own| own.answered == Some(true));
        own.map_or(&[][..], |own| own.open.as_slice())
    };
    let present: Vec<usize> = present.collect();
    let leaving = present.iter().filter(|one| !leaves(**one).is_empty());
    let leaving: Vec<usize> = leaving.copied().collect();
    if leaving.is_empty() {
        return Vec::new();
    }
    let named: HashSet<(u32, u32)> = ties.map(|tie| (tie.from, tie.to)).collect();
    let mut open = Vec::new();
    for from in leaving {
        for to in present.iter().copied().filter(|to| *to != from) {
            let department = presence(to).and_then(|row| row.department);
            let is_open = department.is_some_and(|one| leaves(from).contains(&one));
            if is_open && !named.contains(&(from as u32, to as u32)) {
                open.push([index[from], index[to]]);
            }
        }
    }
    open
}
