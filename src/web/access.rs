//! Who may call an address, and who calls.

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

/// Who calls. As long as there are no accounts that is one person on their own machine, who may do everything, and who
/// may look as a role that may do less.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Caller {
    /// The person on their own machine.
    #[default]
    Personal,
    /// The same person, looking as a leader of the district.
    AsLeader,
    /// The same person, looking as the programme.
    AsProgramme,
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

    /// Whether somebody may call such an address.
    pub fn allows(self, caller: Caller) -> bool {
        match self {
            Self::Public | Self::Signed | Self::Leadership | Self::Token => true,
            Self::Working | Self::Coordination => caller == Caller::Personal,
            Self::Programme => matches!(caller, Caller::Personal | Caller::AsProgramme),
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

    /// The role as addresses name it; none where somebody looks as themselves.
    pub fn role(self) -> Option<&'static str> {
        match self {
            Self::Personal => None,
            Self::AsLeader => Some("leader"),
            Self::AsProgramme => Some("programme"),
        }
    }
}
