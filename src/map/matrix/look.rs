//! How a cell looks: its ground, and a sign that says the same without colour.

use svg::Node;
use svg::node::element::{Circle, Path, Rectangle};

use crate::map::paper::nodes::{Draw, Nodes};
use crate::map::paper::paths::polygon;
use crate::map::paper::style::{Colour, INK, LOOSE, PAPER, RULE, SOFT};
use crate::map::plane::{Point, Rect, tenths};

/// How wide a sign stands, in font sizes of the number.
pub const SIGN: f64 = 0.72;

/// What is to be seen at a glance of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Its ties beside what is to be expected.
    Against {
        /// How they lie to it.
        tone: Tone,
        /// Whether both ways to say what is to be expected agree.
        sure: Sure,
    },
    /// Too small for a statement.
    TooSmall,
    /// Asked, and no tie reported; nothing to be said of it against chance.
    NoneReported,
    /// Nobody answered.
    NotAsked,
    /// What is inside a department of one function.
    One,
    /// Leaders: at least one tie is reported, no number is said.
    Reported,
    /// Leaders: none is reported, with a small office.
    Silent,
    /// Leaders: what is inside a small office.
    Withheld,
}

/// How sure it is that ties differ from what is to be expected by the sizes of the departments and by the contacts of the
/// functions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sure {
    /// Both ways to say what is to be expected agree, among all pairs.
    Yes,
    /// They agree, but among so many pairs it may be chance.
    Maybe,
    /// One of them says so, or they say the opposite.
    One,
    /// None of them says so.
    No,
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

    /// Blue to orange, light enough for black numbers; the ends differ in hue for all kinds of colour blindness. In grey
    /// more is the darker, the more there is, and less is striped.
    fn ground(self) -> Colour {
        match self {
            Self::FarLess => "#dbeaf7",
            Self::Less => "#eef5fb",
            Self::Expected => "#f0f0ec",
            Self::More => "#f7c98f",
            Self::FarMore => "#e2883a",
        }
    }

    /// Lines from side to side, as of a minus sign: their distance and width.
    fn lines(self) -> Option<(f64, f64)> {
        match self {
            Self::FarLess => Some((4.0, 1.9)),
            Self::Less => Some((6.0, 1.3)),
            Self::Expected | Self::More | Self::FarMore => None,
        }
    }

    /// Whether the sign points down, and how often it stands.
    fn sign(self) -> Option<(bool, usize)> {
        match self {
            Self::FarLess => Some((true, 2)),
            Self::Less => Some((true, 1)),
            Self::Expected => None,
            Self::More => Some((false, 1)),
            Self::FarMore => Some((false, 2)),
        }
    }
}

/// The lines of cells with fewer ties than expected.
const LINES: Colour = "#6fa5d6";

