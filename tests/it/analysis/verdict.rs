//! What may be said in a word, and when nothing may be said.

use std::collections::BTreeSet;

use miteinander::analysis::chance::{benjamini_hochberg, normal_tails, two_sided};
use miteinander::analysis::verdict::{Distances, Ground, Side, Whole};
use miteinander::analysis::{
    DepartmentPair, Options, PairState, PairVerdict, Selection, SiloReport, Verdict, headline,
    report,
};
use miteinander::domain::{Presence, Survey};
use miteinander::text::Lang;
use miteinander::text::headline::{Headline, Said, TooSmall, Unsaid};

use super::networks::{planted, presence, read, shared, survey};

fn distances(labels: f64, activity: f64) -> Distances {
    Distances {
        labels: Some(labels),
        activity: Some(activity),
        fits: true,
    }
}

fn side(actors: u32, answered: u32) -> Side {
    Side { actors, answered }
}

const HEARD: Side = Side {
    actors: 5,
    answered: 5,
};

/// Two departments far from what is to be expected, with all that a statement needs.
const GROUND: Ground<'static> = Ground {
    ties: Distances {
        labels: Some(5.0),
        activity: Some(5.0),
        fits: true,
    },
    expected: Some(20.0),
    sides: &[HEARD; 2],
    inside_asked: true,
    asked: true,
};

const WHOLE: Whole<'static> = Whole {
    inside: GROUND.ties,
    ties: 100,
    expected: Some(20.0),
    departments: &[HEARD; 3],
    grouped: true,
    inside_asked: true,
};

fn figures(survey: &Survey) -> SiloReport {
    report(survey, &Selection::working(survey), &Options::default()).expect("the defaults fit")
}

#[test]
fn a_verdict_needs_both_null_models_to_agree() {
    for (labels, activity, more, pair_more) in [
        (2.0, 2.0, Verdict::Closed, PairVerdict::Close),
        (-2.0, -2.0, Verdict::Open, PairVerdict::Gap),
        (2.0, 1.99, Verdict::AsChance, PairVerdict::AsChance),
        (1.99, 2.0, Verdict::AsChance, PairVerdict::AsChance),
        (2.1, -3.5, Verdict::Mixed, PairVerdict::Mixed),
        (-2.0, 2.0, Verdict::Mixed, PairVerdict::Mixed),
        (0.0, 0.0, Verdict::AsChance, PairVerdict::AsChance),
    ] {
        let ties = distances(labels, activity);
        let ground = Ground { ties, ..GROUND };
        let sure = Some(0.05);
        assert_eq!(Verdict::of(ground.of_department(sure)), Some(more));
        assert_eq!(PairVerdict::of(ground.of_pair(sure)), Some(pair_more));
        let whole = Whole {
            inside: ties,
            ..WHOLE
        };
        assert_eq!(Verdict::of(whole.said()), Some(more));
    }
}

#[test]
fn among_many_a_large_q_leaves_a_hint_only() {
    for (labels, q, said) in [
        (3.0, Some(0.050_1), Said::MaybeClose),
        (3.0, None, Said::MaybeClose),
        (-3.0, Some(1.0), Said::MaybeGap),
        (-3.0, Some(0.01), Said::Gap),
    ] {
        let ground = Ground {
            ties: distances(labels, labels),
            ..GROUND
        };
        assert_eq!(ground.of_pair(q), said);
    }
    assert_eq!(GROUND.of_department(Some(0.06)), Said::MaybeClosed);
    let mixed = Ground {
        ties: distances(2.0, -2.0),
        ..GROUND
    };
    assert_eq!(mixed.of_pair(Some(1.0)), Said::MoreBySize);
}

#[test]
fn what_is_too_small_is_not_judged_and_says_why() {
    let small = |why: TooSmall| Said::TooSmall(why);
    for (expected, sides, why) in [
        (Some(2.99), [HEARD, HEARD], TooSmall::Expected),
        (None, [HEARD, HEARD], TooSmall::Expected),
        (Some(9.0), [HEARD, side(2, 2)], TooSmall::Actors),
        (Some(1.0), [side(2, 2), HEARD], TooSmall::Expected),
    ] {
        let ground = Ground {
            expected,
            sides: &sides,
            ..GROUND
        };
        assert_eq!(ground.of_pair(Some(0.0)), small(why));
    }
    let two_large = [HEARD, HEARD, side(2, 2), side(1, 1)];
    for (whole, why) in [
        (Whole { ties: 19, ..WHOLE }, TooSmall::Ties),
        (
            Whole {
                expected: Some(2.9),
                ..WHOLE
            },
            TooSmall::Expected,
        ),
        (
            Whole {
                departments: &two_large,
                ties: 3,
                ..WHOLE
            },
            TooSmall::Departments,
        ),
        (
            Whole {
                departments: &[],
                inside_asked: false,
                ..WHOLE
            },
            TooSmall::NoDepartments,
        ),
        (
            Whole {
                grouped: false,
                ..WHOLE
            },
            TooSmall::NoDepartments,
        ),
    ] {
        assert_eq!(whole.said(), small(why));
    }
}

