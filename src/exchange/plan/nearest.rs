//! The known name that is nearest to one that is not known.

use std::cell::Cell;
use std::collections::BTreeSet;

use super::super::fault::Faults;
use crate::text::words::folded;

/// The longest name that is compared, in letters: what is longer was not mistyped for another.
const LONGEST: usize = 128;

/// How many bytes of names are gone through in all: a hundred faults among five thousand actors, half a second.
const MOST: usize = 50_000_000;

/// Finds near names as long as that is worth its while.
#[derive(Debug)]
pub(in super::super) struct Near {
    /// How many bytes of names may still be gone through.
    left: Cell<usize>,
}

impl Default for Near {
    fn default() -> Self {
        Self {
            left: Cell::new(MOST),
        }
    }
}

impl Near {
    /// The name that is nearest to what was written; none also where one more fault would only be counted, and where
    /// too much was gone through already.
    pub fn to<'n>(
        &self,
        written: &str,
        names: impl Iterator<Item = &'n str> + Clone,
        faults: &Faults,
    ) -> Option<&'n str> {
        if faults.is_full() {
            return None;
        }
        // All or nothing, and as much in any order of the names: the same file gives the same sentences.
        let lengths = names.clone().map(str::len).filter(|bytes| is_short(*bytes));
        let left = self.left.get().checked_sub(lengths.sum())?;
        self.left.set(left);
        nearest(written, names)
    }
}

/// Whether a text of so many bytes may have no more letters than are compared.
fn is_short(bytes: usize) -> bool {
    bytes <= 4 * LONGEST
}

/// The name that takes the fewest keystrokes from what was written, if it is near enough to be meant; of several the
/// first in the order of the alphabet, whatever the order in which they are given.
pub(in super::super) fn nearest<'n>(
    written: &str,
    names: impl Iterator<Item = &'n str> + Clone,
) -> Option<&'n str> {
    if !is_short(written.len()) {
        return None;
    }
    let plain = folded(written);
    let (far, by_letters) = by_letters(&plain, names.clone())?;
    // One or two letters off is mistyped; else a name of the same words and one more is nearer than another name.
    if by_letters.is_some() && far <= 2 {
        return by_letters;
    }
    by_words(&plain, names).or(by_letters)
}

/// The name with all words of what was written and the fewest more, or with the fewest of them missing.
fn by_words<'n>(plain: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let words: BTreeSet<&str> = plain.split('-').collect();
    let mut best: Option<(usize, &str)> = None;
    for name in names.filter(|name| is_short(name.len())) {
        let letters = folded(name);
        let others: BTreeSet<&str> = letters.split('-').collect();
        let is_within = words.is_subset(&others) || others.is_subset(&words);
        let common = words.intersection(&others).any(|word| word.len() > 2);
        if is_within && common {
            let found = (words.len().abs_diff(others.len()), name);
            best = Some(best.map_or(found, |before| before.min(found)));
        }
    }
    best.map(|(_, name)| name)
}

/// The name that takes the fewest keystrokes, with their number; none where what was written is too long.
fn by_letters<'n>(
    plain: &str,
    names: impl Iterator<Item = &'n str>,
) -> Option<(usize, Option<&'n str>)> {
    let written = Written::of(plain)?;
    let mut far = (written.length / 3).max(1) + 1;
    let mut best: Option<(usize, &str)> = None;
    for name in names.filter(|name| is_short(name.len())) {
        let letters = folded(name);
        let length = letters.chars().count();
        if length > LONGEST || length.abs_diff(written.length) >= far {
            continue;
        }
        let distance = written.distance(&letters);
        if distance < far {
            let found = (distance, name);
            best = Some(best.map_or(found, |before| before.min(found)));
            far = distance + 1;
        }
    }
    Some(best.map_or((far, None), |(distance, name)| (distance, Some(name))))
}

/// The least number of keystrokes from one text to another; none where one is too long to be compared.
pub(super) fn distance(a: &str, b: &str) -> Option<usize> {
    let is_comparable = b.chars().count() <= LONGEST;
    Written::of(a)
        .filter(|_| is_comparable)
        .map(|a| a.distance(b))
}

