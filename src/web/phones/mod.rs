//! Phones in a working meeting, at addresses of their own. Looked at as often as anybody likes, they do nothing; a phone
//! reads names and its own entries, adds reports and overwrites none.

mod form;
mod page;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, NaiveTime, Utc};
use chrono_tz::Europe::Berlin;
use maud::{Markup, html};

use crate::domain::Closed;
use crate::service::{self, Led, Phone, Room, Settled, is_token, new_token, token_of_code};
use crate::store::{self, Request, Revision};
use crate::text::Lang;
use crate::text::pages::PhonePage;

use super::App;
use super::errors::{Error, Result};
use super::invitation::waited;
use super::page::{Mark, Page, sealed};
use super::posted::Posted;
use super::reader::{Reader, encode};
use super::record::Filled;
use super::shown::phase_name;

use form::{Entered, faults_of};
use page::Shown;

/// Where a code is typed, and how all links begin.
pub const ADDRESS: &str = "/w";

/// The path of a link.
pub fn path(token: &str) -> String {
    format!("{ADDRESS}/{}", encode(token))
}

/// GET /w
pub async fn ask(reader: Reader) -> Response {
    sealed(code_form(&reader, None))
}

/// POST /w
pub async fn by_code(State(app): State<App>, reader: Reader, form: Posted) -> Result<Response> {
    let code = form.one("code").ok_or(Error::BadRequest)?;
    waited(&app, &reader)?;
    let token = token_of_code(code);
    match app.service.led_to_meeting(&token, app.clock.now()).await {
        Ok(_) => Ok(Redirect::to(&reader.link(&path(&token), &[])).into_response()),
        Err(error) => turned_away(&app, &reader, error),
    }
}

/// GET /w/{token}
pub async fn show(
    State(app): State<App>,
    Path(token): Path<String>,
    reader: Reader,
) -> Result<Response> {
    match shown(&app, &reader, &token).await {
        Ok(page) => Ok(sealed(page)),
        Err(error) => turned_away(&app, &reader, error),
    }
}

/// POST /w/{token}
pub async fn act(
    State(app): State<App>,
    Path(token): Path<String>,
    reader: Reader,
    form: Posted,
) -> Result<Response> {
    let request = form.request()?;
    match acted(&app, &reader, &token, (&form, request)).await {
        Ok(answer) => Ok(answer),
        Err(error) => turned_away(&app, &reader, error),
    }
}

async fn shown(app: &App, reader: &Reader, token: &str) -> service::Result<Markup> {
    match app.service.led_to_meeting(token, app.clock.now()).await? {
        Led::ToRoom(room) => room_page(app, reader, &room, token).await,
        Led::ToPhone(phone) => {
            let shown = Shown::of(app, reader, phone, token).await?;
            Ok(shown.page(shown.begun()))
        }
    }
}

async fn acted(
    app: &App,
    reader: &Reader,
    token: &str,
    (form, request): (&Posted, Request),
) -> service::Result<Response> {
    match app.service.led_to_meeting(token, app.clock.now()).await? {
        Led::ToRoom(_) => joined(app, reader, token, form).await,
        Led::ToPhone(phone) => match form.one("undo") {
            Some(step) => taken_back(app, reader, token, (phone, step), request).await,
            None => entered(app, reader, token, (phone, form), request).await,
        },
    }
}

/// Lets a phone in, and leads it to its own address. The token is drawn where the page is made, so that the same form
/// sent twice lets one phone in.
async fn joined(
    app: &App,
    reader: &Reader,
    token: &str,
    form: &Posted,
) -> service::Result<Response> {
    let phone = form.one("phone").filter(|phone| is_token(phone));
    let phone = phone.ok_or(Closed::NoLink)?;
    app.service.join(token, phone, app.clock.now()).await?;
    Ok(Redirect::to(&reader.link(&path(phone), &[])).into_response())
}

