//! The content of a picture as a table, for those who don't see it.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::natural;
use crate::map::Picture;
use crate::text::Lang;
use crate::text::views::TableTexts;

/// A table in the language of its picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The heads of its columns.
    pub columns: Vec<&'static str>,
    /// Its rows, a text for each column.
    pub rows: Vec<Vec<String>>,
    /// The same for a narrow screen, in parts that can be folded.
    pub parts: Vec<Folded>,
}

/// A part of a picture in words, under its title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    /// What it is about: a department, a role, a life phase.
    pub title: String,
    /// What there is to say of it.
    pub lines: Vec<String>,
}

/// Lines with their titles, those of one title together, in the order in which the titles come first.
pub fn folded(lines: impl IntoIterator<Item = (String, String)>) -> Vec<Folded> {
    let mut parts: Vec<Folded> = Vec::new();
    let mut place: BTreeMap<String, usize> = BTreeMap::new();
    for (title, line) in lines {
        let at = *place.entry(title.clone()).or_insert_with(|| {
            parts.push(Folded {
                title,
                lines: Vec::new(),
            });
            parts.len() - 1
        });
        parts[at].lines.push(line);
    }
    parts
}

/// What is said of pairs, told of each side.
pub fn of_both_sides(rows: &[Vec<String>]) -> Vec<Folded> {
    let told = |row: &Vec<String>, own: usize, other: usize| {
        (row[own].clone(), format!("{}: {}", row[other], row[2]))
    };
    let mut parts = folded(
        rows.iter()
            .flat_map(|row| [told(row, 0, 1), told(row, 1, 0)]),
    );
    parts.sort_by(|a, b| natural(&a.title, &b.title));
    parts
}

impl Table {
    /// The network's picture: each function with those it works with, or each pair of cards with its ties.
    pub fn of_network(picture: &Picture, lang: Lang) -> Self {
        let say = TableTexts::of(lang);
        let scene = &picture.scene;
        if !scene.has_marks() {
            let name = |room: usize| scene.rooms[room].name.clone();
            let rows = picture.bands.iter().map(|band| {
                let ties = if band.link.hidden {
                    say.reported.to_owned()
                } else {
                    band.link.ties.to_string()
                };
                vec![name(band.link.a), name(band.link.b), ties]
            });
            let rows: Vec<Vec<String>> = rows.collect();
            return Self {
                columns: say.pairs.to_vec(),
                parts: of_both_sides(&rows),
                rows,
            };
        }
        let mut with: Vec<BTreeSet<&str>> = vec![BTreeSet::new(); scene.nodes.len()];
        for tie in &scene.ties {
            with[tie.a].insert(&scene.nodes[tie.b].label);
            with[tie.b].insert(&scene.nodes[tie.a].label);
        }
        let mut rows: Vec<Vec<String>> = scene
            .nodes
            .iter()
            .enumerate()
            .filter(|(_, node)| node.present)
            .map(|(at, node)| {
                let department = scene.rooms[scene.network.room_of[at]].name.clone();
                let others: Vec<&str> = with[at].iter().copied().collect();
                let others = match others.as_slice() {
                    [] => say.nobody.to_owned(),
                    others => others.join("; "),
                };
                vec![department, node.label.clone(), others]
            })
            .collect();
        rows.sort();
        let lines = rows.iter();
        let lines = lines.map(|row| (row[0].clone(), format!("{} – {}", row[1], row[2])));
        Self {
            columns: say.functions.to_vec(),
            parts: folded(lines),
            rows,
        }
    }
}
