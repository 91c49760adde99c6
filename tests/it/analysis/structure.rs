//! What holds small networks together, worked out by hand.

use miteinander::analysis::structure::centralization::Degrees;
use miteinander::analysis::structure::cores::cores;
use miteinander::analysis::structure::cuts::Cuts;
use miteinander::analysis::{Graph, Options, Selection, SiloReport, report};
use miteinander::domain::Survey;

use super::networks::survey;

fn figures(survey: &Survey, directed: bool) -> SiloReport {
    let selection = Selection {
        directed,
        ..Selection::working(survey)
    };
    let options = Options {
        permutations: 0,
        actors: true,
        ..Options::default()
    };
    report(survey, &selection, &options).expect("fits")
}

fn near(ours: Option<f64>, theirs: f64) {
    let ours = ours.expect("it is defined");
    assert!((ours - theirs).abs() < 1e-12, "{ours} {theirs}");
}

#[test]
fn a_star_is_as_central_as_can_be() {
    let star = survey(&["A"; 5], &[(0, 1), (0, 2), (0, 3), (0, 4)]);
    let report = figures(&star, false);
    let Degrees::Undirected { degree } = report.centralization.degrees else {
        panic!("ties have no direction")
    };
    near(degree, 1.0);
    near(report.centralization.betweenness, 1.0);
    near(report.centralization.closeness, 1.0);
    assert_eq!((report.transitivity, report.reciprocity), (Some(0.0), None));
    let bridges = report.bridges.expect("the working view");
    assert_eq!(bridges.len(), 4);
    assert_eq!(bridges[0], ["0", "1"]);

    let arcs = figures(&star, true);
    let Degrees::Directed {
        in_degree,
        out_degree,
    } = arcs.centralization.degrees
    else {
        panic!("arcs have a direction")
    };
    near(out_degree, 1.0);
    // One arc to each but the first: four times 1 − 1 and once 1 − 0, of 16.
    near(in_degree, 1.0 / 16.0);
    // No arc leads on from the four.
    near(arcs.centralization.betweenness, 0.0);
    near(arcs.centralization.closeness, 1.0);
    assert_eq!(arcs.reciprocity, Some(0.0));
}

#[test]
fn two_triangles_joined_by_a_tie_hang_on_its_ends() {
    let survey = survey(
        &["A", "A", "A", "B", "B", "B"],
        &[
            (0, 1),
            (1, 2),
            (0, 2),
            (2, 3),
            (3, 4),
            (4, 5),
            (3, 5),
            (3, 2),
        ],
    );
    let report = figures(&survey, true);
    assert_eq!(report.bridges, Some(vec![["2".to_owned(), "3".to_owned()]]));
    let actors = report.actor_figures.expect("asked for");
    let cut: Vec<&str> = actors
        .iter()
        .filter(|actor| actor.cut_point)
        .map(|actor| actor.actor.as_str())
        .collect();
    assert_eq!(cut, ["2", "3"]);
    assert!(actors.iter().all(|actor| actor.core == 2));
    // Two triangles of ten paths; of eight arcs two answer each other.
    near(report.transitivity, 0.6);
    near(report.reciprocity, 0.25);
}

#[test]
fn what_is_undefined_of_few_actors_is_null() {
    let none = figures(&survey(&[], &[]), false);
    let one = figures(&survey(&["A"], &[]), false);
    let two = figures(&survey(&["A", "B"], &[(0, 1)]), false);
    let apart = figures(&survey(&["A", "B", "B"], &[(0, 1)]), false);
    for report in [&none, &one, &two] {
        let degree = report.centralization.degrees;
        assert_eq!(degree, Degrees::Undirected { degree: None });
        assert_eq!(report.centralization.betweenness, None);
        assert_eq!(report.centralization.closeness, None);
    }
    assert_eq!(two.transitivity, None, "nobody has two ties");
    assert_eq!(apart.centralization.closeness, None, "not connected");
    near(apart.centralization.betweenness, 0.0);
    let arcs = figures(&survey(&["A", "B"], &[]), true);
    assert_eq!(arcs.reciprocity, None, "no arc");
}

#[test]
fn a_chain_of_a_hundred_thousand_is_walked_without_a_deep_stack() {
    let n = 100_000_u32;
    let chain: Vec<(u32, u32)> = (1..n).map(|at| (at - 1, at)).collect();
    let mut survey = survey(&[], &chain);
    survey.actors = (0..n)
        .map(|at| super::networks::actor(&at.to_string()))
        .collect();
    survey.presences = (0..n).map(super::networks::presence).collect();
    survey.columns[0].values = vec![Some("A".to_owned()); n as usize];
    let graph = Graph::select(&survey, &Selection::working(&survey)).expect("fits");
    let cuts = Cuts::of(&graph);
    assert_eq!(cuts.bridges.len(), 99_999);
    assert_eq!(cuts.points.iter().filter(|cut| **cut).count(), 99_998);
    assert!(cores(&graph).iter().all(|core| *core == 1));
}

#[test]
fn more_shortest_paths_than_a_number_holds_are_no_nan() {
    // Each of 1,100 rhombs in a row doubles the paths: 2¹¹⁰⁰ from end to end.
    let rhombs = 1_100;
    let ties: Vec<(u32, u32)> = (0..rhombs)
        .map(|at| 3 * at)
        .flat_map(|at| {
            [
                (at, at + 1),
                (at, at + 2),
                (at + 1, at + 3),
                (at + 2, at + 3),
            ]
        })
        .collect();
    let names = vec!["A"; 3 * rhombs as usize + 1];
    let report = figures(&survey(&names, &ties), false);
    assert_eq!(report.centralization.betweenness, None);
    let actors = report.actor_figures.expect("asked for");
    assert!(actors.iter().all(|actor| actor.betweenness.is_none()));
    assert!(report.centralization.closeness.is_some_and(f64::is_finite));
}
