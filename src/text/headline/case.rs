//! The cases of what can be said about silos, each with its numbers.

use super::verdicts::Unsaid;

/// What can be said about silos, with the numbers it is said with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Headline {
    /// More ties stay inside than the sizes of the departments explain.
    MoreInside(Inside),
    /// More, which may lie in the number of contacts of single functions.
    MoreBySize(Inside),
    /// As many as they explain.
    AsExpected(Inside),
    /// Fewer than they explain.
    FewerInside(Inside),
    /// Fewer, which may lie in the number of contacts of single functions.
    FewerBySize(Inside),
    /// By the sizes of the departments more, by the functions' contacts fewer; or the other way round.
    Mixed {
        /// The numbers.
        inside: Inside,
        /// Whether it is more by the sizes.
        more_by_size: bool,
    },
    /// No function has a department.
    NoDepartments,
    /// All functions are in one department, which has no other to work with.
    OneDepartment,
    /// No ties at all among so many functions.
    NoTies(u64),
    /// However the departments were dealt, the same would come out; or nothing to compare with was found.
    NothingToCompare(Unsaid),
    /// Too few departments or ties for a statement.
    TooSmall {
        /// The functions that the figures are about.
        actors: u64,
        /// The ties among them.
        ties: u64,
        /// Why, where the numbers alone don't say it.
        why: Option<Why>,
    },
    /// Nobody reported on another of the same department.
    InsideNotAsked,
    /// Under two thirds answered.
    TooFewAnswered {
        /// Those that answered.
        answered: u64,
        /// Those that were asked.
        asked: u64,
    },
}

/// Why a network is too small for a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Only so many departments have three functions or more.
    FewDepartments(u64),
    /// Fewer than 20 ties.
    FewTies,
    /// Chance alone would leave hardly any inside.
    FewByChance,
}

/// The ties that stay inside departments, beside those to be expected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Inside {
    /// Ties inside departments.
    pub internal: u64,
    /// All ties among the functions.
    pub ties: u64,
    /// Ties inside to be expected.
    pub expected: f64,
    /// The low end of the middle 95 % of what is to be expected.
    pub low: u64,
    /// The high end.
    pub high: u64,
    /// Whether the range is that of permutations; else it is the expectation ± 1.96 standard deviations.
    pub drawn: bool,
}

impl Headline {
    /// The numbers of ties inside, where the sentence is about them.
    pub fn inside(&self) -> Option<&Inside> {
        match self {
            Self::MoreInside(inside)
            | Self::MoreBySize(inside)
            | Self::AsExpected(inside)
            | Self::FewerInside(inside)
            | Self::FewerBySize(inside)
            | Self::Mixed { inside, .. } => Some(inside),
            Self::TooSmall { .. }
            | Self::NoDepartments
            | Self::OneDepartment
            | Self::NoTies(_)
            | Self::NothingToCompare(_)
            | Self::InsideNotAsked
            | Self::TooFewAnswered { .. } => None,
        }
    }
}
