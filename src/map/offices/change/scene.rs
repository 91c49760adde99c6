//! The changes with their places.

use super::super::ground::{Canvas, Ground, Site};
use super::super::marks::free;
use super::super::places::Placed;
use super::super::routes::Way;
use super::content::{Changes, Pair};
use super::signs::SIGN;
use crate::analysis::Turn;
use crate::map::plane::{Point, Rect};

/// A picture's changes, each in its place.
pub struct Drawn<'a> {
    /// What changed.
    pub changes: &'a Changes,
    /// Where the offices lie.
    pub placed: Placed,
    /// The pairs that are drawn, the more important last, so that they lie on top.
    pub lines: Vec<Line<'a>>,
}

/// A pair that is drawn.
pub struct Line<'a> {
    /// The pair.
    pub pair: &'a Pair,
    /// What became of it.
    pub turn: Turn,
    /// Its way.
    pub way: Way,
    /// The middle of its sign.
    pub sign: Point,
}

impl<'a> Drawn<'a> {
    /// Places the changes; `most` are the functions of each office over all phases, which decide the places.
    pub fn of(changes: &'a Changes, places: (&[Point], &[u32]), canvas: &Canvas) -> Self {
        let sites = changes.offices.iter().map(|office| Site {
            name: &office.name,
            functions: office.shown(),
        });
        let ground = Ground::of(&sites.collect::<Vec<_>>(), places, canvas);
        let turned = Turn::ALL.into_iter().rev().flat_map(|turn| {
            let pairs = changes.turned(turn);
            pairs.map(move |pair| (turn, pair))
        });
        let turned: Vec<(Turn, &Pair)> = turned.collect();
        let ways: Vec<Way> = turned
            .iter()
            .map(|(_, pair)| ground.way(pair.ends))
            .collect();
        let mut taken: Vec<Rect> = Vec::new();
        for at in 0..ways.len() {
            let size = (2.0 * SIGN, 2.0 * SIGN);
            taken.push(free(at, size, &ways, &ground.obstacles, &taken).1);
        }
        let lines = turned.into_iter().zip(ways).zip(taken);
        Self {
            lines: lines
                .map(|(((turn, pair), way), sign)| Line {
                    pair,
                    turn,
                    way,
                    sign: sign.centre(),
                })
                .collect(),
            placed: ground.placed,
            changes,
        }
    }

    /// The radius of an office's circle.
    pub fn radius(&self, office: usize) -> f64 {
        self.placed.radius(self.changes.offices[office].shown())
    }

    /// The boxes of the offices' names.
    pub fn names(&self) -> Vec<Rect> {
        let present = self.changes.present();
        let names = present.map(|(place, _)| self.placed.name(place, self.radius(place)));
        names.collect()
    }
}
