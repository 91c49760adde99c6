//! A picture that is drawn whole, whichever view it shows: written as SVG, PNG, PDF or JSON.

use serde::Serialize;

use super::font::lacking;
use super::heading::Heading;
use super::legend;
use super::legend::Entry;
use super::pdf::Part;
use super::style::{HEIGHT, MARGIN, PAPER, Paper, WIDTH};
use super::xml::{Xml, root};
use super::{heading, pdf, png};
use crate::map::network::draw;
use crate::map::plane::Rect;
use crate::map::{MapError, Picture, Table};
use crate::text::Lang;
use crate::text::views::ViewFaults;

/// The distance between what a page shows and the legend under it.
const ABOVE_LEGEND: f64 = 10.0;

/// A drawn picture of any view.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    title: String,
    facts: String,
    sentence: String,
    description: String,
    lang: Lang,
    paper: Paper,
    svg: String,
    parts: Vec<Part>,
    json: String,
    table: Table,
    names: Vec<Rect>,
}

/// A page of any view, begun: its title, its description for those who don't see it, its head.
pub(in crate::map) fn begun(head: &Heading, description: &str, lang: Lang) -> Xml {
    let mut xml = root(lang);
    xml.open("title")
        .set("id", "map-title")
        .say(&head.title)
        .close();
    xml.open("desc")
        .set("id", "map-desc")
        .say(description)
        .close();
    xml.open("rect")
        .set("width", WIDTH)
        .set("height", HEIGHT)
        .set("fill", PAPER)
        .close();
    head.draw(&mut xml);
    xml
}

impl Sheet {
    /// The picture as SVG.
    pub fn svg(&self) -> &str {
        &self.svg
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
            true => lacking(&self.svg),
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

    /// The picture as PNG, its paper at 150 dots an inch.
    pub fn png(&self) -> Result<Vec<u8>, MapError> {
        png::png(&self.svg, self.paper)
    }

    /// The picture as a page of PDF, landscape, its text selectable.
    pub fn pdf(&self) -> Result<Vec<u8>, MapError> {
        pdf::pdf(&self.parts, &self.title, self.lang, self.paper)
    }
}

impl From<&Picture> for Sheet {
    fn from(picture: &Picture) -> Self {
        Self {
            title: picture.heading.title.clone(),
            facts: picture.heading.facts.clone(),
            sentence: picture.heading.sentence.join(" "),
            description: picture.description.clone(),
            lang: picture.lang,
            paper: picture.paper,
            svg: picture.svg(),
            parts: draw::parts(picture),
            json: picture.geometry().to_json(),
            table: Table::of_network(picture, picture.lang),
            names: picture.names().collect(),
        }
    }
}

/// The part of the page that this legend leaves for a view.
pub(in crate::map) fn frame_above(legend: &[Entry]) -> Rect {
    Rect {
        left: MARGIN,
        top: MARGIN + heading::HEADER,
        right: WIDTH - MARGIN,
        bottom: HEIGHT - MARGIN - legend::height(legend) - ABOVE_LEGEND,
    }
}

/// What stands around a view's own drawing.
pub(in crate::map) struct Margins {
    /// The head of the page.
    pub head: Heading,
    /// The picture in words.
    pub description: String,
    /// The legend.
    pub legend: Vec<Entry>,
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

    fn legend_top(&self) -> f64 {
        HEIGHT - MARGIN - legend::height(&self.legend)
    }

    /// The whole page around what the view draws.
    pub fn sheet(self, json: &impl Serialize, table: Table, body: impl Fn(&mut Xml)) -> Sheet {
        let legend = |xml: &mut Xml| legend::draw_from(xml, &self.legend, self.legend_top());
        let alone = |draw: &dyn Fn(&mut Xml)| {
            let mut xml = root(self.lang);
            draw(&mut xml);
            xml.finish()
        };
        let parts = vec![
            Part::Title(alone(&|xml| self.head.draw_title(xml))),
            Part::Text(alone(&|xml| self.head.draw_facts(xml))),
            Part::Figure {
                svg: alone(&body),
                alt: self.description.clone(),
            },
            Part::Text(alone(&legend)),
        ];
        let mut xml = begun(&self.head, &self.description, self.lang);
        body(&mut xml);
        legend(&mut xml);
        Sheet {
            svg: xml.finish(),
            parts,
            title: self.head.title,
            facts: self.head.facts,
            sentence: self.head.sentence.join(" "),
            description: self.description,
            lang: self.lang,
            paper: self.paper,
            table,
            names: Vec::new(),
            json: serde_json::to_string_pretty(json)
                .expect("names and finite numbers always have a JSON form"),
        }
    }
}
