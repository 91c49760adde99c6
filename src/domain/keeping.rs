//! Who may look after whose account: invite, change and remove it, or give it a new link.

use super::account::{Account, AccountFault, AccountId};
use super::district::DistrictId;
use super::role::Role;

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

/// Whether the programme may remove one of its own accounts: somebody of it stays, who has a password.
pub fn may_leave<'a>(
    account: (&AccountId, &Account),
    there: impl IntoIterator<Item = (&'a AccountId, &'a Account)>,
) -> Result<(), AccountFault> {
    if account.1.role != Role::Programme {
        return Err(AccountFault::Elsewhere);
    }
    let stays = |(id, one): (&AccountId, &Account)| {
        id != account.0 && one.password.is_some() && one.role == Role::Programme
    };
    match account.1.password.is_none() || there.into_iter().any(stays) {
        true => Ok(()),
        false => Err(AccountFault::LastProgramme),
    }
}

/// Whether somebody may give an account a new link: its own people, and the programme a coordination that it has
/// invited and that has no password yet. With a password it is the district's, and the link would open that.
pub fn may_renew(who: &Role, account: &Account) -> Result<(), AccountFault> {
    let waits = account.password.is_none();
    match (who, &account.role) {
        (Role::Coordination(own), role) if role.district() == Some(own) => Ok(()),
        (Role::Programme, Role::Programme) => Ok(()),
        (Role::Programme, Role::Coordination(_)) if waits => Ok(()),
        _ => Err(AccountFault::Elsewhere),
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
    use super::super::account::PasswordHash;
    use super::super::email::Email;
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
    fn the_programme_looks_after_its_own_and_the_last_of_it_stays() {
        let (a, one) = account("a@b.de", Role::Programme, true);
        let (b, other) = account("b@b.de", Role::Programme, false);
        let (c, foreign) = account("c@b.de", Role::Coordination(district("mitte")), true);
        let there = [(&a, &one), (&b, &other), (&c, &foreign)];
        assert_eq!(
            may_leave((&a, &one), there),
            Err(AccountFault::LastProgramme)
        );
        assert_eq!(may_leave((&b, &other), there), Ok(()));
        assert_eq!(
            may_leave((&c, &foreign), there),
            Err(AccountFault::Elsewhere)
        );
    }

    #[test]
    fn a_new_link_is_given_by_one_s_own_people() {
        let own = district("mitte");
        let (_, waits) = account("a@b.de", Role::Coordination(own.clone()), false);
        let (_, there) = account("b@b.de", Role::Coordination(own.clone()), true);
        let (_, leader) = account("c@b.de", Role::Leader(own.clone()), false);
        let programme = Role::Programme;
        assert_eq!(may_renew(&programme, &waits), Ok(()));
        for foreign in [&there, &leader] {
            assert_eq!(may_renew(&programme, foreign), Err(AccountFault::Elsewhere));
            assert_eq!(may_renew(&Role::Coordination(own.clone()), foreign), Ok(()));
        }
        let other = Role::Coordination(district("pankow"));
        assert_eq!(may_renew(&other, &leader), Err(AccountFault::Elsewhere));
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
