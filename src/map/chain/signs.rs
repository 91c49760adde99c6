//! Short signs of departments, so that a block names who is responsible where the colour is lost in grey print.

use std::collections::BTreeSet;

use super::look::SIGN;
use crate::domain::SurveyDepartment;
use crate::map::paper::font::{Weight, width};

/// The widest sign.
const WIDEST: f64 = 58.0;

/// A sign for each department, no two alike: its abbreviation where that is short enough, else made from its name.
///
/// It hangs on all departments of the district, so that a phase or an offer more changes none.
pub fn signs(departments: &[SurveyDepartment]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    // Given abbreviations first: none that is made may push one aside.
    let given: Vec<Option<String>> = departments
        .iter()
        .map(|department| {
            let given = [department.short_name.as_ref(), Some(&department.name)];
            let fits = |text: &str| width(text, Weight::Bold, SIGN) <= WIDEST;
            let mut given = given.into_iter().flatten();
            let sign = given.find(|text| fits(text) && !taken.contains(text.as_str()))?;
            taken.insert(sign.clone());
            Some(sign.clone())
        })
        .collect();
    let both = departments.iter().zip(given);
    both.map(|(department, given)| {
        given.unwrap_or_else(|| {
            let made = made(&department.name);
            let numbered = (2..).map(|number| format!("{made}{number}"));
            let sign = std::iter::once(made.clone())
                .chain(numbered)
                .find(|sign| !taken.contains(sign))
                .expect("some number is free");
            taken.insert(sign.clone());
            sign
        })
    })
    .collect()
}

/// What no office may stand for, however its words begin: signs of National Socialism, and those that plates refuse.
const NEVER: [&str; 16] = [
    "SA", "SD", "HJ", "KZ", "NS", "AH", "HH", "BDM", "NSDAP", "NSU", "NPD", "WAW", "14", "18",
    "28", "88",
];
/// The most letters of each word where initials alone may not stand.
const LETTERS: usize = 5;

/// Whether a sign may stand for an office.
fn is_fit(sign: &str) -> bool {
    !NEVER.contains(&sign) && !sign.contains("SS")
}

/// The initials of a name's capitalised words, or the first letters of its only one; where initials spell what nobody may
/// be called, more of each word.
fn made(name: &str) -> String {
    let letters = |word: &str| -> String { word.chars().filter(|c| c.is_alphanumeric()).collect() };
    let words: Vec<String> = name
        .split(|c: char| c.is_whitespace() || c == '-')
        .map(letters)
        .filter(|word| !word.is_empty())
        .collect();
    let capital = |word: &&String| word.chars().next().is_some_and(char::is_uppercase);
    let capitals: Vec<&String> = words.iter().filter(capital).take(4).collect();
    let begun = |letters: usize| -> String {
        let begun = capitals.iter().flat_map(|word| word.chars().take(letters));
        begun.collect()
    };
    if capitals.len() > 1 {
        let longer = (2..=LETTERS).rev().map(begun);
        let fits = |sign: &String| is_fit(sign) && width(sign, Weight::Bold, SIGN) <= WIDEST;
        let signs = std::iter::once(begun(1)).filter(|sign| is_fit(sign));
        if let Some(sign) = signs.chain(longer.filter(fits)).next() {
            return sign;
        }
    }
    let first: String = words.iter().flat_map(|word| word.chars()).take(3).collect();
    let begins = first.chars().next();
    match begins.filter(|_| !is_fit(&first)) {
        Some(letter) => letter.to_string(),
        None if first.is_empty() => "?".to_owned(),
        None => first,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_fit, made, signs};
    use crate::domain::SurveyDepartment;

    #[test]
    fn no_office_is_called_by_what_nobody_may_be_called() {
        assert_eq!(made("Schul- und Sportamt"), "SchulSport");
        for name in [
            "Serviceeinheit Schule Familie Zukunft",
            "Amt Hochbau",
            "Kita Zentrum",
            "S S",
            "Sozialamt Archiv",
        ] {
            let sign = made(name);
            assert!(is_fit(&sign), "{name}: {sign}");
        }
        assert_eq!(made("Amt für Soziales"), "AS");
    }

    #[test]
    fn what_a_district_entered_as_its_abbreviation_stays() {
        let office = SurveyDepartment {
            id: "sport".to_owned(),
            name: "Schul- und Sportamt".to_owned(),
            short_name: Some("SSA".to_owned()),
            kind: None,
        };
        assert_eq!(signs(&[office]), ["SSA"]);
    }
}
