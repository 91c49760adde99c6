//! The leadership view: departments only, and the one place where something is held back.
//!
//! A department under three functions is small: its figures would be statements about one or two functions. The
//! figures shown to leaders are made from the network *without* the actors of small departments and of all that is
//! out of scope, so no number depends on a hidden one, and none can be worked out by subtraction. What is shown of
//! a small department is its name, its number of actors and the state of its pairs. Which function holds two
//! departments together is not named, and only said where both have three functions.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::domain::Survey;

use super::chance::activity::ByActivity;
use super::chance::labels::Moments;
use super::counts::Counts;
use super::departments::{DepartmentFigures, DepartmentPair, department_pairs};
use super::gaps::{Catalogue, Gaps};
use super::graph::Graph;
use super::levels;
use super::partition::Partition;
use super::progress::Progress;
use super::report::{LeftOut, Options, ReportError, SiloReport, SingleLinkRow, on};
use super::response::Response;
use super::robustness::{Robustness, Variant, all_departments, apart};
use super::selection::Selection;
use super::single_links::single_links;
use super::suggestions::suggestions;

/// The functions a department must have for its figures to be shown to leaders.
pub const FEWEST_SHOWN: usize = 3;

/// What of a partition is shown to leaders.
pub(super) struct Shown {
    /// For each department, whether it has enough functions.
    pub departments: Vec<bool>,
    /// For each actor of the graph, whether it is in a department that has.
    pub actors: Vec<bool>,
}

impl Shown {
    /// Bodies don't make a department larger: else counting them or not would tell the difference.
    pub(super) fn of(graph: &Graph, partition: &Partition) -> Self {
        let mut functions = vec![0; partition.departments()];
        for (member, group) in partition.members.iter().zip(&partition.group) {
            functions[*group as usize] += usize::from(!graph.actors[*member as usize].body);
        }
        let departments: Vec<bool> = functions.iter().map(|n| *n >= FEWEST_SHOWN).collect();
        let mut actors = vec![false; graph.len()];
        for (member, group) in partition.members.iter().zip(&partition.group) {
            actors[*member as usize] = departments[*group as usize];
        }
        Self {
            departments,
            actors,
        }
    }
}

/// What leaders may compare: of both phases the actors that stayed in a department which is shown in each and keeps
/// enough of them. Who joined, left or moved is out: else the difference of two figures would be one function's ties.
///
/// So it would be too where the report of a phase counts one or two functions more than the comparison: their
/// departments are then left out whole, whose ties the report tells anyway.
pub(super) fn comparable(
    survey: &Survey,
    before: Graph,
    after: Graph,
    selection: &Selection,
) -> (Graph, Graph) {
    let mut department: [Vec<Option<String>>; 2] = [
        vec![None; survey.actors.len()],
        vec![None; survey.actors.len()],
    ];
    for (department, graph) in department.iter_mut().zip([&before, &after]) {
        let partition = Partition::of(graph, selection);
        let shown = Shown::of(graph, &partition);
        for (member, group) in partition.members.iter().zip(&partition.group) {
            let member = *member as usize;
            if shown.actors[member] && !graph.actors[member].body {
                let name = partition.names[*group as usize].clone();
                department[graph.actors[member].actor as usize] = Some(name);
            }
        }
    }
    let [from, to] = department;
    let stayed: Vec<Option<&str>> = from
        .iter()
        .zip(&to)
        .map(|(from, to)| to.as_deref().filter(|_| from == to))
        .collect();
    let mut kept = count(stayed.iter().copied().flatten());
    kept.retain(|_, functions| *functions >= FEWEST_SHOWN);
    let phases = [&from, &to].map(|shown| count(shown.iter().flatten().map(String::as_str)));
    while let Some(telling) = phases.iter().find_map(|phase| telling(phase, &kept)) {
        kept.retain(|name, _| !telling.contains(name));
    }
    let of_those = |graph: Graph| {
        graph.of_actors(|actor| {
            let place = graph.actors[actor as usize].actor as usize;
            stayed[place].is_some_and(|name| kept.contains_key(name))
        })
    };
    (of_those(before), of_those(after))
}

/// How often each name occurs.
fn count<'a>(names: impl Iterator<Item = &'a str>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for name in names {
        *counts.entry(name.to_owned()).or_default() += 1;
    }
    counts
}

