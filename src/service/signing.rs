//! Who comes in: signing in and out, invitations redeemed, and whom a request's token lets in.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::time::{Instant, sleep_until};

use super::accounts::{TRIES, found, nothing};
use super::passwords::known;
use super::{Error, Result, Service, secret};
use crate::domain::{
    Account, AccountFault, AccountId, DistrictId, Edit, Email, Mode, Pass, PassKind, Role, Text,
    TokenHash, delay_after, may_set, seconds_left,
};
use crate::store::{Accounts, Admission, Heads};

/// How long a wrong password takes at least: longer than it takes to look at one and to write down, for an address that
/// somebody has, that it was wrong.
const WRONG: Duration = Duration::from_millis(300);

/// Somebody who is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Signed {
    /// The account.
    pub account: AccountId,
    /// Its address.
    pub email: Email,
    /// Its name.
    pub name: Option<Text>,
    /// Its role.
    pub role: Role,
    /// How often it had been changed when the request came.
    pub generation: i64,
    /// By what the session is known.
    pub session: TokenHash,
}

/// What a request needs to know before anything else.
#[derive(Debug, Clone)]
pub struct Arrived {
    /// Whether people sign in.
    pub mode: Mode,
    /// Who is signed in.
    pub signed: Option<Arc<Signed>>,
    /// Whose session it was, where it has ended.
    pub was: Option<Signed>,
    /// Where the district that it asks for stands, and the programme.
    pub heads: Heads,
}

/// Somebody who was invited, and until when.
#[derive(Debug, Clone)]
pub struct Invited {
    /// The account.
    pub account: Account,
    /// Until when the link or code can be redeemed.
    pub ends: DateTime<Utc>,
}

impl Service {
    /// Whom a request's token lets in, and where stands what it asks for.
    pub async fn arrive(
        self: &Arc<Self>,
        token: Option<&str>,
        district: Option<&DistrictId>,
        now: DateTime<Utc>,
    ) -> Result<Arrived> {
        let hash = token.map(TokenHash::of);
        let ask = self.store.arrival(hash.as_ref(), district);
        let arrival = super::in_time(async { Ok(ask.await?) }).await?;
        let known = arrival.bearer.zip(hash);
        let known = known.filter(|((pass, _), _)| pass.kind == PassKind::Session);
        let (mut signed, mut was) = (None, None);
        if let Some(((pass, account), session)) = known {
            let who = Signed {
                account: pass.account.clone(),
                email: account.email,
                name: account.name,
                role: account.role,
                generation: account.generation,
                session,
            };
            match pass.is_valid(now) {
                true => signed = Some(Arc::new(who)),
                false => was = Some(who),
            }
            if signed.is_some() && pass.is_to_be_seen(now) {
                self.write_seen(session, now);
            }
        }
        Ok(Arrived {
            mode: arrival.mode,
            signed,
            was,
            heads: arrival.heads,
        })
    }

    /// Signs in with address and password; answers the account and the session's token.
    pub async fn sign_in(
        &self,
        email: &str,
        password: &str,
        now: DateTime<Utc>,
    ) -> Result<(AccountId, String)> {
        let begin = Instant::now();
        let signed = self.tried(email, password, now).await;
        if let Err(Error::Account(AccountFault::Wrong)) = signed {
            sleep_until(begin + WRONG).await;
        }
        signed
    }

