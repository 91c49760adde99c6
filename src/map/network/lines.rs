//! What runs between rooms and stands on it: bands, ties, marks of pairs without one, and their numbers.

use std::collections::HashMap;

use super::band_labels::{Numbers, RIVAL};
use super::bands::{Band, Bands, Empty, middle};
use super::detours::Detours;
use super::geometry::FRAME;
use super::label_cost::Passing;
use super::routes::Ground;
use super::scene::{Link, Scene};
use super::sizing::Composition;
use crate::domain::{Stop, Stopped};
use crate::map::paper::style::SHADES;
use crate::map::plane::{Point, Rect, Route, fan, straight};
use crate::text::map::MapTexts;

/// Ties inside departments of a banded picture are drawn up to this many.
const INSIDE: usize = 2_000;

/// From this many ties on those between two departments are joined to a band, where a picture has many in all.
const BUNDLE: (usize, usize) = (4, 60);

/// How close a way passes a room.
const CLEARANCE: f64 = 5.0;

/// The lines of a picture.
pub struct Lines {
    /// The bands.
    pub bands: Vec<Band>,
    /// The pairs without a tie that are marked.
    pub empty: Vec<Empty>,
    /// The way of each tie, where single ties are drawn.
    pub routes: Vec<Route>,
}

/// What lines are drawn of.
pub struct Drawn<'a> {
    /// The content of the picture.
    pub scene: &'a Scene,
    /// Its places.
    pub composition: &'a Composition,
    /// The outline of each room, empty where nobody is in it.
    pub hulls: &'a [Vec<Point>],
    /// Whether the ties between departments are bands alone.
    pub banded: bool,
    /// Whether somebody waits for it.
    pub stop: &'a Stop,
}

/// How wide ties inside departments are, as a share of those between: there are more of them on less ground.
pub const WITHIN: f64 = 0.8;

/// How wide ties between departments are beside their strength, and how opaque, where so many lie on their own.
pub fn thinned(across: usize) -> (f64, f64) {
    match across {
        0..=150 => (1.0, 0.92),
        151..=400 => (0.8, 0.6),
        _ => (0.55, 0.45),
    }
}

