//! Shortest paths from several sources side by side.

use std::ops::Range;

use super::super::rows::Rows;

/// How many sources go side by side: eight numbers of eight bytes are one line of a processor's cache.
pub(super) const LANES: usize = 8;

/// A number for each source.
type Lanes = [f64; LANES];

/// One bit for each source.
type Mask = u8;

/// The buffers of a search from several sources, reused for each group of them.
///
/// Actors are far apart by few steps, so the searches from several sources reach most actors at the same levels: a
/// tie is followed once for all of them, and adding eight numbers costs little more than adding one.
pub(super) struct Sweep<'a> {
    rows: &'a Rows<u32>,
    /// The number of shortest paths from each source to an actor it reached.
    paths: Vec<Lanes>,
    /// On the way out the paths that arrive at an actor on the next level, on the way back what its predecessors
    /// get of it; 0 between two levels.
    arriving: Vec<Lanes>,
    /// What depends on an actor, of the level that is done next.
    dependency: Vec<Lanes>,
    /// Which sources have reached an actor.
    seen: Vec<Mask>,
    /// Which sources reach an actor on the next level; 0 between two levels.
    reached: Vec<Mask>,
    /// Who is reached by which sources, level by level.
    found: Vec<(u32, Mask)>,
    /// Where each level begins in `found`.
    starts: Vec<usize>,
    touched: Vec<u32>,
}

impl<'a> Sweep<'a> {
    pub(super) fn new(rows: &'a Rows<u32>) -> Self {
        let n = rows.len();
        Self {
            rows,
            paths: vec![[0.0; LANES]; n],
            arriving: vec![[0.0; LANES]; n],
            dependency: vec![[0.0; LANES]; n],
            seen: vec![0; n],
            reached: vec![0; n],
            found: Vec::new(),
            starts: Vec::new(),
            touched: Vec::new(),
        }
    }

    /// Adds what depends on each actor, from these sources, at most [`LANES`]; false, with nothing added, where the
    /// paths are too many to be counted.
    pub(super) fn add(&mut self, sources: &[u32], sum: &mut [f64]) -> bool {
        self.out(sources);
        if self.overflowed() {
            return false;
        }
        self.back(sum);
        true
    }

    /// Counts the shortest paths, level by level.
    fn out(&mut self, sources: &[u32]) {
        self.seen.fill(0);
        self.found.clear();
        self.starts.clear();
        for (lane, source) in sources.iter().enumerate() {
            let at = *source as usize;
            self.paths[at] = [0.0; LANES];
            self.paths[at][lane] = 1.0;
            self.seen[at] = 1 << lane;
            self.found.push((*source, 1 << lane));
        }
        let mut level = 0..self.found.len();
        self.starts.push(0);
        while !level.is_empty() {
            self.starts.push(level.end);
            for (actor, mask) in &self.found[level.clone()] {
                let own = only(*mask, &self.paths[*actor as usize]);
                for next in self.rows.at(*actor) {
                    let next = *next as usize;
                    if mask & !self.seen[next] == 0 {
                        continue;
                    }
                    if self.reached[next] == 0 {
                        self.touched.push(next as u32);
                    }
                    self.reached[next] |= mask;
                    add(&mut self.arriving[next], &own);
                }
            }
            for actor in self.touched.drain(..) {
                let at = actor as usize;
                let new = std::mem::take(&mut self.reached[at]) & !self.seen[at];
                let arrived = std::mem::replace(&mut self.arriving[at], [0.0; LANES]);
                if self.seen[at] == 0 {
                    self.paths[at] = [0.0; LANES];
                }
                add(&mut self.paths[at], &only(new, &arrived));
                self.seen[at] |= new;
                self.found.push((actor, new));
            }
            level = level.end..self.found.len();
        }
    }

    /// Whether a number of paths is beyond what a number can hold.
    fn overflowed(&self) -> bool {
        let reached = self.found.iter().map(|(actor, _)| *actor as usize);
        let mut paths = reached.flat_map(|actor| self.paths[actor]);
        paths.any(|paths| !paths.is_finite())
    }

    /// Hands back, from the last level to the first, what depends on each actor: to each predecessor its share of
    /// the paths.
    fn back(&mut self, sum: &mut [f64]) {
        let levels = self.starts.len() - 1;
        for level in (1..levels).rev() {
            let farthest = level + 1 == levels;
            for (actor, mask) in &self.found[self.range(level)] {
                let at = *actor as usize;
                let dependency = match farthest {
                    true => [0.0; LANES],
                    false => only(*mask, &self.dependency[at]),
                };
                sum[at] += dependency.iter().sum::<f64>();
                let paths = &self.paths[at];
                let share = std::array::from_fn(|lane| (1.0 + dependency[lane]) / paths[lane]);
                self.arriving[at] = only(*mask, &share);
            }
            // Nothing of a source itself is asked for.
            if level > 1 {
                for (actor, mask) in &self.found[self.range(level - 1)] {
                    let mut total = [0.0; LANES];
                    for next in self.rows.at(*actor) {
                        add(&mut total, &self.arriving[*next as usize]);
                    }
                    let at = *actor as usize;
                    for (lane, total) in total.iter().enumerate() {
                        if mask >> lane & 1 == 1 {
                            self.dependency[at][lane] = self.paths[at][lane] * total;
                        }
                    }
                }
            }
            for at in self.range(level) {
                self.arriving[self.found[at].0 as usize] = [0.0; LANES];
            }
        }
    }

    fn range(&self, level: usize) -> Range<usize> {
        self.starts[level]..self.starts[level + 1]
    }
}

/// The numbers of the sources in a mask, 0 for the others.
fn only(mask: Mask, numbers: &Lanes) -> Lanes {
    std::array::from_fn(|lane| match mask >> lane & 1 {
        1 => numbers[lane],
        _ => 0.0,
    })
}

fn add(total: &mut Lanes, numbers: &Lanes) {
    for (total, number) in total.iter_mut().zip(numbers) {
        *total += number;
    }
}
