//! The chain beside the report.

use std::collections::BTreeSet;

use miteinander::analysis::gaps::{Alone, held_by_one, known_to_one};
use miteinander::analysis::{OneDepartment, Options, Selection, report};
use miteinander::domain::{PhaseId, Survey, SurveyOffer};

use super::surveys::District;

#[test]
fn the_chain_marks_the_offers_that_the_report_names() {
    let District { survey, network } = District::demonstration();
    let mut nothing_told = network.clone();
    for offer in nothing_told.offers.values_mut() {
        offer.known_to.clear();
        offer.referred_by.clear();
    }
    let untold = Survey {
        offers: survey
            .offers
            .iter()
            .cloned()
            .map(|offer| SurveyOffer {
                known_to: Vec::new(),
                referred_by: Vec::new(),
                ..offer
            })
            .collect(),
        ..survey.clone()
    };
    for (network, survey) in [(network, survey), (nothing_told, untold)] {
        for phase in ["1", "2"] {
            let selection = Selection {
                phase: Some(phase.to_owned()),
                ..Selection::default_for(&survey)
            };
            let options = Options {
                permutations: 0,
                ..Options::default()
            };
            let report = report(&survey, &selection, &options).expect("it fits");
            let gaps = report.gaps.expect("offers");
            let phase = PhaseId::parse(phase).expect("an id");
            let told = |rows: &[OneDepartment]| -> BTreeSet<[String; 2]> {
                let rows = rows.iter();
                rows.map(|row| [row.offer.clone(), row.department.clone()])
                    .collect()
            };
            let marked = |rows: Vec<Alone>| -> BTreeSet<[String; 2]> {
                let name = |row: &Alone| network.departments[&row.department].name.to_string();
                let rows = rows.iter();
                rows.map(|row| [row.offer.to_string(), name(row)]).collect()
            };
            assert!(!gaps.held_by_one.is_empty());
            assert_eq!(
                marked(held_by_one(&network, &phase)),
                told(&gaps.held_by_one)
            );
            assert_eq!(
                marked(known_to_one(&network, &phase)),
                told(&gaps.known_to_one.unwrap_or_default())
            );
        }
    }
}
