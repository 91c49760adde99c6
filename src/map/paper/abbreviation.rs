//! Names in the lines that there is room for, told apart where they are cut.

use std::collections::BTreeMap;

use super::font::Block;

/// So many characters before the place where names differ a word may begin that is still told from its beginning.
const BACK: usize = 12;
/// So often names that are still equal are told from where they differ.
const ROUNDS: usize = 4;

/// Each name set in its lines; names that are equal once cut keep their ends and lose their middles, and where these are
/// equal too, they are told from where they differ.
pub fn set<'n>(names: impl Iterator<Item = &'n str>, set: impl Fn(&str) -> Block) -> Vec<Block> {
    let names: Vec<&str> = names.collect();
    let mut blocks: Vec<Block> = names.iter().map(|name| set(name)).collect();
    for places in alike(&names, &blocks) {
        for at in places {
            if let Some(block) = ended(names[at], &set) {
                blocks[at] = block;
            }
        }
    }
    for _ in 0..ROUNDS {
        for places in alike(&names, &blocks) {
            let group: Vec<&str> = places.iter().map(|at| names[*at]).collect();
            for at in places {
                if let Some(tail) = differing(names[at], &group) {
                    blocks[at] = set(&format!("… {tail}"));
                }
            }
        }
    }
    blocks
}

/// The places of different names whose lines are equal.
fn alike(names: &[&str], blocks: &[Block]) -> Vec<Vec<usize>> {
    let mut alike: BTreeMap<&[String], Vec<usize>> = BTreeMap::new();
    for (at, block) in blocks.iter().enumerate() {
        if block.lines.iter().any(|line| line.contains('…')) {
            alike.entry(&block.lines).or_default().push(at);
        }
    }
    let mut groups: Vec<Vec<usize>> = alike.into_values().collect();
    groups.retain(|places| places.iter().any(|at| names[*at] != names[places[0]]));
    groups
}

/// As much of the beginning as leaves room for the last word.
fn ended(name: &str, set: &impl Fn(&str) -> Block) -> Option<Block> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let (last, first) = words.split_last()?;
    (1..first.len())
        .rev()
        .map(|kept| set(&format!("{} … {last}", first[..kept].join(" "))))
        .find(Block::is_whole)
}

/// The name from the word on in which it differs from the others, or from that character on in a long word.
fn differing<'n>(name: &'n str, others: &[&str]) -> Option<&'n str> {
    let common = others.iter().filter(|other| **other != name).map(|other| {
        let equal = name.chars().zip(other.chars()).take_while(|(a, b)| a == b);
        equal.map(|(a, _)| a.len_utf8()).sum::<usize>()
    });
    let common = common.min()?;
    let before = &name[..common];
    let mut words = before.split_inclusive(char::is_whitespace);
    let begun = words.next_back();
    let begun = begun.filter(|begun| !begun.ends_with(char::is_whitespace));
    let word = common - begun.map_or(0, str::len);
    let near = before[word..].chars().count() <= BACK;
    let tail = name[if near { word } else { common }..].trim();
    (!tail.is_empty()).then_some(tail)
}

#[cfg(test)]
mod tests {
    use super::set;
    use crate::map::paper::font::{Block, Weight};

    fn lines(names: &[&str]) -> Vec<String> {
        let in_two = |name: &str| Block::set(name, Weight::Regular, 10.0, 80.0, 2);
        let blocks = set(names.iter().copied(), in_two);
        blocks.iter().map(Block::text).collect()
    }

    #[test]
    fn names_that_differ_at_the_end_keep_it() {
        let told = lines(&[
            "Regionaler Sozialpädagogischer Dienst Nord",
            "Regionaler Sozialpädagogischer Dienst Süd",
        ]);
        assert!(told[0].ends_with("Nord"), "{told:?}");
        assert!(told[1].ends_with("Süd"), "{told:?}");
        assert!(told[0].contains('…'), "{told:?}");
    }

    #[test]
    fn a_name_like_no_other_is_cut_at_its_end() {
        let told = lines(&["Regionaler Sozialpädagogischer Dienst Nord", "Leitung"]);
        assert!(told[0].ends_with('…'), "{told:?}");
        assert_eq!(told[1], "Leitung");
    }

    #[test]
    fn names_that_differ_in_the_middle_alone_are_told_from_there() {
        let long = |middle: &str| {
            format!("Beratungsstelle für Jugendliche und Familien {middle} im Sozialraum Mitte")
        };
        let one_word = |end: &str| format!("{}{end}", "x".repeat(90));
        let names = [
            long("Nord"),
            long("Süd"),
            one_word("a"),
            one_word("b"),
            format!("{}\u{a0}eins", "y".repeat(90)),
            format!("{}\u{a0}zwei", "y".repeat(90)),
        ];
        let told = lines(&names.each_ref().map(String::as_str));
        assert!(told[0].contains("Nord"), "{told:?}");
        assert!(told[1].contains("Süd"), "{told:?}");
        assert_ne!(told[2], told[3]);
        assert!(told[4].contains("eins"), "{told:?}");
    }
}
