//! The graphs of all phases laid over each other, so that a place stands for an actor in every phase.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::{Graph, Inclusion, Selection, SelectionError, asked_and_answered};
use crate::domain::{Survey, natural};

use super::scene::{Closed, Counts, Node, Scene, SceneRoom, SceneTie};
use crate::map::hues::hues;
use crate::map::layout::ClusteredGraph;

/// The phases' graphs laid over each other; an actor is named by its number in the survey and its department.
#[derive(Default)]
pub struct Union {
    offices_alone: bool,
    /// Whether the ties of bodies count.
    bodies: bool,
    nodes: BTreeSet<NodeKey>,
    /// The number of each department's colour.
    hues: BTreeMap<String, usize>,
    ties: BTreeSet<(NodeKey, NodeKey)>,
    /// The ties that are the only one between two departments in one of the phases.
    only: BTreeSet<(NodeKey, NodeKey)>,
}

type NodeKey = (u32, Option<String>);

fn key(graph: &Graph, actor: u32) -> NodeKey {
    let member = &graph.actors[actor as usize];
    let group = member
        .group
        .map(|group| graph.groups[group as usize].clone());
    (member.actor, group)
}

impl Union {
    /// All phases of a selection of which this is the graph, of each what is `shown`.
    pub fn over(
        survey: &Survey,
        selection: &Selection,
        graph: &Graph,
        shown: &dyn Fn(Graph) -> Graph,
    ) -> Result<Self, SelectionError> {
        let mut union = Self {
            offices_alone: selection.scope == Inclusion::Offices,
            bodies: selection.bodies,
            hues: hues(survey, selection)?,
            ..Self::default()
        };
        let mut phases: Vec<Option<String>> = survey
            .phases
            .iter()
            .map(|phase| Some(phase.id.clone()))
            .collect();
        if !survey.from_district || survey.phases.is_empty() {
            phases.push(None);
        }
        for phase in phases {
            let selection = Selection {
                phase,
                ..selection.clone()
            };
            union.add(&shown(Graph::select(survey, &selection)?));
        }
        // The selected phase is among them; only an unusual survey would not be covered without this.
        union.add(graph);
        Ok(union)
    }

    /// Whether the scope shows the actor.
    fn shows(&self, graph: &Graph, actor: u32) -> bool {
        !self.offices_alone || graph.actors[actor as usize].office
    }

    /// Lays a phase's graph over those before.
    pub fn add(&mut self, graph: &Graph) {
        let keys: Vec<NodeKey> = (0..graph.len() as u32)
            .map(|actor| key(graph, actor))
            .collect();
        let mut between: BTreeMap<[&Option<String>; 2], Vec<(NodeKey, NodeKey)>> = BTreeMap::new();
        for tie in &graph.ties {
            if !self.shows(graph, tie.a) || !self.shows(graph, tie.b) {
                continue;
            }
            let (from, to) = (&keys[tie.a as usize], &keys[tie.b as usize]);
            let pair = (from.clone(), to.clone());
            if from.1 != to.1 {
                let departments = [(&from.1).min(&to.1), (&from.1).max(&to.1)];
                between.entry(departments).or_default().push(pair.clone());
            }
            self.ties.insert(pair);
        }
        let single = between.into_values().filter(|ties| ties.len() == 1);
        self.only.extend(single.flatten());
        for (actor, key) in (0..).zip(keys) {
            if self.shows(graph, actor) {
                self.nodes.insert(key);
            }
        }
    }

    /// The scene of a selection, of which this is the graph.
    pub fn scene(self, survey: &Survey, graph: &Graph) -> Scene {
        let (network, mut rooms) = self.layout();
        let mut nodes = self.nodes(survey);
        let at: BTreeMap<&NodeKey, usize> = self.nodes.iter().zip(0..).collect();
        let places: Vec<Option<usize>> = (0..graph.len() as u32)
            .map(|actor| at.get(&key(graph, actor)).copied())
            .collect();
        settle(
            survey,
            graph,
            &places,
            &network.room_of,
            &mut nodes,
            &mut rooms,
        );
        let counted = |node: usize| self.bodies || !nodes[node].body;
        let ties = ties(graph, &places, &counted);
        for tie in &ties {
            let (a, b) = (network.room_of[tie.a], network.room_of[tie.b]);
            for room in [a, b].into_iter().filter(|_| a != b) {
                rooms[room].reached = true;
            }
            if !tie.counted {
                continue;
            }
            if a == b {
                rooms[a].inside = rooms[a].inside.map(|ties| ties + 1);
            } else {
                rooms[a].outside += 1;
                rooms[b].outside += 1;
            }
        }
        Scene {
            counts: Counts {
                actors: places.iter().flatten().count(),
                unassigned: unassigned(&rooms),
                departments: inhabited(&rooms),
                ties: Some(ties.len()),
                binding: ties.iter().filter(|tie| tie.binding).count(),
                asked: asked(graph, &places),
                asked_overall: false,
            },
            nodes,
            rooms,
            network,
            ties,
            sizes: None,
            links: Vec::new(),
            empty: Vec::new(),
            unringed: 0,
        }
    }

