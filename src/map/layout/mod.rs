//! Where everything lies: departments as rooms that never overlap, their actors inside, the whole page used.
//!
//! The steps: stress minimisation from several starts ([`stress`], [`skeleton`]), each room packed with the boxes
//! that its nodes need ([`pack`]), the rooms arranged on the page (`arrange`), the nodes of each room turned towards
//! their ties, and exchanged where that saves crossings (`refine`). Only + − × / and √, one seeded generator per
//! step, one thread: the same bytes on every machine.

pub mod arrange;
pub mod pack;
pub mod refine;
mod room;
mod shelves;
pub mod skeleton;
mod straighten;
pub mod stress;

use arrange::{Arranged, Rooms, Search, arrange};
use pack::around;
use refine::{Standing, refine};
use room::{Content, contents, turned};
pub use shelves::shelves;
use skeleton::generator;
pub use skeleton::{Network, skeletons};
use straighten::{straighten, weights};

use super::plane::{Point, Reach, Rect, cross, hull};
use super::quality::crossings;

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

/// How many starts, arrangements and comparisons a network of this size is worth.
#[derive(Debug, Clone, Copy)]
pub struct Effort {
    /// Layouts from random places.
    pub starts: usize,
    /// The best of them whose rooms are arranged.
    pub arranged: usize,
    /// Tried moves of rooms in each arrangement.
    pub moves: usize,
    /// Pairs of segments compared in each arrangement, and in the best of them.
    pub comparisons: (usize, usize),
}

impl Effort {
    /// Much for small networks, less for large ones, so that the time stays bounded.
    pub fn of(network: &Network) -> Self {
        let n = network.room_of.len();
        let rooms = network.rooms.max(1);
        let links = network.links().len();
        Self {
            starts: if n <= 60 {
                16
            } else if n <= 120 {
                8
            } else if n <= 230 {
                4
            } else {
                1
            },
            arranged: if n <= 120 { 3 } else { 1 },
            moves: match rooms {
                0..=24 => (5_000_000 / (links * (10 + rooms) + 100)).clamp(800, 5_000),
                _ => (12_000_000 / (rooms * rooms)).clamp(50, 6_000),
            },
            comparisons: match n {
                0..=120 => (3_000_000, 40_000_000),
                121..=250 => (0, 20_000_000),
                _ => (0, 0),
            },
        }
    }
}

/// What a tie that runs over a third room costs, in crossings: it reads as if it ended there.
const OVER_ROOM: f64 = 6.0;

/// Lays a plan out; none where the boxes do not fit on the page.
///
/// Of the layouts from the best starts the one with the fewest crossings is taken, a tie over a third room counting six, and more
/// where it is the only one of its pair.
pub fn lay_out(plan: &Plan, skeletons: &[Vec<Point>], effort: Effort) -> Option<Layout> {
    let members = plan.network.members();
    let attempts = skeletons.iter().take(effort.arranged).enumerate();
    let held = attempts
        .map(|(at, skeleton)| attempt(plan, &members, skeleton, effort, at as u64))
        // Where the best start finds no place for everything the others seldom do: the next level is the quicker way.
        .map_while(|held| held)
        .map(|(rooms, held)| {
            let layout = placed(plan, &members, &rooms, &held, effort.comparisons.0);
            (cost(plan, &layout), rooms, held)
        })
        .min_by_key(|(cost, ..)| *cost);
    held.map(|(_, rooms, held)| placed(plan, &members, &rooms, &held, effort.comparisons.1))
}

