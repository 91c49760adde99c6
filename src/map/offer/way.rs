//! The line from a party to the offer.

use svg::node::element::{Circle, Group, Path};

use super::content::Role;
use crate::map::paper::nodes::Draw;
use crate::map::paper::paths::polygon;
use crate::map::paper::style::{BINDING, Colour, EXAMPLE, PAPER};
use crate::map::plane::{Point, tenths};

/// How the line from a party to the offer looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Way {
    width: f64,
    dashes: Option<&'static str>,
    colour: Colour,
    tip: Tip,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Tip {
    None,
    Arrow,
    Open,
}

impl Way {
    /// The line of a role: the wider, the closer to the offer; open where a tie is missing.
    pub fn of(role: Role) -> Self {
        let (width, dashes, colour, tip) = match role {
            Role::Provides => (5.0, None, BINDING, Tip::None),
            Role::Responsible => (2.6, None, BINDING, Tip::None),
            Role::Refers => (1.8, None, BINDING, Tip::Arrow),
            Role::Knows => (1.2, Some("1.5 3.5"), BINDING, Tip::None),
            Role::Ought => (1.6, Some("7 6"), EXAMPLE, Tip::Open),
        };
        Self {
            width,
            dashes,
            colour,
            tip,
        }
    }

    /// The line, an arrow at its end or an open ring in its middle.
    pub fn draw(self, from: Point, to: Point) -> Group {
        let end = match self.tip {
            Tip::Arrow => to.towards(from, 6.0 / from.distance(to).max(6.0)),
            Tip::None | Tip::Open => to,
        };
        let [x1, y1, x2, y2] = [from.x, from.y, end.x, end.y].map(tenths);
        let line = Path::new()
            .set("d", format!("M{x1} {y1}L{x2} {y2}"))
            .set("stroke", self.colour)
            .set("stroke-width", self.width)
            .set("fill", "none")
            .maybe("stroke-dasharray", self.dashes);
        let drawn = Group::new().add(line);
        match self.tip {
            Tip::None => drawn,
            Tip::Arrow => {
                let along = (to - end) * (1.0 / to.distance(end).max(0.1));
                let across = Point::new(-along.y, along.x) * 4.5;
                let back = to - along * 9.0;
                let head = polygon(&[to, back + across, back - across]);
                drawn.add(Path::new().set("d", head).set("fill", self.colour))
            }
            Tip::Open => {
                let ring = Circle::new()
                    .around(from.towards(to, 0.5), 4.2)
                    .set("fill", PAPER)
                    .set("stroke", self.colour)
                    .set("stroke-width", 1.4);
                drawn.add(ring)
            }
        }
    }
}
