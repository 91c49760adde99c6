//! The lines and marks at the head of the page: what it is of, how much was reported, one sentence of what to see.

use super::font::{Block, Weight, one_line, width};
use super::style::{Colour, EXAMPLE, INK, MARGIN, PAPER, SOFT, WIDTH};
use super::xml::Xml;
use crate::analysis::{Inclusion, Selection};
use crate::domain::Survey;
use crate::map::MapOptions;
use crate::map::network::geometry::Label;
use crate::map::network::scene::Scene;
use crate::map::plane::Rect;
use crate::text::counted::CountedTexts;
use crate::text::map::MapTexts;
use crate::text::words;

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

impl Heading {
    /// The head of a scene.
    pub fn of(
        survey: &Survey,
        selection: &Selection,
        scene: &Scene,
        options: &MapOptions,
        texts: &MapTexts,
    ) -> Self {
        let phase = phase(survey, selection, texts);
        let title = [survey.title.clone(), phase.unwrap_or_default()];
        let mut facts = facts(selection, scene, options, texts);
        let offices = is_about_offices(survey, selection);
        facts.extend(counted(selection, scene, offices, &texts.sentence));
        Self::titled(&title, facts, marks(survey, scene, options, texts))
    }

    /// The head of any view: the parts of its title, those that are not empty; its facts; its marks.
    pub fn titled(title: &[String], facts: Vec<String>, marks: Vec<(&str, Colour)>) -> Self {
        let mut badges = Vec::new();
        let mut right = WIDTH - MARGIN;
        for (text, colour) in marks {
            let wide = width(text, Weight::Bold, 11.0) + 14.0;
            let rect = Rect::sized(right - wide, MARGIN, wide, 20.0);
            badges.push(Badge {
                label: Label::new(text.to_owned(), rect),
                colour,
            });
            right = rect.left - 8.0;
        }
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

    /// Writes all of it.
    pub fn draw(&self, xml: &mut Xml) {
        xml.open("g").set("id", "heading").set("fill", INK);
        self.title(xml);
        self.facts(xml);
        xml.close();
    }

    /// Writes the title alone.
    pub fn draw_title(&self, xml: &mut Xml) {
        xml.open("g").set("fill", INK);
        self.title(xml);
        xml.close();
    }

    /// Writes all but the title.
    pub fn draw_facts(&self, xml: &mut Xml) {
        xml.open("g").set("fill", INK);
        self.facts(xml);
        xml.close();
    }

    fn title(&self, xml: &mut Xml) {
        xml.open("text")
            .set("x", MARGIN)
            .set("y", MARGIN + 17.0)
            .set("font-size", 21)
            .set("font-weight", "bold")
            .say(&self.title)
            .close();
    }

    fn facts(&self, xml: &mut Xml) {
        xml.open("text")
            .set("x", MARGIN)
            .set("y", MARGIN + 36.0)
            .set("font-size", 11.5)
            .set("fill", SOFT)
            .say(&self.facts)
            .close();
        // Two lines stand closer: what runs around the rooms passes under them.
        let first = if self.sentence.len() > 1 { 54.5 } else { 57.0 };
        for (line, text) in self.sentence.iter().enumerate() {
            xml.open("text")
                .set("x", MARGIN)
                .at("y", MARGIN + first + line as f64 * 15.0)
                .set("font-size", self.sentence_size)
                .say(text)
                .close();
        }
        for badge in &self.badges {
            let rect = badge.label.rect();
            xml.open("rect")
                .over(rect)
                .set("rx", 3)
                .set("fill", PAPER)
                .set("stroke", badge.colour)
                .close();
            xml.open("text")
                .at("x", rect.centre().x)
                .at("y", rect.centre().y + 3.9)
                .set("font-size", 11)
                .set("font-weight", "bold")
                .set("text-anchor", "middle")
                .set("fill", badge.colour)
                .say(&badge.label.text)
                .close();
        }
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

/// The name of the selected phase, as titles say it.
pub fn phase(survey: &Survey, selection: &Selection, texts: &MapTexts) -> Option<String> {
    let phase = selection.phase_in(survey).ok().flatten()?;
    let name = &survey.phases[usize::from(phase)].name;
    Some(match survey.from_district {
        true => (texts.phase)(name),
        false => name.clone(),
    })
}

/// The marks of invented data and of working pictures, as far as they apply.
pub fn marks(
    survey: &Survey,
    scene: &Scene,
    options: &MapOptions,
    texts: &MapTexts,
) -> Vec<(&'static str, Colour)> {
    let working = survey.from_district && scene.has_marks();
    let example = options.example.then_some((texts.example, EXAMPLE));
    let working = working.then_some((texts.working, SOFT));
    example.into_iter().chain(working).collect()
}

/// Whether the sentence is about the offices, while other organisations are shown too.
pub fn is_about_offices(survey: &Survey, selection: &Selection) -> bool {
    let stated = Inclusion::usual(survey);
    selection.scope == Inclusion::All && stated == Inclusion::Offices
}

/// What of all that is shown the sentence, or the fields of a matrix, count, where it is not everything.
pub fn counted(
    selection: &Selection,
    scene: &Scene,
    offices: bool,
    texts: &CountedTexts,
) -> Option<String> {
    let bodies = scene.nodes.iter().any(|node| node.present && node.body);
    let counted = match (offices, bodies && !selection.bodies) {
        (true, true) => texts.offices_without_bodies,
        (true, false) => texts.offices,
        (false, true) => texts.without_bodies,
        (false, false) => "",
    };
    let directed = selection.directed.then_some(texts.directed);
    let parts: Vec<&str> = [counted]
        .into_iter()
        .chain(directed)
        .filter(|part| !part.is_empty())
        .collect();
    (!parts.is_empty()).then(|| format!("{}: {}", texts.what, parts.join(", ")))
}

/// Date, counts and answers.
pub fn facts(
    selection: &Selection,
    scene: &Scene,
    options: &MapOptions,
    texts: &MapTexts,
) -> Vec<String> {
    let counts = &scene.counts;
    let mut facts: Vec<String> = options.date.map(texts.as_of).into_iter().collect();
    if counts.actors == 0 {
        facts.push(texts.empty.to_owned());
        return facts;
    }
    let offices = selection.scope == Inclusion::Offices;
    if counts.departments > 0 {
        let say = if offices {
            texts.offices
        } else {
            texts.departments
        };
        facts.push(say(counts.departments));
    }
    if counts.unassigned > 0 {
        facts.push((texts.unassigned)(counts.unassigned));
    }
    let strength = selection.min_strength.to_string();
    match counts.ties {
        Some(ties) => {
            facts.push((texts.actors)(counts.actors));
            facts.push((texts.ties)(ties, &strength));
        }
        None => facts.push((texts.from_strength)(&strength)),
    }
    if !selection.kinds.is_empty() {
        let kinds = selection.kinds.iter();
        let named = kinds.map(|kind| match words::read_tie_kind(kind) {
            Some(kind) => words::tie_kind(kind, options.lang),
            None => kind,
        });
        facts.push((texts.kinds)(&named.collect::<Vec<_>>().join(", ")));
    }
    if let Some((asked, answered)) = counts.asked {
        let say = if counts.asked_overall {
            texts.answered_overall
        } else {
            texts.answered
        };
        facts.push(say(answered, asked));
    }
    facts
}
