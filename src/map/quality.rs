//! Quality measures of layouts, by which they are tested and compared; less is better in all.
//!
//! They read plain places, so that the layouts of other programs are measured by the same code.

use std::collections::BTreeMap;

use petgraph::graph::{NodeIndex, UnGraph};

use super::layout::hops;
use super::plane::{Point, Rect, cross, distance_to_segment, inside};

/// Scale-normalised stress: mean((s·l − d)/d)² over all connected pairs, l the distance on the page, d in ties,
/// s = Σ(l/d)/Σ(l/d)². 0 where no pair is connected; O(nodes · (nodes + ties)).
///
/// Source: Gansner, Koren, North 2004 (stress), with the scale s that makes it least.
pub fn stress(places: &[Point], ties: &[(usize, usize)]) -> f64 {
    let mut graph = UnGraph::<(), ()>::default();
    let nodes: Vec<NodeIndex> = places.iter().map(|_| graph.add_node(())).collect();
    graph.extend_with_edges(ties.iter().map(|(a, b)| (nodes[*a], nodes[*b])));
    let (mut sum, mut squares, mut pairs) = (0.0, 0.0, 0usize);
    for (from, place) in places.iter().enumerate() {
        let to = places.iter().zip(hops(&graph, nodes[from]));
        for (other, hops) in to.skip(from + 1) {
            if let Some(hops) = hops {
                let ratio = place.distance(*other) / f64::from(hops);
                sum += ratio;
                squares += ratio * ratio;
                pairs += 1;
            }
        }
    }
    if pairs == 0 || squares == 0.0 {
        return 0.0;
    }
    // With the best s: Σ(s·r − 1)² = s²Σr² − 2sΣr + n = n − (Σr)²/Σr².
    (1.0 - sum * sum / squares / pairs as f64).max(0.0)
}

/// How many pairs of ties cross as straight lines; ties that share an end do not. O(ties²).
pub fn crossings(places: &[Point], ties: &[(usize, usize)]) -> usize {
    let mut found = 0;
    for (at, &(a, b)) in ties.iter().enumerate() {
        for &(c, d) in &ties[at + 1..] {
            let meet = a == c || a == d || b == c || b == d;
            if !meet && cross(places[a], places[b], places[c], places[d]) {
                found += 1;
            }
        }
    }
    found
}

/// How many pairs of nodes lie closer than two radii.
pub fn node_overlaps(places: &[Point], radius: f64) -> usize {
    pairs(places.len())
        .filter(|(a, b)| places[*a].distance(places[*b]) < 2.0 * radius)
        .count()
}

/// How many pairs of boxes overlap.
pub fn label_overlaps(boxes: &[Rect]) -> usize {
    pairs(boxes.len())
        .filter(|(a, b)| boxes[*a].overlaps(&boxes[*b]))
        .count()
}

/// The share of nodes that lie inside a foreign room.
pub fn intrusion(places: &[Point], room_of: &[usize], hulls: &[Vec<Point>]) -> f64 {
    if places.is_empty() {
        return 0.0;
    }
    let intruders = places
        .iter()
        .zip(room_of)
        .filter(|(place, own)| {
            hulls
                .iter()
                .enumerate()
                .any(|(room, hull)| room != **own && inside(hull, **place))
        })
        .count();
    intruders as f64 / places.len() as f64
}

/// The mean move of nodes between two layouts, as a share of the canvas' diagonal.
pub fn displacement(before: &[Point], after: &[Point], canvas: Rect) -> f64 {
    if before.is_empty() {
        return 0.0;
    }
    let moved: f64 = before.iter().zip(after).map(|(a, b)| a.distance(*b)).sum();
    moved / before.len() as f64 / Point::new(canvas.width(), canvas.height()).length()
}

/// The share of pairs and axes in which two nodes changed their order between two layouts
/// (Misue, Eades, Lai, Sugiyama 1995: orthogonal ordering).
pub fn order_flips(before: &[Point], after: &[Point]) -> f64 {
    let n = before.len();
    if n < 2 {
        return 0.0;
    }
    let flipped = |a: f64, b: f64, c: f64, d: f64| usize::from((a - b) * (c - d) < 0.0);
    let flips: usize = pairs(n)
        .map(|(i, j)| {
            flipped(before[i].x, before[j].x, after[i].x, after[j].x)
                + flipped(before[i].y, before[j].y, after[i].y, after[j].y)
        })
        .sum();
    flips as f64 / (n * (n - 1)) as f64
}

fn pairs(n: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..n).flat_map(move |a| (a + 1..n).map(move |b| (a, b)))
}

/// How many pairs of rooms with one tie have it run, as a straight line, through a third room or closer than a radius
/// past a node that is none of its ends: it would read as if it ended there. O(ties · (nodes + rooms)).
pub fn struck_single_ties(
    places: &[Point],
    room_of: &[usize],
    ties: &[(usize, usize)],
    hulls: &[Vec<Point>],
    radius: f64,
) -> usize {
    let mut pairs: BTreeMap<(usize, usize), Vec<(usize, usize)>> = BTreeMap::new();
    for &(a, b) in ties {
        let (from, to) = (room_of[a].min(room_of[b]), room_of[a].max(room_of[b]));
        if from != to {
            pairs.entry((from, to)).or_default().push((a, b));
        }
    }
    let struck = |(rooms, ties): &(&(usize, usize), &Vec<(usize, usize)>)| {
        let [(a, b)] = ties[..] else { return false };
        let (p, q) = (places[a], places[b]);
        let over_room = hulls.iter().enumerate().any(|(room, hull)| {
            let sides = hull.iter().zip(hull.iter().cycle().skip(1));
            room != rooms.0
                && room != rooms.1
                && sides.into_iter().any(|(c, d)| cross(p, q, *c, *d))
        });
        let over_node = places.iter().enumerate().any(|(node, place)| {
            node != a && node != b && distance_to_segment(*place, p, q) < radius
        });
        over_room || over_node
    };
    pairs.iter().filter(struck).count()
}
