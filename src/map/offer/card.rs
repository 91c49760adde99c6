//! The card of an offer.

use svg::node::element::{Element, Group, Rectangle};

use super::content::Around;
use crate::map::paper::font::{ASCENT, Block, LINE, Weight, one_line};
use crate::map::paper::nodes::{Draw, lines};
use crate::map::paper::style::{Colour, INK, SOFT};
use crate::map::plane::Rect;
use crate::text::views::OfferTexts;
use crate::text::{Lang, words};

/// The space above and below the texts, and between two of them.
const PAD: f64 = 14.0;
const BETWEEN: f64 = 7.0;
/// How much larger than their least sizes the texts are, from the largest.
const SCALES: [f64; 5] = [1.5, 1.35, 1.2, 1.1, 1.0];

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
    let room = rect.height() - 2.0 * PAD;
    let sets = SCALES.map(|scale| set(around, scale, wide, say, lang));
    let fits = |set: &&Set| {
        height(set) <= room
            && set
                .iter()
                .all(|(_, block)| block.is_whole() && block.width <= wide)
    };
    let whole = sets.iter().find(fits);
    let chosen = whole.or(sets.last()).map_or(&[][..], Vec::as_slice);
    let mut y = rect.top + PAD + (room - height(chosen)).max(0.0) / 2.0;
    let mut texts: Vec<Element> = Vec::new();
    for (setting, block) in chosen {
        if y + block.height <= rect.bottom - 6.0 {
            texts.push(setting.draw(block, rect.centre().x, y, wide));
            y += block.height + BETWEEN;
        }
    }
    Group::new()
        .set("id", "offer")
        .named("data-offer", &around.id)
        .set("text-anchor", "middle")
        .add(ground)
        .all(texts)
}

/// The texts of a card with their lines.
type Set = Vec<(Setting, Block)>;

/// What the card says at a scale.
fn set(around: &Around, scale: f64, wide: f64, say: &OfferTexts, lang: Lang) -> Set {
    let settings = settings(around, say, lang).into_iter();
    let scaled = settings.map(|one| Setting {
        size: one.size * scale,
        ..one
    });
    let lined = scaled.map(|one| {
        let block = Block::set(&one.text, one.weight, one.size, wide, one.lines);
        (one, block)
    });
    lined.collect()
}

/// The height of what a card says.
fn height(set: &[(Setting, Block)]) -> f64 {
    let heights: f64 = set.iter().map(|(_, block)| block.height).sum();
    heights + BETWEEN * set.len().saturating_sub(1) as f64
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
        Some(set(text, Weight::Regular, 9.5, 3, SOFT))
    });
    let told = served.into_iter().filter(|one| !one.text.is_empty());
    let name = set(around.name.clone(), Weight::Bold, 16.0, 4, INK);
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