impl Look {
    /// The word for it in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Against { tone, .. } => tone.code(),
            Self::TooSmall => "too small",
            Self::NoneReported => "none reported",
            Self::NotAsked => "not asked",
            Self::One => "one function",
            Self::Reported => "reported",
            Self::Silent => "none reported",
            Self::Withheld => "withheld",
        }
    }

    /// The ground of a box and what stands in it besides words.
    pub fn ground(self, rect: Rect) -> Nodes {
        let mut drawn: Nodes = vec![frame(rect, self.colour(), RULE).into()];
        match self {
            Self::Against {
                tone,
                sure: Sure::Yes | Sure::Maybe,
            } => {
                let lines = tone.lines();
                drawn.extend(lines.map(|(apart, wide)| across(rect, apart, wide).into()));
            }
            Self::NoneReported => {
                let inner = rect.grown(-(rect.height() * 0.1).clamp(1.0, 3.0));
                let inner = frame(inner, "none", SOFT).set("stroke-dasharray", "2 2");
                drawn.push(inner.into());
            }
            Self::NotAsked => drawn.push(stripes(rect).into()),
            Self::Against { .. }
            | Self::TooSmall
            | Self::Reported
            | Self::Silent
            | Self::Withheld
            | Self::One => {}
        }
        drawn
    }

    /// What stands for a state where there is no room for its word.
    pub fn sign(self, rect: Rect) -> Option<Box<dyn Node>> {
        let middle = rect.centre();
        let r = (rect.height() * 0.16).min(5.0);
        match self {
            Self::Reported | Self::Silent => {
                let disc = Circle::new()
                    .around(middle, r)
                    .set("fill", if self == Self::Reported { INK } else { PAPER })
                    .set("stroke", INK)
                    .set("stroke-width", 1.2);
                Some(disc.into())
            }
            Self::Withheld | Self::One => {
                let [x, y, wide] = [middle.x - r, middle.y, 2.0 * r].map(tenths);
                let dash = Path::new()
                    .set("d", format!("M{x} {y}h{wide}"))
                    .set("stroke", SOFT)
                    .set("stroke-width", 1.4);
                Some(dash.into())
            }
            Self::Against { .. } | Self::TooSmall | Self::NoneReported | Self::NotAsked => None,
        }
    }

    /// Its colour: only what stands out by both yardsticks has one.
    fn colour(self) -> Colour {
        match self {
            Self::Against {
                tone,
                sure: Sure::Yes | Sure::Maybe,
            } => tone.ground(),
            Self::Against { .. } => Tone::Expected.ground(),
            _ => PAPER,
        }
    }

    /// Whether ties are compared with what is to be expected.
    pub fn is_compared(self) -> bool {
        matches!(self, Self::Against { .. })
    }

    /// Whether ties stand out by one yardstick alone.
    pub fn is_by_one(self) -> bool {
        matches!(
            self,
            Self::Against {
                sure: Sure::One,
                ..
            }
        )
    }

    /// Whether the number of ties is known: not where nobody was asked, or there is nobody to be tied.
    pub fn is_known(self) -> bool {
        !matches!(self, Self::NotAsked | Self::One)
    }

    /// How many triangles stand before what is written.
    pub fn triangles(self) -> usize {
        match self {
            Self::Against { tone, .. } => tone.sign().map_or(0, |(_, times)| times),
            _ => 0,
        }
    }

    /// The triangles of a sign at the left of what is to be read, which is so wide; under it the lines stop.
    pub fn signs(self, rect: Rect, size: f64, whole: f64) -> Nodes {
        let Self::Against { tone, sure } = self else {
            return Nodes::new();
        };
        let Some((down, times)) = tone.sign() else {
            return Nodes::new();
        };
        let middle = rect.centre();
        let left = middle.x - whole / 2.0;
        let high = (size * 1.15).min(rect.height() - 1.0);
        let wide = (whole + 5.0).min(rect.width() - 1.0);
        let clear = Rect::sized(middle.x - wide / 2.0, middle.y - high / 2.0, wide, high);
        let clear = Rectangle::new()
            .over(clear)
            .set("rx", 2)
            .set("fill", self.colour());
        let mut drawn: Nodes = vec![clear.into()];
        drawn.extend((0..times).map(|place| {
            let x = left + SIGN * size * (place as f64 + 0.5);
            triangle(Point::new(x, middle.y), 0.42 * SIGN * size, down, sure).into()
        }));
        drawn
    }
}

/// The point that stands for no tie where so many cells have none that frames around them would be all one sees.
pub fn point(rect: Rect) -> Circle {
    let middle = rect.centre();
    Circle::new()
        .at("cx", middle.x)
        .at("cy", middle.y)
        .set("r", 1.1)
        .set("fill", LOOSE)
}

fn frame(rect: Rect, fill: &str, stroke: Colour) -> Rectangle {
    Rectangle::new()
        .over(rect)
        .set("fill", fill)
        .set("stroke", stroke)
}

/// A triangle: filled where the statement is sure, lighter where it is a hint, else open.
fn triangle(at: Point, size: f64, down: bool, sure: Sure) -> Path {
    let (fill, edge) = match sure {
        Sure::Yes => (INK, INK),
        Sure::Maybe => (LOOSE, LOOSE),
        Sure::One | Sure::No => (PAPER, INK),
    };
    let high = if down { size * 0.8 } else { -size * 0.8 };
    let corners = [
        Point::new(at.x - size, at.y - high),
        Point::new(at.x + size, at.y - high),
        Point::new(at.x, at.y + high),
    ];
    Path::new()
        .set("d", polygon(&corners))
        .set("fill", fill)
        .set("stroke", edge)
        .set("stroke-width", 0.8)
}

/// Lines from side to side of a box.
fn across(rect: Rect, apart: f64, wide: f64) -> Path {
    let times = ((rect.height() / apart) as usize).max(1);
    let first = rect.centre().y - (times - 1) as f64 / 2.0 * apart;
    let d: String = (0..times)
        .map(|row| {
            let y = tenths(first + row as f64 * apart);
            format!(
                "M{} {y}H{}",
                tenths(rect.left + 0.5),
                tenths(rect.right - 0.5)
            )
        })
        .collect();
    Path::new()
        .set("d", d)
        .set("stroke", LINES)
        .at("stroke-width", wide)
}

/// Slanting lines over a box.
fn stripes(rect: Rect) -> Path {
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
    Path::new()
        .set("d", d)
        .set("stroke", RULE)
        .set("stroke-width", 1)
}
