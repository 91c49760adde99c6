//! Signing in and out.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use crate::domain::{AccountFault, Mode};
use crate::service;
use crate::text::AccountTexts;
use crate::text::pages::SignIn;

use super::App;
use super::entrance::{INVITATION, SIGN_IN};
use super::errors::{Error, Result};
use super::page::{Mark, Page};
use super::posted::Posted;
use super::reader::Reader;
use super::session;

/// GET /sign-in
pub async fn show(reader: Reader) -> Markup {
    let next = reader.asked("next").unwrap_or("/").to_owned();
    page(&reader, "", &next, None)
}

/// POST /sign-in
pub async fn enter(
    State(app): State<App>,
    reader: Reader,
    headers: HeaderMap,
    form: Posted,
) -> Result<Response> {
    let field = |name| form.one(name).ok_or(Error::BadRequest);
    let (email, password) = (field("email")?, field("password")?);
    let next = form.one("next").unwrap_or("/");
    if reader.comer.mode == Mode::Personal {
        return Ok(page(&reader, email, next, None).into_response());
    }
    let signed = app.service.sign_in(email, password, app.clock.now()).await;
    match signed {
        Ok(token) => come_in(&app, &headers, own(next), &token).await,
        Err(service::Error::Account(fault)) => {
            let page = page(&reader, email, next, Some(fault));
            Ok(told(fault, page))
        }
        Err(error) => Err(error.into()),
    }
}

/// POST /sign-out
pub async fn leave(State(app): State<App>, headers: HeaderMap) -> Result<Response> {
    end(&app, &headers).await?;
    Ok(go("/", session::end(&app.front)))
}

/// Lets somebody in with a new session. One that the browser had before ends, whosever it was.
pub async fn come_in(app: &App, headers: &HeaderMap, to: &str, token: &str) -> Result<Response> {
    end(app, headers).await?;
    Ok(go(to, session::begin(token, &app.front)))
}

/// Ends the session that a browser has.
async fn end(app: &App, headers: &HeaderMap) -> Result<()> {
    if let Some(token) = session::token(headers, &app.front) {
        app.service.sign_out(&token, app.clock.now()).await?;
    }
    Ok(())
}

/// Leads a browser on with another cookie of its session.
pub fn go(to: &str, cookie: header::HeaderValue) -> Response {
    let mut response = Redirect::to(to).into_response();
    response.headers_mut().append(header::SET_COOKIE, cookie);
    response
}

/// A page that says what was wrong, under the status that fits.
pub fn told(fault: AccountFault, page: Markup) -> Response {
    let status = match fault {
        AccountFault::Wrong => StatusCode::UNAUTHORIZED,
        AccountFault::Wait(_) => StatusCode::TOO_MANY_REQUESTS,
        AccountFault::NoLink | AccountFault::NoSuchAccount => StatusCode::NOT_FOUND,
        AccountFault::LinkUsed | AccountFault::LinkOld | AccountFault::DistrictGone => {
            StatusCode::GONE
        }
        AccountFault::Contended => StatusCode::SERVICE_UNAVAILABLE,
        AccountFault::Elsewhere => StatusCode::FORBIDDEN,
        AccountFault::HasCoordination
        | AccountFault::LastCoordination
        | AccountFault::LastOfAll
        | AccountFault::FirstAdministers
        | AccountFault::Demonstration
        | AccountFault::AddressTaken => StatusCode::CONFLICT,
        AccountFault::NoAddress
        | AccountFault::TooShort
        | AccountFault::TooLong
        | AccountFault::Differ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let mut response = (status, page).into_response();
    if let AccountFault::Wait(seconds) = fault {
        let soon = header::HeaderValue::from(seconds);
        response.headers_mut().insert(header::RETRY_AFTER, soon);
    }
    response
}

/// What is said of a fault, above a form.
pub fn warning(fault: Option<AccountFault>, reader: &Reader) -> Markup {
    let said = fault.map(|fault| AccountTexts::of(reader.lang).say(fault));
    html! { @if let Some(said) = said { p.warning role="alert" { (said) } } }
}

/// An address of ours: a link to `//name` would lead who has signed in to another site. What browsers drop or turn round,
/// and no header can hold, is in none.
fn own(next: &str) -> &str {
    let leads_away = next.starts_with("//") || next.contains('\\');
    let is_plain = next.bytes().all(|byte| byte.is_ascii_graphic());
    if next.starts_with('/') && !leads_away && is_plain {
        next
    } else {
        "/"
    }
}

fn page(reader: &Reader, email: &str, next: &str, fault: Option<AccountFault>) -> Markup {
    let text = SignIn::of(reader.lang);
    let main = html! {
        div.wide.narrow {
            h1 { (text.title) }
            (warning(fault, reader))
            @if reader.comer.mode == Mode::Personal {
                p.lead { (text.nobody) }
            } @else {
                form.fields method="post" action=(reader.link(SIGN_IN, &[])) {
                    input type="hidden" name="next" value=(own(next));
                    p {
                        label for="email" { (text.email) }
                        input #email type="email" name="email" value=(email) autocomplete="username" required;
                    }
                    p {
                        label for="password" { (text.password) }
                        input #password type="password" name="password" autocomplete="current-password" required;
                    }
                    p.actions { button.button type="submit" { (text.title) } }
                }
                h2 { (text.forgotten_title) }
                p { (text.forgotten) }
            }
            p { a href=(reader.link(INVITATION, &[])) { (text.has_code) } }
        }
    };
    Page {
        reader,
        title: text.title,
        mark: Mark::None,
        main,
    }
    .render()
}

#[cfg(test)]
mod tests {
    use super::own;

    #[test]
    fn who_has_signed_in_stays_on_this_site() {
        assert_eq!(own("/districts/mitte?phase=2"), "/districts/mitte?phase=2");
        for next in [
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "",
            "/a\r\nb",
            "/\t/evil.example",
            "/\u{1}",
            "/\u{7f}",
            "/ä",
            "javascript:alert(1)",
        ] {
            assert_eq!(own(next), "/");
        }
    }
}
