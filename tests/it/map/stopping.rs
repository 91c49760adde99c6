//! A picture that nobody waits for any more is drawn no further.

use std::sync::atomic::Ordering;

use miteinander::analysis::Selection;
use miteinander::domain::{Stop, Survey};
use miteinander::map::{self, MapError, MapOptions, Materials, View, sheet_watched};

use super::surveys::{District, everything};
use crate::analysis::networks::planted;
use crate::analysis::stopping::after;

/// Draws once whole, and then stops at places all the way through: each time it ends before long, without a picture.
fn can_be_left_everywhere(survey: &Survey, selection: &Selection) {
    let options = MapOptions::default();
    let draw = |stop: &Stop| map::network_watched(survey, selection, &options, stop);
    let (never, all) = after(usize::MAX);
    draw(&never).expect("it can be drawn");
    let all = all.load(Ordering::Relaxed);
    assert!(all > 20, "{all} questions");
    for part in [0, 1, 5, 9] {
        let questions = all * part / 10;
        let (stop, asked) = after(questions);
        let left = draw(&stop);
        assert!(
            matches!(left, Err(MapError::Stopped(_))),
            "after {questions}"
        );
        let more = asked.load(Ordering::Relaxed) - questions;
        assert!(more <= 200.max(all / 10), "{more} more of {all} questions");
    }
}

#[test]
fn the_search_for_places_can_be_left() {
    let survey = planted(40, 5, 100, 5, 7);
    can_be_left_everywhere(&survey, &everything(&survey));
}

#[test]
fn the_lines_and_names_of_many_actors_can_be_left() {
    let survey = planted(400, 12, 1_200, 5, 7);
    can_be_left_everywhere(&survey, &everything(&survey));
}

#[test]
fn every_view_can_be_left() {
    let District { survey, network } = District::demonstration();
    let from = Materials {
        survey: &survey,
        report: None,
    };
    let [one, other] = [&survey.phases[0], &survey.phases[1]].map(|phase| phase.id.clone());
    let offer = network.offers.keys().next().expect("offers");
    for view in [
        View::Network,
        View::Matrix,
        View::Chain,
        View::Offer(offer.to_string()),
        View::Change {
            from: one,
            to: other,
        },
    ] {
        let (selection, options) = (everything(&survey), MapOptions::default());
        let stop = Stop::when(|| true);
        let left = sheet_watched(&from, &view, &selection, &options, &stop);
        assert!(matches!(left, Err(MapError::Stopped(_))), "{view:?}");
    }
}
