//! Where not all answered: the null models over the pairs that could be reported.

use miteinander::analysis::chance::activity::Activity;
use miteinander::analysis::chance::labels::{Expected, Moments};
use miteinander::analysis::chance::permutations::permute;
use miteinander::analysis::counts::Counts;
use miteinander::analysis::partition::{Partition, pair_at};
use miteinander::analysis::{
    Graph, Options, Selection, SiloReport, Unwatched, Variant, compare, report,
};
use miteinander::domain::{Presence, Survey, SurveyPhase};

use super::networks::{Dice, planted, presence, survey};

/// The survey with the answers of these, the ties of whom nobody could report dropped.
fn answered(mut survey: Survey, heard: &dyn Fn(u32) -> bool, workshop: bool) -> Survey {
    for (at, row) in (0..).zip(&mut survey.presences) {
        *row = Presence {
            answered: Some(heard(at)),
            ..row.clone()
        };
    }
    survey
        .ties
        .retain(|tie| workshop || heard(tie.from) || heard(tie.to));
    survey
}

fn partition(survey: &Survey, directed: bool) -> Partition {
    let selection = Selection {
        directed,
        ..Selection::working(survey)
    };
    let graph = Graph::select(survey, &selection).expect("the defaults fit");
    Partition::of(&graph, &selection)
}

fn figures(survey: &Survey) -> SiloReport {
    report(survey, &Selection::working(survey), &Options::default()).expect("the defaults fit")
}

/// All orders of the labels at these places, one after the other.
fn orders(places: &[u32], at: usize, dealt: &mut Partition, see: &mut dyn FnMut(&mut Partition)) {
    if at + 1 >= places.len() {
        see(dealt);
        return;
    }
    for other in at..places.len() {
        let [one, two] = [places[at], places[other]].map(|place| place as usize);
        dealt.group.swap(one, two);
        orders(places, at + 1, dealt, see);
        dealt.group.swap(one, two);
    }
}

/// The counts under every way to deal the labels among those that answered, and among those that did not.
fn enumerate(partition: &Partition) -> Vec<Counts> {
    let mut all = Vec::new();
    let mut dealt = partition.clone();
    let [heard, silent] = &partition.strata;
    orders(heard, 0, &mut dealt, &mut |dealt| {
        orders(silent, 0, dealt, &mut |dealt| all.push(Counts::of(dealt)));
    });
    all
}

fn agree(closed: Option<Expected>, counts: impl Iterator<Item = u32>, what: &str) {
    let closed = closed.expect("two actors at least");
    let counts: Vec<f64> = counts.map(f64::from).collect();
    let n = counts.len() as f64;
    let mean = counts.iter().sum::<f64>() / n;
    let squares = counts.iter().map(|count| (count - mean).powi(2));
    let variance = squares.sum::<f64>() / n;
    let near = |ours: f64, theirs: f64| (ours - theirs).abs() < 1e-10;
    assert!(
        near(closed.mean, mean),
        "{what}: {} and {mean}",
        closed.mean
    );
    let ours = closed.sd.powi(2);
    assert!(near(ours, variance), "{what}: {ours} and {variance}");
}

/// Small networks of which some did not answer, with ties of workshops among these.
fn small() -> Vec<(Partition, String)> {
    let mut dice = Dice(11);
    let mut all = Vec::new();
    for (departments, silent) in [
        (&["A", "A", "B", "B", "B", "C", "C"][..], 0b101_0010_u32),
        (&["A", "A", "B", "B", "B", "C", "C"], 0b111_1000),
        (&["A", "A", "A", "B", "B", "C"], 0b00_0111),
        (&["A", "A", "B", "B", "C", "C", "C"], 0b000_0011),
        (&["A", "B", "A", "B", "A", "B", "B"], 0b111_1111),
        (&["A", "B", "A", "B"], 0b0001),
        (&["A", "A"], 0b01),
    ] {
        let n = departments.len() as u32;
        for (directed, workshop) in [(false, true), (true, true), (false, false), (true, false)] {
            let ties: Vec<(u32, u32)> =
                (0..2 * n).map(|_| (dice.below(n), dice.below(n))).collect();
            let survey = survey(departments, &ties);
            let survey = answered(survey, &|at| silent & 1 << at == 0, workshop);
            let what = format!("{departments:?} {silent:b} {ties:?} directed {directed}");
            all.push((partition(&survey, directed), what));
        }
    }
    all
}

