//! A picture that is drawn whole, whichever view it shows: written as SVG, PNG, PDF or JSON.

use std::ops::Range;

use serde::Serialize;
use svg::node::Blob;
use svg::node::element::{Description, Group, Rectangle};

use super::blank::page;
use super::font::lacking;
use super::heading::{HEADER, Heading};
use super::legend::Legend;
use super::nodes::{Draw, text, told, words};
use super::pdf::Part;
use super::style::{EXAMPLE, HEIGHT, MARGIN, PAPER, Paper, WIDTH};
use super::table::Table;
use super::{columns, pdf, png};
use crate::analysis::prose::Chapter;
use crate::map::error::MapError;
use crate::map::plane::Rect;
use crate::text::Lang;
use crate::text::views::ViewFaults;

/// The distance between what a page shows and the legend under it.
const ABOVE_LEGEND: f64 = 10.0;

/// Where a mark stands that a page has for itself, above what it shows.
const MARK: f64 = 21.0;

/// A drawn picture of any view.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    title: String,
    facts: String,
    sentence: String,
    description: String,
    lang: Lang,
    paper: Paper,
    written: Written,
    json: String,
    table: Table,
    names: Vec<Rect>,
}

/// The parts of a page, drawn once.
#[derive(Debug, Clone)]
pub(in crate::map) struct Drawing {
    /// The title.
    pub title: Group,
    /// The rest of the head.
    pub facts: Group,
    /// What the view draws.
    pub figure: Group,
    /// The legend.
    pub legend: Group,
}

/// What is said of a page beside what is drawn.
pub(in crate::map) struct Said {
    /// Its title.
    pub title: String,
    /// How much is shown and answered.
    pub facts: String,
    /// The sentence of what to see; empty where there is none.
    pub sentence: String,
    /// The picture in words.
    pub description: String,
    /// The language.
    pub lang: Lang,
    /// The paper.
    pub paper: Paper,
}

impl Said {
    /// The whole page.
    pub fn sheet(self, drawing: &Drawing, json: String, table: Table) -> Sheet {
        Sheet {
            written: drawing.write(&self.title, &self.description, self.lang),
            title: self.title,
            facts: self.facts,
            sentence: self.sentence,
            description: self.description,
            lang: self.lang,
            paper: self.paper,
            table,
            names: Vec::new(),
            json,
        }
    }
}

/// A page as SVG, and where its parts stand in it in the order in which they are read aloud.
#[derive(Debug, Clone, PartialEq)]
struct Written {
    svg: String,
    parts: [Range<usize>; 4],
}

impl Drawing {
    /// Writes the page with its title and its description for those who don't see it.
    fn write(&self, title: &str, description: &str, lang: Lang) -> Written {
        let parts = [&self.title, &self.facts, &self.figure, &self.legend];
        let parts = parts.map(Group::to_string);
        let ground = Rectangle::new()
            .set("width", WIDTH)
            .set("height", HEIGHT)
            .set("fill", PAPER);
        let begun = page(lang)
            .add(told(title).set("id", "map-title"))
            .add(
                Description::new()
                    .set("id", "map-desc")
                    .add(words(description)),
            )
            .add(ground);
        let mut svg = begun
            .all(parts.each_ref().map(|part| Blob::new(part.as_str())))
            .to_string();
        svg.push('\n');
        let mut from = 0;
        let parts = parts.map(|part| {
            let at = svg[from..]
                .find(&part)
                .expect("the page holds each part as it was written");
            from += at + part.len();
            from - part.len()..from
        });
        Written { svg, parts }
    }
}

impl Sheet {
    /// The picture as SVG.
    pub fn svg(&self) -> &str {
        &self.written.svg
    }

    /// The picture as SVG, where nothing else of it is needed.
    pub(in crate::map) fn into_svg(self) -> String {
        self.written.svg
    }

    /// What it was drawn from, with places, as JSON.
    pub fn json(&self) -> &str {
        &self.json
    }

    /// What its head says besides its title: how much is shown and answered, and the sentence of what to see; empty where
    /// there is none.
    pub fn head(&self) -> [&str; 2] {
        [&self.facts, &self.sentence]
    }

    /// The picture in words, for those who don't see it.
    pub fn description(&self) -> &str {
        &self.description
    }

