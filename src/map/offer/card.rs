//! The card of an offer, and the place for families' answers.

use svg::node::element::{Element, Group, Rectangle};

use super::content::Around;
use crate::map::paper::font::{ASCENT, Block, LINE, Weight, one_line};
use crate::map::paper::nodes::{Draw, lines, text};
use crate::map::paper::style::{Colour, INK, PAPER, RULE, SOFT};
use crate::map::plane::Rect;
use crate::text::views::OfferTexts;
use crate::text::{Lang, words};

/// A text of the card as it is set.
struct Setting {
    text: String,
    weight: Weight,
    size: f64,
    lines: usize,
    fill: Colour,
}

/// The card with as much of the offer as it holds.
pub fn card(around: &Around, rect: Rect, say: &OfferTexts, lang: Lang) -> Group {
    let ground = Rectangle::new()
        .over(rect)
        .set("rx", 12)
        .set("fill", "#f3f5f7")
        .set("stroke", INK)
        .set("stroke-width", 2);
    let wide = rect.width() - 28.0;
    let mut y = rect.top + 14.0;
    let mut texts: Vec<Element> = Vec::new();
    for setting in settings(around, say, lang) {
        let block = Block::set(
            &setting.text,
            setting.weight,
            setting.size,
            wide,
            setting.lines,
        );
        if y + block.height <= rect.bottom - 6.0 {
            texts.push(setting.draw(&block, rect.centre().x, y, wide));
            y += block.height + 5.0;
        }
    }
    Group::new()
        .set("id", "offer")
        .named("data-offer", &around.id)
        .set("text-anchor", "middle")
        .add(ground)
        .all(texts)
}

/// What the card says, from above: name, life phases, fields, and for whom, where and by what money.
fn settings(around: &Around, say: &OfferTexts, lang: Lang) -> Vec<Setting> {
    let set = |text: String, weight, size, lines, fill| Setting {
        text,
        weight,
        size,
        lines,
        fill,
    };
    let phases = around.life_phases.iter();
    let phases: Vec<&str> = phases.map(|one| words::life_phase(*one, lang)).collect();
    let fields = around.fields.iter();
    let fields: Vec<&str> = fields.map(|one| words::field(*one, lang)).collect();
    let served = [
        set(phases.join(" · "), Weight::Bold, 11.0, 2, INK),
        set(fields.join(" · "), Weight::Regular, 11.0, 2, INK),
    ];
    let notes = [say.target, say.area, say.funding]
        .into_iter()
        .zip(&around.notes);
    let notes = notes.filter_map(|(title, note)| {
        let text = format!("{title}: {}", note.as_ref()?);
        Some(set(text, Weight::Regular, 9.5, 2, SOFT))
    });
    let told = served.into_iter().filter(|one| !one.text.is_empty());
    let name = set(around.name.clone(), Weight::Bold, 16.0, 3, INK);
    [name].into_iter().chain(told).chain(notes).collect()
}

impl Setting {
    fn draw(&self, block: &Block, x: f64, top: f64, wide: f64) -> Element {
        let fitting = |line: &String| one_line(line, self.weight, self.size, wide);
        let rows: Vec<String> = block.lines.iter().map(fitting).collect();
        let baseline = |row: usize| top + self.size * (ASCENT + row as f64 * LINE);
        let rows = rows.iter().enumerate();
        let bold = self.weight == Weight::Bold;
        lines(rows.map(|(row, line)| (x, baseline(row), line.as_str())))
            .at("font-size", self.size)
            .with("font-weight", if bold { "bold" } else { "normal" })
            .with("fill", self.fill)
    }
}

/// The place where families' answers will stand: asked, know it, use it, it helped.
pub fn families(rect: Rect, say: &OfferTexts) -> Group {
    let x = rect.centre().x;
    let frame = Rectangle::new()
        .over(rect)
        .set("rx", 6)
        .set("fill", PAPER)
        .set("stroke", RULE)
        .set("stroke-dasharray", "2 3");
    let title = text(say.families)
        .at("x", x)
        .at("y", rect.top + 18.0)
        .with("font-size", 12)
        .with("font-weight", "bold");
    let note = text(say.families_note)
        .at("x", x)
        .at("y", rect.bottom - 12.0)
        .with("font-size", 9.5);
    let wide = rect.width() / say.answers.len() as f64;
    let answers = say.answers.iter().enumerate().map(|(at, words)| {
        let x = rect.left + (at as f64 + 0.5) * wide;
        answer(x, rect.top, words)
    });
    Group::new()
        .set("id", "families")
        .set("fill", SOFT)
        .set("text-anchor", "middle")
        .add(frame)
        .add(title)
        .all(answers)
        .add(note)
}

/// The open box of an answer with its name.
fn answer(x: f64, top: f64, words: &str) -> Group {
    let open = Rectangle::new()
        .at("x", x - 16.0)
        .at("y", top + 32.0)
        .set("width", 32)
        .set("height", 26)
        .set("rx", 3)
        .set("fill", PAPER)
        .set("stroke", RULE);
    let name = text(words)
        .at("x", x)
        .at("y", top + 74.0)
        .with("font-size", 9.5);
    Group::new().add(open).add(name)
}
