//! What is missing and who could begin, as plain text.

use crate::text::Lang;
use crate::text::figures::{Section, name};
use crate::text::numbers::whole;
use crate::text::report::ReportText;

use super::super::gaps::Gaps;
use super::super::report::SiloReport;
use super::columns::Sheet;

/// No more gaps of a kind than this are told; the rest is counted.
const MOST_TOLD: usize = 10;

/// Adds the contacts that could be and the gaps, each by its sentence; nothing where there is neither.
pub(super) fn gaps(sheet: &mut Sheet, report: &SiloReport, lang: Lang) {
    let report = report.clone().in_language(lang);
    let suggestions = report.suggestions.as_deref().unwrap_or_default();
    if suggestions.is_empty() && report.gaps.is_none() {
        return;
    }
    sheet.heading(Section::Gaps.title(lang));
    let reasons = suggestions.iter().map(|one| one.reason.as_str());
    told(sheet, "suggestions.reason", reasons, lang);
    if let Some(gaps) = &report.gaps {
        each(sheet, gaps, lang);
    }
}

fn each(sheet: &mut Sheet, gaps: &Gaps, lang: Lang) {
    let pairs = gaps.department_pairs.iter().flatten();
    let reasons = pairs.map(|gap| gap.reason.as_str());
    told(sheet, "gaps.department_pairs.reason", reasons, lang);
    let pairs = gaps.actor_pairs.iter().flatten();
    let reasons = pairs.map(|gap| gap.reason.as_str());
    told(sheet, "gaps.actor_pairs.reason", reasons, lang);
    let known = gaps.known_to_one.iter().flatten();
    let reasons = known.map(|gap| gap.reason.as_str());
    told(sheet, "gaps.known_to_one.reason", reasons, lang);
    let unreferred = gaps.not_referred.iter().flatten();
    let reasons = unreferred.map(|gap| gap.reason.as_str());
    told(sheet, "gaps.not_referred.reason", reasons, lang);
    let reasons = gaps.held_by_one.iter().map(|gap| gap.reason.as_str());
    told(sheet, "gaps.held_by_one.reason", reasons, lang);
    let reasons = gaps.cells.iter().map(|gap| gap.reason.as_str());
    told(sheet, "gaps.cells.reason", reasons, lang);
}

fn told<'a>(
    sheet: &mut Sheet,
    key: &'static str,
    reasons: impl Iterator<Item = &'a str>,
    lang: Lang,
) {
    let reasons: Vec<&str> = reasons.collect();
    if reasons.is_empty() {
        return;
    }
    sheet.line("").line(&format!("{}:", name(key, lang)));
    for reason in reasons.iter().take(MOST_TOLD) {
        sheet.line(&format!("- {reason}"));
    }
    let more = reasons.len().saturating_sub(MOST_TOLD);
    if more > 0 {
        sheet.line(&(ReportText::of(lang).more)(&whole(more as u64, lang)));
    }
}
