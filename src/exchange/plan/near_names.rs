//! How near two names are: a letter off, a word more or less, the words in another order.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::nearest::distance;
use crate::text::words::folded;

/// The longest name that is compared, in bytes.
pub(super) const LONGEST: usize = 128;

/// How many bytes of names are compared in all; past them no twins are looked for.
pub(super) const MOST: usize = 1_000_000;

/// The most twins that are told.
const MOST_TOLD: usize = 100;

/// How far two names of one department are from each other, if near enough for a renaming; less is nearer.
pub(super) fn likeness(a: &str, b: &str) -> Option<usize> {
    let (a, b) = (folded(a), folded(b));
    if a.len() > LONGEST || b.len() > LONGEST {
        return None;
    }
    let (x, y) = (words(&a), words(&b));
    if is_series(&x, &y) {
        return None;
    }
    let common = x.intersection(&y).count();
    let other = x.len().max(y.len()) - common;
    let letters = distance(&a, &b)?;
    let is_near = letters * 4 <= a.len().max(b.len());
    // More than half of the words are the same.
    let is_alike = common * 2 > x.len().max(y.len());
    let is_within = common > 0 && (common == x.len() || common == y.len());
    (is_near || is_alike || is_within).then_some(other * 100 + letters)
}

/// Whether one of some names, and no other, is what was written but for a slip: a letter or two, or words more or less.
pub(in super::super) fn is_clear(written: &str, name: &str, names: &[String]) -> bool {
    let plain = folded(written);
    let is_short = |text: &str| text.len() <= LONGEST;
    let near = |other: &str| distance(&plain, other).filter(|letters| *letters <= 2);
    let within = |other: &str| {
        let (x, y) = (words(&plain), words(other));
        x.is_subset(&y) || y.is_subset(&x)
    };
    let own = folded(name);
    if !is_short(&plain) || is_series(&words(&plain), &words(&own)) {
        return false;
    }
    let others = names.iter().map(|other| folded(other));
    let mut others = others.filter(|other| is_short(other) && *other != own);
    match near(&own) {
        Some(letters) => !others.any(|other| near(&other).is_some_and(|far| far <= letters)),
        None => within(&own) && !others.any(|other| within(&other)),
    }
}

pub(super) fn words(folded: &str) -> BTreeSet<&str> {
    folded.split('-').collect()
}

/// Whether two names differ by a number or a single letter alone: "Team A" and "Team B" are two of a row.
pub(super) fn is_series(x: &BTreeSet<&str>, y: &BTreeSet<&str>) -> bool {
    let (mut own, mut others) = (x.difference(y), y.difference(x));
    match (own.next(), own.next(), others.next(), others.next()) {
        (Some(a), None, Some(b), None) => [a, b].iter().all(|word| is_mark(word)),
        _ => false,
    }
}

/// Whether a word is a number, a letter, or a Roman number.
fn is_mark(word: &str) -> bool {
    let is_roman = word.bytes().all(|c| matches!(c, b'i' | b'v' | b'x'));
    word.len() == 1 || is_roman || word.bytes().all(|c| c.is_ascii_digit())
}

/// A name, the group within which a word more or less makes a twin, and whether it is new.
type Named<'n> = (&'n str, Option<&'n str>, bool);

/// Names that may be the same but for a letter or a word.
pub(super) struct Twins<'n> {
    names: Vec<Named<'n>>,
    /// The names folded.
    plain: Vec<String>,
}

impl<'n> Twins<'n> {
    /// Of these names; none where they are very many.
    pub fn of(names: impl Iterator<Item = Named<'n>>) -> Self {
        let mut names: Vec<Named<'n>> = names.filter(|(name, ..)| name.len() <= LONGEST).collect();
        let is_much = names.iter().map(|(name, ..)| name.len()).sum::<usize>() > MOST;
        if is_much || !names.iter().any(|(.., is_new)| *is_new) {
            names.clear();
        }
        Self {
            plain: names.iter().map(|(name, ..)| folded(name)).collect(),
            names,
        }
    }