#[test]
fn the_closed_form_is_the_mean_and_spread_of_all_ways_to_deal_each_stratum() {
    for (partition, what) in small() {
        let moments = Moments::of(&partition);
        let all = enumerate(&partition);
        let whole = all.iter().map(|counts| counts.internal.iter().sum());
        agree(moments.all_internal(&partition.sides()), whole, &what);
        let k = partition.departments();
        for a in 0..k {
            let side = partition.side(a);
            let internal = all.iter().map(|counts| counts.internal[a]);
            agree(moments.inside(side), internal, &what);
            let external = all.iter().map(|counts| counts.external[a]);
            agree(moments.outside(side), external, &what);
            for b in a + 1..k {
                let ties = |counts: &Counts| counts.pairs.as_ref().expect("few")[pair_at(k, a, b)];
                let between = moments.between(side, partition.side(b));
                agree(between, all.iter().map(ties), &what);
            }
        }
    }
}

#[test]
fn permutations_deal_each_stratum_by_itself() {
    for departments in [5, 20, 400] {
        let survey = planted(1_200, departments, 6_000, 4, 3);
        // The third of every department.
        let survey = answered(survey, &|at| at % 3 > 0, true);
        let partition = partition(&survey, false);
        let closed = Moments::of(&partition)
            .all_internal(&partition.sides())
            .expect("actors");
        let counts = Counts::of(&partition);
        let permuted = permute(&partition, &counts, 2_000, 1, &Unwatched)
            .expect("nobody stops it")
            .expect("ties");
        let (mean, sd) = permuted.moments();
        let error = closed.sd / 2_000_f64.sqrt();
        assert!((mean - closed.mean).abs() < 5.0 * error, "{departments}");
        let ratio = sd.expect("many") / closed.sd;
        assert!(
            (ratio - 1.0).abs() < 5.0 / 4_000_f64.sqrt(),
            "{departments}"
        );
    }
}

#[test]
fn permutations_of_a_small_network_are_its_ways_to_deal() {
    let (partition, what) = small().swap_remove(0);
    let all = enumerate(&partition);
    let counts = Counts::of(&partition);
    let n = 20_000;
    let permuted = permute(&partition, &counts, n, 1, &Unwatched)
        .expect("nobody stops it")
        .expect("ties");
    for g in 0..partition.departments() {
        let seen = counts.internal[g];
        let low = all.iter().filter(|counts| counts.internal[g] <= seen);
        let share = low.count() as f64 / all.len() as f64;
        let ours = permuted.departments[g].p_low(n);
        assert!((ours - share).abs() < 0.02, "{what}: {ours} and {share}");
    }
}

#[test]
fn a_stratum_in_one_department_has_no_spread() {
    // Who answered is all in A, who did not all in B: each way to deal gives the same.
    let survey = survey(&["A", "A", "A", "B", "B", "B"], &[(0, 1), (1, 3), (2, 4)]);
    let partition = partition(&answered(survey, &|at| at < 3, false), false);
    let closed = Moments::of(&partition).all_internal(&partition.sides());
    let closed = closed.expect("actors");
    assert_eq!((closed.mean, closed.sd), (1.0, 0.0));
}

#[test]
fn where_all_answered_the_figures_are_those_without_a_record_of_answers() {
    let plain = planted(60, 6, 200, 5, 1);
    let all = answered(plain.clone(), &|_| true, false);
    let (plain, all) = (figures(&plain), figures(&all));
    assert_eq!(plain.silo.expected, all.silo.expected);
    assert_eq!(plain.silo.sd, all.silo.sd);
    assert_eq!(plain.silo.permutations, all.silo.permutations);
    assert_eq!(plain.silo.activity, all.silo.activity);
    assert_eq!(plain.silo.rescaled, all.silo.rescaled);
    assert_eq!(plain.by_threshold, all.by_threshold);
    assert_eq!(plain.department_pairs, all.department_pairs);
}

#[test]
fn silent_functions_have_no_chance_of_a_tie_with_each_other() {
    let mut dice = Dice(3);
    for run in 0..60 {
        let n = 4 + dice.below(30);
        let share = dice.below(100);
        let heard: Vec<bool> = (0..n).map(|_| dice.below(100) < 60).collect();
        let ties: Vec<(u32, u32)> = (0..n)
            .flat_map(|a| (a + 1..n).map(move |b| (a, b)))
            .filter(|_| dice.below(100) < share)
            .collect();
        let departments: Vec<&str> = (0..n).map(|at| ["A", "B", "C"][at as usize % 3]).collect();
        let survey = answered(survey(&departments, &ties), &|at| heard[at as usize], true);
        let partition = partition(&survey, false);
        let activity = Activity::of(&partition);
        assert!(activity.fits(), "{run}");
        let mut degree = vec![0.0; partition.len()];
        for [a, b] in partition.heard_pairs() {
            assert!(!(partition.silent[a as usize] && partition.silent[b as usize]));
            degree[a as usize] += 1.0;
            degree[b as usize] += 1.0;
        }
        for (actor, degree) in (0..).zip(&degree) {
            let near = (activity.degree(actor) - degree).abs() < 1e-9 * (1.0 + degree);
            assert!(near, "{run}: {} and {degree}", activity.degree(actor));
        }
    }
}

