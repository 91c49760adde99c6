//! A function deleted for good: what goes and what stays is said before.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use crate::domain::ActorId;
use crate::service::{Gone, Service, Snapshot};
use crate::text::pages::{ErasePage, say_erased};

use super::App;
use super::errors::{Error, Result};
use super::page::{district_address, district_page};
use super::posted::Posted;
use super::reader::Reader;
use super::visit::Coordinator;

/// GET /districts/{district}/erase
pub async fn show(Coordinator(view): Coordinator, reader: Reader) -> Result<Markup> {
    let text = ErasePage::of(reader.lang);
    let main = match reader.asked("actor") {
        Some(actor) => confirm(&view, &reader, &known(&view, actor)?, None),
        None => html! {
            p.lead { (text.lead) }
            form.fields.card method="get" {
                p {
                    label for="actor" { (text.function) }
                    select #actor name="actor" required {
                        @for (id, actor) in Service::erasable(&view) { option value=(id) { (actor.name) } }
                    }
                }
                p.actions { button.button type="submit" { (text.go_on) } }
            }
        },
    };
    Ok(district_page(&view, &reader, text.title, main))
}

/// POST /districts/{district}/erase
pub async fn erase(
    State(app): State<App>,
    Coordinator(view): Coordinator,
    reader: Reader,
    form: Posted,
) -> Result<Response> {
    let text = ErasePage::of(reader.lang);
    let actor = known(&view, form.one("actor").ok_or(Error::BadRequest)?)?;
    if form.one("sure") != Some("yes") {
        let main = confirm(&view, &reader, &actor, Some(text.not_sure));
        let page = district_page(&view, &reader, text.title, main);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let signed = (reader.author()?, app.clock.now());
    let district = &view.version.district;
    let gone = app.service.erase_actor(district, actor.as_str(), signed);
    let gone = gone.await?;
    // The form sent again finds no such function; nothing is deleted twice.
    Ok(district_page(&view, &reader, text.title, done(&view, &reader, &gone)).into_response())
}

fn known(view: &Snapshot, actor: &str) -> Result<ActorId> {
    let actor = ActorId::parse(actor).map_err(|_| Error::NotFound)?;
    match view.network.actors.contains_key(&actor) {
        true => Ok(actor),
        false => Err(Error::NotFound),
    }
}

/// What goes, what stays, and the button.
fn confirm(view: &Snapshot, reader: &Reader, actor: &ActorId, said: Option<&str>) -> Markup {
    let text = ErasePage::of(reader.lang);
    let name = view.network.actors[actor].name.as_str();
    let action = format!("{}/erase", district_address(&view.version.district));
    html! {
        @if let Some(said) = said { p.warning role="alert" { (said) } }
        section.card aria-labelledby="goes" {
            h2 #goes { ((text.goes)(name)) }
            ul { @for sentence in text.what { li { (sentence) } } }
            form method="post" action=(reader.link(&action, &[])) {
                input type="hidden" name="actor" value=(actor);
                p.tick {
                    input #sure type="checkbox" name="sure" value="yes" required;
                    label for="sure" { (text.sure) }
                }
                p.actions { button.button type="submit" { (text.erase) } }
            }
        }
    }
}

fn done(view: &Snapshot, reader: &Reader, gone: &Gone) -> Markup {
    let text = ErasePage::of(reader.lang);
    let log = format!("{}/log", district_address(&view.version.district));
    html! {
        div.notice role="status" {
            p { ((text.done)(&gone.name)) }
            p { (say_erased(&gone.erased, reader.lang)) "." }
        }
        @if gone.mentions > 0 { p.warning { ((text.mentions)(gone.mentions)) } }
        @if !gone.from_file { p.warning { (text.in_file) } }
        @if gone.unregistered.is_some() { p.warning { (text.unregistered) } }
        p.actions { a.button href=(reader.link(&log, &[])) { (text.to_log) } }
    }
}
