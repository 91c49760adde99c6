//! The shortest ways between two rooms around all others: over the corners of what is in the way, in a visibility graph.

use petgraph::algo::astar;
use petgraph::graph::{NodeIndex, UnGraph};
use petgraph::visit::{EdgeRef, NodeFiltered};

use crate::map::plane::{DIRECTIONS, Point, Reach, Rect, SIDES};

/// Around more rooms no ways are searched: what passes under a third room is hidden there.
const MOST_ROOMS: usize = 60;

/// Number of directions from one corner of a room to the next.
const EACH: usize = 2;

/// The cost of a turn, as a length.
const TURN: f64 = 14.0;

/// The cost of each way that already turns at a corner, as a length.
const SHARED: f64 = 10.0;

/// How much more than the straight line a way over the corners that are tried first may cost.
const LONGER: f64 = 80.0;

/// How far a way turns beside those that turn there already, as shares of what keeps them apart.
const BESIDE: [f64; 2] = [1.0, 0.5];

/// How far the edge of a wide line may leave the frame.
const EDGE: f64 = 1.5;

/// The part of a frame for the middle of a line of this width.
pub fn used(frame: &Rect, width: f64) -> Rect {
    frame.grown(EDGE - width / 2.0)
}

/// The rooms as obstacles, and the corners to pass them at.
pub struct Detours {
    rooms: Vec<Option<Obstacle>>,
    /// The part of the page that lines may use.
    frame: Rect,
    /// The corners, with an edge between two that see each other: their distance.
    corners: UnGraph<Corner, f64>,
}

struct Obstacle {
    centre: Point,
    reach: Reach,
    /// The farthest that it reaches.
    radius: f64,
}

struct Corner {
    place: Point,
    /// Away from the room.
    outward: Point,
    /// How wide the lines are that turn here already.
    taken: f64,
    /// How many they are.
    ways: f64,
}

impl Detours {
    /// The detours around rooms of these outlines, passing each at a distance, inside the frame.
    ///
    /// O(corners² · rooms), with 12 corners a room.
    pub fn around(hulls: &[Vec<Point>], clearance: f64, frame: Rect) -> Self {
        let rooms: Vec<Option<Obstacle>> = hulls.iter().map(|hull| obstacle(hull)).collect();
        let mut detours = Self {
            rooms,
            frame,
            corners: UnGraph::default(),
        };
        if detours.rooms.iter().flatten().count() > MOST_ROOMS {
            return detours;
        }
        let corners = detours.rooms.iter().flatten();
        let corners = corners.flat_map(|room| room.corners(clearance));
        let open = |corner: &Corner| frame.contains(corner.place) && !detours.holds(corner.place);
        let corners: Vec<Corner> = corners.filter(open).collect();
        for corner in corners {
            let before: Vec<NodeIndex> = detours.corners.node_indices().collect();
            detours.add(corner, &before, &[]);
        }
        detours
    }

    /// Adds a corner with an edge to each of the others that it sees past all rooms but these.
    fn add(&mut self, corner: Corner, others: &[NodeIndex], but: &[usize]) -> NodeIndex {
        let place = corner.place;
        let added = self.corners.add_node(corner);
        // What hides one corner often hides the next one too.
        let mut hidden_by = 0;
        for &other in others {
            let to = self.corners[other].place;
            match self.hiding(place, to, but, hidden_by) {
                None => {
                    self.corners.add_edge(added, other, place.distance(to));
                }
                Some(room) => hidden_by = room,
            }
        }
        added
    }

    /// Whether a room holds the point.
    fn holds(&self, point: Point) -> bool {
        let mut rooms = self.rooms.iter().flatten();
        rooms.any(|room| room.reach.holds(point - room.centre, 0.0))
    }

    /// Whether the straight line runs through no room but these.
    fn is_free(&self, a: Point, b: Point, but: &[usize]) -> bool {
        self.hiding(a, b, but, 0).is_none()
    }

    /// A room, none of `but`, that the straight line runs through; `first` is asked before the others.
    fn hiding(&self, a: Point, b: Point, but: &[usize], first: usize) -> Option<usize> {
        let along = b - a;
        let length = along.dot(along);
        let hides = |number: &usize| {
            let Some(Some(room)) = self.rooms.get(*number) else {
                return false;
            };
            let (p, q) = (a - room.centre, b - room.centre);
            let (off, square) = (p.cross(q), room.radius * room.radius);
            // Most rooms lie beside the line, before its beginning or behind its end.
            let is_far = off * off > square * length
                || p.dot(along) > 0.0 && p.dot(p) > square
                || q.dot(along) < 0.0 && q.dot(q) > square;
            !is_far && !but.contains(number) && room.reach.chord(p, q) > 0.0
        };
        std::iter::once(first)
            .chain(0..self.rooms.len())
            .find(hides)
    }

