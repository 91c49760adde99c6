//! The lines that a number or a word on another line would cover.

use crate::map::plane::{Curve, Point, Rect, Route, at};

/// The least distance between a text and another line.
const NEAR: f64 = 3.0;

/// Number of segments into which a curve is sampled.
const STEPS: usize = 12;

/// The lines that numbers, words and counts should avoid.
#[derive(Debug, Clone, Default)]
pub struct Passing(Vec<Stroke>);

#[derive(Debug, Clone)]
struct Stroke {
    of: [usize; 2],
    weight: usize,
    half: f64,
    points: Vec<Point>,
    reach: Rect,
}

impl Passing {
    /// Adds the line between two departments; covering it costs `weight`.
    pub fn add(&mut self, of: [usize; 2], route: &Route, width: f64, weight: usize) {
        self.0.extend(route.iter().map(|curve| {
            Stroke {
                of: ordered(of),
                weight,
                half: width / 2.0,
                points: (0..=STEPS)
                    .map(|step| at(curve, step as f64 / STEPS as f64))
                    .collect(),
                reach: extent(curve),
            }
        }));
    }

    /// The cost of the lines that pass through a box or close to it; those between `own` are free.
    pub fn under(&self, rect: &Rect, own: [usize; 2]) -> usize {
        self.through(rect, ordered(own)).sum()
    }

    /// The first of the boxes with the least cost, and that cost.
    pub fn least(
        &self,
        boxes: impl Iterator<Item = Rect>,
        own: [usize; 2],
    ) -> Option<(Rect, usize)> {
        let own = ordered(own);
        let mut best: Option<(Rect, usize)> = None;
        for rect in boxes {
            let most = best.map_or(usize::MAX, |(_, cost)| cost);
            let mut cost = 0;
            // What costs no less than another need not be counted to its end.
            let is_less = self.through(&rect, own).all(|weight| {
                cost += weight;
                cost < most
            });
            if is_less && cost < most {
                best = Some((rect, cost));
            }
            if cost == 0 {
                break;
            }
        }
        best
    }

    /// The weights of the lines that pass through a box or close to it, except those between these two departments.
    fn through(&self, rect: &Rect, but: [usize; 2]) -> impl Iterator<Item = usize> {
        let lines = self.0.iter().filter(move |line| {
            let near = rect.grown(NEAR + line.half);
            let mut pieces = line.points.windows(2);
            near.overlaps(&line.reach)
                && line.of != but
                && pieces.any(|piece| near.meets(piece[0], piece[1]))
        });
        lines.map(|line| line.weight)
    }
}

fn ordered([a, b]: [usize; 2]) -> [usize; 2] {
    [a.min(b), a.max(b)]
}

/// The bounding box of a curve's control points, which holds the curve; never without an area.
fn extent(curve: &Curve) -> Rect {
    let low = |of: fn(&Point) -> f64| curve.iter().map(of).fold(f64::MAX, f64::min);
    let high = |of: fn(&Point) -> f64| curve.iter().map(of).fold(f64::MIN, f64::max);
    Rect {
        left: low(|p| p.x),
        top: low(|p| p.y),
        right: high(|p| p.x),
        bottom: high(|p| p.y),
    }
    .grown(0.1)
}
