//! The accounts in a backup: without passwords and passes. Somebody removed since then would come back with it; so nobody
//! comes in until they are invited anew.

use serde::{Deserialize, Serialize};

use crate::domain::{Account, AccountId, DistrictId, Email, Mode, Role, Text};
use crate::store::{Accounts, Mark};

/// All accounts, and whether people sign in.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Line {
    mode: String,
    mark: Mark,
    all: Vec<One>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct One {
    id: AccountId,
    email: String,
    name: Option<Text>,
    role: String,
    district: Option<DistrictId>,
    generation: i64,
}

/// The accounts; none of a store that never had one.
pub(super) fn line(accounts: &Accounts) -> Option<Line> {
    if *accounts == Accounts::default() {
        return None;
    }
    let one = |(id, account): (&AccountId, &Account)| One {
        id: id.clone(),
        email: account.email.to_string(),
        name: account.name.clone(),
        role: account.role.code().to_owned(),
        district: account.role.district().cloned(),
        generation: account.generation,
    };
    Some(Line {
        mode: accounts.mode.code().to_owned(),
        mark: accounts.mark,
        all: accounts.all.iter().map(one).collect(),
    })
}

/// The accounts of a line.
pub(super) fn read(line: Line) -> Result<Accounts, String> {
    let account = |line: One| {
        let role = Role::from_code(&line.role, line.district);
        let role = role.ok_or("it names an unknown role")?;
        let email = Email::parse(&line.email).map_err(|error| error.to_string())?;
        let account = Account {
            generation: line.generation,
            ..Account::invited(email, line.name, role)
        };
        Ok((line.id, account))
    };
    Ok(Accounts {
        mode: Mode::from_code(&line.mode).ok_or("it names an unknown mode")?,
        mark: line.mark,
        all: line
            .all
            .into_iter()
            .map(account)
            .collect::<Result<_, String>>()?,
    })
}
