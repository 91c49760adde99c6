//! The last touch: nodes and rooms are tried at other places while that saves crossings, stress, or ties over third
//! nodes and rooms. Threshold accepting (Dueck, Scheuer 1990), as long as a number of comparisons allows, never a time.

use rand_xoshiro::Xoshiro256PlusPlus;

use super::Plan;
use super::pack::tighten;
use super::page::{Look, Moves, Page};
use super::skeleton::Network;
use super::stress::{below, unit};
use crate::map::plane::{Point, Rect};

/// Where everything ends up.
pub struct Settled {
    /// The nodes.
    pub nodes: Vec<Point>,
    /// The rooms' names.
    pub titles: Vec<Rect>,
    /// How many ties that are the only ones of their pair run over something.
    pub struck: usize,
    /// What it costs ([`Page::cost`]).
    pub cost: f64,
}

/// How long is looked for better places, and how boldly.
#[derive(Debug, Clone, Copy)]
pub struct Search {
    /// Tried moves for each node by a rough look, and by an exact one.
    pub trials: (usize, usize),
    /// Pairs of ties compared at most.
    pub work: usize,
    /// How much worse a move may be at first, as a share of the crossings of one node.
    pub heat: f64,
    /// What the whole stress costs, as a multiple of all crossings at the start.
    pub stress: f64,
    /// Tried moves at most for only ties that run over something.
    pub repairs: usize,
}

/// What the only tie of a pair of rooms counts beside one of many, and in a dense network as a share of all crossings.
const ONLY: (u32, f64) = (60, 0.01);

/// What one of two ties of a pair counts.
const ONE_OF_TWO: u32 = 4;

/// More than this it never counts.
const MOST: f64 = 20_000.0;

/// So many pairs of only ties with nodes and rooms are looked at in repairs at most.
const REPAIR_WORK: usize = 50_000_000;

/// How much worse a repair may be at first, as a share of what one struck only tie costs.
const REPAIR_HEAT: f64 = 0.3;

/// How often what a tie runs over is moved aside, and not somewhere.
const ASIDE: f64 = 0.4;

/// So many rooms are pushed aside at most.
const PUSHED: usize = 4;

/// Moves of rooms may be this much worse beside those of nodes.
const ROOMS_SLACK: f64 = 3.0;

/// What each tie counts where it runs over something: most where it is the only one between its rooms.
fn weights(network: &Network, only: u32) -> Vec<u32> {
    let links = network.links();
    let ties = network.ties.iter().zip(&network.only);
    ties.map(|((a, b, _), is_only)| {
        let (a, b) = (network.room_of[*a], network.room_of[*b]);
        let pair = (a.min(b), a.max(b));
        let found = links.binary_search_by(|link| (link.0, link.1).cmp(&pair));
        match found.map(|at| links[at].2) {
            _ if *is_only => only,
            Ok(ties) if ties <= 2.0 => ONE_OF_TWO,
            _ => 1,
        }
    })
    .collect()
}

/// What a start costs, its struck only ties included.
pub fn estimate(plan: &Plan, members: &[Vec<usize>], places: &[Point], stress: f64) -> f64 {
    let weights = weights(&plan.network, ONLY.0);
    let page = Page::new(plan, members, &weights, places.to_vec(), stress);
    page.cost() * (1.0 + 0.05 * page.struck(ONLY.0).len() as f64)
}

/// Looks for better places from a start.
pub fn settle(
    plan: &Plan,
    members: &[Vec<usize>],
    places: Vec<Point>,
    search: Search,
    rng: &mut Xoshiro256PlusPlus,
) -> Settled {
    let network = &plan.network;
    let mut page = Page::new(
        plan,
        members,
        &weights(network, ONLY.0),
        places,
        search.stress,
    );
    let only = ONLY.0.max((ONLY.1 * page.crossings).min(MOST) as u32);
    let strict = only.max(page.crossings.min(MOST) as u32);
    let (usual, strictly) = (weights(network, only), weights(network, strict));
    // First, while the rooms are small and there is space between them, then once more.
    page.weigh(&strictly);
    repair(&mut page, strict, search.repairs, rng);
    page.weigh(&usual);
    look(&mut page, Look::Rough, search.trials.0, search, rng);
    page.recount();
    let finest = page.finest();
    look(&mut page, finest, search.trials.1, search, rng);
    page.weigh(&strictly);
    repair(&mut page, strict, search.repairs, rng);
    page.fill(strict);
    Settled {
        struck: page.struck(strict).len(),
        cost: page.cost(),
        titles: page.outlines.iter().map(|outline| outline.title).collect(),
        nodes: page.places,
    }
}

