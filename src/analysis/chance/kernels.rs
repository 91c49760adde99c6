//! The inner loops of the permutations: deal the labels of several permutations, count the ties under each.

use rand_xoshiro::Xoshiro256PlusPlus;

use super::super::counts::Counts;
use super::super::draws::{below, generator};
use super::super::partition::Partition;
use super::permuted::Permuted;

/// The permutations that are dealt together: one actor's labels in all of them share a word.
const QUAD: usize = 4;

/// The permutations of which one comparison of words tells in which a tie is internal.
const WIDE: usize = 16;

/// One way to deal and count `LANES` permutations at once.
pub(super) trait Kernel: Send {
    const LANES: usize;
    fn new(partition: &Partition) -> Self;
    /// Deals the departments anew for the permutations from number `first` on.
    fn deal(&mut self, partition: &Partition, seed: u64, first: u32);
    /// Counts the ties under the first `lanes` of them.
    fn count(
        &mut self,
        ties: &[[u32; 2]],
        observed: &Counts,
        lanes: usize,
        permuted: &mut Permuted,
    );
}

/// A department's number, as small as it may be.
pub(super) trait Label: Copy + Default + Eq + Into<u32> + Send {
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
    labels: Vec<[L; QUAD]>,
    tables: Vec<u32>,
}

impl<L: Label, const SIZE: usize> Few<L, SIZE> {
    const SHIFT: u32 = SIZE.trailing_zeros() / 2;
}

impl<L: Label, const SIZE: usize> Kernel for Few<L, SIZE> {
    const LANES: usize = QUAD;

    fn new(partition: &Partition) -> Self {
        Self {
            labels: Vec::with_capacity(partition.len()),
            tables: vec![0; SIZE * QUAD],
        }
    }

    fn deal(&mut self, partition: &Partition, seed: u64, first: u32) {
        deal(&mut self.labels, partition, seed, first);
    }

    fn count(
        &mut self,
        ties: &[[u32; 2]],
        observed: &Counts,
        lanes: usize,
        permuted: &mut Permuted,
    ) {
        let (tables, _) = self.tables.as_chunks_mut::<SIZE>();
        let [t0, t1, t2, t3] = tables else {
            unreachable!("there is a table for each of the four permutations");
        };
        let mut count = |[a, b]: [u32; 2]| {
            let [o0, o1, o2, o3] = self.labels[a as usize].map(|label| label.into() << Self::SHIFT);
            let [l0, l1, l2, l3] = self.labels[b as usize].map(Into::into);
            t0[(o0 | l0) as usize % SIZE] += 1;
            t1[(o1 | l1) as usize % SIZE] += 1;
            t2[(o2 | l2) as usize % SIZE] += 1;
            t3[(o3 | l3) as usize % SIZE] += 1;
        };
        // Ties of one actor meet in one row of a table; taken from two places by turns they seldom wait for each other.
        let (one, other) = ties.split_at(ties.len() / 2);
        for (one, other) in one.iter().zip(other) {
            count(*one);
            count(*other);
        }
        other[one.len()..].iter().for_each(|tie| count(*tie));
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

/// The labels of many permutations, those of one actor side by side.
struct Wide<L> {
    quad: Vec<[L; QUAD]>,
    labels: Vec<[L; WIDE]>,
}

impl<L: Label> Wide<L> {
    fn new(partition: &Partition) -> Self {
        Self {
            quad: Vec::with_capacity(partition.len()),
            labels: vec![[L::default(); WIDE]; partition.len()],
        }
    }

    fn deal(&mut self, partition: &Partition, seed: u64, first: u32) {
        // Dealt a few at a time: labels that change places at random should lie near each other.
        for lane in (0..WIDE).step_by(QUAD) {
            deal(
                &mut self.quad,
                partition,
                seed,
                first.wrapping_add(lane as u32),
            );
            for (labels, quad) in self.labels.iter_mut().zip(&self.quad) {
                labels[lane..lane + QUAD].copy_from_slice(quad);
            }
        }
    }
}

/// Many departments: few ties fall inside one, and only those are counted.
pub(super) struct Many<L> {
    dealt: Wide<L>,
    inside: Vec<u32>,
}

impl<L: Label> Kernel for Many<L> {
    const LANES: usize = WIDE;

    fn new(partition: &Partition) -> Self {
        Self {
            dealt: Wide::new(partition),
            inside: vec![0; partition.departments() * WIDE],
        }
    }

    fn deal(&mut self, partition: &Partition, seed: u64, first: u32) {
        self.dealt.deal(partition, seed, first);
    }

    fn count(
        &mut self,
        ties: &[[u32; 2]],
        observed: &Counts,
        lanes: usize,
        permuted: &mut Permuted,
    ) {
        let k = observed.internal.len();
        let labels = &self.dealt.labels;
        for [a, b] in ties {
            let (own, other) = (&labels[*a as usize], &labels[*b as usize]);
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

/// The whole alone: a tie's labels are compared in all permutations at once, and added up in as many small counters.
pub(super) struct Whole<L>(Wide<L>);

impl<L: Label> Kernel for Whole<L> {
    const LANES: usize = WIDE;

    fn new(partition: &Partition) -> Self {
        Self(Wide::new(partition))
    }

    fn deal(&mut self, partition: &Partition, seed: u64, first: u32) {
        self.0.deal(partition, seed, first);
    }

    fn count(&mut self, ties: &[[u32; 2]], _: &Counts, lanes: usize, permuted: &mut Permuted) {
        let labels = &self.0.labels;
        let mut internal = [0_u32; WIDE];
        for ties in ties.chunks(usize::from(u8::MAX)) {
            let mut small = [0_u8; WIDE];
            for [a, b] in ties {
                let (own, other) = (&labels[*a as usize], &labels[*b as usize]);
                for lane in 0..WIDE {
                    small[lane] += u8::from(own[lane] == other[lane]);
                }
            }
            for (internal, small) in internal.iter_mut().zip(small) {
                *internal += u32::from(small);
            }
        }
        permuted.internal.extend(&internal[..lanes]);
    }
}

/// Deals the departments over the actors for four permutations, each by its own generator: among those that answered,
/// then among those that did not.
fn deal<L: Label>(labels: &mut Vec<[L; QUAD]>, partition: &Partition, seed: u64, first: u32) {
    labels.clear();
    let groups = partition.group.iter();
    labels.extend(groups.map(|group| [L::from_number(*group); QUAD]));
    let mut generators: [Xoshiro256PlusPlus; QUAD] =
        std::array::from_fn(|lane| generator(seed, first.wrapping_add(lane as u32).into()));
    let [heard, silent] = &partition.strata;
    if silent.is_empty() {
        shuffle(labels, heard.len(), |at| at, &mut generators);
        return;
    }
    for stratum in [heard, silent] {
        let place = |at: usize| stratum[at] as usize;
        shuffle(labels, stratum.len(), place, &mut generators);
    }
}

/// Shuffles the labels of the actors at so many places.
fn shuffle<L: Label>(
    labels: &mut [[L; QUAD]],
    actors: usize,
    place: impl Fn(usize) -> usize,
    generators: &mut [Xoshiro256PlusPlus; QUAD],
) {
    for last in (1..actors).rev() {
        let to = place(last);
        for (lane, generator) in generators.iter_mut().enumerate() {
            let from = place(below(generator, last as u32 + 1) as usize);
            let held = labels[to][lane];
            labels[to][lane] = labels[from][lane];
            labels[from][lane] = held;
        }
    }
}
