//! What changed between phases.

use std::fs;

use miteinander::analysis::compare::redrawn;
use miteinander::analysis::{Comparison, Selection, compare};
use miteinander::domain::{Survey, SurveyPhase, SurveyTie};
use serde_json::Value;

use super::networks::{presence, read, shared, survey, tie};

fn phases(n: usize) -> Vec<SurveyPhase> {
    (1..=n)
        .map(|at| SurveyPhase {
            id: at.to_string(),
            name: format!("Phase {at}"),
        })
        .collect()
}

fn in_phase(phase: u16, from: u32, to: u32, strength: f64) -> SurveyTie {
    SurveyTie {
        phase: Some(phase),
        ..tie(from, to, Some(strength))
    }
}

fn run(survey: &Survey, min_strength: f64) -> Comparison {
    let selection = Selection {
        min_strength,
        ..Selection::working(survey)
    };
    compare(survey, "1", "2", &selection).expect("both phases are there")
}

#[test]
fn tie_changes_of_the_waves_are_those_of_rsiena() {
    let Some(folder) = shared() else { return };
    let text = fs::read_to_string(folder.join("waves.json")).expect("the waves");
    let waves: Value = serde_json::from_str(&text).expect("JSON");
    let mut compared = 0;
    for set in waves.as_array().expect("data sets") {
        let name = set["dataset"].as_str().expect("a name");
        let survey = read(
            &folder.join(name),
            set["relation"].as_str().expect("a relation"),
        );
        for change in set["computed_R"].as_array().expect("changes") {
            let wave = |key: &str| change[key].as_i64().expect("a wave").to_string();
            let selection = Selection {
                min_strength: set["threshold"].as_f64().expect("a threshold"),
                directed: !set["undirected"].as_bool().expect("directed or not"),
                ..Selection::working(&survey)
            };
            let ours =
                compare(&survey, &wave("from"), &wave("to"), &selection).expect("both waves");
            let what = format!("{name} {} to {}", wave("from"), wave("to"));
            assert_eq!(
                Some(ours.ties.kept as u64),
                change["n11"].as_u64(),
                "{what}"
            );
            assert_eq!(Some(ours.ties.new as u64), change["n01"].as_u64(), "{what}");
            assert_eq!(
                Some(ours.ties.ended as u64),
                change["n10"].as_u64(),
                "{what}"
            );
            let jaccard = change["jaccard"].as_f64().expect("an index");
            assert!(
                (ours.ties.jaccard.expect("ties") - jaccard).abs() < 1e-6,
                "{what}"
            );
            compared += 1;
        }
    }
    assert!(compared >= 10, "only {compared} changes were compared");
}

#[test]
fn the_dutch_students_opened_no_more_than_chance_gives() {
    let Some(folder) = shared() else { return };
    let survey = read(&folder.join("dutch_college"), "relation");
    let selection = Selection {
        department: "program".to_owned(),
        ..Selection::working(&survey)
    };
    let e_i = compare(&survey, "6", "7", &selection)
        .expect("both waves")
        .e_i;
    assert!(
        (e_i.expected_change.expect("ties") + 0.0070).abs() < 5e-5,
        "{e_i:?}"
    );
    assert!(
        (e_i.sd_change.expect("ties") - 0.0215).abs() < 5e-5,
        "{e_i:?}"
    );
    assert!(
        // Enumerated with fractions; the README of the networks cuts it to .366.
        (e_i.p_change.expect("ties") - 0.366_605_661_615_241).abs() < 1e-12,
        "{e_i:?}"
    );
}

