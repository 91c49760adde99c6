//! How a block looks: its colour, the marks of its providers, and whether one office stands alone.

use svg::Node;
use svg::node::element::{Circle, Group, Path, Rectangle};

use crate::domain::DepartmentKind;
use crate::map::paper::font::{Weight, width};
use crate::map::paper::lettering::shade;
use crate::map::paper::nodes::{Draw, Nodes, text};
use crate::map::paper::style::{Colour, EXAMPLE, INK, PAPER, SOFT};
use crate::map::plane::{Point, Rect, tenths};

/// The font size of a sign.
pub const SIGN: f64 = 8.7;

/// What a block shows besides its name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Block {
    /// The number of the responsible department, which decides the colour in all views.
    pub room: Option<usize>,
    /// Its sign, which stands in the block: a colour is lost in grey print.
    pub sign: Option<String>,
    /// Who provides it.
    pub marks: Vec<ProviderMark>,
    /// Whether one office stands alone.
    pub alone: Option<Alone>,
}

/// Who provides an offer, by mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProviderMark {
    /// The responsible office itself.
    Own,
    /// Another office of the district authority.
    Office,
    /// A provider.
    Provider,
    /// Another organisation.
    Other,
}

impl ProviderMark {
    /// All marks.
    pub const ALL: [Self; 4] = [Self::Own, Self::Office, Self::Provider, Self::Other];

    /// The mark of a department that provides an offer.
    pub fn of(kind: DepartmentKind, responsible: bool) -> Self {
        match kind {
            _ if responsible => Self::Own,
            DepartmentKind::Provider => Self::Provider,
            kind if kind.is_office() => Self::Office,
            _ => Self::Other,
        }
    }

    /// The mark, reaching `r` from its centre.
    pub fn draw(self, at: Point, r: f64, colour: Colour) -> Box<dyn Node> {
        let (x, y) = (at.x, at.y);
        let square = |half: f64| {
            Rectangle::new()
                .at("x", x - r * half)
                .at("y", y - r * half)
                .at("width", r * 2.0 * half)
                .at("height", r * 2.0 * half)
        };
        match self {
            Self::Own => square(0.85).set("fill", colour).into(),
            Self::Office => square(0.75)
                .set("fill", PAPER)
                .set("stroke", colour)
                .set("stroke-width", 1.2)
                .into(),
            Self::Provider => Circle::new().around(at, r).set("fill", colour).into(),
            Self::Other => {
                let [x, top] = [x, y - r].map(tenths);
                let [half, high, wide] = [r * 1.1, r * 1.9, r * 2.2].map(tenths);
                let d = format!("M{x} {top}l{half} {high}h-{wide}Z");
                Path::new().set("d", d).set("fill", colour).into()
            }
        }
    }
}

/// How far one office stands alone with an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alone {
    /// It provides it and answers for it alone.
    Held,
    /// And nobody else knows it or refers to it.
    Known,
}

impl Alone {
    /// The word for it in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Held => "held by one",
            Self::Known => "known to one",
        }
    }

    /// The badge: a 1 in a ring, or in a disc.
    pub fn draw(self, at: Point, r: f64) -> Group {
        let filled = self == Self::Known;
        let disc = Circle::new()
            .around(at, r)
            .set("fill", if filled { INK } else { PAPER })
            .set("stroke", INK);
        let one = text("1")
            .at("x", at.x)
            .at("y", at.y + r * 0.62)
            .with("text-anchor", "middle")
            .with("font-weight", "bold")
            .at("font-size", r * 1.9)
            .with("fill", if filled { PAPER } else { INK });
        Group::new().add(disc).add(one)
    }
}

/// The ground of a block: tinted, with a strong edge in the colour of who is responsible.
pub fn ground(rect: Rect, room: Option<usize>, known: bool) -> Nodes {
    let colours = room.map(shade);
    let (fill, ink) = colours.map_or((PAPER, SOFT), |(shade, _)| (shade.ground, shade.ink));
    let ground = Rectangle::new()
        .over(rect)
        .set("rx", 2.5)
        .set("fill", fill)
        .set("stroke", ink)
        .set("stroke-width", if known { 1.8 } else { 0.8 })
        .maybe("stroke-dasharray", room.is_none().then_some("3 2"));
    let mut drawn: Nodes = vec![ground.into()];
    let Some((_, again)) = colours else {
        return drawn;
    };
    let edge = Rectangle::new()
        .at("x", rect.left)
        .at("y", rect.top)
        .set("width", 4)
        .at("height", rect.height())
        .set("fill", ink);
    drawn.push(edge.into());
    // After twelve departments the colours repeat with another mark.
    if again > 0 {
        let mark = Rectangle::new()
            .at("x", rect.left + 1.0)
            .at("y", rect.centre().y - 2.0)
            .set("width", 2)
            .set("height", 4)
            .set("fill", PAPER);
        drawn.push(mark.into());
    }
    drawn
}

/// How wide a sign is with its ground.
pub fn tag_width(sign: &str) -> f64 {
    width(sign, Weight::Bold, SIGN) + 5.0
}

/// A sign in white on its department's colour.
pub fn tag(sign: &str, room: usize, from: Point) -> Group {
    let rect = Rect::sized(from.x, from.y - 5.1, tag_width(sign), 10.2);
    let ground = Rectangle::new()
        .over(rect)
        .set("rx", 2)
        .set("fill", shade(room).0.ink);
    let words = text(sign)
        .at("x", rect.centre().x)
        .at("y", from.y + SIGN * 0.36)
        .at("font-size", SIGN)
        .with("font-weight", "bold")
        .with("text-anchor", "middle")
        .with("fill", PAPER);
    Group::new().add(ground).add(words)
}

/// The open place of a cell without an offer.
pub fn gap(rect: Rect) -> Rectangle {
    Rectangle::new()
        .over(rect)
        .set("rx", 4)
        .set("fill", PAPER)
        .set("stroke", EXAMPLE)
        .set("stroke-width", 1.4)
        .set("stroke-dasharray", "5 4")
}
