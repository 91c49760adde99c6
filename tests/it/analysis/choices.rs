//! The silo figure under other choices of strength and of who is counted.

use miteinander::analysis::{
    Audience, BesideLabels, Inclusion, Options, Robustness, Selection, SiloReport, Variant, report,
};
use miteinander::domain::{DepartmentKind, Presence, Survey};

use super::networks::{planted, presence, read, shared, survey, tie};

fn run(survey: &Survey, selection: &Selection) -> SiloReport {
    let closed = Options {
        permutations: 0,
        seed: 1,
        ..Options::default()
    };
    report(survey, selection, &closed).expect("the selection fits")
}

fn figures(survey: &Survey) -> SiloReport {
    run(survey, &Selection::working(survey))
}

fn of(report: &SiloReport) -> BesideLabels {
    let silo = &report.silo;
    BesideLabels {
        e_i: silo.e_i,
        expected: silo.expected,
        sd: silo.sd,
        z: silo.z,
        segregation: silo.segregation,
        sd_segregation: silo.sd_segregation,
    }
}

fn variant(report: &SiloReport, variant: Variant) -> &Robustness {
    let found = report.robustness.iter().find(|row| row.variant == variant);
    found.unwrap_or_else(|| panic!("{variant:?} is missing"))
}

fn variants(report: &SiloReport) -> Vec<Variant> {
    report.robustness.iter().map(|row| row.variant).collect()
}

#[test]
fn each_threshold_has_the_figures_of_a_report_at_it() {
    let survey = planted(80, 5, 300, 6, 3);
    for in_force in [1.0, 2.5, 3.0, 7.0] {
        for directed in [false, true] {
            let at = |min_strength| Selection {
                min_strength,
                directed,
                ..Selection::working(&survey)
            };
            let report = run(&survey, &at(in_force));
            let thresholds: Vec<f64> = report
                .by_threshold
                .iter()
                .map(|row| row.min_strength)
                .collect();
            let mut expected = vec![1.0, 2.0, 3.0, 4.0, 5.0];
            if !expected.contains(&in_force) {
                expected.push(in_force);
                expected.sort_by(f64::total_cmp);
            }
            assert_eq!(thresholds, expected);
            for row in &report.by_threshold {
                let alone = run(&survey, &at(row.min_strength));
                assert_eq!((row.ties, row.figures), (alone.ties, of(&alone)));
            }
        }
    }
}

#[test]
fn a_threshold_that_keeps_no_tie_is_told_only_if_it_is_in_force() {
    let mut survey = survey(&["A", "A", "B"], &[]);
    survey.ties = vec![tie(0, 1, Some(2.0)), tie(1, 2, Some(4.0))];
    let thresholds = |min_strength| -> Vec<(f64, usize)> {
        let selection = Selection {
            min_strength,
            ..Selection::working(&survey)
        };
        let rows = run(&survey, &selection).by_threshold;
        rows.iter()
            .map(|row| (row.min_strength, row.ties))
            .collect()
    };
    assert_eq!(thresholds(1.0), [(1.0, 2), (2.0, 2), (3.0, 1), (4.0, 1)]);
    assert_eq!(
        thresholds(5.0),
        [(1.0, 2), (2.0, 2), (3.0, 1), (4.0, 1), (5.0, 0)]
    );
}

#[test]
fn eleven_agencies_are_more_apart_the_stronger_the_ties() {
    let Some(folder) = shared() else { return };
    let report = figures(&read(&folder.join("dhhs_collab"), "collab"));
    for (row, segregation) in report
        .by_threshold
        .iter()
        .zip([0.276_012, 0.361_871, 0.489_823])
    {
        assert!(
            (row.figures.segregation.expect("ties") - segregation).abs() < 5e-7,
            "{row:?}"
        );
    }
    assert_eq!(report.by_threshold.len(), 4);
}

#[test]
fn without_answers_core_team_or_offices_there_is_nothing_to_vary() {
    let report = figures(&planted(40, 4, 120, 5, 1));
    assert_eq!(variants(&report), [Variant::All]);
    let all = variant(&report, Variant::All);
    assert_eq!(
        (all.actors, all.ties, all.figures),
        (40, report.ties, of(&report))
    );
}

