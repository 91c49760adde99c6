//! The figures of a planted district, and permutations of a large network.

mod planted;

use criterion::{Criterion, criterion_group, criterion_main};
use miteinander::analysis::actors::brokerage::brokerage;
use miteinander::analysis::actors::constraint::constraints;
use miteinander::analysis::chance::activity::Activity;
use miteinander::analysis::chance::permutations::{permute, permute_whole};
use miteinander::analysis::counts::Counts;
use miteinander::analysis::partition::Partition;
use miteinander::analysis::structure::betweenness::{BetweennessMethod, betweenness};
use miteinander::analysis::structure::closure::triangles;
use miteinander::analysis::structure::components;
use miteinander::analysis::structure::cores::cores;
use miteinander::analysis::structure::cuts::Cuts;
use miteinander::analysis::{Communities, Graph, Options, Selection, Unwatched, report};
use planted::planted;

fn reports(bench: &mut Criterion) {
    for (actors, departments, ties) in [(500, 12, 5_000), (1_000, 12, 10_000), (1_000, 60, 10_000)]
    {
        let survey = planted(actors, departments, ties);
        let selection = Selection::working(&survey);
        let name = format!(
            "report, {actors} actors, {ties} ties, {departments} departments, 9,999 permutations"
        );
        bench.bench_function(&name, |bench| {
            bench.iter(|| {
                report(&survey, &selection, &Options::default()).expect("the defaults fit")
            });
        });
    }
}

/// The best partition of a district: at least 30 searches.
fn partitions(bench: &mut Criterion) {
    let survey = planted(500, 12, 5_000);
    let selection = Selection::working(&survey);
    let graph = Graph::select(&survey, &selection).expect("the defaults fit");
    let partition = Partition::of(&graph, &selection);
    bench.bench_function("best partition, 500 actors, 5,000 ties", |bench| {
        bench.iter(|| Communities::of(&partition, &Unwatched));
    });
}

fn large(bench: &mut Criterion) {
    let survey = planted(100_000, 40, 1_000_000);
    let selection = Selection::working(&survey);
    let mut group = bench.benchmark_group("100,000 actors, 1,000,000 ties");
    group.sample_size(10);
    group.bench_function("select", |bench| {
        bench.iter(|| Graph::select(&survey, &selection).expect("the defaults fit"));
    });
    let graph = Graph::select(&survey, &selection).expect("the defaults fit");
    let partition = Partition::of(&graph, &selection);
    let counts = Counts::of(&partition);
    group.bench_function("closed form only", |bench| {
        bench.iter(|| {
            report(
                &survey,
                &selection,
                &Options {
                    permutations: 0,
                    seed: 1,
                    ..Options::default()
                },
            )
            .expect("the defaults fit")
        });
    });
    let one_core = rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .build()
        .expect("a thread");
    group.bench_function("E-I, 1,000 permutations, one core", |bench| {
        bench
            .iter(|| one_core.install(|| permute_whole(&partition, &counts, 1_000, 1, &Unwatched)));
    });
    group.bench_function(
        "departments and pairs, 1,000 permutations, one core",
        |bench| {
            bench.iter(|| one_core.install(|| permute(&partition, &counts, 1_000, 1, &Unwatched)));
        },
    );
    // Ten searches, one from the departments, and those that join them; igraph's best of ten beside it in peers/.
    group.bench_function("best partition of 10, one core", |bench| {
        bench.iter(|| one_core.install(|| Communities::of(&partition, &Unwatched)));
    });
    group.bench_function("best partition of 10, all cores", |bench| {
        bench.iter(|| Communities::of(&partition, &Unwatched));
    });
    group.bench_function("activity null", |bench| {
        bench.iter(|| {
            let activity = Activity::of(&partition);
            (activity.e_i(), activity.pairs())
        });
    });
}

/// The graph and what petgraph finds of it, at the sizes of districts.
fn districts(bench: &mut Criterion) {
    for (actors, departments, ties) in [(200, 12, 1_000), (2_000, 40, 12_000), (5_000, 60, 30_000)]
    {
        let survey = planted(actors, departments, ties);
        let selection = Selection::working(&survey);
        let graph = Graph::select(&survey, &selection).expect("the defaults fit");
        let mut group = bench.benchmark_group(format!("{actors} actors, {ties} ties"));
        group.bench_function("select", |bench| {
            bench.iter(|| Graph::select(&survey, &selection).expect("the defaults fit"));
        });
        group.bench_function("components", |bench| bench.iter(|| components(&graph)));
        group.bench_function("cut points and bridges", |bench| {
            bench.iter(|| Cuts::of(&graph));
        });
    }
}

/// Exact betweenness on one core and on all, where the peer takes tens of seconds.
fn shortest_paths(bench: &mut Criterion) {
    let survey = planted(10_000, 40, 75_000);
    let graph = Graph::select(&survey, &Selection::working(&survey)).expect("defaults fit");
    let mut group = bench.benchmark_group("10,000 actors, 75,000 ties");
    group.sample_size(10);
    for threads in [1, 2] {
        let cores = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        let cores = cores.expect("threads");
        group.bench_function(format!("betweenness, {threads} cores"), |bench| {
            bench.iter(|| {
                cores.install(|| betweenness(&graph, BetweennessMethod::Exact, &Unwatched))
            });
        });
    }
}

/// What is told of single actors, on one core.
fn actors(bench: &mut Criterion) {
    let survey = planted(100_000, 40, 1_000_000);
    let selection = Selection::working(&survey);
    let graph = Graph::select(&survey, &selection).expect("the defaults fit");
    let partition = Partition::of(&graph, &selection);
    let one_core = rayon::ThreadPoolBuilder::new().num_threads(1).build();
    let one_core = one_core.expect("a thread");
    let mut group = bench.benchmark_group("100,000 actors, 1,000,000 ties, one core");
    group.sample_size(10);
    group.bench_function("constraint", |bench| {
        bench.iter(|| one_core.install(|| constraints(&graph)));
    });
    group.bench_function("brokerage", |bench| {
        bench.iter(|| one_core.install(|| brokerage(&graph, &partition)));
    });
    group.bench_function("triangles", |bench| bench.iter(|| triangles(&graph)));
    group.bench_function("cores", |bench| bench.iter(|| cores(&graph)));
    group.bench_function("cut points and bridges", |bench| {
        bench.iter(|| Cuts::of(&graph));
    });
}

criterion_group!(
    benches,
    districts,
    reports,
    large,
    shortest_paths,
    actors,
    partitions
);
criterion_main!(benches);