    /// The same as a table.
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// What is to be said to who asked for the picture: of names over each other, and for an image or a page of
    /// characters that its font lacks.
    pub fn notes(&self, image: bool) -> Vec<String> {
        let say = ViewFaults::of(self.lang);
        let over = |name: &Rect| {
            let mut others = self.names.iter().filter(|other| *other != name);
            others.any(|other| other.grown(-0.5).overlaps(name))
        };
        let crowded = self.names.iter().filter(|name| over(name)).count();
        let mut notes = Vec::new();
        if crowded > 0 {
            notes.push((say.crowded)(crowded));
        }
        let lacking = match image {
            true => lacking(self.svg()),
            false => String::new(),
        };
        if !lacking.is_empty() {
            notes.push((say.no_glyphs)(&lacking));
        }
        notes
    }

    /// The same with these boxes of names on it.
    pub(in crate::map) fn with_names(self, names: impl Iterator<Item = Rect>) -> Self {
        Self {
            names: names.collect(),
            ..self
        }
    }

    /// The same with this as what it was drawn from.
    pub(in crate::map) fn with_json(self, json: String) -> Self {
        Self { json, ..self }
    }

    /// The picture as PNG, its paper at 150 dots an inch.
    pub fn png(&self) -> Result<Vec<u8>, MapError> {
        png::png(self.svg(), self.paper)
    }

    /// The picture as a page of PDF, landscape, its text selectable.
    pub fn pdf(&self) -> Result<Vec<u8>, MapError> {
        pdf::pdf(&[self.parts()], &self.title, self.lang, self.paper)
    }

    /// The picture with texts after it, as pages of PDF, each with the mark above it; the picture itself stays as it is.
    pub fn handout(&self, chapters: &[Chapter], mark: Option<&str>) -> Result<Vec<u8>, MapError> {
        let texts = columns::pages(&self.title, chapters, self.lang);
        let mut pages: Vec<Vec<Part>> = [self.parts()].into_iter().chain(texts).collect();
        for (page, mark) in pages.iter_mut().zip(mark.into_iter().cycle()) {
            page.insert(0, self.mark(mark));
        }
        pdf::pdf(&pages, &self.title, self.lang, self.paper)
    }

    /// Words in the upper margin, at the right.
    fn mark(&self, mark: &str) -> Part {
        let mark = text(mark)
            .at("x", WIDTH - MARGIN)
            .at("y", MARK)
            .with("font-size", 13)
            .with("font-weight", "bold")
            .with("text-anchor", "end")
            .with("fill", EXAMPLE);
        Part::Text(page(self.lang).add(mark).to_string())
    }

    /// The page's parts in the order in which they are read aloud.
    fn parts(&self) -> Vec<Part> {
        let [title, facts, figure, legend] = self.written.parts.clone().map(|part| {
            let part = Blob::new(&self.svg()[part]);
            page(self.lang).add(part).to_string()
        });
        let alt = self.description.clone();
        vec![
            Part::Title(title),
            Part::Text(facts),
            Part::Figure { svg: figure, alt },
            Part::Text(legend),
        ]
    }
}

/// The part of the page that a legend leaves for a view.
pub(in crate::map) fn frame_above(legend: &Legend) -> Rect {
    Rect {
        left: MARGIN,
        top: MARGIN + HEADER,
        right: WIDTH - MARGIN,
        bottom: legend.top() - ABOVE_LEGEND,
    }
}

/// What stands around a view's own drawing.
pub(in crate::map) struct Margins {
    /// The head of the page.
    pub head: Heading,
    /// The picture in words.
    pub description: String,
    /// The legend.
    pub legend: Legend,
    /// The language.
    pub lang: Lang,
    /// The paper.
    pub paper: Paper,
}

impl Margins {
    /// The part of the page that is left for the view.
    pub fn frame(&self) -> Rect {
        frame_above(&self.legend)
    }

    /// The whole page around what the view draws.
    pub fn sheet(self, json: String, table: Table, figure: Group) -> Sheet {
        let drawing = Drawing {
            title: self.head.title(),
            facts: self.head.facts(),
            figure,
            legend: self.legend.draw(),
        };
        let said = Said {
            title: self.head.title,
            facts: self.head.facts,
            sentence: self.head.sentence.join(" "),
            description: self.description,
            lang: self.lang,
            paper: self.paper,
        };
        said.sheet(&drawing, json, table)
    }
}

/// What a picture is drawn from, as JSON.
pub(in crate::map) fn json(of: &impl Serialize) -> String {
    serde_json::to_string_pretty(of).expect("names and finite numbers always have a JSON form")
}
