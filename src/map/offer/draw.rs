//! The picture of an offer as nodes.

use std::collections::BTreeMap;

use svg::node::element::Group;

use super::card::card;
use super::content::{Around, Role};
use super::panel::panel;
use super::plan::{Panel, Plan};
use super::way::Way;
use crate::map::paper::nodes::Draw;
use crate::map::paper::style::INK;
use crate::map::plane::{Point, Rect};
use crate::text::Lang;
use crate::text::views::OfferTexts;

/// The offer and those around it; `hues` are the departments' numbers, which decide their colours in all views.
pub fn figure(
    around: &Around,
    plan: &Plan,
    hues: &BTreeMap<String, usize>,
    say: &OfferTexts,
    lang: Lang,
) -> Group {
    let shown = plan.panels.iter().filter(|panel| !panel.lines.is_empty());
    let ways = shown.map(|panel| {
        let (from, to) = ends(panel, plan.card);
        Way::of(panel.role)
            .draw(from, to)
            .set("class", "way")
            .set("data-role", panel.role.code())
    });
    let panels = plan.panels.iter();
    let panels = panels.map(|one| panel(around, one, hues, say));
    Group::new()
        .add(Group::new().set("id", "ties").all(ways))
        .add(
            Group::new()
                .set("id", "parties")
                .set("fill", INK)
                .all(panels),
        )
        .add(card(around, plan.card, say, lang))
}

/// Where the line of a panel begins, and where it meets the card.
fn ends(panel: &Panel, card: Rect) -> (Point, Point) {
    let middle = panel.rect.centre();
    if panel.role == Role::Responsible {
        return (
            Point::new(middle.x, panel.rect.bottom),
            Point::new(middle.x, card.top),
        );
    }
    let left = middle.x < card.left;
    let upper = middle.y < card.centre().y;
    let x = if left {
        (panel.rect.right, card.left)
    } else {
        (panel.rect.left, card.right)
    };
    let y = card.top + card.height() * if upper { 0.3 } else { 0.7 };
    (Point::new(x.0, middle.y), Point::new(x.1, y))
}
