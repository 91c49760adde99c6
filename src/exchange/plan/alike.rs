//! Names of one district that may be the same, by the rule that the import has for new ones.

use std::collections::HashMap;

use super::near_names::Twins;
use crate::domain::look_alike;

/// A name, and the group within which a word more or less makes a twin: the department of an actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named<'n> {
    /// The name.
    pub name: &'n str,
    /// The group; none where all are one.
    pub group: Option<&'n str>,
}

/// All pairs of names that may be the same, by their places, the earlier one first: alike but for a letter or a word, or
/// in the eye of a reader.
pub fn alike(names: &[Named<'_>]) -> Vec<(usize, usize)> {
    let twins = Twins::of(names.iter().map(|one| (one.name, one.group, true)));
    let mut pairs: Vec<(usize, usize)> = match twins.len() == names.len() {
        true => twins.pairs().into_iter().map(|(b, a)| (a, b)).collect(),
        // Very many names, or very long ones: only those that look the same are told.
        false => Vec::new(),
    };
    let mut first: HashMap<(String, Option<&str>), usize> = HashMap::new();
    for (at, one) in names.iter().enumerate() {
        let earlier = *first.entry((look_alike(one.name), one.group)).or_insert(at);
        if earlier != at {
            pairs.push((earlier, at));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The places of the names that one may be the same as.
pub fn alike_to(one: Named<'_>, names: &[Named<'_>]) -> Vec<usize> {
    let known = names.iter().map(|known| (known.name, known.group, false));
    let twins = Twins::of(known.chain([(one.name, one.group, true)]));
    let key = look_alike(one.name);
    let looks_so = |known: &Named<'_>| known.group == one.group && look_alike(known.name) == key;
    let same = names
        .iter()
        .enumerate()
        .filter(|(_, known)| looks_so(known));
    let mut found: Vec<usize> = same.map(|(at, _)| at).collect();
    if twins.len() == names.len() + 1 {
        found.extend(twins.pairs().into_iter().map(|(_, known)| known));
    }
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::{Named, alike, alike_to};

    fn named<'n>(names: &[(&'n str, Option<&'n str>)]) -> Vec<Named<'n>> {
        let names = names.iter().copied();
        names.map(|(name, group)| Named { name, group }).collect()
    }

    #[test]
    fn what_differs_by_a_letter_or_a_word_is_a_twin_within_its_office_alone() {
        let names = named(&[
            ("RSD Süd", Some("jug")),
            ("Team 1", Some("jug")),
            ("RSD Sued", Some("jug")),
            ("RSD Süd", Some("ges")),
            ("Team 2", Some("jug")),
            ("rsd  süd", Some("jug")),
        ]);
        assert_eq!(alike(&names), [(0, 2), (0, 5), (2, 5)]);
    }

    #[test]
    fn a_name_finds_all_that_it_may_be() {
        let names = named(&[
            ("Jugendamt", None),
            ("Gesundheitsamt", None),
            ("Jugendamt Mitte", None),
        ]);
        let to = |name| alike_to(Named { name, group: None }, &names);
        assert_eq!(to("Jugendamd"), [0]);
        assert_eq!(to("JUGENDAMT"), [0, 2]);
        assert!(to("Schulamt").is_empty());
    }
}
