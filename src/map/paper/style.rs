//! Colours, shapes and sizes: safe for colour-blind readers, never the only carrier of meaning, readable in grey print.

/// A colour of the page as `#rrggbb`.
pub type Colour = &'static str;

/// The colours of one department: its name, outline and marks, and the quiet ground of its room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shade {
    /// The strong colour: at least 4.5:1 on white and on the ground.
    pub ink: Colour,
    /// The ground.
    pub ground: Colour,
}

/// How many of the first colours lie far apart from each other.
pub const APART: usize = 8;

/// Colours of which any two of the first eight lie far apart for who is red-green or blue-yellow blind as well, light and
/// dark ones in turn so that they differ in grey. After twelve departments they repeat with another mark.
pub const SHADES: [Shade; 12] = [
    shade("#1a2485", "#edf2ff"),
    shade("#b4410d", "#feefea"),
    shade("#5d0c4a", "#feedf8"),
    shade("#42745b", "#e5f8ed"),
    shade("#3e3600", "#f6f3e1"),
    shade("#7941c0", "#f4f0fe"),
    shade("#275572", "#e7f5ff"),
    shade("#713f40", "#ffeeee"),
    shade("#334f07", "#edf6e5"),
    shade("#9b5295", "#fcedfa"),
    shade("#4f26a7", "#f2f1fe"),
    shade("#a01f81", "#feedf8"),
];

const fn shade(ink: Colour, ground: Colour) -> Shade {
    Shade { ink, ground }
}

/// Text and strong lines.
pub const INK: Colour = "#1c242e";
/// Less important text: 7:1 on white.
pub const SOFT: Colour = "#4a5563";
/// Paper.
pub const PAPER: Colour = "#ffffff";
/// Ties inside a department: the darkest lines, for they say how closed it is.
pub const INSIDE: Colour = "#1c242e";
/// Ties between departments that are agreed in writing, or all where the data say nothing of it.
pub const BINDING: Colour = "#2b3644";
/// Ties between departments without an agreement in writing.
pub const LOOSE: Colour = "#848d99";
/// A band of ties between two departments.
pub const BAND: Colour = "#b7c0ca";
/// The mark of invented data.
pub const EXAMPLE: Colour = "#8a3b00";
/// Fewer ties than expected, for leaders.
pub const FEWER: Colour = "#b0201c";
/// Two departments held together by one function, for leaders.
pub const HELD: Colour = "#a85600";
/// The dashes and dots of what cannot be compared.
pub const PALE_DASHES: &str = "7 2.5 1.5 2.5";
/// The dashes of a tie that is not agreed in writing.
pub const DASHES: &str = "3.5 2";
/// The dots between two departments without a reported tie.
pub const EMPTY: &str = "0.1 5";
/// The dashes of a room without a tie to another.
pub const ALONE: &str = "2 4";
/// Thin rules.
pub const RULE: Colour = "#c9cfd6";

/// The family and the fallbacks that most machines have, close in width.
pub const FAMILY: &str = "'Noto Sans','Segoe UI',Arial,sans-serif";

/// The page: A4 landscape in CSS pixels, so that 10 units are 7.5 points on paper.
pub const WIDTH: f64 = 1123.0;
/// The page's height.
pub const HEIGHT: f64 = 794.0;
/// The page's margin.
pub const MARGIN: f64 = 26.0;

/// The paper that a picture is printed on, landscape.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Paper {
    /// 297 × 210 mm.
    #[default]
    A4,
    /// 420 × 297 mm.
    A3,
}

impl Paper {
    /// Width and height in points.
    pub const fn points(self) -> (f32, f32) {
        match self {
            Self::A4 => (841.89, 595.28),
            Self::A3 => (1190.55, 841.89),
        }
    }

    /// The width in dots, 150 to the inch.
    pub const fn dots(self) -> u32 {
        match self {
            Self::A4 => 1754,
            Self::A3 => 2480,
        }
    }
}
