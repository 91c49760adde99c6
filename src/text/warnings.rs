//! What an import says before it is taken over: what would go, what all districts would get, who is named.

use super::Lang;
use super::numbers::whole;

/// Whether something would happen, or has happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    /// It is shown and not yet done.
    Would,
    /// It is done.
    Done,
}

/// How many records go.
pub fn removed(n: usize, mood: Mood, lang: Lang) -> String {
    let count = whole(n as u64, lang);
    match (lang, mood, n) {
        (Lang::De, Mood::Would, 1) => "1 Eintrag würde entfernt".to_owned(),
        (Lang::De, Mood::Would, _) => format!("{count} Einträge würden entfernt"),
        (Lang::De, Mood::Done, 1) => "1 Eintrag entfernt".to_owned(),
        (Lang::De, Mood::Done, _) => format!("{count} Einträge entfernt"),
        (Lang::En, Mood::Would, 1) => "1 entry would be removed".to_owned(),
        (Lang::En, Mood::Would, _) => format!("{count} entries would be removed"),
        (Lang::En, Mood::Done, 1) => "1 entry removed".to_owned(),
        (Lang::En, Mood::Done, _) => format!("{count} entries removed"),
    }
}

/// How many contacts are new, changed and deleted, never whose: "12 Kontaktangaben neu, 3 würden gelöscht".
pub fn contacts([added, changed, deleted]: [usize; 3], mood: Mood, lang: Lang) -> String {
    let gone = |n: usize| match (lang, mood, n) {
        (Lang::De, Mood::Would, 1) => "würde gelöscht",
        (Lang::De, Mood::Would, _) => "würden gelöscht",
        (Lang::De, Mood::Done, _) => "gelöscht",
        (Lang::En, Mood::Would, _) => "would be deleted",
        (Lang::En, Mood::Done, _) => "deleted",
    };
    let parts = [
        (added, lang.pick("neu", "new")),
        (changed, lang.pick("geändert", "changed")),
        (deleted, gone(deleted)),
    ];
    let mut told: Vec<String> = Vec::new();
    for (n, deed) in parts.into_iter().filter(|(n, _)| *n > 0) {
        let count = whole(n as u64, lang);
        // The noun stands once, with the first number.
        let noun = match (told.is_empty(), lang, n) {
            (false, ..) => "",
            (_, Lang::De, 1) => " Kontaktangabe",
            (_, Lang::De, _) => " Kontaktangaben",
            (_, Lang::En, 1) => " contact",
            (_, Lang::En, _) => " contacts",
        };
        told.push(format!("{count}{noun} {deed}"));
    }
    told.join(", ")
}

/// Funding phases that no district had.
pub fn phases(names: &[&str], mood: Mood, lang: Lang) -> String {
    let quoted = names.iter().map(|name| match lang {
        Lang::De => format!("„{name}“"),
        Lang::En => format!("“{name}”"),
    });
    let quoted: Vec<String> = quoted.collect();
    let names = quoted.join(", ");
    match (lang, mood, quoted.len()) {
        (Lang::De, Mood::Would, 1) => format!("Förderphase {names} wäre für alle Bezirke neu"),
        (Lang::De, Mood::Would, n) => {
            format!("{n} Förderphasen wären für alle Bezirke neu: {names}")
        }
        (Lang::De, Mood::Done, 1) => format!("Förderphase {names} ist für alle Bezirke neu"),
        (Lang::De, Mood::Done, n) => format!("{n} Förderphasen sind für alle Bezirke neu: {names}"),
        (Lang::En, Mood::Would, 1) => {
            format!("Funding phase {names} would be new for all districts")
        }
        (Lang::En, Mood::Would, n) => {
            format!("{n} funding phases would be new for all districts: {names}")
        }
        (Lang::En, Mood::Done, 1) => format!("Funding phase {names} is new for all districts"),
        (Lang::En, Mood::Done, n) => {
            format!("{n} funding phases are new for all districts: {names}")
        }
    }
}

/// Names of a column that look like a person's, with their rows, and how many more there are.
pub fn persons(
    source: &str,
    column: &str,
    named: &[(String, u32)],
    more: usize,
    lang: Lang,
) -> String {
    let name = |(name, row): &(String, u32)| match lang {
        Lang::De => format!("„{name}“ (Zeile {row})"),
        Lang::En => format!("“{name}” (row {row})"),
    };
    let mut names: Vec<String> = named.iter().map(name).collect();
    if more > 0 {
        let more = whole(more as u64, lang);
        names.push(lang.pick(format!("{more} weitere"), format!("{more} more")));
    }
    let is_one = names.len() == 1 && more < 2;
    let last = names.pop().unwrap_or_default();
    let all = match names.is_empty() {
        true => last,
        false => format!("{} {} {last}", names.join(", "), lang.pick("und", "and")),
    };
    let look = match (lang, is_one) {
        (Lang::De, true) => "sieht nach dem Namen einer Person aus",
        (Lang::De, false) => "sehen nach Namen von Personen aus",
        (Lang::En, true) => "looks like a person’s name",
        (Lang::En, false) => "look like people’s names",
    };
    match lang {
        Lang::De => format!(
            "{source}, Spalte „{column}“: {all} {look}. Bitte Funktionen statt Namen eintragen: Die Funktion bleibt, wenn die Person wechselt, und Namen von Personen sind personenbezogene Daten. Heißt eine Einrichtung so, kann der Name bleiben."
        ),
        Lang::En => format!(
            "{source}, column “{column}”: {all} {look}. Please enter functions instead of names: a function stays when the person moves on, and people’s names are personal data. If it is the name of an institution, leave it as it is."
        ),
    }
}
