//! Accounts invited, changed and removed: judged by all that are there, written where they still are.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Error, Result, Service, secret};
use crate::domain::{
    Account, AccountFault, AccountId, Author, DistrictId, Edit, Email, Event, KNOWN_AFTER,
    LogEntry, Mode, Pass, Role, Signatory, Text, TokenHash, may_change, may_go, may_invite,
    may_leave, may_renew,
};
use crate::store::{self, Accounts, Admission, Mark, Scope, Violation};

/// How often a write of accounts is tried where others write at the same moment.
pub(super) const TRIES: usize = 20;

/// An invitation that was made: what it is redeemed with is shown once and nowhere kept.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// The account.
    pub account: Account,
    /// The token of the link.
    pub token: String,
    /// The same as a code to type.
    pub code: String,
    /// Until when it can be redeemed.
    pub ends: DateTime<Utc>,
}

/// Who looks after accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keeper {
    /// Whoever has the machine that the service runs on.
    Operator,
    /// Somebody in a role.
    Role(Role),
    /// Somebody with an account.
    Account(Signatory),
}

impl Keeper {
    /// The role; none of the operator.
    fn role(&self) -> Option<&Role> {
        match self {
            Self::Operator => None,
            Self::Role(role) => Some(role),
            Self::Account(signatory) => Some(&signatory.role),
        }
    }

    /// By whom it is in the log.
    fn author(&self) -> Author {
        match self {
            Self::Operator => Author::Program,
            Self::Role(role) => Author::Role(role.clone()),
            Self::Account(signatory) => Author::Account(signatory.clone()),
        }
    }
}

/// An entry in the log of whom a role belongs to.
fn told(keeper: &Keeper, role: &Role, now: DateTime<Utc>, event: Event) -> (Scope, LogEntry) {
    let scope = match role.district() {
        Some(district) => Scope::District(district.clone()),
        None => Scope::Programme,
    };
    (scope, super::log::entry((keeper.author(), now), event))
}

impl Service {
    /// All accounts, and whether people sign in.
    pub async fn accounts(&self) -> Result<Accounts> {
        super::in_time(async { Ok(self.store.accounts().await?) }).await
    }

    /// Invites somebody with a new account.
    pub async fn invite(
        &self,
        keeper: &Keeper,
        (email, name, role): (Email, Option<Text>, Role),
        now: DateTime<Utc>,
    ) -> Result<Invitation> {
        if let Some(district) = role.district() {
            self.must_know(district).await?;
        }
        let account = Account::invited(email, name, role);
        for _ in 0..TRIES {
            let there = self.accounts().await?;
            let first = there.all.values().all(|one| !one.role.administers());
            if first && !account.role.administers() {
                return Err(AccountFault::FirstAdministers.into());
            }
            if let Some(who) = keeper.role() {
                may_invite(who, &account.role, there.all.values())?;
            }
            if there.all.values().any(|one| one.email == account.email) {
                return Err(AccountFault::AddressTaken.into());
            }
            let id = Uuid::new_v4().to_string();
            let id = AccountId::parse(&id).expect("a number is an id");
            let (invitation, mut write) = invitation(&id, &account, now);
            write.standing = Some(there.mark);
            let event = Event::Invited {
                account: id.clone(),
                role: account.role.code().to_owned(),
            };
            write.log = vec![told(keeper, &account.role, now, event)];
            write.accounts = vec![Edit::add(id, account.clone())];
            match self.store.admit(&write).await {
                Ok(true) => return Ok(invitation),
                Ok(false) => {}
                Err(store::Error::Violated(Violation::KeyTaken)) => {
                    return Err(AccountFault::AddressTaken.into());
                }
                Err(error) => return Err(error.into()),
            }
        }
        Err(AccountFault::Contended.into())
    }

    /// Makes a new link for an account; it ends the old one, and the account's sessions.
    pub async fn invite_again(
        &self,
        keeper: &Keeper,
        id: &AccountId,
        now: DateTime<Utc>,
    ) -> Result<Invitation> {
        for _ in 0..TRIES {
            let there = self.accounts().await?;
            let account = found(&there, id)?;
            if let Some(who) = keeper.role() {
                may_renew(who, account)?;
            }
            let (invitation, mut write) = invitation(id, account, now);
            write.standing = Some(there.mark);
            if self.store.admit(&write).await? {
                return Ok(invitation);
            }
        }
        Err(AccountFault::Contended.into())
    }

