//! The figures of single actors beside what established libraries say of real networks.

use std::collections::BTreeSet;

use miteinander::analysis::actors::ActorFigures;
use miteinander::analysis::structure::betweenness::{BetweennessMethod, betweenness};
use miteinander::analysis::structure::centralization::Degrees;
use miteinander::analysis::{Audience, Graph, Options, Selection, SiloReport, Unwatched, report};
use miteinander::domain::Survey;
use miteinander::text::Lang;
use serde_json::Value;

use super::networks::{planted, survey};
use super::reference::{agree, layers};

/// The report with the figures of single actors.
pub fn run(survey: &Survey, selection: &Selection) -> SiloReport {
    let options = Options {
        permutations: 0,
        actors: true,
        ..Options::default()
    };
    report(survey, selection, &options).expect("the selection fits")
}

fn actors(report: &SiloReport) -> &[ActorFigures] {
    report.actor_figures.as_deref().expect("asked for")
}

#[test]
fn every_actor_of_the_references_has_the_libraries_figures() {
    let mut compared = None;
    for layer in layers() {
        let [arcs, pairs] = layer.selections().map(|chosen| run(&layer.survey, &chosen));
        for figure in &layer.figures {
            let same = same(figure, &arcs, &pairs, &layer.what);
            *compared.get_or_insert(0) += usize::from(same);
        }
    }
    assert!(
        compared.is_none_or(|compared| compared > 300),
        "only {compared:?} figures were compared"
    );
}

/// Compares one figure of the reference with that of each actor; whether it is one of an actor.
fn same(figure: &Value, arcs: &SiloReport, pairs: &SiloReport, what: &str) -> bool {
    let name = figure["figure"].as_str().expect("a name");
    let what = format!("{what}: {name} ({})", figure["library"]);
    let value = &figure["value"];
    let each = |report: &SiloReport, ours: &dyn Fn(&ActorFigures) -> Option<f64>| {
        for actor in actors(report) {
            agree(
                ours(actor),
                &value[&actor.actor],
                &format!("{what} of {}", actor.actor),
            );
        }
    };
    match name {
        "betweenness_undirected" => each(pairs, &|actor| actor.betweenness),
        "betweenness_directed" => each(arcs, &|actor| actor.betweenness),
        "burt_constraint_undirected" => each(pairs, &|actor| actor.constraint),
        "burt_constraint_directed" => each(arcs, &|actor| actor.constraint),
        "burt_effective_size_undirected" => {
            each(pairs, &|actor| actor.effective_size);
            each(arcs, &|actor| actor.effective_size);
        }
        "core_number_undirected" => {
            each(pairs, &|actor| Some(actor.core.into()));
            each(arcs, &|actor| Some(actor.core.into()));
        }
        "ei_by_node_weak_symmetrized" => each(pairs, &|actor| actor.e_i),
        "articulation_points_undirected" => {
            let theirs = value.as_array().expect("ids").iter();
            let theirs: BTreeSet<&str> = theirs.filter_map(Value::as_str).collect();
            for report in [arcs, pairs] {
                let ours = actors(report).iter().filter(|actor| actor.cut_point);
                let ours: BTreeSet<&str> = ours.map(|actor| actor.actor.as_str()).collect();
                assert_eq!(ours, theirs, "{what}");
            }
        }
        "brokerage_raw_by_node_undirected" => brokers(value, pairs, &what),
        "brokerage_raw_by_node_directed" => brokers(value, arcs, &what),
        _ => return false,
    }
    true
}

/// The library's columns: w_I, w_O, b_IO, b_OI, b_O.
fn brokers(value: &Value, report: &SiloReport, what: &str) {
    for actor in actors(report) {
        let ours = roles(actor);
        let theirs = value[&actor.actor].as_array().expect("counts");
        let theirs: Vec<u64> = theirs.iter().filter_map(Value::as_u64).collect();
        assert_eq!(ours[..], theirs[..5], "{what} of {}", actor.actor);
        assert_eq!(
            ours.iter().sum::<u64>(),
            theirs[5],
            "{what} of {}",
            actor.actor
        );
    }
}

fn roles(actor: &ActorFigures) -> [u64; 5] {
    let own = actor.brokerage.expect("it has a department");
    [
        own.coordinator,
        own.itinerant,
        own.representative,
        own.gatekeeper,
        own.liaison,
    ]
}

