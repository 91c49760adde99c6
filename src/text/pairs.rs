//! What is said of two departments: no tie between them, or one function that holds them together.

use super::Lang;
use super::headline::{expected_english, expected_german};

/// Who of two departments answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhoAnswered<'a> {
    /// Someone of both.
    Both,
    /// Someone of this one only.
    Only(&'a str),
    /// Answering was not recorded.
    NotRecorded,
}

impl<'a> WhoAnswered<'a> {
    /// By how many of each side answered, where that is told.
    pub fn of((a, of_a): (&'a str, Option<u32>), (b, of_b): (&'a str, Option<u32>)) -> Self {
        match (of_a, of_b) {
            (None, _) | (_, None) => Self::NotRecorded,
            (Some(0), Some(_)) => Self::Only(b),
            (Some(_), Some(0)) => Self::Only(a),
            (Some(_), Some(_)) => Self::Both,
        }
    }
}

/// Two departments without a reported tie; `expected` with the low and high end of what is to be expected.
pub fn no_tie(
    lang: Lang,
    (a, b): (&str, &str),
    answered: WhoAnswered<'_>,
    expected: Option<(f64, u64, u64)>,
) -> String {
    let mut text = match lang {
        Lang::De => format!("Zwischen {a} und {b} ist keine Zusammenarbeit gemeldet"),
        Lang::En => format!("No cooperation is reported between {a} and {b}"),
    };
    match (lang, answered) {
        (Lang::De, WhoAnswered::Both) => text.push_str("; beide haben geantwortet"),
        (Lang::En, WhoAnswered::Both) => text.push_str("; both have answered"),
        (Lang::De, WhoAnswered::Only(side)) => {
            text.push_str(&format!("; geantwortet hat bisher nur {side}"));
        }
        (Lang::En, WhoAnswered::Only(side)) => {
            text.push_str(&format!("; so far only {side} has answered"));
        }
        (_, WhoAnswered::NotRecorded) => {}
    }
    text.push('.');
    let Some((expected, low, high)) = expected else {
        return text;
    };
    let say = lang.pick(
        expected_german as fn(f64, u64, u64) -> String,
        expected_english,
    );
    let seldom = lang.pick(
        "Bei so wenigen Funktionen kann das ohne besonderen Grund vorkommen.",
        "With so few functions this can happen for no particular reason.",
    );
    text.push(' ');
    text.push_str(&capitalized(&say(expected, low, high)));
    text.push('.');
    if low == 0 {
        text.push(' ');
        text.push_str(seldom);
    }
    text
}

/// Two departments of which nobody has answered.
pub fn not_asked(lang: Lang, a: &str, b: &str) -> String {
    match lang {
        Lang::De => format!("Zwischen {a} und {b} wurde noch nicht erhoben."),
        Lang::En => format!("Cooperation between {a} and {b} has not been asked about yet."),
    }
}

/// Two departments that one function holds together, by its name where that may be said.
pub fn one_function(lang: Lang, (a, b): (&str, &str), actor: Option<&str>, direct: bool) -> String {
    match (lang, direct, actor) {
        (Lang::De, true, _) => {
            let over = actor.map_or_else(
                || "eine einzige Funktion".to_owned(),
                |actor| format!("„{actor}“"),
            );
            format!(
                "{a} und {b} sind derzeit nur über {over} verbunden. Eine zweite Verbindung würde die Zusammenarbeit absichern, etwa bei Vertretung oder Stellenwechsel."
            )
        }
        (Lang::De, false, Some(actor)) => format!(
            "{a} und {b} sind nicht direkt verbunden; einziger gemeinsamer Kontakt ist „{actor}“."
        ),
        (Lang::De, false, None) => format!(
            "{a} und {b} sind nicht direkt verbunden; es gibt nur einen einzigen gemeinsamen Kontakt."
        ),
        (Lang::En, true, _) => {
            let over = actor.map_or_else(
                || "a single function".to_owned(),
                |actor| format!("“{actor}”"),
            );
            format!(
                "{a} and {b} are currently connected through {over} only. A second tie would make the cooperation more secure, for instance when someone is away or moves on."
            )
        }
        (Lang::En, false, Some(actor)) => format!(
            "{a} and {b} are not directly connected; their only shared contact is “{actor}”."
        ),
        (Lang::En, false, None) => {
            format!("{a} and {b} are not directly connected; they share only a single contact.")
        }
    }
}

/// A text that begins a sentence.
pub fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
