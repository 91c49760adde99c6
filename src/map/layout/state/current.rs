//! Nodes, rooms and ties as they lie at the moment.

use super::acceptance::{Evaluation, NewPlaces};
use super::incremental_stress::IncrementalStress;
use super::outline::{Outline, body_reach};
use super::segments::Segments;
use crate::map::layout::effort::MOST_EVALUATED;
use crate::map::layout::problem::Problem;
use crate::map::plane::{Point, Reach, Rect};

/// With more ties than this, or more than [`MOST_EVALUATED`] nodes, crossings are not counted.
const MOST_COUNTED: usize = 15_000;

/// The least number that the crossings at the start count as.
pub const FEWEST: f64 = 20.0;

/// How much more stress weighs where layouts are compared.
const COMPARED: f64 = 2.0;

/// The greatest area of a room, relative to its packed one, and its greatest ratio of length to width.
const SPREAD: (f64, f64) = (2.0, 2.6);

/// Up to this many nodes a room may be at most so many times as high as wide: three under each other look like a list.
const TALL: (usize, f64) = (4, 1.3);

/// The share of the wished space around a mark and its name that has to stay, and how much is enough.
const AROUND: (f64, f64) = (0.7, 8.0);

/// Nodes, rooms and ties as they lie at the moment, with what they cost.
pub struct State<'a> {
    /// What is laid out.
    pub problem: &'a Problem,
    /// The nodes of each room.
    pub members: &'a [Vec<usize>],
    /// The places of the nodes.
    pub places: Vec<Point>,
    /// The rooms.
    pub outlines: Vec<Outline>,
    /// About how many pairs of ties were compared so far.
    pub work: usize,
    /// All crossings at the start.
    pub initial_crossings: f64,
    /// The weight of the whole stress, as a multiple of these.
    pub stress_weight: f64,
    pub(super) ties_of: Vec<Vec<usize>>,
    /// The ties that weigh more than 1.
    pub(super) heavy: Vec<usize>,
    pub(super) segments: Segments,
    /// How many ties cross each tie; out of date while moves are evaluated roughly.
    pub(super) crossings_of: Vec<u32>,
    pub(super) stress: IncrementalStress,
    /// The length of all ties at the start.
    pub(super) initial_length: f64,
    /// The places in single precision, an array for each coordinate.
    pub(super) x: Vec<f32>,
    pub(super) y: Vec<f32>,
    /// How far each node's boxes reach from it, with the margin of its room.
    body_reaches: Vec<Reach>,
    /// The box about each node that no other of its room may overlap.
    pub(super) boxes: Vec<Rect>,
    pub(super) limits: Vec<RoomLimits>,
}

/// How large and long a room may become.
pub struct RoomLimits {
    area: f64,
    /// The greatest ratio of width to height.
    wide: f64,
    /// The greatest ratio of height to width.
    tall: f64,
}

impl RoomLimits {
    /// The limits of a room of so many nodes that is packed to this size.
    fn of(nodes: usize, (width, height): (f64, f64)) -> Self {
        let packed = (width / height).max(height / width);
        let tall = match nodes <= TALL.0 {
            true => TALL.1.max(height / width),
            false => SPREAD.1.max(packed),
        };
        Self {
            area: width * height * SPREAD.0,
            wide: SPREAD.1.max(packed),
            tall,
        }
    }

    /// Whether a room of this size is compact enough.
    pub fn allow(&self, (width, height): (f64, f64)) -> bool {
        width * height <= self.area && width <= self.wide * height && height <= self.tall * width
    }
}

