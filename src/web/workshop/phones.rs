//! The phones in the room: let in with a link and a code that are shown once, counted, and signed out all at once.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use super::address;
use crate::domain::{Author, Closed, Mode, PhaseId, TokenHash};
use crate::service::{self, Room, Snapshot, is_code, new_code, token_of_code};
use crate::text::pages::Phones;
use crate::web::App;
use crate::web::back::{BACK, to_meeting};
use crate::web::errors::{Error, Result};
use crate::web::page::{district_page, sealed};
use crate::web::phones::{self, path, until};
use crate::web::posted::Posted;
use crate::web::qr::qr;
use crate::web::quick::phase_of;
use crate::web::reader::Reader;
use crate::web::visit::Editor;

/// What is done with the phones.
const ACTION: &str = "action";

/// Which phones are signed out: a form that is sent again ends none that came since.
const ROOM: &str = "room";

/// POST /districts/{district}/workshop
pub async fn phones(
    State(app): State<App>,
    Editor(view): Editor,
    reader: Reader,
    form: Posted,
) -> Result<Response> {
    form.request()?;
    let district = &view.version.district;
    match form.one(ACTION) {
        Some("end") => {
            let room = form.one(ROOM).and_then(TokenHash::parse);
            let room = room.ok_or(Error::BadRequest)?;
            let now = app.clock.now();
            app.service.end_room(district, &room, now).await?;
            let ended = reader.link(&address(district), &[("phones", "ended")]);
            let back = to_meeting(&form).unwrap_or(&ended);
            Ok(Redirect::to(back).into_response())
        }
        Some("open") => opened(&app, &view, &reader, &form).await,
        _ => Err(Error::BadRequest),
    }
}

/// Lets phones in. The code was drawn where the form was made: sent again, it shows the same sheet.
async fn opened(app: &App, view: &Snapshot, reader: &Reader, form: &Posted) -> Result<Response> {
    let code = form.one("code").filter(|code| is_code(code));
    let code = code.ok_or(Error::BadRequest)?;
    let phase = phase_of(view, form.one("phase"))?.ok_or(Error::NoPhase)?;
    let origin = app.front.for_phones().ok_or(Error::NotAllowed)?;
    let Author::Account(signatory) = reader.author()? else {
        return Err(Error::NotAllowed);
    };
    let district = &view.version.district;
    // A page of before does not end a meeting that it does not know.
    let standing = app.service.room(district, app.clock.now()).await?;
    let known = [
        form.one(ROOM).and_then(TokenHash::parse),
        Some(TokenHash::of(&token_of_code(code))),
    ];
    if standing.is_some_and(|standing| !known.contains(&Some(standing.own))) {
        let other = reader.link(&address(district), &[("phones", "other")]);
        return Ok(Redirect::to(&other).into_response());
    }
    let opened = app.service.open_room(
        &signatory.account,
        (district, &phase),
        code,
        app.clock.now(),
    );
    match opened.await {
        Ok(room) => Ok(sealed(sheet(app, view, reader, (&room, code), &origin))),
        Err(service::Error::Closed(Closed::Ended | Closed::Over)) => {
            let over = reader.link(&address(district), &[("phones", "over")]);
            Ok(Redirect::to(&over).into_response())
        }
        Err(service::Error::Closed(_)) => Err(Error::BadRequest),
        Err(error) => Err(error.into()),
    }
}

/// The sheet with link and code.
fn sheet(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    (room, code): (&Room, &str),
    origin: &str,
) -> Markup {
    let text = Phones::of(reader.lang);
    let link = format!("{origin}{}", path(&token_of_code(code)));
    let back = reader.link(&address(&view.version.district), &[]);
    let fives = code.as_bytes().chunks(5);
    let fives: Vec<_> = fives.map(String::from_utf8_lossy).collect();
    let main = html! {
        p.notice role="status" { (text.once) }
        section.card.sheet.phones aria-labelledby="sheet" {
            h2 #sheet { (text.sheet) }
            p { ((text.must_reach)(origin)) }
            div.parts {
                @if let Some(picture) = qr(&link, text.picture) { (picture) }
                div {
                    p.link { (link) }
                    p { ((text.code)(&format!("{origin}{}", phones::ADDRESS))) }
                    p.code { (fives.join("-")) }
                    // On the wall it is not counted on: nobody joined yet when it is first shown.
                    p { @if room.phones > 0 { ((text.count)(room.phones)) ". " } (enters(view, room, reader)) }
                }
            }
        }
        p.actions.screen-alone {
            a.button href=(back) target="_blank" rel="noopener" { (text.to_map) }
            a.button.quiet href=(back) { (text.back) }
        }
        (ending(app, view, reader, (&room.own, None)))
    };
    district_page(view, reader, text.title, main)
}

