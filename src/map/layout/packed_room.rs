//! Rooms with what they hold: nodes packed, turned towards their ties, the room's name on top.

use super::pack::pack;
use super::problem::Problem;
use super::random::generator;
use super::sgd::descend;
use super::terms::{Term, room_terms};
use crate::map::plane::{Point, Reach, Rect};

/// A room about its own middle.
pub struct PackedRoom {
    /// The places of its nodes.
    pub offsets: Vec<Point>,
    /// The box of its name.
    pub title: Rect,
    /// How far it reaches.
    pub reach: Reach,
}

/// Packs each room and sets its name.
pub fn packed_rooms(
    problem: &Problem,
    members: &[Vec<usize>],
    places: &[Point],
) -> Vec<PackedRoom> {
    let rooms = members.iter().enumerate();
    rooms
        .map(|(room, nodes)| packed_room(problem, room, nodes, places))
        .collect()
}

/// Packs the nodes of one room and sets its name.
pub fn packed_room(
    problem: &Problem,
    room: usize,
    nodes: &[usize],
    places: &[Point],
) -> PackedRoom {
    let offsets: Vec<Point> = nodes.iter().map(|node| places[*node]).collect();
    let footprints: Vec<Rect> = nodes.iter().map(|node| problem.footprints[*node]).collect();
    let offsets = pack(&offsets, &footprints);
    let bodies: Vec<Rect> = nodes
        .iter()
        .zip(&offsets)
        .flat_map(|(node, offset)| problem.bodies[*node].map(|body| body.shifted(*offset)))
        .collect();
    PackedRoom::new(offsets, &bodies, problem.titles[room], problem.margin)
}

impl PackedRoom {
    /// The room of packed nodes with its name on top, all about the middle of its box.
    fn new(offsets: Vec<Point>, bodies: &[Rect], title: (f64, f64), margin: f64) -> Self {
        let title = set_title(bodies, title);
        let corners: Vec<Point> = bodies
            .iter()
            .chain([&title])
            .flat_map(Rect::corners)
            .collect();
        let reach = Reach::of(corners.iter().copied(), margin);
        // The middle of the room, not of its nodes: so it reaches equally far on opposite sides.
        let middle = reach.bounds().centre();
        Self {
            offsets: offsets.iter().map(|offset| *offset - middle).collect(),
            title: title.shifted(Point::default() - middle),
            reach: Reach::of(corners.iter().map(|corner| *corner - middle), margin),
        }
    }
}

/// The free space around a room's name.
const AROUND_TITLE: f64 = 7.0;

/// How much lower a name has to lie aside to leave the middle.
const MUCH_LOWER: f64 = 18.0;

/// The box of a room's name above the boxes in it: in the middle, or aside where it lies much lower there.
pub fn set_title(boxes: &[Rect], (width, height): (f64, f64)) -> Rect {
    let extent = Rect::around(boxes.iter().copied());
    if width == 0.0 {
        let centre = extent.centre();
        return Rect::sized(centre.x, centre.y, 0.0, 0.0);
    }
    let slack = (extent.width() - width).max(0.0);
    // Amid the nodes the room's name would pass for one of theirs.
    let lowest = extent.top + 0.2 * extent.height();
    let high: Vec<&Rect> = boxes.iter().filter(|b| b.top < lowest).collect();
    let mut best: Option<Rect> = None;
    for share in [0.5, 0.4, 0.6, 0.25, 0.75] {
        if best.is_some_and(|best| lowest - height <= best.top + MUCH_LOWER) {
            break;
        }
        let left = if slack > 0.0 {
            extent.left + slack * share
        } else {
            extent.centre().x - width / 2.0
        };
        let below =
            |b: &&&Rect| b.left - AROUND_TITLE < left + width && left < b.right + AROUND_TITLE;
        let tops = high.iter().filter(below).map(|b| b.top);
        let ceiling = tops.fold(lowest, f64::min);
        let title = Rect::sized(left, ceiling - height, width, height);
        if best.is_none_or(|best| title.top > best.top + MUCH_LOWER) {
            best = Some(title);
        }
    }
    best.unwrap_or_default()
}

/// The nodes' places after their ties turned them within their rooms, whose centres stay.
pub fn turned(
    problem: &Problem,
    members: &[Vec<usize>],
    rooms: &[PackedRoom],
    centres: &[Point],
) -> Vec<Point> {
    let mut places = vec![Point::default(); problem.graph.nodes()];
    let sizes: Vec<f64> = rooms.iter().map(|room| size(&room.reach)).collect();
    let mut terms: Vec<Term> = Vec::new();
    let mut rng = generator(2_000);
    let unit = measure(&sizes, members);
    for (room, nodes) in members.iter().enumerate() {
        for (node, offset) in nodes.iter().zip(&rooms[room].offsets) {
            places[*node] = centres[room] * (1.0 / unit) + *offset * (1.0 / unit);
        }
        room_terms(nodes, &problem.graph, &mut rng, &mut terms);
    }
    for (a, b) in problem.graph.ties() {
        let (from, to) = (problem.graph.room_of[a], problem.graph.room_of[b]);
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

/// The mean of how far a room reaches to its four sides.
fn size(reach: &Reach) -> f64 {
    let bounds = reach.bounds();
    (bounds.right + bounds.bottom - bounds.left - bounds.top) / 4.0
}

/// The length of one wished distance, by the largest room.
fn measure(sizes: &[f64], members: &[Vec<usize>]) -> f64 {
    sizes
        .iter()
        .zip(members)
        .filter(|(_, nodes)| nodes.len() > 1)
        .map(|(size, _)| *size / 0.45)
        .fold(1.0, f64::max)
}
