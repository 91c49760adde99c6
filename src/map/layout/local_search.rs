//! The local search that improves a candidate: nodes and rooms are moved where that saves crossings, stress or strikes.
//!
//! Threshold accepting (Dueck, Scheuer 1990). It ends after a number of moves or of comparisons, never after a time.

use rand_xoshiro::Xoshiro256PlusPlus;

use super::effort::SearchLimits;
use super::graph::ClusteredGraph;
use super::problem::Problem;
use super::random::{below, unit};
use super::state::{Acceptance, Evaluation, Move, MoveKind, NewPlaces, State};
use crate::domain::Stop;
use crate::map::plane::{Point, Rect};

/// The weight of a single tie relative to one of many, and in a dense graph as a share of all crossings.
const SINGLE: (u32, f64) = (60, 0.01);

/// The weight of one of two ties between two rooms.
const ONE_OF_TWO: u32 = 4;

/// The greatest weight of a single tie.
const MOST: f64 = 20_000.0;

/// The most pairs of a single tie with a node or room that are looked at in one repair.
const REPAIR_WORK: usize = 50_000_000;

/// The threshold at the beginning of a repair, as a share of the cost of one struck single tie.
const REPAIR_HEAT: f64 = 0.3;

/// Number of moves between two questions whether anybody still waits.
const ASKED: usize = 16;

/// The share of repairs that are rejected at once, which is quick, where they do not relieve their tie.
const RELIEVED: f64 = 0.8;

/// The share of repairs that set what is struck beside the tie, and not somewhere.
const ASIDE: f64 = 0.4;

/// How many times higher the threshold is for moves of rooms than for those of nodes.
const ROOM_THRESHOLD: f64 = 3.0;

/// The weight of each tie where it strikes something: `single` where it is the only one between its rooms.
fn weights(graph: &ClusteredGraph, single: u32) -> Vec<u32> {
    let links = graph.links();
    let weight = |(tie, (a, b)): (usize, (usize, usize))| {
        let (a, b) = (graph.room_of[a], graph.room_of[b]);
        let pair = (a.min(b), a.max(b));
        let found = links.binary_search_by(|link| (link.a, link.b).cmp(&pair));
        match found.map(|at| links[at].ties) {
            _ if graph.is_single(tie) => single,
            Ok(..=2) => ONE_OF_TWO,
            _ => 1,
        }
    };
    graph.ties().enumerate().map(weight).collect()
}

/// A candidate layout, with a random generator of its own.
pub struct LocalSearch<'a> {
    state: State<'a>,
    rng: Xoshiro256PlusPlus,
    stop: &'a Stop,
    weights: Vec<u32>,
    /// The weights while single ties are repaired.
    strict_weights: Vec<u32>,
    /// The weight of a single tie by these.
    strict: u32,
    /// How many single ties strike something.
    pub struck: usize,
}

impl<'a> LocalSearch<'a> {
    /// The candidate of these places; `stress_weight` is that of the whole stress, as a multiple of all crossings there.
    pub fn new(
        problem: &'a Problem,
        members: &'a [Vec<usize>],
        places: Vec<Point>,
        (stress_weight, rng): (f64, Xoshiro256PlusPlus),
        stop: &'a Stop,
    ) -> Self {
        let graph = &problem.graph;
        let first = weights(graph, SINGLE.0);
        let state = State::new(problem, members, &first, places, stress_weight);
        let crossings = state.initial_crossings;
        let single = SINGLE.0.max((SINGLE.1 * crossings).min(MOST) as u32);
        let strict = single.max(crossings.min(MOST) as u32);
        Self {
            struck: state.struck(SINGLE.0).len(),
            weights: weights(graph, single),
            strict_weights: weights(graph, strict),
            state,
            rng,
            stop,
            strict,
        }
    }

    /// The cost by which candidates are compared ([`State::cost`]).
    pub fn cost(&self) -> f64 {
        self.state.cost()
    }

    /// Frees struck single ties by at most so many tried moves: most succeed while the rooms are small and there is space
    /// between them.
    pub fn repair(&mut self, tries: usize) {
        self.state.weigh(&self.strict_weights);
        let (state, rng) = (&mut self.state, &mut self.rng);
        repair(state, self.strict, tries, rng, self.stop);
        self.struck = self.state.struck(self.strict).len();
    }

