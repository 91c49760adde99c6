//! The scene for leaders: departments alone, with nothing of actors and ties.

use super::all_phases::Union;
use super::scene::{Counts, Scene};
use crate::analysis::{Graph, Inclusion, Selection, SelectionError, aggregate};
use crate::domain::Survey;

/// The scene of a selection.
pub fn scene(survey: &Survey, selection: &Selection) -> Result<Scene, SelectionError> {
    let graph = without_bodies(Graph::select(survey, selection)?);
    let union = Union::over(survey, selection, &graph, &without_bodies)?;
    let response = aggregate::response(&graph, selection);
    let mut scene = union.scene(survey, &graph);
    for room in &mut scene.rooms {
        room.inside = None;
        room.outside = 0;
        room.reached = false;
    }
    let counts = Counts {
        // A total would let the number of a hidden pair be worked out.
        ties: None,
        binding: 0,
        asked: response.map(|response| (response.asked, response.answered)),
        // The answers of some offices alone would tell those of a small one.
        asked_overall: selection.scope == Inclusion::Offices,
        ..scene.counts
    };
    Ok(Scene {
        nodes: Vec::new(),
        ties: Vec::new(),
        sizes: Some(sizes(&scene)),
        network: scene.network.quotient(),
        counts,
        ..scene
    })
}

/// Bodies are in none of the figures for leaders. Where an office lies would tell else with whom a body in it works.
fn without_bodies(graph: Graph) -> Graph {
    graph.of_actors(|actor| !graph.actors[actor as usize].body)
}

/// How many actors each department has over all phases.
fn sizes(scene: &Scene) -> Vec<u32> {
    let members = scene.network.members();
    let sizes = members.iter().map(|members| members.len());
    sizes
        .map(|actors| u32::try_from(actors).unwrap_or(u32::MAX))
        .collect()
}
