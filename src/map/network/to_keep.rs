//! The places of a district's map that are to be kept.

use std::collections::{BTreeMap, HashMap};

use super::compose::composed;
use super::labels::sides;
use super::scene::Scene;
use super::sizing::Composition;
use crate::analysis::Selection;
use crate::domain::{MapPlace, MapPlaces, Stop, Survey};
use crate::map::error::MapError;
use crate::map::options::MapOptions;

/// The places of a selection's picture, to be kept, with those that were kept of actors that it does not show.
///
/// None where they can't be: everything had to be set in rows, or there are no
/// ties yet that would say who lies near whom.
pub fn map_places(
    survey: &Survey,
    selection: &Selection,
    stop: &Stop,
) -> Result<Option<MapPlaces>, MapError> {
    let scene = Scene::unmarked(survey, selection)?;
    if scene.network.tie_count() == 0 {
        return Ok(None);
    }
    let options = MapOptions::default();
    let composition = composed(&scene, survey, selection, &options, stop)?;
    let sides = sides(&scene, &composition, stop)?;
    Ok(to_keep(survey, &scene, &composition, &sides))
}

fn to_keep(
    survey: &Survey,
    scene: &Scene,
    composition: &Composition,
    sides: &[Option<u8>],
) -> Option<MapPlaces> {
    let size = u8::try_from(composition.level?).ok()?;
    let ids: HashMap<&str, &str> = survey
        .departments
        .iter()
        .map(|department| (department.name.as_str(), department.id.as_str()))
        .collect();
    let tenths = |value: f64| (value * 10.0).round() as i32;
    let mut actors: BTreeMap<(String, String), (i32, i32, Option<u8>)> = BTreeMap::new();
    for place in survey.map_places.iter().flat_map(|kept| &kept.actors) {
        let key = (place.actor.clone(), place.department.clone());
        actors.insert(key, (place.x, place.y, place.name));
    }
    let nodes = scene.nodes.iter().zip(&scene.network.room_of);
    for (((node, room), place), side) in nodes.zip(&composition.layout.nodes).zip(sides) {
        let Some(department) = ids.get(scene.rooms[*room].name.as_str()) else {
            continue;
        };
        let key = (node.id.clone(), (*department).to_owned());
        actors.insert(key, (tenths(place.x), tenths(place.y), *side));
    }
    let actors = actors.into_iter();
    Some(MapPlaces {
        size,
        title: tenths(composition.title_size) as u16,
        actors: actors
            .map(|((actor, department), (x, y, name))| MapPlace {
                actor,
                department,
                x,
                y,
                name,
            })
            .collect(),
    })
}
