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

impl Role {
    /// As whom the role reads a district; none where it sees nothing of it.
    pub fn audience(&self, district: &DistrictId) -> Option<Audience> {
        match self {
            Self::Programme => Some(Audience::Leadership),
            Self::Coordination(own) | Self::CoreTeam(own) => {
                (own == district).then_some(Audience::Working)
            }
            Self::Leader(own) => (own == district).then_some(Audience::Leadership),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DistrictId, Role};

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
