//! An import that nobody waits for any more ends.

use std::sync::atomic::Ordering;

use miteinander::domain::{Stop, Stopped};
use miteinander::exchange::{Held, ImportOptions, PlanError, plan_watched, read_watched};

use super::{Filled, file};
use crate::analysis::stopping::after;

#[test]
fn an_import_can_be_left_in_the_middle_of_its_rows() {
    let mut actors = "Funktion oder Einrichtung;Amt / Organisation\n".to_owned();
    for number in 0..3_000 {
        actors += &format!("Funktion {number};Jugendamt\n");
    }
    let files = [
        file("organisationen.csv", "Name;Art\nJugendamt;Fachamt\n"),
        file("funktionen.csv", &actors),
    ];
    let filled = Filled::new();
    let held = Held {
        network: &filled.network,
        contacts: &filled.contacts,
        programme: &filled.programme,
    };
    let options = ImportOptions::default();
    let plan = |stop: &Stop| {
        plan_watched(
            &read_watched(&files, &options.columns, stop)?,
            held,
            &options,
            stop,
        )
    };
    let (never, all) = after(usize::MAX);
    let whole = plan(&never).expect("the files have no fault");
    assert_eq!(whole, filled.plan(&files).expect("they have none"));
    let all = all.load(Ordering::Relaxed);
    assert!(all > 20, "{all} questions");
    for questions in 0..all {
        let (stop, asked) = after(questions);
        let left = plan(&stop);
        assert!(
            matches!(left, Err(PlanError::Stopped(Stopped))),
            "after {questions} of {all}: {left:?}"
        );
        let more = asked.load(Ordering::Relaxed) - questions;
        assert!(more <= 12, "{more} more after {questions} of {all}");
    }
}