    /// What the layout depends on, and the rooms, in which nobody is yet.
    fn layout(&self) -> (ClusteredGraph, Vec<SceneRoom>) {
        let shown: BTreeSet<&Option<String>> = self.nodes.iter().map(|key| &key.1).collect();
        let mut named: Vec<&Option<String>> = shown.into_iter().collect();
        // Who has no department comes last.
        named.sort_by(|a, b| match (a, b) {
            (Some(a), Some(b)) => natural(a, b),
            _ => b.is_some().cmp(&a.is_some()),
        });
        let hue = |name: &Option<String>| name.as_ref().and_then(|name| self.hues.get(name));
        let rooms: Vec<SceneRoom> = named
            .iter()
            .map(|name| SceneRoom {
                name: (*name).clone().unwrap_or_default(),
                hue: hue(name).copied().unwrap_or(self.hues.len()),
                office: true,
                actors: 0,
                inside: Some(0),
                outside: 0,
                reached: false,
                closed: Closed::No,
            })
            .collect();
        let room: BTreeMap<&Option<String>, usize> = named.into_iter().zip(0..).collect();
        let at: BTreeMap<&NodeKey, usize> = self.nodes.iter().zip(0..).collect();
        let ties = self.ties.iter().map(|pair| {
            let (a, b) = (at[&pair.0], at[&pair.1]);
            (a.min(b), a.max(b), self.only.contains(pair))
        });
        let network = ClusteredGraph::new(
            self.nodes.iter().map(|key| room[&key.1]).collect(),
            rooms.len(),
            ties,
        );
        (network, rooms)
    }

    /// The places for actors, none of whom is there yet.
    fn nodes(&self, survey: &Survey) -> Vec<Node> {
        let actors = self.nodes.iter();
        let actors = actors.map(|(actor, _)| &survey.actors[*actor as usize]);
        actors
            .map(|actor| Node {
                id: actor.id.clone(),
                label: actor.label.clone(),
                present: false,
                core_team: false,
                body: false,
                holder: false,
            })
            .collect()
    }
}

/// Puts who is there in the selected phase into nodes and rooms.
fn settle(
    survey: &Survey,
    graph: &Graph,
    places: &[Option<usize>],
    room_of: &[usize],
    nodes: &mut [Node],
    rooms: &mut [SceneRoom],
) {
    let mut presences = survey.presences.iter();
    let kinds_known = presences.any(|row| survey.department_kind(row).is_some());
    for (member, place) in graph.actors.iter().zip(places) {
        let Some(place) = *place else { continue };
        let node = &mut nodes[place];
        node.present = true;
        node.core_team = member.core_team;
        node.body = member.body;
        let room = &mut rooms[room_of[place]];
        room.actors += 1;
        room.office &= member.office || !kinds_known;
    }
}

/// The ties of the selected phase between the places of its actors, of whom not all are `counted`.
fn ties(graph: &Graph, places: &[Option<usize>], counted: &dyn Fn(usize) -> bool) -> Vec<SceneTie> {
    let ties = graph.ties.iter().filter_map(|tie| {
        let (a, b) = (places[tie.a as usize]?, places[tie.b as usize]?);
        Some(SceneTie {
            a: a.min(b),
            b: a.max(b),
            strength: tie.strength,
            binding: tie.binding == Some(true),
            counted: counted(a) && counted(b),
        })
    });
    ties.collect()
}

/// Who of those shown was asked and who answered, where that was recorded.
fn asked(graph: &Graph, places: &[Option<usize>]) -> Option<(usize, usize)> {
    if !graph.answers_recorded() {
        return None;
    }
    let members = graph.actors.iter().zip(places);
    let shown = members.filter_map(|(member, place)| place.map(|_| member));
    Some(asked_and_answered(shown))
}

/// How many departments have an actor in the selected phase.
pub fn inhabited(rooms: &[SceneRoom]) -> usize {
    let rooms = rooms.iter().filter(|room| !room.name.is_empty());
    rooms.filter(|room| room.actors > 0).count()
}

/// The actors without a department, where others have one.
pub fn unassigned(rooms: &[SceneRoom]) -> usize {
    let without = rooms.iter().filter(|room| room.name.is_empty());
    without
        .filter(|_| rooms.len() > 1)
        .map(|room| room.actors)
        .sum()
}
