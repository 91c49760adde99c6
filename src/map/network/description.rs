//! The network's picture in words, for those who don't see it.

use super::scene::Scene;
use crate::text::map::MapTexts;

/// The picture in words.
pub fn description(scene: &Scene, texts: &MapTexts) -> String {
    let counts = &scene.counts;
    let mut parts = vec![(texts.description)(counts.departments, counts.actors)];
    for room in scene.rooms.iter().filter(|room| room.actors > 0) {
        let name = if room.name.is_empty() {
            texts.without_department
        } else {
            &room.name
        };
        parts.push((texts.department)(name, room.inside, room.outside));
    }
    let name = |room: usize| scene.rooms[room].name.as_str();
    for [a, b] in &scene.empty {
        parts.push((texts.empty_pair)(name(*a), name(*b)));
    }
    parts.join(" ")
}
