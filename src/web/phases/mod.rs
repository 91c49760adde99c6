//! The funding phases of the programme, which all districts share: closed, begun, corrected.

mod form;

use std::borrow::Cow;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::NaiveDate;
use maud::{Markup, html};

use crate::domain::{FundingPhase, PhaseId, Programme, Refusal};
use crate::service;
use crate::store::{self, Held};
use crate::text::Lang;
use crate::text::pages::{Phases, date};

use form::Entered;

use super::App;
use super::errors::{Error, Result};
use super::page::{Mark, Page};
use super::posted::Posted;
use super::reader::Reader;
use super::visit::ForProgramme;

/// Where the page is.
pub use super::entrance::PHASES as ADDRESS;

/// GET /programme/phases
pub async fn show(
    State(app): State<App>,
    ForProgramme(held): ForProgramme,
    reader: Reader,
) -> Result<Markup> {
    let stands = held.head.revision.0.to_string();
    let said = reader
        .asked("saved")
        .filter(|saved| *saved == stands)
        .map(|_| html! { p.notice role="status" { (Phases::of(reader.lang).done) } });
    page(&app, &held, &reader, said, &Entered::default()).await
}

/// POST /programme/phases
pub async fn save(
    State(app): State<App>,
    ForProgramme(held): ForProgramme,
    reader: Reader,
    form: Posted,
) -> Result<Response> {
    let seen = form.one("seen").and_then(|seen| seen.parse().ok());
    let (seen, request) = (seen.ok_or(Error::BadRequest)?, form.request()?);
    let entered = Entered::of(&form)?;
    let text = Phases::of(reader.lang);
    if let Some(id) = &entered.id
        && !held.value.phases.contains_key(id)
    {
        // Its form is no longer on the page.
        return Err(Error::Conflict(entered.typed(text)));
    }
    let Some(change) = entered.change(&held.value) else {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return told(&app, &reader, status, text.incomplete, &entered).await;
    };
    let signed = (reader.author()?, app.clock.now());
    let saved = app
        .service
        .enter_phases(vec![change], seen, signed, request)
        .await;
    match saved {
        Ok(revision) => {
            let address = reader.link(ADDRESS, &[("saved", &revision.0.to_string())]);
            Ok(Redirect::to(&address).into_response())
        }
        Err(error) => {
            let (status, said) = refused(error, &reader)?;
            told(&app, &reader, status, &said, &entered).await
        }
    }
}

/// What is said of a change that the programme refuses; any other error is not about the change.
fn refused(error: service::Error, reader: &Reader) -> Result<(StatusCode, Cow<'static, str>)> {
    let text = Phases::of(reader.lang);
    let (status, said) = match error {
        error @ service::Error::TooManyPhases(_) => {
            let said = error.say(reader.lang);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, Cow::Owned(said)));
        }
        service::Error::Seen => (StatusCode::CONFLICT, text.differs),
        service::Error::Refused(refused) => match refused.refusal {
            Refusal::PhasesOverlap => (StatusCode::UNPROCESSABLE_ENTITY, text.overlap),
            Refusal::EndsBeforeStart => (StatusCode::UNPROCESSABLE_ENTITY, text.ends_before),
            Refusal::NameTaken => (StatusCode::UNPROCESSABLE_ENTITY, text.name_taken),
            _ => (StatusCode::CONFLICT, text.differs),
        },
        service::Error::Store(error) if matches!(*error, store::Error::Violated(_)) => {
            (StatusCode::CONFLICT, text.used)
        }
        error => return Err(error.into()),
    };
    Ok((status, Cow::Borrowed(said)))
}

async fn told(
    app: &App,
    reader: &Reader,
    status: StatusCode,
    said: &str,
    typed: &Entered,
) -> Result<Response> {
    let said = html! { p.warning role="alert" { (said) } };
    let held = app.service.programme().await?;
    let page = page(app, &held, reader, Some(said), typed).await?;
    Ok((status, page).into_response())
}