/// Forty functions in four departments, the last of them a provider; every fifth is silent, 0, 1, 2 and 4 are the core team.
fn district() -> Survey {
    let mut survey = planted(40, 4, 160, 6, 2);
    survey.presences = (0..40)
        .map(|at| Presence {
            department: Some(at % 4),
            answered: Some(at % 5 != 0),
            core_team: [0, 1, 2, 4].contains(&at),
            ..presence(at)
        })
        .collect();
    for (department, at) in survey.departments.iter_mut().zip(0..) {
        department.kind = Some(match at {
            3 => DepartmentKind::Provider,
            _ => DepartmentKind::Office,
        });
    }
    survey
}

/// The figures of the same ties among those actors only.
fn only(survey: &Survey, stays: impl Fn(u32) -> bool) -> SiloReport {
    let mut less = survey.clone();
    less.ties.retain(|tie| stays(tie.from) && stays(tie.to));
    for (at, value) in (0..).zip(&mut less.columns[0].values) {
        if !stays(at) {
            *value = None;
        }
    }
    figures(&less)
}

#[test]
fn each_variant_has_its_own_expectation() {
    let survey = district();
    let report = run(
        &survey,
        &Selection {
            scope: Inclusion::Offices,
            ..Selection::working(&survey)
        },
    );
    assert_eq!(
        variants(&report),
        [
            Variant::All,
            Variant::BothAnswered,
            Variant::SilentLeftOut,
            Variant::WithoutCoreTeam,
            Variant::AllDepartments
        ]
    );
    let office = |at: u32| at % 4 != 3;
    for (name, alone) in [
        (Variant::All, only(&survey, office)),
        (
            Variant::SilentLeftOut,
            only(&survey, |at| office(at) && at % 5 != 0),
        ),
        (
            Variant::WithoutCoreTeam,
            only(&survey, |at| office(at) && ![0, 1, 2, 4].contains(&at)),
        ),
        (Variant::AllDepartments, only(&survey, |_| true)),
    ] {
        let row = variant(&report, name);
        assert_eq!(
            (row.ties, row.figures),
            (alone.ties, of(&alone)),
            "{name:?}"
        );
    }
    // The same ties as without the silent: these are there, but departments are dealt to them apart.
    let (both, left) = (
        variant(&report, Variant::BothAnswered),
        variant(&report, Variant::SilentLeftOut),
    );
    assert_eq!((both.actors, left.actors), (30, 24));
    assert_eq!((both.ties, both.figures.e_i), (left.ties, left.figures.e_i));
    assert_eq!(both.figures, left.figures);
}

#[test]
fn leaders_see_no_variants_that_differ_by_one_or_two_functions() {
    let mut survey = district();
    let leaders = Selection {
        scope: Inclusion::Offices,
        audience: Audience::Leadership,
        ..Selection::working(&survey)
    };
    assert_eq!(run(&survey, &leaders).robustness.len(), 5);
    // A core team of two: without it, the ties of two functions would be the difference.
    for presence in &mut survey.presences {
        presence.core_team &= presence.actor < 2;
    }
    let report = run(&survey, &leaders);
    assert!(!variants(&report).contains(&Variant::WithoutCoreTeam));
    assert_eq!(report.robustness.len(), 4);
    // One silent function more or less is told by neither of the two variants about answers.
    for presence in &mut survey.presences {
        presence.answered = Some(presence.actor != 5);
    }
    let report = run(&survey, &leaders);
    assert_eq!(variants(&report), [Variant::All, Variant::AllDepartments]);
    let thresholds: Vec<f64> = report
        .by_threshold
        .iter()
        .map(|row| row.min_strength)
        .collect();
    assert_eq!(thresholds, [1.0, 2.0, 3.0]);
}

#[test]
fn assortativity_is_undefined_where_all_ties_are_in_one_department() {
    let none = |departments: &[&str], ties: &[(u32, u32)]| {
        let survey = survey(departments, ties);
        [false, true].map(|directed| {
            let selection = Selection {
                directed,
                ..Selection::working(&survey)
            };
            run(&survey, &selection).silo.assortativity
        })
    };
    assert_eq!(none(&["A", "A", "B"], &[]), [None, None]);
    assert_eq!(none(&["A", "A", "B"], &[(0, 1)]), [None, None]);
    assert_eq!(none(&["A", "B"], &[(0, 1)]), [Some(-1.0), Some(0.0)]);
}