#[test]
fn tied_to_all_that_answered_is_certain_for_who_did_not() {
    // 3 and 4 did not answer and are tied to all three that did; these are tied among themselves only in part.
    let ties = [(0, 3), (1, 3), (2, 3), (0, 4), (1, 4), (2, 4), (0, 1)];
    let survey = survey(&["A", "A", "B", "A", "B"], &ties);
    let activity = Activity::of(&partition(&answered(survey, &|at| at < 3, false), false));
    assert!(activity.fits());
    let inside: f64 = (0..2).filter_map(|g| activity.department(g).expected).sum();
    let between: f64 = activity.pairs().expect("few")[0].expected.expect("two");
    assert!((inside + between - 7.0).abs() < 1e-9);
    // What is certain adds no spread: 0–1 alone is left, and of three pairs it is not certain which.
    let spread = activity.pairs().expect("few")[0].sd.expect("two");
    assert!(spread < 1.0, "{spread}");
}

#[test]
fn ties_of_two_silent_functions_count_in_the_label_null_alone() {
    let survey = survey(
        &["A", "A", "A", "B", "B", "B"],
        &[(0, 1), (0, 3), (4, 5), (2, 5)],
    );
    let survey = answered(survey, &|at| at == 0 || at == 1 || at == 3, true);
    let report = figures(&survey);
    assert_eq!((report.silo.internal, report.silo.external), (2, 2));
    // 0–1 inside and 0–3 between; 4–5 and 2–5 nobody who answered could tell.
    assert_eq!(report.silo.activity.observed, Some(0.0));
    assert_eq!(report.silo.e_i, Some(0.0));
    let more = figures(&answered(survey, &|_| true, true));
    assert_eq!(more.silo.activity.observed, Some(0.0));
}

#[test]
fn the_bounds_of_what_is_possible_are_those_of_each_stratum() {
    // Two that answered, in A, with their tie; two of B that did not, each tied to one of A.
    let ties = [(0, 1), (0, 2), (1, 3)];
    let departments = ["A", "A", "B", "B"];
    let whole = figures(&survey(&departments, &ties)).silo.rescaled;
    assert_eq!(whole, Some(0.0), "one of 0 to 2 inside");
    let part = answered(survey(&departments, &ties), &|at| at < 2, false);
    assert_eq!(figures(&part).silo.rescaled, None, "always one inside");
}

#[test]
fn a_quarter_of_answers_missing_in_one_department_makes_no_gap() {
    // No structure; the first of four departments answered to half only.
    let mut far = 0;
    for seed in 0..20 {
        let survey = planted(80, 4, 400, 0, seed);
        let survey = answered(survey, &|at| at % 4 > 0 || at % 8 > 0, false);
        let pairs = figures(&survey).department_pairs.expect("few departments");
        far += pairs
            .iter()
            .filter(|pair| pair.z.is_some_and(|z| z.abs() > 3.0))
            .count();
    }
    assert!(
        far <= 3,
        "{far} of 120 pairs are three standard deviations off"
    );
}

#[test]
fn variants_of_robustness_are_compared_with_their_own_stratum() {
    let survey = planted(60, 6, 200, 5, 1);
    let survey = answered(survey, &|at| at % 4 > 0, false);
    let report = figures(&survey);
    let of = |variant: Variant| {
        let mut rows = report.robustness.iter();
        rows.find(|row| row.variant == variant).expect("it is told")
    };
    assert_eq!(of(Variant::All).figures.expected, report.silo.expected);
    // Ties among those that answered are dealt among these, whether the others are there or not.
    let (both, heard) = (of(Variant::BothAnswered), of(Variant::SilentLeftOut));
    assert_eq!(both.figures, heard.figures);
}

#[test]
fn a_comparison_expects_by_who_answered_in_both_phases() {
    let mut survey = survey(&["A", "A", "B", "B"], &[(0, 1), (0, 2), (1, 3)]);
    survey.phases = ["1", "2"]
        .map(|id| SurveyPhase {
            id: id.to_owned(),
            name: id.to_owned(),
        })
        .to_vec();
    let selection = Selection::working(&survey);
    let all = compare(&survey, "1", "2", &selection).expect("two phases");
    assert!((all.e_i.expected_to.expect("ties") - 1.0 / 3.0).abs() < 1e-12);
    survey.presences = (0..4)
        .map(|at| Presence {
            answered: Some(at < 2),
            ..presence(at)
        })
        .collect();
    let part = compare(&survey, "1", "2", &selection).expect("two phases");
    // 0 and 1 are both in A: their tie is always inside, those with B never.
    assert!((part.e_i.expected_to.expect("ties") - 1.0 / 3.0).abs() < 1e-12);
    assert_eq!(part.e_i.segregation_to.map(|s| s.abs() < 1e-12), Some(true));
}
