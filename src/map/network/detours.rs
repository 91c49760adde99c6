//! The shortest ways between two rooms around all others, over the corners of what is in the way (a visibility graph).

use crate::map::plane::{DIRECTIONS, Point, Reach, Rect, SIDES};

/// Around more rooms ways are not looked for: what passes under a third room is hidden there.
const MOST_ROOMS: usize = 60;

/// Each how many of the directions a room has a corner that ways turn at.
const EACH: usize = 2;

/// What a turn costs, as a length.
const TURN: f64 = 14.0;

/// What each way that already turns at a corner costs there, as a length.
const SHARED: f64 = 10.0;

/// How far a way turns beside those that turn there already, as shares of what keeps them apart.
const BESIDE: [f64; 2] = [1.0, 0.5];

/// So much of a wide line's edge may leave the frame.
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
    corners: Vec<Corner>,
    /// The corners that each corner sees, and how far they are.
    sees: Vec<Vec<(usize, f64)>>,
}

struct Obstacle {
    centre: Point,
    reach: Reach,
    /// The farthest that it reaches.
    span: f64,
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
    pub fn around(hulls: &[Vec<Point>], clearance: f64, frame: Rect) -> Self {
        let rooms: Vec<Option<Obstacle>> = hulls.iter().map(|hull| obstacle(hull)).collect();
        let mut detours = Self {
            rooms,
            frame,
            corners: Vec::new(),
            sees: Vec::new(),
        };
        let there = detours.rooms.iter().flatten().count();
        if there > MOST_ROOMS {
            return detours;
        }
        for room in detours.rooms.iter().flatten() {
            let reach = |at: usize| room.reach.0[at % SIDES] + clearance;
            for at in (0..SIDES).step_by(EACH) {
                let (p, q) = (DIRECTIONS[at], DIRECTIONS[(at + EACH) % SIDES]);
                let corner = meeting((p, reach(at)), (q, reach(at + EACH)));
                let out = p + q;
                detours.corners.push(Corner {
                    place: room.centre + corner,
                    outward: out * (1.0 / out.length()),
                    taken: 0.0,
                    ways: 0.0,
                });
            }
        }
        let corners = std::mem::take(&mut detours.corners);
        let open = |corner: &Corner| frame.contains(corner.place) && !detours.holds(corner.place);
        detours.corners = corners.into_iter().filter(open).collect();
        let places: Vec<Point> = detours.corners.iter().map(|corner| corner.place).collect();
        detours.sees = vec![Vec::new(); places.len()];
        for a in 0..places.len() {
            for b in a + 1..places.len() {
                if detours.free(places[a], places[b], &[]) {
                    let far = places[a].distance(places[b]);
                    detours.sees[a].push((b, far));
                    detours.sees[b].push((a, far));
                }
            }
        }
        detours
    }

    /// Whether a room holds the point.
    fn holds(&self, point: Point) -> bool {
        let mut rooms = self.rooms.iter().flatten();
        rooms.any(|room| room.reach.holds(point - room.centre, 0.0))
    }

    /// Whether the straight line runs through no room but these.
    fn free(&self, a: Point, b: Point, but: &[usize]) -> bool {
        let along = b - a;
        let length = along.dot(along);
        !self.rooms.iter().enumerate().any(|(number, room)| {
            let Some(room) = room else { return false };
            if but.contains(&number) {
                return false;
            }
            let (p, q) = (a - room.centre, b - room.centre);
            let off = p.cross(q);
            off * off <= room.span * room.span * length && room.reach.chord(p, q) > 0.0
        })
    }

    /// The points to turn at on the way between two points of the rooms `own`, for a line of this width; none where
    /// the straight way is free, or where there is no other.
    pub fn way(&mut self, from: Point, to: Point, own: [usize; 2], width: f64) -> Vec<Point> {
        if self.corners.is_empty() || self.free(from, to, &own) {
            return Vec::new();
        }
        let frame = used(&self.frame, width);
        let turns = self.shortest(from, to, &own, &frame);
        let beside = |share: f64| -> Vec<Point> {
            let place = |at: &usize| {
                let corner = &self.corners[*at];
                let off = share * (corner.taken + width / 2.0);
                let place = corner.place + corner.outward * off;
                let is_free = frame.contains(place) && !self.holds(place);
                if is_free { place } else { corner.place }
            };
            turns.iter().map(place).collect()
        };
        // Beside the ways that turn there already the next one may touch what lies further out.
        let is_free = |turns: &Vec<Point>| {
            let points = [&[from], &turns[..], &[to]].concat();
            let mut legs = points.windows(2);
            legs.all(|leg| self.free(leg[0], leg[1], &own))
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

    /// The corners of the shortest way in the frame (Dijkstra 1959).
    fn shortest(&self, from: Point, to: Point, own: &[usize], frame: &Rect) -> Vec<usize> {
        let n = self.corners.len();
        let cost = |at: usize| match frame.contains(self.corners[at].place) {
            true => TURN + SHARED * self.corners[at].ways,
            false => f64::INFINITY,
        };
        let leg = |point: Point, at: usize| {
            let place = self.corners[at].place;
            self.free(point, place, own).then(|| point.distance(place))
        };
        let mut length: Vec<f64> = (0..n)
            .map(|at| leg(from, at).map_or(f64::INFINITY, |far| far + cost(at)))
            .collect();
        let last: Vec<Option<f64>> = (0..n).map(|at| leg(to, at)).collect();
        let mut before: Vec<Option<usize>> = vec![None; n];
        let mut done = vec![false; n];
        let mut best: Option<(f64, usize)> = None;
        loop {
            let open = (0..n).filter(|at| !done[*at] && length[*at].is_finite());
            let Some(at) = open.min_by(|a, b| length[*a].total_cmp(&length[*b])) else {
                break;
            };
            if best.is_some_and(|(least, _)| least <= length[at]) {
                break;
            }
            done[at] = true;
            if let Some(far) = last[at] {
                let whole = length[at] + far;
                if best.is_none_or(|(least, _)| whole < least) {
                    best = Some((whole, at));
                }
            }
            for &(next, far) in &self.sees[at] {
                let longer = length[at] + far + cost(next);
                if longer < length[next] {
                    length[next] = longer;
                    before[next] = Some(at);
                }
            }
        }
        let mut turns = Vec::new();
        let mut at = best.map(|(_, at)| at);
        while let Some(corner) = at {
            turns.push(corner);
            at = before[corner];
        }
        turns.reverse();
        turns
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
        span: corners.fold(0.0, f64::max) * 1.1,
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
