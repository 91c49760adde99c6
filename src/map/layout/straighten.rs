//! Rooms moved aside where the only tie of two would run through a third one or over a node: it would read as if it
//! ended there.

use rand_xoshiro::Xoshiro256PlusPlus;

use super::stress::{below, unit};
use super::{Network, Plan};
use crate::map::plane::{Point, Reach, distance_to_segment};

/// Of more rooms than this too many ties are the only one of their pair.
const MOST_ROOMS: usize = 40;

/// How many pairs of a tie and a room are looked at, about.
const EFFORT: usize = 1_500_000;

/// How much of the wished gap between rooms has to stay.
const GAP: f64 = 0.7;

/// The length in which chords and moves are counted.
const UNIT: f64 = 50.0;

/// What a move by one unit costs, so that the arrangement stays what it is.
const MOVE: f64 = 0.1;

/// How much the ties of a pair with so few of them count beside those of a pair with many.
pub fn scarcity(ties_of_pair: f64) -> f64 {
    if ties_of_pair <= 1.0 {
        24.0
    } else if ties_of_pair <= 2.0 {
        4.0
    } else {
        1.0
    }
}

/// The weight of each tie by [`scarcity`]; 1 inside rooms.
pub fn weights(network: &Network) -> Vec<f64> {
    let links = network.links();
    let of = |a: usize, b: usize| {
        let pair = (a.min(b), a.max(b));
        let found = links.binary_search_by(|link| (link.0, link.1).cmp(&pair));
        found.map_or(1.0, |at| scarcity(links[at].2))
    };
    network
        .ties
        .iter()
        .map(|(a, b, _)| of(network.room_of[*a], network.room_of[*b]))
        .collect()
}

/// Moves rooms, with their nodes, until no scarce tie runs through a third room or over a node, or nothing more is gained.
pub fn straighten(
    plan: &Plan,
    reach: &[Reach],
    centres: &mut [Point],
    nodes: &mut [Point],
    rng: &mut Xoshiro256PlusPlus,
) {
    if reach.len() > MOST_ROOMS {
        return;
    }
    let scarce: Vec<Tie> = plan
        .network
        .ties
        .iter()
        .zip(weights(&plan.network))
        .filter(|(_, weight)| *weight > 1.0)
        .map(|((a, b, _), weight)| Tie {
            ends: [*a, *b],
            rooms: [*a, *b].map(|node| plan.network.room_of[node]),
            weight,
        })
        .collect();
    let members = plan.network.members();
    let mut page = Page {
        plan,
        reach,
        span: reach
            .iter()
            .map(|reach| reach.0.iter().copied().fold(0.0, f64::max) * 1.01)
            .collect(),
        centres,
        nodes,
        members: &members,
        scarce: &scarce,
    };
    let (mut cost, mut struck) = page.cost();
    let rounds = EFFORT / (scarce.len() * reach.len()).max(300);
    for _ in 0..rounds {
        if struck.is_empty() {
            break;
        }
        let (tie, over) = struck[below(rng, struck.len())];
        let room = match below(rng, 4) {
            0 => scarce[tie].rooms[0],
            1 => scarce[tie].rooms[1],
            _ => over,
        };
        let wide = 0.05 + 0.6 * unit(rng);
        let shift = Point::new(
            (unit(rng) - 0.5) * plan.frame.width() * wide,
            (unit(rng) - 0.5) * plan.frame.height() * wide,
        );
        if !page.free(room, page.centres[room] + shift) {
            continue;
        }
        page.shift(room, shift);
        let (then, still) = page.cost();
        if then + MOVE * shift.length() / UNIT < cost {
            (cost, struck) = (then, still);
        } else {
            page.shift(room, shift * -1.0);
        }
    }
}

struct Tie {
    ends: [usize; 2],
    rooms: [usize; 2],
    weight: f64,
}

struct Page<'a> {
    plan: &'a Plan,
    reach: &'a [Reach],
    span: Vec<f64>,
    centres: &'a mut [Point],
    nodes: &'a mut [Point],
    members: &'a [Vec<usize>],
    scarce: &'a [Tie],
}

impl Page<'_> {
    /// What the scarce ties through third rooms or over nodes cost, and which they are.
    fn cost(&self) -> (f64, Vec<(usize, usize)>) {
        let (mut cost, mut struck) = (0.0, Vec::new());
        for (at, tie) in self.scarce.iter().enumerate() {
            let [p, q] = tie.ends.map(|node| self.nodes[node]);
            for (room, centre) in self.centres.iter().enumerate() {
                if tie.rooms.contains(&room) {
                    continue;
                }
                let (a, b) = (p - *centre, q - *centre);
                let (along, off) = (b - a, a.cross(b));
                if off * off > self.span[room] * self.span[room] * along.dot(along) {
                    continue;
                }
                let chord = self.reach[room].chord(a, b);
                if chord > 0.0 {
                    cost += tie.weight * (1.0 + chord / UNIT);
                    struck.push((at, room));
                }
            }
            for room in tie.rooms {
                let mut others = self.members[room].iter();
                let close = |node: &usize| {
                    !tie.ends.contains(node)
                        && distance_to_segment(self.nodes[*node], p, q) < self.plan.radius + 1.0
                };
                if others.any(close) {
                    cost += tie.weight;
                    struck.push((at, room));
                }
            }
        }
        (cost, struck)
    }

    /// Whether a room has place at a centre.
    fn free(&self, room: usize, centre: Point) -> bool {
        let (reach, frame) = (&self.reach[room], &self.plan.frame);
        centre.x - reach.0[12] >= frame.left
            && centre.x + reach.0[0] <= frame.right
            && centre.y - reach.0[18] >= frame.top
            && centre.y + reach.0[6] <= frame.bottom
            && self.centres.iter().enumerate().all(|(other, at)| {
                other == room
                    || self.reach[other].gap(reach, centre - *at, 1.0) >= GAP * self.plan.gap
            })
    }

    fn shift(&mut self, room: usize, by: Point) {
        self.centres[room] = self.centres[room] + by;
        for node in &self.members[room] {
            self.nodes[*node] = self.nodes[*node] + by;
        }
    }
}
