//! What must hold of any network.

use miteinander::analysis::{Options, Selection, SiloReport, report};
use miteinander::domain::Survey;
use proptest::prelude::*;

use super::networks::{survey, tie};

const NAMES: [&str; 5] = [
    "Jugendamt",
    "Gesundheitsamt",
    "QPK",
    "Schulamt",
    "Sozialamt",
];

/// Actors with departments, and ties among them; self-ties and doubles occur.
fn networks() -> impl Strategy<Value = (Vec<usize>, Vec<(u32, u32)>)> {
    (2_usize..14).prop_flat_map(|n| {
        let ties = prop::collection::vec((0..n as u32, 0..n as u32), 0..40);
        (prop::collection::vec(0..NAMES.len(), n), ties)
    })
}

fn of((departments, ties): &(Vec<usize>, Vec<(u32, u32)>)) -> Survey {
    let names: Vec<&str> = departments.iter().map(|at| NAMES[*at]).collect();
    survey(&names, ties)
}

fn figures(survey: &Survey, directed: bool, permutations: u32) -> SiloReport {
    let selection = Selection {
        directed,
        ..Selection::working(survey)
    };
    report(
        survey,
        &selection,
        &Options {
            permutations,
            seed: 1,
            ..Options::default()
        },
    )
    .expect("the defaults fit")
}

fn near(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() < 1e-9,
        (None, None) => true,
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn renaming_and_reordering_changes_no_figure(network in networks(), turn in 1_usize..13, directed: bool) {
        let (departments, ties) = &network;
        let n = departments.len();
        // Actors take other places, departments other names, rows another order.
        let place = |at: usize| (at + turn) % n;
        let mut moved = vec![0; n];
        for (at, department) in departments.iter().enumerate() {
            moved[place(at)] = (department + 2) % NAMES.len();
        }
        let turned = ties.iter().rev().map(|(a, b)| (place(*a as usize) as u32, place(*b as usize) as u32));
        let one = figures(&of(&network), directed, 0);
        let other = figures(&of(&(moved, turned.collect())), directed, 0);
        prop_assert_eq!((one.actors, one.ties, one.components), (other.actors, other.ties, other.components));
        prop_assert_eq!(one.silo.internal, other.silo.internal);
        prop_assert_eq!(one.silo.verdict, other.silo.verdict);
        for (one, other) in one.by_threshold.iter().zip(&other.by_threshold) {
            prop_assert!(near(one.figures.z, other.figures.z), "{:?} {:?}", one, other);
        }
        for (one, other) in [
            (one.density, other.density),
            (one.silo.e_i, other.silo.e_i),
            (one.silo.expected, other.silo.expected),
            (one.silo.sd, other.silo.sd),
            (one.silo.z, other.silo.z),
            (one.silo.segregation, other.silo.segregation),
            (one.silo.rescaled, other.silo.rescaled),
            (one.silo.activity.chance.expected, other.silo.activity.chance.expected),
            (one.silo.activity.chance.sd, other.silo.activity.chance.sd),
            (one.silo.assortativity, other.silo.assortativity),
            (one.silo.modularity.departments, other.silo.modularity.departments),
            (one.silo.modularity.best, other.silo.modularity.best),
        ] {
            prop_assert!(near(one, other), "{:?} {:?}", one, other);
        }
        for figures in &one.department_figures {
            let name = NAMES.iter().position(|name| *name == figures.department).expect("a name");
            let name = NAMES[(name + 2) % NAMES.len()];
            let same = other.department_figures.iter().find(|figures| figures.department == name);
            let same = same.expect("the department under its new name");
            prop_assert_eq!((figures.internal, figures.external), (same.internal, same.external));
            prop_assert!(near(figures.z, same.z) && near(figures.sd_internal, same.sd_internal));
            prop_assert!(near(figures.activity.expected, same.activity.expected));
            prop_assert_eq!(figures.verdict, same.verdict);
        }
    }

    #[test]
    fn a_tie_added_inside_a_department_never_raises_e_i(network in networks(), a in 0_usize..13, b in 0_usize..13) {
        let n = network.0.len();
        let (a, b) = (a % n, b % n);
        let before = figures(&of(&network), false, 0).silo;
        if a != b && network.0[a] == network.0[b] {
            let mut more = network.clone();
            more.1.push((a as u32, b as u32));
            let after = figures(&of(&more), false, 0).silo;
            if let (Some(before), Some(after)) = (before.e_i, after.e_i) {
                prop_assert!(after <= before, "{before} became {after}");
            }
        }
    }

    #[test]
    fn two_copies_that_share_departments_keep_e_i_and_q(network in networks(), directed: bool) {
        let (departments, ties) = &network;
        let n = departments.len() as u32;
        let twice: Vec<usize> = departments.iter().chain(departments).copied().collect();
        let copied = ties.iter().copied().chain(ties.iter().map(|(a, b)| (a + n, b + n)));
        let one = figures(&of(&network), directed, 0);
        let two = figures(&of(&(twice, copied.collect())), directed, 0);
        prop_assert!(near(one.silo.e_i, two.silo.e_i));
        prop_assert!(near(one.silo.modularity.departments, two.silo.modularity.departments));
        prop_assert_eq!(2 * one.components, two.components);
        for (one, two) in one.department_figures.iter().zip(&two.department_figures) {
            prop_assert_eq!(one.internal.map(|ties| 2 * ties), two.internal);
        }
    }

    #[test]
    fn counts_add_up_and_nothing_is_nan(network in networks(), directed: bool) {
        let report = figures(&of(&network), directed, 64);
        let text = format!("{report:?}");
        prop_assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
        let silo = &report.silo;
        prop_assert_eq!(silo.internal + silo.external, report.ties as u64);
        let inside: u32 = report.department_figures.iter().filter_map(|figures| figures.internal).sum();
        prop_assert_eq!(u64::from(inside), silo.internal);
        let between: u32 = report.department_pairs.iter().flatten().filter_map(|pair| pair.ties).sum();
        prop_assert_eq!(u64::from(between), silo.external);
        let expected: f64 = report.department_figures.iter().filter_map(|figures| figures.expected_internal).sum();
        prop_assert!(silo.expected_internal().is_none_or(|all| (all - expected).abs() < 1e-9));
        for p in report.department_pairs.iter().flatten().filter_map(|pair| Some([pair.p_low?, pair.q_low?])) {
            prop_assert!(p[0] > 0.0 && p[0] <= p[1] && p[1] <= 1.0, "{p:?}");
        }
    }

    #[test]
    fn stronger_thresholds_only_take_ties_away(network in networks(), strengths in prop::collection::vec(0_u8..6, 40)) {
        let mut survey = of(&network);
        for (row, strength) in survey.ties.iter_mut().zip(strengths) {
            *row = tie(row.from, row.to, Some(f64::from(strength)));
        }
        let mut before = None;
        for threshold in 0..7 {
            let selection = Selection { min_strength: f64::from(threshold), ..Selection::working(&survey) };
            let report = report(&survey, &selection, &Options { permutations: 0, ..Options::default() }).expect("fits");
            let below = report.ties_below_threshold.expect("the working view");
            let all = report.ties + below;
            prop_assert!(before.is_none_or(|(ties, known)| report.ties <= ties && all == known));
            before = Some((report.ties, all));
        }
    }
}
