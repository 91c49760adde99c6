//! Layouts under way from several starts, of which one becomes the picture.

use std::cmp::Ordering;

use rayon::prelude::*;

use super::Plan;
use super::arrange::Moving;
use super::effort::Effort;
use super::local_search::Settling;
use super::placement::placed;
use super::starts::generator;
use crate::domain::Stop;
use crate::map::plane::{Point, Rect};

/// The tenths of the moves and the heat with which rooms are arranged first: the start shall be recognised. Where they
/// don't fit so, anything goes.
const COOL: (usize, f64) = (3, 0.5);

/// Where more only ties than this run over something, other starts and longer searches leave about as many.
const HOPELESS: usize = 12;

/// So many of the best starts get a second try.
const RETRIED: usize = 2;

/// In so many rounds only ties are freed, each with this share of all tries: where one start is stubborn, another
/// seldom is.
const ROUNDS: (usize, usize) = (2, 4);

/// So many times each skeleton is asked for a layout, with other rooms beside each other.
const ASKED: usize = 2;

/// A free layout that costs this many times what another does is not taken before more are tried.
const DEAR: f64 = 1.4;

/// What the layouts have in common, and how far each is.
pub struct Field<'a> {
    plan: &'a Plan,
    members: &'a [Vec<usize>],
    skeletons: &'a [Vec<Point>],
    effort: Effort,
    stop: &'a Stop,
    under_way: Vec<Settling<'a>>,
    /// The next skeleton to be asked; once all were, the first one again.
    next: usize,
}

impl<'a> Field<'a> {
    /// The best starts; none where they find no place for everything.
    pub fn of(
        plan: &'a Plan,
        members: &'a [Vec<usize>],
        skeletons: &'a [Vec<Point>],
        effort: Effort,
        stop: &'a Stop,
    ) -> Option<Self> {
        let arranged = effort.arranged.min(skeletons.len());
        let mut field = Self {
            plan,
            members,
            skeletons,
            effort,
            stop,
            under_way: Vec::new(),
            next: arranged,
        };
        let first = RETRIED.min(arranged);
        for range in [0..first, first..arranged] {
            let begun = range.into_par_iter().filter_map(|at| field.begun(at));
            let begun: Vec<Settling> = begun.collect();
            field.under_way.extend(begun);
            if field.under_way.is_empty() {
                // Where these find no place the others seldom do: the next level is the quicker way.
                return None;
            }
        }
        let promise = |one: &Settling| one.cost() * (1.0 + 0.05 * one.struck as f64);
        let by_promise = |a: &Settling, b: &Settling| promise(a).total_cmp(&promise(b));
        field.under_way.sort_by(by_promise);
        Some(field)
    }

    /// A layout from a skeleton, with a generator of its own: the same on any number of cores.
    fn begun(&self, at: usize) -> Option<Settling<'a>> {
        let effort = &self.effort;
        let moved = |moves, heat| {
            let moving = Moving { moves, heat };
            placed(
                self.plan,
                self.members,
                &self.skeletons[at % self.skeletons.len()],
                moving,
                at as u64,
                self.stop,
            )
        };
        let cool = match effort.arranged {
            0..=1 => None,
            _ => moved(effort.moves * COOL.0 / 10, COOL.1),
        };
        // The last ones are only asked where an only tie still runs over something.
        let found = match cool {
            None if at < RETRIED || at >= effort.arranged => moved(effort.moves, 1.0),
            found => found,
        };
        found.map(|places| self.settling(places, effort.searches.0.stress, at as u64))
    }

    fn settling(&self, places: Vec<Point>, stress: f64, stream: u64) -> Settling<'a> {
        let rng = generator(3_000 + stream);
        Settling::new(self.plan, self.members, places, (stress, rng), self.stop)
    }

    /// Lets the next skeleton join that finds a place for everything; whether there was one.
    fn join(&mut self) -> bool {
        let last = match self.effort.arranged {
            0..RETRIED => 0,
            _ => ASKED * self.skeletons.len(),
        };
        while self.next < last {
            let begun = self.begun(self.next);
            self.next += 1;
            if let Some(begun) = begun {
                self.under_way.push(begun);
                return true;
            }
        }
        false
    }

    /// Frees only ties until some good layout has none left that runs over anything.
    pub fn free(&mut self) {
        let tries = self.effort.searches.0.repairs / ROUNDS.1;
        for round in 0..ROUNDS.0 {
            let mut at = 0;
            loop {
                let more = round == 0 && self.is_hopeful();
                if at == self.under_way.len() && !(more && self.join()) {
                    break;
                }
                let end = self.under_way.len().min(at + self.effort.settled);
                let some = &mut self.under_way[at..end];
                some.par_iter_mut().for_each(|one| one.free(tries));
                if self.is_found() {
                    return;
                }
                at = end;
            }
            if !self.is_hopeful() {
                return;
            }
            self.under_way.sort_by(by_worth);
        }
    }

    /// Whether more tries may free a layout.
    fn is_hopeful(&self) -> bool {
        self.under_way.iter().any(|one| one.struck <= HOPELESS)
    }

    /// Whether a layout is free, and costs little more than the others.
    fn is_found(&self) -> bool {
        let costs = self.under_way.iter().map(Settling::cost);
        let least = costs.fold(f64::INFINITY, f64::min);
        let mut free = self.under_way.iter().filter(|one| one.struck == 0);
        free.any(|one| one.cost() <= DEAR * least)
    }

    /// Looks for better places in the most promising layouts, and in others where that leaves an only tie struck.
    pub fn look(&mut self) {
        self.under_way.sort_by(by_worth);
        let (search, all) = (self.effort.searches.0, self.under_way.len());
        let tried = self.effort.settled.min(all);
        let best = &mut self.under_way[..tried];
        best.par_iter_mut().for_each(|one| one.look(search));
        let mut looked = tried;
        while looked < all && worth_another(&self.under_way[..looked]) {
            self.under_way[looked].look(search);
            looked += 1;
        }
        self.under_way.truncate(looked);
    }

    /// The nodes and the rooms' names of the layout that leaves the fewest only ties over something, of these the one
    /// that costs least, looked through once more where the network is worth it.
    pub fn best(mut self) -> Option<(Vec<Point>, Vec<Rect>)> {
        let mut under_way = std::mem::take(&mut self.under_way);
        under_way.sort_by(by_worth);
        let mut best: Option<Settling> = None;
        for (at, one) in under_way.into_iter().enumerate() {
            if !worth_another(best.as_slice()) {
                break;
            }
            let last = self.once_more(one, at as u64);
            if best.as_ref().is_none_or(|best| last.struck < best.struck) {
                best = Some(last);
            }
        }
        best.map(Settling::stretched)
    }

    fn once_more(&self, one: Settling<'a>, at: u64) -> Settling<'a> {
        let search = self.effort.searches.1;
        if search.trials == (0, 0) || one.struck > HOPELESS {
            return one;
        }
        let mut again = self.settling(one.stretched().0, search.stress, 10 + at);
        again.free(search.repairs);
        again.look(search);
        again
    }
}

/// Whether another layout may do better: none of these leaves all only ties free, but one of them nearly so.
fn worth_another(under_way: &[Settling]) -> bool {
    let least = under_way.iter().map(|one| one.struck).min();
    least.is_none_or(|least| (1..=HOPELESS).contains(&least))
}

/// Those that leave fewer only ties over something first, of these those that cost less.
fn by_worth(a: &Settling, b: &Settling) -> Ordering {
    let by_cost = a.cost().total_cmp(&b.cost());
    a.struck.cmp(&b.struck).then(by_cost)
}
