//! Where the blocks of the chain lie.

use super::axes::{FIELDS, PHASES};
use super::block::{self, height};
use super::content::Chain;
use crate::map::plane::Rect;

/// The column of the fields' names.
pub const NAMES: f64 = 104.0;
/// The row of the life phases' names.
pub const HEAD: f64 = 24.0;
/// The distance between two fields.
const BETWEEN: f64 = 7.0;
/// The height of a lane, at least and at most; below the least some are only counted.
const LANE: (f64, f64) = (13.0, 66.0);
/// The most that a row is higher than its blocks.
const SPARE: f64 = 90.0;
/// Half the distance between two blocks.
const APART: f64 = 0.7;
/// The height of the line that counts the rest.
pub const REST: f64 = 11.0;

/// A block on the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed {
    /// The place of its offer.
    pub offer: usize,
    /// The place of its field.
    pub field: usize,
    /// The first life phase.
    pub from: usize,
    /// The last.
    pub to: usize,
    lane: usize,
    /// Its box.
    pub rect: Rect,
}

/// Where everything lies.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The frame.
    pub frame: Rect,
    /// The upper and the lower side of each field's row.
    pub rows: Vec<(f64, f64)>,
    /// The blocks that find a place.
    pub blocks: Vec<Placed>,
    /// For each cell with blocks that don't, field and life phase, how many.
    pub rest: Vec<(usize, usize, usize)>,
}

impl Plan {
    /// Packs the blocks of each field into as few lanes as they need; where the page has no room for all lanes, the
    /// last ones are counted instead.
    pub fn of(chain: &Chain, frame: Rect) -> Self {
        let packed: Vec<Vec<Placed>> = (0..FIELDS.len()).map(|field| pack(chain, field)).collect();
        let needed: Vec<usize> = packed.iter().map(|row| lanes(row)).collect();
        let room = frame.height() - HEAD - BETWEEN * FIELDS.len() as f64;
        let most = fair(&needed, (room / LANE.0 + 1e-9) as usize);
        let mut plan = Self {
            frame,
            rows: Vec::new(),
            blocks: Vec::new(),
            rest: Vec::new(),
        };
        // Of lanes that are too many the last one counts those that find no place.
        let shown: Vec<usize> = needed
            .iter()
            .zip(&most)
            .map(|(needed, most)| most - usize::from(needed > most))
            .collect();
        let asked: Vec<Vec<usize>> = (0..FIELDS.len())
            .map(|field| plan.lines(chain, &packed[field], shown[field], most[field]))
            .collect();
        let heights = heights(&asked.concat(), room);
        // What the blocks leave of the page goes to all rows alike: gaps are to be seen.
        let taken: f64 = heights.iter().sum();
        let spare = ((room - taken) / FIELDS.len() as f64).clamp(0.0, SPARE);
        let mut heights = heights.into_iter();
        let mut top = frame.top + HEAD;
        for (field, blocks) in packed.iter().enumerate() {
            let shown = shown[field];
            let cut = shown < needed[field];
            if cut {
                let over = over(blocks, shown).into_iter();
                plan.rest
                    .extend(over.map(|(phase, over)| (field, phase, over)));
            }
            let lanes: Vec<(f64, f64)> = heights
                .by_ref()
                .take(most[field])
                .scan(top, |below, height| {
                    let above = std::mem::replace(below, *below + height);
                    Some((above, *below))
                })
                .collect();
            for block in blocks.iter().filter(|block| block.lane < shown) {
                let (above, below) = lanes[block.lane];
                let rect = Rect {
                    top: above + APART,
                    bottom: below - APART,
                    ..plan.across(block)
                };
                plan.blocks.push(Placed { rect, ..*block });
            }
            let bottom = lanes.last().map_or(top, |lane| lane.1) + spare;
            plan.rows.push((top, bottom));
            top = bottom + BETWEEN;
        }
        plan
    }

    /// How many lines each lane needs to show all names of its blocks: so many lanes, of which the first are `shown`.
    fn lines(&self, chain: &Chain, blocks: &[Placed], shown: usize, lanes: usize) -> Vec<usize> {
        let mut lines = vec![1; lanes];
        for block in blocks.iter().filter(|block| block.lane < shown) {
            let needed = block::lines(&chain.offers[block.offer], self.across(block).width());
            lines[block.lane] = needed.max(lines[block.lane]);
        }
        lines
    }

