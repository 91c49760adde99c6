//! Whether a text names a person instead of a function: "Frau Müller", "Dr. Anna Schmidt", "Yılmaz, Deniz".
//!
//! A warning and never a fault, with few false alarms: schools, streets and houses are called after persons, so a text
//! that has a word for a place or an institution in it is one only behind "Frau" or "Herr" at an office.

mod first_names;
mod institutions;

use first_names::FIRST_NAMES;
use institutions::{is_direction, is_institution, is_unit};

/// Ways to speak to a person; a capital word behind one is a name.
const SALUTATIONS: [&str; 11] = [
    "frau", "fr", "herr", "herrn", "hr", "hrn", "mr", "mrs", "ms", "miss", "madame",
];

/// Titles: a name behind them is a person's, unless an institution bears it.
const TITLES: [&str; 3] = ["dr", "prof", "professor"];

/// Small words between a first name and a last name.
const PARTICLES: [&str; 10] = [
    "von", "van", "de", "der", "den", "zu", "al", "el", "da", "bin",
];

/// Words in capitals behind "Frau" or "Herr" that are no name.
const NO_NAMES: [&str; 8] = ["und", "in", "im", "holle", "sucht", "macht", "mit", "für"];

/// The part of a text that looks like the name of a person, where one does.
pub fn person_in(text: &str) -> Option<&str> {
    let parts = || parts(text).map(str::trim).filter(|part| !part.is_empty());
    if let Some(part) = parts().find(|part| is_person(part)) {
        return Some(part);
    }
    // "Schmidt, Anna" is one in two parts.
    let mut two = text.split(',').map(str::trim);
    let (last, first) = (two.next()?, two.next()?);
    let first_is_name = !first.is_empty() && first.split_whitespace().all(is_first_name);
    (two.next().is_none() && first_is_name && is_last_name(last)).then(|| text.trim())
}

/// A text is read between these: "RSD Süd, Frau Müller", "Anna Schmidt (Jugendamt)".
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let marks = [',', ';', ':', '(', ')', '/', '|', '–', '—', '\n', '+', '&'];
    text.split(marks).flat_map(|part| part.split(" - "))
}

fn is_person(part: &str) -> bool {
    let words: Vec<&str> = part.split_whitespace().collect();
    let places = words.iter().any(|word| is_institution(word));
    let spoken_to = words.windows(2).any(|pair| {
        SALUTATIONS.contains(&plain(pair[0]).as_str()) && is_name_behind(pair[1], &words)
    });
    if spoken_to {
        return !places;
    }
    !places && (is_titled(&words) || has_full_name(&words))
}

/// Whether a word behind "Frau" is a name, or a title before one.
fn is_name_behind(word: &str, words: &[&str]) -> bool {
    let name = plain(word);
    if TITLES.contains(&name.as_str()) {
        return is_titled(words);
    }
    is_capital(word) && !NO_NAMES.contains(&name.as_str())
}

/// "Dr. Schmidt", "Prof. Dr. med. Anna Schmidt".
fn is_titled(words: &[&str]) -> bool {
    let Some(title) = words
        .iter()
        .position(|word| TITLES.contains(&plain(word).as_str()))
    else {
        return false;
    };
    let behind = words[title + 1..].iter();
    // Faculties, further titles and initials stand between.
    let mut names = behind.skip_while(|word| word.ends_with('.'));
    names
        .next()
        .is_some_and(|word| is_last_name(word) || is_first_name(word))
}

/// A first name with a last name behind it: "Anna Schmidt", "Anna von Arnim", "A. Schmidt".
fn has_full_name(words: &[&str]) -> bool {
    (0..words.len()).any(|at| {
        let first = words[at];
        if !is_first_name(first) && !is_initial(first) {
            return false;
        }
        let rest = words[at + 1..].iter();
        let mut rest = rest.skip_while(|word| {
            PARTICLES.contains(&word.to_lowercase().as_str())
                || is_first_name(word)
                || is_initial(word)
        });
        match rest.next() {
            Some(last) => is_last_name(last),
            // Two first names alone: "Deniz Ali".
            None => is_first_name(first) && words.len() == at + 2,
        }
    })
}

/// A first name; of a double name (`Anna-Lena`) both halves are one. "MIA" in capitals is an abbreviation.
fn is_first_name(word: &str) -> bool {
    let lower = word.trim_end_matches(['.', ',']).to_lowercase();
    is_capital(word)
        && lower
            .split('-')
            .all(|half| FIRST_NAMES.binary_search(&half).is_ok())
}

fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.as_str() == "."
}

/// A word as a last name is written: not an abbreviation, a direction or a word for what an office is divided into.
fn is_last_name(word: &str) -> bool {
    is_capital(word) && !is_unit(word) && !is_direction(word) && !is_institution(word)
}

/// A capital, then small letters; a double name has a hyphen.
fn is_capital(word: &str) -> bool {
    let word = word.trim_end_matches(['.', '?', '!']);
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.clone().next().is_some_and(char::is_lowercase)
        && letters.all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
        // "BuT-Stelle", "SprachFörderung" are words of an office, "McDonald" and "Müller-Yılmaz" are not.
        && word.split('-').all(|half| half.chars().skip(3).all(|c| !c.is_uppercase()))
}

fn plain(word: &str) -> String {
    word.trim_end_matches('.').to_lowercase()
}
