//! Where everything lies: departments as rooms that never overlap, their actors inside, the whole page used.
//!
//! The steps: stress minimisation from several starts ([`stress`], [`skeleton`]), each room packed with the boxes
//! that its nodes need ([`pack`]), the rooms arranged on the page ([`arrange`]), the nodes of each room turned towards
//! their ties, and exchanged where that saves crossings ([`refine`]). Only + − × / and √, one seeded generator per
//! step, one thread: the same bytes on every machine.

pub mod arrange;
pub mod pack;
pub mod refine;
pub mod skeleton;
pub mod stress;

use arrange::{Arranged, Rooms, Search, arrange};
use pack::{around, pack};
use refine::{Standing, refine};
pub use skeleton::{Network, skeletons};
use skeleton::{generator, room_terms};
use stress::{Term, descend};

use super::plane::{Point, Reach, Rect, hull};

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
    /// The share of the frame that the boxes may take.
    pub fill: f64,
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
    /// What the arrangement of the rooms costs: less is better.
    pub energy: f64,
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
    /// Pairs of segments compared at the end.
    pub comparisons: usize,
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
            moves: (4_000_000 / (links * (10 + rooms) + 10 * rooms + 100)).clamp(200, 4_000),
            comparisons: if n <= 250 { 12_000_000 } else { 0 },
        }
    }
}

/// A room's content about its own middle.
struct Content {
    offsets: Vec<Point>,
    title: Rect,
    reach: Reach,
}

/// Lays a plan out; none where the boxes do not fit on the page.
pub fn lay_out(plan: &Plan, skeletons: &[Vec<Point>], effort: Effort) -> Option<Layout> {
    let members = plan.network.members();
    let area: f64 = plan.footprints.iter().map(|f| f.width() * f.height()).sum();
    if area > plan.fill * plan.frame.width() * plan.frame.height() {
        return None;
    }
    let mut best: Option<(Vec<Content>, Arranged)> = None;
    for (at, skeleton) in skeletons.iter().take(effort.arranged).enumerate() {
        let rooms = contents(plan, &members, skeleton);
        let centres = spread(plan, &members, skeleton);
        let search = Search {
            moves: effort.moves,
            heat: 1.0,
        };
        let found = arranged(plan, &rooms, &centres, search, at as u64);
        if found.whole
            && best
                .as_ref()
                .is_none_or(|(_, held)| found.energy < held.energy)
        {
            best = Some((rooms, found));
        }
    }
    let (rooms, held) = best?;
    let turned = contents(
        plan,
        &members,
        &turned(plan, &members, &rooms, &held.centres),
    );
    let search = Search {
        moves: effort.moves / 3,
        heat: 0.15,
    };
    let again = arranged(plan, &turned, &held.centres, search, 100);
    // Turned rooms have other outlines: where these don't fit, the ones before stay.
    let (rooms, held) = if again.whole {
        (turned, again)
    } else {
        (rooms, held)
    };
    Some(placed(plan, &members, &rooms, &held, effort))
}

/// Each room packed and named.
fn contents(plan: &Plan, members: &[Vec<usize>], places: &[Point]) -> Vec<Content> {
    members
        .iter()
        .zip(&plan.titles)
        .map(|(nodes, title)| {
            let offsets: Vec<Point> = nodes.iter().map(|node| places[*node]).collect();
            let footprints: Vec<Rect> = nodes.iter().map(|node| plan.footprints[*node]).collect();
            let offsets = pack(&offsets, &footprints);
            let bodies: Vec<Rect> = nodes
                .iter()
                .zip(&offsets)
                .flat_map(|(node, offset)| plan.bodies[*node].map(|body| body.shifted(*offset)))
                .collect();
            Content::new(offsets, &bodies, *title, plan.margin)
        })
        .collect()
}

