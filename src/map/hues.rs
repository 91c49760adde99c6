//! Which colour each department has: the same in all views and phases, for both audiences.

use std::collections::BTreeMap;

use crate::analysis::{Selection, SelectionError};
use crate::domain::{DepartmentKind, Survey, natural};

/// The number of each department's colour, by its name as the selected column gives it: those of the district authority
/// first, so that no two of its first ones share a colour, then the others, each in natural order.
///
/// It hangs on all departments of the survey, so that neither a phase nor a scope nor an audience changes any.
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
    let numbered = order.into_iter().zip(0..);
    Ok(numbered
        .map(|((name, _), hue)| (name.to_owned(), hue))
        .collect())
}
