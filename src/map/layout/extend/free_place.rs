//! The place of a new node in a room that is there.

use super::partial::{Partial, growth, mean_distance};
use crate::map::plane::{Point, Rect};

/// The distance between two points that are tried.
const STEP: f64 = 5.0;

/// What a unit of these costs: of the room's growth on all sides, of what comes too close, of the distance to those tied.
const COSTS: (f64, f64, f64) = (6.0, 3.0, 0.1);

impl Partial<'_> {
    /// Gives a node of a drawn room the place where the room grows least and others need not make way, near its ties.
    ///
    /// O(points · (nodes of the room + rooms)).
    pub fn set_node(&mut self, node: usize) {
        let room = self.problem.graph.room_of[node];
        let Some(outline) = self.outlines[room] else {
            return;
        };
        let tied = self.tied_with(node);
        let wished = self.problem.footprints[node];
        let area = outline
            .reach
            .bounds()
            .grown(wished.width().max(wished.height()));
        let mut best: Option<(f64, Point)> = None;
        for point in points(&area) {
            let crowding = self.crowding(room, node, point);
            let Some(crowding) = crowding else { continue };
            let reach = self.grown(&outline, node, point);
            let cost = COSTS.0 * growth(&outline.reach, &reach)
                + COSTS.1 * self.intrusion(room, &reach)
                + COSTS.2 * mean_distance(point, &tied)
                + crowding;
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, point));
            }
        }
        // Far enough aside there is always a free point.
        let beside = Point::new(area.right, area.centre().y);
        self.places[node] = Some(best.map_or(beside, |(_, point)| point).rounded());
        self.draw(room);
    }

    /// How many others of the room stand in the wished space about a node at a point, and the room's name; none where it
    /// would lie over one of them.
    fn crowding(&self, room: usize, node: usize, point: Point) -> Option<f64> {
        let (own, wished) = (
            self.bodies[node].shifted(point),
            self.problem.footprints[node].shifted(point),
        );
        let mut crowding = 0.0;
        for mate in &self.members[room] {
            let Some(place) = self.places[*mate] else {
                continue;
            };
            if own.overlaps(&self.bodies[*mate].shifted(place)) {
                return None;
            }
            if wished.overlaps(&self.problem.footprints[*mate].shifted(place)) {
                crowding += 1.0;
            }
        }
        let title = self.outlines[room].map(|outline| outline.title);
        let on_title = title.is_some_and(|title| own.overlaps(&title));
        Some(crowding + if on_title { 8.0 } else { 0.0 })
    }
}

/// The points of a grid over an area, row by row.
fn points(area: &Rect) -> impl Iterator<Item = Point> {
    let columns = (area.width() / STEP) as usize;
    let rows = (area.height() / STEP) as usize;
    let (left, top) = (area.left, area.top);
    (0..=rows).flat_map(move |row| {
        let y = top + row as f64 * STEP;
        (0..=columns).map(move |column| Point::new(left + column as f64 * STEP, y))
    })
}
