//! Accounts and passes: beside the networks, in no step and no revision.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row, Transaction, params};

use super::error::unreadable;
use super::{logged, pass, programme, read};
use crate::domain::{
    Account, AccountId, Author, DistrictId, Edit, Email, Mode, Pass, PasswordHash, Role, Standing,
    TokenHash,
};
use crate::store::{Accounts, Admission, Arrival, Mark, Result};

const ACCOUNT: &str = "a.id, a.email, a.name, a.role, a.district, a.password, a.fails, a.until, \
                       a.generation";

/// All accounts.
pub(super) fn all(state: &Connection) -> Result<Accounts> {
    let (mode, mark) = admission(state)?;
    let mut find = state.prepare_cached(&format!("SELECT {ACCOUNT} FROM account AS a"))?;
    let mut rows = find.query([])?;
    let mut all = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (id, account) = account(row, 0)?;
        all.insert(id, account);
    }
    Ok(Accounts { mode, mark, all })
}

/// What a request needs to know first.
pub(super) fn arrival(
    state: &Connection,
    token: Option<&TokenHash>,
    district: Option<&DistrictId>,
) -> Result<Arrival> {
    Ok(Arrival {
        mode: admission(state)?.0,
        bearer: token.map_or(Ok(None), |token| bearer(state, token))?,
        heads: programme::heads(state, district)?,
    })
}

/// Writes accounts and passes, where all that must stand does; answers whether it did.
pub(super) fn admit(transaction: &Transaction<'_>, write: &Admission) -> Result<bool> {
    let (_, mark) = admission(transaction)?;
    if write.standing.is_some_and(|standing| standing != mark) {
        return Ok(false);
    }
    for edit in &write.accounts {
        if find_account(transaction, &edit.key)? != edit.before {
            return Ok(false);
        }
    }
    for edit in &write.passes {
        if pass::find(transaction, &edit.key)? != edit.before {
            return Ok(false);
        }
    }
    for edit in &write.accounts {
        put_account(transaction, edit)?;
    }
    pass::end(transaction, &write.ended, &write.closed)?;
    for edit in &write.passes {
        pass::put(transaction, edit)?;
    }
    if !write.accounts.is_empty() {
        let mark = write.mark.0.simple().to_string();
        transaction.execute("UPDATE admission SET mark = ?1", [mark])?;
    }
    if let Some(mode) = write.mode {
        transaction.execute("UPDATE admission SET mode = ?1", [mode.code()])?;
    }
    for (scope, entry) in &write.log {
        logged::add(transaction, scope, entry)?;
    }
    pass::forget(transaction, write.forget, write.part)?;
    Ok(true)
}

/// What stands of who writes.
pub(super) fn standing(transaction: &Transaction<'_>, author: &Author) -> Result<Standing> {
    let account = author.account().map(|id| find_account(transaction, id));
    let pass = author.pass().map(|token| pass::find(transaction, token));
    Ok(Standing {
        mode: admission(transaction)?.0,
        account: account.transpose()?.flatten(),
        pass: pass.transpose()?.flatten(),
    })
}

fn admission(state: &Connection) -> Result<(Mode, Mark)> {
    let mut find = state.prepare_cached("SELECT mode, mark FROM admission")?;
    let mut rows = find.query([])?;
    let row = rows.next()?;
    let row = row.ok_or_else(|| unreadable("admission", "it is not there"))?;
    let mark = read::text(row, 1)?.parse();
    let mark = Mark(mark.map_err(|error| unreadable("mark", error))?);
    Ok((read::code(row, 0, Mode::from_code)?, mark))
}

fn bearer(state: &Connection, token: &TokenHash) -> Result<Option<(Pass, Account)>> {
    let mut find = state.prepare_cached(&format!(
        "SELECT {}, {ACCOUNT} FROM pass AS p JOIN account AS a ON a.id = p.account
         WHERE p.token = ?1",
        pass::COLUMNS
    ))?;
    let mut rows = find.query([token.to_string()])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    Ok(Some((pass::read(row)?, account(row, pass::WIDTH)?.1)))
}

fn find_account(state: &Connection, id: &AccountId) -> Result<Option<Account>> {
    let mut find = state.prepare_cached(&format!(
        "SELECT {ACCOUNT} FROM account AS a WHERE a.id = ?1"
    ))?;
    let mut rows = find.query([id.as_str()])?;
    Ok(match rows.next()? {
        Some(row) => Some(account(row, 0)?.1),
        None => None,
    })
}

fn account(row: &Row<'_>, first: usize) -> Result<(AccountId, Account)> {
    let email = Email::parse(read::text(row, first + 1)?);
    let district = read::maybe_text(row, first + 4)?.map(DistrictId::parse);
    let district = district.transpose();
    let district = district.map_err(|error| unreadable("district", error))?;
    let account = Account {
        email: email.map_err(|error| unreadable("email", error))?,
        name: read::maybe_words(row, first + 2)?,
        role: read::code(row, first + 3, |code| {
            Role::from_code(code, district.clone())
        })?,
        password: read::maybe_text(row, first + 5)?.map(|hash| PasswordHash(hash.to_owned())),
        fails: row.get(first + 6)?,
        until: read::maybe_time(row, first + 7)?,
        generation: row.get(first + 8)?,
    };
    Ok((read::id(row, first)?, account))
}

/// Makes one edit of an account.
pub(super) fn put_account(connection: &Connection, edit: &Edit<AccountId, Account>) -> Result<()> {
    let id = edit.key.as_str();
    let Some(account) = &edit.after else {
        connection.execute("DELETE FROM account WHERE id = ?1", [id])?;
        return Ok(());
    };
    connection
        .prepare_cached(
            "INSERT INTO account (id, email, name, role, district, password, fails, until, generation)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
             ON CONFLICT (id) DO UPDATE SET email = excluded.email, name = excluded.name,
               role = excluded.role, district = excluded.district, password = excluded.password,
               fails = excluded.fails, until = excluded.until, generation = excluded.generation",
        )?
        .execute(params![
            id,
            account.email.as_str(),
            account.name.as_ref().map(|name| name.as_str()),
            account.role.code(),
            account.role.district().map(|district| district.as_str()),
            account.password.as_ref().map(|hash| &hash.0),
            account.fails,
            account.until.map(|until| until.timestamp_millis()),
            account.generation,
        ])?;
    Ok(())
}

/// Sets all accounts as they were handed out; the file holds none yet.
pub(super) fn restore(connection: &Connection, accounts: &Accounts) -> Result<()> {
    for (id, account) in &accounts.all {
        put_account(connection, &Edit::add(id.clone(), account.clone()))?;
    }
    let mark = accounts.mark.0.simple().to_string();
    connection.execute(
        "UPDATE admission SET mode = ?1, mark = ?2",
        [accounts.mode.code(), &mark],
    )?;
    Ok(())
}
