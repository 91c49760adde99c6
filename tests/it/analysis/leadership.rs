//! What leaders see, and what they cannot work out.

use miteinander::analysis::chance::activity::ByActivity;
use miteinander::analysis::{
    Audience, Inclusion, Options, PairState, Selection, SelectionError, SiloReport, check_figures,
    compare, report,
};
use miteinander::domain::{DepartmentKind, Presence, Survey, SurveyPhase, SurveyTie};
use miteinander::text::Lang;
use serde_json::Value;

use super::networks::{actor, survey, tie};

/// Three offices of four functions, one of two, one of one; names that would be noticed anywhere.
fn district(ties: &[(u32, u32)]) -> Survey {
    let departments = [
        "Jugendamt",
        "Jugendamt",
        "Jugendamt",
        "Jugendamt",
        "Gesundheitsamt",
        "Gesundheitsamt",
        "Gesundheitsamt",
        "Gesundheitsamt",
        "Schulamt",
        "Schulamt",
        "Schulamt",
        "Schulamt",
        "QPK",
        "QPK",
        "Beauftragte",
    ];
    let mut survey = survey(&departments, ties);
    survey.from_district = true;
    survey.actors = (0..departments.len())
        .map(|at| actor(&format!("funktion-{at}")))
        .collect();
    survey.presences = (0..departments.len())
        .map(|at| Presence {
            asked: Some(true),
            answered: Some(true),
            phase: Some(0),
            ..survey.presences[at].clone()
        })
        .collect();
    for department in &mut survey.departments {
        department.kind = Some(DepartmentKind::Office);
    }
    survey.phases = vec![SurveyPhase {
        id: "1".to_owned(),
        name: "1".to_owned(),
    }];
    survey.ties = ties
        .iter()
        .map(|(a, b)| SurveyTie {
            phase: Some(0),
            ..tie(*a, *b, Some(3.0))
        })
        .collect();
    survey
}

const VISIBLE: [(u32, u32); 9] = [
    (0, 1),
    (1, 2),
    (0, 4),
    (5, 6),
    (4, 5),
    (8, 9),
    (9, 10),
    (10, 11),
    (1, 5),
];

fn leaders(survey: &Survey) -> SiloReport {
    let selection = Selection {
        audience: Audience::Leadership,
        ..Selection::working(survey)
    };
    report(
        survey,
        &selection,
        &Options {
            permutations: 199,
            seed: 1,
            ..Options::default()
        },
    )
    .expect("the defaults fit")
}

/// The district with more ties, of offices under three functions.
pub fn with(hidden: &[(u32, u32)]) -> Survey {
    district(&VISIBLE.iter().chain(hidden).copied().collect::<Vec<_>>())
}

#[test]
fn no_actor_is_named_to_leaders() {
    let survey = with(&[(12, 13), (12, 0), (14, 8)]);
    let text = leaders(&survey).to_json(Lang::De);
    assert!(!text.contains("funktion-"), "{text}");
    let json: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(json.get("isolates"), None);
    let change = {
        let selection = Selection {
            audience: Audience::Leadership,
            ..Selection::working(&survey)
        };
        compare(&survey, "1", "1", &selection)
            .expect("a phase")
            .to_json()
    };
    assert!(
        !change.contains("funktion-") && !change.contains("moved"),
        "{change}"
    );
}

#[test]
fn a_small_office_has_no_figures_and_its_pairs_only_a_state() {
    let report = leaders(&with(&[(12, 13), (12, 0), (14, 8)]));
    let qpk = report
        .department_figures
        .iter()
        .find(|figures| figures.department == "QPK")
        .expect("it is named");
    assert_eq!(
        (qpk.actors, qpk.internal, qpk.external, qpk.z, qpk.answered),
        (2, None, None, None, None)
    );
    assert_eq!((qpk.activity, qpk.verdict), (ByActivity::default(), None));
    for pair in report.department_pairs.expect("few departments") {
        let small = [&pair.a, &pair.b]
            .iter()
            .any(|name| ["QPK", "Beauftragte"].contains(&name.as_str()));
        assert_eq!(pair.ties.is_none(), small, "{} {}", pair.a, pair.b);
        if small {
            assert_eq!(
                (pair.possible, pair.density, pair.expected, pair.z),
                (None, None, None, None)
            );
            assert_eq!((pair.activity, pair.verdict), (ByActivity::default(), None));
        }
        let reported = [("Jugendamt", "QPK"), ("Beauftragte", "Schulamt")]
            .contains(&(pair.a.as_str(), pair.b.as_str()));
        assert_eq!(
            small && reported,
            small && pair.state == PairState::Reported,
            "{} {}",
            pair.a,
            pair.b
        );
    }
}

