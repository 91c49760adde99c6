//! The rooms on the page: close where departments work together, apart where not, no tie running through a third room,
//! the whole page used. Threshold accepting (Dueck, Scheuer 1990), since it needs no logarithm or exponential.

mod energy;

use rand_xoshiro::Xoshiro256PlusPlus;

use super::sgd::{below, unit};
use crate::domain::Stop;
use crate::map::plane::{Point, Reach, Rect};

/// What is to be arranged.
#[derive(Debug, Clone)]
pub struct Rooms {
    /// How far each room reaches from its centre.
    pub reach: Vec<Reach>,
    /// The pairs of rooms with ties and how many (or how strong together), a < b.
    pub links: Vec<(usize, usize, f64)>,
    /// Whether a tie of the pair is the only one, in any phase.
    pub only: Vec<bool>,
    /// How much it counts where such a tie runs through a third room.
    pub guard: f64,
    /// The part of the page for them.
    pub frame: Rect,
    /// The gap below which two rooms look like one.
    pub gap: f64,
}

/// How long and how boldly better places are looked for.
#[derive(Debug, Clone, Copy)]
pub struct Moving {
    /// How many moves are tried.
    pub moves: usize,
    /// From 0 (only small steps that gain) to 1 (anything).
    pub heat: f64,
}

/// An arrangement.
pub struct Arranged {
    /// The centre of each room.
    pub centres: Vec<Point>,
    /// Whether no two rooms overlap and all are in the frame.
    pub whole: bool,
}

/// Up to this many rooms it counts which ties run through third rooms or cross; with more the bands of a picture
/// run under the rooms anyway, and only the gaps count.
const DETAILED: usize = 24;

/// The corner of a polygon lies this much farther than its sides at most: 1/cos 7.5°.
const CORNER: f64 = 1.01;

/// How often a page on which rooms still touch is loosened.
const LOOSENED: usize = 4;

/// How far an arrangement is stretched at most, so that few rooms don't drift to the corners.
const MOST: f64 = 1.35;

/// After so many moves it is asked again whether somebody waits.
const ASKED: usize = 16;

/// How much it counts where one of two ties runs through a third room.
const ONE_OF_TWO: f64 = 0.8;

/// A room that another is linked to.
#[derive(Clone)]
struct Neighbour {
    room: usize,
    strength: f64,
    guard: f64,
}

struct State<'a> {
    rooms: &'a Rooms,
    stop: &'a Stop,
    centres: Vec<Point>,
    strength: Vec<f64>,
    links_of: Vec<Vec<Neighbour>>,
    /// How much it counts where a link runs through a third room.
    guard: Vec<f64>,
    /// How large the rooms are at the moment: they grow while places are looked for, so that they can pass each other.
    scale: f64,
    /// The farthest reach of each room.
    span: Vec<f64>,
    /// Whether ties are looked at, not only gaps.
    detailed: bool,
    /// How much an overlap counts.
    firm: f64,
    /// What each room's gaps cost, as far as it was worked out since something moved, grew or became firmer.
    gaps: Vec<Option<f64>>,
    /// What each room's ties cost, as far as it was worked out since something moved.
    ways: Vec<Option<f64>>,
}

