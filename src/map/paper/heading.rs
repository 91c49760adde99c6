//! The lines and marks at the head of the page: what it is of, how much was reported, one sentence of what to see.

use svg::node::Node;
use svg::node::element::{Group, Rectangle};

use super::font::{Block, Weight, one_line, width};
use super::label::Label;
use super::nodes::{Draw, text};
use super::style::{Colour, EXAMPLE, INK, MARGIN, PAPER, SOFT, WIDTH};
use crate::analysis::Selection;
use crate::domain::Survey;
use crate::map::plane::Rect;
use crate::text::map::MapTexts;

/// The height of the head, the same for all phases.
pub const HEADER: f64 = 82.0;

/// The font sizes of the sentence of what to see.
const SENTENCE: [f64; 5] = [13.0, 12.5, 12.0, 11.5, 11.0];

/// The head of a page.
#[derive(Debug, Clone)]
pub struct Heading {
    /// District and phase.
    pub title: String,
    /// Date, counts, answers.
    pub facts: String,
    /// The sentence of what to see, in one or two lines.
    pub sentence: Vec<String>,
    /// Its font size.
    pub sentence_size: f64,
    /// Marks at the right.
    pub badges: Vec<Badge>,
}

/// A mark in words.
#[derive(Debug, Clone)]
pub struct Badge {
    /// The words and their box.
    pub label: Label,
    /// The colour.
    pub colour: Colour,
}

impl Badge {
    /// The mark as it is drawn.
    pub fn draw(&self) -> [Box<dyn Node>; 2] {
        let rect = self.label.rect();
        let frame = Rectangle::new()
            .over(rect)
            .set("rx", 3)
            .set("fill", PAPER)
            .set("stroke", self.colour);
        let words = text(&self.label.text)
            .at("x", rect.centre().x)
            .at("y", rect.centre().y + 3.9)
            .with("font-size", 11)
            .with("font-weight", "bold")
            .with("text-anchor", "middle")
            .with("fill", self.colour);
        [frame.into(), words.into()]
    }
}

impl Heading {
    /// The head of any view: the parts of its title, those that are not empty; its facts; its marks.
    pub fn titled(title: &[String], facts: Vec<String>, marks: Vec<(&str, Colour)>) -> Self {
        let badges = badges(&marks);
        let left = badges.last().map(|badge| badge.label.x - 8.0);
        let right = left.unwrap_or(WIDTH - MARGIN);
        let parts: Vec<&str> = title.iter().map(String::as_str).collect();
        let title = parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ");
        let title = Block::set(&title, Weight::Bold, 21.0, right - MARGIN, 1);
        Self {
            title: title.text(),
            facts: one_line(
                &facts.join(" · "),
                Weight::Regular,
                11.5,
                WIDTH - 2.0 * MARGIN,
            ),
            sentence: Vec::new(),
            sentence_size: SENTENCE[0],
            badges,
        }
    }

    /// Its title as it is drawn.
    pub fn title(&self) -> Group {
        let title = text(&self.title)
            .with("x", MARGIN)
            .with("y", MARGIN + 17.0)
            .with("font-size", 21)
            .with("font-weight", "bold");
        Group::new()
            .set("id", "heading")
            .set("fill", INK)
            .add(title)
    }

    /// All the rest of it as it is drawn.
    pub fn facts(&self) -> Group {
        let facts = text(&self.facts)
            .with("x", MARGIN)
            .with("y", MARGIN + 36.0)
            .with("font-size", 11.5)
            .with("fill", SOFT);
        // Two lines stand closer: what runs around the rooms passes under them.
        let first = if self.sentence.len() > 1 { 54.5 } else { 57.0 };
        let sentence = self.sentence.iter().enumerate().map(|(line, words)| {
            text(words)
                .with("x", MARGIN)
                .at("y", MARGIN + first + line as f64 * 15.0)
                .with("font-size", self.sentence_size)
        });
        Group::new()
            .set("id", "facts")
            .set("fill", INK)
            .add(facts)
            .all(sentence)
            .all(self.badges.iter().flat_map(Badge::draw))
    }

    /// Sets the sentence of what to see in two lines, in the largest size in which they hold all of it.
    pub fn say(&mut self, sentence: &str) {
        let limit = WIDTH - 2.0 * MARGIN;
        for size in SENTENCE {
            let block = Block::set(sentence, Weight::Regular, size, limit, 2);
            let whole = block.is_whole();
            // A word may be longer than a line.
            let lines = block.lines.iter();
            let lines = lines.map(|line| one_line(line, Weight::Regular, size, limit));
            (self.sentence, self.sentence_size) = (lines.collect(), size);
            if whole && self.sentence == block.lines {
                break;
            }
        }
    }
}

/// Marks in words at the right of the head, the first outermost.
pub fn badges(marks: &[(&str, Colour)]) -> Vec<Badge> {
    let mut right = WIDTH - MARGIN;
    let badges = marks.iter().map(|(text, colour)| {
        let wide = width(text, Weight::Bold, 11.0) + 14.0;
        let rect = Rect::sized(right - wide, MARGIN, wide, 20.0);
        right = rect.left - 8.0;
        Badge {
            label: Label::new((*text).to_owned(), rect),
            colour,
        }
    });
    badges.collect()
}

/// The name of the selected phase, as titles say it.
pub fn phase(survey: &Survey, selection: &Selection, texts: &MapTexts) -> Option<String> {
    let phase = selection.phase_in(survey).ok().flatten()?;
    let name = &survey.phases[usize::from(phase)].name;
    Some(match survey.from_district {
        true => (texts.phase)(name),
        false => name.clone(),
    })
}

/// The marks of invented data and of working pictures, those of which `marked` says that single actors have marks.
pub fn marks(
    survey: &Survey,
    marked: bool,
    example: bool,
    texts: &MapTexts,
) -> Vec<(&'static str, Colour)> {
    let working = survey.from_district && marked;
    let example = example.then_some((texts.example, EXAMPLE));
    let working = working.then_some((texts.working, SOFT));
    example.into_iter().chain(working).collect()
}
