//! An offer in words: as a table, and told for those who don't see it.

use super::content::{Around, Role};
use crate::map::paper::table::{Table, folded};
use crate::text::Lang;
use crate::text::views::{OfferTexts, TableTexts};

/// Each party with its role.
pub fn table(around: &Around, say: &OfferTexts, lang: Lang) -> Table {
    let rows = Role::ALL
        .into_iter()
        .zip(say.roles)
        .flat_map(|(role, text)| {
            let parts = around.with(role).iter();
            parts.map(move |part| vec![text.to_owned(), part.department.clone(), part.name.clone()])
        });
    let rows: Vec<Vec<String>> = rows.collect();
    let line = |row: &Vec<String>| {
        let named = row[1..].iter().filter(|text| !text.is_empty());
        let named: Vec<&str> = named.map(String::as_str).collect();
        (row[0].clone(), named.join(": "))
    };
    Table {
        columns: TableTexts::of(lang).parties.to_vec(),
        parts: folded(rows.iter().map(line)),
        rows,
    }
}

/// The picture in words.
pub fn description(around: &Around, sentence: &str, say: &OfferTexts) -> String {
    let mut parts = vec![sentence.to_owned()];
    for (role, text) in Role::ALL.into_iter().zip(say.roles) {
        let names: Vec<String> = around
            .with(role)
            .iter()
            .map(
                |part| match (part.name.as_str(), part.department.as_str()) {
                    ("", department) => department.to_owned(),
                    (name, "") => name.to_owned(),
                    (name, department) => format!("{name} ({department})"),
                },
            )
            .collect();
        if !names.is_empty() {
            parts.push(format!("{text}: {}.", names.join("; ")));
        }
    }
    parts.join(" ")
}