/// Finds a good arrangement from the given centres; where nobody waits any more, whatever was found so far.
pub fn arrange(
    rooms: &Rooms,
    centres: &[Point],
    moving: Moving,
    rng: &mut Xoshiro256PlusPlus,
    stop: &Stop,
) -> Arranged {
    let n = rooms.reach.len();
    let most = rooms.links.iter().map(|link| link.2).fold(0.0, f64::max);
    let mut links_of = vec![Vec::new(); n];
    let strength: Vec<f64> = rooms
        .links
        .iter()
        .map(|link| {
            let share = link.2 / most;
            0.2 + 0.4 * share.sqrt() + 0.4 * share
        })
        .collect();
    let guard: Vec<f64> = rooms
        .links
        .iter()
        .zip(&strength)
        .zip(&rooms.only)
        .map(|((link, strength), only)| match link.2 {
            _ if *only => rooms.guard,
            ties if ties <= 2.0 => ONE_OF_TWO,
            _ => *strength,
        })
        .collect();
    for (at, link) in rooms.links.iter().enumerate() {
        for (from, to) in [(link.0, link.1), (link.1, link.0)] {
            links_of[from].push(Neighbour {
                room: to,
                strength: strength[at],
                guard: guard[at],
            });
        }
    }
    let mut state = State {
        rooms,
        stop,
        centres: centres.to_vec(),
        strength,
        links_of,
        guard,
        scale: 1.0,
        span: rooms
            .reach
            .iter()
            .map(|reach| reach.0.iter().copied().fold(0.0, f64::max) * CORNER)
            .collect(),
        detailed: n <= DETAILED,
        firm: 1.0,
        gaps: vec![None; n],
        ways: vec![None; n],
    };
    for (room, centre) in centres.iter().enumerate() {
        state.centres[room] = state.framed(room, *centre);
    }
    state.search(moving, rng);
    state.fill();
    state.part();
    // On a full page pushing alone gets stuck: some more steps from there loosen it.
    for _ in 0..if state.detailed { LOOSENED } else { 1 } {
        if state.whole() {
            break;
        }
        state.firm *= 3.0;
        let moving = Moving {
            moves: moving.moves / 3,
            heat: 0.3,
        };
        state.search(moving, rng);
        state.part();
    }
    let whole = state.whole();
    Arranged {
        centres: state.centres,
        whole,
    }
}

