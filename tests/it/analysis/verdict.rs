//! What may be said in a word, and when nothing may be said.

use miteinander::analysis::chance::activity::ByActivity;
use miteinander::analysis::verdict::{Distances, Side, of_department, of_pair, of_silo};
use miteinander::analysis::{
    Options, PairState, PairVerdict, Selection, SiloReport, Verdict, headline, report,
};
use miteinander::domain::{Presence, Survey};
use miteinander::text::Lang;
use miteinander::text::headline::Headline;

use super::networks::{Dice, planted, presence, read, shared, survey};

fn distances(labels: f64, activity: f64) -> Distances {
    let activity = ByActivity {
        z: Some(activity),
        ..ByActivity::default()
    };
    Distances::of(Some(labels), &activity)
}

fn side(actors: u32, answered: u32) -> Side {
    Side { actors, answered }
}

const HEARD: Side = Side {
    actors: 5,
    answered: 5,
};

fn figures(survey: &Survey) -> SiloReport {
    report(survey, &Selection::working(survey), &Options::default()).expect("the defaults fit")
}

#[test]
fn a_verdict_needs_both_null_models_to_agree() {
    let silo = |e_i| of_silo(e_i, 100, Some(20.0), &[HEARD; 3]);
    let department = |ties| of_department(ties, Some(20.0), HEARD);
    let pair = |ties| of_pair(ties, Some(20.0), [HEARD; 2], true);
    for (labels, activity, more, pair_more) in [
        (2.0, 2.0, Verdict::Closed, PairVerdict::Close),
        (-2.0, -2.0, Verdict::Open, PairVerdict::Gap),
        (2.0, 1.99, Verdict::AsChance, PairVerdict::AsChance),
        (1.99, 2.0, Verdict::AsChance, PairVerdict::AsChance),
        (2.1, -3.5, Verdict::AsChance, PairVerdict::AsChance),
        (0.0, 0.0, Verdict::AsChance, PairVerdict::AsChance),
    ] {
        assert_eq!(department(distances(labels, activity)), Some(more));
        assert_eq!(pair(distances(labels, activity)), Some(pair_more));
        // An E-I below what is expected is more inside.
        assert_eq!(silo(distances(-labels, -activity)), Some(more));
    }
    let without_spread = Distances::of(None, &ByActivity::default());
    assert_eq!(silo(without_spread), Some(Verdict::AsChance));
}

#[test]
fn what_is_too_small_is_not_judged() {
    let far = distances(5.0, 5.0);
    let small = Some(Verdict::TooSmall);
    assert_eq!(of_department(far, Some(2.99), HEARD), small);
    assert_eq!(of_department(far, None, HEARD), small);
    assert_eq!(of_department(far, Some(9.0), side(2, 2)), small);
    assert_eq!(of_silo(far, 19, Some(9.0), &[HEARD; 3]), small);
    assert_eq!(of_silo(far, 20, Some(2.9), &[HEARD; 3]), small);
    let two_large = [HEARD, HEARD, side(2, 2), side(1, 1)];
    assert_eq!(of_silo(far, 20, Some(9.0), &two_large), small);
    assert_eq!(
        of_pair(far, Some(9.0), [HEARD, side(2, 2)], true),
        Some(PairVerdict::TooSmall)
    );
    assert_eq!(
        of_pair(far, Some(2.9), [HEARD; 2], true),
        Some(PairVerdict::TooSmall)
    );
}

#[test]
fn where_under_half_answered_nothing_is_judged() {
    let far = distances(5.0, 5.0);
    assert_eq!(of_department(far, Some(9.0), side(5, 2)), None);
    assert!(of_department(far, Some(9.0), side(6, 3)).is_some());
    assert_eq!(of_pair(far, Some(9.0), [HEARD, side(5, 2)], true), None);
    assert_eq!(
        of_pair(far, Some(9.0), [side(5, 0); 2], false),
        Some(PairVerdict::NotAsked)
    );
    let half = [side(4, 2), side(4, 0), side(4, 4)];
    assert!(of_silo(far, 20, Some(9.0), &half).is_some());
    let less = [side(4, 2), side(4, 0), side(4, 3)];
    assert_eq!(of_silo(far, 20, Some(9.0), &less), None);
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
    assert!(report.silo.z.expect("ties") < -2.0 && report.silo.activity.z.expect("ties") < -2.0);
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
    assert_eq!(busy.expect("the pair").verdict, Some(PairVerdict::AsChance));
}

/// Five offices of six; the first is busy: its functions are tied with each other and with many others, who have
/// few ties of their own.
fn one_busy_office() -> Survey {
    let departments: Vec<String> = (0..30).map(|at| format!("Amt {}", at / 6)).collect();
    let departments: Vec<&str> = departments.iter().map(String::as_str).collect();
    let mut dice = Dice(3);
    let mut ties: Vec<(u32, u32)> = (0..6)
        .flat_map(|a| (a + 1..6).map(move |b| (a, b)))
        .collect();
    ties.extend((0..30).map(|_| (dice.below(6), 6 + dice.below(24))));
    ties.extend((0..12).map(|at| (6 + at, 12 + at)));
    survey(&departments, &ties)
}

#[test]
fn what_the_contacts_of_a_few_explain_is_told_with_that_reason() {
    let report = figures(&one_busy_office());
    let silo = &report.silo;
    assert!(silo.z.expect("ties") <= -2.0, "{silo:?}");
    assert!(silo.activity.z.expect("ties") > -2.0, "{silo:?}");
    assert_eq!(silo.verdict, Some(Verdict::AsChance));
    let headline = headline(&report);
    assert!(matches!(headline, Headline::MoreBySize(_)), "{headline:?}");
    let text = headline.sentence(Lang::De);
    assert!(
        text.starts_with(
            "Die Zusammenarbeit bleibt häufiger im eigenen Amt, als die Größe der Ämter erklärt: 15 von "
        ) && text.ends_with(
            "). Das kann daran liegen, dass einzelne Funktionen sehr viele Kontakte haben."
        ),
        "{text}"
    );
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
