//! The picture of an offer as SVG.

use std::collections::BTreeMap;

use super::super::plane::{Point, Rect, tenths};
use super::content::{Around, Role};
use super::plan::{PAD, Panel, Plan, Row, TITLE};
use super::served;
use crate::map::paper::font::{ASCENT, Block, LINE, Weight, fitted, one_line};
use crate::map::paper::lettering::shade;
use crate::map::paper::style::{BINDING, Colour, EXAMPLE, INK, PAPER, RULE, SOFT};
use crate::map::paper::xml::Xml;
use crate::text::Lang;
use crate::text::views::OfferTexts;

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
}

/// Writes a line, an arrow at its end or an open ring in its middle.
pub fn draw_way(xml: &mut Xml, way: Way, from: Point, to: Point) {
    let end = match way.tip {
        Tip::Arrow => to.towards(from, 6.0 / from.distance(to).max(6.0)),
        _ => to,
    };
    let d = format!(
        "M{} {}L{} {}",
        tenths(from.x),
        tenths(from.y),
        tenths(end.x),
        tenths(end.y)
    );
    xml.open("path")
        .set("d", d)
        .set("stroke", way.colour)
        .set("stroke-width", way.width)
        .set("fill", "none");
    if let Some(dashes) = way.dashes {
        xml.set("stroke-dasharray", dashes);
    }
    xml.close();
    match way.tip {
        Tip::None => {}
        Tip::Arrow => {
            let along = (to - end) * (1.0 / to.distance(end).max(0.1));
            let across = Point::new(-along.y, along.x) * 4.5;
            let back = to - along * 9.0;
            let corners = [to, back + across, back - across];
            xml.open("path")
                .set("d", crate::map::paper::xml::polygon(&corners))
                .set("fill", way.colour)
                .close();
        }
        Tip::Open => {
            let middle = from.towards(to, 0.5);
            xml.open("circle")
                .at("cx", middle.x)
                .at("cy", middle.y)
                .set("r", 4.2)
                .set("fill", PAPER)
                .set("stroke", way.colour)
                .set("stroke-width", 1.4)
                .close();
        }
    }
}

