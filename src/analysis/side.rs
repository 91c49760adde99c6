//! One side of a statement: a department, or all of them.

/// The actors of one side, and those that answered; all, where answering was not recorded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Side {
    /// All.
    pub actors: u32,
    /// Those that answered.
    pub answered: u32,
}

impl Side {
    /// Whether under half of them answered.
    pub(super) fn silent(self) -> bool {
        u64::from(self.answered) * 2 < u64::from(self.actors)
    }
}

impl std::iter::Sum for Side {
    fn sum<I: Iterator<Item = Self>>(sides: I) -> Self {
        sides.fold(Self::default(), |sum, side| Self {
            actors: sum.actors + side.actors,
            answered: sum.answered + side.answered,
        })
    }
}
