//! Where the small count beside each pair of departments stands.

use super::chip::{Count, HIGH, count_width};
use super::content::Changes;
use super::look::Fate;
use super::pairs::Pair;
use crate::map::network::band_labels::{RIVAL, along};
use crate::map::network::geometry::FRAME;
use crate::map::network::label_cost::Passing;
use crate::map::network::picture::Picture;
use crate::map::plane::{Point, Rect, Route, at, cut, inside};

/// Number and length of the steps that a count may move aside where two rooms stand close.
const ASIDE: (usize, f64) = (12, 5.0);
/// The directions in which it moves: the diagonal ones last.
const AROUND: [(f64, f64); 8] = [
    (1.0, 0.0),
    (-1.0, 0.0),
    (0.0, 1.0),
    (0.0, -1.0),
    (0.7, 0.7),
    (-0.7, 0.7),
    (0.7, -0.7),
    (-0.7, -0.7),
];

/// A count with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedCount {
    /// The place of its pair.
    pub pair: usize,
    /// What it says.
    pub count: Count,
    /// Its box.
    pub rect: Rect,
    /// The point on the pair's line that it stands for.
    pub of: Point,
}

/// Up to this many pairs have a count of a single change too; of more it is seen on the line alone.
const SINGLES: usize = 40;

/// Whether so many pairs changed that a single change has no count.
pub fn are_many(changes: &Changes, picture: &Picture) -> bool {
    let pairs = changes.pairs.iter();
    let changed = pairs.filter(|pair| pair.counted.changes() > 0).count();
    !picture.banded && changed > SINGLES
}

/// The counts that find a place on the way between the rooms of their pair, where nothing else is.
pub fn counts(changes: &Changes, picture: &Picture) -> Vec<PlacedCount> {
    let names = picture.rooms.iter().filter_map(|room| room.label.as_ref());
    let signs = changes
        .ties
        .iter()
        .zip(&picture.routes)
        .filter_map(|(change, route)| {
            let signed = matches!(change.fate, Fate::Stronger | Fate::Weaker);
            let middle = at(route.get(route.len() / 2)?, 0.5);
            signed.then(|| Rect::sized(middle.x - 4.5, middle.y - 4.0, 9.0, 8.0))
        });
    let mut taken: Vec<Rect> = names.map(|label| label.rect()).chain(signs).collect();
    let lines = lines(changes, picture);
    let fewest = if are_many(changes, picture) { 2 } else { 1 };
    let mut placed = Vec::new();
    for (place, pair) in changes.pairs.iter().enumerate() {
        if pair.counted.changes() < fewest {
            continue;
        }
        let Some(count) = pair.counted.count() else {
            continue;
        };
        let size = (count_width(&count), HIGH);
        let about = Surroundings {
            picture,
            own: [pair.a, pair.b],
            ways: &ways(changes, picture, pair),
            taken: &taken,
            lines: &lines,
        };
        let Some((rect, of)) = about.beside(size).or_else(|| about.near(size)) else {
            continue;
        };
        taken.push(rect.grown(1.0));
        placed.push(PlacedCount {
            pair: place,
            count,
            rect,
            of,
        });
    }
    placed
}

/// All lines of the picture.
fn lines(changes: &Changes, picture: &Picture) -> Passing {
    let mut lines = Passing::default();
    for band in &picture.bands {
        lines.add([band.link.a, band.link.b], &band.route, band.width, RIVAL);
    }
    if !picture.banded {
        for (tie, route) in changes.union.ties.iter().zip(&picture.routes) {
            let rooms = [tie.a, tie.b].map(|node| changes.union.network.room_of[node]);
            lines.add(rooms, route, 1.0, 1);
        }
    }
    lines
}