async fn entered(
    app: &App,
    reader: &Reader,
    token: &str,
    (phone, form): (Phone, &Posted),
    request: Request,
) -> service::Result<Response> {
    let view = app.service.view(&phone.room.district).await?;
    let typed = Filled::of(form);
    // What was entered already stands, whatever became of its functions since.
    let known = app.service.written(&phone.room.district, &request).await?;
    let faults = match Entered::read(&view, &phone.room.phase, &typed, reader.lang) {
        Ok(entered) => {
            let said = (entered.key, entered.report);
            let signature = (request, app.clock.now());
            let settled = app.service.add_by_phone(view, &phone, said, signature);
            match settled.await? {
                Settled::Otherwise(why) => faults_of(why, reader.lang),
                Settled::Done(_) | Settled::Nothing => {
                    return Ok(led_back(reader, token, "entered"));
                }
            }
        }
        Err(_) if known.is_some() => return Ok(led_back(reader, token, "entered")),
        Err(faults) => faults,
    };
    let shown = Shown::of(app, reader, phone, token).await?;
    let page = sealed(shown.page(shown.refused(typed, faults)));
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

async fn taken_back(
    app: &App,
    reader: &Reader,
    token: &str,
    (phone, step): (Phone, &str),
    request: Request,
) -> service::Result<Response> {
    let step = Revision(step.parse().unwrap_or_default());
    let signature = (request, app.clock.now());
    let undone = app.service.take_back_by_phone(&phone, step, signature);
    match undone.await {
        Ok(_) => Ok(led_back(reader, token, "undone")),
        Err(
            service::Error::Refused(_) | service::Error::Blanked(_) | service::Error::NoSuchStep(_),
        ) => {
            let shown = Shown::of(app, reader, phone, token).await?;
            let page = sealed(shown.page(shown.not_undone()));
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(error) => Err(error),
    }
}

/// The phone's page again, which says what was done.
fn led_back(reader: &Reader, token: &str, done: &str) -> Response {
    Redirect::to(&reader.link(&path(token), &[("done", done)])).into_response()
}

/// Says why a link or a code lets nobody in, and whom to ask. A link that there is not counts as a wrong code.
fn turned_away(app: &App, reader: &Reader, error: service::Error) -> Result<Response> {
    let closed = match error {
        service::Error::Closed(closed) => closed,
        service::Error::Store(error) if matches!(*error, store::Error::NoLongerMay) => {
            Closed::Ended
        }
        error => return Err(error.into()),
    };
    if closed == Closed::NoLink {
        waited(app, reader)?;
        app.attempts.failed(reader.comer.from, app.clock.now());
    }
    let status = match closed {
        Closed::NoLink | Closed::Over | Closed::Ended => StatusCode::NOT_FOUND,
        Closed::Full => StatusCode::CONFLICT,
    };
    Ok((status, sealed(code_form(reader, Some(closed)))).into_response())
}

/// The form for a code.
fn code_form(reader: &Reader, closed: Option<Closed>) -> Markup {
    let text = PhonePage::of(reader.lang);
    let main = html! {
        h1 { (text.title) }
        @if let Some(closed) = closed { p.warning role="alert" { (text.closed(closed)) } }
        form.fields.stacked method="post" action=(reader.link(ADDRESS, &[])) {
            p {
                label for="code" { (text.code) small { " (" (text.code_hint) ")" } }
                input #code type="text" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" required;
            }
            p.actions { button.button type="submit" { (text.look) } }
        }
    };
    framed(reader, main)
}

/// What somebody reads before they join: nothing happens until they press the button.
async fn room_page(
    app: &App,
    reader: &Reader,
    room: &Room,
    token: &str,
) -> service::Result<Markup> {
    let text = PhonePage::of(reader.lang);
    let view = app.service.view(&room.district).await?;
    let phase = phase_name(&view.programme, &room.phase);
    let until = until(room.ends, reader.lang);
    let main = html! {
        h1 { (text.title) }
        p.lead { ((text.place)(view.district.name.as_str(), phase, &until)) }
        p { (text.joins) }
        p { (text.who_sees) }
        form method="post" action=(reader.link(&path(token), &[])) {
            input type="hidden" name="request" value=(app.draw.number());
            input type="hidden" name="phone" value=(new_token());
            p.actions { button.button type="submit" { (text.join) } }
        }
    };
    Ok(framed(reader, main))
}

/// Until when a meeting lasts; it always ends today.
pub fn until(ends: DateTime<Utc>, lang: Lang) -> String {
    let time = ends.with_timezone(&Berlin).time();
    let time = match time == NaiveTime::MIN {
        true => "24:00".to_owned(),
        false => time.format("%H:%M").to_string(),
    };
    (PhonePage::of(lang).until)(&time)
}

fn framed(reader: &Reader, main: Markup) -> Markup {
    Page {
        reader,
        title: PhonePage::of(reader.lang).title,
        mark: Mark::None,
        main: html! { div.wide.narrow { (main) } },
    }
    .render()
}
