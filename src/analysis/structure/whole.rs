//! The parts of a network's structure that several figures need, computed once.

use crate::domain::Stopped;

use super::super::graph::Graph;
use super::super::options::Options;
use super::super::progress::Progress;
use super::betweenness::{BetweennessMethod, betweenness};
use super::centralization::{Centralization, Degrees};
use super::closure::triangles;
use super::components;
use super::cuts::Cuts;

/// A network's structure, as far as it is costly to find.
pub(in super::super) struct Whole {
    /// The sizes of the connected components.
    pub components: Vec<usize>,
    /// The ties of each actor.
    pub degrees: Degrees<Vec<u32>>,
    /// The triangles of each actor.
    pub triangles: Vec<u64>,
    /// Cut points and bridges.
    pub cuts: Cuts,
    /// How betweenness is computed.
    pub method: BetweennessMethod,
    /// The betweenness of each actor; none where nobody asks for it or for a sample, or paths are too many to be counted.
    pub betweenness: Option<Vec<f64>>,
    /// Whether all paths are counted.
    paths: bool,
}

impl Whole {
    /// Finds it out. A sample of betweenness says nothing of the whole, so it is drawn for the actors' figures alone.
    pub(in super::super) fn of(
        graph: &Graph,
        options: &Options,
        progress: &dyn Progress,
    ) -> Result<Self, Stopped> {
        let method = BetweennessMethod::of(graph.len(), options.exact_betweenness, options.seed);
        let paths = method == BetweennessMethod::Exact && options.structure;
        Ok(Self {
            components: components(graph),
            degrees: Degrees::of(graph),
            triangles: triangles(graph),
            cuts: Cuts::of(graph),
            method,
            paths,
            betweenness: match paths || options.actors {
                true => betweenness(graph, method, progress)?,
                false => None,
            },
        })
    }

    /// The centralization; by betweenness and closeness only where all paths are counted.
    pub(in super::super) fn centralization(
        &self,
        graph: &Graph,
        progress: &dyn Progress,
    ) -> Result<Centralization, Stopped> {
        let betweenness = self.betweenness.as_deref().filter(|_| self.paths);
        let closeness = self.paths && self.components.len() == 1;
        Centralization::of(graph, &self.degrees, betweenness, closeness, progress)
    }
}
