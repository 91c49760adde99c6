//! Verdicts in the reader's language.

use crate::text::numbers::undefined;
use crate::text::report::ReportText;

use super::super::verdict::{PairVerdict, Verdict};

/// A verdict on a department, or on the whole.
pub(super) fn in_a_word(verdict: Option<Verdict>, text: &ReportText) -> String {
    let [closed, as_chance, open, too_small] = text.verdicts;
    verdict
        .map_or_else(undefined, |verdict| match verdict {
            Verdict::Closed => closed,
            Verdict::AsChance => as_chance,
            Verdict::Open => open,
            Verdict::TooSmall => too_small,
        })
        .to_owned()
}

/// A verdict on two departments.
pub(super) fn pair_in_a_word(verdict: Option<PairVerdict>, text: &ReportText) -> String {
    let [gap, as_chance, close, too_small, not_asked] = text.pair_verdicts;
    verdict
        .map_or_else(undefined, |verdict| match verdict {
            PairVerdict::Gap => gap,
            PairVerdict::AsChance => as_chance,
            PairVerdict::Close => close,
            PairVerdict::TooSmall => too_small,
            PairVerdict::NotAsked => not_asked,
        })
        .to_owned()
}
