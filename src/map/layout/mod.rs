//! Where everything lies: departments as rooms that never overlap, their actors inside, the whole page used.
//!
//! The steps: stress minimisation from several starts ([`stress`], [`skeleton`]), each room packed with the boxes
//! that its nodes need ([`pack`]), the rooms arranged on the page (`arrange`), the nodes of each room turned towards
//! their ties, and then nodes and rooms tried at other places where that saves crossings, stress, or ties over third
//! nodes and rooms (`settle`). Only + − × / and √, a seeded generator for each start and step: the same bytes on every
//! machine, on any number of cores.

pub mod arrange;
mod moves;
mod outline;
pub mod pack;
mod page;
mod room;
mod segments;
mod settle;
mod shelves;
pub mod skeleton;
mod strain;
pub mod stress;

use rayon::prelude::*;

use arrange::{Arranged, Moving, Rooms, arrange};
use pack::around;
use room::{Content, contents, turned};
use settle::{Search, Settled, estimate, settle};
pub use shelves::shelves;
use skeleton::generator;
pub use skeleton::{Network, skeletons};

use super::plane::{Point, Rect, hull};

/// The boxes to be laid out.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The nodes, rooms and ties.
    pub network: Network,
    /// The box around each node's centre that no other may overlap.
    pub footprints: Vec<Rect>,
    /// The boxes of each node's mark and name about its centre, which its room has to hold.
    pub bodies: Vec<[Rect; 2]>,
    /// The width and height of each room's name.
    pub titles: Vec<(f64, f64)>,
    /// The part of the page for the rooms.
    pub frame: Rect,
    /// The margin of a room around what it holds.
    pub margin: f64,
    /// The radius of a node.
    pub radius: f64,
    /// The least gap between two rooms.
    pub gap: f64,
}

/// A laid-out room.
#[derive(Debug, Clone, PartialEq)]
pub struct Room {
    /// Its outline, holding its nodes, their names and its own.
    pub hull: Vec<Point>,
    /// The box of its name.
    pub title: Rect,
}

/// Where everything lies.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// The nodes.
    pub nodes: Vec<Point>,
    /// The rooms.
    pub rooms: Vec<Room>,
}

/// Up to so many nodes trying them at many other places is quick.
const FEW: usize = 120;

/// Of more nodes than this bands are drawn, so that the crossings of single ties say nothing, and the page must not wait.
const FOLLOWED: usize = 230;

/// How many starts, arrangements and tried moves a network of this size is worth.
#[derive(Debug, Clone, Copy)]
pub struct Effort {
    /// Layouts from random places.
    pub starts: usize,
    /// The best of them whose rooms are arranged.
    pub arranged: usize,
    /// Tried moves of rooms in each arrangement.
    pub moves: usize,
    /// The best of these that are settled.
    pub settled: usize,
    /// How each of them is settled, and how the best of them once more.
    pub searches: (Search, Search),
}

impl Effort {
    /// Much for small networks, less for large ones, so that the time stays bounded.
    pub fn of(network: &Network) -> Self {
        let (n, rooms) = (network.room_of.len(), network.rooms.max(1));
        let links = network.links().len();
        let moves = match rooms {
            0..=24 => (5_000_000 / (links * (10 + rooms) + 100)).clamp(800, 5_000),
            _ => (12_000_000 / (rooms * rooms)).clamp(50, 6_000),
        };
        let search = |trials, work: usize, heat| Search {
            trials,
            work: work * 1_000_000,
            heat,
            // Of many nodes the overview counts more: single ties can't be followed anyway.
            stress: if n <= FEW { 1.5 } else { 3.0 },
            // Bands are drawn around what stands in the way.
            repairs: if n == rooms || n > FOLLOWED {
                200
            } else {
                3_000
            },
        };
        let never = search((0, 0), 0, 0.0);
        let effort = |starts, arranged, moves, settled, searches| Self {
            starts,
            arranged,
            moves,
            settled,
            searches,
        };
        match n {
            // A picture of rooms alone is one among others of the page.
            _ if n == rooms => effort(8, 1, moves, 1, (search((0, 20), 5, 0.1), never)),
            // Of few ties an exact look is as quick as a rough one.
            0..=FEW if network.ties.len() <= 4 * n => {
                effort(8, 4, moves, 1, (search((0, 60), 60, 0.1), never))
            }
            0..=FOLLOWED => effort(
                12,
                6,
                moves,
                3,
                (search((60, 60), 60, 0.1), search((0, 150), 250, 0.05)),
            ),
            _ => effort(1, 1, moves, 1, (never, never)),
        }
    }
}

