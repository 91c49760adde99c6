//! From where offices would lie to circles spread over the frame, which never overlap with their names.

use std::cmp::Ordering;

use crate::analysis::aggregate::FEWEST_SHOWN;
use crate::map::paper::abbreviation;
use crate::map::paper::font::{Block, Weight};
use crate::map::plane::{Point, Rect};

/// The sizes that are tried, the largest first, as shares of the full size.
const SIZES: [f64; 9] = [1.2, 1.1, 1.0, 0.9, 0.8, 0.72, 0.64, 0.56, 0.48];

/// The radius of an office of one function at full size; that of others grows with the root of their number.
const OF_ONE: f64 = 14.5;

/// The least and the largest radius at full size.
const RADII: (f64, f64) = (31.0, 66.0);

/// The radius of an office without numbers at full size, and the functions under which it has none.
const SMALL: f64 = 22.0;
const FEW: u32 = FEWEST_SHOWN as u32;

/// The free space around an office at full size.
const GAP: f64 = 15.0;

/// The space between a circle and its name.
pub const ABOVE_NAME: f64 = 3.0;

/// The width of a name in font sizes, and as a share of the frame's at most.
const NAME: f64 = 10.0;
const WIDEST: f64 = 1.0 / 2.6;

/// Where the offices have no room in rows either, so much smaller is tried.
const SMALLER: f64 = 0.9;

/// The most lines of a name.
const LINES: usize = 8;

/// So often offices that overlap are pushed apart before a smaller size is tried.
const PUSHES: usize = 600;

/// How much the order along an axis counts beside the distances: it spreads what lies close.
const BY_ORDER: f64 = 0.55;

/// What is to be placed.
pub struct Offices<'a> {
    /// Where each would lie of itself.
    pub anchors: &'a [Point],
    /// How many functions each has at most.
    pub functions: &'a [u32],
    /// Their names.
    pub names: &'a [&'a str],
    /// The part of the page for them.
    pub frame: Rect,
    /// The font size of a name and the least that it may shrink to.
    pub name_size: (f64, f64),
    /// The largest size that is tried.
    pub largest: f64,
}

/// Where everything lies.
#[derive(Debug, Clone)]
pub struct Placed {
    /// The middle of each circle.
    pub centres: Vec<Point>,
    /// The names in their lines.
    pub names: Vec<Block>,
    /// Their font size.
    pub name_size: f64,
    /// The share of the full size.
    pub size: f64,
}

impl Placed {
    /// The radius of an office of so many functions.
    pub fn radius(&self, functions: u32) -> f64 {
        radius(functions, self.size)
    }

    /// The box of an office's name under its circle.
    pub fn name(&self, office: usize, radius: f64) -> Rect {
        let (centre, name) = (self.centres[office], &self.names[office]);
        let top = centre.y + radius + ABOVE_NAME;
        Rect::sized(centre.x - name.width / 2.0, top, name.width, name.height)
    }
}

fn radius(functions: u32, size: f64) -> f64 {
    let (least, most) = RADII;
    if functions < FEW {
        return size * SMALL;
    }
    size * (OF_ONE * f64::from(functions).sqrt()).clamp(least, most)
}

impl Offices<'_> {
    /// Places the offices in the largest size in which none overlaps where they would lie; where that has no room in any,
    /// in rows.
    pub fn place(&self) -> Placed {
        let sizes = SIZES.iter().filter(|size| **size <= self.largest);
        for size in sizes {
            let name_size = self.name_size_at(*size);
            let wide = (NAME * name_size).min(self.frame.width() * WIDEST);
            let sized = Sized::of(self, *size, (name_size, wide));
            if let Some(centres) = sized.spread() {
                return sized.at(centres);
            }
        }
        self.in_rows()
    }

    /// The font size of names at a size of the circles. Below the least of the sizes, in rows alone, it shrinks with it.
    fn name_size_at(&self, size: f64) -> f64 {
        let (full, least) = self.name_size;
        let smallest = SIZES[SIZES.len() - 1];
        (full * size.min(1.0)).max(least) * (size / smallest).min(1.0)
    }

    /// The offices in rows, each in a field of its own, in the largest size in which every field holds its office.
    pub fn in_rows(&self) -> Placed {
        let mut size = SIZES[0].min(self.largest);
        loop {
            let all = (1..=self.names.len()).map(|columns| Rows::of(self, size, columns));
            let best = all.max_by(|a, b| a.spare().total_cmp(&b.spare()));
            match best {
                Some(rows) if rows.spare() < 1.0 => size *= SMALLER,
                Some(rows) => {
                    let centres = rows.centres();
                    return rows.sized.at(centres);
                }
                None => return Sized::of(self, size, (self.name_size.0, 0.0)).at(Vec::new()),
            }
        }
    }
}