/// The arrangement of rooms that follows from one start.
fn attempt(
    plan: &Plan,
    members: &[Vec<usize>],
    skeleton: &[Point],
    effort: Effort,
    stream: u64,
) -> Option<(Vec<Content>, Arranged)> {
    let rooms = contents(plan, members, skeleton);
    let centres = spread(plan, members, skeleton);
    let search = Search {
        moves: effort.moves,
        heat: 1.0,
    };
    let held = arranged(plan, &rooms, &centres, search, stream);
    if !held.whole {
        return None;
    }
    let places = turned(plan, members, &rooms, &held.centres);
    let turned = contents(plan, members, &places);
    let search = Search {
        moves: effort.moves / 3,
        heat: 0.15,
    };
    let again = arranged(plan, &turned, &held.centres, search, 100 + stream);
    // Turned rooms have other outlines: where these don't fit, the ones before stay.
    Some(if again.whole {
        (turned, again)
    } else {
        (rooms, held)
    })
}

/// Crossings, and ties over third rooms, of a layout that has rivals; of a large network only the rooms' energy counts.
fn cost(plan: &Plan, layout: &Layout) -> usize {
    let ties: Vec<(usize, usize)> = plan.network.ties.iter().map(|(a, b, _)| (*a, *b)).collect();
    if ties.len() > 3_000 {
        return 0;
    }
    let over = ties
        .iter()
        .zip(weights(&plan.network))
        .filter(|((a, b), _)| {
            let (p, q) = (layout.nodes[*a], layout.nodes[*b]);
            let (of_a, of_b) = (plan.network.room_of[*a], plan.network.room_of[*b]);
            layout.rooms.iter().enumerate().any(|(room, outline)| {
                room != of_a && room != of_b && runs_over(p, q, &outline.hull)
            })
        });
    let over: f64 = over.map(|(_, weight)| OVER_ROOM * weight).sum();
    crossings(&layout.nodes, &ties) + over as usize
}

fn runs_over(p: Point, q: Point, hull: &[Point]) -> bool {
    let ring = hull.iter().zip(hull.iter().cycle().skip(1));
    ring.into_iter().any(|(a, b)| cross(p, q, *a, *b))
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
    search: Search,
    stream: u64,
) -> Arranged {
    let rooms = Rooms {
        reach: rooms.iter().map(|room| room.reach).collect(),
        links: plan.network.links(),
        frame: plan.frame,
        gap: plan.gap,
    };
    arrange(&rooms, centres, search, &mut generator(1_000 + stream))
}

/// Everything on the page, the nodes exchanged where that saves crossings.
fn placed(
    plan: &Plan,
    members: &[Vec<usize>],
    rooms: &[Content],
    held: &Arranged,
    comparisons: usize,
) -> Layout {
    let mut nodes = vec![Point::default(); plan.network.room_of.len()];
    for ((members, room), centre) in members.iter().zip(rooms).zip(&held.centres) {
        for (node, offset) in members.iter().zip(&room.offsets) {
            nodes[*node] = *centre + *offset;
        }
    }
    let reach: Vec<Reach> = rooms.iter().map(|room| room.reach).collect();
    let mut centres = held.centres.clone();
    let mut rng = generator(4_000);
    straighten(plan, &reach, &mut centres, &mut nodes, &mut rng);
    let standing = Standing {
        network: &plan.network,
        footprints: &plan.footprints,
        bodies: &plan.bodies,
        margin: plan.margin,
        reach: &reach,
        weights: &weights(&plan.network),
        centres: &centres,
        clearance: plan.radius + 2.0,
    };
    refine(&standing, &mut nodes, comparisons, &mut generator(3_000));
    straighten(plan, &reach, &mut centres, &mut nodes, &mut rng);
    let rooms = members
        .iter()
        .zip(rooms)
        .zip(&centres)
        .map(|((members, room), centre)| {
            let title = room.title.shifted(*centre);
            let corners: Vec<Point> = members
                .iter()
                .flat_map(|node| plan.bodies[*node].map(|body| body.shifted(nodes[*node])))
                .chain([title])
                .flat_map(|rect| rect.corners())
                .collect();
            Room {
                hull: hull(&corners, plan.margin),
                title,
            }
        })
        .collect();
    Layout {
        nodes: nodes.iter().map(|node| node.rounded()).collect(),
        rooms,
    }
}
