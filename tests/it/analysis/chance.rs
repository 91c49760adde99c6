//! What chance gives: closed form, enumeration and permutations.

use miteinander::analysis::chance::benjamini_hochberg;
use miteinander::analysis::chance::labels::{Expected, Moments};
use miteinander::analysis::chance::permutations::{permute, permute_whole};
use miteinander::analysis::counts::Counts;
use miteinander::analysis::partition::{Partition, pair_at};
use miteinander::analysis::{Graph, Selection, Unwatched};
use miteinander::domain::Survey;

use super::networks::{Dice, planted, survey};

fn partition(survey: &Survey, directed: bool) -> Partition {
    let selection = Selection {
        directed,
        ..Selection::working(survey)
    };
    let graph = Graph::select(survey, &selection).expect("the defaults fit");
    Partition::of(&graph, &selection)
}

/// The counts under every way to deal the labels.
fn enumerate(partition: &Partition) -> Vec<Counts> {
    let mut all = Vec::new();
    let mut dealt = partition.clone();
    heap(dealt.len(), &mut dealt, &mut |dealt| {
        all.push(Counts::of(dealt))
    });
    all
}

/// Heap's way through all orders.
fn heap(n: usize, dealt: &mut Partition, visit: &mut impl FnMut(&Partition)) {
    if n <= 1 {
        visit(dealt);
        return;
    }
    for i in 0..n {
        heap(n - 1, dealt, visit);
        dealt
            .group
            .swap(if n.is_multiple_of(2) { i } else { 0 }, n - 1);
    }
}

fn agree(closed: Option<Expected>, counts: impl Iterator<Item = u32>, what: &str) {
    let closed = closed.expect("two actors at least");
    let counts: Vec<f64> = counts.map(f64::from).collect();
    let n = counts.len() as f64;
    let mean = counts.iter().sum::<f64>() / n;
    let variance = counts
        .iter()
        .map(|count| (count - mean).powi(2))
        .sum::<f64>()
        / n;
    assert!(
        (closed.mean - mean).abs() < 1e-12,
        "{what}: mean {} and {mean}",
        closed.mean
    );
    assert!(
        (closed.sd.powi(2) - variance).abs() < 1e-12,
        "{what}: variance {} and {variance}",
        closed.sd.powi(2)
    );
}

#[test]
fn the_closed_form_is_the_mean_and_spread_of_all_ways_to_deal_the_labels() {
    let mut dice = Dice(7);
    for departments in [
        &["A", "A", "B", "B", "B", "C", "C"][..],
        &["A", "A", "A", "A", "B", "C"][..],
        &["A", "B", "C", "D"][..],
        &["A", "A", "B"][..],
        &["A", "A"][..],
        &["A", "A", "A", "A", "A"][..],
    ] {
        let n = departments.len() as u32;
        for directed in [false, true] {
            let ties: Vec<(u32, u32)> =
                (0..2 * n).map(|_| (dice.below(n), dice.below(n))).collect();
            let partition = partition(&survey(departments, &ties), directed);
            let moments = Moments::of(&partition);
            let all = enumerate(&partition);
            let what = format!("{departments:?} {ties:?} directed {directed}");
            let whole = all.iter().map(|counts| counts.internal.iter().sum());
            agree(moments.all_internal(&partition.sides()), whole, &what);
            let k = partition.departments();
            for a in 0..k {
                let side = partition.side(a);
                agree(
                    moments.inside(side),
                    all.iter().map(|counts| counts.internal[a]),
                    &what,
                );
                agree(
                    moments.outside(side),
                    all.iter().map(|counts| counts.external[a]),
                    &what,
                );
                for b in a + 1..k {
                    let pair = all
                        .iter()
                        .map(|counts| counts.pairs.as_ref().expect("few")[pair_at(k, a, b)]);
                    agree(moments.between(side, partition.side(b)), pair, &what);
                }
            }
        }
    }
}

#[test]
fn where_everybody_is_tied_to_everybody_chance_has_no_spread() {
    for n in [5_u32, 60, 300] {
        let departments: Vec<String> = (0..n).map(|at| format!("{}", at % 4)).collect();
        let departments: Vec<&str> = departments.iter().map(String::as_str).collect();
        let ties: Vec<(u32, u32)> = (0..n)
            .flat_map(|a| (a + 1..n).map(move |b| (a, b)))
            .collect();
        let partition = partition(&survey(&departments, &ties), false);
        let moments = Moments::of(&partition);
        assert_eq!(
            moments.all_internal(&partition.sides()).expect("actors").sd,
            0.0
        );
        assert_eq!(
            moments
                .between(partition.side(0), partition.side(1))
                .expect("actors")
                .sd,
            0.0
        );
    }
}

#[test]
fn permutations_spread_as_the_closed_form_says() {
    // One number of departments for each of the inner loops.
    for departments in [5, 12, 20, 50, 100, 200, 280, 400] {
        let partition = partition(&planted(1_200, departments, 6_000, 4, 3), false);
        let counts = Counts::of(&partition);
        let closed = Moments::of(&partition)
            .all_internal(&partition.sides())
            .expect("actors");
        let permuted = permute(&partition, &counts, 2_000, 1, &Unwatched)
            .expect("nobody stops it")
            .expect("ties");
        assert_eq!(permuted.internal.len(), 2_000);
        let (mean, sd) = permuted.moments();
        let error = closed.sd / 2_000_f64.sqrt();
        assert!(
            (mean - closed.mean).abs() < 5.0 * error,
            "{departments}: {mean} and {}",
            closed.mean
        );
        let sd = sd.expect("many");
        assert!(
            (sd / closed.sd - 1.0).abs() < 5.0 / 4_000_f64.sqrt(),
            "{departments}: {sd} and {}",
            closed.sd
        );
    }
}

