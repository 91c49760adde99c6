//! The content of a picture as a table, for those who don't see it.

use std::collections::BTreeSet;

use super::Picture;
use crate::text::Lang;
use crate::text::views::TableTexts;

/// A table in the language of its picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The heads of its columns.
    pub columns: Vec<&'static str>,
    /// Its rows, a text for each column.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// The network's picture: each function with those it works with; to leaders each pair of departments with its ties.
    pub fn of_network(picture: &Picture, lang: Lang) -> Self {
        let say = TableTexts::of(lang);
        let scene = &picture.scene;
        if !scene.shows_actors() {
            let name = |room: usize| scene.rooms[room].name.clone();
            let rows = picture.bands.iter().map(|band| {
                let ties = if band.link.hidden {
                    say.reported.to_owned()
                } else {
                    band.link.ties.to_string()
                };
                vec![name(band.link.a), name(band.link.b), ties]
            });
            return Self {
                columns: say.pairs.to_vec(),
                rows: rows.collect(),
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
        Self {
            columns: say.functions.to_vec(),
            rows,
        }
    }
}
