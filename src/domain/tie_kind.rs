//! The kinds of cooperation, and sets of them.

use serde::{Deserialize, Serialize};

/// The kinds of cooperation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TieKind {
    /// They exchange information.
    Information,
    /// One guides families to the other.
    Referral,
    /// They carry out an offer together.
    JointOffer,
    /// They plan together.
    JointPlanning,
    /// They pay together.
    JointFunding,
    /// They sit on a committee together.
    Committee,
    /// Something else.
    Other,
}

impl TieKind {
    /// All kinds, in the order of the contract.
    pub const ALL: [Self; 7] = [
        Self::Information,
        Self::Referral,
        Self::JointOffer,
        Self::JointPlanning,
        Self::JointFunding,
        Self::Committee,
        Self::Other,
    ];

    /// The code in files, stores and addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Information => "information",
            Self::Referral => "referral",
            Self::JointOffer => "joint_offer",
            Self::JointPlanning => "joint_planning",
            Self::JointFunding => "joint_funding",
            Self::Committee => "committee",
            Self::Other => "other",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A set of kinds as bits, as a district holds one per report, ten thousand of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "Vec<TieKind>", into = "Vec<TieKind>")]
pub struct TieKinds(u8);

impl TieKinds {
    /// The kinds in it, in the order of the contract.
    pub fn iter(self) -> impl Iterator<Item = TieKind> {
        TieKind::ALL
            .into_iter()
            .filter(move |kind| self.0 & bit(*kind) != 0)
    }

    /// The set as bits; bit `i` stands for the `i`-th of [`TieKind::ALL`].
    pub fn bits(self) -> u8 {
        self.0
    }
}

fn bit(kind: TieKind) -> u8 {
    1 << kind as u8
}

impl FromIterator<TieKind> for TieKinds {
    fn from_iter<I: IntoIterator<Item = TieKind>>(kinds: I) -> Self {
        Self(kinds.into_iter().fold(0, |bits, kind| bits | bit(kind)))
    }
}

impl From<Vec<TieKind>> for TieKinds {
    fn from(kinds: Vec<TieKind>) -> Self {
        kinds.into_iter().collect()
    }
}

impl<const N: usize> From<[TieKind; N]> for TieKinds {
    fn from(kinds: [TieKind; N]) -> Self {
        kinds.into_iter().collect()
    }
}

impl From<TieKinds> for Vec<TieKind> {
    fn from(kinds: TieKinds) -> Self {
        kinds.iter().collect()
    }
}
