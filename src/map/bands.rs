//! All ties between two departments as one band with their number: for large networks, and for leaders.

use super::font::{LINE, Weight, width};
use super::geometry::Label;
use super::plane::{Point, Rect, inside};
use super::routes::{Ground, Route, at, routes};
use super::scene::{Link, Scene};

/// A band on the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// The departments and what is between them.
    pub link: Link,
    /// The visible parts of its way, from room to room.
    pub route: Route,
    /// How wide it is.
    pub width: f64,
    /// Whether its number stays hidden: a side is so small that it would tell on single functions.
    pub hidden: bool,
    /// Its number on the page; none where it is hidden or finds no place.
    pub number: Option<Label>,
}

impl Band {
    /// How many ties, where that may be said.
    pub fn ties(&self) -> Option<usize> {
        (!self.hidden).then_some(self.link.ties)
    }
}

/// The font size of a band's number.
pub const NUMBER: f64 = 10.0;

/// The share of the page that bands cover at most; above they get thinner.
const INK_SHARE: f64 = 0.1;

/// How many bands have their number beside them, the strongest ones.
const NUMBERED: usize = 80;

/// A department with fewer actors shows leaders no number.
const SMALL: usize = 3;

/// The bands of a scene over the given rooms.
pub fn bands(scene: &Scene, hulls: &[Vec<Point>], titles: &[Rect], frame: Rect) -> Vec<Band> {
    let links = scene.links();
    let centres: Vec<Option<Point>> = hulls.iter().map(|hull| middle(hull)).collect();
    // One node in the middle of each room; all rooms are in the way, the band's own ones too.
    let room_of: Vec<usize> = (0..hulls.len()).collect();
    let ground = Ground {
        hulls,
        nodes: &centres,
        room_of: &room_of,
        clearance: 0.0,
        frame,
    };
    let ties: Vec<(usize, usize)> = links.iter().map(|link| (link.a, link.b)).collect();
    let most = links.iter().map(|link| link.ties).max().unwrap_or(1) as f64;
    let mut taken: Vec<Rect> = titles.to_vec();
    // The strongest bands choose the place of their number first.
    let mut order: Vec<usize> = (0..links.len()).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(links[*at].ties), *at));
    let ways = routes(&ground, &ties);
    let wide = |ties: usize| 1.2 + 9.0 * (ties as f64 / most).sqrt();
    let inked: f64 = links
        .iter()
        .zip(&ways)
        .flat_map(|(link, way)| {
            way.iter()
                .map(|curve| wide(link.ties) * curve[0].distance(curve[3]))
        })
        .sum();
    let thinner = (INK_SHARE * frame.width() * frame.height() / inked.max(1.0)).min(1.0);
    let mut bands: Vec<Option<Band>> = vec![None; links.len()];
    for (rank, place) in order.into_iter().enumerate() {
        let link = links[place];
        let hidden = !scene.shows_actors()
            && (scene.rooms[link.a].actors < SMALL || scene.rooms[link.b].actors < SMALL);
        let number = (!hidden && rank < NUMBERED)
            .then(|| number(link.ties, &ways[place], hulls, &mut taken));
        bands[place] = Some(Band {
            link,
            route: ways[place].clone(),
            width: thinner * if hidden { 1.2 } else { wide(link.ties) },
            hidden,
            number: number.flatten(),
        });
    }
    bands.into_iter().flatten().collect()
}

fn middle(hull: &[Point]) -> Option<Point> {
    let (first, rest) = hull.split_first()?;
    let (low, high) = rest.iter().fold((*first, *first), |(low, high), p| {
        (
            Point::new(low.x.min(p.x), low.y.min(p.y)),
            Point::new(high.x.max(p.x), high.y.max(p.y)),
        )
    });
    Some(low.towards(high, 0.5))
}

/// The box of a number on the band's way, outside rooms and other numbers; none where there is no such place.
fn number(
    ties: usize,
    route: &Route,
    hulls: &[Vec<Point>],
    taken: &mut Vec<Rect>,
) -> Option<Label> {
    let text = ties.to_string();
    let wide = width(&text, Weight::Bold, NUMBER) + 6.0;
    let high = NUMBER * LINE + 1.0;
    let box_at = |p: Point| Rect::sized(p.x - wide / 2.0, p.y - high / 2.0, wide, high);
    let spot = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82]
        .iter()
        .flat_map(|t| route.iter().map(move |curve| box_at(at(curve, *t))))
        .find(|rect| {
            !taken.iter().any(|held| held.overlaps(rect))
                && !hulls
                    .iter()
                    .any(|hull| rect.corners().iter().any(|corner| inside(hull, *corner)))
        })?;
    taken.push(spot);
    Some(Label::new(text, spot))
}
