//! Accounts and passes as nodes: beside the networks, in no step and no revision.

use std::collections::BTreeMap;

use neo4rs::{BoltType, Row};

use super::cypher::{Statement, cypher, ids, map, text};
use super::decode::{Unreadable, code, id, words};
use super::link::{Link, PATIENCE, Patience, Transaction};
use super::programme::read_heads;
use super::schema;
use super::step::moment;
use super::trouble::{Trouble, trouble};
use super::{logged, pass};
use crate::domain::{
    Account, AccountId, Author, DistrictId, Edit, Email, Mode, PasswordHash, Role, Standing,
    TokenHash,
};
use crate::store::{Accounts, Admission, Arrival, Error, Mark, Result, Said};

/// An account in a list: id, address, name, role, district, password, fails, until, generation.
type AccountRow<'a> = (
    &'a str,
    &'a str,
    Option<&'a str>,
    &'a str,
    Option<&'a str>,
    Option<&'a str>,
    u32,
    Option<i64>,
    i64,
);

/// The accounts in the one row of [`load`].
pub(super) fn read(rows: &[Row]) -> Result<Accounts> {
    let row = the_one(rows)?;
    Ok(Accounts {
        mode: mode(row)?,
        mark: mark(row)?,
        all: accounts(row)?,
    })
}

/// What a request needs to know first, in the one row of [`arrival`].
pub(super) fn read_arrival(rows: &[Row]) -> Result<Arrival> {
    let row = the_one(rows)?;
    let pass = pass::read(row)?.into_values().next();
    let account = accounts(row)?.into_values().next();
    Ok(Arrival {
        mode: mode(row)?,
        bearer: pass.zip(account),
        heads: read_heads(rows)?,
    })
}

/// What stands of who writes, in a row that tells it.
pub(super) fn read_standing(row: &Row) -> Result<Standing, Unreadable> {
    Ok(Standing {
        mode: mode(row)?,
        account: accounts(row)?.into_values().next(),
        pass: pass::read(row)?.into_values().next(),
    })
}

/// Writes accounts and passes, where all that must stand does; answers whether it did.
pub(super) async fn admit(link: &Link, write: &Admission) -> Result<bool> {
    let mut patience = Patience::of(PATIENCE);
    loop {
        match once(link, write).await {
            Ok(done) => return Ok(done),
            Err(trouble) => patience.with(trouble).await?,
        }
    }
}

async fn once(link: &Link, write: &Admission) -> Result<bool, Trouble> {
    let mut transaction = link.begin().await?;
    match compared_and_set(&mut transaction, write).await {
        Ok(true) => transaction
            .commit()
            .await
            .map(|()| true)
            .map_err(|error| trouble("account/admission", error)),
        Ok(false) => {
            transaction.roll_back().await;
            Ok(false)
        }
        Err(trouble) => {
            transaction.roll_back().await;
            Err(trouble)
        }
    }
}

async fn compared_and_set(
    transaction: &mut Transaction,
    write: &Admission,
) -> Result<bool, Trouble> {
    let rows = transaction.rows(standing(write)).await?;
    let row = the_one(&rows)?;
    let versions: Vec<i64> = row.get("versions").map_err(Unreadable::from)?;
    schema::refuse_newer(versions.first().copied().unwrap_or_default())?;
    let (found, held) = (accounts(row)?, pass::read(row)?);
    let all_stands = match write.standing {
        Some(standing) => standing == mark(row)?,
        None => true,
    };
    let stands = all_stands
        && write
            .accounts
            .iter()
            .all(|edit| found.get(&edit.key) == edit.before.as_ref())
        && write
            .passes
            .iter()
            .all(|edit| held.get(&edit.key) == edit.before.as_ref());
    if !stands {
        return Ok(false);
    }
    for statement in statements(write) {
        transaction.run(statement).await?;
    }
    Ok(true)
}

/// What is to be written, without what would write nothing.
fn statements(write: &Admission) -> Vec<Statement> {
    let gone = write.accounts.iter().filter(|edit| edit.after.is_none());
    let gone = ids(gone.map(|edit| &edit.key));
    let ended = ids(&write.ended);
    let kept = write.accounts.iter().filter_map(account_row);
    let kept: Vec<BoltType> = kept.collect();
    let (passes, lost): (Vec<_>, Vec<_>) =
        write.passes.iter().partition(|edit| edit.after.is_some());
    let lost: Vec<BoltType> = lost
        .into_iter()
        .map(|edit| pass::token(&edit.key))
        .collect();
    let passes: Vec<BoltType> = passes.into_iter().filter_map(pass::row).collect();
    let closed = ids(&write.closed);
    let log = write.log.iter().enumerate();
    let log = log.map(|(place, (scope, entry))| logged::row(scope, entry, place));
    let log: Vec<BoltType> = log.collect();
    let changes = !write.accounts.is_empty();
    let some = |rows: Vec<BoltType>, statement: fn(BoltType) -> Statement| {
        (!rows.is_empty()).then(|| statement(rows.into()))
    };
    let all = [
        some(gone, remove),
        some(kept, put),
        some(ended, pass::end),
        some(closed, pass::close),
        some(lost, pass::remove),
        some(passes, pass::put),
        some(log, logged::create),
        Some(pass::forget(write.forget)),
        Some(pass::part(write.part)),
        Some(leave(changes.then_some(write.mark), write.mode)),
    ];
    all.into_iter().flatten().collect()
}

