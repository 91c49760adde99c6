//! Drawing in nodes of the crate svg: the few words that this house puts on top of them.

use std::fmt::{self, Write};

use svg::node::element::Element;
use svg::node::{self, Node};

use super::style::{FAMILY, HEIGHT, WIDTH};
use crate::map::network::routes::Route;
use crate::map::plane::{Point, Rect, tenths};
use crate::text::Lang;

/// A document under way; what is opened is closed in its order.
#[derive(Debug)]
pub struct Xml {
    open: Vec<Element>,
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

impl Default for Xml {
    fn default() -> Self {
        Self { open: Vec::new() }
    }
}

impl Xml {
    /// Opens an element; its attributes follow.
    pub fn open(&mut self, name: &'static str) -> &mut Self {
        self.open.push(Element::new(name));
        self
    }

    /// An attribute of the element just opened.
    pub fn set(&mut self, name: &str, value: impl fmt::Display) -> &mut Self {
        let value: String = value.to_string().chars().filter(|c| legal(*c)).collect();
        if let Some(element) = self.open.last_mut() {
            element.assign(name, value);
        }
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
        let text: String = text.chars().filter(|c| legal(*c)).collect();
        if let Some(element) = self.open.last_mut() {
            element.append(node::Text::new(text));
        }
        self
    }

    /// Closes the element opened last.
    pub fn close(&mut self) -> &mut Self {
        if let Some(element) = self.open.pop() {
            let name = element.get_name().to_owned();
            match self.open.last_mut() {
                Some(parent) if name == "tspan" => parent.append(Run(element)),
                Some(parent) => parent.append(element),
                None => self.open.push(element),
            }
        }
        self
    }

    /// The document.
    pub fn finish(mut self) -> String {
        while self.open.len() > 1 {
            self.close();
        }
        format!("{}\n", self.open[0])
    }
}

#[derive(Debug, Clone)]
struct Run(Element);
impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.0.fmt(f)
    }
}
impl Node for Run {
    fn get_name(&self) -> &str {
        "tspan"
    }
    fn is_bare(&self) -> bool {
        true
    }
}
impl node::NodeDefaultHash for Run {
    fn default_hash(&self, state: &mut std::collections::hash_map::DefaultHasher) {
        self.0.default_hash(state);
    }
}

/// Whether a text may hold the character: XML 1.0 has it, and it does not turn the direction of what follows.
fn legal(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
        && !matches!(c, '\u{7f}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
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