#[test]
fn where_under_half_answered_nothing_is_judged() {
    let few = Said::Nothing(Unsaid::FewAnswered);
    let of = |sides: &[Side], asked: bool| {
        let ground = Ground {
            sides,
            asked,
            ..GROUND
        };
        ground.of_pair(Some(0.0))
    };
    assert_eq!(of(&[side(5, 2)], true), few);
    assert_eq!(of(&[side(6, 3)], true), Said::Close);
    assert_eq!(of(&[HEARD, side(5, 2)], true), few);
    assert_eq!(of(&[side(5, 0); 2], false), Said::NotAsked);
    let whole = |departments: &[Side]| {
        Whole {
            departments,
            ..WHOLE
        }
        .said()
    };
    assert_eq!(whole(&[side(4, 2), side(4, 0), side(4, 4)]), Said::Closed);
    assert_eq!(whole(&[side(4, 2), side(4, 0), side(4, 3)]), few);
}

#[test]
fn nothing_is_said_where_chance_has_no_spread_or_inside_was_not_asked() {
    let nothing = |why: Unsaid| Said::Nothing(why);
    let without = |labels, activity, fits| Distances {
        labels,
        activity,
        fits,
    };
    for (ties, why) in [
        (without(None, Some(5.0), true), Unsaid::NoSpread),
        (without(Some(5.0), None, true), Unsaid::NoSpread),
        (without(Some(5.0), None, false), Unsaid::NoFit),
    ] {
        // Before it is called too small.
        let ground = Ground {
            ties,
            expected: Some(1.0),
            ..GROUND
        };
        assert_eq!(ground.of_department(Some(0.0)), nothing(why));
        let whole = Whole {
            inside: ties,
            ties: 3,
            ..WHOLE
        };
        assert_eq!(whole.said(), nothing(why));
    }
    let ground = Ground {
        inside_asked: false,
        ..GROUND
    };
    assert_eq!(ground.of_pair(None), nothing(Unsaid::InsideNotAsked));
    let whole = Whole {
        inside_asked: false,
        ..WHOLE
    };
    assert_eq!(whole.said(), nothing(Unsaid::InsideNotAsked));
    assert_eq!(Verdict::of(whole.said()), None);
}

#[test]
fn all_work_with_all_is_no_closed_network() {
    let departments: Vec<String> = (0..16).map(|at| format!("Amt {}", at / 4)).collect();
    let departments: Vec<&str> = departments.iter().map(String::as_str).collect();
    let ties: Vec<(u32, u32)> = (0..16)
        .flat_map(|a| (a + 1..16).map(move |b| (a, b)))
        .collect();
    let report = figures(&survey(&departments, &ties));
    assert_eq!(report.silo.verdict, None);
    assert_eq!(
        headline(&report),
        Headline::NothingToCompare(Unsaid::NoSpread)
    );
    let pairs = report.department_pairs.expect("few departments");
    assert!(pairs.iter().all(|pair| pair.verdict.is_none()));
}

#[test]
fn without_departments_the_network_is_not_called_small() {
    let mut none = planted(60, 6, 200, 5, 1);
    none.columns[0].values.fill(None);
    let mut no_column = planted(60, 6, 200, 5, 1);
    no_column.columns.clear();
    for survey in [none, no_column] {
        let report = figures(&survey);
        assert_eq!(report.silo.verdict, Some(Verdict::TooSmall));
        assert_eq!(report.silo.too_small, Some(TooSmall::NoDepartments));
        assert_eq!(
            headline(&report).sentence(Lang::De),
            "Zur Versäulung ist keine Aussage möglich: Keine Funktion hat ein Amt."
        );
    }
}