    /// Removes an account; who has it is out at once.
    pub async fn remove_account(
        &self,
        keeper: &Keeper,
        id: &AccountId,
        now: DateTime<Utc>,
    ) -> Result<()> {
        self.change_account(keeper, id, None, now).await
    }

    /// Gives an account another role; who has it signs in anew.
    pub async fn change_role(
        &self,
        keeper: &Keeper,
        id: &AccountId,
        role: Role,
        now: DateTime<Utc>,
    ) -> Result<()> {
        self.change_account(keeper, id, Some(role), now).await
    }

    async fn change_account(
        &self,
        keeper: &Keeper,
        id: &AccountId,
        role: Option<Role>,
        now: DateTime<Utc>,
    ) -> Result<()> {
        for _ in 0..TRIES {
            let there = self.accounts().await?;
            let account = found(&there, id)?;
            match keeper.role() {
                Some(Role::Coordination(own)) => {
                    may_change(own, (id, account), role.as_ref(), &there.all)?;
                }
                Some(Role::Programme) if role.is_none() => {
                    may_leave((id, account), &there.all)?;
                }
                Some(_) => return Err(AccountFault::Elsewhere.into()),
                None if there.mode == Mode::Accounts => {
                    may_go((id, account), &there.all)?;
                }
                None => {}
            }
            let event = match &role {
                Some(role) => Event::RoleChanged {
                    account: id.clone(),
                    from: account.role.code().to_owned(),
                    to: role.code().to_owned(),
                },
                None => Event::AccountRemoved {
                    role: account.role.code().to_owned(),
                },
            };
            let after = role.clone().map(|role| Account {
                role,
                generation: account.generation + 1,
                ..account.clone()
            });
            let write = Admission {
                standing: Some(there.mark),
                accounts: vec![Edit {
                    key: id.clone(),
                    before: Some(account.clone()),
                    after,
                }],
                ended: vec![id.clone()],
                log: vec![told(keeper, &account.role, now, event)],
                ..nothing(now)
            };
            if self.store.admit(&write).await? {
                return Ok(());
            }
        }
        Err(AccountFault::Contended.into())
    }

    /// Goes back to one person on their own machine: accounts stay, whoever is signed in is out.
    pub async fn reset_accounts(&self, now: DateTime<Utc>) -> Result<()> {
        let there = self.accounts().await?;
        let write = Admission {
            ended: there.all.into_keys().collect(),
            mode: Some(Mode::Personal),
            ..nothing(now)
        };
        self.store.admit(&write).await?;
        Ok(())
    }

    async fn must_know(&self, district: &DistrictId) -> Result<()> {
        let programme = self.programme().await?;
        match programme.value.districts.get(district) {
            // Who had an account there alone could change nothing, and everybody else would have to sign in.
            Some(district) if district.example => Err(AccountFault::Demonstration.into()),
            Some(_) => Ok(()),
            None => Err(super::seen::no_such_district(&programme.value, district)),
        }
    }
}

/// The account with this id.
pub(super) fn found<'a>(there: &'a Accounts, id: &AccountId) -> Result<&'a Account> {
    let account = there.all.get(id);
    account.ok_or_else(|| AccountFault::NoSuchAccount.into())
}

/// A write of nothing, that forgets what ended long ago.
pub(super) fn nothing(now: DateTime<Utc>) -> Admission {
    Admission {
        standing: None,
        accounts: Vec::new(),
        ended: Vec::new(),
        closed: Vec::new(),
        passes: Vec::new(),
        mode: None,
        log: Vec::new(),
        mark: Mark(Uuid::new_v4()),
        forget: now - KNOWN_AFTER,
        part: now,
    }
}

/// A new invitation: a link and a code, each a pass of its own; what the account held before ends.
fn invitation(id: &AccountId, account: &Account, now: DateTime<Utc>) -> (Invitation, Admission) {
    let pass = Pass::invitation(id.clone(), super::moment(now));
    let invitation = Invitation {
        account: account.clone(),
        token: secret::token(),
        code: secret::code(),
        ends: pass.ends,
    };
    let hashes = [invitation.token.clone(), secret::plain(&invitation.code)];
    let passes = hashes.map(|secret| Edit::add(TokenHash::of(&secret), pass.clone()));
    let write = Admission {
        ended: vec![id.clone()],
        passes: passes.into(),
        ..nothing(now)
    };
    (invitation, write)
}

impl From<AccountFault> for Error {
    fn from(fault: AccountFault) -> Self {
        Self::Account(fault)
    }
}
