//! The scale of strengths, each with its anchor.

use super::reading::folded;
use crate::domain::Strength;
use crate::text::Lang;

/// What people write for "stated, but without a strength", as words are compared.
const UNSTATED: [&str; 21] = [
    "keine-angabe",
    "keine-angaben",
    "k-a",
    "ka",
    "ohne-angabe",
    "o-a",
    "weiss-ich-nicht",
    "weiss-nicht",
    "weiss-ich-nicht-keine-angabe",
    "nicht-bekannt",
    "unbekannt",
    "n-a",
    "na",
    "no-answer",
    "not-stated",
    "don-t-know",
    "i-don-t-know",
    "dont-know",
    "not-known",
    "unknown",
    "don-t-know-no-answer",
];

/// Whether a text says that no strength is stated: "keine Angabe", "k. A.", "weiß ich nicht", "n/a".
pub fn is_unstated(text: &str) -> bool {
    // What a spreadsheet shows for a formula that failed is no answer.
    let may_be = text.len() < 60 && !text.starts_with('#');
    may_be && (text == "?" || UNSTATED.contains(&folded(text).as_str()))
}

/// The strength whose anchor a text is, in either language: its name, what it means, or both.
pub fn read_anchor(text: &str) -> Option<Strength> {
    if text.len() > 200 || !text.contains(' ') {
        return None;
    }
    let plain = folded(text);
    (0..=5).find_map(|number| {
        let step = Strength::parse(number).ok()?;
        let is_it = |lang| {
            let Anchor { name, meaning } = strength(step, lang);
            let both = folded(&format!("{name} {meaning}"));
            [folded(name), folded(meaning), both].contains(&plain)
        };
        [Lang::De, Lang::En].into_iter().any(is_it).then_some(step)
    })
}

/// What people write in a hurry for the steps of the scale, as words are compared.
const IN_SHORT: [&[&str]; 6] = [
    &["keine-zusammenarbeit", "kein-kontakt-bisher"],
    &["kennen-uns", "kennen", "know-each-other"],
    &["informieren-uns", "informieren", "inform-each-other"],
    &[
        "stimmen-uns-ab",
        "abstimmen",
        "uns-abstimmen",
        "align",
        "align-our-work",
    ],
    &[
        "fuehren-gemeinsam-durch",
        "gemeinsam-durchfuehren",
        "durchfuehren",
        "carry-out-together",
    ],
    &[
        "planen-und-steuern-gemeinsam",
        "gemeinsam-planen-und-steuern",
        "planen-und-steuern",
        "gemeinsam-planen",
        "gemeinsam-steuern",
        "plan-and-steer-together",
        "plan-and-steer",
    ],
];

/// The strength that a text names by a step of the scale, in full or in short: "stimmen uns ab".
pub fn read_scale(text: &str) -> Option<Strength> {
    let short = || {
        let plain = folded(text);
        let step = IN_SHORT
            .iter()
            .position(|words| words.contains(&plain.as_str()))?;
        Strength::parse(i64::try_from(step).ok()?).ok()
    };
    read_anchor(text).or_else(short)
}

/// The steps of the scale, from no contact to steering together.
pub fn steps() -> impl Iterator<Item = Strength> {
    (0..=i64::from(Strength::MAX)).filter_map(|number| Strength::parse(number).ok())
}

/// The anchor of a strength: its name and what it means in practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchor {
    /// The name of the step.
    pub name: &'static str,
    /// What people do who choose it.
    pub meaning: &'static str,
}

/// What a strength means.
pub fn strength(strength: Strength, lang: Lang) -> Anchor {
    let (name, meaning) = match strength.number() {
        0 => lang.pick(
            ("Kein Kontakt", "Wir hatten nichts miteinander zu tun."),
            ("No contact", "We had nothing to do with each other."),
        ),
        1 => lang.pick(
            (
                "Wir kennen uns",
                "Wir wissen, wofür die andere Seite zuständig und wie sie erreichbar ist.",
            ),
            (
                "We know each other",
                "We know what the other side is responsible for and how to reach it.",
            ),
        ),
        2 => lang.pick(
            (
                "Wir informieren uns",
                "Wir tauschen Informationen aus, etwa zu Angeboten oder Bedarfen.",
            ),
            (
                "We inform each other",
                "We exchange information, for example about offers or needs.",
            ),
        ),
        3 => lang.pick(
            (
                "Wir stimmen uns ab",
                "Wir richten eigene Vorhaben aneinander aus; jede Seite entscheidet selbst.",
            ),
            (
                "We align our work",
                "We adjust our own plans to each other; each side decides for itself.",
            ),
        ),
        4 => lang.pick(
            (
                "Wir führen gemeinsam durch",
                "Wir setzen ein Angebot zusammen um, beide bringen Personal, Räume oder Mittel ein.",
            ),
            (
                "We carry out together",
                "We run an offer together; both bring in staff, rooms or money.",
            ),
        ),
        _ => lang.pick(
            (
                "Wir planen und steuern gemeinsam",
                "Wir legen Ziele fest und entscheiden zusammen über Angebote oder Mittel.",
            ),
            (
                "We plan and steer together",
                "We set goals and decide together about offers or money.",
            ),
        ),
    };
    Anchor { name, meaning }
}
