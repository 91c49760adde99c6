//! The picture of a function and those around it as nodes.

use std::collections::BTreeMap;

use svg::Node;
use svg::node::element::{Group, Path, Rectangle};

use super::content::{Named, Partner, Reported, Surroundings};
use super::plan::{Line, MARK, Placed, Plan};
use crate::map::paper::font::{ASCENT, Block, LINE, Weight, one_line};
use crate::map::paper::lettering::shade;
use crate::map::paper::marks::{Scale, mark};
use crate::map::paper::nodes::{Draw, lines, text};
use crate::map::paper::paths::polygon;
use crate::map::paper::style::{BINDING, Colour, DASHES, INK, INSIDE, LOOSE, PAPER, SOFT};
use crate::map::plane::{Point, Rect, tenths};
use crate::text::views::ActorTexts;

/// How much wider ties are than between the many of a network.
pub const WIDER: f64 = 1.5;
/// The share of the card's height from which ties leave.
const SPREAD: f64 = 0.8;

/// Everything of the picture but its head and legend.
pub struct Picture<'a> {
    /// The function and those around it.
    pub surroundings: &'a Surroundings,
    /// Where they lie.
    pub plan: &'a Plan,
    /// The number of each department's colour.
    pub hues: &'a BTreeMap<String, usize>,
    /// How wide a tie of a strength is.
    pub scale: Scale,
    /// Whether agreements in writing are told apart.
    pub tells_binding: bool,
    /// The words.
    pub say: &'a ActorTexts,
}

