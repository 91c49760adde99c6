//! The nodes of a room packed closely: none over another, in the arrangement that stress gave.

use crate::map::plane::{Point, Rect};

/// The wished width of a room relative to its height: names run to the right.
const ASPECT: f64 = 1.3;

/// Number of rounds that draw the room together and remove overlaps in turn.
const CLOSING: usize = 60;

/// Most rounds that only remove overlaps, before the room grows.
const PUSHING: usize = 400;

/// Up to this many nodes a room is tightened node by node; larger ones hold marks without names, which lie close anyway.
const TIGHTENED: usize = 80;

/// Packs nodes at these offsets; returns their places about the room's middle. `footprints` are the boxes about each node's
/// centre, names included.
///
/// Overlapping pairs are pushed apart along the shorter axis, found by a sweep along x; each round costs O(n log n + pairs
/// close in x).
pub fn pack(offsets: &[Point], footprints: &[Rect]) -> Vec<Point> {
    let mut places = stretched(offsets, footprints);
    let mut order = in_order(footprints);
    let mut pushed = |places: &mut [Point]| push_apart(places, footprints, &mut order);
    for round in 0..CLOSING {
        let pull = 0.94 + 0.06 * round as f64 / CLOSING as f64;
        for place in &mut places {
            *place = *place * pull;
        }
        for _ in 0..3 {
            if pushed(&mut places) == 0 {
                break;
            }
        }
    }
    for _ in 0..PUSHING {
        if pushed(&mut places) == 0 {
            break;
        }
    }
    while pushed(&mut places) > 0 {
        for place in &mut places {
            *place = *place * 1.02;
        }
    }
    if places.len() <= TIGHTENED {
        tighten(&mut places, footprints);
    }
    let middle = bounds(&places, footprints).centre();
    places.iter().map(|place| *place - middle).collect()
}

/// Slides each node towards the middle as far as no other is in the way, the inner ones first; O(n²).
pub fn tighten(places: &mut [Point], footprints: &[Rect]) {
    for _ in 0..4 {
        let middle = bounds(places, footprints).centre();
        let mut order: Vec<usize> = (0..places.len()).collect();
        order.sort_by(|a, b| {
            let far = |node: usize| places[node].distance(middle);
            far(*a).total_cmp(&far(*b)).then(a.cmp(b))
        });
        for node in order {
            for step in [0.5, 0.25, 0.12, 0.06, 0.03] {
                let way = (middle - footprints[node].shifted(places[node]).centre()) * step;
                // A room shall be wider than high, so height is saved before width.
                let ways = [way, Point::new(0.0, way.y), Point::new(way.x, 0.0)];
                let free = |shift: &Point| {
                    let rect = footprints[node].shifted(places[node] + *shift);
                    (0..places.len()).all(|other| {
                        other == node || !rect.overlaps(&footprints[other].shifted(places[other]))
                    })
                };
                if let Some(shift) = ways.into_iter().find(free) {
                    places[node] = places[node] + shift;
                }
            }
        }
    }
}

fn bounds(places: &[Point], footprints: &[Rect]) -> Rect {
    let boxes = places.iter().zip(footprints);
    Rect::around(boxes.map(|(place, footprint)| footprint.shifted(*place)))
}

/// The offsets scaled to the size that the boxes will need, and to the wished format.
fn stretched(offsets: &[Point], footprints: &[Rect]) -> Vec<Point> {
    let area: f64 = footprints.iter().map(|f| f.width() * f.height()).sum();
    let points = vec![Rect::default(); offsets.len()];
    let extent = bounds(offsets, &points);
    let middle = extent.centre();
    let width = (area * ASPECT).sqrt();
    let x = if extent.width() > 1e-6 {
        width / extent.width()
    } else {
        0.0
    };
    let y = if extent.height() > 1e-6 {
        width / ASPECT / extent.height()
    } else {
        0.0
    };
    offsets
        .iter()
        .enumerate()
        .map(|(at, offset)| {
            let from_middle = *offset - middle;
            // Nodes on one spot would be pushed along one line: each is shifted a little, by its number.
            let nudge = at as f64 * 0.01;
            Point::new(from_middle.x * x + nudge, from_middle.y * y - nudge)
        })
        .collect()
}

/// The boxes by their number, as the first order of [`push_apart`].
pub fn in_order(footprints: &[Rect]) -> Vec<usize> {
    (0..footprints.len()).collect()
}

/// Pushes each overlapping pair apart along the shorter axis; returns how many overlapped. `order` is kept from round to
/// round: the boxes from left to right, which seldom change places.
pub fn push_apart(places: &mut [Point], footprints: &[Rect], order: &mut [usize]) -> usize {
    let left = |places: &[Point], at: usize| places[at].x + footprints[at].left;
    let by_left =
        |a: &usize, b: &usize| left(places, *a).total_cmp(&left(places, *b)).then(a.cmp(b));
    if !order.is_sorted_by(|a, b| by_left(a, b).is_lt()) {
        order.sort_by(by_left);
    }
    let widest = footprints.iter().map(Rect::width).fold(0.0, f64::max);
    let mut found = 0;
    for (rank, &a) in order.iter().enumerate() {
        for &b in &order[rank + 1..] {
            // Places move while the order stays: a margin of one width keeps pairs from being missed.
            if left(places, b) > left(places, a) + 2.0 * widest {
                break;
            }
            let (of_a, of_b) = (
                footprints[a].shifted(places[a]),
                footprints[b].shifted(places[b]),
            );
            if !of_a.overlaps(&of_b) {
                continue;
            }
            found += 1;
            let (mid_a, mid_b) = (of_a.centre(), of_b.centre());
            let x = (of_a.width() + of_b.width()) / 2.0 - (mid_b.x - mid_a.x).abs();
            let y = (of_a.height() + of_b.height()) / 2.0 - (mid_b.y - mid_a.y).abs();
            let shift = if x * 0.8 < y {
                Point::new((x / 2.0 + 0.01) * sign(mid_b.x - mid_a.x, a < b), 0.0)
            } else {
                Point::new(0.0, (y / 2.0 + 0.01) * sign(mid_b.y - mid_a.y, a < b))
            };
            places[a] = places[a] - shift;
            places[b] = places[b] + shift;
        }
    }
    found
}

fn sign(value: f64, otherwise: bool) -> f64 {
    if value > 0.0 || (value == 0.0 && otherwise) {
        1.0
    } else {
        -1.0
    }
}
