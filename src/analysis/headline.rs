//! Which case of the headline the figures allow.

use crate::text::headline::{Headline, Inside};

use super::report::SiloReport;

/// The departments with at least three functions that a statement needs.
const FEWEST_DEPARTMENTS: usize = 3;
/// The ties that a statement needs.
const FEWEST_TIES: u64 = 20;
/// The share of those asked that must have answered, in thirds.
const THIRDS_ANSWERED: usize = 2;

/// The headline of a report.
///
/// Under two thirds of answers: no statement yet. Not one row inside any department, though chance would give some:
/// inside was not asked for. Fewer than three departments with three functions, fewer than 20 ties or a range that
/// reaches 0: too small. Else the ties inside against the middle 95 % of the permutations; without permutations
/// against the expectation ± 1.96 sd.
pub fn headline(report: &SiloReport) -> Headline {
    if let Some(response) = &report.response {
        let (answered, asked) = (response.answered, response.asked);
        if answered * 3 < asked * THIRDS_ANSWERED {
            return Headline::TooFewAnswered {
                answered: answered as u64,
                asked: asked as u64,
            };
        }
    }
    let silo = &report.silo;
    let ties = silo.internal + silo.external;
    let too_small = Headline::TooSmall {
        actors: report
            .department_figures
            .iter()
            .filter(|figures| figures.internal.is_some())
            .map(|figures| u64::from(figures.actors))
            .sum(),
        ties,
    };
    let large = report
        .department_figures
        .iter()
        .filter(|figures| figures.actors >= 3)
        .count();
    let Some((expected, low, high)) = expected(report) else {
        return too_small;
    };
    if ties < FEWEST_TIES || large < FEWEST_DEPARTMENTS || low == 0 {
        return too_small;
    }
    if !silo.inside_asked {
        return Headline::InsideNotAsked;
    }
    let inside = Inside {
        internal: silo.internal,
        ties,
        expected,
        low,
        high,
    };
    if silo.internal > high {
        Headline::MoreInside(inside)
    } else if silo.internal < low {
        Headline::FewerInside(inside)
    } else {
        Headline::AsExpected(inside)
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
