//! All ties between two departments as one band: where there are many of them, and for leaders.

use std::cmp::Reverse;

use super::detours::Detours;
use super::routes::Ground;
use super::scene::Link;
use crate::domain::{Stop, Stopped};
use crate::map::paper::label::Label;
use crate::map::plane::{Curve, Point, Route, at, cut, inside};

/// A band on the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// The departments and what is between them.
    pub link: Link,
    /// The visible parts of its way, from room to room.
    pub route: Route,
    /// How wide it is.
    pub width: f64,
    /// How wide the part is that stands for ties agreed in writing.
    pub core: f64,
    /// Where it leaves the first room and where it enters the second, with its direction there.
    pub mouths: Option<[(Point, Point); 2]>,
    /// Its number on the page; none where it is hidden or finds no place.
    pub number: Option<Label>,
    /// The departments whose colours are at the left and the right end of its number, where it covers other bands.
    pub tips: Option<[usize; 2]>,
}

/// A pair of departments without a reported tie.
#[derive(Debug, Clone, PartialEq)]
pub struct Empty {
    /// The departments.
    pub rooms: [usize; 2],
    /// Its way from room to room.
    pub route: Route,
    /// The word on it.
    pub word: Option<Label>,
}

/// The font size of a band's number.
pub const NUMBER: f64 = 10.0;

/// The font size of words between rooms: not above that of the departments' names.
pub fn within_size(title_size: f64) -> f64 {
    title_size.min(NUMBER)
}

/// The share of the page that bands cover at most; above they get thinner.
const INK_SHARE: f64 = 0.1;

/// The width of a band whose number stays hidden.
const UNTOLD: f64 = 2.0;

/// Bands and empty pairs under way.
pub struct Bands<'a> {
    /// The page.
    pub ground: &'a Ground<'a>,
    /// Ways around rooms.
    pub detours: &'a mut Detours,
    /// Whether somebody waits for them.
    pub stop: &'a Stop,
}

impl Bands<'_> {
    /// The bands of the links, `ends` being the points of each link's rooms between which it runs.
    pub fn draw(&mut self, links: &[Link], ends: &[[Point; 2]]) -> Result<Vec<Band>, Stopped> {
        let most = links.iter().map(|link| link.ties).max().unwrap_or(1).max(1) as f64;
        let wide = |ties: usize| 2.0 + 9.0 * (ties as f64 / most).sqrt();
        let inked: f64 = links
            .iter()
            .zip(ends)
            .map(|(link, [a, b])| wide(link.ties) * a.distance(*b))
            .sum();
        let page = self.ground.frame.width() * self.ground.frame.height();
        let thinner = (INK_SHARE * page / inked.max(1.0)).min(1.0);
        // The strongest bands choose their way first.
        let mut order: Vec<usize> = (0..links.len()).collect();
        order.sort_by_key(|at| (Reverse(links[*at].ties), *at));
        let mut bands: Vec<Option<Band>> = vec![None; links.len()];
        for place in &order {
            self.stop.check()?;
            let link = links[*place];
            let width = thinner * if link.hidden { UNTOLD } else { wide(link.ties) };
            let (route, mouths) = self.between(ends[*place], [link.a, link.b], width);
            bands[*place] = Some(Band {
                link,
                route,
                width,
                core: width * link.binding as f64 / link.ties.max(1) as f64,
                mouths,
                number: None,
                tips: None,
            });
        }
        Ok(bands.into_iter().flatten().collect())
    }

    /// The ways between pairs without a reported tie.
    pub fn empty(&mut self, pairs: &[([usize; 2], [Point; 2])]) -> Result<Vec<Empty>, Stopped> {
        let pairs = pairs.iter().map(|(rooms, ends)| {
            self.stop.check()?;
            Ok(Empty {
                rooms: *rooms,
                route: self.between(*ends, *rooms, UNTOLD).0,
                word: None,
            })
        });
        pairs.collect()
    }

    /// The way between two rooms, without what lies in them, and its mouths.
    fn between(
        &mut self,
        ends: [Point; 2],
        rooms: [usize; 2],
        width: f64,
    ) -> (Route, Option<[(Point, Point); 2]>) {
        let whole = self.ground.trunk(self.detours, ends, rooms, width);
        let hulls = rooms.map(|room| &self.ground.hulls[room]);
        let outside = |point: Point| !hulls.iter().any(|hull| inside(hull, point));
        let between: Vec<Curve> = whole.iter().flat_map(|curve| cut(curve, outside)).collect();
        let mouths = between.first().zip(between.last()).map(|(first, last)| {
            [
                (first[0], heading(first[0], at(first, 0.1))),
                (last[3], heading(last[3], at(last, 0.9))),
            ]
        });
        let shown = between
            .into_iter()
            .flat_map(|curve| self.ground.visible(curve, rooms))
            .collect();
        (shown, mouths)
    }
}

fn heading(from: Point, to: Point) -> Point {
    let along = to - from;
    along * (1.0 / along.length().max(1e-9))
}

/// The middle of an outline's box.
pub fn middle(hull: &[Point]) -> Option<Point> {
    let (first, rest) = hull.split_first()?;
    let (low, high) = rest.iter().fold((*first, *first), |(low, high), p| {
        (
            Point::new(low.x.min(p.x), low.y.min(p.y)),
            Point::new(high.x.max(p.x), high.y.max(p.y)),
        )
    });
    Some(low.towards(high, 0.5))
}