    /// The left and the right side of a block.
    fn across(&self, block: &Placed) -> Rect {
        Rect {
            left: self.column(block.from).0 + 2.0,
            right: self.column(block.to).1 - 2.0,
            ..Rect::default()
        }
    }

    /// The left and the right side of a life phase.
    pub fn column(&self, phase: usize) -> (f64, f64) {
        let left = self.frame.left + NAMES;
        let wide = (self.frame.right - left) / PHASES.len() as f64;
        (left + phase as f64 * wide, left + (phase + 1) as f64 * wide)
    }

    /// The box of a cell.
    pub fn cell(&self, field: usize, phase: usize) -> Rect {
        let ((left, right), (top, bottom)) = (self.column(phase), self.rows[field]);
        Rect {
            left: left + 3.0,
            top: top + 1.0,
            right: right - 3.0,
            bottom: bottom - 1.0,
        }
    }
}

fn lanes(row: &[Placed]) -> usize {
    row.iter().map(|block| block.lane + 1).max().unwrap_or(1)
}

/// How many blocks of each life phase lie beyond the lanes that are shown, where there are any.
fn over(blocks: &[Placed], shown: usize) -> Vec<(usize, usize)> {
    let beyond = |phase: usize| {
        let over =
            |block: &&Placed| block.lane >= shown && (block.from..=block.to).contains(&phase);
        (phase, blocks.iter().filter(over).count())
    };
    let phases = (0..PHASES.len()).map(beyond);
    phases.filter(|(_, over)| *over > 0).collect()
}

/// The heights of lanes that need so many lines: where there is no room for all of these, the first ones have them.
fn heights(needed: &[usize], room: f64) -> Vec<f64> {
    let of = |lines: usize| (height(lines) + 2.0 * APART).max(LANE.0);
    let count = needed.len() as f64;
    let all = if count * of(2) <= room { 2 } else { 1 };
    let mut given = vec![all; needed.len()];
    let mut left = room - count * of(all);
    for lines in all + 1..=block::MOST {
        let more = of(lines) - of(lines - 1);
        for (given, needed) in given.iter_mut().zip(needed) {
            if *needed >= lines && *given == lines - 1 && more <= left {
                *given = lines;
                left -= more;
            }
        }
    }
    let least: Vec<f64> = given.into_iter().map(of).collect();
    // The others share what these leave.
    let mut level = room / count;
    for _ in 0..block::MOST {
        let (higher, rest): (Vec<f64>, Vec<f64>) = least.iter().partition(|it| **it > level);
        level = (room - higher.iter().sum::<f64>()) / rest.len().max(1) as f64;
    }
    least
        .into_iter()
        .map(|least| level.min(LANE.1).max(least))
        .collect()
}

/// The blocks of a field, each in the first lane that is free, long ones before short ones.
fn pack(chain: &Chain, field: usize) -> Vec<Placed> {
    let mut blocks: Vec<Placed> = chain
        .offers
        .iter()
        .enumerate()
        .filter(|(_, offer)| offer.fields.contains(&field))
        .flat_map(|(at, offer)| {
            offer.spans.iter().map(move |(from, to)| Placed {
                offer: at,
                field,
                from: *from,
                to: *to,
                lane: 0,
                rect: Rect::default(),
            })
        })
        .collect();
    blocks.sort_by_key(|block| {
        let room = chain.offers[block.offer].block.room;
        (block.from, std::cmp::Reverse(block.to), room, block.offer)
    });
    let mut taken: Vec<[bool; PHASES.len()]> = Vec::new();
    for block in &mut blocks {
        let span = block.from..=block.to;
        let free = taken
            .iter()
            .position(|lane| !lane[span.clone()].contains(&true));
        block.lane = free.unwrap_or(taken.len());
        if block.lane == taken.len() {
            taken.push([false; PHASES.len()]);
        }
        taken[block.lane][span].fill(true);
    }
    blocks
}

/// How many lanes each row gets of those that there are: what it needs, the longest rows giving way first.
fn fair(needed: &[usize], there: usize) -> Vec<usize> {
    let mut given = needed.to_vec();
    while given.iter().sum::<usize>() > there.max(2 * needed.len()) {
        let longest = (0..given.len()).max_by_key(|at| (given[*at], needed.len() - at));
        match longest {
            Some(at) if given[at] > 2 => given[at] -= 1,
            _ => break,
        }
    }
    given
}