impl Drawn<'_> {
    /// The bands, the way of each tie, and the marks of pairs without one; `taken` are the boxes of names.
    pub fn lines(&self, taken: Vec<Rect>, texts: &MapTexts) -> Result<Lines, Stopped> {
        let members = self.members();
        let clearance = self.composition.radius + 2.0;
        let ground = Ground::new(self.hulls, &members, clearance, FRAME.grown(8.0));
        let mut detours = Detours::around(self.hulls, CLEARANCE, ground.frame);
        let links = self.bundled();
        let middles = self.middles();
        let ends: Vec<[Point; 2]> = links.iter().map(|link| self.ends(link, &middles)).collect();
        self.stop.check()?;
        let mut under_way = Bands {
            ground: &ground,
            detours: &mut detours,
            stop: self.stop,
        };
        let mut bands = under_way.draw(&links, &ends)?;
        let routes = self.ways(&ground, under_way.detours, &bands)?;
        let mut empty = under_way.empty(&self.empty())?;
        let mut numbers = Numbers {
            ground: &ground,
            taken,
            lines: avoided(self.scene, &bands, &routes, &empty),
            stop: self.stop,
        };
        let hues = self.scene.rooms.iter().map(|room| room.hue);
        numbers.tell(&mut bands, hues.max() < Some(SHADES.len()))?;
        numbers.say(&mut empty, texts.none_reported)?;
        Ok(Lines {
            bands,
            empty,
            routes,
        })
    }

    /// The places of the actors in each room.
    fn members(&self) -> Vec<Vec<Point>> {
        let mut members: Vec<Vec<Point>> = vec![Vec::new(); self.hulls.len()];
        let present = |node: &usize| self.scene.nodes[*node].present;
        for node in (0..self.scene.nodes.len()).filter(present) {
            members[self.scene.network.room_of[node]].push(self.composition.layout.nodes[node]);
        }
        members
    }

    /// The pairs of departments whose ties are joined to a band.
    fn bundled(&self) -> Vec<Link> {
        let all: usize = self.scene.links.iter().map(|link| link.ties).sum();
        let many = |link: &&Link| self.banded || (link.ties >= BUNDLE.0 && all >= BUNDLE.1);
        self.scene.links.iter().filter(many).copied().collect()
    }

    /// The pairs without a tie that are marked, with the middles of their rooms.
    fn empty(&self) -> Vec<([usize; 2], [Point; 2])> {
        let pairs = self.scene.empty.iter().filter_map(|rooms| {
            let [a, b] = rooms.map(|room| middle(&self.hulls[room]));
            Some((*rooms, [a?, b?]))
        });
        pairs.collect()
    }

    /// The middle of the functions in one room that have ties to those in another, a function as often as it has such
    /// ties; by the room and the other.
    fn middles(&self) -> HashMap<[usize; 2], Point> {
        let mut sums: HashMap<[usize; 2], (Point, f64)> = HashMap::new();
        for tie in &self.scene.ties {
            let [a, b] = [tie.a, tie.b].map(|node| self.scene.network.room_of[node]);
            for (node, rooms) in [(tie.a, [a, b]), (tie.b, [b, a])] {
                let (sum, ties) = sums.entry(rooms).or_default();
                *sum = *sum + self.composition.layout.nodes[node];
                *ties += 1.0;
            }
        }
        let sums = sums.into_iter();
        sums.map(|(rooms, (sum, ties))| (rooms, sum * (1.0 / ties)))
            .collect()
    }

    /// The points between which a band runs: the middle of the functions that have the ties, else of the rooms.
    fn ends(&self, link: &Link, middles: &HashMap<[usize; 2], Point>) -> [Point; 2] {
        [[link.a, link.b], [link.b, link.a]].map(|rooms| {
            let room = middle(&self.hulls[rooms[0]]).unwrap_or_default();
            match middles.get(&rooms) {
                // Half way to the room's middle: a band shall not leave at a corner.
                Some(middle) => middle.towards(room, 0.5),
                None => room,
            }
        })
    }

    /// The way of each tie: its own, or the fans at both ends of its band; of a picture with bands alone only of those
    /// inside departments, if they are not too many.
    fn ways(
        &self,
        ground: &Ground,
        detours: &mut Detours,
        bands: &[Band],
    ) -> Result<Vec<Route>, Stopped> {
        let (scene, banded) = (self.scene, self.banded);
        let inside: usize = scene.rooms.iter().filter_map(|room| room.inside).sum();
        if banded && inside > INSIDE {
            return Ok(Vec::new());
        }
        let of_rooms: HashMap<[usize; 2], &Band> = bands
            .iter()
            .flat_map(|band| {
                let [a, b] = [band.link.a, band.link.b];
                [([a, b], band), ([b, a], band)]
            })
            .collect();
        scene
            .ties
            .iter()
            .map(|tie| {
                self.stop.check()?;
                let places = [tie.a, tie.b].map(|node| self.composition.layout.nodes[node]);
                let rooms = [tie.a, tie.b].map(|node| scene.network.room_of[node]);
                Ok(match of_rooms.get(&rooms) {
                    Some(_) if banded => Route::new(),
                    Some(Band {
                        link,
                        mouths: Some(mouths),
                        ..
                    }) => (0..2)
                        .map(|end| {
                            let (mouth, into) = mouths[usize::from(rooms[end] == link.b)];
                            fan(places[end], mouth, into)
                        })
                        .collect(),
                    _ if banded && rooms[0] == rooms[1] => vec![straight(places)],
                    _ if banded => Route::new(),
                    _ => ground.tie(detours, places, rooms),
                })
            })
            .collect()
    }
}

/// The lines that numbers should avoid: bands, the ties beside them, and the marks of empty pairs.
fn avoided(scene: &Scene, bands: &[Band], routes: &[Route], empty: &[Empty]) -> Passing {
    let mut lines = Passing::default();
    for Band {
        link, route, width, ..
    } in bands
    {
        let weight = if link.hidden { 1 } else { RIVAL };
        lines.add([link.a, link.b], route, *width, weight);
    }
    for (tie, route) in scene.ties.iter().zip(routes) {
        let rooms = [tie.a, tie.b].map(|node| scene.network.room_of[node]);
        if rooms[0] != rooms[1] {
            lines.add(rooms, route, 1.0, 1);
        }
    }
    for one in empty {
        lines.add(one.rooms, &one.route, 2.0, RIVAL);
    }
    lines
}
