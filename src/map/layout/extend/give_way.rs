//! What touches is pushed apart, by no more than it must.

use super::partial::Partial;
use crate::domain::{Stop, Stopped};
use crate::map::plane::{Point, Rect};

/// Number of rounds at most.
const ROUNDS: usize = 800;

/// How much closer than the least gap still passes: places are rounded to tenths.
const TOLERANCE: f64 = 0.35;

/// How much farther than needed things are pushed, so that rounds come to an end.
const FURTHER: f64 = 0.1;

impl Partial<'_> {
    /// Pushes nodes of a room and rooms apart until none touch and all lie in the frame; returns whether that was reached.
    ///
    /// Two that touch each go half of the way; what touches nothing does not move. A round costs O(rooms² + nodes of the
    /// rooms that moved).
    pub fn give_way(&mut self, stop: &Stop) -> Result<bool, Stopped> {
        for room in 0..self.members.len() {
            self.separate_nodes(room);
        }
        for _ in 0..ROUNDS {
            stop.check()?;
            if !self.push_rooms() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Pushes the nodes of a room apart that lie over each other.
    fn separate_nodes(&mut self, room: usize) {
        let nodes = self.placed(room);
        let mut places: Vec<Point> = nodes.iter().filter_map(|node| self.places[*node]).collect();
        let placed = |at: usize, place: Point| self.bodies[nodes[at]].shifted(place);
        let mut boxes: Vec<Rect> = (0..).zip(&places).map(|(at, p)| placed(at, *p)).collect();
        let mut moved = false;
        for _ in 0..ROUNDS {
            let mut touched = false;
            for a in 0..boxes.len() {
                for b in a + 1..boxes.len() {
                    if boxes[a].overlaps(&boxes[b]) {
                        touched = true;
                        let half = way_out(&boxes[a], &boxes[b]) * 0.5;
                        places[a] = places[a] - half;
                        places[b] = places[b] + half;
                        boxes[a] = placed(a, places[a]);
                        boxes[b] = placed(b, places[b]);
                    }
                }
            }
            if !touched {
                break;
            }
            moved = true;
        }
        if moved {
            for (node, place) in nodes.iter().zip(places) {
                self.places[*node] = Some(place);
            }
            self.draw(room);
        }
    }

    /// Pushes rooms that touch apart, and those outside the frame into it; returns whether there were any.
    fn push_rooms(&mut self) -> bool {
        let (gap, mut touched) = (self.gap(), false);
        for room in 0..self.members.len() {
            let Some(own) = self.outlines[room] else {
                continue;
            };
            let into = into_frame(&own.reach.bounds(), &self.problem.frame);
            if into.length() > TOLERANCE {
                touched = true;
                self.shift(room, into);
            }
            for other in room + 1..self.members.len() {
                let (Some(own), Some(its)) = (self.outlines[room], self.outlines[other]) else {
                    continue;
                };
                // Most rooms lie far from most others.
                if own.is_apart(&its, gap) {
                    continue;
                }
                let (apart, direction) = own.reach.separation(&its.reach, Point::default());
                if apart < gap - TOLERANCE {
                    touched = true;
                    let push = direction * ((gap - apart) / 2.0 + FURTHER);
                    self.shift(room, Point::default() - push);
                    self.shift(other, push);
                }
            }
        }
        touched
    }

    /// Moves a room with all its nodes.
    fn shift(&mut self, room: usize, by: Point) {
        for node in &self.members[room] {
            self.places[*node] = self.places[*node].map(|place| place + by);
        }
        self.outlines[room] = self.outlines[room].map(|outline| outline.shifted(by));
    }
}

/// By how much the second of two boxes that lie over each other has to go so that they do not, along the shorter way.
fn way_out(own: &Rect, other: &Rect) -> Point {
    let (x, y) = (
        own.right.min(other.right) - own.left.max(other.left) + FURTHER,
        own.bottom.min(other.bottom) - own.top.max(other.top) + FURTHER,
    );
    let (from, to) = (own.centre(), other.centre());
    match x < y {
        true => Point::new(if from.x <= to.x { x } else { -x }, 0.0),
        false => Point::new(0.0, if from.y <= to.y { y } else { -y }),
    }
}

/// The shift that brings a box into the frame; of one that is too large, to its left upper corner.
fn into_frame(bounds: &Rect, frame: &Rect) -> Point {
    let along = |low: f64, high: f64, from: f64, to: f64| {
        if low < from {
            from - low
        } else {
            (to - high).min(0.0).max(from - low)
        }
    };
    Point::new(
        along(bounds.left, bounds.right, frame.left, frame.right),
        along(bounds.top, bounds.bottom, frame.top, frame.bottom),
    )
}
