//! The graph that is laid out: nodes divided into rooms, and ties between nodes.

use std::collections::BTreeMap;

use petgraph::graph::{NodeIndex, UnGraph};
use petgraph::visit::Bfs;

/// A graph whose nodes are divided into rooms, known as a clustered graph.
///
/// Nodes, rooms and ties are numbered from 0; every step of the layout goes through them in this order.
#[derive(Debug, Clone)]
pub struct ClusteredGraph {
    /// The room of each node.
    pub room_of: Vec<usize>,
    /// How many rooms there are.
    pub rooms: usize,
    ties: UnGraph<(), Tie>,
}

impl PartialEq for ClusteredGraph {
    fn eq(&self, other: &Self) -> bool {
        let tied = |graph: &Self| -> Vec<(usize, usize, bool)> {
            let ties = graph.ties().enumerate();
            ties.map(|(tie, (a, b))| (a, b, graph.is_single(tie)))
                .collect()
        };
        self.rooms == other.rooms && self.room_of == other.room_of && tied(self) == tied(other)
    }
}

/// A tie between two nodes.
#[derive(Debug, Clone, Copy)]
struct Tie {
    /// Whether it is the only one between its rooms, in any phase.
    is_single: bool,
}

/// Two rooms with ties between them.
#[derive(Debug, Clone, Copy)]
pub struct RoomLink {
    /// The room of the lower number.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// How many ties there are between them.
    pub ties: usize,
    /// Whether in some phase there is only one.
    pub has_single: bool,
}

impl ClusteredGraph {
    /// The graph of nodes in these rooms. Each tied pair of nodes stands once, with whether it is the only one between
    /// its rooms in any phase.
    pub fn new(
        room_of: Vec<usize>,
        rooms: usize,
        tied: impl IntoIterator<Item = (usize, usize, bool)>,
    ) -> Self {
        let mut ties = UnGraph::default();
        room_of.iter().for_each(|_| {
            ties.add_node(());
        });
        for (a, b, is_single) in tied {
            ties.add_edge(NodeIndex::new(a), NodeIndex::new(b), Tie { is_single });
        }
        Self {
            room_of,
            rooms,
            ties,
        }
    }

    /// The graph of the rooms alone, known as the quotient graph: each room is a node in a room of its own, each linked
    /// pair a single tie.
    pub fn quotient(&self) -> Self {
        let links = self.links();
        let ties = links.iter().map(|link| (link.a, link.b, true));
        Self::new((0..self.rooms).collect(), self.rooms, ties)
    }

    /// How many nodes there are.
    pub fn nodes(&self) -> usize {
        self.room_of.len()
    }

    /// How many ties there are.
    pub fn tie_count(&self) -> usize {
        self.ties.edge_count()
    }

    /// The two nodes of a tie.
    pub fn ends(&self, tie: usize) -> (usize, usize) {
        let tie = &self.ties.raw_edges()[tie];
        (tie.source().index(), tie.target().index())
    }

    /// The two nodes of each tie.
    pub fn ties(&self) -> impl Iterator<Item = (usize, usize)> {
        (0..self.tie_count()).map(|tie| self.ends(tie))
    }

    /// Whether a tie is the only one between its rooms, in any phase.
    pub fn is_single(&self, tie: usize) -> bool {
        self.ties.raw_edges()[tie].weight.is_single
    }

    /// Whether two nodes are tied.
    pub fn are_tied(&self, a: usize, b: usize) -> bool {
        let (a, b) = (NodeIndex::new(a), NodeIndex::new(b));
        self.ties.contains_edge(a, b)
    }

    /// How many ties a node is from each other ([`hops`]).
    pub fn hops(&self, from: usize) -> Vec<Option<u32>> {
        hops(&self.ties, NodeIndex::new(from))
    }

    /// The nodes of each room.
    pub fn members(&self) -> Vec<Vec<usize>> {
        let mut members = vec![Vec::new(); self.rooms];
        for (node, room) in self.room_of.iter().enumerate() {
            members[*room].push(node);
        }
        members
    }

    /// The pairs of rooms with ties between them, in the order of their numbers.
    pub fn links(&self) -> Vec<RoomLink> {
        let mut links: BTreeMap<(usize, usize), RoomLink> = BTreeMap::new();
        for tie in 0..self.tie_count() {
            let (a, b) = self.ends(tie);
            let (from, to) = (self.room_of[a], self.room_of[b]);
            let (a, b) = (from.min(to), from.max(to));
            if a != b {
                let none = RoomLink {
                    a,
                    b,
                    ties: 0,
                    has_single: false,
                };
                let link = links.entry((a, b)).or_insert(none);
                link.ties += 1;
                link.has_single |= self.is_single(tie);
            }
        }
        links.into_values().collect()
    }
}

/// The number of ties on the shortest way from a node to each other node; none where no way leads.
///
/// Breadth-first search, O(nodes + ties).
pub fn hops<N, E>(graph: &UnGraph<N, E>, from: NodeIndex) -> Vec<Option<u32>> {
    let mut hops = vec![None; graph.node_count()];
    hops[from.index()] = Some(0);
    let mut search = Bfs::new(graph, from);
    while let Some(node) = search.next(graph) {
        let next = hops[node.index()].map(|ties: u32| ties + 1);
        for other in graph.neighbors(node) {
            let known = &mut hops[other.index()];
            *known = known.or(next);
        }
    }
    hops
}