    async fn tried(
        &self,
        email: &str,
        password: &str,
        now: DateTime<Utc>,
    ) -> Result<(AccountId, String)> {
        let email = Email::parse(email).ok();
        let now = super::moment(now);
        for _ in 0..TRIES {
            let there = self.accounts().await?;
            let found = email.as_ref().and_then(|email| by_email(&there, email));
            let until = match (&found, &email) {
                (Some((_, account)), _) => account.until,
                (None, Some(email)) => self.strangers.get(email).await.and_then(|one| one.1),
                (None, None) => None,
            };
            if let Some(seconds) = seconds_left(until, now) {
                return Err(AccountFault::Wait(seconds).into());
            }
            let hash = found.and_then(|(_, account)| account.password.as_ref());
            let is_right = self.passwords.is_right(password, hash).await;
            let Some((id, account)) = found else {
                self.stranger_failed(email, now).await;
                return Err(AccountFault::Wrong.into());
            };
            let after = match is_right {
                true => account.clone().succeeded(),
                false => account.clone().failed(now),
            };
            let mut write = nothing(now);
            write.accounts = vec![Edit::replace(id.clone(), account.clone(), after)];
            let token = secret::token();
            if is_right {
                write.passes = vec![session(&token, id, now)];
            }
            if self.store.admit(&write).await? {
                return if is_right {
                    Ok((id.clone(), token))
                } else {
                    Err(AccountFault::Wrong.into())
                };
            }
        }
        Err(AccountFault::Contended.into())
    }

    /// Ends a session; a token that is another pass, or none, is left alone.
    pub async fn sign_out(&self, token: &str, now: DateTime<Utc>) -> Result<()> {
        let hash = TokenHash::of(token);
        for _ in 0..TRIES {
            let arrival = self.store.arrival(Some(&hash), None).await?;
            let ends = |pass: &Pass| pass.kind == PassKind::Session && !pass.revoked;
            let Some((pass, _)) = arrival.bearer.filter(|(pass, _)| ends(pass)) else {
                return Ok(());
            };
            let write = Admission {
                passes: vec![Edit::replace(hash, pass.clone(), revoked(&pass))],
                ..nothing(now)
            };
            if self.store.admit(&write).await? {
                return Ok(());
            }
        }
        Err(AccountFault::Contended.into())
    }

    /// Whom a link or a code invites; asked as often as anybody likes, it changes nothing.
    pub async fn invited(&self, typed: &str, now: DateTime<Utc>) -> Result<Invited> {
        let hash = TokenHash::of(&secret::plain(typed));
        let (pass, account) = self.invitation(&hash, now).await?;
        Ok(Invited {
            account,
            ends: pass.ends,
        })
    }

    /// Redeems a link or a code by setting a password; answers the session's token. Of two who redeem the same the first
    /// wins. The first password of who looks after accounts begins the mode in which everybody signs in.
    pub async fn redeem(
        &self,
        typed: &str,
        [password, again]: [&str; 2],
        now: DateTime<Utc>,
    ) -> Result<String> {
        let hash = TokenHash::of(&secret::plain(typed));
        let now = super::moment(now);
        // Before the password is hashed: who holds no link makes nobody work.
        let (_, account) = self.invitation(&hash, now).await?;
        may_set(password, again)?;
        let known = known(&account.email, account.name.as_ref(), &account.role);
        self.must_be_hard_to_guess(password, known).await?;
        let password = self.passwords.hash(password).await;
        for _ in 0..TRIES {
            let (pass, account) = self.invitation(&hash, now).await?;
            let after = account.clone().with_password(password.clone());
            let token = secret::token();
            let id = &pass.account;
            let write = Admission {
                mode: after.administers().then_some(Mode::Accounts),
                accounts: vec![Edit::replace(id.clone(), account, after)],
                ended: vec![id.clone()],
                passes: vec![
                    Edit::replace(hash, pass.clone(), revoked(&pass)),
                    session(&token, id, now),
                ],
                ..nothing(now)
            };
            if self.store.admit(&write).await? {
                return Ok(token);
            }
        }
        Err(AccountFault::Contended.into())
    }

