//! Which levels work together, beside what is to be expected.

use miteinander::analysis::{Audience, Selection};
use miteinander::domain::Level;

use super::actors::run;
use super::networks::{planted, survey};

#[test]
fn levels_meet_as_their_ties_say_beside_what_is_to_be_expected() {
    let mut survey = survey(&["A"; 6], &[(0, 1), (1, 2), (2, 3), (3, 4), (0, 2)]);
    assert_eq!(
        run(&survey, &Selection::working(&survey)).level_pairs,
        Some(Vec::new())
    );
    let levels = [
        Some(Level::Operative),
        Some(Level::Operative),
        Some(Level::Leading),
        Some(Level::Coordinating),
        None,
        Some(Level::Leading),
    ];
    for (presence, level) in survey.presences.iter_mut().zip(levels) {
        presence.level = level;
    }
    let report = run(&survey, &Selection::working(&survey));
    let rows = report.level_pairs.expect("levels");
    let told: Vec<_> = rows
        .iter()
        .map(|row| (row.a, row.b, row.ties, row.possible))
        .collect();
    let (op, co, le) = (Some("operative"), Some("coordinating"), Some("leading"));
    assert_eq!(
        told,
        [
            (op, op, 1, 1),
            (op, co, 0, 2),
            (op, le, 2, 4),
            (co, co, 0, 0),
            (co, le, 1, 2),
            (le, le, 0, 1),
            (op, None, 0, 2),
            (co, None, 1, 1),
            (le, None, 0, 2),
            (None, None, 0, 0),
        ]
    );
    // Five ties on fifteen pairs.
    let expected = rows[2].expected.expect("ties");
    assert!((expected - 4.0 / 3.0).abs() < 1e-12);
    assert_eq!(rows.iter().map(|row| row.ties).sum::<u64>(), 5);
}

#[test]
fn leaders_see_no_levels_where_one_has_fewer_than_three_functions() {
    let mut survey = planted(40, 4, 120, 5, 1);
    for presence in &mut survey.presences {
        presence.level = Some(Level::Operative);
    }
    let leaders = Selection {
        audience: Audience::Leadership,
        ..Selection::working(&survey)
    };
    assert!(run(&survey, &leaders).level_pairs.is_some());
    survey.presences[0].level = Some(Level::Leading);
    survey.presences[1].level = Some(Level::Leading);
    assert_eq!(run(&survey, &leaders).level_pairs, None);
    survey.presences[2].level = Some(Level::Leading);
    let rows = run(&survey, &leaders)
        .level_pairs
        .expect("three leading functions");
    assert_eq!(rows.len(), 6);
}