#[test]
fn every_department_and_pair_is_compared_with_its_own_count() {
    for (departments, directed) in [
        (4, false),
        (12, true),
        (20, false),
        (280, false),
        (400, false),
    ] {
        let partition = partition(&planted(840, departments, 3_000, 4, 5), directed);
        let observed = Counts::of(&partition);
        let n = 1_500;
        let permuted = permute(&partition, &observed, n, 1, &Unwatched)
            .expect("nobody stops it")
            .expect("ties");
        let mut dice = Dice(11);
        let mut dealt = partition.clone();
        let k = partition.departments();
        let mut low = vec![0_u32; k];
        let mut pairs_high = vec![0_u32; observed.pairs.as_ref().map_or(0, Vec::len)];
        for _ in 0..n {
            for last in (1..dealt.group.len() as u32).rev() {
                dealt
                    .group
                    .swap(last as usize, dice.below(last + 1) as usize);
            }
            let counts = Counts::of(&dealt);
            for ((low, count), seen) in low.iter_mut().zip(&counts.internal).zip(&observed.internal)
            {
                *low += u32::from(count <= seen);
            }
            let pairs = counts
                .pairs
                .iter()
                .flatten()
                .zip(observed.pairs.iter().flatten());
            for (high, (count, seen)) in pairs_high.iter_mut().zip(pairs) {
                *high += u32::from(count >= seen);
            }
        }
        let error = 6.0 * (0.5 / f64::from(n)).sqrt();
        let near = |ours: u32, theirs: u32| {
            (f64::from(ours) - f64::from(theirs)).abs() / f64::from(n) < error
        };
        for (ours, theirs) in permuted.departments.iter().zip(&low) {
            assert!(
                near(ours.low, *theirs),
                "{departments} departments: {} and {theirs}",
                ours.low
            );
        }
        for (ours, theirs) in permuted.pairs.iter().flatten().zip(&pairs_high) {
            assert!(
                near(ours.high, *theirs),
                "{departments} departments, pairs: {} and {theirs}",
                ours.high
            );
        }
    }
}

#[test]
fn permutations_are_the_same_on_any_number_of_cores() {
    for departments in [12, 400] {
        let partition = partition(&planted(800, departments, 3_000, 5, 9), false);
        let counts = Counts::of(&partition);
        let on = |cores: usize, seed: u64| {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(cores)
                .build()
                .expect("threads");
            pool.install(|| {
                permute(&partition, &counts, 999, seed, &Unwatched).expect("nobody stops it")
            })
        };
        assert_eq!(on(1, 1), on(3, 1));
        assert_ne!(on(1, 1), on(1, 2), "another seed is another sample");
    }
}

#[test]
fn the_whole_alone_is_the_same_permutations() {
    for (departments, n) in [(12, 70), (280, 33), (400, 999)] {
        let partition = partition(&planted(840, departments, 3_000, 5, 9), false);
        let counts = Counts::of(&partition);
        let each = permute(&partition, &counts, n, 7, &Unwatched)
            .expect("nobody stops it")
            .expect("ties");
        let whole = permute_whole(&partition, &counts, n, 7, &Unwatched)
            .expect("nobody stops it")
            .expect("ties");
        assert_eq!(whole.internal, each.internal);
        assert_eq!(whole.all, each.all);
        assert_eq!(whole.internal.len(), n as usize);
        assert!(whole.departments.is_empty() && whole.pairs.is_none());
    }
}

#[test]
fn under_random_labels_a_small_p_is_as_rare_as_it_says() {
    let mut partition = partition(&planted(60, 5, 150, 0, 2), false);
    let mut dice = Dice(4);
    let runs = 600;
    // Of the whole, of the first department, and of the first pair, each to both sides.
    let mut small = [0; 6];
    for run in 0..runs {
        for last in (1..partition.group.len() as u32).rev() {
            partition
                .group
                .swap(last as usize, dice.below(last + 1) as usize);
        }
        let permuted = permute(&partition, &Counts::of(&partition), 199, run, &Unwatched)
            .expect("nobody stops it")
            .expect("ties");
        let pair = permuted.pairs.as_ref().expect("few departments")[0];
        let tallies = [permuted.all, permuted.departments[0], pair];
        let p = tallies.map(|tally| [tally.p_low(199), tally.p_high(199)]);
        for (small, p) in small.iter_mut().zip(p.as_flattened()) {
            *small += u32::from(*p <= 0.05);
        }
    }
    for small in small {
        let share = f64::from(small) / runs as f64;
        assert!(
            share <= 0.05 + 4.0 * (0.05 * 0.95 / runs as f64).sqrt(),
            "{share}"
        );
        assert!(small > 0, "small ones do occur");
    }
}

#[test]
fn q_is_that_of_benjamini_and_hochberg() {
    let q = benjamini_hochberg(&[0.01, 0.04, 0.03, 0.005]);
    for (ours, by_hand) in q.iter().zip([0.02, 0.04, 0.04, 0.02]) {
        assert!((ours - by_hand).abs() < 1e-15, "{q:?}");
    }
    assert!(benjamini_hochberg(&[]).is_empty());
}
