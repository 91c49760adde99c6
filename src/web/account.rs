//! One's own account: another password, and an end to sessions elsewhere.

use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};

use crate::domain::AccountFault;
use crate::service::{self, Signed};
use crate::text::AccountTexts;
use crate::text::pages::SignIn;

use super::App;
use super::entrance::ACCOUNT;
use super::errors::{Error, Result};
use super::page::{Mark, Page};
use super::posted::Posted;
use super::reader::{self, Reader};
use super::session;
use super::sign_in::{go, told, warning};

/// GET /account
pub async fn show(reader: Reader) -> Markup {
    let is_done = reader.asked("done").is_some();
    page(&reader, is_done, None)
}

/// POST /account
pub async fn change(State(app): State<App>, reader: Reader, form: Posted) -> Result<Response> {
    if let Some(code) = form.one("language") {
        let cookie = reader::remember(code).ok_or(Error::BadRequest)?;
        return Ok(go(&reader.link(ACCOUNT, &[]), cookie));
    }
    let now = app.clock.now();
    let signed = reader.comer.signed.as_deref().ok_or(Error::BadRequest)?;
    let changed = match (form.one("password"), form.one("end-others")) {
        (Some(old), _) => {
            let field = |name| form.one(name).unwrap_or_default();
            let new = [field("new"), field("again")];
            app.service.change_password(signed, old, new, now).await
        }
        (None, Some(_)) => app.service.end_others(signed, now).await,
        (None, None) => return Err(Error::BadRequest),
    };
    match changed {
        Ok(token) => {
            let done = reader.link(ACCOUNT, &[("done", "1")]);
            Ok(go(&done, session::begin(&token, &app.front)))
        }
        Err(service::Error::Account(fault)) => Ok(told(fault, page(&reader, false, Some(fault)))),
        Err(error) => Err(error.into()),
    }
}

fn page(reader: &Reader, is_done: bool, fault: Option<AccountFault>) -> Markup {
    let text = SignIn::of(reader.lang);
    let main = html! {
        div.wide.narrow {
            h1 { (text.account) }
            @if is_done { p.notice role="status" { (text.done) } }
            (warning(fault, reader))
            @match reader.comer.signed.as_deref() {
                None => p.lead { (text.nobody) },
                Some(signed) => (forms(reader, signed, text)),
            }
        }
    };
    Page {
        reader,
        title: text.account,
        mark: Mark::None,
        main,
    }
    .render()
}

fn forms(reader: &Reader, signed: &Signed, text: &SignIn) -> Markup {
    let role = AccountTexts::of(reader.lang).role(&signed.role);
    html! {
        p.lead { (signed.email) " · " (role) }
        section.card aria-labelledby="change" {
            h2 #change { (text.change) }
            form.fields.stacked method="post" action=(reader.link(ACCOUNT, &[])) {
                input type="hidden" name="username" autocomplete="username" value=(signed.email);
                p {
                    label for="old" { (text.old) }
                    input #old type="password" name="password" autocomplete="current-password" required;
                }
                p {
                    label for="new" { (text.new) small { " (" (text.new_hint) ")" } }
                    input #new type="password" name="new" autocomplete="new-password" minlength="15" required;
                }
                p {
                    label for="again" { (text.again) }
                    input #again type="password" name="again" autocomplete="new-password" required;
                }
                p.actions { button.button type="submit" { (text.change) } }
            }
        }
        section.card aria-labelledby="language" {
            h2 #language { (text.language) }
            p.hint { (text.language_hint) }
            form.fields method="post" action=(reader.link(ACCOUNT, &[])) {
                p.actions {
                    @for (code, name) in [("de", "Deutsch"), ("en", "English")] {
                        button.button.quiet type="submit" name="language" value=(code) lang=(code) aria-pressed=((code == reader.lang.code()).to_string()) { (name) }
                    }
                }
            }
        }
        section.card aria-labelledby="others" {
            h2 #others { (text.others) }
            p.hint { (text.others_hint) }
            form.fields method="post" action=(reader.link(ACCOUNT, &[])) {
                p.actions { button.button.quiet type="submit" name="end-others" value="yes" { (text.end_others) } }
            }
        }
    }
}
