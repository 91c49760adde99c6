//! The kinds of moves by which better places are looked for: of nodes in their room, and of whole rooms.

use rand_xoshiro::Xoshiro256PlusPlus;

use super::pack::tighten;
use super::sgd::{below, unit};
use super::state::{Bar, Moves, Page};
use crate::map::plane::{Point, Rect};

/// So many rooms are pushed aside at most where one moves somewhere.
const PUSHED: usize = 4;

/// How far beside a tie a node comes to lie, in addition to its radius: at least, and at most that much more.
const BESIDE: (f64, f64) = (2.0, 20.0);

/// How far beside a tie a room comes to lie, in halves of its own width there: at least, and at most that much more.
const ROOM_BESIDE: (f64, f64) = (0.6, 0.6);

/// How often what lies in the way of a tie moves to the side where most of it already lies.
const SAME_SIDE: f64 = 0.7;

/// What is moved, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A node to somewhere in its room.
    Shift,
    /// Two nodes of a room exchanged.
    Exchange,
    /// A room to somewhere on the page.
    ShiftRoom,
    /// A room turned over.
    Mirror,
    /// Two rooms exchanged.
    ExchangeRooms,
    /// The nodes of a room drawn together.
    Tighten,
    /// A node or its room out of the way of this tie.
    Aside(usize),
}

/// A move that is tried.
#[derive(Debug, Clone, Copy)]
pub struct Move {
    /// What is moved, and how.
    pub kind: Kind,
    /// The node that moves, or whose room does.
    pub node: usize,
    /// How far, 0 to 1, as a share of what there is.
    pub wide: f64,
}

impl Move {
    /// Makes the move where it has place and reaches the bar; whether it did.
    pub fn attempt(
        self,
        page: &mut Page,
        bar: Bar,
        moves: &mut Moves,
        rng: &mut Xoshiro256PlusPlus,
    ) -> bool {
        let room = page.plan.network.room_of[self.node];
        moves.clear();
        let rigid = match self.kind {
            Kind::Shift => {
                let (width, height) = page.outlines[room].size();
                let by = self.somewhere(width, height, rng);
                moves.push((self.node, page.places[self.node] + by));
                false
            }
            Kind::Exchange => {
                exchange(page, room, self.node, moves, rng);
                false
            }
            Kind::ShiftRoom => {
                let frame = &page.plan.frame;
                let by = self.somewhere(frame.width(), frame.height(), rng);
                push(page, room, by, PUSHED, moves);
                true
            }
            Kind::Mirror => {
                mirror(page, room, below(rng, 3), moves);
                false
            }
            Kind::ExchangeRooms => {
                let other = below(rng, page.members.len());
                exchange_rooms(page, room, other, moves);
                true
            }
            Kind::Tighten => {
                draw_together(page, room, moves);
                false
            }
            Kind::Aside(tie) => {
                self.aside(page, tie, moves, rng);
                moves.len() > 1 || page.members[room].len() == 1
            }
        };
        if matches!(self.kind, Kind::Shift | Kind::Exchange | Kind::Aside(_)) && !rigid {
            page.make_way(room, moves);
        }
        !moves.is_empty() && page.attempt(moves, rigid, bar)
    }

    /// A way to somewhere in a box of this size about where it lies.
    fn somewhere(&self, width: f64, height: f64, rng: &mut Xoshiro256PlusPlus) -> Point {
        let x = (unit(rng) - 0.5) * width * self.wide;
        Point::new(x, (unit(rng) - 0.5) * height * self.wide)
    }

    /// The node beside the tie, or its whole room where the tie only runs through it.
    fn aside(&self, page: &Page, tie: usize, moves: &mut Moves, rng: &mut Xoshiro256PlusPlus) {
        let room_of = &page.plan.network.room_of;
        let room = room_of[self.node];
        let (a, b, _) = page.plan.network.ties[tie];
        let (p, q) = (page.places[a], page.places[b]);
        let along = (q - p) * (1.0 / p.distance(q).max(1.0));
        let normal = Point::new(-along.y, along.x);
        let passes_by = room_of[a] != room && room_of[b] != room;
        let (middle, far) = if passes_by {
            let (width, height) = page.outlines[room].size();
            let half = (normal.x.abs() * width + normal.y.abs() * height) / 2.0;
            let share = ROOM_BESIDE.0 + ROOM_BESIDE.1 * self.wide;
            (page.outlines[room].middle, half * share)
        } else {
            let beside = BESIDE.0 + BESIDE.1 * self.wide * self.wide;
            (page.places[self.node], page.plan.radius + beside)
        };
        let off = normal.dot(middle - p);
        let side = if (off < 0.0) == (unit(rng) < SAME_SIDE) {
            -1.0
        } else {
            1.0
        };
        let by = normal * (side * far - off);
        if passes_by {
            push(page, room, by, page.members.len(), moves);
        } else {
            moves.push((self.node, page.places[self.node] + by));
        }
    }
}

/// A node and one of its room take each other's place.
fn exchange(
    page: &Page,
    room: usize,
    node: usize,
    moves: &mut Moves,
    rng: &mut Xoshiro256PlusPlus,
) {
    let mates = &page.members[room];
    let mate = mates[below(rng, mates.len())];
    if mate != node {
        moves.extend([(node, page.places[mate]), (mate, page.places[node])]);
    }
}

/// Two rooms take each other's place.
fn exchange_rooms(page: &Page, room: usize, other: usize, moves: &mut Moves) {
    if other != room {
        let by = page.outlines[other].middle - page.outlines[room].middle;
        shift(page, room, by, moves);
        shift(page, other, by * -1.0, moves);
    }
}

/// The nodes of a room as close as their boxes allow.
fn draw_together(page: &Page, room: usize, moves: &mut Moves) {
    let members = &page.members[room];
    let mut places: Vec<Point> = members.iter().map(|node| page.places[*node]).collect();
    let boxes: Vec<Rect> = members.iter().map(|node| page.space(*node)).collect();
    tighten(&mut places, &boxes);
    moves.extend(members.iter().copied().zip(places));
}

/// A room moved, with those that have to make way, at most so many.
fn push(page: &Page, room: usize, by: Point, most: usize, moves: &mut Moves) {
    let along = page.pushed(room, by);
    if along.len() <= most {
        let each = along.into_iter();
        each.for_each(|(room, by)| shift(page, room, by, moves));
    }
}

fn shift(page: &Page, room: usize, by: Point, moves: &mut Moves) {
    let nodes = page.members[room].iter();
    moves.extend(nodes.map(|node| (*node, page.places[*node] + by)));
}

/// A room turned over from left to right, from top to bottom, or both.
fn mirror(page: &Page, room: usize, way: usize, moves: &mut Moves) {
    let middle = page.outlines[room].middle;
    if page.members[room].len() < 2 {
        return;
    }
    moves.extend(page.members[room].iter().map(|node| {
        // The boxes are turned, their names under their marks: so none comes to lie over another.
        let (within, mut place) = (page.space(*node).centre(), page.places[*node]);
        if way != 1 {
            place.x = 2.0 * (middle.x - within.x) - place.x;
        }
        if way != 0 {
            place.y = 2.0 * (middle.y - within.y) - place.y;
        }
        (*node, place)
    }));
}
