//! What is to be expected where each actor keeps its number of ties.

use miteinander::analysis::chance::activity::Activity;
use miteinander::analysis::counts::Counts;
use miteinander::analysis::partition::{Partition, pair_at};
use miteinander::analysis::{Graph, Options, Selection, SiloReport, Verdict, headline, report};
use miteinander::domain::Survey;
use miteinander::text::Lang;
use miteinander::text::headline::Headline;
use proptest::prelude::*;

use super::networks::{Dice, planted, read, shared, survey};

fn partition(survey: &Survey, directed: bool) -> Partition {
    let selection = Selection {
        directed,
        ..Selection::working(survey)
    };
    let graph = Graph::select(survey, &selection).expect("the defaults fit");
    Partition::of(&graph, &selection)
}

/// Actors in two departments by turns, with these ties.
fn tied(actors: u32, ties: &[(u32, u32)]) -> Partition {
    let departments: Vec<&str> = (0..actors)
        .map(|at| if at % 2 == 0 { "A" } else { "B" })
        .collect();
    partition(&survey(&departments, ties), false)
}

fn degrees(partition: &Partition) -> Vec<f64> {
    let mut degrees = vec![0.0; partition.len()];
    for end in partition.tied_pairs().as_flattened() {
        degrees[*end as usize] += 1.0;
    }
    degrees
}

