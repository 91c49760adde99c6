//! Who has to make way where a node or a room moves.

use super::{GAP, Moves, Outline, Page};
use crate::map::layout::Plan;
use crate::map::layout::pack::part;
use crate::map::plane::{DIRECTIONS, Point, Rect, SIDES};

/// In how many rounds the nodes of a room have to make way.
const ROUNDS: usize = 4;

/// In a larger room nobody makes way.
const MOST: usize = 40;

/// How much of the wished space around a mark and its name has to stay, and how much is enough.
const AROUND: (f64, f64) = (0.7, 8.0);

/// In so many parts others go along with a room that moves.
const PARTS: u32 = 6;

/// How far everything is stretched at most to fill the frame, and how much more one way than the other.
const STRETCH: (f64, f64) = (1.7, 1.25);

impl Page<'_> {
    /// The box about a node that no other of its room may overlap.
    pub fn space(&self, node: usize) -> Rect {
        self.boxes[node]
    }

    /// Stretches everything over the frame as far as all keeps its place and no more of the ties of at least this
    /// weight run over something; what crosses before crosses after.
    pub fn fill(&mut self, weight: u32) {
        let (frame, rooms) = (self.plan.frame, 0..self.outlines.len());
        let all = |at: usize| {
            let reaches = self.outlines.iter().map(|outline| outline.reach[at]);
            reaches.fold(f64::MIN, f64::max)
        };
        let around = Rect {
            left: -all(12),
            top: -all(18),
            right: all(0),
            bottom: all(6),
        };
        let most = |values: &mut dyn Iterator<Item = f64>| {
            let (low, high) = values.fold((f64::MAX, f64::MIN), |(low, high), value| {
                (low.min(value), high.max(value))
            });
            (high - low).max(1.0)
        };
        let wide = most(&mut self.places.iter().map(|place| place.x));
        let high = most(&mut self.places.iter().map(|place| place.y));
        // What marks and names at the rim take does not stretch.
        let x = (1.0 + (frame.width() - around.width()) / wide).clamp(1.0, STRETCH.0);
        let y = (1.0 + (frame.height() - around.height()) / high).clamp(1.0, STRETCH.0);
        let (x, y) = (x.min(y * STRETCH.1), y.min(x * STRETCH.1));
        let struck = self.struck(weight).len();
        let rooms: Vec<usize> = rooms.collect();
        for share in [1.0, 0.75, 0.5, 0.25, 0.0] {
            let places = self.places.iter().map(|place| {
                let from = *place - around.centre();
                let by = Point::new(from.x * (x - 1.0) * share, from.y * (y - 1.0) * share);
                *place + by
            });
            let mut moves: Moves = places.enumerate().collect();
            self.exchange(&mut moves);
            // Boxes at the rim reach differently far: the whole is brought to the middle of the frame.
            let outlines: Vec<Outline> = rooms.iter().map(|room| self.outline(*room)).collect();
            let all = |at: usize| {
                outlines
                    .iter()
                    .map(|one| one.reach[at])
                    .fold(f64::MIN, f64::max)
            };
            let middle = Point::new((all(0) - all(12)) / 2.0, (all(6) - all(18)) / 2.0);
            let by = frame.centre() - middle;
            for place in &mut self.places {
                *place = *place + by;
            }
            let mut outlines: Vec<Outline> = outlines.iter().map(|one| one.shifted(by)).collect();
            let whole = self.spaced(&moves) && self.has_place(&rooms, &outlines, true);
            std::mem::swap(&mut self.outlines, &mut outlines);
            self.settle_in();
            if whole && self.struck(weight).len() <= struck {
                return;
            }
            self.outlines = outlines;
            self.exchange(&mut moves);
            self.settle_in();
        }
    }

    /// Draws all ties anew where the nodes lie.
    fn settle_in(&mut self) {
        for (node, place) in self.places.iter().enumerate() {
            (self.x[node], self.y[node]) = (place.x as f32, place.y as f32);
        }
        let all: Vec<usize> = (0..self.segments.len()).collect();
        self.draw(&all);
    }

    /// The rooms that have to move along when this one moves, each only as far as it must.
    pub fn pushed(&self, room: usize, by: Point) -> Vec<(usize, Point)> {
        let part = |parts: u32| by * (f64::from(parts) / f64::from(PARTS));
        let mut parts = vec![0; self.outlines.len()];
        parts[room] = PARTS;
        let mut moved = vec![room];
        let mut at = 0;
        while at < moved.len() {
            let own = parts[moved[at]];
            let outline = self.outlines[moved[at]].shifted(part(own));
            for (other, its) in self.outlines.iter().enumerate() {
                let touches = |parts: &u32| {
                    let its = its.shifted(part(*parts));
                    !outline.is_apart(&its, GAP * self.plan.gap)
                };
                if parts[other] >= own || !touches(&parts[other]) {
                    continue;
                }
                let further = parts[other] + 1..own;
                parts[other] = further.clone().find(|parts| !touches(parts)).unwrap_or(own);
                moved.push(other);
            }
            at += 1;
        }
        moved.sort_unstable();
        moved.dedup();
        moved
            .into_iter()
            .map(|room| (room, part(parts[room])))
            .collect()
    }

    /// Adds the nodes of a room that have to make way for those that move in it; nothing moves where that is not enough.
    pub fn make_way(&mut self, room: usize, moves: &mut Moves) {
        let members = &self.members[room];
        if members.len() > MOST {
            return;
        }
        self.exchange(moves);
        let spaced = self.spaced(moves);
        let mut places: Vec<Point> = members.iter().map(|node| self.places[*node]).collect();
        self.exchange(moves);
        if spaced {
            return;
        }
        moves.clear();
        self.spent += 20 * members.len();
        let boxes: Vec<Rect> = members.iter().map(|node| self.boxes[*node]).collect();
        if (0..ROUNDS).any(|_| part(&mut places, &boxes) == 0) {
            let moved = members.iter().copied().zip(places);
            moves.extend(moved.filter(|(node, place)| self.places[*node] != *place));
        }
    }
}

/// How far a node's boxes reach from it in each direction, with the margin of its room.
pub fn span(body: &[Rect; 2], margin: f64) -> [f64; SIDES] {
    DIRECTIONS.map(|direction| {
        let corners = body.iter().flat_map(Rect::corners);
        corners
            .map(|corner| direction.dot(corner) + margin)
            .fold(f64::MIN, f64::max)
    })
}

/// The box about a node that no other of its room may overlap.
pub fn space(plan: &Plan, node: usize) -> Rect {
    let [mark, name] = plan.bodies[node];
    let both = Rect {
        left: mark.left.min(name.left),
        top: mark.top.min(name.top),
        right: mark.right.max(name.right),
        bottom: mark.bottom.max(name.bottom),
    };
    let wished = both.left - plan.footprints[node].left;
    both.grown((AROUND.0 * wished).min(AROUND.1))
}
