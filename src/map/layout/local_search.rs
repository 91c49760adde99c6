//! The last touch: nodes and rooms are tried at other places while that saves crossings, stress, or ties over third
//! nodes and rooms. Threshold accepting (Dueck, Scheuer 1990), as long as a number of comparisons allows, never a time.

use rand_xoshiro::Xoshiro256PlusPlus;

use super::Plan;
use super::moves::{Kind, Move};
use super::sgd::{below, unit};
use super::starts::Network;
use super::state::{Bar, Look, Moves, Page};
use crate::domain::Stop;
use crate::map::plane::{Point, Rect};

/// How long is looked for better places, and how boldly.
#[derive(Debug, Clone, Copy)]
pub struct Search {
    /// Tried moves for each node by a rough look, and by an exact one.
    pub trials: (usize, usize),
    /// Pairs of ties compared at most.
    pub work: usize,
    /// How much worse a move may be at first, as a share of the crossings of one node.
    pub heat: f64,
    /// What the whole stress costs, as a multiple of all crossings at the start.
    pub stress: f64,
    /// Tried moves at most for only ties that run over something.
    pub repairs: usize,
}

/// What the only tie of a pair of rooms counts beside one of many, and in a dense network as a share of all crossings.
const ONLY: (u32, f64) = (60, 0.01);

/// What one of two ties of a pair counts.
const ONE_OF_TWO: u32 = 4;

/// More than this it never counts.
const MOST: f64 = 20_000.0;

/// So many pairs of only ties with nodes and rooms are looked at in repairs at most.
const REPAIR_WORK: usize = 50_000_000;

/// How much worse a repair may be at first, as a share of what one struck only tie costs.
const REPAIR_HEAT: f64 = 0.3;

/// After so many tries it is asked again whether somebody waits.
const ASKED: usize = 16;

/// How often a repair that does not help its tie is given up at once, which is quick, and not tried for what may follow.
const RELIEVED: f64 = 0.8;

/// How often what a tie runs over is moved aside, and not somewhere.
const ASIDE: f64 = 0.4;

/// Moves of rooms may be this much worse beside those of nodes.
const ROOMS_SLACK: f64 = 3.0;

/// What each tie counts where it runs over something: most where it is the only one between its rooms.
fn weights(network: &Network, only: u32) -> Vec<u32> {
    let links = network.links();
    let ties = network.ties.iter().zip(&network.only);
    ties.map(|((a, b, _), is_only)| {
        let (a, b) = (network.room_of[*a], network.room_of[*b]);
        let pair = (a.min(b), a.max(b));
        let found = links.binary_search_by(|link| (link.0, link.1).cmp(&pair));
        match found.map(|at| links[at].2) {
            _ if *is_only => only,
            Ok(ties) if ties <= 2.0 => ONE_OF_TWO,
            _ => 1,
        }
    })
    .collect()
}

/// A layout under way: a page, with a generator of its own.
pub struct Settling<'a> {
    page: Page<'a>,
    rng: Xoshiro256PlusPlus,
    stop: &'a Stop,
    /// What each tie counts where it runs over something: usually, and where only ties shall run over nothing.
    weights: [Vec<u32>; 2],
    /// What an only tie counts by the latter.
    strict: u32,
    /// How many ties that are the only ones of their pair run over something.
    pub struck: usize,
}

impl<'a> Settling<'a> {
    /// What follows from a start; `stress` says what the whole stress costs, as a multiple of all crossings there.
    pub fn new(
        plan: &'a Plan,
        members: &'a [Vec<usize>],
        places: Vec<Point>,
        (stress, rng): (f64, Xoshiro256PlusPlus),
        stop: &'a Stop,
    ) -> Self {
        let network = &plan.network;
        let page = Page::new(plan, members, &weights(network, ONLY.0), places, stress);
        let only = ONLY.0.max((ONLY.1 * page.crossings).min(MOST) as u32);
        let strict = only.max(page.crossings.min(MOST) as u32);
        Self {
            struck: page.struck(ONLY.0).len(),
            weights: [weights(network, only), weights(network, strict)],
            page,
            rng,
            stop,
            strict,
        }
    }

    /// What it costs ([`Page::cost`]).
    pub fn cost(&self) -> f64 {
        self.page.cost()
    }

