//! Which case of the headline the figures allow.

use crate::text::headline::{Headline, Inside, Why};

use super::report::SiloReport;
use super::verdict::{FEWEST_ACTORS, FEWEST_DEPARTMENTS, FEWEST_TIES, Verdict};

/// The share of those asked that must have answered, in thirds.
const THIRDS_ANSWERED: usize = 2;

/// How far from what the sizes of the departments let expect, in standard deviations, is told with its reason.
const FAR: f64 = 2.0;

/// The headline of a report: the case is the verdict on the whole, the numbers are the label null's.
///
/// Under two thirds of answers, or no verdict: no statement yet. Too small, or a range that reaches 0: too small. Not
/// one row inside any department, though chance would give some: inside was not asked for. As chance, though far
/// from what the sizes let expect: the actors' numbers of ties explain the rest, and it is said so. The range is the
/// middle 95 % of the permutations; without permutations the expectation ± 1.96 sd.
pub fn headline(report: &SiloReport) -> Headline {
    let silo = &report.silo;
    let unheard = |answered: usize, asked: usize| Headline::TooFewAnswered {
        answered: answered as u64,
        asked: asked as u64,
    };
    if let Some(response) = &report.response {
        let (answered, asked) = (response.answered, response.asked);
        if answered * 3 < asked * THIRDS_ANSWERED {
            return unheard(answered, asked);
        }
    }
    let ties = silo.internal + silo.external;
    let too_small = Headline::TooSmall {
        actors: functions(report),
        ties,
        why: why(report),
    };
    let Some((expected, low, high)) = expected(report) else {
        return too_small;
    };
    let inside = Inside {
        internal: silo.internal,
        ties,
        expected,
        low,
        high,
    };
    let far = |z: f64| silo.z.is_some_and(|own| own * z.signum() >= FAR);
    match silo.verdict {
        None => {
            let (answered, asked) = heard(report);
            unheard(answered, asked)
        }
        Some(Verdict::TooSmall) => too_small,
        Some(_) if low == 0 => too_small,
        Some(_) if !silo.inside_asked => Headline::InsideNotAsked,
        Some(Verdict::Closed) => Headline::MoreInside(inside),
        Some(Verdict::Open) => Headline::FewerInside(inside),
        Some(Verdict::AsChance) if far(-1.0) => Headline::MoreBySize(inside),
        Some(Verdict::AsChance) if far(1.0) => Headline::FewerBySize(inside),
        Some(Verdict::AsChance) => Headline::AsExpected(inside),
    }
}

/// Why a network of enough ties is too small.
fn why(report: &SiloReport) -> Option<Why> {
    if report.silo.internal + report.silo.external < FEWEST_TIES {
        return None;
    }
    let each = report.department_figures.iter();
    let large = each.filter(|own| own.actors >= FEWEST_ACTORS).count();
    Some(match large < FEWEST_DEPARTMENTS {
        true => Why::FewDepartments(large as u64),
        false => Why::FewByChance,
    })
}

/// The functions that the figures are about.
fn functions(report: &SiloReport) -> u64 {
    report
        .department_figures
        .iter()
        .filter(|figures| figures.internal.is_some())
        .map(|figures| u64::from(figures.actors))
        .sum()
}

/// Those that answered and those that were asked, of the departments that the figures are about; where it is not told
/// of each, of all.
fn heard(report: &SiloReport) -> (usize, usize) {
    let each = report.department_figures.iter();
    let answered: Option<usize> = each.map(|own| own.answered.map(|n| n as usize)).sum();
    match (answered, &report.response) {
        (Some(answered), _) => (answered, functions(report) as usize),
        (None, Some(response)) => (response.answered, response.asked),
        (None, None) => (0, 0),
    }
}

/// The ties inside to be expected, with the middle 95 %.
fn expected(report: &SiloReport) -> Option<(f64, u64, u64)> {
    let silo = &report.silo;
    let expected = silo.expected_internal()?;
    let (low, high) = match &silo.permutations {
        Some(permutations) => (
            permutations.internal_low.into(),
            permutations.internal_high.into(),
        ),
        None => {
            let ties = (silo.internal + silo.external) as f64;
            let spread = 1.96 * silo.sd? * ties / 2.0;
            (
                (expected - spread).max(0.0).round() as u64,
                (expected + spread).min(ties).round() as u64,
            )
        }
    };
    Some((expected, low, high))
}
