//! The chain as nodes.

use std::fmt::Write;

use svg::Node;
use svg::node::element::{Element, Group, Path};

use super::axes::{FIELDS, PHASES};
use super::block::block;
use super::content::{Chain, cell};
use super::look::gap;
use super::plan::{HEAD, NAMES, Plan, REST};
use crate::map::paper::font::{ASCENT, Block, LINE, Weight};
use crate::map::paper::nodes::{Draw, lines, text, told};
use crate::map::paper::style::{EXAMPLE, INK, RULE, SOFT};
use crate::map::plane::{Rect, tenths};
use crate::text::views::ChainTexts;
use crate::text::{Lang, words};

/// The font size of the fields' names.
const FIELD: f64 = 11.5;

/// The grid with the gaps and the offers in it.
pub fn figure(chain: &Chain, plan: &Plan, say: &ChainTexts, lang: Lang) -> Group {
    let gaps = chain.gaps().into_iter();
    let gaps = gaps.map(|place| open(place, plan, say, lang));
    let blocks = plan.blocks.iter();
    let blocks = blocks.map(|placed| block(&chain.offers[placed.offer], placed.rect, say));
    let rest = plan.rest.iter().map(|(field, phase, more)| {
        let cell = plan.cell(*field, *phase);
        text(&(say.more)(*more))
            .at("x", cell.left + 3.0)
            .at("y", cell.bottom - REST * 0.3)
    });
    let gaps = Group::new()
        .set("id", "gaps")
        .set("text-anchor", "middle")
        .all(gaps);
    let blocks = Group::new()
        .set("id", "offers")
        .set("fill", INK)
        .all(blocks);
    let rest = Group::new()
        .set("id", "rest")
        .set("fill", SOFT)
        .set("font-size", 8.5)
        .all(rest);
    Group::new()
        .add(grid(plan, lang))
        .add(gaps)
        .add(blocks)
        .add(rest)
}

/// A cell without an offer.
fn open((field, phase): (usize, usize), plan: &Plan, say: &ChainTexts, lang: Lang) -> Group {
    let rect = plan.cell(field, phase);
    let size = (rect.height() * 0.4).clamp(8.0, 11.0);
    let whole = Block::set(say.gap, Weight::Bold, size, rect.width() - 12.0, 2);
    let set = match whole.is_whole() && whole.height <= rect.height() - 6.0 {
        true => whole,
        false => Block::set(say.gap_short, Weight::Bold, size, rect.width(), 1),
    };
    let (x, top) = (rect.centre().x, rect.centre().y - set.height / 2.0);
    let rows = set.lines.iter().enumerate();
    let baseline = |row: usize| top + size * (ASCENT + row as f64 * LINE);
    let words = lines(rows.map(|(row, line)| (x, baseline(row), line.as_str())))
        .at("font-size", size)
        .with("font-weight", "bold")
        .with("fill", EXAMPLE);
    Group::new()
        .set("class", "gap")
        .set("data-field", FIELDS[field].code())
        .set("data-life-phase", PHASES[phase].code())
        .add(told(&format!("{}: {}", cell(field, phase, lang), say.gap)))
        .add(gap(rect))
        .add(words)
}

fn grid(plan: &Plan, lang: Lang) -> Group {
    let phases = PHASES.iter().enumerate().flat_map(|(place, phase)| {
        let (left, right) = plan.column(place);
        let frame = Rect {
            left,
            right,
            top: plan.frame.top,
            bottom: plan.frame.top + HEAD - 6.0,
        };
        head(frame, words::life_phase(*phase, lang))
    });
    let fields = FIELDS.iter().zip(&plan.rows);
    let fields = fields.map(|(field, (top, bottom))| {
        let middle = (top + bottom) / 2.0;
        side(plan.frame.left, middle, words::field(*field, lang))
    });
    Group::new()
        .set("id", "grid")
        .set("fill", INK)
        .set("font-weight", "bold")
        .add(rules(plan))
        .all(phases)
        .all(fields)
}

/// The rules between life phases and over fields.
fn rules(plan: &Plan) -> Path {
    let frame = plan.frame;
    let bottom = plan.rows.last().map_or(frame.bottom, |row| row.1) + 2.0;
    let mut d = String::new();
    for phase in 1..PHASES.len() {
        let [x, top, bottom] = [plan.column(phase).0, frame.top + HEAD, bottom].map(tenths);
        let _ = write!(d, "M{x} {top}V{bottom}");
    }
    for (top, _) in &plan.rows {
        let _ = write!(d, "M{} {}H{}", frame.left, tenths(top - 3.0), frame.right);
    }
    Path::new().set("d", d).set("stroke", RULE)
}

/// The name of a life phase on an arrow to the next: it is a chain.
fn head(rect: Rect, name: &str) -> [Box<dyn Node>; 2] {
    let tip = 7.0;
    let [left, right, top, low] = [rect.left + 1.0, rect.right, rect.top, rect.bottom].map(tenths);
    let [back, inner, middle] = [
        rect.right - tip,
        rect.left + 1.0 + tip,
        (rect.top + rect.bottom) / 2.0,
    ]
    .map(tenths);
    let d = format!("M{left} {top}H{back}L{right} {middle}L{back} {low}H{left}L{inner} {middle}Z");
    let arrow = Path::new().set("d", d).set("fill", "#e9edf1");
    let name = text(name)
        .at("x", (rect.left + rect.right) / 2.0)
        .at("y", rect.top + 13.0)
        .with("font-size", 10.5)
        .with("text-anchor", "middle");
    [arrow.into(), name.into()]
}

/// The name of a field beside its row.
fn side(left: f64, middle: f64, name: &str) -> Element {
    let name = Block::set(name, Weight::Bold, FIELD, NAMES - 12.0, 3);
    let top = middle - name.height / 2.0;
    let rows = name.lines.iter().enumerate();
    lines(rows.map(|(row, line)| {
        let baseline = top + FIELD * (ASCENT + row as f64 * LINE);
        (left, baseline, line.as_str())
    }))
    .with("font-size", FIELD)
}