/// The departments of which a phase's report counts more functions than are kept, where these are too few together.
fn telling(
    phase: &BTreeMap<String, usize>,
    kept: &BTreeMap<String, usize>,
) -> Option<BTreeSet<String>> {
    let more = |name: &str| phase.get(name).copied().unwrap_or_default() - kept[name];
    let names: BTreeSet<String> = kept.keys().filter(|name| more(name) > 0).cloned().collect();
    let functions: usize = names.iter().map(|name| more(name)).sum();
    (1..FEWEST_SHOWN).contains(&functions).then_some(names)
}

/// The report for leaders.
pub(super) fn for_leaders(
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
    let report = on(survey, &visible, selection, &options, progress)?;
    Ok(SiloReport {
        ties_below_threshold: None,
        ties_without_strength: None,
        departments: partition.departments(),
        left_out: LeftOut {
            actors: graph.len() - visible.len() - partition.bodies_left_out,
            ties: None,
            bodies: partition.bodies_left_out,
        },
        response: response(graph, selection).map(|all| Response {
            one_sided: report.response.map_or(0, |shown| shown.one_sided),
            confirmed: report.response.map_or(0, |shown| shown.confirmed),
            ..all
        }),
        isolates: None,
        level_pairs: report.level_pairs.filter(|_| levels::none_small(&visible)),
        bridges: None,
        best_partition: None,
        department_figures: figures(&partition, report.department_figures),
        department_pairs: pairs(&partition, &shown, report.department_pairs),
        single_links: links(graph, &partition, &shown, selection),
        robustness: robustness(graph, report.robustness, selection),
        ..report
    })
}

/// Who was asked and who answered, as leaders may know it: of the functions of departments that have enough of them,
/// whatever their kind.
///
/// The possible ties of those departments' pairs tell how many of their functions answered. Would all be counted, the
/// difference were the answers of the one or two functions of a small department.
pub(crate) fn response(graph: &Graph, selection: &Selection) -> Option<Response> {
    let partition = Partition::of(graph, &selection.of_all_departments());
    let shown = Shown::of(graph, &partition);
    Response::of(&graph.of_actors(|actor| shown.actors[actor as usize]))
}

/// Adds what is missing: by department, without saying of a small department that it stands alone with
/// an offer.
pub(super) fn missing(
    report: SiloReport,
    graph: &Graph,
    selection: &Selection,
    catalogue: &Catalogue<'_>,
) -> SiloReport {
    let partition = Partition::of(graph, selection);
    let small = small(&partition, &Shown::of(graph, &partition));
    let pairs = report.department_pairs.as_deref();
    let gaps =
        Gaps::of(graph, catalogue, pairs, selection.counts_bodies(), None).map(|mut gaps| {
            gaps.without(&small);
            gaps
        });
    SiloReport {
        gaps,
        suggestions: suggestions(catalogue, pairs, &small, None),
        ..report
    }
}

/// The names of the departments that are not shown.
fn small<'a>(partition: &'a Partition, shown: &Shown) -> HashSet<&'a str> {
    partition
        .names
        .iter()
        .zip(&shown.departments)
        .filter(|(_, shown)| !**shown)
        .map(|(name, _)| name.as_str())
        .collect()
}

/// All departments: those shown with their figures, without the number that answered, the small ones without any.
pub(super) fn figures(
    partition: &Partition,
    shown: Vec<DepartmentFigures>,
) -> Vec<DepartmentFigures> {
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
pub(super) fn pairs(
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
        activity: ByActivity::default(),
        verdict: None,
        binding: None,
        ..pair
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

/// The pairs that one function holds, once each, without its name.
pub(super) fn links(
    graph: &Graph,
    partition: &Partition,
    shown: &Shown,
    selection: &Selection,
) -> Option<Vec<SingleLinkRow>> {
    let mut rows: Vec<SingleLinkRow> = single_links(graph, partition, selection.counts_bodies())?
        .into_iter()
        .filter(|link| {
            [link.a, link.b]
                .iter()
                .all(|at| shown.departments[*at as usize])
        })
        .map(|link| SingleLinkRow {
            a: partition.names[link.a as usize].clone(),
            b: partition.names[link.b as usize].clone(),
            actor: None,
            label: None,
            direct: link.direct,
        })
        .collect();
    rows.dedup();
    Some(rows)
}
