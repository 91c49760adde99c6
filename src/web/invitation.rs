//! An invitation: shown as often as anybody looks, redeemed only by setting a password. What checks mail opens links and
//! presses buttons before people do.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use maud::{Markup, html};

use crate::domain::{AccountFault, Mode};
use crate::service::{self, Invited, day};
use crate::text::AccountTexts;
use crate::text::pages::{SignIn, date};

use super::App;
use super::entrance::INVITATION;
use super::errors::{Error, Result};
use super::page::{Mark, Page, sealed};
use super::posted::Posted;
use super::reader::Reader;
use super::sign_in::{come_in, told, warning};

/// GET /invitation
pub async fn ask(reader: Reader) -> Markup {
    form(&reader, None)
}

/// GET /invitation/{token}
pub async fn show(
    State(app): State<App>,
    Path(token): Path<String>,
    reader: Reader,
) -> Result<Response> {
    look(&app, &reader, &token, None).await
}

/// POST /invitation
pub async fn redeem(
    State(app): State<App>,
    reader: Reader,
    headers: HeaderMap,
    form: Posted,
) -> Result<Response> {
    let typed = form.one("token").or(form.one("code"));
    let typed = typed.ok_or(Error::BadRequest)?;
    waited(&app, &reader)?;
    let Some(password) = form.one("password") else {
        return look(&app, &reader, typed, None).await;
    };
    let again = form.one("again").unwrap_or_default();
    let redeemed = app
        .service
        .redeem(typed, [password, again], app.clock.now());
    match redeemed.await {
        Ok(token) => come_in(&app, &headers, "/", &token).await,
        Err(service::Error::Account(fault)) => look(&app, &reader, typed, Some(fault)).await,
        Err(error) => Err(error.into()),
    }
}

/// Refuses who has tried too many codes that there are not.
pub(super) fn waited(app: &App, reader: &Reader) -> Result<()> {
    match app.attempts.wait(reader.comer.from, app.clock.now()) {
        Some(seconds) => Err(Error::TooMany(seconds)),
        None => Ok(()),
    }
}

/// Says whom a link or a code invites, and asks for a password; or why it does not.
async fn look(
    app: &App,
    reader: &Reader,
    typed: &str,
    fault: Option<AccountFault>,
) -> Result<Response> {
    waited(app, reader)?;
    let (from, now) = (reader.comer.from, app.clock.now());
    match app.service.invited(typed, now).await {
        Ok(invited) => {
            let page = page(app, reader, typed, &invited, fault).await?;
            Ok(match fault {
                Some(fault) => told(fault, sealed(page)),
                None => sealed(page),
            })
        }
        Err(service::Error::Account(fault)) => {
            if fault == AccountFault::NoLink {
                app.attempts.failed(from, now);
            }
            Ok(told(fault, sealed(form(reader, Some(fault)))))
        }
        Err(error) => Err(error.into()),
    }
}

/// The form for a code.
fn form(reader: &Reader, fault: Option<AccountFault>) -> Markup {
    let text = SignIn::of(reader.lang);
    let main = html! {
        h1 { (text.invitation) }
        (warning(fault, reader))
        form.fields.stacked method="post" action=(reader.link(INVITATION, &[])) {
            p {
                label for="code" { (text.code) small { " (" (text.code_hint) ")" } }
                input #code type="text" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" required;
            }
            p.actions { button.button type="submit" { (text.look) } }
        }
    };
    framed(reader, main)
}

async fn page(
    app: &App,
    reader: &Reader,
    typed: &str,
    invited: &Invited,
    fault: Option<AccountFault>,
) -> Result<Markup> {
    let text = SignIn::of(reader.lang);
    let account = &invited.account;
    let programme = app.service.programme().await?;
    let district = account.role.district();
    let district = district.and_then(|id| programme.value.districts.get(id));
    let role = AccountTexts::of(reader.lang).role(&account.role);
    let until = date(day(invited.ends), reader.lang);
    let district = district.map(|district| district.name.as_str());
    let main = html! {
        h1 { (text.invitation) }
        (warning(fault, reader))
        p.lead { ((text.invited)(account.email.as_str(), role, district, &until)) }
        p { (text.how) }
        @if reader.comer.mode == Mode::Personal && account.role.administers() {
            p { strong { (text.from_now_on) } }
        }
        form.fields.stacked method="post" action=(reader.link(INVITATION, &[])) {
            input type="hidden" name="token" value=(typed);
            // So that what keeps passwords knows whose it is.
            input type="hidden" name="username" autocomplete="username" value=(account.email.as_str());
            (new_password(text))
            p.actions { button.button type="submit" { (text.set) } }
        }
    };
    Ok(framed(reader, main))
}

/// The two fields of a new password.
fn new_password(text: &SignIn) -> Markup {
    html! {
        p {
            label for="new" { (text.new) small { " (" (text.new_hint) ")" } }
            input #new type="password" name="password" autocomplete="new-password" minlength="15" required;
        }
        p {
            label for="again" { (text.again) }
            input #again type="password" name="again" autocomplete="new-password" required;
        }
    }
}

fn framed(reader: &Reader, main: Markup) -> Markup {
    Page {
        reader,
        title: SignIn::of(reader.lang).invitation,
        mark: Mark::None,
        main: html! { div.wide.narrow { (main) } },
    }
    .render()
}
