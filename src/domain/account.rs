//! Who signs in: an address, a role, a password, and what may be done about accounts.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};

use super::district::DistrictId;
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
    /// Nobody who can look after accounts would be left.
    LastOfAll,
    /// The first account must be one that can look after others.
    FirstAdministers,
    /// The invented district has no accounts.
    Demonstration,
    /// It is no e-mail address.
    NoAddress,
    /// Another account has the address.
    AddressTaken,
    /// There is no such account.
    NoSuchAccount,
    /// The password has too few characters.
    TooShort,
    /// The password has too many characters.
    TooLong,
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

/// Whether somebody may invite a role, where these accounts are there.
pub fn may_invite<'a>(
    who: &Role,
    role: &Role,
    there: impl IntoIterator<Item = &'a Account>,
) -> Result<(), AccountFault> {
    match (who, role) {
        (Role::Coordination(own), role) if role.district() == Some(own) => Ok(()),
        (Role::Programme, Role::Programme) => Ok(()),
        (Role::Programme, Role::Coordination(district)) => {
            match there.into_iter().any(|one| coordinates(one, district)) {
                true => Err(AccountFault::HasCoordination),
                false => Ok(()),
            }
        }
        _ => Err(AccountFault::Elsewhere),
    }
}

/// Whether the coordination of a district may change or remove one of its accounts, or give it another role.
pub fn may_change<'a>(
    district: &DistrictId,
    account: (&AccountId, &Account),
    role: Option<&Role>,
    there: impl IntoIterator<Item = (&'a AccountId, &'a Account)>,
) -> Result<(), AccountFault> {
    let own = |role: &Role| role.district() == Some(district);
    if !own(&account.1.role) || role.is_some_and(|role| !own(role)) {
        return Err(AccountFault::Elsewhere);
    }
    let stays = matches!(role, Some(Role::Coordination(_)));
    if !coordinates(account.1, district) || account.1.password.is_none() || stays {
        return Ok(());
    }
    let others = |(id, one): (&AccountId, &Account)| {
        id != account.0 && one.password.is_some() && coordinates(one, district)
    };
    match there.into_iter().any(others) {
        true => Ok(()),
        false => Err(AccountFault::LastCoordination),
    }
}

/// Whether an account may go from the command line: somebody who can look after accounts stays.
pub fn may_go<'a>(
    account: (&AccountId, &Account),
    there: impl IntoIterator<Item = (&'a AccountId, &'a Account)>,
) -> Result<(), AccountFault> {
    let stays = |(id, one): (&AccountId, &Account)| id != account.0 && one.administers();
    match !account.1.administers() || there.into_iter().any(stays) {
        true => Ok(()),
        false => Err(AccountFault::LastOfAll),
    }
}

fn coordinates(account: &Account, district: &DistrictId) -> bool {
    matches!(&account.role, Role::Coordination(own) if own == district)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(email: &str, role: Role, has_password: bool) -> (AccountId, Account) {
        let mut account = Account::invited(Email::parse(email).expect("an address"), None, role);
        account.password = has_password.then(|| PasswordHash("x".to_owned()));
        (AccountId::parse(email).expect("an id"), account)
    }

    fn district(id: &str) -> DistrictId {
        DistrictId::parse(id).expect("a slug")
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

    #[test]
    fn the_coordination_invites_for_its_own_district_alone() {
        let (own, other) = (district("mitte"), district("pankow"));
        let who = Role::Coordination(own.clone());
        for role in [Role::Coordination, Role::CoreTeam, Role::Leader] {
            assert_eq!(may_invite(&who, &role(own.clone()), []), Ok(()));
            let elsewhere = may_invite(&who, &role(other.clone()), []);
            assert_eq!(elsewhere, Err(AccountFault::Elsewhere));
        }
        let programme = may_invite(&who, &Role::Programme, []);
        assert_eq!(programme, Err(AccountFault::Elsewhere));
        let core_team = may_invite(&Role::CoreTeam(own.clone()), &Role::Leader(own), []);
        assert_eq!(core_team, Err(AccountFault::Elsewhere));
    }

    #[test]
    fn the_programme_invites_a_coordination_only_where_there_is_none() {
        let own = district("mitte");
        let role = Role::Coordination(own.clone());
        assert_eq!(may_invite(&Role::Programme, &role, []), Ok(()));
        let (_, there) = account("k@b.de", role.clone(), false);
        let again = may_invite(&Role::Programme, &role, [&there]);
        assert_eq!(again, Err(AccountFault::HasCoordination));
        let core_team = may_invite(&Role::Programme, &Role::CoreTeam(own), []);
        assert_eq!(core_team, Err(AccountFault::Elsewhere));
    }

    #[test]
    fn the_last_coordination_neither_goes_nor_takes_another_role() {
        let own = district("mitte");
        let (a, one) = account("a@b.de", Role::Coordination(own.clone()), true);
        let (b, deputy) = account("b@b.de", Role::Coordination(own.clone()), false);
        let leader = Role::Leader(own.clone());
        for role in [None, Some(&leader)] {
            let there = [(&a, &one), (&b, &deputy)];
            let changed = may_change(&own, (&a, &one), role, there);
            assert_eq!(changed, Err(AccountFault::LastCoordination));
        }
        let (b, deputy) = account("b@b.de", Role::Coordination(own.clone()), true);
        let there = [(&a, &one), (&b, &deputy)];
        assert_eq!(may_change(&own, (&a, &one), None, there), Ok(()));
    }

    #[test]
    fn the_last_who_can_look_after_accounts_stays() {
        let (a, one) = account("a@b.de", Role::Coordination(district("mitte")), true);
        let (b, leader) = account("b@b.de", Role::Leader(district("mitte")), true);
        let there = [(&a, &one), (&b, &leader)];
        assert_eq!(may_go((&a, &one), there), Err(AccountFault::LastOfAll));
        assert_eq!(may_go((&b, &leader), there), Ok(()));
    }
}
