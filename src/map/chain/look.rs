//! How a block looks: its colour, the marks of its providers, and whether one office stands alone.

use super::super::plane::{Point, Rect, tenths};
use crate::domain::DepartmentKind;
use crate::map::paper::lettering::shade;
use crate::map::paper::style::{Colour, EXAMPLE, INK, PAPER, SOFT};
use crate::map::paper::xml::Xml;

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

    /// Writes the mark, reaching `r` from its centre.
    pub fn draw(self, xml: &mut Xml, at: Point, r: f64, colour: Colour) {
        let (x, y) = (at.x, at.y);
        match self {
            Self::Own => {
                xml.open("rect")
                    .at("x", x - r * 0.85)
                    .at("y", y - r * 0.85)
                    .at("width", r * 1.7)
                    .at("height", r * 1.7)
                    .set("fill", colour);
            }
            Self::Office => {
                xml.open("rect")
                    .at("x", x - r * 0.75)
                    .at("y", y - r * 0.75)
                    .at("width", r * 1.5)
                    .at("height", r * 1.5)
                    .set("fill", PAPER)
                    .set("stroke", colour)
                    .set("stroke-width", 1.2);
            }
            Self::Provider => {
                xml.open("circle")
                    .at("cx", x)
                    .at("cy", y)
                    .at("r", r)
                    .set("fill", colour);
            }
            Self::Other => {
                let d = format!(
                    "M{} {}l{} {}h-{}Z",
                    tenths(x),
                    tenths(y - r),
                    tenths(r * 1.1),
                    tenths(r * 1.9),
                    tenths(r * 2.2)
                );
                xml.open("path").set("d", d).set("fill", colour);
            }
        }
        xml.close();
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

    /// Writes the badge: a 1 in a ring, or in a disc.
    pub fn draw(self, xml: &mut Xml, at: Point, r: f64) {
        let filled = self == Self::Known;
        xml.open("circle")
            .at("cx", at.x)
            .at("cy", at.y)
            .at("r", r)
            .set("fill", if filled { INK } else { PAPER })
            .set("stroke", INK)
            .close();
        xml.open("text")
            .at("x", at.x)
            .at("y", at.y + r * 0.62)
            .set("text-anchor", "middle")
            .set("font-weight", "bold")
            .at("font-size", r * 1.9)
            .set("fill", if filled { PAPER } else { INK })
            .say("1")
            .close();
    }
}

/// Writes the ground of a block: tinted, with a strong edge in the colour of who is responsible.
pub fn ground(xml: &mut Xml, rect: Rect, room: Option<usize>, known: bool) {
    let colours = room.map(shade);
    let (fill, ink) = colours.map_or((PAPER, SOFT), |(shade, _)| (shade.ground, shade.ink));
    let again = colours.is_some_and(|(_, again)| again > 0);
    xml.open("rect")
        .over(rect)
        .set("rx", 2.5)
        .set("fill", fill)
        .set("stroke", ink)
        .set("stroke-width", if known { 1.8 } else { 0.8 });
    if room.is_none() {
        xml.set("stroke-dasharray", "3 2");
    }
    xml.close();
    if room.is_none() {
        return;
    }
    xml.open("rect")
        .at("x", rect.left)
        .at("y", rect.top)
        .set("width", 4)
        .at("height", rect.height())
        .set("fill", ink)
        .close();
    // After twelve departments the colours repeat with another mark.
    if again {
        xml.open("rect")
            .at("x", rect.left + 1.0)
            .at("y", rect.centre().y - 2.0)
            .set("width", 2)
            .set("height", 4)
            .set("fill", PAPER)
            .close();
    }
}

/// Writes the open place of a cell without an offer.
pub fn gap(xml: &mut Xml, rect: Rect) {
    xml.open("rect")
        .over(rect)
        .set("rx", 4)
        .set("fill", PAPER)
        .set("stroke", EXAMPLE)
        .set("stroke-width", 1.4)
        .set("stroke-dasharray", "5 4")
        .close();
}
