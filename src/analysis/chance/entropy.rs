//! The chances of ties that give each actor its degree on average and are else as even as can be.
//!
//! One unknown per distinct degree, by Newton's method on the logarithms of the x, its steps by conjugate gradients
//! (Hestenes & Stiefel 1952). Who is tied to all the others has p = 1 and who has no tie p = 0: they are taken out
//! first, again and again, as for them no x is finite. Where other chances are forced to 0 or 1 (in a path of four
//! the inner two are always tied), the x grow without end while the chances come to their limits, each step nearer
//! by a factor e. Rinaldo, Petrović & Fienberg 2013, Ann. Statist. 41:1085–1110.

/// How far an expected degree may lie from its degree, as a share of 1 + degree.
const NEAR: f64 = 1e-12;
/// How far it may lie at most, where rounding leaves no more.
const FAR: f64 = 1e-10;
/// The longest step of a logarithm.
const LONGEST: f64 = 2.0;
/// Past it a logarithm makes no difference any more.
const FARTHEST: f64 = 300.0;
/// Steps of Newton's method, of which a degree sequence with forced chances takes about thirty.
const MOST_STEPS: usize = 200;

/// The actors by their degree, with the chance of a tie between any two.
#[derive(Debug, Clone)]
pub(super) struct Classes {
    /// The actors of each class; their degrees ascend.
    actors: Vec<f64>,
    /// When a class was taken out, and the chance of a tie with all that were left; never of those solved for.
    taken: Vec<Option<(usize, f64)>>,
    /// e to the logarithms solved for.
    x: Vec<f64>,
}

impl Classes {
    /// The classes of these degrees, and the class of each actor.
    pub(super) fn of(degrees: &[u32]) -> (Self, Vec<u32>) {
        let most = degrees.iter().max().map_or(0, |most| *most as usize + 1);
        let mut actors = vec![0_u32; most];
        for degree in degrees {
            actors[*degree as usize] += 1;
        }
        let mut number = vec![0; most];
        let mut distinct = Vec::new();
        for (degree, _) in actors.iter().enumerate().filter(|(_, actors)| **actors > 0) {
            number[degree] = distinct.len() as u32;
            distinct.push(degree as f64);
        }
        actors.retain(|actors| *actors > 0);
        let class = degrees.iter().map(|d| number[*d as usize]).collect();
        let mut classes = Self {
            taken: vec![None; distinct.len()],
            x: vec![0.0; distinct.len()],
            actors: actors.into_iter().map(f64::from).collect(),
        };
        let free = classes.take_out(&mut distinct);
        let solved = Newton::of(&classes.actors[free.clone()], &distinct[free.clone()]).solve();
        classes.x[free].copy_from_slice(&solved);
        (classes, class)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.actors.len()
    }

    /// The chance of a tie between an actor of one class and another actor of another, or of the same.
    pub(super) fn p(&self, one: usize, other: usize) -> f64 {
        match (self.taken[one], self.taken[other]) {
            (Some((when, p)), Some((then, q))) => {
                if when <= then {
                    p
                } else {
                    q
                }
            }
            (Some((_, p)), None) | (None, Some((_, p))) => p,
            (None, None) => chance(self.x[one] * self.x[other]),
        }
    }

    /// The expected number of ties of an actor of a class.
    pub(super) fn degree(&self, class: usize) -> f64 {
        let all: f64 = (0..self.len())
            .map(|other| self.actors[other] * self.p(class, other))
            .sum();
        all - self.p(class, class)
    }

    /// Takes out who is tied to all that are left or to none, and its ties from the others' degrees; the rest.
    fn take_out(&mut self, degrees: &mut [f64]) -> std::ops::Range<usize> {
        let (mut start, mut end) = (0, degrees.len());
        let mut left: f64 = self.actors.iter().sum();
        for when in 0.. {
            if start == end {
                break;
            }
            if degrees[start] == 0.0 {
                self.taken[start] = Some((when, 0.0));
                left -= self.actors[start];
                start += 1;
            } else if degrees[end - 1] == left - 1.0 {
                end -= 1;
                self.taken[end] = Some((when, 1.0));
                left -= self.actors[end];
                for degree in &mut degrees[start..end] {
                    *degree -= self.actors[end];
                }
            } else {
                break;
            }
        }
        start..end
    }
}

fn chance(odds: f64) -> f64 {
    // Whichever way the odds run out of range, the chance is that of the limit.
    1.0 - 1.0 / (1.0 + odds)
}

/// The least of the convex function Σ ln(1 + e^(θ_i + θ_j)) − Σ degree_i·θ_i, over classes.
struct Newton<'a> {
    actors: &'a [f64],
    degrees: &'a [f64],
    theta: Vec<f64>,
}

