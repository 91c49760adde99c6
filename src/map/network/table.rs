//! The network's picture as a table.

use std::collections::BTreeSet;

use super::picture::Picture;
use crate::map::paper::table::{Table, folded};
use crate::text::views::TableTexts;

/// The network's picture: each function with those it works with.
pub fn table(picture: &Picture) -> Table {
    let say = TableTexts::of(picture.lang);
    let scene = &picture.scene;
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
    Table {
        columns: say.functions.to_vec(),
        parts: folded(lines),
        rows,
    }
}
