//! By whom an entry is: what a step of the history and a line of the log keep of it.

use chrono::{DateTime, Months, Utc};
use serde::{Deserialize, Serialize};

use super::account::{Account, AccountId};
use super::district::DistrictId;
use super::pass::{Pass, TokenHash};
use super::role::{Mode, Role};

/// For how many months an entry tells whose it is.
pub const AUTHOR_MONTHS: u32 = 12;

/// Who makes an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "AuthorParts", into = "AuthorParts")]
pub enum Author {
    /// The person on their own machine, where nobody signs in.
    Personal,
    /// Somebody with an account.
    Account(Signatory),
    /// Whoever holds a link or a code.
    Pass(TokenHash),
    /// Somebody in this role: what is left once the account is no longer kept with the entry.
    Role(Role),
    /// The program itself, or whoever runs it.
    Program,
}

/// An account as it stood when its holder wrote.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Signatory {
    /// The account.
    pub account: AccountId,
    /// In which role.
    pub role: Role,
    /// How often the account had been changed.
    pub generation: i64,
}

/// What a store and a backup keep of an author, one value a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuthorParts {
    /// Which kind: `personal`, `account`, `pass`, `role`, `program`.
    pub kind: String,
    /// The account's id, or the digits of the token's hash.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The word of the role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The district of the role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
    /// The account's generation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub generation: Option<i64>,
}

/// Parts that are no author.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("it is no author")]
pub struct BadAuthor;

/// What stands of those who may write, to judge an author by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// Whether people sign in.
    pub mode: Mode,
    /// The author's account, where it is there.
    pub account: Option<Account>,
    /// The author's pass, where it is there.
    pub pass: Option<Pass>,
}

impl Author {
    /// Until when an entry of this time tells whose it is.
    pub fn told_until(at: DateTime<Utc>) -> DateTime<Utc> {
        at.checked_add_months(Months::new(AUTHOR_MONTHS))
            .unwrap_or(DateTime::<Utc>::MAX_UTC)
    }

    /// The account whose holder wrote.
    pub fn account(&self) -> Option<&AccountId> {
        match self {
            Self::Account(signatory) => Some(&signatory.account),
            Self::Personal | Self::Pass(_) | Self::Role(_) | Self::Program => None,
        }
    }

    /// The pass with which somebody wrote.
    pub fn pass(&self) -> Option<&TokenHash> {
        match self {
            Self::Pass(token) => Some(token),
            Self::Personal | Self::Account(_) | Self::Role(_) | Self::Program => None,
        }
    }

    /// The role in which somebody wrote.
    pub fn role(&self) -> Option<&Role> {
        match self {
            Self::Account(signatory) => Some(&signatory.role),
            Self::Role(role) => Some(role),
            Self::Personal | Self::Pass(_) | Self::Program => None,
        }
    }

    /// Whether the author may still write, by what stands at this moment.
    pub fn stands(&self, standing: &Standing) -> bool {
        match self {
            Self::Personal => standing.mode == Mode::Personal,
            Self::Account(signatory) => standing.account.as_ref().is_some_and(|account| {
                standing.mode == Mode::Accounts
                    && account.generation == signatory.generation
                    && account.role == signatory.role
            }),
            // A session or an invitation lets in, and writes nothing.
            Self::Pass(_) => standing
                .pass
                .as_ref()
                .is_some_and(|pass| !pass.revoked && pass.kind.workshop().is_some()),
            // Nobody writes as what is left of an author.
            Self::Role(_) => false,
            Self::Program => true,
        }
    }
}

impl From<Author> for AuthorParts {
    fn from(author: Author) -> Self {
        let nobody = |kind: &str| Self {
            kind: kind.to_owned(),
            id: None,
            role: None,
            district: None,
            generation: None,
        };
        let of_role = |kind: &str, role: &Role| Self {
            role: Some(role.code().to_owned()),
            district: role.district().map(ToString::to_string),
            ..nobody(kind)
        };
        match author {
            Author::Personal => nobody("personal"),
            Author::Program => nobody("program"),
            Author::Role(role) => of_role("role", &role),
            Author::Pass(token) => Self {
                id: Some(token.to_string()),
                ..nobody("pass")
            },
            Author::Account(signatory) => Self {
                id: Some(signatory.account.to_string()),
                generation: Some(signatory.generation),
                ..of_role("account", &signatory.role)
            },
        }
    }
}

impl TryFrom<AuthorParts> for Author {
    type Error = BadAuthor;

    fn try_from(parts: AuthorParts) -> Result<Self, BadAuthor> {
        let district = parts.district.as_deref().map(DistrictId::parse);
        let district = district.transpose().map_err(|_| BadAuthor)?;
        let role = parts.role.map(|code| Role::from_code(&code, district));
        let role = role.ok_or(BadAuthor).and_then(|role| role.ok_or(BadAuthor));
        let id = parts.id.as_deref().ok_or(BadAuthor);
        Ok(match parts.kind.as_str() {
            "personal" => Self::Personal,
            "program" => Self::Program,
            "role" => Self::Role(role?),
            "pass" => Self::Pass(TokenHash::parse(id?).ok_or(BadAuthor)?),
            "account" => Self::Account(Signatory {
                account: AccountId::parse(id?).map_err(|_| BadAuthor)?,
                role: role?,
                generation: parts.generation.ok_or(BadAuthor)?,
            }),
            _ => return Err(BadAuthor),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Email;

    fn signatory(generation: i64) -> Signatory {
        let district = DistrictId::parse("mitte").expect("a slug");
        Signatory {
            account: AccountId::parse("a").expect("an id"),
            role: Role::CoreTeam(district),
            generation,
        }
    }

    #[test]
    fn an_author_is_read_as_it_was_written() {
        let role = signatory(0).role;
        for author in [
            Author::Personal,
            Author::Program,
            Author::Account(signatory(3)),
            Author::Pass(TokenHash::of("x")),
            Author::Role(role),
            Author::Role(Role::Programme),
        ] {
            let json = serde_json::to_string(&author).expect("JSON");
            let read: Author = serde_json::from_str(&json).expect(&json);
            assert_eq!(read, author);
        }
        for json in [
            r#"{"kind":"account"}"#,
            r#"{"kind":"nobody"}"#,
            r#"{"kind":"role","role":"core-team"}"#,
        ] {
            assert!(serde_json::from_str::<Author>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn an_author_stands_as_long_as_nothing_of_the_account_has_changed() {
        let author = Author::Account(signatory(2));
        let email = Email::parse("a@b.de").expect("an address");
        let account = Account {
            generation: 2,
            ..Account::invited(email, None, signatory(0).role)
        };
        let standing = |account: Option<Account>, mode| Standing {
            mode,
            account,
            pass: None,
        };
        let there = standing(Some(account.clone()), Mode::Accounts);
        assert!(author.stands(&there));
        assert!(!Author::Personal.stands(&there));
        assert!(!author.stands(&standing(None, Mode::Accounts)));
        assert!(!author.stands(&standing(Some(account.clone()), Mode::Personal)));
        let changed = Account {
            generation: 3,
            ..account
        };
        assert!(!author.stands(&standing(Some(changed), Mode::Accounts)));
        assert!(Author::Program.stands(&Standing::default()));
    }
}
