//! How kept, new and ended ties and actors look; each is told by its form, not by colour alone.

use super::super::plane::{Point, tenths};
use crate::map::paper::style::{Colour, INK, PAPER, SOFT};
use crate::map::paper::xml::{Xml, polygon};

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
pub const KEPT: Colour = "#8f98a3";
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

    /// Writes the sign in the middle of a line: up for stronger, down for weaker.
    pub fn sign(self, xml: &mut Xml, at: Point) {
        let (high, fill) = match self {
            Self::Stronger => (-3.6, INK),
            Self::Weaker => (3.6, PAPER),
            Self::Kept | Self::New | Self::Ended => return,
        };
        let corners = [
            Point::new(at.x - 4.2, at.y - high),
            Point::new(at.x + 4.2, at.y - high),
            Point::new(at.x, at.y + high),
        ];
        xml.open("path")
            .set("d", polygon(&corners))
            .set("fill", fill)
            .set("stroke", INK)
            .set("stroke-dasharray", "none")
            .set("stroke-width", 0.9)
            .close();
    }
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

    /// Writes what is around or instead of a mark that reaches `r` from its centre.
    pub fn draw(self, xml: &mut Xml, at: Point, r: f64, colour: Colour) {
        let ring = |xml: &mut Xml, r: f64, fill: &str, dashes: Option<&str>| {
            xml.open("circle")
                .at("cx", at.x)
                .at("cy", at.y)
                .at("r", r)
                .set("fill", fill)
                .set("stroke", colour)
                .set("stroke-width", 1.4);
            if let Some(dashes) = dashes {
                xml.set("stroke-dasharray", dashes);
            }
            xml.close();
        };
        match self {
            Self::Stayed | Self::Absent => {}
            Self::Joined => {
                let (x, y) = (at.x + r * 0.95, at.y - r * 0.95);
                let arm = (r * 0.5).clamp(2.0, 4.0);
                xml.open("circle")
                    .at("cx", x)
                    .at("cy", y)
                    .at("r", arm + 1.6)
                    .set("fill", PAPER)
                    .set("stroke", INK)
                    .set("stroke-width", 0.9)
                    .close();
                let d = format!(
                    "M{} {}h{}M{} {}v{}",
                    tenths(x - arm),
                    tenths(y),
                    tenths(2.0 * arm),
                    tenths(x),
                    tenths(y - arm),
                    tenths(2.0 * arm)
                );
                xml.open("path")
                    .set("d", d)
                    .set("stroke", INK)
                    .set("stroke-width", 1.5)
                    .close();
            }
            Self::Left | Self::MovedAway => ring(xml, r * 0.9, PAPER, Some("2.5 2")),
            Self::Moved => ring(xml, r + 2.6, "none", None),
        }
    }

    /// Whether the actor's mark itself is drawn: not of one that is gone from here.
    pub fn is_here(self) -> bool {
        matches!(self, Self::Stayed | Self::Joined | Self::Moved)
    }
}
