//! How good the layouts are on real networks.

use miteinander::analysis::Selection;
use miteinander::domain::Survey;
use miteinander::map::quality::{
    crossings, intrusion, label_overlaps, node_overlaps, stress, struck_single_ties,
};
use miteinander::map::{MapOptions, network};

use super::surveys::{Plain, demonstration, everything};
use crate::analysis::networks::{planted, read, shared};

/// Draws a network by a column from a strength on; everything that a layout must reach anywhere is held here.
fn drawn(survey: &Survey, department: &str, min_strength: f64) -> Plain {
    let mut selection = everything(survey);
    selection.department = department.to_owned();
    selection.min_strength = min_strength;
    let picture = network(survey, &selection, &MapOptions::default()).expect("it can be drawn");
    let plain = Plain::of(picture.geometry());
    assert_eq!(intrusion(&plain.places, &plain.room_of, &plain.hulls), 0.0);
    assert_eq!(node_overlaps(&plain.places, plain.radius), 0);
    assert_eq!(label_overlaps(&plain.labels), 0);
    assert!(
        picture
            .geometry()
            .actors
            .iter()
            .all(|actor| actor.label.is_some())
    );
    plain
}

/// Holds that the only tie of two departments runs over nobody else.
fn nobody_is_struck(plain: &Plain) {
    let (places, rooms) = (&plain.places, &plain.room_of);
    let struck = struck_single_ties(places, rooms, &plain.ties, &plain.hulls, plain.radius);
    assert_eq!(struck, 0);
}

/// Crossings of the best peer that keeps departments apart, WebCola with groups (npm 3.4.0), drawn by
/// benches/peers/maps/run and measured by benches/maps.rs.
mod webcola {
    pub const FRIENDS: usize = 241;
    pub const AGENCIES: usize = 8_630;
    pub const AGENCIES_FROM_3: usize = 787;
    pub const MANUFACTURER: usize = 39_866;
}

/// Crossings of Graphviz' sfdp, which keeps no departments apart, on the planted network; as measured there.
const SFDP_PLANTED: usize = 9_748;

/// Scale-normalised stress of graphlayouts, the R package, on the planted network; as measured there.
const GRAPHLAYOUTS_PLANTED: f64 = 0.162;

#[test]
fn friends_among_managers_cross_less_than_with_webcola() {
    let Some(folder) = shared() else { return };
    let survey = read(&folder.join("krackhardt_hightech"), "friendship");
    let plain = drawn(&survey, "department", 1.0);
    nobody_is_struck(&plain);
    let found = crossings(&plain.places, &plain.ties);
    assert!(found < webcola::FRIENDS, "{found} crossings");
}

#[test]
fn the_agencies_of_a_ministry_cross_less_than_with_webcola() {
    let Some(folder) = shared() else { return };
    let survey = read(&folder.join("dhhs_collab"), "collab");
    for (min_strength, peer) in [(1.0, webcola::AGENCIES), (3.0, webcola::AGENCIES_FROM_3)] {
        let plain = drawn(&survey, "group", min_strength);
        nobody_is_struck(&plain);
        let found = crossings(&plain.places, &plain.ties);
        assert!(found < peer, "{found} crossings");
    }
}

#[test]
fn the_places_of_a_manufacturer_cross_less_than_with_webcola() {
    let Some(folder) = shared() else { return };
    let survey = read(&folder.join("cross_parker_manufacturing"), "aware");
    let plain = drawn(&survey, "location", 4.0);
    nobody_is_struck(&plain);
    let found = crossings(&plain.places, &plain.ties);
    assert!(found < webcola::MANUFACTURER, "{found} crossings");
}

#[test]
fn planted_departments_cross_less_than_with_sfdp_at_little_stress() {
    let plain = drawn(&planted(200, 8, 640, 5, 1), "department", 1.0);
    nobody_is_struck(&plain);
    let found = crossings(&plain.places, &plain.ties);
    assert!(found < SFDP_PLANTED, "{found} crossings");
    let left = stress(&plain.places, &plain.ties);
    assert!(left <= 1.35 * GRAPHLAYOUTS_PLANTED, "stress {left}");
}

#[test]
fn nobody_is_struck_where_two_hundred_functions_have_many_single_ties() {
    for seed in 1..=3 {
        nobody_is_struck(&drawn(&planted(200, 12, 700, 8, seed), "department", 1.0));
    }
}

#[test]
fn most_names_of_two_hundred_functions_find_a_place() {
    for seed in 1..=3 {
        let mut survey = planted(200, 8, 640, 5, seed);
        for actor in &mut survey.actors {
            actor.label = format!("Funktion {}", actor.id);
        }
        let picture =
            network(&survey, &everything(&survey), &MapOptions::default()).expect("a picture");
        let plain = Plain::of(picture.geometry());
        assert_eq!(label_overlaps(&plain.labels), 0);
        let actors = picture.geometry().actors.iter();
        let shown = actors.filter(|actor| actor.label.is_some()).count();
        assert!(shown >= 120, "{shown} of 200");
    }
}

#[test]
fn nobody_of_the_demonstration_is_struck_in_any_phase() {
    let survey = demonstration();
    for phase in ["1", "2"] {
        for selection in [everything(&survey), Selection::working(&survey)] {
            let selection = Selection {
                phase: Some(phase.to_owned()),
                ..selection
            };
            let picture = network(&survey, &selection, &MapOptions::default()).expect("a picture");
            nobody_is_struck(&Plain::of(picture.geometry()));
        }
    }
}
