//! The geometry that the picture is drawn from, in the form that all networks share.

use super::places::Placed;
use super::scene::Drawn;
use crate::map::network::geometry::{Geometry, PlacedBand, PlacedDepartment};
use crate::map::paper::label::Label;
use crate::map::paper::style::{HEIGHT, WIDTH};
use crate::map::plane::{DIRECTIONS, Point};

/// The geometry: offices, without actors and ties.
pub fn geometry(drawn: &Drawn) -> Geometry {
    let departments = drawn.content.present();
    let departments = departments
        .map(|(place, office)| placed(&drawn.placed, place, &office.name, office.functions));
    let pairs = drawn.content.pairs.iter().enumerate();
    let reported = pairs.filter(|(_, pair)| pair.ties != Some(0));
    let bands = reported.map(|(at, pair)| {
        let [a, b] = drawn.called(at).map(str::to_owned);
        let ties = pair.ties.map(|ties| ties as usize);
        PlacedBand { a, b, ties }
    });
    Geometry {
        width: WIDTH,
        height: HEIGHT,
        actors: Vec::new(),
        departments: departments.collect(),
        ties: Vec::new(),
        bands: bands.collect(),
    }
}

/// An office of so many functions in its place.
pub fn placed(places: &Placed, place: usize, name: &str, functions: u32) -> PlacedDepartment {
    let radius = places.radius(functions);
    let lines = &places.names[place];
    PlacedDepartment {
        id: name.to_owned(),
        hull: around(places.centres[place], radius),
        label: Some(Label::new(lines.text(), places.name(place, radius))),
    }
}

/// A polygon around a circle, its sides touching it.
fn around(centre: Point, radius: f64) -> Vec<Point> {
    // The corners of 24 sides lie so much farther than these: 1 / cos 7.5°.
    const CORNERS: f64 = 1.008_63;
    let corners = DIRECTIONS.iter();
    let corners = corners.map(|direction| (centre + *direction * (CORNERS * radius)).rounded());
    corners.collect()
}
