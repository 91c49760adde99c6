//! What a picture shows of departments: their figures, their pairs, and what hangs on one function.

use crate::domain::Survey;

use super::departments::DepartmentFigures;
use super::graph::Graph;
use super::nulls::Nulls;
use super::pairs::DepartmentPair;
use super::partition::Partition;
use super::selection::{Selection, SelectionError};
use super::single_links::{SingleLink, SingleLinkRow, single_links};

/// The departments of a selection and what is between them.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// Each department.
    pub departments: Vec<DepartmentFigures>,
    /// Each pair; none past 300 departments.
    pub pairs: Option<Vec<DepartmentPair>>,
    /// Pairs that one function holds; none past 300 departments.
    pub single_links: Option<Vec<SingleLinkRow>>,
    /// Whether there are bodies that it does not count; not said to leaders.
    pub without_bodies: bool,
}

/// The outline of a selection with everything in it: the rows of the report.
pub(super) fn whole(survey: &Survey, selection: &Selection) -> Result<Outline, SelectionError> {
    outlined(survey, selection, |graph, partition| {
        Nulls::for_pictures(graph, partition)
    })
}

/// The same without drawing at random, for what does not depend on chance: counts and densities are those of the report.
pub fn counted_outline(survey: &Survey, selection: &Selection) -> Result<Outline, SelectionError> {
    outlined(survey, selection, |graph, partition| {
        Nulls::in_closed_form(graph, partition)
    })
}

fn outlined(
    survey: &Survey,
    selection: &Selection,
    nulls: for<'a> fn(&'a Graph, &'a Partition) -> Nulls<'a>,
) -> Result<Outline, SelectionError> {
    let graph = Graph::select(survey, selection)?;
    let partition = Partition::of(&graph, selection);
    let nulls = nulls(&graph, &partition);
    let links = single_links(&graph, &partition, selection.bodies);
    let row = |link: &SingleLink| link.row(&partition, Some(graph.named(survey, link.actor)));
    Ok(Outline {
        departments: nulls.departments(),
        pairs: nulls.pairs(),
        single_links: links.map(|links| links.iter().map(row).collect()),
        without_bodies: partition.bodies_left_out > 0,
    })
}
