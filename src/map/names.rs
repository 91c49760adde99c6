//! Names in the lines that there is room for, told apart where they are cut.

use std::collections::BTreeMap;

use super::font::Block;

/// Each name set in its lines; names that are equal once cut keep their ends and lose their middles.
pub fn set<'n>(names: impl Iterator<Item = &'n str>, set: impl Fn(&str) -> Block) -> Vec<Block> {
    let names: Vec<&str> = names.collect();
    let mut blocks: Vec<Block> = names.iter().map(|name| set(name)).collect();
    let mut alike: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
    for (at, block) in blocks.iter().enumerate() {
        if !block.is_whole() {
            alike.entry(block.lines.clone()).or_default().push(at);
        }
    }
    for places in alike.into_values() {
        let differ = places.iter().any(|at| names[*at] != names[places[0]]);
        for at in places.into_iter().filter(|_| differ) {
            if let Some(block) = ended(names[at], &set) {
                blocks[at] = block;
            }
        }
    }
    blocks
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

#[cfg(test)]
mod tests {
    use super::set;
    use crate::map::font::{Block, Weight};

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
}
