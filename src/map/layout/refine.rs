//! The last touch: two nodes of a room change places where that saves crossings or a tie over a third node.

use rand_xoshiro::Xoshiro256PlusPlus;

use super::skeleton::Network;
use super::stress::below;
use crate::map::plane::{Point, Reach, Rect, cross, distance_to_segment};

/// The rooms as they lie on the page.
pub struct Standing<'a> {
    /// The network.
    pub network: &'a Network,
    /// The box around each node's centre.
    pub footprints: &'a [Rect],
    /// The boxes about each node's centre that its room holds.
    pub bodies: &'a [[Rect; 2]],
    /// The margin of a room around what it holds.
    pub margin: f64,
    /// How far each room reaches.
    pub reach: &'a [Reach],
    /// How much each tie counts where it runs over something.
    pub weights: &'a [f64],
    /// The rooms' centres.
    pub centres: &'a [Point],
    /// How close a tie may pass a node that is none of its ends.
    pub clearance: f64,
}

/// What a tie over a third node costs, in crossings.
const OVER_NODE: f64 = 1.5;

/// What a tie through a third room costs, in crossings, and per unit of length in it.
const OVER_ROOM: (f64, f64) = (1.5, 0.02);

/// What a unit of a tie's length costs, in crossings.
const LENGTH: f64 = 0.004;

/// How often every pair is looked at to make ties shorter.
const ROUNDS: usize = 8;

/// With more pairs than this that would take too long.
const MOST_PAIRS: usize = 200_000;

/// How many ties are looked at when crossings are counted.
const LOOKED_AT: usize = 400;

/// Changes places within rooms until nothing is gained or about `effort` pairs of segments were compared.
pub fn refine(
    standing: &Standing,
    places: &mut [Point],
    effort: usize,
    rng: &mut Xoshiro256PlusPlus,
) {
    let members = standing.network.members();
    let ties_of = ties_of(standing.network);
    let mut pairs: Vec<(usize, usize)> = members
        .iter()
        .flat_map(|nodes| {
            nodes
                .iter()
                .enumerate()
                .flat_map(|(at, a)| nodes[at + 1..].iter().map(|b| (*a, *b)))
        })
        .collect();
    shorten(standing, &members, &ties_of, places, &pairs);
    let all = standing.network.ties.len();
    // Of very many ties a part tells how they cross.
    let stride = (all / LOOKED_AT).max(1);
    let mut spent = 0;
    let mut gained = true;
    while gained && spent < effort {
        gained = false;
        for at in (1..pairs.len()).rev() {
            pairs.swap(at, below(rng, at + 1));
        }
        for &(a, b) in &pairs {
            let touched = ties_of[a].len() + ties_of[b].len();
            if touched == 0 || !fits(standing, &members, places, a, b) {
                continue;
            }
            spent += 2 * touched * all / stride;
            if spent >= effort {
                break;
            }
            let before = cost(standing, &members, &ties_of, places, (a, b), stride);
            places.swap(a, b);
            if cost(standing, &members, &ties_of, places, (a, b), stride) < before - 1e-6 {
                gained = true;
            } else {
                places.swap(a, b);
            }
        }
    }
}

/// Changes places within rooms while that makes ties shorter: shorter ties cross less, and it is quickly seen.
fn shorten(
    standing: &Standing,
    members: &[Vec<usize>],
    ties_of: &[Vec<usize>],
    places: &mut [Point],
    pairs: &[(usize, usize)],
) {
    let length = |places: &[Point], node: usize| -> f64 {
        let ties = ties_of[node].iter();
        ties.map(|tie| {
            let (from, to, _) = standing.network.ties[*tie];
            places[from].distance(places[to])
        })
        .sum()
    };
    if pairs.len() > MOST_PAIRS {
        return;
    }
    for _ in 0..ROUNDS {
        let mut gained = false;
        for &(a, b) in pairs {
            let before = length(places, a) + length(places, b);
            places.swap(a, b);
            let after = length(places, a) + length(places, b);
            places.swap(a, b);
            if after < before - 1e-6 && fits(standing, members, places, a, b) {
                places.swap(a, b);
                gained = true;
            }
        }
        if !gained {
            break;
        }
    }
}

fn ties_of(network: &Network) -> Vec<Vec<usize>> {
    let mut ties_of = vec![Vec::new(); network.room_of.len()];
    for (tie, &(a, b, _)) in network.ties.iter().enumerate() {
        ties_of[a].push(tie);
        ties_of[b].push(tie);
    }
    ties_of
}

/// Whether both boxes find room where the other is now.
fn fits(standing: &Standing, members: &[Vec<usize>], places: &[Point], a: usize, b: usize) -> bool {
    let room = standing.network.room_of[a];
    let of_a = standing.footprints[a].shifted(places[b]);
    let of_b = standing.footprints[b].shifted(places[a]);
    let centre = standing.centres[room];
    let held = |node: usize, place: Point| {
        standing.bodies[node].iter().all(|body| {
            body.shifted(place - centre)
                .corners()
                .iter()
                .all(|corner| standing.reach[room].holds(*corner, standing.margin))
        })
    };
    held(a, places[b])
        && held(b, places[a])
        && !of_a.overlaps(&of_b)
        && members[room].iter().all(|&other| {
            let rect = standing.footprints[other].shifted(places[other]);
            other == a || other == b || !(rect.overlaps(&of_a) || rect.overlaps(&of_b))
        })
}

/// The cost of all that changes when a and b change places.
fn cost(
    standing: &Standing,
    members: &[Vec<usize>],
    ties_of: &[Vec<usize>],
    places: &[Point],
    (a, b): (usize, usize),
    stride: usize,
) -> f64 {
    let network = standing.network;
    let mut cost = 0.0;
    let of_both = ties_of[a].iter().chain(&ties_of[b]);
    for &tie in of_both {
        let (from, to, _) = network.ties[tie];
        let (p, q) = (places[from], places[to]);
        cost += LENGTH * p.distance(q);
        for &(c, d, _) in network.ties.iter().step_by(stride) {
            if c != from && c != to && d != from && d != to && cross(p, q, places[c], places[d]) {
                cost += stride as f64;
            }
        }
        let (of_from, of_to) = (network.room_of[from], network.room_of[to]);
        let near = members[of_from]
            .iter()
            .chain(members[of_to].iter().filter(|_| of_from != of_to));
        for &node in near {
            if node != from
                && node != to
                && distance_to_segment(places[node], p, q) < standing.clearance
            {
                cost += OVER_NODE * standing.weights[tie];
            }
        }
        for (room, reach) in standing.reach.iter().enumerate() {
            if room != of_from && room != of_to {
                let centre = standing.centres[room];
                let chord = reach.chord(p - centre, q - centre);
                if chord > 0.0 {
                    cost += (OVER_ROOM.0 + OVER_ROOM.1 * chord) * standing.weights[tie];
                }
            }
        }
    }
    let room = network.room_of[a];
    for (&(c, d, _), weight) in network.ties.iter().zip(standing.weights) {
        if network.room_of[c] != room && network.room_of[d] != room {
            continue;
        }
        for node in [a, b] {
            if node != c
                && node != d
                && distance_to_segment(places[node], places[c], places[d]) < standing.clearance
            {
                cost += OVER_NODE * weight;
            }
        }
    }
    cost
}
