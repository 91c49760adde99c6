//! The moves of the local search: of nodes within their room, and of whole rooms.

use rand_xoshiro::Xoshiro256PlusPlus;

use super::acceptance::{Acceptance, Inside, NewPlaces};
use super::current::State;
use crate::map::layout::pack::tighten;
use crate::map::layout::random::{below, unit};
use crate::map::plane::{Point, Rect};

/// The most rooms that one room pushes aside.
const PUSHED: usize = 4;

/// The distance of a node set aside from a tie, beyond its radius: the least, and how much may be added.
const BESIDE: (f64, f64) = (2.0, 20.0);

/// The distance of a room set aside from a tie, in halves of its own width there: the least, and how much may be added.
const ROOM_BESIDE: (f64, f64) = (0.6, 0.6);

/// How often what a tie strikes moves to the side of the tie where most of it already lies.
const SAME_SIDE: f64 = 0.7;

/// A kind of move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoveKind {
    /// A node to somewhere in its room.
    Shift,
    /// Two nodes of one room exchanged.
    Exchange,
    /// A room to somewhere on the state.
    ShiftRoom,
    /// A room mirrored.
    Mirror,
    /// Two rooms exchanged.
    ExchangeRooms,
    /// The nodes of a room packed more tightly.
    Tighten,
    /// A node, or its room, out of the way of this tie.
    Aside(usize),
}

/// A move that is tried.
#[derive(Debug, Clone, Copy)]
pub struct Move {
    /// Its kind.
    pub kind: MoveKind,
    /// The node that moves, or whose room does.
    pub node: usize,
    /// How far it goes at most, as a share, from 0 to 1, of the room or the frame.
    pub wide: f64,
}

impl Move {
    /// Tries the move; returns whether it fit and was accepted.
    pub fn attempt(
        self,
        state: &mut State,
        acceptance: Acceptance,
        moves: &mut NewPlaces,
        rng: &mut Xoshiro256PlusPlus,
    ) -> bool {
        let room = state.problem.graph.room_of[self.node];
        moves.clear();
        let mut inside = match self.kind {
            MoveKind::Shift => {
                let (width, height) = state.outlines[room].size();
                let by = self.random_shift(width, height, rng);
                moves.push((self.node, state.places[self.node] + by));
                Inside::Moved
            }
            MoveKind::Exchange => {
                exchange(state, room, self.node, moves, rng);
                Inside::Moved
            }
            MoveKind::ShiftRoom => {
                let frame = &state.problem.frame;
                let by = self.random_shift(frame.width(), frame.height(), rng);
                push(state, room, by, PUSHED, moves);
                Inside::Rigid
            }
            MoveKind::Mirror => {
                mirror(state, room, below(rng, 3), moves);
                Inside::Moved
            }
            MoveKind::ExchangeRooms => {
                let other = below(rng, state.members.len());
                exchange_rooms(state, room, other, moves);
                Inside::Rigid
            }
            MoveKind::Tighten => {
                tighten_room(state, room, moves);
                Inside::Moved
            }
            MoveKind::Aside(tie) => {
                self.aside(state, tie, moves, rng);
                match moves.len() > 1 || state.members[room].len() == 1 {
                    true => Inside::Rigid,
                    false => Inside::Moved,
                }
            }
        };
        if matches!(
            self.kind,
            MoveKind::Shift | MoveKind::Exchange | MoveKind::Aside(_)
        ) && inside == Inside::Moved
        {
            inside = state.make_way(room, moves);
        }
        !moves.is_empty() && state.attempt(moves, inside, acceptance)
    }

    /// A random shift within a box of this size.
    fn random_shift(&self, width: f64, height: f64, rng: &mut Xoshiro256PlusPlus) -> Point {
        let x = (unit(rng) - 0.5) * width * self.wide;
        Point::new(x, (unit(rng) - 0.5) * height * self.wide)
    }

