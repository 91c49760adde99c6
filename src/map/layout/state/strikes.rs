//! Strikes: ties over third nodes and through third rooms, where they would read as if they ended there.

use super::acceptance::Evaluation;
use super::current::State;
use super::trial::Trial;

/// The cost of a tie over a third node, in crossings.
const OVER_NODE: f64 = 2.0;

/// The cost of a tie through a third room, in crossings: fixed, and per unit of length in it.
const OVER_ROOM: (f64, f64) = (1.5, 0.02);

/// The least distance of a tie from a node that it passes, beyond the node's radius.
const CLEARANCE: f64 = 1.5;

/// A tie that strikes something.
pub struct Struck {
    /// The tie.
    pub tie: usize,
    /// The nodes that it runs over, and those of the rooms that it runs through.
    pub over: Vec<usize>,
}

impl State<'_> {
    /// How many ties weigh more than 1.
    pub fn heavy_ties(&self) -> usize {
        self.heavy.len()
    }

    fn clearance(&self) -> f32 {
        (self.problem.radius + CLEARANCE) as f32
    }

    /// The cost of a tie through a room that is none of its ends'.
    fn through(&self, tie: usize, room: usize) -> f64 {
        let (a, b) = self.problem.graph.ends(tie);
        let ends = [a, b].map(|node| self.problem.graph.room_of[node]);
        if ends[0] == ends[1] || ends.contains(&room) {
            return 0.0;
        }
        let chord = self.outlines[room].chord(self.places[a], self.places[b]);
        if chord > 0.0 {
            (OVER_ROOM.0 + OVER_ROOM.1 * chord) * f64::from(self.segments.weight(tie))
        } else {
            0.0
        }
    }

    /// The cost of all that a tie strikes; O(nodes + rooms).
    pub(super) fn strikes(&self, tie: usize) -> f64 {
        let passed = self
            .segments
            .passed(tie, &self.x, &self.y, self.clearance());
        let rooms = (0..self.outlines.len()).map(|room| self.through(tie, room));
        rooms.sum::<f64>() + OVER_NODE * f64::from(self.segments.weight(tie) * passed)
    }

    /// Whether the tie that has to strike less does, where there is one.
    pub(super) fn is_relieved(&self, trial: &Trial) -> bool {
        let less = |(tie, before)| self.strikes(tie) < before;
        trial.relieved.is_none_or(less)
    }

    /// The cost of all strikes that a move may change: of the moved ties, and of others on the moved nodes and rooms.
    pub(super) fn strikes_of(&self, trial: &Trial, evaluation: Evaluation) -> f64 {
        let close = self.clearance();
        let (mut cost, mut hits) = (0.0, 0);
        for &tie in &trial.ties {
            let weight = self.segments.weight(tie);
            if evaluation == Evaluation::Exact || weight > 1 {
                hits += weight * self.segments.passed(tie, &self.x, &self.y, close);
            }
            // A node that moves within its room hardly changes which rooms ordinary ties run through.
            if trial.rigid || weight > 1 {
                let rooms = 0..self.outlines.len();
                cost += rooms.map(|room| self.through(tie, room)).sum::<f64>();
            }
        }
        let places = || {
            trial
                .nodes
                .iter()
                .map(|node| (self.x[*node], self.y[*node]))
        };
        for &tie in self
            .heavy
            .iter()
            .filter(|tie| self.segments.is_still(**tie))
        {
            let rooms = trial.rooms.iter();
            cost += rooms.map(|room| self.through(tie, *room)).sum::<f64>();
            if evaluation == Evaluation::Rough {
                let near = |(x, y)| self.segments.weight_of_near(tie, x, y, close);
                hits += places().map(near).sum::<u32>();
            }
        }
        if evaluation == Evaluation::Exact {
            for (x, y) in places() {
                // The moved ties are counted above.
                hits += self.segments.weight_near(x, y, close);
            }
            let plain = 0..if trial.rigid { self.segments.len() } else { 0 };
            for tie in
                plain.filter(|tie| self.segments.is_still(*tie) && self.segments.weight(*tie) == 1)
            {
                let rooms = trial.rooms.iter();
                cost += rooms.map(|room| self.through(tie, *room)).sum::<f64>();
            }
        }
        cost + OVER_NODE * f64::from(hits)
    }

    /// The ties of at least this weight, more than 1, that strike something.
    pub fn struck(&self, weight: u32) -> Vec<Struck> {
        let close = self.clearance();
        let heavy = self.heavy.iter().copied();
        heavy
            .filter(|tie| self.segments.weight(*tie) >= weight)
            .map(|tie| {
                let (a, b) = self.problem.graph.ends(tie);
                let rooms = (0..self.outlines.len()).filter(|room| self.through(tie, *room) > 0.0);
                let mut over: Vec<usize> = rooms
                    .flat_map(|room| self.members[room].iter().copied())
                    .collect();
                over.extend((0..self.places.len()).filter(|node| {
                    let (x, y) = (self.x[*node], self.y[*node]);
                    *node != a && *node != b && self.segments.weight_of_near(tie, x, y, close) > 0
                }));
                Struck { tie, over }
            })
            .filter(|struck| !struck.over.is_empty())
            .collect()
    }
}
