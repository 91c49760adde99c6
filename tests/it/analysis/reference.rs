//! Real networks, and what established libraries say of them.

use std::collections::BTreeSet;
use std::fs;

use miteinander::analysis::structure::centralization::Degrees;
use miteinander::analysis::{Audience, Inclusion, Options, Selection, SiloReport, report};
use miteinander::domain::Survey;
use serde_json::Value;

use super::networks::{read, shared};

const NETWORKS: [&str; 8] = [
    "cross_parker_manufacturing",
    "dhhs_collab",
    "dutch_college",
    "knoke_bureaucracies",
    "krackhardt_hightech",
    "s50_glasgow",
    "tc_indiana",
    "zachary_karate",
];

/// Networks on which several partitions are equally good (found by 600 runs of igraph's Leiden): the reference holds
/// any of them, we the one that agrees most with the departments.
const SEVERAL_BEST: [&str; 5] = [
    "cross_parker_manufacturing info by",
    "s50_glasgow friendship_w1",
    "s50_glasgow friendship_w2",
    "s50_glasgow friendship_w3",
    "tc_indiana diss",
];

pub fn selection(
    department: &str,
    phase: Option<String>,
    min_strength: f64,
    directed: bool,
) -> Selection {
    Selection {
        department: department.to_owned(),
        scope: Inclusion::All,
        bodies: false,
        kinds: Vec::new(),
        phase,
        min_strength,
        directed,
        audience: Audience::Working,
    }
}

pub fn run(survey: &Survey, selection: &Selection, permutations: u32) -> SiloReport {
    report(
        survey,
        selection,
        &Options {
            permutations,
            seed: 1,
            ..Options::default()
        },
    )
    .expect("the selection fits")
}

pub fn near(ours: f64, theirs: f64, what: &str) {
    assert!(
        (ours - theirs).abs() < 1e-6,
        "{what}: ours {ours}, the library's {theirs}"
    );
}

/// A value of the reference: a number, or none where the library found it undefined.
pub fn agree(ours: Option<f64>, theirs: &Value, what: &str) {
    match (ours, theirs.as_f64()) {
        (Some(ours), Some(theirs)) => near(ours, theirs, what),
        (ours, theirs) => assert_eq!(ours, theirs, "{what}"),
    }
}

/// A layer of a real network with one grouping of its actors, and what the libraries say of it.
pub struct Layer {
    /// Names it in messages.
    pub what: String,
    /// The network.
    pub survey: Survey,
    /// The libraries' figures, those of the grouping first.
    pub figures: Vec<Value>,
    grouping: String,
    wave: Option<String>,
    threshold: f64,
    directed: bool,
}

impl Layer {
    /// The selection of the layer with its arcs as they are, and with pairs.
    pub fn selections(&self) -> [Selection; 2] {
        [self.directed, false]
            .map(|arcs| selection(&self.grouping, self.wave.clone(), self.threshold, arcs))
    }
}

/// Every layer of the references with every grouping; none where they are missing.
pub fn layers() -> impl Iterator<Item = Layer> {
    let folders = shared().into_iter();
    let names = folders.flat_map(|folder| NETWORKS.map(|name| (name, folder.join(name))));
    names.flat_map(|(name, folder)| {
        let text = fs::read_to_string(folder.join("reference.json")).expect("a reference");
        let reference: Value = serde_json::from_str(&text).expect("JSON");
        let mut found = Vec::new();
        for (key, layer) in reference["layers"].as_object().expect("layers") {
            let survey = read(&folder, layer["relation"].as_str().expect("a relation"));
            let ungrouped = layer["network"].as_array().expect("figures");
            let groups = layer["by_group_attribute"].as_object().expect("groupings");
            for (grouping, figures) in groups {
                let figures = figures.as_array().expect("figures").iter();
                found.push(Layer {
                    what: format!("{name} {key} by {grouping}"),
                    survey: survey.clone(),
                    figures: figures.chain(ungrouped).cloned().collect(),
                    grouping: grouping.clone(),
                    wave: layer["wave"].as_i64().map(|wave| wave.to_string()),
                    threshold: layer["threshold_weight_ge"].as_f64().expect("a threshold"),
                    directed: layer["directed"].as_bool().expect("directed or not"),
                });
            }
        }
        found
    })
}

#[test]
fn every_figure_of_the_references_is_ours() {
    let mut compared = None;
    for layer in layers() {
        let [arcs, pairs] = layer.selections();
        let arcs = run(&layer.survey, &arcs, 0);
        let pairs = run(&layer.survey, &pairs, 9_999);
        for figure in &layer.figures {
            let same = grouped(figure, &arcs, &pairs, &layer.what)
                || ungrouped(figure, &arcs, &pairs, &layer.what);
            *compared.get_or_insert(0) += usize::from(same);
        }
    }
    assert!(
        compared.is_none_or(|compared| compared > 1_000),
        "only {compared:?} figures were compared"
    );
}

