//! Texts under headings, set in two columns on as many pages as they need.

use std::mem::take;

use super::blank::page;
use super::font::{ASCENT, LINE, Weight, greedy, one_line};
use super::nodes::{Draw, lines, text};
use super::pdf::Part;
use super::style::{HEIGHT, INK, MARGIN, SOFT, WIDTH};
use crate::analysis::prose::Chapter;
use crate::text::Lang;

/// The distance between the columns.
const GAP: f64 = 56.0;
/// The width of a column.
const COLUMN: f64 = (WIDTH - 2.0 * MARGIN - GAP) / 2.0;
/// Where columns begin, below the line that says of what the page is.
const TOP: f64 = MARGIN + 44.0;
/// The font sizes of a heading and of what stands below it.
const SIZES: [f64; 2] = [18.0, 14.5];
/// The distances above a heading and above a paragraph.
const ABOVE: [f64; 2] = [26.0, 8.0];

/// A text in the lines that a column holds.
struct Set {
    heading: bool,
    text: String,
    lines: Vec<String>,
}

impl Set {
    fn of(text: &str, heading: bool) -> Self {
        let (weight, size) = look(heading);
        let broken = greedy(text, weight, size, COLUMN);
        let fitting = broken
            .iter()
            .map(|line| one_line(line, weight, size, COLUMN));
        Self {
            heading,
            text: text.to_owned(),
            lines: fitting.collect(),
        }
    }

    fn height(&self) -> f64 {
        look(self.heading).1 * LINE * self.lines.len() as f64
    }

    fn above(&self) -> f64 {
        ABOVE[usize::from(!self.heading)]
    }
}

fn look(heading: bool) -> (Weight, f64) {
    match heading {
        true => (Weight::Bold, SIZES[0]),
        false => (Weight::Regular, SIZES[1]),
    }
}

/// The pages; `of` stands at the top of each.
pub fn pages(of: &str, chapters: &[Chapter], lang: Lang) -> Vec<Vec<Part>> {
    let mut setter = Setter {
        of,
        lang,
        column: 0,
        y: TOP,
        page: Vec::new(),
        pages: Vec::new(),
    };
    for chapter in chapters {
        setter.chapter(chapter);
    }
    setter.turn();
    setter.pages
}

/// The pages under way.
struct Setter<'a> {
    of: &'a str,
    lang: Lang,
    column: usize,
    y: f64,
    page: Vec<Part>,
    pages: Vec<Vec<Part>>,
}

impl Setter<'_> {
    /// A chapter stays together where a column holds it.
    fn chapter(&mut self, chapter: &Chapter) {
        let heading = Set::of(&chapter.heading, true);
        let below = chapter.paragraphs.iter().map(|told| Set::of(told, false));
        let sets: Vec<Set> = [heading].into_iter().chain(below).collect();
        let room = |sets: &[Set]| sets.iter().map(|set| set.above() + set.height()).sum();
        let whole: f64 = room(&sets);
        let least: f64 = room(&sets[..sets.len().min(2)]);
        let column = HEIGHT - MARGIN - TOP;
        self.make_room(if whole <= column { whole } else { least });
        for set in sets {
            self.make_room(set.height());
            self.place(set);
        }
    }

    /// Goes on in the next column, or on the next page, where a column does not hold so much more.
    fn make_room(&mut self, height: f64) {
        if self.y == TOP || self.y + height <= HEIGHT - MARGIN {
            return;
        }
        match self.column {
            0 => (self.column, self.y) = (1, TOP),
            _ => self.turn(),
        }
    }

    fn turn(&mut self) {
        if !self.page.is_empty() {
            let drawn = take(&mut self.page);
            let of = text(self.of)
                .with("x", MARGIN)
                .at("y", MARGIN + 14.0)
                .with("font-size", 12)
                .with("fill", SOFT);
            let of = Part::Text(page(self.lang).add(of).to_string());
            self.pages.push([of].into_iter().chain(drawn).collect());
        }
        (self.column, self.y) = (0, TOP);
    }

    fn place(&mut self, set: Set) {
        if self.y > TOP {
            self.y += set.above();
        }
        let (weight, size) = look(set.heading);
        let x = MARGIN + self.column as f64 * (COLUMN + GAP);
        let rows = set.lines.iter().enumerate();
        let rows = rows.map(|(row, line)| {
            let down = size * (ASCENT + LINE * row as f64);
            (x, self.y + down, line.as_str())
        });
        let drawn = lines(rows)
            .at("font-size", size)
            .with(
                "font-weight",
                if weight == Weight::Bold {
                    "bold"
                } else {
                    "normal"
                },
            )
            .with("fill", INK);
        let svg = page(self.lang).add(drawn).to_string();
        self.y += set.height();
        self.page.push(match set.heading {
            true => Part::Heading {
                svg,
                text: set.text,
            },
            false => Part::Text(svg),
        });
    }
}
