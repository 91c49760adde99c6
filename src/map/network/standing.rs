//! A scene laid out around the places that were kept of it.

use super::kept::Kept;
use super::levels::{LEVELS, fineness};
use super::scene::Scene;
use super::sizing::{Composition, Sizes};
use crate::domain::{Stop, Stopped};
use crate::map::layout::{Problem, extend};
use crate::map::paper::style::Paper;
use crate::map::plane::{Point, Rect};

/// How many levels smaller than the kept one are tried before everything is laid out afresh.
const SMALLER: usize = 4;

/// How much farther apart those of a part are drawn at most.
const FARTHEST: f64 = 2.5;

/// The step of this factor: a new function at the edge seldom changes it.
const STEP: f64 = 0.1;

/// How far larger marks and names may push somebody from the wished place, in units of the page.
const PUSHED: f64 = 15.0;

/// Lays a scene out around the places that were kept of it, as large as these were, or smaller where what is new needs
/// the space; a part of the actors on the whole page. None where nothing fits.
pub fn extended(
    scene: &Scene,
    frame: Rect,
    (room_names, paper): (&[String], Paper),
    kept: &Kept,
    stop: &Stop,
) -> Result<Option<Composition>, Stopped> {
    if kept.is_part
        && let Some(found) = enlarged(scene, frame, (room_names, paper), kept, stop)?
    {
        return Ok(Some(found));
    }
    let levels = LEVELS.iter().enumerate().skip(kept.level);
    for level in levels.take(1 + SMALLER) {
        let sizes = Sizes::finer(scene, level, room_names, paper);
        let sizes = sizes.titled(room_names, kept.title_size);
        let (problem, _) = sizes.problem(&scene.network, frame);
        if let Some(places) = extend(&problem, &kept.nodes, stop)? {
            return Ok(Some(sizes.at(places)));
        }
    }
    Ok(None)
}

/// Lays out a part of the actors as they lie to each other among all, but as far apart as the page allows, and as large as
/// this leaves them nearly where they are; none where they do not fit so.
fn enlarged(
    scene: &Scene,
    frame: Rect,
    (room_names, paper): (&[String], Paper),
    kept: &Kept,
    stop: &Stop,
) -> Result<Option<Composition>, Stopped> {
    for level in LEVELS.iter().enumerate().take(1 + kept.level) {
        let is_last = level.0 == kept.level;
        if !is_last && !level.1.may_hold(scene, frame, fineness(paper)) {
            continue;
        }
        let sizes = Sizes::finer(scene, level, room_names, paper);
        let (problem, fits) = sizes.problem(&scene.network, frame);
        if !fits && !is_last {
            continue;
        }
        let wished = over_the_page(&problem, &kept.nodes);
        let Some(places) = extend(&problem, &wished, stop)? else {
            continue;
        };
        let stands = |(wished, place): (&Option<Point>, &Point)| {
            wished.is_none_or(|wished| wished.distance(*place) <= PUSHED)
        };
        if is_last || wished.iter().zip(&places.nodes).all(stands) {
            return Ok(Some(sizes.at(places)));
        }
    }
    Ok(None)
}

/// The places as far apart as the frame allows, all by the same factor, about its middle.
fn over_the_page(problem: &Problem, kept: &[Option<Point>]) -> Vec<Option<Point>> {
    let at = |point: &Point| Rect::sized(point.x, point.y, 0.0, 0.0);
    let extent = Rect::around(kept.iter().flatten().map(at));
    let room = within(problem);
    let factor = (room.width() / extent.width().max(1.0))
        .min(room.height() / extent.height().max(1.0))
        .clamp(1.0, FARTHEST);
    let factor = (factor / STEP).floor() * STEP;
    let (from, to) = (extent.centre(), room.centre());
    let spread = |point: Point| (to + (point - from) * factor).rounded();
    kept.iter().map(|place| place.map(spread)).collect()
}

/// Where in the frame nodes may lie, so that their boxes and the names over them stay in it.
fn within(problem: &Problem) -> Rect {
    let boxes = || problem.bodies.iter().flatten();
    let most = |far: fn(&Rect) -> f64| boxes().map(far).fold(0.0, f64::max) + problem.margin;
    let titles = problem.titles.iter().map(|(_, height)| *height);
    let frame = problem.frame;
    Rect {
        left: frame.left + most(|rect| -rect.left),
        top: frame.top + most(|rect| -rect.top) + titles.fold(0.0, f64::max),
        right: frame.right - most(|rect| rect.right),
        bottom: frame.bottom - most(|rect| rect.bottom),
    }
}
