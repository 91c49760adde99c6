//! The known name that is nearest to one that is not known.

use crate::text::words::folded;

/// The name that takes the fewest keystrokes from what was written, if it is near enough to be meant.
pub(in super::super) fn nearest<'n>(
    written: &str,
    names: impl Iterator<Item = &'n str>,
) -> Option<&'n str> {
    let written: Vec<char> = folded(written).chars().collect();
    let far = (written.len() / 3).max(1) + 1;
    names
        .filter_map(|name| {
            let letters: Vec<char> = folded(name).chars().collect();
            let too_far = letters.len().abs_diff(written.len()) >= far;
            let distance = (!too_far).then(|| distance(&written, &letters))?;
            (distance < far).then_some((distance, name))
        })
        .min()
        .map(|(_, name)| name)
}

/// The least number of letters to put in, take out or exchange (Levenshtein 1966), row by row.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let exchanged = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = exchanged.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}
