//! The known name that is nearest to one that is not known.

use super::super::fault::{Faults, MAX_FAULTS};
use crate::text::words::folded;

/// How many names are looked at in all: as many as two hundred faults among five thousand actors need.
const MOST: usize = 1_000_000;

/// Whether one more fault is still told with a near name, where so many names are known.
pub(in super::super) fn tells(faults: &Faults, names: usize) -> bool {
    let told = faults.list.len();
    told < MAX_FAULTS && told * names < MOST
}

/// The name that takes the fewest keystrokes from what was written, if it is near enough to be meant; of several the
/// first in the order of the alphabet, whatever the order in which they are given.
pub(in super::super) fn nearest<'n>(
    written: &str,
    names: impl Iterator<Item = &'n str>,
) -> Option<&'n str> {
    let written: Vec<char> = folded(written).chars().collect();
    let mut far = (written.len() / 3).max(1) + 1;
    let mut best: Option<(usize, &str)> = None;
    for name in names {
        let letters: Vec<char> = folded(name).chars().collect();
        if letters.len().abs_diff(written.len()) >= far {
            continue;
        }
        if let Some(distance) = distance(&written, &letters, far) {
            let found = (distance, name);
            best = Some(best.map_or(found, |before| before.min(found)));
            // What is farther than this is not worth its last letter.
            far = distance + 1;
        }
    }
    best.map(|(_, name)| name)
}

/// The least number of letters to put in, take out or exchange (Levenshtein 1966), row by row; none as soon as it is
/// sure to be too far.
fn distance(a: &[char], b: &[char], far: usize) -> Option<usize> {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let exchanged = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = exchanged.min(row[j] + 1).min(diagonal + 1);
        }
        // No row has a smaller number than the smallest of the row above.
        if row.iter().all(|so_far| *so_far >= far) {
            return None;
        }
    }
    Some(row[b.len()]).filter(|distance| *distance < far)
}
