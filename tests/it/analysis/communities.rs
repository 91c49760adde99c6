//! The groups that the ties make, and how far the departments are those groups.

use miteinander::analysis::{
    Audience, Communities, Graph, Modularity, Options, Selection, Unwatched, partition::Partition,
    report,
};
use miteinander::domain::Survey;
use miteinander::text::Lang;
use proptest::prelude::*;

use super::networks::{planted, survey};

fn communities(survey: &Survey) -> Communities {
    let selection = Selection::working(survey);
    let graph = Graph::select(survey, &selection).expect("the defaults fit");
    Communities::of(&Partition::of(&graph, &selection), &Unwatched).expect("nobody stops it")
}

fn figures(departments: &[&str], ties: &[(u32, u32)]) -> Modularity {
    communities(&survey(departments, ties)).modularity
}

#[test]
fn two_triangles_with_a_tie_between_are_two_groups() {
    let ties = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3)];
    let same = figures(&["a", "a", "a", "b", "b", "b"], &ties);
    let by_hand = 6.0 / 7.0 - 2.0 * 0.25;
    assert!((same.departments.expect("ties") - by_hand).abs() < 1e-12);
    assert_eq!(same.best, same.departments);
    assert_eq!(same.best_groups, Some(2));
    assert_eq!((same.ari, same.nmi), (Some(1.0), Some(1.0)));

    let across = figures(&["a", "b", "a", "b", "a", "b"], &ties);
    assert!(across.departments.expect("ties") < 0.0);
    assert_eq!(across.best, same.best);
    // Of 15 pairs, 2 are together in both partitions and 6 in each; 36/15 were to be expected.
    assert!((across.ari.expect("two groups") - (2.0 - 2.4) / (6.0 - 2.4)).abs() < 1e-12);
}

#[test]
fn a_path_of_six_is_two_halves_whatever_the_departments() {
    let path = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)];
    for departments in [
        ["a"; 6],
        ["a", "b", "c", "d", "e", "f"],
        ["a", "b", "a", "a", "c", "c"],
    ] {
        let found = figures(&departments, &path);
        assert_eq!(found.best, Some(0.3), "{departments:?}");
    }
}

/// The highest modularity of all partitions, each written as the group of each actor, counted in order.
fn highest(n: usize, ties: &[(u32, u32)]) -> f64 {
    let mut degree = vec![0.0; n];
    for (a, b) in ties {
        degree[*a as usize] += 1.0;
        degree[*b as usize] += 1.0;
    }
    let m = ties.len() as f64;
    let modularity = |group: &[usize]| {
        let inside = ties
            .iter()
            .filter(|(a, b)| group[*a as usize] == group[*b as usize]);
        let sums = (0..n).map(|own| {
            let own = (0..n).filter(|at| group[*at] == own);
            own.map(|at| degree[at]).sum::<f64>()
        });
        inside.count() as f64 / m - sums.map(|sum| (sum / (2.0 * m)).powi(2)).sum::<f64>()
    };
    let mut partial = vec![(vec![0], 1)];
    for _ in 1..n {
        partial = partial
            .into_iter()
            .flat_map(|(group, count)| {
                (0..=count).map(move |own| {
                    let group = group.iter().copied().chain([own]).collect();
                    (group, count.max(own + 1))
                })
            })
            .collect::<Vec<(Vec<usize>, usize)>>();
    }
    let all = partial.iter().map(|(group, _)| modularity(group));
    all.fold(f64::MIN, f64::max)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn on_small_networks_no_partition_is_better(
        departments in prop::collection::vec(0_usize..3, 8),
        ties in prop::collection::btree_set((0_u32..8, 0_u32..8), 1..20),
    ) {
        let names: Vec<&str> = departments.iter().map(|at| ["a", "b", "c"][*at]).collect();
        let ties: Vec<(u32, u32)> = ties.into_iter().filter(|(a, b)| a < b).collect();
        if !ties.is_empty() {
            let found = figures(&names, &ties).best.expect("ties");
            prop_assert!((found - highest(8, &ties)).abs() < 1e-12);
        }
    }
}

#[test]
fn an_actor_without_a_tie_is_a_group_of_its_own() {
    let found = communities(&survey(&["a", "a", "b", "b"], &[(0, 1)]));
    assert_eq!(found.groups, Some(vec![1, 1, 2, 3]));
    assert_eq!(found.modularity.best_groups, Some(3));
}

#[test]
fn the_groups_are_told_by_id_on_request_and_never_to_leaders() {
    let survey = survey(&["a", "a", "a", "b"], &[(0, 1), (1, 2)]);
    let told = |actors, audience| {
        let selection = Selection {
            audience,
            ..Selection::working(&survey)
        };
        let options = Options {
            permutations: 0,
            actors,
            ..Options::default()
        };
        let report = report(&survey, &selection, &options).expect("the defaults fit");
        let json: serde_json::Value =
            serde_json::from_str(&report.to_json(Lang::De)).expect("JSON");
        json.get("best_partition").cloned()
    };
    let groups = serde_json::json!({ "0": 1, "1": 1, "2": 1, "3": 2 });
    assert_eq!(told(true, Audience::Working), Some(groups));
    assert_eq!(told(false, Audience::Working), None);
    assert_eq!(told(true, Audience::Leadership), None);
}

#[test]
fn agreement_with_a_single_group_is_undefined() {
    let one = figures(&["a", "a", "a"], &[(0, 1)]);
    assert_eq!((one.departments, one.ari, one.nmi), (Some(0.0), None, None));
    assert_eq!(one.best, Some(0.0));
    // Among all who are all tied no grouping is better than one group.
    let all = figures(&["a", "b", "c"], &[(0, 1), (0, 2), (1, 2)]);
    assert_eq!((all.best, all.best_groups), (Some(0.0), Some(1)));
    assert_eq!((all.ari, all.nmi), (None, None));
}

#[test]
fn without_a_tie_there_is_no_modularity() {
    assert_eq!(figures(&["a", "b"], &[]), Modularity::default());
    assert_eq!(figures(&[], &[]), Modularity::default());
}

#[test]
fn the_best_partition_is_the_same_whatever_the_number_of_cores() {
    for (actors, ties) in [(60, 200), (700, 4_000)] {
        let survey = planted(actors, 6, ties, 4, 7);
        let on = |cores| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(cores).build();
            pool.expect("threads").install(|| communities(&survey))
        };
        assert_eq!(on(1), on(5));
    }
}

#[test]
fn the_best_partition_is_no_worse_than_planted_departments() {
    // Hardly more ties inside than outside: a search from single actors alone would not find the departments.
    for seed in 0..5 {
        let found = communities(&planted(1_200, 40, 6_000, 5, seed)).modularity;
        assert!(found.best >= found.departments, "{found:?}");
    }
}