/// What was written, as the places of each letter in it.
struct Written {
    length: usize,
    /// For each letter of ASCII a bit at each place where it stands.
    plain: [u128; 128],
    /// The same of all others.
    others: Vec<(char, u128)>,
}

impl Written {
    /// None for a text of no letters or of too many.
    fn of(letters: &str) -> Option<Self> {
        let mut written = Self {
            length: letters.chars().count(),
            plain: [0; 128],
            others: Vec::new(),
        };
        if !(1..=LONGEST).contains(&written.length) {
            return None;
        }
        for (place, letter) in letters.chars().enumerate() {
            *written.places_mut(letter) |= 1 << place;
        }
        Some(written)
    }

    fn places_mut(&mut self, letter: char) -> &mut u128 {
        if letter.is_ascii() {
            return &mut self.plain[letter as usize];
        }
        let known = self.others.iter().position(|(other, _)| *other == letter);
        let at = known.unwrap_or_else(|| {
            self.others.push((letter, 0));
            self.others.len() - 1
        });
        &mut self.others[at].1
    }

    fn places(&self, letter: char) -> u128 {
        if letter.is_ascii() {
            return self.plain[letter as usize];
        }
        let other = self.others.iter().find(|(other, _)| *other == letter);
        other.map_or(0, |(_, places)| *places)
    }

    /// The least number of letters to put in, take out or exchange (Levenshtein 1966), a column of the table at once
    /// in the bits of a number (Myers 1999, Hyyrö 2003): a bit of `up` says that the table rises by one there, one of
    /// `down` that it falls.
    fn distance(&self, letters: &str) -> usize {
        let last = 1_u128 << (self.length - 1);
        let (mut up, mut down) = (u128::MAX, 0_u128);
        let mut distance = self.length;
        for letter in letters.chars() {
            let same = self.places(letter);
            let in_column = same | down;
            let in_row = ((same & up).wrapping_add(up) ^ up) | same;
            let rises = down | !(in_row | up);
            let falls = up & in_row;
            distance += usize::from(rises & last != 0);
            distance -= usize::from(falls & last != 0);
            let (rises, falls) = (rises << 1 | 1, falls << 1);
            up = falls | !(in_column | rises);
            down = rises & in_column;
        }
        distance
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Row by row, as the books have it.
    fn plain(a: &str, b: &str) -> usize {
        let b: Vec<char> = b.chars().collect();
        let mut row: Vec<usize> = (0..=b.len()).collect();
        for (i, x) in a.chars().enumerate() {
            let mut diagonal = std::mem::replace(&mut row[0], i + 1);
            for (j, y) in b.iter().enumerate() {
                let exchanged = diagonal + usize::from(x != *y);
                diagonal = row[j + 1];
                row[j + 1] = exchanged.min(row[j] + 1).min(diagonal + 1);
            }
        }
        row[b.len()]
    }

    #[test]
    fn the_distance_is_the_number_of_keystrokes() {
        let long = "netzwerkkoordination-fruehe-hilfen-".repeat(3);
        let words = [
            "a",
            "jugendamt",
            "jugendmat",
            "gesundheitsamt",
            "łódź",
            &long,
        ];
        for a in words {
            let written = Written::of(a).expect("a word");
            for b in words {
                assert_eq!(written.distance(b), plain(a, b), "{a} {b}");
            }
        }
    }

    #[test]
    fn the_nearest_name_is_found_and_a_far_one_is_not() {
        let names = ["Gesundheitsamt", "Jugendamt", "Amt für Soziales"];
        assert_eq!(nearest("Jugentamt", names.into_iter()), Some("Jugendamt"));
        assert_eq!(nearest("Stadtplanung", names.into_iter()), None);
    }

    #[test]
    fn long_names_are_not_compared_and_at_last_none_is() {
        let long = "x".repeat(4_000);
        assert_eq!(nearest(&long, [long.as_str()].into_iter()), None);
        let near = Near {
            left: Cell::new(30),
        };
        let names = ["Gesundheitsamt", "Jugendamt"];
        let found = || near.to("Jugentamt", names.into_iter(), &Faults::default());
        assert_eq!(found(), Some("Jugendamt"));
        assert_eq!(found(), None, "all that was left is gone through");
    }
}
