//! Rooms with what they hold: nodes packed, turned towards their ties, the name on top.

use super::Plan;
use super::pack::{around, pack};
use super::sgd::{Term, descend};
use super::starts::{generator, room_terms};
use crate::map::plane::{Point, Reach, Rect};

/// A room's content about its own middle.
pub struct Content {
    /// The places of its nodes.
    pub offsets: Vec<Point>,
    /// The box of its name.
    pub title: Rect,
    /// How far it reaches.
    pub reach: Reach,
}

/// Each room packed and named.
pub fn contents(plan: &Plan, members: &[Vec<usize>], places: &[Point]) -> Vec<Content> {
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

/// The free space around a room's name.
const AROUND_TITLE: f64 = 7.0;

/// The box of a room's name above the boxes in it: in the middle, or aside where it then lies much lower.
pub fn set_title(boxes: &[Rect], (width, height): (f64, f64)) -> Rect {
    let extent = around(boxes);
    if width == 0.0 {
        let centre = extent.centre();
        return Rect::sized(centre.x, centre.y, 0.0, 0.0);
    }
    let slack = (extent.width() - width).max(0.0);
    let mut best: Option<Rect> = None;
    for share in [0.5, 0.4, 0.6, 0.25, 0.75] {
        let left = if slack > 0.0 {
            extent.left + slack * share
        } else {
            extent.centre().x - width / 2.0
        };
        let ceiling = boxes
            .iter()
            .filter(|b| b.left - AROUND_TITLE < left + width && left < b.right + AROUND_TITLE)
            .map(|b| b.top)
            // A name in the midst of its functions would pass for one of theirs.
            .fold(extent.top + 0.2 * extent.height(), f64::min);
        let title = Rect::sized(left, ceiling - height, width, height);
        if best.is_none_or(|best| title.top > best.top + 18.0) {
            best = Some(title);
        }
    }
    best.unwrap_or_default()
}

/// The nodes' places after each room was turned towards its ties, the rooms standing still.
pub fn turned(
    plan: &Plan,
    members: &[Vec<usize>],
    rooms: &[Content],
    centres: &[Point],
) -> Vec<Point> {
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
