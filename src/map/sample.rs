//! The samples that views bring along for their legends.

use super::chain::{Alone, ProviderMark, gap, ground};
use super::matrix::Look;
use super::plane::{Point, Rect};
use super::style::{INK, PAPER};
use super::xml::Xml;

/// A sample of what a view draws.
#[derive(Debug, Clone, PartialEq)]
pub enum Sample {
    /// A cell of the matrix.
    Cell(Look),
    /// A cell of the diagonal.
    OwnCell,
    /// A block of the chain, in the colour of a responsible department.
    Block(Option<usize>),
    /// Who provides an offer.
    Provider(ProviderMark),
    /// An offer with which one office stands alone.
    Alone(Alone),
    /// A cell without an offer.
    Gap,
}

impl Sample {
    /// How wide it is.
    pub fn width(&self) -> f64 {
        match self {
            Self::Cell(_) | Self::OwnCell | Self::Block(_) | Self::Gap => 22.0,
            Self::Provider(_) => 8.0,
            Self::Alone(_) => 10.0,
        }
    }

    /// Writes it from `x` on, its middle at the height `y`.
    pub fn draw(&self, xml: &mut Xml, x: f64, y: f64) {
        match self {
            Self::Cell(look) => look.draw(xml, Rect::sized(x, y - 6.0, self.width(), 12.0)),
            Self::Block(room) => ground(xml, Rect::sized(x, y - 5.0, 22.0, 10.0), *room, false),
            Self::Provider(mark) => mark.draw(xml, Point::new(x + 4.0, y), 3.4, INK),
            Self::Alone(alone) => alone.draw(xml, Point::new(x + 5.0, y), 4.6),
            Self::Gap => gap(xml, Rect::sized(x, y - 5.0, 22.0, 10.0)),
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
