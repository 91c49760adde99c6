//! The pairs of departments of two phases, and what may be said of them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::chip::Count;
use super::look::Fate;
use super::tie::ChangedTie;
use crate::map::network::scene::Scene;
use crate::text::views::ChangeTexts;

/// The ties of a pair of departments, over pairs of functions seen in both phases.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Counted {
    /// In both.
    pub kept: usize,
    /// Only in the later phase.
    pub new: usize,
    /// Only in the earlier phase.
    pub ended: usize,
    /// Of those that are kept, the stronger ones.
    pub stronger: usize,
    /// Of those that are kept, the weaker ones.
    pub weaker: usize,
}

impl Counted {
    /// What became of the pair.
    pub fn fate(self) -> Fate {
        match (self.kept, self.new, self.ended) {
            (0, 1.., 0) => Fate::New,
            (0, 0, 1..) => Fate::Ended,
            (_, new, ended) if new > ended => Fate::Stronger,
            (_, new, ended) if new < ended => Fate::Weaker,
            _ => Fate::Kept,
        }
    }

    /// The ties before and now.
    pub fn sides(self) -> [usize; 2] {
        [self.kept + self.ended, self.kept + self.new]
    }

    /// How many of its ties are another thing than before.
    pub fn changes(self) -> usize {
        self.new + self.ended + self.stronger + self.weaker
    }

    /// The pair in words.
    pub fn told(self, say: &ChangeTexts) -> String {
        (say.pair)([self.kept, self.new, self.ended, self.stronger, self.weaker])
    }

    /// The small count beside the pair; none where nothing changed.
    pub fn count(self) -> Option<Count> {
        let parts = [
            (self.new, None, format!("+{}", self.new)),
            (self.ended, None, format!("−{}", self.ended)),
            (
                self.stronger,
                Some(Fate::Stronger),
                self.stronger.to_string(),
            ),
            (self.weaker, Some(Fate::Weaker), self.weaker.to_string()),
        ];
        let told = parts.into_iter().filter(|(ties, ..)| *ties > 0);
        let count: Count = told.map(|(_, sign, text)| (sign, text)).collect();
        (!count.is_empty()).then_some(count)
    }
}

/// A pair of departments, by their numbers in the union.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// The smaller number.
    pub a: usize,
    /// The greater.
    pub b: usize,
    /// What became of its ties.
    pub counted: Counted,
}

/// The pairs of departments, each with what became of its ties, on the basis of the sentence.
pub fn counted(union: &Scene, ties: &[ChangedTie]) -> Vec<Pair> {
    let mut fates: BTreeMap<(usize, usize), [usize; 5]> = BTreeMap::new();
    let every = union.ties.iter().zip(ties);
    for (tie, change) in every.filter(|(_, change)| change.counted) {
        let [a, b] = [tie.a, tie.b].map(|node| union.network.room_of[node]);
        if a != b {
            let pair = fates.entry((a.min(b), a.max(b))).or_default();
            pair[change.fate as usize] += 1;
        }
    }
    let pairs = fates.into_iter().map(|((a, b), ties)| {
        let of = |fate: Fate| ties[fate as usize];
        let [stronger, weaker] = [Fate::Stronger, Fate::Weaker].map(of);
        let counted = Counted {
            kept: of(Fate::Kept) + stronger + weaker,
            new: of(Fate::New),
            ended: of(Fate::Ended),
            stronger,
            weaker,
        };
        Pair { a, b, counted }
    });
    pairs.collect()
}