    /// How many names are compared.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Each new name with the nearest other one, known or new, and their group.
    pub fn found(&self) -> Vec<(&'n str, &'n str, Option<&'n str>)> {
        let mut told: BTreeSet<usize> = BTreeSet::new();
        let mut found = Vec::new();
        for (new, known) in self.pairs() {
            if told.insert(new) && found.len() < MOST_TOLD {
                found.push((self.names[new].0, self.names[known].0, self.names[new].1));
            }
        }
        found
    }

    /// All pairs of names that may be the same, by their places: a new one, and a known one or an earlier new one.
    pub fn pairs(&self) -> Vec<(usize, usize)> {
        let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
        self.pair(&mut pairs, |plain, group| {
            let letters = letters_out(plain).into_iter().chain([plain.to_owned()]);
            letters.map(|text| key(&text, group)).collect()
        });
        self.pair(&mut pairs, |plain, group| {
            let words = words_out(plain).into_iter().chain([plain.to_owned()]);
            words.map(|text| key(&sorted(&text), group)).collect()
        });
        let in_order = pairs.into_iter().map(|(a, b)| {
            // What is known stands behind what is new; of two new ones the later is the twin.
            if self.names[b].2 { (b, a) } else { (a, b) }
        });
        in_order
            .filter(|(new, known)| self.is_twin(*new, *known))
            .collect()
    }

    /// Adds the pairs that share a key, at least one of them new.
    fn pair(
        &self,
        pairs: &mut BTreeSet<(usize, usize)>,
        keys: impl Fn(&str, Option<&str>) -> Vec<u64>,
    ) {
        let mut first: HashMap<u64, Vec<usize>> = HashMap::new();
        for (at, plain) in self.plain.iter().enumerate() {
            let (_, group, is_new) = self.names[at];
            for key in keys(plain, group).into_iter().collect::<BTreeSet<u64>>() {
                match first.entry(key) {
                    Entry::Vacant(vacant) => {
                        vacant.insert(vec![at]);
                    }
                    Entry::Occupied(mut occupied) => {
                        let others = occupied.get_mut();
                        for other in others.iter().take(8) {
                            if is_new || self.names[*other].2 {
                                pairs.insert((*other, at));
                            }
                        }
                        others.push(at);
                    }
                }
            }
        }
    }

    fn is_twin(&self, new: usize, known: usize) -> bool {
        let (a, b) = (&self.plain[new], &self.plain[known]);
        if self.names[new].0 == self.names[known].0 {
            return false;
        }
        let (x, y) = (words(a), words(b));
        if is_series(&x, &y) {
            return false;
        }
        let is_letter = distance(a, b).is_some_and(|letters| letters <= 1);
        let is_word = x.len().abs_diff(y.len()) <= 1 && (x.is_subset(&y) || y.is_subset(&x));
        is_letter || is_word
    }
}

fn key(text: &str, group: Option<&str>) -> u64 {
    let mut hasher = DefaultHasher::new();
    (text, group).hash(&mut hasher);
    hasher.finish()
}

fn sorted(plain: &str) -> String {
    let mut words: Vec<&str> = plain.split('-').collect();
    words.sort_unstable();
    words.join("-")
}

/// The text without each of its letters.
pub(super) fn letters_out(text: &str) -> Vec<String> {
    let letters = text.char_indices();
    letters
        .map(|(at, letter)| [&text[..at], &text[at + letter.len_utf8()..]].concat())
        .collect()
}

/// The text without each of its words.
fn words_out(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split('-').collect();
    let without = (0..words.len()).filter(|_| words.len() > 1);
    without
        .map(|out| {
            let mut left = words.clone();
            left.remove(out);
            left.join("-")
        })
        .collect()
}
