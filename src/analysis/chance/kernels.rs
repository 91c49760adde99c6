//! The inner loops of the permutations: shuffle the labels of several permutations, count the ties under each.

use rand_xoshiro::rand_core::Rng;

use super::super::counts::Counts;
use super::super::partition::Partition;
use super::permutations::{Permuted, below};

/// The ties by their smaller end: what every permutation reads from start to end.
pub(super) struct Side {
    starts: Vec<u32>,
    others: Vec<u32>,
}

impl Side {
    pub(super) fn of(partition: &Partition) -> Self {
        let mut starts = vec![0; partition.len() + 1];
        for [a, _] in &partition.ties {
            starts[*a as usize + 1] += 1;
        }
        for at in 0..partition.len() {
            starts[at + 1] += starts[at];
        }
        // The ties come in the order of their smaller end.
        let others = partition.ties.iter().map(|[_, b]| *b).collect();
        Self { starts, others }
    }

    fn rows(&self) -> impl Iterator<Item = &[u32]> {
        self.starts
            .windows(2)
            .map(|ends| &self.others[ends[0] as usize..ends[1] as usize])
    }
}

/// One way to shuffle and count `LANES` permutations at once.
pub(super) trait Kernel: Send {
    const LANES: usize;
    fn new(partition: &Partition) -> Self;
    fn restart(&mut self, partition: &Partition);
    fn shuffle(&mut self, rng: &mut impl Rng);
    fn count(&mut self, ties: &Side, observed: &Counts, lanes: usize, permuted: &mut Permuted);
}

/// A department's number, as small as it may be.
pub(super) trait Label: Copy + Eq + Into<u32> + Send {
    fn from_number(number: u32) -> Self;
}

impl Label for u8 {
    fn from_number(number: u32) -> Self {
        number as Self
    }
}

impl Label for u16 {
    fn from_number(number: u32) -> Self {
        number as Self
    }
}

impl Label for u32 {
    fn from_number(number: u32) -> Self {
        number
    }
}

/// Few departments: every tie is counted in a table of departments by departments, one table a permutation.
///
/// `SIZE` is the square of the least power of two that holds all departments.
pub(super) struct Few<L, const SIZE: usize> {
    labels: Vec<[L; 4]>,
    tables: Vec<u32>,
}

impl<L: Label, const SIZE: usize> Few<L, SIZE> {
    const SHIFT: u32 = SIZE.trailing_zeros() / 2;
}

impl<L: Label, const SIZE: usize> Kernel for Few<L, SIZE> {
    const LANES: usize = 4;

    fn new(partition: &Partition) -> Self {
        Self {
            labels: Vec::with_capacity(partition.len()),
            tables: vec![0; SIZE * Self::LANES],
        }
    }

    fn restart(&mut self, partition: &Partition) {
        restart(&mut self.labels, partition);
    }

    fn shuffle(&mut self, rng: &mut impl Rng) {
        shuffle(&mut self.labels, rng);
    }

    fn count(&mut self, ties: &Side, observed: &Counts, lanes: usize, permuted: &mut Permuted) {
        let (tables, _) = self.tables.as_chunks_mut::<SIZE>();
        let [t0, t1, t2, t3] = tables else {
            unreachable!("there is a table for each of the four permutations");
        };
        for (own, others) in self.labels.iter().zip(ties.rows()) {
            let [o0, o1, o2, o3] = own.map(|label| label.into() << Self::SHIFT);
            for other in others {
                let [l0, l1, l2, l3] = self.labels[*other as usize].map(Into::into);
                t0[(o0 | l0) as usize % SIZE] += 1;
                t1[(o1 | l1) as usize % SIZE] += 1;
                t2[(o2 | l2) as usize % SIZE] += 1;
                t3[(o3 | l3) as usize % SIZE] += 1;
            }
        }
        for (lane, table) in tables.iter_mut().enumerate() {
            if lane < lanes {
                tally(table, Self::SHIFT, observed, permuted);
            }
            for row in 0..observed.internal.len() {
                table[row << Self::SHIFT..][..observed.internal.len()].fill(0);
            }
        }
    }
}

/// Compares one permutation's table with what was observed.
fn tally<const SIZE: usize>(
    table: &[u32; SIZE],
    shift: u32,
    observed: &Counts,
    permuted: &mut Permuted,
) {
    let k = observed.internal.len();
    let mut internal = 0;
    for (a, (tally, seen)) in permuted
        .departments
        .iter_mut()
        .zip(&observed.internal)
        .enumerate()
    {
        let inside = table[(a << shift | a) % SIZE];
        internal += inside;
        tally.add(inside, *seen);
    }
    permuted.internal.push(internal);
    let (Some(tallies), Some(seen)) = (&mut permuted.pairs, &observed.pairs) else {
        return;
    };
    let mut pairs = tallies.iter_mut().zip(seen);
    for a in 0..k {
        // The row of `a` first: `zip` takes from its first part before it finds the second at its end.
        for (b, (tally, seen)) in (a + 1..k).zip(&mut pairs) {
            let ties = table[(a << shift | b) % SIZE] + table[(b << shift | a) % SIZE];
            tally.add(ties, *seen);
        }
    }
}

/// Many departments: few ties fall inside one, and only those are counted.
pub(super) struct Many<L> {
    labels: Vec<[L; 16]>,
    inside: Vec<u32>,
}

impl<L: Label> Kernel for Many<L> {
    const LANES: usize = 16;

    fn new(partition: &Partition) -> Self {
        Self {
            labels: Vec::with_capacity(partition.len()),
            inside: vec![0; partition.departments() * Self::LANES],
        }
    }

    fn restart(&mut self, partition: &Partition) {
        restart(&mut self.labels, partition);
    }

    fn shuffle(&mut self, rng: &mut impl Rng) {
        shuffle(&mut self.labels, rng);
    }

    fn count(&mut self, ties: &Side, observed: &Counts, lanes: usize, permuted: &mut Permuted) {
        let k = observed.internal.len();
        for (own, others) in self.labels.iter().zip(ties.rows()) {
            for other in others {
                let other = &self.labels[*other as usize];
                let any = own
                    .iter()
                    .zip(other)
                    .fold(false, |any, (x, y)| any | (x == y));
                if any {
                    for (lane, (own, other)) in own.iter().zip(other).enumerate() {
                        if own == other {
                            let department: u32 = (*own).into();
                            self.inside[lane * k + department as usize] += 1;
                        }
                    }
                }
            }
        }
        for inside in self.inside.chunks(k).take(lanes) {
            permuted.internal.push(inside.iter().sum());
            let rows = permuted.departments.iter_mut().zip(inside);
            for ((tally, inside), seen) in rows.zip(&observed.internal) {
                tally.add(*inside, *seen);
            }
        }
        self.inside.fill(0);
    }
}

fn restart<L: Label, const LANES: usize>(labels: &mut Vec<[L; LANES]>, partition: &Partition) {
    labels.clear();
    labels.extend(
        partition
            .group
            .iter()
            .map(|group| [L::from_number(*group); LANES]),
    );
}

fn shuffle<L: Label, const LANES: usize>(labels: &mut [[L; LANES]], rng: &mut impl Rng) {
    for last in (1..labels.len()).rev() {
        let from: [usize; LANES] = std::array::from_fn(|_| below(rng, last as u32 + 1) as usize);
        for (lane, from) in from.into_iter().enumerate() {
            let held = labels[last][lane];
            labels[last][lane] = labels[from][lane];
            labels[from][lane] = held;
        }
    }
}
