//! The words and numbers on lines, each where it lies on nothing else.

use super::content::{Content, Lies, Pair};
use super::routes::{Circle, Obstacles, Way};
use crate::map::paper::font::{Weight, width};
use crate::map::plane::{Point, Rect};
use crate::text::views::OfficesTexts;

/// The radius of the open circle on a line that hangs on one function.
pub const OPEN: f64 = 9.5;

/// The height of a word's box in font sizes, and the space at its sides.
const HIGH: f64 = 1.75;
pub const BESIDE: f64 = 0.65;

/// The radius of a finding's number in font sizes.
pub const NUMBER: f64 = 0.72;

/// Where along a line a mark is tried, and how far aside where the line itself has no room.
const ALONG: [f64; 13] = [
    0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.28, 0.72, 0.22, 0.78, 0.16, 0.84,
];
const ASIDE: [f64; 9] = [0.0, 14.0, -14.0, 28.0, -28.0, 42.0, -42.0, 60.0, -60.0];

/// What it costs to lie on a circle, name or mark; on another line; off the own line, a unit; off its middle.
const ON_OTHER: f64 = 1000.0;
const ON_LINE: f64 = 6.0;
const OFF: f64 = 1.2;
const OFF_MIDDLE: f64 = 12.0;

/// A mark on a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// The number of its pair.
    pub pair: usize,
    /// What it tells.
    pub of: Tells,
    /// Its box.
    pub rect: Rect,
    /// Its words; none: it is a circle.
    pub words: Option<String>,
    /// The number of the finding that tells it, from 0.
    pub finding: Option<usize>,
}

/// What a mark tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tells {
    /// How the ties lie to what is to be expected.
    Lies,
    /// That they hang on one function.
    Held,
}

/// The marks of all pairs of which something is to be said, the most important first.
pub fn marks(
    content: &Content,
    ways: &[Way],
    obstacles: &Obstacles,
    size: f64,
    say: &OfficesTexts,
) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    let fewer = |pair: &Pair| matches!(pair.lies, Lies::Fewer { .. });
    let mut order: Vec<usize> = (0..content.pairs.len()).collect();
    order.sort_by_key(|at| (!fewer(&content.pairs[*at]), content.pairs[*at].finding, *at));
    for at in order {
        let pair = &content.pairs[at];
        let place = |box_of: (f64, f64), marks: &[Mark]| {
            let taken: Vec<Rect> = marks.iter().map(|mark| mark.rect).collect();
            free(at, box_of, ways, obstacles, &taken)
        };
        let round = (2.0 * OPEN, 2.0 * OPEN);
        if fewer(pair) {
            let words = (say.instead)(pair.ties.unwrap_or(0), pair.expected.round() as u64);
            let number = pair.finding.map_or(0.0, |_| 2.0 * NUMBER + 0.4);
            let wide = width(&words, Weight::Bold, size) + (2.0 * BESIDE + number) * size;
            let (cost, rect) = place((wide, HIGH * size), &marks);
            // Where the words have no room, the number alone leads to the finding that says them.
            let narrow = cost >= ON_OTHER && pair.finding.is_some();
            marks.push(Mark {
                pair: at,
                of: Tells::Lies,
                rect: if narrow { place(round, &marks).1 } else { rect },
                words: (!narrow).then_some(words),
                finding: pair.finding,
            });
        } else if pair.finding.is_some() {
            marks.push(Mark {
                pair: at,
                of: Tells::Lies,
                rect: place(round, &marks).1,
                words: None,
                finding: pair.finding,
            });
        }
        if pair.ringed {
            marks.push(Mark {
                pair: at,
                of: Tells::Held,
                rect: place(round, &marks).1,
                words: None,
                finding: pair.held_finding,
            });
        }
    }
    marks
}

/// The place of a box on a line that costs least, with its cost; `taken` are boxes that have theirs.
pub fn free(
    pair: usize,
    (wide, high): (f64, f64),
    ways: &[Way],
    obstacles: &Obstacles,
    taken: &[Rect],
) -> (f64, Rect) {
    let mut best: Option<(f64, Rect)> = None;
    for aside in ASIDE {
        for share in ALONG {
            let (on, across) = ways[pair].along(share);
            let centre = (on + across * aside).rounded();
            let rect = Rect::sized(centre.x - wide / 2.0, centre.y - high / 2.0, wide, high);
            let without_lines = OFF * aside.abs()
                + OFF_MIDDLE * (share - 0.5).abs()
                + ON_OTHER * on_others(&rect, obstacles, taken) as f64;
            if best.is_some_and(|(least, _)| without_lines >= least) {
                continue;
            }
            let others = ways.iter().enumerate().filter(|(at, _)| *at != pair);
            let others = others.filter(|(_, way)| way.meets(&rect));
            // No more are counted than tell that another place is better.
            let most = best.map_or(usize::MAX, |(least, _)| {
                ((least - without_lines) / ON_LINE).ceil() as usize
            });
            let lines = others.take(most).count();
            let cost = without_lines + ON_LINE * lines as f64;
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, rect));
            }
        }
    }
    best.expect("there are places to try")
}

/// On how many circles, names, marks and borders a box lies.
fn on_others(rect: &Rect, obstacles: &Obstacles, taken: &[Rect]) -> usize {
    let circles = obstacles.circles.iter();
    let circles = circles.filter(|circle| touches(rect, circle)).count();
    let names = obstacles.names.iter();
    let names = names.filter(|name| name.grown(2.0).overlaps(rect)).count();
    let taken = taken.iter();
    let taken = taken.filter(|one| one.grown(2.0).overlaps(rect)).count();
    circles + names + taken + usize::from(!obstacles.frame.encloses(rect, 0.0))
}

/// Whether a box comes near a circle.
fn touches(rect: &Rect, circle: &Circle) -> bool {
    let nearest = Point::new(
        circle.centre.x.clamp(rect.left, rect.right),
        circle.centre.y.clamp(rect.top, rect.bottom),
    );
    nearest.distance(circle.centre) < circle.radius + 3.0
}
