//! The picture in words: a table, and a description for those who don't see it.

use super::content::{Content, Lies, Office, OfficeTies, Pair};
use crate::map::paper::table::{Folded, Table};
use crate::text::Lang;
use crate::text::views::{OfficesTexts, TableTexts};

/// Each office with its ties inside, each pair of offices, each partner.
pub fn table(content: &Content, lang: Lang) -> Table {
    let say = OfficesTexts::of(lang);
    let mut rows = Vec::new();
    let mut parts = Vec::new();
    for (place, office) in content.present() {
        let own = match office.ties {
            OfficeTies::Told {
                inside,
                all,
                expected,
            } => {
                let expected = (say.expected)(expected.round() as u64);
                Some(vec![
                    office.name.clone(),
                    say.own.to_owned(),
                    format!("{inside} {}", (say.of)(all)),
                    expected,
                ])
            }
            OfficeTies::InsideUnknown => Some(vec![
                office.name.clone(),
                say.own.to_owned(),
                say.not_asked.to_owned(),
                String::new(),
            ]),
            OfficeTies::Untold => None,
        };
        let pairs = content.pairs.iter();
        let of_it = pairs.filter(|pair| pair.ends.contains(&place));
        let lines = of_it.map(|pair| {
            let other = pair.ends[usize::from(pair.ends[0] == place)];
            line(&content.offices[other].name, &told(pair, lang))
        });
        let inside = own.as_ref().map(|row| line(&row[1], &row[2..]));
        parts.push(Folded {
            title: office.name.clone(),
            lines: inside.into_iter().chain(lines).collect(),
            open: false,
        });
        rows.extend(own);
    }
    for pair in &content.pairs {
        let [a, b] = pair.ends.map(|end| content.offices[end].name.clone());
        let [ties, what] = told(pair, lang);
        rows.push(vec![a, b, ties, what]);
    }
    for partner in &content.partners.named {
        let ties = partner.ties.map(|ties| ties.to_string());
        let ties = ties.unwrap_or_else(|| say.not_asked.to_owned());
        let to = say.to_offices.to_owned();
        rows.push(vec![partner.name.clone(), to, ties, String::new()]);
    }
    Table {
        columns: say.columns.to_vec(),
        rows,
        parts,
    }
}

/// What is told of one side's pair in a line.
fn line(other: &str, told: &[String]) -> String {
    let told = told.iter().filter(|part| !part.is_empty());
    let told: Vec<&str> = told.map(String::as_str).collect();
    format!("{other}: {}", told.join("; "))
}

/// The ties of a pair, and what is to be said of them.
fn told(pair: &Pair, lang: Lang) -> [String; 2] {
    let (say, common) = (OfficesTexts::of(lang), TableTexts::of(lang));
    let ties = match pair.ties {
        None => common.reported.to_owned(),
        Some(0) => common.nobody.to_owned(),
        Some(ties) => ties.to_string(),
    };
    let lies = match pair.lies {
        Lies::Fewer { certain } if pair.ties == Some(0) => Some(say.none.of(certain)),
        Lies::Fewer { certain } => Some(say.fewer.of(certain)),
        Lies::More { certain } => Some(say.close.of(certain)),
        Lies::Unremarkable => None,
    };
    let lies = lies.map(|lies| {
        let expected = (say.expected)(pair.expected.round() as u64);
        format!("{lies} ({expected})")
    });
    let held = pair.hangs.then(|| say.held[0].to_owned());
    let agreed = (pair.binding > 0).then(|| (say.agreed)(pair.binding));
    let what: Vec<String> = [lies, held, agreed].into_iter().flatten().collect();
    [ties, what.join("; ")]
}

/// What is told of an office's ties in a sentence.
pub fn in_words(office: &Office, say: &OfficesTexts) -> String {
    match office.ties {
        OfficeTies::Told { all: 0, .. } => {
            format!("{}: {}.", office.name, say.nothing_reported.join(" "))
        }
        OfficeTies::Told {
            inside,
            all,
            expected,
        } => (say.office)(&office.name, inside, all, expected.round() as u64),
        OfficeTies::InsideUnknown | OfficeTies::Untold => (say.office_alone)(&office.name),
    }
}

/// The picture in words.
pub fn description(content: &Content, sentence: &str, lang: Lang) -> String {
    let say = OfficesTexts::of(lang);
    let mut parts = vec![
        (say.description)(content.present().count()),
        sentence.to_owned(),
    ];
    for finding in &content.findings {
        parts.push(format!(
            "{}: {}",
            finding.title(lang),
            finding.sentence(lang)
        ));
    }
    for (_, office) in content.present() {
        parts.push(in_words(office, say));
    }
    for partner in &content.partners.named {
        let ties = partner.ties.map(|ties| ties.to_string());
        let ties = ties.unwrap_or_else(|| say.not_asked.to_owned());
        parts.push((say.partner)(&partner.name, &ties));
    }
    parts.join(" ")
}
