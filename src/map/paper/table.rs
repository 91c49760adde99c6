//! The content of a picture as a table, for those who don't see it.

use std::collections::BTreeMap;

use crate::domain::natural;

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
    /// Whether it is read first, not folded.
    pub open: bool,
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
                open: false,
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
