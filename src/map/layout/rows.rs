//! Rooms in rows, where nothing else fits.

use super::graph::ClusteredGraph;
use super::packed_room::{PackedRoom, packed_rooms};
use super::places::{PlacedRoom, Places};
use super::problem::Problem;
use crate::map::plane::{Point, Rect, hull};

/// Sets the rooms in rows, in their order; returns the places and the scale, at most 1, at which all boxes then fit in the
/// frame.
pub fn in_rows(problem: &Problem) -> (Places, f64) {
    let members = problem.graph.members();
    let rooms: Vec<PackedRoom> = packed_rooms(problem, &members, &grid(&problem.graph, &members));
    let width = |room: &PackedRoom| room.reach.bounds().width() + 2.0;
    let height = |room: &PackedRoom| room.reach.bounds().height() + 2.0;
    let area: f64 = rooms.iter().map(|room| width(room) * height(room)).sum();
    let widest = rooms.iter().map(width).fold(1.0, f64::max);
    let row = (area * 1.15 * problem.frame.width() / problem.frame.height())
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
    let scale = (problem.frame.width() / extent.max(1.0))
        .min(problem.frame.height() / (corner.y + high).max(1.0))
        .min(1.0);
    let origin = Point::new(problem.frame.left, problem.frame.top);
    let mut nodes = vec![Point::default(); problem.graph.nodes()];
    let rooms = members
        .iter()
        .zip(&rooms)
        .zip(&centres)
        .map(|((members, room), centre)| {
            let mut corners = room.title.shifted(*centre).corners().to_vec();
            for (node, offset) in members.iter().zip(&room.offsets) {
                nodes[*node] = (origin + (*centre + *offset) * scale).rounded();
                corners.extend(
                    problem.bodies[*node]
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
            PlacedRoom {
                hull: hull(&on_page, problem.margin * scale),
                title,
            }
        })
        .collect();
    (Places { nodes, rooms }, scale)
}

/// Sets the rooms in as few rows as fit in the frame, in their order, with the space that is left between them; none where
/// no number of rows fits.
pub fn in_open_rows(problem: &Problem) -> Option<Places> {
    let members = problem.graph.members();
    let rooms = packed_rooms(problem, &members, &grid(&problem.graph, &members));
    let sizes: Vec<(f64, f64)> = rooms
        .iter()
        .map(|room| room.reach.bounds())
        .map(|bounds| (bounds.width(), bounds.height()))
        .collect();
    let mut numbers = 1..=rooms.len();
    let centres = numbers.find_map(|rows| spread(problem, &sizes, rows))?;
    let mut nodes = vec![Point::default(); problem.graph.nodes()];
    let mut titles = Vec::with_capacity(rooms.len());
    for ((members, room), centre) in members.iter().zip(&rooms).zip(&centres) {
        for (node, offset) in members.iter().zip(&room.offsets) {
            nodes[*node] = *centre + *offset;
        }
        titles.push(room.title.shifted(*centre));
    }
    Some(Places::around(problem, &members, &nodes, titles))
}

/// The middles of rooms of these sizes in so many rows over the frame; none where they do not fit.
fn spread(problem: &Problem, sizes: &[(f64, f64)], rows: usize) -> Option<Vec<Point>> {
    let (frame, gap) = (problem.frame, problem.gap);
    let rows: Vec<&[(f64, f64)]> = sizes.chunks(sizes.len().div_ceil(rows).max(1)).collect();
    let high = |row: &[(f64, f64)]| row.iter().map(|size| size.1).fold(0.0, f64::max);
    let share = |free: f64, parts: usize| free / (parts as f64 + 1.0);
    let all_high: f64 = rows.iter().map(|row| high(row)).sum();
    let between_rows = share(frame.height() - all_high, rows.len());
    let mut centres = Vec::with_capacity(sizes.len());
    let mut top = frame.top;
    for row in &rows {
        let all_wide: f64 = row.iter().map(|size| size.0).sum();
        let between = share(frame.width() - all_wide, row.len());
        if between < gap || between_rows < gap {
            return None;
        }
        top += between_rows;
        let mut left = frame.left;
        for (wide, _) in *row {
            left += between;
            centres.push(Point::new(left + wide / 2.0, top + high(row) / 2.0));
            left += wide;
        }
        top += high(row);
    }
    Some(centres)
}

/// Places in a square grid for the nodes of each room, in their order.
pub fn grid(graph: &ClusteredGraph, members: &[Vec<usize>]) -> Vec<Point> {
    let mut places = vec![Point::default(); graph.nodes()];
    for nodes in members {
        let columns = (nodes.len() as f64).sqrt().ceil().max(1.0) as usize;
        for (at, node) in nodes.iter().enumerate() {
            places[*node] = Point::new((at % columns) as f64, (at / columns) as f64);
        }
    }
    places
}
