//! Who waits for a report hears of each of its stages.

use std::sync::Mutex;

use miteinander::analysis::{Options, Progress, Selection, Stage, report, report_watched};

use super::networks::planted;

#[derive(Default)]
struct Heard(Mutex<Vec<(Stage, f64)>>);

impl Progress for Heard {
    fn at(&self, stage: Stage, share: f64) {
        self.0
            .lock()
            .expect("no test panics here")
            .push((stage, share));
    }
}

#[test]
fn each_stage_is_told_from_its_beginning_to_its_end_and_changes_nothing() {
    let survey = planted(60, 5, 300, 5, 7);
    let selection = Selection::working(&survey);
    let options = Options::default();
    let heard = Heard::default();
    let watched = report_watched(&survey, &selection, &options, &heard).expect("the defaults fit");
    assert_eq!(
        watched,
        report(&survey, &selection, &options).expect("the defaults fit")
    );
    let heard = heard.0.into_inner().expect("no test panics here");
    assert_eq!(heard[0], (Stage::Graph, 0.0));
    for stage in [Stage::Permutations, Stage::ShortestPaths, Stage::Partition] {
        let mut shares: Vec<f64> = heard
            .iter()
            .filter(|(told, _)| *told == stage)
            .map(|(_, share)| *share)
            .collect();
        assert_eq!(shares.first(), Some(&0.0), "{stage:?}");
        shares.sort_by(f64::total_cmp);
        assert_eq!(shares.last(), Some(&1.0), "{stage:?}");
        assert!(shares.len() > 2, "{stage:?}");
    }
}
