//! Candidate layouts from several starts, of which one becomes the picture.

use std::cmp::Ordering;

use rayon::prelude::*;

use super::arrange::Schedule;
use super::effort::Effort;
use super::local_search::LocalSearch;
use super::placement::placed;
use super::problem::Problem;
use super::random::generator;
use super::starts::Starts;
use crate::domain::Stop;
use crate::map::plane::{Point, Rect};

/// The tenths of the moves and the heat with which rooms are arranged first, so that the start stays recognisable. Where
/// they do not fit so, all moves are tried at full heat.
const COOL: (usize, f64) = (3, 0.5);

/// With more struck single ties than this, other starts and longer searches leave about as many.
const HOPELESS: usize = 12;

/// How many of the best starts get a second try at full heat.
const RETRIED: usize = 2;

/// Number of repair rounds, and the part of all tries that each gets, as a divisor: where one candidate is stubborn,
/// another seldom is.
const ROUNDS: (usize, usize) = (2, 4);

/// How many candidates each start may give; each has other rooms side by side.
const PER_START: usize = 2;

/// A free candidate that costs this many times the least cost is not taken before more are tried.
const DEAR: f64 = 1.4;

/// The candidates of a problem.
pub struct Candidates<'a> {
    problem: &'a Problem,
    members: &'a [Vec<usize>],
    starts: &'a [Vec<Point>],
    effort: Effort,
    stop: &'a Stop,
    candidates: Vec<LocalSearch<'a>>,
    /// The start of the next candidate; after the last one the first follows again.
    next: usize,
}

impl<'a> Candidates<'a> {
    /// Candidates from the best starts; none where these find no place for everything.
    pub fn new(
        problem: &'a Problem,
        members: &'a [Vec<usize>],
        starts: &'a Starts,
        stop: &'a Stop,
    ) -> Option<Self> {
        let (starts, effort) = (&starts.layouts[..], starts.effort);
        let arranged = effort.arranged.min(starts.len());
        let mut all = Self {
            problem,
            members,
            starts,
            effort,
            stop,
            candidates: Vec::new(),
            next: arranged,
        };
        let first = RETRIED.min(arranged);
        for range in [0..first, first..arranged] {
            let found = range.into_par_iter().filter_map(|at| all.candidate(at));
            let found: Vec<LocalSearch> = found.collect();
            all.candidates.extend(found);
            if all.candidates.is_empty() {
                // Where these find no place the others seldom do: smaller boxes are the quicker way.
                return None;
            }
        }
        let promise = |one: &LocalSearch| one.cost() * (1.0 + 0.05 * one.struck as f64);
        let by_promise = |a: &LocalSearch, b: &LocalSearch| promise(a).total_cmp(&promise(b));
        all.candidates.sort_by(by_promise);
        Some(all)
    }

