//! Centralization: how far a network is gathered around one actor.

use serde::Serialize;

use crate::domain::Stopped;

use super::super::graph::Graph;
use super::super::progress::Progress;
use super::distance;

/// A figure of the ties of an actor: of all, with `directed` of those that others report and of those it reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Degrees<T> {
    /// Ties have no direction.
    Undirected {
        /// Of the ties.
        degree: T,
    },
    /// Ties are arcs.
    Directed {
        /// Of the arcs to an actor.
        in_degree: T,
        /// Of the arcs from an actor.
        out_degree: T,
    },
}

impl Degrees<Vec<u32>> {
    /// The ties of each actor.
    pub fn of(graph: &Graph) -> Self {
        if !graph.directed {
            let ties = |actor| graph.neighbours(actor).len() as u32;
            let degree = (0..graph.len() as u32).map(ties).collect();
            return Self::Undirected { degree };
        }
        let (mut in_degree, mut out_degree) = (vec![0; graph.len()], vec![0; graph.len()]);
        for arc in &graph.arcs {
            out_degree[arc.from as usize] += 1;
            in_degree[arc.to as usize] += 1;
        }
        Self::Directed {
            in_degree,
            out_degree,
        }
    }

    /// The ties of one actor.
    pub fn at(&self, actor: u32) -> Degrees<u32> {
        let at = actor as usize;
        match self {
            Self::Undirected { degree } => Degrees::Undirected { degree: degree[at] },
            Self::Directed {
                in_degree,
                out_degree,
            } => Degrees::Directed {
                in_degree: in_degree[at],
                out_degree: out_degree[at],
            },
        }
    }
}

/// How far a network is gathered around one actor: 0 all alike, 1 a star; null is what is undefined, and what counts
/// paths where no structure was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Centralization {
    /// By the number of ties.
    #[serde(flatten)]
    pub degrees: Degrees<Option<f64>>,
    /// By betweenness.
    pub betweenness: Option<f64>,
    /// By closeness.
    pub closeness: Option<f64>,
}

impl Centralization {
    /// Σ(max − cᵢ), divided by the most that a network of n actors can reach: a star.
    ///
    /// That is (n−1)(n−2) for ties, (n−1)² for arcs to or from an actor, (n−1)²(n−2) for betweenness (half of it
    /// without direction), and (n−1)(n−2)/(2n−3) for closeness (n−1)/Σd, of the undirected form. Undefined where
    /// that is 0. `betweenness` is that of all actors, none where it is not known exactly; `closeness` is whether it
    /// is wanted, which it cannot be where the network is not connected. Freeman 1979, Social Networks 1:215–239.
    pub fn of(
        graph: &Graph,
        degrees: &Degrees<Vec<u32>>,
        betweenness: Option<&[f64]>,
        closeness: bool,
        progress: &dyn Progress,
    ) -> Result<Self, Stopped> {
        let n = graph.len() as f64;
        let (others, rest) = (n - 1.0, n - 2.0);
        let of_ties = |ties: &Vec<u32>, most: f64| {
            let ties: Vec<f64> = ties.iter().copied().map(f64::from).collect();
            excess(&ties, most)
        };
        Ok(Self {
            degrees: match degrees {
                Degrees::Undirected { degree } => Degrees::Undirected {
                    degree: of_ties(degree, others * rest),
                },
                Degrees::Directed {
                    in_degree,
                    out_degree,
                } => Degrees::Directed {
                    in_degree: of_ties(in_degree, others * others),
                    out_degree: of_ties(out_degree, others * others),
                },
            },
            betweenness: betweenness.and_then(|betweenness| {
                let paths = others * others * rest;
                excess(
                    betweenness,
                    if graph.directed { paths } else { paths / 2.0 },
                )
            }),
            closeness: if closeness {
                let sums = distance::sums(graph, progress)?;
                let near: Vec<f64> = sums.into_iter().map(|sum| others / sum as f64).collect();
                excess(&near, others * rest / (2.0 * n - 3.0))
            } else {
                None
            },
        })
    }
}

/// Σ(max − cᵢ) / most; undefined below two actors and where nothing is possible.
fn excess(figures: &[f64], most: f64) -> Option<f64> {
    let largest = figures.iter().copied().fold(0.0, f64::max);
    let sum: f64 = figures.iter().map(|figure| largest - figure).sum();
    (figures.len() > 1 && most > 0.0).then(|| sum / most)
}