#[test]
fn the_exact_test_is_that_of_all_ways_to_draw() {
    // 3 new and 4 ended pairs, of which 2 and 1 are internal: all 35 ways to choose which are the new ones.
    let (new, ended, kept) = ([3, 2], [4, 1], [5, 2]);
    let redrawn = redrawn(kept, new, ended).expect("ties in both phases");
    let internal = [true, true, true, false, false, false, false];
    let (mut changes, mut low, mut high) = (Vec::new(), 0, 0);
    for chosen in (0_u32..128).filter(|chosen| chosen.count_ones() == 3) {
        let x = (0..7)
            .filter(|at| chosen >> at & 1 == 1 && internal[*at])
            .count();
        let e_i = |inside: usize, ties: f64| 1.0 - 2.0 * inside as f64 / ties;
        changes.push(e_i(2 + x, 8.0) - e_i(2 + 3 - x, 9.0));
        low += usize::from(x <= 2);
        high += usize::from(x >= 2);
    }
    let n = changes.len() as f64;
    let mean = changes.iter().sum::<f64>() / n;
    let variance = changes
        .iter()
        .map(|change| (change - mean).powi(2))
        .sum::<f64>()
        / n;
    assert_eq!(changes.len(), 35);
    assert!((redrawn.expected_change - mean).abs() < 1e-12);
    assert!((redrawn.sd_change - variance.sqrt()).abs() < 1e-12);
    assert!((redrawn.p - (2.0 * low.min(high) as f64 / n).min(1.0)).abs() < 1e-12);
}

#[test]
fn nothing_changed_is_no_change() {
    let redrawn = redrawn([5, 2], [0, 0], [0, 0]).expect("ties in both phases");
    assert_eq!(
        (redrawn.expected_change, redrawn.sd_change, redrawn.p),
        (0.0, 0.0, 1.0)
    );
    assert_eq!(
        miteinander::analysis::compare::redrawn([0, 0], [3, 1], [0, 0]),
        None,
        "no tie in the first phase"
    );
}

#[test]
fn a_tie_below_the_threshold_has_ended_but_not_vanished() {
    let mut survey = survey(&["A", "A", "B", "B"], &[]);
    survey.phases = phases(2);
    survey.ties = vec![
        in_phase(0, 0, 1, 3.0),
        in_phase(0, 0, 2, 3.0),
        in_phase(0, 0, 3, 2.0),
        in_phase(0, 1, 2, 4.0),
        in_phase(1, 0, 1, 1.0),
        in_phase(1, 0, 2, 0.0),
        in_phase(1, 0, 3, 5.0),
        in_phase(1, 2, 1, 2.0),
        in_phase(1, 1, 3, 2.0),
    ];
    let ties = run(&survey, 2.0).ties;
    assert_eq!((ties.kept, ties.new, ties.ended), (2, 1, 2));
    assert_eq!(
        (ties.stronger, ties.weaker, ties.ended_but_weaker),
        (1, 1, 1)
    );
    assert_eq!(ties.jaccard, Some(0.4));
}

#[test]
fn a_move_reclassifies_kept_ties_and_nothing_else() {
    let mut survey = survey(&["A", "A", "B"], &[]);
    survey.phases = phases(2);
    // Actor 1 moves from A to B.
    survey.presences = vec![
        at_phase(0, 0),
        at_phase(0, 1),
        at_phase(1, 0),
        at_phase(1, 1),
        at_phase(2, 0),
        at_phase(2, 1),
    ];
    survey.columns[0].values = ["A", "A", "A", "B", "B", "B"]
        .iter()
        .map(|name| Some((*name).to_owned()))
        .collect();
    survey.ties = vec![
        in_phase(0, 0, 1, 2.0),
        in_phase(1, 0, 1, 2.0),
        in_phase(0, 1, 2, 2.0),
        in_phase(1, 1, 2, 2.0),
        in_phase(0, 0, 2, 2.0),
    ];
    let change = run(&survey, 1.0);
    assert_eq!(
        change.actors.moved,
        Some(vec![["1", "A", "B"].map(str::to_owned)])
    );
    assert_eq!(
        (
            change.reclassified.to_internal,
            change.reclassified.to_external
        ),
        (1, 1)
    );
    assert_eq!(
        (
            change.internal.kept,
            change.external.kept,
            change.external.ended
        ),
        (0, 0, 1)
    );
    // Only 0 and 2 stayed where they were; their one tie ended.
    assert_eq!((change.e_i.from, change.e_i.to), (Some(1.0), None));
    // What is told is told of the same two, so that the share is that of the counts beside it.
    assert_eq!((change.settled.functions, change.settled.moved), (2, 1));
    assert_eq!(change.counts(), [[1, 0], [0, 0]]);
    assert_eq!(change.told().ties, [0, 1, 0]);
    let pairs = change.department_pairs.expect("two departments");
    assert_eq!((pairs[0].from, pairs[0].to, pairs[0].ended), (2, 1, 1));
}

