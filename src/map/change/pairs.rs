//! The pairs of departments of two phases, and what may be said of them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::scene::Scene;
use super::content::ChangedTie;
use super::counts::Count;
use super::look::Fate;
use crate::analysis::{Audience, Options, PairState, Selection, SelectionError, compare, report};
use crate::domain::Survey;

/// What may be said of a pair of departments.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Counted {
    /// To the core team: its ties that are kept, new and ended, over pairs seen in both phases.
    Ties {
        /// In both.
        kept: usize,
        /// Only in the later phase.
        new: usize,
        /// Only in the earlier phase.
        ended: usize,
        /// Of those that are kept, the stronger ones.
        stronger: usize,
        /// Of those that are kept, the weaker ones.
        weaker: usize,
    },
    /// To leaders: its ties in each phase where both departments have three functions or more.
    Phases {
        /// In the earlier phase.
        from: Option<u32>,
        /// In the later phase.
        to: Option<u32>,
        /// Whether any tie is reported in the earlier phase.
        reported_from: bool,
        /// Whether any tie is reported in the later phase.
        reported_to: bool,
    },
}

impl Counted {
    /// What became of the pair.
    pub fn fate(self) -> Fate {
        match self {
            Self::Ties {
                kept: 0,
                new: 1..,
                ended: 0,
                ..
            } => Fate::New,
            Self::Ties {
                kept: 0,
                new: 0,
                ended: 1..,
                ..
            } => Fate::Ended,
            Self::Ties { new, ended, .. } if new > ended => Fate::Stronger,
            Self::Ties { new, ended, .. } if new < ended => Fate::Weaker,
            Self::Ties { .. } => Fate::Kept,
            Self::Phases {
                reported_from: false,
                reported_to: true,
                ..
            } => Fate::New,
            Self::Phases {
                reported_from: true,
                reported_to: false,
                ..
            } => Fate::Ended,
            Self::Phases {
                from: Some(from),
                to: Some(to),
                ..
            } if to > from => Fate::Stronger,
            Self::Phases {
                from: Some(from),
                to: Some(to),
                ..
            } if to < from => Fate::Weaker,
            Self::Phases { .. } => Fate::Kept,
        }
    }

    /// The ties before and now, as far as they may be told.
    pub fn sides(self) -> Option<[usize; 2]> {
        match self {
            Self::Ties {
                kept, new, ended, ..
            } => Some([kept + ended, kept + new]),
            Self::Phases {
                from: Some(from),
                to: Some(to),
                ..
            } => Some([from as usize, to as usize]),
            Self::Phases { .. } => None,
        }
    }

    /// How many ties are new and how many ended, as far as a picture tells them one by one.
    pub fn turned(self) -> [usize; 2] {
        match self {
            Self::Ties { new, ended, .. } => [new, ended],
            Self::Phases { .. } => [0, 0],
        }
    }

    /// The small count beside the pair; none where nothing changed, or leaders may not know.
    pub fn count(self) -> Option<Count> {
        match self {
            Self::Ties {
                new,
                ended,
                stronger,
                weaker,
                ..
            } => {
                let parts = [
                    (new, None, format!("+{new}")),
                    (ended, None, format!("−{ended}")),
                    (stronger, Some(Fate::Stronger), stronger.to_string()),
                    (weaker, Some(Fate::Weaker), weaker.to_string()),
                ];
                let told = parts.into_iter().filter(|(ties, ..)| *ties > 0);
                let count: Count = told.map(|(_, sign, text)| (sign, text)).collect();
                (!count.is_empty()).then_some(count)
            }
            Self::Phases {
                from: Some(from),
                to: Some(to),
                ..
            } => {
                let fate = Some(self.fate());
                let sign = fate.filter(|fate| matches!(fate, Fate::Stronger | Fate::Weaker));
                Some(vec![(sign, format!("{from} → {to}"))])
            }
            Self::Phases { .. } => None,
        }
    }
}

/// A pair of departments, by their numbers in the union.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// The smaller number.
    pub a: usize,
    /// The greater.
    pub b: usize,
    /// What may be said of it.
    pub counted: Counted,
}

/// The pairs of departments as the comparison counts them.
pub fn counted(
    survey: &Survey,
    phases: [&Selection; 2],
    union: &Scene,
    ties: &[ChangedTie],
) -> Result<Vec<Pair>, SelectionError> {
    let [stronger, weaker] = [Fate::Stronger, Fate::Weaker].map(|fate| by_pair(union, ties, fate));
    let [from, to] = phases.map(|selection| selection.phase.clone().unwrap_or_default());
    let comparison = compare(survey, &from, &to, phases[1])?;
    let room = numbers(union);
    let pairs = comparison.department_pairs.into_iter().flatten();
    Ok(pairs
        .filter(|pair| pair.from + pair.to > 0)
        .filter_map(|pair| {
            let (a, b) = (*room.get(&pair.a)?, *room.get(&pair.b)?);
            let of = |ties: &BTreeMap<(usize, usize), usize>| {
                ties.get(&(a.min(b), a.max(b))).copied().unwrap_or(0)
            };
            let counted = Counted::Ties {
                kept: pair.to - pair.new,
                new: pair.new,
                ended: pair.ended,
                stronger: of(&stronger),
                weaker: of(&weaker),
            };
            Some(Pair {
                a: a.min(b),
                b: a.max(b),
                counted,
            })
        })
        .collect())
}

/// How many ties that can be compared met this fate, by pair of departments.
fn by_pair(union: &Scene, ties: &[ChangedTie], fate: Fate) -> BTreeMap<(usize, usize), usize> {
    let mut found = BTreeMap::new();
    for (tie, change) in union.ties.iter().zip(ties) {
        if change.fate == fate && change.comparable {
            let [a, b] = [tie.a, tie.b].map(|node| union.network.room_of[node]);
            *found.entry((a.min(b), a.max(b))).or_insert(0) += 1;
        }
    }
    found
}

/// A pair in one phase: its ties where they may be said, and whether any is reported.
type Told = (Option<u32>, bool);

/// The pairs as the leaders' reports of the two phases tell them, nothing else.
pub fn for_leaders(
    survey: &Survey,
    phases: [&Selection; 2],
    union: &Scene,
) -> Result<Vec<Pair>, SelectionError> {
    let options = Options {
        permutations: 0,
        ..Options::default()
    };
    let room = numbers(union);
    let mut told: BTreeMap<(usize, usize), [Told; 2]> = BTreeMap::new();
    for (side, selection) in phases.into_iter().enumerate() {
        debug_assert_eq!(selection.audience, Audience::Leadership);
        for pair in report(survey, selection, &options)?
            .department_pairs
            .into_iter()
            .flatten()
        {
            let (Some(a), Some(b)) = (room.get(&pair.a), room.get(&pair.b)) else {
                continue;
            };
            let sides = told
                .entry((*a.min(b), *a.max(b)))
                .or_insert([(Some(0), false); 2]);
            sides[side] = (pair.ties, pair.state == PairState::Reported);
        }
    }
    let pairs = told
        .into_iter()
        .filter(|(_, sides)| sides[0].1 || sides[1].1);
    Ok(pairs
        .map(
            |((a, b), [(from, reported_from), (to, reported_to)])| Pair {
                a,
                b,
                counted: Counted::Phases {
                    from,
                    to,
                    reported_from,
                    reported_to,
                },
            },
        )
        .collect())
}

fn numbers(union: &Scene) -> BTreeMap<String, usize> {
    union
        .rooms
        .iter()
        .map(|room| room.name.clone())
        .zip(0..)
        .collect()
}