    /// Improves the places of all nodes and rooms, roughly and then by the finest evaluation, and repairs single ties.
    pub fn improve(&mut self, limits: SearchLimits) {
        let (state, rng, stop) = (&mut self.state, &mut self.rng, self.stop);
        state.weigh(&self.weights);
        let (rough, exact) = limits.trials;
        search(state, Evaluation::Rough, rough, limits, (rng, stop));
        state.recount();
        let finest = state.finest();
        search(state, finest, exact, limits, (rng, stop));
        self.repair(limits.repairs);
    }

    /// The places of the nodes and of the rooms' names, stretched over the frame.
    pub fn stretched(mut self) -> (Vec<Point>, Vec<Rect>) {
        self.state.stretch(self.strict);
        let titles = self.state.outlines.iter().map(|outline| outline.title);
        let titles = titles.collect();
        (self.state.places, titles)
    }
}

/// Tries so many moves of any kind for each node. Threshold and steps fall with the trials and the work that are left.
fn search(
    state: &mut State,
    evaluation: Evaluation,
    trials: usize,
    limits: SearchLimits,
    (rng, stop): (&mut Xoshiro256PlusPlus, &Stop),
) {
    let n = state.places.len();
    let (trials, start) = (trials * n, state.work);
    let mean = limits.heat * state.initial_crossings / n.max(1) as f64;
    let mut moves = NewPlaces::new();
    for round in 0..trials {
        let done = (state.work - start) as f64 / limits.work as f64;
        let left = 1.0 - done.max(round as f64 / trials as f64);
        if left <= 0.0 || (round.is_multiple_of(ASKED) && stop.is_raised()) {
            break;
        }
        let threshold = mean * left * left * unit(rng);
        let node = below(rng, n);
        let (kind, wide) = match below(rng, 20) {
            0..=11 => (MoveKind::Shift, 0.03 + 0.97 * left * unit(rng)),
            12..=16 => (MoveKind::Exchange, 0.0),
            _ if state.members.len() < 2 => continue,
            17 => {
                let share = unit(rng);
                (MoveKind::ShiftRoom, 0.02 + 0.4 * left * share * share)
            }
            18 => (MoveKind::Mirror, 0.0),
            _ => (MoveKind::ExchangeRooms, 0.0),
        };
        let threshold = match kind {
            MoveKind::Shift | MoveKind::Exchange => threshold,
            _ => ROOM_THRESHOLD * threshold,
        };
        let acceptance = Acceptance {
            evaluation,
            threshold,
            relieved: None,
        };
        Move { kind, node, wide }.attempt(state, acceptance, &mut moves, rng);
    }
}

/// Tries moves of what struck single ties run over, and of their ends, until none is struck or nobody waits any more.
fn repair(state: &mut State, strict: u32, most: usize, rng: &mut Xoshiro256PlusPlus, stop: &Stop) {
    let mut struck = state.struck(strict);
    let mut moves = NewPlaces::new();
    let pairs = state.heavy_ties() * (state.places.len() + state.members.len());
    let repairs = most.min(REPAIR_WORK / pairs.max(1));
    for round in 0..repairs {
        if struck.is_empty() || (round.is_multiple_of(ASKED) && stop.is_raised()) {
            return;
        }
        let one = &struck[below(rng, struck.len())];
        let (a, b) = state.problem.graph.ends(one.tie);
        let node = match below(rng, 4) {
            0 => a,
            1 => b,
            _ => one.over[below(rng, one.over.len())],
        };
        let share = unit(rng);
        let aside = node != a && node != b && unit(rng) < ASIDE;
        let (kind, wide) = match below(rng, 9) {
            _ if aside => (MoveKind::Aside(one.tie), share),
            0..=2 => (MoveKind::Shift, share),
            3..=4 => (MoveKind::Exchange, 0.0),
            5 => (MoveKind::ShiftRoom, 0.01 + 0.5 * share * share),
            6 => (MoveKind::Mirror, 0.0),
            7 => (MoveKind::ExchangeRooms, 0.0),
            _ => (MoveKind::Tighten, 0.0),
        };
        let left = 1.0 - round as f64 / repairs as f64;
        let acceptance = Acceptance {
            evaluation: state.finest(),
            threshold: f64::from(strict) * REPAIR_HEAT * left * left * unit(rng),
            relieved: Some(one.tie).filter(|_| unit(rng) < RELIEVED),
        };
        if (Move { kind, node, wide }).attempt(state, acceptance, &mut moves, rng) {
            struck = state.struck(strict);
        }
    }
}
