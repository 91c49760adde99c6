//! The chances of ties that give each actor its degree on average and are else as even as can be.
//!
//! One unknown per distinct degree, by Newton's method on the logarithms of the x, its steps by conjugate gradients
//! (Hestenes & Stiefel 1952). Who is tied to all the others has p = 1 and who has no tie p = 0: they are taken out
//! first, again and again, as for them no x is finite. Where other chances are forced to 0 or 1 (in a path of four
//! the inner two are always tied), the x grow without end while the chances come to their limits, each step nearer
//! by a factor e. Two actors that did not answer have no chance of a tie: nobody could report it. Who did not is
//! therefore tied to all when to all that answered, and alike are only those of one degree and one kind. Rinaldo, Petrović & Fienberg 2013, Ann. Statist. 41:1085–1110.

/// How far an expected degree may lie from its degree, as a share of 1 + degree.
const NEAR: f64 = 1e-12;
/// How far it may lie at most, where rounding leaves no more.
const FAR: f64 = 1e-10;
/// How far it may lie for the chances to be taken for those that give the degrees.
const FITS: f64 = 1e-6;
/// The longest step of a logarithm.
const LONGEST: f64 = 2.0;
/// Past it a logarithm makes no difference any more.
const FARTHEST: f64 = 300.0;
/// Steps of Newton's method, of which a degree sequence with forced chances takes about thirty.
const MOST_STEPS: usize = 200;

/// The actors by their degree, and by whether they did not answer, with the chance of a tie between any two.
#[derive(Debug, Clone)]
pub(super) struct Classes {
    /// The actors of each class; their degrees ascend.
    actors: Vec<f64>,
    /// Whether they are such as did not answer.
    silent: Vec<bool>,
    /// When a class was taken out, and the chance of a tie with all that were left; never of those solved for.
    taken: Vec<Option<(usize, f64)>>,
    /// e to the logarithms solved for.
    x: Vec<f64>,
    /// Whether the chances give the degrees.
    pub fits: bool,
}

impl Classes {
    /// The classes of these degrees, and the class of each actor.
    pub(super) fn of(degrees: &[u32], silent: &[bool]) -> (Self, Vec<u32>) {
        let key = |(degree, silent): (&u32, &bool)| 2 * *degree as usize + usize::from(*silent);
        let keys: Vec<usize> = degrees.iter().zip(silent).map(key).collect();
        let mut actors = vec![0_u32; keys.iter().max().map_or(0, |most| most + 1)];
        for key in &keys {
            actors[*key] += 1;
        }
        let mut number = vec![0; actors.len()];
        let (mut distinct, mut silent) = (Vec::new(), Vec::new());
        for (key, _) in actors.iter().enumerate().filter(|(_, actors)| **actors > 0) {
            number[key] = distinct.len() as u32;
            distinct.push((key / 2) as f64);
            silent.push(key % 2 == 1);
        }
        actors.retain(|actors| *actors > 0);
        let class = keys.iter().map(|key| number[*key]).collect();
        let mut classes = Self {
            taken: vec![None; distinct.len()],
            x: vec![0.0; distinct.len()],
            actors: actors.into_iter().map(f64::from).collect(),
            silent,
            fits: true,
        };
        classes.solve(distinct.clone());
        let far = distinct
            .iter()
            .enumerate()
            .map(|(class, degree)| (classes.degree(class) - degree).abs() / (1.0 + degree));
        classes.fits = far.fold(0.0, f64::max) <= FITS;
        (classes, class)
    }

    /// Takes out whose chances are certain, and solves for the others.
    fn solve(&mut self, mut degrees: Vec<f64>) {
        let free = self.take_out(&mut degrees);
        let of_free = |all: &[f64]| -> Vec<f64> { free.iter().map(|at| all[*at]).collect() };
        let silent: Vec<bool> = free.iter().map(|at| self.silent[*at]).collect();
        let solved = Newton::of(&of_free(&self.actors), &of_free(&degrees), &silent).solve();
        for (at, x) in free.into_iter().zip(solved) {
            self.x[at] = x;
        }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.actors.len()
    }

    /// The chance of a tie between an actor of one class and another actor of another, or of the same.
    pub(super) fn p(&self, one: usize, other: usize) -> f64 {
        if self.silent[one] && self.silent[other] {
            return 0.0;
        }
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
    fn take_out(&mut self, degrees: &mut [f64]) -> Vec<usize> {
        let mut free: Vec<usize> = (0..degrees.len()).collect();
        let of = |silent: bool| {
            let actors = self.actors.iter().zip(&self.silent);
            let own = actors.filter(|(_, own)| **own == silent);
            own.map(|(actors, _)| actors).sum::<f64>()
        };
        let mut left = [of(false), of(true)];
        for when in 0.. {
            let certain = |class: &usize| {
                let all = match self.silent[*class] {
                    true => left[0],
                    false => left[0] - 1.0 + left[1],
                };
                degrees[*class] == 0.0 || degrees[*class] == all
            };
            let Some(at) = free.iter().position(certain) else {
                break;
            };
            let class = free.remove(at);
            let (silent, actors) = (self.silent[class], self.actors[class]);
            left[usize::from(silent)] -= actors;
            let tied = degrees[class] > 0.0;
            self.taken[class] = Some((when, f64::from(u8::from(tied))));
            if tied {
                let others = free
                    .iter()
                    .filter(|other| !(silent && self.silent[**other]));
                others.for_each(|other| degrees[*other] -= actors);
            }
        }
        free
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
    silent: &'a [bool],
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
    fn of(actors: &'a [f64], degrees: &'a [f64], silent: &'a [bool]) -> Self {
        let ends: f64 = actors.iter().zip(degrees).map(|(n, d)| n * d).sum();
        let theta = degrees.iter().map(|d| (d / ends.sqrt()).ln()).collect();
        Self {
            actors,
            degrees,
            silent,
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
            let others = row.iter_mut().zip(&x).zip(self.actors).zip(self.silent);
            for (((cell, x), actors), silent) in others {
                if *silent && self.silent[at] {
                    continue;
                }
                let q = 1.0 / (1.0 + own * x);
                let w = own * x * q * q;
                expected += actors * (1.0 - q);
                spread += actors * w;
                *cell = self.actors[at] * actors * w;
            }
            let w = row[at] / (self.actors[at] * self.actors[at]);
            // Nobody is tied to itself; its own logarithm stands in both ends of a pair of the same class.
            let itself = if self.silent[at] {
                0.0
            } else {
                chance(own * own)
            };
            let gap = expected - itself - self.degrees[at];
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
