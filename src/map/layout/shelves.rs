//! The last resort: rooms in rows.

use super::room::{Content, contents};
use super::{Layout, Network, Plan, Room};
use crate::map::plane::{Point, Rect, hull};

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
    let layout = Layout { nodes, rooms };
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
