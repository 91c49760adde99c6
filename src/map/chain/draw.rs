//! The chain as SVG.

use super::super::font::{ASCENT, Block as Lines, LINE, Weight, one_line, width};
use super::super::plane::{Point, Rect, tenths};
use super::super::style::{EXAMPLE, INK, RULE, SOFT};
use super::super::xml::Xml;
use super::content::{Chain, ChainOffer};
use super::look::{Alone, gap, ground};
use super::plan::{FIELDS, HEAD, NAMES, PHASES, Plan, REST};
use crate::text::views::ChainTexts;
use crate::text::{Lang, words};

/// The size of a mark.
const MARK: f64 = 3.1;
/// The radius of a badge.
const BADGE: f64 = 4.6;

/// Writes the chain.
pub fn draw(xml: &mut Xml, chain: &Chain, plan: &Plan, say: &ChainTexts, lang: Lang) {
    grid(xml, plan, lang);
    xml.open("g").set("id", "gaps").set("text-anchor", "middle");
    for (field, phase) in chain.gaps() {
        let cell = plan.cell(field, phase);
        let size = (cell.height() * 0.4).clamp(8.0, 11.0);
        xml.open("g")
            .set("class", "gap")
            .set("data-field", FIELDS[field].code())
            .set("data-life-phase", PHASES[phase].code());
        gap(xml, cell);
        xml.open("text")
            .at("x", cell.centre().x)
            .at("y", cell.centre().y + size * 0.36)
            .at("font-size", size)
            .set("font-weight", "bold")
            .set("fill", EXAMPLE)
            .say(say.gap)
            .close();
        xml.close();
    }
    xml.close();
    xml.open("g").set("id", "offers").set("fill", INK);
    for placed in &plan.blocks {
        block(xml, &chain.offers[placed.offer], placed.rect);
    }
    xml.close();
    xml.open("g")
        .set("id", "rest")
        .set("fill", SOFT)
        .set("font-size", 8.5);
    for (field, phase, more) in &plan.rest {
        let cell = plan.cell(*field, *phase);
        xml.open("text")
            .at("x", cell.left + 3.0)
            .at("y", cell.bottom - REST * 0.3)
            .say(&(say.more)(*more))
            .close();
    }
    xml.close();
}

fn grid(xml: &mut Xml, plan: &Plan, lang: Lang) {
    let frame = plan.frame;
    xml.open("g")
        .set("id", "grid")
        .set("fill", INK)
        .set("font-weight", "bold");
    let bottom = plan.rows.last().map_or(frame.bottom, |row| row.1) + 2.0;
    let mut d = String::new();
    for phase in 1..PHASES.len() {
        let x = tenths(plan.column(phase).0);
        d.push_str(&format!(
            "M{x} {}V{}",
            tenths(frame.top + HEAD),
            tenths(bottom)
        ));
    }
    for (top, _) in &plan.rows {
        d.push_str(&format!(
            "M{} {}H{}",
            frame.left,
            tenths(top - 3.0),
            frame.right
        ));
    }
    xml.open("path").set("d", d).set("stroke", RULE).close();
    for (place, phase) in PHASES.iter().enumerate() {
        let (left, right) = plan.column(place);
        // An arrow from phase to phase: it is a chain.
        let (top, low, tip) = (frame.top, frame.top + HEAD - 6.0, 7.0);
        let d = format!(
            "M{} {}H{}L{} {}L{} {}H{}L{} {}Z",
            tenths(left + 1.0),
            tenths(top),
            tenths(right - tip),
            tenths(right),
            tenths((top + low) / 2.0),
            tenths(right - tip),
            tenths(low),
            tenths(left + 1.0),
            tenths(left + 1.0 + tip),
            tenths((top + low) / 2.0)
        );
        xml.open("path").set("d", d).set("fill", "#e9edf1").close();
        xml.open("text")
            .at("x", (left + right) / 2.0)
            .at("y", frame.top + 13.0)
            .set("font-size", 10.5)
            .set("text-anchor", "middle")
            .say(words::life_phase(*phase, lang))
            .close();
    }
    for (field, (top, bottom)) in FIELDS.iter().zip(&plan.rows) {
        let name = Lines::set(
            words::field(*field, lang),
            Weight::Bold,
            11.5,
            NAMES - 12.0,
            3,
        );
        let middle = (top + bottom) / 2.0 - name.height / 2.0;
        xml.open("text").set("font-size", 11.5);
        for (row, line) in name.lines.iter().enumerate() {
            xml.open("tspan")
                .at("x", frame.left)
                .at("y", middle + 11.5 * (ASCENT + row as f64 * LINE))
                .say(line)
                .close();
        }
        xml.close();
    }
    xml.close();
}

