//! The surroundings of a function in words: as a table, and told for those who don't see them.

use super::content::{Partner, Reported, Surroundings};
use crate::domain::Strength;
use crate::map::paper::table::{Table, folded};
use crate::text::Lang;
use crate::text::views::{ActorTexts, TableTexts};
use crate::text::words;

/// Each partner with its department, how they work together, and who reported it.
pub fn table(surroundings: &Surroundings, say: &ActorTexts, lang: Lang) -> Table {
    let rows = surroundings.partners.iter().map(|partner| {
        vec![
            department(partner, say).to_owned(),
            partner.actor.name.clone(),
            strength(partner.strength, lang),
            reported(partner.reported, say).to_owned(),
        ]
    });
    let rows: Vec<Vec<String>> = rows.collect();
    let line = |row: &Vec<String>| {
        (
            row[0].clone(),
            format!("{}: {}, {}", row[1], row[2], row[3]),
        )
    };
    Table {
        columns: TableTexts::of(lang).partners.to_vec(),
        parts: folded(rows.iter().map(line)),
        rows,
    }
}

/// The picture in words.
pub fn description(surroundings: &Surroundings, sentence: &str, say: &ActorTexts) -> String {
    let mut parts = vec![sentence.to_owned()];
    for of_one in surroundings.by_department() {
        let names: Vec<&str> = of_one.iter().map(|one| one.actor.name.as_str()).collect();
        let title = of_one.first().map_or("", |one| department(one, say));
        parts.push(format!("{title}: {}.", names.join("; ")));
    }
    parts.join(" ")
}

fn department<'a>(partner: &'a Partner, say: &'a ActorTexts) -> &'a str {
    match partner.actor.department.as_str() {
        "" => say.no_department,
        name => name,
    }
}

/// A strength in the words of the scale, another number as it is.
fn strength(strength: f64, lang: Lang) -> String {
    let whole = (strength.fract() == 0.0).then_some(strength as i64);
    let known = whole.and_then(|number| Strength::parse(number).ok());
    known.map_or_else(
        || strength.to_string(),
        |known| words::strength(known, lang).name.to_owned(),
    )
}

fn reported(reported: Reported, say: &ActorTexts) -> &'static str {
    match reported {
        Reported::Both => say.reported[0],
        Reported::Own => say.reported[1],
        Reported::Other => say.reported[2],
    }
}
