//! Places that are kept of a district's map, found for a scene and made of a picture.

use std::collections::{BTreeMap, HashMap};

use super::picture::Picture;
use super::scene::Scene;
use crate::analysis::Selection;
use crate::domain::{MapPlace, MapPlaces, Survey};
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
}

impl Kept {
    /// The places that a survey keeps of a scene; none where nothing is kept, or the scene shows other groups than
    /// departments.
    pub fn of(survey: &Survey, selection: &Selection, scene: &Scene) -> Option<Self> {
        let places = survey.map_places.as_ref()?;
        if !selection.is_by_department() || !scene.has_marks() {
            return None;
        }
        let names: HashMap<&str, &str> = survey
            .departments
            .iter()
            .map(|department| (department.id.as_str(), department.name.as_str()))
            .collect();
        let at: HashMap<(&str, &str), Point> = places
            .actors
            .iter()
            .filter_map(|place| {
                let department = names.get(place.department.as_str())?;
                let point = Point::new(f64::from(place.x) / 10.0, f64::from(place.y) / 10.0);
                Some(((place.actor.as_str(), *department), point))
            })
            .collect();
        let nodes = scene.nodes.iter().zip(&scene.network.room_of);
        let nodes = nodes.map(|(node, room)| {
            let department = scene.rooms[*room].name.as_str();
            at.get(&(node.id.as_str(), department)).copied()
        });
        let nodes: Vec<Option<Point>> = nodes.collect();
        nodes.iter().any(Option::is_some).then(|| Self {
            level: usize::from(places.size),
            title_size: f64::from(places.title) / 10.0,
            nodes,
        })
    }
}

impl Picture {
    /// The places of this picture, to be kept, with those that were kept of actors that it does not show.
    ///
    /// None where they can't be: it is of departments without their actors, or everything had to be set in rows.
    pub fn map_places(&self, survey: &Survey) -> Option<MapPlaces> {
        let size = u8::try_from(self.level?).ok()?;
        let ids: HashMap<&str, &str> = survey
            .departments
            .iter()
            .map(|department| (department.name.as_str(), department.id.as_str()))
            .collect();
        let tenths = |value: f64| (value * 10.0).round() as i32;
        let mut actors: BTreeMap<(String, String), (i32, i32)> = BTreeMap::new();
        for place in survey.map_places.iter().flat_map(|kept| &kept.actors) {
            let key = (place.actor.clone(), place.department.clone());
            actors.insert(key, (place.x, place.y));
        }
        let nodes = self.scene.nodes.iter().zip(&self.scene.network.room_of);
        for ((node, room), place) in nodes.zip(&self.places) {
            let Some(department) = ids.get(self.scene.rooms[*room].name.as_str()) else {
                continue;
            };
            let key = (node.id.clone(), (*department).to_owned());
            actors.insert(key, (tenths(place.x), tenths(place.y)));
        }
        let actors = actors.into_iter();
        Some(MapPlaces {
            size,
            title: tenths(self.title_size) as u16,
            actors: actors
                .map(|((actor, department), (x, y))| MapPlace {
                    actor,
                    department,
                    x,
                    y,
                })
                .collect(),
        })
    }
}
