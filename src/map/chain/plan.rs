//! Where the blocks of the chain lie.

use super::super::plane::Rect;
use super::content::Chain;
use crate::domain::{Field, LifePhase};

/// The life phases from left to right.
pub const PHASES: [LifePhase; 6] = LifePhase::ALL;
/// The fields from top to bottom.
pub const FIELDS: [Field; 4] = Field::ALL;

/// The column of the fields' names.
pub const NAMES: f64 = 104.0;
/// The row of the life phases' names.
pub const HEAD: f64 = 24.0;
/// The distance between two fields.
const BETWEEN: f64 = 7.0;
/// The height of a block, at most and at least; below the least some are only counted.
const LANE: (f64, f64) = (52.0, 13.0);
/// The most that a row is higher than its blocks.
const SPARE: f64 = 70.0;
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
    /// The height of a block.
    pub lane: f64,
}

impl Plan {
    /// Packs the blocks of each field into as few lanes as they need; where the page has no room for all lanes, the
    /// last ones are counted instead.
    pub fn of(chain: &Chain, frame: Rect) -> Self {
        let packed: Vec<Vec<Placed>> = (0..FIELDS.len()).map(|field| pack(chain, field)).collect();
        let needed: Vec<usize> = packed.iter().map(|row| lanes(row)).collect();
        let room = frame.height() - HEAD - BETWEEN * FIELDS.len() as f64;
        let lane = (room / needed.iter().sum::<usize>() as f64).clamp(LANE.1, LANE.0);
        let most = fair(&needed, (room / lane + 1e-9) as usize);
        // What the blocks leave of the page goes to all rows alike: gaps are to be seen.
        let taken: f64 = needed
            .iter()
            .zip(&most)
            .map(|(a, b)| *a.min(b) as f64 * lane)
            .sum();
        let spare = ((room - taken) / FIELDS.len() as f64).clamp(0.0, SPARE);
        let mut plan = Self {
            frame,
            rows: Vec::new(),
            blocks: Vec::new(),
            rest: Vec::new(),
            lane,
        };
        let mut top = frame.top + HEAD;
        for (field, blocks) in packed.iter().enumerate() {
            let cut = needed[field] > most[field];
            let shown = if cut { most[field] - 1 } else { needed[field] };
            for phase in (0..PHASES.len()).filter(|_| cut) {
                let over = |block: &&Placed| {
                    block.lane >= shown && (block.from..=block.to).contains(&phase)
                };
                let over = blocks.iter().filter(over).count();
                if over > 0 {
                    plan.rest.push((field, phase, over));
                }
            }
            for block in blocks.iter().filter(|block| block.lane < shown) {
                let rect = Rect {
                    left: plan.column(block.from).0 + 2.0,
                    top: top + block.lane as f64 * lane + APART,
                    right: plan.column(block.to).1 - 2.0,
                    bottom: top + (block.lane + 1) as f64 * lane - APART,
                };
                plan.blocks.push(Placed { rect, ..*block });
            }
            let bottom = top + (shown + usize::from(cut)) as f64 * lane + spare;
            plan.rows.push((top, bottom));
            top = bottom + BETWEEN;
        }
        plan
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
