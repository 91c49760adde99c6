//! How large marks and names may be so that everything finds its place on the page.

use super::levels::{BELOW, LEVELS, Level, smallest};
use super::scene::Scene;
use crate::domain::{Stop, Stopped};
use crate::map::layout::{ClusteredGraph, Places, Problem, Starts, in_open_rows, in_rows, layout};
use crate::map::paper::abbreviation;
use crate::map::paper::font::{Block, Weight};
use crate::map::paper::style::Paper;
use crate::map::plane::Rect;

/// A scene with a place and a size for everything; the same for all phases.
#[derive(Debug, Clone)]
pub struct Composition {
    /// The places.
    pub layout: Places,
    /// The number of its level; none where nothing fitted and everything was set in rows.
    pub level: Option<usize>,
    /// The radius of a mark.
    pub radius: f64,
    /// The names of the nodes, broken into lines.
    pub names: Vec<Block>,
    /// Their font size.
    pub name_size: f64,
    /// Whether each name has its place under its mark.
    pub reserved: bool,
    /// On which side of its mark each name stood, of those that were kept.
    pub sides: Vec<Option<u8>>,
    /// The names of the rooms.
    pub titles: Vec<Block>,
    /// Their font size.
    pub title_size: f64,
}

/// The share of the page that the boxes of a small network are widened to; of few rooms, which need less space between them.
const ROOMY: (f64, f64) = (0.28, 0.36);

/// The share of this margin that is used inside rooms; the rest goes between them.
const PACKED: f64 = 0.35;

/// The same share where up to this many nodes have names without reserved places: the names need the space.
const LOOSE: (usize, f64) = (600, 0.9);

/// How far boxes are widened at most.
const WIDEST: f64 = 26.0;

/// Above this number rooms are set in rows: no arrangement of so many could be read.
const ARRANGED: usize = 120;

/// Above this number of nodes, marks without reserved names have at most this radius: the space is the names'.
const SMALL_MARKS: (usize, f64) = (150, 4.0);

/// The largest width of a name without a reserved place, in font sizes.
const LOOSE_WIDTH: f64 = 11.0;

/// Lays a scene out on the largest level that fits.
pub fn compose(
    scene: &Scene,
    frame: Rect,
    room_names: &[String],
    least: f64,
    stop: &Stop,
) -> Result<Composition, Stopped> {
    let network = &scene.network;
    let starts = Starts::new(network, stop)?;
    let many = scene.nodes.len() > SMALL_MARKS.0;
    let levels = LEVELS.iter().enumerate();
    let levels = levels.filter(|(_, level)| match level.name {
        Some((size, ..)) => size >= least,
        None => !many || level.radius <= SMALL_MARKS.1,
    });
    let mut last = None;
    for level in levels {
        stop.check()?;
        // Setting names takes longest where there are many. The last level is set in any case: rows are made of it.
        if level.0 + 1 < LEVELS.len() && !level.1.may_hold(scene, frame, 1.0) {
            continue;
        }
        let sizes = Sizes::of(scene, level, room_names, least);
        let (problem, fits) = sizes.problem(network, frame);
        let places = match fits {
            // Without ties no place is better than another: an order is found again.
            true if network.tie_count() == 0 => in_open_rows(&problem),
            true if scene.rooms.len() <= ARRANGED => layout(&problem, &starts, stop)?,
            _ => None,
        };
        if let Some(places) = places {
            return Ok(sizes.at(places));
        }
        last = Some((sizes, problem));
        if fits && scene.rooms.len() > ARRANGED {
            break;
        }
    }
    let (sizes, problem) = last.expect("there is at least one level");
    let (places, scale) = in_rows(&problem);
    let mut composition = sizes.at(places);
    composition.level = None;
    composition.radius *= scale;
    composition.title_size *= scale;
    for title in &mut composition.titles {
        title.width *= scale;
        title.height *= scale;
    }
    Ok(composition)
}

/// A scene at one size.
pub struct Sizes<'a> {
    scene: &'a Scene,
    level: &'a Level,
    /// The number of the level.
    number: usize,
    /// Font size, width and lines of the names of the nodes.
    name: (f64, f64, usize),
    /// These names where each has its place; others are set by [`Sizes::at`], as no box depends on them.
    names: Vec<Block>,
    /// The names of the rooms with theirs.
    titles: Vec<Block>,
    title_size: f64,
}

