//! Where arcs lead, as compressed rows.

use std::ops::Range;

use super::super::graph::Graph;

/// For each actor the ends of its arcs in one array, in order; a tie without direction leads both ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    offsets: Vec<u32>,
    ends: Vec<u32>,
}

impl Rows {
    /// From each actor to those on whom it reports, undirected to its neighbours; both ends among those to keep.
    pub fn outgoing(graph: &Graph, keep: impl Fn(u32) -> bool + Copy) -> Self {
        if graph.directed {
            let arcs = graph.arcs.iter().map(|arc| (arc.from, arc.to));
            Self::of(graph.len(), arcs, keep)
        } else {
            Self::undirected(graph, keep)
        }
    }

    /// From each actor to those that report on it, undirected to its neighbours; both ends among those to keep.
    pub fn incoming(graph: &Graph, keep: impl Fn(u32) -> bool + Copy) -> Self {
        if graph.directed {
            let arcs = graph.arcs.iter().map(|arc| (arc.to, arc.from));
            Self::of(graph.len(), arcs, keep)
        } else {
            Self::undirected(graph, keep)
        }
    }

    /// From each actor to its neighbours; both ends among those to keep.
    pub fn undirected(graph: &Graph, keep: impl Fn(u32) -> bool + Copy) -> Self {
        let ties = graph.ties.iter();
        let both = ties.flat_map(|tie| [(tie.a, tie.b), (tie.b, tie.a)]);
        Self::of(graph.len(), both, keep)
    }

    /// How many actors there are.
    pub fn len(&self) -> usize {
        self.offsets.len() - 1
    }

    /// The ends of an actor's arcs.
    pub fn at(&self, actor: u32) -> &[u32] {
        &self.ends[self.range(actor)]
    }

    /// Where the ends of an actor's arcs stand among all.
    pub fn range(&self, actor: u32) -> Range<usize> {
        let at = actor as usize;
        self.offsets[at] as usize..self.offsets[at + 1] as usize
    }

    /// Pairs of an actor and an end; ties and arcs come in the order of their pairs, so each row is in order.
    fn of(
        actors: usize,
        pairs: impl Iterator<Item = (u32, u32)> + Clone,
        keep: impl Fn(u32) -> bool + Copy,
    ) -> Self {
        let pairs = pairs.filter(|(from, to)| keep(*from) && keep(*to));
        let mut offsets = vec![0; actors + 1];
        for (from, _) in pairs.clone() {
            offsets[from as usize + 1] += 1;
        }
        for at in 0..actors {
            offsets[at + 1] += offsets[at];
        }
        let mut next = offsets.clone();
        let mut ends = vec![0; offsets[actors] as usize];
        for (from, to) in pairs {
            ends[next[from as usize] as usize] = to;
            next[from as usize] += 1;
        }
        Self { offsets, ends }
    }
}