fn ungrouped(figure: &Value, arcs: &SiloReport, pairs: &SiloReport, what: &str) -> bool {
    let name = figure["figure"].as_str().expect("a name");
    let value = &figure["value"];
    let what = format!("{what}: {name}");
    match name {
        "n" => assert_eq!(Some(pairs.actors as u64), value.as_u64(), "{what}"),
        "arcs_or_edges" => assert_eq!(Some(arcs.ties as u64), value.as_u64(), "{what}"),
        "edges_weak_symmetrized" => assert_eq!(Some(pairs.ties as u64), value.as_u64(), "{what}"),
        "density" => agree(arcs.density, value, &what),
        "density_weak_symmetrized" => agree(pairs.density, value, &what),
        "weak_components" => assert_eq!(Some(arcs.components as u64), value.as_u64(), "{what}"),
        "largest_weak_component" => {
            assert_eq!(
                Some(arcs.largest_component as u64),
                value.as_u64(),
                "{what}"
            );
        }
        "isolates" => {
            let isolates = arcs.isolates.as_ref().expect("the working view").len() as u64;
            assert_eq!(Some(isolates), value.as_u64(), "{what}");
        }
        "transitivity_global_undirected" => agree(pairs.transitivity, value, &what),
        "reciprocity_arcs" | "reciprocity_edgewise" if arcs.directed => {
            agree(arcs.reciprocity, value, &what);
        }
        "centralization_degree_indegree" | "centralization_degree_outdegree" if arcs.directed => {
            let Degrees::Directed {
                in_degree,
                out_degree,
            } = arcs.centralization.degrees
            else {
                panic!("{what}: arcs have two degrees")
            };
            let ours = if name.ends_with("indegree") {
                in_degree
            } else {
                out_degree
            };
            agree(ours, value, &what);
        }
        "centralization_degree_undirected" => {
            let Degrees::Undirected { degree } = pairs.centralization.degrees else {
                panic!("{what}: ties have one degree")
            };
            agree(degree, value, &what);
        }
        "centralization_betweenness" => agree(arcs.centralization.betweenness, value, &what),
        "centralization_betweenness_undirected" => {
            agree(pairs.centralization.betweenness, value, &what);
        }
        "centralization_closeness_undirected" if pairs.components == 1 => {
            agree(pairs.centralization.closeness, value, &what);
            agree(arcs.centralization.closeness, value, &what);
        }
        "bridges_undirected" => {
            let theirs: BTreeSet<BTreeSet<&str>> = value
                .as_array()
                .expect("pairs")
                .iter()
                .map(|pair| pair.as_array().expect("a pair"))
                .map(|pair| pair.iter().map(|id| id.as_str().expect("an id")).collect())
                .collect();
            for report in [arcs, pairs] {
                let bridges = report.bridges.as_ref().expect("the working view");
                let ours: BTreeSet<BTreeSet<&str>> = bridges
                    .iter()
                    .map(|pair| pair.iter().map(String::as_str).collect())
                    .collect();
                assert_eq!(ours, theirs, "{what}");
            }
        }
        "leiden_best_modularity_undirected"
        | "louvain_best_modularity_undirected"
        | "optimal_modularity_undirected" => {
            let best = pairs.silo.modularity.best.expect("ties");
            let theirs = value.as_f64().expect("a modularity");
            assert!(best > theirs - 1e-6, "{what}: ours {best}, {theirs}");
        }
        "leiden_best_communities" | "optimal_communities" => {
            let groups = pairs.silo.modularity.best_groups.map(|n| n as u64);
            assert_eq!(groups, value.as_u64(), "{what}");
        }
        _ => return false,
    }
    true
}

