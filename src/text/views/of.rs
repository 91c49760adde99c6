//! Of whom a picture is.

/// Of whom a picture is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// Of offices alone.
    Offices,
    /// Of all organisations.
    All,
}

impl Of {
    /// What is said of these.
    pub(super) fn pick<T>(self, offices: T, all: T) -> T {
        match self {
            Self::Offices => offices,
            Self::All => all,
        }
    }
}
