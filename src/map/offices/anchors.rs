//! Where each office would lie of itself: at the middle of its functions' kept places, else by who works with whom.

use std::collections::HashMap;

use crate::domain::{Stop, Stopped, Survey};
use crate::map::layout::{Problem, Starts, in_rows, layout};
use crate::map::network::scene::Scene;
use crate::map::plane::{Point, Rect};

/// The box of an office where its place is looked for, and the frame of that.
const BOX: Rect = Rect {
    left: -26.0,
    top: -22.0,
    right: 26.0,
    bottom: 22.0,
};
const FRAME: Rect = Rect {
    left: 0.0,
    top: 0.0,
    right: 1000.0,
    bottom: 800.0,
};

/// The places of the offices of all phases, in no particular measure.
///
/// Kept places are those of the one base layout: they are the same in all phases and for all readers, and no tie that comes
/// or goes moves them.
pub fn anchors(survey: &Survey, scene: &Scene, stop: &Stop) -> Result<Vec<Point>, Stopped> {
    match kept(survey, scene) {
        Some(kept) => Ok(kept),
        None => laid_out(scene, stop),
    }
}

/// The middle of the kept places of each office's functions; none where no office has any.
fn kept(survey: &Survey, scene: &Scene) -> Option<Vec<Point>> {
    let places = survey.map_places.as_ref()?;
    let names: HashMap<&str, &str> = survey
        .departments
        .iter()
        .map(|department| (department.id.as_str(), department.name.as_str()))
        .collect();
    let mut sums: HashMap<&str, (Point, f64)> = HashMap::new();
    for place in &places.actors {
        if let Some(name) = names.get(place.department.as_str()) {
            let (sum, number) = sums.entry(name).or_default();
            *sum = *sum + Point::new(f64::from(place.x), f64::from(place.y));
            *number += 1.0;
        }
    }
    let own = |name: &str| sums.get(name).map(|(sum, number)| *sum * (1.0 / number));
    let found: Vec<Option<Point>> = scene.rooms.iter().map(|room| own(&room.name)).collect();
    let known: Vec<Point> = found.iter().flatten().copied().collect();
    let middle = known.iter().fold(Point::default(), |sum, one| sum + *one);
    let middle = middle * (1.0 / known.len().max(1) as f64);
    (!known.is_empty()).then(|| found.into_iter().map(|own| own.unwrap_or(middle)).collect())
}

/// The offices laid out as points by which of them have ties.
fn laid_out(scene: &Scene, stop: &Stop) -> Result<Vec<Point>, Stopped> {
    let graph = scene.network.clone();
    let offices = scene.rooms.len();
    let problem = Problem {
        footprints: vec![BOX; offices],
        bodies: vec![[BOX; 2]; offices],
        titles: vec![(0.0, 0.0); offices],
        frame: FRAME,
        margin: 4.0,
        radius: 20.0,
        gap: 10.0,
        graph,
    };
    if offices < 2 {
        return Ok(vec![FRAME.centre(); offices]);
    }
    let starts = Starts::new(&problem.graph, stop)?;
    let places = layout(&problem, &starts, stop)?;
    Ok(places.unwrap_or_else(|| in_rows(&problem).0).nodes)
}
