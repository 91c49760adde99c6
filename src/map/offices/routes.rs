//! How the lines between offices run: straight where nothing lies in the way, else around it.

use crate::map::plane::{Curve, Point, Rect, Route, at, bent, cut};

/// The bends that are tried, as shares of a line's length.
const BENDS: [f64; 13] = [
    0.0, 0.1, -0.1, 0.18, -0.18, 0.27, -0.27, 0.36, -0.36, 0.46, -0.46, 0.58, -0.58,
];

/// So many points of a line are looked at.
const POINTS: usize = 48;

/// So many pieces of a line share a box.
const PART: usize = 8;
const _: () = assert!(POINTS.is_multiple_of(PART));

/// How near a line may come to a third office.
const NEAR: f64 = 6.0;

/// What it costs, a point, to run over a third office, over a name, out of the frame; and what a bend costs.
const OVER_OFFICE: f64 = 6.0;
const OVER_NAME: f64 = 1.5;
const OUTSIDE: f64 = 8.0;
const BEND: f64 = 9.0;

/// What lies on the page beside the lines.
pub struct Obstacles {
    /// The circles of the offices.
    pub circles: Vec<Circle>,
    /// Their names.
    pub names: Vec<Rect>,
    /// The part of the page for them.
    pub frame: Rect,
}

/// The circle of an office.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Circle {
    /// Its number among the offices.
    pub office: usize,
    /// Its middle.
    pub centre: Point,
    /// Its radius.
    pub radius: f64,
}

impl Circle {
    fn holds(&self, point: Point, margin: f64) -> bool {
        self.centre.distance(point) < self.radius + margin
    }
}

/// A line between two offices.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// The whole curve from one middle to the other.
    pub curve: Curve,
    /// The parts that are seen, between the two circles.
    pub seen: Route,
    /// Points along the curve, the box that holds them, and the boxes that each hold some pieces between them.
    points: Vec<Point>,
    held: Rect,
    parts: Vec<Rect>,
}

impl Obstacles {
    /// The way between two circles that meets least.
    pub fn way(&self, from: &Circle, to: &Circle) -> Way {
        let mut best = (f64::INFINITY, 0.0);
        for bend in BENDS {
            if let Some(cost) = self.cost(from, to, bend, best.0) {
                best = (cost, bend);
            }
        }
        let (_, bend) = best;
        let curve = bent(from.centre, to.centre, bend);
        let points = (0..=POINTS).map(|step| at(&curve, step as f64 / POINTS as f64));
        let points: Vec<Point> = points.collect();
        let parts = (0..POINTS).step_by(PART);
        Way {
            seen: seen(&curve, from, to),
            held: about(&points),
            parts: parts.map(|at| about(&points[at..=at + PART])).collect(),
            points,
            curve,
        }
    }

    /// What a bend costs; none as soon as that is not less than another one costs.
    fn cost(&self, from: &Circle, to: &Circle, bend: f64, least: f64) -> Option<f64> {
        let curve = bent(from.centre, to.centre, bend);
        let mut cost = BEND * bend.abs();
        for step in 1..POINTS {
            if cost >= least {
                return None;
            }
            let point = at(&curve, step as f64 / POINTS as f64);
            if from.holds(point, 0.0) || to.holds(point, 0.0) {
                continue;
            }
            let third =
                |circle: &&Circle| circle.office != from.office && circle.office != to.office;
            let mut others = self.circles.iter().filter(third);
            if others.any(|circle| circle.holds(point, NEAR)) {
                cost += OVER_OFFICE;
            }
            if self
                .names
                .iter()
                .any(|name| name.grown(2.0).contains(point))
            {
                cost += OVER_NAME;
            }
            if !self.frame.contains(point) {
                cost += OUTSIDE;
            }
        }
        (cost < least).then_some(cost)
    }
}

/// A box that holds points, and a little more.
fn about(points: &[Point]) -> Rect {
    let boxes = points.iter();
    let boxes = boxes.map(|point| Rect::sized(point.x, point.y, 0.0, 0.0));
    Rect::around(boxes).grown(1.0)
}

/// What of a curve lies outside of both circles.
fn seen(curve: &Curve, from: &Circle, to: &Circle) -> Route {
    cut(curve, |point| {
        !from.holds(point, 0.0) && !to.holds(point, 0.0)
    })
}

impl Way {
    /// The same beside itself, by so much.
    pub fn beside(&self, by: f64) -> Route {
        let along = self.curve[3] - self.curve[0];
        let aside = Point::new(-along.y, along.x) * (by / along.length().max(1e-9));
        let moved = self
            .seen
            .iter()
            .map(|curve| curve.map(|point| point + aside));
        moved.collect()
    }

    /// A point of it, from one circle's edge at 0 to the other's at 1, and the direction across.
    pub fn along(&self, share: f64) -> (Point, Point) {
        let along = self.curve[3] - self.curve[0];
        let across = Point::new(-along.y, along.x) * (1.0 / along.length().max(1e-9));
        let point = match self.seen.first() {
            Some(curve) => at(curve, share),
            None => at(&self.curve, share),
        };
        (point, across)
    }

    /// Whether it runs through a box.
    pub fn meets(&self, rect: &Rect) -> bool {
        let meets = |(part, held): (usize, &Rect)| {
            let from = part * PART;
            let mut pieces = self.points[from..=from + PART].windows(2);
            held.overlaps(rect) && pieces.any(|piece| rect.meets(piece[0], piece[1]))
        };
        // Most lines are far from most boxes.
        self.held.overlaps(rect) && self.parts.iter().enumerate().any(meets)
    }
}
