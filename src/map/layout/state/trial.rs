//! One tried move: whether it fits, what it costs, and whether it is accepted.

use super::acceptance::{Acceptance, Evaluation, Inside, NewPlaces};
use super::current::{FEWEST, State};
use super::outline::Outline;

/// How much more stress weighs in a rough evaluation, which does not count crossings.
const ROUGHLY: f64 = 1.3;

/// The weight of the length of all ties at the start in a rough evaluation, as a multiple of the crossings there.
const LENGTH: f64 = 1.0;

/// The share of the wished gap between two rooms that has to stay.
pub const GAP: f64 = 0.5;

/// From this many moved ties a quarter of them is counted first; a move is rejected where that quarter has more crossings
/// by this share.
const QUARTER: (usize, f64) = (12, 0.1);

/// A tried move that fits.
pub struct Trial {
    /// The nodes that move.
    pub nodes: Vec<usize>,
    /// Their ties.
    pub ties: Vec<usize>,
    /// Their rooms.
    pub rooms: Vec<usize>,
    /// Whether whole rooms move, each as it is.
    pub rigid: bool,
    threshold: f64,
    /// A tie that has to strike less, and what its strikes cost now.
    pub relieved: Option<(usize, f64)>,
}

impl State<'_> {
    /// Moves nodes to new places where they fit and the move is accepted; returns whether it was.
    ///
    /// A rough evaluation costs O(moved nodes · nodes), an exact one O(moved ties · ties).
    pub fn attempt(
        &mut self,
        moves: &mut NewPlaces,
        inside: Inside,
        acceptance: Acceptance,
    ) -> bool {
        let room_of = &self.problem.graph.room_of;
        let mut rooms: Vec<usize> = moves.iter().map(|(node, _)| room_of[*node]).collect();
        rooms.sort_unstable();
        rooms.dedup();
        self.work += 40 + self.heavy.len() * (rooms.len() + moves.len());
        let Some(mut outlines) = self.fitting(moves, &rooms, inside) else {
            return false;
        };
        let mut trial = Trial {
            nodes: moves.iter().map(|(node, _)| *node).collect(),
            ties: Vec::new(),
            rooms,
            rigid: inside == Inside::Rigid,
            threshold: acceptance.threshold,
            relieved: acceptance.relieved.map(|tie| (tie, self.strikes(tie))),
        };
        for &tie in trial.nodes.iter().flat_map(|node| &self.ties_of[*node]) {
            if self.segments.lift(tie) {
                trial.ties.push(tie);
            }
        }
        let accepted = match acceptance.evaluation {
            Evaluation::Rough => self.accepts_roughly(&trial, moves, &mut outlines),
            Evaluation::Exact => self.accepts_exactly(&trial, moves, &mut outlines),
        };
        if !accepted {
            self.swap(&trial, moves, &mut outlines);
        }
        for &tie in &trial.ties {
            self.segments.lay(tie);
        }
        accepted
    }

    /// The outlines of rooms whose nodes move; none where something then overlaps.
    fn fitting(
        &mut self,
        moves: &mut NewPlaces,
        rooms: &[usize],
        inside: Inside,
    ) -> Option<Vec<Outline>> {
        self.exchange(moves);
        let rigid = inside == Inside::Rigid;
        let outlines = (inside != Inside::Moved || self.is_spaced(moves)).then(|| {
            let outlines = rooms.iter().map(|room| self.outline(*room));
            outlines.collect::<Vec<Outline>>()
        });
        let outlines = outlines.filter(|outlines| self.rooms_fit(rooms, outlines, rigid));
        self.exchange(moves);
        outlines
    }

    /// Makes the move; returns whether it is accepted by a rough evaluation.
    fn accepts_roughly(
        &mut self,
        trial: &Trial,
        moves: &mut NewPlaces,
        outlines: &mut [Outline],
    ) -> bool {
        let unit = self.initial_crossings.max(FEWEST);
        let cost_before = self.strikes_of(trial, Evaluation::Rough)
            + LENGTH * unit * self.length_of(trial) / self.initial_length;
        let before = self.stress.sums_of(&trial.nodes, &self.x, &self.y);
        self.swap(trial, moves, outlines);
        if !self.is_relieved(trial) {
            return false;
        }
        let after = self.stress.sums_of(&trial.nodes, &self.x, &self.y);
        let worse = self.stress.with(before, after) - self.stress.value();
        let mut cost = ROUGHLY * self.stress_weight * unit * worse
            + LENGTH * unit * self.length_of(trial) / self.initial_length
            - cost_before;
        self.work += self.places.len() / 4 * trial.nodes.len();
        if cost < trial.threshold {
            cost += self.strikes_of(trial, Evaluation::Rough);
        }
        let accepted = cost < trial.threshold - 1e-9;
        if accepted {
            self.stress.replace(before, after);
        }
        accepted
    }

    /// Makes the move; returns whether it is accepted by an exact evaluation.
    fn accepts_exactly(
        &mut self,
        trial: &Trial,
        moves: &mut NewPlaces,
        outlines: &mut [Outline],
    ) -> bool {
        let (own, threshold) = (&trial.ties, trial.threshold);
        let weight = self.stress_weight * self.initial_crossings.max(FEWEST);
        let before = self.stress.sums_of(&trial.nodes, &self.x, &self.y);
        let crossed: u32 = own.iter().map(|tie| self.crossings_of[*tie]).sum();
        // A pair of moved ties is counted twice, before and after.
        let cost_before = f64::from(crossed - self.segments.among(own))
            + self.strikes_of(trial, Evaluation::Exact);
        self.swap(trial, moves, outlines);
        if !self.is_relieved(trial) {
            return false;
        }
        let after = self.stress.sums_of(&trial.nodes, &self.x, &self.y);
        let worse = weight * (self.stress.with(before, after) - self.stress.value());
        let mut cost = worse - cost_before - f64::from(self.segments.among(own));
        let mut quarter = (0.0, 0.0);
        for first in 0..4 {
            for &tie in own.iter().skip(first).step_by(4) {
                if cost >= threshold {
                    return false;
                }
                let (crossing, crossed) = (self.segments.crossing(tie), self.crossings_of[tie]);
                self.work += self.segments.len();
                cost += f64::from(crossing);
                quarter.0 += f64::from(crossing) - f64::from(crossed);
                quarter.1 += f64::from(crossed);
            }
            if first == 0 && own.len() >= QUARTER.0 && quarter.0 > threshold + QUARTER.1 * quarter.1
            {
                return false;
            }
        }
        if cost >= threshold || cost + self.strikes_of(trial, Evaluation::Exact) >= threshold - 1e-9
        {
            return false;
        }
        self.stress.replace(before, after);
        self.count_again(own, moves);
        true
    }

    /// Brings the crossings of all ties up to date after these were moved; `moves` holds where their nodes were.
    fn count_again(&mut self, own: &[usize], moves: &mut NewPlaces) {
        self.exchange(moves);
        self.draw(own);
        for &tie in own {
            self.segments.tally(tie, &mut self.crossings_of, false);
        }
        self.exchange(moves);
        self.draw(own);
        for &tie in own {
            self.segments.tally(tie, &mut self.crossings_of, true);
        }
        for &tie in own {
            self.crossings_of[tie] = self.segments.crossing(tie);
        }
        self.work += 3 * own.len() * self.segments.len();
    }

    /// The length of the moved ties.
    fn length_of(&self, trial: &Trial) -> f64 {
        let ends = trial.ties.iter().map(|tie| self.problem.graph.ends(*tie));
        ends.map(|(a, b)| self.places[a].distance(self.places[b]))
            .sum()
    }

    /// Exchanges the state before a move with the one after it.
    fn swap(&mut self, trial: &Trial, moves: &mut NewPlaces, outlines: &mut [Outline]) {
        self.exchange(moves);
        for (room, outline) in trial.rooms.iter().zip(outlines) {
            std::mem::swap(&mut self.outlines[*room], outline);
        }
        self.draw(&trial.ties);
    }

    /// Whether no box of these nodes overlaps another of its room.
    pub(super) fn is_spaced(&self, moves: &NewPlaces) -> bool {
        moves.iter().all(|(node, _)| {
            let own = self.boxes[*node].shifted(self.places[*node]);
            let mates = &self.members[self.problem.graph.room_of[*node]];
            mates.iter().all(|mate| {
                mate == node || !own.overlaps(&self.boxes[*mate].shifted(self.places[*mate]))
            })
        })
    }

    /// Whether these rooms with new outlines lie in the frame, compact, and apart from all others.
    pub(super) fn rooms_fit(&self, rooms: &[usize], outlines: &[Outline], rigid: bool) -> bool {
        let now = |room: usize| match rooms.binary_search(&room) {
            Ok(at) => &outlines[at],
            Err(_) => &self.outlines[room],
        };
        rooms.iter().zip(outlines).all(|(room, outline)| {
            (rigid || self.limits[*room].allow(outline.size()))
                && outline.is_within(&self.problem.frame)
                && (0..self.outlines.len()).all(|other| {
                    other == *room || outline.is_apart(now(other), GAP * self.problem.gap)
                })
        })
    }
}
