//! How pairs that are new, ended or clearly more look: each by its form, so that grey print tells them apart.

use svg::node::element::Path;

use super::super::look::DOTS;
use crate::analysis::Turn;
use crate::map::paper::nodes::Draw;
use crate::map::paper::style::{Colour, INK, PAPER};

/// The dashes of what ended.
const ENDED: &str = "8 6";

/// The share of a line that is open in the middle where there are clearly more.
const OPEN: f64 = 0.42;

/// The width of a line whose number is not told; its form is dots.
const UNTOLD: f64 = 2.0;

impl Turn {
    /// The word for it in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Ended => "ended",
            Self::Grown => "grown",
        }
    }

    /// The colour of its line.
    pub fn colour(self) -> Colour {
        match self {
            Self::New => "#005f9e",
            Self::Ended => "#b0480c",
            Self::Grown => INK,
        }
    }

    /// Its line along a path, as wide as its number of ties: whole, dashed, or with an open middle; dots where the number
    /// is not told.
    pub fn line(self, d: &str, wide: Option<f64>) -> Vec<Path> {
        let line = |colour: Colour, wide: f64| {
            Path::new()
                .set("d", d)
                .set("stroke", colour)
                .at("stroke-width", wide)
        };
        let Some(wide) = wide else {
            return vec![line(self.colour(), UNTOLD).set("stroke-dasharray", DOTS)];
        };
        let whole = line(self.colour(), wide);
        match self {
            Self::New => vec![whole],
            Self::Ended => vec![whole.set("stroke-dasharray", ENDED)],
            Self::Grown => vec![whole, line(PAPER, OPEN * wide)],
        }
    }
}
