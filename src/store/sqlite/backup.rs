//! Everything handed out, and taken over into an empty file.

use std::collections::BTreeSet;

use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use super::error::unreadable;
use super::file::PATIENCE;
use super::{
    Writer, account, contact, load, logged, places, programme, release, request, seal, step, write,
};
use crate::domain::{DistrictId, Network, Programme};
use crate::store::{Accounts, Error, Head, Kept, Result, Revision, Scope, Sink, Source};

/// Hands out everything that one state holds.
pub(super) fn dump(state: &Transaction<'_>, to: &mut Sink) -> Result<()> {
    let programme = programme::load(state)?;
    let mut scopes: BTreeSet<Scope> = programme
        .districts
        .keys()
        .cloned()
        .map(Scope::District)
        .collect();
    // A removed district leaves its history behind.
    let mut statement = state.prepare("SELECT id FROM scope WHERE id LIKE 'district/%'")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id: String = row.get(0)?;
        let district = id.strip_prefix("district/").unwrap_or_default();
        let district = DistrictId::parse(district).map_err(|error| unreadable("scope", error))?;
        scopes.insert(Scope::District(district));
    }
    let records = Programme::default().diff(&programme);
    to(kept(state, Scope::Programme, records)?)?;
    for scope in scopes {
        let Scope::District(district) = &scope else {
            continue;
        };
        let records = if programme.districts.contains_key(district) {
            let held = load::network(state, district, None)?;
            Network::default().diff(&held.value)
        } else {
            Vec::new()
        };
        let kept = kept(state, scope, records)?;
        // A scope without head, records and history is not a scope.
        if kept.head.is_some() || !kept.steps.is_empty() || !kept.requests.is_empty() {
            to(kept)?;
        }
    }
    Ok(())
}

fn kept(
    state: &Transaction<'_>,
    scope: Scope,
    records: Vec<crate::domain::Change>,
) -> Result<Kept> {
    let head = match programme::head(state, &scope) {
        Ok(head) => Some(head),
        Err(Error::NoSuchDistrict(_)) => None,
        Err(error) => return Err(error),
    };
    let contacts = match &scope {
        Scope::District(district) => contact::load(state, district)?,
        Scope::Programme => Default::default(),
    };
    let places = match &scope {
        Scope::District(district) => places::load(state, district)?,
        Scope::Programme => None,
    };
    let frozen = match &scope {
        Scope::District(district) => release::all(state, district)?,
        Scope::Programme => Vec::new(),
    };
    let accounts = match &scope {
        Scope::District(_) => Accounts::default(),
        Scope::Programme => account::all(state)?,
    };
    let mut log = logged::load(state, &scope)?;
    log.reverse();
    let mut steps = step::load(state, &scope, None, u32::MAX)?;
    steps.reverse();
    Ok(Kept {
        requests: request::all(state, &scope)?,
        scope,
        head,
        records,
        contacts,
        places,
        frozen,
        accounts,
        steps,
        log,
    })
}

/// Takes everything over in one transaction; a file that holds anything is left as it is.
pub(super) fn restore(writer: &mut Writer, from: &mut Source) -> Result<()> {
    let Writer {
        connection, seal, ..
    } = writer;
    seal.holds(connection)?;
    seal.begin(connection)?;
    connection.busy_timeout(PATIENCE)?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let scopes: i64 = transaction.query_row("SELECT count(*) FROM scope", [], |row| row.get(0))?;
    let head = programme::head(&transaction, &Scope::Programme)?;
    if scopes > 1 || head.revision != Revision::default() {
        return Err(Error::NotEmpty);
    }
    while let Some(kept) = from()? {
        take(&transaction, &kept)?;
    }
    seal::touch(&transaction)?;
    transaction.commit()?;
    seal.end(connection);
    Ok(())
}

fn take(transaction: &Transaction<'_>, kept: &Kept) -> Result<()> {
    let scope = &kept.scope;
    let last = kept.steps.last().map(|step| step.number);
    let head = kept.head.unwrap_or(Head {
        revision: last.unwrap_or_default(),
        ..Head::default()
    });
    transaction.execute(
        "INSERT INTO scope (id, revision, mark) VALUES (?1, ?2, ?3)
         ON CONFLICT DO UPDATE SET revision = excluded.revision, mark = excluded.mark",
        params![
            programme::scope_key(scope),
            head.revision.0,
            head.mark.0.simple().to_string()
        ],
    )?;
    if let Scope::District(district) = scope {
        for frozen in &kept.frozen {
            release::keep(transaction, district, frozen)?;
        }
    }
    for change in &kept.records {
        write::make(transaction, scope, change)?;
    }
    if scope == &Scope::Programme {
        account::restore(transaction, &kept.accounts)?;
    }
    if let Scope::District(district) = scope {
        for (actor, kept) in &kept.contacts {
            contact::put(transaction, district, actor, kept)?;
        }
        if let Some(placed) = &kept.places {
            places::put(transaction, district, placed)?;
        }
    }
    for step in &kept.steps {
        step::save(transaction, scope, step.number, &step.stamp, &step.changes)?;
        if step.blanked {
            step::blank(transaction, scope, step)?;
        }
    }
    for known in &kept.requests {
        request::keep(transaction, scope, known)?;
    }
    for entry in &kept.log {
        logged::keep(transaction, scope, entry)?;
    }
    Ok(())
}

/// What SQLite finds wrong with the file.
pub(super) fn faults(state: &Connection) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    let mut check = state.prepare("PRAGMA integrity_check")?;
    let rows = check.query_map([], |row| row.get::<_, String>(0))?;
    for row in rows {
        faults.push(row?);
    }
    faults.retain(|line| line != "ok");
    let mut check = state.prepare("PRAGMA foreign_key_check")?;
    let mut rows = check.query([])?;
    while let Some(row) = rows.next()? {
        let (table, to): (String, String) = (row.get(0)?, row.get(2)?);
        faults.push(format!("{table}: a row refers to what is not in {to}"));
    }
    Ok(faults)
}