/// The section of the page that begins a meeting: whether phones can take part, how many do, and the buttons.
pub async fn section(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    phase: &PhaseId,
) -> Result<Markup> {
    let text = Phones::of(reader.lang);
    let room = app.service.room(&view.version.district, app.clock.now());
    let room = room.await?;
    let said = match reader.asked("phones") {
        Some("ended") => Some(text.ended),
        Some("over") => Some(text.over),
        Some("other") => Some(text.other),
        _ => None,
    };
    let cannot = cannot(app, view, reader);
    Ok(html! {
        section.card aria-labelledby="phones" {
            h2 #phones { (text.title) }
            @if let Some(said) = said { p.notice role="status" { (said) } }
            @match &cannot {
                Err(why) => p { (why) },
                Ok(origin) => {
                    p { strong { ((text.must_reach)(origin)) } " " (text.try_it) }
                    p { (text.about) }
                    @match &room {
                        Some(room) => (open(app, view, reader, room)),
                        None => (closed(app, view, reader, phase)),
                    }
                }
            }
        }
    })
}

/// The address under which phones reach the service, or why they cannot take part.
fn cannot(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
) -> std::result::Result<String, &'static str> {
    let text = Phones::of(reader.lang);
    match app.front.for_phones() {
        _ if view.district.example => Err(text.demonstration),
        _ if reader.comer.mode == Mode::Personal => Err(text.personal),
        Some(origin) => Ok(origin),
        None => Err(text.no_address),
    }
}

/// The form that lets phones in.
fn closed(app: &App, view: &Snapshot, reader: &Reader, phase: &PhaseId) -> Markup {
    let text = Phones::of(reader.lang);
    html! {
        form.fields method="post" action=(address(&view.version.district)) {
            (hidden(app))
            p {
                label for="phones-phase" { (text.phase) }
                select #phones-phase name="phase" {
                    @for (id, one) in view.programme.phases_in_order() {
                        option value=(id) selected[id == phase] { (one.name) }
                    }
                }
            }
            p.actions { button.button type="submit" name=(ACTION) value="open" { (text.open) } }
        }
    }
}

/// What can be done about phones that take part.
fn open(app: &App, view: &Snapshot, reader: &Reader, room: &Room) -> Markup {
    let text = Phones::of(reader.lang);
    html! {
        p { strong { ((text.count)(room.phones)) ". " (enters(view, room, reader)) } }
        form method="post" action=(address(&view.version.district)) {
            (hidden(app))
            input type="hidden" name="phase" value=(room.phase);
            input type="hidden" name=(ROOM) value=(room.own);
            p.actions {
                button.button type="submit" name=(ACTION) value="end" { (text.end) }
                button.button.quiet type="submit" name=(ACTION) value="open" { (text.renew) }
            }
            p.hint { (text.renew_note) }
        }
    }
}

/// The number of a form, and the code that it would open.
fn hidden(app: &App) -> Markup {
    html! {
        input type="hidden" name="request" value=(app.draw.number());
        input type="hidden" name="code" value=(new_code().replace('-', ""));
    }
}

fn enters(view: &Snapshot, room: &Room, reader: &Reader) -> String {
    let phase = view.programme.phases.get(&room.phase);
    let phase = phase.map_or(room.phase.as_str(), |phase| phase.name.as_str());
    let until = until(room.ends, reader.lang);
    (Phones::of(reader.lang).enters)(phase, &until)
}

/// The phones beside the map on the wall, with the button that signs them out.
pub async fn on_the_wall(
    app: &App,
    view: &Snapshot,
    here: &str,
    reader: &Reader,
) -> Result<Markup> {
    let room = app.service.room(&view.version.district, app.clock.now());
    let room = room.await?;
    Ok(html! {
        @if let Some(room) = room {
            div.phones-in-room {
                (ending(app, view, reader, (&room.own, Some(here))))
            }
        }
    })
}

/// The button that signs all phones out, and where it leads back to.
fn ending(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    (room, back): (&TokenHash, Option<&str>),
) -> Markup {
    let text = Phones::of(reader.lang);
    html! {
        form method="post" action=(address(&view.version.district)) {
            input type="hidden" name="request" value=(app.draw.number());
            input type="hidden" name=(ROOM) value=(room);
            @if let Some(back) = back { input type="hidden" name=(BACK) value=(back); }
            p.actions { button.button.quiet type="submit" name=(ACTION) value="end" { (text.end) } }
        }
    }
}
