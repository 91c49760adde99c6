//! Who signs in: an address, a role, a password, and what may be done about accounts.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};

use super::email::Email;
use super::id::Id;
use super::role::Role;
use super::words::Text;

/// The id of an account, drawn at random.
pub type AccountId = Id<Account>;

/// How many wrong passwords in a row have no consequence.
const FREE: u32 = 3;

/// The longest delay after a wrong password, in seconds. It is never a lock-out.
const LONGEST: u32 = 60;

/// The hash of a password, with its salt and parameters; it never shows in a log.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(pub String);

impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordHash(…)")
    }
}

/// An account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The address, which no other account has.
    pub email: Email,
    /// How others know whose it is.
    pub name: Option<Text>,
    /// What it may do, and in which district.
    pub role: Role,
    /// The password's hash; none until an invitation was redeemed.
    pub password: Option<PasswordHash>,
    /// How many wrong passwords came in a row.
    pub fails: u32,
    /// Until when a password is not looked at.
    pub until: Option<DateTime<Utc>>,
    /// Counts what was changed about it, wrong passwords aside.
    pub generation: i64,
}

impl Account {
    /// An account that waits for its first password.
    pub fn invited(email: Email, name: Option<Text>, role: Role) -> Self {
        Self {
            email,
            name,
            role,
            password: None,
            fails: 0,
            until: None,
            generation: 0,
        }
    }

    /// The same with a password.
    #[must_use]
    pub fn with_password(self, hash: PasswordHash) -> Self {
        Self {
            password: Some(hash),
            fails: 0,
            until: None,
            generation: self.generation + 1,
            ..self
        }
    }

    /// The same after a wrong password.
    #[must_use]
    pub fn failed(self, now: DateTime<Utc>) -> Self {
        let fails = self.fails.saturating_add(1);
        Self {
            fails,
            until: delay_after(fails).map(|delay| now + delay),
            ..self
        }
    }

    /// The same after the right password.
    #[must_use]
    pub fn succeeded(self) -> Self {
        Self {
            fails: 0,
            until: None,
            ..self
        }
    }

    /// Whether it has signed in or could, and may look after other accounts.
    pub fn administers(&self) -> bool {
        self.password.is_some() && self.role.administers()
    }
}

/// How long no further password is looked at after so many wrong ones in a row: a second, doubled each time, up to a
/// minute.
pub fn delay_after(fails: u32) -> Option<TimeDelta> {
    let beyond = fails.checked_sub(FREE)?;
    let seconds = 1_u32.checked_shl(beyond).unwrap_or(LONGEST).min(LONGEST);
    Some(TimeDelta::seconds(seconds.into()))
}

/// In how many seconds a password is looked at again; none: at once.
pub fn seconds_left(until: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Option<u32> {
    let left = (until? - now).num_milliseconds();
    (left > 0).then(|| u32::try_from((left + 999) / 1000).unwrap_or(LONGEST))
}

/// Why somebody does not come in, or an account is not invited, changed or removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountFault {
    /// It is of another district, or none of theirs to give.
    Elsewhere,
    /// The district has a coordination already: it invites its own people.
    HasCoordination,
    /// Nobody who coordinates the district would be left.
    LastCoordination,
    /// Nobody of the programme would be left.
    LastProgramme,
    /// Nobody who can look after accounts would be left.
    LastOfAll,
    /// The first account must be one that can look after others.
    FirstAdministers,
    /// The invented district has no accounts.
    Demonstration,
    /// It is no e-mail address.
    NoAddress,
    /// The name has no character, too many, or one that cannot be written.
    NoName,
    /// Another account has the address.
    AddressTaken,
    /// There is no such account.
    NoSuchAccount,
    /// The password has too few characters.
    TooShort,
    /// The password has too many characters.
    TooLong,
    /// The password is among the first that are tried.
    Guessable,
    /// The two passwords differ.
    Differ,
    /// Address or password is wrong: which of them, nobody is told.
    Wrong,
    /// After wrong passwords: in so many seconds one is looked at again.
    Wait(u32),
    /// The link or code is none.
    NoLink,
    /// The link was redeemed or replaced by a newer one.
    LinkUsed,
    /// The link is too old.
    LinkOld,
    /// The district of the account was removed.
    DistrictGone,
    /// Others change accounts at this very moment.
    Contended,
}

/// The fewest characters of a password.
pub const SHORTEST_PASSWORD: usize = 15;

/// The most characters of a password.
pub const LONGEST_PASSWORD: usize = 200;

/// Whether somebody may set a password that they typed twice.
pub fn may_set(password: &str, again: &str) -> Result<(), AccountFault> {
    // Bytes first: nobody makes the program count ten million characters.
    if password.len() > 4 * LONGEST_PASSWORD {
        return Err(AccountFault::TooLong);
    }
    match password.chars().count() {
        _ if password != again => Err(AccountFault::Differ),
        length if length < SHORTEST_PASSWORD => Err(AccountFault::TooShort),
        length if length > LONGEST_PASSWORD => Err(AccountFault::TooLong),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(email: &str, role: Role, has_password: bool) -> (AccountId, Account) {
        let mut account = Account::invited(Email::parse(email).expect("an address"), None, role);
        account.password = has_password.then(|| PasswordHash("x".to_owned()));
        (AccountId::parse(email).expect("an id"), account)
    }

    #[test]
    fn the_delay_after_wrong_passwords_grows_to_a_minute_and_no_further() {
        let delays = [0, 2, 3, 4, 5, 8, 9, 40, u32::MAX].map(delay_after);
        let seconds = delays.map(|delay| delay.map(|delay| delay.num_seconds()));
        let some = |n| Some(n);
        assert_eq!(
            seconds,
            [
                None,
                None,
                some(1),
                some(2),
                some(4),
                some(32),
                some(60),
                some(60),
                some(60)
            ]
        );
    }

    #[test]
    fn a_password_is_looked_at_again_when_the_delay_is_over() {
        let now = DateTime::from_timestamp_millis(1_000_000).expect("a time");
        let (_, mut one) = account("a@b.de", Role::Programme, true);
        for _ in 0..4 {
            one = one.failed(now);
        }
        assert_eq!(seconds_left(one.until, now), Some(2));
        assert_eq!(seconds_left(one.until, now + TimeDelta::seconds(2)), None);
        assert_eq!(one.succeeded().fails, 0);
    }

    #[test]
    fn a_password_has_fifteen_to_two_hundred_characters_and_is_typed_twice() {
        let words = "drei oder vier Wörter";
        assert_eq!(may_set(words, words), Ok(()));
        assert_eq!(
            may_set(words, "andere Wörter als"),
            Err(AccountFault::Differ)
        );
        let short = "äöüäöüäöüäöüäö";
        assert_eq!(may_set(short, short), Err(AccountFault::TooShort));
        for length in [201, 10_000_000] {
            let long = "x".repeat(length);
            assert_eq!(may_set(&long, &long), Err(AccountFault::TooLong));
        }
    }
}
