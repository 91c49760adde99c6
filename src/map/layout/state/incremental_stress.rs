//! The scale-normalised stress ([`crate::map::quality::stress`]), kept up to date while single nodes move.

use multiversion::multiversion;

use crate::map::layout::effort::MOST_EVALUATED;
use crate::map::layout::graph::ClusteredGraph;

/// Number of independent accumulators (SIMD lanes).
const LANES: usize = 8;

/// The sums over some pairs of nodes of length / hops and of its square.
#[derive(Debug, Clone, Copy, Default)]
pub struct PartialSums {
    sum: f64,
    squares: f64,
}

/// The sums over all connected pairs of nodes.
pub struct IncrementalStress {
    /// 1 / hops between two nodes, 0 where no way leads; empty for more than [`MOST_EVALUATED`] nodes.
    inverse: Vec<f32>,
    nodes: usize,
    pairs: f64,
    all: PartialSums,
}

impl IncrementalStress {
    /// The stress of a graph whose nodes lie there; O(nodes² + nodes · ties), and nothing for more than
    /// [`MOST_EVALUATED`] nodes.
    pub fn new(graph: &ClusteredGraph, x: &[f32], y: &[f32]) -> Self {
        let nodes = x.len();
        let mut stress = Self {
            inverse: Vec::new(),
            nodes,
            pairs: 0.0,
            all: PartialSums::default(),
        };
        if nodes > MOST_EVALUATED {
            return stress;
        }
        stress.inverse = (0..nodes)
            .flat_map(|from| graph.hops(from))
            .map(|hops| match hops {
                None | Some(0) => 0.0,
                Some(hops) => 1.0 / hops as f32,
            })
            .collect();
        let reached = stress.inverse.iter().filter(|inverse| **inverse > 0.0);
        stress.pairs = reached.count() as f64 / 2.0;
        let everyone: Vec<usize> = (0..nodes).collect();
        stress.all = stress.sums_of(&everyone, x, y);
        stress
    }

    /// The stress with one part of the sums in place of another.
    pub fn with(&self, before: PartialSums, after: PartialSums) -> f64 {
        let sum = self.all.sum - before.sum + after.sum;
        let squares = self.all.squares - before.squares + after.squares;
        if self.pairs > 0.0 && squares > 0.0 {
            1.0 - sum * sum / squares / self.pairs
        } else {
            0.0
        }
    }

    /// The stress.
    pub fn value(&self) -> f64 {
        self.with(PartialSums::default(), PartialSums::default())
    }

    /// Puts one part of the sums in place of another.
    pub fn replace(&mut self, before: PartialSums, after: PartialSums) {
        self.all.sum += after.sum - before.sum;
        self.all.squares += after.squares - before.squares;
    }

    /// The sums over all pairs with at least one of these nodes; O(moved nodes · nodes).
    pub fn sums_of(&self, moved: &[usize], x: &[f32], y: &[f32]) -> PartialSums {
        let mut part = PartialSums::default();
        if self.inverse.is_empty() {
            return part;
        }
        for (at, &from) in moved.iter().enumerate() {
            let row = &self.inverse[from * self.nodes..][..self.nodes];
            let ratio = |to: usize| length(x[to] - x[from], y[to] - y[from]) * row[to];
            let (sums, squares) = row_sums([x[from], y[from]], [x, y], row);
            part.sum += sums.iter().map(|lane| f64::from(*lane)).sum::<f64>();
            part.squares += squares.iter().map(|lane| f64::from(*lane)).sum::<f64>();
            // A pair of two moved nodes is in both rows.
            for &to in &moved[..at] {
                let ratio = f64::from(ratio(to));
                part.sum -= ratio;
                part.squares -= ratio * ratio;
            }
        }
        part
    }
}

/// The sums of length / hops, and of its square, from one node to all, in as many accumulators. Compiled for AVX2 too, as
/// a plain loop for the reason that the segments have.
#[multiversion(targets("x86_64+avx2"))]
fn row_sums(
    [from_x, from_y]: [f32; 2],
    [x, y]: [&[f32]; 2],
    inverse: &[f32],
) -> ([f32; LANES], [f32; LANES]) {
    let (mut sums, mut squares) = ([0.0f32; LANES], [0.0f32; LANES]);
    let (whole_x, rest_x) = x.as_chunks::<LANES>();
    let (whole_y, rest_y) = y.as_chunks::<LANES>();
    let (whole, rest) = inverse.as_chunks::<LANES>();
    let rows = whole.len();
    let (whole_x, whole_y) = (&whole_x[..rows], &whole_y[..rows]);
    for row in 0..rows {
        for lane in 0..LANES {
            let across = length(whole_x[row][lane] - from_x, whole_y[row][lane] - from_y);
            let ratio = across * whole[row][lane];
            sums[lane] += ratio;
            squares[lane] += ratio * ratio;
        }
    }
    for lane in 0..rest.len() {
        let ratio = length(rest_x[lane] - from_x, rest_y[lane] - from_y) * rest[lane];
        sums[lane] += ratio;
        squares[lane] += ratio * ratio;
    }
    (sums, squares)
}

#[inline]
fn length(x: f32, y: f32) -> f32 {
    (x * x + y * y).sqrt()
}
