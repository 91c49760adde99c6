//! The log of what matters, for who is answerable.

use axum::extract::State;
use maud::{Markup, html};

use crate::domain::{DistrictId, Event, LogEntry, Role, Text};
use crate::service::Snapshot;
use crate::store::Accounts;
use crate::text::pages::LogPage;
use crate::text::{AccountTexts, Lang};

use super::App;
use super::errors::Result;
use super::history::moment;
use super::page::{Mark, Page, district_address, district_page};
use super::reader::Reader;
use super::signer::Signers;
use super::table::table;
use super::visit::{Coordinator, ForProgramme};

/// Where the programme's own log is.
pub const OF_PROGRAMME: &str = "/programme/log";

/// GET /districts/{district}/log
pub async fn show(
    State(app): State<App>,
    Coordinator(view): Coordinator,
    reader: Reader,
) -> Result<Markup> {
    let text = LogPage::of(reader.lang);
    let now = app.clock.now();
    let entries = app.service.log_of(&view.version.district, now).await?;
    let main = html! {
        p.lead { (text.lead) }
        (list(&app, &reader, &entries).await?)
        p.actions { a.button.quiet href=(reader.link(&erase(&view), &[])) { (text.to_erase) } }
    };
    Ok(district_page(&view, &reader, text.title, main))
}

/// GET /programme/log
pub async fn show_programme(
    State(app): State<App>,
    _: ForProgramme,
    reader: Reader,
) -> Result<Markup> {
    let text = LogPage::of(reader.lang);
    let entries = app.service.log_of_programme(app.clock.now()).await?;
    let main = html! {
        div.wide {
            h1 { (text.title) }
            p.lead { (text.lead_programme) }
            (list(&app, &reader, &entries).await?)
        }
    };
    Ok(Page {
        reader: &reader,
        title: text.title,
        mark: Mark::None,
        main,
    }
    .render())
}

fn erase(view: &Snapshot) -> String {
    format!("{}/erase", district_address(&view.version.district))
}

async fn list(app: &App, reader: &Reader, entries: &[LogEntry]) -> Result<Markup> {
    let text = LogPage::of(reader.lang);
    let signers = Signers::of(app, reader).await?;
    let accounts = app.service.accounts().await?;
    let [when, what, whom] = text.columns;
    Ok(html! {
        @if entries.is_empty() { p { (text.empty) } } @else {
            (table(text.entries, &text.columns, html! {
                @for entry in entries {
                    tr {
                        td data-column=(when) {
                            time datetime=(entry.at.to_rfc3339()) { (moment(entry.at, reader.lang)) }
                        }
                        td data-column=(what) { (text.say(&entry.event, &about(&entry.event, &accounts, text), word)) }
                        td data-column=(whom) { (signers.told(Some(&entry.by), entry.at).unwrap_or("–".to_owned())) }
                    }
                }
            }))
        }
    })
}

/// The account that an entry is about: its name or address, as long as it is there.
fn about(event: &Event, accounts: &Accounts, text: &LogPage) -> String {
    let id = match event {
        Event::Invited { account, .. } | Event::RoleChanged { account, .. } => account,
        Event::AccountRemoved { .. }
        | Event::ContactsExported { .. }
        | Event::Release { .. }
        | Event::Erased(_)
        | Event::BackedUp(_)
        | Event::Restored { .. } => return String::new(),
    };
    match accounts.all.get(id) {
        Some(account) => match &account.name {
            Some(name) => Text::as_str(name).to_owned(),
            None => account.email.to_string(),
        },
        None => text.an_account.to_owned(),
    }
}

/// What the role of a word is called.
fn word(code: &str, lang: Lang) -> &'static str {
    // Any district: the words of a role are the same in all.
    let district = DistrictId::parse("x").ok().filter(|_| code != "programme");
    Role::from_code(code, district).map_or("–", |role| AccountTexts::of(lang).role(&role))
}
