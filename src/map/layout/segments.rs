//! The ties as straight lines, one array for each coordinate, so that many are compared at a time.
//!
//! Single precision is enough to tell which lines cross; lines that share an end never do, since the same coordinates
//! give exactly 0.

use crate::map::plane::Point;

/// The lines of all ties.
pub struct Segments {
    from_x: Vec<f32>,
    from_y: Vec<f32>,
    to_x: Vec<f32>,
    to_y: Vec<f32>,
    weights: Vec<u32>,
    /// The weights of those that lie still, 0 for those that are to move.
    still: Vec<u32>,
}

impl Segments {
    /// Lines with these weights for where they run over a node, all still at the origin.
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

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.weights.len()
    }

    /// Sets a line's ends.
    pub fn set(&mut self, at: usize, from: Point, to: Point) {
        (self.from_x[at], self.from_y[at]) = (from.x as f32, from.y as f32);
        (self.to_x[at], self.to_y[at]) = (to.x as f32, to.y as f32);
    }

    /// A line's weight.
    pub fn weight(&self, at: usize) -> u32 {
        self.weights[at]
    }

    /// Weighs all lines anew.
    pub fn weigh(&mut self, weights: &[u32]) {
        self.weights.copy_from_slice(weights);
        self.still.copy_from_slice(weights);
    }

    /// Takes a line from those that lie still; whether it was one of them.
    pub fn lift(&mut self, at: usize) -> bool {
        std::mem::take(&mut self.still[at]) > 0
    }

    /// Puts a line back to those that lie still.
    pub fn lay(&mut self, at: usize) {
        self.still[at] = self.weights[at];
    }

    /// Whether a line lies still.
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

    /// How many lines cross this one.
    pub fn crossing(&self, at: usize) -> u32 {
        let own = self.line(at);
        self.each().map(|other| u32::from(meet(own, other))).sum()
    }

    /// Adds one to each line's count where this one crosses it, or takes one away.
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

    /// How many pairs of these lines cross.
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

    /// The weights of all still lines that pass a point closer than this.
    pub fn near(&self, x: f32, y: f32, close: f32) -> u32 {
        let lines = self.each().zip(&self.still);
        lines
            .map(|(line, weight)| u32::from(passes(line, x, y, close)).wrapping_neg() & weight)
            .sum()
    }

    /// The weight of this line where it passes a point closer than this, otherwise 0.
    pub fn near_one(&self, at: usize, x: f32, y: f32, close: f32) -> u32 {
        u32::from(passes(self.line(at), x, y, close)) * self.weights[at]
    }

    /// How many nodes a line passes closer than this, its two ends not counted.
    pub fn passed(&self, at: usize, x: &[f32], y: &[f32], close: f32) -> u32 {
        let own = self.line(at);
        let nodes = x.iter().zip(y);
        let near: u32 = nodes
            .map(|(x, y)| u32::from(passes(own, *x, *y, close)))
            .sum();
        near.saturating_sub(2)
    }
}

/// Whether two lines cross at a point inside both; without a branch, so that many are done at a time.
#[inline]
fn meet([px, py, qx, qy]: [f32; 4], [ax, ay, bx, by]: [f32; 4]) -> bool {
    let (ux, uy, vx, vy) = (qx - px, qy - py, bx - ax, by - ay);
    let of_p = vx * (py - ay) - vy * (px - ax);
    let of_q = vx * (qy - ay) - vy * (qx - ax);
    let of_a = ux * (ay - py) - uy * (ax - px);
    let of_b = ux * (by - py) - uy * (bx - px);
    (of_p * of_q < 0.0) & (of_a * of_b < 0.0)
}

/// Whether a line passes a point closer than this.
#[inline]
fn passes([ax, ay, bx, by]: [f32; 4], x: f32, y: f32, close: f32) -> bool {
    let (vx, vy, dx, dy) = (bx - ax, by - ay, x - ax, y - ay);
    let share = (dx * vx + dy * vy) / (vx * vx + vy * vy).max(1e-6);
    let share = share.clamp(0.0, 1.0);
    let (off_x, off_y) = (dx - share * vx, dy - share * vy);
    off_x * off_x + off_y * off_y < close * close
}
