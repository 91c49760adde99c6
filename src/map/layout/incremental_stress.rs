//! How badly the distances on the page fit those of the network, kept up to date while single nodes move.

use std::collections::VecDeque;

use super::{FOLLOWED, Network};

/// So many sums are kept apart, so that they are added at a time.
const LANES: usize = 8;

/// Sums of length by distance over some pairs of nodes, and of its square.
#[derive(Debug, Clone, Copy, Default)]
pub struct Part {
    sum: f64,
    squares: f64,
}

/// The sums over all pairs of nodes between which a way leads.
pub struct Strain {
    /// One by the number of ties between two nodes, 0 where no way leads; empty for more than
    /// [`FOLLOWED`] nodes.
    inverse: Vec<f32>,
    nodes: usize,
    pairs: f64,
    all: Part,
}

impl Strain {
    /// The strain of a network whose nodes lie there.
    pub fn of(network: &Network, x: &[f32], y: &[f32]) -> Self {
        let nodes = x.len();
        let mut strain = Self {
            inverse: Vec::new(),
            nodes,
            pairs: 0.0,
            all: Part::default(),
        };
        if nodes > FOLLOWED {
            return strain;
        }
        let neighbours = network.neighbours();
        strain.inverse = (0..nodes)
            .flat_map(|from| distances(from, &neighbours))
            .map(|ties| if ties > 0 { 1.0 / ties as f32 } else { 0.0 })
            .collect();
        let reached = strain.inverse.iter().filter(|inverse| **inverse > 0.0);
        strain.pairs = reached.count() as f64 / 2.0;
        let everyone: Vec<usize> = (0..nodes).collect();
        strain.all = strain.part(&everyone, x, y);
        strain
    }

    /// The scale-normalised stress ([`crate::map::quality::stress`]) with one part of the sums in place of another.
    pub fn with(&self, before: Part, after: Part) -> f64 {
        let sum = self.all.sum - before.sum + after.sum;
        let squares = self.all.squares - before.squares + after.squares;
        if self.pairs > 0.0 && squares > 0.0 {
            1.0 - sum * sum / squares / self.pairs
        } else {
            0.0
        }
    }

    /// The scale-normalised stress.
    pub fn value(&self) -> f64 {
        self.with(Part::default(), Part::default())
    }

    /// Puts one part of the sums in place of another.
    pub fn replace(&mut self, before: Part, after: Part) {
        self.all.sum += after.sum - before.sum;
        self.all.squares += after.squares - before.squares;
    }

    /// The part of all pairs with at least one of these nodes.
    pub fn part(&self, moved: &[usize], x: &[f32], y: &[f32]) -> Part {
        let mut part = Part::default();
        if self.inverse.is_empty() {
            return part;
        }
        let whole = self.nodes / LANES * LANES;
        for (at, &from) in moved.iter().enumerate() {
            let row = &self.inverse[from * self.nodes..][..self.nodes];
            let ratio = |to: usize| length(x[to] - x[from], y[to] - y[from]) * row[to];
            let (mut sums, mut squares) = ([0.0f32; LANES], [0.0f32; LANES]);
            let places = x.chunks_exact(LANES).zip(y.chunks_exact(LANES));
            for ((x_of, y_of), inverse) in places.zip(row.chunks_exact(LANES)) {
                for lane in 0..LANES {
                    let ratio = length(x_of[lane] - x[from], y_of[lane] - y[from]) * inverse[lane];
                    sums[lane] += ratio;
                    squares[lane] += ratio * ratio;
                }
            }
            for to in whole..self.nodes {
                sums[to - whole] += ratio(to);
                squares[to - whole] += ratio(to) * ratio(to);
            }
            part.sum += sums.iter().map(|lane| f64::from(*lane)).sum::<f64>();
            part.squares += squares.iter().map(|lane| f64::from(*lane)).sum::<f64>();
            // A pair of two moved nodes stands in both rows.
            for &to in &moved[..at] {
                let ratio = f64::from(ratio(to));
                part.sum -= ratio;
                part.squares -= ratio * ratio;
            }
        }
        part
    }
}

#[inline]
fn length(x: f32, y: f32) -> f32 {
    (x * x + y * y).sqrt()
}

/// How many ties lead to each node; 0 to itself and where no way leads.
fn distances(from: usize, neighbours: &[Vec<usize>]) -> Vec<u32> {
    let mut ties = vec![0; neighbours.len()];
    let mut queue = VecDeque::from([from]);
    while let Some(node) = queue.pop_front() {
        for &next in &neighbours[node] {
            if ties[next] == 0 && next != from {
                ties[next] = ties[node] + 1;
                queue.push_back(next);
            }
        }
    }
    ties
}
