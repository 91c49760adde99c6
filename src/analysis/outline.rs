//! What a picture shows of departments, without simulation: their figures, their pairs, and what hangs on one function.

use crate::domain::{Audience, Survey};

use super::aggregate::{self, Shown};
use super::chance::activity::Activity;
use super::chance::labels::Moments;
use super::counts::Counts;
use super::departments::{DepartmentFigures, DepartmentPair, department_figures, department_pairs};
use super::graph::Graph;
use super::partition::Partition;
use super::report::SingleLinkRow;
use super::selection::{Selection, SelectionError};
use super::single_links::single_links;

/// The departments of a selection and what is between them, for its audience.
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

/// The outline of a selection: the rows of [`super::report()`] in closed form, for leaders from the same aggregate.
pub fn outline(survey: &Survey, selection: &Selection) -> Result<Outline, SelectionError> {
    let graph = Graph::select(survey, selection)?;
    let partition = Partition::of(&graph, selection);
    Ok(match selection.audience {
        Audience::Working => {
            let (departments, pairs) = figures(&graph, &partition);
            let links = single_links(&graph, &partition, selection.counts_bodies());
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
            Outline {
                departments,
                pairs,
                single_links: links.map(|links| links.into_iter().map(row).collect()),
                without_bodies: partition.bodies_left_out > 0,
            }
        }
        Audience::Leadership => {
            let shown = Shown::of(&graph, &partition);
            let visible = graph.of_actors(|actor| shown.actors[actor as usize]);
            let (departments, pairs) = figures(&visible, &Partition::of(&visible, selection));
            Outline {
                departments: aggregate::figures(&partition, departments),
                pairs: aggregate::pairs(&partition, &shown, pairs),
                single_links: aggregate::links(&graph, &partition, &shown, selection),
                without_bodies: false,
            }
        }
    })
}

fn figures(
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
