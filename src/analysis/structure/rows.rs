//! Where arcs lead, as compressed rows.

use super::super::graph::Graph;

/// For each actor the ends of its arcs in one array, in order; a tie without direction leads both ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    offsets: Vec<u32>,
    ends: Vec<u32>,
}

impl Rows {
    /// From each actor to those on whom it reports; undirected: to its neighbours.
    pub fn outgoing(graph: &Graph) -> Self {
        if graph.directed {
            Self::of(graph.len(), graph.arcs.iter().map(|arc| (arc.from, arc.to)))
        } else {
            Self::undirected(graph)
        }
    }

    /// From each actor to those that report on it; undirected: to its neighbours.
    pub fn incoming(graph: &Graph) -> Self {
        if graph.directed {
            Self::of(graph.len(), graph.arcs.iter().map(|arc| (arc.to, arc.from)))
        } else {
            Self::undirected(graph)
        }
    }

    /// From each actor to its neighbours.
    pub fn undirected(graph: &Graph) -> Self {
        let both = graph
            .ties
            .iter()
            .flat_map(|tie| [(tie.a, tie.b), (tie.b, tie.a)]);
        Self::of(graph.len(), both)
    }

    /// How many actors there are.
    pub fn len(&self) -> usize {
        self.offsets.len() - 1
    }

    /// The ends of an actor's arcs.
    pub fn at(&self, actor: u32) -> &[u32] {
        let at = actor as usize;
        &self.ends[self.offsets[at] as usize..self.offsets[at + 1] as usize]
    }

    /// Pairs of an actor and an end; ties and arcs come in the order of their pairs, so each row is in order.
    fn of(actors: usize, pairs: impl Iterator<Item = (u32, u32)> + Clone) -> Self {
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
