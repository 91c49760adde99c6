//! Which bands have their number, and where it stands; the words on pairs without a tie.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::bands::{Band, Empty, NUMBER};
use super::label_cost::Passing;
use super::routes::Ground;
use crate::domain::{Stop, Stopped};
use crate::map::paper::font::{LINE, Weight, width};
use crate::map::paper::label::Label;
use crate::map::plane::{
    Curve, Point, Rect, Route, at, cut, distance_to_segment, inside, straight,
};

/// How many bands have their number beside them.
const NUMBERED: usize = 120;

/// The cost of covering a line that has, or might have, a number of its own; another line costs 1.
pub const RIVAL: usize = 4;

/// How much wider a number is that shows the colours of both departments.
const TIPS: f64 = 10.0;

/// Fewer numbers than this do without the colours: they would need more words than they save.
const TIPPED: usize = 4;

/// Number and length of the steps that a word may move along the gap of two rooms that stand close.
const ASIDE: (u32, f64) = (10, 6.0);

/// How far the dots of a pair without a tie are seen on both sides of their word.
const DOTS: f64 = 12.0;

/// How far candidates reach into two rooms that stand close.
const INTO: f64 = 40.0;

/// Number of candidates along a way.
const ALONG: u32 = 20;

/// Numbers and words under way.
pub struct Numbers<'a> {
    /// The page.
    pub ground: &'a Ground<'a>,
    /// The boxes that they may not cover.
    pub taken: Vec<Rect>,
    /// Lines that labels should avoid.
    pub lines: Passing,
    /// Whether somebody waits for them.
    pub stop: &'a Stop,
}

impl Numbers<'_> {
    /// The numbers of the bands, as many as may have one: of the strongest, which find their place in this order. Where several cover others' bands, they show the colours of
    /// their departments, if these are `apart`.
    pub fn tell(&mut self, bands: &mut [Band], apart: bool) -> Result<(), Stopped> {
        let mut order: Vec<usize> = (0..bands.len()).collect();
        order.sort_by_key(|at| (Reverse(bands[*at].link.ties), *at));
        let mut told = order.clone();
        told.retain(|place| !bands[*place].link.hidden);
        let told: BTreeSet<usize> = told.into_iter().take(NUMBERED).collect();
        order.retain(|place| told.contains(place));
        let before = self.taken.len();
        self.number(bands, &order, apart)?;
        let tipped = bands.iter().filter(|band| band.tips.is_some()).count();
        if (1..TIPPED).contains(&tipped) {
            self.taken.truncate(before);
            self.number(bands, &order, false)?;
        }
        Ok(())
    }

    fn number(&mut self, bands: &mut [Band], order: &[usize], apart: bool) -> Result<(), Stopped> {
        for place in order {
            self.stop.check()?;
            let band = &mut bands[*place];
            let text = band.link.ties.to_string();
            let own = [band.link.a, band.link.b];
            let on = |more| {
                let beside = self.beside(&text, &band.route, own, (more, 0.0));
                beside.or_else(|| self.across(&text, &band.route, own, more))
            };
            let plain = on(0.0);
            let tipped = match plain {
                Some((_, cost)) if cost >= RIVAL && apart => on(TIPS),
                _ => None,
            };
            let found = tipped.or(plain).map(|(rect, _)| rect);
            band.tips = tipped.and_then(|_| {
                let (first, last) = band.route.first().zip(band.route.last())?;
                Some(match first[0].x <= last[3].x {
                    true => own,
                    false => [own[1], own[0]],
                })
            });
            band.number = found.map(|rect| Label::new(text, rect));
            self.taken.extend(found);
        }
        Ok(())
    }

    /// The word on the marks of pairs without a reported tie. Where two rooms stand so close that it would cover the
    /// dots, these go on into the rooms.
    pub fn say(&mut self, empty: &mut [Empty], word: &str) -> Result<(), Stopped> {
        for one in empty {
            self.stop.check()?;
            let (route, own) = (&one.route, one.rooms);
            let bridge = self.bridge(word, route, own);
            let found = match bridge {
                Some((rect, dots)) => {
                    one.route = vec![dots];
                    Some(rect)
                }
                None => {
                    let shown = needed(word, route);
                    let beside = self.beside(word, route, own, (0.0, shown));
                    let found = beside.or_else(|| self.across(word, route, own, 0.0));
                    found.map(|(rect, _)| rect)
                }
            };
            self.taken.extend(found);
            one.word = found.map(|rect| Label::new(word.to_owned(), rect));
        }
        Ok(())
    }

    /// The candidate box on a way with the least cost, and that cost: outside rooms and other boxes, not too close to the
    /// way's ends; none where no candidate is free.
    fn beside(
        &self,
        text: &str,
        route: &Route,
        own: [usize; 2],
        (more, ends): (f64, f64),
    ) -> Option<(Rect, usize)> {
        let length = |curve: &Curve| curve[0].distance(curve[3]);
        let mut longest: Vec<&Curve> = route.iter().collect();
        longest.sort_by(|a, b| length(b).total_cmp(&length(a)));
        let close = |place: &Point| {
            let far = |end: Option<Point>| end.map_or(0.0, |end| end.distance(*place));
            let first = route.first().map(|curve| curve[0]);
            far(first).min(far(route.last().map(|curve| curve[3])))
        };
        let in_room = |rect: &Rect| self.ground.rooms_at(rect).next().is_some();
        let boxes = longest
            .into_iter()
            .flat_map(|curve| along().map(move |t| at(curve, t)))
            .filter(|place| close(place) >= ends)
            .map(|place| tag(text, place, more))
            .filter(|rect| !in_room(rect) && !self.holds(rect));
        self.lines.least(boxes, own)
    }

    /// The candidate box over the edges of two rooms that stand close with the least cost, and that cost; none where all
    /// would cover more than edges.
    fn across(
        &self,
        text: &str,
        route: &Route,
        own: [usize; 2],
        more: f64,
    ) -> Option<(Rect, usize)> {
        let (from, to, _, side) = ends(route)?;
        let near = self.ground.clearance;
        // Farther off it is less clear what it belongs to.
        (0..)
            .zip(aside())
            .map(|(step, by)| (step, tag(text, from.towards(to, 0.5) + side * by, more)))
            .filter(|(_, rect)| {
                let room = rect.grown(near);
                let mut nodes = self.ground.members.iter().flatten();
                let covers = nodes.any(|node| room.contains(*node));
                !self.holds(rect) && !covers && !self.foreign(rect, own)
            })
            .map(|(step, rect)| (rect, step + self.lines.under(&rect, own)))
            .min_by_key(|(_, cost)| *cost)
    }

    /// Where a word would cover the dots between two rooms: its box in the gap and dots that go on into both rooms,
    /// where nothing is in their way.
    fn bridge(&self, word: &str, route: &Route, own: [usize; 2]) -> Option<(Rect, Curve)> {
        let (from, to, forth, side) = ends(route)?;
        let gap = from.distance(to);
        let needed = needed(word, route);
        if gap >= 2.0 * needed {
            return None;
        }
        let [first, last] = own.map(|room| &self.ground.hulls[room]);
        let near = self.ground.clearance;
        let tried = aside().filter_map(|by| {
            let middle = from.towards(to, 0.5) + side * by;
            let far = forth * (gap / 2.0 + INTO);
            let (a, b) = (middle - far, middle + far);
            if !inside(first, a) || !inside(last, b) {
                return None;
            }
            let open = |p: Point| !inside(first, p) && !inside(last, p);
            let [between] = cut(&straight([a, b]), open)[..] else {
                return None;
            };
            let middle = between[0].towards(between[3], 0.5);
            let rect = tag(word, middle, 0.0);
            let half = needed.max(between[0].distance(between[3]) / 2.0);
            let dots = straight([middle - forth * half, middle + forth * half]);
            let [a, b] = [dots[0], dots[3]];
            let mut nodes = self.ground.members.iter().flatten();
            let struck = nodes.any(|node| {
                rect.grown(near).contains(*node) || distance_to_segment(*node, a, b) < near
            });
            let covered = self.taken.iter().any(|held| held.meets(a, b));
            let clear = !struck && !covered && !self.holds(&rect) && !self.foreign(&rect, own);
            clear.then(|| (self.lines.under(&rect, own), (rect, dots)))
        });
        tried.min_by_key(|(cost, _)| *cost).map(|(_, found)| found)
    }

    /// Whether a box covers another one.
    fn holds(&self, rect: &Rect) -> bool {
        self.taken.iter().any(|held| held.overlaps(rect))
    }

    /// Whether a box reaches into a third room.
    fn foreign(&self, rect: &Rect, own: [usize; 2]) -> bool {
        self.ground.rooms_at(rect).any(|room| !own.contains(&room))
    }
}