#[test]
fn q_is_of_both_sides_over_the_pairs_that_are_judged() {
    let survey = planted(60, 6, 200, 5, 1);
    for permutations in [9_999, 99] {
        let options = Options {
            permutations,
            ..Options::default()
        };
        let report = report(&survey, &Selection::working(&survey), &options).expect("fits");
        let pairs = report.department_pairs.expect("few departments");
        let judged =
            |pair: &&DepartmentPair| !matches!(pair.verdict, None | Some(PairVerdict::TooSmall));
        let p = |pair: &DepartmentPair| match permutations {
            // Enough for the fifteen pairs.
            9_999 => two_sided(pair.p_low.expect("ran"), pair.p_high.expect("ran")),
            _ => normal_tails(pair.z.expect("a spread")),
        };
        let family: Vec<&DepartmentPair> = pairs.iter().filter(judged).collect();
        let p: Vec<f64> = family.iter().map(|pair| p(pair)).collect();
        assert!(!p.is_empty());
        let q = benjamini_hochberg(&p);
        for (pair, q) in family.iter().zip(q) {
            assert_eq!(pair.q, Some(q));
        }
        let others = pairs.iter().filter(|pair| !judged(pair));
        assert!(others.into_iter().all(|pair| pair.q.is_none()));
    }
    assert!((normal_tails(1.959_963_984_540_054) - 0.05).abs() < 1e-12);
    assert!((normal_tails(-3.0) - 0.002_699_796_063).abs() < 1e-12);
}

#[test]
fn every_verdict_has_a_word_and_a_sentence_of_its_own() {
    for lang in [Lang::De, Lang::En] {
        let sentences: BTreeSet<&str> = Said::ALL.iter().map(|said| said.sentence(lang)).collect();
        assert_eq!(sentences.len(), Said::ALL.len());
        assert!(Said::ALL.iter().all(|said| !said.word(lang).is_empty()));
    }
}

#[test]
fn a_report_carries_its_verdicts() {
    let report = figures(&planted(60, 6, 200, 8, 1));
    assert_eq!(report.silo.verdict, Some(Verdict::Closed));
    let closed = |verdict: &Option<Verdict>| *verdict == Some(Verdict::Closed);
    assert!(
        report
            .department_figures
            .iter()
            .any(|own| closed(&own.verdict))
    );
    assert!(
        report.silo.z.expect("ties") < -2.0 && report.silo.activity.chance.z.expect("ties") < -2.0
    );
    let json = report.to_json(Lang::De);
    assert!(json.contains(r#""verdict": "closed""#), "{json}");
}

#[test]
fn a_pair_nobody_answered_for_is_told_as_not_asked() {
    let mut survey = planted(60, 6, 200, 5, 1);
    // Departments 0 and 1 never answered: their pair has no verdict, and those with others none either.
    survey.presences = (0..60)
        .map(|at| Presence {
            answered: Some(at % 6 > 1),
            ..presence(at)
        })
        .collect();
    survey.ties.retain(|tie| tie.from % 6 > 1 || tie.to % 6 > 1);
    let report = figures(&survey);
    let pairs = report.department_pairs.expect("few departments");
    assert_eq!(pairs[0].state, PairState::NotAsked);
    assert_eq!(pairs[0].verdict, Some(PairVerdict::NotAsked));
    assert_eq!((pairs[0].z, pairs[0].activity.z), (None, None));
    assert!(pairs[0].activity.expected.is_some());
    assert_eq!(pairs[1].verdict, None);
    assert_eq!(report.department_figures[0].verdict, None);
    assert!(report.silo.verdict.is_some(), "two thirds of all answered");
}

#[test]
fn eleven_agencies_are_closed_though_a_busy_pair_is_not_close() {
    let Some(folder) = shared() else { return };
    let report = figures(&read(&folder.join("dhhs_collab"), "collab"));
    assert_eq!(report.silo.verdict, Some(Verdict::Closed));
    let pairs = report.department_pairs.expect("few departments");
    let busy = pairs.iter().find(|pair| pair.a == "CDC" && pair.b == "NIH");
    assert_eq!(busy.expect("the pair").verdict, Some(PairVerdict::Mixed));
}

#[test]
fn offices_of_which_under_half_answered_get_no_statement_whoever_else_did() {
    let mut survey = planted(60, 6, 200, 8, 1);
    // Two providers of which all answered, four offices of which nearly nobody did.
    for (at, value) in survey.columns[0].values.iter_mut().enumerate() {
        if at >= 20 {
            *value = None;
        }
    }
    survey.presences = (0..60)
        .map(|at| Presence {
            asked: Some(true),
            answered: Some(at >= 18),
            ..presence(at)
        })
        .collect();
    let report = figures(&survey);
    assert_eq!(report.silo.verdict, None);
    assert_eq!(
        headline(&report).sentence(Lang::De),
        "Noch keine Aussage möglich: 2 von 20 Funktionen haben geantwortet."
    );
}
