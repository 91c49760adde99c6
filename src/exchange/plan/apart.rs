//! Functions of two organisations that may be one: entered twice under two carriers, or under an office that was entered
//! twice. Most offices have a "Leitung" or a "Team Nord", which are not.

use std::collections::{BTreeSet, HashMap};

use super::alike::Named;
use super::near_names::{LONGEST, MOST, is_series, letters_out, words};
use super::nearest::distance;
use crate::text::words::folded;

/// How many names may look so that they are compared with each other: what more bear is a usual name.
const MOST_ALIKE: usize = 8;

/// In how many groups a word occurs at most that tells one function from another.
const OWN_GROUPS: usize = 2;

/// How many letters such a word has at least.
const OWN_LETTERS: usize = 5;

/// How words end that name a task, a kind of place or a part of the district, folded: many offices have one.
const USUAL: [&str; 34] = [
    "abteilung",
    "amt",
    "assistenz",
    "beauftragte",
    "beauftragter",
    "beratung",
    "beratungsstelle",
    "betreuung",
    "bezirk",
    "buero",
    "dienst",
    "einrichtung",
    "fachbereich",
    "gruppe",
    "kita",
    "koordination",
    "koordinatorin",
    "leitung",
    "mitte",
    "nord",
    "ost",
    "planung",
    "projekt",
    "referat",
    "region",
    "sekretariat",
    "stelle",
    "steuerung",
    "sued",
    "team",
    "verwaltung",
    "vertretung",
    "west",
    "zentrum",
];

/// The pairs of names of two groups that may be the same, by their places, the earlier one first: the same or a letter
/// apart, in groups that are alike themselves or with a word of their own, which no third group has and which names no
/// usual task.
pub fn alike_apart(
    names: &[Named<'_>],
    groups_alike: impl Fn(&str, &str) -> bool,
) -> Vec<(usize, usize)> {
    let plain: Vec<String> = names.iter().map(|one| folded(one.name)).collect();
    if plain.iter().map(String::len).sum::<usize>() > MOST {
        return Vec::new();
    }
    let own = OwnWords::of(names, &plain);
    let is_pair = |(a, b): &(usize, usize)| {
        let (Some(one), Some(other)) = (names[*a].group, names[*b].group) else {
            return false;
        };
        one != other
            && is_near(&plain[*a], &plain[*b])
            && (groups_alike(one, other) || own.has(&plain[*a]) && own.has(&plain[*b]))
    };
    let near = sharing_letters(&plain).into_iter();
    near.filter(is_pair).collect()
}

/// The pairs that are the same but for a letter in each at most.
fn sharing_letters(plain: &[String]) -> BTreeSet<(usize, usize)> {
    let mut bearers: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, name) in plain.iter().enumerate() {
        if name.len() > LONGEST {
            continue;
        }
        let keys = letters_out(name).into_iter().chain([name.clone()]);
        for key in keys.collect::<BTreeSet<String>>() {
            bearers.entry(key).or_default().push(at);
        }
    }
    let few = bearers.into_values().filter(|all| all.len() <= MOST_ALIKE);
    let pairs = few.flat_map(|all| {
        let of = |(n, a): (usize, usize)| all[n + 1..].iter().map(move |b| (a, *b)).collect();
        let pairs = all.iter().copied().enumerate().map(of);
        pairs.collect::<Vec<Vec<(usize, usize)>>>()
    });
    pairs.flatten().collect()
}

fn is_near(a: &str, b: &str) -> bool {
    distance(a, b).is_some_and(|letters| letters <= 1) && !is_series(&words(a), &words(b))
}

/// The words that tell one function from another.
struct OwnWords<'p>(HashMap<&'p str, BTreeSet<&'p str>>);

impl<'p> OwnWords<'p> {
    fn of(names: &[Named<'p>], plain: &'p [String]) -> Self {
        let mut groups: HashMap<&str, BTreeSet<&str>> = HashMap::new();
        for (one, plain) in names.iter().zip(plain) {
            for word in words(plain) {
                let own = groups.entry(word).or_default();
                own.insert(one.group.unwrap_or_default());
            }
        }
        Self(groups)
    }

    /// Whether a name of several words has one of its own.
    fn has(&self, plain: &str) -> bool {
        let words = words(plain);
        let is_own = |word: &&str| {
            word.chars().count() >= OWN_LETTERS
                && word.chars().all(char::is_alphabetic)
                && !USUAL.iter().any(|usual| word.ends_with(usual))
                && self.0[word].len() <= OWN_GROUPS
        };
        words.len() > 1 && words.iter().any(is_own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(names: &[(&str, &str)], same: &[[&str; 2]]) -> Vec<(usize, usize)> {
        let named = names.iter().map(|(name, group)| Named {
            name,
            group: Some(group),
        });
        let named: Vec<Named<'_>> = named.collect();
        alike_apart(&named, |a, b| {
            same.contains(&[a, b]) || same.contains(&[b, a])
        })
    }

    #[test]
    fn a_place_entered_under_two_carriers_is_told() {
        let names = [
            ("Familienzentrum Lindenhof", "a"),
            ("Familienzentrum Ahorn", "a"),
            ("Familienzentrum Lindenhof", "b"),
            ("Familienzentrum  Lindenhoff", "c"),
            ("RSD Süd", "d"),
        ];
        assert_eq!(pairs(&names, &[]), [(0, 2), (0, 3), (2, 3)]);
    }

    #[test]
    fn usual_names_of_different_offices_are_not() {
        let usual = [
            "Leitung",
            "Sekretariat",
            "Team Nord",
            "Team Nord, Leitung",
            "RSD Region Süd, Teamleitung",
            "Präventionskoordination",
            "Regionale Koordination Kinderschutz",
            "Jugendhilfeplanung und Koordination",
        ];
        // Two offices of which each has all of them but one, and a third.
        let names = ["jug", "ges", "soz"].map(|office| {
            let own = |name: &&'static str| office != "soz" || !name.contains("Team");
            let names = usual.iter().filter(move |name| own(name));
            names.map(move |name| (*name, office)).collect::<Vec<_>>()
        });
        assert_eq!(pairs(&names.concat(), &[]), []);
        let numbered = [
            ("Koordination Lindenhof 1", "a"),
            ("Koordination Lindenhof 2", "b"),
        ];
        assert_eq!(pairs(&numbered, &[]), []);
    }

    #[test]
    fn under_an_office_that_was_entered_twice_the_same_name_is_enough() {
        let names = [
            ("RSD Süd", "jug"),
            ("RSD Sued", "jug-2"),
            ("RSD Süd", "ges"),
        ];
        assert_eq!(pairs(&names, &[]), []);
        assert_eq!(pairs(&names, &[["jug", "jug-2"]]), [(0, 1)]);
    }
}
