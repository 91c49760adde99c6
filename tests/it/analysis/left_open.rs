//! Offices that a function left open: of whom it says nothing there, it does not say that there is no tie.

use miteinander::analysis::{Options, PairState, Selection, SiloReport, report};
use miteinander::domain::Survey;

use super::networks::{survey, tie};

/// Two functions in A and two in B, all of whom answered but those named; a tie between the first of each.
fn offices(silent: &[u32], open: &[(u32, u32)]) -> Survey {
    let mut survey = survey(&["A", "A", "B", "B"], &[(0, 2)]);
    for row in &mut survey.presences {
        row.answered = Some(!silent.contains(&row.actor));
        let own = open.iter().filter(|(actor, _)| *actor == row.actor);
        row.open = own.map(|(_, department)| *department).collect();
    }
    survey
}

const A: u32 = 0;
const B: u32 = 1;

fn figures(survey: &Survey, directed: bool) -> SiloReport {
    let selection = Selection {
        directed,
        ..Selection::working(survey)
    };
    report(survey, &selection, &Options::default()).expect("the defaults fit")
}

/// The ties that could be inside and between, and those of the one pair of offices.
fn possible(survey: &Survey, directed: bool) -> (u64, u64, Option<u64>) {
    let figures = figures(survey, directed);
    let pair = &figures.department_pairs.as_ref().expect("two offices")[0];
    let silo = &figures.silo;
    (
        silo.internal_possible,
        silo.external_possible,
        pair.possible,
    )
}

#[test]
fn a_pair_is_left_open_where_nobody_who_answered_says_that_there_is_no_tie() {
    for (silent, open, expected) in [
        (&[][..], &[][..], (2, 4, Some(4))),
        // The other side answered and did not leave it open.
        (&[], &[(0, B)], (2, 4, Some(4))),
        // Both left it open; what is tied is known.
        (&[], &[(0, B), (3, A)], (2, 3, Some(3))),
        (&[], &[(0, B), (2, A)], (2, 4, Some(4))),
        // The other side did not answer.
        (&[3], &[(0, B)], (2, 3, Some(3))),
        (&[3], &[(0, B), (1, B)], (2, 2, Some(2))),
        // Inside an office.
        (&[], &[(0, A), (1, A)], (1, 4, Some(4))),
        // Who did not answer leaves nothing open.
        (&[0], &[(0, B)], (2, 4, Some(4))),
    ] {
        let survey = offices(silent, open);
        assert_eq!(possible(&survey, false), expected, "{silent:?} {open:?}");
    }
    // Each arc is its own side's.
    assert_eq!(possible(&offices(&[], &[(0, B)]), true), (4, 7, Some(7)));
}

#[test]
fn whom_it_names_without_a_contact_it_does_not_leave_open() {
    let mut survey = offices(&[3], &[(0, B)]);
    survey.ties.push(tie(0, 3, Some(0.0)));
    assert_eq!(possible(&survey, false), (2, 4, Some(4)));
}

#[test]
fn a_pair_of_offices_left_open_altogether_is_not_asked_and_chance_stays_as_it_was() {
    let all = [(0, B), (1, B), (2, A), (3, A)];
    let mut survey = offices(&[], &all);
    survey.ties.clear();
    let left_open = figures(&survey, false);
    let pair = &left_open.department_pairs.as_ref().expect("two offices")[0];
    assert_eq!((pair.state, pair.possible), (PairState::NotAsked, Some(0)));
    let before = figures(&offices(&[], &[]), false);
    let after = figures(&offices(&[], &all), false);
    assert_eq!(before.silo.expected, after.silo.expected);
    assert_eq!(before.silo.sd, after.silo.sd);
}
