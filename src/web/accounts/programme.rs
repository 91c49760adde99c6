//! The accounts that the programme looks after: its own, and the first coordination of each district.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use crate::domain::{
    Account, AccountFault, AccountId, District, DistrictId, Mode, Programme, Role,
};
use crate::service::{self, Invitation, Keeper};
use crate::store::Accounts as There;
use crate::text::AccountTexts;
use crate::text::pages::Accounts;
use crate::web::App;
use crate::web::errors::{Error, Result};
use crate::web::page::{Mark, Page, sealed};
use crate::web::posted::Posted;
use crate::web::reader::Reader;
use crate::web::sign_in::{told, warning};
use crate::web::visit::ForProgramme;

use super::entry::{Can, entry, whom};
use super::sheet::sheet;
use super::{base, invited};

/// Where the page is.
pub use crate::web::entrance::PROGRAMME_ACCOUNTS as ADDRESS;

/// Who looks after accounts here.
const KEEPER: Keeper = Keeper::Role(Role::Programme);

/// GET /programme/accounts
pub async fn show(
    State(app): State<App>,
    ForProgramme(held): ForProgramme,
    reader: Reader,
) -> Result<Markup> {
    page(&app, &held.value, &reader, None).await
}

/// POST /programme/accounts
pub async fn invite(
    State(app): State<App>,
    ForProgramme(held): ForProgramme,
    reader: Reader,
    headers: HeaderMap,
    form: Posted,
) -> Result<Response> {
    let district = form.one("district").map(DistrictId::parse).transpose();
    let district = district.map_err(|_| Error::NoDistrict)?;
    let role = form.one("role").ok_or(Error::BadRequest)?;
    let role = Role::from_code(role, district).ok_or(Error::BadRequest)?;
    match invited(&app, &KEEPER, &form, role).await {
        Ok(invitation) => {
            let base = base(&app, &headers);
            Ok(shown(&held.value, &reader, &invitation, &base))
        }
        Err(error) => refused(&app, &held.value, &reader, error).await,
    }
}

/// POST /programme/accounts/{account}
pub async fn change(
    State(app): State<App>,
    ForProgramme(held): ForProgramme,
    Path(account): Path<String>,
    reader: Reader,
    headers: HeaderMap,
    form: Posted,
) -> Result<Response> {
    let account = AccountId::parse(&account).map_err(|_| Error::NotFound)?;
    let now = app.clock.now();
    let done = match form.one("action") {
        Some("invite") => {
            let invitation = app.service.invite_again(&KEEPER, &account, now).await;
            invitation.map(Some)
        }
        Some("remove") => {
            let removed = app.service.remove_account(&KEEPER, &account, now).await;
            removed.map(|()| None)
        }
        _ => return Err(Error::BadRequest),
    };
    match done {
        Ok(Some(invitation)) => {
            let base = base(&app, &headers);
            Ok(shown(&held.value, &reader, &invitation, &base))
        }
        Ok(None) => {
            let page = reader.link(ADDRESS, &[("done", "1")]);
            Ok(Redirect::to(&page).into_response())
        }
        Err(error) => refused(&app, &held.value, &reader, error).await,
    }
}

/// The sheet of an invitation, once.
fn shown(programme: &Programme, reader: &Reader, invitation: &Invitation, base: &str) -> Response {
    let district = invitation.account.role.district();
    let district = district.and_then(|id| programme.districts.get(id));
    let sheet = sheet(reader, invitation, district, base, ADDRESS);
    sealed(framed(reader, sheet))
}

async fn refused(
    app: &App,
    programme: &Programme,
    reader: &Reader,
    error: service::Error,
) -> Result<Response> {
    match error {
        service::Error::Account(fault) => {
            let page = page(app, programme, reader, Some(fault)).await?;
            Ok(told(fault, page))
        }
        error => Err(error.into()),
    }
}

async fn page(
    app: &App,
    programme: &Programme,
    reader: &Reader,
    fault: Option<AccountFault>,
) -> Result<Markup> {
    let text = Accounts::of(reader.lang);
    let there = app.service.accounts().await?;
    let districts = programme.districts.iter();
    let districts = districts.filter(|(_, district)| !district.example);
    let main = html! {
        @if reader.asked("done").is_some() { p.notice role="status" { (text.done) } }
        (warning(fault, reader))
        p.lead { (text.programme_lead) }
        @if there.mode == Mode::Personal { p { strong { (text.begins) } } }
        h2 { (text.programme) }
        @for one in of(&there, &Role::Programme) {
            (entry(reader, ADDRESS, one, Can { renew: true, remove: true, roles: None }))
        }
        section.card aria-labelledby="invite" {
            h3 #invite { (text.programme_invite) }
            form.fields method="post" action=(reader.link(ADDRESS, &[])) {
                input type="hidden" name="role" value=(Role::Programme.code());
                (whom(reader, ""))
                p.actions { button.button type="submit" { (text.make) } }
            }
        }
        h2 { (text.districts) }
        @for one in districts { (coordination(reader, one, &there)) }
    };
    Ok(framed(reader, main))
}

/// One district: who coordinates it, without their names where they have a password, or the form that invites the first.
fn coordination(
    reader: &Reader,
    (id, district): (&DistrictId, &District),
    there: &There,
) -> Markup {
    let (text, words) = (Accounts::of(reader.lang), AccountTexts::of(reader.lang));
    let role = Role::Coordination(id.clone());
    let (ready, waiting): (Vec<_>, Vec<_>) = of(there, &role)
        .into_iter()
        .partition(|(_, one)| one.password.is_some());
    let title = (text.coordination)(district.name.as_str());
    html! {
        section.card aria-labelledby=(id) {
            h3 id=(id) { (district.name) }
            p { (words.coordination) ": " ((text.coordinations)(ready.len(), waiting.len())) }
            @if ready.is_empty() && waiting.is_empty() {
                details {
                    summary { (title) }
                    form.fields method="post" action=(reader.link(ADDRESS, &[])) {
                        input type="hidden" name="role" value=(role.code());
                        input type="hidden" name="district" value=(id);
                        (whom(reader, &format!("-{id}")))
                        p.actions { button.button.quiet type="submit" aria-label=(title) { (text.make) } }
                    }
                }
            } @else if ready.is_empty() {
                @for one in waiting {
                    (entry(reader, ADDRESS, one, Can { renew: true, ..Can::default() }))
                }
            }
        }
    }
}

/// The accounts of a role, by their addresses.
fn of<'a>(there: &'a There, role: &Role) -> Vec<(&'a AccountId, &'a Account)> {
    let all = there.all.iter();
    let mut own: Vec<_> = all.filter(|(_, one)| one.role == *role).collect();
    own.sort_by(|(_, a), (_, b)| a.email.cmp(&b.email));
    own
}

fn framed(reader: &Reader, main: Markup) -> Markup {
    let title = Accounts::of(reader.lang).title;
    let main = html! { div.wide.narrow { h1 { (title) } (main) } };
    Page {
        reader,
        title,
        mark: Mark::None,
        main,
    }
    .render()
}
