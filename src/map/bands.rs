//! All ties between two departments as one band with their number: where there are many of them, and for leaders.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::detours::Detours;
use super::font::{LINE, Weight, width};
use super::geometry::Label;
use super::plane::{Point, Rect, inside};
use super::routes::{Curve, Ground, Route, at, cut};
use super::scene::Link;

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

/// How far the ring that marks a single function reaches.
pub const RING: f64 = 4.0;

/// The share of the page that bands cover at most; above they get thinner.
const INK_SHARE: f64 = 0.1;

/// How many bands have their number beside them.
const NUMBERED: usize = 80;

/// The width of a band whose number stays hidden.
const UNTOLD: f64 = 2.0;

/// How many steps of which length a word goes aside, along the gap of two rooms that stand close.
const ASIDE: (u32, f64) = (10, 6.0);

/// Bands and empty pairs under way, and what of the page they have taken.
pub struct Bands<'a> {
    /// The page.
    pub ground: &'a Ground<'a>,
    /// Ways around rooms.
    pub detours: &'a mut Detours,
    /// The boxes that numbers may not cover.
    pub taken: Vec<Rect>,
}

impl Bands<'_> {
    /// The bands of the links, `ends` being the points of each link's rooms between which it runs.
    pub fn draw(&mut self, links: &[Link], ends: &[[Point; 2]]) -> Vec<Band> {
        let most = links.iter().map(|link| link.ties).max().unwrap_or(1).max(1) as f64;
        let wide = |ties: usize| 2.0 + 9.0 * (ties as f64 / most).sqrt();
        let inked: f64 = links
            .iter()
            .zip(ends)
            .map(|(link, [a, b])| wide(link.ties) * a.distance(*b))
            .sum();
        let page = self.ground.frame.width() * self.ground.frame.height();
        let thinner = (INK_SHARE * page / inked.max(1.0)).min(1.0);
        // The strongest bands choose their way and the place of their number first.
        let mut order: Vec<usize> = (0..links.len()).collect();
        order.sort_by_key(|at| (Reverse(links[*at].ties), *at));
        let mut bands: Vec<Option<Band>> = vec![None; links.len()];
        for place in &order {
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
            });
        }
        let mut bands: Vec<Band> = bands.into_iter().flatten().collect();
        self.number(&mut bands, &order);
        bands
    }

    /// The numbers of the bands, as many as may have one: of those with a ring, which is told nowhere else, and of the
    /// strongest, which find their place in this order.
    fn number(&mut self, bands: &mut [Band], order: &[usize]) {
        let mut told: Vec<usize> = order.to_vec();
        told.retain(|place| !bands[*place].link.hidden);
        told.sort_by_key(|place| !bands[*place].link.single);
        let told: BTreeSet<usize> = told.into_iter().take(NUMBERED).collect();
        for place in order.iter().filter(|place| told.contains(place)) {
            let Band { link, route, .. } = &bands[*place];
            let (link, text) = (*link, link.ties.to_string());
            let ring = if link.single { 3.0 * RING } else { 0.0 };
            let beside = self.spot(text.clone(), route, ring);
            let number = beside.or_else(|| self.across(text, route, [link.a, link.b], ring));
            bands[*place].number = number;
        }
    }

    /// The marks of pairs without a reported tie, with this word on them.
    pub fn empty(&mut self, pairs: &[([usize; 2], [Point; 2])], word: &str) -> Vec<Empty> {
        pairs
            .iter()
            .map(|(rooms, ends)| {
                let (route, _) = self.between(*ends, *rooms, UNTOLD);
                let beside = self.spot(word.to_owned(), &route, 0.0);
                Empty {
                    rooms: *rooms,
                    word: beside.or_else(|| self.across(word.to_owned(), &route, *rooms, 0.0)),
                    route,
                }
            })
            .collect()
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

    /// The box of a text and so much more over the edges of two rooms that stand close; none where it would cover more than edges.
    fn across(&mut self, text: String, route: &Route, own: [usize; 2], more: f64) -> Option<Label> {
        let (first, last) = route.first().zip(route.last())?;
        let (from, to) = (first[0], last[3]);
        let along = to - from;
        let aside = Point::new(-along.y, along.x) * (1.0 / along.length().max(1e-9));
        let ground = self.ground;
        let covers = |rect: &Rect| {
            let corners = rect.corners();
            let other = (0..).zip(ground.hulls).any(|(room, hull)| {
                !own.contains(&room) && corners.iter().any(|corner| inside(hull, *corner))
            });
            let mut nodes = ground.members.iter().flatten();
            let near = rect.grown(ground.clearance);
            other || nodes.any(|node| near.contains(*node))
        };
        let spot = (0..=ASIDE.0)
            .flat_map(|step| [1.0, -1.0].map(|side| side * ASIDE.1 * f64::from(step)))
            .map(|by| tag(&text, from.towards(to, 0.5) + aside * by, more))
            .find(|rect| !self.taken.iter().any(|held| held.overlaps(rect)) && !covers(rect))?;
        self.taken.push(spot);
        Some(Label::new(text, spot))
    }

    /// The box of a text on a way, outside rooms and other boxes; none where there is no such place.
    fn spot(&mut self, text: String, route: &Route, more: f64) -> Option<Label> {
        let length = |curve: &Curve| curve[0].distance(curve[3]);
        let mut longest: Vec<&Curve> = route.iter().collect();
        longest.sort_by(|a, b| length(b).total_cmp(&length(a)));
        let spot = longest
            .into_iter()
            .flat_map(|curve| {
                [
                    0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9,
                ]
                .map(|t| tag(&text, at(curve, t), more))
            })
            .find(|rect| {
                !self.taken.iter().any(|held| held.overlaps(rect))
                    && !self
                        .ground
                        .hulls
                        .iter()
                        .any(|hull| rect.corners().iter().any(|corner| inside(hull, *corner)))
            })?;
        self.taken.push(spot);
        Some(Label::new(text, spot))
    }
}

/// The box of a text and so much more, about a point.
fn tag(text: &str, middle: Point, more: f64) -> Rect {
    let wide = width(text, Weight::Bold, NUMBER) + 6.0 + more;
    let high = NUMBER * LINE + 1.0;
    Rect::sized(middle.x - wide / 2.0, middle.y - high / 2.0, wide, high)
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