    /// Looks for places where no only tie runs over anything: best while the rooms are small and there is space
    /// between them.
    pub fn free(&mut self, repairs: usize) {
        self.page.weigh(&self.weights[1]);
        let (page, rng) = (&mut self.page, &mut self.rng);
        repair(page, self.strict, repairs, rng, self.stop);
        self.struck = self.page.struck(self.strict).len();
    }

    /// Looks for better places of everything, and frees what is struck then.
    pub fn look(&mut self, search: Search) {
        let (page, rng, stop) = (&mut self.page, &mut self.rng, self.stop);
        page.weigh(&self.weights[0]);
        look(page, Look::Rough, search.trials.0, search, (rng, stop));
        page.recount();
        let finest = page.finest();
        look(page, finest, search.trials.1, search, (rng, stop));
        self.free(search.repairs);
    }

    /// The nodes and the rooms' names, stretched over the frame.
    pub fn stretched(mut self) -> (Vec<Point>, Vec<Rect>) {
        self.page.fill(self.strict);
        let titles = self.page.outlines.iter().map(|outline| outline.title);
        let titles = titles.collect();
        (self.page.places, titles)
    }
}

/// Tries moves of any kind, the bolder the more is left of the trials and the work, while somebody waits.
fn look(
    page: &mut Page,
    look: Look,
    trials: usize,
    search: Search,
    (rng, stop): (&mut Xoshiro256PlusPlus, &Stop),
) {
    let n = page.places.len();
    let (trials, start) = (trials * n, page.spent);
    let mean = search.heat * page.crossings / n.max(1) as f64;
    let mut moves = Moves::new();
    for round in 0..trials {
        let spent = (page.spent - start) as f64 / search.work as f64;
        let left = 1.0 - spent.max(round as f64 / trials as f64);
        if left <= 0.0 || (round.is_multiple_of(ASKED) && stop.is_raised()) {
            break;
        }
        let slack = mean * left * left * unit(rng);
        let node = below(rng, n);
        let (kind, wide) = match below(rng, 20) {
            0..=11 => (Kind::Shift, 0.03 + 0.97 * left * unit(rng)),
            12..=16 => (Kind::Exchange, 0.0),
            _ if page.members.len() < 2 => continue,
            17 => {
                let share = unit(rng);
                (Kind::ShiftRoom, 0.02 + 0.4 * left * share * share)
            }
            18 => (Kind::Mirror, 0.0),
            _ => (Kind::ExchangeRooms, 0.0),
        };
        let slack = match kind {
            Kind::Shift | Kind::Exchange => slack,
            _ => ROOMS_SLACK * slack,
        };
        let bar = Bar {
            look,
            slack,
            relieved: None,
        };
        Move { kind, node, wide }.attempt(page, bar, &mut moves, rng);
    }
}

/// Tries moves of what the struck only ties run over, and of their ends, until none is struck or nobody waits.
fn repair(page: &mut Page, strict: u32, most: usize, rng: &mut Xoshiro256PlusPlus, stop: &Stop) {
    let mut struck = page.struck(strict);
    let mut moves = Moves::new();
    let pairs = page.scarce() * (page.places.len() + page.members.len());
    let repairs = most.min(REPAIR_WORK / pairs.max(1));
    for round in 0..repairs {
        if struck.is_empty() || (round.is_multiple_of(ASKED) && stop.is_raised()) {
            return;
        }
        let one = &struck[below(rng, struck.len())];
        let (a, b, _) = page.plan.network.ties[one.tie];
        let node = match below(rng, 4) {
            0 => a,
            1 => b,
            _ => one.over[below(rng, one.over.len())],
        };
        let share = unit(rng);
        let aside = node != a && node != b && unit(rng) < ASIDE;
        let (kind, wide) = match below(rng, 9) {
            _ if aside => (Kind::Aside(one.tie), share),
            0..=2 => (Kind::Shift, share),
            3..=4 => (Kind::Exchange, 0.0),
            5 => (Kind::ShiftRoom, 0.01 + 0.5 * share * share),
            6 => (Kind::Mirror, 0.0),
            7 => (Kind::ExchangeRooms, 0.0),
            _ => (Kind::Tighten, 0.0),
        };
        let left = 1.0 - round as f64 / repairs as f64;
        let bar = Bar {
            look: page.finest(),
            slack: f64::from(strict) * REPAIR_HEAT * left * left * unit(rng),
            relieved: Some(one.tie).filter(|_| unit(rng) < RELIEVED),
        };
        if (Move { kind, node, wide }).attempt(page, bar, &mut moves, rng) {
            struck = page.struck(strict);
        }
    }
}