/// Lays a plan out; none where the boxes do not fit on the page.
///
/// Of the layouts from the best starts the one is taken that leaves the fewest only ties over something, and of these
/// the one with the fewest crossings and the least stress.
pub fn lay_out(plan: &Plan, skeletons: &[Vec<Point>], effort: Effort) -> Option<Layout> {
    let members = plan.network.members();
    let members = &members;
    let from = |at: usize, skeleton: &&Vec<Point>| {
        let moved = |moves, heat| {
            let moving = Moving { moves, heat };
            attempt(plan, members, skeleton, moving, at as u64)
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
        found.map(|places| {
            let cost = match effort.arranged {
                // With nothing to compare it to.
                0..=1 => 0.0,
                _ => estimate(plan, members, &places, effort.searches.0.stress),
            };
            (cost, places)
        })
    };
    let skeletons: Vec<(usize, &Vec<Point>)> = skeletons.iter().enumerate().collect();
    let (skeletons, rest) = skeletons.split_at(effort.arranged.min(skeletons.len()));
    let (first, others) = skeletons.split_at(RETRIED.min(skeletons.len()));
    let mut starts: Vec<(f64, Vec<Point>)> = each(first, from);
    if starts.is_empty() {
        // Where the best starts find no place for everything the others seldom do: the next level is the quicker way.
        return None;
    }
    starts.extend(each(others, from));
    starts.sort_by(|a, b| a.0.total_cmp(&b.0));
    // Each with a generator of its own: the same on any number of cores.
    let settled = |at: usize, places: &[Point], search: Search| {
        let mut rng = generator(3_000 + at as u64);
        settle(plan, members, places.to_vec(), search, &mut rng)
    };
    let starts: Vec<(usize, Vec<Point>)> = starts
        .into_iter()
        .map(|(_, places)| places)
        .enumerate()
        .collect();
    let (tried, spare) = starts.split_at(effort.settled.min(starts.len()));
    let mut held = each(tried, |at, places| {
        Some(settled(at, places, effort.searches.0))
    });
    for (at, places) in spare {
        if !worth_another(&held) {
            break;
        }
        held.push(settled(*at, places, effort.searches.0));
    }
    for (at, skeleton) in rest {
        if !worth_another(&held) || effort.arranged < RETRIED {
            break;
        }
        if let Some((_, places)) = from(*at, skeleton) {
            held.push(settled(*at, &places, effort.searches.0));
        }
    }
    held.sort_by(|a, b| a.struck.cmp(&b.struck).then(a.cost.total_cmp(&b.cost)));
    let mut best: Option<Settled> = None;
    for (at, one) in held.into_iter().enumerate() {
        if best
            .as_ref()
            .is_some_and(|best| !worth_another(std::slice::from_ref(best)))
        {
            break;
        }
        let last = match effort.searches.1.trials {
            (0, 0) => one,
            _ if one.struck > HOPELESS => one,
            _ => settled(10 + at, &one.nodes, effort.searches.1),
        };
        if best.as_ref().is_none_or(|best| last.struck < best.struck) {
            best = Some(last);
        }
    }
    best.map(|settled| drawn(plan, members, settled))
}

/// Whether another start may do better: none of these leaves all only ties free, but one of them nearly so.
fn worth_another(held: &[Settled]) -> bool {
    let least = held.iter().map(|held| held.struck).min();
    least.is_none_or(|least| (1..=HOPELESS).contains(&least))
}

/// What comes of each, in their order.
fn each<T: Sync, U: Send>(
    of: &[(usize, T)],
    make: impl Fn(usize, &T) -> Option<U> + Sync,
) -> Vec<U> {
    of.par_iter()
        .filter_map(|(at, one)| make(*at, one))
        .collect()
}

/// The nodes with the rooms around them.
fn drawn(plan: &Plan, members: &[Vec<usize>], settled: Settled) -> Layout {
    let nodes: Vec<Point> = settled.nodes.iter().map(|node| node.rounded()).collect();
    let rooms = members.iter().zip(settled.titles);
    let rooms = rooms.map(|(members, title)| {
        let bodies = |places: &[Point]| -> Vec<Rect> {
            let of = |node: &usize| plan.bodies[*node].map(|body| body.shifted(places[*node]));
            members.iter().flat_map(of).collect()
        };
        let touches = bodies(&nodes).iter().any(|body| body.overlaps(&title));
        let up = if touches { ROUNDED } else { 0.0 };
        let title = title.shifted(Point::new(0.0, -up));
        let corners: Vec<Point> = bodies(&settled.nodes)
            .iter()
            .chain([&title])
            .flat_map(Rect::corners)
            .collect();
        Room {
            hull: hull(&corners, plan.margin),
            title,
        }
    });
    Layout {
        rooms: rooms.collect(),
        nodes,
    }
}

/// So much higher a room's name lies where what is under it touches it once rounded.
const ROUNDED: f64 = 0.1;

/// The tenths of the moves and the heat with which rooms are arranged first: the start shall be recognised. Where they
/// don't fit so, anything goes.
const COOL: (usize, f64) = (3, 0.5);

/// How much it counts in every other start where an only tie runs through a third room: where the first settle to
/// none such, there are fewer crossings.
const GUARDS: [f64; 2] = [1.6, 10.0];

/// Where more only ties than this run over something, other starts and longer searches leave about as many.
const HOPELESS: usize = 12;

/// So many of the best starts get a second try.
const RETRIED: usize = 2;

/// The places that follow from one start.
fn attempt(
    plan: &Plan,
    members: &[Vec<usize>],
    skeleton: &[Point],
    moving: Moving,
    stream: u64,
) -> Option<Vec<Point>> {
    let guard = GUARDS[stream as usize % GUARDS.len()];
    let rooms = contents(plan, members, skeleton);
    let centres = spread(plan, members, skeleton);
    let held = arranged(plan, &rooms, &centres, (moving, guard), stream);
    if !held.whole {
        return None;
    }
    let places = turned(plan, members, &rooms, &held.centres);
    let turned = contents(plan, members, &places);
    let moving = Moving {
        moves: moving.moves / 3,
        heat: 0.15,
    };
    let again = arranged(plan, &turned, &held.centres, (moving, guard), 100 + stream);
    // Turned rooms have other outlines: where these don't fit, the ones before stay.
    Some(if again.whole {
        standing(plan, members, &turned, &again)
    } else {
        standing(plan, members, &rooms, &held)
    })
}

/// The rooms' middles of a skeleton, stretched over the frame.
fn spread(plan: &Plan, members: &[Vec<usize>], places: &[Point]) -> Vec<Point> {
    let middles: Vec<Point> = members
        .iter()
        .map(|nodes| {
            let sum = nodes
                .iter()
                .fold(Point::default(), |sum, node| sum + places[*node]);
            sum * (1.0 / nodes.len().max(1) as f64)
        })
        .collect();
    let points: Vec<Rect> = middles
        .iter()
        .map(|p| Rect::sized(p.x, p.y, 0.0, 0.0))
        .collect();
    let extent = around(&points);
    let (from, to) = (extent.centre(), plan.frame.centre());
    let scale = |span: f64, wished: f64| if span > 1e-6 { wished / span } else { 0.0 };
    let x = scale(extent.width(), plan.frame.width() * 0.7);
    let y = scale(extent.height(), plan.frame.height() * 0.7);
    middles
        .iter()
        .map(|middle| to + Point::new((middle.x - from.x) * x, (middle.y - from.y) * y))
        .collect()
}

fn arranged(
    plan: &Plan,
    rooms: &[Content],
    centres: &[Point],
    (moving, guard): (Moving, f64),
    stream: u64,
) -> Arranged {
    let (links, hanging) = (plan.network.links(), plan.network.hanging());
    let rooms = Rooms {
        reach: rooms.iter().map(|room| room.reach).collect(),
        only: links
            .iter()
            .map(|link| hanging.contains(&(link.0, link.1)))
            .collect(),
        links,
        guard,
        frame: plan.frame,
        gap: plan.gap,
    };
    arrange(&rooms, centres, moving, &mut generator(1_000 + stream))
}

/// The nodes' places when each room lies in its place.
fn standing(plan: &Plan, members: &[Vec<usize>], rooms: &[Content], held: &Arranged) -> Vec<Point> {
    let mut nodes = vec![Point::default(); plan.network.room_of.len()];
    for ((members, room), centre) in members.iter().zip(rooms).zip(&held.centres) {
        for (node, offset) in members.iter().zip(&room.offsets) {
            nodes[*node] = *centre + *offset;
        }
    }
    nodes
}
