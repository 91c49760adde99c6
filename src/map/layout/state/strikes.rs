//! What it costs that ties run over third nodes and through third rooms, where they would read as if they ended there.

use super::{Look, Page, Trial};

/// What a tie over a third node costs, in crossings.
const OVER_NODE: f64 = 2.0;

/// What a tie through a third room costs, in crossings, and per unit of length in it.
const OVER_ROOM: (f64, f64) = (1.5, 0.02);

/// How close beyond its radius a tie may pass a node.
const CLEARANCE: f64 = 1.5;

/// A tie that runs over something.
pub struct Struck {
    /// The tie.
    pub tie: usize,
    /// The nodes that it runs over, and those of the rooms that it runs through.
    pub over: Vec<usize>,
}

impl Page<'_> {
    /// How many ties weigh more than 1.
    pub fn scarce(&self) -> usize {
        self.scarce.len()
    }

    fn clearance(&self) -> f32 {
        (self.plan.radius + CLEARANCE) as f32
    }

    /// What the tie costs in a room that is none of its ends'.
    fn through(&self, tie: usize, room: usize) -> f64 {
        let (a, b, _) = self.plan.network.ties[tie];
        let ends = [a, b].map(|node| self.plan.network.room_of[node]);
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

    /// What it costs that this tie runs over nodes and through rooms.
    pub(super) fn strikes(&self, tie: usize) -> f64 {
        let passed = self
            .segments
            .passed(tie, &self.x, &self.y, self.clearance());
        let rooms = (0..self.outlines.len()).map(|room| self.through(tie, room));
        rooms.sum::<f64>() + OVER_NODE * f64::from(self.segments.weight(tie) * passed)
    }

    /// Whether the tie that is to run over less does, where there is one.
    pub(super) fn relieves(&self, trial: &Trial) -> bool {
        let less = |(tie, before)| self.strikes(tie) < before;
        trial.relieved.is_none_or(less)
    }

    /// What it costs that the moved ties, or others because of the moved nodes and rooms, run over something.
    pub(super) fn over(&self, trial: &Trial, look: Look) -> f64 {
        let close = self.clearance();
        let (mut cost, mut hits) = (0.0, 0);
        for &tie in &trial.ties {
            let weight = self.segments.weight(tie);
            if look == Look::Exact || weight > 1 {
                hits += weight * self.segments.passed(tie, &self.x, &self.y, close);
            }
            // A node that moves in its room changes little of what ordinary ties run through.
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
            .scarce
            .iter()
            .filter(|tie| self.segments.is_still(**tie))
        {
            let rooms = trial.rooms.iter();
            cost += rooms.map(|room| self.through(tie, *room)).sum::<f64>();
            if look == Look::Rough {
                let near = |(x, y)| self.segments.near_one(tie, x, y, close);
                hits += places().map(near).sum::<u32>();
            }
        }
        if look == Look::Exact {
            for (x, y) in places() {
                // The moved ties are counted above.
                hits += self.segments.near(x, y, close);
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

    /// The ties of at least this weight, more than 1, that run over a node or through a third room.
    pub fn struck(&self, weight: u32) -> Vec<Struck> {
        let close = self.clearance();
        let heavy = self.scarce.iter().copied();
        heavy
            .filter(|tie| self.segments.weight(*tie) >= weight)
            .map(|tie| {
                let (a, b, _) = self.plan.network.ties[tie];
                let rooms = (0..self.outlines.len()).filter(|room| self.through(tie, *room) > 0.0);
                let mut over: Vec<usize> = rooms
                    .flat_map(|room| self.members[room].iter().copied())
                    .collect();
                over.extend((0..self.places.len()).filter(|node| {
                    let (x, y) = (self.x[*node], self.y[*node]);
                    *node != a && *node != b && self.segments.near_one(tie, x, y, close) > 0
                }));
                Struck { tie, over }
            })
            .filter(|struck| !struck.over.is_empty())
            .collect()
    }
}
