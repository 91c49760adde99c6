//! How good the layouts are on real networks.

use miteinander::domain::Survey;
use miteinander::map::quality::{
    crossings, intrusion, label_overlaps, node_overlaps, struck_single_ties,
};
use miteinander::map::{MapOptions, network};

use super::surveys::{Plain, everything};
use crate::analysis::networks::{read, shared};

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

#[test]
fn friends_among_managers_cross_less_than_with_webcola() {
    let Some(folder) = shared() else { return };
    let survey = read(&folder.join("krackhardt_hightech"), "friendship");
    let plain = drawn(&survey, "department", 1.0);
    nobody_is_struck(&plain);
    let found = crossings(&plain.places, &plain.ties);
    assert!(found <= 260, "{found} crossings");
}

#[test]
fn the_agencies_of_a_ministry_lie_apart() {
    let Some(folder) = shared() else { return };
    let survey = read(&folder.join("dhhs_collab"), "collab");
    for (min_strength, most) in [(1.0, 12_500), (3.0, 900)] {
        let plain = drawn(&survey, "group", min_strength);
        if min_strength > 1.0 {
            nobody_is_struck(&plain);
        }
        let found = crossings(&plain.places, &plain.ties);
        assert!(found <= most, "{found} crossings");
    }
}

#[test]
fn the_places_of_a_manufacturer_lie_apart() {
    let Some(folder) = shared() else { return };
    let survey = read(&folder.join("cross_parker_manufacturing"), "aware");
    nobody_is_struck(&drawn(&survey, "location", 4.0));
}
