//! The silo report: every figure of one selection, as it is written to JSON.

use std::collections::HashSet;

use serde::Serialize;

use crate::domain::{Stopped, Survey};
use crate::text::Lang;

use super::actors::{ActorFigures, actor_figures};
use super::communities::{BestPartition, Communities};
use super::departments::DepartmentFigures;
use super::gaps::{self, Catalogue, Gaps, Told};
use super::graph::Graph;
use super::levels::{LevelPair, level_pairs};
use super::nulls::Nulls;
use super::options::Options;
use super::pairs::DepartmentPair;
use super::partition::Partition;
use super::progress::Progress;
use super::response::Response;
use super::robustness::{Robustness, robustness};
use super::selection::{Selection, SelectionError};
use super::silo::Silo;
use super::single_links::{SingleLink, SingleLinkRow, single_links};
use super::structure::betweenness::BetweennessMethod;
use super::structure::centralization::Centralization;
use super::structure::{self, Whole, closure};
use super::suggestions::{Functions, Suggestion, suggestions};
use super::thresholds::{self, AtThreshold, by_threshold};

/// The figures of a selection; null is what is undefined.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SiloReport {
    /// What it is of: the district's name, or the file's.
    pub title: String,
    /// The phase by its id; null: all rows together.
    pub phase: Option<String>,
    /// The name of the phase.
    #[serde(skip)]
    pub phase_name: Option<String>,
    /// Whether ties are arcs.
    pub directed: bool,
    /// The least strength that makes a tie.
    pub min_strength: f64,
    /// Which departments the silo figures are about: `offices` or `all`.
    pub scope: &'static str,
    /// All actors of the phase; for leaders those of the departments shown.
    pub actors: usize,
    /// All ties; for leaders those among the departments shown.
    pub ties: usize,
    /// Ties stated below the threshold; null for leaders.
    pub ties_below_threshold: Option<usize>,
    /// Ties stated without a strength, which are none at any threshold; null for leaders.
    pub ties_without_strength: Option<usize>,
    /// The departments that the silo figures are about.
    pub departments: usize,
    /// What the silo figures are without.
    pub left_out: LeftOut,
    /// How complete the answers are; null where answering was not recorded.
    pub response: Option<Response>,
    /// The share of possible ties that exist.
    pub density: Option<f64>,
    /// The number of connected components, isolated actors among them.
    pub components: usize,
    /// The actors of the largest component.
    pub largest_component: usize,
    /// The ids of the actors without a tie; absent for leaders.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub isolates: Option<Vec<String>>,
    /// The share of paths of two ties that are closed to a triangle.
    pub transitivity: Option<f64>,
    /// The share of arcs that are answered by one back; null without direction.
    pub reciprocity: Option<f64>,
    /// How far the network is gathered around one actor.
    pub centralization: Centralization,
    /// Do ties stay inside departments, as a whole.
    pub silo: Silo,
    /// The same from other strengths on.
    pub by_threshold: Vec<AtThreshold>,
    /// The same with others counted.
    pub robustness: Vec<Robustness>,
    /// Each department.
    pub department_figures: Vec<DepartmentFigures>,
    /// Each pair of departments; null past 300 departments.
    pub department_pairs: Option<Vec<DepartmentPair>>,
    /// Who meets whom by level, empty where no level is known; null for leaders where a level is small.
    pub level_pairs: Option<Vec<LevelPair>>,
    /// Each actor's figures, in the order of the ids; only where they are asked for, absent for leaders.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor_figures: Option<Vec<ActorFigures>>,
    /// The ties without which the network would have more components, by the ids of their ends; absent for leaders.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bridges: Option<Vec<[String; 2]>>,
    /// How betweenness is computed.
    pub betweenness_method: BetweennessMethod,
    /// The group of each actor in the best partition; only where each actor's figures are told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub best_partition: Option<BestPartition>,
    /// Pairs of departments that one function holds; null past 300 departments.
    pub single_links: Option<Vec<SingleLinkRow>>,
    /// What is missing, seen from the offers; null without an offer.
    #[serde(skip)]
    pub gaps: Option<Gaps>,
    /// The contacts that would join pairs of departments newly; null past 300 departments.
    #[serde(skip)]
    pub suggestions: Option<Vec<Suggestion>>,
}

/// What the silo figures are without: other departments, no department, bodies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// Actors other than bodies.
    pub actors: usize,
    /// Ties with an end that is left out; null for leaders.
    pub ties: Option<usize>,
    /// Bodies.
    pub bodies: usize,
    /// Actors stated to be tied to themselves; null for leaders.
    pub self_ties: Option<usize>,
}

impl SiloReport {
    /// The report as JSON, with its reasons in a language, ending in a line break.
    pub fn to_json(&self, lang: Lang) -> String {
        let suggestions = self.suggestions.as_deref();
        super::json(&Written {
            figures: self,
            gaps: self.gaps.as_ref().map(|gaps| gaps::Written::of(gaps, lang)),
            suggestions: suggestions.map(|all| Told::all(all, Suggestion::reason, lang)),
        })
    }
}