fn grouped(figure: &Value, arcs: &SiloReport, pairs: &SiloReport, what: &str) -> bool {
    let name = figure["figure"].as_str().expect("a name");
    let value = &figure["value"];
    let what = format!("{what}: {name} ({})", figure["library"]);
    match name {
        "group_sizes" => {
            for figures in &pairs.department_figures {
                assert_eq!(
                    value[&figures.department].as_u64(),
                    Some(figures.actors.into()),
                    "{what}"
                );
            }
        }
        "mixing_matrix" => mixing(value, arcs, &what),
        "group_density_matrix" => densities(value, arcs, &what),
        "ei_index" => agree(arcs.silo.e_i, value, &what),
        "ei_index_weak_symmetrized" => agree(pairs.silo.e_i, value, &what),
        "ei_index_rescaled_weak_symmetrized" => agree(pairs.silo.rescaled, value, &what),
        "ei_expected_random" => {
            agree(pairs.silo.expected, value, &what);
            agree(arcs.silo.expected, value, &what);
        }
        "assortativity_nominal" => agree(arcs.silo.assortativity, value, &what),
        "assortativity_nominal_weak_symmetrized" => agree(pairs.silo.assortativity, value, &what),
        "freeman_segregation" => agree(pairs.silo.segregation, value, &what),
        "internal_external_counts" => {
            for (key, report) in [("arcs_or_edges", arcs), ("weak_symmetrized_edges", pairs)] {
                let counts = serde_json::json!([report.silo.internal, report.silo.external]);
                assert_eq!(counts, value[key], "{what}");
            }
        }
        "ei_by_group_conventions_weak_symmetrized" => {
            for figures in &pairs.department_figures {
                let theirs = &value[&figures.department];
                assert_eq!(
                    figures.internal.map(u64::from),
                    theirs["internal_edges"].as_u64(),
                    "{what}"
                );
                assert_eq!(
                    figures.external.map(u64::from),
                    theirs["external_edges"].as_u64(),
                    "{what}"
                );
                if figures.actors > 1 {
                    agree(figures.e_i, &theirs["ei_ties_once"], &what);
                }
            }
        }
        "modularity_weak_symmetrized" => {
            agree(pairs.silo.modularity.departments, value, &what);
            assert_eq!(arcs.silo.modularity, pairs.silo.modularity, "{what}");
        }
        "partition_vs_leiden" => {
            let (ours, theirs) = (pairs.silo.modularity.ari, value["adjusted_rand"].as_f64());
            if SEVERAL_BEST.iter().any(|several| what.starts_with(several)) {
                assert!(
                    ours > theirs.map(|ari| ari - 1e-6),
                    "{what}: {ours:?} {theirs:?}"
                );
            } else {
                agree(ours, &value["adjusted_rand"], &what);
                agree(pairs.silo.modularity.nmi, &value["nmi"], &what);
            }
        }
        "ei_permutation_weak_symmetrized" => simulated(value, pairs, &what),
        _ => return false,
    }
    true
}

/// Their 10,000 permutations against ours and against the closed form, within Monte Carlo error.
fn simulated(value: &Value, pairs: &SiloReport, what: &str) {
    let silo = &pairs.silo;
    let (mean, sd) = (silo.expected.expect("ties"), silo.sd.expect("ties"));
    let ours = silo.permutations.as_ref().expect("ties and permutations");
    let theirs = (
        value["mean"].as_f64().expect("a mean"),
        value["sd"].as_f64().expect("an sd"),
    );
    for (other_mean, other_sd) in [theirs, (ours.mean, ours.sd.expect("many permutations"))] {
        assert!(
            (mean - other_mean).abs() <= 5.0 * sd / 100.0 + 1e-9,
            "{what}: {mean} {other_mean}"
        );
        assert!(
            (sd - other_sd).abs() <= 0.05 * sd + 1e-9,
            "{what}: {sd} {other_sd}"
        );
    }
    // Their p of an E-I as low counts the same permutations that we count by their ties inside.
    let p = value["p_le"].as_f64().expect("a p");
    assert!((ours.p_low - p).abs() < 0.025, "{what}: {} {p}", ours.p_low);
}

/// Ties between and inside departments; the library counts arcs from row to column.
fn mixing(value: &Value, arcs: &SiloReport, what: &str) {
    let at = |a: usize, b: usize| value[a][b].as_u64().expect("a count");
    let pairs = arcs.department_pairs.as_ref().expect("few departments");
    let mut pairs = pairs.iter();
    for (a, figures) in arcs.department_figures.iter().enumerate() {
        assert_eq!(figures.internal.map(u64::from), Some(at(a, a)), "{what}");
        for b in a + 1..arcs.departments {
            let pair = pairs.next().expect("each pair");
            let theirs = if arcs.directed {
                at(a, b) + at(b, a)
            } else {
                at(a, b)
            };
            assert_eq!(pair.ties.map(u64::from), Some(theirs), "{what}");
        }
    }
}

fn densities(value: &Value, arcs: &SiloReport, what: &str) {
    let pairs = arcs.department_pairs.as_ref().expect("few departments");
    let mut pairs = pairs.iter();
    for (a, figures) in arcs.department_figures.iter().enumerate() {
        if figures.actors > 1 {
            agree(figures.density_internal, &value[a][a], what);
        }
        for b in a + 1..arcs.departments {
            let pair = pairs.next().expect("each pair");
            let theirs = (value[a][b].as_f64().expect("a density")
                + value[b][a].as_f64().expect("a density"))
                / 2.0;
            near(pair.density.expect("actors in both"), theirs, what);
        }
    }
}
