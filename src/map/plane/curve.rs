//! Cubic Bézier curves.

use super::point::Point;

/// A cubic Bézier curve by its four control points: its ends first and last.
pub type Curve = [Point; 4];

/// The curves of one way, one after the other.
pub type Route = Vec<Curve>;

/// The parts of a curve whose points are shown, found in 48 steps and then by bisection.
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
            // Five halvings place the border to less than a thousandth of the curve.
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
pub fn bent(from: Point, to: Point, bend: f64) -> Curve {
    let along = to - from;
    let aside = Point::new(-along.y, along.x) * bend;
    [
        from,
        from + along * (1.0 / 3.0) + aside * (4.0 / 3.0),
        from + along * (2.0 / 3.0) + aside * (4.0 / 3.0),
        to,
    ]
}

/// Curves through points. At each point the way runs parallel to the line between its neighbours, so that it swings out at a
/// corner and not into it; `ease` is the length of the handles as a share.
pub fn through(points: &[Point], ease: f64) -> Vec<Curve> {
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
            // Where nothing turns the line is straight.
            let handle = p.distance(q) * if n == 2 { 1.0 / 3.0 } else { ease };
            [p, p + heading[at - 1] * handle, q - heading[at] * handle, q]
        })
        .collect()
}

/// A curve from a node to the mouth of a band, which it enters in the direction `into`.
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

/// The part of a curve between two of its points, by de Casteljau's algorithm.
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
