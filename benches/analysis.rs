//! The figures of a planted district, and permutations of a large network.

use criterion::{Criterion, criterion_group, criterion_main};
use miteinander::analysis::chance::activity::Activity;
use miteinander::analysis::chance::permutations::{permute, permute_whole};
use miteinander::analysis::counts::Counts;
use miteinander::analysis::partition::Partition;
use miteinander::analysis::{Graph, Options, Selection, report};
use miteinander::domain::{ActorKind, Column, Presence, Survey, SurveyActor, SurveyTie};

/// A survey with planted silos: in 4 of 10 cases the second end is of the first one's department.
fn planted(actors: u32, departments: u32, ties: usize) -> Survey {
    let mut state = 1_u64;
    let mut below = |bound: u32| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((state >> 33) % u64::from(bound)) as u32
    };
    Survey {
        title: "planted".to_owned(),
        actors: (0..actors)
            .map(|at| SurveyActor {
                id: at.to_string(),
                label: at.to_string(),
                kind: ActorKind::Function,
            })
            .collect(),
        presences: (0..actors)
            .map(|actor| Presence {
                actor,
                phase: None,
                department_kind: None,
                level: None,
                core_team: false,
                asked: None,
                answered: None,
            })
            .collect(),
        columns: vec![Column {
            names: vec!["department".to_owned()],
            values: (0..actors)
                .map(|at| Some(format!("Amt {}", at % departments)))
                .collect(),
        }],
        ties: (0..ties)
            .map(|_| {
                let from = below(actors);
                let near = below(10) < 4;
                let to = if near {
                    (from % departments + departments * below(actors / departments)) % actors
                } else {
                    below(actors)
                };
                SurveyTie {
                    from,
                    to,
                    phase: None,
                    strength: Some(f64::from(1 + below(5))),
                    kinds: 0,
                    binding: false,
                    through_core_team: false,
                }
            })
            .collect(),
        ..Survey::default()
    }
}

fn reports(bench: &mut Criterion) {
    for (actors, departments, ties) in [(500, 12, 5_000), (1_000, 12, 10_000), (1_000, 60, 10_000)]
    {
        let survey = planted(actors, departments, ties);
        let selection = Selection::default_for(&survey);
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

fn large(bench: &mut Criterion) {
    let survey = planted(100_000, 40, 1_000_000);
    let selection = Selection::default_for(&survey);
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
        bench.iter(|| one_core.install(|| permute_whole(&partition, &counts, 1_000, 1)));
    });
    group.bench_function(
        "departments and pairs, 1,000 permutations, one core",
        |bench| {
            bench.iter(|| one_core.install(|| permute(&partition, &counts, 1_000, 1)));
        },
    );
    group.bench_function("activity null", |bench| {
        bench.iter(|| {
            let activity = Activity::of(&partition);
            (activity.e_i(), activity.pairs())
        });
    });
}

criterion_group!(benches, reports, large);
criterion_main!(benches);