async fn page(
    app: &App,
    held: &Held<Programme>,
    reader: &Reader,
    said: Option<Markup>,
    typed: &Entered,
) -> Result<Markup> {
    let users = app.service.phase_users().await?;
    let users = |id| users.get(id).copied().unwrap_or_default();
    let text = Phases::of(reader.lang);
    let main = html! {
        div.wide.narrow {
            h1 { (text.title) }
            @if let Some(said) = said { (said) }
            p.lead { (text.lead) }
            section.card aria-labelledby="next" {
                h2 #next { (text.next) }
                p.hint { (text.next_note) }
                (form(app, held, reader, None, typed, text))
            }
            section aria-labelledby="known" {
                h2 #known { (text.known) }
                @for (id, phase) in held.value.phases_in_order().into_iter().rev() {
                    section.card.phase {
                        h3 { (phase.name) }
                        p.hint { (span(phase, reader.lang)) " · " ((text.users)(users(id))) }
                        (form(app, held, reader, Some((id, phase, users(id))), typed, text))
                    }
                }
            }
        }
    };
    Ok(Page {
        reader,
        title: text.title,
        mark: Mark::None,
        main,
    }
    .render())
}

/// The form of one phase, or of a new one; what was typed last stands in its own.
fn form(
    app: &App,
    held: &Held<Programme>,
    reader: &Reader,
    phase: Option<(&PhaseId, &FundingPhase, usize)>,
    typed: &Entered,
    text: &Phases,
) -> Markup {
    let id = phase.map(|(id, _, _)| id);
    let day = |day: NaiveDate| date_for_input(day, reader.lang);
    let is_typed = typed.id.as_ref() == id && !typed.name.is_empty();
    let [name, start, end] = match phase {
        _ if is_typed => [typed.name.clone(), typed.start.clone(), typed.end.clone()],
        Some((_, phase, _)) => [
            phase.name.to_string(),
            day(phase.start),
            phase.end.map(day).unwrap_or_default(),
        ],
        None => Default::default(),
    };
    let part = id.map_or("new".to_owned(), |id| id.to_string());
    html! {
        form.fields method="post" action=(reader.link(ADDRESS, &[])) {
            input type="hidden" name="request" value=(app.draw.number());
            input type="hidden" name="seen" value=(held.head);
            @if let Some(id) = id { input type="hidden" name="id" value=(id); }
            @for (key, label, value, hint) in [
                ("name", text.name, name, None),
                ("start", text.start, start, Some(text.day)),
                ("end", text.end, end, Some(text.open)),
            ] {
                @let field = format!("{key}-{part}");
                p {
                    label for=(field) { (label) @if let Some(hint) = hint { small { " (" (hint) ")" } } }
                    input id=(field) type="text" name=(key) value=(value) autocomplete="off" required[key != "end"];
                }
            }
            p.actions {
                @match phase {
                    None => button.button type="submit" { (text.begin) },
                    Some((_, phase, users)) => {
                        button.button.quiet type="submit" aria-label=((text.save_phase)(phase.name.as_str())) { (text.save) }
                        @if users == 0 {
                            button.button.quiet type="submit" name="action" value="remove"
                                aria-label=((text.remove_phase)(phase.name.as_str())) { (text.remove) }
                        }
                    }
                }
            }
        }
    }
}

fn span(phase: &FundingPhase, lang: Lang) -> String {
    let start = date(phase.start, lang);
    match phase.end {
        Some(end) => format!("{start} – {}", date(end, lang)),
        None => (Phases::of(lang).since)(&start),
    }
}

fn date_for_input(day: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::De => date(day, lang),
        Lang::En => day.to_string(),
    }
}

/// The way to the page.
pub fn link(reader: &Reader) -> Markup {
    html! { a href=(reader.link(ADDRESS, &[])) { (Phases::of(reader.lang).link) } }
}