/// That each actor is expected to have as many ties as it has, and all departments and pairs together all ties.
fn adds_up(partition: &Partition) -> Result<(), String> {
    let activity = Activity::of(partition);
    for (actor, degree) in (0..).zip(degrees(partition)) {
        let expected = activity.degree(actor);
        if (expected - degree).abs() > 1e-9 * (1.0 + degree) {
            return Err(format!("actor {actor}: {expected}, not {degree}"));
        }
    }
    let Some(between) = activity.pairs() else {
        return Ok(());
    };
    let inside = (0..partition.departments()).filter_map(|g| activity.department(g).expected);
    let between = between.iter().filter_map(|pair| pair.expected);
    let all: f64 = inside.sum::<f64>() + between.sum::<f64>();
    let ties = partition.tied_pairs().len() as f64;
    if partition.len() >= 2 && (all - ties).abs() > 1e-8 * (1.0 + ties) {
        return Err(format!("{all} ties, not {ties}"));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_expected_ties_of_all_pairs_sum_to_the_degrees(
        n in 1_u32..40,
        share in 0_u32..=100,
        seed: u64,
        directed: bool,
    ) {
        let mut dice = super::networks::Dice(seed);
        let ties: Vec<(u32, u32)> = (0..n)
            .flat_map(|a| (0..n).map(move |b| (a, b)))
            .filter(|_| dice.below(100) < share)
            .collect();
        let departments: Vec<&str> = (0..n).map(|at| ["A", "B", "C"][at as usize % 3]).collect();
        let checked = adds_up(&partition(&survey(&departments, &ties), directed));
        prop_assert!(checked.is_ok(), "{checked:?}");
    }

    /// Actors come one by one, each tied to nobody, to everybody so far, or to some of them: chances near or at their
    /// limits in many layers.
    #[test]
    fn layered_networks_sum_to_their_degrees_too(layers in prop::collection::vec((0_u8..4, any::<u64>()), 1..40)) {
        let mut ties = Vec::new();
        for (own, (how, some)) in (0_u32..).zip(&layers) {
            ties.extend((0..own).filter(|other| match how {
                0 => false,
                1 => true,
                2 => *other == (*some % 40) as u32,
                _ => some >> other & 7 != 0,
            }).map(|other| (other, own)));
        }
        let checked = adds_up(&tied(layers.len() as u32, &ties));
        prop_assert!(checked.is_ok(), "{checked:?}");
    }
}

#[test]
fn in_a_path_of_four_the_inner_two_are_always_tied() {
    // A: the ends 0 and 3; B: the inner 1 and 2.
    let partition = partition(
        &survey(&["A", "B", "B", "A"], &[(0, 1), (1, 2), (2, 3)]),
        false,
    );
    let activity = Activity::of(&partition);
    let near = |ours: Option<f64>, exact: f64| (ours.expect("four actors") - exact).abs() < 1e-9;
    assert!(near(activity.department(0).expected, 0.0));
    assert!(near(activity.department(1).expected, 1.0));
    let between = activity.pairs().expect("few departments")[0];
    assert!(near(between.expected, 2.0) && near(between.sd, 1.0));
    assert_eq!(activity.department(1).z, None, "nothing else can come out");
}

#[test]
fn where_all_have_the_same_number_of_ties_every_pair_is_as_likely() {
    let ring: Vec<(u32, u32)> = (0..20).map(|at| (at, (at + 1) % 20)).collect();
    let partition = tied(20, &ring);
    let activity = Activity::of(&partition);
    let p = 2.0 / 19.0;
    let inside = activity.department(0);
    assert!((inside.expected.expect("actors") - 45.0 * p).abs() < 1e-10);
    assert!((inside.sd.expect("actors").powi(2) - 45.0 * p * (1.0 - p)).abs() < 1e-10);
    let whole = activity.e_i().chance;
    assert!((whole.expected.expect("ties") - (1.0 - 2.0 * 90.0 * p / 20.0)).abs() < 1e-10);
}

#[test]
fn stars_and_complete_networks_leave_nothing_to_chance() {
    let star: Vec<(u32, u32)> = (1..50).map(|at| (0, at)).collect();
    let all: Vec<(u32, u32)> = (0..50)
        .flat_map(|a| (a + 1..50).map(move |b| (a, b)))
        .collect();
    for ties in [star, all] {
        let partition = tied(50, &ties);
        let activity = Activity::of(&partition);
        let counts = Counts::of(&partition);
        for g in 0..2 {
            let department = activity.department(g);
            assert_eq!(department.expected, Some(f64::from(counts.internal[g])));
            assert_eq!((department.sd, department.z), (Some(0.0), None));
        }
        assert_eq!(activity.e_i().chance.z, None);
    }
}

#[test]
fn nobody_and_nothing_have_no_expectation() {
    let none = Activity::of(&tied(4, &[]));
    assert_eq!(none.e_i().chance.expected, None);
    assert_eq!(
        (none.department(0).expected, none.department(0).z),
        (Some(0.0), None)
    );
    assert_eq!(Activity::of(&tied(1, &[])).department(0).expected, None);
    assert_eq!(Activity::of(&tied(0, &[])).pairs(), Some(Vec::new()));
}

#[test]
fn many_contacts_of_a_few_are_solved_as_well() {
    // Ten hubs with very different numbers of ties over two thousand others.
    let ties: Vec<(u32, u32)> = (0..10_u32)
        .flat_map(|hub| {
            (10 + hub..2_000)
                .step_by(1 + hub as usize * hub as usize)
                .map(move |at| (hub, at))
        })
        .collect();
    assert_eq!(adds_up(&tied(2_000, &ties)), Ok(()));
    let large = partition(&planted(20_000, 10_000, 60_000, 3, 1), false);
    assert_eq!(adds_up(&large), Ok(()));
}

fn of(network: &str, relation: &str, department: &str, min_strength: f64) -> Option<SiloReport> {
    let survey = read(&shared()?.join(network), relation);
    let selection = Selection {
        department: department.to_owned(),
        min_strength,
        ..Selection::working(&survey)
    };
    let closed = Options {
        permutations: 0,
        seed: 1,
        ..Options::default()
    };
    Some(report(&survey, &selection, &closed).expect("the selection fits"))
}

#[test]
fn real_networks_have_the_published_expectations() {
    for (network, relation, department, threshold, expected, sd) in [
        ("dhhs_collab", "collab", "department", 1.0, 0.551, 0.027),
        (
            "cross_parker_manufacturing",
            "aware",
            "location",
            4.0,
            0.436,
            0.022,
        ),
        ("tc_indiana", "cnt", "agency_cat", 1.0, 0.515, 0.041),
        (
            "krackhardt_hightech",
            "friendship",
            "group",
            1.0,
            0.563,
            0.072,
        ),
    ] {
        let Some(report) = of(network, relation, department, threshold) else {
            return;
        };
        let activity = report.silo.activity.chance;
        let near = |ours: Option<f64>, theirs: f64| (ours.expect("ties") - theirs).abs() < 5e-4;
        assert!(
            near(activity.expected, expected) && near(activity.sd, sd),
            "{network}: {activity:?}"
        );
    }
}

#[test]
fn two_agencies_with_many_ties_have_fewer_than_their_activity_lets_expect() {
    let Some(report) = of("dhhs_collab", "collab", "department", 1.0) else {
        return;
    };
    let names: Vec<&str> = report
        .department_figures
        .iter()
        .map(|figures| figures.department.as_str())
        .collect();
    let at = |name: &str| {
        names
            .iter()
            .position(|known| *known == name)
            .expect("an agency")
    };
    let pair = &report.department_pairs.expect("few departments")
        [pair_at(names.len(), at("CDC"), at("NIH"))];
    assert_eq!(pair.ties, Some(83));
    assert!((pair.activity.expected.expect("ties") - 103.1).abs() < 0.05);
    assert!((pair.activity.z.expect("a spread") + 3.5).abs() < 0.05);
    assert!((pair.z.expect("a spread") - 2.1).abs() < 0.05);
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
    let survey = one_busy_office();
    let report = report(&survey, &Selection::working(&survey), &Options::default())
        .expect("the defaults fit");
    let silo = &report.silo;
    assert!(silo.z.expect("ties") <= -2.0, "{silo:?}");
    assert!(silo.activity.chance.z.expect("ties") > -2.0, "{silo:?}");
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
