//! Writing SVG: elements, attributes and texts, escaped, without the characters that XML lacks.

use std::fmt::{Display, Write};

use super::style::{FAMILY, HEIGHT, WIDTH};
use crate::map::network::routes::Route;
use crate::map::plane::{Point, Rect, tenths};
use crate::text::Lang;

/// A document under way; what is opened is closed in its order.
#[derive(Debug, Default)]
pub struct Xml {
    text: String,
    open: Vec<&'static str>,
    bare: bool,
}

/// A picture just opened: an image of the page's size, named by its title and description.
pub fn root(lang: Lang) -> Xml {
    let mut xml = Xml::default();
    xml.open("svg")
        .set("xmlns", "http://www.w3.org/2000/svg")
        .set("viewBox", format!("0 0 {WIDTH} {HEIGHT}"))
        .set("role", "img")
        .set("lang", lang.code())
        .set("aria-labelledby", "map-title map-desc")
        .set("font-family", FAMILY);
    xml
}

impl Xml {
    /// Opens an element; its attributes follow.
    pub fn open(&mut self, name: &'static str) -> &mut Self {
        self.end_tag();
        // Between the lines of a text a break would count as a space and push a centred line aside.
        if self.open.len() < 4 && !self.text.is_empty() && name != "tspan" {
            self.text.push('\n');
        }
        self.text.push('<');
        self.text.push_str(name);
        self.open.push(name);
        self.bare = true;
        self
    }

    /// An attribute of the element just opened.
    pub fn set(&mut self, name: &str, value: impl Display) -> &mut Self {
        let value = value.to_string();
        self.text.push(' ');
        self.text.push_str(name);
        self.text.push_str("=\"");
        escape(&value, &mut self.text);
        self.text.push('"');
        self
    }

    /// A coordinate or length on the grid of tenths.
    pub fn at(&mut self, name: &str, value: f64) -> &mut Self {
        self.set(name, tenths(value))
    }

    /// The place and size of an element that covers a rectangle.
    pub fn over(&mut self, rect: Rect) -> &mut Self {
        self.at("x", rect.left)
            .at("y", rect.top)
            .at("width", rect.width())
            .at("height", rect.height())
    }

    /// Text inside the element.
    pub fn say(&mut self, text: &str) -> &mut Self {
        self.end_tag();
        escape(text, &mut self.text);
        self
    }

    /// Closes the element opened last.
    pub fn close(&mut self) -> &mut Self {
        if let Some(name) = self.open.pop() {
            if self.bare {
                self.text.push_str("/>");
                self.bare = false;
            } else {
                let _ = write!(self.text, "</{name}>");
            }
        }
        self
    }

    /// The document.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text.push('\n');
        self.text
    }

    fn end_tag(&mut self) {
        if self.bare {
            self.text.push('>');
            self.bare = false;
        }
    }
}

/// Whether a text may hold the character: XML 1.0 has it, and it does not turn the direction of what follows.
fn legal(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
        && !matches!(c, '\u{7f}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn escape(text: &str, into: &mut String) {
    for c in text.chars().filter(|c| legal(*c)) {
        match c {
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            '&' => into.push_str("&amp;"),
            '"' => into.push_str("&quot;"),
            '\t' => into.push_str("&#9;"),
            '\n' => into.push_str("&#10;"),
            '\r' => into.push_str("&#13;"),
            c => into.push(c),
        }
    }
}

/// A closed polygon as the `d` of a path.
pub fn polygon(ring: &[Point]) -> String {
    let mut d = String::new();
    for (at, point) in ring.iter().enumerate() {
        let letter = if at == 0 { "M" } else { "L" };
        let _ = write!(d, "{letter}{} {}", tenths(point.x), tenths(point.y));
    }
    d.push('Z');
    d
}

/// How far a corner of a room is rounded off.
const ROUND: f64 = 9.0;

/// A room's outline as the `d` of a path, its corners rounded.
pub fn rounded(ring: &[Point]) -> String {
    let mut d = String::new();
    for (at, corner) in ring.iter().enumerate() {
        let before = ring[(at + ring.len() - 1) % ring.len()];
        let after = ring[(at + 1) % ring.len()];
        let towards = |other: Point| {
            let far = corner.distance(other).max(1e-9);
            corner.towards(other, (ROUND / far).min(0.5)).rounded()
        };
        let (from, to) = (towards(before), towards(after));
        let letter = if at == 0 { "M" } else { "L" };
        let _ = write!(
            d,
            "{letter}{} {}Q{} {} {} {}",
            from.x, from.y, corner.x, corner.y, to.x, to.y
        );
    }
    d.push('Z');
    d
}

/// The visible parts of a tie as the `d` of a path; straight ones as lines.
pub fn curves(route: &Route) -> String {
    let mut d = String::new();
    let mut last: Option<Point> = None;
    for curve in route {
        let [a, b, c, e] = curve.map(Point::rounded);
        if last != Some(a) {
            let _ = write!(d, "M{} {}", a.x, a.y);
        }
        last = Some(e);
        let along = e - a;
        let length = along.length().max(0.1);
        let bulge = |p: Point| along.cross(p - a).abs() / length;
        let _ = if bulge(b) < 0.3 && bulge(c) < 0.3 {
            write!(d, "L{} {}", e.x, e.y)
        } else {
            write!(d, "C{} {} {} {} {} {}", b.x, b.y, c.x, c.y, e.x, e.y)
        };
    }
    d
}