impl<'a> State<'a> {
    /// The state of these places. `weights` are those of ties that strike something, `stress_weight` is that of the whole
    /// stress, as a multiple of all crossings at the start.
    pub fn new(
        problem: &'a Problem,
        members: &'a [Vec<usize>],
        weights: &[u32],
        places: Vec<Point>,
        stress_weight: f64,
    ) -> Self {
        let (graph, ties) = (&problem.graph, problem.graph.tie_count());
        let mut ties_of = vec![Vec::new(); places.len()];
        for (tie, (a, b)) in graph.ties().enumerate() {
            ties_of[a].push(tie);
            ties_of[b].push(tie);
        }
        let x: Vec<f32> = places.iter().map(|place| place.x as f32).collect();
        let y: Vec<f32> = places.iter().map(|place| place.y as f32).collect();
        let lengths = graph.ties().map(|(a, b)| places[a].distance(places[b]));
        let mut state = Self {
            problem,
            members,
            outlines: Vec::new(),
            work: 0,
            initial_crossings: 0.0,
            stress_weight,
            ties_of,
            heavy: heavy(weights),
            segments: Segments::new(weights),
            crossings_of: vec![0; ties],
            stress: IncrementalStress::new(graph, &x, &y),
            initial_length: lengths.sum::<f64>().max(1.0),
            x,
            y,
            body_reaches: problem
                .bodies
                .iter()
                .map(|body| body_reach(body, problem.margin))
                .collect(),
            boxes: (0..places.len()).map(|node| space(problem, node)).collect(),
            limits: Vec::new(),
            places,
        };
        state.draw_all();
        state.recount();
        state.initial_crossings = state.crossings();
        let rooms = 0..members.len();
        state.outlines = rooms.map(|room| state.outline(room)).collect();
        let sizes = state.outlines.iter().map(Outline::size);
        let members = members.iter().map(Vec::len);
        let limits = members
            .zip(sizes)
            .map(|(nodes, size)| RoomLimits::of(nodes, size));
        state.limits = limits.collect();
        state
    }

    /// Gives the ties other weights.
    pub fn weigh(&mut self, weights: &[u32]) {
        self.segments.weigh(weights);
        self.heavy = heavy(weights);
    }

    /// The finest evaluation that so many nodes and ties allow.
    pub fn finest(&self) -> Evaluation {
        if self.segments.len() <= MOST_COUNTED && self.places.len() <= MOST_EVALUATED {
            Evaluation::Exact
        } else {
            Evaluation::Rough
        }
    }

    /// Counts all crossings, where they are counted; O(ties²).
    pub fn recount(&mut self) {
        if self.finest() == Evaluation::Rough {
            return;
        }
        self.draw_all();
        let all = 0..self.segments.len();
        self.crossings_of = all.map(|tie| self.segments.crossing(tie)).collect();
        self.work += self.segments.len() * self.segments.len();
    }

    fn crossings(&self) -> f64 {
        let crossings = self.crossings_of.iter().map(|n| f64::from(*n));
        crossings.sum::<f64>() / 2.0
    }

    /// The cost by which layouts of one graph are compared: the crossings, times a factor that grows with the stress.
    pub fn cost(&self) -> f64 {
        let stress = COMPARED * self.stress_weight * self.stress.value();
        self.crossings().max(FEWEST) * (1.0 + stress)
    }

    /// The box about a node that no other of its room may overlap.
    pub fn space(&self, node: usize) -> Rect {
        self.boxes[node]
    }

    /// The outline of a room around its nodes where they lie.
    pub(super) fn outline(&self, room: usize) -> Outline {
        let place = |node: usize| self.places[node];
        let members = &self.members[room];
        Outline::around(self.problem, room, members, place, &self.body_reaches)
    }

    /// Exchanges the places of nodes with the given ones.
    pub(super) fn exchange(&mut self, places: &mut NewPlaces) {
        for (node, place) in places {
            std::mem::swap(&mut self.places[*node], place);
            let Point { x, y } = self.places[*node];
            (self.x[*node], self.y[*node]) = (x as f32, y as f32);
        }
    }

    /// Sets the segments of these ties to where their nodes lie.
    pub(super) fn draw(&mut self, ties: &[usize]) {
        for &tie in ties {
            let (a, b) = self.problem.graph.ends(tie);
            self.segments.set(tie, self.places[a], self.places[b]);
        }
    }

    /// Sets the segments of all ties to where their nodes lie.
    pub(super) fn draw_all(&mut self) {
        for (tie, (a, b)) in self.problem.graph.ties().enumerate() {
            self.segments.set(tie, self.places[a], self.places[b]);
        }
    }
}

fn heavy(weights: &[u32]) -> Vec<usize> {
    (0..weights.len()).filter(|tie| weights[*tie] > 1).collect()
}

/// The box about a node that no other of its room may overlap.
fn space(problem: &Problem, node: usize) -> Rect {
    let [mark, name] = problem.bodies[node];
    let both = mark.union(&name);
    let wished = both.left - problem.footprints[node].left;
    both.grown((AROUND.0 * wished).min(AROUND.1))
}
