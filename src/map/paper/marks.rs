//! The marks of actors by shape, and the widths of ties by strength.

use svg::node::element::{Circle, Element, Ellipse};

use super::nodes::{Draw, Nodes};
use super::style::{INK, PAPER};
use crate::map::plane::{Point, tenths};

/// The shape of an actor's mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A disc.
    Actor,
    /// A square on its corner.
    CoreTeam,
    /// A square.
    Body,
}

impl Mark {
    /// The mark of an actor; a body of the core team shows that it is a body.
    pub fn of(core_team: bool, body: bool) -> Self {
        match (body, core_team) {
            (true, _) => Self::Body,
            (false, true) => Self::CoreTeam,
            (false, false) => Self::Actor,
        }
    }
}

/// A mark that reaches `r` from its centre; where its colour stands for the second, third or fourth department, `again`
/// says so by a dot, a bar or a post in it.
pub fn mark(mark: Mark, centre: Point, r: f64, fill: &str, again: usize) -> Nodes {
    let (x, y) = (tenths(centre.x), tenths(centre.y));
    let mut shape = match mark {
        Mark::Actor => Element::new("circle").around(centre, r),
        Mark::CoreTeam => {
            let r = tenths(r * 1.15);
            let d = format!("M{x} {}l{r} {r}l-{r} {r}l-{r} -{r}Z", tenths(y - r));
            Element::new("path").with("d", d)
        }
        Mark::Body => {
            let r = r * 0.86;
            Element::new("rect")
                .at("x", x - r)
                .at("y", y - r)
                .at("width", 2.0 * r)
                .at("height", 2.0 * r)
        }
    };
    shape = shape
        .with("fill", fill)
        .with("stroke", PAPER)
        .at("stroke-width", (r * 0.2).clamp(0.3, 1.4));
    let (long, short) = (tenths(r * 0.55), tenths(r * 0.22));
    let (wide, high) = match again % 4 {
        0 => return vec![shape.into()],
        1 => (tenths(r * 0.35), tenths(r * 0.35)),
        2 => (long, short),
        _ => (short, long),
    };
    let sign = Ellipse::new()
        .set("cx", x)
        .set("cy", y)
        .set("rx", wide.max(0.2))
        .set("ry", high.max(0.2))
        .set("fill", PAPER);
    vec![shape.into(), sign.into()]
}

/// The ring around what alone holds two departments together.
pub fn ring(centre: Point, r: f64) -> Circle {
    Circle::new()
        .around(centre, r)
        .set("fill", PAPER)
        .set("stroke", INK)
        .at("stroke-width", (r * 0.2).clamp(0.8, 2.0))
}

/// From strengths to widths of lines.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    low: f64,
    high: f64,
}

/// The thinnest and the thickest line.
const WIDTHS: (f64, f64) = (0.8, 3.2);

impl Scale {
    /// The scale of a district's strengths from 1 to 5, else of the strengths that occur.
    pub fn of(anchored: bool, strengths: &[f64]) -> Self {
        if anchored {
            return Self {
                low: 1.0,
                high: 5.0,
            };
        }
        let low = strengths.iter().copied().fold(f64::MAX, f64::min);
        let high = strengths.iter().copied().fold(f64::MIN, f64::max);
        Self { low, high }
    }

    /// The width of a line of this strength.
    pub fn width(&self, strength: f64) -> f64 {
        let share = if self.high > self.low {
            ((strength - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
        } else {
            0.3
        };
        WIDTHS.0 + (WIDTHS.1 - WIDTHS.0) * share
    }
}