#[test]
fn pairs_not_seen_in_both_phases_say_nothing_about_change() {
    // Actor 3 is there in the second phase only; 1 and 2 never answer.
    let mut survey = present(&[
        (0, 0, true),
        (0, 1, true),
        (1, 0, false),
        (1, 1, false),
        (2, 0, false),
        (2, 1, false),
        (3, 1, true),
    ]);
    survey.ties = vec![
        in_phase(0, 0, 1, 2.0),
        in_phase(1, 0, 1, 2.0),
        in_phase(0, 1, 2, 2.0),
        in_phase(1, 3, 0, 2.0),
    ];
    let change = run(&survey, 1.0);
    assert_eq!(
        (change.ties.kept, change.ties.new, change.ties.ended),
        (1, 0, 0)
    );
    let all = change.ties_all.expect("the working view");
    assert_eq!((all.kept, all.new, all.ended), (1, 1, 1));
    assert_eq!(
        (
            change.actors.stayed,
            change.actors.joined,
            change.actors.left
        ),
        (3, 1, 0)
    );
}

#[test]
fn a_tie_to_somebody_who_left_without_an_answer_did_not_end() {
    // Actor 1 is there in the first phase only.
    let mut survey = present(&[
        (0, 0, true),
        (0, 1, true),
        (1, 0, false),
        (2, 0, true),
        (2, 1, true),
        (3, 0, true),
        (3, 1, true),
    ]);
    survey.ties = vec![
        in_phase(0, 0, 1, 2.0),
        in_phase(0, 2, 3, 2.0),
        in_phase(1, 2, 3, 2.0),
    ];
    let change = run(&survey, 1.0);
    assert_eq!((change.ties.kept, change.ties.ended), (1, 0));
    assert_eq!(change.internal.ended, 0);
    assert_eq!(change.actors.left, 1);
}

#[test]
fn a_doubtful_comparison_says_nothing_of_chance() {
    let mut survey = survey(&["A", "A", "B", "B"], &[]);
    survey.phases = phases(2);
    survey.ties = vec![
        in_phase(0, 0, 1, 2.0),
        in_phase(1, 0, 2, 2.0),
        in_phase(1, 1, 3, 2.0),
    ];
    let change = run(&survey, 1.0);
    assert!(change.comparable.warning.is_some(), "few ties");
    assert!(change.e_i.p_change.is_some(), "it could be said");
    assert_eq!(change.told().beyond_chance, None);
}

/// Two actors of A and two of B, each with its phases and whether it answered in them.
fn present(presences: &[(u32, u16, bool)]) -> Survey {
    let mut survey = survey(&["A", "A", "B", "B"], &[]);
    survey.phases = phases(2);
    survey.presences.clear();
    survey.columns[0].values.clear();
    for (actor, phase, answered) in presences {
        survey.presences.push(miteinander::domain::Presence {
            answered: Some(*answered),
            ..at_phase(*actor, *phase)
        });
        let department = if *actor < 2 { "A" } else { "B" };
        survey.columns[0].values.push(Some(department.to_owned()));
    }
    survey
}

fn at_phase(actor: u32, phase: u16) -> miteinander::domain::Presence {
    miteinander::domain::Presence {
        phase: Some(phase),
        ..presence(actor)
    }
}
