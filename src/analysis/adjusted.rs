//! The p of many departments or pairs, and what they are among so many.

use super::chance::permutations::Tally;
use super::chance::{benjamini_hochberg, normal_tails, two_sided};

/// The permutations that a family needs for each of its members: with fewer, none could reach a q of 0.05.
const EACH: usize = 40;

/// The p values of a family, with those adjusted over it, low and high apart.
pub(super) struct Adjusted(Vec<P>);

/// The shares of permutations at or below, and at or above, what is observed.
#[derive(Clone, Copy)]
pub(super) struct P {
    pub low: f64,
    pub high: f64,
    pub q_low: f64,
    pub q_high: f64,
}

impl Adjusted {
    pub(super) fn of(tallies: Option<(&[Tally], u32)>) -> Self {
        let Some((tallies, n)) = tallies else {
            return Self(Vec::new());
        };
        let low: Vec<f64> = tallies.iter().map(|tally| tally.p_low(n)).collect();
        let high: Vec<f64> = tallies.iter().map(|tally| tally.p_high(n)).collect();
        let adjusted = benjamini_hochberg(&low)
            .into_iter()
            .zip(benjamini_hochberg(&high));
        let both = low.iter().zip(&high).zip(adjusted);
        Self(
            both.map(|((low, high), (q_low, q_high))| P {
                low: *low,
                high: *high,
                q_low,
                q_high,
            })
            .collect(),
        )
    }

    pub(super) fn at(&self, place: usize) -> Option<P> {
        self.0.get(place).copied()
    }
}

/// A member of the family of those that are judged: how far it lies from what is to be expected, and its p.
pub(super) struct Member {
    pub z: f64,
    pub p: Option<P>,
}

/// The q of each member of a family, to both sides: Benjamini & Hochberg's of p = min(1, 2·min(low, high)).
///
/// Who is none of the family has none. With fewer than 40 permutations for each of the family p is that of the normal
/// distribution: a p of permutations can't be small enough then.
pub(super) fn q_of_both_sides(members: &[Option<Member>], permutations: u32) -> Vec<Option<f64>> {
    let family = || members.iter().flatten();
    let enough = permutations as usize >= EACH * family().count();
    let of = |member: &Member| match member.p.filter(|_| enough) {
        Some(p) => two_sided(p.low, p.high),
        None => normal_tails(member.z),
    };
    let p: Vec<f64> = family().map(of).collect();
    let mut q = benjamini_hochberg(&p).into_iter();
    members
        .iter()
        .map(|member| member.as_ref().and_then(|_| q.next()))
        .collect()
}
