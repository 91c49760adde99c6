//! What a picture shows of departments, without simulation: their figures, their pairs, and what hangs on one function.

use crate::domain::Survey;

use super::chance::activity::Activity;
use super::chance::labels::Moments;
use super::counts::Counts;
use super::departments::{DepartmentFigures, DepartmentPair, department_figures, department_pairs};
use super::graph::Graph;
use super::partition::Partition;
use super::report::SingleLinkRow;
use super::selection::{Selection, SelectionError};
use super::single_links::single_links;

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

/// The outline of a selection with everything in it: the rows of the report in closed form.
pub(super) fn whole(survey: &Survey, selection: &Selection) -> Result<Outline, SelectionError> {
    let graph = Graph::select(survey, selection)?;
    let partition = Partition::of(&graph, selection);
    let (departments, pairs) = in_closed_form(&graph, &partition);
    let links = single_links(&graph, &partition, selection.bodies);
    let row = |link: super::single_links::SingleLink| {
        let actor = graph.actors[link.actor as usize].actor;
        let actor = &survey.actors[actor as usize];
        SingleLinkRow {
            a: partition.names[link.a as usize].clone(),
            b: partition.names[link.b as usize].clone(),
            actor: Some(actor.id.clone()),
            label: Some(actor.label.clone()),
            direct: link.direct,
        }
    };
    Ok(Outline {
        departments,
        pairs,
        single_links: links.map(|links| links.into_iter().map(row).collect()),
        without_bodies: partition.bodies_left_out > 0,
    })
}

/// The figures of departments and pairs, without simulation.
pub(super) fn in_closed_form(
    graph: &Graph,
    partition: &Partition,
) -> (Vec<DepartmentFigures>, Option<Vec<DepartmentPair>>) {
    let counts = Counts::of(partition);
    let moments = Moments::of(partition);
    let activity = Activity::of(partition);
    (
        department_figures(graph, partition, &counts, &moments, &activity, None),
        department_pairs(partition, &counts, &moments, Some(&activity), None),
    )
}
