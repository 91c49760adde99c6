//! The legend at the foot of the page: samples of what the picture holds, and what they mean.

use svg::node::element::{Group, Path};

use super::font::{Weight, width};
use super::nodes::{Draw, text};
use super::style::{HEIGHT, MARGIN, RULE, SOFT, WIDTH};
use crate::map::plane::tenths;

/// The height of the network's legend, the same for all phases.
pub const LEGEND: f64 = 50.0;

/// The font size of the legend.
pub const SIZE: f64 = 9.5;

/// The distance between two lines of the legend.
const ROW: f64 = 14.5;

/// The distance where all phases share the height and there are more than [`LOOSE`] lines, and how much higher it begins.
const CLOSE: (f64, f64) = (13.0, 6.0);

/// So many lines keep the usual distance where all phases share the height.
const LOOSE: usize = 4;

/// The height of a sample, in whose middle it is drawn.
pub const HIGH: f64 = 14.0;

/// The middle of a sample's height.
pub const MIDDLE: f64 = HIGH / 2.0;

/// The space under a legend.
const UNDER: f64 = 3.0;

/// How an entry stands among the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rank {
    /// Over those that follow.
    Heading,
    /// Beside them.
    Beside,
    /// In a line of its own.
    Line,
}

/// A sample of what is drawn, in a box from 0, 0 that is [`HIGH`].
#[derive(Debug, Clone)]
pub struct Sample {
    /// How wide it is, with the distance to its text.
    pub width: f64,
    /// What is drawn.
    pub drawn: Group,
}

impl Sample {
    /// A sample of these nodes.
    pub fn of(width: f64, drawn: Group) -> Self {
        Self { width, drawn }
    }
}

/// What a part of the picture means.
#[derive(Debug, Clone)]
pub struct Entry {
    sample: Option<Sample>,
    text: String,
    rank: Rank,
}

impl Entry {
    /// A sample and what it means.
    pub fn of(sample: Sample, text: impl Into<String>) -> Self {
        Self {
            sample: Some(sample),
            text: text.into(),
            rank: Rank::Beside,
        }
    }

    /// A heading of what follows.
    pub fn heading(text: impl Into<String>) -> Self {
        Self {
            sample: None,
            text: text.into(),
            rank: Rank::Heading,
        }
    }

    /// A remark without a sample.
    pub fn note(text: impl Into<String>) -> Self {
        Self {
            sample: None,
            text: text.into(),
            rank: Rank::Beside,
        }
    }

    /// A remark with a line of its own.
    pub fn line(text: impl Into<String>) -> Self {
        Self {
            sample: None,
            text: text.into(),
            rank: Rank::Line,
        }
    }

    /// Whether it is a heading.
    pub fn is_heading(&self) -> bool {
        self.rank == Rank::Heading
    }

    fn weight(&self) -> Weight {
        match self.rank {
            Rank::Heading => Weight::Bold,
            Rank::Beside | Rank::Line => Weight::Regular,
        }
    }

    /// How wide its sample is.
    fn indent(&self) -> f64 {
        self.sample.as_ref().map_or(0.0, |sample| sample.width)
    }

    fn width(&self) -> f64 {
        self.indent() + width(&self.text, self.weight(), SIZE)
    }

    /// The entry with its baseline at this height.
    fn draw(&self, x: f64, y: f64) -> Group {
        let sample = self.sample.as_ref().map(|sample| {
            let top = y - 3.5 - MIDDLE;
            let moved = format!("translate({} {})", tenths(x), tenths(top));
            sample.drawn.clone().set("transform", moved)
        });
        let bold = self.is_heading().then_some("bold");
        let words = text(&self.text)
            .maybe("font-weight", bold)
            .at("x", x + self.indent())
            .at("y", y)
            .with("fill", SOFT);
        Group::new().all(sample).add(words)
    }
}

/// The entries of a page, from a height on.
#[derive(Debug, Clone)]
pub struct Legend {
    entries: Vec<Entry>,
    top: f64,
    /// The distance between two lines.
    row: f64,
}

impl Legend {
    /// A legend as low as its entries allow.
    pub fn of(entries: Vec<Entry>) -> Self {
        let top = HEIGHT - MARGIN - (rows(&entries) as f64 * ROW + UNDER);
        Self {
            entries,
            top,
            row: ROW,
        }
    }

    /// A legend of the height that all phases share.
    pub fn fixed(entries: Vec<Entry>) -> Self {
        let (row, higher) = match rows(&entries) {
            0..=LOOSE => (ROW, 0.0),
            _ => CLOSE,
        };
        let top = HEIGHT - MARGIN - LEGEND - higher;
        Self { entries, top, row }
    }

    /// Its upper side.
    pub fn top(&self) -> f64 {
        self.top
    }

    /// The legend as it is drawn.
    pub fn draw(&self) -> Group {
        let d = format!("M{MARGIN} {}H{}", tenths(self.top), WIDTH - MARGIN);
        let places = placed(&self.entries);
        let entries = self.entries.iter().zip(places);
        Group::new()
            .set("id", "legend")
            .set("font-size", SIZE)
            .add(Path::new().set("d", d).set("stroke", RULE))
            .all(
                entries
                    .map(|(entry, (x, row))| entry.draw(x, self.top + self.row * (row + 1) as f64)),
            )
    }
}

/// How many rows entries take.
pub fn rows(entries: &[Entry]) -> usize {
    placed(entries).last().map_or(0, |(_, row)| row + 1)
}

/// Where each entry begins: from the left, in which row.
fn placed(entries: &[Entry]) -> Vec<(f64, usize)> {
    let (mut x, mut row) = (MARGIN, 0);
    let mut places = Vec::with_capacity(entries.len());
    for (place, entry) in entries.iter().enumerate() {
        let wide = entry.width();
        // A heading does not stand alone at a line's end.
        let follows = match entries.get(place + 1) {
            Some(next) if entry.is_heading() => 9.0 + next.width(),
            _ => 0.0,
        };
        let own = entry.rank == Rank::Line;
        if (own || x + wide + follows > WIDTH - MARGIN) && x > MARGIN {
            (x, row) = (MARGIN, row + 1);
        }
        places.push((x, row));
        x += wide + if entry.is_heading() { 9.0 } else { 16.0 };
    }
    places
}