/// The lines of a pair, and the cost of placing its count on them: its band, else its ties, of which those that changed
/// are cheapest.
fn ways<'a>(changes: &Changes, picture: &'a Picture, pair: &Pair) -> Vec<(&'a Route, usize)> {
    let scene = &changes.union;
    let between = |a: usize, b: usize| {
        let [a, b] = [a, b].map(|node| scene.network.room_of[node]);
        (a.min(b), a.max(b)) == (pair.a, pair.b)
    };
    let band = picture
        .bands
        .iter()
        .find(|band| (band.link.a, band.link.b) == (pair.a, pair.b));
    let mut ways: Vec<(&Route, usize)> = band.map(|band| (&band.route, 0)).into_iter().collect();
    if ways.is_empty() && !picture.banded {
        let ties = scene.ties.iter().zip(&changes.ties).zip(&picture.routes);
        let own = ties.filter(|((tie, _), _)| between(tie.a, tie.b));
        ways.extend(own.map(|((_, change), route)| match change.fate {
            Fate::New | Fate::Ended => (route, 0),
            Fate::Stronger | Fate::Weaker => (route, RIVAL),
            Fate::Kept => (route, 2 * RIVAL),
        }));
        ways.sort_by_key(|(_, cost)| *cost);
    }
    ways
}

/// What the count of a pair is placed among.
struct Surroundings<'a> {
    picture: &'a Picture,
    /// The pair's rooms.
    own: [usize; 2],
    /// The pair's lines, and the cost of standing on them.
    ways: &'a [(&'a Route, usize)],
    /// Names, signs and counts already placed.
    taken: &'a [Rect],
    /// All lines.
    lines: &'a Passing,
}

impl Surroundings<'_> {
    /// The candidate box on one of the pair's lines, outside all rooms, with the least cost, and the point on the line
    /// that it stands for.
    fn beside(&self, size: (f64, f64)) -> Option<(Rect, Point)> {
        along()
            .flat_map(|t| {
                let ways = self.ways.iter();
                ways.flat_map(move |(way, cost)| way.iter().map(move |curve| (at(curve, t), cost)))
            })
            .map(|(place, cost)| (about(place, size), place, cost))
            .filter(|(rect, ..)| self.is_free(rect, &[]))
            .min_by_key(|(rect, _, cost)| *cost + self.lines.under(rect, self.own))
            .map(|(rect, place, _)| (rect, place))
    }

    /// The box over the edges of the pair's own rooms, where they stand close: near the middle of one of its lines, on no
    /// mark and no name; and that middle.
    fn near(&self, size: (f64, f64)) -> Option<(Rect, Point)> {
        let rooms = || {
            let rooms = self.picture.rooms.iter();
            rooms.filter(|room| self.own.contains(&room.number))
        };
        let open = |place: Point| !rooms().any(|room| inside(&room.hull, place));
        let middles = self.ways.iter().flat_map(|(way, _)| {
            let between = way.iter().flat_map(|curve| cut(curve, open));
            between.map(|curve| at(&curve, 0.5))
        });
        // The farther off, the less clear it is what it counts.
        let tried = middles.flat_map(|middle| {
            (0..=ASIDE.0).flat_map(move |step| {
                AROUND.map(|(x, y)| {
                    let by = ASIDE.1 * step as f64;
                    let place = middle + Point::new(x * by, y * by);
                    (step, about(place, size), middle)
                })
            })
        });
        tried
            .filter(|(_, rect, _)| self.is_free(rect, &self.own) && !self.covers_an_actor(rect))
            .min_by_key(|(step, rect, _)| 2 * step + self.lines.under(rect, self.own))
            .map(|(_, rect, middle)| (rect, middle))
    }

    /// Whether a box is on the page and on nothing else, but perhaps on the edges of these rooms.
    fn is_free(&self, rect: &Rect, edges: &[usize]) -> bool {
        let inside_frame = rect.left >= FRAME.left
            && rect.right <= FRAME.right
            && rect.top >= FRAME.top
            && rect.bottom <= FRAME.bottom;
        let mut rooms = self.picture.rooms.iter();
        inside_frame
            && !self.taken.iter().any(|held| held.overlaps(rect))
            && !rooms.any(|room| {
                let corners = rect.corners();
                let mut corners = corners.iter();
                !edges.contains(&room.number) && corners.any(|corner| inside(&room.hull, *corner))
            })
    }

    /// Whether a box lies on a mark or a name.
    fn covers_an_actor(&self, rect: &Rect) -> bool {
        let near = rect.grown(self.picture.radius + 1.0);
        let mut actors = self.picture.actors.iter();
        actors.any(|actor| {
            let name = actor.label.as_ref().map(|label| label.rect());
            near.contains(actor.place) || name.is_some_and(|name| name.overlaps(rect))
        })
    }
}

fn about(place: Point, (wide, high): (f64, f64)) -> Rect {
    Rect::sized(place.x - wide / 2.0, place.y - high / 2.0, wide, high)
}
