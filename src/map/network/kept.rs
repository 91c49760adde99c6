//! Places that are kept of a district's map, found for a scene.

use std::collections::HashMap;

use super::scene::Scene;
use crate::analysis::{Inclusion, Selection};
use crate::domain::Survey;
use crate::map::plane::Point;

/// What is kept of a scene: the size of everything, and the places of the nodes that have one.
#[derive(Debug, Clone)]
pub struct Kept {
    /// The size of marks and names, as a number of the list of sizes.
    pub level: usize,
    /// The font size of the departments' names.
    pub title_size: f64,
    /// The place of each node; none for who is new.
    pub nodes: Vec<Option<Point>>,
    /// On which side of its mark each name stood, where it did.
    pub names: Vec<Option<u8>>,
    /// Whether the scene shows the offices alone, which have the page to themselves then.
    pub is_part: bool,
}

impl Kept {
    /// The places that a survey keeps of a scene; none where nothing is kept, or the scene shows other groups than
    /// departments.
    pub fn of(survey: &Survey, selection: &Selection, scene: &Scene) -> Option<Self> {
        let places = survey.map_places.as_ref()?;
        if !selection.is_by_department() {
            return None;
        }
        let names: HashMap<&str, &str> = survey
            .departments
            .iter()
            .map(|department| (department.id.as_str(), department.name.as_str()))
            .collect();
        let at: HashMap<(&str, &str), (Point, Option<u8>)> = places
            .actors
            .iter()
            .filter_map(|place| {
                let department = names.get(place.department.as_str())?;
                let point = Point::new(f64::from(place.x) / 10.0, f64::from(place.y) / 10.0);
                Some(((place.actor.as_str(), *department), (point, place.name)))
            })
            .collect();
        let nodes = scene.nodes.iter().zip(&scene.network.room_of);
        let nodes = nodes.map(|(node, room)| {
            let department = scene.rooms[*room].name.as_str();
            at.get(&(node.id.as_str(), department)).copied()
        });
        let kept: Vec<Option<(Point, Option<u8>)>> = nodes.collect();
        let nodes = kept.iter().map(|kept| kept.map(|(place, _)| place));
        kept.iter().any(Option::is_some).then(|| Self {
            level: usize::from(places.size),
            title_size: f64::from(places.title) / 10.0,
            nodes: nodes.collect(),
            names: kept
                .iter()
                .map(|kept| kept.and_then(|(_, name)| name))
                .collect(),
            is_part: selection.scope == Inclusion::Offices,
        })
    }
}