impl<'a> Sizes<'a> {
    /// Sets the names of a scene in the font sizes of a level, none below `least`.
    pub fn of(
        scene: &'a Scene,
        (number, level): (usize, &'a Level),
        room_names: &[String],
        least: f64,
    ) -> Self {
        // On larger paper the same size on the page is easier to read, so that more lines of it are.
        let further = usize::from(least < smallest(Paper::A4));
        let (size, width, lines) = level.name.unwrap_or(loose(least));
        let titles = (title_size(scene, level).max(least), 3 + further);
        let names = (size, width, lines + further);
        Self::set(scene, (number, level), room_names, titles, names)
    }

    /// The same as large as on the smaller paper, but with finer names of the nodes, each in the box that it has there: so
    /// everybody stays in the same place.
    pub fn finer(
        scene: &'a Scene,
        (number, level): (usize, &'a Level),
        room_names: &[String],
        paper: Paper,
    ) -> Self {
        let full = smallest(Paper::A4);
        let (size, width, lines) = level.name.unwrap_or(loose(full));
        let titles = (title_size(scene, level).max(full), 3);
        let further = usize::from(paper != Paper::A4);
        let names = (size * smallest(paper) / full, width, lines + further);
        Self::set(scene, (number, level), room_names, titles, names)
    }

    /// The names of rooms in this font size and so many lines, those of nodes in this width too.
    fn set(
        scene: &'a Scene,
        (number, level): (usize, &'a Level),
        room_names: &[String],
        (title_size, title_lines): (f64, usize),
        name: (f64, f64, usize),
    ) -> Self {
        Self {
            scene,
            level,
            number,
            name,
            names: match level.name {
                Some(_) => names(scene, name),
                None => Vec::new(),
            },
            titles: titles(room_names, title_size, title_lines),
            title_size,
        }
    }

    /// The same with the names of the rooms in this font size.
    pub fn titled(self, room_names: &[String], title_size: f64) -> Self {
        Self {
            titles: titles(room_names, title_size, 3),
            title_size,
            ..self
        }
    }

    /// Whether each name has its place under its mark.
    fn reserved(&self) -> bool {
        self.level.name.is_some()
    }

    /// The boxes of each node's mark and name.
    fn bodies(&self) -> Vec<[Rect; 2]> {
        let radius = self.level.radius;
        let mark = Rect::sized(-radius, -radius, 2.0 * radius, 2.0 * radius);
        match self.reserved() {
            true => self.names.iter().map(|name| body(mark, name)).collect(),
            false => vec![[mark; 2]; self.scene.nodes.len()],
        }
    }

    /// What the layout is to place on a page of this frame, and whether it could fit.
    pub fn problem(&self, graph: &ClusteredGraph, frame: Rect) -> (Problem, bool) {
        let (scene, level) = (self.scene, self.level);
        let radius = level.radius;
        let bodies = self.bodies();
        let boxes: Vec<Rect> = bodies
            .iter()
            .map(|[mark, name]| Rect {
                left: mark.left.min(name.left),
                top: mark.top,
                right: mark.right.max(name.right),
                bottom: mark.bottom.max(name.bottom),
            })
            .collect();
        let closest = level.closest();
        let page = frame.width() * frame.height();
        let fits = area(&boxes, closest) <= level.most(scene.rooms.len(), page);
        let pad = self.pad(&boxes, closest, page);
        let problem = Problem {
            graph: graph.clone(),
            footprints: boxes.iter().map(|rect| rect.grown(pad)).collect(),
            titles: self.title_boxes(),
            bodies,
            frame,
            margin: (radius * 1.35).clamp(3.0, 12.0),
            radius,
            gap: match scene.rooms.len() {
                0..=20 if level.fill < 0.4 => 18.0,
                0..=20 => 13.0,
                21..=60 => 9.0,
                _ => 4.0,
            },
        };
        (problem, fits)
    }

    /// The margin around each box.
    fn pad(&self, boxes: &[Rect], closest: f64, page: f64) -> f64 {
        let share = if self.scene.rooms.len() < 5 {
            ROOMY.1
        } else {
            ROOMY.0
        };
        let loose = !self.reserved() && self.scene.nodes.len() <= LOOSE.0;
        let packed = if loose { LOOSE.1 } else { PACKED };
        closest.max(packed * spacious(boxes, closest, share * page))
    }

    /// The room that each department's name needs.
    fn title_boxes(&self) -> Vec<(f64, f64)> {
        let boxes = self
            .titles
            .iter()
            .map(|title| match title.lines.is_empty() {
                true => (0.0, 0.0),
                false => (title.width, title.height + 3.0),
            });
        boxes.collect()
    }

    /// The scene at this size with these places.
    pub fn at(self, layout: Places) -> Composition {
        Composition {
            layout,
            level: Some(self.number),
            radius: self.level.radius,
            reserved: self.reserved(),
            sides: vec![None; self.scene.nodes.len()],
            names: match self.reserved() {
                true => self.names,
                false => names(self.scene, self.name),
            },
            name_size: self.name.0,
            titles: self.titles,
            title_size: self.title_size,
        }
    }
}

/// Font size, width and lines of a name without a place of its own.
fn loose(least: f64) -> (f64, f64, usize) {
    let size = least.max(8.5);
    (size, size * LOOSE_WIDTH, 2)
}

/// The font size of the rooms' names.
fn title_size(scene: &Scene, level: &Level) -> f64 {
    let size = match scene.rooms.len() {
        0..=14 => 13.5,
        15..=24 => 12.0,
        25..=40 => 10.5,
        _ => 9.4,
    };
    level.title * size
}

/// The names of nodes in lines of this font size, width and number.
fn names(scene: &Scene, (size, width, lines): (f64, f64, usize)) -> Vec<Block> {
    abbreviation::set(scene.nodes.iter().map(|node| node.label.as_str()), |name| {
        Block::set(name, Weight::Regular, size, width, lines)
    })
}

/// The names of rooms in lines of a font size.
fn titles(room_names: &[String], size: f64, lines: usize) -> Vec<Block> {
    abbreviation::set(room_names.iter().map(String::as_str), |name| {
        Block::set(name, Weight::Bold, size, size * 11.0, lines)
    })
}

/// The margin of the boxes at which they take the wished area, so that ties inside rooms are seen where there is room.
fn spacious(boxes: &[Rect], least: f64, wished: f64) -> f64 {
    let mut pad = least;
    while pad < WIDEST && area(boxes, pad + 1.0) <= wished {
        pad += 1.0;
    }
    pad
}

/// The area of all boxes with a margin around each.
fn area(boxes: &[Rect], pad: f64) -> f64 {
    let grown = boxes.iter().map(|rect| rect.grown(pad));
    grown.map(|rect| rect.width() * rect.height()).sum()
}

/// The boxes of a mark and of the name under it.
fn body(mark: Rect, name: &Block) -> [Rect; 2] {
    let left = -name.width / 2.0;
    let below = Rect::sized(left, mark.bottom + BELOW, name.width, name.height);
    [mark, below]
}
