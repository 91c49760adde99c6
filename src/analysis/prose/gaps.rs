//! What is missing and who could begin, as plain text.

use crate::text::Lang;
use crate::text::figures::{Section, name};
use crate::text::gaps::Reason;
use crate::text::report::ReportText;

use super::super::gaps::{ActorPair, Gaps, OneDepartment, PairGap, Unreferred};
use super::super::report::SiloReport;
use super::super::suggestions::Suggestion;
use super::columns::Sheet;

/// No more gaps of a kind than this are told; the rest is counted.
const MOST_TOLD: usize = 10;

/// Adds the contacts that could be and the gaps, each by its sentence; nothing where there is neither.
pub(super) fn gaps(sheet: &mut Sheet, report: &SiloReport, lang: Lang) {
    let suggestions = report.suggestions.as_deref().unwrap_or_default();
    if suggestions.is_empty() && report.gaps.is_none() {
        return;
    }
    sheet.heading(Section::Gaps.title(lang));
    let reasons = suggestions.iter().map(Suggestion::reason);
    told(sheet, "suggestions.reason", reasons, lang);
    if let Some(gaps) = &report.gaps {
        each(sheet, gaps, lang);
    }
}

fn each(sheet: &mut Sheet, gaps: &Gaps, lang: Lang) {
    let pairs = gaps.department_pairs.iter().flatten();
    let reasons = pairs.map(PairGap::reason);
    told(sheet, "gaps.department_pairs.reason", reasons, lang);
    let pairs = gaps.actor_pairs.iter().flatten();
    let reasons = pairs.map(ActorPair::reason);
    told(sheet, "gaps.actor_pairs.reason", reasons, lang);
    let known = gaps.known_to_one.iter().flatten();
    let reasons = known.map(OneDepartment::reason);
    told(sheet, "gaps.known_to_one.reason", reasons, lang);
    let unreferred = gaps.not_referred.iter().flatten();
    let reasons = unreferred.map(Unreferred::reason);
    told(sheet, "gaps.not_referred.reason", reasons, lang);
    let reasons = gaps.held_by_one.iter().map(OneDepartment::reason);
    told(sheet, "gaps.held_by_one.reason", reasons, lang);
    let reasons = gaps.cells.iter().copied().map(Reason::NoOffer);
    told(sheet, "gaps.cells.reason", reasons, lang);
}

fn told<'a>(
    sheet: &mut Sheet,
    key: &'static str,
    reasons: impl Iterator<Item = Reason<'a>>,
    lang: Lang,
) {
    let reasons: Vec<Reason<'_>> = reasons.collect();
    if reasons.is_empty() {
        return;
    }
    sheet.line("").line(&format!("{}:", name(key, lang)));
    for reason in reasons.iter().take(MOST_TOLD) {
        sheet.line(&format!("- {}", reason.say(lang)));
    }
    let more = reasons.len().saturating_sub(MOST_TOLD);
    if more > 0 {
        sheet.line(&(ReportText::of(lang).more)(more));
    }
}