    /// The points to turn at on the way between two points of the rooms `own`, for a line of this width; none where
    /// the straight way is free, or where there is no other.
    pub fn way(&mut self, from: Point, to: Point, own: [usize; 2], width: f64) -> Vec<Point> {
        if self.corners.node_count() == 0 || self.is_free(from, to, &own) {
            return Vec::new();
        }
        let frame = used(&self.frame, width);
        let turns = self.shortest(from, to, &own, &frame);
        let beside = |share: f64| -> Vec<Point> {
            let place = |at: &NodeIndex| {
                let corner = &self.corners[*at];
                let off = share * (corner.taken + width / 2.0);
                let place = corner.place + corner.outward * off;
                let is_free = frame.contains(place) && !self.holds(place);
                if is_free { place } else { corner.place }
            };
            turns.iter().map(place).collect()
        };
        // Beside the ways that turn there already, the next one may touch what lies further out.
        let is_free = |turns: &Vec<Point>| {
            let points = [&[from], &turns[..], &[to]].concat();
            let mut legs = points.windows(2);
            legs.all(|leg| self.is_free(leg[0], leg[1], &own))
        };
        let found = BESIDE.into_iter().map(&beside).find(is_free);
        let way = found.unwrap_or_else(|| beside(0.0));
        for at in turns {
            let corner = &mut self.corners[at];
            corner.taken = (corner.taken + width + 1.5).min(24.0);
            corner.ways += 1.0;
        }
        way
    }

    /// The corners of the shortest way in the frame, each with the cost of its turn; none where there is no way.
    ///
    /// Corners close to the straight line are tried first. A way that costs no more than any way over the corners left
    /// out can is the shortest of all.
    fn shortest(&mut self, from: Point, to: Point, own: &[usize], frame: &Rect) -> Vec<NodeIndex> {
        let least = |node: NodeIndex| {
            let corner = &self.corners[node];
            let cost = from.distance(corner.place) + corner.turn() + corner.place.distance(to);
            frame.contains(corner.place).then_some((node, cost))
        };
        let usable: Vec<(NodeIndex, f64)> = self.corners.node_indices().filter_map(least).collect();
        let mut longer = LONGER;
        loop {
            let most = from.distance(to) + longer;
            let near = usable.iter().filter(|(_, least)| *least <= most);
            let near: Vec<NodeIndex> = near.map(|(node, _)| *node).collect();
            match self.shortest_over([from, to], &near, own) {
                Some((cost, way)) if cost <= most || near.len() == usable.len() => return way,
                None if near.len() == usable.len() => return Vec::new(),
                // Close to the line there is no way: all corners are tried.
                None => longer = f64::INFINITY,
                Some(_) => longer *= 2.0,
            }
        }
    }

    /// The cost of the shortest way over these corners, and which of them it turns at.
    ///
    /// A* (Hart, Nilsson, Raphael 1968) with the straight distance as estimate; O(corners · rooms) to see which corners
    /// the two ends see.
    fn shortest_over(
        &mut self,
        [from, to]: [Point; 2],
        near: &[NodeIndex],
        own: &[usize],
    ) -> Option<(f64, Vec<NodeIndex>)> {
        // The two ends join the graph for this search alone. They do not see each other: the straight way is not free.
        let start = self.add(Corner::end(from), near, own);
        let goal = self.add(Corner::end(to), near, own);
        let is_end = |node| node == start || node == goal;
        let corners = &self.corners;
        let is_near = |node| is_end(node) || near.binary_search(&node).is_ok();
        let found = astar(
            &NodeFiltered::from_fn(corners, is_near),
            start,
            |node| node == goal,
            |leg| match is_end(leg.target()) {
                true => *leg.weight(),
                false => leg.weight() + corners[leg.target()].turn(),
            },
            |node| corners[node].place.distance(to),
        );
        self.corners.remove_node(goal);
        self.corners.remove_node(start);
        found.map(|(cost, mut way)| {
            way.retain(|node| !is_end(*node));
            (cost, way)
        })
    }
}

impl Corner {
    /// The cost of one more way that turns here.
    fn turn(&self) -> f64 {
        TURN + SHARED * self.ways
    }

    /// An end of a way, where nothing turns.
    fn end(place: Point) -> Self {
        Self {
            place,
            outward: Point::default(),
            taken: 0.0,
            ways: 0.0,
        }
    }
}

impl Obstacle {
    /// The corners to pass the room at, at a distance.
    fn corners(&self, clearance: f64) -> impl Iterator<Item = Corner> {
        let reach = move |at: usize| self.reach.0[at % SIDES] + clearance;
        (0..SIDES).step_by(EACH).map(move |at| {
            let (p, q) = (DIRECTIONS[at], DIRECTIONS[(at + EACH) % SIDES]);
            let corner = meeting((p, reach(at)), (q, reach(at + EACH)));
            let out = p + q;
            Corner {
                place: self.centre + corner,
                outward: out * (1.0 / out.length()),
                taken: 0.0,
                ways: 0.0,
            }
        })
    }
}

fn obstacle(hull: &[Point]) -> Option<Obstacle> {
    if hull.len() < 3 {
        return None;
    }
    let sum = hull.iter().fold(Point::default(), |sum, p| sum + *p);
    let centre = sum * (1.0 / hull.len() as f64);
    let reach = Reach::of(hull.iter().map(|p| *p - centre), 0.0);
    let corners = hull.iter().map(|p| p.distance(centre));
    Some(Obstacle {
        centre,
        reach,
        // The polygon of the directions goes a little beyond the corners of the outline.
        radius: corners.fold(0.0, f64::max) * 1.1,
    })
}

/// The point that lies `far` along both directions.
fn meeting((p, far_p): (Point, f64), (q, far_q): (Point, f64)) -> Point {
    let area = p.cross(q);
    Point::new(
        (far_p * q.y - far_q * p.y) / area,
        (far_q * p.x - far_p * q.x) / area,
    )
}
