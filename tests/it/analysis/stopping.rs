//! A computation that nobody waits for any more ends, wherever it is.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use miteinander::analysis::chance::permutations::{permute, permute_whole};
use miteinander::analysis::counts::Counts;
use miteinander::analysis::partition::Partition;
use miteinander::analysis::structure::betweenness::{BetweennessMethod, betweenness};
use miteinander::analysis::structure::distance;
use miteinander::analysis::{
    Communities, Graph, Options, Progress, ReportError, Selection, Stage, report_watched,
};
use miteinander::domain::{Stop, Stopped, Survey};

use super::networks::planted;

/// A stop that is raised after it was asked so many times, and how often it was asked.
pub fn after(questions: usize) -> (Stop, Arc<AtomicUsize>) {
    let asked = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&asked);
    let stop = Stop::when(move || counted.fetch_add(1, Ordering::Relaxed) >= questions);
    (stop, asked)
}

fn network() -> (Survey, Selection) {
    let survey = planted(300, 6, 1_500, 5, 7);
    let selection = Selection::working(&survey);
    (survey, selection)
}

/// Leaves when a stage has done something.
struct Leaving {
    at: Stage,
    stop: AtomicUsize,
}

impl Progress for Leaving {
    fn at(&self, stage: Stage, share: f64) {
        if stage == self.at && share > 0.0 {
            self.stop.fetch_add(1, Ordering::Relaxed);
        }
    }

    fn stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed) > 0
    }
}

#[test]
fn permutations_for_days_end_after_the_blocks_under_way() {
    let (survey, selection) = network();
    let leaving = Leaving {
        at: Stage::Permutations,
        stop: AtomicUsize::new(0),
    };
    let options = Options {
        permutations: u32::MAX,
        ..Options::default()
    };
    let left = report_watched(&survey, &selection, &options, &leaving);
    assert_eq!(left, Err(ReportError::Stopped(Stopped)));
    let blocks = leaving.stop.into_inner();
    let cores = rayon::current_num_threads();
    assert!(blocks <= 2 * cores, "{blocks} blocks on {cores} cores");
}

#[test]
fn each_stage_of_a_report_can_be_left() {
    let (survey, selection) = network();
    let options = Options {
        permutations: 199,
        ..Options::default()
    };
    for at in [Stage::Permutations, Stage::Partition, Stage::ShortestPaths] {
        let stop = AtomicUsize::new(0);
        let left = report_watched(&survey, &selection, &options, &Leaving { at, stop });
        assert_eq!(left, Err(ReportError::Stopped(Stopped)), "{at:?}");
    }
}

#[test]
fn every_measure_with_a_loop_of_its_own_is_stopped() {
    let (survey, selection) = network();
    let graph = Graph::select(&survey, &selection).expect("the defaults fit");
    let partition = Partition::of(&graph, &selection);
    let counts = Counts::of(&partition);
    let stop = Stop::when(|| true);
    assert_eq!(permute(&partition, &counts, 199, 1, &stop), Err(Stopped));
    assert_eq!(
        permute_whole(&partition, &counts, 199, 1, &stop),
        Err(Stopped)
    );
    assert_eq!(Communities::of(&partition, &stop), Err(Stopped));
    let method = BetweennessMethod::Exact;
    assert_eq!(betweenness(&graph, method, &stop), Err(Stopped));
    assert_eq!(distance::sums(&graph, &stop), Err(Stopped));
}

#[test]
fn a_search_for_groups_ends_inside_its_rounds() {
    let (survey, selection) = network();
    let graph = Graph::select(&survey, &selection).expect("the defaults fit");
    let partition = Partition::of(&graph, &selection);
    let (never, all) = after(usize::MAX);
    let whole = Communities::of(&partition, &never).expect("nobody stops it");
    assert!(whole.groups.is_some());
    let all = all.load(Ordering::Relaxed);
    let (stop, asked) = after(all / 10);
    assert_eq!(Communities::of(&partition, &stop), Err(Stopped));
    let asked = asked.load(Ordering::Relaxed);
    assert!(asked < all / 2, "{asked} of {all} questions");
}
