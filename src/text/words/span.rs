//! Life phases as people span them: "0–6" is 0–3 and 3–6.

use std::collections::BTreeSet;

use super::read_life_phase;
use super::reading::folded;
use crate::domain::LifePhase;

/// The life phases from an age on and up to another.
const SPANS: [(u8, u8, LifePhase); 5] = [
    (0, 3, LifePhase::From0To3),
    (3, 6, LifePhase::From3To6),
    (6, 10, LifePhase::From6To10),
    (10, 14, LifePhase::From10To14),
    (14, 18, LifePhase::From14),
];

/// The oldest age, by which the last life phase is named too.
const LAST: u8 = 27;

/// The life phases that a text names: one by its name, or all of a span whose ends are ends of life phases.
pub fn read_life_span(text: &str) -> Option<BTreeSet<LifePhase>> {
    if let Some(phase) = read_life_phase(text) {
        return Some(BTreeSet::from([phase]));
    }
    // No span is a paragraph.
    if text.len() > 60 {
        return None;
    }
    let plain = folded(text);
    let endings = ["-jahren", "-jahre", "-years", "-j"];
    let plain = endings
        .iter()
        .find_map(|ending| plain.strip_suffix(ending))
        .unwrap_or(&plain);
    let ages = plain.replace("-bis-", "-").replace("-to-", "-");
    let age = |text: &str| text.parse::<u8>().ok();
    let (from, to) = match ages.split_once('-')? {
        ("unter" | "bis" | "under", to) => (0, age(to)?),
        ("ab" | "from", from) => (age(from)?, LAST),
        (from, to) => (age(from)?, age(to)?),
    };
    let starts = SPANS.iter().any(|(start, ..)| *start == from);
    let ends = to == LAST || SPANS.iter().any(|(_, end, _)| *end == to);
    if !starts || !ends {
        return None;
    }
    let within = SPANS
        .iter()
        .filter(|(start, end, _)| from <= *start && *end <= to);
    let phases: BTreeSet<LifePhase> = within.map(|(.., phase)| *phase).collect();
    (!phases.is_empty()).then_some(phases)
}
