//! The way of each tie: straight where nothing is in the way, else in a bend or around the rooms between; under a third
//! room it is not drawn, so that no line seems to end where it only passes.

use super::detours::{Detours, used};
use crate::map::layout::pack::around;
use crate::map::plane::{Point, Rect, cross, distance_to_segment, inside};

/// A cubic Bézier curve: its ends first and last.
pub type Curve = [Point; 4];

/// The visible parts of a tie.
pub type Route = Vec<Curve>;

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

/// How much larger the box of a room is: what runs along its edge shall be looked at.
const TOUCHED: f64 = 0.2;

/// The bends that are tried, as shares of the length.
const BENDS: [f64; 9] = [0.0, 0.06, -0.06, 0.12, -0.12, 0.2, -0.2, 0.3, -0.3];

/// The bends of a tie inside a room.
const BENDS_INSIDE: usize = 5;

/// How round a way turns: the handles of its curves as shares of their length.
const EASES: [f64; 4] = [0.33, 0.2, 0.1, 0.0];

/// In how many steps a way is looked at.
const STEPS: usize = 16;

impl<'a> Ground<'a> {
    /// What lies on a page: rooms by their outlines, their nodes, how close a tie may pass these, where ties may run.
    pub fn new(
        hulls: &'a [Vec<Point>],
        members: &'a [Vec<Point>],
        clearance: f64,
        frame: Rect,
    ) -> Self {
        let boxed = |hull: &Vec<Point>| {
            let corners = hull.iter().map(|p| Rect::sized(p.x, p.y, 0.0, 0.0));
            around(&corners.collect::<Vec<_>>()).grown(TOUCHED)
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

    /// The way between two points of two rooms, around all others, for a line of this width.
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

    /// The bend with the least in its way.
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

    /// Whether a short part of a way touches a third room, be it a corner between its ends.
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

/// The parts of a curve whose points are shown.
pub fn cut(curve: &Curve, shown: impl Fn(Point) -> bool) -> Route {
    const FINE: usize = 48;
    let shown = |t: f64| shown(at(curve, t));
    let mut route = Route::new();
    let mut begin: Option<f64> = shown(0.0).then_some(0.0);
    let mut last = 0.0;
    for step in 1..=FINE {
        let t = step as f64 / FINE as f64;
        let now = shown(t);
        if now != begin.is_some() {
            // The border lies between the two: five halvings place it to a thousandth of the curve.
            let (mut before, mut after) = (last, t);
            for _ in 0..5 {
                let middle = (before + after) / 2.0;
                if shown(middle) == now {
                    after = middle;
                } else {
                    before = middle;
                }
            }
            match begin.take() {
                Some(from) => route.push(part(curve, from, before)),
                None => begin = Some(after),
            }
        }
        last = t;
    }
    if let Some(from) = begin {
        route.push(part(curve, from, 1.0));
    }
    route
}

/// The straight line between two points.
pub fn straight([a, b]: [Point; 2]) -> Curve {
    [a, a.towards(b, 1.0 / 3.0), a.towards(b, 2.0 / 3.0), b]
}

/// The curve between two points, bent aside by a share of its length.
fn bent(from: Point, to: Point, bend: f64) -> Curve {
    let along = to - from;
    let aside = Point::new(-along.y, along.x) * bend;
    [
        from,
        from + along * (1.0 / 3.0) + aside * (4.0 / 3.0),
        from + along * (2.0 / 3.0) + aside * (4.0 / 3.0),
        to,
    ]
}

/// Curves through points: at each the way runs parallel to the line between its neighbours, so that it swings out at
/// a corner and not into it.
fn through(points: &[Point], ease: f64) -> Vec<Curve> {
    let n = points.len();
    let unit = |from: Point, to: Point| {
        let along = to - from;
        along * (1.0 / along.length().max(1e-9))
    };
    let heading: Vec<Point> = (0..n)
        .map(|at| unit(points[at.saturating_sub(1)], points[(at + 1).min(n - 1)]))
        .collect();
    (1..n)
        .map(|at| {
            let (p, q) = (points[at - 1], points[at]);
            // Straight lines where nothing turns; the ends are free to swing.
            let handle = p.distance(q) * if n == 2 { 1.0 / 3.0 } else { ease };
            [p, p + heading[at - 1] * handle, q - heading[at] * handle, q]
        })
        .collect()
}

/// A curve from a node to the mouth of a band, which it enters along the band.
pub fn fan(node: Point, mouth: Point, into: Point) -> Curve {
    let far = node.distance(mouth);
    [
        node,
        node.towards(mouth, 0.35),
        mouth - into * (0.4 * far),
        mouth,
    ]
}

/// The point of a curve at `t` from 0 to 1.
pub fn at(curve: &Curve, t: f64) -> Point {
    let s = 1.0 - t;
    curve[0] * (s * s * s)
        + curve[1] * (3.0 * s * s * t)
        + curve[2] * (3.0 * s * t * t)
        + curve[3] * (t * t * t)
}

/// The part of a curve between two of its points (de Casteljau).
fn part(curve: &Curve, from: f64, to: f64) -> Curve {
    if from == 0.0 && to == 1.0 {
        return *curve;
    }
    let blossom = |r: f64, s: f64, t: f64| {
        let first: [Point; 3] = std::array::from_fn(|i| curve[i].towards(curve[i + 1], r));
        let second: [Point; 2] = std::array::from_fn(|i| first[i].towards(first[i + 1], s));
        second[0].towards(second[1], t)
    };
    [
        blossom(from, from, from),
        blossom(from, from, to),
        blossom(from, to, to),
        blossom(to, to, to),
    ]
}
