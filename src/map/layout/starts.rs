//! Where nodes would lie if they were points: compact rooms, and between rooms the distances of the network.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::SeedableRng;

use super::sgd::{Term, below, descend, remaining, scatter};
use crate::domain::{Stop, Stopped};
use crate::map::plane::Point;

/// The nodes, their rooms and ties, as every step of the layout reads them.
#[derive(Debug, Clone, PartialEq)]
pub struct Network {
    /// The room of each node.
    pub room_of: Vec<usize>,
    /// How many rooms there are.
    pub rooms: usize,
    /// The tied pairs, a < b, each once, with their strength.
    pub ties: Vec<(usize, usize, f64)>,
    /// Whether each tie is the only one between its rooms, in any phase.
    pub only: Vec<bool>,
}

/// Up to this many nodes all pairs of them are wished a distance; above, rooms come first and nodes second.
const ALL_PAIRS: usize = 230;

/// Up to this many nodes a room's own pairs are all wished a distance.
const ROOM_PAIRS: usize = 250;

/// In a larger room each node is wished a distance to its ties and to this many others.
const SAMPLE: usize = 24;

/// How much a pair inside a room counts against one between rooms.
const INSIDE: f64 = 6.0;

/// The seed of all layouts: the same network gives the same picture everywhere.
const SEED: u64 = 0x6d69_7465_696e;

/// A generator of its own for each purpose.
pub fn generator(stream: u64) -> Xoshiro256PlusPlus {
    Xoshiro256PlusPlus::seed_from_u64(SEED ^ (stream << 32))
}

impl Network {
    /// The nodes of each room.
    pub fn members(&self) -> Vec<Vec<usize>> {
        let mut members = vec![Vec::new(); self.rooms];
        for (node, room) in self.room_of.iter().enumerate() {
            members[*room].push(node);
        }
        members
    }

    /// The tied nodes of each node.
    pub fn neighbours(&self) -> Vec<Vec<usize>> {
        let mut neighbours = vec![Vec::new(); self.room_of.len()];
        for &(a, b, _) in &self.ties {
            neighbours[a].push(b);
            neighbours[b].push(a);
        }
        neighbours
    }

    /// The pairs of rooms, a < b, between which a tie is the only one in any phase.
    pub fn hanging(&self) -> BTreeSet<(usize, usize)> {
        let ties = self.ties.iter().zip(&self.only).filter(|(_, only)| **only);
        ties.map(|((a, b, _), _)| (self.room_of[*a], self.room_of[*b]))
            .map(|(a, b)| (a.min(b), a.max(b)))
            .collect()
    }

    /// The pairs of rooms with ties between them, a < b, and how many.
    pub fn links(&self) -> Vec<(usize, usize, f64)> {
        let mut count: BTreeMap<(usize, usize), f64> = BTreeMap::new();
        for &(a, b, _) in &self.ties {
            let (a, b) = (self.room_of[a], self.room_of[b]);
            if a != b {
                *count.entry((a.min(b), a.max(b))).or_default() += 1.0;
            }
        }
        count.into_iter().map(|((a, b), n)| (a, b, n)).collect()
    }
}

/// The wished distance of two nodes of one room with `n` nodes that lie `hops` ties apart.
fn inside(hops: f64, n: usize) -> f64 {
    (0.45 * hops.min(2.0)).min(0.55 * (n as f64).sqrt())
}

/// Layouts from several starts, the best first by what is left of the stress.
pub fn skeletons(
    network: &Network,
    starts: usize,
    stop: &Stop,
) -> Result<Vec<Vec<Point>>, Stopped> {
    let mut terms = if network.room_of.len() <= ALL_PAIRS {
        all_pairs(network)
    } else {
        rooms_first(network)
    };
    let mut found: Vec<(f64, Vec<Point>)> = (0..starts as u64)
        .map(|start| {
            stop.check()?;
            let mut rng = generator(start);
            let mut places = scatter(network.room_of.len(), &mut rng);
            descend(&mut places, &mut terms, &mut rng, |_| {});
            Ok((remaining(&places, &terms), places))
        })
        .collect::<Result<_, Stopped>>()?;
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    Ok(found.into_iter().map(|(_, places)| level(places)).collect())
}

