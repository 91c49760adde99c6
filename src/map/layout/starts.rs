//! Layouts of points, from which candidates start.

use super::effort::Effort;
use super::graph::ClusteredGraph;
use super::random::generator;
use super::sgd::{descend, remaining, scatter};
use super::terms::graph_terms;
use crate::domain::{Stop, Stopped};
use crate::map::plane::Point;

/// Layouts of a graph's nodes as points, and how much effort the graph is worth; the same for all sizes of marks and
/// names.
#[derive(Debug, Clone)]
pub struct Starts {
    /// The places of the nodes, the layout with the least stress first.
    pub(super) layouts: Vec<Vec<Point>>,
    pub(super) effort: Effort,
}

impl Starts {
    /// Minimises the stress of a graph from several random layouts.
    pub fn new(graph: &ClusteredGraph, stop: &Stop) -> Result<Self, Stopped> {
        let effort = Effort::of(graph);
        let mut terms = graph_terms(graph);
        let mut found: Vec<(f64, Vec<Point>)> = (0..effort.starts as u64)
            .map(|start| {
                stop.check()?;
                let mut rng = generator(start);
                let mut places = scatter(graph.nodes(), &mut rng);
                descend(&mut places, &mut terms, &mut rng, |_| {});
                Ok((remaining(&places, &terms), places))
            })
            .collect::<Result<_, Stopped>>()?;
        found.sort_by(|a, b| a.0.total_cmp(&b.0));
        Ok(Self {
            layouts: found.into_iter().map(|(_, places)| level(places)).collect(),
            effort,
        })
    }
}

/// The places about their mean, turned so that their first principal axis lies along the page's width.
fn level(mut places: Vec<Point>) -> Vec<Point> {
    let n = places.len().max(1) as f64;
    let sum = places
        .iter()
        .fold(Point::default(), |sum, place| sum + *place);
    let middle = sum * (1.0 / n);
    let (mut a, mut b, mut c) = (0.0, 0.0, 0.0);
    for place in &mut places {
        *place = *place - middle;
        a += place.x * place.x;
        b += place.x * place.y;
        c += place.y * place.y;
    }
    let root = ((a - c) * (a - c) / 4.0 + b * b).sqrt();
    let axis = Point::new((a + c) / 2.0 + root - c, b);
    let length = axis.length();
    if length < 1e-9 {
        return places;
    }
    let axis = axis * (1.0 / length);
    places
        .iter()
        .map(|place| Point::new(place.dot(axis), axis.cross(*place)))
        .collect()
}
