//! The places that follow from one start: rooms packed, arranged in the frame, and their nodes turned towards their ties.

use super::arrange::{Arranged, RoomGraph, Schedule, arrange};
use super::packed_room::{PackedRoom, packed_rooms, turned};
use super::problem::Problem;
use super::random::generator;
use crate::domain::Stop;
use crate::map::plane::{Point, Rect};

/// The weight of a single tie through a third room, in turn from start to start: strict ones leave less to repair, lenient
/// ones fewer crossings.
const SINGLE_WEIGHTS: [f64; 2] = [15.0, 7.0];

/// The share of the frame over which the rooms' middles are spread first.
const SPREAD: f64 = 0.7;

/// The places that follow from a start; none where not all fit in the frame.
pub fn placed(
    problem: &Problem,
    members: &[Vec<usize>],
    start: &[Point],
    schedule: Schedule,
    stream: u64,
    stop: &Stop,
) -> Option<Vec<Point>> {
    let weight = SINGLE_WEIGHTS[stream as usize % SINGLE_WEIGHTS.len()];
    let rooms = packed_rooms(problem, members, start);
    let centres = spread(problem, members, start);
    let first = arranged(problem, &rooms, &centres, (schedule, weight), stream, stop);
    if !first.fits {
        return None;
    }
    let places = turned(problem, members, &rooms, &first.centres);
    let turned = packed_rooms(problem, members, &places);
    let schedule = Schedule {
        moves: schedule.moves / 3,
        heat: 0.15,
    };
    let (centres, stream) = (&first.centres, 100 + stream);
    let again = arranged(problem, &turned, centres, (schedule, weight), stream, stop);
    // Turned rooms have other outlines: where these do not fit, the first ones stay.
    Some(if again.fits {
        on_page(problem, members, &turned, &again)
    } else {
        on_page(problem, members, &rooms, &first)
    })
}

/// The middles of a start's rooms, spread over the frame.
fn spread(problem: &Problem, members: &[Vec<usize>], places: &[Point]) -> Vec<Point> {
    let middles: Vec<Point> = members
        .iter()
        .map(|nodes| {
            let sum = nodes
                .iter()
                .fold(Point::default(), |sum, node| sum + places[*node]);
            sum * (1.0 / nodes.len().max(1) as f64)
        })
        .collect();
    let points = middles.iter().map(|p| Rect::sized(p.x, p.y, 0.0, 0.0));
    let extent = Rect::around(points);
    let (from, to) = (extent.centre(), problem.frame.centre());
    let scale = |span: f64, wished: f64| if span > 1e-6 { wished / span } else { 0.0 };
    let x = scale(extent.width(), problem.frame.width() * SPREAD);
    let y = scale(extent.height(), problem.frame.height() * SPREAD);
    middles
        .iter()
        .map(|middle| to + Point::new((middle.x - from.x) * x, (middle.y - from.y) * y))
        .collect()
}

fn arranged(
    problem: &Problem,
    rooms: &[PackedRoom],
    centres: &[Point],
    (schedule, single_weight): (Schedule, f64),
    stream: u64,
    stop: &Stop,
) -> Arranged {
    let rooms = RoomGraph {
        reach: rooms.iter().map(|room| room.reach).collect(),
        links: problem.graph.links(),
        single_weight,
        frame: problem.frame,
        gap: problem.gap,
    };
    let mut rng = generator(1_000 + stream);
    arrange(&rooms, centres, schedule, &mut rng, stop)
}

/// The nodes' places with each room in its place.
fn on_page(
    problem: &Problem,
    members: &[Vec<usize>],
    rooms: &[PackedRoom],
    held: &Arranged,
) -> Vec<Point> {
    let mut nodes = vec![Point::default(); problem.graph.nodes()];
    for ((members, room), centre) in members.iter().zip(rooms).zip(&held.centres) {
        for (node, offset) in members.iter().zip(&room.offsets) {
            nodes[*node] = *centre + *offset;
        }
    }
    nodes
}
