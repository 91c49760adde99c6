//! The pairs of departments of two phases, and what may be said of them.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use super::chip::Count;
use super::look::Fate;
use super::tie::ChangedTie;
use crate::analysis::{PairState, ReportError, Selection, outline};
use crate::domain::{Stop, Survey};
use crate::map::network::scene::Scene;
use crate::text::views::{ChangeTexts, InPhase};

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
    /// To leaders: what is reported of it in each phase.
    Phases {
        /// In the earlier phase.
        #[serde(serialize_with = "as_reported")]
        from: InPhase,
        /// In the later phase.
        #[serde(serialize_with = "as_reported")]
        to: InPhase,
    },
}

/// In the words of the report: its state, and its ties where they may be said.
fn as_reported<S: Serializer>(side: &InPhase, to: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Side {
        state: PairState,
        ties: Option<u32>,
    }
    let state = match side {
        InPhase::NotAsked => PairState::NotAsked,
        _ if side.any() => PairState::Reported,
        _ => PairState::NoneReported,
    };
    let ties = side.ties();
    Side { state, ties }.serialize(to)
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
            Self::Phases { .. } if !self.comparable() => Fate::Kept,
            Self::Phases { from, to } => match (from.any(), to.any()) {
                (false, true) => Fate::New,
                (true, false) => Fate::Ended,
                _ => match from.ties().zip(to.ties()) {
                    Some((from, to)) if to > from => Fate::Stronger,
                    Some((from, to)) if to < from => Fate::Weaker,
                    _ => Fate::Kept,
                },
            },
        }
    }

    /// Whether the phases can be compared: not where in one of them nobody was asked.
    pub fn comparable(self) -> bool {
        match self {
            Self::Ties { .. } => true,
            Self::Phases { from, to } => ![from, to].contains(&InPhase::NotAsked),
        }
    }

    /// Whether any tie is reported in the later phase.
    pub fn goes_on(self) -> bool {
        match self {
            Self::Ties { kept, new, .. } => kept + new > 0,
            Self::Phases { to, .. } => to.any(),
        }
    }

    /// The ties before and now, as far as they may be told.
    pub fn sides(self) -> Option<[usize; 2]> {
        match self {
            Self::Ties {
                kept, new, ended, ..
            } => Some([kept + ended, kept + new]),
            Self::Phases { from, to } => {
                let (from, to) = from.ties().zip(to.ties())?;
                Some([from as usize, to as usize])
            }
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
    pub fn count(self, say: &ChangeTexts) -> Option<Count> {
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
            Self::Phases { from, to } => {
                let fate = Some(self.fate());
                let sign = fate.filter(|fate| matches!(fate, Fate::Stronger | Fate::Weaker));
                let told = |side: InPhase| match side {
                    InPhase::NotAsked => Some(say.not_asked.to_owned()),
                    _ => side.ties().map(|ties| ties.to_string()),
                };
                let (from, to) = told(from).zip(told(to))?;
                Some(vec![(sign, format!("{from} → {to}"))])
            }
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
        let counted = Counted::Ties {
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

/// The pairs as the leaders' reports of the two phases tell them, nothing else. A pair that is not in one of the phases
/// was not asked about there.
pub fn for_leaders(
    survey: &Survey,
    phases: [&Selection; 2],
    union: &Scene,
    stop: &Stop,
) -> Result<Vec<Pair>, ReportError> {
    let room = numbers(union);
    let mut told: BTreeMap<(usize, usize), [InPhase; 2]> = BTreeMap::new();
    for (side, selection) in phases.into_iter().enumerate() {
        stop.check()?;
        for pair in outline(survey, selection)?.pairs.into_iter().flatten() {
            let (Some(a), Some(b)) = (room.get(&pair.a), room.get(&pair.b)) else {
                continue;
            };
            let sides = told
                .entry((*a.min(b), *a.max(b)))
                .or_insert([InPhase::NotAsked; 2]);
            sides[side] = match (pair.state, pair.ties) {
                (PairState::NotAsked, _) => InPhase::NotAsked,
                (_, Some(ties)) => InPhase::Ties(ties),
                (PairState::Reported, None) => InPhase::Reported,
                (PairState::NoneReported, None) => InPhase::NoneReported,
            };
        }
    }
    let pairs = told
        .into_iter()
        .filter(|(_, sides)| sides.iter().any(|side| side.any()));
    Ok(pairs
        .map(|((a, b), [from, to])| Pair {
            a,
            b,
            counted: Counted::Phases { from, to },
        })
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
