//! Why there is no finding.

use crate::text::Lang;
use crate::text::findings::FindingTexts;
use crate::text::headline::{Said, Unsaid};

use super::pairs::PairState;
use super::report::SiloReport;
use super::verdict::{PairVerdict, Verdict};

/// Why a report without a finding has none, as a sentence without its full stop.
pub fn nothing(report: &SiloReport, lang: Lang) -> &'static str {
    let say = FindingTexts::of(lang);
    match report.department_figures.len() {
        1 => say.one_office,
        _ if report.silo.internal + report.silo.external == 0 => match held_back(report) {
            true => say.small_offices,
            false => say.no_ties,
        },
        _ if judged(report) => say.nothing,
        _ if all_with_all(report) => say.all_with_all,
        _ => say.too_little,
    }
}

/// Whether every pair of offices has a tie and however they were dealt the same would come out.
fn all_with_all(report: &SiloReport) -> bool {
    let mut pairs = report.department_pairs.iter().flatten();
    report.silo.said == Said::Nothing(Unsaid::NoSpread)
        && pairs.all(|pair| pair.state == PairState::Reported)
}

/// Whether ties are reported of which no number may be told.
fn held_back(report: &SiloReport) -> bool {
    let mut pairs = report.department_pairs.iter().flatten();
    pairs.any(|pair| pair.state == PairState::Reported)
}

/// Whether anything can be said of the whole, an office or a pair.
fn judged(report: &SiloReport) -> bool {
    let says = |verdict: Option<Verdict>| verdict.is_some_and(|one| one != Verdict::TooSmall);
    let mut offices = report.department_figures.iter();
    let mut pairs = report.department_pairs.iter().flatten();
    says(report.silo.verdict)
        || offices.any(|figures| says(figures.verdict))
        || pairs.any(|pair| {
            let none = [PairVerdict::TooSmall, PairVerdict::NotAsked];
            pair.verdict.is_some_and(|verdict| !none.contains(&verdict))
        })
}
