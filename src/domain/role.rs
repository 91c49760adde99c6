//! Who somebody is in the programme, and what that lets them see of a district: decided here alone.

use super::district::DistrictId;

/// What somebody is in the programme.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Role {
    /// Looks after all districts for the programme.
    Programme,
    /// Coordinates one district.
    Coordination(DistrictId),
    /// Belongs to the core team of one district.
    CoreTeam(DistrictId),
    /// Leads an office of one district.
    Leader(DistrictId),
}

/// Who reads: what of a district is for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Audience {
    /// The core team: functions and units.
    Working,
    /// Leaders: departments only, small ones without figures.
    Leadership,
}

/// Whether people sign in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    /// One person on their own machine, who is not asked who they are.
    #[default]
    Personal,
    /// Everybody with an account of their own.
    Accounts,
}

impl Mode {
    /// The word that is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Personal => "personal",
            Self::Accounts => "accounts",
        }
    }

    /// The mode of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Personal, Self::Accounts]
            .into_iter()
            .find(|mode| mode.code() == code)
    }
}

impl Role {
    /// The words that are stored and typed, in their order.
    pub const CODES: [&'static str; 4] =
        ["programme", "district-coordination", "core-team", "leader"];

    /// The word that is stored and typed.
    pub fn code(&self) -> &'static str {
        let [programme, coordination, core_team, leader] = Self::CODES;
        match self {
            Self::Programme => programme,
            Self::Coordination(_) => coordination,
            Self::CoreTeam(_) => core_team,
            Self::Leader(_) => leader,
        }
    }

    /// The role of a word and a district; none where one is missing or too much.
    pub fn from_code(code: &str, district: Option<DistrictId>) -> Option<Self> {
        match (code, district) {
            ("programme", None) => Some(Self::Programme),
            ("district-coordination", Some(district)) => Some(Self::Coordination(district)),
            ("core-team", Some(district)) => Some(Self::CoreTeam(district)),
            ("leader", Some(district)) => Some(Self::Leader(district)),
            _ => None,
        }
    }

    /// The district that it belongs to.
    pub fn district(&self) -> Option<&DistrictId> {
        match self {
            Self::Programme => None,
            Self::Coordination(own) | Self::CoreTeam(own) | Self::Leader(own) => Some(own),
        }
    }

    /// Whether it looks after accounts.
    pub fn administers(&self) -> bool {
        matches!(self, Self::Programme | Self::Coordination(_))
    }

    /// As whom the role reads a district; none where it sees nothing of it.
    pub fn audience(&self, district: &DistrictId) -> Option<Audience> {
        match self {
            Self::Programme => Some(Audience::Leadership),
            _ if self.works_on(district) => Some(Audience::Working),
            Self::Coordination(_) | Self::CoreTeam(_) => None,
            Self::Leader(own) => (own == district).then_some(Audience::Leadership),
        }
    }

    /// Whether the role sees and changes the working state of a district.
    pub fn works_on(&self, district: &DistrictId) -> bool {
        match self {
            Self::Coordination(own) | Self::CoreTeam(own) => own == district,
            Self::Leader(_) | Self::Programme => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DistrictId, Role};

    #[test]
    fn a_role_is_read_as_it_was_written() {
        let district = DistrictId::parse("mitte").expect("a slug");
        for code in Role::CODES {
            let of = Role::from_code(code, (code != "programme").then(|| district.clone()));
            assert_eq!(of.expect("a role").code(), code);
            let wrong = Role::from_code(code, (code == "programme").then(|| district.clone()));
            assert_eq!(wrong, None);
        }
        assert_eq!(Role::from_code("", None), None);
    }

    #[test]
    fn nobody_but_the_programme_sees_anything_of_another_district() {
        let id = |text| DistrictId::parse(text).expect("a slug");
        let (own, other) = (id("mitte"), id("pankow"));
        let seen = |role: Role| {
            [&own, &other].map(|district| match role.audience(district) {
                Some(audience) => format!("{audience:?}"),
                None => "nothing".to_owned(),
            })
        };
        assert_eq!(seen(Role::Programme), ["Leadership", "Leadership"]);
        assert_eq!(
            seen(Role::Coordination(own.clone())),
            ["Working", "nothing"]
        );
        assert_eq!(seen(Role::CoreTeam(own.clone())), ["Working", "nothing"]);
        assert_eq!(seen(Role::Leader(own.clone())), ["Leadership", "nothing"]);
    }
}
