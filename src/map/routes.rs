//! The way of each tie: straight where nothing is in the way, else in a bend around it; under a third room it is not drawn,
//! so that no line seems to end where it only passes.

use std::collections::BTreeMap;

use super::plane::{Point, Rect, distance_to_segment, inside};

/// A cubic Bézier curve: its ends first and last.
pub type Curve = [Point; 4];

/// The visible parts of a tie.
pub type Route = Vec<Curve>;

/// What lies on the page.
pub struct Ground<'a> {
    /// The outline of each room, empty where there is none.
    pub hulls: &'a [Vec<Point>],
    /// The nodes that are there.
    pub nodes: &'a [Option<Point>],
    /// The room of each node.
    pub room_of: &'a [usize],
    /// How close a tie may pass a node.
    pub clearance: f64,
    /// The part of the page that ties may use.
    pub frame: Rect,
}

/// The bends that are tried, as shares of the length.
const BENDS: [f64; 9] = [0.0, 0.06, -0.06, 0.12, -0.12, 0.2, -0.2, 0.3, -0.3];

/// In how many steps a way is looked at.
const STEPS: usize = 16;

/// How many ties of a pair of rooms are looked at when its way is chosen.
const LOOKED_AT: usize = 16;

/// The ways of the ties between nodes, those between two rooms drawn together the more of them there are.
pub fn routes(ground: &Ground, ties: &[(usize, usize)]) -> Vec<Route> {
    let boxes: Vec<Bounds> = ground.hulls.iter().map(|hull| Bounds::of(hull)).collect();
    let members = members(ground);
    let mut bundles: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    let mut alone: Vec<(usize, usize, Vec<usize>)> = Vec::new();
    for (tie, &(a, b)) in ties.iter().enumerate() {
        let (from, to) = (ground.room_of[a], ground.room_of[b]);
        if from == to {
            alone.push((from, to, vec![tie]));
        } else {
            bundles
                .entry((from.min(to), from.max(to)))
                .or_default()
                .push(tie);
        }
    }
    let bundles = bundles
        .into_iter()
        .map(|((from, to), bundle)| (from, to, bundle));
    let mut routes = vec![Route::new(); ties.len()];
    for (first, second, bundle) in alone.into_iter().chain(bundles) {
        let ends: Vec<(Point, Point)> = bundle
            .iter()
            .map(|tie| {
                let (a, b) = ties[*tie];
                let (a, b) = if ground.room_of[a] == first {
                    (a, b)
                } else {
                    (b, a)
                };
                (place(ground, a), place(ground, b))
            })
            .collect();
        let look = Look {
            ground,
            boxes: &boxes,
            near: [
                &members[first],
                if first == second {
                    &[]
                } else {
                    &members[second]
                },
            ],
            own: [first, second],
        };
        let trunk = look.trunk(&ends);
        let gather = gather(bundle.len());
        for (tie, end) in bundle.iter().zip(&ends) {
            routes[*tie] = look.visible(strand(&trunk, end.0, end.1, gather));
        }
    }
    routes
}

/// How strongly the ties of a pair of rooms are drawn together.
fn gather(ties: usize) -> f64 {
    match ties {
        1 => 1.0,
        2..=3 => 0.45,
        4..=8 => 0.65,
        _ => 0.8,
    }
}

fn place(ground: &Ground, node: usize) -> Point {
    ground.nodes[node].unwrap_or_default()
}

fn members(ground: &Ground) -> Vec<Vec<Point>> {
    let mut members = vec![Vec::new(); ground.hulls.len()];
    for (node, room) in ground.nodes.iter().zip(ground.room_of) {
        members[*room].extend(*node);
    }
    members
}

/// The upright box of a hull, to rule most points out at once.
#[derive(Clone, Copy)]
struct Bounds {
    low: Point,
    high: Point,
}

impl Bounds {
    fn of(hull: &[Point]) -> Self {
        let far = Point::new(f64::MAX, f64::MAX);
        hull.iter().fold(
            Self {
                low: far,
                high: far * -1.0,
            },
            |held, p| Self {
                low: Point::new(held.low.x.min(p.x), held.low.y.min(p.y)),
                high: Point::new(held.high.x.max(p.x), held.high.y.max(p.y)),
            },
        )
    }

    fn holds(&self, p: Point) -> bool {
        p.x >= self.low.x && p.x <= self.high.x && p.y >= self.low.y && p.y <= self.high.y
    }
}

/// A pair of rooms and what is in the way between them.
struct Look<'a> {
    ground: &'a Ground<'a>,
    boxes: &'a [Bounds],
    near: [&'a [Point]; 2],
    own: [usize; 2],
}

impl Look<'_> {
    /// The common way with the least in it.
    fn trunk(&self, ends: &[(Point, Point)]) -> Curve {
        let share = 1.0 / ends.len() as f64;
        let (from, to) = ends.iter().fold(
            (Point::default(), Point::default()),
            |(from, to), (a, b)| (from + *a * share, to + *b * share),
        );
        let gather = gather(ends.len());
        let stride = ends.len().div_ceil(LOOKED_AT);
        let mut best: Option<(f64, Curve)> = None;
        let bends = if self.own[0] == self.own[1] {
            5
        } else {
            BENDS.len()
        };
        for bend in BENDS.into_iter().take(bends) {
            let trunk = bent(from, to, bend);
            let mut cost = 50.0 * bend * bend;
            for end in ends.iter().step_by(stride) {
                cost += self.cost(&strand(&trunk, end.0, end.1, gather))
                    / ends.len().div_ceil(stride) as f64;
            }
            if best.as_ref().is_none_or(|(least, _)| cost < *least - 1e-9) {
                best = Some((cost, trunk));
            }
            if cost == 0.0 {
                break;
            }
        }
        best.map_or_else(|| bent(from, to, 0.0), |(_, trunk)| trunk)
    }

    fn cost(&self, curve: &Curve) -> f64 {
        let mut cost = 0.0;
        let mut last = curve[0];
        for step in 1..=STEPS {
            let point = at(curve, step as f64 / STEPS as f64);
            if self.foreign(point) {
                cost += 1.0;
            }
            if !self.ground.frame.contains(point) {
                cost += 10.0;
            }
            for node in self.near.iter().copied().flatten() {
                let end = node.distance(curve[0]) < 1e-6 || node.distance(curve[3]) < 1e-6;
                if !end && distance_to_segment(*node, last, point) < self.ground.clearance {
                    cost += 1.5;
                }
            }
            last = point;
        }
        cost
    }

    /// Whether a point lies in a third room.
    fn foreign(&self, point: Point) -> bool {
        self.boxes.iter().enumerate().any(|(room, bounds)| {
            room != self.own[0]
                && room != self.own[1]
                && bounds.holds(point)
                && inside(&self.ground.hulls[room], point)
        })
    }

    /// The parts of a curve outside third rooms.
    fn visible(&self, curve: Curve) -> Route {
        const FINE: usize = 48;
        let shown = |t: f64| !self.foreign(at(&curve, t));
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
                    Some(from) => route.push(part(&curve, from, before)),
                    None => begin = Some(after),
                }
            }
            last = t;
        }
        if let Some(from) = begin {
            route.push(part(&curve, from, 1.0));
        }
        route
    }
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

/// A tie's own curve, drawn towards the common way.
fn strand(trunk: &Curve, from: Point, to: Point, gather: f64) -> Curve {
    [
        from,
        from.towards(to, 1.0 / 3.0).towards(trunk[1], gather),
        from.towards(to, 2.0 / 3.0).towards(trunk[2], gather),
        to,
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