impl Content {
    /// A packed room with its name set on top, all about the middle of its box.
    fn new(offsets: Vec<Point>, bodies: &[Rect], title: (f64, f64), margin: f64) -> Self {
        let title = set_title(bodies, title);
        let corners: Vec<Point> = bodies
            .iter()
            .chain([&title])
            .flat_map(Rect::corners)
            .collect();
        let reach = Reach::of(corners.iter().copied(), margin);
        // The middle of the room, not of the nodes: the reach shall be alike on all sides.
        let middle = Point::new(
            (reach.0[0] - reach.0[12]) / 2.0,
            (reach.0[6] - reach.0[18]) / 2.0,
        );
        Self {
            offsets: offsets.iter().map(|offset| *offset - middle).collect(),
            title: title.shifted(Point::default() - middle),
            reach: Reach::of(corners.iter().map(|corner| *corner - middle), margin),
        }
    }
}

/// The box of a room's name above the boxes in it: in the middle, or aside where it then lies clearly lower.
fn set_title(boxes: &[Rect], (width, height): (f64, f64)) -> Rect {
    let extent = around(boxes);
    if width == 0.0 {
        let centre = extent.centre();
        return Rect::sized(centre.x, centre.y, 0.0, 0.0);
    }
    let slack = (extent.width() - width).max(0.0);
    let mut best: Option<Rect> = None;
    for share in [0.5, 0.35, 0.65, 0.2, 0.8] {
        let left = if slack > 0.0 {
            extent.left + slack * share
        } else {
            extent.centre().x - width / 2.0
        };
        let ceiling = boxes
            .iter()
            .filter(|b| b.left < left + width && left < b.right)
            .map(|b| b.top)
            .fold(extent.bottom, f64::min);
        let title = Rect::sized(left, ceiling - height, width, height);
        if best.is_none_or(|best| title.top > best.top + 14.0) {
            best = Some(title);
        }
    }
    best.unwrap_or_default()
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

/// The nodes' places after each room was turned towards its ties, the rooms standing still.
fn turned(plan: &Plan, members: &[Vec<usize>], rooms: &[Content], centres: &[Point]) -> Vec<Point> {
    let mut places = vec![Point::default(); plan.network.room_of.len()];
    // In the room's own measure: its size in wished distances.
    let sizes: Vec<f64> = rooms.iter().map(|room| size(&room.reach)).collect();
    let mut terms: Vec<Term> = Vec::new();
    let mut rng = generator(2_000);
    let neighbours = plan.network.neighbours();
    let unit = measure(&sizes, members);
    for (room, nodes) in members.iter().enumerate() {
        for (node, offset) in nodes.iter().zip(&rooms[room].offsets) {
            places[*node] = centres[room] * (1.0 / unit) + *offset * (1.0 / unit);
        }
        room_terms(nodes, &neighbours, &mut rng, &mut terms);
    }
    for &(a, b, _) in &plan.network.ties {
        let (from, to) = (plan.network.room_of[a], plan.network.room_of[b]);
        if from != to {
            let apart = centres[from].distance(centres[to]);
            let wished = (apart - 0.5 * (sizes[from] + sizes[to])).max(0.2 * apart) / unit;
            terms.push(Term::new(a, b, wished, 3.0));
        }
    }
    let anchors: Vec<Point> = centres
        .iter()
        .map(|centre| *centre * (1.0 / unit))
        .collect();
    descend(&mut places, &mut terms, &mut rng, |places| {
        for (nodes, anchor) in members.iter().zip(&anchors) {
            let sum = nodes
                .iter()
                .fold(Point::default(), |sum, node| sum + places[*node]);
            let drift = sum * (1.0 / nodes.len().max(1) as f64) - *anchor;
            for node in nodes {
                places[*node] = places[*node] - drift;
            }
        }
    });
    places
}

fn size(reach: &Reach) -> f64 {
    (reach.0[0] + reach.0[6] + reach.0[12] + reach.0[18]) / 4.0
}

/// How many units of the page one wished distance is, from the largest room.
fn measure(sizes: &[f64], members: &[Vec<usize>]) -> f64 {
    sizes
        .iter()
        .zip(members)
        .filter(|(_, nodes)| nodes.len() > 1)
        .map(|(size, _)| *size / 0.45)
        .fold(1.0, f64::max)
}

/// Everything on the page, the nodes exchanged where that saves crossings.
fn placed(
    plan: &Plan,
    members: &[Vec<usize>],
    rooms: &[Content],
    held: &Arranged,
    effort: Effort,
) -> Layout {
    let mut nodes = vec![Point::default(); plan.network.room_of.len()];
    for ((members, room), centre) in members.iter().zip(rooms).zip(&held.centres) {
        for (node, offset) in members.iter().zip(&room.offsets) {
            nodes[*node] = *centre + *offset;
        }
    }
    let reach: Vec<Reach> = rooms.iter().map(|room| room.reach).collect();
    let standing = Standing {
        network: &plan.network,
        footprints: &plan.footprints,
        bodies: &plan.bodies,
        margin: plan.margin,
        reach: &reach,
        centres: &held.centres,
        clearance: plan.radius + 2.0,
    };
    refine(
        &standing,
        &mut nodes,
        effort.comparisons,
        &mut generator(3_000),
    );
    let rooms = members
        .iter()
        .zip(rooms)
        .zip(&held.centres)
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
        energy: held.energy,
    }
}