    /// The candidate of a start, with a generator of its own: the same on any number of cores.
    fn candidate(&self, at: usize) -> Option<LocalSearch<'a>> {
        let effort = &self.effort;
        let place = |moves, heat| {
            let schedule = Schedule { moves, heat };
            placed(
                self.problem,
                self.members,
                &self.starts[at % self.starts.len()],
                schedule,
                at as u64,
                self.stop,
            )
        };
        let cool = match effort.arranged {
            0..=1 => None,
            _ => place(effort.moves * COOL.0 / 10, COOL.1),
        };
        // Starts after the first ones are only used where a single tie is still struck.
        let found = match cool {
            None if at < RETRIED || at >= effort.arranged => place(effort.moves, 1.0),
            found => found,
        };
        found.map(|places| self.search(places, effort.searches.0.stress, at as u64))
    }

    fn search(&self, places: Vec<Point>, stress_weight: f64, stream: u64) -> LocalSearch<'a> {
        let rng = generator(3_000 + stream);
        LocalSearch::new(
            self.problem,
            self.members,
            places,
            (stress_weight, rng),
            self.stop,
        )
    }

    /// Adds the candidate of the next start that finds a place for everything; returns whether there was one.
    fn add_next(&mut self) -> bool {
        let last = match self.effort.others {
            true => PER_START * self.starts.len(),
            false => 0,
        };
        while self.next < last {
            let found = self.candidate(self.next);
            self.next += 1;
            if let Some(found) = found {
                self.candidates.push(found);
                return true;
            }
        }
        false
    }

    /// Repairs candidates until a good one has no struck single tie, and adds more where the effort allows that.
    pub fn repair(&mut self) {
        let tries = self.effort.searches.0.repairs / ROUNDS.1;
        for round in 0..ROUNDS.0 {
            let mut at = 0;
            loop {
                let more = round == 0 && self.is_hopeful();
                if at == self.candidates.len() && !(more && self.add_next()) {
                    break;
                }
                let end = self.candidates.len().min(at + self.effort.improved);
                let some = &mut self.candidates[at..end];
                some.par_iter_mut().for_each(|one| one.repair(tries));
                if self.is_free() {
                    return;
                }
                at = end;
            }
            if !self.is_hopeful() {
                return;
            }
            self.candidates.sort_by(by_worth);
        }
    }

    /// Whether more tries may free a candidate.
    fn is_hopeful(&self) -> bool {
        self.candidates.iter().any(|one| one.struck <= HOPELESS)
    }

    /// Whether a candidate is free of struck single ties and costs little more than the others.
    fn is_free(&self) -> bool {
        let costs = self.candidates.iter().map(LocalSearch::cost);
        let least = costs.fold(f64::INFINITY, f64::min);
        let mut free = self.candidates.iter().filter(|one| one.struck == 0);
        free.any(|one| one.cost() <= DEAR * least)
    }

    /// Improves the most promising candidates, and others while these leave a single tie struck where the effort allows that.
    pub fn improve(&mut self) {
        self.candidates.sort_by(by_worth);
        let (limits, all) = (self.effort.searches.0, self.candidates.len());
        let first = self.effort.improved.min(all);
        let best = &mut self.candidates[..first];
        best.par_iter_mut().for_each(|one| one.improve(limits));
        let mut improved = first;
        let others = self.effort.others;
        while others && improved < all && is_worth_another(&self.candidates[..improved]) {
            self.candidates[improved].improve(limits);
            improved += 1;
        }
        self.candidates.truncate(improved);
    }

    /// The places of the nodes and of the rooms' names in the candidate with the fewest struck single ties, of these the
    /// one that costs least; improved once more where the graph is worth it.
    pub fn best(mut self) -> Option<(Vec<Point>, Vec<Rect>)> {
        let mut candidates = std::mem::take(&mut self.candidates);
        candidates.sort_by(by_worth);
        let mut best: Option<LocalSearch> = None;
        for (at, one) in candidates.into_iter().enumerate() {
            if !is_worth_another(best.as_slice()) {
                break;
            }
            let last = self.once_more(one, at as u64);
            if best.as_ref().is_none_or(|best| last.struck < best.struck) {
                best = Some(last);
            }
        }
        best.map(LocalSearch::stretched)
    }

    fn once_more(&self, one: LocalSearch<'a>, at: u64) -> LocalSearch<'a> {
        let limits = self.effort.searches.1;
        if limits.trials == (0, 0) || one.struck > HOPELESS {
            return one;
        }
        let mut again = self.search(one.stretched().0, limits.stress, 10 + at);
        again.repair(limits.repairs);
        again.improve(limits);
        again
    }
}

/// Whether another candidate may do better: none of these is free of struck single ties, but one nearly so.
fn is_worth_another(candidates: &[LocalSearch]) -> bool {
    let least = candidates.iter().map(|one| one.struck).min();
    least.is_none_or(|least| (1..=HOPELESS).contains(&least))
}

/// Orders by the number of struck single ties, then by the cost.
fn by_worth(a: &LocalSearch, b: &LocalSearch) -> Ordering {
    let by_cost = a.cost().total_cmp(&b.cost());
    a.struck.cmp(&b.struck).then(by_cost)
}
