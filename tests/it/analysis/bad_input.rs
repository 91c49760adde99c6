//! Networks about which little can be said: null, never NaN, never a panic.

use miteinander::analysis::{
    Audience, Options, Selection, SelectionError, SiloReport, Verdict, compare, headline, prose,
    report,
};
use miteinander::domain::{Survey, SurveyPhase};
use miteinander::text::Lang;

use super::networks::{planted, survey, tie};

/// Every view of a survey, checked for numbers that are none.
fn all_views(survey: &Survey) -> SiloReport {
    let mut first = None;
    for directed in [false, true] {
        for audience in [Audience::Working, Audience::Leadership] {
            let selection = Selection {
                directed,
                audience,
                ..Selection::working(survey)
            };
            let report = report(
                survey,
                &selection,
                &Options {
                    permutations: 99,
                    seed: 1,
                    ..Options::default()
                },
            )
            .expect("the defaults fit");
            let told = format!("{report:?}");
            assert!(!told.contains("NaN") && !told.contains("inf"), "{told}");
            assert!(!headline(&report).sentence(Lang::De).is_empty());
            assert!(!prose::report(&report, Lang::En).contains("NaN"));
            first.get_or_insert(report);
        }
    }
    let mut phased = survey.clone();
    phased.phases = ["1", "2"]
        .map(|id| SurveyPhase {
            id: id.to_owned(),
            name: id.to_owned(),
        })
        .to_vec();
    let change = compare(&phased, "1", "2", &Selection::working(survey)).expect("both phases");
    let told = format!("{change:?}");
    assert!(!told.contains("NaN") && !told.contains("inf"), "{told}");
    first.expect("at least one view")
}

#[test]
fn a_network_without_anybody_has_no_figures() {
    let report = all_views(&Survey::default());
    assert_eq!(
        (
            report.actors,
            report.ties,
            report.components,
            report.largest_component
        ),
        (0, 0, 0, 0)
    );
    assert_eq!(
        (
            report.density,
            report.silo.e_i,
            report.silo.expected,
            report.response
        ),
        (None, None, None, None)
    );
}

#[test]
fn one_actor_has_no_density() {
    let report = all_views(&survey(&["A"], &[]));
    assert_eq!((report.density, report.components), (None, 1));
    assert_eq!(report.department_figures[0].expected_internal, None);
}

#[test]
fn without_a_tie_there_is_no_e_i() {
    let report = all_views(&survey(&["A", "A", "B", "B"], &[]));
    let silo = &report.silo;
    assert_eq!(
        (silo.e_i, silo.expected, silo.sd, silo.z, silo.segregation),
        (None, None, None, None, None)
    );
    assert_eq!((silo.rescaled, silo.permutations.clone()), (None, None));
    assert_eq!(
        (silo.activity.chance.expected, silo.assortativity),
        (None, None)
    );
    assert_eq!((silo.verdict, silo.inside_asked), (None, false));
    assert_eq!(report.by_threshold.len(), 1, "the one in force");
    assert_eq!(report.isolates.expect("the working view").len(), 4);
    assert_eq!(report.density, Some(0.0));
}

#[test]
fn one_department_cannot_be_a_silo() {
    let report = all_views(&survey(&["A", "A", "A"], &[(0, 1), (1, 2)]));
    let silo = &report.silo;
    assert_eq!(
        (silo.e_i, silo.expected, silo.sd),
        (Some(-1.0), Some(-1.0), Some(0.0))
    );
    assert_eq!(
        (silo.z, silo.segregation, silo.rescaled),
        (None, None, None)
    );
    assert_eq!(report.department_pairs.expect("few departments").len(), 0);
}

#[test]
fn where_everybody_is_tied_to_everybody_nothing_is_far_from_chance() {
    let departments: Vec<&str> = (0..30).map(|at| ["A", "B", "C"][at % 3]).collect();
    let ties: Vec<(u32, u32)> = (0..30)
        .flat_map(|a| (a + 1..30).map(move |b| (a, b)))
        .collect();
    let report = all_views(&survey(&departments, &ties));
    let silo = &report.silo;
    assert_eq!((silo.z, silo.activity.chance.z), (None, None));
    assert_eq!(silo.activity.chance.expected, silo.e_i);
    assert_eq!(silo.verdict, None);
    let near_nothing = silo.segregation.expect("ties").abs();
    assert!(near_nothing < 1e-12, "{near_nothing}");
    for pair in report.department_pairs.expect("few departments") {
        assert_eq!((pair.z, pair.activity.z), (None, None));
        assert_eq!(pair.verdict, None);
    }
}

#[test]
fn a_star_has_one_possible_outcome_by_activity() {
    let departments: Vec<&str> = (0..40)
        .map(|at| ["A", "A", "A", "B", "C"][at % 5])
        .collect();
    let ties: Vec<(u32, u32)> = (1..40).map(|at| (0, at)).collect();
    let report = all_views(&survey(&departments, &ties));
    let silo = &report.silo;
    assert!(silo.z.is_some());
    assert_eq!(
        (silo.activity.chance.expected, silo.activity.chance.z),
        (silo.e_i, None)
    );
    assert_eq!(silo.verdict, None);
}

