//! The scene for leaders: departments as cards, with what the aggregate tells of them, and nothing of actors and ties.

use std::collections::BTreeMap;

use super::all_phases::Union;
use super::highlights::{Findings, mark, numbers, pair};
use super::scene::{Counts, Link, Scene};
use crate::analysis::{Graph, Inclusion, Outline, PairState, Selection, SelectionError, aggregate};
use crate::domain::Survey;

/// The scene of a selection.
pub fn scene(survey: &Survey, selection: &Selection) -> Result<Scene, SelectionError> {
    let findings = Findings::of(survey, selection)?;
    let graph = without_bodies(Graph::select(survey, selection)?);
    let union = Union::over(survey, selection, &graph, &without_bodies)?;
    let response = aggregate::response(&graph, selection);
    let scene = union.scene(survey, &graph);
    let counts = Counts {
        // A total would let the number of a hidden pair be worked out.
        ties: None,
        binding: 0,
        asked: response.map(|response| (response.asked, response.answered)),
        // The answers of some offices alone would tell those of a small one.
        asked_overall: selection.scope == Inclusion::Offices,
        ..scene.counts
    };
    let mut scene = Scene {
        nodes: Vec::new(),
        ties: Vec::new(),
        cards: Some(sizes(&scene)),
        network: scene.network.quotient(),
        counts,
        ..scene
    };
    scene.links = links(&scene, &findings);
    tell_inside(&mut scene, &findings.outline);
    mark(&mut scene, &findings);
    Ok(scene)
}

/// Bodies are in none of the figures for leaders. Where a room lies would tell else with whom a body in it works.
fn without_bodies(graph: Graph) -> Graph {
    graph.of_actors(|actor| !graph.actors[actor as usize].body)
}

/// How many actors each room has over all phases.
fn sizes(scene: &Scene) -> Vec<usize> {
    let members = scene.network.members();
    members.iter().map(Vec::len).collect()
}

/// The pairs of departments with a reported tie, and how many as far as that may be told.
fn links(scene: &Scene, findings: &Findings) -> Vec<Link> {
    let (pairs, numbers) = (findings.pairs(), numbers(&scene.rooms));
    let mut links: Vec<Link> = pairs
        .iter()
        .filter(|(_, pair)| pair.state == PairState::Reported)
        .filter_map(|((from, to), figures)| {
            let [a, b] = pair(&numbers, from, to)?;
            Some(Link {
                a,
                b,
                ties: figures.ties.unwrap_or(0) as usize,
                binding: figures.binding.unwrap_or(0) as usize,
                hidden: figures.ties.is_none(),
                single: findings
                    .held
                    .contains(&((*from).to_owned(), (*to).to_owned())),
            })
        })
        .collect();
    links.sort_by_key(|link| (link.a, link.b));
    links
}

/// Takes over how many ties are inside a department, and whether it has any to others.
fn tell_inside(scene: &mut Scene, outline: &Outline) {
    let inside: BTreeMap<&str, Option<u32>> = outline
        .departments
        .iter()
        .map(|figures| (figures.department.as_str(), figures.internal))
        .collect();
    for (number, room) in scene.rooms.iter_mut().enumerate() {
        let figure = inside.get(room.name.as_str()).copied().flatten();
        room.inside = figure.map(|ties| ties as usize);
        let linked = |link: &&Link| link.a == number || link.b == number;
        room.outside = scene.links.iter().filter(linked).count();
    }
}