    /// Sets another password of who is signed in; all their sessions end, and a new one begins.
    pub async fn change_password(
        &self,
        signed: &Signed,
        old: &str,
        [password, again]: [&str; 2],
        now: DateTime<Utc>,
    ) -> Result<String> {
        may_set(password, again)?;
        // Counted like signing in: a screen left alone gives nobody more tries.
        self.sign_in(signed.email.as_str(), old, now).await?;
        let known = known(&signed.email, signed.name.as_ref(), &signed.role);
        self.must_be_hard_to_guess(password, known).await?;
        let password = self.passwords.hash(password).await;
        self.end_and_begin(signed, now, |account| {
            account.with_password(password.clone())
        })
        .await
    }

    async fn must_be_hard_to_guess(&self, password: &str, known: Vec<String>) -> Result<()> {
        match self.passwords.is_guessable(password, known).await {
            true => Err(AccountFault::Guessable.into()),
            false => Ok(()),
        }
    }

    /// Ends all other sessions of who is signed in; answers the token of a new one.
    pub async fn end_others(&self, signed: &Signed, now: DateTime<Utc>) -> Result<String> {
        self.end_and_begin(signed, now, |account| account).await
    }

    async fn end_and_begin(
        &self,
        signed: &Signed,
        now: DateTime<Utc>,
        change: impl Fn(Account) -> Account,
    ) -> Result<String> {
        let now = super::moment(now);
        let id = &signed.account;
        for _ in 0..TRIES {
            let there = self.accounts().await?;
            let account = found(&there, id)?;
            let token = secret::token();
            let after = change(account.clone());
            let write = Admission {
                accounts: vec![Edit::replace(id.clone(), account.clone(), after)],
                ended: vec![id.clone()],
                passes: vec![session(&token, id, now)],
                ..nothing(now)
            };
            if self.store.admit(&write).await? {
                return Ok(token);
            }
        }
        Err(AccountFault::Contended.into())
    }

    /// The invitation of a link or a code, as long as it is good.
    async fn invitation(&self, hash: &TokenHash, now: DateTime<Utc>) -> Result<(Pass, Account)> {
        let arrival = self.store.arrival(Some(hash), None).await?;
        let known = arrival.bearer;
        let known = known.filter(|(pass, _)| pass.kind == PassKind::Invitation);
        let (pass, account) = known.ok_or(AccountFault::NoLink)?;
        if pass.revoked {
            return Err(AccountFault::LinkUsed.into());
        }
        if !pass.is_valid(now) {
            return Err(AccountFault::LinkOld.into());
        }
        if let Some(district) = account.role.district() {
            let programme = self.programme().await?;
            if !programme.value.districts.contains_key(district) {
                return Err(AccountFault::DistrictGone.into());
            }
        }
        Ok((pass, account))
    }

    /// Writes down, behind the answer, that a session was used.
    fn write_seen(self: &Arc<Self>, session: TokenHash, now: DateTime<Utc>) {
        let service = Arc::clone(self);
        self.writes.spawn(async move {
            if let Err(error) = service.store.see_pass(&session, now).await {
                tracing::warn!(%error, "the use of a session is not written down");
            }
        });
    }

    /// Counts wrong passwords for an address that nobody has as for any other: else waiting would tell which are known.
    async fn stranger_failed(&self, email: Option<Email>, now: DateTime<Utc>) {
        let Some(email) = email else {
            return;
        };
        let (fails, _) = self.strangers.get(&email).await.unwrap_or_default();
        let fails = fails + 1;
        let until = delay_after(fails).map(|delay| now + delay);
        self.strangers.insert(email, (fails, until)).await;
    }
}

fn by_email<'a>(there: &'a Accounts, email: &Email) -> Option<(&'a AccountId, &'a Account)> {
    there
        .all
        .iter()
        .find(|(_, account)| account.email == *email)
}

fn session(token: &str, account: &AccountId, now: DateTime<Utc>) -> Edit<TokenHash, Pass> {
    Edit::add(TokenHash::of(token), Pass::session(account.clone(), now))
}

fn revoked(pass: &Pass) -> Pass {
    Pass {
        revoked: true,
        ..pass.clone()
    }
}
