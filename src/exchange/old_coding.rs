//! Codings of text that no program of today writes by itself.

/// The coding of an old system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OldCoding {
    /// Code page 850 or 437 of DOS.
    Dos,
    /// That of the Macintosh before 2001.
    Macintosh,
}

impl OldCoding {
    /// The name of the system, which is the same in every language.
    pub fn system(self) -> &'static str {
        match self {
            Self::Dos => "DOS",
            Self::Macintosh => "Macintosh",
        }
    }
}
