//! Threshold accepting (Dueck, Scheuer 1990), which needs neither logarithm nor exponential: a move is made where it costs
//! at most a threshold, which falls to zero.

use rand_xoshiro::Xoshiro256PlusPlus;

use super::arrangement::Arrangement;
use super::room_graph::RoomGraph;
use crate::domain::Stop;
use crate::map::layout::random::{below, unit};
use crate::map::plane::Point;

/// How many moves are tried, and how boldly.
#[derive(Debug, Clone, Copy)]
pub struct Schedule {
    /// The number of moves.
    pub moves: usize,
    /// The threshold at the beginning, from 0 (only small steps that gain) to 1 (anything).
    pub heat: f64,
}

/// Rooms in their places.
pub struct Arranged {
    /// The centre of each room.
    pub centres: Vec<Point>,
    /// Whether no two rooms overlap and all lie in the frame.
    pub fits: bool,
}

/// How often an arrangement in which rooms still touch is searched again.
const LOOSENED: usize = 4;

/// Number of moves between two questions whether anybody still waits.
const ASKED: usize = 16;

/// Searches for a good arrangement from the given centres; returns what was found so far where nobody waits any more.
///
/// A move costs O(rooms · links) where ties are evaluated, up to 24 rooms, otherwise O(rooms).
pub fn arrange(
    graph: &RoomGraph,
    centres: &[Point],
    schedule: Schedule,
    rng: &mut Xoshiro256PlusPlus,
    stop: &Stop,
) -> Arranged {
    let mut arrangement = Arrangement::new(graph, centres, stop);
    arrangement.search(schedule, rng);
    arrangement.stretch();
    arrangement.push_apart();
    // In a full frame pushing alone gets stuck: some more moves from there loosen it.
    let again = if arrangement.evaluates_ties {
        LOOSENED
    } else {
        1
    };
    for _ in 0..again {
        if arrangement.fits() {
            break;
        }
        arrangement.overlap_weight *= 3.0;
        let schedule = Schedule {
            moves: schedule.moves / 3,
            heat: 0.3,
        };
        arrangement.search(schedule, rng);
        arrangement.push_apart();
    }
    Arranged {
        fits: arrangement.fits(),
        centres: arrangement.centres,
    }
}

impl Arrangement<'_> {
    /// Tries moves of single rooms and exchanges of two, with a threshold that falls to zero.
    fn search(&mut self, schedule: Schedule, rng: &mut Xoshiro256PlusPlus) {
        let n = self.centres.len();
        if n < 2 {
            return;
        }
        let (width, height) = (self.graph.frame.width(), self.graph.frame.height());
        self.forget();
        for round in 0..schedule.moves {
            if round.is_multiple_of(ASKED) && self.stop.is_raised() {
                break;
            }
            let left = schedule.heat * (1.0 - round as f64 / schedule.moves as f64);
            let done = round as f64 / schedule.moves as f64;
            let scale = (1.0 - 0.6 * schedule.heat + done * 0.8).min(1.0);
            if scale != self.scale {
                self.scale = scale;
                self.gap_costs.fill(None);
            }
            let threshold = 1.2 * left * left;
            let room = below(rng, n);
            if schedule.heat > 0.5 && below(rng, 6) == 0 {
                let other = below(rng, n);
                if other != room {
                    self.try_swap(room, other, threshold);
                }
                continue;
            }
            let span = 0.04 + 0.5 * left * left;
            let to = self.centres[room]
                + Point::new(
                    (unit(rng) - 0.5) * width * span,
                    (unit(rng) - 0.5) * height * span,
                );
            self.try_move(room, to, threshold);
        }
        self.scale = 1.0;
    }

    /// The energy of a room where it lies.
    fn cost(&mut self, room: usize) -> f64 {
        let gaps = self.gap_costs[room].unwrap_or_else(|| self.gaps_of(room));
        let ties = self.tie_costs[room].unwrap_or_else(|| self.ties_of(room, f64::MAX));
        (self.gap_costs[room], self.tie_costs[room]) = (Some(gaps), Some(ties));
        gaps + ties
    }

    /// Moves a room where its energy grows by less than the threshold.
    fn try_move(&mut self, room: usize, to: Point, threshold: f64) {
        let from = self.centres[room];
        let most = self.cost(room) + threshold;
        self.centres[room] = self.framed(room, to);
        let (gaps, ties) = self.energy_of(room, most);
        if gaps + ties > most {
            self.centres[room] = from;
        } else {
            self.forget();
            (self.gap_costs[room], self.tie_costs[room]) = (Some(gaps), Some(ties));
        }
    }

    /// Exchanges two rooms where their energy grows by less than the threshold.
    fn try_swap(&mut self, a: usize, b: usize, threshold: f64) {
        let (at_a, at_b) = (self.centres[a], self.centres[b]);
        let most = self.cost(a) + self.cost(b) + threshold;
        self.centres[a] = self.framed(a, at_b);
        self.centres[b] = self.framed(b, at_a);
        let (gaps, ties) = self.energy_of(a, most);
        let left = most - gaps - ties;
        let fits = left >= 0.0 && {
            let (gaps, ties) = self.energy_of(b, left);
            gaps + ties <= left
        };
        if fits {
            self.forget();
        } else {
            (self.centres[a], self.centres[b]) = (at_a, at_b);
        }
    }

    /// Forgets all costs: something moved, or overlaps became heavier.
    fn forget(&mut self) {
        self.gap_costs.fill(None);
        self.tie_costs.fill(None);
    }
}
