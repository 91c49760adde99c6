//! The legend at the foot of the page: what lines, marks and rooms mean, only of what the picture holds.

use super::font::{Weight, width};
use super::marks::{Mark, draw_mark, draw_ring};
use super::sample::Sample;
use super::style::{
    BAND, BINDING, HEIGHT, INK, INSIDE, LOOSE, MARGIN, PAPER, RULE, SHADES, SOFT, WIDTH,
};
use super::xml::Xml;
use crate::map::plane::{Point, tenths};
use crate::text::Lang;
use crate::text::map::MapTexts;
use crate::text::numbers::short;

/// The height of the legend.
pub const LEGEND: f64 = 50.0;

/// The font size of the legend.
pub const SIZE: f64 = 9.5;

/// The distance between two lines of the legend.
const ROW: f64 = 14.5;

/// A sample and what it means.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// A heading of what follows.
    Heading(&'static str),
    /// A line of this width.
    Strength {
        /// The width.
        width: f64,
        /// Whether all ties are inside departments.
        inside: bool,
        /// The strength and its name.
        text: String,
    },
    /// A line agreed in writing.
    Binding(&'static str),
    /// A line not agreed in writing.
    Loose(&'static str),
    /// A line inside a department.
    Inside(&'static str),
    /// A mark of an actor.
    Mark(Mark, &'static str),
    /// A room: filled, and whether it is alone.
    Room {
        /// Whether it has a ground.
        filled: bool,
        /// Whether it has no tie to another.
        alone: bool,
        /// Whether more ties stay inside than chance explains.
        closed: bool,
        /// What it is.
        text: &'static str,
    },
    /// A band with its number.
    Band {
        /// The width of the widest.
        width: f64,
        /// Whether a part of it is agreed in writing.
        agreed: bool,
        /// What it is.
        text: &'static str,
    },
    /// A band whose number stays hidden.
    Untold(&'static str),
    /// The mark of a band that hangs on one function.
    Single(&'static str),
    /// A pair without a reported tie.
    Empty(&'static str),
    /// The ring of a function that holds two offices together.
    Holder(&'static str),
    /// The marks of departments whose colour stood for another one before, up to so often.
    Again(usize, &'static str),
    /// A sample that a view brings along.
    Own(Sample, String),
    /// A remark without a sample.
    Note(&'static str),
    /// A remark with a line of its own.
    Line(String),
}

/// The dashes of a tie that is not agreed in writing.
pub const DASHES: &str = "3.5 2";

/// The dots between two departments without a reported tie.
pub const EMPTY: &str = "0.1 5";

/// The dashes of a room without a tie to another.
pub const ALONE: &str = "2 4";

impl Entry {
    fn text(&self) -> &str {
        match self {
            Self::Heading(text)
            | Self::Note(text)
            | Self::Binding(text)
            | Self::Loose(text)
            | Self::Inside(text)
            | Self::Mark(_, text)
            | Self::Room { text, .. }
            | Self::Band { text, .. }
            | Self::Untold(text)
            | Self::Single(text)
            | Self::Empty(text)
            | Self::Again(_, text)
            | Self::Holder(text) => text,
            Self::Strength { text, .. } | Self::Own(_, text) | Self::Line(text) => text,
        }
    }

    fn weight(&self) -> Weight {
        match self {
            Self::Heading(_) => Weight::Bold,
            _ => Weight::Regular,
        }
    }

    fn sample(&self) -> f64 {
        match self {
            Self::Heading(_) | Self::Note(_) | Self::Line(_) => 0.0,
            Self::Mark(..) | Self::Single(_) => 14.0,
            Self::Holder(_) => 18.0,
            Self::Again(times, _) => 12.0 * (*times as f64 + 1.0) + 2.0,
            Self::Strength { .. } => 24.0,
            Self::Own(sample, _) => sample.width() + 5.0,
            _ => 30.0,
        }
    }
}

/// Writes the legend.
pub fn draw(xml: &mut Xml, entries: &[Entry]) {
    draw_from(xml, entries, HEIGHT - MARGIN - LEGEND);
}

/// The height that the entries need.
pub fn height(entries: &[Entry]) -> f64 {
    let rows = placed(entries).last().map_or(0, |(_, row)| row + 1);
    rows as f64 * ROW + 3.0
}

/// Where each entry begins: from the left, in which row.
fn placed(entries: &[Entry]) -> Vec<(f64, usize)> {
    let (mut x, mut row) = (MARGIN, 0);
    let mut places = Vec::with_capacity(entries.len());
    for (place, entry) in entries.iter().enumerate() {
        let own_width = |entry: &Entry| entry.sample() + width(entry.text(), entry.weight(), SIZE);
        let wide = own_width(entry);
        let own = matches!(entry, Entry::Line(_));
        // A heading does not stand alone at a line's end.
        let follows = match (entry, entries.get(place + 1)) {
            (Entry::Heading(_), Some(next)) => 9.0 + own_width(next),
            _ => 0.0,
        };
        if (own || x + wide + follows > WIDTH - MARGIN) && x > MARGIN {
            (x, row) = (MARGIN, row + 1);
        }
        places.push((x, row));
        x += wide
            + match entry.weight() {
                Weight::Bold => 9.0,
                Weight::Regular => 16.0,
            };
    }
    places
}

/// Writes the legend from a height of the page on.
pub fn draw_from(xml: &mut Xml, entries: &[Entry], top: f64) {
    xml.open("g").set("id", "legend").set("font-size", SIZE);
    xml.open("path")
        .set("d", format!("M{MARGIN} {}H{}", tenths(top), WIDTH - MARGIN))
        .set("stroke", RULE)
        .close();
    for (entry, (x, row)) in entries.iter().zip(placed(entries)) {
        let y = top + ROW * (row + 1) as f64;
        draw_sample(xml, entry, x, y - 3.5);
        xml.open("text");
        if entry.weight() == Weight::Bold {
            xml.set("font-weight", "bold");
        }
        xml.at("x", x + entry.sample())
            .at("y", y)
            .set("fill", SOFT)
            .say(entry.text())
            .close();
    }
    xml.close();
}

fn draw_sample(xml: &mut Xml, entry: &Entry, x: f64, y: f64) {
    let line = |xml: &mut Xml, length: f64, width: f64, colour: &str, dashes: Option<&str>| {
        xml.open("path")
            .set("d", format!("M{x} {y}h{length}"))
            .set("stroke", colour)
            .at("stroke-width", width);
        if let Some(dashes) = dashes {
            xml.set("stroke-dasharray", dashes);
        }
        if dashes == Some(EMPTY) {
            xml.set("stroke-linecap", "round");
        }
        xml.close();
    };
    match entry {
        Entry::Heading(_) | Entry::Note(_) | Entry::Line(_) => {}
        Entry::Own(sample, _) => sample.draw(xml, x, y),
        Entry::Strength { width, inside, .. } => match inside {
            true => line(xml, 19.0, 0.6 * width, INSIDE, None),
            false => line(xml, 19.0, *width, BINDING, None),
        },
        Entry::Again(times, _) => {
            for again in 0..=*times {
                let centre = Point::new(x + 5.0 + 12.0 * again as f64, y);
                draw_mark(xml, Mark::Actor, centre, 4.5, INK, again);
            }
        }
        Entry::Binding(_) => line(xml, 25.0, 1.8, BINDING, None),
        Entry::Loose(_) => line(xml, 25.0, 1.8, LOOSE, Some(DASHES)),
        Entry::Inside(_) => line(xml, 25.0, 1.2, INSIDE, None),
        Entry::Band { width, agreed, .. } => {
            line(xml, 25.0, *width, BAND, None);
            if *agreed {
                line(xml, 25.0, width * 3.0 / 7.0, BINDING, None);
            }
        }
        Entry::Untold(_) => line(xml, 25.0, 2.0, BAND, None),
        Entry::Single(_) => draw_ring(xml, Point::new(x + 5.0, y), 4.0),
        Entry::Empty(_) => line(xml, 25.0, 1.8, SOFT, Some(EMPTY)),
        Entry::Holder(_) => {
            let centre = Point::new(x + 7.0, y);
            draw_ring(xml, centre, 6.0);
            draw_mark(xml, Mark::Actor, centre, 3.6, INK, 0);
        }
        Entry::Mark(mark, _) => {
            draw_mark(xml, *mark, Point::new(x + 5.0, y), 4.5, INK, 0);
        }
        Entry::Room {
            filled,
            alone,
            closed,
            ..
        } => {
            let shade = SHADES[0];
            xml.open("rect")
                .at("x", x)
                .at("y", y - 5.0)
                .at("width", 25.0)
                .at("height", 10.0)
                .at("rx", 4.0)
                .set("fill", if *filled { shade.ground } else { PAPER })
                .set("stroke", shade.ink);
            if *alone {
                xml.set("stroke-dasharray", ALONE).at("stroke-width", 1.8);
            }
            if *closed {
                xml.at("stroke-width", 3.2);
            }
            xml.close();
        }
    }
}

/// The samples of the strengths that occur: each whole step, or the least and the largest of other numbers; `anchored`
/// to the scale from 1 to 5, all of them `inside` departments; as thin as they are drawn.
pub fn strengths(
    (scale, thinner): (&super::marks::Scale, f64),
    present: &[f64],
    [anchored, inside]: [bool; 2],
    texts: &MapTexts,
    lang: Lang,
) -> Vec<Entry> {
    let mut shown: Vec<f64> = present.to_vec();
    shown.sort_by(f64::total_cmp);
    shown.dedup();
    if shown.len() > 6 {
        shown = vec![shown[0], shown[shown.len() / 2], shown[shown.len() - 1]];
    }
    shown
        .iter()
        .map(|strength| {
            let name = (1..=5)
                .find(|step| anchored && f64::from(*step) == *strength)
                .map(|step| texts.steps[step as usize - 1]);
            Entry::Strength {
                width: thinner * scale.width(*strength),
                inside,
                text: match name {
                    Some(name) => format!("{strength} {name}"),
                    None => short(*strength, lang),
                },
            }
        })
        .collect()
}
