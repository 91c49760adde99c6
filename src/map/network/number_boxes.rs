//! The boxes with the numbers of bands and the words on pairs without a tie.

use super::bands::{NUMBER, RING};
use super::geometry::Label;
use crate::map::paper::lettering::shade;
use crate::map::paper::marks::draw_ring;
use crate::map::paper::style::{INK, LOOSE, PAPER};
use crate::map::paper::xml::Xml;
use crate::map::plane::{Point, Rect};

/// How wide the colours at the ends of a number are.
const TIP: f64 = 4.0;

/// The colours of the two departments of a number, at its ends.
pub fn tips(xml: &mut Xml, rect: Rect, hues: [usize; 2]) {
    let at = [rect.left + 1.5, rect.right - 1.5 - TIP];
    for (left, hue) in at.into_iter().zip(hues) {
        xml.open("rect")
            .over(Rect::sized(left, rect.top + 2.0, TIP, rect.height() - 4.0))
            .set("rx", 1.5)
            .set("fill", shade(hue).0.ink)
            .close();
    }
}

/// A number with such colours, for the legend.
pub fn tipped(xml: &mut Xml, rect: Rect) {
    ground(xml, rect);
    tips(xml, rect, [0, 1]);
    xml.open("text")
        .at("x", rect.centre().x)
        .at("y", rect.centre().y + 0.36 * NUMBER)
        .set("font-size", NUMBER)
        .set("font-weight", "bold")
        .set("text-anchor", "middle")
        .set("fill", INK)
        .say("5")
        .close();
}

fn ground(xml: &mut Xml, rect: Rect) {
    xml.open("rect")
        .over(rect)
        .set("rx", 4)
        .set("fill", PAPER)
        .set("stroke", LOOSE)
        .set("stroke-width", 0.7)
        .close();
}

/// A text on the line between two departments, with the ring of what hangs on one function, so far from its left end.
pub fn pill(xml: &mut Xml, label: &Label, single: Option<f64>, [a, b]: [&str; 2]) {
    let rect = label.rect();
    xml.open("g")
        .set("class", "number")
        .set("data-a", a)
        .set("data-b", b);
    ground(xml, rect);
    let aside = single.map_or(0.0, |_| 1.5 * RING);
    if let Some(from) = single {
        let ring = Point::new(rect.left + from + 1.6 * RING, rect.centre().y);
        draw_ring(xml, ring, RING);
    }
    xml.open("text")
        .at("x", rect.centre().x + aside)
        .at("y", rect.centre().y + 0.36 * NUMBER)
        .set("font-size", NUMBER)
        .set("font-weight", "bold")
        .set("fill", INK)
        .say(&label.text)
        .close();
    xml.close();
}
