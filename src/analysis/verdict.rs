//! What may be said of a figure in a word: only where both null models agree, and only where there is enough to see.

use serde::Serialize;

use crate::text::headline::{Said, TooSmall, Unsaid};

pub use super::side::Side;

/// The functions that each side of a statement needs.
pub(super) const FEWEST_ACTORS: u32 = 3;
/// The ties that chance alone must let expect.
pub(super) const FEWEST_EXPECTED: f64 = 3.0;
/// The departments with enough functions that a statement on the whole needs.
pub(super) const FEWEST_DEPARTMENTS: usize = 3;
/// The ties that a statement on the whole needs.
pub(super) const FEWEST_TIES: u64 = 20;
/// How far from its expectation, in standard deviations, is no chance.
const FAR: f64 = 2.0;
/// The largest q of a statement on one of many departments or pairs that is no mere hint.
const CERTAIN: f64 = 0.05;

/// Whether ties stay inside a department, or inside departments as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Verdict {
    /// More stay inside than either null model lets expect.
    #[serde(rename = "closed")]
    Closed,
    /// The same, but among so many departments it may be chance.
    #[serde(rename = "maybe closed")]
    MaybeClosed,
    /// Not both null models are far from what is observed.
    #[serde(rename = "as chance")]
    AsChance,
    /// Fewer stay inside than either null model lets expect, but among so many departments it may be chance.
    #[serde(rename = "maybe open")]
    MaybeOpen,
    /// Fewer stay inside than either null model lets expect.
    #[serde(rename = "open")]
    Open,
    /// Both null models are far from what is observed, to opposite sides.
    #[serde(rename = "mixed")]
    Mixed,
    /// Too few functions, departments or ties for a statement.
    #[serde(rename = "too small")]
    TooSmall,
}

/// Whether two departments have few or many ties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum PairVerdict {
    /// Fewer than either null model lets expect.
    #[serde(rename = "gap")]
    Gap,
    /// The same, but among so many pairs it may be chance.
    #[serde(rename = "maybe gap")]
    MaybeGap,
    /// Not both null models are far from what is observed.
    #[serde(rename = "as chance")]
    AsChance,
    /// More than either null model lets expect, but among so many pairs it may be chance.
    #[serde(rename = "maybe close")]
    MaybeClose,
    /// More than either null model lets expect.
    #[serde(rename = "close")]
    Close,
    /// Both null models are far from what is observed, to opposite sides.
    #[serde(rename = "mixed")]
    Mixed,
    /// Too few functions or ties for a statement.
    #[serde(rename = "too small")]
    TooSmall,
    /// Nobody of either side answered.
    #[serde(rename = "not asked")]
    NotAsked,
}

impl Verdict {
    /// The verdict that is said; none where nothing can be said.
    pub fn of(said: Said) -> Option<Self> {
        Some(match said {
            Said::Closed | Said::Close => Self::Closed,
            Said::MaybeClosed | Said::MaybeClose => Self::MaybeClosed,
            Said::AsChance => Self::AsChance,
            Said::MaybeOpen | Said::MaybeGap => Self::MaybeOpen,
            Said::Open | Said::Gap => Self::Open,
            Said::MoreBySize | Said::FewerBySize => Self::Mixed,
            Said::TooSmall(_) => Self::TooSmall,
            Said::NotAsked | Said::Nothing(_) => return None,
        })
    }
}

impl PairVerdict {
    /// The verdict that is said; none where nothing can be said.
    pub fn of(said: Said) -> Option<Self> {
        Some(match said {
            Said::Gap | Said::Open => Self::Gap,
            Said::MaybeGap | Said::MaybeOpen => Self::MaybeGap,
            Said::AsChance => Self::AsChance,
            Said::MaybeClose | Said::MaybeClosed => Self::MaybeClose,
            Said::Close | Said::Closed => Self::Close,
            Said::MoreBySize | Said::FewerBySize => Self::Mixed,
            Said::TooSmall(_) => Self::TooSmall,
            Said::NotAsked => Self::NotAsked,
            Said::Nothing(_) => return None,
        })
    }
}

/// The reason of what is said to be too small.
pub fn too_small(said: Said) -> Option<TooSmall> {
    match said {
        Said::TooSmall(why) => Some(why),
        _ => None,
    }
}

/// The distances of a count from both expectations; above 0: more ties than expected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Distances {
    /// From that of shuffled departments; none where these always give the same.
    pub labels: Option<f64>,
    /// From that of the actors' numbers of ties; none likewise.
    pub activity: Option<f64>,
    /// Whether chances were found that give the actors their numbers of ties.
    pub fits: bool,
}

/// How a count lies to both expectations.
enum Lies {
    More,
    Fewer,
    MoreBySize,
    FewerBySize,
    AsChance,
}

impl Distances {
    fn lies(self) -> Lies {
        let side = |z: Option<f64>| match z {
            Some(z) if z >= FAR => 1,
            Some(z) if z <= -FAR => -1,
            _ => 0,
        };
        match (side(self.labels), side(self.activity)) {
            (1, 1) => Lies::More,
            (-1, -1) => Lies::Fewer,
            (1, -1) => Lies::MoreBySize,
            (-1, 1) => Lies::FewerBySize,
            _ => Lies::AsChance,
        }
    }