/// Sets all accounts as they were handed out; the database holds none yet.
pub(super) async fn restore(
    transaction: &mut Transaction,
    accounts: &Accounts,
) -> Result<(), Trouble> {
    let edits = accounts.all.iter();
    let edits = edits.map(|(id, account)| Edit::add(id.clone(), account.clone()));
    let rows: Vec<BoltType> = edits.filter_map(|edit| account_row(&edit)).collect();
    transaction.run(put(rows.into())).await?;
    transaction
        .run(leave(Some(accounts.mark), Some(accounts.mode)))
        .await
}

/// The one row about who may come in. A store without it is not the one that was opened.
fn the_one(rows: &[Row]) -> Result<&Row> {
    let missing = || Error::Replaced(Said::words("nothing says who may come in"));
    rows.first().ok_or_else(missing)
}

fn mode(row: &Row) -> Result<Mode, Unreadable> {
    code("mode", Mode::from_code, row.get("mode")?)
}

fn mark(row: &Row) -> Result<Mark, Unreadable> {
    let mark: &str = row.get("mark")?;
    let read = mark.parse().map_err(|_| Unreadable::new("mark", mark));
    Ok(Mark(read?))
}

fn accounts(row: &Row) -> Result<BTreeMap<AccountId, Account>, Unreadable> {
    let rows: Vec<AccountRow<'_>> = row.get("accounts")?;
    rows.into_iter().map(account).collect()
}

fn account(row: AccountRow<'_>) -> Result<(AccountId, Account), Unreadable> {
    let (key, email, name, role, district, password, fails, until, generation) = row;
    let district: Option<DistrictId> = district.map(id).transpose()?;
    let account = Account {
        // It is not quoted: it is somebody's.
        email: Email::parse(email).map_err(|_| Unreadable::new("address of account", key))?,
        name: words(name)?,
        role: code("role", |code| Role::from_code(code, district.clone()), role)?,
        password: password.map(|hash| PasswordHash(hash.to_owned())),
        fails,
        until: until.map(moment).transpose()?,
        generation,
    };
    Ok((id(key)?, account))
}

fn account_row(edit: &Edit<AccountId, Account>) -> Option<BoltType> {
    let account = edit.after.as_ref()?;
    let password = account.password.as_ref().map(|hash| hash.0.as_str());
    Some(map([
        ("id", edit.key.as_str().into()),
        ("email", account.email.as_str().into()),
        ("name", text(account.name.as_ref())),
        ("role", account.role.code().into()),
        (
            "district",
            account.role.district().map(DistrictId::as_str).into(),
        ),
        ("password", password.into()),
        ("fails", account.fails.into()),
        (
            "until",
            account.until.map(|until| until.timestamp_millis()).into(),
        ),
        ("generation", account.generation.into()),
    ]))
}

/// Asks for all accounts.
pub(super) fn load() -> Statement {
    cypher!("account/load").with([])
}

/// Asks for what a request needs to know first.
pub(super) fn arrival(token: Option<&TokenHash>, district: Option<&DistrictId>) -> Statement {
    cypher!("account/arrival").with([
        ("token", token.map(TokenHash::to_string).into()),
        ("district", district.map(DistrictId::as_str).into()),
    ])
}

/// Locks the account and the pass of who writes.
pub(super) fn hold(author: Option<&Author>) -> [Statement; 2] {
    [
        cypher!("account/hold").with([("account", account_of(author))]),
        cypher!("pass/hold").with([("pass", pass_of(author))]),
    ]
}

/// The id of the account of who writes, or null.
pub(super) fn account_of(author: Option<&Author>) -> BoltType {
    let account = author.and_then(Author::account);
    account.map(AccountId::as_str).into()
}

/// The digits of the pass of who writes, or null.
pub(super) fn pass_of(author: Option<&Author>) -> BoltType {
    let pass = author.and_then(Author::pass);
    pass.map(TokenHash::to_string).into()
}

fn standing(write: &Admission) -> Statement {
    let accounts = ids(write.accounts.iter().map(|edit| &edit.key));
    let tokens = write.passes.iter().map(|edit| pass::token(&edit.key));
    let tokens: Vec<BoltType> = tokens.collect();
    cypher!("account/standing").with([("accounts", accounts.into()), ("tokens", tokens.into())])
}

fn put(rows: BoltType) -> Statement {
    cypher!("account/put").with([("rows", rows)])
}

fn remove(ids: BoltType) -> Statement {
    cypher!("account/remove").with([("ids", ids)])
}

fn leave(mark: Option<Mark>, mode: Option<Mode>) -> Statement {
    cypher!("account/admission").with([
        ("mark", mark.map(|mark| mark.0.to_string()).into()),
        ("mode", mode.map(Mode::code).into()),
    ])
}