    /// Sets the node beside the tie, or its whole room where the tie runs through that.
    fn aside(
        &self,
        state: &State,
        tie: usize,
        moves: &mut NewPlaces,
        rng: &mut Xoshiro256PlusPlus,
    ) {
        let room_of = &state.problem.graph.room_of;
        let room = room_of[self.node];
        let (a, b) = state.problem.graph.ends(tie);
        let (p, q) = (state.places[a], state.places[b]);
        let along = (q - p) * (1.0 / p.distance(q).max(1.0));
        let normal = Point::new(-along.y, along.x);
        let crosses_room = room_of[a] != room && room_of[b] != room;
        let (middle, far) = if crosses_room {
            let (width, height) = state.outlines[room].size();
            let half = (normal.x.abs() * width + normal.y.abs() * height) / 2.0;
            let share = ROOM_BESIDE.0 + ROOM_BESIDE.1 * self.wide;
            (state.outlines[room].middle, half * share)
        } else {
            let beside = BESIDE.0 + BESIDE.1 * self.wide * self.wide;
            (state.places[self.node], state.problem.radius + beside)
        };
        let off = normal.dot(middle - p);
        let side = if (off < 0.0) == (unit(rng) < SAME_SIDE) {
            -1.0
        } else {
            1.0
        };
        let by = normal * (side * far - off);
        if crosses_room {
            push(state, room, by, state.members.len(), moves);
        } else {
            moves.push((self.node, state.places[self.node] + by));
        }
    }
}

/// Exchanges a node with one of its room.
fn exchange(
    state: &State,
    room: usize,
    node: usize,
    moves: &mut NewPlaces,
    rng: &mut Xoshiro256PlusPlus,
) {
    let mates = &state.members[room];
    let mate = mates[below(rng, mates.len())];
    if mate != node {
        moves.extend([(node, state.places[mate]), (mate, state.places[node])]);
    }
}

/// Exchanges two rooms.
fn exchange_rooms(state: &State, room: usize, other: usize, moves: &mut NewPlaces) {
    if other != room {
        let by = state.outlines[other].middle - state.outlines[room].middle;
        shift(state, room, by, moves);
        shift(state, other, by * -1.0, moves);
    }
}

/// Moves the nodes of a room as close together as their boxes allow.
fn tighten_room(state: &State, room: usize, moves: &mut NewPlaces) {
    let members = &state.members[room];
    let mut places: Vec<Point> = members.iter().map(|node| state.places[*node]).collect();
    let boxes: Vec<Rect> = members.iter().map(|node| state.space(*node)).collect();
    tighten(&mut places, &boxes);
    moves.extend(members.iter().copied().zip(places));
}

/// Moves a room with those that have to make way, if these are at most so many together.
fn push(state: &State, room: usize, by: Point, most: usize, moves: &mut NewPlaces) {
    let along = state.pushed(room, by);
    if along.len() <= most {
        let each = along.into_iter();
        each.for_each(|(room, by)| shift(state, room, by, moves));
    }
}

fn shift(state: &State, room: usize, by: Point, moves: &mut NewPlaces) {
    let nodes = state.members[room].iter();
    moves.extend(nodes.map(|node| (*node, state.places[*node] + by)));
}

/// Mirrors a room from left to right, from top to bottom, or both.
fn mirror(state: &State, room: usize, way: usize, moves: &mut NewPlaces) {
    let middle = state.outlines[room].middle;
    if state.members[room].len() < 2 {
        return;
    }
    moves.extend(state.members[room].iter().map(|node| {
        // Boxes are mirrored, but names stay under their marks: so none comes to lie over another.
        let (within, mut place) = (state.space(*node).centre(), state.places[*node]);
        if way != 1 {
            place.x = 2.0 * (middle.x - within.x) - place.x;
        }
        if way != 0 {
            place.y = 2.0 * (middle.y - within.y) - place.y;
        }
        (*node, place)
    }));
}