#[test]
fn a_broker_stands_between_departments_as_its_arcs_lead() {
    // Over actor 1 of B lead arcs from 0 of A and 2 of B to 3 of B, 4 of A and 5 of C; 0 reports on 5 directly.
    let survey = survey(
        &["A", "B", "B", "B", "A", "C"],
        &[(0, 1), (2, 1), (1, 3), (1, 4), (1, 5), (0, 5)],
    );
    let base = Selection::working(&survey);
    let arcs = run(
        &survey,
        &Selection {
            directed: true,
            ..base.clone()
        },
    );
    // 2→3 stays inside; 0→4 is of A over B; 2→4 and 2→5 lead out; 0→3 leads in; 0→5 needs no broker.
    assert_eq!(roles(&actors(&arcs)[1]), [1, 1, 2, 1, 0]);
    assert_eq!(roles(&actors(&arcs)[3]), [0; 5]);
    let (ends, degree) = (actors(&arcs)[1].e_i, actors(&arcs)[1].degree);
    assert_eq!(
        degree,
        Degrees::Directed {
            in_degree: 2,
            out_degree: 3
        }
    );
    assert!((ends.expect("arcs") - 0.2).abs() < 1e-12);

    let pairs = run(&survey, &base);
    // Without direction the ten pairs of five contacts, less the tied one of 0 and 5, count twice each.
    assert_eq!(roles(&actors(&pairs)[1]), [2, 2, 6, 6, 2]);
}

#[test]
fn constraint_and_effective_size_are_those_of_a_worked_example() {
    // 0 knows 1, 2 and 3; 1 and 2 know each other. 4 is alone.
    let survey = survey(&["A"; 5], &[(0, 1), (0, 2), (0, 3), (1, 2)]);
    let report = run(&survey, &Selection::working(&survey));
    let actor = &actors(&report)[0];
    // Of each third of its time half comes back over the other of 1 and 2: 2·(1/3 + 1/6)² + (1/3)².
    assert!((actor.constraint.expect("ties") - (0.5 + 1.0 / 9.0)).abs() < 1e-12);
    assert!((actor.effective_size.expect("ties") - (3.0 - 2.0 / 3.0)).abs() < 1e-12);
    assert_eq!(
        (actor.core, actor.cut_point, actor.e_i),
        (2, true, Some(-1.0))
    );
    let alone = &actors(&report)[4];
    assert_eq!(
        (
            alone.constraint,
            alone.effective_size,
            alone.e_i,
            alone.core
        ),
        (None, None, None, 0)
    );
    assert_eq!(alone.betweenness, Some(0.0));
}

#[test]
fn who_has_no_department_has_no_e_i_and_brokers_nothing() {
    let mut survey = survey(&["A", "B", "B"], &[(0, 1), (1, 2)]);
    survey.columns[0].values[2] = None;
    let report = run(&survey, &Selection::working(&survey));
    let last = &actors(&report)[2];
    assert_eq!(
        (&last.department, last.e_i, last.brokerage),
        (&None, None, None)
    );
    assert_eq!(last.degree, Degrees::Undirected { degree: 1 });
    // The tie with it is left out of what needs departments: 1 stands between no two any more.
    assert_eq!(
        (actors(&report)[1].e_i, roles(&actors(&report)[1])),
        (Some(1.0), [0; 5])
    );
}

#[test]
fn figures_of_actors_are_told_on_request_alone_and_never_to_leaders() {
    let survey = planted(40, 4, 120, 5, 1);
    let base = Selection::working(&survey);
    let silent = report(&survey, &base, &Options::default()).expect("fits");
    assert!(!silent.to_json(Lang::De).contains("actor_figures"));
    let leaders = run(
        &survey,
        &Selection {
            audience: Audience::Leadership,
            ..base.clone()
        },
    );
    assert_eq!((&leaders.actor_figures, &leaders.bridges), (&None, &None));
    assert!(!leaders.to_json(Lang::De).contains("\"bridges\""));
    let told = run(&survey, &base);
    let ids: Vec<&str> = actors(&told)
        .iter()
        .map(|actor| actor.actor.as_str())
        .collect();
    let in_order: Vec<String> = (0..40).map(|at| at.to_string()).collect();
    assert_eq!(ids, in_order, "no ranking");
}

#[test]
fn betweenness_has_the_same_bits_on_any_number_of_cores() {
    let survey = planted(300, 6, 900, 4, 3);
    let graph = Graph::select(&survey, &Selection::working(&survey)).expect("fits");
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        pool.expect("threads")
            .install(|| {
                betweenness(&graph, BetweennessMethod::Exact, &Unwatched).expect("nobody stops it")
            })
            .expect("few paths")
    };
    let one = on(1);
    for threads in [2, 3, 7] {
        assert_eq!(one, on(threads), "{threads} threads");
    }
}

