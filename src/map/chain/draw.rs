//! The chain as SVG.

use super::super::plane::tenths;
use super::block::block;
use super::content::{self, Chain};
use super::look::gap;
use super::plan::{FIELDS, HEAD, NAMES, PHASES, Plan, REST};
use crate::map::paper::font::{ASCENT, Block as Lines, LINE, Weight};
use crate::map::paper::style::{EXAMPLE, INK, RULE, SOFT};
use crate::map::paper::xml::Xml;
use crate::text::views::ChainTexts;
use crate::text::{Lang, words};

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
        let whole = format!("{}: {}", content::cell(field, phase, lang), say.gap);
        xml.open("title").say(&whole).close();
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
        block(xml, &chain.offers[placed.offer], placed.rect, say);
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
