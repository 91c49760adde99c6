//! The ties as segments, a structure of arrays: the loops have no branches, so that the compiler vectorises them.
//!
//! Single precision is enough to tell which segments cross. Segments that share an end never do: the same coordinates give
//! exactly 0.

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

    fn each(&self) -> impl Iterator<Item = [f32; 4]> {
        let from = self.from_x.iter().zip(&self.from_y);
        let to = self.to_x.iter().zip(&self.to_y);
        from.zip(to).map(|((a, b), (c, d))| [*a, *b, *c, *d])
    }

    /// How many segments cross this one; O(segments).
    pub fn crossing(&self, at: usize) -> u32 {
        let own = self.line(at);
        self.each().map(|other| u32::from(meet(own, other))).sum()
    }

    /// Adds one to the count of each segment that this one crosses, or takes one away.
    pub fn tally(&self, at: usize, crossed: &mut [u32], add: bool) {
        let own = self.line(at);
        for (other, crossed) in self.each().zip(crossed) {
            let one = u32::from(meet(own, other));
            *crossed = if add {
                crossed.wrapping_add(one)
            } else {
                crossed.wrapping_sub(one)
            };
        }
    }

    /// How many pairs of these segments cross.
    pub fn among(&self, some: &[usize]) -> u32 {
        let lines: Vec<[f32; 4]> = some.iter().map(|at| self.line(*at)).collect();
        let with_others = lines.iter().enumerate().map(|(at, own)| {
            let others = lines[..at].iter();
            others
                .map(|other| u32::from(meet(*own, *other)))
                .sum::<u32>()
        });
        with_others.sum()
    }

    /// The sum of the weights of the segments that stay and pass a point closer than this.
    pub fn weight_near(&self, x: f32, y: f32, close: f32) -> u32 {
        let lines = self.each().zip(&self.still);
        lines
            .map(|(line, weight)| u32::from(passes(line, x, y, close)).wrapping_neg() & weight)
            .sum()
    }

    /// The weight of this segment where it passes a point closer than this, otherwise 0.
    pub fn weight_of_near(&self, at: usize, x: f32, y: f32, close: f32) -> u32 {
        u32::from(passes(self.line(at), x, y, close)) * self.weights[at]
    }

    /// How many nodes a segment passes closer than this, its two ends not counted.
    pub fn passed(&self, at: usize, x: &[f32], y: &[f32], close: f32) -> u32 {
        let own = self.line(at);
        let nodes = x.iter().zip(y);
        let near: u32 = nodes
            .map(|(x, y)| u32::from(passes(own, *x, *y, close)))
            .sum();
        near.saturating_sub(2)
    }
}

/// Whether two segments cross at a point inside both.
#[inline]
fn meet([px, py, qx, qy]: [f32; 4], [ax, ay, bx, by]: [f32; 4]) -> bool {
    let (ux, uy, vx, vy) = (qx - px, qy - py, bx - ax, by - ay);
    let of_p = vx * (py - ay) - vy * (px - ax);
    let of_q = vx * (qy - ay) - vy * (qx - ax);
    let of_a = ux * (ay - py) - uy * (ax - px);
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
