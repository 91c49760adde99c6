//! The network's picture in words, for those who don't see it.

use super::scene::Scene;
use crate::text::map::MapTexts;

/// The picture in words.
pub fn description(scene: &Scene, texts: &MapTexts) -> String {
    let counts = &scene.counts;
    let marks = scene.has_marks();
    let mut parts = vec![if marks {
        (texts.description)(counts.departments, counts.actors)
    } else {
        (texts.description_of_departments)(counts.departments)
    }];
    for room in scene.rooms.iter().filter(|room| room.actors > 0) {
        let name = if room.name.is_empty() {
            texts.without_department
        } else {
            &room.name
        };
        parts.push(if marks {
            (texts.department)(name, room.inside, room.outside)
        } else {
            (texts.linked)(name, room.inside, room.outside > 0)
        });
    }
    let name = |room: usize| scene.rooms[room].name.as_str();
    // Of many departments the table beside the picture tells the pairs.
    let told = !marks && scene.rooms.len() <= 12;
    for link in scene.links.iter().filter(|_| told) {
        let ties = (!link.hidden).then_some(link.ties);
        parts.push((texts.pair)(name(link.a), name(link.b), ties));
    }
    for [a, b] in &scene.empty {
        parts.push((texts.empty_pair)(name(*a), name(*b)));
    }
    parts.join(" ")
}