    /// Nothing is said of what chance alone always gives.
    fn nothing(self) -> Option<Said> {
        match (self.fits, self.labels, self.activity) {
            (false, ..) => Some(Said::Nothing(Unsaid::NoFit)),
            (true, Some(_), Some(_)) => None,
            (true, ..) => Some(Said::Nothing(Unsaid::NoSpread)),
        }
    }
}

/// What a statement on one department, or on two, rests on.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// How far the ties lie from what is to be expected.
    pub ties: Distances,
    /// The ties that shuffled departments let expect.
    pub expected: Option<f64>,
    /// The department, or the two.
    pub sides: &'a [Side],
    /// Whether anyone reported on another of the same department.
    pub inside_asked: bool,
    /// Whether a side answered.
    pub asked: bool,
}

impl Ground<'_> {
    /// What is said without looking at how the ties lie; none where that is to be looked at.
    ///
    /// Not asked where nobody answered; nothing where inside was not asked for, under half of a side answered, or
    /// chance gives always the same; too small where under 3 ties are expected or a side has under 3 actors.
    pub fn before(&self) -> Option<Said> {
        if !self.asked {
            return Some(Said::NotAsked);
        }
        let few = self.sides.iter().any(|side| side.silent());
        if let Some(nothing) = unheard(self.inside_asked, few).or(self.ties.nothing()) {
            return Some(nothing);
        }
        if self
            .expected
            .is_none_or(|expected| expected < FEWEST_EXPECTED)
        {
            return Some(Said::TooSmall(TooSmall::Expected));
        }
        let small = self.sides.iter().any(|side| side.actors < FEWEST_ACTORS);
        small.then_some(Said::TooSmall(TooSmall::Actors))
    }

    /// What is said of one department, with the q of its ties among those of all.
    pub fn of_department(&self, q: Option<f64>) -> Said {
        let certain = q.is_some_and(|q| q <= CERTAIN);
        self.before().unwrap_or(match self.ties.lies() {
            Lies::More if certain => Said::Closed,
            Lies::More => Said::MaybeClosed,
            Lies::Fewer if certain => Said::Open,
            Lies::Fewer => Said::MaybeOpen,
            Lies::MoreBySize => Said::MoreBySize,
            Lies::FewerBySize => Said::FewerBySize,
            Lies::AsChance => Said::AsChance,
        })
    }

    /// What is said of two departments, with the q of their ties among those of all pairs.
    pub fn of_pair(&self, q: Option<f64>) -> Said {
        match self.of_department(q) {
            Said::Closed => Said::Close,
            Said::MaybeClosed => Said::MaybeClose,
            Said::Open => Said::Gap,
            Said::MaybeOpen => Said::MaybeGap,
            other => other,
        }
    }
}

fn unheard(inside_asked: bool, few_answered: bool) -> Option<Said> {
    match (inside_asked, few_answered) {
        (false, _) => Some(Said::Nothing(Unsaid::InsideNotAsked)),
        (true, true) => Some(Said::Nothing(Unsaid::FewAnswered)),
        (true, false) => None,
    }
}

/// What a statement on the whole rests on.
#[derive(Debug, Clone, Copy)]
pub struct Whole<'a> {
    /// How far the ties inside lie from what is to be expected.
    pub inside: Distances,
    /// All ties.
    pub ties: u64,
    /// Those inside that shuffled departments let expect.
    pub expected: Option<f64>,
    /// The departments.
    pub departments: &'a [Side],
    /// Whether the actors are told apart by department at all.
    pub grouped: bool,
    /// Whether anyone reported on another of the same department.
    pub inside_asked: bool,
}

impl Whole<'_> {
    /// What is said of the whole.
    ///
    /// Where no actor has a department there is nothing that inside could be asked of, so that comes first. Nothing
    /// where inside was not asked for, under half answered, or chance gives always the same; too small under 3
    /// departments of 3 actors, under 20 ties, or under 3 expected inside.
    pub fn said(&self) -> Said {
        if !self.grouped || self.departments.is_empty() {
            return Said::TooSmall(TooSmall::NoDepartments);
        }
        let few = self.departments.iter().copied().sum::<Side>().silent();
        if let Some(nothing) = unheard(self.inside_asked, few).or(self.inside.nothing()) {
            return nothing;
        }
        let large = self.departments.iter();
        let large = large.filter(|side| side.actors >= FEWEST_ACTORS).count();
        if large < FEWEST_DEPARTMENTS {
            return Said::TooSmall(TooSmall::Departments);
        }
        if self.ties < FEWEST_TIES {
            return Said::TooSmall(TooSmall::Ties);
        }
        if self
            .expected
            .is_none_or(|expected| expected < FEWEST_EXPECTED)
        {
            return Said::TooSmall(TooSmall::Expected);
        }
        match self.inside.lies() {
            Lies::More => Said::Closed,
            Lies::Fewer => Said::Open,
            Lies::MoreBySize => Said::MoreBySize,
            Lies::FewerBySize => Said::FewerBySize,
            Lies::AsChance => Said::AsChance,
        }
    }
}