impl Picture<'_> {
    /// The picture.
    pub fn draw(&self) -> Group {
        let placed = self.plan.lines.iter();
        let ties = placed.clone().filter_map(|placed| match placed.line {
            Line::Partner(at) => Some(self.tie(&self.surroundings.partners[at], placed)),
            Line::Department(..) | Line::More(_) => None,
        });
        let words = placed.flat_map(|placed| self.words(placed));
        Group::new()
            .add(Group::new().set("class", "ties").all(ties))
            .add(
                Group::new()
                    .set("class", "partners")
                    .set("fill", INK)
                    .all(words),
            )
            .add(self.card())
    }

    fn hue(&self, department: &str) -> (Colour, usize) {
        let hue = self.hues.get(department).copied();
        hue.map_or((SOFT, 0), |hue| {
            let (shade, again) = shade(hue);
            (shade.ink, again)
        })
    }

    /// The tie to a partner, with an arrow at whom one side alone names.
    fn tie(&self, partner: &Partner, placed: &Placed) -> Group {
        let card = self.plan.card;
        let to = placed.mark();
        let x = if placed.left { card.left } else { card.right };
        let y = card.centre().y + (placed.share - 0.5) * SPREAD * card.height();
        let from = Point::new(x, y);
        let out = if placed.left { -1.0 } else { 1.0 };
        let reach = (to.x - from.x).abs();
        let (first, second) = (
            Point::new(from.x + out * reach * 0.55, from.y),
            Point::new(to.x - out * reach * 0.5, to.y),
        );
        let [x1, y1, x2, y2, x3, y3, x4, y4] = [
            from.x, from.y, first.x, first.y, second.x, second.y, to.x, to.y,
        ]
        .map(tenths);
        let (colour, dashes) = self.line(partner);
        let path = Path::new()
            .set("d", format!("M{x1} {y1}C{x2} {y2} {x3} {y3} {x4} {y4}"))
            .set("fill", "none")
            .set("stroke", colour)
            .at("stroke-width", self.scale.width(partner.strength) * WIDER)
            .maybe("stroke-dasharray", dashes)
            .set("class", "tie")
            .set("data-reported", partner.reported.code())
            .named("data-actor", &partner.actor.id);
        let head = match partner.reported {
            Reported::Both => None,
            Reported::Own => Some(arrow(Point::new(to.x - out * 6.0, to.y), out, colour)),
            Reported::Other => Some(arrow(from, -out, colour)),
        };
        Group::new().add(path).all(head)
    }

    /// The colour and the dashes of a tie: as in the network.
    fn line(&self, partner: &Partner) -> (Colour, Option<&'static str>) {
        let inside = partner.actor.department == self.surroundings.middle.department;
        let loose = self.tells_binding && partner.binding != Some(true);
        match (inside, loose) {
            (_, true) => (LOOSE, Some(DASHES)),
            (true, false) => (INSIDE, None),
            (false, false) => (BINDING, None),
        }
    }

    /// The name of a department or of a partner, with its mark.
    fn words(&self, placed: &Placed) -> Vec<Box<dyn Node>> {
        let size = self.plan.size;
        let wide = placed.rect.width() - MARK;
        let baseline = placed.rect.centre().y + size * 0.36;
        let (x, anchor) = match placed.left {
            true => (placed.rect.right - MARK, "end"),
            false => (placed.rect.left + MARK, "start"),
        };
        let set = |words: &str, weight: Weight| {
            text(&one_line(words, weight, size, wide))
                .at("x", x)
                .at("y", baseline)
                .at("font-size", size)
                .with("text-anchor", anchor)
        };
        match &placed.line {
            Line::Department(name, partners) => {
                let (ink, _) = self.hue(name);
                let name = match name.as_str() {
                    "" => self.say.no_department,
                    name => name,
                };
                let words = format!("{name} ({partners})");
                let words = set(&words, Weight::Bold)
                    .with("font-weight", "bold")
                    .with("fill", ink);
                vec![words.into()]
            }
            Line::Partner(at) => {
                let actor = &self.surroundings.partners[*at].actor;
                let (ink, again) = self.hue(&actor.department);
                let mut drawn = mark(actor.mark, placed.mark(), size * 0.36, ink, again);
                let words = set(&actor.name, Weight::Regular)
                    .with("class", "partner")
                    .named("data-actor", &actor.id);
                drawn.push(words.into());
                drawn
            }
            Line::More(n) => {
                let words = set(&(self.say.more)(*n), Weight::Regular).with("fill", SOFT);
                vec![words.into()]
            }
        }
    }

    /// The function itself, under its mark.
    fn card(&self) -> Group {
        let Named {
            id,
            name,
            department,
            mark: shape,
        } = &self.surroundings.middle;
        let card = self.plan.card;
        let (ink, again) = self.hue(department);
        let ground = Rectangle::new()
            .over(card)
            .set("rx", 12)
            .set("fill", PAPER)
            .set("stroke", ink)
            .set("stroke-width", 2.4);
        let wide = card.width() - 24.0;
        let own = mark(
            *shape,
            Point::new(card.centre().x, card.top + 18.0),
            8.0,
            ink,
            again,
        );
        let sizes = [15.0, 13.5, 12.0, 11.0];
        let set = |size: f64| (size, Block::set(name, Weight::Bold, size, wide, 3));
        let whole = sizes
            .into_iter()
            .map(set)
            .find(|(_, block)| block.is_whole());
        let (size, block) = whole.unwrap_or_else(|| set(sizes[3]));
        let below = Rect {
            top: card.top + 30.0,
            bottom: card.bottom - 26.0,
            ..card
        };
        let top = below.centre().y - block.height / 2.0;
        let rows = block.lines.iter().enumerate();
        let rows: Vec<(f64, String)> = rows
            .map(|(row, words)| {
                let y = top + size * (ASCENT + row as f64 * LINE);
                (y, one_line(words, Weight::Bold, size, wide))
            })
            .collect();
        let x = card.centre().x;
        let name = lines(rows.iter().map(|(y, words)| (x, *y, words.as_str())))
            .at("font-size", size)
            .with("font-weight", "bold")
            .with("fill", INK);
        let of = text(&one_line(department, Weight::Regular, 11.5, wide))
            .at("x", x)
            .at("y", card.bottom - 12.0)
            .with("font-size", 11.5)
            .with("fill", ink);
        Group::new()
            .set("class", "middle")
            .named("data-actor", id)
            .set("text-anchor", "middle")
            .add(ground)
            .all(own)
            .add(name)
            .add(of)
    }
}

/// A head of an arrow with its point here, towards the right or the left.
pub fn arrow(tip: Point, out: f64, colour: Colour) -> Path {
    let back = Point::new(tip.x - out * 9.0, tip.y);
    let across = Point::new(0.0, 4.5);
    Path::new()
        .set("d", polygon(&[tip, back + across, back - across]))
        .set("fill", colour)
}
