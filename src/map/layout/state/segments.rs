//! The ties as segments, a structure of arrays: the loops have no branches, so that the compiler vectorises them.
//!
//! Single precision is enough to tell which segments cross. Segments that share an end never do: the same coordinates give
//! exactly 0.
//!
//! The loops over all segments are compiled for AVX2 too, and that is taken where the processor has it; the counts are the
//! same. They are plain loops that wrap around: an iterator's closure is not inlined into a function of other registers,
//! and a check for overflow in each round keeps the compiler from vectorising.

#![allow(
    clippy::needless_range_loop,
    reason = "the loops are compiled for other registers: see above"
)]

use multiversion::multiversion;

use crate::map::plane::Point;

/// The segments of all ties.
pub struct Segments {
    from_x: Vec<f32>,
    from_y: Vec<f32>,
    to_x: Vec<f32>,
    to_y: Vec<f32>,
    weights: Vec<u32>,
    /// The weights of the segments that stay, 0 for those that are to move.
    still: Vec<u32>,
}

impl Segments {
    /// Segments of these weights, all at the origin.
    pub fn new(weights: &[u32]) -> Self {
        let zeros = vec![0.0; weights.len()];
        Self {
            from_x: zeros.clone(),
            from_y: zeros.clone(),
            to_x: zeros.clone(),
            to_y: zeros,
            weights: weights.to_vec(),
            still: weights.to_vec(),
        }
    }

    /// How many segments there are.
    pub fn len(&self) -> usize {
        self.weights.len()
    }

    /// Sets the ends of a segment.
    pub fn set(&mut self, at: usize, from: Point, to: Point) {
        (self.from_x[at], self.from_y[at]) = (from.x as f32, from.y as f32);
        (self.to_x[at], self.to_y[at]) = (to.x as f32, to.y as f32);
    }

    /// The weight of a segment.
    pub fn weight(&self, at: usize) -> u32 {
        self.weights[at]
    }

    /// Gives all segments other weights.
    pub fn weigh(&mut self, weights: &[u32]) {
        self.weights.copy_from_slice(weights);
        self.still.copy_from_slice(weights);
    }

    /// Takes a segment from those that stay; returns whether it was one of them.
    pub fn lift(&mut self, at: usize) -> bool {
        std::mem::take(&mut self.still[at]) > 0
    }

    /// Puts a segment back to those that stay.
    pub fn lay(&mut self, at: usize) {
        self.still[at] = self.weights[at];
    }

    /// Whether a segment stays.
    pub fn is_still(&self, at: usize) -> bool {
        self.still[at] > 0
    }

    fn line(&self, at: usize) -> [f32; 4] {
        [
            self.from_x[at],
            self.from_y[at],
            self.to_x[at],
            self.to_y[at],
        ]
    }

    fn lines(&self) -> [&[f32]; 4] {
        [&self.from_x, &self.from_y, &self.to_x, &self.to_y]
    }

    /// How many segments cross this one; O(segments).
    pub fn crossing(&self, at: usize) -> u32 {
        crossing(self.line(at), self.lines())
    }

    /// Adds one to the count of each segment that this one crosses, or takes one away.
    pub fn tally(&self, at: usize, crossed: &mut [u32], add: bool) {
        // Taking one away is adding the largest number, where sums wrap around.
        let step = if add { 1 } else { u32::MAX };
        tally(self.line(at), self.lines(), step, crossed);
    }

    /// How many pairs of these segments cross.
    pub fn among(&self, some: &[usize]) -> u32 {
        let coordinates = self.lines().into_iter();
        let gathered = coordinates.flat_map(|all| some.iter().map(|at| all[*at]));
        let gathered: Vec<f32> = gathered.collect();
        let one = |coordinate: usize| &gathered[coordinate * some.len()..];
        let with_others = some.iter().enumerate().map(|(at, own)| {
            let others = [0, 1, 2, 3].map(|coordinate| &one(coordinate)[..at]);
            crossing(self.line(*own), others)
        });
        with_others.sum()
    }

