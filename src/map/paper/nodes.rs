//! Drawing in nodes of the crate svg: what this house says more often than the crate does.
//!
//! Whoever draws gives nodes back and knows nothing of the page around them. Names and other foreign text go through
//! [`Draw::named`] or one of the functions here, which leave out what XML lacks.

use std::collections::hash_map::DefaultHasher;
use std::fmt;

use svg::node::element::{Element, TSpan, Title};
use svg::node::{Node, NodeDefaultHash, Text, Value};

use crate::map::plane::{Point, Rect, tenths};
use crate::text::legible;

/// Nodes that lie in what holds them, without a group of their own.
pub type Nodes = Vec<Box<dyn Node>>;

/// Further words for any node.
pub trait Draw: Node + Sized {
    /// An attribute, as elements without a type of their own have no `set`.
    fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.assign(name, value);
        self
    }

    /// A coordinate or length on the grid of tenths.
    fn at(self, name: &str, value: f64) -> Self {
        self.with(name, tenths(value))
    }

    /// The place and size of an element that covers a rectangle.
    fn over(self, rect: Rect) -> Self {
        self.at("x", rect.left)
            .at("y", rect.top)
            .at("width", rect.width())
            .at("height", rect.height())
    }

    /// The centre and the radius of a circle.
    fn around(self, centre: Point, r: f64) -> Self {
        self.at("cx", centre.x).at("cy", centre.y).at("r", r)
    }

    /// An attribute with a name or another text of the data.
    fn named(self, name: &str, text: &str) -> Self {
        self.with(name, shown(text))
    }

    /// The same where there is one.
    fn maybe_named(self, name: &str, text: Option<&str>) -> Self {
        self.maybe(name, text.map(shown))
    }

    /// An attribute where there is something to say.
    fn maybe(self, name: &str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Further nodes inside.
    fn all<N: Into<Box<dyn Node>>>(mut self, nodes: impl IntoIterator<Item = N>) -> Self {
        for node in nodes {
            self.append(node);
        }
        self
    }
}

impl<N: Node> Draw for N {}

/// A text in one line; no [`svg::node::element::Text`], which breaks the line before and after it.
pub fn text(words: &str) -> Element {
    let mut text = Element::new("text");
    text.append(Text::new(shown(words)));
    text
}

/// A text in several lines, each from its place on.
pub fn lines<'t>(rows: impl IntoIterator<Item = (f64, f64, &'t str)>) -> Element {
    Element::new("text").all(rows.into_iter().map(|(x, y, words)| {
        let line = TSpan::new(shown(words));
        Line(line.at("x", x).at("y", y))
    }))
}

/// A text alone, for elements that hold nothing else.
pub fn words(words: &str) -> Text {
    Text::new(shown(words))
}

/// What is said of a part of the picture to who points at it.
pub fn told(words: &str) -> Title {
    Title::new(shown(words))
}

/// A line of a text. The crate breaks the lines between elements, which between those of a text would count as a space
/// and push a centred line aside.
#[derive(Debug, Clone)]
struct Line(TSpan);

impl fmt::Display for Line {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        self.0.fmt(to)
    }
}

impl NodeDefaultHash for Line {
    fn default_hash(&self, state: &mut DefaultHasher) {
        self.0.default_hash(state);
    }
}

impl Node for Line {
    fn get_name(&self) -> &str {
        self.0.get_name()
    }

    fn is_bare(&self) -> bool {
        true
    }
}

/// The text without what XML lacks, and without what would turn the direction of the text after it.
fn shown(text: &str) -> String {
    let turning = |c: char| matches!(c, '\u{7f}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let mut text = legible(text);
    text.retain(|c| !turning(c));
    text
}
