//! Who may call an address, and who calls.

use std::sync::Arc;

use crate::domain::Role;
use crate::service::Signed;

/// Who may call an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Access {
    /// Everybody.
    Public,
    /// Whoever has an account.
    Signed,
    /// Leaders, the core team and the coordination of the district; the programme.
    Leadership,
    /// The core team and the coordination of the district.
    Working,
    /// The coordination of the district.
    Coordination,
    /// The programme.
    Programme,
    /// Whoever holds the link or the code that the address names.
    Token,
}

/// Who calls. Where nobody signs in that is one person on their own machine, who may do everything, and who may look as
/// a role that may do less. Everybody reads the demonstration like that.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub enum Caller {
    /// The person on their own machine.
    Personal,
    /// The same person, looking as a leader of the district.
    AsLeader,
    /// The same person, looking as the programme.
    AsProgramme,
    /// Nobody known, where people sign in.
    #[default]
    Stranger,
    /// Somebody who is signed in.
    Signed(Arc<Signed>),
}

impl Access {
    /// How the table of addresses names it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Signed => "signed",
            Self::Leadership => "leadership",
            Self::Working => "working",
            Self::Coordination => "coordination",
            Self::Programme => "programme",
            Self::Token => "token",
        }
    }

    /// Whether somebody may call such an address, of their own district where it is one of a district.
    pub fn allows(self, caller: &Caller) -> bool {
        match (self, caller) {
            (Self::Public | Self::Token, _) => true,
            (_, Caller::Stranger) => false,
            (_, Caller::Personal) | (Self::Signed | Self::Leadership, _) => true,
            (Self::Programme, Caller::AsProgramme) => true,
            (_, Caller::AsLeader | Caller::AsProgramme) => false,
            (Self::Working, Caller::Signed(who)) => {
                matches!(who.role, Role::CoreTeam(_) | Role::Coordination(_))
            }
            (Self::Coordination, Caller::Signed(who)) => {
                matches!(who.role, Role::Coordination(_))
            }
            (Self::Programme, Caller::Signed(who)) => who.role == Role::Programme,
        }
    }

    /// Whether such an address is one of a district.
    pub fn is_of_district(self) -> bool {
        match self {
            Self::Leadership | Self::Working | Self::Coordination => true,
            Self::Public | Self::Signed | Self::Programme | Self::Token => false,
        }
    }
}

impl Caller {
    /// The item of an address under which somebody looks as a role.
    pub const KEY: &str = "as";

    /// Who looks as the role that an address names.
    pub fn looking_as(role: &str) -> Option<Self> {
        [Self::AsLeader, Self::AsProgramme]
            .into_iter()
            .find(|caller| caller.role() == Some(role))
    }

    /// Whether somebody sees of a district only what was released.
    pub fn sees_released_alone(&self) -> bool {
        match self {
            Self::Signed(who) => matches!(who.role, Role::Leader(_) | Role::Programme),
            Self::AsLeader | Self::AsProgramme => true,
            Self::Personal | Self::Stranger => false,
        }
    }

    /// The role as addresses name it; none where somebody looks as themselves.
    pub fn role(&self) -> Option<&'static str> {
        match self {
            Self::AsLeader => Some("leader"),
            Self::AsProgramme => Some("programme"),
            Self::Personal | Self::Stranger | Self::Signed(_) => None,
        }
    }
}
