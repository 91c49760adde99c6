//! Which case of the headline the figures allow.

use crate::text::headline::{Headline, Inside, Said, TooSmall, Unsaid, Why};

use super::report::SiloReport;
use super::verdict::{FEWEST_ACTORS, FEWEST_DEPARTMENTS, FEWEST_EXPECTED, FEWEST_TIES};

/// How far from what the sizes of the departments let expect, in standard deviations, is told with its reason.
const FAR: f64 = 2.0;

/// The headline of a report: the case is the verdict on the whole, the numbers are the label null's.
///
/// Under two thirds of answers: no statement yet. No tie at all, or one department alone: that is said. Too small, or a range that reaches 0: too small. Not one row inside
/// any department, though chance would give some: inside was not asked for. As chance, though far from what the sizes let
/// expect: the actors' numbers of ties explain the rest, and it is said so. The range is the middle 95 % of the
/// permutations; without permutations the expectation ± 1.96 sd.
pub fn headline(report: &SiloReport) -> Headline {
    let silo = &report.silo;
    if let Some(response) = &report.response {
        let (answered, asked) = (response.answered, response.asked);
        if !response.is_enough() {
            return unheard(answered, asked);
        }
    }
    if silo.internal + silo.external == 0 && functions(report) > 0 {
        return Headline::NoTies(functions(report));
    }
    let departments = silo.said != Said::TooSmall(TooSmall::NoDepartments);
    if departments && report.department_figures.len() == 1 && functions(report) > 0 {
        return Headline::OneDepartment;
    }
    let few = |why: Option<Why>| Headline::TooSmall {
        actors: functions(report),
        ties: silo.internal + silo.external,
        why,
    };
    match silo.said {
        Said::TooSmall(TooSmall::NoDepartments) if report.actors > 0 => {
            return Headline::NoDepartments;
        }
        Said::TooSmall(why) => return few(too_small(why, report)),
        Said::Nothing(Unsaid::FewAnswered) => {
            let (answered, asked) = heard(report);
            return unheard(answered, asked);
        }
        Said::Nothing(why) => return nothing(why, report, few),
        _ => {}
    }
    let Some(inside) = inside(report).filter(|inside| inside.low > 0) else {
        return few(Some(Why::FewByChance));
    };
    let far = |z: f64| silo.z.is_some_and(|own| own * z.signum() >= FAR);
    match silo.said {
        Said::Closed => Headline::MoreInside(inside),
        Said::Open => Headline::FewerInside(inside),
        Said::MoreBySize | Said::FewerBySize => Headline::Mixed {
            inside,
            more_by_size: silo.said == Said::MoreBySize,
        },
        _ if far(-1.0) => Headline::MoreBySize(inside),
        _ if far(1.0) => Headline::FewerBySize(inside),
        _ => Headline::AsExpected(inside),
    }
}

fn unheard(answered: usize, asked: usize) -> Headline {
    Headline::TooFewAnswered {
        answered: answered as u64,
        asked: asked as u64,
    }
}

/// Why a network is too small.
fn too_small(why: TooSmall, report: &SiloReport) -> Option<Why> {
    match why {
        TooSmall::NoDepartments => None,
        TooSmall::Departments | TooSmall::Actors => Some(Why::FewDepartments(large(report))),
        TooSmall::Ties => Some(Why::FewTies),
        TooSmall::Expected => Some(Why::FewByChance),
    }
}

/// Why nothing can be said: where that is because there is so little of it, it is plainer to say that.
fn nothing(why: Unsaid, report: &SiloReport, few: impl Fn(Option<Why>) -> Headline) -> Headline {
    let silo = &report.silo;
    let (ties, large) = (silo.internal + silo.external, large(report));
    let expected = silo.expected_internal().unwrap_or(0.0);
    if ties == 0 {
        return few(Some(Why::FewTies));
    }
    match why {
        // Of a few ties none may be inside by chance.
        Unsaid::InsideNotAsked if expected >= FEWEST_EXPECTED => Headline::InsideNotAsked,
        _ if large < FEWEST_DEPARTMENTS as u64 => few(Some(Why::FewDepartments(large))),
        _ if ties < FEWEST_TIES => few(Some(Why::FewTies)),
        other => Headline::NothingToCompare(other),
    }
}

/// The departments with enough functions.
fn large(report: &SiloReport) -> u64 {
    let each = report.department_figures.iter();
    each.filter(|own| own.actors >= FEWEST_ACTORS).count() as u64
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

/// The ties inside beside those to be expected, with the middle 95 %; none where nothing is to be expected.
pub(super) fn inside(report: &SiloReport) -> Option<Inside> {
    let silo = &report.silo;
    let ties = silo.internal + silo.external;
    let expected = silo.expected_internal()?;
    let (low, high) = match &silo.permutations {
        Some(permutations) => (
            permutations.internal_low.into(),
            permutations.internal_high.into(),
        ),
        None => {
            let all = ties as f64;
            let spread = 1.96 * silo.sd? * all / 2.0;
            (
                (expected - spread).max(0.0).round() as u64,
                (expected + spread).min(all).round() as u64,
            )
        }
    };
    Some(Inside {
        internal: silo.internal,
        ties,
        expected,
        low,
        high,
        drawn: silo.permutations.is_some(),
    })
}
