//! What a picture shows: the actors of all phases with a place each, and of the selected phase who is there and the ties.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::{Audience, PairState};

use super::highlights::Findings;
use crate::map::layout::ClusteredGraph;

/// From this many actors on ties between departments are joined to bands.
const BANDED: usize = 150;

/// Rings are left out where more than one in so many actors would have one, if they are more than a few.
const RINGED: usize = 3;

/// So many rings are always seen one by one.
const FEW_RINGS: usize = 6;

/// The content of a picture, before anything has a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// The places of all phases: an actor that changes departments has one in each.
    pub nodes: Vec<Node>,
    /// The departments of all phases.
    pub rooms: Vec<SceneRoom>,
    /// All phases' nodes and ties, which alone decide the layout.
    pub network: ClusteredGraph,
    /// The ties of the selected phase.
    pub ties: Vec<SceneTie>,
    /// The counts for the lines under the title.
    pub counts: Counts,
    /// Whether single actors may be shown.
    pub audience: Audience,
    /// What lies between departments: for leaders as far as the aggregate tells it.
    pub links: Vec<Link>,
    /// The pairs of departments without a reported tie that are marked.
    pub empty: Vec<[usize; 2]>,
    /// How many actors hold two offices alone where they are too many to be marked; else none.
    pub unringed: usize,
}

/// A place for an actor.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// The actor's id.
    pub id: String,
    /// Its name, else its id.
    pub label: String,
    /// Whether it is there in the selected phase.
    pub present: bool,
    /// Whether it belongs to the core team then.
    pub core_team: bool,
    /// Whether it is a body.
    pub body: bool,
    /// Whether it alone holds two offices together.
    pub holder: bool,
}

/// A department as a room of the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct SceneRoom {
    /// The value of the column; empty where everybody is in one group or the column has none.
    pub name: String,
    /// Its place among the departments of all scopes, which decides its colour: the same in all pictures.
    pub hue: usize,
    /// Whether it is an office of the district authority.
    pub office: bool,
    /// Its actors in the selected phase.
    pub actors: usize,
    /// Its ties inside, in the selected phase; none where nothing is known of them, or leaders may not know.
    pub inside: Option<usize>,
    /// Its ties to other departments; for leaders the departments that it has ties to.
    pub outside: usize,
    /// Whether more ties stay inside than chance explains.
    pub closed: bool,
}

impl SceneRoom {
    /// Whether it visibly has no tie to others; those without a department are none.
    pub fn is_alone(&self) -> bool {
        self.outside == 0 && !self.name.is_empty()
    }
}

/// A tie of the selected phase between two nodes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SceneTie {
    /// One node, the smaller number.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// The strength.
    pub strength: f64,
    /// Whether it is agreed in writing.
    pub binding: bool,
}

/// What is counted under the title.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Actors in the selected phase.
    pub actors: usize,
    /// Those of them without a department, where others have one.
    pub unassigned: usize,
    /// Departments with an actor in it.
    pub departments: usize,
    /// Ties in it.
    pub ties: usize,
    /// Ties agreed in writing.
    pub binding: usize,
    /// Who was asked and who answered, where that was recorded.
    pub asked: Option<(usize, usize)>,
}

impl Scene {
    /// Whether single actors are shown with their ties: not to leaders.
    pub fn shows_actors(&self) -> bool {
        self.audience == Audience::Working
    }

    /// Whether the ties between departments are shown as bands alone: to leaders, and of large networks.
    pub fn banded(&self) -> bool {
        !self.shows_actors() || self.nodes.len() >= BANDED
    }

    /// Takes over what the figures say; for leaders nothing else is left of the ties.
    pub fn mark(&mut self, findings: &Findings) {
        let at: BTreeMap<&str, usize> = self
            .rooms
            .iter()
            .map(|room| room.name.as_str())
            .zip(0..)
            .collect();
        let pair = |a: &str, b: &str| Some((*at.get(a)?, *at.get(b)?));
        self.empty = findings
            .empty
            .iter()
            .filter_map(|(a, b)| pair(a, b).map(|(a, b)| [a.min(b), a.max(b)]))
            .collect();
        if let Some(outline) = &findings.outline {
            let pairs = findings.pairs();
            self.links = pairs
                .iter()
                .filter(|(_, pair)| pair.state == PairState::Reported)
                .filter_map(|((a, b), figures)| {
                    let (from, to) = pair(a, b)?;
                    Some(Link {
                        a: from.min(to),
                        b: from.max(to),
                        ties: figures.ties.unwrap_or(0) as usize,
                        binding: figures.binding.unwrap_or(0) as usize,
                        hidden: figures.ties.is_none(),
                        single: findings.held.contains(&((*a).to_owned(), (*b).to_owned())),
                    })
                })
                .collect();
            self.links.sort_by_key(|link| (link.a, link.b));
            let inside: BTreeMap<&str, Option<u32>> = outline
                .departments
                .iter()
                .map(|figures| (figures.department.as_str(), figures.internal))
                .collect();
            for (number, room) in self.rooms.iter_mut().enumerate() {
                let figure = inside.get(room.name.as_str()).copied().flatten();
                room.inside = figure.map(|ties| ties as usize);
                let linked = |link: &&Link| link.a == number || link.b == number;
                room.outside = self.links.iter().filter(linked).count();
            }
            self.ties.clear();
        } else {
            self.links = self.tied();
            self.ring(&findings.holders);
        }
        for room in &mut self.rooms {
            room.closed = findings.closed.contains(&room.name);
            // Ties of bodies are drawn, though no figure counts them.
            let unknown = findings.unknown_inside.contains(&room.name);
            room.inside = room.inside.filter(|ties| *ties > 0 || !unknown);
        }
    }

    /// Marks who holds two offices alone: not where an office has only one actor, and not where nearly everybody does.
    fn ring(&mut self, holders: &BTreeSet<String>) {
        for (node, room) in self.nodes.iter_mut().zip(&self.network.room_of) {
            let alone = self.rooms[*room].actors == 1;
            node.holder = node.present && !alone && holders.contains(&node.id);
        }
        let ringed = self.nodes.iter().filter(|node| node.holder).count();
        if ringed > FEW_RINGS && RINGED * ringed > self.counts.actors {
            self.unringed = ringed;
            self.nodes.iter_mut().for_each(|node| node.holder = false);
        }
    }

    /// The pairs of departments with ties in the selected phase, a < b, how many and how many of them binding.
    fn tied(&self) -> Vec<Link> {
        let mut links: BTreeMap<(usize, usize), Link> = BTreeMap::new();
        for tie in &self.ties {
            let (a, b) = (self.network.room_of[tie.a], self.network.room_of[tie.b]);
            if a == b {
                continue;
            }
            let (a, b) = (a.min(b), a.max(b));
            let link = links.entry((a, b)).or_insert(Link {
                a,
                b,
                ties: 0,
                binding: 0,
                hidden: false,
                single: false,
            });
            link.ties += 1;
            link.binding += usize::from(tie.binding);
        }
        links.into_values().collect()
    }
}

/// All ties between two departments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// One department's number.
    pub a: usize,
    /// The other's, greater.
    pub b: usize,
    /// How many ties.
    pub ties: usize,
    /// How many of them agreed in writing.
    pub binding: usize,
    /// Whether leaders may know only that there are some.
    pub hidden: bool,
    /// Whether all of them hang on one function, where that is said of the pair.
    pub single: bool,
}
