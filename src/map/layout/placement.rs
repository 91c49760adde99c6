//! The places that follow from one start: its rooms packed, arranged on the page, and turned towards each other.

use super::Plan;
use super::arrange::{Arranged, Moving, Rooms, arrange};
use super::pack::around;
use super::room::{Content, contents, turned};
use super::starts::generator;
use crate::domain::Stop;
use crate::map::plane::{Point, Rect};

/// How much it counts in every other start where an only tie runs through a third room: strict ones leave less to free,
/// lenient ones fewer crossings.
const GUARDS: [f64; 2] = [15.0, 7.0];

/// The places that follow from a skeleton; none where they don't all fit on the page.
pub fn placed(
    plan: &Plan,
    members: &[Vec<usize>],
    skeleton: &[Point],
    moving: Moving,
    stream: u64,
    stop: &Stop,
) -> Option<Vec<Point>> {
    let guard = GUARDS[stream as usize % GUARDS.len()];
    let rooms = contents(plan, members, skeleton);
    let centres = spread(plan, members, skeleton);
    let held = arranged(plan, &rooms, &centres, (moving, guard), stream, stop);
    if !held.whole {
        return None;
    }
    let places = turned(plan, members, &rooms, &held.centres);
    let turned = contents(plan, members, &places);
    let moving = Moving {
        moves: moving.moves / 3,
        heat: 0.15,
    };
    let stream = 100 + stream;
    let again = arranged(plan, &turned, &held.centres, (moving, guard), stream, stop);
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
    stop: &Stop,
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
    arrange(
        &rooms,
        centres,
        moving,
        &mut generator(1_000 + stream),
        stop,
    )
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
