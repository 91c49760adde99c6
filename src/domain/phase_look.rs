//! What people call a funding phase: by its name with any dash, as "FP 1", by its years.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::look::look_alike;

/// What stands before the number or the years of a phase.
const WORDS: [&str; 5] = ["förderphase", "funding phase", "phase", "fp", "wave"];

/// The keys under which a phase may be meant: by its id, its name, and the years from its first day to its last.
pub fn phase_keys(
    id: &str,
    name: &str,
    days: Option<(NaiveDate, Option<NaiveDate>)>,
) -> BTreeSet<String> {
    let mut keys = BTreeSet::from([look_alike(id)]);
    keys.extend(phase_readings(name));
    if let Some((start, end)) = days {
        let (from, to) = (start.year(), end.map(|end| end.year()));
        keys.insert(from.to_string());
        match to {
            Some(to) => {
                keys.insert(to.to_string());
                keys.insert(format!("{from}-{to}"));
            }
            None => {
                keys.insert(format!("{from}-"));
            }
        }
    }
    keys
}

/// The keys that a text may mean, the nearest to what is written first: dashes with blanks around them or without, "bis"
/// as a dash, "ab 2023" as "2023–", and the same without "Förderphase" or "FP" before it.
pub fn phase_readings(text: &str) -> [String; 2] {
    let key = look_alike(text);
    let bare = WORDS.iter().find_map(|word| without(&key, word));
    let bare = bare.unwrap_or_else(|| key.clone());
    [key, bare].map(|key| dashed(&key))
}

/// "FP 1", "FP1" and "1. FP" without the word.
fn without(key: &str, word: &str) -> Option<String> {
    if let Some(rest) = key.strip_prefix(word) {
        let begins = rest.starts_with(|c: char| c == ' ' || c.is_ascii_digit());
        return begins.then(|| rest.trim_start().to_owned());
    }
    let number = key.strip_suffix(word)?.trim_end().strip_suffix('.')?;
    let is_number = !number.is_empty() && number.bytes().all(|c| c.is_ascii_digit());
    is_number.then(|| number.to_owned())
}

fn dashed(key: &str) -> String {
    let mut key = key.to_owned();
    for word in [" bis ", " to ", " until "] {
        key = key.replace(word, "-");
    }
    key = key.replace(" -", "-").replace("- ", "-");
    let open = ["ab ", "seit ", "from ", "since "];
    let year = open.iter().find_map(|word| key.strip_prefix(word));
    match year {
        Some(year) if year.len() == 4 && year.bytes().all(|c| c.is_ascii_digit()) => {
            format!("{year}-")
        }
        _ => key,
    }
}
