//! The accounts of a district, which its coordination looks after.

mod entry;
pub mod programme;
mod sheet;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use crate::domain::{
    Account, AccountFault, AccountId, Author, DistrictId, Email, MAX_NAME, Mode, Role, Text,
};
use crate::service::{self, Invitation, Keeper, Snapshot};
use crate::store::Accounts as There;
use crate::text::AccountTexts;
use crate::text::pages::Accounts;

use entry::{Can, entry, whom};
use sheet::sheet;

use super::App;
use super::errors::{Error, Result};
use super::page::{district_address, district_page, sealed};
use super::posted::Posted;
use super::reader::Reader;
use super::sign_in::{told, warning};
use super::visit::Coordinator;

/// GET /districts/{district}/accounts
pub async fn show(
    State(app): State<App>,
    Coordinator(view): Coordinator,
    reader: Reader,
) -> Result<Markup> {
    page(&app, &view, &reader, None).await
}

/// POST /districts/{district}/accounts
pub async fn invite(
    State(app): State<App>,
    Coordinator(view): Coordinator,
    reader: Reader,
    headers: HeaderMap,
    form: Posted,
) -> Result<Response> {
    let code = form.one("role").ok_or(Error::BadRequest)?;
    let role = role(code, &view.version.district)?;
    match invited(&app, &keeper(&view, &reader), &form, role).await {
        Ok(invitation) => Ok(shown(&view, &reader, &invitation, &base(&app, &headers))),
        Err(error) => refused(&app, &view, &reader, error).await,
    }
}

/// Invites whom a form names.
async fn invited(
    app: &App,
    keeper: &Keeper,
    form: &Posted,
    role: Role,
) -> service::Result<Invitation> {
    let typed = |name| form.one(name).unwrap_or_default().trim();
    let email = Email::parse(typed("email")).map_err(|_| AccountFault::NoAddress)?;
    let name = Some(typed("name")).filter(|name| !name.is_empty());
    let is_long = name.is_some_and(|name| name.chars().count() > MAX_NAME);
    let name = name.map(Text::parse).transpose();
    let name = name.ok().filter(|_| !is_long).ok_or(AccountFault::NoName)?;
    let whom = (email, name, role);
    app.service.invite(keeper, whom, app.clock.now()).await
}

/// POST /districts/{district}/accounts/{account}
pub async fn change(
    State(app): State<App>,
    Coordinator(view): Coordinator,
    Path((_, account)): Path<(String, String)>,
    reader: Reader,
    headers: HeaderMap,
    form: Posted,
) -> Result<Response> {
    let account = AccountId::parse(&account).map_err(|_| Error::NotFound)?;
    let (keeper, now) = (keeper(&view, &reader), app.clock.now());
    let done = match (form.one("action"), form.one("role")) {
        (Some("invite"), _) => match app.service.invite_again(&keeper, &account, now).await {
            Ok(invitation) => {
                return Ok(shown(&view, &reader, &invitation, &base(&app, &headers)));
            }
            Err(error) => Err(error),
        },
        (Some("remove"), _) => app.service.remove_account(&keeper, &account, now).await,
        (Some("role"), Some(code)) => {
            let role = role(code, &view.version.district)?;
            app.service.change_role(&keeper, &account, role, now).await
        }
        _ => return Err(Error::BadRequest),
    };
    match done {
        Ok(()) => {
            let page = reader.link(&address(&view), &[("done", "1")]);
            Ok(Redirect::to(&page).into_response())
        }
        Err(error) => refused(&app, &view, &reader, error).await,
    }
}

/// The sheet of an invitation, once.
fn shown(view: &Snapshot, reader: &Reader, invitation: &Invitation, base: &str) -> Response {
    let back = address(view);
    let sheet = sheet(reader, invitation, Some(&view.district), base, &back);
    sealed(district_page(
        view,
        reader,
        Accounts::of(reader.lang).title,
        sheet,
    ))
}

/// Who looks after the accounts of a district on its page.
fn keeper(view: &Snapshot, reader: &Reader) -> Keeper {
    match reader.author() {
        Ok(Author::Account(signatory)) => Keeper::Account(signatory),
        _ => Keeper::Role(Role::Coordination(view.version.district.clone())),
    }
}

fn address(view: &Snapshot) -> String {
    format!("{}/accounts", district_address(&view.version.district))
}

/// The address under which whoever asks has reached the service; the host was judged before.
fn base(app: &App, headers: &HeaderMap) -> String {
    app.front.origin().unwrap_or_else(|| {
        let host = headers.get(header::HOST);
        let host = host.and_then(|host| host.to_str().ok());
        format!("http://{}", host.unwrap_or("127.0.0.1:8080"))
    })
}

fn role(code: &str, district: &DistrictId) -> Result<Role> {
    Role::from_code(code, Some(district.clone())).ok_or(Error::BadRequest)
}

async fn refused(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    error: service::Error,
) -> Result<Response> {
    match error {
        service::Error::Account(fault) => {
            Ok(told(fault, page(app, view, reader, Some(fault)).await?))
        }
        error => Err(error.into()),
    }
}

async fn page(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    fault: Option<AccountFault>,
) -> Result<Markup> {
    let text = Accounts::of(reader.lang);
    let there = app.service.accounts().await?;
    let own = own(&there, &view.version.district);
    let main = html! {
        @if reader.asked("done").is_some() { p.notice role="status" { (text.done) } }
        (warning(fault, reader))
        p.lead { (text.lead) }
        @if there.mode == Mode::Personal { p { strong { (text.begins) } } }
        @if own.is_empty() { p { (text.none) } }
        @for (id, account) in own { (entry(reader, &address(view), (id, account), can(reader, id, account))) }
        section.card aria-labelledby="invite" {
            h2 #invite { (text.invite) }
            form.fields method="post" action=(reader.link(&address(view), &[])) {
                (whom(reader, ""))
                p { label for="role" { (text.role) } (roles(reader, "role", None)) }
                p.actions { button.button type="submit" { (text.make) } }
            }
        }
    };
    Ok(district_page(view, reader, text.title, main))
}

/// The accounts of a district, by their addresses.
fn own<'a>(there: &'a There, district: &DistrictId) -> Vec<(&'a AccountId, &'a Account)> {
    let all = there.all.iter();
    let mut own: Vec<_> = all
        .filter(|(_, account)| account.role.district() == Some(district))
        .collect();
    own.sort_by(|(_, a), (_, b)| a.email.cmp(&b.email));
    own
}

/// What the coordination can do about an account: another role, a new link, an end.
fn can(reader: &Reader, id: &AccountId, account: &Account) -> Can {
    let text = Accounts::of(reader.lang);
    let field = format!("role-{id}");
    Can {
        roles: Some(html! {
            p { label for=(field) { (text.role) } (roles(reader, &field, Some(&account.role))) }
        }),
        renew: true,
        remove: true,
    }
}

fn roles(reader: &Reader, field: &str, chosen: Option<&Role>) -> Markup {
    let words = AccountTexts::of(reader.lang);
    let [_, coordination, core_team, leader] = Role::CODES;
    let chosen = chosen.map_or(core_team, Role::code);
    html! {
        select id=(field) name="role" {
            @for (code, name) in [
                (core_team, words.core_team),
                (leader, words.leader),
                (coordination, words.coordination),
            ] {
                option value=(code) selected[code == chosen] { (name) }
            }
        }
    }
}
