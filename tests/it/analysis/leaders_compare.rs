//! What leaders see of the change between two phases, and what they cannot work out.

use miteinander::analysis::{Audience, Options, Selection, compare, report};
use miteinander::domain::{Presence, Survey, SurveyPhase, SurveyTie};

use super::leadership::with;
use super::networks::tie;

#[test]
fn a_comparison_for_leaders_counts_offices_that_kept_three_functions() {
    let mut survey = with(&[(12, 13), (12, 0)]);
    survey.phases.push(SurveyPhase {
        id: "2".to_owned(),
        name: "2".to_owned(),
    });
    // In the second phase two functions of the Schulamt are gone: its own ties would be those of two.
    let later: Vec<Presence> = survey
        .presences
        .iter()
        .filter(|row| ![10, 11].contains(&row.actor))
        .map(|row| Presence {
            phase: Some(1),
            ..row.clone()
        })
        .collect();
    let values: Vec<_> = later
        .iter()
        .map(|row| survey.columns[0].values[row.actor as usize].clone())
        .collect();
    survey.presences.extend(later);
    survey.columns[0].values.extend(values);
    let more = [(0, 1), (0, 4), (2, 6), (8, 9), (12, 13)];
    survey.ties.extend(more.iter().map(|(a, b)| SurveyTie {
        phase: Some(1),
        ..tie(*a, *b, Some(2.0))
    }));
    let selection = Selection {
        audience: Audience::Leadership,
        ..Selection::working(&survey)
    };
    let change = compare(&survey, "1", "2", &selection).expect("both phases");
    assert_eq!((change.actors.stayed, change.actors.left), (13, 2));
    assert_eq!(
        (change.ties.kept, change.ties.new, change.ties.ended),
        (2, 1, 4)
    );
    assert_eq!((change.ties_all, change.department_pairs), (None, None));
    assert_eq!(change.internal.kept + change.external.kept, 2);
}

/// The district in two phases with the same ties; the functions named are gone in the second.
fn two_phases(gone: &[u32]) -> Survey {
    let mut survey = with(&[]);
    survey.phases.push(SurveyPhase {
        id: "2".to_owned(),
        name: "2".to_owned(),
    });
    for row in survey.presences.clone() {
        if !gone.contains(&row.actor) {
            let office = survey.columns[0].values[row.actor as usize].clone();
            survey.columns[0].values.push(office);
            survey.presences.push(Presence {
                phase: Some(1),
                ..row
            });
        }
    }
    for tie in survey.ties.clone() {
        if !gone.contains(&tie.from) && !gone.contains(&tie.to) {
            survey.ties.push(SurveyTie {
                phase: Some(1),
                ..tie
            });
        }
    }
    survey
}

#[test]
fn the_ties_of_one_or_two_that_left_cannot_be_worked_out_from_a_comparison() {
    for gone in [&[0][..], &[0, 1], &[0, 5], &[0, 5, 8], &[3, 7, 11]] {
        let survey = two_phases(gone);
        let selection = Selection {
            audience: Audience::Leadership,
            ..Selection::working(&survey)
        };
        let change = compare(&survey, "1", "2", &selection).expect("both phases");
        let first = Selection {
            phase: Some("1".to_owned()),
            ..selection.clone()
        };
        let options = Options {
            permutations: 0,
            seed: 1,
            ..Options::default()
        };
        let before = report(&survey, &first, &options).expect("the first phase");
        // What the report of the phase tells of whole offices that lost a function, and of those that did not.
        let lost: Vec<&str> = ["Jugendamt", "Gesundheitsamt", "Schulamt"]
            .into_iter()
            .zip([0..4, 4..8, 8..12])
            .filter(|(_, own)| gone.iter().any(|actor| own.contains(actor)))
            .map(|(name, _)| name)
            .collect();
        let whole = |name: &str| !lost.contains(&name);
        let inside: u32 = before
            .department_figures
            .iter()
            .filter(|figures| whole(&figures.department))
            .filter_map(|figures| figures.internal)
            .sum();
        let between: u32 = before
            .department_pairs
            .iter()
            .flatten()
            .filter(|pair| whole(&pair.a) && whole(&pair.b))
            .filter_map(|pair| pair.ties)
            .sum();
        let compared = change.ties.kept + change.ties.ended;
        if gone.len() < 3 {
            assert_eq!(compared as u32, inside + between, "{gone:?}");
        } else {
            assert!(compared as u32 > inside + between, "{gone:?}");
        }
    }
}