/// Writes the picture; `rooms` are the departments' numbers, which decide their colours in all views.
pub fn draw(
    xml: &mut Xml,
    around: &Around,
    plan: &Plan,
    rooms: &BTreeMap<&str, usize>,
    say: &OfferTexts,
    lang: Lang,
) {
    xml.open("g").set("id", "ties");
    for panel in &plan.panels {
        let (from, to) = ends(panel, plan.card);
        if !panel.rows.is_empty() {
            xml.open("g")
                .set("class", "way")
                .set("data-role", panel.role.code());
            draw_way(xml, Way::of(panel.role), from, to);
            xml.close();
        }
    }
    xml.close();
    xml.open("g").set("id", "parties").set("fill", INK);
    for (panel, title) in plan
        .panels
        .iter()
        .map(|panel| (panel, say.roles[panel.role as usize]))
    {
        draw_panel(xml, around, panel, title, rooms, say);
    }
    xml.close();
    card(xml, around, plan.card, say, lang);
    families(xml, plan.families, say);
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

fn draw_panel(
    xml: &mut Xml,
    around: &Around,
    panel: &Panel,
    title: &str,
    rooms: &BTreeMap<&str, usize>,
    say: &OfferTexts,
) {
    let missing = panel.role == Role::Ought;
    let rect = panel.rect;
    xml.open("g")
        .set("class", "panel")
        .set("data-role", panel.role.code());
    xml.open("rect")
        .over(rect)
        .set("rx", 6)
        .set("fill", PAPER)
        .set("stroke", if missing { EXAMPLE } else { SOFT });
    if missing {
        xml.set("stroke-dasharray", "6 4").set("stroke-width", 1.4);
    }
    xml.close();
    let parts = around.with(panel.role);
    xml.open("text")
        .at("x", rect.left + PAD)
        .at("y", rect.top + TITLE - 7.0)
        .set("font-size", 13)
        .set("font-weight", "bold")
        .set("fill", if missing { EXAMPLE } else { INK })
        .say(&match parts.len() {
            0 | 1 => title.to_owned(),
            n => format!("{title} ({n})"),
        })
        .close();
    if parts.is_empty() {
        xml.open("text")
            .at("x", rect.left + PAD)
            .at("y", rect.top + TITLE + 12.0)
            .set("font-size", 10.5)
            .set("fill", SOFT)
            .say(if missing {
                say.nobody_ought
            } else {
                say.nobody
            })
            .close();
    }
    for (at, row) in panel.rows.iter().enumerate() {
        let line = panel.line(at);
        let y = line.centre().y + panel.size * 0.36;
        match row {
            Row::Department(place) => {
                let part = &parts[*place];
                let room = rooms.get(part.department.as_str());
                let ink = room.map_or(INK, |room| shade(*room).0.ink);
                let side = panel.size * 0.72;
                xml.open("rect")
                    .at("x", line.left)
                    .at("y", line.centre().y - side / 2.0)
                    .at("width", side)
                    .at("height", side)
                    .set("rx", 2)
                    .set("fill", ink)
                    .close();
                let limit = line.width() - side - 5.0;
                let size = fitted(&part.department, Weight::Bold, panel.size, limit);
                xml.open("text")
                    .set("class", "department")
                    .set("data-department", &part.department)
                    .at("x", line.left + side + 5.0)
                    .at("y", y)
                    .at("font-size", size)
                    .set("font-weight", "bold")
                    .set("fill", ink)
                    .say(&one_line(&part.department, Weight::Bold, size, limit))
                    .close();
            }
            Row::Party(place) => {
                let part = &parts[*place];
                let indent = panel.size * 0.72 + 5.0;
                let limit = line.width() - indent;
                let size = fitted(&part.name, Weight::Regular, panel.size, limit);
                xml.open("text").set("class", "party");
                if part.kind == "actor" {
                    xml.set("data-actor", &part.id);
                }
                xml.set("data-department", &part.department)
                    .at("x", line.left + indent)
                    .at("y", y)
                    .at("font-size", size)
                    .say(&one_line(&part.name, Weight::Regular, size, limit))
                    .close();
            }
            Row::More(n) => {
                xml.open("text")
                    .at("x", line.left)
                    .at("y", y)
                    .at("font-size", panel.size)
                    .set("fill", SOFT)
                    .say(&(say.more)(*n))
                    .close();
            }
        }
    }
    xml.close();
}

fn card(xml: &mut Xml, around: &Around, rect: Rect, say: &OfferTexts, lang: Lang) {
    let wide = rect.width() - 28.0;
    xml.open("g")
        .set("id", "offer")
        .set("data-offer", &around.id)
        .set("text-anchor", "middle");
    xml.open("rect")
        .over(rect)
        .set("rx", 12)
        .set("fill", "#f3f5f7")
        .set("stroke", INK)
        .set("stroke-width", 2)
        .close();
    let name = Block::set(&around.name, Weight::Bold, 16.0, wide, 3);
    let [phases, fields] = served(around, lang);
    let [target, area, funding] = &around.notes;
    let label = |title: &str, text: &Option<String>| {
        text.as_ref()
            .map(|text| (format!("{title}: {text}"), Weight::Regular, 9.5, 2))
    };
    let mut texts = vec![
        (phases, Weight::Bold, 11.0, 2),
        (fields, Weight::Regular, 11.0, 2),
    ];
    texts.extend(label(say.target, target));
    texts.extend(label(say.area, area));
    texts.extend(label(say.funding, funding));
    let mut y = rect.top + 14.0;
    let mut write = |xml: &mut Xml, block: &Block, weight: Weight, size: f64, fill: Colour| {
        if y + block.height > rect.bottom - 6.0 {
            return;
        }
        xml.open("text")
            .at("font-size", size)
            .set(
                "font-weight",
                if weight == Weight::Bold {
                    "bold"
                } else {
                    "normal"
                },
            )
            .set("fill", fill);
        for (row, line) in block.lines.iter().enumerate() {
            xml.open("tspan")
                .at("x", rect.centre().x)
                .at("y", y + size * (ASCENT + row as f64 * LINE))
                .say(&one_line(line, weight, size, wide))
                .close();
        }
        xml.close();
        y += block.height + 5.0;
    };
    write(xml, &name, Weight::Bold, 16.0, INK);
    for (text, weight, size, lines) in texts {
        if !text.is_empty() {
            let block = Block::set(&text, weight, size, wide, lines);
            write(
                xml,
                &block,
                weight,
                size,
                if size < 10.0 { SOFT } else { INK },
            );
        }
    }
    xml.close();
}

/// The place where families' answers will stand: asked, know it, use it, it helped.
fn families(xml: &mut Xml, rect: Rect, say: &OfferTexts) {
    xml.open("g")
        .set("id", "families")
        .set("fill", SOFT)
        .set("text-anchor", "middle");
    xml.open("rect")
        .over(rect)
        .set("rx", 6)
        .set("fill", PAPER)
        .set("stroke", RULE)
        .set("stroke-dasharray", "2 3")
        .close();
    xml.open("text")
        .at("x", rect.centre().x)
        .at("y", rect.top + 18.0)
        .set("font-size", 12)
        .set("font-weight", "bold")
        .say(say.families)
        .close();
    let wide = rect.width() / say.answers.len() as f64;
    for (at, answer) in say.answers.iter().enumerate() {
        let x = rect.left + (at as f64 + 0.5) * wide;
        xml.open("rect")
            .at("x", x - 16.0)
            .at("y", rect.top + 32.0)
            .set("width", 32)
            .set("height", 26)
            .set("rx", 3)
            .set("fill", PAPER)
            .set("stroke", RULE)
            .close();
        xml.open("text")
            .at("x", x)
            .at("y", rect.top + 74.0)
            .set("font-size", 9.5)
            .say(answer)
            .close();
    }
    xml.open("text")
        .at("x", rect.centre().x)
        .at("y", rect.bottom - 12.0)
        .set("font-size", 9.5)
        .say(say.families_note)
        .close();
    xml.close();
}
