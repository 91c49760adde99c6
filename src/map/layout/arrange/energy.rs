//! The energy of an arrangement: rooms that touch, linked rooms far apart, ties through third rooms, crossing ties.

use super::arrangement::Arrangement;
use crate::map::plane::cross;

/// The unit of length for gaps and chords.
const UNIT: f64 = 50.0;

impl Arrangement<'_> {
    /// The part of the energy that changes when a room moves: of its gaps, and of its ties. The sum stops once it exceeds
    /// `most`, since no part is negative.
    pub fn energy_of(&self, room: usize, most: f64) -> (f64, f64) {
        let gaps = self.gaps_of(room);
        let ties = match gaps <= most {
            true => self.ties_of(room, most - gaps),
            false => 0.0,
        };
        (gaps, ties)
    }

    /// The cost of the room's gaps: overlaps, narrow gaps, wide ones to linked rooms.
    pub fn gaps_of(&self, room: usize) -> f64 {
        // A faint pull to the middle keeps rooms without ties from driving all others into a corner.
        let from_middle = self.centres[room].distance(self.graph.frame.centre());
        let mut energy = 0.02 * from_middle / UNIT;
        let mut links = self.neighbours[room].iter().peekable();
        for other in (0..self.centres.len()).filter(|other| *other != room) {
            let gap = self.gap(room, other);
            energy += self.apart(gap - self.graph.gap);
            if let Some(link) = links.next_if(|link| link.room == other) {
                energy += link.attraction * pull(gap);
            }
        }
        energy
    }

    /// The cost of the room's ties through third rooms, of other ties through the room, and of their crossings; no longer
    /// added up above `most`.
    pub fn ties_of(&self, room: usize, most: f64) -> f64 {
        if !self.evaluates_ties {
            return 0.0;
        }
        let n = self.centres.len();
        let mut energy = 0.0;
        for link in &self.neighbours[room] {
            if energy > most {
                return energy;
            }
            let to = link.room;
            for other in (0..n).filter(|other| *other != room && *other != to) {
                energy += link.strike_weight * self.through(room, to, other);
            }
        }
        for (at, link) in self.graph.links.iter().enumerate() {
            if energy > most {
                return energy;
            }
            if link.a != room && link.b != room {
                energy += self.strike_weights[at] * self.through(link.a, link.b, room);
                let (from, to) = (self.centres[link.a], self.centres[link.b]);
                let side = |room: usize| (to - from).cross(self.centres[room] - from);
                let of_room = side(room);
                for own in &self.neighbours[room] {
                    let other = own.room;
                    // Most rooms lie on the same side: the full test is only made for the others.
                    if of_room * side(other) < 0.0
                        && other != link.a
                        && other != link.b
                        && cross(self.centres[room], self.centres[other], from, to)
                    {
                        energy += 0.25 * self.attractions[at] * own.attraction;
                    }
                }
            }
        }
        energy
    }

    /// The gap between two rooms at their present size.
    pub fn gap(&self, a: usize, b: usize) -> f64 {
        let shift = self.centres[b] - self.centres[a];
        self.graph.reach[a].gap(&self.graph.reach[b], shift, self.scale)
    }

    /// The repulsion of two rooms: strong where they overlap, faint at a distance, so that the frame is filled.
    fn apart(&self, gap: f64) -> f64 {
        if gap < 0.0 {
            let depth = -gap / UNIT;
            self.overlap_weight * (3.0 + 12.0 * depth + 12.0 * depth * depth)
        } else {
            0.8 / (0.4 + gap / UNIT)
        }
    }

    /// The cost of a tie between a and b through a third room.
    fn through(&self, a: usize, b: usize, room: usize) -> f64 {
        let centre = self.centres[room];
        let (a, b) = (self.centres[a] - centre, self.centres[b] - centre);
        // Most rooms lie far from most ties: the distance to the line or to its ends shows it quickly.
        let (along, off, span) = (b - a, a.cross(b), self.radii[room] * self.radii[room]);
        if off * off > span * along.dot(along)
            || a.dot(along) > 0.0 && a.dot(a) > span
            || b.dot(along) < 0.0 && b.dot(b) > span
        {
            return 0.0;
        }
        let chord = self.graph.reach[room].chord(a, b);
        if chord > 0.0 {
            0.5 + 0.5 * chord / UNIT
        } else {
            0.0
        }
    }
}

/// The attraction of two linked rooms.
fn pull(gap: f64) -> f64 {
    0.3 * (gap / UNIT).max(0.0)
}
