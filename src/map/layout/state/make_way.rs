//! What has to make way where a node or a room moves.

use super::acceptance::{Inside, NewPlaces};
use super::current::State;
use super::trial::GAP;
use crate::map::layout::pack::{in_order, push_apart};
use crate::map::plane::{Point, Rect};

/// Number of rounds in which the nodes of a room make way.
const ROUNDS: usize = 4;

/// In a room of more nodes none makes way.
const MOST: usize = 40;

/// Number of equal steps in which other rooms move along with one.
const PARTS: u32 = 6;

impl State<'_> {
    /// The rooms that have to move when this one does, each only as far as it must.
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
                    !outline.is_apart(&its, GAP * self.problem.gap)
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

    /// Adds the nodes of a room that have to make way for those that move in it; clears the move where that is not enough.
    pub fn make_way(&mut self, room: usize, moves: &mut NewPlaces) -> Inside {
        let members = &self.members[room];
        if members.len() > MOST {
            return Inside::Moved;
        }
        self.exchange(moves);
        let is_spaced = self.is_spaced(moves);
        let mut places: Vec<Point> = members.iter().map(|node| self.places[*node]).collect();
        self.exchange(moves);
        if is_spaced {
            return Inside::Spaced;
        }
        moves.clear();
        self.work += 20 * members.len();
        let boxes: Vec<Rect> = members.iter().map(|node| self.boxes[*node]).collect();
        let mut order = in_order(&boxes);
        if (0..ROUNDS).any(|_| push_apart(&mut places, &boxes, &mut order) == 0) {
            let moved = members.iter().copied().zip(places);
            moves.extend(moved.filter(|(node, place)| self.places[*node] != *place));
        }
        Inside::Spaced
    }
}