/// A point of the search: gradient, Hessian, and the largest distance of an expected degree from its degree.
struct Place {
    slope: Vec<f64>,
    /// For each two classes the sum of p(1−p) over their pairs of actors, row by row.
    curvature: Vec<f64>,
    diagonal: Vec<f64>,
    far: f64,
}

impl<'a> Newton<'a> {
    /// From where the solution lies when ties are few: x_i = degree_i / √Σdegree.
    fn of(actors: &'a [f64], degrees: &'a [f64]) -> Self {
        let ends: f64 = actors.iter().zip(degrees).map(|(n, d)| n * d).sum();
        let theta = degrees.iter().map(|d| (d / ends.sqrt()).ln()).collect();
        Self {
            actors,
            degrees,
            theta,
        }
    }

    fn solve(mut self) -> Vec<f64> {
        let mut here = self.look();
        let mut before = f64::INFINITY;
        for _ in 0..MOST_STEPS {
            // Below what may remain only rounding stands still.
            if here.far <= NEAR || (here.far <= FAR && here.far > 0.5 * before) {
                break;
            }
            before = here.far;
            let step = here.step();
            let longest = step.iter().fold(0.0_f64, |most, s| most.max(s.abs()));
            let mut length = (LONGEST / longest).min(1.0);
            let from = self.theta.clone();
            // The slope along a step starts below 0; past the bottom it must not become as steep again.
            let along = |place: &Place| dot(&place.slope, &step);
            let most = 0.5 * along(&here).abs();
            here = loop {
                for ((theta, from), step) in self.theta.iter_mut().zip(&from).zip(&step) {
                    *theta = (from + length * step).clamp(-FARTHEST, FARTHEST);
                }
                let there = self.look();
                if along(&there) <= most || length < 1e-6 {
                    break there;
                }
                length *= 0.5;
            };
        }
        self.theta.into_iter().map(f64::exp).collect()
    }

    fn look(&self) -> Place {
        let classes = self.theta.len();
        let x: Vec<f64> = self.theta.iter().map(|theta| theta.exp()).collect();
        let mut place = Place {
            slope: vec![0.0; classes],
            curvature: vec![0.0; classes * classes],
            diagonal: vec![0.0; classes],
            far: 0.0,
        };
        let rows = place.curvature.chunks_exact_mut(classes.max(1));
        for (at, row) in rows.enumerate() {
            let own = x[at];
            let (mut expected, mut spread) = (0.0, 0.0);
            for ((cell, x), actors) in row.iter_mut().zip(&x).zip(self.actors) {
                let q = 1.0 / (1.0 + own * x);
                let w = own * x * q * q;
                expected += actors * (1.0 - q);
                spread += actors * w;
                *cell = self.actors[at] * actors * w;
            }
            let w = row[at] / (self.actors[at] * self.actors[at]);
            // Nobody is tied to itself; its own logarithm stands in both ends of a pair of the same class.
            let gap = expected - chance(own * own) - self.degrees[at];
            row[at] = self.actors[at] * (spread - w + (self.actors[at] - 1.0) * w);
            place.diagonal[at] = row[at];
            place.slope[at] = self.actors[at] * gap;
            place.far = place.far.max(gap.abs() / (1.0 + self.degrees[at]));
        }
        place
    }
}

impl Place {
    /// Newton's step: minus the slopes divided by the curvatures, by conjugate gradients scaled by the diagonal.
    fn step(&self) -> Vec<f64> {
        let classes = self.slope.len();
        let scaled = |rest: &[f64]| -> Vec<f64> {
            let rows = rest.iter().zip(&self.diagonal);
            rows.map(|(r, d)| if *d > 0.0 { r / d } else { 0.0 })
                .collect()
        };
        let mut step = vec![0.0; classes];
        let mut rest: Vec<f64> = self.slope.iter().map(|slope| -slope).collect();
        let mut toward = scaled(&rest);
        let mut size = dot(&rest, &toward);
        let enough = size * 1e-20;
        for _ in 0..classes + 20 {
            let moved: Vec<f64> = self
                .curvature
                .chunks_exact(classes)
                .map(|row| dot(row, &toward))
                .collect();
            let bend = dot(&toward, &moved);
            if bend.is_nan() || bend <= 0.0 {
                break;
            }
            let length = size / bend;
            for at in 0..classes {
                step[at] += length * toward[at];
                rest[at] -= length * moved[at];
            }
            let next = scaled(&rest);
            let less = dot(&rest, &next);
            if less <= enough {
                break;
            }
            for (toward, next) in toward.iter_mut().zip(&next) {
                *toward = next + less / size * *toward;
            }
            size = less;
        }
        step
    }
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(x, y)| x * y).sum()
}
