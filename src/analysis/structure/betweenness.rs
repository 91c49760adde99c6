//! Betweenness: how many shortest paths lead over an actor.

use rayon::prelude::*;
use serde::{Serialize, Serializer};

use crate::domain::Stopped;

use super::super::draws::sample;
use super::super::graph::Graph;
use super::super::progress::{Meter, Progress, Stage};
use super::sweep::{LANES, Sweep};

/// Past this many actors only the paths from some sources are counted, unless all are asked for.
pub const MOST_EXACT: usize = 20_000;

/// From how many sources the paths are then counted.
pub const SAMPLED: u32 = 2_000;

/// Into how many parts the sources are divided; fixed, so the sums are the same on any number of cores.
const STRIPS: usize = 64;

/// How betweenness is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BetweennessMethod {
    /// From all sources.
    Exact,
    /// From so many sources, drawn with this seed, and scaled to all.
    Sampled {
        /// How many sources.
        sampled: u32,
        /// The seed of the draw.
        seed: u64,
    },
}

impl BetweennessMethod {
    /// Exact up to [`MOST_EXACT`] actors, or where it is asked for; else sampled.
    pub fn of(actors: usize, exact: bool, seed: u64) -> Self {
        if exact || actors <= MOST_EXACT {
            Self::Exact
        } else {
            Self::Sampled {
                sampled: SAMPLED,
                seed,
            }
        }
    }
}

impl Serialize for BetweennessMethod {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Sample {
            sampled: u32,
            seed: u64,
        }
        match *self {
            Self::Exact => serializer.serialize_str("exact"),
            Self::Sampled { sampled, seed } => Sample { sampled, seed }.serialize(serializer),
        }
    }
}

/// Returns for each actor the sum over all pairs of others of the share of their shortest paths that lead over it: pairs of a
/// directed graph along the arcs and in either order, else each pair once.
///
/// Raw, not divided by the number of pairs; pairs without a path give nothing. Freeman 1977, Sociometry 40:35–41; by
/// what depends on an actor from each source: Brandes 2001, Journal of Mathematical Sociology 25:163–177. From some
/// sources only, drawn without repetition and scaled by actors / sources: Brandes & Pich 2007, International Journal
/// of Bifurcation and Chaos 17:2303–2318. Time O(sources · ties), memory O(actors) for each core. None where there are more shortest paths than a number can hold (10³⁰⁸).
pub fn betweenness(
    graph: &Graph,
    method: BetweennessMethod,
    progress: &dyn Progress,
) -> Result<Option<Vec<f64>>, Stopped> {
    let rows = graph.outgoing(|_| true);
    let (sources, scale) = match method {
        BetweennessMethod::Exact => ((0..graph.len() as u32).collect(), 1.0),
        BetweennessMethod::Sampled { sampled, seed } => {
            let sources = sample(graph.len() as u32, sampled, seed);
            let scale = graph.len() as f64 / sources.len().max(1) as f64;
            (sources, scale)
        }
    };
    let scale = if graph.directed { scale } else { scale / 2.0 };
    let meter = Meter::new(
        progress,
        Stage::ShortestPaths,
        sources.len().div_ceil(LANES),
    );
    let strips: Vec<Option<Vec<f64>>> = (0..STRIPS.min(sources.len().div_ceil(LANES)))
        .into_par_iter()
        .map(|strip| {
            let mut sum = vec![0.0; graph.len()];
            let mut sweep = Sweep::new(&rows);
            for sources in sources.chunks(LANES).skip(strip).step_by(STRIPS) {
                meter.check()?;
                meter.step();
                if !sweep.add(sources, &mut sum) {
                    return Ok(None);
                }
            }
            Ok(Some(sum))
        })
        .collect::<Result<_, Stopped>>()?;
    let Some(strips) = strips.into_iter().collect::<Option<Vec<_>>>() else {
        return Ok(None);
    };
    let mut total = vec![0.0; graph.len()];
    for strip in strips {
        for (total, part) in total.iter_mut().zip(strip) {
            *total += part;
        }
    }
    for total in &mut total {
        *total *= scale;
    }
    Ok(Some(total))
}
