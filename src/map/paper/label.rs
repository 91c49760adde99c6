//! A text with its place on the page.

use serde::Serialize;

use crate::map::plane::{Rect, tenths};

/// A text and its box.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Label {
    /// The text, `\n` where it breaks.
    pub text: String,
    /// The box's left side.
    pub x: f64,
    /// Its upper side.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

impl Label {
    /// A text in its box, on the page's grid.
    pub fn new(text: String, rect: Rect) -> Self {
        Self {
            text,
            x: tenths(rect.left),
            y: tenths(rect.top),
            width: tenths(rect.width()),
            height: tenths(rect.height()),
        }
    }

    /// The box.
    pub fn rect(&self) -> Rect {
        Rect::sized(self.x, self.y, self.width, self.height)
    }
}