#[test]
fn nothing_hidden_can_be_worked_out_by_subtraction() {
    // The same states of all pairs, with one tie or with many behind them, and inside the small offices.
    let few = leaders(&with(&[(12, 0), (14, 8), (12, 4)]));
    let many = leaders(&with(&[
        (12, 13),
        (12, 0),
        (12, 1),
        (13, 2),
        (13, 3),
        (12, 4),
        (12, 5),
        (13, 6),
        (14, 8),
        (14, 9),
        (14, 10),
    ]));
    let numbers = |report: &SiloReport| {
        let mut json: Value = serde_json::from_str(&report.to_json(Lang::De)).expect("JSON");
        // Which pairs hang on one function is said of large offices; it is no number.
        json.as_object_mut()
            .expect("an object")
            .remove("single_links");
        json
    };
    assert_eq!(numbers(&few), numbers(&many), "a hidden tie moved a number");

    // And so every total is the sum of what is shown: the difference is always 0.
    let inside: u32 = many
        .department_figures
        .iter()
        .filter_map(|figures| figures.internal)
        .sum();
    let between: u32 = many
        .department_pairs
        .iter()
        .flatten()
        .filter_map(|pair| pair.ties)
        .sum();
    assert_eq!(
        (u64::from(inside), u64::from(between)),
        (many.silo.internal, many.silo.external)
    );
    assert_eq!(many.ties as u32, inside + between);
    for figures in many
        .department_figures
        .iter()
        .filter(|figures| figures.internal.is_some())
    {
        let name = &figures.department;
        let pairs = many
            .department_pairs
            .iter()
            .flatten()
            .filter(|pair| &pair.a == name || &pair.b == name);
        assert_eq!(
            figures.external,
            Some(pairs.filter_map(|pair| pair.ties).sum())
        );
    }
    assert_eq!(
        (
            many.left_out.ties,
            many.ties_below_threshold,
            many.ties_without_strength
        ),
        (None, None, None)
    );
}

#[test]
fn a_body_does_not_make_a_small_office_large() {
    let mut survey = with(&[(12, 13), (12, 0)]);
    survey.actors[14].kind = miteinander::domain::ActorKind::Body;
    survey.columns[0].values[14] = Some("QPK".to_owned());
    let selection = Selection {
        audience: Audience::Leadership,
        bodies: true,
        ..Selection::working(&survey)
    };
    let report = report(
        &survey,
        &selection,
        &Options {
            permutations: 0,
            seed: 1,
            ..Options::default()
        },
    )
    .expect("fits");
    let qpk = report
        .department_figures
        .iter()
        .find(|figures| figures.department == "QPK")
        .expect("it is named");
    assert_eq!((qpk.actors, qpk.internal), (2, None));
}

#[test]
fn who_holds_two_offices_together_is_not_named_to_leaders() {
    let survey = with(&[(12, 0), (12, 8)]);
    let links = leaders(&survey).single_links.expect("few departments");
    let told: Vec<_> = links
        .iter()
        .map(|link| (link.a.as_str(), link.b.as_str(), link.direct, &link.actor))
        .collect();
    // Jugendamt and Gesundheitsamt have ties at two ends each; the others only the QPK in common.
    assert_eq!(told, [("Jugendamt", "Schulamt", false, &None)]);
}

#[test]
fn leaders_get_no_free_selection_of_a_district() {
    let survey = with(&[]);
    let base = Selection {
        audience: Audience::Leadership,
        ..Selection::working(&survey)
    };
    let run = |selection: &Selection| {
        report(
            &survey,
            selection,
            &Options {
                permutations: 0,
                seed: 1,
                ..Options::default()
            },
        )
    };
    assert!(run(&base).is_ok());
    for free in [
        Selection {
            min_strength: 3.0,
            ..base.clone()
        },
        Selection {
            min_strength: 1.0,
            ..base.clone()
        },
        Selection {
            directed: true,
            ..base.clone()
        },
        Selection {
            kinds: vec!["referral".to_owned()],
            ..base.clone()
        },
        Selection {
            department: "section".to_owned(),
            ..base.clone()
        },
    ] {
        assert_eq!(run(&free), Err(SelectionError::NotForLeaders));
    }
    let all = Selection {
        scope: Inclusion::All,
        ..base.clone()
    };
    assert_eq!(check_figures(&survey, &base), Ok(()));
    let refused = check_figures(&survey, &all);
    assert_eq!(refused, Err(SelectionError::NotForLeaders));
}
