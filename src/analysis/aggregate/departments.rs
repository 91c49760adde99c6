//! What leaders are told of departments and their pairs.

use std::collections::HashSet;

use crate::domain::Survey;

use super::super::chance::activity::ByActivity;
use super::super::chance::labels::Moments;
use super::super::counts::Counts;
use super::super::departments::DepartmentFigures;
use super::super::graph::Graph;
use super::super::leaders::listed;
use super::super::nulls::Nulls;
use super::super::outline::Outline;
use super::super::pairs::{DepartmentPair, department_pairs};
use super::super::partition::Partition;
use super::super::selection::{Selection, SelectionError};
use super::super::single_links::{SingleLinkRow, single_links};
use super::shown::Shown;

/// The outline for leaders: departments and pairs as the report tells them.
pub fn outline(survey: &Survey, selection: &Selection) -> Result<Outline, SelectionError> {
    let selection = &listed(survey, selection)?;
    let graph = Graph::select(survey, selection)?;
    let partition = Partition::of(&graph, selection);
    let shown = Shown::of(&graph, &partition);
    let visible = graph.of_actors(|actor| shown.actors[actor as usize]);
    let of_shown = Partition::of(&visible, selection);
    let nulls = Nulls::for_pictures(&visible, &of_shown);
    Ok(Outline {
        departments: figures(&partition, nulls.departments()),
        pairs: pairs(&partition, &shown, nulls.pairs()),
        single_links: links(&graph, &partition, &shown, selection),
        without_bodies: false,
    })
}

/// The names of the departments that are not shown.
pub fn small<'a>(partition: &'a Partition, shown: &Shown) -> HashSet<&'a str> {
    partition
        .names
        .iter()
        .zip(&shown.departments)
        .filter(|(_, shown)| !**shown)
        .map(|(name, _)| name.as_str())
        .collect()
}

/// All departments: those shown with their figures, without the number that answered, the small ones without any.
pub fn figures(partition: &Partition, shown: Vec<DepartmentFigures>) -> Vec<DepartmentFigures> {
    let mut shown = shown.into_iter().peekable();
    partition
        .names
        .iter()
        .zip(&partition.sizes)
        .map(|(name, size)| {
            let held = shown.next_if(|figures| figures.department == *name);
            DepartmentFigures {
                answered: None,
                ..held.unwrap_or_else(|| DepartmentFigures {
                    department: name.clone(),
                    actors: *size,
                    ..DepartmentFigures::default()
                })
            }
        })
        .collect()
}

/// All pairs: those of two departments shown with their figures, the others with their state alone.
pub fn pairs(
    partition: &Partition,
    shown: &Shown,
    visible: Option<Vec<DepartmentPair>>,
) -> Option<Vec<DepartmentPair>> {
    let all = department_pairs(
        partition,
        &Counts::of(partition),
        &Moments::of(partition),
        None,
        None,
    )?;
    let small = small(partition, shown);
    let mut visible = visible?.into_iter();
    all.into_iter()
        .map(|pair| {
            if small.contains(pair.a.as_str()) || small.contains(pair.b.as_str()) {
                Some(state_alone(pair))
            } else {
                visible.next()
            }
        })
        .collect()
}

fn state_alone(pair: DepartmentPair) -> DepartmentPair {
    DepartmentPair {
        ties: None,
        possible: None,
        density: None,
        expected: None,
        sd: None,
        z: None,
        p_low: None,
        p_high: None,
        q_low: None,
        q_high: None,
        q: None,
        activity: ByActivity::default(),
        verdict: None,
        too_small: None,
        said: None,
        binding: None,
        ..pair
    }
}

/// The pairs that one function holds, once each, without its name.
pub fn links(
    graph: &Graph,
    partition: &Partition,
    shown: &Shown,
    selection: &Selection,
) -> Option<Vec<SingleLinkRow>> {
    let mut rows: Vec<SingleLinkRow> = single_links(graph, partition, selection.bodies)?
        .into_iter()
        .filter(|link| {
            [link.a, link.b]
                .iter()
                .all(|at| shown.departments[*at as usize])
        })
        .map(|link| link.row(partition, None))
        .collect();
    rows.dedup();
    Some(rows)
}