/// The rooms in rows, the last resort where nothing else fits, and the scale at which everything then is drawn.
pub fn shelves(plan: &Plan) -> (Layout, f64) {
    let members = plan.network.members();
    let rooms: Vec<Content> = contents(plan, &members, &grid(&plan.network, &members));
    let width = |room: &Content| room.reach.0[0] + room.reach.0[12] + 2.0;
    let height = |room: &Content| room.reach.0[6] + room.reach.0[18] + 2.0;
    let area: f64 = rooms.iter().map(|room| width(room) * height(room)).sum();
    let widest = rooms.iter().map(width).fold(1.0, f64::max);
    let row = (area * 1.15 * plan.frame.width() / plan.frame.height())
        .sqrt()
        .max(widest);
    let (mut corner, mut high, mut extent) = (Point::default(), 0.0, 0.0f64);
    let mut centres = Vec::with_capacity(rooms.len());
    for room in &rooms {
        if corner.x + width(room) > row {
            corner = Point::new(0.0, corner.y + high);
            high = 0.0;
        }
        let middle = Point::new(width(room), height(room)) * 0.5;
        centres.push(corner + middle);
        corner.x += width(room);
        extent = extent.max(corner.x);
        high = f64::max(high, height(room));
    }
    let scale = (plan.frame.width() / extent.max(1.0))
        .min(plan.frame.height() / (corner.y + high).max(1.0))
        .min(1.0);
    let origin = Point::new(plan.frame.left, plan.frame.top);
    let mut nodes = vec![Point::default(); plan.network.room_of.len()];
    let rooms = members
        .iter()
        .zip(&rooms)
        .zip(&centres)
        .map(|((members, room), centre)| {
            let mut corners = room.title.shifted(*centre).corners().to_vec();
            for (node, offset) in members.iter().zip(&room.offsets) {
                nodes[*node] = (origin + (*centre + *offset) * scale).rounded();
                corners.extend(
                    plan.bodies[*node]
                        .iter()
                        .flat_map(|body| body.shifted(*centre + *offset).corners()),
                );
            }
            let on_page: Vec<Point> = corners.iter().map(|p| origin + *p * scale).collect();
            let title = Rect {
                left: on_page[0].x,
                top: on_page[0].y,
                right: on_page[2].x,
                bottom: on_page[2].y,
            };
            Room {
                hull: hull(&on_page, plan.margin * scale),
                title,
            }
        })
        .collect();
    let layout = Layout {
        nodes,
        rooms,
        energy: f64::MAX,
    };
    (layout, scale)
}

/// A place in a square grid for the nodes of each room, in their order.
fn grid(network: &Network, members: &[Vec<usize>]) -> Vec<Point> {
    let mut places = vec![Point::default(); network.room_of.len()];
    for nodes in members {
        let columns = (nodes.len() as f64).sqrt().ceil().max(1.0) as usize;
        for (at, node) in nodes.iter().enumerate() {
            places[*node] = Point::new((at % columns) as f64, (at / columns) as f64);
        }
    }
    places
}