fn block(xml: &mut Xml, offer: &ChainOffer, rect: Rect) {
    let look = &offer.block;
    xml.open("g")
        .set("class", "offer")
        .set("data-offer", &offer.id);
    if let Some(responsible) = &offer.responsible {
        xml.set("data-department", responsible);
    }
    if let Some(alone) = look.alone {
        xml.set("data-alone", alone.code());
    }
    let whole = [offer.name.as_str(), &offer.providers.join(", ")].join(" – ");
    xml.open("title").say(&whole).close();
    ground(xml, rect, look.room, look.alone == Some(Alone::Known));
    let badge = if look.alone.is_some() {
        2.0 * BADGE + 4.0
    } else {
        0.0
    };
    let marks = look.marks.len() as f64 * (2.0 * MARK + 2.0) + 3.0;
    let size = if rect.height() < 22.0 { 8.2 } else { 8.8 };
    let left = rect.left + 8.0;
    let wide = rect.width() - 8.0 - badge - 3.0;
    let two = rect.height() >= 21.5;
    // One line and who provides it, or two lines where the name needs them.
    let fits = width(&offer.name, Weight::Bold, size) <= wide;
    let (lines, below) = match (two, fits) {
        (true, true) => (vec![offer.name.clone()], true),
        (true, false) => {
            let words = Lines::set(&offer.name, Weight::Bold, size, wide - marks, 2);
            (words.lines, false)
        }
        (false, _) => (
            vec![one_line(&offer.name, Weight::Bold, size, wide - marks)],
            false,
        ),
    };
    let lines: Vec<String> = lines
        .iter()
        .map(|line| one_line(line, Weight::Bold, size, wide))
        .collect();
    let rows = lines.len() + usize::from(below);
    let top = rect.centre().y - rows as f64 * size * LINE / 2.0;
    let baseline = |row: usize| top + size * (ASCENT - 0.05 + row as f64 * LINE);
    xml.open("text")
        .set("font-weight", "bold")
        .at("font-size", size);
    for (row, line) in lines.iter().enumerate() {
        xml.open("tspan")
            .at("x", left)
            .at("y", baseline(row))
            .say(line)
            .close();
    }
    xml.close();
    let marks_at = if below {
        let text = one_line(&offer.short, Weight::Regular, 7.8, wide - marks);
        xml.open("text")
            .at("x", left + marks)
            .at("y", baseline(1))
            .set("font-size", 7.8)
            .set("fill", SOFT)
            .say(&text)
            .close();
        Point::new(left + MARK, baseline(1) - 2.8)
    } else {
        Point::new(rect.right - badge - marks + MARK, rect.bottom - MARK - 3.0)
    };
    for (place, mark) in look.marks.iter().enumerate() {
        let x = marks_at.x + place as f64 * (2.0 * MARK + 2.0);
        mark.draw(xml, Point::new(x, marks_at.y), MARK, INK);
    }
    if let Some(alone) = look.alone {
        alone.draw(
            xml,
            Point::new(rect.right - BADGE - 3.0, rect.centre().y),
            BADGE,
        );
    }
    xml.close();
}
