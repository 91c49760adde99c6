//! The way of each tie: straight where nothing is in the way, otherwise in a bend or around the rooms between. Under a
//! third room it is not drawn, so that no line seems to end where it only passes.

use super::detours::{Detours, used};
use crate::map::plane::{
    Curve, Point, Rect, Route, at, bent, cross, cut, distance_to_segment, inside, through,
};

/// What lies on the page.
pub struct Ground<'a> {
    /// The outline of each room, empty where there is none.
    pub hulls: &'a [Vec<Point>],
    /// The nodes of each room that are there.
    pub members: &'a [Vec<Point>],
    /// How close a tie may pass a node.
    pub clearance: f64,
    /// The part of the page that ties may use.
    pub frame: Rect,
    /// The box around each room.
    boxes: Vec<Rect>,
}

/// The margin of a room's box: what runs along the edge of the room is looked at too.
const TOUCHED: f64 = 0.2;

/// The bends that are tried, as shares of the length.
const BENDS: [f64; 9] = [0.0, 0.06, -0.06, 0.12, -0.12, 0.2, -0.2, 0.3, -0.3];

/// The bends of a tie inside a room.
const BENDS_INSIDE: usize = 5;

/// The handles of curves at a turn, as shares of their length: from the roundest on.
const EASES: [f64; 4] = [0.33, 0.2, 0.1, 0.0];

/// Number of steps in which a curve is evaluated.
const STEPS: usize = 16;

impl<'a> Ground<'a> {
    /// The rooms that hold a corner of a box.
    pub fn rooms_at(&self, rect: &Rect) -> impl Iterator<Item = usize> {
        let rooms = self.hulls.iter().zip(&self.boxes).enumerate();
        // Most rooms are far from most boxes.
        let near = rooms.filter(|(_, (_, around))| around.overlaps(rect));
        let held = near.filter(|(_, (hull, _))| {
            let corners = rect.corners();
            corners.iter().any(|corner| inside(hull, *corner))
        });
        held.map(|(room, _)| room)
    }

    /// Rooms by their outlines, their nodes, how close a tie may pass these, and where ties may run.
    pub fn new(
        hulls: &'a [Vec<Point>],
        members: &'a [Vec<Point>],
        clearance: f64,
        frame: Rect,
    ) -> Self {
        let boxed = |hull: &Vec<Point>| {
            let corners = hull.iter().map(|p| Rect::sized(p.x, p.y, 0.0, 0.0));
            Rect::around(corners).grown(TOUCHED)
        };
        Self {
            hulls,
            members,
            clearance,
            frame,
            boxes: hulls.iter().map(boxed).collect(),
        }
    }

    /// The way of a tie between two nodes of these rooms.
    pub fn tie(&self, detours: &mut Detours, ends: [Point; 2], own: [usize; 2]) -> Route {
        let [from, to] = ends;
        let direct = self.bend(from, to, own);
        if own[0] == own[1] {
            return self.visible(direct, own);
        }
        if self.clear(&direct, own, &self.frame) {
            return vec![direct];
        }
        let around = self.trunk(detours, ends, own, 2.0);
        around
            .into_iter()
            .flat_map(|curve| self.visible(curve, own))
            .collect()
    }

    /// The way between two points of two rooms around all others, for a line of this width: as round as fits.
    pub fn trunk(
        &self,
        detours: &mut Detours,
        [from, to]: [Point; 2],
        own: [usize; 2],
        width: f64,
    ) -> Vec<Curve> {
        let turns = detours.way(from, to, own, width);
        let points: Vec<Point> = [from].into_iter().chain(turns).chain([to]).collect();
        let frame = used(&self.frame, width);
        let clear = |way: &Vec<Curve>| way.iter().all(|curve| self.clear(curve, own, &frame));
        EASES
            .iter()
            .map(|ease| through(&points, *ease))
            .find(clear)
            .unwrap_or_else(|| through(&points, 0.0))
    }

    /// The curve with the least in its way, slight bends first.
    fn bend(&self, from: Point, to: Point, own: [usize; 2]) -> Curve {
        let bends = if own[0] == own[1] {
            BENDS_INSIDE
        } else {
            BENDS.len()
        };
        let mut best: Option<(f64, Curve)> = None;
        for bend in BENDS.into_iter().take(bends) {
            let curve = bent(from, to, bend);
            let cost = 50.0 * bend * bend + self.cost(&curve, own);
            if best.as_ref().is_none_or(|(least, _)| cost < *least - 1e-9) {
                best = Some((cost, curve));
            }
            if cost == 0.0 {
                break;
            }
        }
        best.map_or_else(|| bent(from, to, 0.0), |(_, curve)| curve)
    }

    /// The cost of a curve: of steps through third rooms or outside the frame, and of nodes passed too closely.
    fn cost(&self, curve: &Curve, own: [usize; 2]) -> f64 {
        let mut cost = 0.0;
        let mut last = curve[0];
        let near = [
            &self.members[own[0]][..],
            if own[0] == own[1] {
                &[]
            } else {
                &self.members[own[1]]
            },
        ];
        for step in 1..=STEPS {
            let point = at(curve, step as f64 / STEPS as f64);
            if self.between(last, point, own) {
                cost += 1.0;
            }
            if !self.frame.contains(point) {
                cost += 10.0;
            }
            for node in near.iter().copied().flatten() {
                let end = node.distance(curve[0]) < 1e-6 || node.distance(curve[3]) < 1e-6;
                if !end && distance_to_segment(*node, last, point) < self.clearance {
                    cost += 1.5;
                }
            }
            last = point;
        }
        cost
    }

    /// Whether a curve stays out of third rooms and in this part of the page.
    fn clear(&self, curve: &Curve, own: [usize; 2], frame: &Rect) -> bool {
        const FINE: usize = 48;
        let mut last = curve[0];
        (0..=FINE).all(|step| {
            let point = at(curve, step as f64 / FINE as f64);
            let from = std::mem::replace(&mut last, point);
            frame.contains(point) && !self.between(from, point, own)
        })
    }

    /// Whether a short part of a way touches a third room, even only a corner of it.
    fn between(&self, p: Point, q: Point, own: [usize; 2]) -> bool {
        let along = Rect {
            left: p.x.min(q.x),
            top: p.y.min(q.y),
            right: p.x.max(q.x),
            bottom: p.y.max(q.y),
        };
        let rooms = self.hulls.iter().zip(&self.boxes).enumerate();
        let near = rooms.filter(|(_, (_, around))| around.overlaps(&along));
        near.filter(|(room, _)| !own.contains(room))
            .any(|(_, (hull, _))| {
                let edges = hull.iter().zip(hull.iter().cycle().skip(1));
                inside(hull, q) || edges.into_iter().any(|(a, b)| cross(p, q, *a, *b))
            })
    }

    /// Whether a point lies in a third room.
    fn foreign(&self, point: Point, own: [usize; 2]) -> bool {
        let mut rooms = self.hulls.iter().zip(&self.boxes).enumerate();
        rooms.any(|(room, (hull, around))| {
            !own.contains(&room) && around.contains(point) && inside(hull, point)
        })
    }

    /// The parts of a curve outside third rooms.
    pub fn visible(&self, curve: Curve, own: [usize; 2]) -> Route {
        cut(&curve, |point| !self.foreign(point, own))
    }
}
