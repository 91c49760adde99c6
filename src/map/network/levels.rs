//! The sizes of marks and names that a page may have.

use super::scene::Scene;
use crate::map::paper::font::LINE;
use crate::map::paper::style::Paper;
use crate::map::plane::Rect;

/// A size of marks and names.
#[derive(Debug, Clone, Copy)]
pub struct Level {
    /// The radius of a mark.
    pub radius: f64,
    /// Font size, width and lines of a name with its own place; none: names go where they fit.
    pub name: Option<(f64, f64, usize)>,
    /// The font size of the names of rooms, as a share of the usual one.
    pub title: f64,
    /// The share of the page that the boxes may take.
    pub fill: f64,
}

/// From the most generous to marks alone.
pub const LEVELS: [Level; 18] = [
    named(10.5, 14.0, 140.0, 0.12),
    named(9.5, 12.8, 128.0, 0.17),
    named(8.5, 11.5, 116.0, 0.24),
    named(7.5, 10.5, 104.0, 0.30),
    named(7.0, 9.8, 96.0, 0.37),
    named(6.5, 9.4, 92.0, 0.42),
    named(6.0, 9.4, 84.0, 0.48),
    named(5.5, 9.4, 74.0, 0.54),
    named(5.0, 8.0, 78.0, 0.50),
    named(4.5, 7.2, 70.0, 0.54),
    bare(8.0, 1.0),
    bare(6.5, 1.0),
    bare(5.0, 1.0),
    bare(4.0, 0.9),
    bare(3.0, 0.8),
    bare(2.2, 0.7),
    bare(1.6, 0.7),
    bare(1.2, 0.7),
];

/// The distance between a mark and the name under it.
pub const BELOW: f64 = 1.5;

/// The least font size of a name that is 7 points on paper.
pub const fn smallest(paper: Paper) -> f64 {
    match paper {
        Paper::A4 => 9.34,
        Paper::A3 => 6.61,
    }
}

/// How fine names may be on paper, as a share of their size on the smallest.
pub fn fineness(paper: Paper) -> f64 {
    smallest(paper) / smallest(Paper::A4)
}

/// Half the distance between two boxes in a room.
const PAD: f64 = 3.0;

/// With more rooms than this the page fills less well.
const MANY: usize = 24;

/// What sums in another order may differ by, as a share.
const HAIR: f64 = 1e-9;

const fn named(radius: f64, size: f64, width: f64, fill: f64) -> Level {
    Level {
        radius,
        name: Some((size, width, if size > 9.4 { 4 } else { 3 })),
        title: if size > 10.8 { size / 10.8 } else { 1.0 },
        fill,
    }
}

const fn bare(radius: f64, title: f64) -> Level {
    Level {
        radius,
        name: None,
        title,
        fill: 0.34,
    }
}

impl Level {
    /// Half the distance between two boxes in a room.
    pub fn closest(&self) -> f64 {
        match self.name {
            Some(_) => PAD,
            None => self.radius * 0.45,
        }
    }

    /// How much of a page's area the boxes of so many rooms may take.
    pub fn most(&self, rooms: usize, page: f64) -> f64 {
        // Many rooms leave more space between them unused.
        let share = if rooms > MANY { 0.55 } else { 1.0 } * self.fill;
        share * page
    }

    /// Whether a page could hold everything if each name, in this share of the level's font size, were one line and no
    /// wider than its mark.
    pub fn may_hold(&self, scene: &Scene, frame: Rect, share: f64) -> bool {
        let side = 2.0 * (self.radius + self.closest());
        let (below, line) = match self.name {
            Some((size, ..)) => (BELOW, share * size * LINE),
            None => (0.0, 0.0),
        };
        let nodes = scene.nodes.iter();
        let named = nodes.filter(|node| !node.label.trim().is_empty()).count();
        let heights = scene.nodes.len() as f64 * (side + below) + named as f64 * line;
        let page = frame.width() * frame.height();
        side * heights <= self.most(scene.rooms.len(), page) * (1.0 + HAIR)
    }
}