    /// The sum of the weights of the segments that stay and pass a point closer than this.
    pub fn weight_near(&self, x: f32, y: f32, close: f32) -> u32 {
        weight_near([x, y], close, self.lines(), &self.still)
    }

    /// The weight of this segment where it passes a point closer than this, otherwise 0.
    pub fn weight_of_near(&self, at: usize, x: f32, y: f32, close: f32) -> u32 {
        u32::from(passes(self.line(at), x, y, close)) * self.weights[at]
    }

    /// How many nodes a segment passes closer than this, its two ends not counted.
    pub fn passed(&self, at: usize, x: &[f32], y: &[f32], close: f32) -> u32 {
        passed(self.line(at), x, y, close).saturating_sub(2)
    }
}

/// How many lines cross this one.
#[multiversion(targets("x86_64+avx2"))]
fn crossing(own: [f32; 4], [ax, ay, bx, by]: [&[f32]; 4]) -> u32 {
    let all = ax.len();
    let (ay, bx, by) = (&ay[..all], &bx[..all], &by[..all]);
    let mut count = 0u32;
    for at in 0..all {
        let one = u32::from(meet(own, [ax[at], ay[at], bx[at], by[at]]));
        count = count.wrapping_add(one);
    }
    count
}

/// Adds a step to the count of each line that crosses this one.
#[multiversion(targets("x86_64+avx2"))]
fn tally(own: [f32; 4], [ax, ay, bx, by]: [&[f32]; 4], step: u32, counts: &mut [u32]) {
    let all = counts.len();
    let (ax, ay, bx, by) = (&ax[..all], &ay[..all], &bx[..all], &by[..all]);
    for at in 0..all {
        let one = u32::from(meet(own, [ax[at], ay[at], bx[at], by[at]]));
        counts[at] = counts[at].wrapping_add(one.wrapping_neg() & step);
    }
}

/// The sum of the weights of the lines that pass a point closer than this.
#[multiversion(targets("x86_64+avx2"))]
fn weight_near(
    [x, y]: [f32; 2],
    close: f32,
    [ax, ay, bx, by]: [&[f32]; 4],
    weights: &[u32],
) -> u32 {
    let all = weights.len();
    let (ax, ay, bx, by) = (&ax[..all], &ay[..all], &bx[..all], &by[..all]);
    let mut sum = 0u32;
    for at in 0..all {
        let near = u32::from(passes([ax[at], ay[at], bx[at], by[at]], x, y, close));
        sum = sum.wrapping_add(near.wrapping_neg() & weights[at]);
    }
    sum
}

/// How many points a line passes closer than this.
#[multiversion(targets("x86_64+avx2"))]
fn passed(own: [f32; 4], x: &[f32], y: &[f32], close: f32) -> u32 {
    let all = x.len();
    let y = &y[..all];
    let mut count = 0u32;
    for at in 0..all {
        count = count.wrapping_add(u32::from(passes(own, x[at], y[at], close)));
    }
    count
}

/// Whether two segments cross at a point inside both.
#[inline]
fn meet([px, py, qx, qy]: [f32; 4], [ax, ay, bx, by]: [f32; 4]) -> bool {
    let (ux, uy, vx, vy) = (qx - px, qy - py, bx - ax, by - ay);
    let (dx, dy) = (px - ax, py - ay);
    let of_p = vx * dy - vy * dx;
    let of_q = vx * (qy - ay) - vy * (qx - ax);
    let of_a = uy * dx - ux * dy;
    let of_b = ux * (by - py) - uy * (bx - px);
    (of_p * of_q < 0.0) & (of_a * of_b < 0.0)
}

/// Whether a segment passes a point closer than this.
#[inline]
fn passes([ax, ay, bx, by]: [f32; 4], x: f32, y: f32, close: f32) -> bool {
    let (vx, vy, dx, dy) = (bx - ax, by - ay, x - ax, y - ay);
    let share = (dx * vx + dy * vy) / (vx * vx + vy * vy).max(1e-6);
    let share = share.clamp(0.0, 1.0);
    let (off_x, off_y) = (dx - share * vx, dy - share * vy);
    off_x * off_x + off_y * off_y < close * close
}