/// How far the dots of a pair reach from the middle of their word at least, so that they are seen on both sides of it.
fn needed(word: &str, route: &Route) -> f64 {
    let Some((.., forth, _)) = ends(route) else {
        return 0.0;
    };
    let rect = tag(word, Point::default(), 0.0);
    let reach = |half: f64, part: f64| half / part.abs().max(1e-9);
    reach(rect.right, forth.x).min(reach(rect.bottom, forth.y)) + DOTS
}

/// The candidates along a curve, the middle first.
pub fn along() -> impl Iterator<Item = f64> {
    let half = ALONG / 2;
    let step = move |by: u32| f64::from(by) / f64::from(ALONG);
    (0..half).flat_map(move |by| {
        [0.5 + step(by), 0.5 - step(by)]
            .into_iter()
            .skip(usize::from(by == 0))
    })
}

/// The steps aside, the nearest first.
fn aside() -> impl Iterator<Item = f64> {
    (0..=ASIDE.0).flat_map(|step| [1.0, -1.0].map(|side| side * ASIDE.1 * f64::from(step)))
}

/// Where a way begins and ends, and the directions forth and to its side.
fn ends(route: &Route) -> Option<(Point, Point, Point, Point)> {
    let (first, last) = route.first().zip(route.last())?;
    let (from, to) = (first[0], last[3]);
    let forth = (to - from) * (1.0 / (to - from).length().max(1e-9));
    Some((from, to, forth, Point::new(-forth.y, forth.x)))
}

/// The box of a text and so much more, about a point.
fn tag(text: &str, middle: Point, more: f64) -> Rect {
    let wide = width(text, Weight::Bold, NUMBER) + 6.0 + more;
    let high = NUMBER * LINE + 1.0;
    Rect::sized(middle.x - wide / 2.0, middle.y - high / 2.0, wide, high)
}
