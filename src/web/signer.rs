//! Whose an entry is, as far as its reader may know.

use chrono::{DateTime, Utc};

use crate::domain::{Author, Mode, Text};
use crate::store::Accounts;
use crate::text::AccountTexts;
use crate::text::pages::History;

use super::App;
use super::access::Access;
use super::errors::Result;
use super::reader::Reader;

/// What it takes to tell whose entries are.
pub struct Signers<'a> {
    reader: &'a Reader,
    accounts: Accounts,
    now: DateTime<Utc>,
}

impl<'a> Signers<'a> {
    /// Those of everybody who has an account; where nobody signs in there is nobody to tell.
    pub async fn of(app: &App, reader: &'a Reader) -> Result<Self> {
        let accounts = match reader.comer.mode {
            Mode::Accounts => app.service.accounts().await?,
            Mode::Personal => Accounts::default(),
        };
        Ok(Self {
            reader,
            accounts,
            now: app.clock.now(),
        })
    }

    /// Whose an entry of this time is: name or address as long as the account is there, else the role. The core team is
    /// told the role alone after twelve months.
    pub fn told(&self, author: Option<&Author>, at: DateTime<Utc>) -> Option<String> {
        let (text, words) = (
            History::of(self.reader.lang),
            AccountTexts::of(self.reader.lang),
        );
        match author? {
            Author::Personal => None,
            Author::Program => {
                (self.accounts.mode == Mode::Accounts).then(|| text.by_operator.to_owned())
            }
            Author::Pass(_) => Some(text.by_link.to_owned()),
            Author::Role(role) => Some(words.role(role).to_owned()),
            Author::Account(signatory) => {
                let coordinates = self.reader.may(Access::Coordination);
                let is_told = coordinates || self.now < Author::told_until(at);
                let account = self.accounts.all.get(&signatory.account);
                let account = account.filter(|_| is_told);
                let name = account.map(|one| match &one.name {
                    Some(name) => Text::as_str(name),
                    None => one.email.as_str(),
                });
                Some(name.unwrap_or(words.role(&signatory.role)).to_owned())
            }
        }
    }
}
