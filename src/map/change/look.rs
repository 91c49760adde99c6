//! How kept, new and ended ties and actors look; each is told by its form, not by colour alone.

use svg::node::element::{Circle, Path};

use crate::map::paper::nodes::{Draw, Nodes};
use crate::map::paper::paths::polygon;
use crate::map::paper::style::{Colour, INK, PALE_DASHES, PAPER, SOFT};
use crate::map::plane::{Point, tenths};

/// How pale what cannot be compared is.
pub const PALE: f64 = 0.5;
/// How wide it is, beside what can.
pub const PALE_WIDTH: f64 = 0.5;
/// How many times as many ties are new as ended, or ended as new, where a bundle says only the one.
const OUTWEIGHS: usize = 2;
/// The ground of a bundle.
const BUNDLE: Colour = "#ccd3da";

/// What became of a tie, or of the ties of two departments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// As before.
    Kept,
    /// Only in the later phase.
    New,
    /// Only in the earlier phase.
    Ended,
    /// Kept and stronger.
    Stronger,
    /// Kept and weaker.
    Weaker,
}

/// Kept: thin and grey.
const KEPT: Colour = "#8f98a3";
/// New: strong and dark.
const NEW: Colour = "#005f9e";
/// Ended: dashed.
const ENDED: Colour = "#b0480c";

impl Fate {
    /// All fates.
    pub const ALL: [Self; 5] = [
        Self::New,
        Self::Ended,
        Self::Kept,
        Self::Stronger,
        Self::Weaker,
    ];

    /// The word for it in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::New => "new",
            Self::Ended => "ended",
            Self::Stronger => "stronger",
            Self::Weaker => "weaker",
        }
    }

    /// Colour, width and dashes of its line.
    pub fn line(self) -> (Colour, f64, Option<&'static str>) {
        match self {
            Self::Kept => (KEPT, 1.0, None),
            Self::Stronger | Self::Weaker => (SOFT, 1.5, None),
            Self::New => (NEW, 2.4, None),
            Self::Ended => (ENDED, 1.8, Some("5 4")),
        }
    }

    /// The sign in the middle of a line: up for stronger, down for weaker.
    pub fn sign(self, at: Point) -> Option<Path> {
        let (high, fill) = match self {
            Self::Stronger => (-3.6, INK),
            Self::Weaker => (3.6, PAPER),
            Self::Kept | Self::New | Self::Ended => return None,
        };
        let corners = [
            Point::new(at.x - 4.2, at.y - high),
            Point::new(at.x + 4.2, at.y - high),
            Point::new(at.x, at.y + high),
        ];
        let sign = Path::new()
            .set("d", polygon(&corners))
            .set("fill", fill)
            .set("stroke", INK)
            .set("stroke-dasharray", "none")
            .set("stroke-width", 0.9);
        Some(sign)
    }
}

/// The dashes of a line: what cannot be compared has its own, since pale and grey are one in grey print.
pub fn form(dashes: Option<&'static str>, comparable: bool) -> Option<&'static str> {
    if comparable {
        dashes
    } else {
        Some(PALE_DASHES)
    }
}

/// A bundle of so many ties, of which these are new and ended.
pub fn bundle(d: &str, wide: f64, ties: usize, [new, ended]: [usize; 2]) -> Vec<Path> {
    let line = |colour: &str, wide: f64, dashes: Option<&str>| {
        Path::new()
            .set("d", d)
            .set("stroke", colour)
            .at("stroke-width", wide)
            .maybe("stroke-dasharray", dashes)
    };
    let mut drawn = vec![line(BUNDLE, wide, None)];
    let (most, least) = (new.max(ended), new.min(ended));
    let (fate, turned) = match most >= OUTWEIGHS * least {
        _ if most == 0 => return drawn,
        true if new > ended => (Fate::New, most),
        true => (Fate::Ended, most),
        false => (Fate::Stronger, new + ended),
    };
    let (colour, least, dashes) = fate.line();
    let share = turned as f64 / ties.max(1) as f64;
    let core = (wide * share).clamp(least.min(wide), wide);
    drawn.push(line(colour, core, dashes));
    if fate == Fate::Stronger {
        drawn.push(line(PAPER, 0.4 * core, Fate::Ended.line().2));
    }
    drawn
}

/// Whether an actor stayed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stay {
    /// In both phases in this department.
    Stayed,
    /// Only in the later phase.
    Joined,
    /// Only in the earlier phase.
    Left,
    /// In another department before: this is its place now.
    Moved,
    /// In another department now: this was its place.
    MovedAway,
    /// In neither phase.
    Absent,
}

impl Stay {
    /// Those that a legend explains.
    pub const ALL: [Self; 3] = [Self::Joined, Self::Left, Self::Moved];

    /// The word for it in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Stayed => "stayed",
            Self::Joined => "joined",
            Self::Left => "left",
            Self::Moved => "moved here",
            Self::MovedAway => "moved away",
            Self::Absent => "absent",
        }
    }

    /// What is around or instead of a mark that reaches `r` from its centre.
    pub fn draw(self, at: Point, r: f64, colour: Colour) -> Nodes {
        let ring = |r: f64, fill: &str| {
            Circle::new()
                .around(at, r)
                .set("fill", fill)
                .set("stroke", colour)
                .set("stroke-width", 1.4)
        };
        match self {
            Self::Stayed | Self::Absent => Nodes::new(),
            Self::Joined => joined(at, r),
            Self::Left => {
                vec![ring(r * 0.9, PAPER).set("stroke-dasharray", "2.5 2").into()]
            }
            // Smaller than who left: it is another place of somebody who is there.
            Self::MovedAway => vec![ring(r * 0.45, PAPER).set("stroke-width", 1.1).into()],
            Self::Moved => vec![ring(r + 2.6, "none").into()],
        }
    }

    /// Whether the actor's mark itself is drawn: not of one that is gone from here.
    pub fn is_here(self) -> bool {
        matches!(self, Self::Stayed | Self::Joined | Self::Moved)
    }
}

/// The ways of those that moved.
pub fn moves(d: &str) -> Path {
    Path::new()
        .set("d", d)
        .set("fill", "none")
        .set("stroke", INK)
        .set("stroke-width", 1.2)
        .set("stroke-dasharray", "1 3")
}

/// The plus at the corner of a mark.
fn joined(at: Point, r: f64) -> Nodes {
    let (x, y) = (at.x + r * 0.95, at.y - r * 0.95);
    let arm = (r * 0.5).clamp(2.0, 4.0);
    let ground = Circle::new()
        .around(Point::new(x, y), arm + 1.6)
        .set("fill", PAPER)
        .set("stroke", INK)
        .set("stroke-width", 0.9);
    let [left, top, across] = [x - arm, y - arm, 2.0 * arm].map(tenths);
    let d = format!(
        "M{left} {}h{across}M{} {top}v{across}",
        tenths(y),
        tenths(x)
    );
    let plus = Path::new()
        .set("d", d)
        .set("stroke", INK)
        .set("stroke-width", 1.5);
    vec![ground.into(), plus.into()]
}