#[test]
fn where_each_is_its_own_department_nothing_stays_inside() {
    let report = all_views(&survey(&["A", "B", "C", "D"], &[(0, 1), (2, 3), (1, 2)]));
    assert_eq!(
        (report.silo.internal, report.silo.z, report.silo.rescaled),
        (0, None, None)
    );
    for figures in &report.department_figures {
        assert_eq!(
            (figures.internal, figures.expected_internal),
            (Some(0), Some(0.0))
        );
        assert_eq!(
            (figures.e_i, figures.density_internal, figures.z),
            (None, None, None)
        );
    }
}

#[test]
fn without_a_department_column_everybody_is_one_group() {
    let mut survey = survey(&["A", "B"], &[(0, 1)]);
    survey.columns.clear();
    let report = all_views(&survey);
    assert_eq!((report.departments, report.silo.e_i), (1, Some(-1.0)));
    let asked = Selection {
        department: "department".to_owned(),
        ..Selection::working(&survey)
    };
    let error = miteinander::analysis::report(&survey, &asked, &Options::default());
    assert!(matches!(error, Err(SelectionError::UnknownColumn { .. })));
}

#[test]
fn actors_without_a_department_are_left_out_and_counted() {
    let mut survey = survey(&["A", "A", "B", "-"], &[(0, 1), (1, 2), (2, 3)]);
    survey.columns[0].values[3] = None;
    let report = all_views(&survey);
    assert_eq!((report.actors, report.ties, report.departments), (4, 3, 2));
    assert_eq!(
        (
            report.left_out.actors,
            report.left_out.ties,
            report.left_out.bodies
        ),
        (1, Some(1), 0)
    );
    assert_eq!(report.silo.internal + report.silo.external, 2);
}

#[test]
fn strengths_that_are_no_numbers_are_ties_without_a_strength() {
    let mut survey = survey(&["A", "A", "B", "B"], &[]);
    survey.ties = vec![
        tie(0, 1, Some(f64::NAN)),
        tie(0, 2, Some(f64::INFINITY)),
        tie(0, 3, None),
        tie(1, 2, Some(-3.0)),
        tie(1, 3, Some(2.0)),
        tie(2, 2, Some(5.0)),
    ];
    let report = all_views(&survey);
    assert_eq!(report.ties, 1);
    assert_eq!(
        (report.ties_below_threshold, report.ties_without_strength),
        (Some(1), Some(3))
    );
}

#[test]
fn ten_thousand_departments_are_told_without_their_pairs() {
    let survey = planted(30_000, 10_000, 30_000, 3, 1);
    let selection = Selection::working(&survey);
    let report = report(
        &survey,
        &selection,
        &Options {
            permutations: 19,
            seed: 1,
            ..Options::default()
        },
    )
    .expect("fits");
    assert_eq!(report.department_figures.len(), 10_000);
    assert_eq!(
        (
            report.department_pairs.is_none(),
            report.single_links.is_none()
        ),
        (true, true)
    );
    let permutations = report.silo.permutations.expect("ties");
    assert_eq!(permutations.p_low, 0.05);
    assert!(report.silo.activity.chance.expected.expect("ties") > 0.999);
    assert_eq!(
        report.silo.verdict,
        Some(Verdict::TooSmall),
        "no department of three"
    );
    let p = report.department_figures[0].p_high.expect("permutations");
    assert!(p > 0.0 && p <= 1.0);
}

#[test]
fn a_selection_that_does_not_fit_names_what_is_known() {
    let mut survey = survey(&["A", "B"], &[(0, 1)]);
    survey.kinds = vec!["referral".to_owned()];
    survey.phases = vec![SurveyPhase {
        id: "p2".to_owned(),
        name: "2023–".to_owned(),
    }];
    let base = Selection::working(&survey);
    let say = |selection: Selection| {
        let error = report(&survey, &selection, &Options::default()).expect_err("it does not fit");
        error.say(Lang::De)
    };
    assert_eq!(
        say(Selection {
            department: "Ressort".to_owned(),
            ..base.clone()
        }),
        "Eine Spalte „Ressort“ gibt es nicht. Bekannt sind: department."
    );
    assert_eq!(
        say(Selection {
            kinds: vec!["gossip".to_owned()],
            ..base.clone()
        }),
        "Eine Art der Zusammenarbeit „gossip“ gibt es nicht. Bekannt sind: referral."
    );
    assert_eq!(
        say(Selection {
            phase: Some("p3".to_owned()),
            ..base.clone()
        }),
        "Die Förderphase „p3“ gibt es nicht. Bekannt sind: p2."
    );
    let nan = Selection {
        min_strength: f64::NAN,
        ..base.clone()
    };
    assert_eq!(
        report(&survey, &nan, &Options::default()),
        Err(SelectionError::BadThreshold)
    );
    let by_name = Selection {
        phase: Some("2023–".to_owned()),
        department: "Department".to_owned(),
        ..base
    };
    let found =
        report(&survey, &by_name, &Options::default()).expect("a name and another case will do");
    assert_eq!(found.phase.as_deref(), Some("p2"));
}