#[test]
fn a_sample_of_all_sources_is_exact_and_a_part_is_near() {
    let survey = planted(400, 4, 1_600, 4, 2);
    let graph = Graph::select(&survey, &Selection::working(&survey)).expect("fits");
    let of = |method| {
        betweenness(&graph, method, &Unwatched)
            .expect("nobody stops it")
            .expect("few paths")
    };
    let exact = of(BetweennessMethod::Exact);
    let sampled = |sampled| of(BetweennessMethod::Sampled { sampled, seed: 1 });
    assert_eq!(sampled(400), exact);
    assert_eq!(sampled(9_999), exact);
    let total = |figures: &[f64]| figures.iter().sum::<f64>();
    let ratio = total(&sampled(200)) / total(&exact);
    assert!((0.9..1.1).contains(&ratio), "{ratio}");
    assert_ne!(
        sampled(200),
        of(BetweennessMethod::Sampled {
            sampled: 200,
            seed: 2
        })
    );
}

#[test]
fn past_twenty_thousand_actors_betweenness_is_sampled_unless_all_paths_are_asked_for() {
    let told = |actors, exact| {
        serde_json::to_string(&BetweennessMethod::of(actors, exact, 7)).expect("JSON")
    };
    assert_eq!(told(20_000, false), "\"exact\"");
    assert_eq!(told(20_001, false), r#"{"sampled":2000,"seed":7}"#);
    assert_eq!(told(20_001, true), "\"exact\"");

    let mut large = survey(&[], &[]);
    let small = planted(40, 4, 120, 5, 1);
    large.actors = (0..20_001)
        .map(|at| super::networks::actor(&at.to_string()))
        .collect();
    large.presences = (0..20_001).map(super::networks::presence).collect();
    large.columns[0].values = (0..20_001).map(|at| Some(format!("{}", at % 4))).collect();
    large.ties = small.ties;
    let base = Selection::working(&large);
    let report = run(&large, &base);
    assert_eq!(report.centralization.betweenness, None);
    let sum: f64 = actors(&report)
        .iter()
        .filter_map(|actor| actor.betweenness)
        .sum();
    assert!(sum.is_finite() && actors(&report).len() == 20_001);
}

#[test]
fn binding_and_confirmed_ties_are_shares_inside_and_between() {
    let mut survey = survey(
        &["A", "A", "B", "B"],
        &[(0, 1), (1, 0), (2, 3), (0, 2), (2, 0), (1, 3)],
    );
    survey.ties[1].binding = Some(true);
    for presence in &mut survey.presences {
        presence.answered = Some(true);
    }
    survey.presences[3].answered = Some(false);
    let silo = run(&survey, &Selection::working(&survey)).silo;
    let binding = silo.binding.expect("one row says so");
    let shares = (binding.share_internal, binding.share_external);
    assert_eq!(shares, (Some(0.5), Some(0.0)));
    // Ties with 3, who did not answer, could not be confirmed: 0–1 and 0–2 are left, and both are.
    let confirmed = silo.confirmed.expect("answers were recorded");
    assert_eq!(
        (
            confirmed.internal,
            confirmed.external,
            confirmed.share_internal,
            confirmed.share_external
        ),
        (1, 1, Some(1.0), Some(1.0))
    );
    for presence in &mut survey.presences {
        presence.answered = None;
    }
    let silo = run(&survey, &Selection::working(&survey)).silo;
    assert_eq!(silo.confirmed, None);
}

#[test]
fn what_nobody_was_asked_is_null_and_not_0() {
    let mut survey = survey(&["A", "A", "B", "B"], &[(0, 1), (2, 3), (0, 2), (1, 3)]);
    let of = |survey: &Survey| {
        let report = run(survey, &Selection::working(survey));
        let pairs = report.department_pairs.expect("few departments");
        (report.silo.binding, pairs[0].binding)
    };
    assert_eq!(of(&survey), (None, None));
    // A no inside says nothing of the pair.
    survey.ties[0].binding = Some(false);
    let (silo, pair) = of(&survey);
    let silo = silo.expect("somebody says no");
    assert_eq!((silo.internal, silo.share_internal), (0, Some(0.0)));
    assert_eq!(pair, None);
    survey.ties[2].binding = Some(false);
    assert_eq!(of(&survey).1, Some(0));
    survey.ties[3].binding = Some(true);
    assert_eq!(of(&survey).1, Some(1));
    // Of no pair did both answer.
    for (at, presence) in survey.presences.iter_mut().enumerate() {
        presence.answered = Some(at == 0);
    }
    let silo = run(&survey, &Selection::working(&survey)).silo;
    assert_eq!(silo.confirmed, None);
}