/// The offices in rows of so many.
struct Rows<'a> {
    sized: Sized<'a>,
    columns: usize,
    /// The width and height of the field that each office has.
    field: (f64, f64),
}

impl<'a> Rows<'a> {
    fn of(offices: &'a Offices<'a>, size: f64, columns: usize) -> Self {
        let frame = offices.frame;
        let rows = offices.names.len().div_ceil(columns);
        let field = (frame.width() / columns as f64, frame.height() / rows as f64);
        let gap = GAP * size.min(1.0);
        let wide = (field.0 - gap).max(0.0);
        Self {
            sized: Sized::of(offices, size, (offices.name_size_at(size), wide)),
            columns,
            field,
        }
    }

    /// How many times as large the fields are as the office that fills its own most; below 1 it lies over others.
    fn spare(&self) -> f64 {
        let (wide, high) = self.field;
        let boxes = self.sized.boxes.iter();
        let spare = boxes.map(|own| (wide / own.width()).min(high / own.height()));
        spare.fold(f64::MAX, f64::min)
    }

    /// The middle of each circle: rows from above, each from the left, in the order in which the offices would lie.
    fn centres(&self) -> Vec<Point> {
        let Offices { anchors, frame, .. } = self.sized.offices;
        let (wide, high) = self.field;
        let mut order: Vec<usize> = (0..anchors.len()).collect();
        order.sort_by(|a, b| order_of(anchors[*a].y, anchors[*b].y, *a, *b));
        let mut centres = vec![Point::default(); order.len()];
        for (row, offices) in order.chunks_mut(self.columns).enumerate() {
            offices.sort_by(|a, b| order_of(anchors[*a].x, anchors[*b].x, *a, *b));
            for (column, office) in offices.iter().enumerate() {
                let own = self.sized.boxes[*office];
                centres[*office] = Point::new(
                    frame.left + wide * (column as f64 + 0.5),
                    frame.top + high * (row as f64 + 0.5) - own.centre().y,
                );
            }
        }
        centres
    }
}

/// The offices at one size.
struct Sized<'a> {
    offices: &'a Offices<'a>,
    size: f64,
    name_size: f64,
    names: Vec<Block>,
    /// The box of each with its name and the space around, about the middle of its circle.
    boxes: Vec<Rect>,
}

impl<'a> Sized<'a> {
    /// The offices with names of a font size and at most so wide.
    fn of(offices: &'a Offices<'a>, size: f64, (name_size, wide): (f64, f64)) -> Self {
        let names = abbreviation::set(offices.names.iter().copied(), |name| {
            Block::set(name, Weight::Bold, name_size, wide, LINES)
        });
        let gap = GAP * size.min(1.0) / 2.0;
        let boxes = names
            .iter()
            .zip(offices.functions)
            .map(|(name, functions)| {
                let radius = radius(*functions, size);
                let half = radius.max(name.width / 2.0);
                let bottom = radius + ABOVE_NAME + name.height;
                Rect {
                    left: -half,
                    top: -radius,
                    right: half,
                    bottom,
                }
                .grown(gap)
            });
        Self {
            size,
            name_size,
            boxes: boxes.collect(),
            names,
            offices,
        }
    }