impl State<'_> {
    /// The nearest centre at which the room is in the frame.
    fn framed(&self, room: usize, centre: Point) -> Point {
        let (reach, frame) = (&self.rooms.reach[room].0, &self.rooms.frame);
        let within = |value: f64, low: f64, high: f64| {
            if low > high {
                (low + high) / 2.0
            } else {
                value.clamp(low, high)
            }
        };
        Point::new(
            within(centre.x, frame.left + reach[12], frame.right - reach[0]),
            within(centre.y, frame.top + reach[18], frame.bottom - reach[6]),
        )
    }

    fn search(&mut self, moving: Moving, rng: &mut Xoshiro256PlusPlus) {
        let n = self.centres.len();
        if n < 2 {
            return;
        }
        let (width, height) = (self.rooms.frame.width(), self.rooms.frame.height());
        self.forget();
        for round in 0..moving.moves {
            if round.is_multiple_of(ASKED) && self.stop.is_raised() {
                break;
            }
            let left = moving.heat * (1.0 - round as f64 / moving.moves as f64);
            let done = round as f64 / moving.moves as f64;
            let scale = (1.0 - 0.6 * moving.heat + done * 0.8).min(1.0);
            if scale != self.scale {
                self.scale = scale;
                self.gaps.fill(None);
            }
            let threshold = 1.2 * left * left;
            let room = below(rng, n);
            if moving.heat > 0.5 && below(rng, 6) == 0 {
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

    /// What a room costs where it lies.
    fn cost(&mut self, room: usize) -> f64 {
        let gaps = self.gaps[room].unwrap_or_else(|| self.gaps_of(room));
        let ways = self.ways[room].unwrap_or_else(|| self.ways_of(room, f64::MAX));
        (self.gaps[room], self.ways[room]) = (Some(gaps), Some(ways));
        gaps + ways
    }

    fn try_move(&mut self, room: usize, to: Point, threshold: f64) {
        let from = self.centres[room];
        let most = self.cost(room) + threshold;
        self.centres[room] = self.framed(room, to);
        let (gaps, ways) = self.energy_of(room, most);
        if gaps + ways > most {
            self.centres[room] = from;
        } else {
            self.forget();
            (self.gaps[room], self.ways[room]) = (Some(gaps), Some(ways));
        }
    }

    fn try_swap(&mut self, a: usize, b: usize, threshold: f64) {
        let (at_a, at_b) = (self.centres[a], self.centres[b]);
        let most = self.cost(a) + self.cost(b) + threshold;
        self.centres[a] = self.framed(a, at_b);
        self.centres[b] = self.framed(b, at_a);
        let (gaps, ways) = self.energy_of(a, most);
        let left = most - gaps - ways;
        let fits = left >= 0.0 && {
            let (gaps, ways) = self.energy_of(b, left);
            gaps + ways <= left
        };
        if fits {
            self.forget();
        } else {
            (self.centres[a], self.centres[b]) = (at_a, at_b);
        }
    }

    /// Nothing is known any more: something moved, or became firmer.
    fn forget(&mut self) {
        self.gaps.fill(None);
        self.ways.fill(None);
    }

    /// Stretches the arrangement over the frame, so that the whole page is used.
    fn fill(&mut self) {
        let (mut low, mut high) = (
            Point::new(f64::MAX, f64::MAX),
            Point::new(f64::MIN, f64::MIN),
        );
        for (centre, reach) in self.centres.iter().zip(&self.rooms.reach) {
            low = Point::new(
                low.x.min(centre.x - reach.0[12]),
                low.y.min(centre.y - reach.0[18]),
            );
            high = Point::new(
                high.x.max(centre.x + reach.0[0]),
                high.y.max(centre.y + reach.0[6]),
            );
        }
        let (middle, target) = (low.towards(high, 0.5), self.rooms.frame.centre());
        let scale = |span: f64, room: f64, centres: f64| {
            // What the outer rooms themselves take does not stretch.
            if centres > 1.0 {
                (1.0 + (room - span) / centres).clamp(1.0, MOST)
            } else {
                1.0
            }
        };
        let span = |of: fn(&Point) -> f64| {
            let values = || self.centres.iter().map(of);
            values().fold(f64::MIN, f64::max) - values().fold(f64::MAX, f64::min)
        };
        let x = scale(high.x - low.x, self.rooms.frame.width(), span(|p| p.x));
        let y = scale(high.y - low.y, self.rooms.frame.height(), span(|p| p.y));
        for room in 0..self.centres.len() {
            let from = self.centres[room] - middle;
            let to = target + Point::new(from.x * x, from.y * y);
            self.centres[room] = self.framed(room, to);
        }
    }

    /// Pushes apart what still touches.
    fn part(&mut self) {
        let n = self.centres.len();
        for _ in 0..600 {
            if self.stop.is_raised() {
                break;
            }
            let mut touched = false;
            for a in 0..n {
                for b in a + 1..n {
                    let shift = self.centres[b] - self.centres[a];
                    let (gap, direction) =
                        self.rooms.reach[a].separation(&self.rooms.reach[b], shift);
                    if gap < self.rooms.gap {
                        touched = true;
                        let push = direction * ((self.rooms.gap - gap) / 2.0 + 0.1);
                        self.centres[a] = self.framed(a, self.centres[a] - push);
                        self.centres[b] = self.framed(b, self.centres[b] + push);
                    }
                }
            }
            if !touched {
                break;
            }
        }
    }

    fn whole(&self) -> bool {
        let n = self.centres.len();
        let apart = (0..n).all(|a| (a + 1..n).all(|b| self.gap(a, b) > self.rooms.gap / 2.0));
        let in_frame = (0..n).all(|room| {
            let (reach, frame, centre) = (
                &self.rooms.reach[room].0,
                &self.rooms.frame,
                self.centres[room],
            );
            centre.x - reach[12] >= frame.left - 0.1
                && centre.x + reach[0] <= frame.right + 0.1
                && centre.y - reach[18] >= frame.top - 0.1
                && centre.y + reach[6] <= frame.bottom + 0.1
        });
        apart && in_frame
    }
}
