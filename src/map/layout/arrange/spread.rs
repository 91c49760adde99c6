//! The last steps of an arrangement: stretched over the frame, and what still touches pushed apart.

use super::arrangement::Arrangement;
use crate::map::plane::{Point, Rect};

/// How far an arrangement is stretched at most, so that few rooms do not drift to the corners.
const MOST: f64 = 1.35;

/// Number of rounds in which rooms are pushed apart at most.
const PUSHES: usize = 600;

impl Arrangement<'_> {
    /// Stretches the arrangement, so that the whole frame is used.
    pub fn stretch(&mut self) {
        let rooms = self.centres.iter().zip(&self.graph.reach);
        let extent = Rect::around(rooms.map(|(centre, reach)| reach.bounds().shifted(*centre)));
        let corners = extent.corners();
        let middle = corners[0].towards(corners[2], 0.5);
        let target = self.graph.frame.centre();
        let scale = |taken: f64, available: f64, between_centres: f64| {
            // What the outer rooms themselves take does not stretch.
            if between_centres > 1.0 {
                (1.0 + (available - taken) / between_centres).clamp(1.0, MOST)
            } else {
                1.0
            }
        };
        let centres = self.centres.iter();
        let between = Rect::around(centres.map(|centre| Rect::sized(centre.x, centre.y, 0.0, 0.0)));
        let frame = &self.graph.frame;
        let x = scale(extent.width(), frame.width(), between.width());
        let y = scale(extent.height(), frame.height(), between.height());
        for room in 0..self.centres.len() {
            let from = self.centres[room] - middle;
            let to = target + Point::new(from.x * x, from.y * y);
            self.centres[room] = self.framed(room, to);
        }
    }

    /// Pushes rooms that touch apart, each by half of what is missing.
    pub fn push_apart(&mut self) {
        let n = self.centres.len();
        for _ in 0..PUSHES {
            if self.stop.is_raised() {
                break;
            }
            let mut touched = false;
            for a in 0..n {
                for b in a + 1..n {
                    let shift = self.centres[b] - self.centres[a];
                    let (gap, direction) =
                        self.graph.reach[a].separation(&self.graph.reach[b], shift);
                    if gap < self.graph.gap {
                        touched = true;
                        let push = direction * ((self.graph.gap - gap) / 2.0 + 0.1);
                        self.centres[a] = self.framed(a, self.centres[a] - push);
                        self.centres[b] = self.framed(b, self.centres[b] + push);
                    }
                }
            }
            if !touched {
                break;
            }
        }
    }
}
