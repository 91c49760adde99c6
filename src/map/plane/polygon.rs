//! Polygons and segments.

use super::point::Point;
use super::reach::DIRECTIONS;

/// The convex hull, clockwise on the page, of the points widened by `margin` in all [`DIRECTIONS`].
///
/// O(n log n).
pub fn hull(points: &[Point], margin: f64) -> Vec<Point> {
    // Only what lies outmost is outmost when widened.
    let outmost = convex(points.to_vec());
    let widened = outmost
        .iter()
        .flat_map(|point| DIRECTIONS.map(|direction| (*point + direction * margin).rounded()));
    convex(widened.collect())
}

/// The convex hull of points, clockwise on the page: the monotone chain (Andrew 1979).
fn convex(mut points: Vec<Point>) -> Vec<Point> {
    points.sort_unstable_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    points.dedup();
    if points.len() < 3 {
        return points;
    }
    let mut ring: Vec<Point> = Vec::new();
    for pass in 0..2 {
        let begin = ring.len();
        let step = |ring: &mut Vec<Point>, point: Point| {
            while ring.len() >= begin + 2 {
                let last = ring[ring.len() - 1];
                let before = ring[ring.len() - 2];
                if (last - before).cross(point - last) > 0.0 {
                    break;
                }
                ring.pop();
            }
            ring.push(point);
        };
        match pass {
            0 => points.iter().for_each(|point| step(&mut ring, *point)),
            _ => points
                .iter()
                .rev()
                .for_each(|point| step(&mut ring, *point)),
        }
        ring.pop();
    }
    ring
}

/// Whether a polygon, any ring of corners, holds the point: a ray from it crosses the ring an odd number of times.
pub fn inside(ring: &[Point], point: Point) -> bool {
    let mut within = false;
    let mut last = match ring.last() {
        Some(last) => *last,
        None => return false,
    };
    for &corner in ring {
        if (corner.y > point.y) != (last.y > point.y)
            && point.x < (last.x - corner.x) * (point.y - corner.y) / (last.y - corner.y) + corner.x
        {
            within = !within;
        }
        last = corner;
    }
    within
}

/// Whether the segments a–b and c–d cross at a point inside both.
pub fn cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    let side = |p: Point, q: Point, r: Point| (q - p).cross(r - p);
    let (of_a, of_b) = (side(c, d, a), side(c, d, b));
    let (of_c, of_d) = (side(a, b, c), side(a, b, d));
    of_a * of_b < 0.0 && of_c * of_d < 0.0
}

/// The distance of a point from the segment a–b.
pub fn distance_to_segment(point: Point, a: Point, b: Point) -> f64 {
    let along = b - a;
    let square = along.dot(along);
    let share = if square > 0.0 {
        ((point - a).dot(along) / square).clamp(0.0, 1.0)
    } else {
        0.0
    };
    point.distance(a.towards(b, share))
}