/// The report as it is written: what has reasons, with these.
#[derive(Serialize)]
struct Written<'a> {
    #[serde(flatten)]
    figures: &'a SiloReport,
    gaps: Option<gaps::Written<'a>>,
    suggestions: Option<Vec<Told<'a, Suggestion>>>,
}

impl LeftOut {
    /// What a partition of a graph is without.
    fn of(graph: &Graph, partition: &Partition) -> Self {
        Self {
            actors: graph.len() - partition.len() - partition.bodies_left_out,
            ties: Some(graph.tie_count() - partition.ties.len()),
            bodies: partition.bodies_left_out,
            self_ties: Some(graph.self_ties),
        }
    }
}

/// Why there is no report.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ReportError {
    /// The selection does not fit the survey.
    #[error(transparent)]
    Selection(#[from] SelectionError),
    /// Nobody waited for it any more.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}

/// The report of a selection with everything in it.
pub(super) fn whole(
    survey: &Survey,
    selection: &Selection,
    options: &Options,
    progress: &dyn Progress,
) -> Result<SiloReport, ReportError> {
    let graph = Graph::select(survey, selection)?;
    let catalogue = Catalogue::of(survey, &graph, selection)?;
    let report = on(
        survey,
        &graph,
        selection,
        &thresholds::ALL,
        options,
        progress,
    )?;
    progress.check()?;
    Ok(missing(report, survey, &graph, selection, &catalogue))
}

/// Adds what is missing, and who could begin.
fn missing(
    report: SiloReport,
    survey: &Survey,
    graph: &Graph,
    selection: &Selection,
    catalogue: &Catalogue<'_>,
) -> SiloReport {
    let id = |actor: u32| {
        let actor = graph.named(survey, actor);
        (actor.id.clone(), actor.label.clone())
    };
    let pairs = report.department_pairs.as_deref();
    let functions = Functions {
        graph,
        partition: &Partition::of(graph, selection),
        id: &id,
    };
    SiloReport {
        gaps: Gaps::of(graph, catalogue, pairs, selection.bodies, Some(&id)),
        suggestions: suggestions(catalogue, pairs, &HashSet::new(), Some(&functions)),
        ..report
    }
}

/// The report of a graph with everything in it but what is missing; `thresholds` are those beside the one in force.
pub(super) fn on(
    survey: &Survey,
    graph: &Graph,
    selection: &Selection,
    thresholds: &[f64],
    options: &Options,
    progress: &dyn Progress,
) -> Result<SiloReport, ReportError> {
    let partition = Partition::of(graph, selection);
    let nulls = Nulls::simulated(graph, &partition, options, progress)?;
    let communities = match options.structure {
        true => Communities::of(&partition, progress)?,
        false => Communities::default(),
    };
    let whole = Whole::of(graph, options, progress)?;
    let id = |actor: u32| graph.named(survey, actor).id.clone();
    let phase = graph.phase.map(|at| &survey.phases[usize::from(at)]);
    let isolates = structure::isolates(graph).into_iter();
    let bridges = whole.cuts.bridges.iter();
    let actor_figures = || actor_figures(survey, graph, &partition, &whole);
    let groups = communities.groups;
    let best_partition = || {
        let ids = partition.members.iter().copied().map(id);
        BestPartition(groups.map(|groups| ids.zip(groups).collect()))
    };
    let links = single_links(graph, &partition, selection.bodies);
    let link_row = |link: &SingleLink| link.row(&partition, Some(graph.named(survey, link.actor)));
    Ok(SiloReport {
        title: survey.title.clone(),
        phase: phase.map(|phase| phase.id.clone()),
        phase_name: phase.map(|phase| phase.name.clone()),
        directed: graph.directed,
        min_strength: graph.min_strength,
        scope: selection.scope.code(),
        actors: graph.len(),
        ties: graph.tie_count(),
        ties_below_threshold: Some(graph.ties_below_threshold),
        ties_without_strength: Some(graph.ties_without_strength),
        departments: partition.departments(),
        left_out: LeftOut::of(graph, &partition),
        response: Response::of(graph),
        density: structure::density(graph),
        components: whole.components.len(),
        largest_component: whole.components.iter().copied().max().unwrap_or(0),
        isolates: Some(isolates.map(id).collect()),
        transitivity: closure::transitivity(graph, &whole.triangles),
        reciprocity: closure::reciprocity(graph),
        centralization: whole.centralization(graph, progress)?,
        silo: nulls.silo(communities.modularity),
        by_threshold: by_threshold(survey, graph, &partition, selection, thresholds)?,
        robustness: robustness(graph, &partition, selection),
        department_figures: nulls.departments(),
        department_pairs: nulls.pairs(),
        level_pairs: Some(level_pairs(graph)),
        actor_figures: options.actors.then(actor_figures),
        bridges: Some(bridges.map(|tie| [tie.a, tie.b].map(id)).collect()),
        betweenness_method: whole.method,
        best_partition: options.actors.then(best_partition),
        single_links: links.map(|links| links.iter().map(link_row).collect()),
        gaps: None,
        suggestions: None,
    })
}
