//! The samples that views bring along for their legends.

use super::marks::{Mark, draw_mark};
use super::style::{INK, PALE_DASHES, PAPER};
use super::xml::Xml;
use crate::map::chain::{Alone, ProviderMark, gap, ground, tag, tag_width};
use crate::map::change::{
    Count, Fate, KEPT, PALE, PALE_WIDTH, Stay, UNASKED, bundle, chip, count_width,
};
use crate::map::matrix::{Look, point};
use crate::map::network::number_boxes::tipped;
use crate::map::offer::{Way, draw_way};
use crate::map::plane::{Point, Rect, tenths};

/// A sample of what a view draws.
#[derive(Debug, Clone, PartialEq)]
pub enum Sample {
    /// A cell of the matrix.
    Cell(Look),
    /// A cell of many without a tie.
    Point,
    /// A cell of the diagonal.
    OwnCell,
    /// A block of the chain for which nobody is responsible.
    Block,
    /// The sign of a responsible department, in its colour.
    Sign(String, usize),
    /// Who provides an offer.
    Provider(ProviderMark),
    /// An offer with which one office stands alone.
    Alone(Alone),
    /// A cell without an offer.
    Gap,
    /// The line from a party to an offer.
    Way(Way),
    /// What became of a tie.
    Fate(Fate),
    /// What cannot be compared.
    Pale,
    /// A pair that was not asked about in one of the phases.
    Unasked,
    /// What became of an actor.
    Stay(Stay),
    /// The count beside a pair.
    Count(Count),
    /// Many ties between two departments.
    Bundle,
    /// A number with the colours of its departments.
    Tips,
}

impl Sample {
    /// How wide it is.
    pub fn width(&self) -> f64 {
        match self {
            Self::Cell(_) => 32.0,
            Self::OwnCell | Self::Block | Self::Gap => 22.0,
            Self::Sign(sign, _) => tag_width(sign),
            Self::Provider(_) | Self::Point => 8.0,
            Self::Alone(_) => 10.0,
            Self::Way(_) => 34.0,
            Self::Fate(_) | Self::Pale | Self::Unasked => 26.0,
            Self::Stay(_) => 16.0,
            Self::Count(count) => count_width(count),
            Self::Bundle => 52.0,
            Self::Tips => 24.0,
        }
    }

    /// Writes it from `x` on, its middle at the height `y`.
    pub fn draw(&self, xml: &mut Xml, x: f64, y: f64) {
        match self {
            Self::Cell(look) => look.draw(xml, Rect::sized(x, y - 6.0, self.width(), 12.0), None),
            Self::Point => point(xml, Rect::sized(x, y - 4.0, 8.0, 8.0)),
            Self::Block => ground(xml, Rect::sized(x, y - 5.0, 22.0, 10.0), None, false),
            Self::Sign(sign, room) => {
                tag(xml, sign, *room, Point::new(x, y));
            }
            Self::Provider(mark) => mark.draw(xml, Point::new(x + 4.0, y), 3.4, INK),
            Self::Alone(alone) => alone.draw(xml, Point::new(x + 5.0, y), 4.6),
            Self::Gap => gap(xml, Rect::sized(x, y - 5.0, 22.0, 10.0)),
            Self::Way(way) => draw_way(xml, *way, Point::new(x, y), Point::new(x + 34.0, y)),
            Self::Fate(fate) => line(xml, *fate, x, y, None),
            Self::Pale => line(xml, Fate::New, x, y, Some(PALE)),
            Self::Unasked => {
                xml.open("path")
                    .set("d", format!("M{x} {}h26", tenths(y)))
                    .set("stroke", KEPT)
                    .set("stroke-opacity", PALE)
                    .set("stroke-width", UNASKED)
                    .set("stroke-dasharray", PALE_DASHES)
                    .close();
            }
            Self::Stay(stay) => {
                let at = Point::new(x + 8.0, y);
                if stay.is_here() {
                    draw_mark(xml, Mark::Actor, at, 4.4, INK, 0);
                }
                stay.draw(xml, at, 4.4, INK);
            }
            Self::Count(count) => {
                chip(xml, Rect::sized(x, y - 6.5, self.width(), 13.0), count);
            }
            Self::Bundle => {
                // One with more new than ended, one the other way round, one with both.
                for (at, turned) in [(x, [2, 0]), (x + 18.0, [0, 2]), (x + 36.0, [2, 2])] {
                    let d = format!("M{} {}h16", tenths(at), tenths(y));
                    bundle(xml, &d, 7.0, 6, turned);
                }
            }
            Self::Tips => tipped(xml, Rect::sized(x, y - 6.5, self.width(), 13.0)),
            Self::OwnCell => {
                xml.open("rect")
                    .at("x", x + 1.0)
                    .at("y", y - 5.0)
                    .at("width", self.width() - 2.0)
                    .set("height", 10)
                    .set("fill", PAPER)
                    .set("stroke", INK)
                    .set("stroke-width", 1.6)
                    .close();
            }
        }
    }
}

fn line(xml: &mut Xml, fate: Fate, x: f64, y: f64, opacity: Option<f64>) {
    let (colour, wide, dashes) = fate.line();
    xml.open("g");
    if let Some(opacity) = opacity {
        xml.set("opacity", opacity);
    }
    let wide = opacity.map_or(wide, |_| PALE_WIDTH * wide);
    xml.open("path")
        .set("d", format!("M{x} {}h26", tenths(y)))
        .set("stroke", colour)
        .at("stroke-width", wide);
    if let Some(dashes) = opacity.map(|_| PALE_DASHES).or(dashes) {
        xml.set("stroke-dasharray", dashes);
    }
    xml.close();
    fate.sign(xml, Point::new(x + 13.0, y));
    xml.close();
}
