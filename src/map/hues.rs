//! Which colour each department has: the same in all views and phases, for both audiences.

use std::collections::{BTreeMap, BTreeSet};

use super::paper::style::{APART, SHADES};
use crate::analysis::{Selection, SelectionError};
use crate::domain::{DepartmentKind, Survey, natural};

/// The number of each department's colour, by its name as the selected column gives it.
///
/// It hangs on all departments of the survey, so that neither a phase nor a scope nor an audience changes any. Those of
/// the district authority come first: no two of the first eight share a colour. Which of the eight it is comes from the
/// name, so that the others keep theirs when an office is new.
pub fn hues(
    survey: &Survey,
    selection: &Selection,
) -> Result<BTreeMap<String, usize>, SelectionError> {
    let Some(column) = selection.column_in(survey)? else {
        return Ok(BTreeMap::new());
    };
    let is_office = |kind: Option<DepartmentKind>| kind.is_some_and(DepartmentKind::is_office);
    let mut offices: BTreeMap<&str, bool> = BTreeMap::new();
    for (row, value) in survey.presences.iter().zip(&column.values) {
        let Some(name) = value else { continue };
        *offices.entry(name).or_default() |= is_office(survey.department_kind(row));
    }
    // A department without a function may still answer for an offer.
    if column
        .names
        .first()
        .is_some_and(|name| name == "department")
    {
        for department in &survey.departments {
            *offices.entry(&department.name).or_default() |= is_office(department.kind);
        }
    }
    let mut order: Vec<(&str, bool)> = offices.into_iter().collect();
    order.sort_by(|(a, a_office), (b, b_office)| {
        let kinds = b_office.cmp(a_office);
        kinds.then_with(|| natural(a, b))
    });
    let order: Vec<&str> = order.into_iter().map(|(name, _)| name).collect();
    let mut hues: BTreeMap<usize, &str> = BTreeMap::new();
    // The first that asks for a number has it before any other takes what is left: else one new office would push many on.
    for (place, name) in order.iter().enumerate() {
        hues.entry(asked(place, name, 0)).or_insert(name);
    }
    let kept: BTreeSet<&str> = hues.values().copied().collect();
    for (place, name) in order.iter().enumerate() {
        if !kept.contains(name) {
            let mut further = (1..SHADES.len()).map(|step| asked(place, name, step));
            let free = further.find(|hue| !hues.contains_key(hue)).unwrap_or(place);
            hues.insert(free, name);
        }
    }
    let named = hues.into_iter();
    Ok(named.map(|(hue, name)| (name.to_owned(), hue)).collect())
}

/// The number that a name asks for among those that are for its place, or the one so many steps further.
fn asked(place: usize, name: &str, step: usize) -> usize {
    let all = SHADES.len();
    let (first, those) = match place {
        _ if place < APART => (0, APART),
        _ if place < all => (APART, all - APART),
        _ => return place,
    };
    first + (sum(name) as usize + step) % those
}

/// A number that a name always gives (Fowler, Noll, Vo: FNV-1a).
fn sum(name: &str) -> u32 {
    name.bytes().fold(2_166_136_261, |sum, byte| {
        (sum ^ u32::from(byte)).wrapping_mul(16_777_619)
    })
}