/// Terms for every pair: in a room by [`inside`], between rooms d + 1.5, unreachable as far as the farthest and one more.
fn all_pairs(network: &Network) -> Vec<Term> {
    let n = network.room_of.len();
    let neighbours = network.neighbours();
    let members = network.members();
    let hops: Vec<Vec<u32>> = (0..n)
        .map(|from| breadth_first(from, &neighbours))
        .collect();
    let farthest = hops
        .iter()
        .flatten()
        .filter(|hops| **hops < u32::MAX)
        .max()
        .map_or(1.0, |hops| f64::from(*hops));
    let mut terms = Vec::with_capacity(n * n.saturating_sub(1) / 2);
    for a in 0..n {
        for b in a + 1..n {
            let hops = match hops[a][b] {
                u32::MAX => farthest + 0.5,
                hops => f64::from(hops),
            };
            let room = network.room_of[a];
            terms.push(if room == network.room_of[b] {
                Term::new(a, b, inside(hops, members[room].len()), INSIDE)
            } else {
                Term::new(a, b, hops + 1.5, 1.0)
            });
        }
    }
    terms
}

fn breadth_first(from: usize, neighbours: &[Vec<usize>]) -> Vec<u32> {
    let mut hops = vec![u32::MAX; neighbours.len()];
    hops[from] = 0;
    let mut queue = VecDeque::from([from]);
    while let Some(node) = queue.pop_front() {
        for &next in &neighbours[node] {
            if hops[next] == u32::MAX {
                hops[next] = hops[node] + 1;
                queue.push_back(next);
            }
        }
    }
    hops
}

/// Terms of a large network: each room's own, and between rooms one node of either side for every tie and some more.
fn rooms_first(network: &Network) -> Vec<Term> {
    let neighbours = network.neighbours();
    let members = network.members();
    let mut rng = generator(u64::MAX >> 32);
    let mut terms = Vec::new();
    for nodes in &members {
        room_terms(nodes, &neighbours, &mut rng, &mut terms);
    }
    for &(a, b, _) in &network.ties {
        if network.room_of[a] != network.room_of[b] {
            terms.push(Term::new(a, b, 2.5, 0.5));
        }
    }
    for node in 0..network.room_of.len() {
        for _ in 0..SAMPLE {
            let other = below(&mut rng, network.room_of.len());
            if network.room_of[other] != network.room_of[node] {
                terms.push(Term::new(node, other, 4.0, 1.0));
            }
        }
    }
    terms
}

/// The terms inside one room: of all its pairs, of a large room those of its ties and of a sample.
pub fn room_terms(
    nodes: &[usize],
    neighbours: &[Vec<usize>],
    rng: &mut Xoshiro256PlusPlus,
    terms: &mut Vec<Term>,
) {
    let n = nodes.len();
    let wished = |a: usize, b: usize| {
        let hops = if neighbours[a].contains(&b) { 1.0 } else { 2.0 };
        Term::new(a, b, inside(hops, n), INSIDE)
    };
    for (at, &a) in nodes.iter().enumerate() {
        if n <= ROOM_PAIRS {
            terms.extend(nodes[at + 1..].iter().map(|b| wished(a, *b)));
            continue;
        }
        for _ in 0..SAMPLE {
            let b = nodes[below(rng, n)];
            if a != b {
                // A sample of a large room: the wished size of the room, not of a single pair.
                let distance = 0.3 * (n as f64).sqrt();
                terms.push(Term::new(a, b, distance, INSIDE));
            }
        }
    }
}

/// Turned so that the longest extent lies along the page's width.
fn level(mut places: Vec<Point>) -> Vec<Point> {
    let n = places.len().max(1) as f64;
    let sum = places
        .iter()
        .fold(Point::default(), |sum, place| sum + *place);
    let middle = sum * (1.0 / n);
    let (mut a, mut b, mut c) = (0.0, 0.0, 0.0);
    for place in &mut places {
        *place = *place - middle;
        a += place.x * place.x;
        b += place.x * place.y;
        c += place.y * place.y;
    }
    let root = ((a - c) * (a - c) / 4.0 + b * b).sqrt();
    let axis = Point::new((a + c) / 2.0 + root - c, b);
    let length = axis.length();
    if length < 1e-9 {
        return places;
    }
    let axis = axis * (1.0 / length);
    places
        .iter()
        .map(|place| Point::new(place.dot(axis), axis.cross(*place)))
        .collect()
}
