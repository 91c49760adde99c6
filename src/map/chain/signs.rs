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

/// The initials of a name's capitalised words, or the first letters of its only one.
fn made(name: &str) -> String {
    let letters = |word: &str| -> String { word.chars().filter(|c| c.is_alphanumeric()).collect() };
    let words: Vec<String> = name
        .split(|c: char| c.is_whitespace() || c == '-')
        .map(letters)
        .filter(|word| !word.is_empty())
        .collect();
    let capitals: String = words
        .iter()
        .filter_map(|word| word.chars().next().filter(|c| c.is_uppercase()))
        .take(4)
        .collect();
    if capitals.chars().count() > 1 {
        return capitals;
    }
    let first: String = words.iter().flat_map(|word| word.chars()).take(3).collect();
    if first.is_empty() {
        "?".to_owned()
    } else {
        first
    }
}
