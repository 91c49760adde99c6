//! What an arrangement of rooms costs: rooms that touch, linked ones far apart, ties through third rooms or across
//! each other.

use super::State;
use crate::map::plane::cross;

/// The length in which gaps and chords are counted.
const UNIT: f64 = 50.0;

impl State<'_> {
    /// The part of the energy that changes when the room moves: what its gaps cost, and what its ties do. Once more
    /// than `most`, it is not added up further: no part of it is negative.
    pub(super) fn energy_of(&self, room: usize, most: f64) -> (f64, f64) {
        let gaps = self.gaps_of(room);
        let ways = match gaps <= most {
            true => self.ways_of(room, most - gaps),
            false => 0.0,
        };
        (gaps, ways)
    }

    /// What it costs where the room lies among the others: on them, close to them, far from those with ties to it.
    pub(super) fn gaps_of(&self, room: usize) -> f64 {
        // A faint pull to the middle: rooms without ties shall lie apart, not drive all others into a corner.
        let from_middle = self.centres[room].distance(self.rooms.frame.centre());
        let mut energy = 0.02 * from_middle / UNIT;
        let mut links = self.links_of[room].iter().peekable();
        for other in (0..self.centres.len()).filter(|other| *other != room) {
            let gap = self.gap(room, other);
            energy += self.apart(gap - self.rooms.gap);
            if let Some(link) = links.next_if(|link| link.room == other) {
                energy += link.strength * pull(gap);
            }
        }
        energy
    }

    /// What it costs that ties of the room run through others, other ties through it, and both across each other.
    pub(super) fn ways_of(&self, room: usize, most: f64) -> f64 {
        if !self.detailed {
            return 0.0;
        }
        let n = self.centres.len();
        let mut energy = 0.0;
        for link in &self.links_of[room] {
            if energy > most {
                return energy;
            }
            let to = link.room;
            for other in (0..n).filter(|other| *other != room && *other != to) {
                energy += link.guard * self.through(room, to, other);
            }
        }
        for (at, link) in self.rooms.links.iter().enumerate() {
            if energy > most {
                return energy;
            }
            if link.0 != room && link.1 != room {
                energy += self.guard[at] * self.through(link.0, link.1, room);
                let (from, to) = (self.centres[link.0], self.centres[link.1]);
                let side = |room: usize| (to - from).cross(self.centres[room] - from);
                let of_room = side(room);
                for own in &self.links_of[room] {
                    let other = own.room;
                    // Most lie on the same side: only then are the other two sides looked at.
                    if of_room * side(other) < 0.0
                        && other != link.0
                        && other != link.1
                        && cross(self.centres[room], self.centres[other], from, to)
                    {
                        energy += 0.25 * self.strength[at] * own.strength;
                    }
                }
            }
        }
        energy
    }

    pub(super) fn gap(&self, a: usize, b: usize) -> f64 {
        let shift = self.centres[b] - self.centres[a];
        self.rooms.reach[a].gap(&self.rooms.reach[b], shift, self.scale)
    }

    /// What keeps two rooms apart: strong where they touch, faint at a distance, so that the page is filled.
    fn apart(&self, gap: f64) -> f64 {
        if gap < 0.0 {
            let depth = -gap / UNIT;
            self.firm * (3.0 + 12.0 * depth + 12.0 * depth * depth)
        } else {
            0.8 / (0.4 + gap / UNIT)
        }
    }

    /// What a tie between a and b costs that runs through a third room.
    fn through(&self, a: usize, b: usize, room: usize) -> f64 {
        let centre = self.centres[room];
        let (a, b) = (self.centres[a] - centre, self.centres[b] - centre);
        // Most rooms lie far from most ties: the distances of the line and of its ends say so.
        let (along, off, span) = (b - a, a.cross(b), self.span[room] * self.span[room]);
        if off * off > span * along.dot(along)
            || a.dot(along) > 0.0 && a.dot(a) > span
            || b.dot(along) < 0.0 && b.dot(b) > span
        {
            return 0.0;
        }
        let chord = self.rooms.reach[room].chord(a, b);
        if chord > 0.0 {
            0.5 + 0.5 * chord / UNIT
        } else {
            0.0
        }
    }
}

/// What draws two rooms with ties together.
fn pull(gap: f64) -> f64 {
    0.3 * (gap / UNIT).max(0.0)
}
