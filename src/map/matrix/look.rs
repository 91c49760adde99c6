//! How a cell looks: its ground, and a sign that says the same without colour.

use super::super::plane::{Point, Rect, tenths};
use super::super::style::{Colour, INK, PAPER, RULE, SOFT};
use super::super::xml::{Xml, polygon};

/// What is to be seen at a glance of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Its ties beside what is to be expected.
    Against {
        /// How they lie to it.
        tone: Tone,
        /// Whether both ways to say what is to be expected agree.
        sure: bool,
    },
    /// Too small for a statement.
    TooSmall,
    /// Asked, and no tie reported; nothing to be said of it against chance.
    NoneReported,
    /// Nobody answered.
    NotAsked,
    /// Leaders: at least one tie is reported, no number is said.
    Reported,
    /// Leaders: none is reported, with a small office.
    Silent,
    /// Leaders: what is inside a small office.
    Withheld,
}

/// How ties lie to what is to be expected: the number of standard deviations, in steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// At least three below.
    FarLess,
    /// At least two below.
    Less,
    /// Less than two away.
    Expected,
    /// At least two above.
    More,
    /// At least three above.
    FarMore,
}

impl Tone {
    /// The tone of a z.
    pub fn of(z: f64) -> Self {
        match z {
            z if z <= -3.0 => Self::FarLess,
            z if z <= -2.0 => Self::Less,
            z if z < 2.0 => Self::Expected,
            z if z < 3.0 => Self::More,
            _ => Self::FarMore,
        }
    }

    /// The word for it in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::FarLess => "far less",
            Self::Less => "less",
            Self::Expected => "as expected",
            Self::More => "more",
            Self::FarMore => "far more",
        }
    }

    /// Blue to orange, light enough for black numbers; the ends differ in hue for all kinds of colour blindness.
    fn ground(self) -> Colour {
        match self {
            Self::FarLess => "#86b5de",
            Self::Less => "#cfe3f4",
            Self::Expected => "#f0f0ec",
            Self::More => "#fbdcb4",
            Self::FarMore => "#f2a65a",
        }
    }

    /// Whether the sign points down, and how large it is.
    fn sign(self) -> Option<(bool, f64)> {
        match self {
            Self::FarLess => Some((true, 4.6)),
            Self::Less => Some((true, 3.2)),
            Self::Expected => None,
            Self::More => Some((false, 3.2)),
            Self::FarMore => Some((false, 4.6)),
        }
    }
}

impl Look {
    /// The word for it in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Against { tone, .. } => tone.code(),
            Self::TooSmall => "too small",
            Self::NoneReported => "none reported",
            Self::NotAsked => "not asked",
            Self::Reported => "reported",
            Self::Silent => "none reported",
            Self::Withheld => "withheld",
        }
    }

    /// Writes the ground and the sign into a box.
    pub fn draw(self, xml: &mut Xml, rect: Rect) {
        let ground = match self {
            Self::Against { tone, .. } => tone.ground(),
            _ => PAPER,
        };
        frame(xml, rect, ground, RULE, None);
        let middle = rect.centre();
        let r = (rect.height() * 0.16).min(5.0);
        match self {
            Self::Against { tone, sure } => {
                if let Some((down, size)) = tone.sign() {
                    let size = size.min(rect.height() * 0.3);
                    let at = Point::new(rect.right - size - 2.5, rect.top + size * 0.8 + 2.5);
                    triangle(xml, at, size, down, sure);
                }
            }
            Self::NoneReported => {
                let inner = rect.grown(-(rect.height() * 0.1).clamp(1.0, 3.0));
                frame(xml, inner, "none", SOFT, Some("2 2"));
            }
            Self::NotAsked => stripes(xml, rect),
            Self::Reported | Self::Silent => {
                xml.open("circle")
                    .at("cx", middle.x)
                    .at("cy", middle.y)
                    .at("r", r)
                    .set("fill", if self == Self::Reported { INK } else { PAPER })
                    .set("stroke", INK)
                    .set("stroke-width", 1.2)
                    .close();
            }
            Self::TooSmall => {}
            Self::Withheld => {
                let d = format!(
                    "M{} {}h{}",
                    tenths(middle.x - r),
                    tenths(middle.y),
                    tenths(2.0 * r)
                );
                xml.open("path")
                    .set("d", d)
                    .set("stroke", SOFT)
                    .set("stroke-width", 1.4)
                    .close();
            }
        }
    }
}

fn frame(xml: &mut Xml, rect: Rect, fill: &str, stroke: Colour, dashes: Option<&str>) {
    xml.open("rect")
        .over(rect)
        .set("fill", fill)
        .set("stroke", stroke);
    if let Some(dashes) = dashes {
        xml.set("stroke-dasharray", dashes);
    }
    xml.close();
}

/// A triangle: filled where the statement is sure, else open.
fn triangle(xml: &mut Xml, at: Point, size: f64, down: bool, sure: bool) {
    let high = if down { size * 0.8 } else { -size * 0.8 };
    let corners = [
        Point::new(at.x - size, at.y - high),
        Point::new(at.x + size, at.y - high),
        Point::new(at.x, at.y + high),
    ];
    xml.open("path")
        .set("d", polygon(&corners))
        .set("fill", if sure { INK } else { PAPER })
        .set("stroke", INK)
        .set("stroke-width", 0.8)
        .close();
}

/// Slanting lines over a box.
fn stripes(xml: &mut Xml, rect: Rect) {
    let mut d = String::new();
    let high = rect.height();
    let mut x = rect.left - high + 5.0;
    while x < rect.right {
        // A line from the lower side up to the right, cut at the box's sides.
        let (from, to) = (x.max(rect.left), (x + high).min(rect.right));
        if to - from > 0.5 {
            d.push_str(&format!(
                "M{} {}L{} {}",
                tenths(from),
                tenths(rect.bottom - (from - x)),
                tenths(to),
                tenths(rect.bottom - (to - x))
            ));
        }
        x += 6.0;
    }
    xml.open("path")
        .set("d", d)
        .set("stroke", RULE)
        .set("stroke-width", 1)
        .close();
}
