//! The report for leaders.

use crate::domain::Survey;

use super::super::gaps::{Catalogue, Gaps};
use super::super::graph::Graph;
use super::super::leaders::{STRENGTHS, listed};
use super::super::levels;
use super::super::options::Options;
use super::super::partition::Partition;
use super::super::progress::Progress;
use super::super::report::{LeftOut, ReportError, SiloReport, on};
use super::super::response::Response;
use super::super::robustness::{Robustness, Variant, all_departments, apart};
use super::super::selection::Selection;
use super::super::suggestions::suggestions;
use super::departments::{figures, links, pairs, small};
use super::shown::{FEWEST_SHOWN, Shown, response};

/// The report for leaders.
pub fn report(
    survey: &Survey,
    selection: &Selection,
    options: &Options,
    progress: &dyn Progress,
) -> Result<SiloReport, ReportError> {
    let selection = &listed(survey, selection)?;
    let graph = Graph::select(survey, selection)?;
    let catalogue = Catalogue::of(survey, &graph, selection)?;
    let report = shown_figures(survey, &graph, selection, options, progress)?;
    progress.check()?;
    Ok(missing(report, &graph, selection, &catalogue))
}

/// The figures of the departments that are shown.
fn shown_figures(
    survey: &Survey,
    graph: &Graph,
    selection: &Selection,
    options: &Options,
    progress: &dyn Progress,
) -> Result<SiloReport, ReportError> {
    let partition = Partition::of(graph, selection);
    let shown = Shown::of(graph, &partition);
    let visible = graph.of_actors(|actor| shown.actors[actor as usize]);
    let options = Options {
        actors: false,
        ..*options
    };
    let report = on(survey, &visible, selection, &STRENGTHS, &options, progress)?;
    let enough = levels::none_below(&visible, FEWEST_SHOWN);
    Ok(SiloReport {
        ties_below_threshold: None,
        ties_without_strength: None,
        departments: partition.departments(),
        left_out: LeftOut {
            actors: graph.len() - visible.len() - partition.bodies_left_out,
            ties: None,
            bodies: partition.bodies_left_out,
            self_ties: None,
        },
        response: response(graph, selection).map(|all| Response {
            one_sided: report.response.map_or(0, |shown| shown.one_sided),
            confirmed: report.response.and_then(|shown| shown.confirmed),
            ..all
        }),
        isolates: None,
        level_pairs: report.level_pairs.filter(|_| enough),
        bridges: None,
        best_partition: None,
        department_figures: figures(&partition, report.department_figures),
        department_pairs: pairs(&partition, &shown, report.department_pairs),
        single_links: links(graph, &partition, &shown, selection),
        robustness: robustness(graph, report.robustness, selection),
        ..report
    })
}

/// Adds what is missing: by department, without saying of a small department that it stands alone with
/// an offer.
fn missing(
    report: SiloReport,
    graph: &Graph,
    selection: &Selection,
    catalogue: &Catalogue<'_>,
) -> SiloReport {
    let partition = Partition::of(graph, selection);
    let small = small(&partition, &Shown::of(graph, &partition));
    let pairs = report.department_pairs.as_deref();
    let gaps = Gaps::of(graph, catalogue, pairs, selection.bodies, None).map(|mut gaps| {
        gaps.without(&small);
        gaps
    });
    SiloReport {
        gaps,
        suggestions: suggestions(catalogue, pairs, &small, None),
        ..report
    }
}

/// The variants, without those from which the ties of one or two functions could be worked out; that of all
/// departments has those of enough functions.
fn robustness(graph: &Graph, rows: Vec<Robustness>, selection: &Selection) -> Vec<Robustness> {
    let rows = rows.into_iter().map(|row| match row.variant {
        Variant::AllDepartments => {
            let partition = Partition::of(graph, &selection.of_all_departments());
            let shown = Shown::of(graph, &partition);
            let visible = graph.of_actors(|actor| shown.actors[actor as usize]);
            all_departments(&visible, selection)
        }
        _ => row,
    });
    apart(rows.collect(), FEWEST_SHOWN)
}
