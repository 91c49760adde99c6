//! Signing in and out.

use axum::body::HttpBody;
use axum::extract::{DefaultBodyLimit, FromRequest, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use crate::domain::{AccountFault, Mode};
use crate::service;
use crate::text::AccountTexts;
use crate::text::pages::{Late, SignIn};

use super::App;
use super::budget::Share;
use super::carried::{CARRYING, Carried};
use super::entrance::{INVITATION, SIGN_IN};
use super::errors::{Error, Result};
use super::page::{Mark, Page, sealed};
use super::posted::{BODY, Posted};
use super::reader::Reader;
use super::session;

/// Somebody who has signed in to go on with what they typed before.
#[derive(Debug, Clone)]
pub struct Resumed {
    /// What they typed.
    pub carried: Carried,
    /// The cookie of their new session.
    pub cookie: HeaderValue,
}

/// The sign-in form as it is filled.
#[derive(Default)]
struct Entry<'a> {
    email: &'a str,
    next: &'a str,
    said: Option<String>,
    carried: Option<&'a Carried>,
}

/// GET /sign-in
pub async fn show(reader: Reader) -> Markup {
    let next = reader.asked("next").unwrap_or("/").to_owned();
    let entry = Entry {
        next: &next,
        ..Entry::default()
    };
    page(&reader, &entry)
}

/// POST /sign-in
pub async fn enter(
    State(app): State<App>,
    reader: Reader,
    headers: HeaderMap,
    request: Request,
) -> Result<Response> {
    let (form, _share) = read(&app, &reader, request).await?;
    let field = |name| form.one(name).ok_or(Error::BadRequest);
    let (email, password) = (field("email")?, field("password")?);
    let carried = Carried::of(&form);
    let entry = Entry {
        email,
        next: form.one("next").unwrap_or("/"),
        carried: carried.as_ref(),
        said: None,
    };
    if reader.comer.mode == Mode::Personal {
        return Ok(page(&reader, &entry).into_response());
    }
    let (from, now) = (reader.comer.from, app.clock.now());
    if let Some(seconds) = app.attempts.wait(from, now) {
        return Ok(again_in(seconds, &reader, entry));
    }
    let signed = app.service.sign_in(email, password, now).await;
    match signed {
        Ok((account, token)) => {
            let mut led_on = come_in(&app, &headers, own(entry.next), &token).await?;
            if let Some(carried) = carried.filter(|carried| carried.whose == account) {
                let cookie = session::begin(&token, &app.front);
                led_on.extensions_mut().insert(Resumed { carried, cookie });
            }
            Ok(led_on)
        }
        Err(service::Error::Account(fault)) => {
            if fault == AccountFault::Wrong {
                app.attempts.failed(from, now);
            }
            let said = Some(AccountTexts::of(reader.lang).say(fault));
            Ok(told(fault, sealed(page(&reader, &Entry { said, ..entry }))))
        }
        Err(error) => unanswered(&reader, entry, error.into()),
    }
}

/// The form. Who had a session may carry more than others: nobody else makes us hold so much.
async fn read(app: &App, reader: &Reader, mut request: Request) -> Result<(Posted, Option<Share>)> {
    let size = request.body().size_hint().exact();
    let comer = &reader.comer;
    let carries = comer.was.is_some() || comer.signed.is_some();
    let is_small = size.is_some_and(|bytes| bytes <= BODY as u64);
    let share = match carries && !is_small {
        true => Some(app.uploads.room(size)?),
        false => None,
    };
    let most = if carries { CARRYING } else { BODY };
    DefaultBodyLimit::max(most).apply(&mut request);
    Ok((Posted::from_request(request, app).await?, share))
}

/// Says when the next attempt from an address is looked at.
fn again_in(seconds: u32, reader: &Reader, entry: Entry<'_>) -> Response {
    let said = Some((SignIn::of(reader.lang).too_many)(seconds));
    let fault = AccountFault::Wait(seconds);
    told(fault, sealed(page(reader, &Entry { said, ..entry })))
}

/// Keeps what was typed where the store does not answer.
fn unanswered(reader: &Reader, entry: Entry<'_>, error: Error) -> Result<Response> {
    let status = error.status();
    if status != StatusCode::SERVICE_UNAVAILABLE {
        return Err(error);
    }
    let said = Some(SignIn::of(reader.lang).unanswered.to_owned());
    let page = sealed(page(reader, &Entry { said, ..entry }));
    let mut response = (status, page).into_response();
    if let Some(seconds) = error.again_in() {
        let soon = HeaderValue::from(seconds);
        response.headers_mut().insert(header::RETRY_AFTER, soon);
    }
    Ok(response)
}

/// The sign-in form for a form that came after its session had ended, with what was typed by whom, where that is known.
pub fn late(reader: &Reader, next: &str, carried: Option<&(Carried, &str)>) -> Response {
    let text = Late::of(reader.lang);
    let waits = match carried {
        Some((_, email)) => (text.waits)(email),
        None => text.nothing.to_owned(),
    };
    let files = carried.is_some_and(|(carried, _)| carried.files);
    let large = carried.is_some_and(|(carried, _)| carried.large);
    let parts = [
        Some(text.ended),
        Some(waits.as_str()),
        files.then_some(text.files),
        large.then_some(text.large),
    ];
    let said: Vec<&str> = parts.into_iter().flatten().collect();
    let entry = Entry {
        email: carried.map_or("", |(_, email)| email),
        next,
        said: Some(said.join(" ")),
        carried: carried.map(|(carried, _)| carried),
    };
    sealed(page(reader, &entry))
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
pub fn go(to: &str, cookie: HeaderValue) -> Response {
    let mut response = Redirect::to(to).into_response();
    response.headers_mut().append(header::SET_COOKIE, cookie);
    response
}

/// A page that says what was wrong, under the status that fits.
pub fn told(fault: AccountFault, page: impl IntoResponse) -> Response {
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
        | AccountFault::LastProgramme
        | AccountFault::LastOfAll
        | AccountFault::FirstAdministers
        | AccountFault::Demonstration
        | AccountFault::AddressTaken => StatusCode::CONFLICT,
        AccountFault::NoAddress
        | AccountFault::NoName
        | AccountFault::TooShort
        | AccountFault::TooLong
        | AccountFault::Guessable
        | AccountFault::Differ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let mut response = (status, page).into_response();
    if let AccountFault::Wait(seconds) = fault {
        let soon = HeaderValue::from(seconds);
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

fn page(reader: &Reader, entry: &Entry<'_>) -> Markup {
    let text = SignIn::of(reader.lang);
    let main = html! {
        div.wide.narrow {
            h1 { (text.title) }
            @if let Some(said) = &entry.said { p.warning role="alert" { (said) } }
            @if reader.comer.mode == Mode::Personal {
                p.lead { (text.nobody) }
            } @else {
                form.fields.stacked method="post" action=(reader.link(SIGN_IN, &[])) {
                    input type="hidden" name="next" value=(own(entry.next));
                    @if let Some(carried) = entry.carried { (carried.hidden()) }
                    p {
                        label for="email" { (text.email) }
                        input #email type="email" name="email" value=(entry.email) autocomplete="username" required;
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