/// What is moved, and how.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Shift,
    Exchange,
    ShiftRoom,
    Mirror,
    ExchangeRooms,
    Tighten,
    /// Out of the way of a tie.
    Aside(usize),
}

/// Tries moves of any kind, the bolder the more is left of the trials and the work.
fn look(page: &mut Page, look: Look, trials: usize, search: Search, rng: &mut Xoshiro256PlusPlus) {
    let n = page.places.len();
    let (trials, start) = (trials * n, page.spent);
    let mean = search.heat * page.crossings / n.max(1) as f64;
    let mut moves = Moves::new();
    for round in 0..trials {
        let spent = (page.spent - start) as f64 / search.work as f64;
        let left = 1.0 - spent.max(round as f64 / trials as f64);
        if left <= 0.0 {
            break;
        }
        let slack = mean * left * left * unit(rng);
        let node = below(rng, n);
        let (kind, wide) = match below(rng, 20) {
            0..=11 => (Kind::Shift, 0.03 + 0.97 * left * unit(rng)),
            12..=16 => (Kind::Exchange, 0.0),
            _ if page.members.len() < 2 => continue,
            17 => {
                let share = unit(rng);
                (Kind::ShiftRoom, 0.02 + 0.4 * left * share * share)
            }
            18 => (Kind::Mirror, 0.0),
            _ => (Kind::ExchangeRooms, 0.0),
        };
        let slack = match kind {
            Kind::Shift | Kind::Exchange => slack,
            _ => ROOMS_SLACK * slack,
        };
        go(page, (kind, node, wide), look, slack, &mut moves, rng);
    }
}

/// Tries moves of what the struck only ties run over, and of their ends, until none is struck.
fn repair(page: &mut Page, strict: u32, most: usize, rng: &mut Xoshiro256PlusPlus) {
    let mut struck = page.struck(strict);
    let mut moves = Moves::new();
    let pairs = page.scarce() * (page.places.len() + page.members.len());
    let repairs = most.min(REPAIR_WORK / pairs.max(1));
    for round in 0..repairs {
        if struck.is_empty() {
            return;
        }
        let one = &struck[below(rng, struck.len())];
        let (a, b, _) = page.plan.network.ties[one.tie];
        let node = match below(rng, 4) {
            0 => a,
            1 => b,
            _ => one.over[below(rng, one.over.len())],
        };
        let share = unit(rng);
        let aside = node != a && node != b && unit(rng) < ASIDE;
        let (kind, wide) = match below(rng, 9) {
            _ if aside => (Kind::Aside(one.tie), share),
            0..=2 => (Kind::Shift, share),
            3..=4 => (Kind::Exchange, 0.0),
            5 => (Kind::ShiftRoom, 0.01 + 0.5 * share * share),
            6 => (Kind::Mirror, 0.0),
            7 => (Kind::ExchangeRooms, 0.0),
            _ => (Kind::Tighten, 0.0),
        };
        let left = 1.0 - round as f64 / repairs as f64;
        let slack = f64::from(strict) * REPAIR_HEAT * left * left * unit(rng);
        let look = page.finest();
        if go(page, (kind, node, wide), look, slack, &mut moves, rng) {
            struck = page.struck(strict);
        }
    }
}