    fn at(self, centres: Vec<Point>) -> Placed {
        Placed {
            centres: centres.into_iter().map(Point::rounded).collect(),
            names: self.names,
            name_size: self.name_size,
            size: self.size,
        }
    }

    /// The offices spread over the frame and pushed apart; none where they still overlap.
    fn spread(&self) -> Option<Vec<Point>> {
        let area = |rect: &Rect| rect.width() * rect.height();
        let frame = self.offices.frame;
        let boxes = &self.boxes;
        let too_large =
            |rect: &Rect| rect.width() > frame.width() || rect.height() > frame.height();
        if boxes.iter().map(area).sum::<f64>() > 0.8 * area(&frame) || boxes.iter().any(too_large) {
            return None;
        }
        let anchors = self.offices.anchors;
        let across = shares(&anchors.iter().map(|at| at.x).collect::<Vec<_>>());
        let down = shares(&anchors.iter().map(|at| at.y).collect::<Vec<_>>());
        let mut centres: Vec<Point> = (0..boxes.len())
            .map(|office| {
                let room = self.room(office);
                Point::new(
                    room.left + across[office] * room.width(),
                    room.top + down[office] * room.height(),
                )
            })
            .collect();
        for push in 0..PUSHES {
            if !self.push(&mut centres, push) {
                return Some(centres);
            }
        }
        None
    }

    /// Where the middle of an office's circle may lie.
    fn room(&self, office: usize) -> Rect {
        let (own, frame) = (self.boxes[office], self.offices.frame);
        Rect {
            left: frame.left - own.left,
            top: frame.top - own.top,
            right: frame.right - own.right,
            bottom: frame.bottom - own.bottom,
        }
    }

    /// Pushes each two that overlap apart, half of the way each; answers whether any did.
    fn push(&self, centres: &mut [Point], push: usize) -> bool {
        let mut pushed = false;
        for a in 0..centres.len() {
            for b in a + 1..centres.len() {
                let one = self.boxes[a].shifted(centres[a]);
                let other = self.boxes[b].shifted(centres[b]);
                let deep = Point::new(
                    one.right.min(other.right) - one.left.max(other.left),
                    one.bottom.min(other.bottom) - one.top.max(other.top),
                );
                if deep.x <= 0.01 || deep.y <= 0.01 {
                    continue;
                }
                pushed = true;
                // Where the shorter way has led nowhere for long, the frame is in the way: then the other.
                let across = (deep.x < deep.y) != (push % 4 == 3 && push > 40);
                let apart = other.centre() - one.centre();
                let away = |along: f64| if along < 0.0 { -1.0 } else { 1.0 };
                let by = match across {
                    true => Point::new(away(apart.x) * (deep.x / 2.0 + 0.5), 0.0),
                    false => Point::new(0.0, away(apart.y) * (deep.y / 2.0 + 0.5)),
                };
                centres[a] = within(centres[a] - by, self.room(a));
                centres[b] = within(centres[b] + by, self.room(b));
            }
        }
        pushed
    }
}

fn within(point: Point, room: Rect) -> Point {
    Point::new(
        point.x.clamp(room.left, room.right),
        point.y.clamp(room.top, room.bottom),
    )
}

fn order_of(one: f64, other: f64, a: usize, b: usize) -> Ordering {
    one.total_cmp(&other).then(a.cmp(&b))
}

/// Values along an axis as shares of it: half by their distances, half by their order.
fn shares(values: &[f64]) -> Vec<f64> {
    let least = values.iter().copied().fold(f64::MAX, f64::min);
    let most = values.iter().copied().fold(f64::MIN, f64::max);
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| order_of(values[*a], values[*b], *a, *b));
    let mut shares = vec![0.5; values.len()];
    if values.len() < 2 {
        return shares;
    }
    for (rank, at) in order.into_iter().enumerate() {
        let by_order = rank as f64 / (values.len() - 1) as f64;
        let by_distance = match most - least > 1e-9 {
            true => (values[at] - least) / (most - least),
            false => 0.5,
        };
        shares[at] = BY_ORDER * by_order + (1.0 - BY_ORDER) * by_distance;
    }
    shares
}
