//! What the figures say of rooms and pairs, and a picture therefore marks.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::{
    DepartmentPair, Outline, PairState, PairVerdict, Selection, SelectionError, Verdict,
    counted_outline, outline,
};
use crate::domain::Survey;

use super::scene::{Closed, Scene, SceneRoom};

/// How many pairs without a reported tie are marked, those with most ties to be expected.
pub const MOST_EMPTY: usize = 8;

/// What is marked.
#[derive(Debug, Clone, PartialEq)]
pub struct Findings {
    /// The ids of the actors on whom all direct ties of two offices hang.
    pub holders: BTreeSet<String>,
    /// The pairs of offices without a reported tie though asked for, where chance would give some.
    pub empty: Vec<(String, String)>,
    /// The departments with more ties inside than either null explains, or that seem to have.
    pub closed: BTreeMap<String, Closed>,
    /// The departments of whose inner ties nothing is known: those of one function, or where nobody answered.
    pub unknown_inside: BTreeSet<String>,
}

impl Findings {
    /// The findings of a selection: what is said of a district is said of its offices, whatever else is shown; the rest is
    /// only counted.
    pub fn of(survey: &Survey, selection: &Selection) -> Result<Self, SelectionError> {
        let said = outline(survey, &selection.of_headline(survey))?;
        Ok(Self::told(&said, &counted_outline(survey, selection)?))
    }

    fn told(said: &Outline, shown: &Outline) -> Self {
        let links = said.single_links.iter().flatten();
        let links = links.filter(|link| link.direct);
        Self {
            holders: links.filter_map(|link| link.actor.clone()).collect(),
            empty: empty(said.pairs.as_deref().unwrap_or_default()),
            closed: closed(said),
            unknown_inside: unknown_inside(shown),
        }
    }
}

/// The departments whose ties stay inside more than chance explains, by both nulls.
fn closed(outline: &Outline) -> BTreeMap<String, Closed> {
    let departments = outline.departments.iter();
    let closed = |verdict: Option<Verdict>| match verdict {
        Some(Verdict::Closed) => Some(Closed::Yes),
        Some(Verdict::MaybeClosed) => Some(Closed::Maybe),
        _ => None,
    };
    departments
        .filter_map(|figures| Some((figures.department.clone(), closed(figures.verdict)?)))
        .collect()
}

/// The departments without a tie inside and without a pair of functions of whom one answered.
fn unknown_inside(outline: &Outline) -> BTreeSet<String> {
    let departments = outline.departments.iter();
    departments
        .filter(|figures| figures.density_internal.is_none() && figures.internal == Some(0))
        .map(|figures| figures.department.clone())
        .collect()
}

fn empty(pairs: &[DepartmentPair]) -> Vec<(String, String)> {
    let mut found: Vec<(f64, &DepartmentPair)> = pairs
        .iter()
        .filter(|pair| pair.state == PairState::NoneReported)
        // Without a verdict, or too small for one, it may be so for no particular reason.
        .filter(|pair| {
            pair.verdict
                .is_some_and(|verdict| verdict != PairVerdict::TooSmall)
        })
        .map(|pair| (pair.expected.unwrap_or(0.0), pair))
        .collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.truncate(MOST_EMPTY);
    found
        .into_iter()
        .map(|(_, pair)| (pair.a.clone(), pair.b.clone()))
        .collect()
}

/// Takes over what the figures say of rooms and pairs.
pub fn mark(scene: &mut Scene, findings: &Findings) {
    let numbers = numbers(&scene.rooms);
    let pairs = findings.empty.iter();
    scene.empty = pairs.filter_map(|(a, b)| pair(&numbers, a, b)).collect();
    for room in &mut scene.rooms {
        let closed = findings.closed.get(&room.name);
        room.closed = closed.copied().unwrap_or_default();
        let unknown = findings.unknown_inside.contains(&room.name);
        room.inside = room.inside.filter(|ties| *ties > 0 || !unknown);
    }
}

/// The numbers of the departments by their names.
fn numbers(rooms: &[SceneRoom]) -> BTreeMap<&str, usize> {
    let names = rooms.iter().map(|room| room.name.as_str());
    names.zip(0..).collect()
}

/// The numbers of two departments, the smaller first.
fn pair(numbers: &BTreeMap<&str, usize>, a: &str, b: &str) -> Option<[usize; 2]> {
    let (a, b) = (*numbers.get(a)?, *numbers.get(b)?);
    Some([a.min(b), a.max(b)])
}
