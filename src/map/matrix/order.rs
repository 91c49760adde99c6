//! In which order the departments stand: as the district lists its offices, else so that blocks show.

use std::collections::BTreeMap;

use crate::analysis::SiloReport;
use crate::domain::{DepartmentKind, Survey, natural};

/// Rounds of moving single departments until nothing gets better.
const ROUNDS: usize = 8;

/// The departments of a report in the order in which they are shown, as places in its figures.
///
/// A district lists offices before job centre, providers and others, each by division (Geschäftsbereich) and name; files
/// that tell the kinds of departments are read as a district's. In others the departments with most ties per pair of actors stand next to each other: the sum of
/// density × distance is made small, department by department.
pub fn order(survey: &Survey, phase: Option<u16>, report: &SiloReport) -> Vec<usize> {
    let names: Vec<&str> = report
        .department_figures
        .iter()
        .map(|figures| figures.department.as_str())
        .collect();
    if survey.from_district || kinds_are_told(survey) {
        return listed(survey, phase, &names);
    }
    seriated(&densities(report, &names))
}

fn kinds_are_told(survey: &Survey) -> bool {
    let mut presences = survey.presences.iter();
    presences.any(|presence| survey.department_kind(presence).is_some())
}

fn listed(survey: &Survey, phase: Option<u16>, names: &[&str]) -> Vec<usize> {
    let column = |key: &str| {
        let found = survey.columns.iter();
        found
            .into_iter()
            .find(|column| column.names.first().is_some_and(|name| name == key))
    };
    let (own, division) = (column("department"), column("division"));
    let mut known: BTreeMap<&str, (usize, String)> = BTreeMap::new();
    for (row, presence) in survey.presences.iter().enumerate() {
        let here = phase.is_none() || presence.phase.is_none() || presence.phase == phase;
        let Some(name) = own
            .and_then(|column| column.values[row].as_deref())
            .filter(|_| here)
        else {
            continue;
        };
        let kind = survey
            .department_kind(presence)
            .and_then(|kind| DepartmentKind::ALL.iter().position(|other| *other == kind));
        let division = division.and_then(|column| column.values[row].clone());
        known.entry(name).or_insert((
            kind.unwrap_or(DepartmentKind::ALL.len()),
            division.unwrap_or_default(),
        ));
    }
    let last = (DepartmentKind::ALL.len(), String::new());
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by(|a, b| {
        let [one, other] = [a, b].map(|at| known.get(names[*at]).unwrap_or(&last));
        let kinds = one.0.cmp(&other.0);
        kinds
            .then_with(|| natural(&one.1, &other.1))
            .then_with(|| natural(names[*a], names[*b]))
    });
    order
}

/// Ties per pair of actors between any two departments, of the pairs whose number may be said.
fn densities(report: &SiloReport, names: &[&str]) -> Vec<Vec<f64>> {
    let place: BTreeMap<&str, usize> = names.iter().copied().zip(0..).collect();
    let mut density = vec![vec![0.0; names.len()]; names.len()];
    for pair in report.department_pairs.iter().flatten() {
        let (Some(a), Some(b)) = (place.get(pair.a.as_str()), place.get(pair.b.as_str())) else {
            continue;
        };
        let value = pair.density.unwrap_or(0.0);
        density[*a][*b] = value;
        density[*b][*a] = value;
    }
    density
}

/// The order that brings what is tied closely together: single departments are moved while that helps.
fn seriated(density: &[Vec<f64>]) -> Vec<usize> {
    let k = density.len();
    let mut order: Vec<usize> = (0..k).collect();
    let mut least = stretched(&order, density);
    for _ in 0..ROUNDS {
        let before = least;
        for from in 0..k {
            for to in 0..k {
                let mut moved = order.clone();
                let one = moved.remove(from);
                moved.insert(to, one);
                let cost = stretched(&moved, density);
                if cost < least - 1e-12 {
                    (order, least) = (moved, cost);
                }
            }
        }
        if least >= before {
            break;
        }
    }
    order
}

/// The sum of density × distance over all pairs of an order.
fn stretched(order: &[usize], density: &[Vec<f64>]) -> f64 {
    let mut sum = 0.0;
    for (i, a) in order.iter().enumerate() {
        for (j, b) in order.iter().enumerate().skip(i + 1) {
            sum += density[*a][*b] * (j - i) as f64;
        }
    }
    sum
}