/// Tries a move of a node, or of its room.
fn go(
    page: &mut Page,
    (kind, node, wide): (Kind, usize, f64),
    look: Look,
    slack: f64,
    moves: &mut Moves,
    rng: &mut Xoshiro256PlusPlus,
) -> bool {
    let room = page.plan.network.room_of[node];
    moves.clear();
    let mut within = |width: f64, height: f64| {
        let x = (unit(rng) - 0.5) * width * wide;
        Point::new(x, (unit(rng) - 0.5) * height * wide)
    };
    match kind {
        Kind::Shift => {
            let (width, height) = page.outlines[room].size();
            moves.push((node, page.places[node] + within(width, height)));
        }
        Kind::Exchange => {
            let mates = &page.members[room];
            let mate = mates[below(rng, mates.len())];
            if mate != node {
                moves.extend([(node, page.places[mate]), (mate, page.places[node])]);
            }
        }
        Kind::ShiftRoom => {
            let frame = &page.plan.frame;
            let by = within(frame.width(), frame.height());
            push(page, room, by, PUSHED, moves);
        }
        Kind::Aside(tie) => {
            let (a, b, _) = page.plan.network.ties[tie];
            let (p, q) = (page.places[a], page.places[b]);
            let along = (q - p) * (1.0 / p.distance(q).max(1.0));
            let normal = Point::new(-along.y, along.x);
            let other = ![a, b]
                .iter()
                .any(|end| page.plan.network.room_of[*end] == room);
            let (middle, far) = if other {
                let (width, height) = page.outlines[room].size();
                let half = (normal.x.abs() * width + normal.y.abs() * height) / 2.0;
                (page.outlines[room].middle, half * (0.6 + 0.6 * wide))
            } else {
                (
                    page.places[node],
                    page.plan.radius + 2.0 + 20.0 * wide * wide,
                )
            };
            let off = normal.dot(middle - p);
            // Mostly to the side where it already lies.
            let side = if (off < 0.0) == (unit(rng) < 0.7) {
                -1.0
            } else {
                1.0
            };
            let by = normal * (side * far - off);
            if other {
                push(page, room, by, page.members.len(), moves);
            } else {
                moves.push((node, page.places[node] + by));
            }
        }
        Kind::Mirror => mirror(page, room, below(rng, 3), moves),
        Kind::ExchangeRooms => {
            let other = below(rng, page.members.len());
            if other != room {
                let by = page.outlines[other].middle - page.outlines[room].middle;
                shift(page, room, by, moves);
                shift(page, other, by * -1.0, moves);
            }
        }
        Kind::Tighten => {
            let members = &page.members[room];
            let mut places: Vec<Point> = members.iter().map(|node| page.places[*node]).collect();
            let boxes: Vec<Rect> = members.iter().map(|node| page.space(*node)).collect();
            tighten(&mut places, &boxes);
            moves.extend(members.iter().copied().zip(places));
        }
    }
    let rigid = match kind {
        Kind::ShiftRoom | Kind::ExchangeRooms => true,
        Kind::Aside(_) => moves.len() > 1 || page.members[room].len() == 1,
        _ => false,
    };
    if matches!(kind, Kind::Shift | Kind::Exchange | Kind::Aside(_)) && !rigid {
        page.make_way(room, moves);
    }
    !moves.is_empty() && page.attempt(moves, rigid, look, slack)
}

/// A room moved, with those that have to make way, at most so many.
fn push(page: &Page, room: usize, by: Point, most: usize, moves: &mut Moves) {
    let along = page.pushed(room, by);
    if along.len() <= most {
        along.iter().for_each(|room| shift(page, *room, by, moves));
    }
}

fn shift(page: &Page, room: usize, by: Point, moves: &mut Moves) {
    let nodes = page.members[room].iter();
    moves.extend(nodes.map(|node| (*node, page.places[*node] + by)));
}

/// A room turned over from left to right, from top to bottom, or both.
fn mirror(page: &Page, room: usize, way: usize, moves: &mut Moves) {
    let middle = page.outlines[room].middle;
    if page.members[room].len() < 2 {
        return;
    }
    moves.extend(page.members[room].iter().map(|node| {
        // The boxes are turned, their names under their marks: so none comes to lie over another.
        let (within, mut place) = (page.space(*node).centre(), page.places[*node]);
        if way != 1 {
            place.x = 2.0 * (middle.x - within.x) - place.x;
        }
        if way != 0 {
            place.y = 2.0 * (middle.y - within.y) - place.y;
        }
        (*node, place)
    }));
}
